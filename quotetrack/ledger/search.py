"""Finding sayings by their words: the full-text index, and which of many hits come first.

A saying's row in the index is numbered by its length first. A word that a tenth of all sayings have is then found in
the shortest first, and only these are ranked before the answer begins, however many more there are: what ranks high by
BM25 (Robertson and others, 1994) are short texts. An index in an order of merit that no query changes, read from the
front, is Long and Suel's (2003).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence

from quotetrack.ledger.index import HELD

BITS = 40  # of a row's number in the index: the saying; above them the words that it has more than one
MASK = (1 << BITS) - 1
LONGEST = 0xFFFF  # words; longer sayings count as this long
PART = 2_000  # hits that are ranked at the least before the first is given

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
_LAST = 1 << 62


def query(text: str) -> str:
    """What somebody looks for, as an FTS5 query that cannot fail: every word, and "words in marks" as a phrase.

    >>> query('the "death tax" OR')
    '"the" "death tax" "OR"'
    """
    terms = (" ".join(re.findall(r"\w+", phrase or word)) for phrase, word in _TERM.findall(text.replace("\0", " ")))
    return " ".join(f'"{term}"' for term in terms if term)


def place(n: int, text: str) -> int:
    """The number of a saying's row in the index; ``text`` is canonical: one space between two words.

    >>> place(7, "The deal is dead") > place(8, "No deal")
    True
    """
    return min(text.count(" "), LONGEST) << BITS | n


class Search:
    """The full-text index of the sayings; the caller holds the transaction.

    New sayings are kept until the end of the transaction and written in order: the index takes no others together.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._new: dict[int, str] = {}

    def begin(self) -> None:
        """Forget what was not written."""
        self._new.clear()

    def add(self, n: int, text: str) -> None:
        """Index a saying."""
        self._new[place(n, text)] = text
        if len(self._new) > HELD:
            self.flush()

    def remove(self, n: int, text: str) -> None:
        """Take a saying out."""
        at = place(n, text)
        if self._new.pop(at, None) is None:
            self.db.execute("INSERT INTO sayings_fts (sayings_fts, rowid, text) VALUES ('delete', ?, ?)", (at, text))

    def flush(self) -> None:
        """Write what is new."""
        self.db.executemany("INSERT INTO sayings_fts (rowid, text) VALUES (?, ?)", sorted(self._new.items()))
        self._new.clear()

    def ranked(self, text: str) -> Iterator[tuple[int, int]]:
        """The sayings that have all the words, the best first, each with its track's label.

        Of more hits than ``PART``, the shortest that are as many come first, then the next; each part is ranked.
        """
        wanted = query(text)
        low, part = -1, PART
        while wanted and low < _LAST:
            high = self._edge(wanted, low, part)
            yield from self._best(wanted, "rowid > ? AND rowid <= ?", (low, high))
            low, part = high, part * 8

    def among(self, text: str, sayings: str, values: Sequence[object]) -> Iterator[tuple[int, int]]:
        """As ``ranked``, of the sayings that an SQL query selects; all are ranked at once."""
        wanted = query(text)
        return iter(self._best(wanted, f"(rowid & {MASK}) IN ({sayings})", values) if wanted else ())

    def few(self, text: str, most: int) -> list[int] | None:
        """The sayings that have all the words, where they are no more than ``most``; else None."""
        wanted = query(text)
        if not wanted:
            return []
        rows = self.db.execute(
            f"SELECT rowid & {MASK} FROM sayings_fts WHERE sayings_fts MATCH ? LIMIT ?", (wanted, most + 1)
        ).fetchall()
        return None if len(rows) > most else [n for (n,) in rows]

    def _edge(self, wanted: str, low: int, part: int) -> int:
        """The end of a part: at least so many hits further on, and where the length changes, whatever the order."""
        row = self.db.execute(
            "SELECT rowid FROM sayings_fts WHERE sayings_fts MATCH ? AND rowid > ? ORDER BY rowid LIMIT 1 OFFSET ?",
            (wanted, low, part - 1),
        ).fetchone()
        return _LAST if row is None else int(row[0]) | MASK

    def _best(self, wanted: str, where: str, values: Sequence[object]) -> list[tuple[int, int]]:
        return self.db.execute(
            "SELECT y.n, y.track FROM"
            f" (SELECT rowid & {MASK} AS n, rank FROM sayings_fts WHERE sayings_fts MATCH ? AND {where}) f"
            " JOIN sayings y ON y.n = f.n ORDER BY f.rank, y.rank",
            (wanted, *values),
        ).fetchall()
