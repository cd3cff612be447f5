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
from quotetrack.ledger.results import Conflict, Fault, Person, Sighting, Track
from quotetrack.ledger.stories import version_key
from quotetrack.records import Kind, Speaker
from quotetrack.spans import Span
from quotetrack.wording import Comparison, Likeness, compare, parse

LAST = "9999-12-31"  # where a day is unknown, it comes last
_compare = lru_cache(maxsize=4096)(compare)
_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
_GAP = re.compile(r"…|\.{2,}|[\[\]]")

PLACE = f"coalesce(s.day, '{LAST}') || a.id || char(1) || printf('%012d', s.start) || char(1) || s.text"
ROWS = """SELECT s.article, s.saying, s.face, s.claim, s.kind, s.day, s.start, s.spans, s.text, y.track,
    a.id, a.url, a.publisher, a.story, a.published, a.day, a.ordinal
    FROM sightings s JOIN sayings y ON y.n = s.saying JOIN articles a ON a.n = s.article"""


class Seen(NamedTuple):
    """A sighting's row."""

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
        """Where it stands in a fixed order: by day, article, offset, words. The same as ``PLACE``."""
        return f"{self.day or LAST}{self.id}\x01{self.start:012d}\x01{self.text}"

    @property
    def version(self) -> tuple[str, int, str, int]:
        """Where its article stands among the versions of its story."""
        return version_key((self.article, self.published, self.article_day, self.ordinal))


def query(text: str) -> str:
    """What somebody looks for, as an FTS5 query that cannot fail: every word, and "words in marks" as a phrase.

    >>> query('the "death tax" OR')
    '"the" "death tax" "OR"'
    """
    terms = (" ".join(re.findall(r"\w+", phrase or word)) for phrase, word in _TERM.findall(text.replace("\0", " ")))
    return " ".join(f'"{term}"' for term in terms if term)


class Reader:
    """Puts rows together; the caller holds the transaction."""

    def __init__(self, db: sqlite3.Connection, people: People) -> None:
        self.db, self.people = db, people

    # tracks

    def found(
        self,
        faces: Sequence[int] | None,
        text: str | None,
        since: str | None,
        until: str | None,
        kind: str | None,
        whole: bool,
    ) -> Iterator[int]:
        """The labels of the tracks that fit, the best or the earliest first; ``whole`` if all are wanted."""
        wheres, values = [], []
        if faces is not None:
            wheres.append("s.face IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(list(faces)))
        for column, value in (("s.day >= ?", since), ("s.day <= ?", until), ("s.kind = ?", kind)):
            if value is not None:
                wheres.append(column)
                values.append(value)
        where = " AND ".join(wheres) or "1"
        if text is None:
            rows = self.db.execute(
                f"SELECT y.track, min(coalesce(s.day, '{LAST}')) AS first FROM sightings s JOIN sayings y"
                f" ON y.n = s.saying WHERE {where} GROUP BY y.track ORDER BY first, min(s.code)",
                values,
            )
            for label, _ in rows.fetchall():
                yield label
            return
        fits = f"SELECT 1 FROM sightings s WHERE s.saying = ? AND {where} LIMIT 1"
        done = set()
        for saying, label in self.ranked(text, whole):
            if label not in done and (not wheres or self.db.execute(fits, (saying, *values)).fetchone()):
                done.add(label)
                yield label

    def ranked(self, text: str, whole: bool = True) -> Iterator[tuple[int, int]]:
        """The sayings that have all the words, the best first, each with its track's label; or part by part."""
        wanted = query(text)
        size = -1 if whole else 256
        done: set[int] = set()
        while wanted:
            # a part at a time: who wants the best twenty need not wait for the rest to be sorted and read
            rows = self.db.execute(
                "SELECT y.n, y.track FROM"
                " (SELECT rowid AS n, rank FROM sayings_fts WHERE sayings_fts MATCH ? ORDER BY rank LIMIT ?) f"
                " JOIN sayings y ON y.n = f.n ORDER BY f.rank, y.rank",
                (wanted, size),
            ).fetchall()
            yield from (row for row in rows if row[0] not in done)
            if whole or len(rows) < size:
                return
            size, done = size * 16, {saying for saying, _ in rows}

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

    def track(self, label: int) -> Track:
        """The track with a label, which must be there."""
        rows = self._rows("y.track = ?", label)
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
        return [Seen._make(row) for row in self.db.execute(f"{ROWS} WHERE {where}", values)]

    def _newest(self, rows: Iterable[Seen]) -> dict[int, tuple[str, int, str, int]]:
        newest: dict[int, tuple[str, int, str, int]] = {}
        for row in rows:
            newest[row.story] = max(newest.get(row.story, row.version), row.version)
        return newest

    def _sighting(self, row: Seen, track: str, reference: str, found: Comparison) -> Sighting:
        return Sighting(
            row.claim,
            row.id,
            track,
            self.speaker(row.face),
            Kind(row.kind),
            row.text,
            tuple(Span(start, end) for start, end in json.loads(row.spans)),
            _date(row.day),
            row.url,
            row.publisher,
            found.kind,
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
        where = "s.face IN (SELECT value FROM json_each(?))"
        values = [json.dumps(list(faces))]
        if about is not None:
            if not query(about):
                return []
            where += " AND y.track IN (SELECT z.track FROM sayings_fts f JOIN sayings z ON z.n = f.rowid"
            where += " WHERE sayings_fts MATCH ?)"
            values.append(query(about))
        rows = self._rows(where, *values)
        days: dict[tuple[int, str], list[Seen]] = {}
        for row in rows:
            days.setdefault((row.track, row.day or LAST), []).append(row)
        ids = self._ids({row.track for row in rows})
        told = []
        for (label, _), group in days.items():
            best = self._best(group) if len(group) > 1 else group[0]
            told.append((best.place, self._sighting(best, ids[label], best.text, _compare(best.text, best.text))))
        return [sighting for _, sighting in sorted(told, key=lambda item: item[0])]

    def _best(self, rows: Sequence[Seen]) -> Seen:
        """The row with the fullest wording, of a newest version where one has it."""
        newest = self._newest(rows)
        text = fullest(rows)
        fit = (row for row in rows if row.text == text)
        return min(fit, key=lambda row: (newest[row.story] != row.version, row.place))

    def _ids(self, labels: Iterable[int]) -> dict[int, str]:
        """The ids of tracks without the rest of them."""
        rows = self.db.execute(
            f"SELECT y.track, s.claim, s.text, min({PLACE}) FROM sayings y JOIN sightings s ON s.saying = y.n"
            " JOIN articles a ON a.n = s.article WHERE y.track IN (SELECT value FROM json_each(?)) GROUP BY y.track",
            (json.dumps(sorted(labels)),),
        )
        return {label: track_id(claim, text) for label, claim, text, _ in rows}

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
        first = self._sighting(a, name, a.text, _compare(a.text, a.text))
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
    if len(rows) == 1:
        return rows[0].text
    quoted = [row.text for row in rows if row.kind != Kind.INDIRECT.value] or [row.text for row in rows]
    return min(quoted, key=lambda text: (-len(parse(text).words), len(_GAP.findall(text)), text))


def longest(texts: Iterable[str]) -> list[str]:
    """Wordings, those with the most words first."""
    few = list(texts)
    return few if len(few) < 2 else sorted(few, key=lambda words: (-len(parse(words).words), words))


def against(text: str, wording: str, texts: Sequence[str]) -> tuple[str, Comparison]:
    """A wording held against the fullest one, or where they have nothing in common, against the fullest that has."""
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
