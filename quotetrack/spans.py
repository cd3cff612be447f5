"""Offsets: half-open spans in code points of the text as given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs


@attrs.frozen(order=True)
class Span:
    """A half-open stretch of a text, in code points: ``start`` is in it, ``end`` is the first that is not.

    >>> Span(0, 4).of("Kim said")
    'Kim '
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without the white space at its ends; an empty one stays at ``start``.

    >>> trimmed("  said ", 0, 7)
    (2, 6)
    """
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return (start + left, start + left + len(words.strip())) if left < len(words) else (start, start)


def overlaps(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two half-open stretches share a code point.

    >>> overlaps((0, 3), (3, 5))
    False
    """
    return a[0] < b[1] and b[0] < a[1]


def joined(text: str, spans: Iterable[Span] | Sequence[Span], by: str = " … ") -> str:
    """The words of several spans, joined.

    >>> joined("a b c", [Span(0, 1), Span(4, 5)])
    'a … c'
    """
    return by.join(text[s.start : s.end] for s in spans)
