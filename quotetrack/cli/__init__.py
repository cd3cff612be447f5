"""The command line: ``quotetrack COMMAND …``. Each command is a module here that adds itself to the parser."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from quotetrack.errors import QuotetrackError

# Each has register(subparsers), which sets run=function(args) -> int as a default of its parser.
COMMANDS = ("extract", "explain", "verify", "track")

INTERRUPTED = 130  # what shells give for a command that Ctrl-C ended
USAGE = 2


def parser() -> argparse.ArgumentParser:
    """The whole command line's parser."""
    from quotetrack import __version__

    top = argparse.ArgumentParser(
        prog="quotetrack",
        description="What was said in news articles, by whom, where and when.",
    )
    top.add_argument("--version", action="version", version=f"quotetrack {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in COMMANDS:
        import_module(f"quotetrack.cli.{name}").register(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 something could not be done, 2 wrong arguments.

    ``argv`` are the words after the program's name; None takes them from ``sys.argv``.

    >>> main(["--version"])  # doctest: +ELLIPSIS
    quotetrack ...
    0
    """
    # a terminal that cannot show a character gets its escape, not an exception
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        args = parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said what is wrong, or has printed its help
        return stop.code if isinstance(stop.code, int) else USAGE
    try:
        status: int = args.run(args)
        sys.stdout.flush()
    except QuotetrackError as error:
        print(f"quotetrack: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # the reader (head, less) has what it wanted; standard output must not be flushed again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return status
