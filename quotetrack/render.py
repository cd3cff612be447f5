"""``table(claims, width)``: claims as a person wants to read them in a terminal, one line a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from unicodedata import combining, east_asian_width

from quotetrack.records import Claim

HEAD = ("WHO", "DAY", "KIND", "WORDS")
GAP = "  "
NARROWEST = 40  # columns; below it nothing readable is left
_UNPRINTED = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]+")


def table(claims: Iterable[Claim], width: int = 100) -> str:
    """A table of claims: speaker and role, day, kind, and the words, each line at most ``width`` columns.

    ``width`` counts a terminal's columns (a Chinese letter takes two) and is 40 at the least. A day that is not known
    stays empty; a stretch of days shows its precision and first day ("month 2015-01"). No claims give "".

    >>> from quotetrack import extract_quotes
    >>> print(table(extract_quotes('"We are ready," Ana Ruiz, the mayor, said.'), 60))
    WHO                  DAY  KIND    WORDS
    Ana Ruiz, the mayor       direct  We are ready,
    """
    rows = [(_who(claim), _day(claim), str(claim.kind), _plain(claim.text)) for claim in claims]
    if not rows:
        return ""
    width = max(width, NARROWEST)
    day, kind = (max(columns(row[i]) for row in chain([HEAD], rows)) for i in (1, 2))
    room = width - day - kind - 3 * len(GAP)
    names, words = (max(columns(row[i]) for row in chain([HEAD], rows)) for i in (0, 3))
    # the names have two fifths, and what the words leave over
    who = min(names, max(room * 2 // 5, room - words))
    sizes = (who, day, kind, room - who)
    return "\n".join(GAP.join(map(_cell, row, sizes)).rstrip() for row in chain([HEAD], rows))


def columns(words: str) -> int:
    """How many columns of a terminal the words take.

    >>> columns("Kim"), columns("김")
    (3, 2)
    """
    if words.isascii():
        return len(words)
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in words)


def cut(words: str, size: int) -> str:
    """The words, cut to so many columns with "…" where they are longer.

    >>> cut("a substantive engagement", 14)
    'a substantive…'
    """
    if columns(words) <= size:
        return words
    taken = 0
    for end, letter in enumerate(words):
        taken += columns(letter)
        if taken > size - 1:
            return words[:end].rstrip() + "…"
    return words  # not reached: longer words overflow above


def _cell(words: str, size: int) -> str:
    words = cut(words, size)
    return words + " " * (size - columns(words))


def _plain(words: str) -> str:
    # what a terminal would obey instead of show (control, direction marks) becomes a space
    return _UNPRINTED.sub(" ", words).strip()


def _who(claim: Claim) -> str:
    if claim.speaker is None:
        return "?"
    role = f", {claim.speaker.role}" if claim.speaker.role else ""
    return _plain(claim.speaker.name + role)


def _day(claim: Claim) -> str:
    said = claim.said
    if said is None:
        return ""
    if said.start == said.end:
        return said.start.isoformat()
    lengths = {"year": 4, "month": 7}
    return f"{said.precision} {said.start.isoformat()[: lengths.get(str(said.precision), 10)]}"
