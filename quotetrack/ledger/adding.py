"""Putting articles in and taking them out: each whole or not at all, with the groups that it changes."""

from __future__ import annotations

import json
import re
import sqlite3
import struct
import zlib
from collections.abc import Sequence

import attrs

from quotetrack.codec import from_dict, to_dict
from quotetrack.ledger import prints
from quotetrack.ledger.given import Meta, moment
from quotetrack.ledger.groups import Groups, ranked, ranks
from quotetrack.ledger.index import count
from quotetrack.ledger.people import CACHED, keyed
from quotetrack.ledger.prints import storable
from quotetrack.ledger.results import Added
from quotetrack.ledger.search import Search
from quotetrack.ledger.stories import Articles
from quotetrack.records import Claim, Reading, Speaker
from quotetrack.wording import Likeness, compare

_HEX = re.compile("[0-9a-f]{16}")
# words, and words that are not plain, that must stand in both, by how the speakers stand to each other
ENOUGH = {"same": (3, 2), "open": (6, 3), "other": (8, 4)}
ENOUGH_ALTERED = {"same": (2, 1), "open": (8, 4), "other": (10, 5)}
PRINTED = {"same": 1, "open": 3, "other": 5}  # the prints that so many telling words make at the least
CLOSE = {"same": 0.0, "open": 0.75, "other": 0.8}  # the least score of altered words


def one_statement(a: str, b: str, speakers: str = "same") -> bool:
    """Whether two wordings are one statement, where ``speakers`` are the ``same``, ``open`` or ``other``.

    The rule of sameness: symmetric, reflexive, and of these two wordings alone. What different people say must have
    more words in common than what one person says, for stock phrases are everybody's.

    >>> one_statement("We will not sign the treaty", "We will sign the treaty")
    True
    >>> one_statement("We will sign the treaty", "We will sign the treaty", "other")
    False
    """
    found = compare(a, b)
    if found.kind is Likeness.DIFFERENT:
        return False
    if found.kind is Likeness.SAME and speakers == "same":
        return True
    altered = found.kind is Likeness.ALTERED
    words, telling = (ENOUGH_ALTERED if altered else ENOUGH)[speakers]
    if altered and found.score < CLOSE[speakers]:
        return False
    return found.shared >= words and found.weight >= telling


