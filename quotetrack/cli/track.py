"""``quotetrack track …``: a ledger of statements across articles, filled and asked from the command line."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import attrs

from quotetrack.cli.options import STDIN, day, encoding, read_file
from quotetrack.cli.progress import Progress
from quotetrack.codec import plain_json
from quotetrack.corpus import files, sources
from quotetrack.corpus.articles import counted
from quotetrack.corpus.pool import reason
from quotetrack.ledger import Ledger, Sighting, Track
from quotetrack.records import Kind, Speaker
from quotetrack.render import cut

FORMATS = ("table", "json")
LIMIT = 50


def register(commands: Any) -> None:
    """Add the command to the parser (``commands``: what ``add_subparsers`` returned, which has no public type)."""
    command = commands.add_parser(
        "track",
        help="keep statements across articles in a ledger",
        description="The same statement across articles, revisions and time, in one file.",
    )
    parts = command.add_subparsers(dest="part", metavar="PART", required=True)

    add = _part(parts, "add", _add, "read articles into the ledger; what is there already changes nothing")
    add.add_argument(
        "files", nargs="+", metavar="FILE", help="files, folders, globs, JSONL, Parquet, HTML; - for input"
    )
    add.add_argument("--published", type=day, metavar="DATE", help="the day of publication, where nothing says it")
    add.add_argument("--publisher", metavar="NAME", help="who published them (default: the host of an article's URL)")
    add.add_argument("--encoding", type=encoding, default="utf-8", help="of the files (default: utf-8)")

    found = _part(parts, "list", _list, "the statements, the earliest or the best match first")
    found.add_argument("--text", metavar="WORDS", help="with these words; a phrase in quotation marks")
    found.add_argument("--speaker", metavar="NAME", help="by somebody")
    found.add_argument("--since", type=day, metavar="DATE", help="seen on this day or later")
    found.add_argument("--until", type=day, metavar="DATE", help="seen on this day or before")
    found.add_argument("--kind", choices=[str(kind) for kind in Kind], help="with a sighting of this kind")
    found.add_argument("--limit", type=_count, default=LIMIT, metavar="N", help=f"at most so many (default: {LIMIT})")

    show = _part(parts, "show", _show, "one statement with every place it was seen, its wordings and reviews")
    show.add_argument("id", metavar="ID", help="of the statement, or of any claim in it")

    timeline = _part(parts, "timeline", _timeline, "what somebody said, day by day")
    timeline.add_argument("name", metavar="NAME")
    timeline.add_argument("--about", metavar="WORDS", help="only statements with these words")

    _part(parts, "conflicts", _conflicts, "the same words with other speakers; negations, numbers, names that differ")
    _part(parts, "speakers", _speakers, "who is quoted, how often, under which names and roles")
    revisions = _part(parts, "revisions", _revisions, "what changed from version to version of an article")
    revisions.add_argument("id", metavar="ARTICLE", help="the article's id")

    review = _part(parts, "review", _review, "write down what a check of a statement found")
    review.add_argument("id", metavar="ID", help="of the statement, or of any claim in it")
    review.add_argument("rating", metavar="RATING", help="in the reviewer's own words: False, Half true, …")
    review.add_argument("--reviewer", required=True, metavar="NAME")
    review.add_argument("--url", metavar="URL", help="where the check is published")
    review.add_argument("--note", metavar="WORDS")
    review.add_argument("--on", type=day, metavar="DATE", help="the day of the check (default: today)")


def _part(parts: Any, name: str, run: Callable[[argparse.Namespace], int], words: str) -> Any:
    part = parts.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    part.add_argument("--db", required=True, metavar="FILE", help="the ledger")
    if name != "add":
        part.add_argument("--format", choices=FORMATS, default="table", help="table (the default) or json")
    part.set_defaults(run=run)
    return part


def _count(words: str) -> int:
    if not words.isascii() or not words.isdigit() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is no number of statements: give 1 or more")
    return int(words)


def _opened(args: argparse.Namespace) -> Ledger | None:
    """The ledger to be asked; a misspelt name makes no new one."""
    if not Path(args.db).exists():
        print(f"quotetrack: {args.db}: there is no ledger; track add makes one", file=sys.stderr)
        return None
    return Ledger(args.db)


def _asked(args: argparse.Namespace, ask: Callable[[Ledger], list[Any]], table: Callable[[Any], Iterable[str]]) -> int:
    """Print the answer to a question; 1 where there is no such ledger, statement, article or person."""
    ledger = _opened(args)
    if ledger is None:
        return 1
    with ledger:
        try:
            answer = ask(ledger)
        except (KeyError, ValueError) as error:
            print(f"quotetrack: {error.args[0]}", file=sys.stderr)
            return 1
    if args.format == "json":
        print(json.dumps(json.loads(plain_json([_plain(item) for item in answer])), indent=2, ensure_ascii=False))
    else:
        for item in answer:
            for line in table(item):
                print(line)
    return 0


def _plain(value: Any) -> Any:
    """A record as JSON holds it."""
    if attrs.has(type(value)):
        return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return str(value)
    return value.isoformat() if isinstance(value, dt.date) else value


# add


def _add(args: argparse.Namespace) -> int:
    """Read every file into the ledger, and say what that brought."""
    faults: list[str] = []
    paths = [path for path in args.files if path != STDIN]
    found, passed = files(paths) if paths else ([], [])
    faults += [f"{left.name}: {left.why}" for left in passed if left.fault]
    with Ledger(args.db) as ledger:
        total = counted(found) + args.files.count(STDIN)
        with Progress(total) as progress:
            tally = ledger.add_many(_articles(args, found, progress, faults))
    for fault in faults:
        print(f"quotetrack: {fault}", file=sys.stderr)
    print(
        f"{tally.read:,} articles, {tally.new:,} of them new ({tally.revisions:,} revisions): "
        f"{tally.claims:,} new claims, {tally.tracks:,} new statements"
    )
    return int(bool(faults))


def _articles(
    args: argparse.Namespace, found: list[tuple[Path, str]], progress: Progress, faults: list[str]
) -> Iterator[dict[str, Any]]:
    if STDIN in args.files:
        try:
            text = read_file(STDIN, args.encoding)
        except UnicodeError:
            faults.append(f"standard input: not {args.encoding} text; name its encoding")
        else:
            yield {"text": text, "published": args.published, "publisher": args.publisher}
        progress.step()
    for source in sources(found, encoding=args.encoding):
        try:
            article = source.load()
        except Exception as error:  # whatever is wrong with one file, the others are read
            faults.append(f"{source.name}: {reason(error)}")
        else:
            given = attrs.asdict(article)
            given["id"] = article.id or source.name
            given["published"] = article.published or args.published
            yield {**given, "publisher": args.publisher}
        progress.step()


# questions


def _list(args: argparse.Namespace) -> int:
    def ask(ledger: Ledger) -> list[Track]:
        return ledger.tracks(
            speaker=args.speaker,
            text=args.text,
            since=args.since,
            until=args.until,
            kind=args.kind,
            limit=args.limit,
        )

    return _asked(args, ask, lambda track: [_line(track)])


def _line(track: Track) -> str:
    days = _day(track.first) if track.first == track.last else f"{_day(track.first)} to {_day(track.last)}"
    head = f"{track.id}  {len(track.sightings):>3}x  {days}  {_name(track.speaker)}: "
    return head + cut(_shown(track.text), max(20, _width() - len(head)))


def _show(args: argparse.Namespace) -> int:
    def ask(ledger: Ledger) -> list[Any]:
        track = ledger.track(args.id)
        return [track, *ledger.reviews(track)]

    def table(item: Any) -> Iterator[str]:
        if not isinstance(item, Track):
            yield f"reviewed {item.on} by {_shown(item.reviewer)}: {_shown(item.rating)}"
            yield from (f"    {_shown(words)}" for words in (item.url, item.note) if words)
            return
        yield _line(attrs.evolve(item, text=""))
        yield f"“{_shown(item.text)}”"
        for sighting in item.sightings:
            yield from _sighting(sighting)
        for sighting in item.folded:
            yield from _sighting(sighting, ", in an older version")

    return _asked(args, ask, table)


def _sighting(sighting: Sighting, note: str = "") -> Iterator[str]:
    flags = [name for name in ("negation", "number", "name") if getattr(sighting.found, name)]
    how = str(sighting.how) + (f" [{', '.join(flags)}]" if flags else "")
    place = sighting.url or sighting.article
    yield f"  {_day(sighting.day)}  {how}, {_name(sighting.speaker)}, in {_shown(place)}{note}"
    if sighting.text != sighting.against:
        yield f"      “{_shown(sighting.text)}”"
    for differ in sighting.found.differs:
        yield f"      {_words(differ.a_words)} -> {_words(differ.b_words)}"


def _words(words: str) -> str:
    return f"“{_shown(words)}”" if words else "(nothing)"


def _timeline(args: argparse.Namespace) -> int:
    def table(sighting: Sighting) -> list[str]:
        head = f"{_day(sighting.day)}  {sighting.track}  "
        return [head + cut(_shown(sighting.text), max(20, _width() - len(head)))]

    return _asked(args, lambda ledger: list(ledger.timeline(args.name, about=args.about)), table)


def _conflicts(args: argparse.Namespace) -> int:
    def table(conflict: Any) -> Iterator[str]:
        yield f"{conflict.fault}  {conflict.track}"
        for one in (conflict.a, conflict.b):
            yield f"  {_day(one.day)}  {_name(one.speaker)}, in {_shown(one.url or one.article)}: “{_shown(one.text)}”"

    return _asked(args, lambda ledger: list(ledger.conflicts()), table)


def _speakers(args: argparse.Namespace) -> int:
    def table(person: Any) -> list[str]:
        roles = f" ({'; '.join(map(_shown, person.roles))})" if person.roles else ""
        return [f"{person.statements:>5} statements  {person.stories:>5} stories  {_shown(person.name)}{roles}"]

    return _asked(args, lambda ledger: list(ledger.speakers()), table)


def _revisions(args: argparse.Namespace) -> int:
    def table(step: Any) -> Iterator[str]:
        yield f"{_shown(step.older)} -> {_shown(step.newer)}"
        for sign, claims in (("+", step.added), ("-", step.dropped)):
            yield from (f"  {sign} {_name(claim.speaker)}: “{_shown(claim.text)}”" for claim in claims)
        for change in step.altered:
            yield f"  ~ {_name(change.older.speaker)}: “{_shown(change.older.text)}”"
            yield f"    {_name(change.newer.speaker)}: “{_shown(change.newer.text)}”"

    return _asked(args, lambda ledger: list(ledger.revisions(args.id)), table)


def _review(args: argparse.Namespace) -> int:
    def ask(ledger: Ledger) -> list[Any]:
        return [ledger.review(args.id, args.rating, reviewer=args.reviewer, url=args.url, note=args.note, on=args.on)]

    return _asked(args, ask, lambda review: [f"{review.rating}, by {review.reviewer}: “{_shown(review.wording)}”"])


# words


def _name(speaker: Speaker | None) -> str:
    return "?" if speaker is None else _shown(speaker.name)


def _day(day: dt.date | None) -> str:
    return "?" * 10 if day is None else day.isoformat()


def _width() -> int:
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def _shown(words: str) -> str:
    """Words in one line, without what a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(words.split()))
