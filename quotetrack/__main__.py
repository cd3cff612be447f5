"""``python -m quotetrack``: the command line."""

import sys

from quotetrack.cli import main

if __name__ == "__main__":
    sys.exit(main())
