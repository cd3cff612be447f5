"""Datelines: places, regions, date and agency at the head of a paragraph."""

from __future__ import annotations

import datetime as dt
import re

from quotetrack.article.gazetteer import (
    COUNTRIES,
    STAND_ALONE,
    STATES,
    country,
    country_of,
    in_capitals,
    is_town,
    key,
    like_places,
    places_in,
)
from quotetrack.records import Dateline
from quotetrack.rules import datelines as words

# a whole word: what does not go on as a place's name fails at once
_WORD = r"[A-Z\u00c0-\u00de][^\W\d_]{0,30}(?:['.-][^\W\d_]{1,30}){0,5}\.?(?![^\W_])"
_SMALL_MONTH = rf"(?:{'|'.join(words.MONTHS)})\b\.?(?= \d)"
_PIECE = rf"(?:{_WORD}|{_SMALL_MONTH}|(?:{'|'.join(words.PARTICLES)})\b|\d{{1,2}}(?:st|nd|rd|th)?\b|\d{{4}}\b)"
_FRONT = rf"(?P<front>{_WORD}(?:(?:[,;] ?| ?/ ?| )(?=\S){_PIECE}){{0,14}})"
_AGENCY = r"(?:\((?P<round>[^()\n]{2,40})\)|/(?P<slashed>[A-Z][\w .-]{1,30}?)/|\[(?P<square>[A-Z][\w ]{1,30})\])"
_HEAD = re.compile(
    rf"(?:{_FRONT}[.,]{{0,2}}(?P<gap> {{0,2}}))?"
    rf"(?:-?{_AGENCY}(?P<dash>[.,:]? {{0,2}}(?:-{{1,3}}|[–—_])(?: ?[-–—])?|\.)?"
    r"|(?P<bare>(?:-{2,3}|[–—]| [-_](?= )|(?<=[\d.])-(?= ))(?: ?[-–—])?|:(?= )))"
)
# printed in small letters by mistake: "peoria, april 7 -"
_SMALL = re.compile(
    rf"(?P<front>[a-z][a-z.'-]{{2,20}}(?: [a-z.'-]{{2,20}}){{0,2}}(?:, [A-Za-z.]{{2,15}})?, "
    rf"(?:{'|'.join(words.MONTHS)})\b\.? \d{{1,2}}) ?(?:--?|[–—])(?= )"
)
# a line of its own, without a dash: "Brussels, 30 January 2015"
_ALONE = re.compile(rf"{_FRONT}\.?(?=\s*(?:\n|\Z))")

