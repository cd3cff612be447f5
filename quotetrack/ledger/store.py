"""The file: opening it, its schema and migrations, transactions, and what goes wrong with files, as ``LedgerError``."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from quotetrack.errors import LedgerError
from quotetrack.ledger.upgrades import to_lengths, to_lists

APPLICATION = 0x51744C67  # "QtLg", in the header of every ledger
WAIT = 60.0  # seconds that a writer waits for another
CACHE = 160 * 1024  # KiB of pages kept in memory at most: the indexes of 100,000 articles
LOG = 8_000  # pages that the write-ahead log may hold before they go into the file (32 MB)

Step = str | Callable[[sqlite3.Connection], None]

# One entry a schema version, each the steps that lead there from the one before. Never change one: add another.
MIGRATIONS: tuple[tuple[Step, ...], ...] = (
    (
        """CREATE TABLE articles (
            n INTEGER PRIMARY KEY, rank INTEGER NOT NULL UNIQUE, id TEXT NOT NULL, headline TEXT, url TEXT,
            publisher TEXT, published TEXT, day TEXT, ordinal INTEGER NOT NULL, story INTEGER NOT NULL,
            paragraphs BLOB NOT NULL, record BLOB NOT NULL, text TEXT NOT NULL)""",
        "CREATE INDEX articles_id ON articles (id)",
        "CREATE INDEX articles_story ON articles (story)",
        """CREATE TABLE article_prints (
            print INTEGER, rank INTEGER, n INTEGER, PRIMARY KEY (print, rank, n)) WITHOUT ROWID""",
        "CREATE TABLE article_links (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID",
        "CREATE INDEX article_links_b ON article_links (b)",
        """CREATE TABLE sayings (
            n INTEGER PRIMARY KEY, rank INTEGER NOT NULL UNIQUE, track INTEGER NOT NULL, voice TEXT NOT NULL,
            text TEXT NOT NULL)""",
        "CREATE INDEX sayings_track ON sayings (track)",
        """CREATE TABLE saying_prints (
            print INTEGER, rank INTEGER, n INTEGER, PRIMARY KEY (print, rank, n)) WITHOUT ROWID""",
        "CREATE TABLE saying_links (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID",
        "CREATE INDEX saying_links_b ON saying_links (b)",
        """CREATE VIRTUAL TABLE sayings_fts USING fts5(
            text, content='sayings', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2')""",
        """CREATE TABLE faces (
            n INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL, key TEXT NOT NULL,
            family TEXT NOT NULL, UNIQUE (name, kind, role, key))""",
        "CREATE INDEX faces_key ON faces (key)",
        "CREATE INDEX faces_family ON faces (family)",
        """CREATE TABLE sightings (
            n INTEGER PRIMARY KEY, article INTEGER NOT NULL, saying INTEGER NOT NULL, face INTEGER,
            code INTEGER NOT NULL, claim TEXT NOT NULL, kind TEXT NOT NULL, day TEXT, start INTEGER NOT NULL,
            spans TEXT NOT NULL, text TEXT NOT NULL)""",
        "CREATE INDEX sightings_article ON sightings (article)",
        "CREATE INDEX sightings_saying ON sightings (saying)",
        "CREATE INDEX sightings_face ON sightings (face, day)",
        "CREATE INDEX sightings_code ON sightings (code)",
        """CREATE TABLE reviews (
            n INTEGER PRIMARY KEY, claim TEXT NOT NULL, saying INTEGER NOT NULL, wording TEXT NOT NULL,
            rating TEXT NOT NULL, reviewer TEXT NOT NULL, url TEXT, note TEXT, made_on TEXT NOT NULL,
            recorded TEXT NOT NULL)""",
        # what was joined or parted by hand: sayings by rank, people by key; the last word on a pair holds
        """CREATE TABLE hands (
            n INTEGER PRIMARY KEY, what TEXT NOT NULL, act TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL)""",
        "CREATE INDEX hands_a ON hands (what, act, a)",
        "CREATE INDEX hands_b ON hands (what, act, b)",
    ),
    (
        # what is long stands apart, so that a question that only needs to know the article need not read past it
        "ALTER TABLE articles RENAME TO articles_1",
        "DROP INDEX articles_id",
        "DROP INDEX articles_story",
        """CREATE TABLE articles (
            n INTEGER PRIMARY KEY, rank INTEGER NOT NULL UNIQUE, id TEXT NOT NULL, headline TEXT, url TEXT,
            publisher TEXT, published TEXT, day TEXT, ordinal INTEGER NOT NULL, story INTEGER NOT NULL,
            paragraphs BLOB NOT NULL)""",
        "CREATE TABLE bodies (n INTEGER PRIMARY KEY, record BLOB NOT NULL, text TEXT NOT NULL)",
        "INSERT INTO bodies SELECT n, record, text FROM articles_1 ORDER BY n",
        """INSERT INTO articles SELECT n, rank, id, headline, url, publisher, published, day, ordinal, story, paragraphs
            FROM articles_1 ORDER BY n""",
        "DROP TABLE articles_1",
        "CREATE INDEX articles_id ON articles (id)",
        "CREATE INDEX articles_story ON articles (story)",
        "CREATE INDEX sightings_day ON sightings (day)",
        "DROP INDEX sightings_saying",
        "CREATE INDEX sightings_saying ON sightings (saying, day, face)",
        # members: a row's number and, in the low five bits, how many prints it has
        "CREATE TABLE article_heads (print INTEGER PRIMARY KEY, head BLOB NOT NULL)",
        "CREATE TABLE article_crowds (print INTEGER, member INTEGER, PRIMARY KEY (print, member)) WITHOUT ROWID",
        "CREATE TABLE saying_heads (print INTEGER PRIMARY KEY, head BLOB NOT NULL)",
        "CREATE TABLE saying_crowds (print INTEGER, member INTEGER, PRIMARY KEY (print, member)) WITHOUT ROWID",
        to_lists,
        # the texts stand in the sayings; the index is numbered by length first
        "DROP TABLE sayings_fts",
        """CREATE VIRTUAL TABLE sayings_fts USING fts5(
            text, content='', tokenize='porter unicode61 remove_diacritics 2')""",
        to_lengths,
    ),
)


