"""Where the sentences of a paragraph end."""

from __future__ import annotations

import pytest

from quotetrack.phrases import sentence_ends
from quotetrack.rules.words import ABBREVIATIONS
from tests.lines import line_of, printed


@pytest.mark.parametrize("short", ABBREVIATIONS)
def test_no_abbreviation_ends_a_sentence(short: str) -> None:
    line = line_of(f"He met {short}. Ruiz there.")
    assert f"{short}." in line.words
    assert len(line.sentences) == 1
    assert len(line_of(f"He met x{short.lower()}. Ruiz left.").sentences) == 2


SENTENCES = [
    # a full stop before a capital, and no other
    ("Kim left. Lee stayed. nobody else", ["Kim left.", "Lee stayed. nobody else"]),
    ("Kim left? Lee stayed!", ["Kim left?", "Lee stayed!"]),
    ("Kim left (at noon.) and came back.", ["Kim left (at noon.) and came back."]),
    # a quotation that ends with one
    ('"It broke." Kim left.', ['"It broke."', "Kim left."]),
    ('"It broke," Kim said.', ['"It broke," Kim said.']),
    ('"It broke." "It did."', ['"It broke."', '"It did."']),
    ('"It broke!" of all things.', ['"It broke!" of all things.']),
    ('The "bridge" Kim built.', ['The "bridge" Kim built.']),
    # who said it stands behind it
    ('"Why?" Kim asked.', ['"Why?" Kim asked.']),
    ('"Why?" asked Kim.', ['"Why?" asked Kim.']),
    ('"Go!" Rep. Ana Ruiz, D-Ohio, said.', ['"Go!" Rep. Ana Ruiz, D-Ohio, said.']),
    ('"Go!" Ruiz told reporters.', ['"Go!" Ruiz told reporters.']),
    ('"Go!" Ruiz said, laughing.', ['"Go!" Ruiz said, laughing.']),
    # another sentence does
    ('"Go." Ruiz said, laughing, that it was late.', ['"Go."', "Ruiz said, laughing, that it was late."]),
    ('"Go!" Ruiz criticised the plan.', ['"Go!"', "Ruiz criticised the plan."]),
    ('"Go!" Ruiz said the plan was late.', ['"Go!"', "Ruiz said the plan was late."]),
    ('"Go!" Later it rained.', ['"Go!"', "Later it rained."]),
]


@pytest.mark.parametrize("text, expected", SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    line = line_of(text)
    assert [printed(line, sentence) for sentence in line.sentences] == expected


@pytest.mark.parametrize("part, at", [("road, ", ","), ('"Yes" ', "Q"), ("road ", "N")])
def test_what_runs_on_is_read_in_pieces(part: str, at: str) -> None:
    line = line_of(part * 300)
    assert len(line.sentences) > 1
    assert all(high - low <= sentence_ends._LONGEST for low, high in line.sentences)
    assert all(line.tags[high - 1] == at for _, high in line.sentences[:-1])
    assert [low for low, _ in line.sentences] == [0, *(high for _, high in line.sentences[:-1])]
