"""Proper names in running text, and the noun phrases that name a source."""

from __future__ import annotations

import json
import pathlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.phrases import names
from quotetrack.phrases.forms import read_phrase
from quotetrack.phrases.names import find_names, is_acronym, key_word, name_words
from quotetrack.records import Form
from quotetrack.text import fold

CASES = pathlib.Path(__file__).parent.parent / "seeds" / "cases"


def _read(text: str) -> list[tuple[str, str, str]]:
    image = fold(text)
    return [(n.title, text[n.start : n.end], n.sort) for n in find_names(image)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Former House Speaker Ann Quill waved.", [("Former House Speaker", "Ann Quill", "person")]),
        ("the Secretary of State John Quill waved", [("Secretary of State", "John Quill", "person")]),
        ("White House Chief Of Staff Ann Quill", [("White House Chief Of Staff", "Ann Quill", "person")]),
        ("Billionaire Ann Quill waved.", [("Billionaire", "Ann Quill", "person")]),
        ("Seismologist Ann Quill waved.", [("Seismologist", "Ann Quill", "person")]),
        ("Linebacker Joe Quill ran.", [("Linebacker", "Joe Quill", "person")]),
        ("Shoemaker Quill Levy", [("", "Shoemaker Quill Levy", "person")]),
        ("RCMP Const. Joe Quill", [("RCMP Const.", "Joe Quill", "person")]),
        ("Northwind President Ann Quill", [("Northwind President", "Ann Quill", "person")]),
        ("Judge Aaron Judge sat.", [("Judge", "Aaron Judge", "person")]),
        ("Saudi Prince Alwaleed Quill", [("Saudi Prince", "Alwaleed Quill", "person")]),
        ("Sen. Ann Quill (R-Ohio)", [("Sen.", "Ann Quill", "person"), ("", "R-Ohio", "single")]),
        ("Martin Luther Quill Jr. on Monday", [("", "Martin Luther Quill Jr.", "person")]),
        ("Leon Quill, Jr., built it", [("", "Leon Quill, Jr.", "person")]),
        ("Ursula von der Quill left", [("", "Ursula von der Quill", "person")]),
        ("Omar bin Quill left", [("", "Omar bin Quill", "person")]),
        ("Huda al-Quill's, d'Artagnan's", [("", "Huda al-Quill", "person"), ("", "d'Artagnan", "single")]),
        ("an al-Quill aide", [("", "al-Quill", "single")]),
        ("Florida-based Quill", [("", "Florida", "place"), ("", "Quill", "single")]),
        ("in the U.S. The mayor", [("", "U.S.", "place")]),
        ("Martin O'Quill and Sinead O’Quill", [("", "Martin O'Quill", "person"), ("", "Sinead O’Quill", "person")]),
        ('Walter "Buck" Quill rode', [("", 'Walter "Buck" Quill', "person")]),
        ("the Bank of England and the Council on Foreign Relations", [
            ("", "Bank of England", "organization"), ("", "Council on Foreign Relations", "organization"),
        ]),
        ("the Quill Foundation, the FBI", [("", "Quill Foundation", "organization"), ("", "FBI", "organization")]),
        ("AT&T hired Ann Quill", [("", "AT&T", "organization"), ("", "Ann Quill", "person")]),
        ("Ann Quill Says No To Tax", [("", "Ann Quill Says No To Tax", "organization")]),
        ("Smith Wednesday left", [("", "Smith", "single")]),
        ("Wednesday Smith left", [("", "Smith", "single")]),
        ("April Quill left", [("", "April Quill", "person")]),
        ("Additionally Quill left", [("", "Quill", "single")]),
        ("Max Cuban met House Republicans", [("", "Max Cuban", "person"), ("", "House Republicans", "organization")]),
        ("The Hague. But no. On Monday, he", [("", "Hague", "single")]),
        ("Jos\u00c3\u00a9 Mu\u00c3\u00b1oz left", [("", "Jos\u00c3\u00a9 Mu\u00c3\u00b1oz", "person")]),
        ("Bank of the unknown", [("", "Bank", "single")]),
        ("Secretary of State and nobody", []),
        ("Secretary of Defense The, he", []),
        ("But Secretary of State Ann Quill", [("Secretary of State", "Ann Quill", "person")]),
        ("no names here at all", []),
        ("X" * 200 + " left", []),
    ],
)  # fmt: skip
def test_names(text: str, names: list[tuple[str, str, str]]) -> None:
    assert _read(text) == names