def connect(path: str | os.PathLike[str]) -> tuple[sqlite3.Connection, bool]:
    """An open ledger and whether it can only be read. Raises ``LedgerError``, and leaves alone what is no ledger."""
    name = os.fspath(path)
    if name == ":memory:":
        db = sqlite3.connect(name, isolation_level=None)
        _prepare(db)
        _migrate(db)
        return db, False
    place = Path(name)
    with told(f"{place} cannot be opened"):
        fresh = _fresh(place)
        fixed = not fresh and not os.access(place, os.W_OK)
        db = sqlite3.connect(_uri(place, fixed), uri=True, isolation_level=None, timeout=WAIT)
        try:
            _prepare(db)
            if fresh or _version(db) < len(MIGRATIONS):
                if fixed:
                    raise LedgerError(
                        f"{place} is a ledger of an older schema, and it is read-only: make it writable once"
                    )
                _migrate(db)
            if _version(db) > len(MIGRATIONS):
                raise LedgerError(_newer(place, _version(db)))
            if not fixed:
                db.execute("PRAGMA journal_mode = WAL")
                db.execute(f"PRAGMA wal_autocheckpoint = {LOG}")
        except BaseException:
            db.close()
            raise
    return db, fixed


def _uri(place: Path, fixed: bool) -> str:
    uri = place.absolute().as_uri()
    if not fixed:
        return uri + "?mode=rwc"
    # without its two side files, and where none can be made, only a file that nobody writes can be read
    alone = not os.access(place.absolute().parent, os.W_OK) and not Path(f"{place}-wal").exists()
    return uri + ("?immutable=1" if alone else "?mode=ro")


def _fresh(place: Path) -> bool:
    """Whether there is no ledger yet; by the file's own header, so that another program's database stays untouched."""
    if place.is_dir() or not place.absolute().parent.is_dir():
        raise LedgerError(f"{place} cannot be opened: it is a directory, or stands in none")
    if not place.exists():
        return True
    with open(place, "rb") as file:
        header = file.read(100)
    if not header:
        return not Path(f"{place}-journal").exists()
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise LedgerError(f"{place} is not a ledger; it is left as it is")
    version, application = struct.unpack(">i", header[60:64])[0], struct.unpack(">i", header[68:72])[0]
    if application != APPLICATION:
        raise LedgerError(f"{place} is a database, but not a ledger; it is left as it is")
    if version > len(MIGRATIONS):
        raise LedgerError(_newer(place, version))
    return False


def _newer(place: Path, version: int) -> str:
    known = len(MIGRATIONS)
    return (
        f"{place} has schema {version}, and this quotetrack reads up to {known}: use a newer one; the file is as it was"
    )


def _prepare(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA busy_timeout = {int(WAIT * 1000)}")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute(f"PRAGMA cache_size = -{CACHE}")
    db.execute("PRAGMA temp_store = MEMORY")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _migrate(db: sqlite3.Connection) -> None:
    """From whatever version the file has to the newest, whole or not at all."""
    if _version(db):
        db.execute("PRAGMA temp_store = FILE")  # what is moved may be more than memory holds
    with transaction(db):
        for version in range(_version(db), len(MIGRATIONS)):
            for step in MIGRATIONS[version]:
                if isinstance(step, str):
                    db.execute(step)
                else:
                    step(db)
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {version + 1}")
    db.execute("PRAGMA temp_store = MEMORY")


@contextmanager
def transaction(db: sqlite3.Connection, mode: str = "IMMEDIATE") -> Iterator[None]:
    """All of it or nothing. ``IMMEDIATE`` waits for other writers; ``DEFERRED`` gives readers one unchanging view."""
    db.execute(f"BEGIN {mode}")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk ends it by itself
            db.execute("ROLLBACK")
        raise


@contextmanager
def told(what: str) -> Iterator[None]:
    """What SQLite or the system says goes on as a ``LedgerError`` that a reader understands."""
    try:
        yield
    except sqlite3.ProgrammingError as error:
        raise LedgerError(f"{what}: {error}") from error
    except sqlite3.Error as error:
        said = str(error)
        hint = next((hint for word, hint in _HINTS if word in said), "")
        raise LedgerError(f"{what}: {said}{hint}") from error
    except OSError as error:
        raise LedgerError(f"{what}: {error.strerror or error}") from error


_HINTS = (
    ("readonly", " (the file is read-only; nothing was changed)"),
    ("full", " (nothing was changed; make room and add again)"),
    ("locked", f" (another process has been writing for more than {WAIT:.0f} s)"),
    ("fts5", " (this Python's SQLite was built without FTS5)"),
)
