"""From the passages of an article to drafts: cue, source, what one paragraph hands to the next, what is no claim."""

from __future__ import annotations

from typing import Any

import pytest

from quotetrack import quotes
from quotetrack.attribution import attribute
from quotetrack.records import Draft, Form, Ground, Skipped
from quotetrack.text import fold

BROKE, HURT = '"It broke in the night,"', '"Nobody was hurt in town."'
NOBODY = "no cue and nobody who could say it in its sentence, and no quotation before it"


def read(*paragraphs: str, **options: Any) -> tuple[str, tuple[Draft, ...], tuple[Skipped, ...]]:
    text, places = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = places[-1][1] + 2 if places else 0
        places.append((start, start + len(paragraph)))
    image = fold(text)
    return text, *attribute(text, image, places, quotes.scan(text, image, places), **{"indirect": False, **options})


def told(*paragraphs: str, **options: Any) -> list[tuple[str, str, str]]:
    """Rule, source and words of each draft; the pieces of its words stand between bars."""
    text, drafts, _ = read(*paragraphs, **options)
    return [
        (d.why[0].rule, d.source.text if d.source else "", " | ".join(span.of(text) for span in d.spans))
        for d in drafts
    ]


def skipped(*paragraphs: str) -> list[tuple[str, str]]:
    return [(skip.text, skip.why) for skip in read(*paragraphs)[2]]


INNER, HELD = BROKE[1:-1], HURT[1:-1]
LONG = '"not safe at all"'

