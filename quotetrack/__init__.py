"""quotetrack: what was said in a news article, by whom, where and when, as typed claim records."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from quotetrack.reasons import explain
from quotetrack.records import Article, Claim, Cue, Dateline, Mention, Part, Reading, Speaker, Step, When
from quotetrack.spans import Span

if TYPE_CHECKING:
    from quotetrack.codec import from_dict, to_dict
    from quotetrack.corpus import extract_many, frame, read_dataset
    from quotetrack.extract import analyse, extract_quotes, read_article
    from quotetrack.ledger import Ledger
    from quotetrack.verify import verify_quotes

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Claim",
    "Cue",
    "Dateline",
    "Ledger",
    "Mention",
    "Part",
    "Reading",
    "Span",
    "Speaker",
    "Step",
    "When",
    "__version__",
    "analyse",
    "explain",
    "extract_many",
    "extract_quotes",
    "frame",
    "from_dict",
    "read_article",
    "read_dataset",
    "to_dict",
    "verify_quotes",
]

# Where a name lives that is loaded when it is first asked for: patterns are compiled, and the ledger, tables and
# processes brought in, only for a program that uses them.
_LATE = {
    "Ledger": "quotetrack.ledger",
    "analyse": "quotetrack.extract",
    "extract_many": "quotetrack.corpus",
    "extract_quotes": "quotetrack.extract",
    "frame": "quotetrack.corpus",
    "from_dict": "quotetrack.codec",
    "read_article": "quotetrack.extract",
    "read_dataset": "quotetrack.corpus",
    "to_dict": "quotetrack.codec",
    "verify_quotes": "quotetrack.verify",
}


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_LATE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
