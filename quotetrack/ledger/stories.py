"""Which articles are versions of one story, and which version is the newer."""

from __future__ import annotations

import datetime as dt
import sqlite3
import struct
from collections.abc import Sequence

import attrs

from quotetrack.ledger import prints
from quotetrack.ledger.groups import Groups
from quotetrack.records import Article

NEAR = 3  # days between two versions of a story
LIKE = 3  # paragraphs that two unmarked versions must share


@attrs.frozen
class Row:
    """An article's row, as far as versions are told by it."""

    n: int
    id: str
    url: str | None
    publisher: str | None
    day: str | None
    ordinal: int
    head: str
    paragraphs: frozenset[int]


class Articles(Groups):
    """The articles, grouped into stories: the versions of one article."""

    def __init__(self, db: sqlite3.Connection) -> None:
        super().__init__(db, "articles", "story", self._prints, self._judged, share=32)

    def row(self, n: int) -> Row:
        """What versions are told by."""
        id, url, publisher, day, ordinal, head, packed = self.db.execute(
            "SELECT id, url, publisher, day, ordinal, headline, paragraphs FROM articles WHERE n = ?", (n,)
        ).fetchone()
        bare = prints.bare_headline(Article("", "", headline=head))
        return Row(n, id, url, publisher, day, ordinal, bare, frozenset(struct.unpack(f">{len(packed) // 4}I", packed)))

    def _prints(self, n: int) -> Sequence[int]:
        row = self.row(n)
        return prints.article_prints(row.id, row.url, row.head, sorted(row.paragraphs))

    def _judged(self, n: int, candidates: Sequence[int]) -> list[int]:
        own = self.row(n)
        return [other for other in candidates if one_story(own, self.row(other))]

    def story(self, n: int) -> list[int]:
        """The articles of the story that one belongs to, the oldest version first."""
        rows = self.db.execute(
            "SELECT n, published, day, ordinal FROM articles WHERE story = (SELECT story FROM articles WHERE n = ?)",
            (n,),
        ).fetchall()
        return [row[0] for row in sorted(rows, key=version_key)]

    def before(self, n: int) -> str | None:
        """The id of the version before this one, or None."""
        story = self.story(n)
        at = story.index(n)
        if not at:
            return None
        return str(self.db.execute("SELECT id FROM articles WHERE n = ?", (story[at - 1],)).fetchone()[0])


def version_key(row: tuple[int, str | None, str | None, int]) -> tuple[str, int, str, int]:
    """The order of versions: by day, by what they call themselves, by time, and only then by when they were added."""
    n, published, day, ordinal = row
    return ((published or day or "")[:10], ordinal, published or "", n)


def one_story(a: Row, b: Row) -> bool:
    """Whether two articles are versions of one: the same id or URL, marked as a version and alike, or much the same.

    The same paragraphs under another publisher's name are a reprint, which is a sighting of its own.
    """
    if a.id == b.id or (a.url is not None and a.url == b.url):
        return True
    if a.publisher != b.publisher:
        return False
    if a.day and b.day and abs((dt.date.fromisoformat(a.day) - dt.date.fromisoformat(b.day)).days) > NEAR:
        return False
    shared, least = len(a.paragraphs & b.paragraphs), min(len(a.paragraphs), len(b.paragraphs))
    if a.ordinal != b.ordinal:
        return bool(a.head and a.head == b.head) or (shared > 0 and shared * 3 >= least)
    return shared >= LIKE and shared * 2 > least
