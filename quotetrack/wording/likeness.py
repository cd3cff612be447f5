"""The comparison: what kind of difference there is between two wordings, and what differs."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

import attrs

from quotetrack.records import Word
from quotetrack.rules import wordings as rules
from quotetrack.spans import Span
from quotetrack.wording.align import Op, aligned, enough, may_match
from quotetrack.wording.flags import counts, names_differ, negations, numbers_differ, turned, weighty
from quotetrack.wording.words import BRACKETED, BREAK, CAPITAL, GAP, NEGATIONS, Wording, heft, parse, stem, weight

CUES = frozenset(rules.CUES)

ALIKE = 0.6  # the least score of two wordings of one statement
COVER = 0.5  # the least part of the shorter wording, by weight, that must stand in the longer
MOST_REPLACED = 4  # words that one bracket may stand for


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

    ``differs``: the words that differ, in order (only where ``kind`` is altered). ``cuts``: what one wording has and
    the other has cut at an end, or left out at an ellipsis or a cue. ``negation``, ``number``, ``name``: whether one of
    these is among what differs; on a trimmed wording, ``negation`` says that the cut took one off that governed what
    remained. ``shared``: the number of words that stand in both; ``weight``: how many of them are not plain words.
    ``score``: the weight of what stands in both over that of what should, 0 to 1. Two different statements share
    nothing: the three are 0, since most are told apart before they are laid side by side.
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
    one = parse(a)
    two = one if a == b else parse(b)
    if one.words == two.words:
        return equal(one, two)
    if before(two, one):
        return swapped(_compare(two, one))
    return _compare(one, two)


def before(a: Wording, b: Wording) -> bool:
    """A fixed order of two wordings, so that the alignment does not depend on which came first."""
    return (len(a.words), a.words, a.flags, a.text) < (len(b.words), b.words, b.flags, b.text)


def swapped(found: Comparison) -> Comparison:
    def turned(items: tuple[Difference, ...]) -> tuple[Difference, ...]:
        return tuple(Difference(d.b, d.a, d.b_words, d.a_words) for d in items)

    return attrs.evolve(found, differs=turned(found.differs), cuts=turned(found.cuts))


def equal(a: Wording, b: Wording) -> Comparison:
    """The same words: the same, or joined where only one has an ellipsis between them."""
    if not a.words and a.text != b.text and bare(a.text) != bare(b.text):
        return Comparison(Likeness.DIFFERENT)
    gaps = any((x ^ y) & GAP for x, y in zip(a.flags[1:], b.flags[1:]))
    kind = Likeness.JOINED if gaps else Likeness.SAME
    return Comparison(kind, shared=len(a.words), weight=weight(a.words), score=1.0)


def bare(text: str) -> str:
    """What is neither mark nor space in a wording without words: other signs, such as pictures."""
    return "".join(char for char in text if unicodedata.category(char)[0] not in "PZC")


def _compare(a: Wording, b: Wording) -> Comparison:
    if not a.words or not b.words or not may_match(a, b):
        return Comparison(Likeness.DIFFERENT)
    return _judged(a, b, aligned(a, b))


def _judged(a: Wording, b: Wording, ops: list[Op]) -> Comparison:
    shared: list[str] = []
    misses = 0.0
    matching = 0
    differs: list[Op] = []
    cuts: list[Op] = []
    ways: set[Likeness] = set()
    negation = False
    for n, op in enumerate(ops):
        tag, i1, i2, j1, j2 = op
        if tag == "equal":
            matching += i2 - i1
            shared += a.words[i1:i2]
            if _gap_inside(a, b, i1, i2, j1, j2):
                ways.add(Likeness.JOINED)
            continue
        way = _excuse(a, b, op, first=n == 0, last=n == len(ops) - 1)
        if way is Likeness.SAME and i2 > i1 and j2 > j1:
            shared += a.words[i1:i2] if i2 - i1 <= j2 - j1 else b.words[j1:j2]
        if way is Likeness.TRIMMED or way is Likeness.JOINED:
            ways.add(way)
            cuts.append(op)
            negation |= way is Likeness.TRIMMED and (
                _governs(a, b, op, reach=3) if n == 0 else _ends_in_denial(a, b, op)
            )
        if way is Likeness.ALTERED:
            differs.append(op)
            misses += _missed(a.words[i1:i2], b.words[j1:j2])
    hits = sum(map(heft, shared))
    score = hits / (hits + misses) if hits else 0.0
    least = min(sum(map(heft, a.words)), sum(map(heft, b.words)))
    if not shared or score < ALIKE or hits < COVER * least or not enough(a, b, matching):
        return Comparison(Likeness.DIFFERENT)
    order = (Likeness.ALTERED, Likeness.JOINED, Likeness.TRIMMED)
    kind = Likeness.ALTERED if differs else next((way for way in order if way in ways), Likeness.SAME)
    return Comparison(
        kind,
        differs=tuple(_difference(a, b, op) for op in differs),
        cuts=tuple(_difference(a, b, op) for op in cuts),
        negation=negation or any(turned(a.words[i1:i2], b.words[j1:j2]) for _, i1, i2, j1, j2 in differs),
        number=bool(differs) and numbers_differ(a, b, ops, differs),
        name=any(names_differ(a, b, op) for op in differs),
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
    if all(flag & BRACKETED for flag in long.flags[start:end]) and not weighty(long.words[start:end]):
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
        0 <= stays < len(words)
        and counts(words[goes : goes + 1])
        and counts(words[stays : stays + 1])
        and not long.flags[max(goes, stays)] & BREAK
        for goes, stays in edges
    )


def _same_letters(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether only spaces or hyphens differ ("co-operate", "cooperate"); never for numbers or a "not"."""
    if "".join(one) != "".join(two) or {"in", "a"} & ({*one} ^ {*two}):  # "in active service" is not "inactive service"
        return False
    return not any(c.isdigit() for word in one for c in word) and negations(one) == negations(two)


