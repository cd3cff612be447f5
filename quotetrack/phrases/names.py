"""Proper names in running text: where each begins and ends, what title stands before it, and what sort of name it is.

One pass of one pattern over the runs of capitalised words; what a run says is worked out once for each distinct run.
A run tells a person only as far as its own words go ("Key Tower" is no person, "Sky High" may be); who is one in this
article is for the cast to settle.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, islice
from typing import NamedTuple

from quotetrack.rules import people as rules
from quotetrack.rules import places

# What sort of name a run is.
PERSON, TITLED, SINGLE, ORGANIZATION, PLACE = "person", "titled", "single", "organization", "place"

_UP = "A-Z" + "".join(
    chr(c) for a, b in ((0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x1F00)) for c in range(a, b) if chr(c).isupper()
)
# Letters, and what an encoding fault leaves of them: "PeÃ±a", "J\ufffdger".
_LETTER = r"[\w\u0300-\u036f\ufffd¡¢£¤¥¦§¨©¬®¯°±²³µ¶·¸¹º¼½¾¿€‚ƒ†‡ˆ‰‹›˜™]"
_SHORT = (
    "Mr Mrs Ms Dr Sen Sens Rep Reps Gov Govs Gen Lt Col Capt Sgt Maj Adm Rev Prof Hon Amb Cmdr Cpl Pvt Msgr Fr "
    "Supt Insp Det Smt Engr Barr Adv Alh DR MR MRS MS PROF SEN REP St Ste Jr Sr Inc Corp Co Ltd Bros Ft Mt Messrs "
    "Mme Mlle Atty Ald Pte Brig Hr Sra"
).split()
# After a hyphen these make an adjective of the name: "Florida-based".
_TAILS = "based|style|backed|led|born|era|like|area|related|owned|wide|educated|raised|trained|turned|themed|run|only"


def _by_first_letter(words: Iterable[str]) -> str:
    """An alternation that looks at the first letter once."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{a}(?:{'|'.join(sorted(r, key=len, reverse=True))})" for a, r in rests.items())


def _dotted() -> str:
    """The dot of a short form, looked at only where a dot stands."""
    sizes = sorted({len(w) for w in _SHORT})
    looks = "|".join("(?<=" + "|".join(rf"{w}\." for w in _SHORT if len(w) == n) + ")" for n in sizes)
    return rf"(?:\.(?:{looks})|)"


# Every word begins with a capital letter, and the pattern with their class: the engine then runs through the rest of
# the text without trying anything. A lower-case article before it ("al-", "d'") is looked for backwards.
# What is seldom there is written as one of two branches, the other empty: the engine is quicker with it than with "?".
_HYPHENED = rf"['?-](?!(?:s|S|{_TAILS})\b){_LETTER}+"
_REST = rf"(?:\.(?:[{_UP}]\.)*(?![a-z])|{_LETTER}*(?:{_HYPHENED}(?:{_HYPHENED})*|){_dotted()})"
_WORD = rf"(?:(?:[aeu][lnsdrt]-|[dl]')?[{_UP}]{_REST})"
_GAP = r"[ \n]{1,3}"
_NICK = rf"""(?:"[{_UP}][\w. '-]{{0,20}}"|'[{_UP}][\w. -]{{0,20}}'|\([{_UP}][\w.-]{{1,20}}\))"""
_RUN = re.compile(
    rf"[{_UP}](?<!\w.){_REST}"
    rf"(?:{_GAP}(?:[{_UP}]{_REST}|(?:{_by_first_letter(rules.PARTICLES)})(?:{_GAP}(?:{'|'.join(rules.PARTICLES)}))"
    rf"{{0,2}}{_GAP}{_WORD}|[aeu][lnsdrt]-[{_UP}]{_REST}|[dl]'[{_UP}]{_REST}|&{_GAP}{_WORD}|{_NICK}{_GAP}{_WORD})|&{_WORD})*"
    r"(?:, (?:Jr|Sr)\b\.?|)"
)
_RUNS = re.compile(f"({_RUN.pattern})")
_BATCH = 50_000  # so much text, about, is split at a time, in code points
_OF_TITLES = "|".join(sorted((re.escape(t) for t in rules.OF_TITLES), key=len, reverse=True))
_OF_TITLE = re.compile(
    rf"(?: of state)? (?:of|for) (?:the )?(?:{_OF_TITLES})\b(?:(?:,? and|,) (?:{_OF_TITLES})\b){{0,3}}",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    rf" (?:of|for|on|against|to)(?: the)? {_WORD}(?:{_GAP}(?:and{_GAP}|for{_GAP}|of{_GAP}(?:the{_GAP})?)?{_WORD})*"
)
_ARTICLE = re.compile(r"(?:^|[^\w])([aeu][lnsdrt]-|[dl]')\Z")
# Heads that an "of" follows inside the name itself: "Bank of England", "Council on Foreign Relations".
_OF_HEADS = frozenset(
    "bank university department ministry center centre institute council committee coalition campaign bureau office "
    "society association alliance foundation college school house league board church court federation chamber academy "
    "city daughters sons museum commission union republic organization organisation movement conference party "
    "secretariat government kingdom state knights fraternal brotherhood friends citizens americans workers mothers "
    "veterans doctors reporters human".split()
)


