"""Which mark closes which: as they come where nothing is odd, else the cheapest reading of a paragraph's marks."""

from __future__ import annotations

from typing import Any

from quotetrack.quotes.tokens import DOUBT, NO, ONE_SINGLE, SURE_CLOSE, SURE_OPEN, WEAK, WORD_CLOSE, Group, Token, leads

# What is odd in a paragraph as a whole costs too.
_UNCLOSED = 2.5  # a mark opens, and nothing closes it
_UNOPENED = 2.0  # a mark closes, and nothing opened it
_NEST = 1.6  # a quotation stands straight in one of the same family
_NEST_ODD = 0.8  # ... with marks of another make: curly in straight
_NEST_AGAIN = 0.5  # ... or in one of another, and that in one of the same
_RUNS_ON = 0.2  # the quotation begins the paragraph, and the next paragraph opens it again
_RUNS_ON_LATE = 1.0  # it begins later, and the next paragraph opens it again
_RUNS_OUT = 2.6  # it begins the paragraph and runs to its end
_RUNS_OVER = 1.5  # a quotation that runs on or out holds another of its family: likelier it was never closed
_TWO_SINGLES = 0.3  # a pair of single marks is two marks
_AND_ELISION = 1.5  # ... or one mark and an apostrophe: ''Tis
_DEEPEST = 4


# What a paragraph's marks come to: pairs of them (None where the opening one is missing), and the one left open.
Pairs = list[tuple["Token | None", Token]]
Result = tuple[Pairs, "Token | None"]
# A reading of the marks so far: its cost, the marks that it has open, and its pairs, last first.
_State = tuple[float, tuple[Token, ...], Any]


def quick(group: Group, image: str) -> Result | None:
    """The paragraph's marks paired as they come, or None where anything is odd."""
    _, start, _, tokens = group
    pairs: Pairs = []
    outer: Token | None = None
    inner: Token | None = None
    elided = False  # a mark was passed over that might have been one after all
    for token in tokens:
        family, _, kind, _ = token[2]
        if kind == SURE_OPEN:
            if outer is None:
                outer = token
            elif inner is None and family != outer[2][0]:
                inner = token
            else:
                return None
        elif kind == DOUBT:
            return None
        elif inner is not None:
            if kind == WEAK or inner[2][0] != family:
                return None
            pairs.append((inner, token))
            inner = None
        elif outer is not None and outer[2][0] == family:
            if kind == WEAK:
                return None
            pairs.append((outer, token))
            outer = None
        elif kind == SURE_CLOSE or (kind == WORD_CLOSE and elided):
            return None
        else:
            elided = True
    if inner is not None or (
        outer is not None and (elided or outer is not tokens[0] or not leads(image, start, outer[0]))
    ):
        return None
    return pairs, outer


def unopened(group: Group, image: str, hanging: str) -> Token | None:
    """The mark that may close a quotation whose opening mark is lost, so that it holds all of the paragraph before it.

    It closes after a stop, and something follows that may say whose words they were. At the very end of a paragraph it
    does so only if the paragraph before left a quotation of its family (``hanging``) open and this one reads on, as the
    credit under a pull quote does not.
    """
    _, start, end, tokens = group
    for position, width, role in tokens:
        family, costs, kind, _ = role
        if kind == WEAK or kind == WORD_CLOSE:
            continue
        if costs[1] > 1.0 or image[start:position][-2:].rstrip()[-1:] not in (",", ".", "?", "!"):
            return None
        reads_on = family == hanging and (position - start > 60 or image[start].islower())
        after = image[position + width : min(end, position + width + 8)]
        return (position, width, role) if reads_on or after.strip(" .,;)\"'") else None
    return None


