"""Claims as Arrow columns, one claim a row, under a fixed schema; needs the extra ``arrow`` (pyarrow).

A row is a claim as :func:`~quotetrack.codec.to_dict` gives it, and what a dataset wants to know of its article:
``url``, ``title`` and ``published``; ``offsets`` says what the offsets are counted in. Dates are dates, spans are lists
of structs, ``kind`` and ``ground`` are dictionary-encoded. Arrow holds no lone surrogates: each becomes one U+FFFD, so
that offsets stay.
"""

from __future__ import annotations

import datetime as dt
import re
import typing
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from quotetrack.codec.offsets import UNITS
from quotetrack.codec.plain import SCHEMA, alternatives
from quotetrack.errors import MissingExtra
from quotetrack.records import Claim

ROWS = 10_000
"""Rows that are held at once while a file is written or read."""

EXTRAS = ("offsets", "url", "title", "published")
"""What a row has beside the claim."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def pyarrow(part: str = "") -> Any:
    """The module pyarrow, or one of its parts; ``MissingExtra`` that names the extra where it is not installed."""
    from importlib import import_module

    try:
        return import_module(f"pyarrow{part}")
    except ImportError:
        raise MissingExtra("Arrow and Parquet need pyarrow: pip install 'quotetrack[arrow]'") from None


def whole(text: str) -> str:
    """The text with each surrogate as U+FFFD, for formats that cannot hold them; no offset moves.

    >>> whole("a\\ud800b") == "a\\ufffdb"
    True
    """
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


@cache
def schema() -> Any:
    """The Arrow schema of a table of claims."""
    pa = pyarrow()
    hints = typing.get_type_hints(Claim)
    fields = [pa.field("schema", pa.int16(), nullable=False)]
    for name in (field.name for field in attrs.fields(Claim)):
        words = _words(hints[name])
        kind = pa.dictionary(pa.int8(), pa.string()) if words else _arrow(hints[name])
        fields.append(pa.field(name, kind, nullable=alternatives(hints[name]) != (hints[name],)))
    fields += [pa.field("said_on", pa.date32()), pa.field("offsets", pa.dictionary(pa.int8(), pa.string()))]
    fields += [pa.field("url", pa.string()), pa.field("title", pa.string()), pa.field("published", pa.date32())]
    return pa.schema(fields, metadata={"quotetrack.schema": str(SCHEMA)})


def _words(hint: Any) -> tuple[str, ...]:
    """The values of an enum, in order; none for other types."""
    return tuple(item.value for item in hint) if isinstance(hint, type) and issubclass(hint, Enum) else ()


def _arrow(hint: Any) -> Any:
    """The Arrow type of a field of a record."""
    pa = pyarrow()
    (kind,) = alternatives(hint)
    if typing.get_origin(kind) is tuple:
        return pa.list_(_arrow(typing.get_args(kind)[0]))
    if attrs.has(kind):
        hints = typing.get_type_hints(kind)
        return pa.struct([(field.name, _arrow(hints[field.name])) for field in attrs.fields(kind)])
    plain = {int: pa.int64(), bool: pa.bool_(), dt.date: pa.date32()}
    return plain.get(kind, pa.string())


def table(rows: Iterable[Mapping[str, Any]]) -> Any:
    """Rows (dictionaries as in a dataset's JSONL) as one ``pyarrow.Table``."""
    pa = pyarrow()
    return pa.Table.from_batches(batches(rows), schema=schema())


def batches(rows: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
    """The rows as record batches of at most :data:`ROWS`, all with the same dictionaries."""
    held: list[Mapping[str, Any]] = []
    for row in rows:
        held.append(row)
        if len(held) == ROWS:
            yield _batch(held)
            held = []
    if held:
        yield _batch(held)


def _batch(rows: list[Mapping[str, Any]]) -> Any:
    pa = pyarrow()
    dated = [_dated(row) for row in rows]
    try:
        return pa.RecordBatch.from_arrays([_column(dated, field) for field in schema()], schema=schema())
    except UnicodeEncodeError:
        cleaned = [_cleaned(row) for row in dated]
        return pa.RecordBatch.from_arrays([_column(cleaned, field) for field in schema()], schema=schema())


def _column(rows: list[dict[str, Any]], field: Any) -> Any:
    pa = pyarrow()
    values = [row.get(field.name) for row in rows]
    if not pa.types.is_dictionary(field.type):
        return pa.array(values, type=field.type)
    words = UNITS if field.name == "offsets" else _words(typing.get_type_hints(Claim)[field.name])
    numbers = {word: n for n, word in enumerate(words)}
    places = pa.array([None if value is None else numbers[value] for value in values], type=pa.int8())
    return pa.DictionaryArray.from_arrays(places, pa.array(words, type=pa.string()))


def _dated(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with dates for their ISO strings."""
    new = {**row, "said_on": _day(row.get("said_on")), "published": _day(row.get("published"))}
    if row.get("said") is not None:
        said = row["said"]
        new["said"] = {**said, **{name: _day(said.get(name)) for name in ("start", "end", "anchor")}}
    if row.get("dateline") is not None:
        new["dateline"] = {**row["dateline"], "date": _day(row["dateline"].get("date"))}
    return new


def _day(words: str | None) -> dt.date | None:
    return None if words is None else dt.date.fromisoformat(words[:10])


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return [_cleaned(item) for item in value] if isinstance(value, list) else value


def write_parquet(rows: Iterable[Mapping[str, Any]], path: Path) -> None:
    """Write rows to a Parquet file, a bounded number at a time."""
    with pyarrow(".parquet").ParquetWriter(path, schema(), compression="zstd") as writer:
        for batch in batches(rows):
            writer.write_batch(batch)


def write_arrow(rows: Iterable[Mapping[str, Any]], path: Path) -> None:
    """Write rows to an Arrow IPC file (Feather, version 2), a bounded number at a time."""
    with pyarrow(".ipc").new_file(path, schema()) as writer:
        for batch in batches(rows):
            writer.write_batch(batch)


def parquet_rows(path: Path, columns: list[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of any Parquet file, dates as ISO strings; ``columns`` leaves the others unread."""
    with pyarrow(".parquet").ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=ROWS, columns=columns):
            yield from rows_of(batch)


def rows_of(batch: Any) -> list[dict[str, Any]]:
    """The rows of an Arrow table or batch as dictionaries, dates as ISO strings."""
    return [_undated(row) for row in batch.to_pylist()]


def _undated(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _undated(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_undated(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value