class Name(NamedTuple):
    """A proper name in the text. ``start`` and ``end`` hold the name alone, ``title_start`` its title too.

    ``words`` are the name's words for comparing: folded to lower case, without dots, suffixes and nicknames.
    """

    start: int
    end: int
    title_start: int
    title: str
    words: tuple[str, ...]
    sort: str


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
_Read = tuple[int, int, Said | None, str]

_LONGEST = 160  # a longer run of capitals is a heading or a table, and no name


# The runs that were read, so many at most: the same names come again and again, in one article and in the next. A plain
# dict, for the look-up is made for every run of a text.
_READS: dict[str, _Read] = {}
_MOST_READS = 8192
_NOTHING: _Read = (0, 0, None, "")


def _read_new(run: str) -> _Read:
    """What a run of capitalised words says, kept for the next time."""
    if len(run) > _LONGEST:
        return _NOTHING
    read: _Read = _read_run(run)
    if len(_READS) >= _MOST_READS:
        _READS.clear()
    _READS[run] = read
    return read


def _read_run(run: str) -> _Read:
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
    core = _title_end(tokens, low, first, last)
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


# Endings of adverbs that open a sentence ("Additionally Smith said"); "Molly" and "Beverly" have none of them.
_ADVERBS = ("ally", "edly", "ingly", "ously", "ately", "antly", "ently", "ively")
# Roles that are forenames as well.
_ROLE_FORENAMES = frozenset(
    "marine judge king prince pope star champion reader baker miner model guard page dean".split()
)
_FORENAME_MONTHS = frozenset(("april", "may", "june", "august"))


# Surnames that open sentences as words, told behind "Mr" and the like alone.
_SHORT_SURNAMES = frozenset("too so see long till may will down over such do".split())
_CIVIL = frozenset("mr mrs ms miss dr".split())
_PEERAGE = frozenset("lord lady baroness king queen prince princess pope".split())
# Honorifics that no name holds inside: what stands before them is a title as well ("Education Exco Datuk Dr Ann Lee").
_INSIDE = frozenset("mr mrs ms dr shri smt datuk datin dato seri".split())
_BEFORE_HYPHEN = frozenset("vice co ex sub under deputy".split())
_AFTER_HYPHEN = frozenset("elect general designate".split())


def is_title(word: str) -> bool:
    """Whether a word in lower case is a title, by itself or with a hyphen.

    >>> is_title("mayor"), is_title("mayor-elect"), is_title("advocate-general"), is_title("kim")
    (True, True, True, False)
    """
    if word in rules.TITLES:
        return True
    before, hyphen, after = word.partition("-")
    if not hyphen:
        return False
    if after in _AFTER_HYPHEN:
        return before in rules.TITLES or before in rules.ROLES
    return before in _BEFORE_HYPHEN and (after in rules.TITLES or after in rules.ROLES)


