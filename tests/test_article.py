"""The parts of an article: what each line is, and that the parts partition the text."""

from __future__ import annotations

import datetime as dt
import hashlib
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack import article
from quotetrack.article import kinds
from quotetrack.article.lines import blocks
from quotetrack.records import Article, Part, PartKind
from quotetrack.rules import furniture
from quotetrack.text import fold

BODY = (
    "The harbour will close for two years, the port said on Friday.",
    '"Nobody should have to wait that long," said Ann Lee, who runs a stall on the quay.',
    "The work is to begin in May, and most of the stalls will move to the old market hall.",
)


def read(text: str, **known: object) -> Article:
    return article.read(text, fold(text), **known)  # type: ignore[arg-type]


def parts_of(text: str, **known: object) -> list[tuple[str, str]]:
    return [(str(p.kind), text[p.start : p.end]) for p in read(text, **known).parts if p.kind is not PartKind.BLANK]


def kinds_of(text: str, **known: object) -> list[str]:
    return [kind for kind, _ in parts_of(text, **known)]


def of_kind(text: str, kind: str, **known: object) -> list[str]:
    return [words for found, words in parts_of(text, **known) if found == kind]


def story(*lines: str, body: tuple[str, ...] = BODY, gap: str = "\n\n") -> str:
    return gap.join((*lines, *body))


def check_partition(found: Article) -> None:
    position = 0
    for part in found.parts:
        assert part.start == position and part.end > part.start
        words = found.text[part.start : part.end]
        blank = not words.replace("\ufeff", " ").strip()
        assert blank == (part.kind is PartKind.BLANK)
        if not blank:
            assert words == words.replace("\ufeff", " ").strip()
        position = part.end
    assert position == len(found.text)


# a whole wire story


WIRE = """Skip to main content Menu

(2nd LD) Harbour to close for two years: mayor

All News 09:05 March 3, 2016

(ATTN: ADDS details in paras 2-3)
By Ann Lee

OSLO, March 2 (Nordwire) -- The harbour will close for two years, the mayor said Wednesday.

"It is late," she said.

alee@nordwire.example
(END)

HOME TOP
Send Feedback
"""


def test_every_part_of_a_wire_story() -> None:
    assert parts_of(WIRE) == [
        ("furniture", "Skip to main content Menu"),
        ("slug", "(2nd LD)"),
        ("headline", "Harbour to close for two years: mayor"),
        ("published", "All News 09:05 March 3, 2016"),
        ("note", "(ATTN: ADDS details in paras 2-3)"),
        ("byline", "By Ann Lee"),
        ("dateline", "OSLO, March 2 (Nordwire) --"),
        ("paragraph", "The harbour will close for two years, the mayor said Wednesday."),
        ("paragraph", '"It is late," she said.'),
        ("signoff", "alee@nordwire.example"),
        ("signoff", "(END)"),
        ("furniture", "HOME TOP"),
        ("furniture", "Send Feedback"),
    ]


def test_the_records_of_a_wire_story() -> None:
    found = read(WIRE)
    assert isinstance(found.headline, Part) and found.slug is not None and found.byline is not None
    assert WIRE[found.headline.start : found.headline.end] == "Harbour to close for two years: mayor"
    assert WIRE[found.slug.start : found.slug.end] == "(2nd LD)"
    assert WIRE[found.byline.start : found.byline.end] == "By Ann Lee"
    assert found.published == dt.datetime(2016, 3, 3, 9, 5)
    assert found.dateline is not None and found.dateline.date == dt.date(2016, 3, 2)
    check_partition(found)


def test_the_callers_publication_goes_before_the_printed_one() -> None:
    found = read(WIRE, published=dt.date(2017, 1, 1))
    assert found.published == dt.date(2017, 1, 1)
    assert found.dateline is not None and found.dateline.date == dt.date(2016, 3, 2)


