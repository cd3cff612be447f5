"""The class letter of a word alone."""

from __future__ import annotations

from collections import Counter

import pytest

from quotetrack.phrases import letters
from quotetrack.phrases.lexicon import CUE_FORMS, LETTERS
from quotetrack.phrases.words import Line
from quotetrack.rules.words import CLASSES

UNSETTLED = {"t": "R", "z": "A", "k": "I"}  # "there", "'s", "back", where the words beside them say nothing else
CLASS_WORDS = [(letter, word) for letter, _, row in CLASSES for word in row.split()]


@pytest.mark.parametrize("letter, word", CLASS_WORDS)
def test_every_word_of_a_class_has_its_letter(letter: str, word: str) -> None:
    as_printed = word.capitalize() if letter == "M" else word  # Jan. and Monday have their capital
    line = Line(f"xx {as_printed} xx", 0, len(word) + 6, ())
    first = letters.letter_of(as_printed)
    assert (line.words[1], UNSETTLED.get(first, first)) == (as_printed, letter)


def test_a_word_stands_in_one_class() -> None:
    assert [word for word, count in Counter(word for _, word in CLASS_WORDS).items() if count > 1] == []
    assert [word for letter, word in CLASS_WORDS if letter in "bv" and word in CUE_FORMS] == []


@pytest.mark.parametrize("word", sorted(letters._NOT_ADVERBS))
def test_not_every_word_in_ly_is_an_adverb(word: str) -> None:
    assert letters._letter(word) == "J"
    assert letters._letter(word + "ly") == "R"


@pytest.mark.parametrize("word", sorted(letters._NOUNS))
def test_not_every_word_in_ing_or_ed_is_a_verb(word: str) -> None:
    assert letters._letter(word) == "N"
    assert letters._letter("xx" + word) in "GE"


def test_letters_met_are_held_for_so_long_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    held = letters._Letters(LETTERS)
    assert held["zorbly"] == "R" and "zorbly" in held
    assert held["z" * 33] == "N" and "z" * 33 not in held
    monkeypatch.setattr(letters, "_MOST_HELD", len(held))
    assert held["zorbed"] == "E" and "zorbed" not in held
