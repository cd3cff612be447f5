"""The scanner of quotation marks: where each marked passage begins and ends, and which one stands in which.

A mark's place tells most: one that opens follows a space or an opening bracket and stands before a word; one that closes
follows a word or a stop and stands before a space or a stop. Where all marks of a paragraph agree with that and with
each other they are paired as they come. Where some do not (a mark is lost, doubled or turned the wrong way, a single
mark may be a plural's apostrophe), the cheapest reading of the paragraph's marks is taken, each oddity at its cost: a
mark printed for the other side, a mark that is none, a quotation that never closes. Every paragraph is read for itself,
so that a broken mark costs its own paragraph at most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from quotetrack.records import Passage
from quotetrack.rules.marks import ELISIONS, ENDINGS, MARKS

_WORDS = "|".join(sorted(e.word for e in ELISIONS))
_ENDINGS = "|".join(sorted(e.word for e in ENDINGS))

# Where a mark stands, in the folded image. The mark's own literal comes first, so that the search is a plain one for a
# character; apostrophes inside words fit no branch and never leave the pattern. Each empty group names a context.
_DOUBLE = re.compile(
    r"""["](?:
      (?<![^\s(\[{]["])(?=\.\.|[^\s.,;:?!)\]}])()   # 1 opens: a space or bracket before it, a word after it
    | (?<=['—–/\-]["])(?=\w)()                      # 2 opens after a dash or another mark
    | (?<=\d["])(?!\w)()                            # 3 closes, or inches: 12" guns
    | (?<=[^\s(\[{]["])(?!\w)()                     # 4 closes
    | ()                                            # 5 either: spaces or letters on both sides
    )""".replace('["]', '"'),
    re.VERBOSE,
)
_SINGLE = re.compile(
    rf"""'(?:
      '(?!')(?<!''')(?:
        (?<![^\s(\[{{]'')(?=\.\.|[^\s.,;:?!)\]}}])()     # 6 a pair that opens
      | (?<=["—–/\-]'')(?=\w)()                          # 7 a pair that opens after a dash or another mark
      | (?<=[^\s(\[{{]'')(?!\w)()                        # 8 a pair that closes
      | ()                                               # 9 a pair that does either
      )
    | (?<![^\s(\[{{"—–…/\-]')(?:
        (?=\s|\Z)()                                      # 10 spaces on both sides
      | (?=(?i:{_WORDS})\b|\d\d(?:\d0)?s?\b)()           # 11 opens, or an apostrophe: 'til, '90s
      | (?!(?i:{_ENDINGS})\b)(?=[\w"(\[$£€]|\.\.|…)()    # 12 opens
      )
    | (?<=[^\w\s]')(?!\w)()                              # 13 closes after a stop
    | (?<=\w')(?!\w)(?:
        (?<=[sSxXzZ]')(?=\ [\w"(])()                     # 14 closes, or a plural's: the workers' union
      | (?<=\d')()                                       # 15 closes, or feet: 6' tall
      | (?<=\b[OoNn]')(?=\ )()                           # 16 closes, or o' and 'n'
      | (?<=[iI][nN]')(?=\ )()                           # 17 closes, or a dropped g: goin' home
      | ()                                               # 18 closes after a word
      )
    )""",
    re.VERBOSE,
)
_LAST_OF_DOUBLE = 5  # the single pattern's groups are counted on from here
_PAIRS = (6, 7, 8, 9)

# What a mark may do in its context: the cost of taking it as opening, as closing and as no mark at all, first where its
# sign does not tell a side, then where it is printed as an opening one, then as a closing one.
_NO = 99.0
_Costs = tuple[float, float, float]
_OPENS: tuple[_Costs, _Costs, _Costs] = ((0.0, 2.5, 4.0), (0.0, 3.0, 4.0), (1.5, 2.0, 4.0))
_CLOSES: tuple[_Costs, _Costs, _Costs] = ((4.0, 0.0, 4.0), (3.0, 1.0, 4.0), (8.0, 0.0, 4.0))
_EITHER: tuple[_Costs, _Costs, _Costs] = ((0.5, 0.5, 4.0), (0.2, 2.0, 4.0), (2.5, 0.2, 4.0))
_COSTS: dict[int, tuple[_Costs, _Costs, _Costs]] = {
    1: _OPENS,
    2: _OPENS,
    3: ((_NO, 0.7, 0.6), (3.0, 1.0, 4.0), (8.0, 0.0, 3.0)),
    4: _CLOSES,
    5: _EITHER,
    6: _OPENS,
    7: _OPENS,
    8: _CLOSES,
    9: _EITHER,
    10: ((1.5, 1.0, 1.0), (0.5, 4.0, 1.0), (4.0, 0.5, 0.7)),
    11: ((1.5, _NO, 0.2), (1.0, _NO, 0.3), (5.0, _NO, 0.0)),
    12: ((0.0, 5.0, 3.0), (0.0, 5.0, 4.0), (3.0, 5.0, 1.0)),
    13: ((_NO, 0.0, 4.0), (_NO, 1.5, 4.0), (_NO, 0.0, 4.0)),
    14: ((_NO, 1.0, 0.5), (_NO, 2.0, 1.0), (_NO, 1.0, 0.5)),
    15: ((_NO, 1.0, 0.5), (_NO, 2.0, 1.0), (_NO, 0.6, 0.6)),
    16: ((_NO, 1.5, 0.2), (_NO, 2.0, 0.2), (_NO, 1.5, 0.2)),
    17: ((_NO, 1.0, 0.5), (_NO, 2.0, 1.0), (_NO, 1.0, 0.5)),
    18: ((_NO, 0.2, 2.5), (_NO, 1.5, 1.5), (_NO, 0.2, 2.5)),
}
# What is odd in a paragraph as a whole costs too.
_UNCLOSED = 2.5  # a mark opens, and nothing closes it
_UNOPENED = 3.0  # the first mark of a paragraph closes
_NEST = 2.4  # a quotation stands straight in one of the same family
_NEST_AGAIN = 0.5  # ... or in one of another, and that in one of the same
_RUNS_ON = 0.2  # the quotation begins the paragraph, and the next paragraph opens it again
_RUNS_ON_LATE = 1.0  # it begins later, and the next paragraph opens it again
_RUNS_OUT = 2.0  # it begins the paragraph and runs to its end
_DEEPEST = 4

# How a mark counts where nothing is odd: what its role is, in the quick reading.
_SURE_OPEN, _SURE_CLOSE, _WORD_CLOSE, _WEAK, _DOUBT = range(5)
_QUICK_OF = {1: _SURE_OPEN, 2: _SURE_OPEN, 4: _SURE_CLOSE, 6: _SURE_OPEN, 7: _SURE_OPEN, 8: _SURE_CLOSE}
_QUICK_OF |= {3: _WEAK, 11: _WEAK, 12: _SURE_OPEN, 13: _SURE_CLOSE, 14: _WEAK, 15: _WEAK, 16: _WEAK, 17: _WEAK}
_QUICK_OF |= {18: _WORD_CLOSE}

# A role: the family, its costs, how it counts in the quick reading.
_Role = tuple[str, _Costs, int]
_SIDES = {"both": 0, "opens": 1, "closes": 2}


def _role(context: int, family: str, side: str) -> _Role:
    costs = _COSTS[context][_SIDES[side]]
    quick = _QUICK_OF.get(context, _DOUBT)
    if context in (5, 9) and side != "both":
        quick = _SURE_OPEN if side == "opens" else _SURE_CLOSE
    elif (quick == _SURE_OPEN and side == "closes") or (quick in (_SURE_CLOSE, _WORD_CLOSE) and side == "opens"):
        quick = _DOUBT
    return family, costs, quick


def _roles() -> list[dict[str, _Role]]:
    """For each context, what each sign is in it."""
    doubles = [m for m in MARKS if m.family != "'" and len(m.signs) == 1]
    pairs = [m for m in MARKS if len(m.signs) == 2]
    singles = [m for m in MARKS if m.family == "'" and m.side != "never"]
    table: list[dict[str, _Role]] = [{}]
    for context in range(1, max(_COSTS) + 1):
        marks = doubles if context <= _LAST_OF_DOUBLE else pairs if context in _PAIRS else singles
        table.append({m.signs: _role(context, m.family, m.side) for m in marks})
    return table


_ROLES = _roles()
_MIXED_PAIR = {context: _role(context, '"', "both") for context in _PAIRS}  # ’' and the like
# An opening sign and the closing one that belongs to it.
_PARTNERS = frozenset(
    """
    "" “” „“ „” ‟” ＂＂ 〝〞 ``'' '''' ‘‘’’ «» »« '' ‘’ ‚’ ‚‘ ‛’ `' `´ `’ ´´ ＇＇
    """.split()
)

# A mark of one paragraph: where it stands, how many characters it has, what it may be.
_Token = tuple[int, int, _Role]
# What a paragraph's marks come to: pairs of them (None where the opening one is missing), and the one left open.
_Pairs = list[tuple["_Token | None", _Token]]
# A reading of the marks so far: its cost, the marks that it has open, and its pairs, last first.
_State = tuple[float, tuple[_Token, ...], Any]
# A passage on its way out: start, end, outer start, outer end, depth, family, fault.
_Row = tuple[int, int, int, int, int, str, str]


def scan(text: str, image: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Passage, ...]:
    """The passages between quotation marks, in order of start, an outer one before the inner ones.

    ``image`` is ``quotetrack.text.fold(text)``; ``paragraphs`` are the body's stretches in code points, in order and
    apart. No passage leaves its paragraph and none crosses another; no text raises. The work grows linearly with the
    text.

    >>> from quotetrack.text import fold
    >>> text = "“He told us ‘no’,” Kim said of the workers’ plan."
    >>> for passage in scan(text, fold(text), [(0, len(text))]):
    ...     print(passage.depth, passage.mark, text[passage.start:passage.end])
    0 " He told us ‘no’,
    1 ' no
    """
    groups = _tokens(text, image, paragraphs)
    if not groups:
        return ()
    allowance = 2000 + len(text) // 50  # marks that may be weighed; in a text of little else the rest is paired plainly
    out: list[Passage] = []
    chain = -1  # the last chain's index
    runs = ""  # the family of the quotation that the paragraph before left open, if this one opens it again
    for at, (number, tokens) in enumerate(groups):
        start, end = paragraphs[number]
        again = ""
        if at + 1 < len(groups) and groups[at + 1][0] == number + 1:
            again = _opener(groups[at + 1][1], paragraphs[number + 1][0])
        result = _quick(tokens, start)
        if result is None and len(tokens) <= allowance:
            allowance -= len(tokens)
            result = _weighed(tokens, start, again)
        pairs, left = result or _crude(tokens)
        continued = runs
        before = chain
        runs = left[2][0] if left is not None and left[2][0] == again else ""
        if runs and not (continued and left is tokens[0]):
            chain += 1
        for passage in _passages(text, pairs, left, (start, end)):
            first, last, outer_first, outer_last, depth, mark, fault = passage
            link = None
            if continued and outer_first == tokens[0][0]:
                link = before
            elif runs and left is not None and outer_first == left[0]:
                link = chain
            if link is not None and fault == "unclosed" and runs:
                fault = ""
            out.append(Passage(first, last, outer_first, outer_last, mark, depth, number, link, fault))
    return tuple(out)


def _tokens(text: str, image: str, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, list[_Token]]]:
    """The marks of each paragraph that has any, with the paragraph's index."""
    found = [(m.start(), m.lastindex or 0) for m in _DOUBLE.finditer(image)]
    singles = [(m.start(), (m.lastindex or 0) + _LAST_OF_DOUBLE) for m in _SINGLE.finditer(image)]
    if singles:
        found += singles
        found.sort()
    groups: list[tuple[int, list[_Token]]] = []
    tokens: list[_Token] = []
    number, start, end = -1, 0, 0
    for position, context in found:
        while position >= end and number + 1 < len(paragraphs):
            number += 1
            start, end = paragraphs[number]
            tokens = []
        if not start <= position < end:
            continue
        if context in _PAIRS:
            if position + 2 > end:
                continue
            role = _ROLES[context].get(text[position : position + 2]) or _MIXED_PAIR[context]
            token = (position, 2, role)
        else:
            sign = _ROLES[context].get(text[position])
            if sign is None:  # a prime or a letter's own apostrophe
                continue
            token = (position, 1, sign)
        if not tokens:
            groups.append((number, tokens))
        tokens.append(token)
    return groups


def _opener(tokens: list[_Token], start: int) -> str:
    """The family of the mark that opens the paragraph, or nothing."""
    position, _, (family, costs, _) = tokens[0]
    return family if position - start <= 2 and costs[0] <= 1.5 else ""


def _quick(tokens: list[_Token], start: int) -> tuple[_Pairs, _Token | None] | None:
    """The paragraph's marks paired as they come, or None where anything is odd."""
    pairs: _Pairs = []
    outer: _Token | None = None
    inner: _Token | None = None
    elided = False
    for token in tokens:
        family, _, quick = token[2]
        if quick == _SURE_OPEN:
            if outer is None:
                outer = token
            elif inner is None and family != outer[2][0]:
                inner = token
            else:
                return None
            continue
        top = inner or outer
        if quick == _DOUBT:
            return None
        if top is None or (top[2][0] != family and (inner is None or outer is None or outer[2][0] != family)):
            if quick == _SURE_CLOSE or (quick == _WORD_CLOSE and elided):
                return None
            elided = True
            continue
        if quick == _WEAK or top[2][0] != family:
            return None
        pairs.append((top, token))
        if inner is not None:
            inner = None
        else:
            outer = None
    if inner is not None or (outer is not None and (outer is not tokens[0] or outer[0] - start > 2)):
        return None
    return pairs, outer


def _weighed(tokens: list[_Token], start: int, again: str) -> tuple[_Pairs, _Token | None]:
    """The cheapest reading of a paragraph's marks, each oddity at its cost.

    A reading so far is known by the families that it has open; of those with the same ones open only the cheapest is
    kept, so that there are never more than a few and the work grows with the marks alone.
    """
    best: dict[str, _State] = {"": (0.0, (), None)}
    for token in tokens:
        best = _after(best, token)
    winner: _State | None = None
    left: _Token | None = None
    for state in best.values():
        cost, open_, done = state
        runs = None
        for depth, token in enumerate(open_):
            price = _UNCLOSED
            if depth == 0:
                early = token[0] - start <= 2
                if token[2][0] == again:
                    price = _RUNS_ON if early else _RUNS_ON_LATE
                    runs = token
                elif early:
                    price = _RUNS_OUT
                    runs = token
            cost += price
        if winner is None or cost < winner[0]:
            winner, left = (cost, open_, done), runs
    pairs: _Pairs = []
    link = winner[2] if winner is not None else None
    while link is not None:
        link, opening, closing = link
        pairs.append((opening, closing))
    return pairs, left


def _after(best: dict[str, _State], token: _Token) -> dict[str, _State]:
    """The readings after one more mark: it opens, it closes, or it is no mark."""
    family, (opens, closes, nothing), _ = token[2]
    new: dict[str, _State] = {}
    for key, (cost, open_, done) in best.items():
        _keep(new, key, (cost + nothing, open_, done))
        if opens < _NO and len(key) < _DEEPEST:
            price = cost + opens
            if key[-1:] == family:
                _keep(new, key, (price + _UNCLOSED, (*open_[:-1], token), done))  # the last one never closed
                price += _NEST
            elif family in key:
                price += _NEST_AGAIN
            _keep(new, key + family, (price, (*open_, token), done))
        if closes < _NO:
            depth = key.rfind(family)
            if depth >= 0:
                price = cost + closes + _UNCLOSED * (len(key) - 1 - depth)
                _keep(new, key[:depth], (price, open_[:depth], (done, open_[depth], token)))
            elif not key and done is None:
                _keep(new, "", (cost + closes + _UNOPENED, (), (None, None, token)))
    return new


def _keep(states: dict[str, _State], key: str, state: _State) -> None:
    known = states.get(key)
    if known is None or state[0] < known[0]:
        states[key] = state


def _crude(tokens: list[_Token]) -> tuple[_Pairs, _Token | None]:
    """Double marks alone, each opening one with the next closing one."""
    pairs: _Pairs = []
    opening: _Token | None = None
    for token in tokens:
        family, costs, _ = token[2]
        if family == "'":
            continue
        if opening is None or costs[0] < costs[1]:
            opening = token
        else:
            pairs.append((opening, token))
            opening = None
    return pairs, None


def _passages(text: str, pairs: _Pairs, left: _Token | None, paragraph: tuple[int, int]) -> list[_Row]:
    """The paragraph's passages that have anything in them, in order."""
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
        if first == last:
            continue
        while open_ and open_[-1] <= outer_first:
            open_.pop()
        out.append((first, last, outer_first, -outer_last, len(open_), family, fault))
        open_.append(-outer_last)
    return out