_MONTH = r"(?P<month{0}>" + "|".join(sorted(words.MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year{0}>\d{{4}}))?"
_WEEKDAY = r"(?P<weekday>" + "|".join(sorted(words.WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_DATE = re.compile(
    rf"(?:^|[,.]? )(?:{_WEEKDAY}(?:,? (?=\S)|$))?"
    rf"(?:{_MONTH.format(1)} {_DAY.format(1)}{_YEAR.format(1)}"
    rf"|{_DAY.format(2)} {_MONTH.format(2)}{_YEAR.format(2)})?[.,]?$",
    re.IGNORECASE,
)
_AGENCIES = frozenset(a.casefold() for a in words.AGENCIES)
_DASHLESS = frozenset(a.casefold() for a in words.DASHLESS)
_SIGNED_PLAIN = re.compile(r", ([A-Z]{2,8})\Z")
# the name of an agency that is in no list; "(D-Ohio)" is a party
_NAMED = re.compile(r"(?![DRI]-)[A-Z][\w.&'-]*(?: (?:to|of|the|[A-Z&][\w.&'-]*)){0,6}")
# a sentence ends, but not at "Mr."
_STOP = re.compile(r"(?<=[a-z]{3})[.!?] ")
# how far behind a dash the same dash is looked for: a pair of them is an aside, not a dateline
_ASIDE = 160
# how much of the text below is searched for what tells a town from another word in capitals
_EVIDENCE = 20000


def find(text: str, image: str, start: int, end: int, published: dt.date | None, first: bool) -> Dateline | None:
    """The dateline that begins at ``start`` of a block, or None. ``first``: no body paragraph stands before it.

    >>> found = find(*["BEIJING, Jan. 30 (Yonhap) -- North Korea has"] * 2, 0, 44, dt.date(2015, 1, 31), True)
    >>> found.places, str(found.date), found.agency
    (('BEIJING',), '2015-01-30', 'Yonhap')
    """
    opening = image[start]
    if not (opening.isupper() or opening == "("):
        return _small(text, image, start, end, published) if first and opening.islower() else None
    match = _HEAD.match(image, start, end)
    if match is None or match.end() == start:
        return _line_alone(text, image, start, end, published) if first else None
    head = _Head(text, image, match, end, published)
    if not head.holds(first):
        return None
    return head.record()


def _small(text: str, image: str, start: int, end: int, published: dt.date | None) -> Dateline | None:
    match = _SMALL.match(image, start, end)
    if match is None:
        return None
    where, date, _ = _parted(match["front"], published)
    if not where:
        return None
    places, regions = places_in(text[start : start + len(where)], where)
    return Dateline(start, match.end(), places, regions, country(places, regions), date, None)


def _line_alone(text: str, image: str, start: int, end: int, published: dt.date | None) -> Dateline | None:
    """A place and a date on a line of their own; the year or a known place must be there."""
    if end - start > 80:
        return None
    match = _ALONE.match(image, start, end)
    if match is None or match.end() < end:
        return None
    where, date, dated_in_full = _parted(match["front"], published)
    if not where or date is None or not any(c.isdigit() for c in match["front"]):
        return None
    places, regions = places_in(text[start : start + len(where)], where)
    known = any(key(p) in STAND_ALONE for p in places) or any(country_of(r) for r in regions)
    if not places or not like_places(places) or not (known or dated_in_full):
        return None
    return Dateline(start, end, places, regions, country(places, regions), date, None)


class _Head:
    """What stands before a dash or behind a bracket, taken apart."""

    def __init__(self, text: str, image: str, match: re.Match[str], end: int, published: dt.date | None) -> None:
        self.start, self.end = match.start(), match.end()
        self.image, self.limit = image, end
        name = match["round"] or match["slashed"] or match["square"]
        group = "round" if match["round"] else "slashed" if match["slashed"] else "square"
        self.agency = text[match.start(group) : match.end(group)].strip() if name else None
        self.bracketed = name is not None and not match["slashed"]
        self.dash = match["dash"] or match["bare"]
        front = match["front"] or ""
        if match["round"] and self.dash and not front and is_town(match["round"]):
            front, name, self.agency, self.bracketed = match["round"], None, None, False  # "(Geneva) –"
        signed = None if name else _SIGNED_PLAIN.search(front)
        if signed is not None and signed[1].casefold() in _AGENCIES and _DATE.search(front[: signed.start()][-40:]):
            front = front[: signed.start()]  # "Accra, July 3, GNA -"
            self.agency, self.bracketed = signed[1], False
        where, self.date, _ = _parted(front, published)
        self.dated = len(where) < len(front.rstrip(".,"))
        self.where = where
        at = self.start + (front == match["round"])
        self.places, self.regions = places_in(text[at : at + len(where)], where) if where else ((), ())

    def record(self) -> Dateline:
        land = country(self.places, self.regions)
        return Dateline(self.start, self.end, self.places, self.regions, land, self.date, self.agency)

    def holds(self, first: bool) -> bool:
        """Whether it is a dateline and no mere capitals before a dash."""
        signed = self.agency is not None and _is_agency(self.agency)
        if not self.places:
            return self._signed_alone(signed)
        if not like_places(self.places):
            return False
        shouted = all(in_capitals(p) for p in self.places)
        known = key(self.places[0]) in STAND_ALONE or any(country_of(r) for r in self.regions)
        if self.agency is not None:
            return self._signed(signed, shouted, known)
        if self.dash == ":":
            plain = not self.regions and len(self.places) == 1 and shouted
            town = known or (self.dated and shouted) or (plain and self._labels_long() and self._bare(shouted, first))
            return town and first and self._labels_once()
        if self.dated:
            return shouted or known
        if not self._sentence_follows():
            return False
        if self.regions:
            return (shouted or (known and first)) and not self._aside(shouted)
        return self._bare(shouted, first)

    def _signed_alone(self, signed: bool) -> bool:
        """ "(Reuters) -" and "Oct 24 (Reuters) -" name no place; "(CNN)" prints no dash either."""
        if self.where or not signed or self.agency is None or not self.bracketed:
            return False
        return bool(self.dash) or (_is_dashless(self.agency) and self._goes_on())

    def _signed(self, signed: bool, shouted: bool, known: bool) -> bool:
        agency = self.agency or ""
        if self.dash and self.dash != ".":
            if signed:
                return True
            return _NAMED.fullmatch(agency) is not None and (shouted or self.dated or known)
        if not signed or not self._goes_on() or not self._sentence_follows():
            return False
        return _is_dashless(agency) or shouted or self.dated or bool(self.dash)

    def _bare(self, shouted: bool, first: bool) -> bool:
        """Places and a dash, nothing else."""
        if self._aside(shouted):
            return False
        cities = [key(p) for p in self.places]
        known = all(c in STAND_ALONE for c in cities)
        if not shouted:
            return known and first and len(cities) == 1
        if known:
            return True
        if not first or any(c in COUNTRIES or c in STATES for c in cities if c not in STAND_ALONE):
            return False
        place = self.places[0]
        if " " in place:
            return len(place.split()) <= 4 and not place.startswith("THE ")
        # an acronym is no town, unless the text prints the town with small letters too; a common noun is none at all
        below = self.image[self.end : self.end + _EVIDENCE]
        if len(place) <= 5 and place.capitalize() not in below:
            return False
        return len(place) > 2 and f" {place.lower()}" not in below

    def _labels_long(self) -> bool:
        """Whether a paragraph of a story stands behind the colon, not a line of notes."""
        return self.limit - self.end > 80 and self.places[0].count(" ") < 3

    def _labels_once(self) -> bool:
        """Whether a name before a colon is a city and no speaker's label, which comes again."""
        label = self.image[self.start : self.end]
        return self._sentence_follows() and label not in self.image[self.end : self.end + _EVIDENCE]

    def _goes_on(self) -> bool:
        rest = self.image[self.end : min(self.limit, self.end + 80)].lstrip()
        return bool(rest) and not rest[0].islower() and rest[0] not in ",.;:)"

    def _sentence_follows(self) -> bool:
        """A sentence of its own follows, not the rest of one that began before the dash, nor a headline's end."""
        rest = self.image[self.end : min(self.limit, self.end + 80)].lstrip()
        if not rest or rest[0].islower() or rest[0] in ",.;:)" or rest.isupper():
            return False
        return len(rest) > 20 or rest[-1] in '.!?"'

    def _aside(self, shouted: bool) -> bool:
        """Whether the dash opens an aside, closed by another before the sentence ends."""
        if shouted:
            return False
        rest = self.image[self.end : min(self.limit, self.end + _ASIDE)]
        sentence = _STOP.split(rest, maxsplit=1)[0]
        dash = (self.dash or "").strip()
        return (f" {dash} " if dash in "-_" else dash) in sentence


def _is_agency(name: str) -> bool:
    folded = name.casefold().strip()
    if folded in _AGENCIES:
        return True
    # "CNN Business", "AP/Reuters", "Reuters Life!"
    pieces = re.split(r"[/ ]", folded, maxsplit=1)
    return len(pieces) == 2 and len(folded.split()) <= 4 and pieces[0] in _AGENCIES and name[:1].isupper()


def _is_dashless(name: str) -> bool:
    return name.split()[0].casefold() in _DASHLESS if name.split() else False


def _parted(front: str, published: dt.date | None) -> tuple[str, dt.date | None, bool]:
    """The words before the date, the date (None where no year is in sight), and whether it prints its year.

    >>> _parted("WASHINGTON, Dec 11, 2006", None)
    ('WASHINGTON', datetime.date(2006, 12, 11), True)
    """
    match = _DATE.search(front[-40:]) if front else None
    if match is None or not any(match.groups()):
        return front.rstrip(" .,") if _ends_plain(front) else front.rstrip(" ,"), None, False
    where = front[: max(0, len(front) - 40) + match.start()].rstrip(" ,")
    month = match["month1"] or match["month2"]
    if month is None:
        return where, _last_weekday(words.WEEKDAYS[match["weekday"].casefold()], published), False
    day = int(match["day1"] or match["day2"])
    year = match["year1"] or match["year2"]
    number = words.MONTHS[month.casefold()]
    if year:
        return where, _date(int(year), number, day), True
    return where, nearest(number, day, published), False


def _ends_plain(front: str) -> bool:
    """Whether a full stop at the end is the sentence's, not an abbreviation's: "MOSCOW." but not "Calif."."""
    last = front.rstrip(" .,").rsplit(" ", 1)[-1]
    return "." not in last and len(last) > 5 and key(last) not in STATES


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def nearest(month: int, day: int, published: dt.date | None) -> dt.date | None:
    """That month and day nearest before the day of publication, or one day after it (it is a day later elsewhere).

    >>> nearest(12, 30, dt.date(2015, 1, 1))
    datetime.date(2014, 12, 30)
    """
    if published is None:
        return None
    latest = published.toordinal() + 1
    for year in range(min(published.year + 1, 9999), max(0, published.year - 9), -1):
        found = _date(year, month, day)
        if found is not None and found.toordinal() <= latest:
            return found
    return None


def _last_weekday(weekday: int, published: dt.date | None) -> dt.date | None:
    if published is None:
        return None
    back = (published.weekday() - weekday) % 7
    return dt.date.fromordinal(published.toordinal() - back) if published.toordinal() > back else None
