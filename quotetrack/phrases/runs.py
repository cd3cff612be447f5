"""What a run of capitalised words says by itself: where its title ends, where its name, and what sort of name it is."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from quotetrack.phrases.titles import is_title, title_end
from quotetrack.rules import people as rules
from quotetrack.rules import places

# What sort of name a run is.
PERSON, TITLED, SINGLE, ORGANIZATION, PLACE = "person", "titled", "single", "organization", "place"

# Heads that an "of" follows inside the name itself: "Bank of England", "Council on Foreign Relations".
_OF_HEADS = frozenset(
    "bank university department ministry center centre institute council committee coalition campaign bureau office "
    "society association alliance foundation college school house league board church court federation chamber academy "
    "city daughters sons museum commission union republic organization organisation movement conference party "
    "secretariat government kingdom state knights fraternal brotherhood friends citizens americans workers mothers "
    "veterans doctors reporters human".split()
)
# Endings of adverbs that open a sentence ("Additionally Smith said"); "Molly" and "Beverly" have none of them.
_ADVERBS = ("ally", "edly", "ingly", "ously", "ately", "antly", "ently", "ively")
_FORENAME_MONTHS = frozenset(("april", "may", "june", "august"))
# Surnames that open sentences as words, told behind "Mr" and the like alone.
_SHORT_SURNAMES = frozenset("too so see long till may will down over such do".split())
_CIVIL = frozenset("mr mrs ms miss dr".split())
_PEERAGE = frozenset("lord lady baroness king queen prince princess pope".split())


def key_word(word: str) -> str:
    """A word of a name for comparing: lower case, without dots, accents and the Arabic article.

    >>> key_word("al-Assad"), key_word("J."), key_word("O'Malley"), key_word("Peña")
    ('assad', 'j', "o'malley", 'pena')
    """
    word = word.casefold().replace(".", "").strip(",\"'()")
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    if len(word) > 5 and word[2:3] == "-" and word[:2] in {"al", "el", "ul", "as", "ad", "ar", "an", "at", "az"}:
        return word[3:]
    return word


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name for comparing.

    >>> name_words('Dwayne "The Rock" Johnson, Jr.')
    ('dwayne', 'johnson')
    """
    if name.isascii() and name.replace(" ", "").isalpha():  # most names: nothing to take off
        words = name.casefold().split()
        return tuple([w for w in words if w not in rules.SUFFIXES] or words)
    if '"' in name or "(" in name or " '" in name:
        name = without_nickname(name)[0]
    words = [key_word(w) for w in name.split()]
    kept = [w for w in words if w and w not in rules.SUFFIXES]
    return tuple(kept or words)


_NICKNAME = re.compile(r"""\s["'(“”‘’]([^"'()“”‘’]{1,24})["')“”‘’](?=\s)""")


