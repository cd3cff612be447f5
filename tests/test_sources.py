"""Whose a cue is: the subject before it, of the verb that it is joined to, or of the whole sentence."""

from __future__ import annotations

import pytest

from quotetrack.attribution import sources, subjects
from quotetrack.attribution.sentences import read_sentence
from quotetrack.rules.voices import RECORDS, SHOWS
from quotetrack.rules.words import MAKE_DO
from tests.lines import line_of, printed


def source_of(text: str, *, says: bool = True) -> str:
    """The source of the last word before the full stop, after the relations before it."""
    line = line_of(text)
    i = len(line.tags) - 2
    group = subjects.group_start(line, 0, i)
    done = [made for made in read_sentence(line, 0, i) if made.cue[0] < i]
    return printed(line, sources.subject(line, 0, group, i, done, line.tags[i], says=says))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Kim said.", "Kim"),
        ("Kim never really said.", "Kim"),
        ("Said.", ""),
        # joined to another verb
        ("Kim drove and said.", "Kim"),
        ("Kim came to say.", "Kim"),
        ("Kim left, said.", "Kim"),
        ("Kim praised the road and said.", "Kim"),
        ("Kim said it fell, and Lee drove and said.", "Lee"),
        ("Kim denied the report that it broke and said.", "Kim"),
        ("Who took the post and says.", ""),
        ("With Kim, who took the post and says.", "who"),
        ("Of the post; and says.", ""),
        # a participle
        ("Kim left, saying.", "Kim"),
        ("Kim wrote a letter saying.", "Kim"),
        ("Kim wrote to the driver saying.", "Kim"),
        ("Kim saw a sign saying.", "a sign"),
        ("Kim left with Lee saying.", "Lee"),
        ("Kim, saying.", "Kim"),
        ("In, saying.", ""),
        ("Saying.", ""),
        ("Kim and saying.", ""),
        ("Kim never not saying.", "Kim"),
        ("Kim spoke after Lee won, saying.", "Kim"),
        ("Kim issued a report saying.", "Kim"),
        ("Kim saw a report Thursday night saying.", "a report"),
        ("Kim sent a letter last week saying.", "Kim"),
        ("It helped that Lee gave up his car by saying.", "Lee"),
        ("The night was so cold that Lee was made to say.", "Lee"),
        ("Kim attacked Lee, whom he fought, saying.", "Kim"),
    ],
)
def test_who_said_it(text: str, expected: str) -> None:
    assert source_of(text) == expected


def test_what_is_no_speech_is_of_the_noun_before_it() -> None:
    assert source_of("Kim saw drivers criticising.", says=False) == "drivers"
    assert source_of("Kim saw drivers criticising.") == "Kim"
    assert source_of("Kim wrote a letter criticising.", says=False) == "Kim"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Citing costs, Kim left.", "Kim"),
        ("In citing costs, Kim left.", "Kim"),
        ("By citing costs, Kim left.", "Kim"),
        ("Citing costs.", ""),
        ("Citing costs,", ""),
        ("Citing costs, often.", ""),
    ],
)
def test_a_participle_that_opens_its_sentence(text: str, expected: str) -> None:
    line = line_of(text)
    i = line.words.index("citing" if "citing" in line.words else "Citing")
    assert printed(line, sources.subject(line, 0, i, i, [], "G")) == expected


@pytest.mark.parametrize("word", sorted(MAKE_DO))
def test_who_is_made_to_speak(word: str) -> None:
    assert source_of(f"The leak {word} the driver to say.") == "the driver"


def source_of_calling(text: str) -> str:
    line = line_of(text)
    i = line.words.index("calling")
    return printed(line, sources.subject(line, 0, i, i, [], "G", says=False))


@pytest.mark.parametrize("word", sorted(SHOWS))
def test_who_is_shown_to_say_it(word: str) -> None:
    assert source_of_calling(f"The tape {word} him calling it late.") == "him"
    assert source_of_calling("The clerk left him calling it late.") != "him"


@pytest.mark.parametrize("word", sorted(RECORDS))
def test_where_somebody_is_heard(word: str) -> None:
    assert source_of_calling(f"Kim was caught on {word} calling it late.") == "Kim"
    assert source_of_calling("Kim was caught on stage calling it late.") != "Kim"
