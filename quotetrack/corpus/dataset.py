"""Datasets of claims back to claims, and claims as a data frame."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from quotetrack.codec import columns, from_dict, to_dict, upgraded
from quotetrack.codec.offsets import Offsets, checked_unit, converted
from quotetrack.errors import DatasetError, MissingExtra
from quotetrack.records import Claim, Reading

READERS = (".jsonl", ".ndjson", ".json", ".parquet", ".arrow")
"""The suffixes of the files that :func:`read_dataset` reads."""


def read_dataset(path: str | os.PathLike[str], *, texts: Mapping[str, str] | None = None) -> Iterator[Claim]:
    """The claims of a dataset file (JSONL, JSON, Parquet or Arrow), one at a time, in the order of the file.

    ``texts`` are the articles' texts by article id; they are needed only where the offsets were written in another unit
    than code points, to bring them back.

    Raises :class:`~quotetrack.errors.DatasetError` for a file in a newer schema than this version's, and for what is no
    dataset, with the row; ``OSError`` where it cannot be opened; ``ValueError`` for an unknown suffix.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in READERS:
        raise ValueError(f"a dataset is read from {', '.join(READERS)} files; {path.name!r} is none")
    path.open("rb").close()  # misuse is told at once, not at the first claim
    rows = {".parquet": _parquet, ".arrow": _arrow, ".json": _array}.get(suffix, _lines)
    return _claims(path, rows(path), texts or {})


def _claims(path: Path, rows: Iterator[Any], texts: Mapping[str, str]) -> Iterator[Claim]:
    known: tuple[tuple[str, str] | None, Offsets | None] = (None, None)
    for number, row in enumerate(rows, 1):
        try:
            if not isinstance(row, Mapping):
                raise DatasetError("a claim is a JSON object")
            row = upgraded(row)
            unit = row.get("offsets") or "codepoints"
            if unit != "codepoints":
                key = (str(row.get("article_id")), unit)
                if known[0] != key:
                    known = (key, _offsets(texts, *key))
                row = converted(row, known[1], back=True) if known[1] else row
            claim = from_dict(row)
            if not isinstance(claim, Claim):
                raise DatasetError(f"a {type(claim).__name__.lower()} stands where a claim should")
        except (DatasetError, ValueError) as error:
            raise DatasetError(f"{path.name}, row {number}: {error}") from None
        yield claim


def _offsets(texts: Mapping[str, str], article_id: str, unit: str) -> Offsets:
    checked_unit(unit)
    if article_id not in texts:
        raise DatasetError(f"offsets in {unit} need the text of article {article_id}: give it in texts=")
    return Offsets(texts[article_id], unit)


def _lines(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        for line in file:
            if not line.isspace():
                yield _json(line)


def _array(path: Path) -> Iterator[Any]:
    rows = _json(path.read_bytes())
    if not isinstance(rows, list):
        raise DatasetError(f"{path.name}: a JSON dataset is a list of claims")
    yield from rows


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None  # the row is told where rows are counted


def _parquet(path: Path) -> Iterator[Any]:
    pa = columns.pyarrow()
    try:
        yield from columns.parquet_rows(path)
    except pa.ArrowException as error:
        raise DatasetError(f"{path.name} is no Parquet file: {str(error).splitlines()[0]}") from None


def _arrow(path: Path) -> Iterator[Any]:
    pa, ipc = columns.pyarrow(), columns.pyarrow(".ipc")
    try:
        with ipc.open_file(path) as file:
            for number in range(file.num_record_batches):
                yield from columns.rows_of(file.get_batch(number))
    except pa.ArrowException as error:
        raise DatasetError(f"{path.name} is no Arrow file: {str(error).splitlines()[0]}") from None


FRAMES = ("pandas", "polars", "arrow")
"""The libraries that :func:`frame` makes a table for."""


def frame(claims: Iterable[Claim | Reading], *, library: str = "pandas") -> Any:
    """Claims (or the claims of readings) as a data frame, one claim a row, through Arrow.

    ``library`` is ``pandas``, ``polars`` or ``arrow`` (a ``pyarrow.Table``). Beside a claim's own columns, where the
    speaker, the date and the rest are structs, there are ``speaker_name``, ``speaker_role`` and ``said_on``.

    Raises ``ValueError`` for another library and ``MissingExtra`` where a package is missing.
    """
    if library not in FRAMES:
        raise ValueError(f"a frame is made for {', '.join(FRAMES)}; there is no {library!r}")
    pa = columns.pyarrow()
    rows = list(_rows(claims))
    table = columns.table(rows)
    for column, key in (("speaker_name", "name"), ("speaker_role", "role")):
        words = [None if row["speaker"] is None else row["speaker"][key] for row in rows]
        cells = [None if word is None else columns.whole(word) for word in words]
        table = table.append_column(column, pa.array(cells, type=pa.string()))
    if library == "arrow":
        return table
    try:
        module = import_module(library)
    except ImportError:
        raise MissingExtra(f"this frame needs {library}: pip install 'quotetrack[{library}]'") from None
    return table.to_pandas() if library == "pandas" else module.from_arrow(table)


def _rows(items: Iterable[Claim | Reading]) -> Iterator[dict[str, Any]]:
    if isinstance(items, (Claim, Reading)):
        items = (items,)
    for item in items:
        if not isinstance(item, (Claim, Reading)):
            raise TypeError(f"a frame is made of claims or readings, not of {type(item).__name__}")
        article = item.article if isinstance(item, Reading) else None
        rest: dict[str, Any] = {"offsets": "codepoints", "url": None, "title": None, "published": None}
        if article is not None:
            line = article.headline
            title = line if line is None or isinstance(line, str) else article.text[line.start : line.end]
            published = None if article.published is None else article.published.isoformat()
            rest |= {"url": article.url, "title": title, "published": published}
        for claim in item.claims if isinstance(item, Reading) else (item,):
            yield {**to_dict(claim), **rest}
