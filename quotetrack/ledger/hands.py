"""What people say about the ledger: these two are one, this one is two, this was checked. All of it is kept."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence

from quotetrack.ledger.adding import Sayings
from quotetrack.ledger.people import People, role_words
from quotetrack.ledger.results import Review, Track

_NOTE = "INSERT INTO hands (what, act, a, b) VALUES ('person', ?, ?, ?)"


def merge_tracks(sayings: Sayings, a: int, b: int) -> None:
    """Bind two tracks: one saying of each, those of least rank, so that any order of the same hands does the same."""
    if a == b:
        return
    ends = []
    for label in (a, b):
        row = sayings.db.execute(
            "SELECT n, rank FROM sayings WHERE track = ? ORDER BY rank LIMIT 1", (label,)
        ).fetchone()
        ends.append(row)
    sayings.note("merge", str(ends[0][1]), str(ends[1][1]))
    sayings.bind(ends[0][0], ends[1][0])


def split_track(sayings: Sayings, label: int, claims: Sequence[str]) -> None:
    """Part the sayings that have these claims off their track; they stay together, and apart from the rest."""
    db = sayings.db
    members = {int(n): int(rank) for n, rank in db.execute("SELECT n, rank FROM sayings WHERE track = ?", (label,))}
    parted: set[int] = set()
    for claim in claims:
        rows = db.execute(
            "SELECT s.saying FROM sightings s JOIN sayings y ON y.n = s.saying WHERE y.track = ? AND s.claim = ?",
            (label, claim),
        ).fetchall()
        if not rows:
            raise KeyError(f"no sighting with claim id {claim!r} in this track")
        parted |= {int(saying) for (saying,) in rows}
    if parted == set(members):
        raise ValueError("nothing would be left: what has the same words and the same speaker cannot be split")
    (side,) = db.execute("SELECT coalesce(max(n), 0) + 1 FROM hands").fetchone()
    for rank in sorted(members[n] for n in parted):
        sayings.note("split", str(rank), str(side))
    for n in sorted(parted):
        sayings.relink(n)


def merge_people(db: sqlite3.Connection, a: str, b: str) -> None:
    """The second is the first from now on."""
    if a != b:
        db.execute(_NOTE, ("merge", a, b))


def split_person(db: sqlite3.Connection, people: People, key: str, parts: Sequence[str]) -> None:
    """Part roles or names off a person, or take a merge back where the part was merged in."""
    faces = people.of(key)
    for part in parts:
        what = f"role {' '.join(sorted(role_words(part)))}"
        mine = [face for face in faces if face.role and role_words(face.role) == role_words(part)]
        if not mine:
            what = f"name {part.casefold()}"
            mine = [face for face in faces if face.name.casefold() == part.casefold()]
        if not mine:
            raise KeyError(f"{part!r} is no role and no name of this person")
        if len(mine) == len(faces):
            raise ValueError("nothing would be left of this person")
        faces = [face for face in faces if face not in mine]
        roots = {people.own_key(face) for face in mine}
        for root in sorted(roots - {key}):
            db.execute(_NOTE, ("part", key, root))
        if key in roots:
            db.execute(_NOTE, ("split", key, what))
        people.forget()


def review(db: sqlite3.Connection, track: Track, said: Sequence[str | None], day: str, recorded: dt.datetime) -> Review:
    """Write a review down, on the claim of the track's earliest sighting."""
    first = min(
        (*track.sightings, *track.folded), key=lambda one: (one.day or dt.date.max, one.article, one.spans, one.text)
    )
    (rank,) = db.execute(
        "SELECT y.rank FROM sightings s JOIN sayings y ON y.n = s.saying WHERE s.claim = ? AND s.text = ?",
        (first.claim, first.text),
    ).fetchone()
    rating, reviewer, url, note = said
    db.execute(
        "INSERT INTO reviews (claim, saying, wording, rating, reviewer, url, note, made_on, recorded)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (first.claim, rank, first.text, rating, reviewer, url, note, day, recorded.isoformat()),
    )
    return Review(
        first.claim, first.text, rating or "", reviewer or "", url, note, dt.date.fromisoformat(day), recorded
    )


def reviews(db: sqlite3.Connection, label: int | None) -> list[Review]:
    """The reviews whose claim, or (where its article is gone) whose saying, is in a track; or all."""
    where = "1" if label is None else "saying IN (SELECT rank FROM sayings WHERE track = ?)"
    rows = db.execute(
        f"SELECT claim, wording, rating, reviewer, url, note, made_on, recorded FROM reviews WHERE {where} ORDER BY n",
        () if label is None else (label,),
    )
    return [
        Review(claim, wording, rating, reviewer, url, note, dt.date.fromisoformat(on), dt.datetime.fromisoformat(at))
        for claim, wording, rating, reviewer, url, note, on, at in rows
    ]
