"""When two printed names can be one person's, and how a short form fits a full name."""

from __future__ import annotations

from quotetrack.rules import people as rules

_FAMILIES: dict[str, frozenset[int]] = {}
for _row, _family in enumerate(rules.SHORT_FORENAMES):
    for _forename in _family:
        _FAMILIES[_forename] = _FAMILIES.get(_forename, frozenset()) | {_row}

Words = tuple[str, ...]
# How well a short form fits a full name; the lower the better.
SURNAME, FORENAME, INSIDE, NOT_AT_ALL = 0, 1, 2, 9


def fit(full: Words, words: Words) -> int:
    """How a short form fits a full name: as its surname, its forename, from inside it, or not at all.

    >>> fit(("sung", "kim"), ("kim",)), fit(("kim", "jong-un"), ("kim",)), fit(("ann", "lee"), ("ann",))
    (0, 0, 1)
    """
    n, k = len(full), len(words)
    if full == words:
        return SURNAME
    if k >= n:
        return NOT_AT_ALL
    if full[n - k :] == words:
        return SURNAME
    if full[:k] == words:
        return SURNAME if k == 1 and _surname_first(full) else FORENAME
    return INSIDE if any(full[i : i + k] == words for i in range(1, n - k)) else NOT_AT_ALL


def _surname_first(full: Words) -> bool:
    """Whether a name is printed surname first: "Kim Jong-un", "Xi Jinping"."""
    return full[0] in rules.FIRST_SURNAMES and full[-1] not in rules.FIRST_SURNAMES and len(full) <= 3


def same_name(a: Words, b: Words) -> bool:
    """Whether two full names can be the same person's: initials, short forenames and left-out middle names aside.

    >>> same_name(("donald", "j", "trump"), ("donald", "trump")), same_name(("bill", "clinton"), ("hillary", "clinton"))
    (True, False)
    """
    if len(a) < len(b):
        a, b = b, a
    if a[-1] != b[-1]:  # "Dolly Chan", short for "Dolly Chan Mei-yee"
        return len(b) >= 2 and a[: len(b)] == b
    if len(b) >= 2 and a[len(a) - len(b) :] == b:
        return True
    if not same_forename(a[0], b[0]):
        return False
    rest = a[1:-1]
    for word in b[1:-1]:
        at = next((i for i, other in enumerate(rest) if _same_middle(word, other)), -1)
        if at < 0:
            return False
        rest = rest[at + 1 :]
    return True


def _same_middle(a: str, b: str) -> bool:
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])


def same_forename(a: str, b: str) -> bool:
    """Whether two forenames can be the same person's: equal, an initial, a short form.

    >>> same_forename("chuck", "charles"), same_forename("j", "john"), same_forename("ann", "ben")
    (True, True, False)
    """
    if a == b:
        return True
    if 1 in (len(a), len(b)):
        return a[0] == b[0]
    return bool(_FAMILIES.get(a, frozenset()) & _FAMILIES.get(b, frozenset()))
