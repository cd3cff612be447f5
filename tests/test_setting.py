"""Where and by what way something was said."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.records import Form, Mention
from quotetrack.rules import settings
from quotetrack.setting import read
from quotetrack.spans import Span
from quotetrack.text import fold


def setting(frame: str, before: str = "Ruiz said") -> tuple[Mention | None, Mention | None]:
    """What is read in the stretch that follows ``before``."""
    text = before + frame
    return read(text, fold(text), [Span(len(before), len(text))])


def words(frame: str, before: str = "Ruiz said") -> tuple[str | None, str | None]:
    """The place's and the medium's words."""
    place, medium = setting(frame, before)
    return place.text if place else None, medium.text if medium else None


@pytest.mark.parametrize(
    ("frame", "place"),
    [
        (" reporters in Beijing on Tuesday", "Beijing"),
        (" in Beijing", "Beijing"),
        (" in Lisbon.", "Lisbon"),
        (" in St. Louis.", "St. Louis"),
        (" in Washington, D.C.", "Washington"),
        (" in Washington Friday", "Washington"),
        (" in New York City on Monday", "New York City"),
        (" in Rio de Janeiro on Monday", "Rio de Janeiro"),
        (" a crowd in Des Moines, Iowa,", "Des Moines"),
        (" lawmakers in Athens", "Athens"),
        (", speaking in Geneva,", "Geneva"),
        (", in Geneva, with a smile", "Geneva"),
        (" Tuesday in Oslo", "Oslo"),
        (" on May 4 in Oslo", "Oslo"),
        (" at a news conference in Geneva", "Geneva"),
        (" after a meeting in Vienna with officials", "Vienna"),
        (" supporters at a rally in Cedar Rapids, Iowa, on Friday", "Cedar Rapids"),
        (" in an interview with the BBC in London", "London"),
        (" by telephone from Moscow", "Moscow"),
        (" at the White House", "White House"),
        (" at Trump Tower on Friday", "Trump Tower"),
        (" at the University of Texas on Friday", "University of Texas"),
        (" in the Philippines", "Philippines"),
        (" at a hearing on Capitol Hill", "Capitol Hill"),
        (" in Beijing\u2019s Great Hall of the People", "Beijing\u2019s Great Hall of the People"),
        (" in Beijing's suburbs", "Beijing"),
        (" in \u00c5lesund", "\u00c5lesund"),
    ],
)
def test_the_place(frame: str, place: str) -> None:
    found, _ = setting(frame)
    assert found is not None
    assert (found.text, found.form) == (place, Form.NAME)


@pytest.mark.parametrize(
    "frame",
    [
        ", ambassador in Beijing,",
        ", the mayor of London,",
        ", the envoy in Seoul, on Friday",
        ", a professor of law at the University of Texas in Austin",
        ", director of the clinic in Boston",
        ", minister of trade in Ottawa",
        ", who was born in Madrid",
        ", whose office in Madrid was shut",
        " in May",
        " on Monday in English",
        " in Parliament",
        " in Congress",
        " at Christmas",
        " in Washington Post interviews",
        " in Senate testimony",
        " from Paris",
        " in the Times",
        " at Reuters",
        " in Twitter",
        " his plan in Ohio",
        " in the end",
        "",
    ],
)
def test_no_place(frame: str) -> None:
    assert setting(frame)[0] is None


def test_no_place_after_a_role_right_before_the_stretch() -> None:
    assert words(" in Seoul", before="said the ambassador") == (None, None)
    assert words(" in Seoul", before="said Ruiz") == ("Seoul", None)


@pytest.mark.parametrize(
    ("frame", "medium"),
    [
        (" in a statement on Wednesday", "in a statement"),
        (" in a statement.", "in a statement"),
        (" in an interview with the BBC on Friday", "in an interview with the BBC"),
        (" in an interview with Reuters Friday", "in an interview with Reuters"),
        (" in an interview with a local newspaper", "in an interview with a local newspaper"),
        (" in an interview on NBC's \"Meet the Press\"", "in an interview on NBC's \"Meet the Press\""),
        (" in a phone interview from Kabul", "in a phone interview"),
        (" in an email to The Lake Courier", "in an email to The Lake Courier"),
        (" in a joint news conference", "in a joint news conference"),
        (" in a series of tweets", "in a series of tweets"),
        (" in a Facebook post Thursday", "in a Facebook post"),
        (" in Senate testimony", "in Senate testimony"),
        (" in remarks prepared for delivery", "in remarks"),
        (" on Fox News\u2019s \u2018Hannity\u2019", "on Fox News\u2019s \u2018Hannity\u2019"),
        (" on NBC's Meet the Press", "on NBC's Meet the Press"),
        (" on Lake Valley Radio", "on Lake Valley Radio"),
        (" on CNN Tuesday", "on CNN"),
        (' on "The Long Hour" on Sunday', 'on "The Long Hour"'),
        (" on his verified Twitter account", "on his verified Twitter account"),
        (" by phone", "by phone"),
        (" under oath", "under oath"),
        (" In a speech on Monday,", "In a speech"),
        (" On Twitter,", "On Twitter"),
    ],
)
def test_the_medium_is_as_printed(frame: str, medium: str) -> None:
    assert words(frame)[1] == medium


@pytest.mark.parametrize(
    "frame",
    [
        " in the event of war",
        " in order to win",
        " in response to a report",
        " on the debate stage",
        " in Beijing at noon",
        ", which he heard in a debate",
        " on Xinjiang",
        " on Monday",
        " by Friday",
        " in the weeks since the email leaked",
    ],
)
def test_no_medium(frame: str) -> None:
    assert setting(frame)[1] is None


@pytest.mark.parametrize("medium", settings.MEDIA + settings.BARE, ids=lambda medium: medium.nouns[:20])
def test_every_medium_earns_its_place(medium: settings.Medium) -> None:
    form = Form.DOCUMENT if medium.kind == settings.WRITTEN else Form.DESCRIPTION
    found = setting(" " + medium.must)[1]
    assert found is not None
    assert (found.text, found.form) == (medium.must, form)
    for noun in medium.nouns.split("|"):
        lead = "" if medium in settings.BARE else "on a " if noun in settings.ON_NOUNS else "in a "
        found = setting(f" {lead}{noun}")[1]
        assert found is not None
        assert (found.text, found.form) == (lead + noun, form)


@pytest.mark.parametrize("name", settings.SITES)
def test_every_site(name: str) -> None:
    found = setting(f" on {name} Friday")[1]
    assert found is not None
    assert (found.text, found.form) == (f"on {name}", Form.DOCUMENT)


@pytest.mark.parametrize("name", (*settings.NETWORKS, *(f"Lake {end}" for end in settings.BROADCAST_ENDS)))
def test_every_broadcaster(name: str) -> None:
    found = setting(f" on {name} on Friday")[1]
    assert found is not None
    assert (found.text, found.form) == (f"on {name}", Form.DESCRIPTION)


@pytest.mark.parametrize("word", sorted(settings.NEED_NO_ARTICLE))
def test_every_noun_without_article(word: str) -> None:
    assert words(f" in {word}")[1] == f"in {word}"


@pytest.mark.parametrize("word", sorted(settings.AUDIENCES | settings.ON_THE_SPOT))
def test_a_place_follows_every_audience(word: str) -> None:
    assert words(f" to {word} in Lisbon")[0] == "Lisbon"


@pytest.mark.parametrize("word", sorted(settings.ROLE_NOUNS))
def test_no_place_follows_a_role(word: str) -> None:
    assert words(" in Lisbon", before=f"said the {word}")[0] is None


@pytest.mark.parametrize("word", sorted(settings.NOT_PLACES))
def test_no_place_is_another_name(word: str) -> None:
    assert words(f" in {word}")[0] is None


@pytest.mark.parametrize("word", sorted(settings.SITES_OF_SPEECH))
def test_every_site_of_speech(word: str) -> None:
    assert words(f" at Lake {word}")[0] == f"Lake {word}"


@pytest.mark.parametrize("word", sorted(settings.WITH_THE))
def test_every_place_with_the(word: str) -> None:
    assert words(f" in the {word}")[0] == word


@pytest.mark.parametrize("name", settings.ON_WHICH)
def test_every_place_that_on_leads(name: str) -> None:
    assert words(f" on {name}")[0] == name


def test_the_first_of_several_stretches_counts() -> None:
    text = "In Lisbon, Ruiz said in Porto in a memo, then in a letter."
    place, medium = read(text, text, [Span(0, 11), Span(20, len(text))])
    assert place is not None
    assert medium is not None
    assert (place.text, medium.text) == ("Lisbon", "in a memo")


parts = ["in", "at", "on", "a", "the", "Fox", "'s", '"', "Rome", "statement", ".", "who", "-"]


@given(st.lists(st.sampled_from(parts)))
def test_no_words_raise_and_spans_are_what_they_say(parts: list[str]) -> None:
    text = " ".join(parts)
    for mention in read(text, fold(text), [Span(0, len(text))]):
        assert mention is None or (mention.text and text[mention.start : mention.end] == mention.text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text(one: str, two: str) -> None:
    text = f"{one} in {two} at {one}"
    for mention in read(text, fold(text), [Span(0, len(text))]):
        assert mention is None or text[mention.start : mention.end] == mention.text


def test_work_grows_with_the_length_alone() -> None:
    counts = []
    for size in (300, 600):
        count = 0

        def counted(frame: object, event: str, _: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        text = " in Aaa at a big" * size
        sys.setprofile(counted)
        try:
            read(text, text, [Span(0, len(text))])
        finally:
            sys.setprofile(None)
        counts.append(count)
    assert counts[1] < 2.2 * counts[0]


@pytest.mark.parametrize("word", settings.WRITTEN_TO)
def test_to_whom_it_was_written(word: str) -> None:
    assert words(f" in a note to its {word} on Monday")[1] == f"in a note to its {word}"


def test_a_post_on_a_site() -> None:
    assert words(" in a post on Facebook on Monday")[1] == "in a post on Facebook"
