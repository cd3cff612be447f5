"""Places as datelines print them, and their countries."""

from __future__ import annotations

import pytest

from quotetrack.article.gazetteer import country, in_capitals, is_town, key, like_places, places_in


def test_keys_and_countries() -> None:
    assert key("Saint-Étienne") == "saintetienne" and key("W. Va.") == key("WVa")
    assert country((), ()) is None
    assert country(("SPRINGFIELD",), ("Ill.",)) == "United States"
    assert country(("LEEDS",), ("England",)) == "United Kingdom"
    assert country(("NOWHERE",), ("Nothing",)) is None
    assert country(("OSLO", "SPRINGFIELD"), ("Ill.",)) == "Norway"
    assert country(("SPRINGFIELD", "OSLO"), ("Ill.",)) == "United States"


@pytest.mark.parametrize(
    "printed, places, regions",
    [
        ("OSLO", ("OSLO",), ()),
        ("HELENA, Mont., and BOISE, Idaho", ("HELENA", "BOISE"), ("Mont.", "Idaho")),
        ("WASHINGTON and MILWAUKEE", ("WASHINGTON", "MILWAUKEE"), ()),
        ("PORT OF SPAIN, Trinidad and Tobago", ("PORT OF SPAIN",), ("Trinidad and Tobago",)),
        ("Boise Ida.", ("Boise Ida.",), ()),
        ("Concord N.H.", ("Concord",), ("N.H.",)),
    ],
)
def test_cities_and_regions(printed: str, places: tuple[str, ...], regions: tuple[str, ...]) -> None:
    assert places_in(printed, printed) == (places, regions)


def test_what_is_a_place() -> None:
    assert in_capitals("McALLEN") and in_capitals("RIO de JANEIRO") and not in_capitals("Oslo")
    assert is_town("New York, May 3, 2021") and not is_town("Reuters")
    assert like_places(("OSLO",)) and not like_places(("MAY",)) and not like_places(("OSLO",) * 6)
