"""The scanner of quotation marks: where each marked passage begins and ends, and which one stands in which.

A mark's place tells most: one that opens follows a space or an opening bracket and stands before a word; one that
closes follows a word or a stop and stands before a space or a stop. Where all marks of a paragraph agree with that and
with each other they are paired as they come. Where some do not (a mark is lost, doubled or turned the wrong way, a
single mark may be a plural's apostrophe), the cheapest reading of the paragraph's marks is taken, each oddity at its
cost: a mark printed for the other side, a mark that is none, a quotation that never closes. Every paragraph is read for
itself, so that a broken mark costs its own paragraph at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from quotetrack.quotes import pairing
from quotetrack.quotes.tokens import SURE_CLOSE, Group, Token, groups, leads
from quotetrack.records import Passage

# An opening sign and the closing one that belongs to it.
_PARTNERS = frozenset(
    """
    "" “” „“ „” ‟” ＂＂ 〝〞 ``'' '''' ‘‘’’ «» »« '' ‘’ ‚’ ‚‘ ‛’ `' `´ `’ ´´ ＇＇
    """.split()
)
# A passage on its way out: start, end, outer start, outer end, family, depth, fault.
_Row = tuple[int, int, int, int, str, int, str]


def scan(text: str, image: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Passage, ...]:
    """The passages between quotation marks, in order of start, an outer one before the inner ones.

    ``image`` is ``quotetrack.text.fold(text)``; ``paragraphs`` are the body's stretches in code points, in order and
    apart. No passage leaves its paragraph and none crosses another; no text raises. The work grows linearly with the
    text. A passage whose closing mark is missing runs to its paragraph's end ("unclosed"), if it begins the paragraph
    or follows a colon, or if the next paragraph goes on with it (then no fault, and both share a chain); else its mark
    is taken for none. One whose opening mark is missing begins with its paragraph ("unopened").

    >>> from quotetrack.text import fold
    >>> text = "“He told us ‘no’,” Kim said of the workers’ plan."
    >>> for passage in scan(text, fold(text), [(0, len(text))]):
    ...     print(passage.depth, passage.mark, text[passage.start:passage.end])
    0 " He told us ‘no’,
    1 ' no
    """
    found = groups(text, image, paragraphs)
    allowance = 2000 + len(text) // 50  # marks that may be weighed; in a text of little else the rest is paired plainly
    out: list[Passage] = []
    chain = -1  # the last chain's index
    runs = hanging = ""  # the family that the paragraph before left open, and that this one does or does not go on with
    last = -1
    for at, group in enumerate(found):
        number, start, end, tokens = group
        if number != last + 1:
            runs = hanging = ""
        last = number
        result = pairing.quick(group, image)
        again = ""
        if (result is None or result[1] is not None) and at + 1 < len(found) and found[at + 1][0] == number + 1:
            again = _goes_on_with(image, found[at + 1])
        if result is None and len(tokens) <= allowance:
            allowance -= len(tokens)
            result = pairing.weighed(group, image, again, pairing.unopened(group, image, runs or hanging))
        pairs, left = result or pairing.crude(group)
        continued, before = runs, chain
        runs = hanging = ""
        if left is not None and left[2][0] == again:
            runs = again
            if not continued or left != tokens[0]:
                chain += 1
        elif left is not None:
            hanging = left[2][0]
        linked = False
        for row in _passages(text, image, pairs, left, (start, end)):
            inner_start, inner_end, outer_start, outer_end, family, depth, fault = row
            link = None
            if continued == family and (outer_start == tokens[0][0] or fault == "unopened"):
                link, fault = before, "" if fault == "unopened" else fault
            if runs and left is not None and outer_start == left[0]:
                link, fault = chain, ""
            linked = linked or link is not None
            out.append(Passage(inner_start, inner_end, outer_start, outer_end, family, depth, number, link, fault))
        if runs and not linked:
            chain += 1  # nothing but the mark stands here: what goes on behind it is not linked with what stands before
    return tuple(out) if chain < 0 else tuple(_linked(image, out))


def _linked(image: str, passages: list[Passage]) -> Iterator[Passage]:
    """The passages, but for chains that come to one link, as where the next paragraph holds nothing but the mark."""
    links = Counter(p.chain for p in passages)
    for p in passages:
        if p.chain is not None and links[p.chain] == 1:
            closed = p.end < p.outer_end and image[p.outer_end - 1] in "\"'"
            p = attrs.evolve(p, chain=None, fault=p.fault if closed else "unclosed")
        yield p


def _goes_on_with(image: str, group: Group) -> str:
    """The family of the quotation that the paragraph goes on with, if the one before left it open, or nothing.

    It opens with that mark again; or a line end stands in mid-sentence, and the first mark after it closes.
    """
    _, start, _, tokens = group
    position, _, (family, costs, quick, _) = tokens[0]
    if costs[0] <= 1.5 and leads(image, start, position):
        return family
    return family if quick == SURE_CLOSE and image[start].islower() else ""


def _passages(
    text: str, image: str, pairs: pairing.Pairs, left: Token | None, paragraph: tuple[int, int]
) -> list[_Row]:
    """The paragraph's passages that have anything in them but marks, in order."""
    rows: list[tuple[int, int, int, int, str, str]] = []
    for opening, closing in pairs:
        if opening is None:
            first = outer_first = paragraph[0]
            fault = "unopened"
        else:
            outer_first = opening[0]
            first = outer_first + opening[1]
            signs = text[outer_first:first] + text[closing[0] : closing[0] + closing[1]]
            fault = "" if signs in _PARTNERS else "mixed"
        rows.append((outer_first, -closing[0] - closing[1], first, closing[0], closing[2][0], fault))
    if left is not None:
        rows.append((left[0], -paragraph[1], left[0] + left[1], paragraph[1], left[2][0], "unclosed"))
    if len(rows) > 1:
        rows.sort()
    out: list[_Row] = []
    open_: list[int] = []
    for outer_first, outer_last, first, last, family, fault in rows:
        while first < last and text[first].isspace():
            first += 1
        while first < last and text[last - 1].isspace():
            last -= 1
        if last - first < 8 and not image[first:last].strip(" \n\"'"):
            continue  # nothing but marks
        while open_ and open_[-1] <= outer_first:
            open_.pop()
        out.append((first, last, outer_first, -outer_last, family, len(open_), fault))
        open_.append(-outer_last)
    return out
