"""``quotetrack extract PATHS…``: the claims of articles, to the terminal or to a dataset's file."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import signal
import sys
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import Any

import attrs

from quotetrack import export, render
from quotetrack.cli.journal import Journal
from quotetrack.cli.options import STDIN, add_reading_options
from quotetrack.cli.progress import Progress
from quotetrack.codec import SCHEMA
from quotetrack.corpus import PassedOver, Summary, card, checked_columns, files, mapped, reading_of, sources
from quotetrack.corpus.articles import Given, Source, counted
from quotetrack.errors import MissingExtra
from quotetrack.export.sheet import Sheet
from quotetrack.records import Reading

TABLE = "table"
_Answer = tuple[str, Any, str | None]

FLUSHED = 16
"""Articles between two writings of the journal."""


def register(commands: Any) -> None:
    """Add the command to the parser (``commands``: what ``add_subparsers`` returned, which has no public type)."""
    command = commands.add_parser(
        "extract",
        help="what was said in articles, as a table or as a dataset",
        description="What was said in articles, by whom, where and when. With --out, an interrupted run goes on where "
        "it stopped when the same command is given again.",
    )
    command.add_argument(
        "paths",
        nargs="*",
        default=[STDIN],
        metavar="PATH",
        help="text files, folders, globs, JSONL, Parquet and HTML files of articles; - or nothing: standard input",
    )
    add_reading_options(command)
    command.add_argument("--format", type=_format, help=f"{TABLE} (the default), {', '.join(export.FORMATS)}")
    command.add_argument("--out", metavar="FILE", help="write to this file (brat: folder); it is whole or not there")
    command.add_argument("--jobs", type=_jobs, metavar="N", help="processes (default: as many as pay)")
    command.add_argument(
        "--columns",
        type=_columns,
        default={},
        metavar="A=B,…",
        help="the columns of JSONL and Parquet files, where they are not text, id, title, published, url: text=body",
    )
    units = "what offsets are counted in (default: codepoints)"
    command.add_argument("--offsets", choices=export.UNITS, default="codepoints", help=units)
    command.add_argument("--card", metavar="FILE", help="write a dataset card too (with --out)")
    command.set_defaults(run=run, usage=command.format_usage)


def _format(name: str) -> str:
    if name != TABLE and name not in export.FORMATS:
        raise argparse.ArgumentTypeError(f"there is no format {name!r}; there are {TABLE}, {', '.join(export.FORMATS)}")
    return name


def _jobs(words: str) -> int:
    if not words.isascii() or not words.isdigit() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is no number of processes: give 1 or more")
    return int(words)


def _columns(words: str) -> dict[str, str]:
    try:
        pairs = dict(pair.split("=", 1) for pair in words.split(","))
        return checked_columns({name.strip(): column.strip() for name, column in pairs.items()})
    except ValueError as error:
        why = error if "an article has" in str(error) else f"{words!r}: write it like text=body,id=nr"
        raise argparse.ArgumentTypeError(str(why)) from None


@attrs.frozen
class Work:
    """What is done with each article, in whatever process: it is read and turned into parts of the format."""

    kinds: frozenset[str]
    published: dt.date | None
    format: str
    offsets: str

    def __call__(self, source: Source) -> dict[str, Any]:
        reading = reading_of(source, self.kinds, self.published)
        summary = Summary()
        summary.add(reading)
        parts = export.FORMATS[self.format].part(Sheet(reading.article, reading.claims, self.offsets))
        counts = {"kinds": summary.kinds, "grounds": summary.grounds, "speakers": summary.speakers}
        return {"parts": parts, "dated": summary.dated, **counts}


def run(args: argparse.Namespace) -> int:
    """Extract; the exit status is 1 where something was passed over, 2 where the options do not go together."""
    try:
        to = _target(args)
    except ValueError as error:
        print(f"{args.usage()}quotetrack extract: error: {error}", file=sys.stderr)
        return 2
    out = [Path(args.out), journal_of(Path(args.out)), *([Path(args.card)] if args.card else [])] if args.out else []
    found, passed = files([path for path in args.paths if path != STDIN], without=out)
    given: list[Source] = []
    if STDIN in args.paths:
        try:
            given = [Given("standard input", item=sys.stdin.buffer.read().decode(args.encoding))]
        except UnicodeError:
            passed.append(PassedOver("standard input", f"not {args.encoding} text; name its encoding with --encoding"))
    faults = [left for left in passed if left.fault]
    for left in faults:
        print(f"quotetrack: {left.name}: {left.why}", file=sys.stderr)
    if faults and not found and not given:
        return 1
    if to is None or args.out is None:
        return max(_to_terminal(args, chain(given, sources(found, args.columns, args.encoding)), to), bool(faults))
    return _to_file(args, given, found, passed, to)


def _target(args: argparse.Namespace) -> export.Format | None:
    """The format, None for the table. Raises ``ValueError`` where the options do not go together."""
    if args.card is not None and args.out is None:
        raise ValueError("a card goes with a dataset: give --out too")
    if args.out is None:
        if args.format in (None, TABLE):
            return None
        to = export.format_of(args.format)
        if to.text is None:
            raise ValueError(f"{to.name} is not text: name a file with --out")
        return to
    if args.format == TABLE:
        raise ValueError(f"a table is for the terminal; formats for --out are {', '.join(export.FORMATS)}")
    if not Path(args.out).name:
        raise ValueError(f"{args.out!r} names no file")
    return export.format_of(args.format, args.out)


def _to_terminal(args: argparse.Namespace, found: Iterable[Source], to: export.Format | None) -> int:
    """Print each article's claims as they come."""
    status = 0
    many = len(args.paths) > 1 or Path(args.paths[0]).is_dir()
    width = shutil.get_terminal_size((100, 24)).columns
    read = partial(reading_of, kinds=frozenset(args.kinds), published=args.published)

    def readings() -> Iterator[tuple[str, Reading]]:
        nonlocal status
        for name, reading, why in _answers(read, found, args.jobs):
            if why is None:
                yield name, reading
            else:
                print(f"quotetrack: {name}: {why}", file=sys.stderr)
                status = 1

    if to is not None and to.text is not None:
        pieces = to.text(export.parts((reading for _, reading in readings()), to.name, offsets=args.offsets))
        for piece in pieces:
            _print_raw(piece)
        return status
    shown = 0
    for name, reading in readings():
        if many:
            print(f"{os.linesep if shown else ''}{name}")
        print(render.table(reading.claims, width) or "No claims.")
        shown += 1
    return status


