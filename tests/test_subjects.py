"""The words that name a source: left of a cue, right of it, and the subject of a whole sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.attribution import subjects
from tests.lines import line_of, printed


def before(text: str) -> str:
    """The subject of "said" where ``text`` stands before " said it broke." """
    line = line_of(f"{text} said it broke.")
    verb = len(line.tags) - 4
    return printed(line, subjects.subject_before(line, 0, subjects.group_start(line, 0, verb)))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Kim", "Kim"),
        ("Kim has never really", "Kim"),
        ("Kim now", "Kim"),
        ("The driver of the lorry", "The driver of the lorry"),
        ("She", "She"),
        ("The house that", "that"),
        ("She knows that", ""),
        ("The man who", "who"),
        ("She asked what", ""),
        ("", ""),
        ("Now", ""),
        # times between subject and verb
        ("Kim on Friday", "Kim"),
        ("Lee late Tuesday night", "Lee"),
        ("Lee on Jan. 3", "Lee"),
        ("Kim last week", "Kim"),
        ("Kim in the week", "Kim in the week"),
        ("On Monday", ""),
        # what hangs on a name
        ("A man who refused to give his name", "A man who refused to give his name"),
        ("It broke, he refused to give name", "name"),
        ("He was going to give and to take name", "name"),
        ("They used the lorry driver to fuel name", "fuel name"),
        ("At his office Ana Ruiz", "Ana Ruiz"),
        ("In North Bergen", "North Bergen"),
        ("A report released by Kim", "A report released by Kim"),
        ("Then a report released by Kim", "Kim"),
        ("Kim of the union in a statement", "Kim of the union in a statement"),
        ("It broke when Kim in a statement", "Kim in a statement"),
        ("Kim knew in Bergen", "Bergen"),
        ("Lorries left, Ana Ruiz of Columbia, South Carolina", "Ana Ruiz of Columbia, South Carolina"),
        ("Lorries left when Ana Ruiz of Columbia, South Carolina", "South Carolina"),
        ("Lorries left, Ruiz, Kim", "Kim"),
        ("Kim himself", "Kim himself"),
        ("The envoy of the union herself", "The envoy of the union herself"),
        ("himself", "himself"),
        ("Last night a spokesman for the shop", "a spokesman for the shop"),
        ("Yesterday a spokesman for the shop", "a spokesman for the shop"),
        # appositions
        ("Kim, the envoy,", "Kim, the envoy"),
        ("Kim, 40, of Bergen,", "Kim, 40, of Bergen"),
        ("Kim, who drove the lorry,", "Kim, who drove the lorry"),
        ("Kim, then the mayor,", "Kim, then the mayor"),
        ("Kim, for the union,", "Kim, for the union"),
        # and what does not: it tells of the saying, or what else there is to tell
        ("Kim, in a statement on Friday,", "Kim"),
        ("Kim, the envoy, speaking in Bergen,", "Kim, the envoy"),
        ("Kim, for her part,", "Kim"),
        ("Kim, when asked,", "Kim"),
        ("The road fell and he, however,", "he"),
        ("Kim and Lee both", "Kim and Lee"),
        ("Kim, prosecuting,", "Kim, prosecuting"),
        ("Kim, who asked not to be named,", "Kim, who asked not to be named"),
        ("A driver, speaking on condition of anonymity,", "A driver, speaking on condition of anonymity"),
        ("Kim, meanwhile,", "Kim"),
        ("Some of us", "Some of us"),
        ("All the lead author Ana Ruiz", "All the lead author Ana Ruiz"),
        ("Everyone else", "Everyone else"),
        ("The firm that makes the drug", "The firm that makes the drug"),
        ("A driver who asked not to be named", "A driver who asked not to be named"),
        ("April Ruiz", "April Ruiz"),
        ("Kim, who said it would break,", "Kim"),
        ("Kim, who has driven the lorry,", "Kim"),
        ("Kim, some of whom, a driver,", "Kim, some of whom, a driver"),
        ("Kim - the driver -", "Kim - the driver"),
        ("Lorries left; Kim, 40,", "Kim, 40"),
        ("At a meeting the mayor, Ana Ruiz,", "the mayor, Ana Ruiz"),
        ("The judge, mentioned by Lee as a rival,", "The judge, mentioned by Lee as a rival"),
        ("A projection by the bank, drawn for the fund,", "A projection by the bank, drawn for the fund"),
        ("A projection by the bank, made for the fund,", "A projection by the bank, made for the fund"),
        ("The judge, who drove the very old and dry lorry to the north of the town again and again,",
         "The judge"),
        # relative clauses that end in no noun
        ("A mother of two who lives nearby", "A mother of two who lives nearby"),
        # and what is none
        ("Who lives nearby", ""),
        ("The vets, nearby", ""),
        ("Vets who nearby", ""),
        ("Reacting, in Bergen,", ""),
        ("On Monday, in Bergen,", ""),
        ("A week, in Bergen,", ""),
        ("It broke, however,", ""),
        ("Kim drove it, it broke,", ""),
        (",", ""),
        ("Kim,,", ""),
    ],
)
def test_left_of_the_verb(text: str, expected: str) -> None:
    assert before(text) == expected


def test_used_to_belongs_to_its_verb() -> None:
    line = line_of("Kim never used to say it.")
    assert printed(line, (subjects.group_start(line, 0, 4), 5)) == "never used to say"
    line = line_of("Kim used also to say it.")
    assert printed(line, (subjects.group_start(line, 0, 4), 5)) == "say"


def after(text: str) -> str:
    """The subject behind '"It broke," said'."""
    line = line_of(f'"It broke," said {text}'.strip())
    return printed(line, subjects.subject_after(line, 2, len(line.tags)))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Kim.", "Kim"),
        ("him again.", "him"),
        ("", ""),
        ("then.", ""),
        ("a week.", ""),
        # what it is about
        ("Kim of his drivers.", "Kim"),
        ("Kim of the plan.", "Kim"),
        ("the head of the plan.", "the head of the plan"),
        # joined
        ("Kim and the envoy.", "Kim and the envoy"),
        ("Kim and Lee.", "Kim and Lee"),
        ("Kim of Bergen and Lee.", "Kim of Bergen and Lee"),
        ("the envoy and the judge.", "the envoy and the judge"),
        ("the envoy and Lee of Bergen, a driver.", "the envoy and Lee of Bergen, a driver"),
        ("the envoy and Lee drove.", "the envoy"),
        ("the envoy and the.", "the envoy"),
        ("Kim of Bergen and left.", "Kim of Bergen"),
        # appositions
        ("Kim, the envoy.", "Kim, the envoy"),
        ("Kim, of Bergen, a driver.", "Kim, of Bergen, a driver"),
        ("Kim, the (very, very) old driver.", "Kim, the (very, very) old driver"),
        ("Kim, a driver who left.", "Kim, a driver who left"),
        ("Kim, who drove.", "Kim, who drove"),
        ("Kim who drove the lorry.", "Kim who drove the lorry"),
        # and what is none
        ("Kim, who was the very first of us to have driven the lorry through Ohio at night.", "Kim"),
        ("Kim, what a day.", "Kim"),
        ("Kim, laughing.", "Kim"),
        ("Kim, 40 percent of them left.", "Kim"),
        ("Kim, 40 years old.", "Kim, 40 years old"),
        ("Kim, now a judge.", "Kim, now a judge"),
        ("Kim, now left.", "Kim"),
        ("Kim, whose son was hurt.", "Kim, whose son was hurt"),
        ("Kim, whose son was hurt when a lorry ran into it.", "Kim"),
        ("a man named Ana Ruiz.", "a man named Ana Ruiz"),
        ("people briefed on the plan.", "people briefed on the plan"),
        ("a driver speaking on condition of anonymity.", "a driver speaking on condition of anonymity"),
        ("the driver laughing about it.", "the driver"),
        ("Kim of the Institute for Economic Affairs.", "Kim of the Institute for Economic Affairs"),
        ("a report by the bank.", "a report by the bank"),
        ("the first speaker.", "the first speaker"),
        ("everyone else.", "everyone else"),
        ("Kim, who also said it would break.", "Kim"),
        ("Kim, who.", "Kim, who"),
        ("Kim, in Bergen.", "Kim"),
        ("Kim, told of it.", "Kim"),
        ("Kim, Monday night.", "Kim"),
        ("Kim, the road was shut.", "Kim"),
        ('Kim, a driver "for life".', "Kim"),
        ("Kim, .", "Kim"),
    ],
)
def test_right_of_the_verb(text: str, expected: str) -> None:
    assert after(text) == expected


def between(text: str) -> str:
    """The subject in '"It broke," … said.'"""
    line = line_of(f'"It broke," {text} said.')
    return printed(line, subjects.between(line, 0, len(line.tags) - 2))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Kim", "Kim"),
        ("- Kim -", "Kim"),
        ("he", "he"),
        ("Kim, who drove,", "Kim, who drove"),
        ("Kim, of Bergen,", "Kim, of Bergen"),
        ("Ruiz, after a pause,", "Ruiz"),
        ("Ruiz, in a pause,", "Ruiz"),
        ("plan drivers", "plan drivers"),
        ("leading drivers", "leading drivers"),
        ("planning to leave", ""),
        ("he, Kim", ""),
        ("in Bergen", ""),
        ("Kim drove and", ""),
        ("", ""),
        (", ,", ""),
        ("Kim" + " of Bergen" * 16, ""),  # too long to be one
    ],
)
def test_between_a_quotation_and_its_verb(text: str, expected: str) -> None:
    assert between(text) == expected


@pytest.mark.parametrize(
    "text, main, nearest",
    [
        ("Kim drove and Lee left.", "Kim", "Lee"),
        ("Kim, who Lee met, drove.", "Kim, who Lee met", "Kim, who Lee met"),
        ("Kim who Lee met.", "", "Lee"),
        ("Kim said that left.", "Kim", "Kim"),
        ("The man who left drove.", "", "The man who left"),
        ("In Bergen washed lorries.", "", ""),
        ("A road for drivers washed in Bergen.", "A road for drivers", "A road for drivers"),
        ("The road, the lorry.", "", ""),
        ("Left " * 30 + ".", "", ""),
    ],
)
def test_subject_of_a_sentence(text: str, main: str, nearest: str) -> None:
    line = line_of(text)
    n = len(line.tags)
    assert printed(line, subjects.main_subject(line, 0, n)) == main
    assert printed(line, subjects.nearest_subject(line, 0, n)) == nearest


PIECES = (
    'Kim the driver , - who which that said had drove of in Ohio and "Yes," Monday last week to give ( ) calling 40'
).split()


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=24))
def test_what_is_found_lies_within_the_sentence(pieces: list[str]) -> None:
    line = line_of(" ".join(pieces))
    n = len(line.tags)
    for k in range(n):
        group = subjects.group_start(line, 0, k)
        found = [subjects.subject_before(line, 0, group), subjects.nearest_subject(line, 0, k)]
        assert all(0 <= part[0] < part[1] <= max(group, k) for part in found if part)
        behind = subjects.subject_after(line, k, n)
        assert behind is None or k == behind[0] < behind[1] <= n
    main = subjects.main_subject(line, 0, n)
    assert main is None or 0 <= main[0] < main[1] <= n