def _title_end(tokens: list[str], low: list[str], first: int, last: int) -> int:
    """The index after the title that the run begins with; ``first`` where there is none."""
    core = first
    for i in range(first, last):
        word = low[i]
        if i < last - 1 or last - first == 1:
            before = low[i - 1] if i > first else "the"
            if word in rules.HONORIFICS and (
                before in rules.BEFORE_TITLES or word in _INSIDE or is_title(before) or before in rules.BELONGINGS
            ):
                core = i + 1
            elif (word == "sri" and before in ("tan", "puan")) or (
                first < i < last - 2 and word in rules.POSTNOMINALS and tokens[i].isupper()
            ):  # "Labour MP Ann Example"
                core = i + 1
            elif is_title(word) and not (i > first and i == last - 2 and low[last - 1] in rules.SUFFIXES):
                # "Aaron Judge" ends on the word, "Judge Aaron Persky" goes on
                core = i + 1
                if i < last - 3 and low[i + 1] == "of" and low[i + 2] in rules.OF_TITLES:  # "Chief Of Staff"
                    core = i + 3
            elif i == core and i < last - 2 and word in rules.ROLES and word not in _ROLE_FORENAMES:
                core = i + 1  # "Billionaire Ann Example"
        elif i == core and (is_title(word) or word in rules.BEFORE_TITLES):
            core = i + 1
    if core == first:
        while core < last - 1 and low[core] in ("former", "then", "ex", "late", "retired", "actor", "actress", "host"):
            core += 1
    return core


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


def find_names(image: str, start: int = 0, end: int | None = None) -> list[Name]:
    """The proper names in a stretch of folded text, in order.

    Args:
        image: the folded text (``text.fold``).
        start, end: the stretch, in code points; the end of the text where ``end`` is None.

    >>> [(n.title, n.words, n.sort) for n in find_names("Ambassador Sung Kim met Xi in the White House.")]
    [('Ambassador', ('sung', 'kim'), 'person'), ('', ('xi',), 'single'), ('', ('white', 'house'), 'organization')]
    """
    names = Names()
    names.find(image, ((start, len(image) if end is None else end),))
    return [names[i] for i in range(len(names.starts))]


