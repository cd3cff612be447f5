"""When, where and on what occasion something was said, behind what was said: not part of it."""

from __future__ import annotations

import re

from quotetrack.phrases.words import Line
from quotetrack.rules.settings import HELD_THERE, MEDIA, TOPICS
from quotetrack.rules.words import PARTS_OF_DAY, SPELLS


def without_setting(line: Line, start: int, end: int) -> int:
    """Before the occasion on which it was said: "defended the plan | in an interview", "at a rally in Leeds".

    Where the words just before tell of talk themselves, it is theirs: "her comments in an interview". An infinitive
    tells what is to be done there.
    """
    tags, words = line.tags, line.words
    if start >= end or tags[start - 1] == "L" or tags[start] == "L":
        return end
    for m in _SETTING.finditer(tags, start + 1, end):
        i = m.start()
        if words[m.end() - 1] in _OCCASIONS and words[i] in _AT and words[i + 1] in _INDEFINITE:
            apart = tags[i - 1] in "NPUQMJGE)" and words[i - 1] not in HELD_THERE
            return i if apart and _FURTHER.search(tags, i, end) is None and "as" not in words[i:end] else end
    return end


_SETTING = re.compile(r"IT[JNPEDZMR]{0,4}?N")
_FURTHER = re.compile(r"[QHW]")
_AT = frozenset("in at on during".split())
_INDEFINITE = frozenset("a an his her their".split())
_OCCASIONS = frozenset(
    word
    for medium in MEDIA
    for noun in medium.nouns.split("|")
    if (word := noun.rpartition(" ")[2]) not in TOPICS
)


def without_time(line: Line, start: int, k: int) -> int:
    """Before a time at the end of a noun phrase: "Mr. Kim | in December", "the plan | on Tuesday"."""
    tags, words = line.tags, line.words
    end = k
    if k - 1 > start and tags[k - 1] == "D" and tags[k - 2] == "M":
        k -= 1
    if k - 1 > start and tags[k - 1] == "N" and tags[k - 2] == "M" and words[k - 1] in PARTS_OF_DAY:
        k -= 1
    if k - 1 > start and tags[k - 1] == "M":
        k -= 1
    elif k - 2 > start and words[k - 2] in ("last", "this", "next") and words[k - 1] in SPELLS:
        k -= 2
    else:
        return end
    if k - 1 > start and words[k - 1] in ("early", "late", "last", "next", "this"):
        k -= 1
    if k - 1 > start and words[k - 1] in ("on", "in", "since"):
        k -= 1
    return k


def opens_one(line: Line, place: int) -> bool:
    """Whether the subordinate clause at ``place``, behind a noun phrase, tells of the saying and not of what was said.

    ``praised him | before leaving`` · ``criticised it | as she arrived``; but ``a ban while repairs go on``.
    """
    tags, words = line.tags, line.words
    word, behind = words[place], tags[place + 1]
    if word == "before":
        return behind == "G" or tags[place + 1 : place + 3] == "RG"
    if word == "as":
        return behind == "O" and "as" not in words[max(0, place - 4) : place]  # but "as long as it stands"
    if word == "after":
        if behind == "G" or words[place - 1] in _GOES:
            return behind == "G"
        if tags[place + 1 : place + 3] == "TN" and words[place + 2] in _OCCASIONS:
            return True
    verb = _CLAUSES.get(word)
    return verb is not None and (verb.match(tags, place + 1) is not None or word not in _HALVES)


_GOES = frozenset("go goes going gone went".split())  # "go after those who cheat"
_SUBJECT = r"(?:O|[TJNPDZE]{1,8}(?:I[TJNPDZE]{1,6})?)R?"
_ACT, _STATE = re.compile(_SUBJECT + "[Vvsb]"), re.compile(_SUBJECT + "(?:[VvsbA]|E[TUOPQ])")
# Words that open a circumstance, with the verb of their clause; two of them open half a clause as well.
_CLAUSES = {"after": _STATE, "while": _ACT} | dict.fromkeys("until although though whereas once".split(), _STATE)
_HALVES = frozenset({"after", "while"})
