"""Things that are alike, in groups, by an index of prints: never all pairs, and the order of adding changes nothing.

A thing has a few prints (numbers made from its words); things that share prints are held against each other by a judge,
and a group is what the links between them hold together. A print that more than ``CROWD`` things have says little, and
costs much: there each thing is only held against the ``HUBS`` of least rank. Ranks are hashes of what the things are,
so who is a hub is settled by the things present and not by who came first; a link that a growing crowd no longer
supports is taken back. The scheme is the sorted neighbourhood of Hernandez and Stolfo (1995) with least-hash anchors
(Broder, 1997) in place of windows.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from quotetrack.ledger.index import COUNT_BITS, Index, count, member

CROWD = 32
HUBS = 8
MOST_PRINTS = 24

Judge = Callable[[int, Sequence[int]], Iterable[int]]
"""(thing, candidates) -> those of the candidates that are like the thing."""


def ranked(digest: bytes, prints: int) -> int:
    """A rank of 45 bits from a digest and the number of prints."""
    return int.from_bytes(digest[:5], "big") << COUNT_BITS | min(prints, 31)


def ranks(digest: bytes) -> tuple[int, int]:
    """The least and the greatest rank that a digest can have, whatever the number of prints."""
    return ranked(digest, 0), ranked(digest, 31)


class Groups:
    """The groups of one table's rows. The row's group is its column ``label``, the number of one of its rows."""

    def __init__(
        self,
        db: sqlite3.Connection,
        table: str,
        label: str,
        prints: Callable[[int], Sequence[int]],
        judge: Judge,
        share: int,
    ) -> None:
        self.db, self.table, self.label = db, table, label
        self.prints, self.judge, self.share = prints, judge, share
        self.links = f"{table[:-1]}_links"
        self.index = Index(db, table[:-1])

    def begin(self) -> None:
        """Forget what is known of the file: another may have written since."""
        self.index.begin()

    def add(self, n: int, rank: int, prints: Sequence[int]) -> None:
        """Index a new row and link it with those that it is like."""
        its = member(n, rank)
        seen: Counter[int] = Counter()
        crossed: list[int] = []
        displaced: list[tuple[int, int]] = []
        for key in prints:
            placed = self.index.put(key, rank, its, CROWD, HUBS)
            seen.update(placed.shown)
            if placed.crossed:
                crossed.append(key)
            if placed.displaced is not None:
                displaced.append((key, placed.displaced))
        alike = self._alike(n, rank, seen)
        if alike:
            self._link(n, alike)
        for key in crossed:
            self._unlink_unsupported(self._within(key))
        for key, hub in displaced:
            self._unlink_unsupported(self._of_hub(key, hub))

    def remove(self, n: int) -> None:
        """Take a row out of the index; the groups are what they would be had it never been there."""
        its = member(n, self._rank(n))
        again: set[int] = set()
        for key in self.prints(n):
            again.update(one >> COUNT_BITS for one in self.index.drop(key, its, CROWD, HUBS))
        near = self.neighbours(n)
        self.db.execute(f"DELETE FROM {self.links} WHERE a = ? OR b = ?", (n, n))
        self.db.execute(f"UPDATE {self.table} SET {self.label} = -1 WHERE n = ?", (n,))
        self.regroup(near)
        for row in sorted(again - {n}):
            self.relink(row)

    def relink(self, n: int) -> None:
        """Make a row's links what the index now says."""
        rank = self._rank(n)
        right = set(self._alike(n, rank, self._seen(n, rank)))
        have = set(self.neighbours(n))
        if right - have:
            self._link(n, sorted(right - have))
        gone = {m for m in have - right if not self.kept(n, m)}
        self.db.executemany(f"DELETE FROM {self.links} WHERE a = ? AND b = ?", ((min(n, m), max(n, m)) for m in gone))
        if gone:
            self.regroup([n, *sorted(gone)])

    def _rank(self, n: int) -> int:
        return int(self.db.execute(f"SELECT rank FROM {self.table} WHERE n = ?", (n,)).fetchone()[0])

    def neighbours(self, n: int) -> list[int]:
        """The rows that a row is linked with."""
        rows = self.db.execute(
            f"SELECT b FROM {self.links} WHERE a = ?1 UNION SELECT a FROM {self.links} WHERE b = ?1", (n,)
        )
        return [row for (row,) in rows]

    def bind(self, a: int, b: int) -> None:
        """Link two rows, whatever the index says; ``kept`` must know of it."""
        self._link(a, [b])

    def _seen(self, n: int, rank: int) -> Counter[int]:
        """The members that the index shows to a row that is in it, with the number of shared prints."""
        its = member(n, rank)
        seen: Counter[int] = Counter()
        for key in self.prints(n):
            seen.update(self.index.shown(key, its))
        del seen[its]
        return seen

    def _alike(self, n: int, rank: int, seen: Counter[int]) -> list[int]:
        own, share = count(rank), self.share
        enough = [one >> COUNT_BITS for one, shared in seen.items() if shared * share >= min(own, count(one))]
        return sorted(self.judge(n, enough)) if enough else []

    def _supported(self, a: int, b: int, prints: Callable[[int], Sequence[int]]) -> bool:
        """Whether the index shows two rows to each other."""
        shared = sum(self.index.told(key, (a, b)) for key in set(prints(a)) & set(prints(b)))
        return shared > 0 and shared * self.share >= min(count(self._rank(a)), count(self._rank(b)))

    def _within(self, key: int) -> list[tuple[int, int]]:
        """The links between rows that share a print."""
        rows = json.dumps([one >> COUNT_BITS for one in self.index.everyone(key)])
        inside = "(SELECT value FROM json_each(?1))"
        return self.db.execute(
            f"SELECT a, b FROM {self.links} WHERE a IN {inside} AND b IN {inside}", (rows,)
        ).fetchall()

    def _of_hub(self, key: int, hub: int) -> list[tuple[int, int]]:
        """The links between one row and others that share a print with it."""
        near = self.neighbours(hub)
        return [(min(hub, n), max(hub, n)) for n in near if self.index.has(key, member(n, self._rank(n)))]

    def _unlink_unsupported(self, pairs: Iterable[tuple[int, int]]) -> None:
        prints = cache(self.prints)  # a row may stand in many pairs
        gone = [(a, b) for a, b in pairs if not self._supported(a, b, prints) and not self.kept(a, b)]
        self.db.executemany(f"DELETE FROM {self.links} WHERE a = ? AND b = ?", gone)
        if gone:
            self.regroup(sorted({row for pair in gone for row in pair}))

    def kept(self, a: int, b: int) -> bool:
        """Whether a link was made by hand; nobody takes that back but a hand."""
        return False

    def _link(self, n: int, others: Sequence[int]) -> None:
        pairs = ((min(n, m), max(n, m)) for m in others)
        self.db.executemany(f"INSERT OR IGNORE INTO {self.links} VALUES (?, ?)", pairs)
        labels = sorted({self._label(row) for row in (n, *others)})
        if len(labels) > 1:
            sizes = {label: self._size(label) for label in labels}
            main = max(labels, key=lambda label: (sizes[label], -label))
            rows = f"SELECT n FROM {self.table} WHERE {self.label} = ?"
            joined = [row for label in labels if label != main for row in self.db.execute(rows, (label,)).fetchall()]
            # row by row: an UPDATE that searches by what it changes builds a table of its own first
            self.db.executemany(
                f"UPDATE {self.table} SET {self.label} = ? WHERE n = ?", ((main, row) for (row,) in joined)
            )

    def _label(self, n: int) -> int:
        return int(self.db.execute(f"SELECT {self.label} FROM {self.table} WHERE n = ?", (n,)).fetchone()[0])

    def _size(self, label: int) -> int:
        return int(self.db.execute(f"SELECT count(*) FROM {self.table} WHERE {self.label} = ?", (label,)).fetchone()[0])

    def regroup(self, rows: Iterable[int]) -> None:
        """Find the groups of these rows again, link by link."""
        done: set[int] = set()
        for start in rows:
            if start in done:
                continue
            group = {start}
            edge = [start]
            while edge:
                near = {m for n in edge for m in self.neighbours(n)}
                edge = sorted(near - group)
                group |= near
            done |= group
            self.db.executemany(
                f"UPDATE {self.table} SET {self.label} = ? WHERE n = ?", ((min(group), n) for n in sorted(group))
            )
