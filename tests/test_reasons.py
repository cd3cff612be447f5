from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given

from quotetrack import Claim, explain
from quotetrack.records import Form, Ground, Kind, Mention, Precision, Speaker, SpeakerKind, Step, When, WhenGround
from quotetrack.spans import Span
from tests.record_strategies import claims as any_claims

SPAN = (Span(1, 14),)
KIM = Speaker("1", "Sung Kim", SpeakerKind.PERSON, role="the envoy")
STEP = Step("surname", Ground.LINKED, 16, 19, "Kim", "Sung Kim", ("Kim Jong-un", "Kim Yong"))
FRIDAY = When(dt.date(2015, 1, 30), dt.date(2015, 1, 30), Precision.DAY, "Friday", dt.date(2015, 1, 31))
CLAIM = Claim(
    "1", "2", "We are\nready,", SPAN, SPAN, Kind.DIRECT, KIM, Mention(16, 19, "Kim", Form.SURNAME),
    None, None, None, None, FRIDAY, None, Span(0, 99), None, Ground.LINKED, (STEP,),
)  # fmt: skip


def test_one_sentence_a_step() -> None:
    assert explain(CLAIM).splitlines() == [
        "“We are ready,”: all that was said stands between quotation marks, characters 1–14 (direct).",
        "The speaker is Sung Kim (the envoy), by the words “Kim”, which one candidate alone fits (linked).",
        "It was said on 2015-01-30, from the cue's own words “Friday”, counted from 2015-01-31 (day).",
        "1. By the rule “surname” the words “Kim” at 16–19 gave Sung Kim, and not Kim Jong-un or Kim Yong (linked).",
    ]


def test_what_is_not_settled_is_said() -> None:
    open_ = attrs.evolve(CLAIM, speaker=None, ground=Ground.OPEN, said=None, why=())
    assert explain(open_).splitlines()[1:] == [
        "The speaker is not settled, by the words “Kim” (open).",
        "The text does not settle when it was said.",
    ]
    assert "The speaker is not settled (open)." in explain(attrs.evolve(open_, source=None))


def test_a_step_without_words_or_answer() -> None:
    step = attrs.evolve(STEP, words="", gave="", over=())
    assert explain(attrs.evolve(CLAIM, why=(step,))).splitlines()[-1] == (
        "1. By the rule “surname” the place 16 gave nobody (linked)."
    )


@pytest.mark.parametrize(
    ("ground", "words"),
    [(WhenGround.SENTENCE, "its sentence"), (WhenGround.DATELINE, "dateline"), (WhenGround.PUBLISHED, "publication")],
)
def test_where_a_date_was_read(ground: WhenGround, words: str) -> None:
    said = When(dt.date(2015, 1, 1), dt.date(2015, 1, 31), Precision.MONTH, "January", ground=ground)
    line = explain(attrs.evolve(CLAIM, said=said)).splitlines()[2]
    assert words in line
    assert "between 2015-01-01 and 2015-01-31" in line


@given(any_claims())
def test_every_claim_explains_itself(claim: Claim) -> None:
    assert explain(claim).count("\n1. By the rule") >= bool(claim.why)
