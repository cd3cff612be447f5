"""Counts the steps that a backtracking engine takes for a pattern, and makes texts that nearly match it.

It walks the tree that Python's own ``re`` parses a pattern to, tries alternatives and repeats in the order that ``re``
does, and counts each character that is looked at. Steps are the same on any machine; seconds are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

try:
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # Python 3.10
    import sre_parse as parser  # type: ignore[no-redef]

Go = Callable[[int], bool]
MISS = "\x01"  # no pattern looks for it


class TooManySteps(Exception):
    """The count went over its bound."""


class Steps:
    """A pattern's steps on one text."""

    def __init__(self, pattern: re.Pattern[str], most: int) -> None:
        self.tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self.fold = bool(pattern.flags & re.IGNORECASE)
        self.most = most
        self.count = 0
        self.chars: dict[tuple[int, str], bool] = {}
        self.groups: dict[int, str] = {}

    def search(self, text: str) -> int:
        """How many steps it takes to look through the whole text, found or not."""
        self.text = text
        self.count = 0
        at = 0
        while at <= len(text):
            at = max(self.end_of(self.tree, at), at + 1)
        return self.count

    def end_of(self, tree: Any, pos: int) -> int:
        """Where the first match at a place ends; -1 for none."""
        ends: list[int] = []

        def done(end: int) -> bool:
            ends.append(end)
            return True

        return ends[0] if self.run(list(tree), 0, pos, done) else -1

    def run(self, items: list[Any], i: int, pos: int, go: Go) -> bool:
        """Match the items from the i-th on at a place, and what follows them by ``go``."""
        while i < len(items):
            op, av = items[i]
            name = str(op)
            if _single(name):
                if not self.one(items[i], pos):
                    return False
                pos += 1
            elif name == "AT":
                if not self.at(str(av), pos):
                    return False
            elif name in ("ASSERT", "ASSERT_NOT"):
                if self.looks(av, pos) is (name == "ASSERT_NOT"):
                    return False
            elif name == "GROUPREF":
                word = self.groups.get(av, "")
                if not self.text.startswith(word, pos):
                    return False
                pos += len(word)
            else:
                return self.branching(name, av, pos, partial(self.run, items, i + 1, go=go))
            i += 1
        return go(pos)

    def branching(self, name: str, av: Any, pos: int, go: Go) -> bool:
        """What can match in more ways than one."""
        if name == "BRANCH":
            return any(self.run(list(one), 0, pos, go) for one in av[1])
        if name == "SUBPATTERN":

            def closed(end: int) -> bool:
                before = self.groups.get(av[0])
                self.groups[av[0]] = self.text[pos:end]
                if go(end):
                    return True
                self.groups[av[0]] = before or ""
                return False

            fold, self.fold = self.fold, self.fold or bool(av[1] & re.IGNORECASE)
            try:
                return self.run(list(av[3]), 0, pos, closed)
            finally:
                self.fold = fold
        if name == "ATOMIC_GROUP":
            first = self.end_of(av, pos)
            return first >= 0 and go(first)
        low, high, body = av
        items = list(body)
        if len(items) == 1 and _single(str(items[0][0])):
            return self.row(name, low, high, items[0], pos, go)
        return self.again(name == "MIN_REPEAT", low, high, items, 0, pos, -1, go)

    def row(self, name: str, low: int, high: int, item: Any, pos: int, go: Go) -> bool:
        """A repeat of one character: as many as there are, then fewer."""
        most = min(int(high), len(self.text) - pos)
        if name == "MIN_REPEAT":
            for n in range(most + 1):
                if n >= low and go(pos + n):
                    return True
                if n == most or not self.one(item, pos + n):
                    return False
            return False
        n = 0
        while n < most and self.one(item, pos + n):
            n += 1
        if name == "POSSESSIVE_REPEAT":
            return n >= low and go(pos + n)
        return any(go(pos + k) for k in range(n, low - 1, -1))

    def again(self, lazy: bool, low: int, high: int, items: list[Any], n: int, pos: int, last: int, go: Go) -> bool:
        """A repeat of more than one character, once more or no more."""

        def more() -> bool:
            if n >= int(high) or (pos == last and n >= low):
                return False
            return self.run(items, 0, pos, lambda end: self.again(lazy, low, high, items, n + 1, end, pos, go))

        if n < low:
            return more()
        return (go(pos) or more()) if lazy else (more() or go(pos))

    def looks(self, av: Any, pos: int) -> bool:
        """Look ahead or behind."""
        direction, body = av
        if direction < 0:
            pos -= body.getwidth()[0]
            if pos < 0:
                return False
        return self.run(list(body), 0, pos, lambda end: True)

    def one(self, item: Any, pos: int) -> bool:
        """Whether one character fits: a step."""
        self.count += 1
        if self.count > self.most:
            raise TooManySteps
        if pos >= len(self.text):
            return False
        key = (id(item), self.text[pos])
        known = self.chars.get(key)
        if known is None:
            known = self.chars[key] = _fits(item, self.text[pos], self.fold)
        return known

    def at(self, where: str, pos: int) -> bool:
        """Edges of the text and of words."""
        text = self.text
        if where in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
            return pos == 0
        if where in ("AT_END", "AT_END_STRING"):
            return pos == len(text)
        edge = (pos > 0 and _word(text[pos - 1])) != (pos < len(text) and _word(text[pos]))
        return edge is (where == "AT_BOUNDARY")


