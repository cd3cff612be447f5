"""Where a noun phrase begins and ends, read off the class letters of a ``Line``.

The walks are bounded by the clause: they never look at a word twice.
"""

from __future__ import annotations

from quotetrack.phrases.words import Line
from quotetrack.rules.words import MEASURES

_INSIDE = frozenset("NPJDETZGM")  # what a noun phrase may hold, read from its end
_HEADS = frozenset("NPDZ)M")  # what it may end with
_LINKS = frozenset("of in on at for from with to against about behind between near under over inside outside".split())
_TIME_NOUNS = frozenset(
    "week weeks month months year years day days night morning afternoon evening weekend today".split()
)


def before(line: Line, low: int, end: int) -> int:
    """Where the noun phrase that ends at place ``end`` begins, not before ``low``; ``end`` itself where there is none.

    Prepositional phrases that hang on it are taken in ("voters in Ohio"), so are two joined by "and".
    """
    tags, words = line.tags, line.words
    if end <= low:
        return end
    k = _core_before(line, low, end)
    if k == end:
        return end
    while k - 2 >= low:
        link = tags[k - 1]
        if tags[k - 2] == "T" and words[k - 1] == "of" and words[k - 2].lower() in _ALONE:
            k -= 2  # "some of us", "one of the drivers"
            if k > low and tags[k - 1] == "T":
                k -= 1
        elif link in "IL" and words[k - 1].lower() in _LINKS and tags[k - 2] in "NPDUZ)":
            further = _core_before(line, low, k - 1)
            if further == k - 1:
                break
            if words[k - 1] != "of" and not _at_edge(line, low, further):
                if not _leads_to_edge(line, low, further):
                    break
            k = further
        elif link == "C" and words[k - 1] in ("and", "or", "nor", "&") and tags[k - 2] in "NPUDO)":
            further = _core_before(line, low, k - 1)
            if further == k - 1 or not (_at_edge(line, low, further) or _leads_to_edge(line, low, further)):
                break
            listed = words[k - 1] != "&"
            k = further
            if listed and k - 2 >= low and tags[k - 1] == "," and tags[k - 2] in "NP":  # A, B and C
                further = _core_before(line, low, k - 1)
                if further < k - 1 and _at_edge(line, low, further):
                    k = further
        else:
            break
    return k


def _at_edge(line: Line, low: int, place: int) -> bool:
    """Whether a subject may begin at ``place``: the sentence does, or a comma or conjunction stands before it."""
    return place <= low or line.tags[place - 1] in ".!,;:-(QHSCW" or line.words[place - 1] == "with"


def _leads_to_edge(line: Line, low: int, place: int) -> bool:
    """Whether the prepositional phrases before ``place`` lead back to where a subject may begin."""
    tags = line.tags
    for _ in range(4):
        if place - 2 < low or tags[place - 1] not in "IL" or tags[place - 2] not in "NPDUZ)":
            return False
        place = _core_before(line, low, place - 1)
        if _at_edge(line, low, place):
            return True
    return False


def _goes_through(line: Line, place: int) -> bool:
    """Whether a noun phrase, read from its end, goes on before the quotation, "and" or adverb at ``place``."""
    tag, before, behind = line.tags[place], line.tags[place - 1], line.tags[place + 1]
    if tag == "Q":  # a nickname or a title in marks inside a name
        inside = line.quotes[place]
        return before in "TPJ" and inside.end - inside.start < 30 and line.image[inside.end - 1] not in ",.!?"
    if tag == "C":
        return before == "J" and behind in "JN" and line.words[place] == "and"
    return tag == "R" and before == "T" and behind in "JEDNP"


def _core_before(line: Line, low: int, end: int) -> int:
    """The same without what hangs on it."""
    tags, words = line.tags, line.words
    k = end - 1
    tag = tags[k]
    if tag == ")":
        opening = line.tags.rfind("(", low, k)
        if opening <= low or k - opening > 12:
            return end
        inner = _core_before(line, low, opening)
        return inner if inner < opening else end
    if tag == "N" and words[k] == "else" and k > low and tags[k - 1] == "O":
        return k - 1
    if tag in "OW":
        return k
    if tag == "U":
        return k
    if tag == "T":
        return k if words[k].lower() in _ALONE else end
    if tag not in _HEADS and tag not in "GJE":
        return end
    if tag == "M":
        return end
    k = end
    while k > low:
        tag = tags[k - 1]
        if tag == "T":
            k -= 1
            while k > low and tags[k - 1] == "T":
                k -= 1
            break
        if tag == "M" and k < end and tags[k] == "P" and words[k - 1] in _FIRST_NAMES:
            k -= 1
            continue
        if tag == "M" and tags[k] not in "ZD" and not (tags[k] == "N" and k - 2 >= low and tags[k - 2] in "TJ"):
            break
        if tag == ")" and k < end and tags[k] in "NPJ":  # "the Wildlife Service (KWS) warden"
            opening = tags.rfind("(", max(low, k - 6), k)
            if opening <= low or tags[opening - 1] not in "NP":
                break
            k = opening
            continue
        if tag not in _INSIDE:
            if tag == "b" and k < end and tags[k] in "NP" and _is_noun(line, low, k - 1):
                k -= 1  # "lead author Ana Ruiz"
                continue
            if k == end or k - 2 < low or not _goes_through(line, k - 1):
                break
            k -= 1
            continue
        if tag == "G" and k < end and (k - 2 < low or tags[k - 2] not in "TJZ"):
            break
        if tag == "P" and k < end and _ends_in_comma(line, k - 1):
            break
        if tag == "N" and k < end and tags[k] == "P" and words[k - 1] in _APART:
            break  # "the first time | Kim called it"
        if tag == "E" and k - 2 >= low and (tags[k - 2] in "AXOVvs" or (k - 2 == low and tags[low] == "H")):
            break  # "had handled messages"
        k -= 1
    return k


