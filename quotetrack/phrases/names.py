"""Proper names in running text: where each begins and ends, what title stands before it, and what sort of name it is.

One pass of one pattern over the runs of capitalised words; what a run says is worked out once for each distinct run.
A run tells a person only as far as its own words go ("Key Tower" is no person, "Sky High" may be); who is one in this
article is for the cast to settle.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, islice
from typing import NamedTuple

from quotetrack.phrases.runs import (
    ORGANIZATION,
    PERSON,
    PLACE,
    SINGLE,
    TITLED,
    Read,
    Said,
    is_acronym,
    key_word,
    name_words,
    read_run,
    without_nickname,
)
from quotetrack.phrases.titles import is_title
from quotetrack.rules import people as rules

__all__ = [
    "ORGANIZATION",
    "PERSON",
    "PLACE",
    "SINGLE",
    "TITLED",
    "Name",
    "Names",
    "find_names",
    "is_acronym",
    "key_word",
    "name_words",
    "without_nickname",
]

_UP = "A-Z" + "".join(
    chr(c) for a, b in ((0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x1F00)) for c in range(a, b) if chr(c).isupper()
)
# Letters, and what an encoding fault leaves of them: "PeÃ±a", "J\ufffdger".
_LETTER = r"[\w\u0300-\u036f\ufffd¡¢£¤¥¦§¨©¬®¯°±²³µ¶·¸¹º¼½¾¿€‚ƒ†‡ˆ‰‹›˜™]"
_SHORT = (
    "Mr Mrs Ms Dr Sen Sens Rep Reps Gov Govs Gen Lt Col Capt Sgt Maj Adm Rev Prof Hon Amb Cmdr Cpl Pvt Msgr Fr "
    "Supt Insp Det Smt Engr Barr Adv Alh DR MR MRS MS PROF SEN REP St Ste Jr Sr Inc Corp Co Ltd Bros Ft Mt Messrs "
    "Mme Mlle Atty Ald Pte Brig Hr Sra Const Cst"
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
# What may stand between two words of a name beside white space; the class of capitals is long, so it is written once.
_PARTICLES = rf"(?:{_by_first_letter(rules.PARTICLES)})(?:{_GAP}(?:{'|'.join(rules.PARTICLES)})){{0,2}}"
_JOINT = rf"(?:(?:{_PARTICLES}|&|{_NICK}){_GAP}(?:[aeu][lnsdrt]-|[dl]'|)|[aeu][lnsdrt]-|[dl]'|)"
_RUN = re.compile(  # all of it is a group, so that a text can be split at the runs
    rf"([{_UP}](?<!\w.){_REST}(?:(?:{_GAP}{_JOINT}|&(?:[aeu][lnsdrt]-|[dl]'|))[{_UP}]{_REST})*(?:, (?:Jr|Sr)\b\.?|))"
)
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


_LONGEST = 160  # a longer run of capitals is a heading or a table, and no name


# The runs that were read, so many at most: the same names come again and again, in one article and in the next. A plain
# dict, for the look-up is made for every run of a text. Once it is full it is kept aside and filled anew, so that what
# comes again is not read again.
_READS: dict[str, Read] = {}
_READS_BEFORE: dict[str, Read] = {}
_MOST_READS = 16384
_NOTHING: Read = (0, 0, None, "")


def _read_new(run: str) -> Read:
    """What a run of capitalised words says, kept for the next time."""
    if len(run) > _LONGEST:
        return _NOTHING
    read = _READS_BEFORE.get(run) or read_run(run)
    if len(_READS) >= _MOST_READS:
        _READS_BEFORE.clear()
        _READS_BEFORE.update(_READS)
        _READS.clear()
    _READS[run] = read
    return read


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
        pieces = _RUN.split("".join(apart))
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

    def _read_on(self, image: str, start: int, pos: int, end: int, run: str, read: Read) -> int:
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
