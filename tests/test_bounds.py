"""Where sentences begin for a pronoun that looks back."""

from __future__ import annotations

import pytest

from quotetrack.cast.bounds import find_bounds


@pytest.mark.parametrize(
    "text, begun",
    [
        ("", []),
        ("The road fell", []),
        ("The road fell. Nobody knew! Why? Kim left.", ["Nobody", "Why?", "Kim"]),
        ("Dr. Kim met J. Ruiz. The road fell.", ["The"]),
        ("Kim came at 9 p.m. and left.", []),
        # a paragraph is two sentences further off, whether or not a stop stands before it
        ("The road fell.\n\nKim left.", ["Kim", "Kim"]),
        ("The road fell\n\nKim left.", ["Kim", "Kim"]),
    ],
)
def test_where_sentences_begin(text: str, begun: list[str]) -> None:
    assert [text[at:].split()[0] for at in find_bounds(text, [], [])] == begun


def test_a_quotation_is_no_sentence_of_its_own() -> None:
    text = 'Kim said: "It fell. It broke." Lee left.'
    start, end = text.index('"'), text.index(" Lee")
    assert find_bounds(text, [start], [end]) == [text.index("Lee")]