def _ends_in_comma(line: Line, place: int) -> bool:
    """Whether a title in marks stands at ``place`` that ends in a comma: on “The Hour,” | Kim said."""
    passage = line.quotes.get(place) if line.words[place] == "\0" else None
    return passage is not None and line.image[passage.end - 1] == ","


# Nouns that no name ever stands behind as part of one phrase.
_APART = frozenset("time times day way reason moment place thing things man woman men women people words".split())


def _is_noun(line: Line, low: int, place: int) -> bool:
    """Whether a word that may be a verb is a noun before another: in a list, or behind the "But" of a sentence."""
    return line.words[place].lower() in _LIKE_VERBS or (place == low + 1 and line.tags[low] in "CR")


_LIKE_VERBS = frozenset("lead press state campaign research rescue fire head star trust".split())  # state media
_FIRST_NAMES = frozenset("April May June August".split())
_ALONE = frozenset("one this these those some many most both few several all another neither either".split())


def after(line: Line, start: int, high: int) -> int:
    """Where the noun phrase that begins at ``start`` ends, not after ``high``; ``start`` where there is none."""
    tags = line.tags
    k = start
    if k < high and tags[k] in "OU":
        return k + 1 + (line.words[k + 1 : k + 2] == ["else"])
    while k < high and tags[k] == "T":
        k += 1
    head = k
    while k < high:
        tag = tags[k]
        if tag in "NPJDEZGs" or (tag == "M" and k > start and tags[k - 1] == "T"):
            if tag == "Z" and k == head:
                break
            if tag == "s" and k > head and tags[k - 1] in "NP" and k + 1 < high and tags[k + 1] in "TOPH":
                break
            if tag == "E" and k > head and tags[k - 1] in "NP":
                break
            if tag == "G" and k > head and tags[k - 1] in "NP":
                if not (tags[k - 1] == "N" and tags[k + 1 : k + 2] == "H"):
                    break  # but "in an exchange filing that"
            k += 1
            if tag == "Z":
                while k < high and tags[k] in "JRD":
                    k += 1
        elif tag == "Q" and (
            (k > head and tags[k - 1] in "PTJ" and k + 1 < high and tags[k + 1] in "PN") or k == head > start
        ):
            k += 1
        elif tag == "R" and k == head and k + 1 < high and (
            tags[k + 1] in ("JEDNP" if k > start else "JED") or (tags[k + 1] == "N" and line.words[k] in MEASURES)
        ):
            k += 1
        elif tag == "b" and (tags[k - 1] in "JDTZ" if k > head else k + 1 < high and tags[k + 1] in "NJP"):
            k += 1
        elif tag == "(" and k > head:
            close = line.tags.find(")", k, min(high, k + 10))
            if close < 0:
                break
            k = close + 1
        elif tag == "C" and k > head and k + 1 < high and _joined(line, k):
            k += 1
            while k < high and tags[k] == "T":
                k += 1
        else:
            break
    if k == head:
        if k == start + 1 and line.words[start] == "her":
            return k  # "accused her of lying"
        return k if k > start and line.words[start].lower() in _ALONE else start
    return k


def _joined(line: Line, place: int) -> bool:
    """Whether the "and" at ``place`` joins two words of one noun phrase, or two names."""
    link, before, behind = line.words[place], line.tags[place - 1], line.tags[place + 1]
    if before in "NJ" and behind in "NJ":
        return link in ("and", "or", "&")
    return before == "P" and behind in "PT" and link in ("and", "&")


def _binds(line: Line, place: int) -> bool:
    """Whether the preposition at ``place``, which is not "of", ties what follows to the noun or the office before."""
    link, noun = line.words[place], line.words[place - 1]
    if line.tags[place - 1] == "P":
        return link == "from" or (link in ("for", "on", "to") and noun in _OFFICES and line.tags[place + 1] in "PT")
    if link in ("for", "from", "at", "with", "to", "in"):
        return True
    return noun in (_WRITTEN if link == "by" else _BODIES if link == "on" else ())


# What is for or on something by its name: the Institute for Economic Affairs, the Special Adviser on Media.
_OFFICES = frozenset(
    "Institute Center Centre Council Committee Subcommittee Commission Campaign Coalition Alliance Foundation Fund "
    "Society Association Union Movement Network Minister Secretary Adviser Advisor Assistant Envoy Rapporteur "
    "Representative Commissioner Ambassador MP MEP Director Organization Organisation Group".split()
)
_WRITTEN = frozenset("report study poll survey analysis paper editorial review statement".split())  # by somebody
_BODIES = frozenset("lawmakers senators members judges experts".split())  # "all lawmakers on the panel"


def after_with_tail(line: Line, start: int, high: int, *, all_links: bool = False) -> int:
    """The same with the prepositional phrases that belong to it: "of" always, others after a common noun."""
    tags, words = line.tags, line.words
    k = after(line, start, high)
    if k == start or tags[start] in "OU":
        return k
    while k + 1 < high and tags[k] in "IL":
        link = words[k]
        if not all_links and link != "of":
            if not _binds(line, k):
                break
        if words[k + 1].lower() in _TIME_NOUNS or tags[k + 1] == "M":
            break
        further = after(line, k + 1, high)
        if further == k + 1:
            break
        k = further
    return k
