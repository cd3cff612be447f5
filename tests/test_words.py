"""A paragraph as a row of words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotetrack.phrases.letters import QUOTE
from tests.lines import line_of


@given(st.text(alphabet="aZé .,?!'\"“”()-–$3\n\x1f中", max_size=60))
def test_words_and_offsets_and_letters_run_in_step(text: str) -> None:
    line = line_of(text)
    assert len(line.words) == len(line.tags) == len(line.starts)
    for place, (word, start) in enumerate(zip(line.words, line.starts)):
        assert start < line.end(place)
        assert word == QUOTE or line.image[start : line.end(place)] == word
    assert all(line.end(k) <= line.starts[k + 1] for k in range(len(line.words) - 1))
    assert [place for low, high in line.sentences for place in range(low, high)] == list(range(len(line.words)))