class Names:
    """The proper names of stretches of folded text, held by columns: an article has many, and few are looked at.

    >>> names = Names()
    >>> names.find("Ambassador Sung Kim met Xi.", [(0, 27)])
    >>> names.starts, [said.words for said in names.said]
    ([11, 24], [('sung', 'kim'), ('xi',)])
    """

    __slots__ = ("said", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.said: list[Said] = []

    def __getitem__(self, i: int) -> Name:
        start = self.starts[i]
        title, words, sort, size, lead = self.said[i]
        return Name(start, start + size, start - lead, title, words, sort)

    def find(self, image: str, stretches: Iterable[tuple[int, int]]) -> None:
        """Add the names of stretches of the text; no name goes on from one into the next."""
        rows = list(stretches)
        first, last = 0, len(rows)
        while first < last:
            after = last
            if rows[-1][1] - rows[first][0] > _BATCH:
                after = bisect_right(rows, (rows[first][0] + _BATCH, 0), first + 1)
            self._find(image, rows[first:after])
            first = after

    def _find(self, image: str, stretches: list[tuple[int, int]]) -> None:
        """Add the names of some stretches, split at their runs in one go: that is quicker than a search for each."""
        first = at = stretches[0][0]
        apart: list[str] = []  # the text from the first stretch on, with blanks for what stands between stretches
        for start, end in stretches:
            apart += ("\0" * (start - at), image[start:end])
            at = end
        pieces = _RUNS.split("".join(apart))
        runs = pieces[1::2]
        starts = islice(accumulate(map(len, pieces), initial=first), 1, None, 2)
        add_start, add_said = self.starts.append, self.said.append
        read_to = 0
        for a, run, read in zip(starts, runs, map(_READS.get, runs)):
            if read is None:
                read = _read_new(run)
            core, _, said, opens = read
            if said is None and not opens:
                continue
            if image[a - 1] in "-'" and (more := _article(image, a)):
                a -= more
                run = image[a : a + more + len(run)]
                core, _, said, opens = read = _READS.get(run) or _read_new(run)
            if a < read_to:
                if a + len(run) > read_to:  # the words after an "of" end within it
                    end = _end_of(stretches, a)
                    self._scan(image, read_to, end)
                    read_to = end
                continue
            if opens and image.startswith(_OF, a + len(run)):
                goes_on = self._read_on(image, a, a + len(run), _end_of(stretches, a), run, read)
                if goes_on:
                    read_to = goes_on
                    continue
            if said is not None:
                add_start(a + core)
                add_said(said)

    def _scan(self, image: str, pos: int, end: int) -> None:
        """Add the names of one stretch, run by run."""
        m = _RUN.search(image, pos, end)
        while m is not None:
            a, pos, run = m.start(), m.end(), m[0]
            if a and image[a - 1] in "-'":
                a -= _article(image, a)
                run = image[a:pos]
            read = _READS.get(run) or _read_new(run)
            goes_on = self._read_on(image, a, pos, end, run, read) if image.startswith(_OF, pos) else 0
            if goes_on:
                pos = goes_on
            elif read[2] is not None:
                self.starts.append(a + read[0])
                self.said.append(read[2])
            m = _RUN.search(image, pos, end)

    def _read_on(self, image: str, start: int, pos: int, end: int, run: str, read: _Read) -> int:
        """Add the name that a run makes with the "of" after it; where that ends, or 0 where it makes none."""
        _, skip, _, opens = read
        if not opens:
            return 0
        is_title = opens == "title"
        after = _of_title(image, start, pos, end, run) if is_title else _of_body(image, start + skip, pos, end)
        if after is None:
            return 0
        goes_on, name = after
        if name is not None:
            self.starts.append(name.start)
            self.said.append(
                Said(name.title, name.words, name.sort, name.end - name.start, name.start - name.title_start)
            )
        return goes_on


def _end_of(stretches: list[tuple[int, int]], at: int) -> int:
    """The end of the stretch that an offset stands in."""
    return stretches[bisect_right(stretches, (at, sys.maxsize)) - 1][1]


_OF = (" of ", " for ", " on ", " against ", " to ")


def _of_body(image: str, start: int, pos: int, end: int) -> tuple[int, Name | None] | None:
    """ "Bank" and what follows it: "of England"."""
    of = _OF_BODY.match(image, pos, end)
    if of is None:
        return None
    stop = of.start() + _body_end(of.group())
    return stop, Name(start, stop, start, "", name_words(image[start:stop]), ORGANIZATION)


def _body_end(after: str) -> int:
    """Where a body's name ends: before the title of somebody of it, "of England" of "of England Governor Ann Lee"."""
    words = after.split()
    low = [w.casefold() for w in words]
    for i in range(2, len(words) - 1):
        before = low[i - 1]
        if not is_title(low[i]) or before in ("of", "the", "and", "for"):
            continue
        if before not in rules.BEFORE_TITLES or (i == 2 and before in rules.OF_TITLES):
            rest = [w for w in low[i + 1 :] if not is_title(w) and w not in rules.BEFORE_TITLES]
            if rest:
                return re.search(rf"(?:\s+\S+){{{i}}}", after).end()  # type: ignore[union-attr]
    return len(after)


def _of_title(image: str, start: int, pos: int, end: int, run: str) -> tuple[int, Name | None] | None:
    """ "Secretary" and what follows it: "of State", and the name after that."""
    of = _OF_TITLE.match(image, pos, end)
    if of is None:
        return None
    m = _RUN.match(image, of.end() + 1, end) if image.startswith((" ", "\n"), of.end()) else None
    if m is None:
        return of.end(), None
    read = _READS.get(m[0]) or _read_new(m[0])
    core, skip, said, _ = read
    if skip or said is None or said.sort not in (PERSON, SINGLE):
        return of.end(), None
    words = run.split()
    while len(words) > 1 and words[0].casefold() in rules.OPENERS:
        start = image.index(words[1], start + len(words[0]))
        words = words[1:]
    sort = PERSON if said.sort == PERSON else TITLED
    at = m.start()
    name = Name(at + core, at + core + said.size, start, image[start : of.end()], said.words, sort)
    return name.end, name


def _article(image: str, start: int) -> int:
    """How many characters of an article stand before a capital: 3 for "al-Assad", 2 for "d'Artagnan", else 0."""
    m = _ARTICLE.search(image, max(0, start - 4), start)
    return start - m.start(1) if m is not None else 0
