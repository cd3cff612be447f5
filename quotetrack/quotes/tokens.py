"""Where marks stand: each one's context, the sides that it can have there, and what each reading of it costs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotetrack.rules.marks import COUNTED, ELISIONS, ENDINGS, FOLLOWERS, MARKS

_WORDS = "|".join(sorted(e.word for e in ELISIONS))
_ENDINGS = "|".join(sorted(e.word for e in ENDINGS))
_FOLLOWERS = "|".join(sorted(FOLLOWERS))
_COUNTED = "|".join(re.escape(e.word) for e in COUNTED)

# Where a mark stands, in the folded image. The mark's own literal comes first, so that the search is a plain one for a
# character; apostrophes inside words fit no branch and never leave the pattern. Each empty group names a context.
_DOUBLE = re.compile(
    r"""["](?:
      ["']{5,}                                                       # no mark: a row of them
    | (?<==["])[^"<>\n]{0,200}["]                                    # no mark: what is left of a tag's attribute
    | (?<![^\s(\[{<>*|]["])(?=\.\ ?\.|[^\s.,;:?!)\]}])()             # 1 opens: a space or bracket before it
    | (?<=['—–/\-]["])(?=\w)()                                       # 2 the same after a dash or another mark
    | (?<=\d["])(?=[\ -])()                                          # 3 closes, or inches: 12" guns
    | (?<=[^\s(\[{]["])(?!\w)()                                      # 4 closes
    | ()                                                             # 5 either: spaces or letters on both sides
    )""".replace('["]', '"'),
    re.VERBOSE,
)
_SINGLE = re.compile(
    rf"""'(?:
      ["']{{5,}}                                                     # no mark: a row of them
    | (?<==')[^'<>\n]{{0,200}}'                                      # no mark: what is left of a tag's attribute
    | '(?!'(?!\w))(?:
        (?<![^\s(\[{{<>*|]'')(?=\.\ ?\.|[^\s.,;:?!)\]}}])()          # 6 a pair that opens
      | (?<=["—–/\-]'')(?=['\w])()                                   # 7 the same after a dash or another mark
      | (?<=[^\s(\[{{]'')(?!\w)()                                    # 8 a pair that closes
      | ()                                                           # 9 a pair that does either
      )
    | (?<![^\s(\[{{<>*|"'—–…/\-]')(?:
        (?<![.,:;?!]\ ')(?=\s|\Z)()                                  # 10 spaces on both sides
      | (?=(?i:{_WORDS})\b|\d\ds?\b(?![.,:]?\d|\ (?:{_COUNTED})\b))() # 11 opens, or an apostrophe: 'til, '90s
      | (?!(?i:{_ENDINGS})\b(?![–—]))(?=[\w"(\[$£€@\#]|\.\ ?\.|…)()  # 12 opens
      )
    | (?<=[^\w\s]')(?:
        (?!\w)()                                                     # 13 closes after a stop
      | (?<=[.,:;?!]')(?!(?i:{_ENDINGS})\b)(?=[^\W\d_])()            # 14 either: a stop before it, a word after it
      )
    | (?<=\w')(?!\w)(?:
        (?<=[sSxXzZ]')(?=\ [\w"(])(?!\ (?:{_FOLLOWERS})\b)()         # 15 closes, or a plural's: the workers' union
      | (?<=\d')(?=[\ -])()                                          # 16 closes, or feet: 6' tall
      | (?<=\b[OoNn]')(?=\ )()                                       # 17 closes, or o' and 'n'
      | (?<=[iI][nN]')(?=\ )()                                       # 18 closes, or a dropped g: goin' home
      | ()                                                           # 19 closes after a word
      )
    | (?<=[.,:;?!]\ ')(?=\s|\Z)()                                    # 20 spaces on both sides, after a stop
    )""",
    re.VERBOSE,
)
_LAST_OF_DOUBLE = 5  # the single pattern's groups are counted on from here
_PAIRS = (6, 7, 8, 9)

# What a mark may do in its context: the cost of taking it as opening, as closing and as no mark at all, first where its
# sign does not tell a side, then where it is printed as an opening one, then as a closing one.
NO = 99.0
Costs = tuple[float, float, float]
_OPENS: tuple[Costs, Costs, Costs] = ((0.0, 2.5, 4.0), (0.0, 3.0, 4.0), (1.5, 2.0, 4.0))
_CLOSES: tuple[Costs, Costs, Costs] = ((4.0, 0.0, 4.0), (3.0, 1.0, 4.0), (5.0, 0.0, 4.0))
_EITHER: tuple[Costs, Costs, Costs] = ((0.5, 0.5, 4.0), (0.2, 2.0, 4.0), (2.5, 0.2, 4.0))
_COSTS: dict[int, tuple[Costs, Costs, Costs]] = {
    1: _OPENS,
    2: _OPENS,
    3: ((NO, 0.7, 0.6), (3.0, 1.0, 4.0), (5.0, 0.0, 3.0)),
    4: _CLOSES,
    5: _EITHER,
    6: _OPENS,
    7: _OPENS,
    8: _CLOSES,
    9: _EITHER,
    10: ((1.5, 1.0, 1.0), (0.5, 4.0, 1.0), (4.0, 0.5, 0.7)),
    11: ((1.5, NO, 0.2), (1.0, NO, 0.3), (5.0, NO, 0.0)),
    12: ((0.0, 5.0, 3.0), (0.0, 5.0, 4.0), (3.0, 5.0, 1.0)),
    13: ((NO, 0.0, 4.0), (NO, 1.5, 4.0), (NO, 0.0, 4.0)),
    14: ((0.8, 0.8, 2.0), (0.4, 2.0, 2.0), (2.5, 0.4, 2.0)),
    15: ((NO, 1.0, 0.5), (NO, 2.0, 1.0), (NO, 1.0, 0.5)),
    16: ((NO, 1.0, 0.5), (NO, 2.0, 1.0), (NO, 0.6, 0.6)),
    17: ((NO, 1.5, 0.2), (NO, 2.0, 0.2), (NO, 1.5, 0.2)),
    18: ((NO, 1.0, 0.5), (NO, 2.0, 1.0), (NO, 1.0, 0.5)),
    19: ((NO, 0.2, 2.5), (NO, 1.5, 1.5), (NO, 0.2, 2.5)),
    20: ((1.0, 0.3, 2.0), (0.3, 3.0, 2.0), (3.0, 0.2, 2.0)),
}
# How a mark counts where nothing is odd: what its role is, in the quick reading.
SURE_OPEN, SURE_CLOSE, WORD_CLOSE, WEAK, DOUBT = range(5)
_QUICK = {1: SURE_OPEN, 2: SURE_OPEN, 4: SURE_CLOSE, 6: SURE_OPEN, 7: SURE_OPEN, 8: SURE_CLOSE}
_QUICK |= {3: WEAK, 11: WEAK, 12: SURE_OPEN, 13: SURE_CLOSE, 15: WEAK, 16: WEAK, 17: WEAK, 18: WEAK}
_QUICK |= {19: WORD_CLOSE}

# A role: the family, its costs, how it counts in the quick reading, the side that it is printed for.
Role = tuple[str, Costs, int, str]
_SIDES = {"both": 0, "opens": 1, "closes": 2}


def _role(context: int, family: str, side: str) -> Role:
    costs = _COSTS[context][_SIDES[side]]
    quick = _QUICK.get(context, DOUBT)
    if context in (5, 9) and side != "both":
        quick = SURE_OPEN if side == "opens" else SURE_CLOSE
    elif (quick == SURE_OPEN and side == "closes") or (quick in (SURE_CLOSE, WORD_CLOSE) and side == "opens"):
        quick = DOUBT
    return family, costs, quick, side


def _roles() -> list[dict[str, Role]]:
    """For each context, what each sign is in it."""
    doubles = [m for m in MARKS if m.family != "'" and len(m.signs) == 1]
    pairs = [m for m in MARKS if len(m.signs) == 2]
    singles = [m for m in MARKS if m.family == "'" and m.side != "never"]
    table: list[dict[str, Role]] = [{}]
    for context in range(1, max(_COSTS) + 1):
        marks = doubles if context <= _LAST_OF_DOUBLE else pairs if context in _PAIRS else singles
        table.append({m.signs: _role(context, m.family, m.side) for m in marks})
    return table


_ROLES = _roles()
ONE_SINGLE = _role(12, "'", "both")
_ODD_PAIR = {context: _role(context, '"', "both") for context in _PAIRS}  # ’' and the like
# A mark of one paragraph: where it stands, how many characters it has, what it may be.
Token = tuple[int, int, Role]
# A paragraph that has marks: its index, start and end, and they.
Group = tuple[int, int, int, list[Token]]


def groups(text: str, image: str, paragraphs: Sequence[tuple[int, int]]) -> list[Group]:
    """The marks of each paragraph that has any, in order."""
    found = [(m.start(), m.lastindex) for m in _DOUBLE.finditer(image) if m.lastindex]
    singles = [(m.start(), m.lastindex + _LAST_OF_DOUBLE) for m in _SINGLE.finditer(image) if m.lastindex]
    if singles:
        found = sorted(found + singles) if found else singles
    out: list[Group] = []
    tokens: list[Token] = []
    number, start, end = -1, 0, 0
    for position, context in found:
        if position >= end:
            while position >= end and number + 1 < len(paragraphs):
                number += 1
                start, end = paragraphs[number]
            tokens = []
        if not start <= position < end:
            continue
        role = _ROLES[context].get(text[position])
        if context in _PAIRS:
            if position + 2 > end:
                continue
            role = _ROLES[context].get(text[position : position + 2]) or _ODD_PAIR[context]
            token = (position, 2, role)
        elif role is None:  # a prime or a letter's own apostrophe
            continue
        else:
            token = (position, 1, role)
        if not tokens:
            out.append((number, start, end, tokens))
        tokens.append(token)
    return out


def leads(image: str, start: int, position: int) -> bool:
    """Whether a mark stands first in its paragraph, but for a dash, a bracket or the like."""
    return position == start or (position - start <= 2 and not any(c.isalnum() for c in image[start:position]))
