"""``quotetrack explain FILE``: every claim of an article with the reasons that made it."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from quotetrack.cli.options import STDIN, add_reading_options, read_file, trouble


def register(commands: Any) -> None:
    """Add the command to the parser (``commands``: what ``add_subparsers`` returned, which has no public type)."""
    command = commands.add_parser("explain", help="say why each claim has this speaker, this date, this span")
    command.add_argument("file", nargs="?", default=STDIN, metavar="FILE", help="an article (default: standard input)")
    add_reading_options(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the explanation of each claim of the file, a blank line between two."""
    from quotetrack.extract import extract_quotes
    from quotetrack.reasons import explain

    try:
        text = read_file(args.file, args.encoding)
    except (OSError, UnicodeError) as error:
        print(trouble(args.file, error, args.encoding), file=sys.stderr)
        return 1
    claims = extract_quotes(text, kinds=args.kinds, published=args.published)
    print("\n\n".join(explain(claim) for claim in claims) or "No claims.")
    return 0