def test_the_id_is_the_texts_hash_or_the_callers() -> None:
    assert read("a").id == hashlib.sha256(b"a").hexdigest()[:16]
    assert read("a", id="mine").id == "mine"
    assert read("\ud800").id == hashlib.sha256("\ud800".encode("utf-8", "surrogatepass")).hexdigest()[:16]


# texts with no such thing


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "\r\n\u2028"])
def test_nothing_but_space_has_no_parts_to_read(text: str) -> None:
    assert kinds_of(text) == []
    check_partition(read(text))


def test_plain_text_is_paragraphs() -> None:
    assert kinds_of(story()) == ["paragraph"] * 3
    found = read(story())
    assert (found.headline, found.slug, found.byline, found.dateline, found.published) == (None,) * 5


@pytest.mark.parametrize(
    "text",
    [
        "One line alone",
        "Talks fail",
        '"No," she said',
        "MAYOR: Thank you all for coming\n\nLEE: Thank you",
        "roses are red\n\nviolets are blue",
        'Kim said: "Yes."\nLee said: "No."',
        "By the time it ended, everyone had left.\n\nNobody spoke.",
        "This story begins in Paris.\n\nIt ends there.",
    ],
)
def test_in_doubt_a_line_is_a_paragraph(text: str) -> None:
    assert set(kinds_of(text)) == {"paragraph"}


# lines


def test_a_paragraph_ends_at_each_line_end_where_lines_are_not_wrapped() -> None:
    assert of_kind("\n".join(BODY), "paragraph") == list(BODY)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\u2029"])
def test_every_line_end_counts_as_what_it_is(end: str) -> None:
    assert of_kind(end.join(BODY), "paragraph") == list(BODY)
    assert of_kind((end * 2).join(BODY), "paragraph") == list(BODY)


def test_a_byte_order_mark_is_blank() -> None:
    found = read("\ufeff" + BODY[0])
    assert [str(p.kind) for p in found.parts] == ["blank", "paragraph"]


@pytest.mark.parametrize("width", [40, 60, 72, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_paragraphs_end_at_a_blank_line(width: int, end: str) -> None:
    wrapped = "\n\n".join(textwrap.fill(p, width) for p in BODY).replace("\n", end)
    found = of_kind(wrapped, "paragraph")
    assert [" ".join(p.split()) for p in found] == list(BODY)


def test_wrapped_lines_keep_what_stands_around_the_body() -> None:
    text = "Harbour to close\n\nBy Ann Lee\nAssociated Press Writer\n\n"
    text += (
        "\n\n".join(textwrap.fill(p, 60) for p in (f"OSLO (AP) -- {BODY[0]}", *BODY[1:]))
        + "\n\na.lee@paper.example\n(END)\n"
    )
    assert kinds_of(text) == ["headline", "byline", "byline", "dateline", *["paragraph"] * 3, "signoff", "signoff"]


def test_indents_part_wrapped_paragraphs() -> None:
    text = "\n".join(textwrap.fill(p, 60, initial_indent="    ") for p in BODY)
    assert [" ".join(p.split()) for p in of_kind(text, "paragraph")] == list(BODY)


def test_short_lines_end_wrapped_paragraphs_where_no_gap_is_left() -> None:
    text = "\n".join(textwrap.fill(p, 50) for p in (BODY[0], BODY[2], BODY[0]))
    assert len(of_kind(text, "paragraph")) == 3


def test_lists_and_verse_are_not_wrapped() -> None:
    menu = [
        "Soup of the day with bread, 6.50",
        '"Green Fire" curry with rice, 11.00',
        "Grilled sardines and lemon, 9.00",
    ]
    assert of_kind("Lunch\n\n" + "\n".join(menu) + "\n\nAsk Mrs Lee about nuts.", "paragraph")[-4:-1] == menu
    lines = [
        "Apples",
        "Pears from the north",
        "Plums",
        "A very long line of fruit that nobody reads to its end",
        "Figs",
    ]
    assert len(blocks("\n".join(lines), lambda line: False)) == 5


# headlines


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour to close for two years",
        "Harbour to close: 'Nobody should wait'",
        "Harbour Will Close for Two Years, Mayor Says.",
        'Mayor says "nobody" will wait',
        "HARBOUR TO CLOSE",
    ],
)
def test_a_headline_stands_apart_over_the_body(headline: str) -> None:
    assert parts_of(story(headline))[0] == ("headline", headline)