class Writer:
    """Writes articles into an open ledger; the caller holds the transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.sayings = Sayings(db)
        self.articles = Articles(db)
        self.search = Search(db)
        self._last: dict[str, int] = {}
        self._faces: dict[tuple[str, ...], int] = {}

    def begin(self) -> None:
        """Forget what is known of the file: another may have written since."""
        for part in (self.sayings, self.articles, self.search):
            part.begin()
        self._last.clear()
        self._faces.clear()

    def finish(self) -> None:
        """Write what is held in memory; the transaction can end."""
        self.sayings.index.flush()
        self.articles.index.flush()
        self.search.flush()

    def add(self, reading: Reading, meta: Meta) -> Added:
        """Store an article with its claims; nothing happens where it is there already and nothing better is known."""
        text = storable(reading.article.text)
        known = self.db.execute(
            "SELECT n, url, publisher, published FROM articles WHERE rank BETWEEN ? AND ?",
            ranks(prints.digest(meta.id, text)),
        ).fetchone()
        if known is None:
            return self._insert(reading, meta, text)
        best = _merged(meta, known)
        if best == (known[1], known[2], known[3]):
            return Added(meta.id, new=False)
        claims = None
        if best[2] == known[3]:
            # what the ledger has was read with the better date: its claims stay
            claims = self.claims(known[0])
        self.remove(known[0])
        kept = Meta(meta.id, best[0], moment(best[2]), best[1])
        self._insert(reading if claims is None else attrs.evolve(reading, claims=claims), kept, text)
        return Added(meta.id, new=False)

    def _insert(self, reading: Reading, meta: Meta, text: str) -> Added:
        article = reading.article
        hashes = prints.paragraphs(article)
        head = prints.bare_headline(article)
        keys = prints.article_prints(meta.id, meta.url, head, hashes)
        rank = ranked(prints.digest(meta.id, text), len(keys))
        n = self._next("articles")
        self.db.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                n, rank, meta.id, storable(prints.headline(article)), meta.url, meta.publisher,
                meta.published.isoformat() if meta.published else None, _day(reading, meta), prints.ordinal(article), n,
                struct.pack(f">{len(hashes)}I", *hashes),
            ),
        )  # fmt: skip
        self.db.execute("INSERT INTO bodies VALUES (?, ?, ?)", (n, _packed(reading.claims), text))
        self.articles.add(n, rank, keys)
        fresh, told = self._claims(n, reading, meta)
        story = [row for row in self.articles.story(n) if row != n]
        if not story:
            return Added(meta.id, True, None, tuple(claim for claim, _ in told), tuple(fresh))
        rows = "SELECT y.n, y.track FROM sightings s JOIN sayings y ON y.n = s.saying WHERE s.article "
        before = {
            track for _, track in self.db.execute(f"{rows} IN (SELECT value FROM json_each(?))", (json.dumps(story),))
        }
        labels = dict(self.db.execute(f"{rows} = ?", (n,)).fetchall())
        new = tuple(claim for claim, saying in told if labels[saying] not in before)
        return Added(meta.id, True, self.articles.before(n), new, tuple(fresh))

    def _next(self, table: str) -> int:
        """The next number of a row; the transaction keeps others from taking it."""
        if table not in self._last:
            self._last[table] = int(self.db.execute(f"SELECT coalesce(max(n), 0) FROM {table}").fetchone()[0])
        self._last[table] += 1
        return self._last[table]

    def _claims(self, n: int, reading: Reading, meta: Meta) -> tuple[list[str], list[tuple[Claim, int]]]:
        fresh: list[str] = []
        told: list[tuple[Claim, int]] = []
        rows = []
        for claim in reading.claims:
            saying, made = self._saying(claim, meta.id)
            day = said_day(claim, reading, meta)
            spans = json.dumps([[span.start, span.end] for span in claim.spans], separators=(",", ":"))
            words = storable(claim.text)
            face = self._face(claim.speaker, meta.id)
            start = claim.spans[0].start if claim.spans else 0
            rows.append(
                (n, saying, face, code(claim.id), storable(claim.id), str(claim.kind), day, start, spans, words)
            )
            told.append((claim, saying))
            if made and self._alone(saying):
                fresh.append(track_id(claim.id, words))
        self.db.executemany(
            "INSERT INTO sightings (article, saying, face, code, claim, kind, day, start, spans, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        return fresh, told

    def _alone(self, saying: int) -> bool:
        row = self.db.execute(
            "SELECT count(*) FROM"
            " (SELECT 1 FROM sayings WHERE track = (SELECT track FROM sayings WHERE n = ?) LIMIT 2)",
            (saying,),
        ).fetchone()
        return int(row[0]) == 1

    def _saying(self, claim: Claim, article: str) -> tuple[int, bool]:
        """The saying that a claim is a sighting of, made where there is none."""
        text = prints.canonical(storable(claim.text))
        voice = prints.voice(claim.speaker)
        whose = f"{voice} @{article}" if prints.local(text, voice) else voice
        digest = prints.digest(text, whose)
        row = self.db.execute("SELECT n FROM sayings WHERE rank BETWEEN ? AND ?", ranks(digest)).fetchone()
        if row is not None:
            return int(row[0]), False
        keys = prints.saying_prints(text)
        rank = ranked(digest, len(keys))
        n = self._next("sayings")
        self.db.execute("INSERT INTO sayings VALUES (?, ?, ?, ?, ?)", (n, rank, n, whose, text))
        self.search.add(n, text)
        self.sayings.add(n, rank, keys)
        self.sayings.bind_kept(n, rank)
        return n, True

    def _face(self, speaker: Speaker | None, article: str) -> int | None:
        if speaker is None:
            return None
        key, family = keyed(speaker, article)
        values = (storable(speaker.name), str(speaker.kind), storable(speaker.role or ""), storable(key))
        if values not in self._faces:
            if len(self._faces) > CACHED:
                self._faces.clear()
            row = self.db.execute(
                "SELECT n FROM faces WHERE name = ? AND kind = ? AND role = ? AND key = ?", values
            ).fetchone()
            self._faces[values] = self._new_face(*values, storable(family)) if row is None else int(row[0])
        return self._faces[values]

    def _new_face(self, *values: str) -> int:
        n = self._next("faces")
        self.db.execute("INSERT INTO faces (n, name, kind, role, key, family) VALUES (?, ?, ?, ?, ?, ?)", (n, *values))
        return n

    def claims(self, n: int) -> tuple[Claim, ...]:
        """An article's claims, as they were read."""
        (record,) = self.db.execute("SELECT record FROM bodies WHERE n = ?", (n,)).fetchone()
        return unpacked(record)

    def remove(self, n: int) -> None:
        """Take an article out, with every saying and face that nobody else holds."""
        sayings = self.db.execute("SELECT DISTINCT saying FROM sightings WHERE article = ?", (n,)).fetchall()
        faces = self.db.execute("SELECT DISTINCT face FROM sightings WHERE article = ?", (n,)).fetchall()
        self.db.execute("DELETE FROM sightings WHERE article = ?", (n,))
        self._faces.clear()
        for (saying,) in sorted(sayings):
            if self.db.execute("SELECT 1 FROM sightings WHERE saying = ?", (saying,)).fetchone() is None:
                self.sayings.remove(saying)
                (text,) = self.db.execute("SELECT text FROM sayings WHERE n = ?", (saying,)).fetchone()
                self.search.remove(saying, text)
                self.db.execute("DELETE FROM sayings WHERE n = ?", (saying,))
        for (face,) in faces:
            self.db.execute(
                "DELETE FROM faces WHERE n = ?1 AND NOT EXISTS (SELECT 1 FROM sightings WHERE face = ?1)", (face,)
            )
        self.articles.remove(n)
        self.db.execute("DELETE FROM articles WHERE n = ?", (n,))
        self.db.execute("DELETE FROM bodies WHERE n = ?", (n,))


