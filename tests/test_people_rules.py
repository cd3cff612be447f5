"""Every row of the vocabulary of people earns its place: it fires on a phrase that holds it."""

from __future__ import annotations

import pytest

from quotetrack import analyse
from quotetrack.cast.alike import SURNAME, fit, same_forename
from quotetrack.cast.roles import SAME
from quotetrack.phrases.forms import names_people, read_phrase
from quotetrack.phrases.names import find_names, name_words
from quotetrack.records import Form
from quotetrack.rules import people as rules
from quotetrack.text import fold


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _only(text: str) -> tuple[str, tuple[str, ...], str]:
    [name] = find_names(fold(text))
    return name.title, name.words, name.sort


def test_honorific() -> None:
    for word in sorted(rules.HONORIFICS):
        assert _only(f"{_capital(word)} Zelkova waved.") == (_capital(word), ("zelkova",), "titled")


def test_title() -> None:
    for word in sorted(rules.TITLES):
        assert _only(f"{_capital(word)} Ann Zelkova waved.") == (_capital(word), ("ann", "zelkova"), "person")


def test_before_a_title() -> None:
    for word in sorted(rules.BEFORE_TITLES):
        assert _only(f"{_capital(word)} President Ann Zelkova waved.")[1:] == (("ann", "zelkova"), "person")
        assert all(n.sort == "organization" for n in find_names(f"we saw {_capital(word)} waving"))


def test_of_title() -> None:
    for words in sorted(rules.OF_TITLES):
        assert _only(f"Secretary of {_capital(words)} Ann Zelkova waved.")[1:] == (("ann", "zelkova"), "person")


def test_suffix() -> None:
    for word in sorted(rules.SUFFIXES):
        assert name_words(f"Ann Zelkova {word.upper()}") == ("ann", "zelkova")


def test_particle() -> None:
    for word in sorted(rules.PARTICLES):
        assert _only(f"Ann {word} Zelkova waved.")[1] == ("ann", word, "zelkova")


def test_short_forenames() -> None:
    for family in rules.SHORT_FORENAMES:
        assert len(family) > 1
        assert all(same_forename(a, b) for a in family for b in family)


def test_surname_first() -> None:
    for word in sorted(rules.FIRST_SURNAMES):
        assert fit((word, "min-seo"), (word,)) == SURNAME
        assert fit(("anna", "min-seo"), ("anna",)) != SURNAME


def test_opener() -> None:
    for word in sorted(rules.OPENERS):
        assert not find_names(f"{_capital(word)} ...")
        assert _only(f"{_capital(word)} Ann Zelkova waved.")[1] == ("ann", "zelkova")


def test_calendar() -> None:
    for word in sorted(rules.CALENDAR):
        assert not find_names(f"we met {_capital(word)} and left")


def test_belonging() -> None:
    for word in sorted(rules.BELONGINGS):
        assert not find_names(f"we met {_capital(word)} and left")


def test_no_forename() -> None:
    for word in sorted(rules.NO_FORENAMES):
        assert all(n.sort != "person" for n in find_names(f"we saw {_capital(word)} Zelkova there"))


def test_organization_word() -> None:
    for word in sorted(rules.ORGANIZATION_WORDS):
        assert _only(f"we saw Zelkova Orbit {_capital(word)} there")[2] == "organization"


def test_own_name() -> None:
    for word in sorted(rules.OWN_NAMES):
        assert _only(f"we saw {_capital(word)} there")[2] == "organization"


def test_role() -> None:
    for word in sorted(rules.ROLES):
        phrase = read_phrase(f"the {word}")
        if " " in word:
            assert f"{phrase.before[-1]} {phrase.head}" == word
        else:
            assert phrase.form in (Form.ROLE, Form.DESCRIPTION) and phrase.head == word
        assert names_people(phrase.head)


def test_gendered() -> None:
    for word in sorted(rules.GENDERED):
        assert rules.GENDERED[word] in ("m", "f") and read_phrase(f"her {word}").head == word and names_people(word)


def test_relative() -> None:
    for word in sorted(rules.RELATIVES):
        assert read_phrase(f"his {word}").form is Form.RELATIVE
        assert read_phrase(f"Zelkova's {word}").form is Form.RELATIVE


def test_group() -> None:
    for word in sorted(rules.GROUPS):
        assert read_phrase(word).form is Form.GROUP


def test_organization() -> None:
    for word in sorted(rules.ORGANIZATIONS):
        assert read_phrase(f"the {word}").form is Form.ORGANIZATION


def test_document() -> None:
    for word in sorted(rules.DOCUMENTS):
        assert read_phrase(f"a new {word}").form is Form.DOCUMENT


def test_postnominals() -> None:
    for word in sorted(rules.POSTNOMINALS):
        assert _only(f"we saw Ann Zelkova {word.upper()} there")[1] == ("ann", "zelkova")


def test_another_word_for_somebody() -> None:
    assert rules.VARIATIONS <= rules.ROLES
    for word in sorted(rules.VARIATIONS | rules.NATIONALS):
        [claim] = analyse(f'Ann Zelkova came in on Monday. "It rose in the night," the {word} said.').claims
        told = rules.GENDERED.get(word, "")
        assert claim.speaker is not None and (told == "m" or claim.speaker.name == "Ann Zelkova")


def test_same_roles() -> None:
    for row in rules.SAME_ROLES:
        assert len(row) > 1 and all(row <= SAME[word] for word in row)


def test_demonyms() -> None:
    assert all(place in rules.DEMONYM_PLACES and word != place for word, place in rules.DEMONYMS.items())


@pytest.mark.parametrize("word", ["table", "rain", "Zelkova", ""])
def test_none_of_them(word: str) -> None:
    assert not names_people(word)