def test_every_name_of_the_cases_is_cut_out_whole() -> None:
    for row in json.loads((CASES / "names.json").read_text(encoding="utf8"))["cases"]:
        image = fold(row["text"])
        for name in find_names(image):
            assert not image[: name.start][-1:].isalpha() and not image[name.end :][:1].isalpha()
            assert name.title_start <= name.start < name.end and name.words


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abcIJKLéÅ' .-\"\n&,0", max_size=120))
def test_any_text(text: str) -> None:
    image = fold(text)
    names = find_names(image)
    assert all(a.end <= b.title_start for a, b in pairwise(names))
    assert all(0 <= n.title_start <= n.start < n.end <= len(text) for n in names)
    assert read_phrase(image).form in Form
    shifted = find_names("\n\n" + image, 2)
    assert [(n.start - 2, n.end - 2) for n in shifted] == [(n.start, n.end) for n in names]


def test_a_thousand_words_are_no_name() -> None:
    assert find_names("Ann " * 1000) == []
    assert len(find_names("Ann Quill, " * 1000)) == 1000


@pytest.mark.parametrize(
    ("word", "key"),
    [("al-Assad", "assad"), ("J.", "j"), ("Peña", "pena"), ("O'Quill", "o'quill"), ("Al-Shabaab", "shabaab")],
)
def test_key_word(word: str, key: str) -> None:
    assert key_word(word) == key


def test_name_words() -> None:
    assert name_words("William (Bill) Quill III") == ("william", "quill")
    assert name_words("Jr.") == ("jr",)


def test_is_acronym() -> None:
    assert is_acronym("NATO") and is_acronym("U.N.")
    assert not any(is_acronym(word) for word in ("Nato", "A", "ABCDEFGH"))


@pytest.mark.parametrize(
    ("text", "form", "head"),
    [
        ("he", "pronoun", "he"),
        ("They", "pronoun", "they"),
        ("Ann Quill", "name", "Ann Quill"),
        ("Mr. Quill", "surname", "Quill"),
        ("Quill", "surname", "Quill"),
        ("Investors", "group", "investors"),
        ("the envoy", "role", "envoy"),
        ("The 43-year-old former congressman", "description", "congressman"),
        ("a U.S. official", "anonymous", "official"),
        ("a spokesman for Mr. Quill", "anonymous", "spokesman"),
        ("someone in the audience", "anonymous", "someone"),
        ("his mother", "relative", "mother"),
        ("Quill's sisters", "relative", "sisters"),
        ("residents of the valley", "group", "residents"),
        ("police", "group", "police"),
        ("Quill aides", "group", "aides"),
        ("Ann Quill and Ben Reed", "group", "Ann Quill"),
        ("Ann Quill, Ben Reed and Cid Moss", "group", "Ann Quill"),
        ("South Korea and the U.S.", "group", "South Korea"),
        ("the company", "organization", "company"),
        ("the Quill campaign", "organization", "campaign"),
        ("the FBI", "organization", "FBI"),
        ("a super PAC", "organization", "pac"),
        ("a new Quill University poll", "document", "poll"),
        ("the report", "document", "report"),
        ("Quill aide Ben Reed", "name", "Ben Reed"),
        ("Quill's deputy, Ben Reed, who left", "name", "Ben Reed"),
        ("The Harbour Post's Ben Reed", "name", "Ben Reed"),
        ("Ben Reed of the Harbour Post", "name", "Ben Reed"),
        ("Ben Reed, a spokesman for Ann Quill,", "name", "Ben Reed"),
        ("a former mayor -- Ben Reed, 40", "name", "Ben Reed"),
        ("a man named Ben Reed", "name", "Ben Reed"),
        ("a man who met Ben Reed", "anonymous", "man"),
        ("director of operations Ben Reed", "name", "Ben Reed"),
        ("a friend of actor Ben Reed", "anonymous", "friend"),
        ("Ohio-based Ben Reed", "name", "Ben Reed"),
        ("the woman", "role", "woman"),
        ("the stranger", "description", "stranger"),
        ("Bolton's", "surname", "Bolton"),
        ("", "anonymous", ""),
    ],
)
def test_phrases(text: str, form: str, head: str) -> None:
    phrase = read_phrase(text)
    named = text[phrase.name.start : phrase.name.end] if phrase.name is not None else phrase.head
    assert (str(phrase.form), named) == (form, head)


def test_runs_that_were_read_are_held_for_so_long_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "_READS", {})
    monkeypatch.setattr(names, "_READS_BEFORE", {})
    monkeypatch.setattr(names, "_MOST_READS", 3)
    texts = [f"Then {word} Example met Ruiz." for word in ("Ann", "Ben", "Cid", "Ann", "Dee", "Eve", "Ann")]
    read = [find_names(text) for text in texts]
    assert len(names._READS) <= 3 and len(names._READS_BEFORE) <= 3
    assert read[0] == read[3] == read[6]
