"""The subject that stands behind its verb: ``said Kim, the envoy``."""

from __future__ import annotations

import re

from quotetrack.attribution import appositions, times
from quotetrack.attribution.relations import Range
from quotetrack.phrases import nouns
from quotetrack.phrases.words import Line

_FINITE = frozenset("VvAs")


def subject_after(line: Line, start: int, high: int) -> Range | None:
    """The subject behind an inverted cue (``said Kim, the envoy.``) with its appositions."""
    tags, words = line.tags, line.words
    if start >= high:
        return None
    end = nouns.after_with_tail(line, start, high)
    if end > start and tags[end - 1] == "N" and words[end - 1] in times.SPANS:
        end = nouns.after(line, start, high)  # "wrote the envoy at the time"; but "said last week" names nobody
        if words[end - 1] in times.SPANS:
            return None
    if end == start:
        return None
    if tags[start] in "OU":
        return start, end
    of = words.index("of", start, end) if "of" in words[start:end] else end
    if of + 1 < end and tags[of + 1] in "TU" and "P" not in tags[of:end] and set(tags[start:of]) == {"P"}:
        end = of  # "said Kim of the plan": what it is about
    end = _reduced(line, start, end, high)
    if end + 1 < high and tags[end] == "C" and words[end] == "and" and tags[end + 1] in "PT":
        end = _joined(line, end, high)
    while end < high and tags[end] == ",":
        further = _over_apposition(line, end, high)
        if further == end:
            break
        end = further
    if end < high and tags[end] == "-":
        end = _over_dashes(line, end, high)
    if end < high and tags[end] == "W" and words[end].lower() == "who":
        while end < high and tags[end] not in ".!;Q,":
            end += 1
    return start, end


def _joined(line: Line, place: int, high: int) -> int:
    """The end of two that are joined by the "and" at ``place``, where both said it, or ``place``."""
    further = nouns.after_with_tail(line, place + 1, high)
    both = further > place + 1 and (further >= high or line.tags[further] not in _FINITE)
    return further if both else place


def _over_apposition(line: Line, comma: int, high: int) -> int:
    """The end of the apposition or the relative clause behind the comma, or the comma where it tells something else."""
    tags = line.tags
    start = comma + 1
    stop = _piece_end(line, start, high)
    piece = tags[start:stop]
    if not piece or (stop < high and tags[stop] == "Q"):
        return comma
    first = line.words[start].lower()
    if piece[0] == "W":
        return stop if _tells_who(line, start, first, len(piece)) else comma
    if piece[0] in "GIRSCHLAOUXMV":
        still = first in ("now", "then") and piece[1:2] in tuple("TPDNJ")  # "Kim, now a judge"
        if not still and not (piece[0] == "I" and first in ("of", "from")):
            return comma
    if piece[0] == "E" and piece[1:2] in ("", "T", "O", "U"):
        return comma  # "described as “cruel” by doctors, passed": the main verb
    if piece.startswith("DN") and line.words[start + 1] not in ("year", "years"):
        return comma  # "58 percent of them back it"
    return stop if _FINITE.isdisjoint(piece.partition("W")[0]) else comma


def _piece_end(line: Line, k: int, high: int) -> int:
    """The next mark at or behind ``k`` that stands in no brackets and ends what hangs on a name."""
    tags = line.tags
    depth = 0
    while k < high and not (tags[k] in ",-;:Q.!" and depth == 0 and not appositions.inside(line, k)):
        depth += (tags[k] == "(") - (tags[k] == ")")
        k += 1
    return k


def _tells_who(line: Line, start: int, first: str, length: int) -> bool:
    """Whether a relative clause is part of who it is: it is short; a long one tells what else there is to tell."""
    if first not in ("who", "which", "whom", "whose") or length > (7 if first == "whose" else 13):
        return False
    return not appositions.tells_on(line, start)


def _over_dashes(line: Line, dash: int, high: int) -> int:
    """The second dash of “said Kim - a driver who had been there - "…"”, or the first where no quotation follows."""
    tags = line.tags
    if tags[dash + 1 : dash + 2] not in ("T", "N", "P", "J"):
        return dash
    close = tags.find("-", dash + 1, min(high, dash + 18))
    return close if close > 0 and tags[close + 1 : close + 2] == "Q" and tags.find("Q", dash, close) < 0 else dash


def _reduced(line: Line, start: int, end: int, high: int) -> int:
    """Where the reduced clause ends that hangs on a noun: "people briefed on the plan", "a man named Kim"."""
    tags, words = line.tags, line.words
    if end >= high or tags[end - 1] != "N" or tags[end] not in "EVG":
        return end
    named = words[end] in _NAMED and tags[end + 1 : end + 2] in ("P", "S")
    some = tags[end] == "G" and (words[start] in _SOME or tags[start] in "NJ" or words[end] in appositions.ACTING)
    if not (named or some or (tags[end] in "EV" and _PINNED.match(tags, end + 1, high))):
        return end
    stop = end + 1
    while stop < min(high, end + 12) and tags[stop] not in ".,;:!-QVvAsWHM":
        stop += 1
    while stop > end and tags[stop - 1] in "IC":
        stop -= 1
    return stop


_PINNED = re.compile("I|LT")  # "a note left on the door", "a sign pinned to the door"
_NAMED = frozenset("named called identified nicknamed known".split())
_SOME = frozenset("a an one another some two three several".split())
