"""What was said, by its shape."""

from __future__ import annotations

import pytest

from quotetrack.attribution import said
from tests.lines import line_of, printed


def read(found: said.Found | None, text: str) -> tuple[str, str] | None:
    line = line_of(text)
    return (found.frame_name, " | ".join(printed(line, c) for c in found.content)) if found is not None else None


@pytest.mark.parametrize(
    "text, expected",
    [
        (': "It broke."', ("quotation", '"It broke."')),
        (', "It broke."', ("quotation", '"It broke."')),
        ('that "it broke".', ("quotation", '"it broke"')),
        ('"too old" to drive.', ("mixed", '"too old" to drive')),
        ('"too old", "too dry".', ("mixed", '"too old", "too dry"')),
        ('"It broke again" on Friday.', ("quotation", '"It broke again"')),
        ('"Big Road" on Friday.', ("mixed", '"Big Road" on Friday')),
        (": it broke.", ("colon", "it broke")),
        (", it broke.", None),
        ("it broke.", None),
    ],
)
def test_quotation(text: str, expected: tuple[str, str] | None) -> None:
    line = line_of(text)
    assert read(said.quotation(line, 0, len(line.tags)), text) == expected


@pytest.mark.parametrize(
    "text, clause",
    [
        ("it broke", True),
        ("the road is old", True),
        ("the road, which broke, is old", True),
        ("raising it would help", True),
        ("the old road", False),
        ("who left", True),
        ("in Oslo", False),
    ],
)
def test_bare_clause(text: str, clause: bool) -> None:
    line = line_of(text)
    assert said.is_bare_clause(line, 0, len(line.tags)) is clause


@pytest.mark.parametrize(
    "text, expected",
    [
        ("out that it broke", ("that", "that it broke")),
        ('for "a new road"', ("mixed", '"a new road"')),
        ("for a vote", ("prep", "a vote")),
        ("for", None),
        ("for , then", None),
    ],
)
def test_after_a_preposition(text: str, expected: tuple[str, str] | None) -> None:
    line = line_of(text)
    assert read(said.after_preposition(line, 0, len(line.tags)), text) == expected
