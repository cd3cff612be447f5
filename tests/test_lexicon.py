"""Forms of cue verbs and nouns, and the letters that they get."""

from __future__ import annotations

import pytest

from quotetrack.phrases import lexicon
from quotetrack.phrases.lexicon import CUE_FORMS, LETTERS, NOUN_FORMS, inflected
from quotetrack.rules.cues import NOUNS, VERBS

LEMMAS = {verb.lemma: verb for verb in VERBS}


@pytest.mark.parametrize(
    "lemma, past, forms",
    [
        ("say", "said", "say says saying said"),
        ("agree", "", "agree agrees agreeing agreed"),
        ("argue", "", "argue argues arguing argued"),
        ("deny", "", "deny denies denying denied"),
        ("stress", "", "stress stresses stressing stressed"),
        ("admit", "", "admit admits admitting admitted"),
        ("visit", "", "visit visits visiting visited"),
        ("write", "wrote written", "write writes writing wrote written"),
        ("cast", "cast", "cast casts casting"),
        ("label", "", "label labels labeling labeled labelled labelling"),
    ],
)
def test_forms(lemma: str, past: str, forms: str) -> None:
    assert " ".join(inflected(lemma, past)) == forms


def test_participle_apart_from_past() -> None:
    forms = inflected("write", "wrote written")
    assert (forms["wrote"], forms["written"]) == ("ed", "en")
    assert set(inflected("say", "said said").values()) == {"base", "s", "ing", "ed"}


@pytest.mark.parametrize("lemma", sorted(lexicon._DOUBLES | lexicon._EITHER))
def test_every_verb_that_doubles_its_last_letter_is_a_cue(lemma: str) -> None:
    verb = LEMMAS[lemma]
    doubled = lemma + lemma[-1]
    assert CUE_FORMS[doubled + "ing"].verb is verb
    assert verb.past or CUE_FORMS[doubled + "ed"].verb is verb


def test_each_form_has_the_letter_of_its_shape() -> None:
    assert [LETTERS[form] for form in "says say said saying written".split()] == list("sbVGE")
    assert [LETTERS[form] for form in ("read", "cast", "forecast")] == ["V"] * 3  # the news tells what was


def test_a_closed_class_comes_before_a_cue() -> None:
    assert "back" in CUE_FORMS
    assert LETTERS["back"] == "I"


def test_nouns_have_their_plural() -> None:
    for noun in NOUNS:
        assert NOUN_FORMS[noun.lemma] is noun
    assert NOUN_FORMS["theories"].lemma == "theory"
    assert NOUN_FORMS["claims"].lemma == "claim"