@pytest.mark.parametrize(
    "line",
    [
        "The harbour will close for two years, the mayor said.",
        'The mayor said "nobody" would wait. She left.',
        "Dear readers,",
        "What follows is a transcript:",
        "A " + "very " * 40 + "long line",
    ],
)
def test_no_headline_is_a_sentence_of_the_body(line: str) -> None:
    assert parts_of(story(line))[0] == ("paragraph", line)


def test_a_sentence_over_a_dateline_is_a_headline() -> None:
    text = story("Mayor wants harbour closed. Nobody agrees.", f"OSLO (AP) — {BODY[0]}")
    assert kinds_of(text)[:3] == ["headline", "dateline", "paragraph"]


def test_a_sentence_over_a_label_that_opens_the_text_is_a_headline() -> None:
    for label in furniture.OPENS_TEXT:
        text = story("Mayor wants the harbour closed.", label.upper())
        assert kinds_of(text)[:3] == ["headline", "furniture", "paragraph"]


def test_a_semicolon_runs_a_headline_on() -> None:
    text = story("Harbour to close; \nMayor says work will begin in May.")
    assert of_kind(text, "headline") == ["Harbour to close;", "Mayor says work will begin in May."]


def test_a_headline_held_apart() -> None:
    assert read(story(), headline="Harbour to close").headline == "Harbour to close"
    assert kinds_of(story(), headline="Harbour to close") == ["paragraph"] * 3
    # none but the given one is taken for a headline
    assert kinds_of(story("Another line altogether"), headline="Harbour to close")[0] == "paragraph"
    assert kinds_of(story(), headline="")[0] == "paragraph"


def test_a_headline_held_apart_and_printed_too() -> None:
    text = story("“Harbour” to Close")
    found = read(text, headline='"Harbour" to close')
    assert isinstance(found.headline, Part) and found.headline.kind is PartKind.HEADLINE
    assert kinds_of(text, headline='"Harbour" to close')[0] == "headline"
    assert kinds_of(WIRE, headline="Harbour to close for two years: mayor").count("headline") == 1


# slugs


@pytest.mark.parametrize("slug", ["(LEAD)", "(3rd LD)", "(URGENT)", "(News Focus)", "UPDATE 2-", "RPT-UPDATE 1-"])
def test_slugs_stand_before_the_headline(slug: str) -> None:
    gap = "" if slug.endswith("-") else " "
    assert parts_of(story(f"{slug}{gap}Harbour to close"))[:2] == [("slug", slug), ("headline", "Harbour to close")]


def test_several_slugs_and_a_slug_of_its_own_line() -> None:
    assert kinds_of(story("(LEAD) (News Focus) Harbour to close"))[:3] == ["slug", "slug", "headline"]
    assert kinds_of(story("(URGENT)", "Harbour to close"))[:2] == ["slug", "headline"]


def test_what_stands_over_a_slug_is_furniture() -> None:
    assert kinds_of(story("Nordwire English Edition", "(LEAD) Harbour to close"))[:3] == [
        "furniture",
        "slug",
        "headline",
    ]


