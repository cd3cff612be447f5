"""What hangs on a subject between commas or dashes: who it is, or when and how it was said."""

from __future__ import annotations

import re

from quotetrack.attribution import times
from quotetrack.attribution.relations import Range
from quotetrack.phrases import nouns
from quotetrack.phrases.lexicon import CUE_FORMS
from quotetrack.phrases.words import Line

_FINITE = frozenset("VvAs")
_NOMINAL = re.compile(r"[TJNPDWEGO(M]|I[TJNPD]")


def over_apposition(line: Line, low: int, close: int) -> Range | None:
    """The noun phrase whose apposition ends at the comma or dash at ``close`` ("Kim, the envoy, said")."""
    tags = line.tags
    mark = tags[close]
    best: Range | None = None
    end = close
    pieces = 0
    asides = False
    k = close - 1
    # The pieces between the commas, from the right, as long as each is a noun phrase or a relative clause.
    while k >= low and pieces < 7:
        while k >= low and (tags[k] not in ",-;:Q.!" or inside(line, k)):
            k -= 1
        piece = (k + 1, end)
        if piece[0] >= piece[1]:
            break
        if piece[1] - piece[0] > 13 and tags[piece[0]] in "WG":
            close = k  # a long clause tells more than who it is
        stop = k < low or tags[k] not in (",-" if mark == "," else "-,")
        head = _pronoun(line, low, piece) if asides else None
        head = _head_of(line, piece) if head is None else head
        if pieces and head is not None:
            best = (head, _before_asides(line, end, close) if asides else close)
        if not _hangs_on(line, piece) or stop:
            break
        asides = asides or is_aside(line, piece[0])
        end = k
        k -= 1
        pieces += 1
    return best


def inside(line: Line, quote: int) -> bool:
    """Whether the quotation is a word in marks inside a noun phrase: "who has a “hold” rating on it"."""
    tags = line.tags
    if tags[quote] != "Q" or tags[quote - 1] not in "TJ" or tags[quote + 1 : quote + 2] not in ("N", "J", "G", "P"):
        return False
    return line.image[line.quotes[quote].end - 1] not in ",.!?"


def _pronoun(line: Line, low: int, piece: Range) -> int | None:
    """The pronoun that ends the piece before an aside: "He, however, denied", "and she, in turn, said"."""
    place = piece[1] - 1
    return place if line.tags[place] == "O" and (place <= low or line.tags[place - 1] in "CHS,.:;Q") else None


def _before_asides(line: Line, start: int, close: int) -> int:
    """The comma between ``start`` and ``close`` that the first aside stands behind, or ``close``."""
    comma = start
    while 0 <= comma < close:
        if is_aside(line, comma + 1):
            return comma
        comma = line.tags.find(",", comma + 1, close)
    return close


def _head_of(line: Line, piece: Range) -> int | None:
    """Where the noun phrase begins that ends this piece of a sentence and can be what an apposition hangs on."""
    start = nouns.before(line, piece[0], piece[1])
    if start == piece[1]:
        return None
    tags = line.tags
    # "At a meeting the mayor, Ana Ruiz,"
    opened = tags[piece[0]] == "I" and tags[start] == "T" and tags[start - 1] in "NP"
    if start > piece[0] and tags[start - 1] not in "CHSRQW" and not opened:
        start = whole(line, piece[0], start)  # "a projection by the bank, made for the fund, said"
        if start > piece[0] and tags[start - 1] not in "CHSW":
            return None
    last = piece[1] - 1
    if start == last and tags[start] == "G":
        return None  # "Reacting, the mayor said"
    if tags[start] in "OU" or tags[last] == "M" or (tags[last] == "N" and line.words[last] in times.SPANS):
        return None if "I" not in tags[start:last] else start  # but "a friend of many years"
    return start


def _hangs_on(line: Line, piece: Range) -> bool:
    """Whether the piece reads as an apposition, an age, a place or a relative clause, not as a clause of its own."""
    tags = line.tags[piece[0] : piece[1]]
    if tags[0] == "W" or tags == "S" or tags.startswith(("IW", "CW")) or line.words[piece[0]] in ASKED:
        return True
    if tags[0] == "S" and line.words[piece[0]] in _STILL:
        tags = tags[1:]  # "Kim, once a friend,"
    if not _NOMINAL.match(tags) and tags[0] not in "CREGVv":
        return False
    w = max(tags.find("W"), tags.find("NH") + 1 or -1)  # "in a phrase that stuck"
    head = tags[tags[0] in "Vv" :] if w < 0 else tags[:w]  # "mentioned by Lee as a rival"
    return not any(t in _FINITE for t in head)


ASKED: frozenset[str] = frozenset("asked pressed questioned quizzed".split())  # "Kim, asked if he would resign, said"


def is_aside(line: Line, start: int) -> bool:
    """Whether what begins at ``start`` tells when, where or how it was said, and not who: "in a statement"."""
    tag, word = line.tags[start], line.words[start]
    if word in ASKED:
        return True
    if tag == "W":
        return word == "when" or tells_on(line, start) or line.words[start + 1] in _PERFECT
    if tag in "RS":
        return word not in _STILL
    if word == "for":  # "Kim, for the defence, said", but "Kim, for his part, said"
        return line.words[start + 1] in _FOR
    if tag == "G":
        return word not in ACTING and _UNNAMED.isdisjoint(line.words[start : start + 8])
    return tag == "I" and word not in _OF


def tells_on(line: Line, who: int) -> bool:
    """Whether a relative clause tells what else its subject said or did, not who it is: "who said he would not"."""
    tags, words = line.tags, line.words
    k = who + 1
    while k < len(tags) and tags[k] in "RX":
        k += 1
    if words[who] != "who" or k >= len(tags):
        return False
    cue = CUE_FORMS.get(words[k]) if tags[k] in "Vsb" else None
    return cue is not None and "q" in cue.frames and _UNNAMED.isdisjoint(words[k : k + 8])


_PERFECT = frozenset("has have".split())  # "Kim, who has told aides so, said": what happened before
_UNNAMED = frozenset("name named identified anonymity anonymous".split())  # "who asked not to be named": who it is
_OF = frozenset("of from".split())
# "Kim, prosecuting, said": a part that one has
ACTING = frozenset("including prosecuting defending representing acting leading heading".split())
_FOR = frozenset("one instance example his her their its".split())
_STILL = frozenset("now then once also long soon later".split())  # "Kim, then the mayor, said"


def whole(line: Line, low: int, start: int) -> int:
    """Back to where the clause begins, if nothing but a noun phrase stands there: "a report released by Kim said"."""
    tags = line.tags
    k = start
    while k > low and start - k < 16 and tags[k - 1] in _REDUCED:
        k -= 1
    opens = k == low or tags[k - 1] in ",;:QHSC.!-M"
    if k == low and tags[k] in "RM":
        k = times.behind_time(line, k)
    if opens and tags[k] in "TPNJD" and k < start:
        return k
    return start


_REDUCED = frozenset("NPJDTZILEGR()MU")