def _bracket_for(a: Wording, b: Wording, op: Op) -> bool:
    """Whether an editor's bracket stands for a pronoun or the like: never for a name, a number or a "not"."""
    _, i1, i2, j1, j2 = op
    for one, s1, e1, two, s2, e2 in ((a, i1, i2, b, j1, j2), (b, j1, j2, a, i1, i2)):
        if (
            e2 - s2 <= MOST_REPLACED
            and all(flag & BRACKETED for flag in one.flags[s1:e1])
            and not any(two.flags[k] & BRACKETED or _capital(two, k) for k in range(s2, e2))
            and not weighty(one.words[s1:e1])
            and not weighty(two.words[s2:e2])
        ):
            return True
    return False


def _capital(a: Wording, k: int) -> bool:
    """Whether a word may be a name: a capital, at the start of a sentence too, on what is no plain word."""
    return bool(a.flags[k] & CAPITAL) and a.words[k] not in rules.PLAIN


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


def _ends_in_denial(a: Wording, b: Wording, op: Op) -> bool:
    """Whether what is cut at the end begins with a negation, and no mark sets it off ("he will go nowhere")."""
    _, i1, i2, j1, j2 = op
    long, start, end = (a, i1, i2) if i2 > i1 else (b, j1, j2)
    for k in range(start, min(start + 2, end)):
        if long.flags[k] & BREAK:
            return False
        if long.words[k] in NEGATIONS:
            return True
    return False


def _missed(one: Sequence[str], two: Sequence[str]) -> float:
    """What a stretch of other words weighs; a change of ending or of spelling weighs less than a change of word."""
    left = Counter(stem(word) for word in one)
    right = Counter(stem(word) for word in two)
    both = left & right

    def heavy(words: Sequence[str]) -> float:
        spare = Counter(both)
        total = 0.0
        for word in words:
            base = stem(word)
            if spare[base]:
                spare[base] -= 1
                total += 0.1
            else:
                total += heft(word)
        return total

    return max(heavy(one), heavy(two))
