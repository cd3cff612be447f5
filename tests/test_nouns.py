"""Where noun phrases begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.phrases import nouns
from tests.lines import line_of, printed


def before(text: str) -> str:
    """The noun phrase that stands before " said so." """
    line = line_of(f"{text} said so.")
    end = len(line.tags) - 3
    return printed(line, (nouns.before(line, 0, end), end))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The driver", "The driver"),
        ("Later the very old drivers", "the very old drivers"),
        ("He", "He"),
        ("Now those who", "who"),
        ("Later all", "all"),
        ("But those", "those"),
        ("Later some of them", "some of them"),
        # what hangs on it
        ("Voters in Ohio", "Voters in Ohio"),
        ("Voters in the north of Ohio", "Voters in the north of Ohio"),
        ("Now voters in Ohio", "Ohio"),
        ("Voters in the north in Ohio", "Voters in the north in Ohio"),
        ("Bergen) in Ohio", "Ohio"),
        ("Lorries left with drivers of Ohio", "drivers of Ohio"),
        ("We go to it at noon in Ohio", "Ohio"),
        ("They went by the road of voters in the north of Ohio", "the north of Ohio"),
        # joined
        ("Kim and Lee", "Kim and Lee"),
        ("Kim & Lee", "Kim & Lee"),
        ("The mayor, the driver and the judge", "The mayor, the driver and the judge"),
        ("Lorries left, Kim and Lee", "Kim and Lee"),
        ("It left Kim and Lee", "Lee"),
        ("It left Ruiz, Kim and Lee", "Kim and Lee"),
        ("The end of town of Bo of Cy of Di of Ed and Lee", "Lee"),  # four links back and no further
        ("The bus left town and Lee", "Lee"),
        ("Kim, who went and Lee", "Lee"),
        ("Kim in Ohio and Lee", "Kim in Ohio and Lee"),
        ("Of and Lee", "Lee"),
        # brackets and marks
        ("Ana Ruiz (D-Ohio)", "Ana Ruiz (D-Ohio)"),
        ("Of (D-Ohio)", ""),
        ("(Ruiz)", ""),
        ("Ruiz (the driver of a very long and old and red lorry in the town)", ""),
        ('Ana "Red" Ruiz', 'Ana "Red" Ruiz'),
        ('It rang: "Red" Ruiz', "Ruiz"),
        # joined adjectives, adverbs, participles
        ("All the new drivers", "All the new drivers"),
        ("The new and old drivers", "The new and old drivers"),
        ("The new but old drivers", "old drivers"),
        ("A very old driver", "A very old driver"),
        ("It was very old drivers", "old drivers"),
        ("The leading driver", "The leading driver"),
        ("They like driving buses", "buses"),
        ("The driver had handled messages", "messages"),
        ("The handled messages", "The handled messages"),
        # days and months
        ("On Monday drivers", "drivers"),
        ("The Monday crowd", "The Monday crowd"),
        ("Monday's crowd", "Monday's crowd"),
        ("On Monday", ""),
        # none
        ("The", ""),
        ("He went and", ""),
        ("In the north at", ""),
    ],
)
def test_back_to_where_it_begins(text: str, expected: str) -> None:
    assert before(text) == expected


def test_nothing_stands_before_the_first_word() -> None:
    assert nouns.before(line_of("Kim said so."), 0, 0) == 0
    assert nouns.before(line_of("Kim said so."), 1, 1) == 1


def after(text: str, *, tail: bool = False, all_links: bool = False) -> str:
    """The noun phrase that begins behind "She praised"."""
    line = line_of(f"She praised {text}")
    if tail:
        end = nouns.after_with_tail(line, 2, len(line.tags), all_links=all_links)
    else:
        end = nouns.after(line, 2, len(line.tags))
    return printed(line, (2, end))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("him twice.", "him"),
        ("the driver again.", "the driver"),
        ("all the drivers.", "all the drivers"),
        ("those that left.", "those"),
        ("the that left.", ""),
        ("her of all people.", "her"),
        ("the driver's very good plan.", "the driver's very good plan"),
        ("the 's plan.", ""),
        ("'s plan.", ""),
        # nouns that look like verbs, and verbs
        ("claim makers.", "claim makers"),
        ("claim.", "claim"),
        ("the big claim.", "the big claim"),
        ("the plan claims he made.", "the plan"),
        ("the plan claims.", "the plan claims"),
        ("the plan backed by Lee.", "the plan"),
        ("the plan washed by Lee.", "the plan"),
        ("the ' plan.", ""),
        ("the backed road.", "the backed road"),
        ("Kim running the town.", "Kim"),
        ("an exchange filing that she made.", "an exchange filing"),
        ("the running costs.", "the running"),
        ("very old drivers.", "very old drivers"),
        ("often.", ""),
        # marks and brackets
        ('the driver "Red" Ruiz.', "the driver"),
        ('Ana "Red" Ruiz.', 'Ana "Red" Ruiz'),
        ('the "long road".', 'the "long road"'),
        ('"long road".', ""),
        ("Kim (the mayor) again.", "Kim (the mayor)"),
        ("Kim (the mayor of a very old and long and dull town) again.", "Kim"),
        # joined
        ("bread and butter.", "bread and butter"),
        ("bread or butter.", "bread or butter"),
        ("bread but butter.", "bread"),
        ("Kim and Lee.", "Kim and Lee"),
        ("Kim & all the Lees.", "Kim & all the Lees"),
        ("Kim or Lee.", "Kim"),
        ("bread and the town.", "bread"),
        # days
        ("this Monday night.", "this Monday night"),
        ("Monday night.", ""),
    ],
)
def test_on_to_where_it_ends(text: str, expected: str) -> None:
    assert after(text) == expected


@pytest.mark.parametrize(
    "text, expected, with_all",
    [
        ("voters from the north of Ohio.", "voters from the north of Ohio", "voters from the north of Ohio"),
        ("Kim of Ohio.", "Kim of Ohio", "Kim of Ohio"),
        ("Kim from Ohio.", "Kim from Ohio", "Kim from Ohio"),
        ("Kim at noon.", "Kim", "Kim at noon"),
        ("drivers under pressure.", "drivers", "drivers under pressure"),
        ("drivers to the north.", "drivers to the north", "drivers to the north"),
        ("drivers in weeks.", "drivers", "drivers"),
        ("drivers on Monday.", "drivers", "drivers"),
        ("drivers at which he left.", "drivers", "drivers"),
        ("drivers of.", "drivers", "drivers"),
        ("him of Ohio.", "him", "him"),
        ("often of Ohio.", "", ""),
    ],
)
def test_with_what_hangs_on_it(text: str, expected: str, with_all: str) -> None:
    assert after(text, tail=True) == expected
    assert after(text, tail=True, all_links=True) == with_all


PIECES = 'Kim the very old drivers of in Ohio and "Red" Ruiz , ( ) said Monday \'s his that who 40'.split()


@given(st.lists(st.sampled_from(PIECES), max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_phrases_stay_within_bounds(pieces: list[str], one: int, other: int) -> None:
    line = line_of(" ".join(pieces))
    low, high = sorted((min(one, len(line.tags)), min(other, len(line.tags))))
    assert low <= nouns.before(line, low, high) <= high
    assert low <= nouns.after(line, low, high) <= nouns.after_with_tail(line, low, high) <= max(low, high)
