"""The records and offsets themselves, the fold and the errors."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack import Claim, Span, records
from quotetrack.errors import DatasetError, LedgerError, MissingExtra, QuotetrackError
from quotetrack.records import Ground, Kind, Precision, When, Word
from quotetrack.spans import joined, overlaps, trimmed
from quotetrack.text import FOLDS, fold
from tests.record_strategies import claims as any_claims

ENUMS = [
    value for value in vars(records).values() if isinstance(value, type) and issubclass(value, Word) and value != Word
]
TYPES = [value for value in vars(records).values() if isinstance(value, type) and attrs.has(value)]


@pytest.mark.parametrize("enum", ENUMS)
def test_an_enum_prints_as_its_plain_value(enum: type[Word]) -> None:
    for member in enum:
        assert str(member) == f"{member}" == member.value == member


@pytest.mark.parametrize("record", TYPES)
def test_records_are_frozen_and_slotted(record: type) -> None:
    assert "__dict__" not in dir(record)
    assert "__setattr__" in vars(record)


def test_grounds_compare_by_strength() -> None:
    assert sorted(Ground) == [Ground.OPEN, Ground.CARRIED, Ground.LINKED, Ground.NAMED]
    assert Ground.NAMED > Ground.LINKED >= Ground.LINKED
    assert Ground.OPEN < Ground.CARRIED <= Ground.CARRIED
    assert not Ground.NAMED < Ground.NAMED
    assert not Ground.LINKED >= Ground.NAMED
    assert not Ground.NAMED <= Ground.OPEN
    assert not Ground.OPEN > Ground.OPEN
    assert {Ground.OPEN: 1}[Ground("open")] == 1


def test_a_ground_compares_with_plain_values_too() -> None:
    assert Ground.LINKED >= "carried"
    assert "named" > Ground.LINKED
    with pytest.raises(ValueError, match="'surname' is not a valid Ground"):
        assert Ground.OPEN < "surname"


@given(any_claims())
def test_said_on_is_the_day_where_it_is_one(claim: Claim) -> None:
    day, other = dt.date(2015, 1, 30), dt.date(2015, 1, 31)
    assert attrs.evolve(claim, said=None).said_on is None
    assert attrs.evolve(claim, said=When(day, day, Precision.DAY, "")).said_on == day
    assert attrs.evolve(claim, said=When(day, other, Precision.WEEKEND, "")).said_on is None


def test_claims_can_be_told_apart_and_kept_in_sets() -> None:
    assert len({Kind.DIRECT, Kind("direct")}) == 1
    assert len({Span(0, 1), Span(0, 1), Span(0, 2)}) == 2
    assert sorted([Span(3, 4), Span(0, 9)])[0] == Span(0, 9)
    assert len(Span(3, 7)) == 4


@given(st.text(" \n\tab"), st.integers(0, 9), st.integers(0, 9))
def test_trimmed_leaves_the_words(text: str, a: int, b: int) -> None:
    start, end = min(a, b, len(text)), min(max(a, b), len(text))
    left, right = trimmed(text, start, end)
    assert text[left:right] == text[start:end].strip()
    assert start <= left <= right <= end


def test_overlaps_and_joined() -> None:
    assert overlaps((0, 3), (2, 5))
    assert not overlaps((0, 3), (3, 5))
    assert joined("one two", [Span(0, 3), Span(4, 7)]) == "one … two"
    assert joined("one two", [Span(0, 3), Span(4, 7)], by="|") == "one|two"


@given(st.text(st.characters() | st.sampled_from("".join(odds for _, odds in FOLDS) + "\r\n")))
def test_the_fold_has_the_same_length_and_folds_once(text: str) -> None:
    folded = fold(text)
    odd = set("".join(odds for _, odds in FOLDS) + "\r")
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert all(after == before for before, after in zip(text, folded) if before not in odd)
    assert not set(folded) & odd


def test_line_ends_fold_one_for_one() -> None:
    assert fold("a\r\nb\rc\u2028d") == "a \nb\nc\nd"


@pytest.mark.parametrize("error", [LedgerError, DatasetError, MissingExtra])
def test_errors_have_one_base(error: type[Exception]) -> None:
    assert issubclass(error, QuotetrackError)


def test_a_missing_extra_is_an_import_error() -> None:
    assert issubclass(MissingExtra, ImportError)
