"""A paragraph as a row of words, each with the letter of its class: the ground that cues and names are read on.

A quotation is one word here (letter ``Q``): what is said inside it never takes part in the grammar around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotetrack.phrases.letters import QUOTE, letter_of
from quotetrack.phrases.sentence_ends import sentences
from quotetrack.phrases.settling import lowered, settled
from quotetrack.records import Passage
from quotetrack.rules.words import ABBREVIATIONS

_SUFFIX = r"(?:s|re|ve|d|ll|m|S)\b"
# The order is for speed: what is most common comes first, and the long list of abbreviations only before a full stop.
_TOKEN = re.compile(
    r" ?("  # a space is taken along, so that no alternative is tried on it in vain
    r"[A-Za-z][a-z]*(?=[ ,])"  # most words
    r"|[,\"():;]"
    r"|\.(?:\.\.+)?"
    r"|\d[\w,.:/-]*(?<![,.:/-])%?"
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[A-Z]-(?:[A-Z][a-z]*\.?)+"  # R-Ohio, D-N.Y.
    rf"|(?=[A-Za-z]{{1,{max(map(len, ABBREVIATIONS))}}}\.)"
    r"(?:(?:" + "|".join(ABBREVIATIONS) + r")\.|[A-Z]\.(?=[\sA-Z]))"
    r"|[A-Za-z]{2,8}n't\b"
    rf"|\w+(?:[-&.@/](?=\w)\w+|'(?!{_SUFFIX})\w+)*"
    rf"|'(?:{_SUFFIX})?"
    r"|-+|[^\w\s])"
)


class Line:
    """The words of one paragraph.

    ``words`` (as printed) and ``starts`` (their offsets) run in step with ``tags``, a string of class letters;
    ``quotes`` maps the place of a ``Q`` to its passage; ``sentences`` are half-open ranges of places. ``titled`` says
    that the line is a headline, whose words may all begin with a capital.
    """

    __slots__ = ("_begin", "_starts", "image", "quotes", "sentences", "tags", "words")

    def __init__(self, image: str, start: int, end: int, passages: Sequence[Passage], *, titled: bool = False) -> None:
        self.image = image
        self._begin = start
        self._starts: list[int] | None = None
        self.quotes: dict[int, Passage] = {}
        self.words: list[str] = _TOKEN.findall(_outside(image, start, end, passages) if passages else image[start:end])
        letters = "".join(map(letter_of, self.words))
        place = -1
        for passage in passages:
            place = letters.index("Q", place + 1)
            self.quotes[place] = passage
        self.tags = settled(lowered(letters, self.words) if titled else letters, self.words)
        self.sentences = sentences(self.tags, self.words, image, self.quotes)

    @property
    def starts(self) -> list[int]:
        """The offset of each word; worked out where something is read from the line, which is not everywhere."""
        if self._starts is None:
            self._starts = self._offsets()
        return self._starts

    def _offsets(self) -> list[int]:
        offsets: list[int] = []
        add, find, words, quotes = offsets.append, self.image.find, self.words, self.quotes
        place, at = 0, self._begin
        for quote, passage in quotes.items():
            for word in words[place:quote]:
                at = find(word, at)
                add(at)
                at += len(word)
            add(passage.outer_start)
            place, at = quote + 1, passage.outer_end
        for word in words[place:]:
            at = find(word, at)
            add(at)
            at += len(word)
        return offsets

    def end(self, place: int) -> int:
        """The offset where the word at ``place`` ends."""
        word = self.words[place]
        return self.quotes[place].outer_end if word == QUOTE else self.starts[place] + len(word)

    def offsets(self, low: int, high: int) -> tuple[int, int]:
        """The offsets where the words from place ``low`` up to ``high`` begin and end."""
        starts, last = self._starts or self.starts, high - 1
        word = self.words[last]
        return starts[low], self.quotes[last].outer_end if word == QUOTE else starts[last] + len(word)


def _outside(image: str, start: int, end: int, passages: Sequence[Passage]) -> str:
    """The text from ``start`` to ``end`` with one mark in the place of each quotation."""
    pieces = []
    for passage in passages:
        pieces.append(image[start : passage.outer_start])
        start = passage.outer_end
    pieces.append(image[start:end])
    return QUOTE.join(pieces)
