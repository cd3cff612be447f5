"""``Ledger``: one file, and all that is done with it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from types import TracebackType
from typing import Any

from quotetrack.errors import LedgerError
from quotetrack.ledger import hands
from quotetrack.ledger.adding import Writer
from quotetrack.ledger.conflicts import Conflicts
from quotetrack.ledger.days import timeline
from quotetrack.ledger.given import Day, Meta, given, moment, read
from quotetrack.ledger.people import People
from quotetrack.ledger.prints import storable
from quotetrack.ledger.results import Added, Conflict, Listed, Person, Review, Revision, Sighting, Tally, Track
from quotetrack.ledger.revising import revisions
from quotetrack.ledger.store import connect, told, transaction
from quotetrack.ledger.tracking import Reader
from quotetrack.records import Claim, Kind, Reading, Speaker

BATCH = 2_000  # articles that ``add_many`` writes at once

Who = str | Speaker | Person


class Ledger:
    """Statements across articles, in one SQLite file (``":memory:"`` for none).

    Raises ``LedgerError`` where the file is no ledger, has a newer schema, or cannot be written; it is then as it was.

    >>> with Ledger(":memory:") as ledger:
    ...     added = ledger.add('"The road is closed," Mayor Ana Ruiz said.', id="a")
    ...     [track] = ledger.tracks(speaker="Ana Ruiz")
    >>> bool(added), track.text, len(track.sightings)
    (True, 'The road is closed,', 1)
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self._open, self._fixed = True, False
        self._db, self._fixed = connect(path)
        self._people = People(self._db)
        self._reader = Reader(self._db, self._people)
        self._writer = Writer(self._db)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. What was added is in it already; closing twice is no mistake."""
        if self._open:
            self._open = False
            self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._usable()
        if self._fixed:
            raise LedgerError(f"{self.path} is read-only: nothing can be added to it")
        with told(f"{self.path} cannot be written"), transaction(self._db):
            self._people.forget()
            self._writer.begin()
            yield
            self._writer.finish()
        self._people.forget()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        self._usable()
        with told(f"{self.path} cannot be read"), transaction(self._db, "DEFERRED"):
            self._people.forget()
            yield

    def _usable(self) -> None:
        if not self._open:
            raise LedgerError(f"{self.path} is closed: open it again with Ledger(path)")

    # articles

    def add(
        self,
        text: str | Reading,
        *,
        id: str | None = None,
        url: str | None = None,
        published: Day = None,
        publisher: str | None = None,
        headline: str | None = None,
    ) -> Added:
        """Read an article (or take its ``Reading``) and store it with all its claims.

        When it returns, the article is in the file. The same article again changes nothing, except that a URL, a
        publisher or a date that was not known is filled in. The same ``id`` with another text is a revision. Without
        ``publisher``, the host of the URL counts as one. Raises ``TypeError`` for what is no ``str`` or ``Reading``.
        """
        reading, meta = read(text, id, url, published, publisher, headline)
        with self._writing():
            return self._writer.add(reading, meta)

    def add_many(self, articles: Iterable[str | Reading | Mapping[str, Any]]) -> Tally:
        """Add many articles, {BATCH} to a transaction, and count what was new.

        Each is a text, a ``Reading``, or a mapping with ``text`` (or ``reading``) and any of ``id``, ``url``,
        ``published``, ``publisher``, ``headline`` (or ``title``). An interruption loses at most the last batch.
        """
        tally = Tally()
        batch: list[tuple[Reading, Meta]] = []
        for article in articles:
            batch.append(given(article))
            if len(batch) == BATCH:
                tally = self._write(batch, tally)
                batch = []
        return self._write(batch, tally) if batch else tally

    def _write(self, batch: list[tuple[Reading, Meta]], tally: Tally) -> Tally:
        with self._writing():
            added = [self._writer.add(reading, meta) for reading, meta in batch]
        return Tally(
            tally.read + len(added),
            tally.new + sum(map(bool, added)),
            tally.revisions + sum(one.revises is not None for one in added),
            tally.claims + sum(len(one.claims) for one in added),
            tally.tracks + sum(len(one.tracks) for one in added),
        )

    def articles(self) -> Iterator[Listed]:
        """The articles, by id and version. Rows are read as they are asked for."""
        with self._reading():
            order = self._db.execute(
                "SELECT n FROM articles ORDER BY id, substr(coalesce(published, day, ''), 1, 10), ordinal, published, n"
            ).fetchall()
        for (n,) in order:
            with self._reading():
                found = self._listed(n)
            if found is not None:
                yield found

    def _listed(self, n: int) -> Listed | None:
        row = self._db.execute(
            "SELECT id, headline, url, publisher, published, text FROM articles JOIN bodies USING (n) WHERE n = ?", (n,)
        ).fetchone()
        if row is None:
            return None
        id, headline, url, publisher, published, text = row
        count = self._db.execute("SELECT count(*) FROM sightings WHERE article = ?", (n,)).fetchone()[0]
        first = self._writer.articles.story(n)[0]
        (story,) = self._db.execute("SELECT id FROM articles WHERE n = ?", (first,)).fetchone()
        return Listed(id, headline, url, publisher, moment(published), story, count, text)

    def claims(self, article: str) -> list[Claim]:
        """The claims of an article, as they were read; of all its versions, the newest's. Unknown id: ``KeyError``."""
        with self._reading():
            return list(self._writer.claims(self._article(article)))

    def remove(self, id: str) -> int:
        """Take an article out, in all versions under this id; the number of versions. Reviews stay."""
        with self._writing():
            rows = self._db.execute("SELECT n FROM articles WHERE id = ? ORDER BY n", (storable(id),)).fetchall()
            for (n,) in rows:
                self._writer.remove(n)
        return len(rows)

    def revisions(self, article: str) -> list[Revision]:
        """What changed from version to version of the story that an article belongs to. Unknown id: ``KeyError``."""
        with self._reading():
            return revisions(self._db, self._article(article))

    def _article(self, id: str) -> int:
        rows = self._db.execute("SELECT n FROM articles WHERE id = ?", (storable(id),)).fetchall()
        if not rows:
            raise KeyError(f"no article {id!r} in the ledger; articles() lists them")
        order = self._writer.articles.story(rows[0][0])
        return max((int(n) for (n,) in rows), key=order.index)

    # statements

    def tracks(
        self,
        *,
        speaker: Who | None = None,
        text: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        kind: str | Kind | None = None,
        limit: int | None = None,
    ) -> list[Track]:
        """The statements with a sighting that fits all that is asked; at most ``limit``.

        ``text`` are words to be found (words in quotation marks: a phrase), the best match first (of very many, the
        best of the shortest); without it the earliest comes first. ``speaker`` is a name (all whom it fits), or
        somebody that the ledger has returned; ``since`` and ``until`` are days, both included. Raises ``ValueError``
        for an unknown kind.
        """
        wanted = None if kind is None else _kind(kind)
        first, last = _iso(since, "since"), _iso(until, "until")
        with self._reading():
            faces = None if speaker is None else self._faces(speaker)
            labels = self._reader.found(faces, text, first, last, wanted)
            found = self._reader.tracks(list(labels if limit is None else islice(labels, max(0, limit))))
        if text is None:
            found.sort(key=lambda track: (track.first is None, track.first or dt.date.min, track.id))
        return found

    def track(self, id: str) -> Track:
        """The statement that an id leads to: its own, an earlier one of its own, or any claim's. Else ``KeyError``."""
        with self._reading():
            return self._reader.track(self._label(id))

    def _label(self, track: str | Track) -> int:
        id = track.id if isinstance(track, Track) else track
        label = self._reader.label(storable(id))
        if label is None:
            raise KeyError(f"no track {id!r} in the ledger; tracks() lists them")
        return label

    def timeline(self, speaker: Who, *, about: str | None = None) -> list[Sighting]:
        """What somebody said, one sighting a statement and day, in order of day; ``about`` are words to be found.

        Raises ``ValueError`` where a name fits several: the message names them.
        """
        with self._reading():
            keys = self._keys(speaker)
            if len(keys) > 1:
                names = ", ".join(sorted(self._people.shown(self._people.of(key), key).name for key in keys)[:8])
                raise ValueError(f"{speaker!r} fits several: {names}; give one full name")
            return timeline(self._reader, self._faces(speaker), about)

    def conflicts(self) -> list[Conflict]:
        """The same words with different speakers, and wordings that differ by a negation, a number or a name."""
        with self._reading():
            return list(Conflicts(self._reader).all())

    def speakers(self) -> list[Person]:
        """Who is quoted, under which names and roles, in how many statements and stories; the most quoted first."""
        with self._reading():
            return self._reader.persons()

    def _keys(self, who: Who) -> list[str]:
        name = who if isinstance(who, str) else who.name
        keys = self._people.named(storable(name))
        if isinstance(who, str):
            return keys
        own = [key for key in keys if self._people.id_of(key) == who.id]
        if own or not who.id:
            return own or keys
        key = self._people.by_id(who.id)
        return keys if key is None else [key]

    def _faces(self, who: Who) -> list[int]:
        return [face.n for key in self._keys(who) for face in self._people.of(key)]

    # by hand

    def merge(self, a: str | Track | Who, b: str | Track | Who) -> None:
        """Say that two tracks are one statement, or two names one person (who then goes by the first).

        Kept: it holds for articles that come later too, until ``split`` takes it back. Tracks are given as such or by
        id, persons as such or by name. Raises ``KeyError`` for what is not in the ledger, ``ValueError`` for a mixture.
        """
        with self._writing():
            tracks = [self._as_track(item) for item in (a, b)]
            if tracks[0] is not None and tracks[1] is not None:
                hands.merge_tracks(self._writer.sayings, tracks[0], tracks[1])
            elif tracks[0] is None and tracks[1] is None:
                hands.merge_people(self._db, self._one(a), self._one(b))
            else:
                raise ValueError("merge takes two tracks or two persons, not one of each")

    def split(self, what: str | Track | Who, *parts: str) -> None:
        """Say that some sightings are another statement, or that some roles or names are another person.

        For a track, ``parts`` are claim ids of its sightings (with each goes whatever has the same words and speaker);
        for a person, roles or names as printed. Kept, as ``merge`` is. Raises ``ValueError`` where ``parts`` is empty,
        or would leave nothing behind.
        """
        if not parts:
            raise ValueError(
                "split needs what is to be parted off: claim ids of a track, or roles or names of a person"
            )
        with self._writing():
            label = self._as_track(what)
            if label is not None:
                hands.split_track(self._writer.sayings, label, parts)
            else:
                hands.split_person(self._db, self._people, self._one(what), parts)

    def _as_track(self, item: object) -> int | None:
        if isinstance(item, Track):
            return self._label(item)
        return self._reader.label(storable(item)) if isinstance(item, str) else None

    def _one(self, who: object) -> str:
        if not isinstance(who, str | Speaker | Person):
            raise TypeError(f"a track or a person is needed, not {type(who).__name__}")
        keys = self._keys(who)
        if not keys:
            raise KeyError(
                f"nobody called {who if isinstance(who, str) else who.name!r} in the ledger, and no such track"
            )
        if len(keys) > 1:
            raise ValueError(f"{who!r} fits several; give one full name")
        return keys[0]

    # reviews

    def review(
        self,
        track: str | Track,
        rating: str,
        *,
        reviewer: str,
        url: str | None = None,
        note: str | None = None,
        on: dt.date | None = None,
    ) -> Review:
        """Record what a check of a statement found. Several a track; none is ever changed or removed.

        It hangs on the claim of the earliest sighting, so it stays with those words when tracks are joined or split.
        ``on`` is the day of the check; without it, today's (UTC). Unknown track: ``KeyError``.
        """
        if not rating.strip() or not reviewer.strip():
            raise ValueError("a review needs a rating and a reviewer")
        recorded = dt.datetime.now(dt.timezone.utc).replace(microsecond=0)
        day = _iso(on, "on") or recorded.date().isoformat()
        with self._writing():
            return hands.review(
                self._db,
                self._reader.track(self._label(track)),
                tuple(storable(value) if value is not None else None for value in (rating, reviewer, url, note)),
                day,
                recorded,
            )

    def reviews(self, track: str | Track | None = None) -> list[Review]:
        """The reviews of a statement, or all, in the order in which they were recorded."""
        with self._reading():
            return hands.reviews(self._db, None if track is None else self._label(track))


Ledger.add_many.__doc__ = (Ledger.add_many.__doc__ or "").replace("{BATCH}", str(BATCH))


def _kind(kind: str | Kind) -> str:
    kinds = [str(one) for one in Kind]
    if str(kind) not in kinds:
        raise ValueError(f"kind must be one of {', '.join(kinds)}, not {kind!r}")
    return str(kind)


def _iso(day: dt.date | None, name: str) -> str | None:
    if day is None:
        return None
    if not isinstance(day, dt.date):
        raise TypeError(f"{name} must be a date, not {type(day).__name__}")
    return day.isoformat()[:10]
