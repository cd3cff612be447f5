"""What several commands share: options read the same way, and files read with one clear line where they cannot be."""

from __future__ import annotations

import argparse
import codecs
import datetime as dt
import sys
from pathlib import Path

from quotetrack.records import Kind

STDIN = "-"


def kinds(words: str) -> tuple[str, ...]:
    """``direct,mixed`` as kinds, for argparse.

    >>> kinds("direct, indirect")
    ('direct', 'indirect')
    """
    asked = tuple(word.strip() for word in words.split(",") if word.strip())
    known = [str(kind) for kind in Kind]
    wrong = [word for word in asked if word not in known]
    if wrong or not asked:
        raise argparse.ArgumentTypeError(f"{words!r}: give one or more of {','.join(known)}, with commas between")
    return asked


def day(words: str) -> dt.date:
    """``2015-01-30`` as a date, for argparse.

    >>> day("2015-01-30")
    datetime.date(2015, 1, 30)
    """
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is not a date like 2015-01-30") from None


def encoding(name: str) -> str:
    """The name of a text encoding that Python knows, for argparse.

    >>> encoding("latin-1")
    'latin-1'
    """
    try:
        codecs.lookup(name)
    except LookupError:
        raise argparse.ArgumentTypeError(
            f"{name!r} is not an encoding that Python knows; utf-8, latin-1, cp1252 are"
        ) from None
    return name


def add_reading_options(command: argparse.ArgumentParser) -> None:
    """Add ``--kinds``, ``--published`` and ``--encoding``."""
    command.add_argument(
        "--kinds",
        type=kinds,
        default=(str(Kind.DIRECT), str(Kind.MIXED)),
        metavar="K,K",
        help="which claims: direct, mixed, indirect, with commas between (default: direct,mixed)",
    )
    command.add_argument(
        "--published",
        type=day,
        metavar="DATE",
        help="the day of publication, where the text does not say it (2015-01-30)",
    )
    command.add_argument("--encoding", type=encoding, default="utf-8", help="of the files (default: utf-8)")


def read_file(path: str, encoding: str = "utf-8") -> str:
    """The text of a file, or of standard input for ``-``, its line ends as they are.

    Raises ``OSError`` where it cannot be opened and ``UnicodeDecodeError`` where it is in another encoding.
    """
    data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    return data.decode(encoding)


def trouble(path: str, error: OSError | UnicodeError, encoding: str) -> str:
    """One line that says why a file was passed over."""
    shown = "standard input" if path == STDIN else path
    if isinstance(error, OSError):
        return f"quotetrack: {shown}: {error.strerror or error}"
    return f"quotetrack: {shown}: not {encoding} text; name its encoding with --encoding"
