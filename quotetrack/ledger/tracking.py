"""Reading the ledger: tracks, timelines, speakers and conflicts, put together from its rows."""

from __future__ import annotations

import datetime as dt
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quotetrack.ledger.adding import code, track_id
from quotetrack.ledger.people import People
from quotetrack.ledger.results import LATER, Person, Sighting, Track
from quotetrack.ledger.search import Search
from quotetrack.ledger.stories import version_key
from quotetrack.records import Kind, Speaker
from quotetrack.spans import Span
from quotetrack.wording import Comparison, Likeness, compare, size

HITS = 300  # sayings: of so few each is looked at, whatever else is asked
FEW = 20_000  # sightings: among so many it is sought whether they have the words, among more by the words first
OF_FACES = "s.face IN (SELECT value FROM json_each(?))"
TOGETHER = 200  # tracks that are read at once
KINDS = {kind.value: kind for kind in Kind}
INDIRECT = Kind.INDIRECT.value
LAST = "9999-12-31"  # where a day is unknown, it comes last
compared = lru_cache(maxsize=4096)(compare)
_GAP = re.compile(r"…|\.{2,}|[\[\]]")

ROWS = """SELECT s.n, s.article, s.saying, s.face, s.claim, s.kind, s.day, s.start, s.spans, s.text, y.track,
    a.id, a.url, a.publisher, a.story, a.published, a.day, a.ordinal
    FROM sightings s JOIN sayings y ON y.n = s.saying JOIN articles a ON a.n = s.article"""


class Seen(NamedTuple):
    """A sighting's row."""

    n: int
    article: int
    saying: int
    face: int | None
    claim: str
    kind: str
    day: str | None
    start: int
    spans: str
    text: str
    track: int
    id: str
    url: str | None
    publisher: str | None
    story: int
    published: str | None
    article_day: str | None
    ordinal: int

    @property
    def place(self) -> tuple[str, str, int, str]:
        """Where it stands in a fixed order: by day, article, offset, words."""
        return (self.day or LAST, self.id, self.start, self.text)

    @property
    def version(self) -> tuple[str, int, str, int]:
        """Where its article stands among the versions of its story."""
        return version_key((self.article, self.published, self.article_day, self.ordinal))


