"""Drafts straight from given sources, so that the cast can be tried without the floors that find them."""

from __future__ import annotations

import re

from quotetrack import cast
from quotetrack.records import Draft, Form, Kind, Mention, Passage, Speaker, Verdict
from quotetrack.spans import Span
from quotetrack.text import fold

# A source is where a verb of saying stands next to it.
_NEAR = re.compile(
    r"^[,.]? ?(?:said|added|noted|wrote|told|asked|reads?\b|blamed|called|expects|observed|posted|urged|"
    r"claim|calling|who|:|-)"
    r"|(?:said|with) $"
)
_MARKS = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”")


def settled(
    text: str, sources: list[str], people: tuple[str | Speaker, ...] = (), everyone: bool = False
) -> tuple[tuple[Verdict, ...], tuple[Speaker, ...]]:
    """Settle the sources, each looked for after the one before, outside quotations."""
    paragraphs = [m.span() for m in re.finditer(r"[^\n]+", text)]
    passages = tuple(
        Passage(m.start() + 1, m.end() - 1, m.start(), m.end(), '"', 0, 0) for m in _MARKS.finditer(text)
    )
    drafts = []
    at = 0
    for source in sources:
        start = _find(text, source, at, passages)
        at = start + len(source)
        mention = Mention(start, at, source, Form.NAME)
        drafts.append(Draft(Kind.DIRECT, (Span(start, at),), (), mention, None, 0))
    return cast.settle(text, fold(text), paragraphs, passages, drafts, people, everyone, article_id="a")


def _find(text: str, source: str, at: int, passages: tuple[Passage, ...]) -> int:
    for m in re.finditer(rf"(?<!\w){re.escape(source)}(?!\w)", text):
        inside = any(p.start <= m.start() < p.end for p in passages)
        around = text[m.end() : m.end() + 12] + "|" + text[: m.start()]
        if m.start() >= at and not inside and _NEAR.search(around):
            return m.start()
    raise AssertionError(f"{source!r} is not in {text!r}")
