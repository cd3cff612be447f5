"""Datelines: places, regions, date and agency at the head of a paragraph."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from quotetrack.records import Dateline
from quotetrack.rules import datelines as words
from quotetrack.rules import places as atlas

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
# the pieces of a list of places; "and" parts cities, not the names of countries
_PARTS = re.compile(r" ?([,;/]) ?")
_AND = re.compile(r" and (?=[A-Z])")
_ABBREVIATED_REGION = re.compile(r"^(.*[^\W\d_]) ((?:[A-Z]\.){2,3}|[A-Z][a-z]{1,5}\.)$")

_AGENCIES = frozenset(a.casefold() for a in words.AGENCIES)
_DASHLESS = frozenset(a.casefold() for a in words.DASHLESS)
_NOT_PLACES = frozenset(words.NOT_PLACES) - frozenset(words.NOT_ALONE)
_NOT_ALONE = frozenset(words.NOT_ALONE)
_TITLES = frozenset(words.TITLES)
_SIGNED_PLAIN = re.compile(r", ([A-Z]{2,8})\Z")
# the name of an agency that is in no list; "(D-Ohio)" is a party
_NAMED = re.compile(r"(?![DRI]-)[A-Z][\w.&'-]*(?: (?:to|of|the|[A-Z&][\w.&'-]*)){0,6}")
# a sentence ends, but not at "Mr."
_STOP = re.compile(r"(?<=[a-z]{3})[.!?] ")
# how far behind a dash the same dash is looked for: a pair of them is an aside, not a dateline
_ASIDE = 160
# how much of the text below is searched for what tells a town from another word in capitals
_EVIDENCE = 20000


def key(name: str) -> str:
    """A place's name without case, accents, dots, spaces and the like, for looking it up.

    >>> key("São Paulo") == key("SAO PAULO"), key("N.H.")
    (True, 'nh')
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[\W_]", "", name).casefold()


_STATES = {key(form): name for form, name in atlas.STATES.items()}
_PROVINCES = {key(form): land for form, (_, land) in atlas.PROVINCES.items()}
_COUNTRIES = {key(form): name for form, name in atlas.COUNTRIES.items()}
_STAND_ALONE = {key(city): land for city, land in atlas.STAND_ALONE.items()}
_CAPITALS = {key(city): land for city, land in atlas.CAPITALS.items()}


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
    places, regions = _places(text[start : start + len(where)], where)
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
    places, regions = _places(text[start : start + len(where)], where)
    known = any(key(p) in _STAND_ALONE for p in places) or any(_country(r) for r in regions)
    if not places or not _like_places(places) or not (known or dated_in_full):
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
        if match["round"] and self.dash and not front and _is_town(match["round"]):
            front, name, self.agency, self.bracketed = match["round"], None, None, False  # "(Geneva) –"
        signed = None if name else _SIGNED_PLAIN.search(front)
        if signed is not None and signed[1].casefold() in _AGENCIES and _DATE.search(front[: signed.start()][-40:]):
            front = front[: signed.start()]  # "Accra, July 3, GNA -"
            self.agency, self.bracketed = signed[1], False
        where, self.date, _ = _parted(front, published)
        self.dated = len(where) < len(front.rstrip(".,"))
        self.where = where
        at = self.start + (front == match["round"])
        self.places, self.regions = _places(text[at : at + len(where)], where) if where else ((), ())

    def record(self) -> Dateline:
        land = country(self.places, self.regions)
        return Dateline(self.start, self.end, self.places, self.regions, land, self.date, self.agency)

    def holds(self, first: bool) -> bool:
        """Whether it is a dateline and no mere capitals before a dash."""
        signed = self.agency is not None and _is_agency(self.agency)
        if not self.places:
            return self._signed_alone(signed)
        if not _like_places(self.places):
            return False
        shouted = all(_capitals(p) for p in self.places)
        known = key(self.places[0]) in _STAND_ALONE or any(_country(r) for r in self.regions)
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
        known = all(c in _STAND_ALONE for c in cities)
        if not shouted:
            return known and first and len(cities) == 1
        if known:
            return True
        if not first or any(c in _COUNTRIES or c in _STATES for c in cities if c not in _STAND_ALONE):
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


