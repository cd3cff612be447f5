"""Articles from files, folders, globs, JSONL, Parquet and HTML pages: one source an article, read where it is needed.

A source is small until it is loaded, so that reading, decoding and the cleaning of pages happen in the process that
does the extraction.
"""

from __future__ import annotations

import datetime as dt
import glob
import json
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import attrs

from quotetrack.codec import columns as arrow
from quotetrack.errors import MissingExtra, QuotetrackError

COLUMNS = ("text", "id", "title", "published", "url")
"""What an article may tell of itself; only ``text`` must be there."""

TEXTS = frozenset((".txt", ".text", ""))
PAGES = frozenset((".html", ".htm", ".xhtml"))
LINES = frozenset((".jsonl", ".ndjson"))
TABLES = frozenset((".parquet", ".pq"))


@attrs.frozen
class PassedOver:
    """An article or a file that was not read, and why."""

    name: str
    why: str
    fault: bool = True  # False for a file in a folder that is of no kind with articles


Report = Callable[[PassedOver], None]
"""What is called with each article that is passed over."""


class BadArticle(QuotetrackError):
    """An article that cannot be read; ``str()`` says why."""


@attrs.frozen
class Entry:
    """An article as it was given, before it is read."""

    text: str
    id: str | None = None
    title: str | None = None
    published: dt.date | dt.datetime | None = None
    url: str | None = None


@attrs.frozen
class Source:
    """Where one article stands: ``load`` reads it and raises ``OSError``, ``UnicodeError`` or ``BadArticle``."""

    name: str
    encoding: str = "utf-8"

    def load(self) -> Entry:
        """The article."""
        raise NotImplementedError


@attrs.frozen
class Given(Source):
    """An article that was handed over: a text, or a mapping with the :data:`COLUMNS`."""

    item: Any = None

    def load(self) -> Entry:
        """The article."""
        return entry(self.item)


@attrs.frozen
class TextFile(Source):
    """A file of plain text."""

    path: str = ""

    def load(self) -> Entry:
        """The article; where it is from is the file's name."""
        return Entry(Path(self.path).read_bytes().decode(self.encoding), url=self.name)


@attrs.frozen
class Page(Source):
    """An HTML page."""

    path: str = ""

    def load(self) -> Entry:
        """The article that stands on the page; the encoding is the page's own affair."""
        found = page(Path(self.path).read_bytes())
        return attrs.evolve(found, url=found.url or self.name)


@attrs.frozen
class Line(Source):
    """A line of a JSONL file."""

    data: bytes = b""
    columns: Mapping[str, str] = attrs.Factory(dict)

    def load(self) -> Entry:
        """The article."""
        try:
            row = json.loads(self.data.decode(self.encoding))
        except UnicodeError:
            raise
        except (ValueError, RecursionError) as error:
            raise BadArticle(f"not a line of JSON: {error}") from None
        if isinstance(row, str):
            row = {self.columns.get("text", "text"): row}
        if not isinstance(row, dict):
            raise BadArticle("a line of JSON is to be an object")
        if row.get("record") == "claim":
            raise BadArticle("this is a claim of a dataset, not an article")
        found = entry({name: row.get(self.columns.get(name, name)) for name in COLUMNS})
        return attrs.evolve(found, url=found.url or self.name)


@attrs.frozen
class Broken(Source):
    """A file that cannot be opened."""

    why: str = ""

    def load(self) -> Entry:
        """Raise what is wrong."""
        raise BadArticle(self.why)


def entry(item: Any) -> Entry:
    """A text or a mapping as an article. Raises ``BadArticle`` that says what is wrong with it.

    >>> entry({"text": "Talks began.", "id": 7, "published": "2014-05-03"}).published
    datetime.date(2014, 5, 3)
    """
    if isinstance(item, str):
        return Entry(item)
    if not isinstance(item, Mapping):
        raise BadArticle(f"an article is a str or a mapping with a text, not {type(item).__name__}")
    text = item.get("text")
    if not isinstance(text, str):
        kind = "missing" if text is None else f"no str but {type(text).__name__}"
        raise BadArticle(f"the article's text is {kind}")
    return Entry(
        text,
        id=_word(item.get("id")),
        title=_word(item.get("title")),
        published=day(item.get("published")),
        url=_word(item.get("url")),
    )


def _word(value: Any) -> str | None:
    """A name, title or address as a string; numbers are taken, and nothing where there is none."""
    if value is None or value != value or value == "":  # NaN is not itself
        return None
    return value if isinstance(value, str) else str(value)


_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")


def day(value: Any) -> dt.date | dt.datetime | None:
    """A date or a time from what data sets hold: a date, ISO 8601, or a date of mail and feeds (RFC 2822).

    Raises ``BadArticle`` for anything else, as a wrong date would spoil every date that is read from it.

    >>> day("2014-05-03"), day("20140503T101500Z"), day(" ")
    (datetime.date(2014, 5, 3), datetime.date(2014, 5, 3), None)
    """
    if value is None or value != value:
        return None
    if isinstance(value, dt.datetime):
        return dt.datetime.fromisoformat(value.isoformat()[:26]) if type(value) is not dt.datetime else value
    if isinstance(value, dt.date):
        return value
    words = value.strip() if isinstance(value, str) else str(value)
    if not words:
        return None
    try:
        if compact := _COMPACT.fullmatch(words):
            return dt.date(*map(int, compact.groups()))
        if len(words) == 10:
            return dt.date.fromisoformat(words)
        if words[4:5] == "-":
            return dt.datetime.fromisoformat(_colons(words))
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        raise BadArticle(f"{words[:40]!r} is no date of publication; write it like 2015-01-30") from None