CASES = [
    # it goes on with the quotation before
    ([f"{BROKE} Kim said. {HURT}"], [("before", "Kim", f"{INNER} | {HELD}")]),
    ([f'{BROKE} Kim said. "No."'], [("before", "Kim", f"{INNER} | No.")]),
    ([f"{BROKE} Kim said. {HURT[:-2]}\" and it rained."], [("before", "Kim", f"{INNER} | {HELD[:-1]}")]),
    ([f"{BROKE} Kim said. It was then {LONG}."], [("before", "Kim", INNER), ("carried", "Kim", LONG[1:-1])]),
    ([f"{BROKE} Kim said.", HURT], [("before", "Kim", INNER), ("carried", "Kim", HELD)]),
    (["It rained.", f"{BROKE} Kim said.", "In the north.", HURT], [("before", "Kim", INNER), ("carried", "Kim", HELD)]),
    ([f"{BROKE} Kim said.", "In the north.", "In the south.", HURT], [("before", "Kim", INNER), ("no cue", "", HELD)]),
    # another's words in what somebody said
    ([f'Lee said it was what Kim called the "old lie" of the town, "{INNER}"'],
     [("np-as", "Kim", "old lie"), ("clause", "Lee", f'it was what Kim called the "old lie" of the town, "{INNER}"')]),
    ([f'{BROKE} Kim said, adding: {HURT}'], [("before", "Kim", INNER), ("quotation", "Kim", HELD)]),
    # behind an aside between dashes
    ([f'{BROKE} Kim said. "It is a very old bridge" - he pats it - "and a long one to be sure."'],
     [("before", "Kim", f"{INNER} | It is a very old bridge | and a long one to be sure.")]),
    # whose line it is stands below it, or behind a dash
    (["It rained.", HURT, "Ana Kim, Institute for Roads", "It rained."], [("after speech", "Ana Kim", HELD)]),
    (["It rained.", HURT, "Ana Kim, resident, 54"], [("after speech", "Ana Kim", HELD)]),
    (["It rained.", HURT, "Rising Costs, Falling Hopes"], [("no cue", "", HELD)]),
    (["It rained.", HURT, "Ana Kim, resident, left."], [("no cue", "", HELD)]),
    ([f"{HURT} - farmer Ana Kim."], [("after speech", "farmer Ana Kim", HELD)]),
    # a sentence of one word
    (['Kim was blunt. "Never."'], [("after speech", "Kim", "Never.")]),
    (["Asked if he would go, Kim was blunt.", '"Never."'], [("after speech", "Kim", "Never.")]),
    ([f"{HURT} That line from Kim became a slogan."], [("after speech", "Kim", HELD)]),
    # a verb that is used of more than speech
    (['"We go," Kim said. "Why so?" Lee pressed. "Why now?"'],
     [("before", "Kim", "We go,"), ("unlisted verb", "Lee", "Why so? | Why now?")]),
    (['"Why should we?" the host pressed.'], [("unlisted verb", "the host", "Why should we?")]),
    # said once: the same words are not two people's
    (['Minutes after Lee tweeted, "It is over," Kim replied: "It is not."'],
     [("quotation", "Lee", "It is over,"), ("before", "Kim", "It is not.")]),
    ([f"Lee saw the words of Kim in another light: {BROKE} she wrote."], [("before", "she", INNER)]),
    (['Lee asked the crowd, "Are you in?" It roared back: "Yes!"'],
     [("quotation", "Lee", "Are you in?"), ("before", "It", "Yes!")]),
    # another comes in between
    ([f"{BROKE} Kim said. Lee, her rival, was calm. {HURT}"],
     [("before", "Kim", INNER), ("after speech", "Lee, her rival", HELD)]),
    ([f"{BROKE} Kim said. Ana Lee, 34, a nurse, wept. {HURT}"],
     [("before", "Kim", INNER), ("after speech", "Ana Lee, 34, a nurse", HELD)]),
    ([f"{BROKE} Kim said. Kim, the envoy, was calm. {HURT}"], [("before", "Kim", f"{INNER} | {HELD}")]),
    ([f"{BROKE} Kim said. Leeds had lost. {HURT}"], [("before", "Kim", f"{INNER} | {HELD}")]),
    (['"It was," Kim said, "a very bad film." Lee laughed.'], [("before", "Kim", "It was, | a very bad film.")]),
    (['The inquiry, often labelled a "witch hunt" by critics, goes on.'],
     [("passive", "critics", 'The inquiry | a "witch hunt"')]),
    (['The bill, described as "cruel" by doctors, passed.'], [("passive", "doctors", 'The bill | as "cruel"')]),
    (['It was called "cruel" by Kim, elected in May.'],
     [("passive", "Kim", "It | cruel")]),
    # the verb's particle stands before its subject
    (['"Same here," chimed in Kim.'], [("inverted", "Kim", "Same here,")]),
    (['"We were not," shot back the envoy.'], [("inverted", "the envoy", "We were not,")]),
    (['"We were not," said back the envoy.'], [("inverted", "the envoy", "We were not,")]),
    (['"It was the end," wrote the envoy at the time, Ana Kim.'], [("inverted", "the envoy", "It was the end,")]),
    (['The answer came from Kim: "Never."'], [("colon", "Kim", "Never.")]),
    (['Kim, the envoy, Tweeted "It is over."'], [("quotation", "Kim, the envoy", "It is over.")]),
    # what the speaker did next
    (['Kim blurted out "no" and left.'], [("quotation", "Kim", "no")]),
    (['Kim said "old" and "late."'], [("mixed", "Kim", '"old" and "late."')]),
    # it goes on with what was told without marks
    ([f"Kim said it broke. {HURT}"], [("after speech", "Kim", HELD)]),
    ([f"Kim said it broke. It was then {LONG}."], [("after speech", "Kim", LONG[1:-1])]),
    (["Kim said it broke.", HURT], [("after speech", "Kim", HELD)]),
    ([f"Kim drove. {HURT}"], [("after speech", "Kim", HELD)]),
    (["Kim drove to town.", HURT], [("after speech", "Kim", HELD)]),
    (["The firm defended the plan.", HURT], [("after speech", "The firm", HELD)]),
    (["The Road Agency was there.", HURT], [("after speech", "The Road Agency", HELD)]),
    (["It was there.", HURT], [("no cue", "", HELD)]),
    ([f"{BROKE} Kim said.", "Lee drove.", HURT], [("before", "Kim", INNER), ("after speech", "Lee", HELD)]),
    (["In the north.", HURT], [("no cue", "", HELD)]),
    ([HURT], [("no cue", "", HELD)]),
    # announced by a paragraph that ends in a colon
    (["Kim had this to say:", HURT], [("colon", "Kim", HELD)]),
    (["Again and again:", HURT], [("no cue", "", HELD)]),
    # signed
    ([HURT, "- Ana Ruiz, mayor"], [("after speech", "Ana Ruiz", HELD)]),
    ([f"{HURT} - Ana Ruiz, Bergen"], [("after speech", "Ana Ruiz", HELD)]),
    ([HURT, "- the mayor"], [("no cue", "", HELD)]),
    ([HURT, "Then it rained."], [("no cue", "", HELD)]),
    ([HURT, "- " + "Ana Ruiz, of the town " * 6], [("no cue", "", HELD)]),
    ([f"{HURT} - Ana Ruiz drove"], []),
    # known as it, by nobody who is named
    (["The road, known as the \"longest road of them all\", is shut."], [("no cue", "", "longest road of them all")]),
    # by the words that stand nearest
    ([f"Kim drove a lorry that was {LONG}."], [("near verb", "Kim", LONG[1:-1])]),
    # a name of a work takes part as a name does
    (['It aired on "Rivers of Stone" and Kim said "it broke in town".'], [("quotation", "Kim", "it broke in town")]),
    # a transcript
    (["Q: Why did it break?", "A: It was old.", "Q: And now?", "A: We build it."],
     [("transcript", "", "It was old."), ("transcript", "", "We build it.")]),
    (["KIM: It was old.", "LEE: It was not.", "It was new.", "KIM: It was, Lee.", "LEE: No, Kim."],
     [("transcript", "KIM", "It was old."), ("transcript", "LEE", "It was not."), ("transcript", "", "It was new."),
      ("transcript", "KIM", "It was, Lee."), ("transcript", "LEE", "No, Kim.")]),
    (['KIM: "It was old to us."', "LEE: It was not, Kim.", "KIM: It was, Lee."],
     [("colon", "KIM", "It was old to us."), ("transcript", "LEE", "It was not, Kim."),
      ("transcript", "KIM", "It was, Lee.")]),
]


