"""Articles with attributions marked by hand, and when a claim's words are the same as theirs; for ``accuracy.py``.

What counts as a quoted passage is read off the marks here, apart from the library: it must not grade itself.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs

from quotetrack import Claim, extract_quotes

QUOTES = ("direct", "mixed")
SINGLE = str.maketrans("“”\"", "‘’'")

Spans = Sequence[Sequence[int]]


class NotThatShape(Exception):
    """A row that is not of the corpus's shape; the message says which and what is missing."""


class Letters:
    """The letters and digits of a text; a set of them is an int with a bit for each offset."""

    def __init__(self, text: str) -> None:
        self.all = int("".join("1" if char.isalnum() else "0" for char in reversed(text)) or "0", 2)

    def of(self, spans: Spans) -> int:
        """The letters in these stretches."""
        mask = 0
        for start, end in spans:
            mask |= (1 << end) - (1 << start)
        return mask & self.all


def half(shared: int, whole: int) -> bool:
    """Whether the shared letters are at least half of the whole.

    >>> half(0b0110, 0b1110), half(0b0010, 0b1110)
    (True, False)
    """
    return 2 * shared.bit_count() >= whole.bit_count()


def without_that(text: str, content: int) -> int:
    """The letters without those of a "that" in front: some count it to what was said, some to the cue.

    >>> bin(without_that("that it", 0b1101111))
    '0b1100000'
    """
    start = (content & -content).bit_length() - 1
    return content >> (start + 4) << (start + 4) if text[start : start + 5].lower() == "that " else content


@attrs.frozen
class Relation:
    """What was said and the words for its source, as sets of letters and as they stand."""

    content: int
    source: Spans
    source_letters: int


@attrs.frozen
class Claimed(Relation):
    """The same of a claim."""

    claim: Claim


# --- the marks

_MARK = re.compile(r"[“”„\"]|``|''(?!')")  # plain text of archives has `` and ''
_OPENERS = ("“", "„", "``")


def marked_passages(text: str) -> list[tuple[int, int]]:
    """The stretches between double marks, marks left out.

    Marks pair within a line. One that opens its line and never closes runs to the line's end, as a quotation of several
    paragraphs does.

    >>> text = '"One," she said, "and \\n"two'
    >>> [text[start:end] for start, end in marked_passages(text)]
    ['One,', 'two']
    """
    found = []
    for line in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for mark in _MARK.finditer(text, *line.span()):
            opens, closes = _turns(text, mark, *line.span())
            if opened is None:
                opened = mark.end() if opens or not closes else None
            elif opens and not closes:
                opened = mark.end()  # the one before was never closed
            elif mark.start() > opened:
                found.append((opened, mark.start()))
                opened = None
        if opened is not None and opened - line.start() <= 2 and line.end() - opened > 1:
            found.append((opened, line.end()))
    return found


def _turns(text: str, mark: re.Match[str], start: int, end: int) -> tuple[bool, bool]:
    """Whether a mark may open, and whether it may close."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark[0] in _OPENERS:
        return True, False
    if mark[0] == "”":
        return False, True
    opens = (before.isspace() or before in "([{-–—/'‘") and not after.isspace()
    return opens, not before.isspace() and not (before.isalnum() and after.isalnum())


# --- the sources

_TITLE = re.compile(
    r"(?:the|an?|m(?:r|s|rs)|dr|sen(?:ator)?|rep(?:resentative)?|gov(?:ernor)?|president|secretary)\b\s*"
)
_BREAK = re.compile(r",\s|\s(?:[–—-]{1,2}\s|\()")


def plain(text: str, spans: Spans) -> str:
    """The words in small letters, without punctuation and without the titles and articles in front.

    >>> plain("The Rev. Ana-Maria Ruiz", [(0, 23)]), plain("Gov. Ana Ruiz", [(0, 13)])
    ('rev ana maria ruiz', 'ana ruiz')
    """
    words = re.sub(r"\W+", " ", " ".join(text[start:end] for start, end in spans)).strip().lower()
    while title := _TITLE.match(words):
        words = words[title.end() :]
    return words


def to_comma(text: str, source: Spans) -> Spans:
    """The source as far as its first comma, dash or bracket.

    >>> to_comma("Ana Ruiz, the mayor", [(0, 19)])
    [(0, 8)]
    """
    if not source:
        return []
    start, end = source[0]
    stop = _BREAK.search(text, start + 1, end)
    return [(start, stop.start() if stop else end)]


def same_source(text: str, gold: Relation, said: Relation) -> bool:
    """Whether the sources overlap, end in the same name, or are both absent. Half a paragraph is nobody's name."""
    if gold.source_letters and said.source_letters.bit_count() > 4 * gold.source_letters.bit_count() + 30:
        return False
    if gold.source_letters & said.source_letters or not (gold.source_letters or said.source_letters):
        return True
    one, other = plain(text, gold.source).split(), plain(text, said.source).split()
    if not one or not other:
        return False
    return one == other or (len(one[-1]) > 2 and one[-1] == other[-1])


# --- the articles


class Marked:
    """An article with what was marked in it by hand."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.id: str = row["id"]
        self.text: str = row["text"]
        self.published = dt.date.fromisoformat(row["date"]) if row.get("date") else None
        self.letters = Letters(self.text)
        self.gold = [self.relation(each["content"], each["source"]) for each in row["attributions"]]
        ignored = self.letters.of(row.get("ignore") or [])
        marked = [self.letters.of([passage]) for passage in marked_passages(self.text)]
        self.passages = [passage for passage in marked if passage and not passage & ignored]
        self.between_marks = 0
        for passage in marked:
            self.between_marks |= passage

    def relation(self, content: Spans, source: Spans) -> Relation:
        """What was marked, as letters."""
        return Relation(self.letters.of(content), source, self.letters.of(source))

    def kind(self, gold: Relation) -> str:
        """The kind of an attribution: direct where all its letters stand between marks, mixed where some do."""
        quoted = gold.content & self.between_marks
        return "indirect" if not quoted else "direct" if quoted == gold.content else "mixed"

    def claims(self, kinds: Sequence[str] = QUOTES, *, single: bool = False) -> list[Claimed]:
        """What the library finds; with ``single``, where double marks are turned into single ones first."""
        text = self.text.translate(SINGLE) if single else self.text
        found = []
        for claim in extract_quotes(text, kinds=kinds, published=self.published):
            content = [(span.start, span.end) for span in claim.spans]
            source = [(claim.source.start, claim.source.end)] if claim.source else []
            found.append(Claimed(self.letters.of(content), source, self.letters.of(source), claim))
        return found


def rows(path: Path, *needed: str) -> list[dict[str, Any]]:
    """The rows of a JSONL file, each an object with the fields needed.

    Raises ``NotThatShape`` for a line that is none, and ``OSError`` for a file that cannot be read.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as wrong:
            raise NotThatShape(f"{path}, line {number}, is no JSON: {wrong}") from None
        missing = [field for field in needed if not isinstance(row, dict) or field not in row]
        if missing:
            raise NotThatShape(f"{path}, line {number}, has no {', '.join(missing)}: give one article or label a line")
        found.append(row)
    return found