def weighed(group: Group, image: str, again: str, lost: Token | None) -> Result:
    """The cheapest reading of a paragraph's marks, each oddity at its cost.

    A reading so far is known by the families that it has open; of those with the same ones open only the cheapest is
    kept, so that there are never more than a few and the work grows with the marks alone. ``again`` is the family that
    the next paragraph opens with, ``lost`` the mark that may close what nothing opened.
    """
    best: dict[str, _State] = {"": (0.0, (), None)}
    for token in group[3]:
        best = _after(best, token, lost is not None and token[0] == lost[0])
    cheapest, link = float("inf"), None
    left: Token | None = None
    for cost, open_, done in best.values():
        runs = None
        if open_:
            cost += _UNCLOSED * (len(open_) - 1)
            price, runs = _left_open(open_[0], done, group, image, again)
            cost += price
        if cost < cheapest:
            cheapest, link, left = cost, done, runs
    pairs: Pairs = []
    while link is not None:
        link, opening, closing = link
        pairs.append((opening, closing))
    return pairs, left


def _left_open(token: Token, done: Any, group: Group, image: str, again: str) -> tuple[float, Token | None]:
    """What it costs that a mark is never closed, and the mark if its quotation runs to the paragraph's end."""
    position, _, (family, _, _, side) = token
    early = leads(image, group[1], position)
    if family == again:
        price = _RUNS_ON if early else _RUNS_ON_LATE
    elif early or image[max(0, position - 3) : position].rstrip().endswith(":"):
        price = _RUNS_OUT
    else:
        return _UNCLOSED, None
    if done is not None and done[1] is not None and done[1][0] > position:
        inner = done[1][2]
        if inner[0] == family and inner[3] == side:
            price += _RUNS_OVER
    return price, token


def _after(best: dict[str, _State], token: Token, lost: bool) -> dict[str, _State]:
    """The readings after one more mark: it opens, it closes, or it is no mark."""
    family, (opens, closes, nothing), _, side = token[2]
    new: dict[str, _State] = {}
    for key, state in best.items():
        cost, open_, done = state
        _keep(new, key, (cost + nothing, open_, done))
        if opens < NO and len(key) < _DEEPEST:
            price = cost + opens
            if key[-1:] == family:
                _keep(new, key, (price + _UNCLOSED, (*open_[:-1], token), done))  # the last one never closed
                price += _NEST if open_[-1][2][3] == side else _NEST_ODD
            elif family in key:
                price += _NEST_AGAIN
            _keep(new, key + family, (price, (*open_, token), done))
        if closes < NO:
            depth = key.rfind(family)
            if depth >= 0:
                price = cost + closes + _UNCLOSED * (len(key) - 1 - depth)
                _keep(new, key[:depth], (price, open_[:depth], (done, open_[depth], token)))
            elif lost and not key:
                _keep(new, "", (cost + closes + _UNOPENED, (), (None, None, token)))
        if token[1] == 2:
            _as_singles(new, key, state, token)
    return new


def _as_singles(new: dict[str, _State], key: str, state: _State, token: Token) -> None:
    """The readings in which a pair of single marks is no double mark."""
    cost, open_, done = state
    position, _, (_, (opens, closes, _), _, _) = token
    one, two = (position, 1, ONE_SINGLE), (position + 1, 1, ONE_SINGLE)
    if opens < closes and len(key) + 2 <= _DEEPEST:
        nests = _NEST if key[-1:] == "'" else _NEST_AGAIN if "'" in key else 0.0
        _keep(new, key + "'", (cost + opens + nests + _AND_ELISION, (*open_, one), done))
        _keep(new, key + "''", (cost + opens + nests + _NEST + _TWO_SINGLES, (*open_, one, two), done))
    if closes <= opens and key[-2:] == "''":
        _keep(new, key[:-2], (cost + closes + _TWO_SINGLES, open_[:-2], ((done, open_[-1], one), open_[-2], two)))


def _keep(states: dict[str, _State], key: str, state: _State) -> None:
    known = states.get(key)
    if known is None or state[0] < known[0]:
        states[key] = state


def crude(group: Group) -> Result:
    """Double marks alone, each opening one with the next closing one."""
    pairs: Pairs = []
    opening: Token | None = None
    for token in group[3]:
        family, costs, _, _ = token[2]
        if family == "'":
            continue
        if opening is None or costs[0] < costs[1]:
            opening = token
        else:
            pairs.append((opening, token))
            opening = None
    return pairs, None
