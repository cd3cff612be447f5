"""Whether two articles' speakers can be the same."""

from __future__ import annotations

import re
import unicodedata

from quotetrack.records import Speaker, SpeakerKind

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NOT_NAMES = frozenset("mr mrs ms miss dr sir dame lord lady jr sr ii iii the of and de la von van".split())


def can_be_same(draft: Speaker, source: Speaker) -> bool:
    """Whether nothing in the two records says that they are two.

    A surname fits a full name, a name its aliases; an unnamed source can be anybody. An organization and a person fit
    where the person's role names it.

    >>> lang = Speaker("1", "Peter Lang", SpeakerKind.PERSON)
    >>> can_be_same(Speaker("2", "Lang", SpeakerKind.PERSON), lang)
    True
    >>> can_be_same(Speaker("3", "Mary Lang", SpeakerKind.PERSON), lang)
    False
    """
    if _unnamed(draft) or _unnamed(source):
        return True
    if (draft.kind is SpeakerKind.PERSON) != (source.kind is SpeakerKind.PERSON):
        person, other = (draft, source) if draft.kind is SpeakerKind.PERSON else (source, draft)
        names = _words(other.name)
        return bool(names) and names <= _words(" ".join((person.role or "", person.name, *person.aliases)))
    mine, theirs = _names(draft), _names(source)
    return any(_fit(one, two) for one in mine[:1] for two in theirs) or any(_fit(one, theirs[0]) for one in mine)


def _unnamed(speaker: Speaker) -> bool:
    return speaker.kind is SpeakerKind.ANONYMOUS or not any(letter.isupper() for letter in speaker.name)


def _names(speaker: Speaker) -> list[str]:
    return [speaker.name, *(alias for alias in speaker.aliases if any(letter.isupper() for letter in alias))]


def _words(name: str) -> frozenset[str]:
    """The words of a name, titles and initials left out, accents off."""
    plain = unicodedata.normalize("NFKD", name).replace("’", "'")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    found = (word.removesuffix("'s") for word in _WORD.findall(plain))
    return frozenset(word for word in found if len(word) > 1 and word not in _NOT_NAMES)


def _fit(one: str, two: str) -> bool:
    mine, theirs = _words(one), _words(two)
    if not mine or not theirs:
        return True
    if mine <= theirs or theirs <= mine:
        return True
    # Dan and Daniel, with the same surname
    rest = sorted(mine - theirs), sorted(theirs - mine)
    short, long = sorted((rest[0][0], rest[1][0]), key=len) if len(rest[0]) == len(rest[1]) == 1 else ("", "")
    return bool(mine & theirs) and len(short) > 2 and long.startswith(short)
