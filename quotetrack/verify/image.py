"""An image of a text in which what is typography alone is gone, with the way back to the text's own offsets.

Quotation marks, the kind and number of spaces, the kind of dash and of ellipsis, soft hyphens, composed and decomposed
letters: none of these tells two quotations apart. Words, their case, and every other mark stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

from quotetrack.spans import Span
from quotetrack.text import fold

_GAP = r"""(?:[\s"\u00ad\u200b-\u200f\u2060]|(?<!\w)'|'(?!\w))"""
_ODD = re.compile(
    rf"""
    (?P<ellipsis>{_GAP}*(?:…|\.\.\.+|\.(?:\ \.){{2,}}){_GAP}*)
  | (?P<range>(?<=\d)–(?=\d))
  | (?P<dash>{_GAP}*(?:[—–]|---?|(?<=\ )-(?=\ )){_GAP}*)
  | (?P<gap>{_GAP}+)
  | (?P<cluster>\w[\u0300-\u036f]+|[ﬀ-ﬆ])
    """,
    re.VERBOSE,
)
_BEFORE_STOP = re.compile(r"[,.;:!?](?:\W|\Z)")


class Image:
    """``text`` is the image of (a stretch of) another text; :meth:`span` leads back.

    >>> image = Image("He said:  “It’s  dead — gone”")
    >>> image.text
    "He said: It's dead—gone"
    >>> image.span(9, 18).of("He said:  “It’s  dead — gone”")
    'It’s  dead'
    """

    def __init__(self, text: str, spans: Iterable[Span] | None = None, joint: str = " ") -> None:
        folded = fold(text)
        self._from: list[int] = []  # where each piece of the image begins
        self._starts: list[int] = []  # where it begins in the text
        self._ends: list[int] = []  # where it ends in the text; a piece of other length was replaced
        out: list[str] = []
        self._length = 0
        for n, span in enumerate([Span(0, len(text))] if spans is None else spans):
            if n:
                self._put(out, joint, span.start, span.start)
            self._read(folded, span, out)
        self.text = "".join(out)

    def _put(self, out: list[str], words: str, start: int, end: int) -> None:
        if words:
            self._from.append(self._length)
            self._starts.append(start)
            self._ends.append(end)
            out.append(words)
            self._length += len(words)

    def _read(self, folded: str, span: Span, out: list[str]) -> None:
        at = span.start
        for found in _ODD.finditer(folded, span.start, span.end):
            start, end = found.span()
            self._put(out, folded[at:start], at, start)
            self._put(out, self._plain(found, folded), start, end)
            at = end
        self._put(out, folded[at : span.end], at, span.end)

    def _plain(self, found: re.Match[str], folded: str) -> str:
        kind = found.lastgroup
        if kind == "gap":
            spaced = any(letter.isspace() for letter in found.group())
            return " " if spaced and not _BEFORE_STOP.match(folded, found.end()) else ""
        if kind == "cluster":
            return unicodedata.normalize("NFKC", found.group())
        return {"ellipsis": "…", "range": "-"}.get(kind or "", "—")

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text that a stretch of the image stands for."""
        return Span(self._back(start, last=False), self._back(end - 1, last=True)) if start < end else Span(0, 0)

    def _back(self, offset: int, *, last: bool) -> int:
        k = bisect_right(self._from, offset) - 1
        start, end = self._starts[k], self._ends[k]
        size = (self._from[k + 1] if k + 1 < len(self._from) else self._length) - self._from[k]
        if size == end - start:
            return start + offset - self._from[k] + last
        return end if last else start
