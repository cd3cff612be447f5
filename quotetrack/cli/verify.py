"""``quotetrack verify DRAFT SOURCE…``: each quotation of a draft held against its sources."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from quotetrack.cli.options import encoding, read_file, trouble
from quotetrack.codec import plain_json
from quotetrack.corpus import files, sources
from quotetrack.corpus.pool import reason
from quotetrack.render import cut
from quotetrack.verify import Verdict, verify_quotes

FORMATS = ("table", "json", "github")


def register(commands: Any) -> None:
    """Add the command to the parser (``commands``: what ``add_subparsers`` returned, which has no public type)."""
    command = commands.add_parser(
        "verify",
        help="check the quotations of a draft against its sources",
        description="Each quotation of a draft held against its sources, word for word. The exit status is 1 where one "
        "is neither verbatim nor typographic.",
    )
    command.add_argument("draft", metavar="DRAFT", help="the text to check; - for standard input")
    command.add_argument("sources", nargs="+", metavar="SOURCE", help="files, folders, globs, JSONL, Parquet, HTML")
    command.add_argument("--format", choices=FORMATS, default="table", help="table (the default), json, github")
    command.add_argument("--encoding", type=encoding, default="utf-8", help="of the files (default: utf-8)")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the verdicts; 0 where every quotation may stand and every file could be read."""
    try:
        draft = read_file(args.draft, args.encoding)
    except (OSError, UnicodeError) as error:
        print(trouble(args.draft, error, args.encoding), file=sys.stderr)
        return 1
    found, passed = files(args.sources)
    faults = [f"{left.name}: {left.why}" for left in passed if left.fault]
    articles = []
    for source in sources(found, encoding=args.encoding):
        try:
            article = source.load()
            articles.append({**attrs.asdict(article), "id": article.id or source.name})
        except Exception as error:
            faults.append(f"{source.name}: {reason(error)}")
    for fault in faults:
        print(f"quotetrack: {fault}", file=sys.stderr)
    verdicts = verify_quotes(draft, articles)
    for line in {"table": _table, "json": _json, "github": _github}[args.format](verdicts, draft, args.draft):
        print(line)
    return int(bool(faults) or not all(verdict.good for verdict in verdicts))


def _table(verdicts: list[Verdict], draft: str, name: str) -> Iterator[str]:
    """A line a quotation, why under each that may not stand, and the counts."""
    if not verdicts:
        yield "No quotations."
        return
    width = max(40, shutil.get_terminal_size((100, 24)).columns)
    for verdict in verdicts:
        line, _ = _place(draft, verdict.draft.start)
        head = f"{line:>5}  {verdict.verdict:<13}  "
        yield head + cut(_plain(verdict.draft.of(draft)), width - len(head))
        if not verdict.good:
            flags = f" [{', '.join(verdict.flags)}]" if verdict.flags else ""
            yield " " * 7 + _plain(verdict.why) + flags
    counts = Counter(str(verdict.verdict) for verdict in verdicts)
    yield f"{len(verdicts)} quotations: " + ", ".join(f"{count} {kind}" for kind, count in counts.items())


def _json(verdicts: list[Verdict], draft: str, name: str) -> Iterator[str]:
    """The verdicts as a JSON array, each with the quotation's words and its line."""
    rows = []
    for verdict in verdicts:
        line, column = _place(draft, verdict.draft.start)
        quote = verdict.draft.of(draft)
        row = {**attrs.asdict(verdict), "verdict": str(verdict.verdict), "quote": quote, "line": line, "column": column}
        rows.append(json.loads(plain_json(row)))
    yield json.dumps(rows, indent=2, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


def _github(verdicts: list[Verdict], draft: str, name: str) -> Iterator[str]:
    """Workflow commands of GitHub Actions: an error at each quotation that may not stand."""
    for verdict in verdicts:
        if verdict.good:
            continue
        line, column = _place(draft, verdict.draft.start)
        last, end = _place(draft, verdict.draft.end)
        place = f"line={line},endLine={last},col={column}" + (f",endColumn={end}" if last == line else "")
        title = _escaped(f"Quotation {verdict.verdict}", value=True)
        yield f"::error file={_escaped(name, value=True)},{place},title={title}::{_escaped(verdict.why)}"


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    before = text[:offset].replace("\r\n", " \n").replace("\r", "\n")
    return before.count("\n") + 1, offset - before.rfind("\n")


def _escaped(words: str, *, value: bool = False) -> str:
    """Words as GitHub's workflow commands take them; ``value`` for those between commas."""
    words = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return words.replace(":", "%3A").replace(",", "%2C") if value else words


def _plain(words: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(words.split()))


