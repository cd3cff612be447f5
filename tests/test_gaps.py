"""Time, place, manner and asides between a cue and what was said."""

from __future__ import annotations

import pytest

from quotetrack.attribution import gaps
from tests.lines import line_of, printed


def behind(text: str) -> str:
    """What is left behind "Kim said" once time, place and manner are passed."""
    line = line_of(f"Kim said {text}")
    return printed(line, (gaps.skip_frame(line, 2, len(line.tags)), len(line.tags)))


@pytest.mark.parametrize(
    "text, left",
    [
        ("on Tuesday that it broke.", "that it broke."),
        ("Friday night that it broke.", "that it broke."),
        ("Aug. 4, 2016, that it broke.", ", that it broke."),
        ("last week that it broke.", "that it broke."),
        ("earlier this month that it broke.", "that it broke."),
        ("in Oslo on Friday that it broke.", "that it broke."),
        ("in a note to clients that it broke.", "that it broke."),
        ("on Tuesday (Aug 4) that it broke.", "that it broke."),
        ("in a report released last week that it broke.", "that it broke."),
        ("after a lunch on Tuesday that it broke.", "that it broke."),
        ("two years ago that it broke.", "that it broke."),
        ("to reporters that it broke.", "to reporters that it broke."),  # they are told
        # what was said begins at once
        ("Friday's meeting was long.", "Friday's meeting was long."),
        ("at least two drivers left.", "at least two drivers left."),
        ("about half of it broke.", "about half of it broke."),
        ("more than 9,000 people left.", "more than 9,000 people left."),
        ("after the vote failed it left.", "after the vote failed it left."),
        ("that it broke.", "that it broke."),
        # when it was said
        ('as she left the court in Oslo, "It broke."', ', "It broke."'),
        ("while he packed his bags that it broke.", "that it broke."),
        ('when asked about it, "It broke."', ', "It broke."'),
        ("as she left the court, that it broke.", "as she left the court, that it broke."),
        ('as a friend, "It broke."', 'as a friend, "It broke."'),
        ("after they complained that it broke.", "after they complained that it broke."),
        ("as she left the court.", "as she left the court."),
    ],
)
def test_what_stands_between(text: str, left: str) -> None:
    assert behind(text) == left


@pytest.mark.parametrize("word", sorted(gaps._OCCASIONS))
def test_each_word_that_opens_an_occasion(word: str) -> None:
    assert behind(f"{word} they waited in Oslo that it broke.") == "that it broke."


@pytest.mark.parametrize(
    "text, over",
    [
        ("Kim said on X, formerly Twitter, that it broke.", ", that it broke."),
        ("Kim said on X, it broke, that it fell.", ", it broke, that it fell."),
        ("Kim said on X, that it broke.", ", that it broke."),
    ],
)
def test_an_aside_between_commas(text: str, over: str) -> None:
    line = line_of(text)
    comma = line.tags.index(",")
    assert printed(line, (gaps.over_aside(line, comma, len(line.tags)), len(line.tags))) == over