def _single(name: str) -> bool:
    return name in ("LITERAL", "NOT_LITERAL", "ANY", "IN")


def _word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _fits(item: Any, char: str, fold: bool) -> bool:
    op, av = str(item[0]), item[1]
    if op == "ANY":
        return char != "\n"
    both = {char, char.lower(), char.upper()} if fold else {char}
    if op == "LITERAL":
        return chr(av) in both
    if op == "NOT_LITERAL":
        return chr(av) not in both
    negate = bool(av) and str(av[0][0]) == "NEGATE"
    return negate is not any(_in(str(kind), value, one) for kind, value in av for one in both if len(one) == 1)


def _in(kind: str, value: Any, char: str) -> bool:
    if kind == "LITERAL":
        return ord(char) == value
    if kind == "RANGE":
        return bool(value[0] <= ord(char) <= value[1])
    if kind != "CATEGORY":
        return False
    name = str(value)
    found = _word(char) if "WORD" in name else char.isspace() if "SPACE" in name else char.isdecimal()
    return found is ("NOT" not in name)


# Texts that nearly match: one repeat of the pattern is pumped up, the others stand once, and the end is missing.


def near_misses(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """For each repeat of the pattern a text of about a size in which it runs on, and what should follow does not."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    for target in range(_repeats(tree)):
        made = _Maker(target, size).made(tree)
        if len(made) > size // 2:
            yield made[:size] + MISS


def _repeats(tree: Any) -> int:
    count = 0
    for op, av in tree:
        name = str(op)
        if "REPEAT" in name:
            count += (int(av[1]) > 8) + _repeats(av[2])
        elif name == "BRANCH":
            count += sum(_repeats(one) for one in av[1])
        elif name == "SUBPATTERN":
            count += _repeats(av[3])
        elif name == "ATOMIC_GROUP":
            count += _repeats(av)
    return count


class _Maker:
    """Makes a text that a pattern matches; the ``target``-th long repeat runs on to a size."""

    def __init__(self, target: int, size: int) -> None:
        self.target, self.size, self.seen = target, size, 0

    def made(self, tree: Any) -> str:
        return "".join(self.piece(str(op), av) for op, av in tree)

    def piece(self, name: str, av: Any) -> str:
        if name == "LITERAL":
            return chr(av)
        if name in ("NOT_LITERAL", "ANY"):
            return "a" if av != ord("a") else "b"
        if name == "IN":
            return next((c for c in "aA1 .,-'\"\n" if _fits(("IN", av), c, False)), _first(av))
        if name == "BRANCH":
            counts = [_repeats(one) for one in av[1]]
            chosen, before = 0, self.seen
            for n, count in enumerate(counts):
                if before <= self.target < before + count:
                    chosen = n
                before += count
            self.seen += sum(counts[:chosen])
            text = self.made(av[1][chosen])
            self.seen = before
            return text
        if name == "SUBPATTERN":
            return self.made(av[3])
        if name == "ATOMIC_GROUP":
            return self.made(av)
        if "REPEAT" in name:
            low, high, body = av
            mine = int(high) > 8 and self.seen == self.target
            self.seen += int(high) > 8
            inner = self.seen <= self.target < self.seen + _repeats(body)
            text = self.made(body)
            if mine:
                return text * max(1, self.size // max(1, len(text)))
            return text * max(low, 1 if inner else low)
        return ""


def _first(av: Any) -> str:
    for kind, value in av:
        if str(kind) == "LITERAL":
            return chr(value)
        if str(kind) == "RANGE":
            return chr(value[0])
    return "a"
