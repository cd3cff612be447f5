"""A wording as words: what each is compared by, where it stands, what marks stand about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import attrs
import regex

from quotetrack.rules import wordings as rules
from quotetrack.text import fold

NEGATIONS = frozenset(word for word, _, _ in rules.NEGATIONS)
NUMBERS = {word: (value, how) for word, value, how in rules.NUMBER_WORDS}
UNITS = dict(rules.UNITS)

MOST_BRACKETED = 8  # words: what stands in longer brackets is text, not an editor's
CACHED = 4_000  # code points: longer wordings are parsed each time

# what a word carries beside its letters
GAP, BREAK, BRACKETED, START, CAPITAL = 1, 2, 4, 8, 16
# what the marks before a word put on it
MARKS = {"gap": GAP | BREAK | START, "stop": BREAK | START, "brk": BREAK}

_PATCHED = r"(?P<patched>[{w}]{{0,30}}[\[(][{w}]{{1,12}}[\])][{w}]{{1,30}} | [{w}]{{1,30}}[\[(][{w}]{{1,12}}[\])]) |"
_TOKEN = r"""
    (?P<word>(?:[{l}]\.){{2,}}(?:[{l}](?![{w}]))? | [{l}][{w}]*(?:'[{w}]+)*)
  | (?P<number>(?<![{w}]) [-–.]? (?<![{w}][-–.]) \d+ (?:[.,:/]\d+)* [{l}]* | [{w}]+)
  | (?P<brk>[,;:—–\n]|[ ]-+[ ])
  | (?P<gap>…|\.{{2,}}|\.(?:[ ]\.)+)
  | (?P<stop>[.!?])
  | (?P<sign>[%‰$€£¥₩₹°&+=<>±])
  | (?P<open>[\[(]) | (?P<close>[\])])
"""
_PARTS = {"w": "A-Za-z0-9", "l": "A-Za-z"}, {"w": r"\p{L}\p{M}\p{N}", "l": r"\p{L}\p{M}"}
_ASCII, _ASCII_BRACKETS = (re.compile(t.format(**_PARTS[0]), re.VERBOSE) for t in (_TOKEN, _PATCHED + _TOKEN))
_WIDE, _WIDE_BRACKETS = (regex.compile(t.format(**_PARTS[1]), regex.VERBOSE) for t in (_TOKEN, _PATCHED + _TOKEN))
_GROUPING = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@attrs.frozen
class Wording:
    """A wording as its words: what each is compared by, where it stands, what marks stand about it."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    flags: tuple[int, ...]
    stems: dict[int, str]  # words with a patch in brackets: what is outside the brackets

    @property
    def patched(self) -> bool:
        """Whether an editor's brackets stand in it."""
        return bool(self.stems) or any(flag & BRACKETED for flag in self.flags)


def parse(text: str) -> Wording:
    """The words of a wording; quotation marks, case, spaces and brackets are left behind.

    >>> parse("“[T]he U.S. won't pay $1,000 …”").words
    ('the', 'us', 'wo', "n't", 'pay', '$', '1000')
    """
    return _cached(text) if len(text) <= CACHED else _parse(text)


def _parse(text: str) -> Wording:
    folded = fold(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    flags: list[int] = []
    stems: dict[int, str] = {}
    opened = -1
    state = START
    bracketed = "[" in folded or "(" in folded
    if folded.isascii():
        pattern = _ASCII_BRACKETS if bracketed else _ASCII
    else:
        pattern = _WIDE_BRACKETS if bracketed else _WIDE
    for found in pattern.finditer(folded):
        kind = found.lastgroup
        if kind in MARKS:
            state |= MARKS[kind]
        elif kind == "open":
            opened = len(words)
        elif kind == "close":
            if 0 <= opened and len(words) - opened <= MOST_BRACKETED:
                flags[opened:] = [flag | BRACKETED for flag in flags[opened:]]
            opened = -1
        else:
            start, end = found.span()
            raw = found.group()
            if raw[0].isupper():
                state |= CAPITAL
            if kind == "patched":
                raw, outside = _patched(raw)
                if outside:
                    stems[len(words)] = outside
            word = raw.lower() if kind == "word" and raw.isascii() else _norm(raw, kind == "number")
            if "." in word and kind == "word":
                word = word.replace(".", "")
            elif word[-3:] == "n't" and len(word) > 3:
                words.append(word[:-3])
                starts.append(start)
                ends.append(end - 3)
                flags.append(state)
                word, start, state = "n't", end - 3, 0
            words.append(word)
            starts.append(start)
            ends.append(end)
            flags.append(state)
            state = 0
    return Wording(text, tuple(words), tuple(starts), tuple(ends), tuple(flags), stems)


_cached = lru_cache(maxsize=4096)(_parse)

# letters alone, with marks that neither are words nor make one: most of what people say
_PLAIN = r'[A-Za-z ,;:!?"“”…—]*'
_SIMPLE = re.compile(rf"{_PLAIN}(?:(?:(?<=[A-Za-z])['’-](?=[A-Za-z])|\.(?![A-Za-z])){_PLAIN})*")
_PARTING = str.maketrans(dict.fromkeys(',;:!?".-“”…—', " "))
_NOT = re.compile(r"(?<=[A-Za-z'’])n['’]t(?!['’]?[A-Za-z])", re.IGNORECASE)


def size(text: str) -> int:
    """The number of words of a wording; less work than ``parse``, where nothing else is asked.

    >>> size("We don't sign it.") == len(parse("We don't sign it.").words) == 5
    True
    """
    if not _SIMPLE.fullmatch(text):
        return len(parse(text).words)
    words = len(text.translate(_PARTING).split())
    return words + len(_NOT.findall(text)) if "'" in text or "’" in text else words


def _patched(raw: str) -> tuple[str, str]:
    """A word with letters in brackets ("[t]he", "want[ed]") without them, and what an ending was put to."""
    at = min(i for i in (raw.find("["), raw.find("(")) if i >= 0)
    return re.sub(r"[\[\]()]", "", raw), raw[:at].casefold() if raw[-1] in ")]" else ""


def _norm(raw: str, number: bool) -> str:
    if not raw.isascii():
        raw = unicodedata.normalize("NFC", raw)
    word = raw.casefold()
    if number:
        word = _GROUPING.sub("", word)
        return "0" + word if word[0] == "." else word.replace("–", "-")
    return word


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without the commonest endings of English; a rough one, for likeness only.

    >>> stem("wanted"), stem("wants"), stem("Kim's".casefold())
    ('want', 'want', 'kim')
    """
    if word.endswith("'s"):
        word = word[:-2]
    for ending in ("ing", "ies", "ed", "es", "s", "e", "y"):
        if len(word) - len(ending) >= 3 and word.endswith(ending):
            return word[: -len(ending)]
    return word


def weight(words: Sequence[str]) -> int:
    """How many of the words are not plain ones, numbers or negations.

    >>> weight(["we", "will", "not", "sign", "the", "treaty"])
    2
    """
    return sum(heft(word) >= 1 for word in words)


def heft(word: str) -> float:
    if word in rules.PLAIN:
        return 0.15
    if word in NEGATIONS or word in NUMBERS or word in UNITS or word[0].isdigit() or not word[0].isalnum():
        return 0.4
    return 1.0
