"""The wire story, read whole; and read just as well with its people, places, days and agency renamed.

The renamed story shows that it is read, not known: other people, countries, weekdays, another year and an agency that
no list could hold. Countries are renamed with their capitals, for that a capital stands for its state is knowledge.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any

import pytest

from benchmarks import seed_floors
from benchmarks.seed_floors import Seed, same_text
from quotetrack import Claim, Reading

[STORY] = [seed for seed in seed_floors.seeds("wild") if seed.name == "wild/beijing-envoy"]

# Longer names first, so that none is cut in two.
RENAMED = {
    "January 30, 2015": "August 14, 2019",
    "Jan. 30": "Aug. 14",
    "Friday": "Wednesday",  # 14 August 2019 was a Wednesday
    "Wednesday": "Monday",
    "late 2008": "late 2012",
    "late 2011": "late 2016",
    "Yonhap": "Lakeland",
    "BEIJING": "NAIROBI",
    "Beijing": "Nairobi",
    "N. Korea": "S. Sudan",
    "North Koreans": "South Sudanese",
    "North Korean": "South Sudanese",
    "North Korea": "South Sudan",
    "South Korean": "Sudanese",
    "South Korea": "Sudan",
    "two Koreas": "two Sudans",
    "the North's": "the South's",
    "the North.": "the South.",
    "Pyongyang": "Juba",
    "Washington": "London",
    "U.S.": "U.K.",
    "u.s.": "u.k.",
    "Sung Kim": "Tomas Okello",
    "Kim Jong-un": "Okello Mba-ra",
    "Kim": "Okello",
    "Kremlin": "Mzizi Palace",
    "kdh@yna.co.kr": "abc@lakeland.example",
    "Chinese": "Kenyan",
    "China": "Kenya",
    "Moscow": "Kampala",
    "Russia": "Uganda",
    "Ukraine": "Somalia",
}  # fmt: skip
DAYS = {"2015-01-30": "2019-08-14", "2015-01-28": "2019-08-12"}

_NAMES = re.compile("|".join(map(re.escape, sorted(RENAMED, key=len, reverse=True))))


def renamed(words: str) -> str:
    return _NAMES.sub(lambda found: RENAMED[found.group()], words)


def renamed_want(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: renamed_want(one) for key, one in value.items()}
    if isinstance(value, list):
        return [renamed_want(one) for one in value]
    return DAYS.get(value, renamed(value)) if isinstance(value, str) else value


OTHER = Seed("renamed", renamed(STORY.text), renamed_want(STORY.want))
BOTH = {"as printed": STORY, "renamed": OTHER}
EACH = pytest.mark.parametrize("which", BOTH)


@cache
def reading_of(which: str) -> Reading:
    return seed_floors.read(BOTH[which])


def claim_of(which: str, want: dict[str, Any]) -> Claim | None:
    return next((claim for claim in reading_of(which).claims if same_text(claim.text, want["text"])), None)


def rows() -> list[Any]:
    numbers = range(len(STORY.want["claims"] + STORY.want["indirect"]))
    return [pytest.param(which, n, id=f"{which}-{n}") for which in BOTH for n in numbers]


@pytest.mark.parametrize(("which", "number"), rows())
def test_claim(which: str, number: int) -> None:
    want = [*BOTH[which].want["claims"], *BOTH[which].want["indirect"]][number]
    claim = claim_of(which, want)
    assert claim is not None, f"not found: {want['text']}"
    for name, expected, got in seed_floors.claim_rows(claim, want):
        assert got == expected, name


@EACH
def test_no_other_marked_claim(which: str) -> None:
    found = [claim.text for claim in reading_of(which).claims if str(claim.kind) != "indirect"]
    wanted = [want["text"] for want in BOTH[which].want["claims"]]
    assert [text for text in found if not any(same_text(text, one) for one in wanted)] == []


@EACH
def test_article(which: str) -> None:
    article = reading_of(which).article
    for name, expected, got in seed_floors.article_rows(article, BOTH[which].want["article"]):
        assert got == expected, name
    kinds = [str(part.kind) for part in article.parts if str(part.kind) != "blank"]
    assert kinds == (
        ["furniture", "slug", "headline", "published", "note", "dateline"]
        + ["paragraph"] * 14
        + ["signoff"] * 2
        + ["furniture"] * 4
    )


def test_published() -> None:
    assert reading_of("as printed").article.published == dt.datetime(2015, 1, 30, 18, 19)
    assert reading_of("renamed").article.published == dt.datetime(2019, 8, 14, 18, 19)


@pytest.mark.parametrize(
    ("which", "text", "year"), [("as printed", 'the process "dead', 2008), ("renamed", 'the process "dead', 2012)]
)
def test_late_in_a_year_is_that_year(which: str, text: str, year: int) -> None:
    claim = claim_of(which, {"text": text})
    assert claim is not None
    assert claim.said is not None
    assert (claim.said.start.year, claim.said.end.year, claim.said_on) == (year, year, None)


@EACH
def test_two_people_who_share_a_surname_are_kept_apart(which: str) -> None:
    names = [speaker.name for speaker in reading_of(which).cast]
    first, second = ("Sung Kim", "Kim Jong-un") if which == "as printed" else ("Tomas Okello", "Okello Mba-ra")
    assert names.count(first) == names.count(second) == 1
