"""The subject that stands behind its verb."""

from __future__ import annotations

import pytest

from quotetrack.attribution import inverted
from tests.lines import line_of, printed


def after(text: str) -> str:
    """The subject behind '"It broke," said'."""
    line = line_of(f'"It broke," said {text}'.strip())
    return printed(line, inverted.subject_after(line, 2, len(line.tags)))


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
