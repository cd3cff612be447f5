"""Transcripts and interviews: paragraphs that begin with who speaks, and hold nothing but what was said.

``MS. RUIZ: We will appeal.`` is what Ms. Ruiz said, without a mark. ``Q:`` and ``A:`` are question and answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quotetrack.rules.people import HONORIFICS, TITLES

# A label in capitals or with a capital at every word, then a colon; or the letter of a question or an answer.
_LABEL = re.compile(
    r"(?:(Q|A|QUESTION|ANSWER)[.:]"
    r"|((?:The )?[A-Z\u00c0-\u00de][\w.'-]*(?: (?:[A-Z\u00c0-\u00de(][\w.'),-]*|of|de|the)){0,6}):)[ \t]+"
)
# A capitalised word that is no label itself.
_NAME = re.compile(r"\b[A-Z\u00c0-\u00de][\w'-]*\b(?!:)")
_ENDS = re.compile(r"[.!?…\")\]-]\s*\Z")
_QUESTIONS = frozenset("Q QUESTION".split())
_ANSWERS = frozenset("A ANSWER".split())
# How many paragraphs of one turn may stand between two labels.
_RUN = 6


class Turn(NamedTuple):
    """What one paragraph of a transcript holds: its label (None: it goes on with the turn before), and the words."""

    label: tuple[int, int] | None
    start: int
    end: int
    answer: bool  # by the one who is interviewed, whom the label does not name
    question: bool  # the paper's own question: nobody's claim


def find_turns(image: str, paragraphs: Sequence[tuple[int, int]]) -> Mapping[int, Turn]:
    """The turns of a transcript, by the index of their paragraph; empty where the article is none."""
    if image.count(": ") < 3 and "Q. " not in image and "A. " not in image:  # most texts: no three labels
        return {}
    labels: dict[int, re.Match[str]] = {}
    for index, (start, end) in enumerate(paragraphs):
        if image.find(":", start, start + 60) < 0 and image[start : start + 2] not in ("Q.", "A."):
            continue
        found = _LABEL.match(image, start, end)
        if found and found.end() < end and _ENDS.search(image, max(start, end - 3), end):
            labels[index] = found
    if len(labels) < 3:
        return {}
    counts = Counter(_name(m) for m in labels.values())
    if _QUESTIONS.isdisjoint(counts):
        named = frozenset(_NAME.findall(image))
        labels = {i: m for i, m in labels.items() if m[1] or _names_somebody(m[2], named)}
        counts = Counter(_name(m) for m in labels.values())
        if len(counts) < 2 or max(counts.values()) < 2:
            return {}
    return _between(image, paragraphs, labels)


def _between(
    image: str, paragraphs: Sequence[tuple[int, int]], labels: Mapping[int, re.Match[str]]
) -> dict[int, Turn]:
    """The labelled turns, and the paragraphs between two labels, which go on with the first."""
    turns: dict[int, Turn] = {}
    before: int | None = None
    for index, m in labels.items():
        if before is not None and index - before <= _RUN:
            last = turns[before]
            for k in range(before + 1, index):
                start, end = paragraphs[k]
                if image[start] not in "([":
                    turns[k] = Turn(None, start, end, last.answer, last.question)
        question = m[1] in _QUESTIONS
        answer = m[1] in _ANSWERS
        turns[index] = Turn(None if m[1] else m.span(2), m.end(), paragraphs[index][1], answer, question)
        before = index
    return turns


def _name(m: re.Match[str]) -> str:
    return m[1] or m[2]


def _names_somebody(label: str, named: frozenset[str]) -> bool:
    """Whether a label can be a name: a title stands in it, or its last word is a name elsewhere in the text."""
    words = [word.strip(".,()").lower() for word in label.split()]
    if words[0] == "the":
        return words[-1] in TITLES or words[-1] in _IN_COURT
    if any(word in HONORIFICS or word in TITLES or word in _IN_COURT for word in words):
        return True
    return label.split()[-1].strip(".,()").title() in named


# Those who speak in a transcript by their part in it.
_IN_COURT = frozenset(
    "court witness clerk interpreter interviewer host moderator narrator caller prosecution defense defence".split()
)
