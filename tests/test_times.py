"""A time beside a subject is no part of it."""

from __future__ import annotations

import pytest

from tests.lines import before


@pytest.mark.parametrize(
    "text, expected",
    [
        # between subject and verb
        ("Kim on Friday", "Kim"),
        ("Lee late Tuesday night", "Lee"),
        ("Lee on Jan. 3", "Lee"),
        ("Kim last week", "Kim"),
        ("Kim in the week", "Kim in the week"),
        ("On Monday", ""),
        # before the subject, with no comma
        ("Last night a spokesman for the shop", "a spokesman for the shop"),
        ("Yesterday a spokesman for the shop", "a spokesman for the shop"),
    ],
)
def test_a_time_beside_a_subject(text: str, expected: str) -> None:
    assert before(text) == expected
