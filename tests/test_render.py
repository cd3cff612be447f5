from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack import Claim
from quotetrack.records import Ground, Kind, Precision, Speaker, SpeakerKind, When
from quotetrack.render import columns, cut, table
from quotetrack.spans import Span
from tests.record_strategies import claims as any_claims

KIM = Speaker("1", "Sung Kim", SpeakerKind.PERSON, role="the U.S. special representative for North Korea policy")
FRIDAY = When(dt.date(2015, 1, 30), dt.date(2015, 1, 30), Precision.DAY, "Friday")


def claim(text: str = "We are ready,", speaker: Speaker | None = KIM, said: When | None = FRIDAY) -> Claim:
    span = (Span(1, 1 + len(text)),)
    return Claim(
        "1", "2", text, span, span, Kind.DIRECT, speaker, None, None, None, None, None, said, None, Span(0, 99), None,
        Ground.NAMED, (),
    )  # fmt: skip


def test_no_claims_make_no_table() -> None:
    assert table([]) == ""


def test_a_claim_is_a_line() -> None:
    head, row = table([claim()], 120).splitlines()
    assert head.split() == ["WHO", "DAY", "KIND", "WORDS"]
    assert row.startswith("Sung Kim, the U.S. special")
    assert row.endswith("2015-01-30  direct  We are ready,")


def test_columns_line_up() -> None:
    lines = table(
        [claim(), claim("No.", None, None), claim("好的。", attrs.evolve(KIM, name="金", role=None))], 90
    ).splitlines()
    at = columns(lines[0][: lines[0].index("WORDS")])
    assert all(columns(line[: line.index(words)]) == at for line, words in zip(lines[1:], ("We are", "No.", "好的")))


def test_no_speaker_is_a_question_mark_and_no_day_is_blank() -> None:
    assert table([claim(speaker=None, said=None)], 60).splitlines()[1].split() == ["?", "direct", "We", "are", "ready,"]


@pytest.mark.parametrize(
    ("precision", "shown"),
    [("month", "month 2015-01"), ("year", "year 2015"), ("weekend", "weekend 2015-01-30")],
)
def test_a_stretch_of_days_shows_its_precision(precision: str, shown: str) -> None:
    said = attrs.evolve(FRIDAY, end=dt.date(2015, 12, 31), precision=Precision(precision))
    assert shown in table([claim(said=said)], 90)


def test_what_a_terminal_would_obey_is_not_printed() -> None:
    shown = table([claim("a\x1b[31mb\nc\u202ed\ud800e")], 90).splitlines()[1]
    assert shown.endswith("a [31mb c d e")


@given(st.lists(any_claims(), max_size=4), st.integers(0, 160))
def test_no_line_is_wider_than_asked(claims: list[Claim], width: int) -> None:
    lines = table(claims, width).splitlines()
    assert len(lines) == (len(claims) + 1 if claims else 0)
    assert all(columns(line) <= max(width, 40) for line in lines)


@given(st.text(), st.integers(1, 40))
def test_cut_words_fit(words: str, size: int) -> None:
    assert columns(cut(words, size)) <= size
    assert cut(words, columns(words)) == words