class Sayings(Groups):
    """The sayings, grouped into tracks."""

    def __init__(self, db: sqlite3.Connection) -> None:
        super().__init__(db, "sayings", "track", self._prints, self._judged, share=3)
        self._touched: bool | None = None

    def _prints(self, n: int) -> Sequence[int]:
        (text,) = self.db.execute("SELECT text FROM sayings WHERE n = ?", (n,)).fetchone()
        return prints.saying_prints(text)

    def begin(self) -> None:
        """Forget what is known of the file."""
        super().begin()
        self._touched = None

    @property
    def touched(self) -> bool:
        """Whether hands have ever joined or parted anything; most ledgers never hear of one."""
        if self._touched is None:
            self._touched = self.db.execute("SELECT 1 FROM hands LIMIT 1").fetchone() is not None
        return self._touched

    def note(self, act: str, a: str, b: str) -> None:
        """Write down what a hand did to sayings."""
        self.db.execute("INSERT INTO hands (what, act, a, b) VALUES ('saying', ?, ?, ?)", (act, a, b))
        self._touched = True

    def _judged(self, n: int, candidates: Sequence[int]) -> list[int]:
        voice, text, rank = self._row(n)
        side = self.side(rank)
        alike = []
        for other in candidates:
            speaks, words, its = self._row(other)
            speakers = prints.relation(_plain(voice), _plain(speaks))
            if (
                min(count(rank), count(its)) >= PRINTED[speakers]
                and one_statement(text, words, speakers)
                and self.side(its) == side
            ):
                alike.append(other)
        return alike

    def _row(self, n: int) -> tuple[str, str, int]:
        voice, text, rank = self.db.execute("SELECT voice, text, rank FROM sayings WHERE n = ?", (n,)).fetchone()
        return voice, text, rank

    def side(self, rank: int) -> int:
        """The number of the split that set a saying apart, or 0. A merge does not take it back: it binds."""
        if not self.touched:
            return 0
        row = self.db.execute(
            "SELECT b FROM hands WHERE what = 'saying' AND act = 'split' AND a = ? ORDER BY n DESC LIMIT 1",
            (str(rank),),
        ).fetchone()
        return 0 if row is None else int(row[0])

    def kept(self, a: int, b: int) -> bool:
        """Whether the two were merged by hand, and not parted since."""
        if not self.touched:
            return False
        rows = self.db.execute("SELECT rank FROM sayings WHERE n IN (?, ?)", (a, b)).fetchall()
        ranks = [rank for (rank,) in rows]
        (merged,) = self.db.execute(
            "SELECT max(n) FROM hands WHERE what = 'saying' AND act = 'merge' AND a IN (?1, ?2) AND b IN (?1, ?2)",
            (str(ranks[0]), str(ranks[-1])),
        ).fetchone()
        sides = [self.side(rank) for rank in ranks]
        return merged is not None and (len(set(sides)) == 1 or merged > max(sides))

    def bind_kept(self, n: int, rank: int) -> None:
        """Link a saying that has come (back) with those that a hand had merged it with."""
        if not self.touched:
            return
        for a, b in self.db.execute(
            "SELECT a, b FROM hands WHERE what = 'saying' AND act = 'merge' AND (a = ?1 OR b = ?1)", (str(rank),)
        ).fetchall():
            other = b if a == str(rank) else a
            row = self.db.execute("SELECT n FROM sayings WHERE rank = ?", (int(other),)).fetchone()
            if row is not None and row[0] != n and self.kept(n, row[0]):
                self.bind(n, row[0])


