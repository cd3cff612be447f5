"""Two wordings laid side by side: the stretches that match and those that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from quotetrack.wording.words import GAP, Wording

_subsequence: Callable[[Sequence[str], Sequence[str]], int] | None
try:  # the extra "track"
    from rapidfuzz.distance.LCSseq import similarity as _subsequence
except ImportError:  # pragma: no cover - the tests take it away by hand
    _subsequence = None

FEW = 6  # words: up to here hyphens and spaces alone can make every word another
SHARED = 0.3  # the least part of the shorter wording's words that must match
MOST_STEPS = 150_000  # of the exact alignment; above it only what matches at the ends is found

Op = tuple[str, int, int, int, int]
"""(equal or differ, a from, a to, b from, b to), in words."""


def may_match(a: Wording, b: Wording) -> bool:
    """A bound from above on ``enough``: False only where the exact alignment would find too little."""
    one, two = a.words, b.words
    if _free(a, b):
        return True
    if _subsequence is not None and len(one) * len(two) < MOST_STEPS:
        return enough(a, b, _subsequence(one, two))
    return enough(a, b, sum((Counter(one) & Counter(two)).values()))


def enough(a: Wording, b: Wording, matching: int) -> bool:
    """Whether as many words match as two wordings of one statement must have in common, whatever the words."""
    return _free(a, b) or matching >= SHARED * min(len(a.words), len(b.words))


def _free(a: Wording, b: Wording) -> bool:
    """Whether too few words, or an editor's brackets, make the number of matching words tell nothing."""
    return min(len(a.words), len(b.words)) <= FEW or a.patched or b.patched


def aligned(a: Wording, b: Wording) -> list[Op]:
    """Matching and differing stretches, in order, each as (tag, a from, a to, b from, b to)."""
    one, two = a.words, b.words
    at = find(two, one)
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


def find(words: Sequence[str], part: Sequence[str], start: int = 0) -> int:
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
            found = find(long.words, short.words[start:end], at)
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
