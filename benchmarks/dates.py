"""How well datelines and time words are read, on examples marked by hand.

    python benchmarks/dates.py [--datelines DATELINES.jsonl] [--times TIMES.jsonl] [--json]

DATELINES, one opening of a story a line: ``text``, ``published`` ("YYYY-MM-DD" or null) and ``dateline``, null
where there is none, else ``start``, ``end``, ``place``, ``date``, ``agency`` (null: not given). **found**: one is
returned that overlaps it; **place**, **date**, **agency**: right, of those given, capitals and punctuation aside, the
first place alone; **found where there is none**: less is better.

TIMES, one time word a line: ``anchor`` (the day the story is dated), ``words`` ("Friday", "yesterday") and ``value``
(the one day meant, the anchor or before it). **right**: exactly that day; **not told**: nothing was returned.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.marked import NotThatShape, rows  # a checkout need not be installed
from quotetrack import read_article
from quotetrack.when import resolve

Shares = dict[str, tuple[int, int]]


def bare(words: str | None) -> str:
    """Words in small letters, without punctuation."""
    return re.sub(r"[\W_]+", " ", words or "").strip().casefold()


def day(value: str | None) -> dt.date | None:
    """A day as JSON gives it."""
    return dt.date.fromisoformat(value) if value else None


def datelines(openings: Sequence[dict[str, Any]]) -> Shares:
    """How many are right, of how many."""
    keys = ("found", "place", "date", "agency", "found where there is none")
    judged: dict[str, list[bool]] = {key: [] for key in keys}
    for row in openings:
        there, got = row["dateline"], read_article(row["text"], published=day(row["published"])).dateline
        if there is None:
            judged["found where there is none"].append(got is not None)
            continue
        judged["found"].append(got is not None and got.start < there["end"] and there["start"] < got.end)
        if there["place"] is not None:
            place = bare(got.places[0]) if got and got.places else ""
            judged["place"].append(bool(place) and f"{bare(there['place'])} ".startswith(f"{place} "))
        if there["date"] is not None:
            judged["date"].append(got is not None and got.date == day(there["date"]))
        if there["agency"] is not None:
            judged["agency"].append(got is not None and bare(got.agency) == bare(there["agency"]))
    return {key: (sum(hits), len(hits)) for key, hits in judged.items()}


def times(words: Sequence[dict[str, Any]]) -> Shares:
    """How many are right, not told and wrong, of how many."""
    right = silent = 0
    for row in words:
        got = resolve(row["words"], dt.date.fromisoformat(row["anchor"]))
        silent += got is None
        right += got is not None and got.start == got.end == day(row["value"])
    counts = {"right": right, "not told": silent, "wrong": len(words) - right - silent}
    return {key: (count, len(words)) for key, count in counts.items()}


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; 2 where a file is not of the shape."""
    top = argparse.ArgumentParser(description="Datelines and time words, on examples marked by hand.")
    top.add_argument("--datelines", type=Path, help="JSONL: id, text, published, dateline")
    top.add_argument("--times", type=Path, help="JSONL: anchor, words, value")
    top.add_argument("--json", action="store_true", help="one JSON object")
    given = top.parse_args(words)
    if not (given.datelines or given.times):
        top.error("give --datelines or --times, or both")
    out: dict[str, Shares] = {}
    try:
        if given.datelines:
            out["datelines"] = datelines(rows(given.datelines, "text", "published", "dateline"))
        if given.times:
            out["time words"] = times(rows(given.times, "anchor", "words", "value"))
    except (OSError, UnicodeDecodeError, NotThatShape) as wrong:
        print(wrong, file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(out))
        return 0
    for section, shares in out.items():
        print(section)
        for row, (hits, count) in shares.items():
            print(f"  {row:26}{hits:6} of {count:6}" + (f"{hits / count:8.4f}" if count else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