# publication lines


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("January 30, 2015", dt.date(2015, 1, 30)),
        ("Jan. 30, 2015, 6:19 p.m. ET", dt.datetime(2015, 1, 30, 18, 19)),
        ("Published: Friday, January 30, 2015", dt.date(2015, 1, 30)),
        ("First published on Fri 30 Jan 2015 08.15 GMT", dt.datetime(2015, 1, 30, 8, 15)),
        ("Updated 10:11 AM ET, Tue March 3, 2015", dt.datetime(2015, 3, 3, 10, 11)),
        ("2015-01-30 18:19", dt.datetime(2015, 1, 30, 18, 19)),
        ("2015-01-30T18:19:05Z", dt.datetime(2015, 1, 30, 18, 19)),
        ("Posted 12 am, 30/01/2015", dt.datetime(2015, 1, 30, 0, 0)),
        ("Published 01/30/2015", dt.date(2015, 1, 30)),
        ("City Desk 18:19 January 30, 2015", dt.datetime(2015, 1, 30, 18, 19)),
        ("30 January 2015 | 4 min read", dt.date(2015, 1, 30)),
        ("January 30, 2015 at 25:00", dt.date(2015, 1, 30)),
        ("January 30, 2015, 13 pm", dt.date(2015, 1, 30)),
    ],
)
def test_publication_lines(line: str, moment: dt.date) -> None:
    found = read(story("Harbour to close", line))
    assert found.published == moment and type(found.published) is type(moment)
    assert kinds_of(story("Harbour to close", line))[1] == "published"


@pytest.mark.parametrize(
    "line",
    [
        "On January 30, 2015, the talks ended.",
        "February 30, 2015",
        "Published 05/03/2015",
        "The Treaty of January 30, 2015",
        "January 2015",
        "January 30, 2015 " + "Oslo " * 40,
    ],
)
def test_no_publication_lines(line: str) -> None:
    assert kinds.publication(line) is None


def test_a_publication_line_at_the_foot_gives_the_dateline_its_year() -> None:
    text = story(f"OSLO, Jan. 29 (AP) -- {BODY[0]}") + "\n\nPublished Jan. 30, 2015"
    found = read(text)
    assert found.dateline is not None and found.dateline.date == dt.date(2015, 1, 29)
    assert kinds_of(text)[-1] == "published"
    # a bare date there is a correction's more often than the article's
    assert read(story() + "\n\nJan. 30, 2015").published is None


# notes, bylines, sign-offs, furniture


def test_notes_at_the_head_and_the_foot() -> None:
    note = "Correction: An earlier version gave the wrong year."
    assert kinds_of(story("Harbour to close", note))[:2] == ["headline", "note"]
    assert kinds_of(story() + "\n\n" + note)[-1] == "note"
    assert kinds_of(story("CORRECTION APPENDED"))[0] == "note"


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "BY ANN LEE AND BO VAN DER BERG",
        "By Ann Lee, Associated Press Writer",
        "BYLINE: Ann Lee.",
        "By Ann Lee | 30 January 2015",
    ],
)
def test_bylines(line: str) -> None:
    assert kinds_of(story("Harbour to close", line))[:2] == ["headline", "byline"]


@pytest.mark.parametrize(
    "line",
    ["By Friday all had left.", "By ", "by far the best", "By Ann Lee " + "And " * 30 + "Others", "By " + "x" * 200],
)
def test_no_bylines(line: str) -> None:
    assert not kinds.is_byline(line.strip())


def test_a_byline_may_carry_the_date_and_run_into_the_dateline() -> None:
    assert read(story("Harbour to close", "By Ann Lee, Jan. 30, 2015")).published == dt.date(2015, 1, 30)
    text = story("Harbour to close", f"By Ann Lee OSLO (Reuters) - {BODY[0]}")
    assert parts_of(text)[1:3] == [("byline", "By Ann Lee"), ("dateline", "OSLO (Reuters) -")] or parts_of(text)[
        1:3
    ] == [
        ("byline", "By Ann Lee "),
        ("dateline", "OSLO (Reuters) -"),
    ]
    check_partition(read(text))


@pytest.mark.parametrize(
    "line",
    [
        "ann.lee@paper.example",
        "(Reporting by Ann Lee; Editing by Bo Ray)",
        "Lee reported from Oslo.",
        "-30-",
        "###",
        "By Ann Lee",
        "— Ann Lee",
    ],
)
def test_signoffs_stand_at_the_foot(line: str) -> None:
    assert kinds_of(story() + "\n\n" + line) == [*["paragraph"] * 3, "signoff"]


def test_a_signoff_in_a_short_article() -> None:
    assert kinds_of(f"{BODY[0]}\n\nann.lee@paper.example\n(END)") == ["paragraph", "signoff", "signoff"]


