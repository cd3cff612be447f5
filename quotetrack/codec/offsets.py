"""Offsets in other units: code points (Python's own), UTF-16 code units (JavaScript, Java, UIMA), bytes of UTF-8.

A lone surrogate counts as what U+FFFD counts that stands for it where a format cannot hold it: one UTF-16 unit, three
bytes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Any

UNITS = ("codepoints", "utf16", "bytes")
"""What offsets can be counted in."""

_WIDE = {"utf16": re.compile("[\U00010000-\U0010ffff]"), "bytes": re.compile("[^\0-\x7f]")}


def checked_unit(unit: str) -> str:
    """The unit, or ``ValueError`` that lists the units.

    >>> checked_unit("utf16")
    'utf16'
    """
    if unit not in UNITS:
        raise ValueError(f"offsets are counted in {', '.join(UNITS)}; there is no {unit!r}")
    return unit


class Offsets:
    """The offsets of one text, in code points and in ``unit`` (``codepoints``, ``utf16`` or ``bytes``).

    >>> there = Offsets("né 😀!", "utf16")
    >>> there.out(4), there.back(5)
    (5, 4)
    """

    def __init__(self, text: str, unit: str) -> None:
        self._length = len(text)
        wide = [] if checked_unit(unit) == "codepoints" else [m.start() for m in _WIDE[unit].finditer(text)]
        more = [1 if unit == "utf16" else _width(text[i]) - 1 for i in wide]
        self._wide = wide
        self._more = [0, *accumulate(more)]
        self._shifted = [i + before for i, before in zip(wide, self._more)]

    def out(self, offset: int) -> int:
        """A code point offset in the unit. Raises ``ValueError`` where the text has no such offset."""
        if not 0 <= offset <= self._length:
            raise ValueError(f"the text has {self._length} code points and no offset {offset}")
        return offset + self._more[bisect_left(self._wide, offset)]

    def back(self, offset: int) -> int:
        """An offset in the unit as one in code points. Raises ``ValueError`` inside a character or out of the text."""
        k = bisect_right(self._shifted, offset)
        if k and offset > self._shifted[k - 1]:
            point = max(offset - self._more[k], self._wide[k - 1] + 1)
        else:
            point = offset - self._more[max(k - 1, 0)]
        if not 0 <= point <= self._length or self.out(point) != offset:
            raise ValueError(f"no character of the text begins or ends at offset {offset}")
        return point


def _width(letter: str) -> int:
    return 2 if letter < "\u0800" else 3 if letter < "\U00010000" else 4


def converted(data: Any, offsets: Offsets, *, back: bool = False) -> Any:
    """The dictionary of a record with each ``start`` and ``end`` (where they are numbers) put through ``offsets``.

    >>> converted({"start": 4, "end": 5, "words": "!"}, Offsets("né 😀!", "utf16"))
    {'start': 5, 'end': 6, 'words': '!'}
    """
    turn = offsets.back if back else offsets.out

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: turn(item) if key in ("start", "end") and type(item) is int else walk(item)
                for key, item in value.items()
            }
        return [walk(item) for item in value] if isinstance(value, list) else value

    return walk(data)
