"""Datelines: every shape that wires and papers print, their fields, and what is none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack import article
from quotetrack.article.dateline import nearest
from quotetrack.records import Dateline
from quotetrack.text import fold

PUBLISHED = dt.date(2015, 1, 31)
SENTENCE = " The talks failed again, two officials said."


def dateline(
    line: str, published: dt.date | None = PUBLISHED, *, above: str = "Talks fail again\n\n"
) -> Dateline | None:
    text = f"{above}{line}\n\nNobody else spoke of it there.\n"
    found = article.read(text, fold(text), published=published).dateline
    if found is not None:
        assert line.startswith(text[found.start : found.end]) or found.start > len(above)
    return found


# printed · places · regions · country · date · agency
SHAPES: list[tuple[str, tuple[str, ...], tuple[str, ...], str | None, str | None, str | None]] = [
    ("BEIJING, Jan. 30 (Yonhap) --", ("BEIJING",), (), "China", "2015-01-30", "Yonhap"),
    ("MUMBAI, Jan 20 (Reuters) -", ("MUMBAI",), (), "India", "2015-01-20", "Reuters"),
    ("WASHINGTON, April 24 (Reuters) -", ("WASHINGTON",), (), "United States", "2014-04-24", "Reuters"),
    ("WASHINGTON/NEW YORK (Reuters) -", ("WASHINGTON", "NEW YORK"), (), "United States", None, "Reuters"),
    ("WASHINGTON and MILWAUKEE (Reuters) -", ("WASHINGTON", "MILWAUKEE"), (), "United States", None, "Reuters"),
    ("LONDON, PARIS and BERLIN —", ("LONDON", "PARIS", "BERLIN"), (), "United Kingdom", None, None),
    ("HELENA, Mont., and BOISE, Idaho —", ("HELENA", "BOISE"), ("Mont.", "Idaho"), "United States", None, None),
    (
        "WEST PALM BEACH, Fla./WASHINGTON (Reuters) -",
        ("WEST PALM BEACH", "WASHINGTON"),
        ("Fla.",),
        "United States",
        None,
        "Reuters",
    ),
    ("(Geneva) –", ("Geneva",), (), "Switzerland", None, None),
    ("(New York, May 20, 2014) –", ("New York",), (), "United States", "2014-05-20", None),
    ("NEW YORK (AP) _", ("NEW YORK",), (), "United States", None, "AP"),
    ("WASHINGTON _", ("WASHINGTON",), (), "United States", None, None),
    ("BRUSSELS, Belgium (AP) -", ("BRUSSELS",), ("Belgium",), "Belgium", None, "AP"),
    ("PARIS (AFP) - –", ("PARIS",), (), "France", None, "AFP"),
    ("New Delhi (AFP) -", ("New Delhi",), (), "India", None, "AFP"),
    ("Guatemala City (dpa) -", ("Guatemala City",), (), "Guatemala", None, "dpa"),
    ("YILAN, Taiwan (Kyodo) --", ("YILAN",), ("Taiwan",), "Taiwan", None, "Kyodo"),
    ("MOSCOW, January 21. /TASS/.", ("MOSCOW",), (), "Russia", "2015-01-21", "TASS"),
    ("NEW YORK, May 20 /PRNewswire/ --", ("NEW YORK",), (), "United States", "2014-05-20", "PRNewswire"),
    ("PORT-AU-PRINCE, Haiti (AP) —", ("PORT-AU-PRINCE",), ("Haiti",), "Haiti", None, "AP"),
    ("ST. JOHN’S, Newfoundland (CP) —", ("ST. JOHN’S",), ("Newfoundland",), "Canada", None, "CP"),
    ("McALLEN, Texas —", ("McALLEN",), ("Texas",), "United States", None, None),
    ("RIO de JANEIRO —", ("RIO de JANEIRO",), (), "Brazil", None, None),
    ("SÃO PAULO —", ("SÃO PAULO",), (), "Brazil", None, None),
    (
        "PORT OF SPAIN, Trinidad and Tobago (AP) —",
        ("PORT OF SPAIN",),
        ("Trinidad and Tobago",),
        "Trinidad and Tobago",
        None,
        "AP",
    ),
    ("CHARLESTON, W. Va. (AP) —", ("CHARLESTON",), ("W. Va.",), "United States", None, "AP"),
    ("WASHINGTON, D.C. –", ("WASHINGTON",), ("D.C.",), "United States", None, None),
    ("COUNCIL BLUFFS, IOWA —", ("COUNCIL BLUFFS",), ("IOWA",), "United States", None, None),
    ("FERGUSON Mo. (AP) —", ("FERGUSON",), ("Mo.",), "United States", None, "AP"),
    ("KASHGAR, Xinjiang —", ("KASHGAR",), ("Xinjiang",), None, None, None),
    ("NABLUS, West Bank (AP) —", ("NABLUS",), ("West Bank",), "Palestinian Territories", None, "AP"),
    ("TBILISI, Georgia (AP) —", ("TBILISI",), ("Georgia",), "Georgia", None, "AP"),
    ("GORI, Georgia (AP) —", ("GORI",), ("Georgia",), None, None, "AP"),
    ("MARIETTA, Ga. (AP) —", ("MARIETTA",), ("Ga.",), "United States", None, "AP"),
    ("ABOARD AIR FORCE ONE (AP) —", ("ABOARD AIR FORCE ONE",), (), None, None, "AP"),
    ("LONDON, Monday —", ("LONDON",), (), "United Kingdom", "2015-01-26", None),
    ("LONDON, Friday, Jan. 30 —", ("LONDON",), (), "United Kingdom", "2015-01-30", None),
    ("WASHINGTON, Feb. 5—", ("WASHINGTON",), (), "United States", "2014-02-05", None),
    ("KASSEL, Germany, march 26-", ("KASSEL",), ("Germany",), "Germany", "2014-03-26", None),
    ("DALLAS, Nov. 22, 1963 --", ("DALLAS",), (), "United States", "1963-11-22", None),
    ("SEOUL, 24 Nov. 2014 (Yonhap) --", ("SEOUL",), (), "South Korea", "2014-11-24", "Yonhap"),
    ("Geneva, 30 January 2015 –", ("Geneva",), (), "Switzerland", "2015-01-30", None),
    ("LONDON, Feb. 30 (AP) -", ("LONDON",), (), "United Kingdom", None, "AP"),
    (
        "WASHINGTON, Feb. 5 (Special to The New York Times) —",
        ("WASHINGTON",),
        (),
        "United States",
        "2014-02-05",
        "Special to The New York Times",
    ),
    ("OSLO, March 3 (Nordwire) --", ("OSLO",), (), "Norway", "2014-03-03", "Nordwire"),
    ("BERLIN -(Dow Jones)-", ("BERLIN",), (), "Germany", None, "Dow Jones"),
    ("TOKYO [Kyodo] —", ("TOKYO",), (), "Japan", None, "Kyodo"),
    ("Beijing and Moscow (CNN)", ("Beijing", "Moscow"), (), "China", None, "CNN"),
    ("New York (CNN Business)", ("New York",), (), "United States", None, "CNN Business"),
    ("(CNN)", (), (), None, None, "CNN"),
    ("(Reuters) -", (), (), None, None, "Reuters"),
    ("Jan 29 (Reuters) -", (), (), None, "2015-01-29", "Reuters"),
    ("PARIS (AFP)", ("PARIS",), (), "France", None, "AFP"),
    ("Tokyo —", ("Tokyo",), (), "Japan", None, None),
    ("Negombo, Sri Lanka -", ("Negombo",), ("Sri Lanka",), "Sri Lanka", None, None),
    ("KRUGERVILLE —", ("KRUGERVILLE",), (), None, None, None),
    ("HANOI—", ("HANOI",), (), "Vietnam", None, None),
    ("New Delhi:", ("New Delhi",), (), "India", None, None),
    ("MULTAN:", ("MULTAN",), (), "Pakistan", None, None),
    ("NEW DELHI:", ("NEW DELHI",), (), "India", None, None),
    ("peoria, april 7 -", ("peoria",), (), None, "2014-04-07", None),
]


@pytest.mark.parametrize(("printed", "places", "regions", "land", "date", "agency"), SHAPES)
def test_shapes(
    printed: str,
    places: tuple[str, ...],
    regions: tuple[str, ...],
    land: str | None,
    date: str | None,
    agency: str | None,
) -> None:
    found = dateline(printed + SENTENCE)
    assert found is not None
    assert (found.places, found.regions, found.country) == (places, regions, land)
    assert (found.date and found.date.isoformat(), found.agency) == (date, agency)
    assert found.end - found.start == len(printed)


@pytest.mark.parametrize(
    "line",
    [
        "China — the largest buyer — said the talks failed.",
        "CHINA — the largest buyer — said the talks failed.",
        "CHINA — The largest buyer said the talks failed.",
        "OHIO — The state said the talks failed on Friday.",
        "NATO — The alliance said the talks failed, and NATO left.",
        "NASA -- The agency said the talks failed on Friday.",
        "BREAKING NEWS — The talks failed on Friday, he said.",
        "Washington — and not Moscow — said the talks failed.",
        "Beijing — Mr. Xi's capital — said the talks failed on Friday.",
        "Oslo - The city of his birth - was quiet on Friday.",
        "Lagos — rain fell.",
        "Sen. Bob Casey (D-Pa.) — The senator said so on Friday.",
        "John Smith (CNN) said the talks failed on Friday.",
        "The United States (US) — The talks failed on Friday.",
        "COVID-19 — The disease spread on Friday, he said.",
        "European Union (EU) - The talks failed on Friday.",
        "Monday, Jan. 30 - The talks failed on Friday, he said.",
        "INDIA AGAIN IN MARKET FOR SUGAR - TRADE",
        "EDF TO LAUNCH PAPER PROGRAM MONDAY",
        "NORTHERN PACIFIC (AP) CONFIRMS EARNINGS FOR THE YEAR",
        "MIAMI 3 — BOSTON 5 in the last game of the year.",
        "TECHNOLOGY — The talks failed on Friday, he said.",
        "GRAVITY — The force of gravity failed on Friday, he said.",
        "THE BOTTOM LINE — The talks failed on Friday, he said.",
        "JORDAN: The talks failed on Friday, and I am glad.",
        "The talks — BOSTON — failed on Friday.",
        "PARIS — ",
        "A, B, C, D, E and F (AP) — The talks failed.",
        "ONE TWO THREE FOUR FIVE SIX SEVEN (AP) — The talks failed.",
        "Q — The talks failed on Friday, he said?",
        "PARIS (AFP) said the talks failed.",
        "PARIS (a city of light) — The talks failed.",
        "iPhone, may 3 is the day of the talks.",
        "Story One — The talks failed on Friday.",
        "(RALLY) - The talks failed on Friday.",
    ],
)
def test_nothing_where_a_paragraph_merely_starts_so(line: str) -> None:
    assert dateline(line) is None


def test_a_label_that_comes_again_is_a_speakers() -> None:
    talk = "LONDON: It is late, and we all know it is.\n\nMOSCOW: It is.\n\nLONDON: Then we go home."
    assert dateline(talk) is None
    assert dateline("SIEGEL -- It is late, and we all know it is.\n\nSIEGEL: Then we go home.") is None


def test_a_place_and_a_date_on_their_own_line() -> None:
    found = dateline("Brussels, 30 January 2015\n\nThe talks failed again.")
    assert found is not None and found.places == ("Brussels",) and found.date == dt.date(2015, 1, 30)
    assert dateline("BRUGES, May 3, 2014.\n\nThe talks failed again.") is not None
    assert dateline("Bruges, May 3\n\nThe talks failed again.") is None
    assert dateline("Smith, Lee and Ray, 30 January\n\nThe talks failed again.") is None


def test_behind_captions_bylines_and_corrections() -> None:
    above = (
        "Talks fail again\n\nA man walks past the hall where the talks were held on Friday, near the lake.\n\n"
        "By Ann Lee\n\nCorrection: An earlier version gave the wrong day.\n\n"
    )
    found = dateline("GENEVA (AP) —" + SENTENCE, above=above)
    assert found is not None and found.places == ("GENEVA",)


def test_not_deep_in_the_body() -> None:
    above = "\n\n".join(f"The {n} day passed, and nobody at the talks said a word." for n in range(12)) + "\n\n"
    assert dateline("GENEVA (AP) —" + SENTENCE, above=above) is None


def test_it_stands_in_the_line_of_the_first_paragraph_or_over_it() -> None:
    found = dateline("GENEVA, Jan. 30 (AP) --\n\nThe talks failed.")
    assert found is not None and found.agency == "AP"
    alone = "GENEVA, Jan. 30 (AP) --"
    assert article.read(alone, alone).dateline is None


LONG = " The board has decided to close the markets on Friday, and two officials said that more would follow soon."


@pytest.mark.parametrize(
    ("printed", "places"),
    [
        ("SUKKUR:", ("SUKKUR",)),
        ("PETALING JAYA:", ("PETALING JAYA",)),
        ("KARACHI:", ("KARACHI",)),
        ("BHUBANESWAR, Sept. 14:", ("BHUBANESWAR",)),
        ("Kathmandu, July 8 :", ("Kathmandu",)),
    ],
)
def test_a_colon_after_a_town(printed: str, places: tuple[str, ...]) -> None:
    found = dateline(printed + LONG)
    assert found is not None
    assert found.places == places


@pytest.mark.parametrize("label", ["EXCLUSIVE:", "REVEALED:", "WATCH:", "Sukkur:", "NATO:", "FOUR OLD TOWNS MORE:"])
def test_a_label_is_no_town(label: str) -> None:
    assert dateline(label + LONG) is None


def test_a_town_before_a_short_line_is_a_label() -> None:
    assert dateline("SUKKUR: The markets are closed on Friday.") is None


def test_an_agency_between_date_and_dash() -> None:
    found = dateline("Accra, July 3, GNA -" + LONG)
    assert found is not None
    assert (found.places, found.agency) == (("Accra",), "GNA")


@pytest.mark.parametrize(
    ("month", "day", "published", "expected"),
    [
        (12, 30, "2015-01-01", "2014-12-30"),
        (1, 1, "2015-01-01", "2015-01-01"),
        # filed east of where it was published, a day ahead
        (1, 2, "2015-01-01", "2015-01-02"),
        (1, 1, "2014-12-31", "2015-01-01"),
        (1, 5, "2015-01-01", "2014-01-05"),
        (2, 29, "2015-03-01", "2012-02-29"),
    ],
)
def test_the_year_is_the_nearest_before_publication(month: int, day: int, published: str, expected: str) -> None:
    assert nearest(month, day, dt.date.fromisoformat(published)) == dt.date.fromisoformat(expected)


def test_no_year_in_sight_no_date() -> None:
    found = dateline("OSLO, Jan. 30 (AP) --" + SENTENCE, None)
    assert found is not None and found.date is None and found.places == ("OSLO",)
    monday = dateline("OSLO, Monday (AP) --" + SENTENCE, None)
    assert monday is not None and monday.date is None
    assert nearest(2, 30, PUBLISHED) is None


def test_a_moment_of_publication_counts_as_its_day() -> None:
    text = "OSLO, Jan. 30 (AP) -- It failed."
    found = article.read(text, text, published=dt.datetime(2015, 1, 30, 23, 59)).dateline
    assert found is not None and found.date == dt.date(2015, 1, 30)


def test_the_first_days_of_the_calendar() -> None:
    found = dateline("OSLO, Sunday (AP) --" + SENTENCE, dt.date.min)
    assert found is not None and found.date is None
    assert nearest(12, 31, dt.date.min) is None
    assert nearest(12, 31, dt.date.max) == dt.date.max


@settings(max_examples=100, deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 300))
def test_month_and_day_come_back(published: dt.date, back: int) -> None:
    day = published - dt.timedelta(days=back)
    assert nearest(day.month, day.day, published) == day


@pytest.mark.parametrize(
    "line",
    [
        "Brussels, " + "Oslo, " * 16 + "30 January 2015\n\nThe talks failed.",
        "30 January 2015\n\nThe talks failed.",
        "Some City Hall, 1999\n\nThe talks failed.",
        "PARIS, LONDON, ROME, OSLO, BERN, BONN (AP) — The talks failed.",
        "may 3 - The talks failed again, two officials said.",
        "I.I. — The talks failed again, two officials said.",
    ],
)
def test_odd_lines_are_none(line: str) -> None:
    assert dateline(line) is None


def test_a_date_below_does_not_move_what_was_read() -> None:
    found = dateline("OSLO (AP) --" + SENTENCE + "\n\nPublished Jan. 30, 2015", None)
    assert found is not None and found.date is None
