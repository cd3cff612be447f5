"""Marks that quote nobody: each list of words does its part, and what may have been said is left alone."""

from __future__ import annotations

import pytest

from quotetrack.attribution import scare
from quotetrack.rules.scares import (
    BEARING,
    BEFORE_NAMES,
    BEFORE_TITLES,
    BEFORE_WORKS,
    MAKING,
    PAPERS,
    PREDICATING,
    SMALL_WORDS,
    TONGUES,
    UNATTRIBUTED,
    UTTERED,
)
from tests.lines import line_of

TERM = "a word or two in marks, and no cue in the sentence: a term or a scare quote"
TITLE, WORK = "a title or a name: every word begins with a capital", "the title of a work"
NICKNAME = "a nickname inside a name"


def why(text: str, *, cued: bool = False) -> str:
    """Why the last marked passage of a sentence is no claim."""
    line = line_of(text)
    return scare.reason(line, 0, len(line.tags), max(line.quotes), cued)


def unattributed(text: str) -> bool:
    line = line_of(text)
    return scare.unattributed(line, 0, max(line.quotes))


def is_name(text: str) -> bool:
    line = line_of(text)
    return scare.is_name(line, max(line.quotes))


@pytest.mark.parametrize("word", sorted(BEFORE_NAMES))
def test_what_is_named_so_was_not_said(word: str) -> None:
    text = 'It was the {} "road that goes on and on for ever" to them.'
    assert why(text.format(word), cued=True) == f"named so, not said: {word!r} stands before it"
    assert why(text.format("long"), cued=True) == ""


@pytest.mark.parametrize("word", sorted(BEFORE_TITLES))
def test_the_title_of_a_work(word: str) -> None:
    assert why(f'They liked {word} "Rivers of Stone" a lot.', cued=True) == WORK
    assert why(f'They liked {word} again "Rivers of Stone" a lot.', cued=True) == WORK
    assert why(f'They liked {word} "rivers of stone" a lot.', cued=True) == ""
    assert is_name(f'They liked {word} "Rivers of Stone" a lot.')


@pytest.mark.parametrize("word", sorted(BEARING))
def test_nouns_that_bear_words(word: str) -> None:
    """Three capitals behind a noun are a title, but not behind one that bears words."""
    assert why(f'They sang by the old {word} "Keep Out Now" there.', cued=True) == ""
    assert why('They sang the old tune "Keep Out Now" there.', cued=True) == WORK


@pytest.mark.parametrize("word", sorted(UTTERED))
def test_what_is_said_again_and_again(word: str) -> None:
    assert why(f'They ran on the {word} "Work and Bread" then.') == ""
    assert why('They ran on the ticket "Work and Bread" then.') != ""


@pytest.mark.parametrize("word", sorted(TONGUES))
def test_what_a_foreign_word_means(word: str) -> None:
    foreign = why(f'They waved and cried a word that is {word.title()} for "see you all soon".')
    assert foreign == "what a foreign word means"
    assert why('They waved and cried a word that is asked for "see you all soon".') == ""


@pytest.mark.parametrize("word", sorted(PAPERS))
def test_what_is_printed_or_sent_has_a_name(word: str) -> None:
    assert is_name(f'Kim told the {word} "Le Lac" that it broke.')
    assert not is_name(f'Kim read the {word} "le lac" then.')


def test_a_nickname_and_a_title_in_apposition_are_names() -> None:
    assert is_name('Ana "Spree" Ruiz left.')
    assert not is_name('Ana "Spree." Ruiz left.')
    assert not is_name('"Spree" Ruiz left.')
    assert is_name('In his memoir, "Rivers of Stone", Kim wept.')
    assert not is_name('In his garden, "Rivers of Stone", Kim wept.')


@pytest.mark.parametrize("word", sorted(scare._BEFORE_PRINTED))
def test_where_a_work_is_printed_or_shown(word: str) -> None:
    assert why(f'They met {word} "Rivers of Stone" once.', cued=True) == WORK
    assert why(f'They met {word} "rivers of stone" once.', cued=True) == ""


