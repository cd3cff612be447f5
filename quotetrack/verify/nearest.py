"""The passage of a source that is nearest to a quotation, and the words that differ. Likeness only: never presence."""

from __future__ import annotations

import re
from collections import Counter
from difflib import Match, SequenceMatcher
from functools import cached_property

import attrs

from quotetrack.wording import weight

_TOKEN = re.compile(r"[^\s—…]*\w[^\s—…]*")
_TRIM = re.compile(r"^\W+|\W+$")
COMMON = 200
"""Places of one word that are looked at; a word that stands more often tells little of where a passage is."""

PLAIN = 0.3
"""What a plain word (an article, a preposition, an auxiliary) weighs beside another word."""

LONG = 500
"""Words above which an alignment leaves out the most common ones, to stay fast."""

ALTERED = 0.5
"""The least part, by weight, of a quotation's words that stand in the passage in their order, to call it altered."""


@attrs.frozen
class Near:
    """The nearest passage: the stretch of the image, how much of the quotation stands there, what differs."""

    start: int
    end: int
    score: float
    differs: tuple[tuple[str, str], ...]


class Words:
    """The words of an image, and where each stands."""

    def __init__(self, image: str) -> None:
        found = list(_TOKEN.finditer(image))
        self.raw = [token.group() for token in found]
        self.starts = [token.start() for token in found]
        self.ends = [token.end() for token in found]
        self.plain = [_TRIM.sub("", word).lower() for word in self.raw]

    @cached_property
    def at(self) -> dict[str, list[int]]:
        """The places of each word."""
        places: dict[str, list[int]] = {}
        for n, word in enumerate(self.plain):
            places.setdefault(word, []).append(n)
        return places


def nearest(quote: Words, source: Words) -> Near | None:
    """The passage of the source that shares most with the quotation, by the weight of words; None where none does."""
    if not quote.plain or not source.plain:
        return None
    best: Near | None = None
    for start in _likely(quote, source):
        near = _aligned(quote, source, start)
        if near is not None and (best is None or near.score > best.score):
            best = near
    return best


def _likely(quote: Words, source: Words) -> list[int]:
    """Where in the source the quotation could begin: the places where many of its words stand at their distance."""
    width = max(4, len(quote.plain) // 3)
    votes: Counter[int] = Counter()
    for n, word in enumerate(quote.plain[:400]):
        places = source.at.get(word, ())
        if len(places) <= COMMON:
            heavy = 10 if weight([word]) else 3
            for place in places:
                bucket = (place - n) // width
                votes[bucket] += heavy
                votes[bucket + 1] += heavy - 1
    return [bucket * width for bucket, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:4]]


def _aligned(quote: Words, source: Words, start: int) -> Near | None:
    size = len(quote.plain)
    low, high = max(0, start - size // 2 - 4), min(len(source.plain), start + size + size // 2 + 8)
    window = source.plain[low:high]
    matcher = SequenceMatcher(None, quote.plain, window, autojunk=size > LONG)
    blocks = _dense([block for block in matcher.get_matching_blocks() if block.size], quote.plain)
    if not blocks:
        return None
    first, last = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size
    # what stands before the first match and behind the last is held against as many words of the same sentence
    for _ in range(blocks[0].a):
        if first > 0 and source.raw[first - 1][-1] not in ".!?":
            first -= 1
    for _ in range(size - blocks[-1].a - blocks[-1].size):
        if last < len(source.raw) and source.raw[last - 1][-1] not in ".!?":
            last += 1
    shared = sum(_heft(quote.plain[b.a : b.a + b.size]) for b in blocks)
    differs = _differs(quote, source, first, last, [(b.a, low + b.b, b.size) for b in blocks])
    return Near(source.starts[first], source.ends[last - 1], shared / _heft(quote.plain), differs)


def _dense(blocks: list[Match], words: list[str]) -> list[Match]:
    """The matching blocks without lone plain words far off at either end."""
    kept = list(blocks)
    while len(kept) > 1 and _stray(kept[0], kept[1], words):
        kept.pop(0)
    while len(kept) > 1 and _stray(kept[-1], kept[-2], words):
        kept.pop()
    return kept


def _stray(block: Match, other: Match, words: list[str]) -> bool:
    apart = abs(abs(block.b - other.b) - abs(block.a - other.a))
    return block.size == 1 and apart > 3 and not weight(words[block.a : block.a + 1])


def _heft(words: list[str]) -> float:
    return sum(1.0 if weight([word]) else PLAIN for word in words)


def _differs(
    quote: Words, source: Words, first: int, last: int, blocks: list[tuple[int, int, int]]
) -> tuple[tuple[str, str], ...]:
    """Each stretch of words that is another in the quotation and in the source, in order."""
    found: list[tuple[str, str]] = []
    a, b = 0, first
    for start, place, size in [*blocks, (len(quote.raw), last, 0)]:
        if start > a or place > b:
            found.append((" ".join(quote.raw[a:start]), " ".join(source.raw[b:place])))
        for k in range(size):
            one, two = quote.raw[start + k], source.raw[place + k]
            if one != two and not _edge(one, two, start + k == 0, start + k == len(quote.raw) - 1):
                found.append((one, two))
        a, b = start + size, place + size
    return tuple(found)


def _edge(one: str, two: str, first: bool, last: bool) -> bool:
    """Whether two forms of a word differ as the first and the last of a quotation may."""
    if first:
        one, two = one[:1].lower() + one[1:], two[:1].lower() + two[1:]
        one, two = one.lstrip("(["), two.lstrip("([")
    if last:
        one, two = one.rstrip(",."), two.rstrip(",.;:!?)]")
    return one == two
