"""Quotations of a draft against sources: made cases over all verdicts, and what must never happen, as properties."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotetrack import analyse
from quotetrack.records import Article, Reading, Skipped, Speaker, SpeakerKind
from quotetrack.spans import Span
from quotetrack.verify import GOOD, Finding, Verdict, verify_quotes
from quotetrack.verify.image import Image
from quotetrack.verify.nearest import Words, nearest
from quotetrack.verify.people import can_be_same
from quotetrack.verify.search import TRIED, in_pieces, pieces_of, places

DATA = json.loads((Path(__file__).parent.parent / "seeds" / "verify.json").read_text("utf-8"))
CASES, SOURCES = DATA["cases"], DATA["sources"]


@lru_cache
def source(name: str) -> Reading:
    return analyse(SOURCES[name], id=name)


def check(draft: str, *names: str) -> Verdict:
    (verdict,) = verify_quotes(draft, [source(name) for name in names])
    return verdict


# the cases


def test_there_are_cases_of_every_verdict():
    assert len(CASES) >= 200
    counts = {kind: sum(case["verdict"] == kind for case in CASES) for kind in Finding}
    assert min(counts.values()) >= 8


def test_98_of_100_cases_are_right_and_no_altered_one_passes():
    wrong = []
    for case in CASES:
        verdict = check(case["draft"], *case["sources"])
        assert not (case["verdict"] not in GOOD and verdict.good), case["draft"]
        flags = set(case.get("flags", ())) <= set(verdict.flags)
        if verdict.verdict != case["verdict"] or not flags:
            wrong.append((case["draft"], verdict))
    assert len(wrong) <= len(CASES) * 0.02, wrong


def test_every_offset_leads_to_the_words():
    for case in CASES:
        verdict = check(case["draft"], *case["sources"])
        quote = verdict.draft.of(case["draft"])
        assert quote and not set(quote) & set("“”")
        assert verdict.why.endswith(".")
        if verdict.source is not None:
            there = verdict.source.of(SOURCES[verdict.article_id])
            assert there == there.strip()
            if verdict.verdict is Finding.VERBATIM:
                assert there == quote
            elif verdict.verdict is Finding.TYPOGRAPHIC:
                assert letters(there) == letters(quote) or re.search("said|told", there)


def letters(words: str) -> str:
    return "".join(letter for letter in words.lower() if letter.isalnum())


# properties over the sentences of the sources

SENTENCES = sorted(
    {
        sentence
        for text in SOURCES.values()
        for quoted in re.findall("“([^”]*)”", text)
        for sentence in re.findall(r".+?[.?!](?=\s|$)", quoted)
        if len(sentence.split()) > 5
    }
)
WORDS = ["not", "never", "twelve", "green", "Oslo", "perhaps", "two", "river"]


@lru_cache
def everything() -> tuple[Reading, ...]:
    return tuple(source(name) for name in SOURCES)


def judged(words: str) -> Verdict:
    (verdict,) = verify_quotes(f"It was put like this: “{words}”", everything())
    return verdict


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_a_changed_word_is_never_good(sentence, data):
    words = sentence.strip().split()
    at = data.draw(st.integers(1, len(words) - 2))
    new = data.draw(st.sampled_from(WORDS))
    how = data.draw(st.sampled_from(["swap", "drop", "add"]))
    changed = words[:at] + ([] if how == "drop" else [new]) + words[at + (how != "add") :]
    if changed == words:
        return
    verdict = judged(" ".join(changed))
    assert not verdict.good, verdict
    if how != "drop":
        assert verdict.verdict in (Finding.ALTERED, Finding.NOT_FOUND)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_a_changed_letter_is_never_good(sentence, data):
    words = sentence.strip()
    at = data.draw(st.integers(1, len(words) - 3))
    if words[at].isalnum():
        new = data.draw(st.sampled_from("xqZ7а"))  # the last is Cyrillic
        verdict = judged(words[:at] + new + words[at + 1 :])
        assert words[at] == new or not verdict.good


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_typography_alone_is_always_good(sentence, data):
    words = sentence.strip()
    changes = [
        lambda w: w,
        lambda w: w.replace("’", "'"),
        lambda w: w.replace("'", "’"),
        lambda w: w.replace(" ", "  "),
        lambda w: w.replace(" ", "\u00a0"),
        lambda w: w.replace(" — ", "—").replace("—", " -- "),
        lambda w: w[:1].swapcase() + w[1:],
        lambda w: w[:-1] + "," if w[-1] == "." else w,
        lambda w: w[:-1] if w[-1] == "." else w,
    ]
    for change in data.draw(st.lists(st.sampled_from(changes), max_size=3)):
        words = change(words)
    verdict = judged(words)
    assert verdict.good, (words, verdict)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_a_cut_at_either_end_is_no_alteration(sentence, data):
    words = sentence.strip().split()
    start = data.draw(st.integers(0, len(words) - 5))
    end = data.draw(st.integers(start + 5, len(words)))
    verdict = judged(" ".join(words[start:end]).rstrip(".,;—- "))
    assert verdict.good, verdict
    assert verdict.verdict is Finding.VERBATIM


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=2))
@example("“\ud800 … [x] and more words here”", ["“and more words here”"])
@example("“[[[] ]… …]…[ and so on and on”", ["and so on and on"])
def test_any_text_is_answered(draft, sources):
    for verdict in verify_quotes(draft, sources):
        assert 0 <= verdict.draft.start <= verdict.draft.end <= len(draft)


def test_the_order_is_the_drafts():
    draft = "“There are cables down everywhere,” Becker said. “Not one,” she said. “We are ready for it all,” she said."
    verdicts = verify_quotes(draft, [source("storm"), source("dam")])
    assert [v.draft.start for v in verdicts] == sorted(v.draft.start for v in verdicts)
    assert [str(v.verdict) for v in verdicts] == ["typographic", "too short", "not found"]


# single findings


def test_a_short_passage_is_told_by_the_rest_of_its_statement():
    text = "“Prices rose 5.3 percent in the year to May,” Ana Ruiz said."
    verdicts = verify_quotes("“Prices rose,” Ana Ruiz said, “5.3 percent.”", [text])
    assert [str(v.verdict) for v in verdicts] == ["typographic", "typographic"]
    verdicts = verify_quotes("“Prices rose,” Ana Ruiz said.", [text])
    assert [str(v.verdict) for v in verdicts] == ["too short"]


def test_a_cue_left_out_is_no_alteration_but_another_word_is():
    text = "“I will go to Lima,” Ana Ruiz said, “but not before the vote.”"
    (verdict,) = verify_quotes("“I will go to Lima, but not before the vote,” Ana Ruiz said.", [text])
    assert verdict.verdict is Finding.TYPOGRAPHIC and verdict.source.of(text).startswith("I will go to Lima,” Ana")
    (verdict,) = verify_quotes("“I will go to Lima, and not before the vote,” Ana Ruiz said.", [text])
    assert verdict.verdict is Finding.ALTERED


def test_a_negation_cut_off_is_flagged():
    text = "“I don't think that we will ever pay the full amount,” Mayor Ana Ruiz said."
    (verdict,) = verify_quotes("“We will ever pay the full amount,” Ruiz said.", [text])
    assert verdict.verdict is Finding.TYPOGRAPHIC and verdict.flags == ("negation",)
    text = "“It is not so. We will pay the full amount,” Mayor Ana Ruiz said."
    (verdict,) = verify_quotes("“We will pay the full amount,” Ruiz said.", [text])
    assert verdict.flags == ()


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("Prices rose 5", "Prices rose 5.3 percent"),
        ("rates at 3 percent now", "rates at 2.3 percent now"),
        ("a 10 percent cut now", "a -10 percent cut now"),
        ("3 percent of all homes", "2.3 percent of all homes"),
        ("10 percent of all homes", "it is -10 percent of all homes"),
        ("violent protest in the city", "non-violent protest in the city"),
        ("everybody here can", "everybody here can't go"),
        ("everybody here can", "everybody here cannot go"),
        ("they are all anti", "they are all anti-war"),
        ("it may be a mistake", "it maybe a mistake"),
        ("the dogs bowl is empty", "the dog's bowl is empty"),
        ("He went home. We stayed on", "He went home, we stayed on"),
        ("Let's eat grandma tonight", "Let's eat, grandma, tonight"),
    ],
)
def test_the_middle_of_a_word_or_a_number_is_no_cut(draft, text):
    (verdict,) = verify_quotes(f"Ana Ruiz said: “{draft}”", [f"Ana Ruiz said: “{text}”"])
    assert not verdict.good


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("Cafe\u0301 owners will not like it", "Café owners will not like it"),
        ("the ﬁrst of many ofﬁces", "the first of many offices"),
        ("a coopera\u00adtion of ten\u200b states", "a cooperation of ten states"),
        ("pages 10–12 of the report", "pages 10-12 of the report"),
        ("so be it . . . we go on", "so be it...we go on"),
        ("well , that is all , folks", "well, that is all, folks"),
        ("he called it “a mess” at last", "he called it ‘a mess’ at last"),
        ("to be – or not to be", "to be—or not to be"),
    ],
)
def test_what_is_typography_alone(draft, text):
    (verdict,) = verify_quotes(f"Ana Ruiz said: “{draft}”", [f"Ana Ruiz said: “{text}”"])
    assert verdict.verdict is Finding.TYPOGRAPHIC


def test_the_best_of_several_places_counts():
    text = "“This is the end of the road,” Ana Ruiz said.\n\n“This is the end of the road,” Peter Lang said."
    for name in ("Ana Ruiz", "Peter Lang"):
        (verdict,) = verify_quotes(f"“This is the end of the road,” {name} said.", [text])
        assert verdict.verdict is Finding.VERBATIM
    (verdict,) = verify_quotes("“This is the end of the road,” Mina Sato said.", [text])
    assert verdict.verdict is Finding.WRONG_SPEAKER
    assert verdict.why == "The source gives it to Ana Ruiz, the draft to Mina Sato."


def test_pieces_of_two_speakers_are_nobodys_words():
    text = "“The bridge will be closed for repairs,” Ana Ruiz said.\n\n“The school will stay open,” Peter Lang said."
    (verdict,) = verify_quotes("It was said: “The bridge will be closed … The school will stay open.”", [text])
    assert verdict.verdict is Finding.WRONG_SPEAKER and "elided" in verdict.flags
    assert verdict.why == "The source gives it to Ana Ruiz and Peter Lang."


def test_titles_and_words_of_the_writers_own_are_not_checked():
    text = "She sang “Silent Night and Day” on the “scenic” road, and “the rest of it is gone” too."
    skipped = [
        Skipped(10, 30, "Silent Night and Day", "the name of a work or a programme"),
        Skipped(40, 46, "scenic", "the writer's own word"),
        Skipped(text.index("the rest"), text.index("” too"), "the rest of it is gone", "no cue"),
    ]
    (verdict,) = verify_quotes(Reading(Article("a", text), skipped=tuple(skipped)), ["x"])
    assert verdict.draft.of(text) == "the rest of it is gone"
    assert verify_quotes("", ["x"]) == []


def test_without_sources_nothing_is_found():
    (verdict,) = verify_quotes("“The bridge will be closed,” Ana Ruiz said.", [])
    assert verdict == Verdict(
        Finding.NOT_FOUND, Span(1, 27), None, None, why="No source has any of its words."
    )


def test_what_a_source_may_be():
    text = "“The bridge will be closed,” Ana Ruiz said Friday."
    draft = "“The bridge will be closed,” Ana Ruiz said."
    for given_ in (text, {"text": text, "id": 7, "title": None, "published": "2014-05-03"}, analyse(text)):
        (verdict,) = verify_quotes(analyse(draft), [given_])
        assert verdict.verdict is Finding.VERBATIM and verdict.good
    assert verify_quotes(draft, [{"text": text, "id": 7}])[0].article_id == "7"


def test_misuse_is_told():
    with pytest.raises(TypeError, match="put a single one in a list"):
        verify_quotes("x", "a source")
    with pytest.raises(TypeError, match="source 2 is to be a text, a mapping with a text, or a reading, not int"):
        verify_quotes("x", ["a", 3])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="the draft is to be a text"):
        verify_quotes(None, ["a"])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="Invalid isoformat"):
        verify_quotes("x", [{"text": "a", "published": "yesterday"}])


def test_a_quotation_without_words():
    found = verify_quotes("“?!” asked Ana Ruiz.", ["“Why?” asked Ana Ruiz."])
    assert all(not verdict.good for verdict in found)


# the rooms


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("ab '\"’“-—–….\n\u00ad\u0301eﬁ09"), max_size=30))
def test_an_image_leads_back(text):
    image = Image(text)
    for at in range(len(image.text)):
        span = image.span(at, at + 1)
        assert 0 <= span.start < span.end <= len(text)
        if image.text[at].isascii() and image.text[at].isalnum() and span.of(text).isascii():
            assert span.of(text) == image.text[at]
    assert image.span(0, 0) == Span(0, 0)
    assert "  " not in image.text and '"' not in image.text


def test_an_image_of_stretches():
    text = "“One,” he said, “two.”"
    image = Image(text, [Span(1, 5), Span(17, 21)])
    assert image.text == "One, two."
    assert image.span(0, 8) == Span(1, 20)


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("plain words", [("plain words", "")]),
        ("[T]he end", [("The end", "")]),
        ("it is [the] end", [("it is", ""), ("end", "[]")]),
        ("it … ended, [he] said", [("it", ""), ("ended,", "…"), ("said", "[]")]),
        ("they want[ed] it", [("they want", ""), ("it", "[]")]),
        ("so. [T]he end", [("so.", ""), ("The end", "[]")]),
        ("…and so [...] on…", [("and so", ""), ("on", "…")]),
        ("one […] two", [("one", ""), ("two", "…")]),
        ("", []),
    ],
)
def test_pieces(words, pieces):
    assert [(piece.words, piece.gap) for piece in pieces_of(Image(words).text)] == pieces


def test_pieces_are_found_in_their_order_and_near():
    text = "they wanted it all " + "x " * 700 + "and then some more"
    assert [found.pieces for found in in_pieces(text, pieces_of("they want[ed] it all"))] == [((0, 9), (12, 18))]
    assert list(in_pieces(text, pieces_of("it all … they wanted"))) == []
    assert list(in_pieces(text, pieces_of("it all … and then"))) == []
    assert list(in_pieces("it was a, b, c, d, e, f and g", pieces_of("it [was] and g"))) == []
    assert list(in_pieces("He went. It fell", pieces_of("He [and] fell"))) == []


def test_places_have_an_end_on_hostile_text():
    assert sum(1 for _ in places("a" * 3 * TRIED, "a")) == 0
    assert sum(1 for _ in places("a " * 3 * TRIED, "a")) == 60
    assert list(places("abc", "")) == []
    many = "a … " * 300
    assert list(in_pieces(many * 5, pieces_of("a … " * 40 + "b"))) == []


def test_nearest_has_nothing_to_say_of_nothing():
    assert nearest(Words(""), Words("a b")) is None
    assert nearest(Words("a b"), Words("")) is None
    assert nearest(Words("green rivers"), Words("other things")) is None
    near = nearest(Words("we run the red mill"), Words("Then they said we run the old mill. And more."))
    assert near is not None and near.differs == (("red", "old"),)


def person(name: str, **more: object) -> Speaker:
    return Speaker("x", name, SpeakerKind.PERSON, **more)


NORTH_BANK = Speaker("x", "North Bank", SpeakerKind.ORGANIZATION)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (person("Ana Ruiz"), person("Ana Ruiz"), True),
        (person("Ruiz"), person("Ana Ruiz"), True),
        (person("Ana M. Ruiz"), person("Ana Ruiz"), True),
        (person("Ana Ruíz"), person("Ana Ruiz"), True),
        (person("Dr. Ana Ruiz"), person("Ana Ruiz"), True),
        (person("Dan Ruiz"), person("Daniel Ruiz"), True),
        (person("Ben Ruiz"), person("Ana Ruiz"), False),
        (person("Ana Ruiz"), person("Peter Lang"), False),
        (person("Kim"), person("Kim Jong-un"), True),
        (person("Spider"), person("Peter Lang", aliases=("Spider",)), True),
        (Speaker("x", "an official", SpeakerKind.ANONYMOUS), person("Ana Ruiz"), True),
        (NORTH_BANK, person("Ana Ruiz", role="economist at North Bank"), True),
        (NORTH_BANK, person("Ana Ruiz", role="mayor"), False),
        (NORTH_BANK, Speaker("y", "Lake", SpeakerKind.ORGANIZATION), False),
        (person("Dr."), person("Ana Ruiz"), True),
    ],
)
def test_who_can_be_the_same(one, two, same):
    assert can_be_same(one, two) is same
    assert can_be_same(two, one) is same
