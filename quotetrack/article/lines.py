"""Lines of a folded text, and the blocks that they make: a paragraph each, or one line of what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

# (start, end, whether a blank line or the text's edge stands before it)
Block = tuple[int, int, bool]

# A text is wrapped where its lines are about as wide as one another and break in the middle of sentences.
_WIDEST = 132
_NARROWEST = 30
_SENTENCE_ENDS = frozenset(".!?:;\"')]")
_INDENT = 2
_FIRST_WORD = re.compile(r"\S{1,40}")


def blocks(image: str, stands_alone: Callable[[str], bool]) -> list[Block]:
    """The text's blocks without the white space around them: lines, or runs of lines where lines are wrapped.

    ``stands_alone`` says of a short line that it is a block of its own though lines are wrapped (a byline, an address).
    """
    lines, indents, touching = _lines(image)
    if not touching or not _wrapped(image, lines):
        return lines
    return _merge(image, lines, indents, stands_alone)


def _lines(image: str) -> tuple[list[Block], list[int], bool]:
    found: list[Block] = []
    indents: list[int] = []
    position = 0
    apart = True
    touching = False
    for line in image.split("\n"):
        length = len(line)
        if length:
            bare = line.strip()
            if bare:
                indent = 0 if bare is line else length - len(line.lstrip())
                start = position + indent
                found.append((start, start + len(bare), apart))
                indents.append(indent)
                touching = touching or not apart
                apart = False
            else:
                apart = True
        else:
            apart = True
        position += length + 1
    return found, indents, touching


def _wrapped(image: str, lines: list[Block]) -> bool:
    """Whether lines that touch are pieces of one paragraph rather than paragraphs themselves."""
    widths = sorted(end - start for start, end, _ in lines)
    # an address or a table may be wider than the rest
    width = widths[-1 - len(widths) // 20]
    if not _NARROWEST <= width <= _WIDEST:
        return False
    pairs = full = broken = 0
    for (start, end, _), (start_next, _, apart) in pairwise(lines):
        if apart:
            continue
        pairs += 1
        word = _FIRST_WORD.match(image, start_next)
        filled = end - start + 1 + (word.end() - start_next if word else 0) > width * 0.9
        full += filled
        broken += filled and image[start_next].islower()
    return full >= 0.5 * pairs and broken >= 0.3 * pairs


def _merge(image: str, lines: list[Block], indents: list[int], stands_alone: Callable[[str], bool]) -> list[Block]:
    found: list[Block] = []
    indent_before = 0
    width = max(end - start for start, end, _ in lines)
    # with no blank line anywhere a short line that ends a sentence is all that shows where a paragraph ends
    no_gaps = all(not apart for _, _, apart in lines[1:])
    alone_before = True
    room = 0
    for (start, end, apart), indent in zip(lines, indents):
        alone = end - start < width * 0.7 and stands_alone(image[start:end])
        opens = (
            apart
            or alone
            or alone_before
            or indent >= indent_before + _INDENT
            or (no_gaps and image[found[-1][1] - 1] in _SENTENCE_ENDS and _fits(image, start, room))
        )
        if opens:
            found.append((start, end, apart))
        else:
            found[-1] = (found[-1][0], end, found[-1][2])
        indent_before = indent
        alone_before = alone
        room = width - (end - start) - 1
    return found


def _fits(image: str, start: int, room: int) -> bool:
    """Whether the first word of a line had room on the line above: then it was broken on purpose."""
    word = _FIRST_WORD.match(image, start)
    return word is not None and word.end() - start < room
