"""Claims in the formats that dataset builders use, as plain functions in one table.

``FORMATS`` has each format by name: what one article gives (``part``) and how the parts become text or a file. In
``jsonl``, ``csv``, ``parquet`` and ``arrow`` one claim is one row. ``to_dict`` and ``from_dict`` turn one record into a
dictionary and back.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

from quotetrack.codec import columns, from_dict, to_dict
from quotetrack.codec.offsets import UNITS, checked_unit
from quotetrack.export.checks import averitec, averitec_text
from quotetrack.export.linked import schemaorg, schemaorg_text, webannotation, webannotation_text
from quotetrack.export.sheet import Review, Reviews, Sheet, sheets
from quotetrack.export.standoff import brat, brat_folder
from quotetrack.export.tables import arrow_file, cells, csv_text, json_text, jsonl, jsonl_text, parquet_file, rows
from quotetrack.records import Claim, Reading

__all__ = [
    "FORMATS",
    "UNITS",
    "Format",
    "Review",
    "Reviews",
    "Sheet",
    "finish",
    "format_of",
    "from_dict",
    "parts",
    "sheets",
    "text",
    "to_dict",
    "write",
]


@attrs.frozen
class Format:
    """A format: ``part`` makes JSON values of one article's claims, ``text`` or ``file`` makes the whole of them.

    ``suffix`` is the file's (none for a folder). ``needs_text``: it takes readings only, as claims alone do not hold
    the article's text.
    """

    name: str
    suffix: str
    part: Callable[[Sheet], list[Any]]
    text: Callable[[Iterable[Any]], Iterator[str]] | None = None
    file: Callable[[Iterable[Any], Path], None] | None = None
    needs_text: bool = False


FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format("jsonl", ".jsonl", jsonl, text=jsonl_text),
        Format("json", ".json", jsonl, text=json_text),
        Format("csv", ".csv", cells, text=csv_text),
        Format("parquet", ".parquet", rows, file=parquet_file),
        Format("arrow", ".arrow", rows, file=arrow_file),
        Format("webannotation", ".jsonld", webannotation, text=webannotation_text, needs_text=True),
        Format("schemaorg", ".jsonld", schemaorg, text=schemaorg_text),
        Format("brat", "", brat, file=brat_folder, needs_text=True),
        Format("averitec", ".json", averitec, text=averitec_text),
    )
}
"""The formats by name."""

_SUFFIXES = {f".{name}": name for name in ("jsonl", "json", "csv", "parquet", "arrow")} | {".ndjson": "jsonl"}


def format_of(name: str | None, path: str | os.PathLike[str] | None = None) -> Format:
    """The format of that name, or with None the one that the path's suffix tells.

    Raises ``ValueError`` that lists the formats.

    >>> format_of(None, "claims.csv").name
    'csv'
    """
    if name is None and path is not None:
        name = _SUFFIXES.get(Path(path).suffix.lower())
        if name is None:
            raise ValueError(f"the name {Path(path).name!r} tells no format: give one of {', '.join(FORMATS)}")
    if name not in FORMATS:
        raise ValueError(f"there is no format {name!r}; there are {', '.join(FORMATS)}")
    return FORMATS[name]


def parts(
    items: Iterable[Claim | Reading],
    format: str,
    *,
    offsets: str = "codepoints",
    reviews: Reviews | None = None,
) -> Iterator[Any]:
    """What the format makes of each claim (of each article, for brat), as JSON values, one at a time.

    ``items`` are claims or readings. ``offsets`` counts in ``codepoints``, ``utf16`` or ``bytes``; the last two, and
    the formats ``webannotation`` and ``brat``, need readings, as claims alone do not hold the article's text.
    ``reviews`` are a ledger's recorded reviews by claim id, for ``schemaorg`` and ``averitec``.

    Raises ``ValueError`` for an unknown format or unit, ``TypeError`` for what cannot be exported.
    """
    return _parts(items, format_of(format), checked_unit(offsets), reviews)


def _parts(items: Iterable[Claim | Reading], to: Format, offsets: str, reviews: Reviews | None) -> Iterator[Any]:
    for sheet in sheets(items, offsets, reviews):
        if sheet.article is None and to.needs_text:
            raise TypeError(f"{to.name} needs the article's text: give readings (analyse, extract_many), not claims")
        if sheet.article is None and offsets != "codepoints":
            raise TypeError(f"offsets in {offsets} need the article's text: give readings, not claims")
        yield from to.part(sheet)


def text(
    items: Iterable[Claim | Reading],
    format: str,
    *,
    offsets: str = "codepoints",
    reviews: Reviews | None = None,
) -> Iterator[str]:
    """The exported text, piece by piece, for the formats that are text; as in :func:`parts`.

    >>> "".join(text([], "jsonl"))
    ''
    """
    to = format_of(format)
    if to.text is None:
        raise ValueError(f"{to.name} is not text; write it to a file")
    return to.text(parts(items, format, offsets=offsets, reviews=reviews))


def write(
    items: Iterable[Claim | Reading],
    path: str | os.PathLike[str],
    format: str | None = None,
    *,
    offsets: str = "codepoints",
    reviews: Reviews | None = None,
) -> None:
    """Write claims or readings to a file (for brat, a new folder); it is whole or not there. As in :func:`parts`.

    ``format`` may be left out where the suffix tells it.
    """
    to = format_of(format, path)
    finish(parts(items, to.name, offsets=offsets, reviews=reviews), Path(path), to)


def finish(found: Iterable[Any], path: Path, to: Format) -> None:
    """Write parts to the path through a temporary neighbour, so that the file is whole or not there.

    Raises ``FileExistsError`` where a folder is to be made and something is there already.
    """
    check_target(path, to)
    beside = path.with_name(f"{path.name}.unfinished")
    _remove(beside)
    try:
        if to.file is not None:
            to.file(found, beside)
        elif to.text is not None:
            with beside.open("w", encoding="utf-8", newline="") as file:
                file.writelines(to.text(found))
        beside.replace(path)
    except BaseException:
        _remove(beside)
        raise


def check_target(path: Path, to: Format) -> None:
    """Raise where the path cannot become the export: a folder in a file's place, or a folder that holds something."""
    if to.suffix and path.is_dir():
        raise IsADirectoryError(f"{path} is a folder; {to.name} is written to a file")
    if not to.suffix and path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FileExistsError(f"{path} is there already; {to.name} is written to a new folder")


def require_arrow() -> None:
    """Raise ``MissingExtra`` where Parquet and Arrow files cannot be written, before the work and not after it."""
    columns.pyarrow()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