@pytest.mark.parametrize("paragraphs, expected", CASES)
def test_drafts(paragraphs: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert told(*paragraphs) == expected


@pytest.mark.parametrize(
    "paragraph, text, why",
    [
        ('The "road" is shut.', "road", "a word or two in marks, and no cue in the sentence: a term or a scare quote"),
        (f"In the north {LONG} then.", LONG[1:-1], NOBODY),
        (f"{HURT} - Ana Ruiz drove", HELD, NOBODY),
        ('It aired on "Rivers of Stone" then.', "Rivers of Stone", "the name of a work or a programme"),
    ],
)
def test_what_is_no_claim(paragraph: str, text: str, why: str) -> None:
    assert skipped(paragraph) == [(text, why)]
    assert told(paragraph) == []


def test_whom_it_is_carried_from() -> None:
    _, drafts, _ = read(f"{BROKE} Kim said.", HURT)
    assert [d.carrier for d in drafts] == [None, 0]
    assert [d.why[0].ground for d in drafts] == [Ground.NAMED, Ground.CARRIED]
    _, drafts, _ = read("KIM: It was old.", "LEE: It was not.", "It was new.", "KIM: It was, Lee.", "LEE: No, Kim.")
    assert [d.carrier for d in drafts] == [None, None, 1, None, None]


def test_without_marks_only_where_it_is_asked_for() -> None:
    assert told("Kim said that it broke.") == []
    assert told("Kim said that it broke.", indirect=True) == [("that", "Kim", "it broke")]
    assert told("Kim told them.", indirect=True) == []
    assert told(f"{BROKE} Kim said. Lee said it fell.", indirect=True) == [
        ("before", "Kim", INNER),
        ("clause", "Lee", "it fell"),
    ]


@pytest.mark.parametrize(
    "paragraph, kind, words",
    [
        (f"Kim said {BROKE}", "direct", INNER),
        (f"Kim said that {BROKE}", "direct", INNER),
        ('Kim said it "broke in town" and fell.', "mixed", 'it "broke in town" and fell'),
        ("Kim said it broke.", "indirect", "it broke"),
    ],
)
def test_kinds(paragraph: str, kind: str, words: str) -> None:
    text, [draft], _ = read(paragraph, indirect=True)
    assert (str(draft.kind), " | ".join(span.of(text) for span in draft.spans)) == (kind, words)


def test_headlines() -> None:
    assert told("Ruiz: the road is 'not safe now'", "It rained.", headlines=[0]) == [
        ("headline", "Ruiz", "the road is 'not safe now'")
    ]
    assert told("Kim Drove", HURT, headlines=[0]) == [("no cue", "", HELD)]  # a headline hands nothing on


@pytest.mark.parametrize(
    "source, form",
    [
        ("She", Form.PRONOUN),
        ("Ruiz", Form.SURNAME),
        ("Ana Ruiz", Form.NAME),
        ("The envoy", Form.DESCRIPTION),
    ],
)
def test_forms_of_mentions(source: str, form: Form) -> None:
    _, [draft], _ = read(f"{source} said {BROKE}")
    assert draft.source is not None
    assert (draft.source.text, draft.source.form) == (source, form)


def test_a_relative_word_is_a_mention_too() -> None:
    _, [draft], _ = read(f"The driver, who said {BROKE} left.")
    assert draft.source is not None
    assert (draft.source.text, draft.source.form) == ("who", Form.RELATIVE)


def test_what_follows_speech_in_the_same_paragraph() -> None:
    assert told(f"Kim left. Lee said it broke. It was then {LONG}.") == [("after speech", "Lee", LONG[1:-1])]
    assert told(f"Lee told them on Monday. {HURT}", indirect=True) == [("after speech", "Lee", HELD)]
    assert told(f"{BROKE} Kim said. It was, as Lee noted, {LONG} there then.")[0] == ("before", "Kim", INNER)


def test_cue_addressee_and_frame() -> None:
    text, [draft], _ = read(f"{BROKE} Kim did not tell reporters in Bergen on Monday.")
    assert draft.cue is not None and draft.addressee is not None
    assert (draft.cue.text, draft.cue.lemma, draft.cue.negated) == ("did not tell", "tell", True)
    assert draft.addressee.text == "reporters"
    assert "in Bergen on Monday" in " ".join(span.of(text) for span in draft.frame)


def test_a_short_question_alone_in_its_paragraph_goes_on() -> None:
    found = told(f"{BROKE} Kim said.", '"For whom?"')
    assert [words for _, _, words in found] == [INNER, "For whom?"]


def test_one_word_behind_a_colon_is_said_where_it_ends_as_a_sentence() -> None:
    assert [words for _, _, words in told('The mayor had a reaction: "Finally."')] == ["Finally."]


def test_a_word_in_marks_inside_a_source_is_none_of_its_words() -> None:
    text = f'{BROKE} said Ana Kim, who has a "hold" rating on the stock.'
    assert [words for _, _, words in told(text)] == [INNER]
    assert skipped(text) == [("hold", "part of the phrase that names a source")]


def test_a_word_in_marks_before_its_noun_is_a_label() -> None:
    why = "a word or two in marks before their noun: a label"
    assert skipped('Kim left town for a "unity" lunch in May.') == [("unity", why)]
    assert skipped('Kim left town, "unity" or not.') != [("unity", why)]


def test_a_short_answer_behind_a_question_is_said_by_the_one_whose_it_is() -> None:
    assert told('Kim left town. Her advice to drivers? "Walk."') == [("after speech", "Her", "Walk.")]
    assert told('Kim left town. And his verdict? "Done."') == [("after speech", "his", "Done.")]
