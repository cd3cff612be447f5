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

CROWD = 32
HUBS = 8
COUNT_BITS = 5  # the low bits of a rank tell how many prints the thing has, at most 31
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
        one = table[:-1]
        self.prints_table, self.links = f"{one}_prints", f"{one}_links"
        self._head = f"SELECT rank, n FROM {self.prints_table} WHERE print = ? ORDER BY rank, n LIMIT ?"

    def add(self, n: int, rank: int, prints: Sequence[int]) -> None:
        """Index a new row and link it with those that it is like."""
        seen: Counter[tuple[int, int]] = Counter()
        crossed: list[int] = []
        displaced: list[tuple[int, int]] = []
        for key in prints:
            head = self.db.execute(self._head, (key, CROWD + 1)).fetchall()
            if len(head) < CROWD:
                seen.update(head)
                continue
            if len(head) == CROWD:
                crossed.append(key)
            if (rank, n) < head[HUBS - 1]:
                seen.update(self.db.execute(self._head, (key, -1)).fetchall())
                displaced.append((key, head[HUBS - 1][1]))
            else:
                seen.update(head[:HUBS])
        self.db.executemany(f"INSERT INTO {self.prints_table} VALUES (?, ?, ?)", ((key, rank, n) for key in prints))
        alike = self._alike(n, rank, seen)
        if alike:
            self._link(n, alike)
        for key in crossed:
            self._unlink_unsupported(self._within(key))
        for key, hub in displaced:
            self._unlink_unsupported(pair for pair in self._within(key, hub))

    def remove(self, n: int) -> None:
        """Take a row out of the index; the groups are what they would be had it never been there."""
        keys = self.prints(n)
        rank = int(self.db.execute(f"SELECT rank FROM {self.table} WHERE n = ?", (n,)).fetchone()[0])
        again: set[int] = set()
        for key in keys:
            self.db.execute(f"DELETE FROM {self.prints_table} WHERE print = ? AND rank = ? AND n = ?", (key, rank, n))
            head = self.db.execute(self._head, (key, CROWD + 1)).fetchall()
            if len(head) == CROWD:
                again.update(row for _, row in head)
            elif len(head) > CROWD and (rank, n) < head[HUBS - 1]:
                again.add(head[HUBS - 1][1])
        near = self.neighbours(n)
        self.db.execute(f"DELETE FROM {self.links} WHERE a = ? OR b = ?", (n, n))
        self.db.execute(f"UPDATE {self.table} SET {self.label} = -1 WHERE n = ?", (n,))
        self.regroup(near)
        for row in sorted(again - {n}):
            self.relink(row)

    def relink(self, n: int) -> None:
        """Make a row's links what the index now says."""
        rank = int(self.db.execute(f"SELECT rank FROM {self.table} WHERE n = ?", (n,)).fetchone()[0])
        right = set(self._alike(n, rank, self._seen(n, rank)))
        have = set(self.neighbours(n))
        if right - have:
            self._link(n, sorted(right - have))
        gone = {m for m in have - right if not self.kept(n, m)}
        self.db.executemany(f"DELETE FROM {self.links} WHERE a = ? AND b = ?", ((min(n, m), max(n, m)) for m in gone))
        if gone:
            self.regroup([n, *sorted(gone)])

    def neighbours(self, n: int) -> list[int]:
        """The rows that a row is linked with."""
        rows = self.db.execute(
            f"SELECT b FROM {self.links} WHERE a = ?1 UNION SELECT a FROM {self.links} WHERE b = ?1", (n,)
        )
        return [row for (row,) in rows]

    def bind(self, a: int, b: int) -> None:
        """Link two rows, whatever the index says; ``kept`` must know of it."""
        self._link(a, [b])

    def _seen(self, n: int, rank: int) -> Counter[tuple[int, int]]:
        """The rows that the index shows to a row that is in it, with the number of shared prints."""
        seen: Counter[tuple[int, int]] = Counter()
        for key in self.prints(n):
            head = self.db.execute(self._head, (key, CROWD + 1)).fetchall()
            if len(head) > CROWD:
                hub = (rank, n) <= head[HUBS - 1]
                head = self.db.execute(self._head, (key, -1)).fetchall() if hub else head[:HUBS]
            seen.update(head)
        del seen[rank, n]
        return seen

    def _alike(self, n: int, rank: int, seen: Counter[tuple[int, int]]) -> list[int]:
        enough = [row for (other, row), shared in seen.items() if shared * self.share >= least(rank, other)]
        return sorted(self.judge(n, enough)) if enough else []

    def _supported(self, a: int, b: int) -> bool:
        """Whether the index shows two rows to each other."""
        ranks = dict(self.db.execute(f"SELECT n, rank FROM {self.table} WHERE n IN (?, ?)", (a, b)).fetchall())
        shared = 0
        for key in set(self.prints(a)) & set(self.prints(b)):
            head = self.db.execute(self._head, (key, CROWD + 1)).fetchall()
            shared += len(head) <= CROWD or any(row in (a, b) for _, row in head[:HUBS])
        return shared > 0 and shared * self.share >= least(ranks[a], ranks[b])

    def _within(self, key: int, hub: int | None = None) -> list[tuple[int, int]]:
        """The links between rows that share a print; with a ``hub``, only those of that row."""
        members = f"SELECT n FROM {self.prints_table} WHERE print = ?1"
        if hub is None:
            where = f"a IN ({members}) AND b IN ({members})"
            return self.db.execute(f"SELECT a, b FROM {self.links} WHERE {where}", (key,)).fetchall()
        pairs = [(min(hub, row), max(hub, row)) for row in self.neighbours(hub)]
        inside = {row for (row,) in self.db.execute(members, (key,))} if pairs else set()
        return [(a, b) for a, b in pairs if a in inside and b in inside]

    def _unlink_unsupported(self, pairs: Iterable[tuple[int, int]]) -> None:
        gone = [(a, b) for a, b in pairs if not self._supported(a, b) and not self.kept(a, b)]
        self.db.executemany(f"DELETE FROM {self.links} WHERE a = ? AND b = ?", gone)
        if gone:
            self.regroup(sorted({row for pair in gone for row in pair}))

    def kept(self, a: int, b: int) -> bool:
        """Whether a link was made by hand; nobody takes that back but a hand."""
        return False

    def _link(self, n: int, others: Sequence[int]) -> None:
        pairs = ((min(n, m), max(n, m)) for m in others)
        self.db.executemany(f"INSERT OR IGNORE INTO {self.links} VALUES (?, ?)", pairs)
        found = self.db.execute(
            f"SELECT DISTINCT {self.label} FROM {self.table} WHERE n IN (SELECT value FROM json_each(?))",
            (json.dumps([n, *others]),),
        ).fetchall()
        labels = sorted(label for (label,) in found)
        if len(labels) > 1:
            sizes = {label: self._size(label) for label in labels}
            main = max(labels, key=lambda label: (sizes[label], -label))
            self.db.executemany(
                f"UPDATE {self.table} SET {self.label} = ? WHERE {self.label} = ?",
                ((main, label) for label in labels if label != main),
            )

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


def least(one: int, two: int) -> int:
    """The number of prints of the thing that has fewer."""
    low = (1 << COUNT_BITS) - 1
    return min(one & low, two & low)
