"""Two wordings of a statement held against each other: the same, trimmed, joined, altered, or another statement.

Pure functions of two strings. The words are aligned with the longest matching runs of Ratcliff and Obershelp (difflib),
after a bound by their longest common subsequence (rapidfuzz, where it is installed) has thrown out what cannot match;
the bound never changes an answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

import attrs
import regex

from quotetrack.records import Word
from quotetrack.rules import wordings as rules
from quotetrack.spans import Span
from quotetrack.text import fold

try:  # the extra "track"
    from rapidfuzz.distance import LCSseq
except ImportError:  # pragma: no cover - the tests run both ways by monkeypatching
    LCSseq = None  # type: ignore[assignment,misc,unused-ignore]


class Likeness(Word):
    """How two wordings differ, the least first."""

    SAME = "same"
    TRIMMED = "trimmed"
    JOINED = "joined"
    ALTERED = "altered"
    DIFFERENT = "different"


@attrs.frozen
class Difference:
    """Words of ``a`` that stand where ``b`` has others, or none. The spans are code points of the strings compared."""

    a: Span
    b: Span
    a_words: str
    b_words: str


@attrs.frozen
class Comparison:
    """What ``compare`` found.

    ``differs``: the words that differ, in order (only where ``kind`` is altered). ``cuts``: the words that one wording
    has and the other has cut at an end, or left out at an ellipsis or a cue. ``negation``, ``number``, ``name``: whether
    one of these is among what differs; on a trimmed wording, ``negation`` says that the cut took one off that governed
    what remained. ``shared``: words that stand in both; ``weight``: how many of them are not plain words. ``score``:
    the weight of what stands in both over that of what should, 0 to 1.
    """

    kind: Likeness
    differs: tuple[Difference, ...] = ()
    cuts: tuple[Difference, ...] = ()
    negation: bool = False
    number: bool = False
    name: bool = False
    shared: int = 0
    weight: int = 0
    score: float = 0.0


NEGATIONS = frozenset(word for word, _, _ in rules.NEGATIONS)
PREFIXES = tuple(prefix for prefix, _, _ in rules.NEGATIVE_PREFIXES)
NUMBERS = {word: (value, how) for word, value, how in rules.NUMBER_WORDS}
SUFFIXES = dict(rules.NUMBER_SUFFIXES)
UNITS = dict(rules.UNITS)
CUES = frozenset(rules.CUES)
COMMON_ENDS = tuple(end for end, _ in rules.COMMON_ENDS)

ALIKE = 0.6  # the least score of two wordings of one statement
COVER = 0.5  # the least part of the shorter wording that must stand in the longer
MOST_BRACKETED = 8  # words: what stands in longer brackets is text, not an editor's
MOST_REPLACED = 4  # words that one bracket may stand for
MOST_STEPS = 150_000  # of the exact alignment; above it the words are only counted
CACHED = 4_000  # code points: longer wordings are parsed each time

# what a word carries beside its letters
GAP, BREAK, BRACKETED, START, CAPITAL = 1, 2, 4, 8, 16
# what the marks before a word put on it
MARKS = {"gap": GAP | BREAK | START, "stop": BREAK | START, "brk": BREAK}

_PATCHED = r"(?P<patched>[{w}]{{0,30}}[\[(][{w}]{{1,12}}[\])][{w}]{{1,30}} | [{w}]{{1,30}}[\[(][{w}]{{1,12}}[\])]) |"
_TOKEN = r"""
    (?P<word>(?:[{l}]\.){{2,}}(?:[{l}](?![{w}]))? | [{l}][{w}]*(?:'[{w}]+)*)
  | (?P<number>(?<![{w}]) [-.]? (?<![{w}][-.]) \d+ (?:[.,:/]\d+)* [{l}]* | [{w}]+)
  | (?P<brk>[,;:—–\n]|[ ]-+[ ])
  | (?P<gap>…|\.{{2,}}|\.(?:[ ]\.)+)
  | (?P<stop>[.!?])
  | (?P<sign>[%‰$€£¥₩₹°&+=<>])
  | (?P<open>[\[(]) | (?P<close>[\])])
"""
_PARTS = {"w": "A-Za-z0-9", "l": "A-Za-z"}, {"w": r"\p{L}\p{M}\p{N}", "l": r"\p{L}\p{M}"}
_ASCII, _ASCII_BRACKETS = (re.compile(t.format(**_PARTS[0]), re.VERBOSE) for t in (_TOKEN, _PATCHED + _TOKEN))
_WIDE, _WIDE_BRACKETS = (regex.compile(t.format(**_PARTS[1]), regex.VERBOSE) for t in (_TOKEN, _PATCHED + _TOKEN))
_GROUPING = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DIGITS = re.compile(r"(-?\d+(?:\.\d+)?)([a-z]*)")


@attrs.frozen
class Wording:
    """A wording as its words: what each is compared by, where it stands, what marks stand about it."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    flags: tuple[int, ...]
    stems: dict[int, str]  # words with a patch in brackets: what is outside the brackets


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


def _patched(raw: str) -> tuple[str, str]:
    """A word with letters in brackets ("[t]he", "want[ed]") without them, and what an ending was put to."""
    at = min(i for i in (raw.find("["), raw.find("(")) if i >= 0)
    return re.sub(r"[\[\]()]", "", raw), raw[:at].casefold() if raw[-1] in ")]" else ""


def _norm(raw: str, number: bool) -> str:
    if not raw.isascii():
        raw = unicodedata.normalize("NFKC", raw)
    word = raw.casefold()
    if number:
        word = _GROUPING.sub("", word)
        return "0" + word if word[0] == "." else word
    return word


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


def compare(a: str, b: str) -> Comparison:
    """How two wordings differ.

    ``same``: marks, case, spaces and brackets aside. ``trimmed``: one is a cut of the other. ``joined``: an ellipsis or
    a cue stands in the middle. ``altered``: words differ. ``different``: two statements. Symmetric (``a`` and ``b``
    change places in the differences), and a wording is the same as itself. A negation or a number that is not in both
    is never called the same.

    >>> compare("“The deal is dead.”", "The deal is dead").kind
    <Likeness.SAME: 'same'>
    >>> found = compare("We will not pay five million", "We will pay six million")
    >>> str(found.kind), found.negation, found.number, [(d.a_words, d.b_words) for d in found.differs]
    ('altered', True, True, [('not', ''), ('five', 'six')])
    """
    one, two = parse(a), parse(b)
    if one.words == two.words:
        return _equal(one, two)
    if _before(two, one):
        return _swapped(_compare(two, one))
    return _compare(one, two)


def _before(a: Wording, b: Wording) -> bool:
    """A fixed order of two wordings, so that the alignment does not depend on which came first."""
    return (len(a.words), a.words, a.flags, a.text) < (len(b.words), b.words, b.flags, b.text)


def _swapped(found: Comparison) -> Comparison:
    def turned(items: tuple[Difference, ...]) -> tuple[Difference, ...]:
        return tuple(Difference(d.b, d.a, d.b_words, d.a_words) for d in items)

    return attrs.evolve(found, differs=turned(found.differs), cuts=turned(found.cuts))


def _equal(a: Wording, b: Wording) -> Comparison:
    """The same words: the same, or joined where only one has an ellipsis between them."""
    if not a.words and a.text != b.text and _bare(a.text) != _bare(b.text):
        return Comparison(Likeness.DIFFERENT)
    gaps = any((x ^ y) & GAP for x, y in zip(a.flags[1:], b.flags[1:]))
    kind = Likeness.JOINED if gaps else Likeness.SAME
    return Comparison(kind, shared=len(a.words), weight=weight(a.words), score=1.0)


def _bare(text: str) -> str:
    return "".join(fold(text).split())


def weight(words: Sequence[str]) -> int:
    """How many of the words are not plain ones, numbers or negations.

    >>> weight(["we", "will", "not", "sign", "the", "treaty"])
    2
    """
    return sum(_heft(word) >= 1 for word in words)


def _heft(word: str) -> float:
    if word in rules.PLAIN:
        return 0.15
    if word in NEGATIONS or word in NUMBERS or word in UNITS or word[0].isdigit() or not word[0].isalnum():
        return 0.4
    return 1.0


Op = tuple[str, int, int, int, int]


def _compare(a: Wording, b: Wording) -> Comparison:
    if not a.words or not b.words or not _may_match(a.words, b.words):
        return Comparison(Likeness.DIFFERENT)
    return _judged(a, b, _aligned(a, b))


def _may_match(a: Sequence[str], b: Sequence[str]) -> bool:
    """A bound from above: False only where too few words can stand in both. Words split by a hyphen may hide one."""
    if len(b) > 40 * len(a) + 40 and len(a) < 3:
        pass  # a long text and a short cut of it: the bound below would cost more than it saves
    elif LCSseq is not None and len(a) * len(b) < MOST_STEPS:
        return bool(3.0 * LCSseq.similarity(a, b) + 2 >= 0.3 * len(a))
    return 3.0 * sum((Counter(a) & Counter(b)).values()) + 2 >= 0.3 * len(a)


def _aligned(a: Wording, b: Wording) -> list[Op]:
    """Matching and differing stretches, in order, each as (tag, a from, a to, b from, b to)."""
    one, two = a.words, b.words
    at = _find(two, one)
    if at >= 0:
        return _laid(len(one), len(two), [(0, at, len(one))])
    segments = _segments(a, b)
    if segments is not None:
        return segments
    head = 0
    while head < len(one) and one[head] == two[head]:
        head += 1
    tail = 0
    while tail < len(one) - head and one[-1 - tail] == two[-1 - tail]:
        tail += 1
    mid_one, mid_two = one[head : len(one) - tail], two[head : len(two) - tail]
    blocks = [(0, 0, head)] if head else []
    counted = Counter(mid_two)
    if mid_one and 0 < sum(counted[word] for word in mid_one) <= MOST_STEPS:
        matcher = SequenceMatcher(None, mid_one, mid_two, autojunk=False)
        blocks += [(i + head, j + head, n) for i, j, n in matcher.get_matching_blocks() if n]
    if tail:
        blocks.append((len(one) - tail, len(two) - tail, tail))
    return _laid(len(one), len(two), blocks)


def _find(words: Sequence[str], part: Sequence[str], start: int = 0) -> int:
    """Where ``part`` stands in ``words`` as a run, or -1; in linear time."""
    if len(part) > len(words) - start:
        return -1
    joined = "\x1f" + "\x1f".join(words[start:]) + "\x1f"
    at = joined.find("\x1f" + "\x1f".join(part) + "\x1f")
    return -1 if at < 0 else start + joined.count("\x1f", 0, at)


def _segments(a: Wording, b: Wording) -> list[Op] | None:
    """The alignment where every stretch between one wording's ellipses stands in the other, in order."""
    for short, long, turned in ((a, b, False), (b, a, True)):
        gaps = [i for i, flag in enumerate(short.flags) if flag & GAP and i]
        if not gaps or len(gaps) > 20:
            continue
        blocks = []
        at = 0
        for start, end in zip([0, *gaps], [*gaps, len(short.words)]):
            found = _find(long.words, short.words[start:end], at)
            if found < 0:
                break
            blocks.append((found, start, end - start) if turned else (start, found, end - start))
            at = found + end - start
        else:
            return _laid(len(a.words), len(b.words), blocks)
    return None


def _laid(size_a: int, size_b: int, blocks: list[tuple[int, int, int]]) -> list[Op]:
    ops: list[Op] = []
    i = j = 0
    for at_a, at_b, n in [*blocks, (size_a, size_b, 0)]:
        if i < at_a or j < at_b:
            ops.append(("differ", i, at_a, j, at_b))
        if n:
            if ops and ops[-1][0] == "equal" and (i, j) == (at_a, at_b):
                _, i0, _, j0, _ = ops.pop()
                ops.append(("equal", i0, at_a + n, j0, at_b + n))
            else:
                ops.append(("equal", at_a, at_a + n, at_b, at_b + n))
        i, j = at_a + n, at_b + n
    # an ellipsis inside a matching run is a place where the wordings differ by nothing but it
    return ops


def _judged(a: Wording, b: Wording, ops: list[Op]) -> Comparison:
    shared: list[str] = []
    hits = misses = 0.0
    differs: list[Op] = []
    cuts: list[Op] = []
    ways = set()
    negation = False
    for n, op in enumerate(ops):
        tag, i1, i2, j1, j2 = op
        if tag == "equal":
            shared += a.words[i1:i2]
            if _gap_inside(a, b, i1, i2, j1, j2):
                ways.add(Likeness.JOINED)
            continue
        way = _excuse(a, b, op, first=n == 0, last=n == len(ops) - 1)
        if way is Likeness.SAME and i2 > i1 and j2 > j1:
            shared += min(a.words[i1:i2], b.words[j1:j2], key=len)
        if way is Likeness.TRIMMED or way is Likeness.JOINED:
            ways.add(way)
            cuts.append(op)
            negation |= way is Likeness.TRIMMED and n == 0 and _governs(a, b, op, reach=3)
        if way is Likeness.ALTERED:
            differs.append(op)
            misses += _missed(a.words[i1:i2], b.words[j1:j2])
    hits = sum(map(_heft, shared))
    score = hits / (hits + misses) if hits else 0.0
    least = min(sum(map(_heft, a.words)), sum(map(_heft, b.words)))
    if not shared or score < ALIKE or hits < COVER * least:
        return Comparison(Likeness.DIFFERENT, shared=len(shared), weight=weight(shared), score=score)
    order = (Likeness.ALTERED, Likeness.JOINED, Likeness.TRIMMED)
    kind = Likeness.ALTERED if differs else next((way for way in order if way in ways), Likeness.SAME)
    return Comparison(
        kind,
        differs=tuple(_difference(a, b, op) for op in differs),
        cuts=tuple(_difference(a, b, op) for op in cuts),
        negation=negation or any(_turned(a.words[i1:i2], b.words[j1:j2]) for _, i1, i2, j1, j2 in differs),
        number=bool(differs) and _numbers_differ(a, b, ops, differs),
        name=any(_names_differ(a, b, op) for op in differs),
        shared=len(shared),
        weight=weight(shared),
        score=score,
    )


def _gap_inside(a: Wording, b: Wording, i1: int, i2: int, j1: int, j2: int) -> bool:
    inside = zip(a.flags[i1 + 1 : i2], b.flags[j1 + 1 : j2])
    return any((x ^ y) & GAP for x, y in inside)


def _difference(a: Wording, b: Wording, op: Op) -> Difference:
    _, i1, i2, j1, j2 = op
    one, two = _place(a, i1, i2), _place(b, j1, j2)
    return Difference(one, two, one.of(a.text), two.of(b.text))


def _place(a: Wording, i1: int, i2: int) -> Span:
    if i1 < i2:
        return Span(a.starts[i1], a.ends[i2 - 1])
    at = a.ends[i1 - 1] if i1 else 0
    return Span(at, at)


def _excuse(a: Wording, b: Wording, op: Op, *, first: bool, last: bool) -> Likeness:
    """What a differing stretch comes to: nothing (an editor's bracket, a hyphen), a cut, a join, or other words."""
    _, i1, i2, j1, j2 = op
    one, two = a.words[i1:i2], b.words[j1:j2]
    if one and two:
        if _same_letters(one, two) or _bracket_for(a, b, op) or _patch(a, b, op):
            return Likeness.SAME
        return Likeness.ALTERED
    long, at, start, end = (a, j1, i1, i2) if one else (b, i1, j1, j2)
    short = b if one else a
    if _splits_number(long, start, end, first):
        return Likeness.ALTERED
    if all(flag & BRACKETED for flag in long.flags[start:end]) and not _weighty(long.words[start:end]):
        return Likeness.SAME
    if first or last:
        return Likeness.TRIMMED
    if short.flags[at] & GAP:
        return Likeness.ALTERED if _governs(a, b, op) else Likeness.JOINED
    if _cue_between(long, start, end):
        return Likeness.JOINED
    return Likeness.ALTERED


def _splits_number(long: Wording, start: int, end: int, first: bool) -> bool:
    """Whether what is left out belongs to a number that stays ("$", "million", "per cent")."""
    words = long.words
    edges = [(end - 1, end)] if first else [(start, start - 1), (end - 1, end)]
    return any(
        0 <= stays < len(words) and _counts(words[goes : goes + 1]) and _counts(words[stays : stays + 1])
        and not long.flags[max(goes, stays)] & BREAK
        for goes, stays in edges
    )


def _same_letters(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether only spaces or hyphens differ ("co-operate", "cooperate"); never for numbers or a "not"."""
    if "".join(one) != "".join(two):
        return False
    return not any(c.isdigit() for word in one for c in word) and _negations(one) == _negations(two)


def _weighty(words: Sequence[str]) -> bool:
    return any(word in NEGATIONS or word in NUMBERS or word[0].isdigit() or word in UNITS for word in words)


def _bracket_for(a: Wording, b: Wording, op: Op) -> bool:
    """Whether an editor's bracket stands for a pronoun or the like: never for a name, a number or a "not"."""
    _, i1, i2, j1, j2 = op
    for one, s1, e1, two, s2, e2 in ((a, i1, i2, b, j1, j2), (b, j1, j2, a, i1, i2)):
        if (
            e2 - s2 <= MOST_REPLACED
            and all(flag & BRACKETED for flag in one.flags[s1:e1])
            and not any(two.flags[k] & BRACKETED or _named(two, k) for k in range(s2, e2))
            and not _weighty(one.words[s1:e1])
            and not _weighty(two.words[s2:e2])
        ):
            return True
    return False


def _patch(a: Wording, b: Wording, op: Op) -> bool:
    """Whether "want[ed]" stands for "want" or "wants"."""
    _, i1, i2, j1, j2 = op
    if i2 - i1 != 1 or j2 - j1 != 1:
        return False
    one, two = a.words[i1], b.words[j1]
    return any(
        outside and other.startswith(outside) and len(other) - len(outside) <= 3
        for outside, other in ((a.stems.get(i1, ""), two), (b.stems.get(j1, ""), one))
    )


def _cue_between(long: Wording, start: int, end: int) -> bool:
    """Whether words set off by marks are a cue: ", he said,"."""
    return (
        end - start <= 8
        and bool(long.flags[start] & BREAK and long.flags[end] & BREAK)
        and any(word in CUES for word in long.words[start:end])
    )


def _governs(a: Wording, b: Wording, op: Op, reach: int = 12) -> bool:
    """Whether words left out end in a negation that governs what follows: no mark, and few words, stand between."""
    _, i1, i2, j1, j2 = op
    long, start, end = (a, i1, i2) if i2 > i1 else (b, j1, j2)
    for k in range(end, max(start, end - reach) - 1, -1):
        if k < end and long.words[k] in NEGATIONS:
            return True
        if k < len(long.flags) and long.flags[k] & BREAK:
            return False
    return False


def _missed(one: Sequence[str], two: Sequence[str]) -> float:
    """What a stretch of other words weighs; a change of ending or of spelling weighs less than a change of word."""
    left = Counter(stem(word) for word in one)
    right = Counter(stem(word) for word in two)
    both = left & right

    def heft(words: Sequence[str]) -> float:
        spare = Counter(both)
        total = 0.0
        for word in words:
            base = stem(word)
            if spare[base]:
                spare[base] -= 1
                total += 0.1
            else:
                total += _heft(word)
        return total

    return max(heft(one), heft(two))


def _negations(words: Sequence[str]) -> int:
    return sum(word in NEGATIONS for word in words)


def _turned(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether a negation is on one side alone: a word of its own, or a prefix ("likely", "unlikely")."""
    if _negations(one) != _negations(two):
        return True
    bare = set(one) | set(two)
    return any(prefix + word in bare for word in bare if len(word) > 3 for prefix in PREFIXES)


def _numbers_differ(a: Wording, b: Wording, ops: list[Op], differs: list[Op]) -> bool:
    """Whether the numbers, in order, or their units differ where both wordings have words."""
    if not any(_counts(a.words[i1:i2]) or _counts(b.words[j1:j2]) for _, i1, i2, j1, j2 in differs):
        return False
    kept = [op for op in ops if op[0] == "equal" or op in differs]
    one = [word for _, i1, i2, _, _ in kept for word in a.words[i1:i2]]
    two = [word for _, _, _, j1, j2 in kept for word in b.words[j1:j2]]
    return numbers(one) != numbers(two)


def _counts(words: Sequence[str]) -> bool:
    return any(word in NUMBERS or word in UNITS or word == "per" or word[0].isdigit() or word[0] == "-" for word in words)


def numbers(words: Sequence[str]) -> tuple[tuple[object, ...], ...]:
    """The numbers among the words, in order, and their units, sorted. "One" is left out: it is a pronoun too often.

    >>> numbers(parse("twenty-five men and $5 million").words) == numbers(parse("25 men and 5,000,000 dollars").words)
    True
    """
    values: list[object] = []
    units = []
    for value, unit in _values(words):
        if unit:
            units.append(unit)
        elif value != 1:
            values.append(value)
    return tuple(values), tuple(sorted(units))


def _values(words: Sequence[str]) -> Iterator[tuple[object, str]]:
    total: float | None = None
    for n, word in enumerate(words):
        value, how = _value(word)
        if how == "scale":
            total = (1 if total is None else total) * float(value)  # type: ignore[arg-type]
        elif how == "unit" and total is not None and word in NUMBERS and float(value) < total:  # type: ignore[arg-type]
            total += float(value)  # type: ignore[arg-type]
        elif not (word == "and" and total is not None and n + 1 < len(words) and _value(words[n + 1])[1] == "unit"):
            if total is not None:
                yield total, ""
            total = None
            if how == "unit":
                total = float(value)  # type: ignore[arg-type]
            elif how:
                yield value, ""
        if word in UNITS:
            yield None, UNITS[word]
        elif word == "cent" and n and words[n - 1] == "per":
            yield None, "percent"
    if total is not None:
        yield total, ""


def _value(word: str) -> tuple[object, str]:
    """A word's number and how it goes with its neighbours; (word, "") for other words."""
    if word in NUMBERS:
        return NUMBERS[word]
    found = _DIGITS.fullmatch(word)
    if found is None:
        return word, "other" if word[0].isdigit() else ""
    if found[2] and found[2] not in SUFFIXES:
        return word, "other"
    value = float(found[1]) * SUFFIXES.get(found[2], 1)
    return value, "rank" if found[2] in ("st", "nd", "rd", "th") else "unit"


def _named(a: Wording, k: int) -> bool:
    """Whether a word is (part of) a name, by its capital and its place."""
    flag, word = a.flags[k], a.words[k]
    if not flag & CAPITAL or word in rules.PLAIN or word in NEGATIONS or word in NUMBERS:
        return False
    return not flag & START or not word.endswith(COMMON_ENDS)


def _names_differ(a: Wording, b: Wording, op: Op) -> bool:
    _, i1, i2, j1, j2 = op
    one = [k for k in range(i1, i2) if _named(a, k)]
    two = [k for k in range(j1, j2) if _named(b, k)]
    left, right = {a.words[k] for k in one}, {b.words[k] for k in two}
    if left and right:
        return left != right and _certain(a, one) | _certain(b, two)
    if not left and not right:
        return False
    long, places, other = (a, one, b.words[j1:j2]) if left else (b, two, a.words[i1:i2])
    if other:
        plain = all(word in rules.PRONOUNS or word in rules.PLAIN for word in other)
        return not plain and all(not long.flags[k] & START for k in places)
    start, end = (i1, i2) if left else (j1, j2)
    return any(not long.flags[k] & START and not _beside(long, k, start, end) for k in places)


def _certain(a: Wording, places: list[int]) -> bool:
    return bool(places)


def _beside(a: Wording, k: int, start: int, end: int) -> bool:
    """Whether a name stands next to a name that both wordings have: a first name or a title, come or gone."""
    left, right = k, k
    while left > start and a.flags[left - 1] & CAPITAL:
        left -= 1
    while right < end - 1 and a.flags[right + 1] & CAPITAL:
        right += 1
    before = left == start and start > 0 and _named(a, start - 1)
    after = right == end - 1 and end < len(a.words) and _named(a, end)
    return before or after
