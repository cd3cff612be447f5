"""What a migration does beyond SQL: rows of an older schema, put as the next one has them.

Each function belongs to one step of ``store.MIGRATIONS`` and is never changed after: what it needs stands here, also
where a newer schema has another figure for it.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

TOGETHER = 10_000  # rows that are held in memory


def to_lists(db: sqlite3.Connection) -> None:
    """Schema 2: prints as one list each, where schema 1 had a row for each thing that has a print."""
    for one in ("article", "saying"):
        # the rows stand in the order of print and rank
        rows = db.execute(f"SELECT print, rank, n FROM {one}_prints ORDER BY print, rank, n")
        groups = groupby(rows, key=lambda row: int(row[0]))
        while some := list(islice(_members(groups), TOGETHER)):
            db.executemany(f"INSERT INTO {one}_heads VALUES (?, ?)", ((key, _head(group)) for key, group in some))
            crowds = ((key, its) for key, group in some if len(group) > 32 for _, its in sorted(group, key=_by_member))
            db.executemany(f"INSERT INTO {one}_crowds VALUES (?, ?)", crowds)
        db.execute(f"DROP TABLE {one}_prints")


def _members(
    groups: Iterable[tuple[int, Iterable[tuple[int, int, int]]]],
) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Each print with the ranks and members that have it."""
    for key, group in groups:
        yield key, [(rank, n << 5 | (rank & 31)) for _, rank, n in group]


def _by_member(pair: tuple[int, int]) -> int:
    return pair[1]


def _head(group: list[tuple[int, int]]) -> bytes:
    if len(group) > 32:
        values = [0, *(value for pair in group[:8] for value in pair)]
    else:
        values = sorted(its for _, its in group)
    return struct.pack(f"<{len(values)}Q", *values)


def to_lengths(db: sqlite3.Connection) -> None:
    """Schema 2: the rows of the full-text index in order of length, where schema 1 had them as they came."""
    places = sorted(
        min(text.count(" "), 0xFFFF) << 40 | n for n, text in db.execute("SELECT n, text FROM sayings ORDER BY n")
    )
    texts = "SELECT text FROM sayings WHERE n = ?"
    db.executemany(
        "INSERT INTO sayings_fts (rowid, text) VALUES (?, ?)",
        ((at, db.execute(texts, (at & (1 << 40) - 1,)).fetchone()[0]) for at in places),
    )
