"""Headlines that give the words and then who said them, or the other way round, with nothing but a colon or a dash.

``Talks are 'closer than ever': envoy`` · ``Ruiz: the road is 'a disgrace'``
"""

from __future__ import annotations

import re

from quotetrack.attribution.relations import Range, Relation
from quotetrack.phrases.words import Line
from quotetrack.records import Stance

# A noun phrase of a few words, and nothing else: "Norwegian envoy", "Lake police chief Ana Ruiz".
_SOURCE = re.compile(r"(?=[^Q]*[PNb])(?:[TJPNZb]|(?<=[NPb])[IC](?=[TPN])){1,7}\Z")
_MARKS = frozenset(":-")


def read_headline(line: Line, low: int, high: int) -> Relation | None:
    """The relation of a headline's colon or dash, or None where its sides are no words and no source."""
    tags = line.tags
    joints = [k for k in range(low + 1, high - 1) if tags[k] in _MARKS]
    if not joints:
        return None
    last, first = joints[-1], joints[0]
    after = tags[last + 1 : high].rstrip(".")
    if _SOURCE.match(after) and _is_claim(line, low, last):
        source = (last + 1, last + 1 + len(after))
        return _relation(line, last, source, (low, last))
    before = tags[low:first]
    named = tags[first] == ":" and first - low <= 5 and "P" in before and _SOURCE.match(before)
    if named and _is_claim(line, first + 1, high):
        end = high - (tags[high - 1] == ".")
        return _relation(line, first, (low, first), (first + 1, end))
    return None


def _relation(line: Line, joint: int, source: Range, content: Range) -> Relation:
    return Relation("headline", (joint, joint + 1), line.words[joint], Stance.STATES, False, source, (content,))


def _is_claim(line: Line, start: int, end: int) -> bool:
    """Whether the words can be what somebody said: some of them stand in marks, and they are more than a label."""
    tags = line.tags
    if "Q" not in tags[start:end] or tags[start] == "W":
        return False
    return end - start > 2 or tags[start:end].strip(",.") == "Q"
