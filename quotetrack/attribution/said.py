"""What was said, by its shape: a quotation, a bare clause, what a preposition leads to."""

from __future__ import annotations

from typing import NamedTuple

from quotetrack.attribution.ends import clause_end, is_clause
from quotetrack.attribution.relations import FINITE, Range
from quotetrack.phrases import nouns
from quotetrack.phrases.words import Line
from quotetrack.rules.words import MEASURES


class Found(NamedTuple):
    """Content to the right of a cue: its ranges, what stands between, and to whom it was said."""

    frame_name: str
    content: tuple[Range, ...]
    frame: tuple[Range, ...] = ()
    addressee: Range | None = None


def quotation(line: Line, k: int, high: int) -> Found | None:
    """A quotation at ``k``, behind a comma or colon or none; later ones of the same sentence are joined."""
    tags = line.tags
    start = k
    if k < high and tags[k] in ",:-":
        start = k + 1
    if start < high and tags[start] == "H" and start + 1 < high and tags[start + 1] == "Q":
        start += 1
    if start >= high or tags[start] != "Q":
        if k < high and tags[k] == ":" and start < high:
            return Found("colon", ((start, clause_end(line, start, high)),))
        return None
    end = start + 1
    # "Q", "Q" and "Q", and words of the clause between pieces of a mixed one
    stop = clause_end(line, start, high)
    inside = line.quotes[start]
    last = line.image[inside.end - 1 : inside.end]
    if end < stop and tags[end] not in ",.!;:" and last not in ",.!?":
        if _said_whole(line, start, stop) or _goes_on_to_act(line, end, stop):
            return Found("quotation", ((start, end),))
        return Found("mixed", ((start, stop),))
    if end < stop and tags[end] == "," and "Q" in tags[end:stop]:
        return Found("mixed", ((start, stop),))
    return Found("quotation", ((start, end),))


def _said_whole(line: Line, quote: int, stop: int) -> bool:
    """Whether the quotation is a sentence with where or when it was said behind it: "shouted “Go home” outside"."""
    if line.tags[quote + 1] not in "RIM" or not FINITE.isdisjoint(line.tags[quote + 1 : stop]):
        return False
    inside = line.quotes[quote]
    words = line.image[inside.start : inside.end].split()
    return len(words) > 2 and words[0][0].isupper() and any(word[0].islower() for word in words[1:])


def _goes_on_to_act(line: Line, k: int, stop: int) -> bool:
    """Whether behind the quotation the one who said it is told to do something: "blurted out “no” | and left"."""
    return line.tags[k] == "C" and line.tags[k + 1 : k + 2] in ("V", "v") and k + 1 < stop


def is_bare_clause(line: Line, start: int, end: int) -> bool:
    """Whether the words are a clause with no "that": a subject, then a finite verb."""
    tags = line.tags
    subject = nouns.after_with_tail(line, start, end, all_links=True)
    if subject == start:
        return is_clause(line, start, end) and tags[start] in "WSIRGDXL"
    if tags[start] == "G" and subject < end and tags[subject] in "TPOULIU":  # "said raising it would help"
        return is_clause(line, subject, end)
    k = subject
    while k < end and tags[k] in "RX":
        k += 1
    if k < end and tags[k] in "VvAsbEQ":
        return True
    if k < end and tags[k] in ",(W-":
        return is_clause(line, k, end)
    # a verb that the lists do not know ("the bank cut rates"): a pronoun subject needs no more proof
    return tags[start] == "O" and end > subject


def after_preposition(line: Line, k: int, high: int) -> Found | None:
    """Content behind a preposition: "called for a vote", "spoke about the war", "pointed out that"."""
    tags = line.tags
    start = k + 1
    if start < high and tags[start] == "H":
        return Found("that", ((start, clause_end(line, start + 1, high)),))
    if start < high and tags[start] == "Q":
        return Found("mixed", ((start, clause_end(line, start, high)),))
    if start < high and (tags[start] in "TJNPDOUWGZEb" or line.words[start] in _MEASURED):
        return Found("prep", ((start, clause_end(line, start, high, phrase=True)),))
    return None


_MEASURED = MEASURES | {"being", "having"}  # "called for more funding", "spoke of being alone"
# What opens a question in what was said.
WH = frozenset("whether if how why what who which when where".split())