def without_nickname(name: str) -> tuple[str, str]:
    """A printed name without the nickname in its middle, and the nickname ("" where there is none).

    >>> without_nickname('Dwayne "The Rock" Johnson'), without_nickname("Ann O'Shea")
    (('Dwayne Johnson', 'The Rock'), ("Ann O'Shea", ''))
    """
    m = _NICKNAME.search(name)
    if m is None:
        return name, ""
    return name[: m.start()] + name[m.end() :], m.group(1)


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym of an organisation.

    >>> is_acronym("NATO"), is_acronym("U.S."), is_acronym("Kim")
    (True, True, False)
    """
    bare = word.replace(".", "").replace("&", "")
    return 2 <= len(bare) <= 6 and bare.isalpha() and bare.isupper()


class Said(NamedTuple):
    """What a name says by itself, wherever it stands: one record serves all the places where it does.

    ``size`` is the length of the name as printed, ``lead`` that of the title and the space before it.
    """

    title: str
    words: tuple[str, ...]
    sort: str
    size: int
    lead: int


# What a run says: where in it the name begins, where the name or its title begins, the name, and "title" or "body"
# where its last word may go on with "of". A plain tuple, for it is taken apart for every run of a text.
Read = tuple[int, int, Said | None, str]


def read_run(run: str) -> Read:
    """What a run of capitalised words says."""
    tokens = run.split()
    if "." in run or "," in run:
        low = [t.casefold().rstrip(".,").replace(".", "") for t in tokens]
    else:
        low = run.casefold().split()
    opens = "title" if is_title(low[-1]) else "body" if low[-1] in _OF_HEADS else ""
    first, last = _trimmed(tokens, low)
    if first == last:
        return 0, 0, None, opens
    begins = _begins(run, tokens)
    start, end = begins[first], begins[last - 1] + len(tokens[last - 1])
    whole = run[start:end]
    if whole in _PLACES:
        return start, start, Said("", name_words(whole), PLACE, end - start, 0), opens
    while last - first > 2 and low[last - 1] in rules.POSTNOMINALS and tokens[last - 1].isupper():
        last -= 1  # "Ann Example TD"
        end = begins[last - 1] + len(tokens[last - 1].rstrip(","))
    core = title_end(tokens, low, first, last)
    if first < core < last - 1 and tokens[core][0] in "('\"" and tokens[core][-1] in ")'\"":
        core += 1  # "DCP (South) Ann Example"
    if core == last or (core > first and low[core] in rules.OPENERS and not is_acronym(tokens[core])):
        if low[last - 1] not in _SHORT_SURNAMES or low[last - 2] not in _CIVIL or last - core > 1:
            return start, start, None, opens  # a title and no name: "the President", "Sen."
    title = run[start : begins[core - 1] + len(tokens[core - 1])] if core > first else ""
    sort = _sort(tokens[core:last], low[core:last], bool(title))
    if sort == ORGANIZATION and last - core == 1 and title.isupper() and low[core] not in rules.ORGANIZATION_WORDS:
        sort = TITLED  # a transcript's label: "DR. DILL"
    if sort == ORGANIZATION and core - first < 2:
        core, title = first, ""
    at = begins[core]
    if sort == TITLED and run[at:end] in _PLACES:  # "Former England"
        return at, at, Said("", name_words(run[at:end]), PLACE, end - at, 0), opens
    if sort == TITLED and core > first and low[core - 1] in _PEERAGE:  # peers, kings and popes: "Lord Thornaby"
        at = begins[core - 1]
    text = run[at:end]
    if sort == SINGLE and text.endswith(".") and low[last - 1] not in rules.SUFFIXES and not is_acronym(text):
        end -= 1
    said = Said(title, name_words(run[begins[core] : end]), sort, end - at, at - start) if sort else None
    return at, start, said, opens


def _begins(run: str, tokens: list[str]) -> list[int]:
    """Where each token of a run begins."""
    begins = []
    at = 0
    for token in tokens:
        at = run.index(token, at)
        begins.append(at)
        at += len(token)
    return begins


_RESTARTS = rules.OPENERS - frozenset(rules.PARTICLES)  # after a dot these begin a sentence
_PLACES = frozenset((*places.COUNTRIES, *places.CAPITALS, *places.STATES, *places.STAND_ALONE))


def _trimmed(tokens: list[str], low: list[str]) -> tuple[int, int]:
    """The first token and the one after the last, without what opens a sentence and without days."""
    first, last = 0, len(tokens)
    if last == 1:
        return (1 if low[0] in rules.OPENERS else 0), 1
    while first < last and (
        (low[first] in rules.OPENERS and not (low[first] == "police" and last - first > 2 and is_title(low[first + 1])))
        or (last - first > 1 and low[first].endswith(_ADVERBS))
    ):
        first += 1
    for i in range(first + 1, last):  # "in the U.S. The ..."
        if "." in tokens[i - 1] and tokens[i][0].isupper() and low[i] in _RESTARTS:
            last = i
            break
    if last - first > 1 and _is_day(low[first]):
        first += 1
    while last - first > 1 and _is_day(low[last - 1]):
        last -= 1
    return first, last


def _is_day(word: str) -> bool:
    return word in rules.CALENDAR and word not in _FORENAME_MONTHS


def _sort(tokens: list[str], low: list[str], titled: bool) -> str:
    """What sort of name the words after a title are; empty where they are none."""
    n = len(tokens)
    if n == 1:
        word = low[0]
        if titled and word in _SHORT_SURNAMES:
            return TITLED
        if (word in rules.CALENDAR and not titled) or word in rules.BELONGINGS or word in rules.OPENERS:
            return ""
        if titled:
            body = is_acronym(tokens[0]) or (word in rules.ORGANIZATION_WORDS and word not in _SURNAMES_TOO)
            return ORGANIZATION if body else TITLED
        if word in rules.OWN_NAMES or is_acronym(tokens[0]):
            return ORGANIZATION
        if len(word) == 1 or word[0].isdigit() or word in rules.TITLES or word in rules.BEFORE_TITLES:
            return ""
        return SINGLE
    while n > 1 and low[n - 1] in rules.SUFFIXES:
        n -= 1
    if n == 1:
        return TITLED if titled else SINGLE
    caps = tokens[0].isupper() and all(t.isupper() for t in tokens[:n])
    if "&" in tokens or n > 6:
        return ORGANIZATION
    for i in range(n):
        word = low[i]
        if i and word in _HEADLINE_WORDS and tokens[i][0].isupper():  # a headline, or the title of a work
            return ORGANIZATION
        if i and word in rules.ORGANIZATION_WORDS and not (titled and n == 2):
            return ORGANIZATION
        if word in rules.BELONGINGS and not (i == n - 1 == 1 and _may_be_surname(low[0], word)):
            return ORGANIZATION
        if not caps and tokens[i].isupper() and len(tokens[i]) > 2 and is_acronym(tokens[i]) and "." not in tokens[i]:
            return ORGANIZATION
    also_names = _SURNAMES_TOO if titled else _NAMES_TOO
    if low[0] in rules.NO_FORENAMES or (low[0] in rules.ORGANIZATION_WORDS and low[0] not in also_names):
        return ORGANIZATION
    return PERSON


_HEADLINE_WORDS = frozenset(
    "on and to for in with of the is are was not by from after over at as but or that how why his her its their will "
    "says said says wants calls gets makes takes tells".split()
)


def _may_be_surname(first: str, word: str) -> bool:
    """Whether a word like "Cuban" or "English" is a surname after a forename: not in "House Republicans"."""
    if word.endswith(("s", "ic", "ist")):  # "House Republicans", "Roman Catholic"
        return False
    return first not in rules.NO_FORENAMES and first.capitalize() not in places.STATES


# Words of organisations that are surnames as well: "Judge Park".
_SURNAMES_TOO = frozenset(
    "park church house temple bank street lake bridge day world bay beach hall tower square guard press club bill "
    "hills heights valley capital times books pool forest post".split()
)
# Words of organisations that are forenames as well.
_NAMES_TOO = frozenset("will art grant chase guy frank ray may april june august bill day".split())
