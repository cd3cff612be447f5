"""A time beside a subject: between it and its verb, or before it where the clause opens."""

from __future__ import annotations

from quotetrack.phrases.words import Line
from quotetrack.rules.words import PARTS_OF_DAY, SPELLS


def before_time(line: Line, low: int, k: int) -> int:
    """Back over a time between subject and verb: "Kim on Friday said", "Lee late Tuesday night told"."""
    tags, words = line.tags, line.words
    end = k
    if k - 1 > low and tags[k - 1] == "N" and words[k - 1] in PARTS_OF_DAY and tags[k - 2] == "M":
        k -= 1
    if k - 1 > low and tags[k - 1] == "D" and tags[k - 2] == "M":
        k -= 1
    if k - 1 > low and tags[k - 1] == "M":
        k -= 1
    elif k - 2 > low and words[k - 1] in SPELLS and words[k - 2].lower() in ("last", "this", "next"):
        k -= 2
    else:
        return end
    if k - 1 > low and words[k - 1].lower() in ("early", "earlier", "late", "later", "last", "next", "this"):
        k -= 1
    if k - 1 > low and words[k - 1].lower() in ("on", "in"):
        k -= 1
    return k if k > low else end


# A time from which another is counted: "two days after …", "just an hour before …".
COUNTED_FROM = "R?[TDJ]{0,2}NS"
SPANS = frozenset(
    "week weeks month months year years day days night morning afternoon evening weekend decade time times hours "
    "minutes".split()
)


def behind_time(line: Line, low: int) -> int:
    """Behind a time with no comma that opens the clause: "Last night a spokesman for the shop", "Yesterday an aide"."""
    first = line.words[low].lower()
    if line.tags[low] == "M" or first in ("yesterday", "today", "tonight"):
        return low + 1
    timed = first in ("last", "this", "next") and line.words[low + 1] in SPELLS
    return low + 2 if timed else low
