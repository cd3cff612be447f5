"""Whom a pronoun can mean, weighed against one another."""

from __future__ import annotations

import pytest

from quotetrack.cast.entities import Entity
from quotetrack.cast.race import HEAVIEST, MOST_LIKELY, Race, faded
from quotetrack.records import SpeakerKind

NAMES = ("Kim", "Lee", "Ruiz", "Moe")
KIM, LEE, RUIZ, MOE = (Entity(name, (name.casefold(),), SpeakerKind.PERSON, i) for i, name in enumerate(NAMES))


def race() -> Race:
    return Race(lambda entity, gender: {"Kim": 1.3, "Moe": 0.0}.get(entity.name, 1.0), "f")


def test_the_heaviest_place_of_each_counts() -> None:
    run = race()
    for entity, weight in ((LEE, 0.5), (LEE, 1.2), (LEE, 0.7), (KIM, 1.0)):
        run.enter(entity, weight)
    assert run.ranked() == [(1.3, KIM), (1.2, LEE)]


def test_of_two_as_heavy_the_first_named_is_first() -> None:
    run = race()
    run.enter(RUIZ, 1.0)
    run.enter(LEE, 1.0)
    assert [entity for _, entity in run.ranked()] == [LEE, RUIZ]


def test_nobody_of_another_gender() -> None:
    run = race()
    run.enter(MOE, 1.0)
    assert run.ranked() == []
    assert not run.can_gain(MOE, HEAVIEST)


def test_who_can_gain() -> None:
    run = race()
    assert run.can_gain(LEE, 0.1)
    run.enter(LEE, 0.5)
    assert not run.can_gain(LEE, 0.5)
    assert run.can_gain(LEE, 0.6)


def test_it_is_over_where_no_fourth_can_come_among_the_first_three() -> None:
    run = race()
    for entity in (KIM, LEE):
        run.enter(entity, 1.0)
    assert not run.is_over(0.0)
    run.enter(RUIZ, 1.0)
    assert run.is_over(0.5 / (HEAVIEST * MOST_LIKELY))
    assert not run.is_over(1.0)


@pytest.mark.parametrize("back, left", [(0, 1.0), (1, 0.6), (2, 0.36)])
def test_weights_fade(back: int, left: float) -> None:
    assert faded(back) == pytest.approx(left)


def test_weights_fade_far_back_too() -> None:
    assert 0.0 < faded(41) < faded(39)