def _is_town(words: str) -> bool:
    """Whether a known town stands first in the brackets: "Geneva", "New York, May 3, 2021"."""
    return key(words.partition(",")[0]) in _STAND_ALONE


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
    return "." not in last and len(last) > 5 and key(last) not in _STATES


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


def _places(printed: str, where: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Cities and regions as printed; ``where`` is the same stretch, folded.

    >>> _places(*["WEST PALM BEACH, Fla./WASHINGTON"] * 2)
    (('WEST PALM BEACH', 'WASHINGTON'), ('Fla.',))
    """
    cities: list[str] = []
    regions: list[str] = []
    loud = _PARTS.split(where, maxsplit=1)[0].isupper()
    position = 0
    mark = ""
    for match in _PARTS.finditer(where):
        _sort_piece(printed, where, position, match.start(), mark == ",", loud, cities, regions)
        position, mark = match.end(), match[1]
    _sort_piece(printed, where, position, len(where), mark == ",", loud, cities, regions)
    return tuple(cities), tuple(regions)


def _sort_piece(
    printed: str,
    where: str,
    start: int,
    stop: int,
    after_comma: bool,
    loud: bool,
    cities: list[str],
    regions: list[str],
) -> None:
    """Put one piece of the list among the cities or the regions."""
    piece = where[start:stop]
    if piece.startswith("and "):
        start += 4
        piece = where[start:stop]
        after_comma = False
    if not piece:
        return
    if (
        after_comma
        and cities
        and (_country(piece) or (loud and not piece.replace(" and ", " ").isupper() and len(piece.split()) <= 4))
    ):
        regions.append(printed[start:stop])
        return
    # "WASHINGTON and MILWAUKEE", but not "Trinidad and Tobago"
    both = None if key(piece) in _COUNTRIES else _AND.search(piece)
    if both and piece[: both.start()].isupper() == piece[both.end() :].isupper():
        cities += [printed[start : start + both.start()], printed[start + both.end() : stop]]
        return
    ending = _ABBREVIATED_REGION.match(piece)
    if ending and key(ending[2]) in _STATES:
        cities.append(printed[start : start + ending.end(1)])
        regions.append(printed[start + ending.start(2) : stop])
        return
    cities.append(printed[start:stop])


def _country(region: str) -> str | None:
    """The country that a printed region is or lies in, or None: "Calif." is in the United States."""
    name = key(region)
    if name in _STATES:
        return "United States"
    return _PROVINCES.get(name) or _COUNTRIES.get(name)


def country(places: tuple[str, ...], regions: tuple[str, ...]) -> str | None:
    """The country of the first place: from its region, or by convention where the city stands alone.

    "Georgia" is a state and a country: the city must tell.

    >>> country(("MARIETTA",), ("Ga.",)), country(("SEOUL",), ()), country(("GORI",), ("Georgia",))
    ('United States', 'South Korea', None)
    """
    if not places:
        return None
    alone = _STAND_ALONE.get(key(places[0]))
    for region in regions[:1] if len(places) == 1 or alone is None else ():
        if key(region) == "georgia":
            return _CAPITALS.get(key(places[0]))
        return _country(region) or alone
    return alone or _COUNTRIES.get(key(places[0]))


def _capitals(place: str) -> bool:
    """Whether a place is printed in capitals; "McALLEN" and "RIO de JANEIRO" are."""
    if place.isupper():
        return True
    tokens = [t for t in re.split(r"[ -]", place) if t not in words.PARTICLES]
    return bool(tokens) and all(t.isupper() or re.fullmatch(r"(?:Ma?c|De|Di|La|Le|Du|O')[A-Z]{2,}", t) for t in tokens)


def _like_places(places: tuple[str, ...]) -> bool:
    """Whether these can be the names of places: a few words each, none that begins a notice or a title."""
    if len(places) > 5:
        return False
    for place in places:
        tokens = [t.strip(".").casefold() for t in place.split()]
        if not tokens or len(tokens) > 6 or any(c.isdigit() for c in place) or len(key(place)) < 2:
            return False
        if tokens[0] in words.WEEKDAYS or (len(tokens) == 1 and tokens[0] in words.MONTHS):
            return False
        if not _NOT_PLACES.isdisjoint(tokens) or tokens[0] in _TITLES or (len(tokens) == 1 and tokens[0] in _NOT_ALONE):
            return key(place) in _STAND_ALONE
    return True
