"""Words, their class letters, and where sentences end."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.phrases import words
from quotetrack.phrases.lexicon import CUE_FORMS, LETTERS
from quotetrack.phrases.words import Line
from quotetrack.rules.words import ABBREVIATIONS, CLASSES
from tests.lines import line_of, printed

UNSETTLED = {"t": "R", "z": "A", "k": "I"}  # "there", "'s", "back", where the words beside them say nothing else
CLASS_WORDS = [(letter, word) for letter, _, row in CLASSES for word in row.split()]


@pytest.mark.parametrize("letter, word", CLASS_WORDS)
def test_every_word_of_a_class_has_its_letter(letter: str, word: str) -> None:
    as_printed = word.capitalize() if letter == "M" else word  # Jan. and Monday have their capital
    line = Line(f"xx {as_printed} xx", 0, len(word) + 6, ())
    first = words._LETTER_OF(as_printed)
    assert (line.words[1], UNSETTLED.get(first, first)) == (as_printed, letter)


def test_a_word_stands_in_one_class() -> None:
    assert [word for word, count in Counter(word for _, word in CLASS_WORDS).items() if count > 1] == []
    assert [word for letter, word in CLASS_WORDS if letter in "bv" and word in CUE_FORMS] == []


@pytest.mark.parametrize("short", ABBREVIATIONS)
def test_no_abbreviation_ends_a_sentence(short: str) -> None:
    line = line_of(f"He met {short}. Ruiz there.")
    assert f"{short}." in line.words
    assert len(line.sentences) == 1
    assert len(line_of(f"He met x{short.lower()}. Ruiz left.").sentences) == 2


@pytest.mark.parametrize("word", sorted(words._NOT_ADVERBS))
def test_not_every_word_in_ly_is_an_adverb(word: str) -> None:
    assert words._letter(word) == "J"
    assert words._letter(word + "ly") == "R"


@pytest.mark.parametrize("word", sorted(words._NOUNS))
def test_not_every_word_in_ing_or_ed_is_a_verb(word: str) -> None:
    assert words._letter(word) == "N"
    assert words._letter("xx" + word) in "GE"


def tagged(text: str, *, titled: bool = False) -> str:
    line = line_of(text, titled=titled)
    return " ".join("Q" if word == words.QUOTE else f"{word}/{tag}" for word, tag in zip(line.words, line.tags))


TAGGED = [
    # shapes
    ("Kim doesn't know.", "Kim/P doesn't/A know/b ./."),
    ("U.S. envoys paid $3.50, or 40%.", "U.S./P envoys/N paid/v $/D 3.50/D ,/, or/C 40%/D ./."),
    ("Rep. Kim, D-Ohio, left at 5 p.m. Friday.",
     "Rep./P Kim/P ,/, D-Ohio/P ,/, left/v at/I 5/D p.m./N Friday/M ./."),
    ("Kim's co-chair (a vet) waited -- then ran.",
     "Kim/P 's/Z co-chair/N (/( a/T vet/N )/) waited/E --/- then/R ran/v ./."),
    ("Visit * the O'Hara & Kim office.", "Visit/P */q the/T O'Hara/P &/C Kim/P office/N ./."),
    # capitals that only begin a sentence
    ("Asked whether she would go, Ruiz nodded.",
     "Asked/V whether/S she/O would/A go/b ,/, Ruiz/P nodded/V ./."),
    ("Will Urban said so.", "Will/A Urban/P said/V so/S ./."),
    ("Will urged her to go.", "Will/P urged/V her/T to/L go/b ./."),
    ("Taking the road, Kim left.", "Taking/G the/T road/N ,/, Kim/P left/v ./."),
    ("Sterling Ruiz left.", "Sterling/P Ruiz/P left/v ./."),
    ("Praise came early.", "Praise/N came/v early/J ./."),
    ("ASKED by Lee.", "ASKED/P by/I Lee/P ./."),
    # forms that may be a noun or a verb
    ("That day the US envoy told us.", "That/T day/N the/T US/P envoy/N told/V us/U ./."),
    ("In fact there was hope, there clearly is, there we go.",
     "In/I fact/N there/O was/A hope/b ,/, there/O clearly/R is/A ,/, there/R we/O go/b ./."),
    ("She leans back, and a vet who farms there nods.",
     "She/O leans/v back/I ,/, and/C a/T vet/N who/W farms/v there/R nods/s ./."),
    ("Ruiz hit back; the hit hurt.", "Ruiz/P hit/v back/I ;/; the/T hit/N hurt/v ./."),
    ("Sources close to Ruiz claim she left.", "Sources/P close/N to/L Ruiz/P claim/b she/O left/v ./."),
    ("The Ruiz claim she made.", "The/T Ruiz/P claim/N she/O made/v ./."),
    ("Road advocates said personal attacks on Lee began.",
     "Road/P advocates/N said/V personal/N attacks/N on/I Lee/P began/V ./."),
    ("Voters back Kim, Lee is back and Ana will back him.",
     "Voters/P back/b Kim/P ,/, Lee/P is/A back/I and/C Ana/P will/A back/b him/U ./."),
    ("The political left ran, and a lost dog left.",
     "The/T political/J left/N ran/v ,/, and/C a/T lost/E dog/N left/v ./."),
    ("Kim won overwhelming support and more support.",
     "Kim/P won/v overwhelming/G support/N and/C more/R support/N ./."),
    ("Many support the plan and few want it.", "Many/T support/b the/T plan/N and/C few/T want/b it/O ./."),
    ("Men under 35 support Kim.", "Men/P under/I 35/D support/b Kim/P ./."),
    ("Views of the plan ended.", "Views/N of/I the/T plan/N ended/E ./."),
    ("The plan failed.", "The/T plan/N failed/E ./."),
    ("The Ruiz campaign says no.", "The/T Ruiz/P campaign/N says/s no/T ./."),
    ("He held an angry press call.", "He/O held/V an/T angry/N press/N call/N ./."),
    ("A Las Vegas rally began.", "A/T Las/P Vegas/P rally/N began/V ./."),
    ("A man from the campaign say hello.", "A/T man/N from/I the/T campaign/N say/b hello/N ./."),
    ("Many say so, the say so.", "Many/T say/b so/S ,/, the/T say/N so/S ./."),
    ("The drivers and a cyclist oppose it.", "The/T drivers/N and/C a/T cyclist/N oppose/b it/O ./."),
    ("The voters plan it, and a neighbour and Kim plan it.",
     "The/T voters/N plan/b it/O ,/, and/C a/T neighbour/N and/C Kim/P plan/b it/O ./."),
    ("A hurriedly called meeting ended.", "A/T hurriedly/R called/E meeting/N ended/E ./."),
    ("The proposed road, two reported cases.", "The/T proposed/E road/N ,/, two/N reported/V cases/N ./."),
    ("With 38 seconds left, Kim left.", "With/I 38/D seconds/N left/R ,/, Kim/P left/v ./."),
    ("They made her say, they saw her say.",
     "They/O made/v her/O say/b ,/, they/O saw/V her/O say/b ./."),
    ("It left with her say.", "It/O left/v with/I her/T say/N ./."),
    ("She's here and Kim's gone.", "She/O 's/A here/R and/C Kim/P 's/Z gone/E ./."),
]


@pytest.mark.parametrize("text, expected", TAGGED)
def test_letters_in_their_sentence(text: str, expected: str) -> None:
    assert tagged(text) == expected


def test_in_a_headline_a_cue_is_read_as_one_though_it_has_a_capital() -> None:
    text = "Ruiz Says Bridge Is Safe"
    assert tagged(text, titled=True) == "Ruiz/P Says/s Bridge/P Is/A Safe/P"
    assert tagged(text) == "Ruiz/P Says/P Bridge/P Is/P Safe/P"


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
    assert all(high - low <= words._LONGEST for low, high in line.sentences)
    assert all(line.tags[high - 1] == at for _, high in line.sentences[:-1])
    assert [low for low, _ in line.sentences] == [0, *(high for _, high in line.sentences[:-1])]


def test_letters_met_are_held_for_so_long_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    held = words._Letters(LETTERS)
    assert held["zorbly"] == "R" and "zorbly" in held
    assert held["z" * 33] == "N" and "z" * 33 not in held
    monkeypatch.setattr(words, "_MOST_HELD", len(held))
    assert held["zorbed"] == "E" and "zorbed" not in held


@given(st.text(alphabet="aZé .,?!'\"“”()-–$3\n\x1f中", max_size=60))
def test_words_and_offsets_and_letters_run_in_step(text: str) -> None:
    line = line_of(text)
    assert len(line.words) == len(line.tags) == len(line.starts)
    for place, (word, start) in enumerate(zip(line.words, line.starts)):
        assert start < line.end(place)
        assert word == words.QUOTE or line.image[start : line.end(place)] == word
    assert all(line.end(k) <= line.starts[k + 1] for k in range(len(line.words) - 1))
    assert [place for low, high in line.sentences for place in range(low, high)] == list(range(len(line.words)))
