"""From a sentence to its relations: which words are the cue, the source and what was said, as places in a ``Line``."""

from __future__ import annotations

from typing import NamedTuple

from quotetrack.records import Ground, Stance

Range = tuple[int, int]

# Class letters (``rules.words``): what a form of a cue verb may have, and what makes a clause finite.
CUE_LETTERS = frozenset("VbsEG")
FINITE = frozenset("VvAsbE")

# The best ground that a speaker found by a rule can have: how far the rule's own words settle who said it. Rules that
# are not here give ``linked``. The share that was right on the open articles stands in docs/accuracy.md.
GROUNDS: dict[str, Ground] = {
    "before": Ground.NAMED,
    "inverted": Ground.NAMED,
    "that": Ground.NAMED,
    "quotation": Ground.NAMED,
    "according": Ground.NAMED,
    "according first": Ground.NAMED,
    "signed": Ground.NAMED,
    "document": Ground.NAMED,
    "words of": Ground.NAMED,
    "quoted as": Ground.NAMED,
    "carried": Ground.CARRIED,
    "after speech": Ground.OPEN,
    "subject": Ground.OPEN,
    "near cue": Ground.CARRIED,
    "near verb": Ground.OPEN,
    "possessor": Ground.OPEN,
    "impersonal": Ground.OPEN,
}


class Relation(NamedTuple):
    """One source, one cue, one content. All ranges are half-open places in the line."""

    rule: str
    cue: Range
    lemma: str
    stance: Stance
    negated: bool
    source: Range | None
    content: tuple[Range, ...]
    frame: tuple[Range, ...] = ()
    addressee: Range | None = None
    frames: frozenset[str] = frozenset()