def _answers(work: Any, found: Iterable[Source], jobs: int | None) -> Generator[_Answer, None, None]:
    """Each source's name, what the work gave, and why it failed."""
    names: deque[str] = deque()

    def named() -> Iterator[Source]:
        for source in found:
            names.append(source.name)
            yield source

    for answer, why in mapped(work, named(), jobs):
        if why is not None and why.endswith("name its encoding"):
            why += " with --encoding"
        yield names.popleft(), answer, why


def _print_raw(piece: str) -> None:
    """Data goes out as UTF-8 with its own line ends, whatever the terminal's encoding."""
    data = piece.encode("utf-8")
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:  # pragma: no cover - a stream of somebody's own
        sys.stdout.write(piece)


def journal_of(out: Path) -> Path:
    """Where the journal of a run stands.

    >>> journal_of(Path("claims.jsonl")).name
    'claims.jsonl.partial'
    """
    return out.with_name(f"{out.name}.partial")


class Stopped(KeyboardInterrupt):
    """The process was told to end."""


@contextmanager
def _ended_by_signal() -> Iterator[None]:
    """SIGTERM stops the work as an interrupt does, so that the journal is closed and the processes end."""

    def stop(number: int, frame: object) -> None:
        raise Stopped

    before = None
    with suppress(ValueError):  # not the main thread: its signals are not ours
        before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _to_file(
    args: argparse.Namespace,
    given: Sequence[Source],
    found: list[tuple[Path, str]],
    passed: list[PassedOver],
    to: export.Format,
) -> int:
    out = Path(args.out)
    try:
        export.check_target(out, to)
        if to.file is not None and to.suffix:
            export.require_arrow()
        journal = Journal(journal_of(out), _head(args, given, found, to))
    except (OSError, MissingExtra) as error:
        return _refused(error)
    with _ended_by_signal(), journal:
        try:
            _fill(args, journal, given, found, to)
            summary = Summary(passed=passed)
            export.finish(_parts(journal, summary), out, to)
        except KeyboardInterrupt as stop:
            journal.flush()
            kept = f"quotetrack: stopped; {journal.done:,} articles are kept in {journal.path.name}"
            print(f"{kept}: give the same command again to go on", file=sys.stderr)
            return 128 + (signal.SIGTERM if isinstance(stop, Stopped) else signal.SIGINT)
        except (OSError, MissingExtra) as error:  # a full disk: the journal is kept
            return _refused(error)
        journal.remove()
    if args.card:
        try:
            Path(args.card).write_text(card(summary, name=out.stem), encoding="utf-8")
        except OSError as error:
            return _refused(error)
    print(*summary.lines(), sep="\n", file=sys.stderr)
    return int(any(left.fault for left in summary.passed))


