"""Titles before a name: one word or several, with a hyphen, of many countries."""

from __future__ import annotations

from quotetrack.rules import people as rules

# Roles that are forenames as well.
_ROLE_FORENAMES = frozenset(
    "marine judge king prince pope star champion reader baker miner model guard page dean".split()
)
# Honorifics that no name holds inside: what stands before them is a title as well ("Education Exco Datuk Dr Ann Lee").
_INSIDE = frozenset("mr mrs ms dr shri smt datuk datin dato seri".split())
# Endings of callings, which few names have.
_CALLINGS = ("ologist", "nomist", "grapher", "backer", "keeper", "writer", "tender", "maker", "trist", "icist")
_SURNAMES = frozenset("shoemaker wanamaker".split())
_BEFORE_HYPHEN = frozenset("vice co ex sub under deputy".split())
_AFTER_HYPHEN = frozenset("elect general designate".split())


def is_title(word: str) -> bool:
    """Whether a word in lower case is a title, by itself or with a hyphen.

    >>> is_title("mayor"), is_title("mayor-elect"), is_title("advocate-general"), is_title("kim")
    (True, True, True, False)
    """
    if word in rules.TITLES:
        return True
    before, hyphen, after = word.partition("-")
    if not hyphen:
        return False
    if after in _AFTER_HYPHEN:
        return before in rules.TITLES or before in rules.ROLES
    return before in _BEFORE_HYPHEN and (after in rules.TITLES or after in rules.ROLES)


def _is_calling(word: str) -> bool:
    """Whether a word is a role, or ends as those that nobody lists do: "agronomist", "linebacker"."""
    return word in rules.ROLES or (word.endswith(_CALLINGS) and word not in _SURNAMES)


def title_end(tokens: list[str], low: list[str], first: int, last: int) -> int:
    """The index after the title that the run begins with; ``first`` where there is none."""
    core = first
    for i in range(first, last):
        word = low[i]
        if i < last - 1 or last - first == 1:
            before = low[i - 1] if i > first else "the"
            if word in rules.HONORIFICS and (
                before in rules.BEFORE_TITLES or word in _INSIDE or is_title(before) or before in rules.BELONGINGS
            ):
                core = i + 1
            elif (word == "sri" and before in ("tan", "puan")) or (
                first < i < last - 2 and word in rules.POSTNOMINALS and tokens[i].isupper()
            ):  # "Labour MP Ann Example"
                core = i + 1
            elif is_title(word) and not (i > first and i == last - 2 and low[last - 1] in rules.SUFFIXES):
                # "Aaron Judge" ends on the word, "Judge Aaron Persky" goes on
                core = i + 1
                if i < last - 3 and low[i + 1] == "of" and low[i + 2] in rules.OF_TITLES:  # "Chief Of Staff"
                    core = i + 3
            elif i == core and i < last - 2 and word not in _ROLE_FORENAMES and _is_calling(word):
                core = i + 1  # "Billionaire Ann Example", "Agronomist Ann Example"
        elif i == core and (is_title(word) or word in rules.BEFORE_TITLES):
            core = i + 1
    if core == first:
        while core < last - 1 and low[core] in ("former", "then", "ex", "late", "retired", "actor", "actress", "host"):
            core += 1
    return core
