"""A person's days: what somebody said, one sighting a statement and day.

Somebody much quoted has thousands of rows, so they come from SQLite as plain tuples, and only what is shown becomes a
record.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from operator import itemgetter
from typing import Any

from quotetrack.ledger.adding import track_id
from quotetrack.ledger.results import Sighting
from quotetrack.ledger.stories import version_key
from quotetrack.ledger.tracking import INDIRECT, KINDS, LAST, OF_FACES, Reader, dated, fullest, spans_of
from quotetrack.records import Speaker
from quotetrack.wording import Likeness

FEW = 300  # sayings: where so few have the words, their tracks are gone through and not all that somebody said

Row = tuple[Any, ...]  # of the columns below, the first five of which are the order
TRACK, DAY, ID, START, TEXT, CLAIM, KIND, STORY, SPANS, FACE, URL, PUBLISHER = range(12)
VERSION = slice(12, 16)
_ROWS = f"""SELECT y.track, coalesce(s.day, '{LAST}'), a.id, s.start, s.text, s.claim, s.kind, a.story, s.spans, s.face,
    a.url, a.publisher, a.n, a.published, a.day, a.ordinal
    FROM sightings s JOIN sayings y ON y.n = s.saying JOIN articles a ON a.n = s.article"""
_place = itemgetter(DAY, ID, START, TEXT)
_order = itemgetter(TRACK, DAY, ID, START, TEXT)


def timeline(reader: Reader, faces: Collection[int], about: str | None) -> list[Sighting]:
    """One sighting a statement and day, in order of day."""
    whose = json.dumps(list(faces))
    shown: list[Row] = []
    firsts: dict[int, Row] = {}
    for day in _days(_said(reader, whose, about)):
        shown.append(day[0] if len(day) == 1 else best(day))
        firsts.setdefault(day[0][TRACK], day[0])
    _before(reader.db, whose, firsts)
    ids = {label: track_id(row[CLAIM], row[TEXT]) for label, row in firsts.items()}
    shown.sort(key=_place)
    voices = {face: reader.speaker(face) for face in faces}
    return [_sighting(row, ids[row[TRACK]], voices[row[FACE]]) for row in shown]


def _said(reader: Reader, faces: str, about: str | None) -> Iterable[Row]:
    """The sightings of what these faces said, in order: all, or the tracks that have a saying with the words."""
    where, values = OF_FACES, [faces]
    if about is not None:
        hits = reader.search.few(about, FEW)
        if hits is None:
            own = f"SELECT y.track FROM sightings s JOIN sayings y ON y.n = s.saying WHERE {OF_FACES}"
            among = reader.search.among(about, f"SELECT n FROM sayings WHERE track IN ({own})", values)
            where, more = f"{where} AND y.track IN (SELECT value FROM json_each(?))", {label for _, label in among}
        else:
            # the sign keeps SQLite from beginning with the faces
            where = f"+{where} AND y.track IN (SELECT track FROM sayings WHERE n IN (SELECT value FROM json_each(?)))"
            more = set(hits)
        if not more:
            return ()
        values.append(json.dumps(sorted(more)))
    # put in order here: SQLite would first write them all to a table of its own
    return sorted(reader.db.execute(f"{_ROWS} WHERE {where}", values), key=_order)


def _days(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows of one track and day together."""
    day: list[Row] = []
    for row in rows:
        if day and (row[DAY] != day[0][DAY] or row[TRACK] != day[0][TRACK]):
            yield day
            day = []
        day.append(row)
    if day:
        yield day


def best(rows: list[Row]) -> Row:
    """Of one day's rows, that with the fullest wording, of a newest version where one has it; the first of several."""
    texts = {row[TEXT] for row in rows}
    if len(texts) > 1:
        text = fullest({row[TEXT] for row in rows if row[KIND] != INDIRECT} or texts)
        fit = [row for row in rows if row[TEXT] == text]
    else:
        fit = rows
    if len(fit) > 1 and len({row[STORY] for row in rows}) < len(rows):
        last: dict[int, tuple[str, int, str, int]] = {}
        for row in rows:
            last[row[STORY]] = max(last.get(row[STORY], _version(row)), _version(row))
        return next((row for row in fit if last[row[STORY]] == _version(row)), fit[0])
    return fit[0]


def _version(row: Row) -> tuple[str, int, str, int]:
    n, published, day, ordinal = row[VERSION]
    return version_key((n, published, day, ordinal))


def _sighting(row: Row, track: str, speaker: Speaker | None) -> Sighting:
    _, day, id, _, text, claim, kind, _, spans, _, url, publisher = row[:12]
    return Sighting(
        claim, id, track, speaker, KINDS[kind], text, spans_of(spans), dated(day), url, publisher, Likeness.SAME, text
    )


def _before(db: sqlite3.Connection, faces: str, firsts: dict[int, Row]) -> None:
    """Put others' sightings in the place of the first of a track where they come before it; most tracks have none."""
    others = db.execute(
        "SELECT y.track, s.n, s.day FROM sayings y JOIN sightings s ON s.saying = y.n"
        " WHERE y.track IN (SELECT value FROM json_each(?))"
        " AND coalesce(s.face, 0) NOT IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(firsts)), faces),
    ).fetchall()
    early = [n for label, n, day in others if (day or LAST) <= firsts[label][DAY]]
    for row in db.execute(f"{_ROWS} WHERE s.n IN (SELECT value FROM json_each(?))", (json.dumps(early),)).fetchall():
        firsts[row[TRACK]] = min(firsts[row[TRACK]], row, key=_place)
