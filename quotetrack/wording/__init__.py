"""Two wordings of a statement held against each other: the same, trimmed, joined, altered, or another statement.

Pure functions of two strings. The words are aligned with the longest matching runs of Ratcliff and Obershelp (difflib);
a bound by their longest common subsequence (rapidfuzz, where it is installed) throws out first what cannot match, and
never changes an answer.
"""

from __future__ import annotations

from quotetrack.wording.flags import numbers
from quotetrack.wording.likeness import Comparison, Difference, Likeness, compare
from quotetrack.wording.words import NEGATIONS, Wording, parse, size, stem, weight

__all__ = [
    "NEGATIONS",
    "Comparison",
    "Difference",
    "Likeness",
    "Wording",
    "compare",
    "numbers",
    "parse",
    "size",
    "stem",
    "weight",
]
