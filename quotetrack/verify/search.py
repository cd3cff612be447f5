"""Where a quotation stands in an image of a source: whole, or in pieces around an ellipsis and around brackets.

Nothing here is about likeness: words are there, letter for letter, or they are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from quotetrack.verify.image import Image

MOST = 60
"""Places of one piece that are looked at."""

TRIED = 20_000
"""Places that are tried at most: above it the text repeats a few letters, and says nothing."""

LEFT_OUT = 1_000
"""Code points that an ellipsis may stand for: more than that is another statement."""

REPLACED = 6
"""Words that a bracket may stand for."""

PATCHED = 3
"""Letters that may follow a word whose end stands in brackets: want[ed] for wants."""

_CONNECTORS = re.compile(r"\W?\[…\]\W?|\(…\)|…|\[[^\[\]]{0,80}\]")
_LETTERS = re.compile(r"\[(\w{1,12})\]")
_STOPS = ",.;:—- "


@attrs.frozen
class Piece:
    """Words that must stand as they are; ``gap`` is what stands before them: nothing, an ellipsis, a bracket."""

    words: str
    gap: str = ""
    any_case: bool = False
    loose: bool = False  # its last word may go on


@attrs.frozen
class Found:
    """A stretch of the image; ``pieces`` are those of its parts, in order."""

    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]


def places(image: str, words: str, low: int = 0, high: int | None = None, *, loose: bool = False) -> Iterator[int]:
    """Where the words stand in the image, not in the middle of a word or a number; the case of the first letter aside.

    >>> list(places("We do not know. We don't.", "we do"))
    [0]
    """
    high = len(image) if high is None else high
    first = words[:1]
    forms = {words, first.upper() + words[1:], first.lower() + words[1:]} if first else set()
    count = tried = 0
    starts = {form: image.find(form, low, high) for form in sorted(forms)}
    while starts and count < MOST and tried < TRIED:
        form = min((form for form, at in starts.items() if at >= 0), key=starts.__getitem__, default=None)
        if form is None:
            return
        at = starts[form]
        starts[form] = image.find(form, at + 1, high)
        tried += 1
        if _free(image, at, at + len(words), loose):
            count += 1
            yield at


def _free(image: str, start: int, end: int, loose: bool) -> bool:
    """Whether a stretch begins and ends where words and numbers do."""
    if image[start].isalnum():
        before = image[max(0, start - 2) : start]
        if before[-1:].isalnum() or (before[-1:] in ("-", "'") and before[:-1].isalnum()):
            return False
        if image[start].isdigit() and before[:-1].isdigit() and before[-1:] in tuple(".,:"):
            return False
        if image[start].isdigit() and before[-1:] == "-":  # a minus, or a range
            return False
    if end and image[end - 1].isalnum() and not loose:
        after = image[end : end + 2]
        if after[:1].isalnum() or (after[:1] in ("-", "'") and after[1:].isalnum()):
            return False
        if image[end - 1].isdigit() and after[:1] in tuple(".,:") and after[1:].isdigit():
            return False
    return True


def pieces_of(words: str) -> list[Piece]:
    """The pieces of a quotation with an ellipsis or brackets in it, in its image.

    >>> [(piece.words, piece.gap) for piece in pieces_of("[T]he plan … is [clearly] dead")]
    [('The plan', ''), ('is', '…'), ('dead', '[]')]
    """
    found: list[Piece] = []
    gap, at, any_case = "", 0, True
    for connector in _CONNECTORS.finditer(words):
        letters = _LETTERS.fullmatch(connector.group())
        before, after = words[at : connector.start()], words[connector.end() : connector.end() + 1]
        opens = letters is not None and after.isalpha() and not before[-1:].isalpha()
        closes = letters is not None and before[-1:].isalpha()
        kind = "…" if "…" in connector.group() else "[]"
        _add(found, before, gap, any_case, "…" if kind == "…" else "[]", loose=closes)
        at = connector.end()
        gap, any_case = kind, kind == "…"
        if opens and letters is not None:  # [T]he: the word is The, in whatever case
            words = words[:at] + words[at:]
            found.append(Piece(letters[1], gap if found else "", True))
            gap = "letter"
    _add(found, words[at:], gap, any_case, "", loose=False)
    return _merged(found)


def _add(found: list[Piece], words: str, gap: str, any_case: bool, after: str, *, loose: bool) -> None:
    trimmed = words.strip()
    if gap == "…":
        trimmed = trimmed.lstrip(_STOPS)
    if after in ("…", ""):
        trimmed = trimmed.rstrip(_STOPS)
    if trimmed:
        found.append(Piece(trimmed, gap if found else "", any_case, loose))


def _merged(found: list[Piece]) -> list[Piece]:
    """Letters in brackets at the start of a word, put back to it."""
    out: list[Piece] = []
    for piece in found:
        if piece.gap == "letter" and out:
            last = out.pop()
            out.append(attrs.evolve(last, words=last.words + piece.words, loose=piece.loose))
        else:
            out.append(piece)
    return out


def in_pieces(image: str, pieces: list[Piece]) -> Iterator[Found]:
    """Where the pieces stand one after another, each as near as its gap allows."""
    budget = [20 * MOST]
    for start in places(image, pieces[0].words, loose=pieces[0].loose):
        ends = _rest(image, pieces, 1, start + len(pieces[0].words), budget)
        if ends is not None:
            chain = ((start, start + len(pieces[0].words)), *ends)
            yield Found(start, chain[-1][1], chain)


def _rest(
    image: str, pieces: list[Piece], n: int, at: int, budget: list[int]
) -> tuple[tuple[int, int], ...] | None:
    """The places of the pieces from the n-th on behind ``at``: the first way that goes through."""
    # depth first without recursion: a stack of iterators over the places of each piece
    stack: list[Iterator[tuple[int, int]]] = []
    chosen: list[tuple[int, int]] = []
    if n == len(pieces):
        return ()
    stack.append(_next(image, pieces[n - 1], pieces[n], at))
    while stack and budget[0] > 0:
        budget[0] -= 1
        place = next(stack[-1], None)
        if place is None:
            stack.pop()
            if chosen:
                chosen.pop()
            continue
        chosen.append(place)
        if n + len(chosen) == len(pieces):
            return tuple(chosen)
        k = n + len(chosen)
        stack.append(_next(image, pieces[k - 1], pieces[k], place[1]))
    return None


def _next(image: str, last: Piece, piece: Piece, at: int) -> Iterator[tuple[int, int]]:
    reach = LEFT_OUT if piece.gap == "…" else 12 * REPLACED
    high = min(len(image), at + reach + len(piece.words))
    for start in places(image, piece.words, at, high, loose=piece.loose):
        between = image[at:start]
        if piece.gap != "…" and (len(between.split()) > REPLACED or any(stop in between for stop in ".!?")):
            return
        if last.loose:
            ending = re.match(r"\w*", between)
            if ending is not None and ending.end() > PATCHED:
                return
        yield start, start + len(piece.words)


def image_of(words: str) -> str:
    """A quotation's own image, ready to be looked for.

    >>> image_of(" “It’s  dead” ")
    "It's dead"
    """
    return Image(words).text.strip()
