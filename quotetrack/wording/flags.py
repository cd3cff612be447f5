"""What weighs in a difference of words: negations, numbers with their units, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotetrack.rules import wordings as rules
from quotetrack.wording.align import Op
from quotetrack.wording.words import CAPITAL, NEGATIONS, NUMBERS, START, UNITS, Wording

PREFIXES = tuple(prefix for prefix, _, _ in rules.NEGATIVE_PREFIXES)
SUFFIXES = dict(rules.NUMBER_SUFFIXES)
COMMON_ENDS = tuple(end for end, _ in rules.COMMON_ENDS)
_DIGITS = re.compile(r"(-?\d+(?:\.\d+)?)([a-z]*)")


def negations(words: Sequence[str]) -> int:
    return sum(word in NEGATIONS for word in words)


def turned(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether a negation is on one side alone: a word of its own, or a prefix ("likely", "unlikely")."""
    if negations(one) != negations(two):
        return True
    bare = set(one) | set(two)
    return any(prefix + word in bare for word in bare if len(word) > 3 for prefix in PREFIXES)


def weighty(words: Sequence[str]) -> bool:
    return any(word in NEGATIONS or word in NUMBERS or word[0].isdigit() or word in UNITS for word in words)


def numbers_differ(a: Wording, b: Wording, ops: list[Op], differs: list[Op]) -> bool:
    """Whether the numbers, in order, or their units differ where both wordings have words."""
    if not any(counts(a.words[i1:i2]) or counts(b.words[j1:j2]) for _, i1, i2, j1, j2 in differs):
        return False
    kept = [op for op in ops if op[0] == "equal" or op in differs]
    one = [word for _, i1, i2, _, _ in kept for word in a.words[i1:i2]]
    two = [word for _, _, _, j1, j2 in kept for word in b.words[j1:j2]]
    return numbers(one) != numbers(two)


def counts(words: Sequence[str]) -> bool:
    return any(
        word in NUMBERS or word in UNITS or word == "per" or word[0].isdigit() or word[0] == "-" for word in words
    )


def numbers(words: Sequence[str]) -> tuple[tuple[object, ...], ...]:
    """The numbers among the words, in order, and their units, sorted. "One" is left out: it is a pronoun too often.

    >>> from quotetrack.wording import parse
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
    """Each number, or each unit, in order; the parts of one number ("two hundred and five") are put together."""
    total: float | None = None
    for n, word in enumerate(words):
        value, how = _value(word)
        if how == "scale":
            total = (1 if total is None else total) * value
        elif how == "unit" and total is not None and word in NUMBERS and value < total:
            total += value
        elif not (
            word == "and" and total is not None and any(_value(after)[1] == "unit" for after in words[n + 1 : n + 2])
        ):
            if total is not None:
                yield total, ""
            total = value if how == "unit" else None
            if how in ("rank", "other"):
                yield value if how == "rank" else word, ""
        if word in UNITS:
            yield None, UNITS[word]
        elif word == "cent" and n and words[n - 1] == "per":
            yield None, "percent"
    if total is not None:
        yield total, ""


def _value(word: str) -> tuple[float, str]:
    """A word's number and how it goes with its neighbours; (0, "") for words that are none."""
    if word in NUMBERS:
        return NUMBERS[word]
    found = _DIGITS.fullmatch(word)
    if found is None or (found[2] and found[2] not in SUFFIXES):
        return 0, "other" if word[0].isdigit() else ""
    value = float(found[1]) * SUFFIXES.get(found[2], 1)
    return value, "rank" if found[2] in ("st", "nd", "rd", "th") else "unit"


def named(a: Wording, k: int) -> bool:
    """Whether a word is (part of) a name, by its capital and its place."""
    flag, word = a.flags[k], a.words[k]
    if not flag & CAPITAL or word in rules.PLAIN or word in NEGATIONS or word in NUMBERS:
        return False
    return not flag & START or not word.endswith(COMMON_ENDS)


def names_differ(a: Wording, b: Wording, op: Op) -> bool:
    _, i1, i2, j1, j2 = op
    one = [k for k in range(i1, i2) if named(a, k)]
    two = [k for k in range(j1, j2) if named(b, k)]
    left, right = {a.words[k] for k in one}, {b.words[k] for k in two}
    if left and right:
        return left != right
    if not left and not right:
        return False
    long, places, other = (a, one, b.words[j1:j2]) if left else (b, two, a.words[i1:i2])
    if other:
        plain = all(word in rules.PRONOUNS or word in rules.PLAIN for word in other)
        return not plain and all(not long.flags[k] & START for k in places)
    start, end = (i1, i2) if left else (j1, j2)
    return any(not long.flags[k] & START and not _beside(long, k, start, end) for k in places)


def _beside(a: Wording, k: int, start: int, end: int) -> bool:
    """Whether a name stands next to a name that both wordings have: a first name or a title, come or gone."""
    left, right = k, k
    while left > start and a.flags[left - 1] & CAPITAL:
        left -= 1
    while right < end - 1 and a.flags[right + 1] & CAPITAL:
        right += 1
    before = left == start and start > 0 and named(a, start - 1)
    after = right == end - 1 and end < len(a.words) and named(a, end)
    return before or after
