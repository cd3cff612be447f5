"""Who speaks for a quotation by what stands beside its sentence."""

from __future__ import annotations

import pytest

from quotetrack.attribution import beside
from quotetrack.attribution.relations import Relation
from quotetrack.phrases.words import Line
from quotetrack.records import Form, Mention
from quotetrack.text import fold
from tests.lines import line_of, printed

HURT = '"Nobody was hurt in town."'


def source(line: Line, made: Relation | None) -> str | None:
    return printed(line, made.source) if made is not None else None


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"Kim shook her head. {HURT}", "Kim"),
        (f"It rained. Kim shook her head. {HURT}", "Kim"),
        (f"Kim shook her head. It rained. {HURT}", None),
        (f"{HURT} Kim shook her head.", None),
    ],
)
def test_the_subject_of_the_sentence_before(text: str, expected: str | None) -> None:
    line = line_of(text)
    assert source(line, beside.subject_before(line, max(line.quotes))) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"{HURT} Kim leans back.", "Kim"),
        (f"{HURT} Kim leans back. Lee leaves.", "Kim"),
        (f"{HURT} It rained.", None),
        (f"{HURT} Kim leans back in \"town\".", None),  # it has a quotation of its own
        (f"It rained. {HURT} Kim leans back.", None),  # the paragraph opens with another sentence
        (HURT, None),
    ],
)
def test_the_subject_of_the_sentence_behind(text: str, expected: str | None) -> None:
    line = line_of(text)
    assert source(line, beside.subject_behind(line, min(line.quotes))) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"Ana Lee, 34, a nurse, wept. {HURT}", "Ana Lee, 34, a nurse"),
        (f"Ana Kim, 34, a nurse, wept. {HURT}", None),  # it is she who spoke before
        (f"Lee wept. {HURT}", None),
        (f"The nurse, 34, wept. {HURT}", None),
        (f"It rained. {HURT}", None),
    ],
)
def test_another_comes_in_between(text: str, expected: str | None) -> None:
    line, kim = line_of(text), Mention(0, 3, "Kim", Form.SURNAME)
    assert source(line, beside.newcomer(line, max(line.quotes), kim)) == expected
    assert beside.newcomer(line, max(line.quotes), None) is None  # nobody spoke before whom another could follow


@pytest.mark.parametrize(
    "text, expected",
    [
        ('"It broke," Kim said.', "Kim"),
        ('"It broke," Kim said. It rained.', "Kim"),  # the last who spoke, wherever
        ("Kim said it broke. Lee said it fell.", "Lee"),
        ("Kim drove to town.", "Kim"),
        ("Kim drove to town. It rained.", None),  # else the last sentence alone
        ("The firm defended the plan.", "The firm"),
        ("It rained.", None),
    ],
)
def test_whom_a_paragraph_told_of_last(text: str, expected: str | None) -> None:
    line = line_of(text)
    assert source(line, beside.last_told(line)) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"{HURT} - Ana Ruiz, Bergen", "Ana Ruiz"),
        (f"{HURT} - farmer Ana Ruiz.", "farmer Ana Ruiz"),
        (f"{HURT} - Ana Ruiz drove", None),
        (f"{HURT} - the farmer.", None),
        (f"{HURT} Ana Ruiz.", None),
    ],
)
def test_signed_behind_a_dash(text: str, expected: str | None) -> None:
    line = line_of(text)
    assert source(line, beside.signed_here(line, 0, len(line.tags))) == expected


@pytest.mark.parametrize(
    "below, alone, expected",
    [
        ("- Ana Ruiz, mayor", True, "Ana Ruiz"),
        ("-- Ana Ruiz, mayor", False, "Ana Ruiz"),
        ("Ana Ruiz, mayor of Holm", True, "Ana Ruiz"),
        ("Ana Ruiz, mayor of Holm", False, None),  # more than the quotation stands on the line above
        ("Ana Ruiz, mayor, left.", True, None),
        ("Rising Costs, Falling Hopes", True, None),
        ("- the mayor", True, None),
        ("-", True, None),
        ("- " + "Ana Ruiz, of the town " * 6, True, None),  # too long for a signature
    ],
)
def test_signed_on_the_line_below(below: str, alone: bool, expected: str | None) -> None:
    made = beside.signed_below(fold(below), (0, len(below)), alone)
    assert (source(*made) if made is not None else None) == expected
