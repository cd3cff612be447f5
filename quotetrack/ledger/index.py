"""Which things have a print: one short list a print, and a table for the prints that a crowd has.

Most prints are had by few things, and all of them are wanted whenever the print is met again: they are packed into one
value, so that a look costs the same however many there are. Of a print that more than ``CROWD`` things have, only the
``HUBS`` of least rank stand in the value, and everyone in a table.

Lists are kept in memory while a transaction lasts and written in order at its end: frequent prints are then read and
written once for many articles, and the file is gone through from one end to the other.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Iterable, Sequence

import attrs

COUNT_BITS = 5  # the low bits of a rank, and of a member, tell how many prints the thing has, at most 31
HELD = 200_000  # lists in memory at most

_CROWDED = 0  # in front of the hubs, each as rank and member; no member is 0


@attrs.frozen
class Placed:
    """What putting a thing under a print showed: the members to hold it against, and what became of the crowd."""

    shown: Sequence[int]
    crossed: bool = False
    displaced: int | None = None


def member(n: int, rank: int) -> int:
    """A thing as it stands in the index: its row's number, and how many prints it has."""
    return n << COUNT_BITS | count(rank)


def count(value: int) -> int:
    """The number of prints that a rank or a member tells."""
    return value & ((1 << COUNT_BITS) - 1)


class Index:
    """The lists of one kind of thing, by print; ``one`` names the table of the things without its last letter."""

    def __init__(self, db: sqlite3.Connection, one: str) -> None:
        self.db, self.table = db, f"{one}s"
        self.heads, self.crowds = f"{one}_heads", f"{one}_crowds"
        self._lists: dict[int, array[int]] = {}
        self._changed: set[int] = set()

    def begin(self) -> None:
        """Forget what is in memory: another may have written, or what was changed here was not kept."""
        self._lists.clear()
        self._changed.clear()

    def flush(self) -> None:
        """Write what was changed, in order of the prints."""
        gone = [key for key in self._changed if not self._lists[key]]
        self.db.executemany(f"DELETE FROM {self.heads} WHERE print = ?", ((key,) for key in sorted(gone)))
        kept = sorted(self._changed.difference(gone))
        self.db.executemany(
            f"INSERT OR REPLACE INTO {self.heads} VALUES (?, ?)", ((key, packed(self._lists[key])) for key in kept)
        )
        self.begin()

    def _list(self, key: int) -> array[int]:
        found = self._lists.get(key)
        if found is None:
            row = self.db.execute(f"SELECT head FROM {self.heads} WHERE print = ?", (key,)).fetchone()
            found = self._lists[key] = unpacked(row[0]) if row is not None else array("Q")
        return found

    def _write(self, key: int, members: Iterable[int]) -> None:
        self._lists[key] = array("Q", members)
        self._changed.add(key)

    def shown(self, key: int, its: int) -> Sequence[int]:
        """The members that a member is held against: all, or the hubs of a crowd; itself may be among them."""
        head = self._list(key)
        if not crowded(head):
            return head
        return self.everyone(key) if its in head[2::2] else head[2::2]

    def told(self, key: int, rows: Iterable[int]) -> bool:
        """Whether the print shows things that have it to each other, of which some are these rows."""
        head = self._list(key)
        return not crowded(head) or any(one >> COUNT_BITS in rows for one in head[2::2])

    def everyone(self, key: int) -> Sequence[int]:
        """All members that have a print."""
        head = self._list(key)
        if not crowded(head):
            return head
        return [one for (one,) in self.db.execute(f"SELECT member FROM {self.crowds} WHERE print = ?", (key,))]

    def has(self, key: int, its: int) -> bool:
        """Whether a member has a print."""
        head = self._list(key)
        if not crowded(head):
            return its in head
        row = self.db.execute(f"SELECT 1 FROM {self.crowds} WHERE print = ? AND member = ?", (key, its)).fetchone()
        return row is not None

    def put(self, key: int, rank: int, its: int, crowd: int, hubs: int) -> Placed:
        """Put a new member under a print; a list of more than ``crowd`` members becomes a crowd with ``hubs``."""
        if len(self._lists) > HELD:
            self.flush()
        head = self._list(key)
        if crowded(head):
            return self._join(key, rank, its, hubs)
        if len(head) < crowd:
            shown = head[:]
            head.append(its)
            self._changed.add(key)
            return Placed(shown)
        self._cross(key, [*head, its], hubs)
        elected = self._list(key)[2::2]
        return Placed(head if its in elected else elected, crossed=True)

    def _cross(self, key: int, members: Sequence[int], hubs: int) -> None:
        """Make a list a crowd."""
        self.db.executemany(f"INSERT INTO {self.crowds} VALUES (?, ?)", ((key, one) for one in sorted(members)))
        self._elect(key, hubs)

    def _elect(self, key: int, hubs: int) -> None:
        """Find the hubs of a crowd."""
        rows = self.db.execute(
            f"SELECT t.rank, c.member FROM {self.crowds} c JOIN {self.table} t ON t.n = c.member >> {COUNT_BITS}"
            " WHERE c.print = ? ORDER BY t.rank, t.n LIMIT ?",
            (key, hubs),
        )
        self._write(key, [_CROWDED, *(value for row in rows.fetchall() for value in row)])

    def _join(self, key: int, rank: int, its: int, hubs: int) -> Placed:
        """Put a new member into a crowd."""
        head = self._list(key)
        shown: Sequence[int] = head[2::2]
        last = (head[-2], head[-1])
        hub = (rank, its) < last
        if hub:
            shown = self.everyone(key)
            order = sorted([*zip(head[1::2], head[2::2]), (rank, its)])[:hubs]
            self._write(key, [_CROWDED, *(value for one in order for value in one)])
        self.db.execute(f"INSERT INTO {self.crowds} VALUES (?, ?)", (key, its))
        return Placed(shown, displaced=last[1] >> COUNT_BITS if hub else None)

    def drop(self, key: int, its: int, crowd: int, hubs: int) -> Sequence[int]:
        """Take a member out; those that are now held against others than before."""
        head = self._list(key)
        if not crowded(head):
            head.remove(its)
            self._changed.add(key)
            return ()
        self.db.execute(f"DELETE FROM {self.crowds} WHERE print = ? AND member = ?", (key, its))
        left = self.db.execute(f"SELECT member FROM {self.crowds} WHERE print = ? LIMIT ?", (key, crowd + 1)).fetchall()
        if len(left) == crowd:
            self.db.execute(f"DELETE FROM {self.crowds} WHERE print = ?", (key,))
            self._write(key, [one for (one,) in left])
            return self._list(key)
        if its in head[2::2]:
            self._elect(key, hubs)
            return self._list(key)[-1:]
        return ()


def crowded(head: Sequence[int]) -> bool:
    """Whether a list is that of a crowd: its hubs alone."""
    return len(head) > 0 and head[0] == _CROWDED


def packed(head: array[int]) -> bytes:
    """A list as it stands in the file: eight bytes a number, the least one first, on any machine."""
    if sys.byteorder == "big":
        head = array("Q", head)
        head.byteswap()
    return head.tobytes()


def unpacked(stored: bytes) -> array[int]:
    """A list from the file."""
    head = array("Q", stored)
    if sys.byteorder == "big":
        head.byteswap()
    return head