@pytest.mark.parametrize("word", sorted(SMALL_WORDS))
def test_a_small_word_in_a_title(word: str) -> None:
    assert why(f'They liked "Rivers {word} Roads" a lot.') == TITLE
    assert why(f'They liked "{word} Roads are long" a lot.') == ""


@pytest.mark.parametrize("word", sorted(PREDICATING))
def test_what_something_is_may_be_somebodys_words(word: str) -> None:
    assert why(f'The road {word} "quite safe" then.') == ""
    assert why('The road seems "quite safe" then.') == TERM
    assert why(f'A "detour" {word} "quite safe and dry" then.').startswith("a term told by another")


@pytest.mark.parametrize("word", sorted(UNATTRIBUTED))
def test_what_something_is_known_as(word: str) -> None:
    assert unattributed(f'The road, {word} as the "longest of all roads", is shut.')
    assert unattributed(f'The road, {word} widely "longest of all roads", is shut.')
    assert not unattributed(f'She {word} the road the "longest of all roads".')
    assert not unattributed(f'Ruiz {word} it "longest of all roads".')
    assert not unattributed('The road seen as the "longest of all roads" is shut.')


@pytest.mark.parametrize("word", sorted(BEFORE_WORKS | MAKING))
def test_the_name_of_a_work_takes_part_as_a_name_does(word: str) -> None:
    assert is_name(f'They {word} "Rivers of Stone" that day.')
    assert not is_name(f'They {word}, "Rivers of Stone" that day.')
    assert not is_name(f'They {word} "Rivers are made of stone" that day.')
    assert not is_name(f'They {word} "Rivers of Stone!" that day.')


@pytest.mark.parametrize("word", sorted(BEFORE_WORKS))
def test_whose_the_work_is(word: str) -> None:
    assert is_name(f'She stayed {word} the "Rivers of Stone" crew.')
    assert is_name(f'''She stayed {word} Channel Nine's "Rivers of Stone" crew.''')


@pytest.mark.parametrize(
    "text, expected",
    [
        ('The "..." stays.', "holds no word"),
        ('Known as the term as "long road" here.', "named so, not said: 'as' stands before it"),
        ('The so called "long road" is shut.', "named so, not said: 'called' stands before it"),
        ('Ana "Red" Ruiz left.', NICKNAME),
        ('Ana "Red Hot Iron" Ruiz left.', NICKNAME),
        ('''Channel Nine's "Rivers of Stone" won.''', WORK),
        ('The "road" is shut.', TERM),
        ('The "long road" is shut.', TERM),
        ('A "Road" is shut.', "a title or a name"),
        ('"Long Road" is shut.', TITLE),
    ],
)
def test_no_claims(text: str, expected: str) -> None:
    assert why(text) == expected


@pytest.mark.parametrize(
    "text, cued",
    [
        ('The road is "shut for good now" to them.', False),  # too long for a term
        ('The "long road" is shut.', True),  # a cue stands before it
        ('"Road" is shut.', True),
        ('The road: "Never ever!"', False),  # a cry
        ('It was called "long and winding road" there.', False),  # "called" alone, and no name
        ('Ana "Red hot iron of old" Ruiz left.', False),  # four words make no nickname
        ('They liked shows "And so the road goes on and on for ever" a lot.', False),
    ],
)
def test_what_may_have_been_said(text: str, cued: bool) -> None:
    assert why(text, cued=cued) == ""


@pytest.mark.parametrize(
    "text, expected",
    [
        ('A film called "Rivers of Stone" won.', True),
        ('The film was called "Rivers of Stone" then.', True),
        ('The film known as "Rivers of Stone" won.', True),
        ('Ruiz called "Rivers of Stone" dull.', False),
        ('He sold as "Rivers of Stone" then.', False),
        ('"Rivers of Stone" won.', False),  # it stands first
        (f'She was on "{"Rivers of Stone " * 5}" then.', False),  # too long for a name
        ('She was on "rivers of Stone" then.', False),
        ('''The "Rivers of Stone" won.''', False),
        ('''Ruiz's "Rivers of Stone" won.''', False),  # hers, and nothing before her
    ],
)
def test_names_by_where_they_stand(text: str, expected: bool) -> None:
    assert is_name(text) is expected
