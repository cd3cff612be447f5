"""Where sentences begin, as far as the distance between a name and a pronoun needs it."""

from __future__ import annotations

import re
from bisect import bisect_left

_BOUNDS = (re.compile(r"\n *\n"), *(re.compile(rf"\{a}[\"')\]]*[ \n]+(?=[\"'(]?[A-Z0-9])") for a in ".!?"))
_SHORT = frozenset("Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Capt Sgt Rev Prof St Jr U.S U.N U.K".split())
# Their last two letters, and those of an initial: most words are sorted out by these.
_SHORT_ENDS = frozenset([word[-2:] for word in _SHORT] + [f" {chr(c)}" for c in range(0x250) if chr(c).isupper()])


def find_bounds(image: str, quote_starts: list[int], quote_ends: list[int]) -> list[int]:
    """Where the sentences of the narration begin, those inside quotations aside; twice where a paragraph begins."""
    found = [m.span() for pattern in _BOUNDS for m in pattern.finditer(image)]
    found.sort()
    bounds = []
    last = 0
    for start, end in found:
        if start < last:  # the blank line after a stop
            continue
        last = end
        if image[start - 2 : start] in _SHORT_ENDS and image[start] == ".":
            word = image[max(0, start - 5) : start].rpartition(" ")[2]
            if word in _SHORT or (len(word) == 1 and word.isupper()):
                continue
        bounds.append(end)
        if "\n" in image[start:end]:  # a new paragraph is further off
            bounds.append(end)
    outside: list[int] = []
    at = 0
    for start, end in zip(quote_starts, quote_ends, strict=True):
        outside += bounds[at : bisect_left(bounds, start, at)]
        at = bisect_left(bounds, end, at)
    return outside + bounds[at:]
