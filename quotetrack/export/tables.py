"""One claim is one row: JSON Lines, CSV, and the rows that Parquet and Arrow are written from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from quotetrack.codec import columns, plain_json
from quotetrack.codec.columns import whole
from quotetrack.export.sheet import Sheet

# column, and the path to it in a row; a list is written as JSON where it holds spans, else its words with "; " between
CSV_COLUMNS: tuple[tuple[str, str], ...] = (
    ("id", "id"),
    ("article_id", "article_id"),
    ("url", "url"),
    ("title", "title"),
    ("published", "published"),
    ("kind", "kind"),
    ("text", "text"),
    ("speaker", "speaker.name"),
    ("speaker_id", "speaker.id"),
    ("speaker_kind", "speaker.kind"),
    ("role", "speaker.role"),
    ("anonymity", "speaker.anonymity"),
    ("ground", "ground"),
    ("source", "source.text"),
    ("source_form", "source.form"),
    ("cue", "cue.text"),
    ("lemma", "cue.lemma"),
    ("stance", "cue.stance"),
    ("negated", "cue.negated"),
    ("addressee", "addressee.text"),
    ("medium", "medium.text"),
    ("place", "place.text"),
    ("said_on", "said_on"),
    ("said_start", "said.start"),
    ("said_end", "said.end"),
    ("said_precision", "said.precision"),
    ("said_words", "said.words"),
    ("said_ground", "said.ground"),
    ("dateline_places", "dateline.places"),
    ("dateline_regions", "dateline.regions"),
    ("dateline_country", "dateline.country"),
    ("dateline_date", "dateline.date"),
    ("agency", "dateline.agency"),
    ("within", "within"),
    ("offsets", "offsets"),
    ("spans", "spans"),
    ("quoted", "quoted"),
    ("schema", "schema"),
)

# What spreadsheets take for the start of a formula, spaces and apostrophes before it included; full-width signs count.
_STARTS = r"['\s\x00]*[=+\-@＝＋－＠|%]|'*[\t\r\n\x00]"
_FORMULA = re.compile(_STARTS)
_GUARDED = re.compile(f"'(?={_STARTS})")


def guarded(words: str) -> str:
    """The words as a cell that no spreadsheet reads as a formula: an apostrophe is put before what could be one.

    >>> guarded("=1+1"), guarded("- no"), guarded("It's 1 + 1")
    ("'=1+1", "'- no", "It's 1 + 1")
    """
    return f"'{words}" if _FORMULA.match(words) else words


def unguarded(cell: str) -> str:
    """The words that :func:`guarded` made a cell from.

    >>> unguarded("'=1+1")
    '=1+1'
    """
    return cell[1:] if _GUARDED.match(cell) else cell


def jsonl(sheet: Sheet) -> list[str]:
    """The claims as lines of JSON."""
    return [plain_json(row) for row in sheet.rows()]


def rows(sheet: Sheet) -> list[dict[str, Any]]:
    """The claims as rows for Arrow columns."""
    return list(sheet.rows())


def cells(sheet: Sheet) -> list[list[str | None]]:
    """The claims as rows of cells, in the order of :data:`CSV_COLUMNS`; None where nothing is known."""
    return [[_cell(_at(row, path)) for _, path in CSV_COLUMNS] for row in sheet.rows()]


def _at(row: Any, path: str) -> Any:
    for name in path.split("."):
        if row is None:
            return None
        row = row[name]
    return row


def _cell(value: Any) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        if value and isinstance(value[0], dict):
            return json.dumps([[span["start"], span["end"]] for span in value])
        value = "; ".join(value) or None
    if value is None:
        return None
    # a NUL ends the cell, or the whole file, for many readers
    return guarded(whole(str(value)).replace("\0", "\ufffd"))


def jsonl_text(lines: Iterable[str]) -> Iterator[str]:
    """A JSONL file, piece by piece."""
    for line in lines:
        yield line + "\n"


def json_text(lines: Iterable[str]) -> Iterator[str]:
    """A JSON array, piece by piece, a claim a line."""
    before = "["
    for line in lines:
        yield f"{before}\n{line}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def csv_text(found: Iterable[list[str | None]]) -> Iterator[str]:
    """A CSV file, piece by piece: UTF-8, lines ended by CR LF as RFC 4180 has it.

    Every cell stands between marks, so that no separator of any spreadsheet splits it; nothing stands where nothing is
    known.
    """
    yield ",".join(name for name, _ in CSV_COLUMNS) + "\r\n"
    for row in found:
        yield ",".join("" if cell is None else '"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n"


def parquet_file(found: Iterable[dict[str, Any]], path: Path) -> None:
    """A Parquet file under the fixed schema."""
    columns.write_parquet(found, path)


def arrow_file(found: Iterable[dict[str, Any]], path: Path) -> None:
    """An Arrow IPC file under the fixed schema."""
    columns.write_arrow(found, path)
