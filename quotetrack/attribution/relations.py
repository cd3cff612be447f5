"""From a sentence to its relations: which words are the cue, the source and what was said, as places in a ``Line``."""

from __future__ import annotations

from typing import NamedTuple

from quotetrack.records import Stance

Range = tuple[int, int]


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