def _colons(words: str) -> str:
    """An ISO time as Python 3.10 reads it: an offset for Z, fractions of six digits."""
    words = re.sub(r"[zZ]$", "+00:00", words)
    words = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", words)
    return re.sub(r"\.(\d+)", lambda found: "." + found[1][:6].ljust(6, "0"), words)


def page(data: bytes) -> Entry:
    """The article of an HTML page; needs the extra ``web`` (trafilatura).

    Raises ``MissingExtra`` without it, ``BadArticle`` where no article stands on the page.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise MissingExtra("HTML pages need trafilatura: pip install 'quotetrack[web]'") from None
    found: Any = bare_extraction(data, include_comments=False, with_metadata=True)
    if found is None or not found.text:
        raise BadArticle("no article was found on the page")
    try:
        published = day(found.date)
    except BadArticle:
        published = None  # the page's slip, guessed at by its reader: no reason to lose the article
    return Entry(found.text, title=_word(found.title), published=published, url=_word(found.url))


def files(paths: Iterable[str], without: Collection[Path] = ()) -> tuple[list[tuple[Path, str]], list[PassedOver]]:
    """The files that the paths (files, folders, globs) stand for, each with the name to show; and what was left out.

    Folders are read in the order of names, hidden files and the paths in ``without`` left out. A name is the path as
    given, or for an absolute one what follows its folder, so that a dataset holds no path of one machine.
    """
    found: dict[Path, str] = {}
    passed: list[PassedOver] = []
    skip = {path.resolve() for path in without}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            _folder(path, found, passed, skip)
        elif path.exists() or not glob.has_magic(given):
            found.setdefault(path, _shown(path, path.parent))
        else:
            matches = [Path(match) for match in sorted(glob.glob(given, recursive=True))]
            inside = [match for match in matches if match.is_file() and match.resolve() not in skip]
            if not inside:
                passed.append(PassedOver(given, "no file matches"))
            for match in inside:
                found.setdefault(match, _shown(match, match.parent))
    return list(found.items()), passed


def _folder(folder: Path, found: dict[Path, str], passed: list[PassedOver], skip: set[Path]) -> None:
    known = TEXTS | PAGES | LINES | TABLES
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(at, name) for name in sorted(names) if not name.startswith(".")):
            if path.resolve() in skip:
                continue
            if path.suffix.lower() in known:
                found.setdefault(path, _shown(path, folder.parent))
            else:
                why = f"no article is read from {path.suffix} files"
                passed.append(PassedOver(_shown(path, folder.parent), why, fault=False))


def counted(found: Iterable[tuple[Path, str]]) -> int:
    """How many articles the files hold, by the lines and the tables' metadata; what cannot be opened counts as one."""
    total = 0
    for path, _ in found:
        try:
            if path.suffix.lower() in LINES:
                with path.open("rb") as file:
                    total += sum(not line.isspace() for line in file)
            elif path.suffix.lower() in TABLES:
                total += arrow.pyarrow(".parquet").read_metadata(path).num_rows
            else:
                total += 1
        except Exception:  # whatever is wrong with it is told when its turn comes
            total += 1
    return total


def _shown(path: Path, parent: Path) -> str:
    return (path.relative_to(parent) if path.is_absolute() else path).as_posix()


def sources(
    found: Iterable[tuple[Path, str]], columns: Mapping[str, str] | None = None, encoding: str = "utf-8"
) -> Iterator[Source]:
    """Each article of the files, in order. ``columns`` gives a column's name where it differs from :data:`COLUMNS`."""
    columns = columns or {}
    for path, name in found:
        suffix = path.suffix.lower()
        if suffix in PAGES:
            yield Page(name, path=str(path))
        elif suffix in LINES:
            yield from _lines(path, name, columns, encoding)
        elif suffix in TABLES:
            yield from _rows(path, name, columns)
        else:
            yield TextFile(name, encoding, str(path))


def _lines(path: Path, name: str, columns: Mapping[str, str], encoding: str) -> Iterator[Source]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if number == 1:
                    line = line.removeprefix(b"\xef\xbb\xbf")
                if not line.isspace():
                    yield Line(f"{name}#L{number}", encoding, line, columns)
    except OSError as error:
        yield Broken(name, why=error.strerror or str(error))


def _rows(path: Path, name: str, columns: Mapping[str, str]) -> Iterator[Source]:
    wanted = {own: columns.get(own, own) for own in COLUMNS}
    pa = arrow.pyarrow()
    parquet = arrow.pyarrow(".parquet")
    try:
        there = set(parquet.read_schema(path).names)
        if "record" in there or {"article_id", "spans"} <= there:
            raise BadArticle("this is a dataset of claims, not of articles")
        if wanted["text"] not in there:
            raise BadArticle(f"it has no column {wanted['text']!r}; it has {', '.join(sorted(there))}")
        held = [column for column in wanted.values() if column in there]
        for number, row in enumerate(arrow.parquet_rows(path, held), 1):
            place = f"{name}#{number}"
            item = {own: row.get(column) for own, column in wanted.items()}
            yield Given(place, item={**item, "url": item["url"] or place})
    except (OSError, pa.ArrowException, BadArticle) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error).split("\n")[0]
        yield Broken(name, why=why)
