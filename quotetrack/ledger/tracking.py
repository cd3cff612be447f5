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
from quotetrack.ledger.results import LATER, Conflict, Fault, Person, Sighting, Track
from quotetrack.ledger.search import MASK, Search, query
from quotetrack.ledger.stories import version_key
from quotetrack.records import Kind, Speaker
from quotetrack.spans import Span
from quotetrack.wording import Comparison, Likeness, compare, size

FEW = 20_000  # sightings: among so many it is sought whether they have the words, among more by the words first
OF_FACES = "s.face IN (SELECT value FROM json_each(?))"
TOGETHER = 200  # tracks that are read at once
KINDS = {kind.value: kind for kind in Kind}
INDIRECT = Kind.INDIRECT.value
LAST = "9999-12-31"  # where a day is unknown, it comes last
_compare = lru_cache(maxsize=4096)(compare)
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
    def place(self) -> str:
        """Where it stands in a fixed order: by day, article, offset, words."""
        return f"{self.day or LAST}{self.id}\x01{self.start:012d}\x01{self.text}"

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
        if where and self._few(where, values):
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
            for row in self._rows("y.track IN (SELECT value FROM json_each(?))", json.dumps(list(some))):
                groups[row.track].append(row)
            told += [self._track(groups[label]) for label in some]
        return told

    def track(self, label: int) -> Track:
        """The track with a label, which must be there."""
        return self._track(self._rows("y.track = ?", label))

    def _track(self, rows: list[Seen]) -> Track:
        rows.sort(key=lambda row: row.place)
        name = track_id(rows[0].claim, rows[0].text)
        text = fullest(rows)
        texts = longest({row.text for row in rows})
        newest = self._newest(rows)
        seen = [(row, self._sighting(row, name, *against(text, row.text, texts))) for row in rows]
        days = [row.day for row in rows if row.day]
        return Track(
            name,
            self._speaker(rows),
            text,
            _date(min(days, default=None)),
            _date(max(days, default=None)),
            tuple(sighting for row, sighting in seen if newest[row.story] == row.version),
            tuple(sighting for row, sighting in seen if newest[row.story] != row.version),
        )

    def _rows(self, where: str, *values: object) -> list[Seen]:
        return list(map(Seen._make, self.db.execute(f"{ROWS} WHERE {where}", values).fetchall()))

    def _newest(self, rows: Iterable[Seen]) -> dict[int, tuple[str, int, str, int]]:
        newest: dict[int, tuple[str, int, str, int]] = {}
        for row in rows:
            newest[row.story] = max(newest.get(row.story, row.version), row.version)
        return newest

    def _sighting(self, row: Seen, track: str, reference: str, found: Comparison = LATER) -> Sighting:
        """A row as it is given back; without a comparison it is as the reference is."""
        return Sighting(
            row.claim,
            row.id,
            track,
            self.speaker(row.face),
            KINDS[row.kind],
            row.text,
            _spans(row.spans),
            _date(row.day),
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

    # a person's days

    def timeline(self, faces: Sequence[int], about: str | None) -> list[Sighting]:
        """One sighting a statement and day, in order of day."""
        where, values = OF_FACES, [json.dumps(list(faces))]
        if about is not None:
            if not query(about):
                return []
            own = f"SELECT y.track FROM sightings s JOIN sayings y ON y.n = s.saying WHERE {OF_FACES}"
            hits = (
                f"SELECT rowid & {MASK} FROM sayings_fts WHERE sayings_fts MATCH ?"
                f" AND (rowid & {MASK}) IN (SELECT n FROM sayings WHERE track IN ({own}))"
            )
            where += f" AND y.track IN (SELECT track FROM sayings WHERE n IN ({hits}))"
            values += [query(about), values[0]]
        rows = self._rows(where, *values)
        days: dict[tuple[int, str], list[Seen]] = {}
        for row in rows:
            days.setdefault((row.track, row.day or LAST), []).append(row)
        ids = self._ids(rows)
        told = []
        for (label, _), group in days.items():
            best = self._best(group)
            told.append((best.place, self._sighting(best, ids[label], best.text)))
        return [sighting for _, sighting in sorted(told, key=lambda item: item[0])]

    def _best(self, rows: Sequence[Seen]) -> Seen:
        """The row with the fullest wording, of a newest version where one has it."""
        if len(rows) == 1:
            return rows[0]
        text = fullest(rows)
        fit = [row for row in rows if row.text == text]
        if len(fit) == 1:
            return fit[0]
        newest = self._newest(rows)
        return min(fit, key=lambda row: (newest[row.story] != row.version, row.place))

    def _ids(self, rows: Sequence[Seen]) -> dict[int, str]:
        """The ids of the tracks of some rows: made from a track's first sighting, which need not be among them."""
        firsts: dict[int, tuple[str, list[int]]] = {}
        labels = json.dumps(sorted({row.track for row in rows}))
        for label, n, day in self.db.execute(
            "SELECT y.track, s.n, s.day FROM sayings y JOIN sightings s ON s.saying = y.n"
            " WHERE y.track IN (SELECT value FROM json_each(?))",
            (labels,),
        ).fetchall():
            day = day or LAST
            first = firsts.get(label)
            if first is None or day < first[0]:
                firsts[label] = (day, [n])
            elif day == first[0]:
                first[1].append(n)
        known = {row.n: row for row in rows}
        wanted = [n for _, some in firsts.values() for n in some if n not in known]
        known.update((row.n, row) for row in self._rows("s.n IN (SELECT value FROM json_each(?))", json.dumps(wanted)))
        ids = {}
        for label, (_, some) in firsts.items():
            row = min((known[n] for n in some), key=lambda row: row.place) if len(some) > 1 else known[some[0]]
            ids[label] = track_id(row.claim, row.text)
        return ids

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
            _date(first),
            _date(last),
        )

    # conflicts

    def conflicts(self) -> Iterator[Conflict]:
        """What sightings of one statement disagree about, once for each pair of speakers or of differing words."""
        labels = self.db.execute(
            "SELECT y.track FROM sayings y GROUP BY y.track HAVING count(*) > 1"
            " UNION SELECT y.track FROM sightings s JOIN sayings y ON y.n = s.saying"
            " GROUP BY y.track HAVING count(DISTINCT s.face) > 1"
        ).fetchall()
        told: list[tuple[str, list[Seen]]] = []
        for (label,) in labels:
            rows = sorted(self._rows("y.track = ?", label), key=lambda row: row.place)
            told.append((rows[0].place, rows))
        for _, rows in sorted(told, key=lambda item: item[0]):
            yield from self._conflicts(rows)

    def _conflicts(self, rows: Sequence[Seen]) -> Iterator[Conflict]:
        name = track_id(rows[0].claim, rows[0].text)
        firsts: dict[int, list[Seen]] = {}
        for row in rows:
            firsts.setdefault(row.saying, []).append(row)
        done: set[object] = set()
        for one, two in self._pairs(sorted(firsts, key=lambda saying: firsts[saying][0].place)):
            found = _compare(firsts[one][0].text, firsts[two][0].text)
            a, b = firsts[one][0], firsts[two][0]
            words = frozenset((d.a_words.casefold(), d.b_words.casefold()) for d in found.differs)
            for fault in faults(found):
                if (fault, words) not in done:
                    done |= {(fault, words), (fault, frozenset((y, x) for x, y in words))}
                    yield self._conflict(fault, name, a, b, found)
            if found.kind is not Likeness.ALTERED:
                for a in by_face(firsts[one]):
                    for b in by_face(firsts[two]):
                        yield from self._other_speaker(name, a, b, found, done)
        for group in firsts.values():
            for row in by_face(group)[1:]:
                yield from self._other_speaker(name, group[0], row, _compare(group[0].text, row.text), done)

    def _pairs(self, sayings: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The linked pairs among sayings, in their order."""
        place = {saying: k for k, saying in enumerate(sayings)}
        for one in sayings:
            near = self.db.execute(
                "SELECT b FROM saying_links WHERE a = ?1 UNION SELECT a FROM saying_links WHERE b = ?1", (one,)
            )
            for two in sorted((n for (n,) in near if place.get(n, -1) > place[one]), key=lambda n: place[n]):
                yield one, two

    def _other_speaker(self, name: str, a: Seen, b: Seen, found: Comparison, done: set[object]) -> Iterator[Conflict]:
        keys = [self._settled(row.face) for row in (a, b)]
        pair = frozenset(keys)
        if None in pair or len(pair) < 2 or pair in done:
            return
        done.add(pair)
        yield self._conflict(Fault.SPEAKER, name, a, b, found)

    def _settled(self, face: int | None) -> str | None:
        """The key of a person or body that can be told from others, or None."""
        if face is None:
            return None
        one = self.people.face(face)
        key = self.people.key_of(one)
        return None if key[:1] in ("@", "~") else key

    def _conflict(self, fault: Fault, name: str, a: Seen, b: Seen, found: Comparison) -> Conflict:
        first = self._sighting(a, name, a.text)
        return Conflict(fault, name, first, self._sighting(b, name, a.text, found), found)


def faults(found: Comparison) -> list[Fault]:
    """What two wordings disagree about."""
    flags = ((found.negation, Fault.NEGATION), (found.number, Fault.NUMBER), (found.name, Fault.NAME))
    return [fault for flag, fault in flags if flag]


def by_face(rows: Sequence[Seen]) -> list[Seen]:
    """The first row of each face."""
    return list({row.face: row for row in reversed(rows)}.values())[::-1]


def fullest(rows: Sequence[Seen]) -> str:
    """The longest wording that was quoted, one without an ellipsis or a bracket where there is one as long."""
    texts = {row.text for row in rows if row.kind != INDIRECT} or {row.text for row in rows}
    if len(texts) > 1:
        sizes = {text: size(text) for text in texts}
        most = max(sizes.values())
        texts = {text for text in texts if sizes[text] == most}
    return min(texts, key=lambda text: (len(_GAP.findall(text)), text)) if len(texts) > 1 else texts.pop()


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
    found = _compare(text, wording)
    if found.kind is not Likeness.DIFFERENT:
        return text, found
    for other in texts[:50]:
        near = _compare(other, wording)
        if near.kind is not Likeness.DIFFERENT and other != wording:
            return other, near
    return text, found


def _codes(id: str) -> list[int]:
    return sorted({code(id)} | ({int(id[:12], 16)} if re.fullmatch("[0-9a-f]{16}", id) else set()))


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text and text != LAST else None


def _spans(text: str) -> tuple[Span, ...]:
    """Spans as they are stored: "[[1,5],[9,20]]"; most stand alone."""
    if text.count("[") == 2:
        start, end = text[2:-2].split(",")
        return (Span(int(start), int(end)),)
    return tuple(Span(start, end) for start, end in json.loads(text))
