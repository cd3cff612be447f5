"""What the reader made of an article: its pieces in order, and the record of them where somebody asks for it."""

from __future__ import annotations

import datetime as dt
import hashlib

from quotetrack.records import Article, Dateline, Part, PartKind

# A piece of an article, without the white space around it: what it is, where it begins and where it ends.
Row = tuple[PartKind, int, int]


class Layout:
    """An article's pieces. Most readers ask for these alone: the record's parts, blanks among them, are made on demand.

    ``rows`` are the pieces in order; ``headline`` is one that is held apart from the text.
    """

    __slots__ = ("dateline", "headline", "id", "published", "rows", "text")

    def __init__(
        self,
        text: str,
        rows: list[Row],
        dateline: Dateline | None,
        published: dt.date | dt.datetime | None,
        headline: str | None,
        id: str | None,
    ) -> None:
        self.text = text
        self.rows = rows
        self.dateline = dateline
        self.published = published
        self.headline = headline
        self.id = id if id is not None else text_id(text)

    def article(self) -> Article:
        """The record, whose parts partition the text."""
        parts = self._parts()
        first: dict[PartKind, Part] = {}
        for part in parts[:40]:
            first.setdefault(part.kind, part)
        return Article(
            id=self.id,
            text=self.text,
            parts=tuple(parts),
            headline=first.get(PartKind.HEADLINE, self.headline),
            slug=first.get(PartKind.SLUG),
            byline=first.get(PartKind.BYLINE),
            dateline=self.dateline,
            published=self.published,
        )

    def _parts(self) -> list[Part]:
        """The pieces and the white space between them."""
        parts: list[Part] = []
        position = 0
        for kind, start, end in self.rows:
            if start > position:
                parts.append(Part(PartKind.BLANK, position, start))
            parts.append(Part(kind, start, end))
            position = end
        if position < len(self.text):
            parts.append(Part(PartKind.BLANK, position, len(self.text)))
        return parts


def text_id(text: str) -> str:
    """An article's id where the caller gives none: 16 hex digits of SHA-256 of its text.

    >>> text_id("")
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