def test_what_speaks_at_the_foot_is_body() -> None:
    assert kinds_of(story() + '\n\n"It was mine," Lee said.') == ["paragraph"] * 4
    assert kinds_of(story() + "\n\nShe contributed to the church.") == ["paragraph"] * 4


def test_short_lines_under_the_end_are_furniture_unless_somebody_speaks() -> None:
    text = story() + '\n\n(END)\n\nMore from Nordwire today\n\n"I wrote that," said Lee.'
    assert kinds_of(text)[3:] == ["signoff", "furniture", "paragraph"]
    long = "The second story follows here, and it goes on for quite a while. " * 4
    assert kinds_of(story() + "\n\n###\n\n" + long)[-1] == "paragraph"


def test_furniture_between_paragraphs() -> None:
    text = "\n\n".join((BODY[0], "ADVERTISEMENT", BODY[1], "Story continues below advertisement", BODY[2]))
    assert kinds_of(text) == ["paragraph", "furniture", "paragraph", "furniture", "paragraph"]
    many = "\n\n".join(BODY * 6 + ("Read more",) + BODY * 6)
    assert kinds_of(many).count("furniture") == 1


@pytest.mark.parametrize(
    "line", ["Share of voters falls", "Close.", "Search teams left", "Menu prices rise", "Share", "x" * 300]
)
def test_words_of_furniture_in_a_sentence_are_body(line: str) -> None:
    assert kinds.is_furniture(line) is (line == "Share")


def test_a_caption_that_runs_into_a_dateline() -> None:
    text = story(f"A man walks on the quay in Oslo. Photo: Ann Lee OSLO (Reuters) - {BODY[0]}")
    assert kinds_of(text)[:3] == ["paragraph", "dateline", "paragraph"]
    check_partition(read(text))
    # a bracket and a dash alone are no dateline
    assert "dateline" not in kinds_of(story(f"A man walks (slowly) - he is old - on the quay. {BODY[0]}"))


def test_a_headline_alone_with_its_byline_is_read_as_text() -> None:
    assert kinds_of("Harbour to close\n\nBy Ann Lee") == ["paragraph", "signoff"]


# laws


LINES = st.one_of(
    st.sampled_from(
        [
            *BODY,
            *WIRE.splitlines(),
            "Advertisement",
            "###",
            "UPDATE 1-Harbour to close;",
            "By Ann Lee OSLO (AP) - It closed.",
            "PARIS (Reuters) -",
            "Oslo, 30 January 2015",
            "OSLO: It closed, all at once, on Friday.",
            " \ufeff ",
            "January 30, 2015",
        ]
    ),
    st.text(max_size=60),
    st.text(alphabet="AB a.,-—–\"'():/_1\u2028\ud800\x00é", max_size=60),
)
TEXTS = st.lists(
    st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\n    ", "\u2028"])), max_size=24
).map(lambda rows: "".join(line + end for line, end in rows))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.none() | st.dates(), st.none() | st.sampled_from(["Harbour to close", ""]))
def test_the_parts_partition_any_text(text: str, published: dt.date | None, headline: str | None) -> None:
    found = read(text, published=published, headline=headline)
    check_partition(found)
    assert found == read(text, published=published, headline=headline)
    if found.dateline is not None:
        assert PartKind.DATELINE in {p.kind for p in found.parts}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(BODY), min_size=1, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n\r\n"]))
def test_body_paragraphs_are_never_lost(body: list[str], gap: str) -> None:
    assert of_kind(gap.join(body), "paragraph") == body
    assert of_kind(gap.join(("(LEAD) Harbour to close", *body, "(END)")), "paragraph") == body


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 30000,
        "-" * 100000,
        "A - " * 30000,
        "(" * 50000,
        "a b, c. " * 60000,
        "By A\n" * 5000,
        "OSLO — " * 20000,
        "A/" * 50000,
    ],
)
def test_hostile_texts_are_read(text: str) -> None:
    check_partition(read(text))
