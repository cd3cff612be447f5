"""The doors: what they take, what they refuse, and that they agree with each other."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256
from typing import Any

import pytest

from quotetrack import Speaker, analyse, extract_quotes, read_article

STORY = """\
GENEVA, March 3, 2021 (Reuters) - "We are ready," Ana Ruiz, the envoy, said on Tuesday.

Ruiz said that the "new ideas" were good, and that the talks would go on.

Ruiz added that nobody had left.
"""
DOORS = (extract_quotes, analyse, read_article)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("text", "says"),
    [(b"text", "decode"), (bytearray(b"text"), "decode"), (None, "NoneType, not str"), (["text"], "list, not str")],
)
def test_what_is_no_text_is_a_type_error_that_says_what_to_do(door: Any, text: object, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        door(text)


def test_an_unknown_kind_is_a_value_error_that_lists_the_kinds() -> None:
    with pytest.raises(ValueError, match="direct, mixed, indirect"):
        extract_quotes(STORY, kinds=("direct", "spoken"))


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"published": "2015-01-30"}, "date.fromisoformat"),
        ({"published": 2015}, "published"),
        ({"headline": b"Talks"}, "headline"),
        ({"id": 7}, r"str\(id\)"),
    ],
)
def test_an_argument_of_another_type_is_a_type_error(door: Any, arguments: dict[str, Any], says: str) -> None:
    with pytest.raises(TypeError, match=says):
        door(STORY, **arguments)


@pytest.mark.parametrize("door", [extract_quotes, analyse])
@pytest.mark.parametrize("people", ["Ana Ruiz", ["Ana Ruiz", 7]])
def test_people_are_names_or_speakers(door: Any, people: object) -> None:
    with pytest.raises(TypeError, match="people"):
        door(STORY, people=people)


def test_one_kind_as_a_word_is_refused_with_the_way_to_write_it() -> None:
    with pytest.raises(TypeError, match=r"kinds=\('direct',\)"):
        extract_quotes(STORY, kinds="direct")


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "\x00", "\ud800", '"', "''\"\"“”" * 100])
def test_texts_with_nothing_in_them(text: str) -> None:
    assert extract_quotes(text) == []
    assert "".join(text[part.start : part.end] for part in read_article(text).parts) == text


def test_the_doors_agree() -> None:
    reading = analyse(STORY)
    assert [str(claim.kind) for claim in reading.claims] == ["direct", "mixed", "indirect"]
    assert tuple(extract_quotes(STORY, kinds=("direct", "mixed", "indirect"))) == reading.claims
    assert extract_quotes(STORY) == list(reading.claims[:2])
    assert extract_quotes(STORY, kinds=["indirect"]) == list(reading.claims[2:])
    assert extract_quotes(STORY, kinds=()) == []
    assert read_article(STORY) == reading.article


def test_ids() -> None:
    [first, second] = extract_quotes(STORY)
    assert first.article_id == sha256(STORY.encode()).hexdigest()[:16]
    assert first.id != second.id
    assert all(len(claim.id) == 16 and int(claim.id, 16) >= 0 for claim in (first, second))
    assert extract_quotes(STORY)[0].id == first.id
    named = extract_quotes(STORY, id="reuters-7")[0]
    assert named.article_id == "reuters-7"
    assert named.id != first.id
    odd = "\ud800" + STORY
    assert extract_quotes(odd)[0].article_id == sha256(odd.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@pytest.mark.parametrize("published", [dt.date(2021, 3, 3), dt.datetime(2021, 3, 3, 18, 19)])
def test_published_is_what_days_are_counted_from(published: dt.date) -> None:
    [claim] = extract_quotes('"We are ready," Ana Ruiz said on Tuesday.', published=published)
    assert claim.said_on == dt.date(2021, 3, 2)
    assert read_article("It rained.", published=published).published == published


def test_without_a_day_in_sight_there_is_no_day() -> None:
    [claim] = extract_quotes('"We are ready," Ana Ruiz said on Tuesday.')
    assert claim.said is None
    assert claim.said_on is None


def test_a_headline_apart_is_kept_as_it_is() -> None:
    assert read_article("It rained.", headline="Rain").headline == "Rain"


def test_known_people_win_where_they_fit() -> None:
    known = Speaker("Q7", "Ana María Ruiz", next(iter(analyse(STORY).cast)).kind, aliases=("Ana Ruiz",))
    claims = extract_quotes(STORY, people=[known, "Bob Lee"])
    assert {claim.speaker.id for claim in claims if claim.speaker} == {"Q7"}


def test_a_claim_inside_another_knows_it() -> None:
    text = "Ana Ruiz said: \"The mayor told me, 'We are ready,' and I believed him.\""
    claims = analyse(text).claims
    inner = [claim for claim in claims if claim.within is not None]
    assert all(any(outer.id == claim.within for outer in claims) for claim in inner)


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "\ufeff\r\n" + STORY.replace("\n", "\r\n").replace('"', "“", 1)
    for claim in extract_quotes(text):
        assert claim.text == " … ".join(span.of(text) for span in claim.spans)


def test_a_long_line_is_read_to_its_end() -> None:
    text = '"We are ready," Ana Ruiz said. ' * 170
    assert len(extract_quotes(text * 10)) == 10 * len(extract_quotes(text))