def _plain(voice: str) -> str:
    return voice.split(" @", 1)[0] if " @" in voice else voice


def said_day(claim: Claim, reading: Reading, meta: Meta) -> str | None:
    """The day that a claim counts for: when it was said, else when it was published."""
    return claim.said.start.isoformat() if claim.said is not None else _day(reading, meta)


def _day(reading: Reading, meta: Meta) -> str | None:
    if meta.published is not None:
        return meta.published.isoformat()[:10]
    dateline = reading.article.dateline
    return dateline.date.isoformat() if dateline is not None and dateline.date is not None else None


def _merged(
    meta: Meta, known: tuple[int, str | None, str | None, str | None]
) -> tuple[str | None, str | None, str | None]:
    """URL, publisher and date of what is told now and what was told before: known over unknown, then the least."""

    def better(a: str | None, b: str | None) -> str | None:
        return min(a, b) if a is not None and b is not None else a if b is None else b

    published = meta.published.isoformat() if meta.published else None
    return better(meta.url, known[1]), better(meta.publisher, known[2]), better(published, known[3])


def code(claim: str) -> int:
    """A claim's id as the number that the ledger finds it by: its first twelve hex digits, or a hash of another id."""
    return int(claim[:12], 16) if _HEX.fullmatch(claim) else prints.number(claim)


def track_id(claim: str, wording: str) -> str:
    """A track's id: twelve hex digits from its earliest claim's id and four from the words.

    Claim ids repeat where a revision has something else in the same place; with the words they do not.
    """
    first = claim[:12] if _HEX.fullmatch(claim) else f"{code(claim):012x}"
    return first + prints.digest(wording)[:2].hex()


def _packed(claims: Sequence[Claim]) -> bytes:
    text = json.dumps([to_dict(claim) for claim in claims], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(storable(text).encode("utf-8"), 1)


def unpacked(record: bytes) -> tuple[Claim, ...]:
    """The claims of a stored record."""
    claims = [from_dict(item) for item in json.loads(zlib.decompress(record))]
    return tuple(claim for claim in claims if isinstance(claim, Claim))
