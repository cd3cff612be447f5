"""Marks that quote nobody: titles of works, nicknames, terms, scare quotes."""

from __future__ import annotations

import re

from quotetrack.phrases.words import Line
from quotetrack.rules.scares import (
    BEARING,
    BEFORE_NAMES,
    BEFORE_TITLES,
    BEFORE_WORKS,
    MAKING,
    PAPERS,
    PREDICATING,
    SMALL_WORDS,
    TONGUES,
    UNATTRIBUTED,
    UTTERED,
)

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def reason(line: Line, low: int, high: int, place: int, cued: bool) -> str:
    """Why the marked passage at ``place`` is no claim; empty where it may be one.

    ``cued`` says that a cue stands before it in its sentence, so that somebody may well have said it.
    """
    passage = line.quotes[place]
    words = _WORD.findall(line.image, passage.start, passage.end)
    if not words:
        return "holds no word"
    tags, before = line.tags, line.words[place - 1].lower() if place > low else ""
    two = line.words[place - 2].lower() if place - 1 > low else ""
    if before in PREDICATING and place - 2 >= low and tags[place - 2] == "Q":
        return "a term told by another: marks stand on both sides of the verb"
    if before in BEFORE_NAMES or (before == "as" and two in BEFORE_NAMES) or (two == "so" and before == "called"):
        return f"named so, not said: {before!r} stands before it"
    if len(words) <= 3 and place > low and tags[place - 1] == "P" and place + 1 < high and tags[place + 1] == "P":
        return "a nickname inside a name"
    if place > low + 2 and before in UTTERED:
        return ""
    title = _is_title(words)
    if len(words) > 9 or (len(words) > 6 and not title):
        return ""
    if len(words) <= (2 if cued else 5) and place > low and _labels(line, high, place):
        return "a word or two in marks before their noun: a label"
    if before == "for" and two in TONGUES and len(words) < 9:
        return "what a foreign word means"
    if title and (before in BEFORE_TITLES or two in BEFORE_TITLES or _possessed(line, low, place)):
        return "the title of a work"
    if cued:
        made = title and len(words) > 2 and place > low and tags[place - 1] == "N" and before not in BEARING
        return "the title of a work" if made else ""
    if title and len(words) >= 2:
        return "a title or a name: every word begins with a capital"
    if len(words) == 1 and words[0][0].isupper() and place > low:
        return "a title or a name"
    if len(words) <= 2 and before not in PREDICATING and line.image[passage.end - 1] not in "!?":
        return "a word or two in marks, and no cue in the sentence: a term or a scare quote"
    return ""


def _labels(line: Line, high: int, place: int) -> bool:
    """Whether the passage stands before the noun that it tells of: "a “unity” lunch", "the “Miss World” pageant"."""
    behind, passage = place + 1, line.quotes[place]
    if behind >= high or line.tags[behind] != "N" or not line.words[behind][0].islower():
        return False
    return line.image[passage.end - 1].isalnum()


def unattributed(line: Line, low: int, place: int) -> bool:
    """Whether the passage is what something is known as, and nobody is named who calls it so."""
    k = place - 1
    while k > low and (line.words[k].lower() in ("as", "the", "a", "an") or line.tags[k] in "RJ"):
        k -= 1
    return k >= low and line.words[k].lower() in UNATTRIBUTED and not (k > low and line.tags[k - 1] in "OP")


def is_name(line: Line, place: int) -> bool:
    """Whether the marked passage is the name of a work or a programme by where it stands: on CBS's “Good Morning”.

    Such a passage takes part in the sentence as a name does.
    """
    if not place:
        return False
    if is_nickname(line, place):
        return True
    passage = line.quotes[place]
    last = line.image[passage.end - 1 : passage.end]
    if passage.end - passage.start > 60 or last in "!?" or not line.image[passage.start].isupper():
        return False
    tags = line.tags
    k = place
    if tags[k - 1] == "Z":
        k -= 1
        while k and tags[k - 1] in "PN":
            k -= 1
    elif tags[k - 1] == "T" and line.words[k - 1] in ("the", "The"):
        k -= 1
    elif line.words[k - 1] in PAPERS:  # told the weekly “Le Lac”
        first = k - 1
        while first and tags[first - 1] in "TJNP":
            first -= 1
        k = first if first and line.words[first - 1] in BEFORE_WORKS else k
    elif tags[k - 1] == "," and tags[place + 1 : place + 2] in (",", "("):
        k -= 1  # in his memoir, “The Long Road”, he
    before = line.words[k - 1].lower() if k else ""
    made = k == place and before in MAKING
    called = (k == place or tags[k] == ",") and (before in BEFORE_TITLES or _passively_called(line, k))
    if not (before in BEFORE_WORKS or made or called):
        return False
    return _is_title(_WORD.findall(line.image, passage.start, passage.end))


def is_work(line: Line, place: int) -> bool:
    """Whether the marked passage is a title, and the word before it that of a work: “in his book, “The Long Road,””."""
    k = place - (line.tags[place - 1] == ",")
    before = line.words[k - 1].lower() if k else ""
    if not (before in BEFORE_TITLES or before in BEFORE_NAMES or before in PAPERS or before == "called"):
        return False
    passage = line.quotes[place]
    words = _WORD.findall(line.image, passage.start, passage.end)
    return bool(words) and _is_title(words)


def is_nickname(line: Line, place: int) -> bool:
    """Whether the marked passage stands inside a name: Winston “Spree” Alleyne."""
    if line.tags[place - 1 : place + 2] != "PQP" or place == 0:
        return False
    passage = line.quotes[place]
    inside = line.image[passage.start : passage.end]
    return len(inside) < 25 and inside[-1] not in ",.!?" and len(inside.split()) < 4


def _passively_called(line: Line, place: int) -> bool:
    """Whether "called" or "known as" stands before the place, and nobody before it who calls it so."""
    words, k = line.words, place - 1
    if k > 0 and words[k] == "as" and "known" in words[max(0, k - 2) : k]:  # known as, known online as
        return True
    return words[k] == "called" and k > 0 and line.tags[k - 1] in "AXN,"


def _is_title(words: list[str]) -> bool:
    """Whether every word but the small ones begins with a capital or a digit.

    >>> _is_title(["The", "Road", "to", "Rome"]), _is_title(["The", "road"])
    (True, False)
    """
    if words[0].islower() or (len(words) > 1 and words[-1].islower()):
        return False  # the last word of a title has a capital: "It's over!" is none
    return all(word[0].isupper() or word[0].isdigit() or word in SMALL_WORDS for word in words)


def _possessed(line: Line, low: int, place: int) -> bool:
    """Whether a possessive or a preposition of place stands before the marks: "on CBS's “…”", "in “…”"."""
    if place <= low:
        return False
    return line.tags[place - 1] == "Z" or line.words[place - 1].lower() in _BEFORE_PRINTED


_BEFORE_PRINTED = frozenset("on in of from with the like and".split())