def _refused(error: OSError | MissingExtra) -> int:
    shown = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.strerror else error
    print(f"quotetrack: {shown}", file=sys.stderr)
    return 1


def _head(
    args: argparse.Namespace, given: Sequence[Source], found: list[tuple[Path, str]], to: export.Format
) -> dict[str, Any]:
    """What was asked of which files: another answer, another journal."""
    from quotetrack import __version__

    seen = sha256()
    for source in given:
        seen.update(source.load().text.encode("utf-8", "surrogatepass"))
    for path, name in found:
        try:
            at = path.stat()
            seen.update(f"{path}\0{name}\0{at.st_size}\0{at.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
        except OSError:
            seen.update(f"{path}\0-\n".encode("utf-8", "surrogateescape"))
    return {
        "quotetrack": __version__,
        "schema": SCHEMA,
        "format": to.name,
        "kinds": sorted(args.kinds),
        "published": str(args.published),
        "encoding": args.encoding,
        "columns": args.columns,
        "offsets": args.offsets,
        "files": seen.hexdigest(),
    }


def _fill(
    args: argparse.Namespace,
    journal: Journal,
    given: Sequence[Source],
    found: list[tuple[Path, str]],
    to: export.Format,
) -> None:
    """Do the articles that are not in the journal yet."""
    if journal.stale:
        print("quotetrack: the files or the options have changed: begun anew", file=sys.stderr)
    elif journal.done:
        print(f"quotetrack: {journal.done:,} articles were done before", file=sys.stderr)
    work = Work(frozenset(args.kinds), args.published, to.name, args.offsets)
    waiting = chain(given, sources(found, args.columns, args.encoding))
    left = islice(waiting, journal.done, None)
    total = len(given) + counted(found)
    with Progress(total, journal.done) as progress, closing(_answers(work, left, args.jobs)) as answers:
        for name, answer, why in answers:
            if why is None:
                journal.add(answer)
            else:
                progress.say(f"quotetrack: {name}: {why}")
                journal.add({"passed": [name, why]})
            if journal.done % FLUSHED == 0:
                journal.flush()
            progress.step()


def _parts(journal: Journal, summary: Summary) -> Iterator[Any]:
    """Every part of the journal, in order, counted into the summary on the way."""
    for entry in journal.entries():
        if "passed" in entry:
            summary.passed.append(PassedOver(*entry["passed"]))
            continue
        kinds, grounds, speakers = (Counter(entry[name]) for name in ("kinds", "grounds", "speakers"))
        summary.merge(Summary(1, kinds, grounds, speakers, entry["dated"]))
        yield from entry["parts"]
