"""The words that name a source: left of a cue, and the subject of a whole sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.attribution import inverted, subjects
from tests.lines import before, line_of, printed


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
        ("Kim and Lee both", "Kim and Lee"),
        ("Some of us", "Some of us"),
        ("All the lead author Ana Ruiz", "All the lead author Ana Ruiz"),
        ("Everyone else", "Everyone else"),
        ("The firm that makes the drug", "The firm that makes the drug"),
        ("A driver who asked not to be named", "A driver who asked not to be named"),
        ("April Ruiz", "April Ruiz"),
        # relative clauses that end in no noun
        ("A mother of two who lives nearby", "A mother of two who lives nearby"),
        # and what is none
        ("Who lives nearby", ""),
        ("The vets, nearby", ""),
        ("Vets who nearby", ""),
    ],
)
def test_left_of_the_verb(text: str, expected: str) -> None:
    assert before(text) == expected


def test_used_to_belongs_to_its_verb() -> None:
    line = line_of("Kim never used to say it.")
    assert printed(line, (subjects.group_start(line, 0, 4), 5)) == "never used to say"
    line = line_of("Kim used also to say it.")
    assert printed(line, (subjects.group_start(line, 0, 4), 5)) == "say"


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
        behind = inverted.subject_after(line, k, n)
        assert behind is None or k == behind[0] < behind[1] <= n
    main = subjects.main_subject(line, 0, n)
    assert main is None or 0 <= main[0] < main[1] <= n