class Reader:
    """Puts rows together; the caller holds the transaction."""

    def __init__(self, db: sqlite3.Connection, people: People) -> None:
        self.db, self.people, self.search = db, people, Search(db)

    # tracks

    def found(
        self,
        faces: Sequence[int] | None,
        text: str | None,
        since: str | None,
        until: str | None,
        kind: str | None,
    ) -> Iterator[int]:
        """The labels of the tracks that fit, the best or the earliest first."""
        wheres, values = [], []
        if faces is not None:
            wheres.append(OF_FACES)
            values.append(json.dumps(list(faces)))
        for column, value in (("s.day >= ?", since), ("s.day <= ?", until), ("s.kind = ?", kind)):
            if value is not None:
                wheres.append(column)
                values.append(value)
        where = " AND ".join(wheres)
        if text is None:
            return self._earliest(where or "1", values)
        return self._hits(text, where, values)

    def _earliest(self, where: str, values: Sequence[str]) -> Iterator[int]:
        rows = self.db.execute(
            f"SELECT y.track, min(coalesce(s.day, '{LAST}')) AS first FROM sightings s JOIN sayings y"
            f" ON y.n = s.saying WHERE {where} GROUP BY y.track ORDER BY first, min(s.code)",
            values,
        )
        return (label for label, _ in rows.fetchall())

    def _hits(self, text: str, where: str, values: Sequence[str]) -> Iterator[int]:
        """The tracks with a saying that has the words, and a sighting of it that fits."""
        if where and self._few(where, values) and self.search.few(text, HITS) is None:
            rows = self.search.among(text, f"SELECT s.saying FROM sightings s WHERE {where}", values)
            where = ""
        else:
            rows = self.search.ranked(text)
        fits = f"SELECT 1 FROM sightings s WHERE s.saying = ? AND {where} LIMIT 1"
        done = set()
        for saying, label in rows:
            if label not in done and (not where or self.db.execute(fits, (saying, *values)).fetchone()):
                done.add(label)
                yield label

    def _few(self, where: str, values: Sequence[str]) -> bool:
        """Whether so few sightings fit that it is best to look for the words among them alone."""
        first = f"SELECT 1 FROM sightings s WHERE {where} LIMIT 1 OFFSET {FEW}"
        if OF_FACES not in where and "s.day" not in where:
            return False  # by kind alone, all would be gone through
        return self.db.execute(first, values).fetchone() is None

    def label(self, id: str) -> int | None:
        """The label of the track that an id of its own, an earlier one, or a claim's leads to."""
        rows: list[tuple[str, str, int, int]] = []
        for number in _codes(id):
            rows += self.db.execute(
                "SELECT s.claim, s.text, y.track, s.n FROM sightings s JOIN sayings y ON y.n = s.saying"
                " WHERE s.code = ? ORDER BY s.n",
                (number,),
            )
        exact = [label for claim, text, label, _ in rows if track_id(claim, text) == id]
        by_claim = [label for claim, _, label, _ in rows if claim == id]
        return next(iter(exact + by_claim), None)

    def tracks(self, labels: Sequence[int]) -> list[Track]:
        """The tracks with these labels, which must be there, in this order."""
        told: list[Track] = []
        for start in range(0, len(labels), TOGETHER):
            some = labels[start : start + TOGETHER]
            groups: dict[int, list[Seen]] = {label: [] for label in some}
            for row in self.rows("y.track IN (SELECT value FROM json_each(?))", json.dumps(list(some))):
                groups[row.track].append(row)
            told += [self._track(groups[label]) for label in some]
        return told

    def track(self, label: int) -> Track:
        """The track with a label, which must be there."""
        return self._track(self.rows("y.track = ?", label))

    def _track(self, rows: list[Seen]) -> Track:
        rows.sort(key=lambda row: row.place)
        name = track_id(rows[0].claim, rows[0].text)
        texts = {row.text for row in rows}
        text = fullest({row.text for row in rows if row.kind != INDIRECT} or texts)
        fuller = longest(texts)
        last = newest(rows)
        seen = [(row, self.sighting(row, name, *against(text, row.text, fuller))) for row in rows]
        days = [row.day for row in rows if row.day]
        return Track(
            name,
            self._speaker(rows),
            text,
            dated(min(days, default=None)),
            dated(max(days, default=None)),
            tuple(sighting for row, sighting in seen if last[row.story] == row.version),
            tuple(sighting for row, sighting in seen if last[row.story] != row.version),
        )

    def rows(self, where: str, *values: object) -> list[Seen]:
        return list(map(Seen._make, self.db.execute(f"{ROWS} WHERE {where}", values).fetchall()))

    def sighting(self, row: Seen, track: str, reference: str, found: Comparison = LATER) -> Sighting:
        """A row as it is given back; without a comparison it is as the reference is."""
        return Sighting(
            row.claim,
            row.id,
            track,
            self.speaker(row.face),
            KINDS[row.kind],
            row.text,
            spans_of(row.spans),
            dated(row.day),
            row.url,
            row.publisher,
            Likeness.SAME if found is LATER else found.kind,
            reference,
            found,
        )

    def speaker(self, face: int | None) -> Speaker | None:
        """Who a face is, as this article names them, under the person's id."""
        if face is None:
            return None
        return self.people.speaker(face)

    def _speaker(self, rows: Sequence[Seen]) -> Speaker | None:
        """Who most stories give a statement to; the earliest of those that as many do."""
        stories: dict[str, set[int]] = {}
        faces: dict[str, set[int]] = {}
        for row in rows:
            if row.face is not None:
                face = self.people.face(row.face)
                key = self.people.key_of(face)
                stories.setdefault(key, set()).add(row.story)
                faces.setdefault(key, set()).add(row.face)
        if not stories:
            return None
        best = max(stories, key=lambda key: (key[:1] not in ("~", "@"), len(stories[key])))
        return self.people.shown([self.people.face(face) for face in sorted(faces[best])], best)

    # speakers

    def persons(self) -> list[Person]:
        """Everyone who is quoted, the most quoted first."""
        keys: dict[str, list[int]] = {}
        rows = []
        for (n,) in self.db.execute("SELECT n FROM faces ORDER BY n").fetchall():
            key = self.people.key_of(self.people.face(n))
            keys.setdefault(key, []).append(n)
            rows.append((n, key))
        self.db.execute("CREATE TEMP TABLE IF NOT EXISTS whose (face INTEGER PRIMARY KEY, key TEXT)")
        self.db.execute("DELETE FROM whose")
        self.db.executemany("INSERT INTO whose VALUES (?, ?)", rows)
        counted = self.db.execute(
            "SELECT w.key, count(DISTINCT y.track), count(DISTINCT a.story), min(s.day), max(s.day)"
            " FROM sightings s JOIN whose w ON w.face = s.face JOIN sayings y ON y.n = s.saying"
            " JOIN articles a ON a.n = s.article GROUP BY w.key"
        ).fetchall()
        self.db.execute("DROP TABLE whose")
        people = [self._person(keys[key], key, *counts) for key, *counts in counted]
        return sorted(people, key=lambda person: (-person.statements, -person.stories, person.name, person.id))

    def _person(self, faces: list[int], key: str, statements: int, stories: int, first: str, last: str) -> Person:
        group = [self.people.face(face) for face in faces]
        shown = self.people.shown(group, key)
        return Person(
            shown.id,
            shown.name,
            str(shown.kind),
            (shown.name, *shown.aliases),
            tuple(sorted({face.role for face in group if face.role})),
            statements,
            stories,
            dated(first),
            dated(last),
        )


