"""quotetrack: what was said in a news article, by whom, where and when, as typed claim records."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from quotetrack.reasons import explain
from quotetrack.records import Article, Claim, Cue, Dateline, Mention, Part, Reading, Speaker, Step, When
from quotetrack.spans import Span

if TYPE_CHECKING:
    from quotetrack.codec import from_dict, to_dict
    from quotetrack.extract import analyse, extract_quotes, read_article

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Claim",
    "Cue",
    "Dateline",
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
    "extract_quotes",
    "from_dict",
    "read_article",
    "to_dict",
]

# Where a name lives that is not loaded with the package: what few programs use should not slow every import.
_LATE = {
    "analyse": "quotetrack.extract",
    "extract_quotes": "quotetrack.extract",
    "from_dict": "quotetrack.codec",
    "read_article": "quotetrack.extract",
    "to_dict": "quotetrack.codec",
}


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_LATE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
