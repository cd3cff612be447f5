"""Places as datelines print them: cities and regions parted, their countries, and what can be a place's name at all."""

from __future__ import annotations

import re
import unicodedata

from quotetrack.rules import datelines as words
from quotetrack.rules import places as atlas

# the pieces of a list of places; "and" parts cities, not the names of countries
_PARTS = re.compile(r" ?([,;/]) ?")
_AND = re.compile(r" and (?=[A-Z])")
_ABBREVIATED_REGION = re.compile(r"^(.*[^\W\d_]) ((?:[A-Z]\.){2,3}|[A-Z][a-z]{1,5}\.)$")

_NOT_PLACES = frozenset(words.NOT_PLACES) - frozenset(words.NOT_ALONE)
_NOT_ALONE = frozenset(words.NOT_ALONE)
_TITLES = frozenset(words.TITLES)


def key(name: str) -> str:
    """A place's name without case, accents, dots, spaces and the like, for looking it up.

    >>> key("São Paulo") == key("SAO PAULO"), key("N.H.")
    (True, 'nh')
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[\W_]", "", name).casefold()


STATES = {key(form): name for form, name in atlas.STATES.items()}
_PROVINCES = {key(form): land for form, (_, land) in atlas.PROVINCES.items()}
COUNTRIES = {key(form): name for form, name in atlas.COUNTRIES.items()}
STAND_ALONE = {key(city): land for city, land in atlas.STAND_ALONE.items()}
_CAPITALS = {key(city): land for city, land in atlas.CAPITALS.items()}


def is_town(words: str) -> bool:
    """Whether a known town stands first in the brackets: "Geneva", "New York, May 3, 2021"."""
    return key(words.partition(",")[0]) in STAND_ALONE


def places_in(printed: str, where: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Cities and regions as printed; ``where`` is the same stretch, folded.

    >>> places_in(*["WEST PALM BEACH, Fla./WASHINGTON"] * 2)
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
        and (country_of(piece) or (loud and not piece.replace(" and ", " ").isupper() and len(piece.split()) <= 4))
    ):
        regions.append(printed[start:stop])
        return
    # "WASHINGTON and MILWAUKEE", but not "Trinidad and Tobago"
    both = None if key(piece) in COUNTRIES else _AND.search(piece)
    if both and piece[: both.start()].isupper() == piece[both.end() :].isupper():
        cities += [printed[start : start + both.start()], printed[start + both.end() : stop]]
        return
    ending = _ABBREVIATED_REGION.match(piece)
    if ending and key(ending[2]) in STATES:
        cities.append(printed[start : start + ending.end(1)])
        regions.append(printed[start + ending.start(2) : stop])
        return
    cities.append(printed[start:stop])


def country_of(region: str) -> str | None:
    """The country that a printed region is or lies in, or None: "Calif." is in the United States."""
    name = key(region)
    if name in STATES:
        return "United States"
    return _PROVINCES.get(name) or COUNTRIES.get(name)


def country(places: tuple[str, ...], regions: tuple[str, ...]) -> str | None:
    """The country of the first place: from its region, or by convention where the city stands alone.

    "Georgia" is a state and a country: the city must tell.

    >>> country(("MARIETTA",), ("Ga.",)), country(("SEOUL",), ()), country(("GORI",), ("Georgia",))
    ('United States', 'South Korea', None)
    """
    if not places:
        return None
    alone = STAND_ALONE.get(key(places[0]))
    for region in regions[:1] if len(places) == 1 or alone is None else ():
        if key(region) == "georgia":
            return _CAPITALS.get(key(places[0]))
        return country_of(region) or alone
    return alone or COUNTRIES.get(key(places[0]))


def in_capitals(place: str) -> bool:
    """Whether a place is printed in capitals; "McALLEN" and "RIO de JANEIRO" are."""
    if place.isupper():
        return True
    tokens = [t for t in re.split(r"[ -]", place) if t not in words.PARTICLES]
    return bool(tokens) and all(t.isupper() or re.fullmatch(r"(?:Ma?c|De|Di|La|Le|Du|O')[A-Z]{2,}", t) for t in tokens)


def like_places(places: tuple[str, ...]) -> bool:
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
            return key(place) in STAND_ALONE
    return True
