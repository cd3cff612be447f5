"""How names stand in their sentences, and whom pronouns, papers, companies and other words mean by it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack import analyse
from quotetrack.cast.standing import INNER, LOOSE, OBJECT, OPENS, SPEAKS, SUBJECT, standing
from quotetrack.records import Ground
from tests.test_cast import FORENAMES, SURNAMES


@pytest.mark.parametrize(
    ("text", "name", "weight"),
    [
        ("Kim said so.", "Kim", SPEAKS),
        ("Kim, 43, a teacher in Leeds, said so.", "Kim", SPEAKS),
        ("Kim (R-Ohio) said so.", "Kim", SPEAKS),
        ("Kim of Holm wouldn't say so.", "Kim", SPEAKS),
        ("It was late, said Kim.", "Kim", SPEAKS),
        ("It was praised by Ann Kim, who said so.", "Ann Kim", SPEAKS),
        ("Harbour spokesman Kim met them.", "Kim", SUBJECT),
        ("On Monday the Kim party left.", "Kim", LOOSE),
        ("On Monday Kim left.", "Kim", SUBJECT),
        ("Kim.", "Kim", OPENS),
        ("Lee said that Kim left.", "Kim", INNER),
        ("Lee said Kim left.", "Kim", INNER),
        ("When Kim left, it rained.", "Kim", INNER),
        ("Lee told Kim.", "Kim", OBJECT),
        ("Lee wrote about Kim.", "Kim", OBJECT),
        ("Lee endorsed Kim.", "Kim", OBJECT),
        ("Kim's boat sank.", "Kim", OBJECT),
        ("Asking spokesman Kim helped.", "Kim", OBJECT),
        ("Lee and Kim left.", "Kim", 0.6),
        ("Rain fell, and Kim left.", "Kim", SUBJECT),
        ("The mayor, Kim.", "Kim", 0.5),
        ("In May, Kim.", "Kim", 0.75),
    ],
)
def test_standing(text: str, name: str, weight: float) -> None:
    at = text.index(name)
    assert standing(text, at, at + len(name)) == weight


@settings(max_examples=60, deadline=None)
@given(st.permutations(FORENAMES), st.permutations(SURNAMES), st.sampled_from(("thanked", "told", "met")))
def test_the_subject_of_the_narration_speaks(forenames: list[str], surnames: list[str], verb: str) -> None:
    one, two = (f"{a} {b}" for a, b in zip(forenames[:2], surnames[:2], strict=True))
    claim = analyse(f'{one} {verb} {two} at the gate on Monday. "The river rose in the night," she said.').claims[-1]
    assert claim.speaker is not None and claim.speaker.name == one
    assert claim.ground is Ground.LINKED and claim.why[-1].over == (two,)


@settings(max_examples=60, deadline=None)
@given(st.permutations(FORENAMES), st.permutations(SURNAMES), st.sampled_from((" ", "\n\n")))
def test_two_in_one_subject_stay_open(forenames: list[str], surnames: list[str], gap: str) -> None:
    one, two = (f"{a} {b}" for a, b in zip(forenames[:2], surnames[:2], strict=True))
    lead = "It had rained in the valley for nine days before the road was closed."
    [claim] = analyse(f'{lead} {one} and {two} met on Monday.{gap}"The river rose in the night," he said.').claims
    assert claim.speaker is None and claim.ground is Ground.OPEN
    assert set(claim.why[-1].over) == {one, two}


def _speakers(text: str) -> list[str | None]:
    return [c.speaker.name if c.speaker else None for c in analyse(text).claims if str(c.kind) != "indirect"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Larch & Finn bought Holm Foods on Monday. The company said it was "a good fit".', "The company"),
        ('Bosveld Holdings cut its forecast. The company said it was "a fog".', "Bosveld Holdings"),
        ('Shares of Udaan Foods fell. The company said it was "a fog".', "Udaan Foods"),
        ('Snack maker Tiffin Wala cut jobs. The company said it was "a fog".', "Tiffin Wala"),
        ('Vermeil, the Swiss maker of hearing aids, cut jobs. The company said it was "a fog".', "Vermeil"),
        ('Evergrand Harbour delayed the sale. The developer called it "a pause".', "Evergrand Harbour"),
        ('Holmby, however, had two floods last year. The town said the dam was "a sieve".', "Holmby"),
        ('Holmby Vale is dry. Petra Ibarra came. The town said the dam was "a sieve".', "The town"),
        ('Petra Ibarra, a baker, came late. The company said it was "a fog".', "The company"),
        ('The Ministry of Fisheries met on Monday. The company said it was "a fog".', "The company"),
    ],
)
def test_the_company(text: str, name: str) -> None:
    assert _speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Parents got a letter from Moira Kelso on Friday. "No phones after Easter," it read.', "Moira Kelso"),
        ('The memo was sent on Friday by Chief of Staff Tom Bell. "No phones," it said.', "Tom Bell"),
        ('Parents got a letter from the school. Moira Kelso left. "No phones," it read.', "a letter"),
        ('Somebody pinned a card to the door. "Back at four," it reads.', "a card"),
        ('It rained. "Back at four," it reads.', None),
    ],
)
def test_it_reads(text: str, name: str | None) -> None:
    assert _speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Dominic Szabo scored on Monday. "I hit it and hoped," the Hungarian said.', "Dominic Szabo"),
        ('Mads Holmgaard won on Monday. "I am cooked," the Dane said.', "Mads Holmgaard"),
        ('Kayleigh Bunting sat on the prom. "It looked at me," raged the hairdresser.', "Kayleigh Bunting"),
        ('Chidi Eze praised his side. "We ran," the former Rovers midfielder said.', "Chidi Eze"),
        ('Chidi Eze, a baker, met Tom Bell, a plumber. "We ran," the singer said.', "the singer"),
        ('Chidi Eze met Tom Bell. "We ran," the singer said.', "Chidi Eze"),
        ('Chidi Eze and Tom Bell left. "We ran," the singer said.', "the singer"),
    ],
)
def test_another_word_for_somebody(text: str, name: str) -> None:
    assert _speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('A neighbour heard the shots. "I hid," she said.', "A neighbour"),
        ('A man ran. "I hid," she said.', None),
        ('A report landed. "I hid," she said.', None),
        ('A user called @tin_kettle posted: "My hat is gone."', "@tin_kettle"),
        ('Wendy Vos lives in Ohio. On Sunday Mark Dale called her to the barn. "It was dark," she said.', "Wendy Vos"),
        ('Ana Brum chairs the club. "He never paid," she said of Luis Prado.', "Ana Brum"),
        ('Dmitri Sokol runs the mine. Oleg Petrenko, he said, was "a friend".', "Dmitri Sokol"),
        ('Bill Vos and Carla Vos came. "It was dark," she said.', None),
    ],
)
def test_pronouns(text: str, name: str | None) -> None:
    assert _speakers(text) == [name]