def newest(rows: Iterable[Seen]) -> dict[int, tuple[str, int, str, int]]:
    """The newest version of each story that the rows are of."""
    found: dict[int, tuple[str, int, str, int]] = {}
    for row in rows:
        version = row.version
        if found.get(row.story, version) <= version:
            found[row.story] = version
    return found


def fullest(texts: Iterable[str]) -> str:
    """The longest of some wordings, one without an ellipsis or a bracket where there is one as long."""
    sizes = {text: size(text) for text in texts}
    most = max(sizes.values())
    few = [text for text in sizes if sizes[text] == most]
    return few[0] if len(few) == 1 else min(few, key=lambda text: (len(_GAP.findall(text)), text))


def longest(texts: Iterable[str]) -> list[str]:
    """Wordings, those with the most words first."""
    few = list(texts)
    return few if len(few) < 2 else sorted(few, key=lambda words: (-size(words), words))


def against(text: str, wording: str, texts: Sequence[str]) -> tuple[str, Comparison]:
    """A wording held against the fullest one, or where they have nothing in common, against the fullest that has.

    The fullest itself need not be compared.
    """
    if wording == text:
        return text, LATER
    found = compared(text, wording)
    if found.kind is not Likeness.DIFFERENT:
        return text, found
    for other in texts[:50]:
        near = compared(other, wording)
        if near.kind is not Likeness.DIFFERENT and other != wording:
            return other, near
    return text, found


def _codes(id: str) -> list[int]:
    return sorted({code(id)} | ({int(id[:12], 16)} if re.fullmatch("[0-9a-f]{16}", id) else set()))


@lru_cache(maxsize=4096)
def dated(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text and text != LAST else None


def spans_of(text: str) -> tuple[Span, ...]:
    """Spans as they are stored: "[[1,5],[9,20]]"; most stand alone."""
    if text.count("[") == 2:
        start, _, end = text[2:-2].partition(",")
        return (Span(int(start), int(end)),)
    return tuple(Span(start, end) for start, end in json.loads(text))
