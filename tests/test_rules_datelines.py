"""Every row of the vocabularies of datelines, places and furniture fires, and fires only where it must."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from quotetrack import article
from quotetrack.article import kinds
from quotetrack.article.gazetteer import country
from quotetrack.records import Dateline
from quotetrack.rules import datelines, furniture, places
from quotetrack.text import fold

RULES = {
    "slugs": (furniture.SLUGS, 0),
    "notes": (furniture.NOTES, re.IGNORECASE),
    "affiliations": (furniture.AFFILIATIONS, re.IGNORECASE),
    "unnamed bylines": (furniture.UNNAMED_BYLINES, re.IGNORECASE),
    "ends": (furniture.ENDS, 0),
    "signoffs": (furniture.SIGNOFFS, 0),
    "signoffs of any case": (furniture.SIGNOFFS_ANY_CASE, re.IGNORECASE),
    "furniture": (furniture.FURNITURE, re.IGNORECASE),
}
ROWS = [(name, rule, flags) for name, (rules, flags) in RULES.items() for rule in rules]


def dateline(line: str, below: str = "Nobody spoke.") -> Dateline | None:
    text = f"{line}\n\n{below}"
    return article.read(text, fold(text), published=dt.date(2015, 1, 31)).dateline


@pytest.mark.parametrize(("name", "rule", "flags"), ROWS)
def test_a_rule_matches_what_it_must(name: str, rule: furniture.LineRule, flags: int) -> None:
    assert rule.yes
    for line in rule.yes:
        # a slug stands before a headline
        whole = line + "Harbour" if name == "slugs" and line.endswith("-") else line
        match = re.compile(rule.pattern, flags).match(fold(whole))
        assert match is not None and match.end() == len(line), line
    for line in rule.no:
        match = re.compile(rule.pattern, flags).match(fold(line))
        assert match is None or match.end() < len(line), line


@pytest.mark.parametrize("rule", furniture.BYLINES)
def test_the_openings_of_bylines(rule: furniture.LineRule) -> None:
    for line in rule.yes:
        assert re.match(rule.pattern, line, re.IGNORECASE) and kinds.is_byline(line), line
    for line in rule.no:
        assert not kinds.is_byline(line), line


@pytest.mark.parametrize("phrase", furniture.CHROME)
def test_every_phrase_of_chrome_is_furniture(phrase: str) -> None:
    assert kinds.is_furniture(phrase.capitalize()) is (phrase not in furniture.CHROME_NOT_ALONE)
    assert kinds.is_furniture(f"{phrase.title()} | Pinterest Print 12")
    assert not kinds.is_furniture(f"{phrase} zebra")


def test_chrome_is_listed_once() -> None:
    assert len(set(furniture.CHROME)) == len(furniture.CHROME)
    assert set(furniture.CHROME_NOT_ALONE) < set(furniture.CHROME)


@pytest.mark.parametrize("word", furniture.PUBLICATION_WORDS)
def test_every_word_of_publication_lines_may_stand_beside_a_date(word: str) -> None:
    assert kinds.publication(f"{word} January 30, 2015") == dt.date(2015, 1, 30)
    assert kinds.publication("zebra January 30, 2015") is None


@pytest.mark.parametrize("agency", datelines.AGENCIES)
def test_every_agency_signs_a_bare_dateline(agency: str) -> None:
    found = dateline(f"({agency}) - The talks failed on Friday.")
    assert found is not None and found.agency == agency


@pytest.mark.parametrize("agency", datelines.DASHLESS)
def test_some_print_no_dash(agency: str) -> None:
    found = dateline(f"Wagga Wagga ({agency}) The talks failed on Friday.")
    assert found is not None and found.agency == agency


def test_the_others_print_one() -> None:
    assert dateline("Wagga Wagga (Reuters) The talks failed on Friday.") is None


@pytest.mark.parametrize(("form", "number"), datelines.MONTHS.items())
def test_every_form_of_a_month(form: str, number: int) -> None:
    for printed in (form, form.capitalize(), form.upper(), f"{form.capitalize()}."):
        found = dateline(f"OSLO, {printed} 3, 2014 (AP) -- The talks failed.")
        assert found is not None and found.date == dt.date(2014, number, 3), printed


@pytest.mark.parametrize(("form", "number"), datelines.WEEKDAYS.items())
def test_every_form_of_a_weekday(form: str, number: int) -> None:
    found = dateline(f"OSLO, {form.capitalize()} (AP) -- The talks failed.")
    assert found is not None and found.date is not None
    assert found.date.weekday() == number and dt.date(2015, 1, 25) <= found.date <= dt.date(2015, 1, 31)
    assert dateline(f"{form.capitalize()} (AP) -- The talks failed.") != found


@pytest.mark.parametrize("particle", [p for p in datelines.PARTICLES if p != "and"])
def test_every_particle_stands_in_a_place(particle: str) -> None:
    found = dateline(f"PORT {particle} GRANDE, Chile (AP) -- The talks failed.")
    assert found is not None and found.places == (f"PORT {particle} GRANDE",)


@pytest.mark.parametrize("word", datelines.NOT_PLACES)
def test_every_word_that_is_no_place(word: str) -> None:
    line = f"{word.upper()} — The talks failed on Friday, he said."
    assert dateline(line, f"{word.capitalize()} it was.") is None
    # another word there would be read as a town
    assert dateline("QUARRYVILLE — The talks failed on Friday, he said.") is not None


@pytest.mark.parametrize("word", datelines.NOT_ALONE)
def test_words_that_begin_a_places_name_but_are_none_alone(word: str) -> None:
    assert dateline(f"{word.upper()} (AP) — The talks failed on Friday.") is None
    assert dateline(f"{word.upper()} QUARRY, Maine (AP) — The talks failed on Friday.") is not None


@pytest.mark.parametrize("title", datelines.TITLES)
def test_titles_begin_no_place(title: str) -> None:
    assert dateline(f"{title.capitalize()} Ann Lee (AFP) — The talks failed on Friday.") is None


@pytest.mark.parametrize(("form", "name"), places.STATES.items())
def test_every_form_of_a_state(form: str, name: str) -> None:
    found = dateline(f"QUARRYVILLE, {form} (AP) -- The talks failed.")
    assert found is not None and found.regions == (form,) and name in places.STATES.values()
    assert found.country == (None if form == "Georgia" else "United States")


@pytest.mark.parametrize(("form", "named"), places.PROVINCES.items())
def test_every_form_of_a_province(form: str, named: tuple[str, str]) -> None:
    found = dateline(f"QUARRYVILLE, {form} (AP) -- The talks failed.")
    assert found is not None and found.regions == (form,) and found.country == named[1]


@pytest.mark.parametrize(("form", "name"), places.COUNTRIES.items())
def test_every_name_of_a_country(form: str, name: str) -> None:
    assert country(("QUARRYVILLE",), (form,)) == (None if form == "Georgia" else name)


@pytest.mark.parametrize(("city", "land"), places.STAND_ALONE.items())
def test_every_city_that_stands_alone(city: str, land: str) -> None:
    found = dateline(f"{city.upper()} — The talks failed on Friday, he said.")
    assert found is not None and found.country == land
    assert land in places.COUNTRIES.values()


def test_capitals_name_countries() -> None:
    assert places.CAPITALS["Pyongyang"] == "North Korea"
    assert set(places.CAPITALS.values()) <= set(places.COUNTRIES.values())
    assert "Kingston" in places.CAPITALS and "Kingston" not in places.STAND_ALONE
