"""What stands around a cue, neither what was said nor who said it: there its time, its place and its medium stand."""

from __future__ import annotations

import re
from itertools import pairwise

from quotetrack.attribution import gaps
from quotetrack.attribution.relations import Range, Relation
from quotetrack.phrases.words import Line

# A verb in the sentence's opening tells of something else, whose day is not that of the saying.
_VERBS = re.compile(r"[VvAsbEG]")
_OWN_VERB = re.compile(r"[VvAsbG]|(?<![TJID])E")  # but "in an emailed statement"
_WIDE = 24  # how many words a stretch may have


def frame(line: Line, low: int, high: int, relation: Relation) -> tuple[Range, ...]:
    """The stretches of the cue's clause outside content, source, cue and addressee, in the order of the text."""
    content, source, cue = relation.content, relation.source, relation.cue
    taken = [cue, *content]
    if source is not None and source[0] >= low and source[1] <= high:
        taken.append(source)
    if relation.addressee is not None:
        taken.append(relation.addressee)
    taken.sort()
    own = line.tags[cue[1] - 1] != "G"
    found = _inner(line, taken, source, own)
    if own and taken[0] not in content and line.tags[taken[0][0]] not in "WH":
        found.append(_opening(line, low, taken[0][0]))
    if source is not None:
        found += _of_source(line, low, source, cue, own)
    last = taken[-1]
    if last not in content:
        found.append(_behind(line, last[1], high))
    for stretch in relation.frame:
        found.append(_gap(line, *stretch))
    kept = {stretch for stretch in found if stretch is not None}
    if not kept:
        return ()
    around = (*content, *kept)
    return tuple(sorted([stretch for stretch in kept if not _covered(stretch, around)]))


def _inner(line: Line, taken: list[Range], source: Range | None, own: bool) -> list[Range | None]:
    """What stands between the clause's parts."""
    found = []
    for one, other in pairwise(taken):
        start, end = one[1], other[0]
        if start < end and (one != source or (own and _VERBS.search(line.tags, start, end) is None)):
            found.append(_gap(line, start, end))
    return found


def _of_source(line: Line, low: int, source: Range, cue: Range, own: bool) -> list[Range | None]:
    """Stretches on both sides of the words that name the source."""
    found = []
    start, end = source
    if start - 1 > low and line.words[start - 1] == "when":
        found.append(_since(line, low, start - 1))
    if own and low <= start and end < cue[0] and line.tags[end] == ",":
        aside = end + 1 + (line.tags[end + 1] == "G")  # "Kim, speaking in Oslo on Friday, said"
        found.append(_gap(line, aside, _clause_before(line, aside, cue[0])))
    return found


def _covered(stretch: Range, around: tuple[Range, ...]) -> bool:
    """Whether a stretch shares words with another that is as long or longer."""
    start, end = stretch
    for other in around:
        if other[0] < end and start < other[1] and end - start <= other[1] - other[0] and other != stretch:
            return True
    return False


def _gap(line: Line, start: int, end: int) -> Range | None:
    """What stands between two of the clause's parts, commas and marks at its ends aside."""
    tags = line.tags
    while start < end and tags[start] in ",-:HCLA":
        start += 1
    while end > start and tags[end - 1] in ",-:HIL":
        end -= 1
    if start >= end or end - start > _WIDE or "Q" in tags[start:end]:
        return None
    return start, end


def _opening(line: Line, low: int, end: int) -> Range | None:
    """The sentence's opening before the source: "On Friday, Kim said"; none where a verb of its own stands in it."""
    start = _gap(line, low, end)
    if start is None:
        return None
    if line.tags[start[0]] in "GVE" and start[0] == low:  # "Speaking in Oslo on Friday, Kim said": the same saying
        return _gap(line, start[0] + 1, _clause_before(line, *start))
    return None if _OWN_VERB.search(line.tags, *start) else start


def _clause_before(line: Line, start: int, end: int) -> int:
    """Where what the opening verb is about begins: "Asked on Monday | whether"."""
    for k in range(start, end):
        if line.tags[k] in "WSHQ" or line.words[k] == "about" or (k > start and line.tags[k] in "VvAsb"):
            return k
    return end


def _since(line: Line, low: int, when: int) -> Range | None:
    """The time that a "when" takes up: "since late 2008, when Kim walked out"."""
    end = when
    while end > low and line.tags[end - 1] == ",":
        end -= 1
    start = end
    while start > low and end - start < 5 and line.tags[start - 1] in "DMNJRT":
        start -= 1
    return (start, end) if start < end else None


def _behind(line: Line, start: int, high: int) -> Range | None:
    """Time, place and medium behind a cue whose content stands before it: "…, he said in a statement on Friday."."""
    tags = line.tags
    if start < high and tags[start] == "," and start + 1 < high and tags[start + 1] in "IRM":
        start += 1
    end = gaps.skip_frame(line, start, high)
    while end < high and tags[end] == "L" and end > start:  # to a crowd, to reporters
        further = gaps.skip_frame(line, end + 1, high)
        if further <= end + 1:
            break
        end = further
    return (start, end) if end > start else None
