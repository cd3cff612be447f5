"""Where what was said stands around its cue: before it, behind it, on both sides."""

from __future__ import annotations

import pytest

from quotetrack.attribution import around
from tests.lines import line_of, printed, relations

CASES = [
    # before the cue, and on both sides of it
    ('"It broke," Kim said.', [("before", "Kim", "say", '"It broke,"')]),
    ('"It broke," Kim said, "and it fell."', [("before", "Kim", "say", '"It broke," | "and it fell."')]),
    ('"It broke," Kim said - and "it fell."', [("before", "Kim", "say", '"It broke," | "it fell."')]),
    ('"It broke," "It fell," Kim said.', [("before", "Kim", "say", '"It broke," | "It fell,"')]),
    ('It was late, "Very late," Kim said.', [("before", "Kim", "say", '"Very late,"')]),
    ('The road is "shut," Kim said.', [("before", "Kim", "say", 'The road is "shut,"')]),
    ("The road broke, Kim said.", [("before", "Kim", "say", "The road broke")]),
    ("The road broke, Kim said, and fell.", [("before", "Kim", "say", "The road broke")]),
    ("Kim, who was there, left early, Lee recalled.",
     [("before", "Lee", "recall", "Kim, who was there, left early")]),
    ("The road broke, Kim told Lee, it has stayed shut.",
     [("before", "Kim", "tell", "The road broke | it has stayed shut")]),
    # inside it
    ("The road, Kim said, is shut.", [("aside", "Kim", "say", "The road | is shut")]),
    ('"It broke", Kim said.', [("before", "Kim", "say", '"It broke"')]),
    ("Lee knew, Kim said, a road, a house.", [("before", "Kim", "say", "Lee knew | a road, a house")]),
    ("In Miami, Kim said on Monday, the plan would work.", [("aside", "Kim", "say", "In Miami | the plan would work")]),
    ("But, Kim added, the road was shut.", [("aside", "Kim", "add", "the road was shut")]),
    ("Later, Kim added, the road was shut.", [("aside", "Kim", "add", "the road was shut")]),
    # a cue that opens its sentence
    ('Said Kim, "It broke."', [("inverted", "Kim", "say", '"It broke."')]),
    ("Said Kim.", []),
    ("Said Kim, it broke.", []),
    # as S noted
    ("As Kim noted, the road was shut.", [("as", "Kim", "note", "the road was shut")]),
    ("But as Kim noted, the road was shut.", [("as", "Kim", "note", "the road was shut")]),
    ("It is shut as Kim noted, the driver.", []),
    ("As Kim noted.", [("open", "Kim", "note", "")]),
    # a relative word that belongs to what was said
    ("The road, which Kim said was wrong, fell.", [("relative", "Kim", "say", "which | was wrong")]),
    ("The road, which Kim said, fell.", [("relative", "Kim", "say", "which")]),
    ("The road that Kim said, fell.", []),
    ("The man who Kim said now drove.", [("relative", "Kim", "say", "who | now drove")]),
    ("The road where Kim said it broke.", [("clause", "Kim", "say", "it broke")]),
    ("The road which Kim said the rain broke.", [("clause", "Kim", "say", "the rain broke")]),
    # where a relative clause ends
    ("Kim, who criticised the plan, drove it home.", [("np", "who", "criticise", "the plan")]),
    ('Kim, who said "it broke," drove.', [("quotation", "who", "say", '"it broke,"')]),
    ("Kim, who said it broke, now drove.", [("clause", "who", "say", "it broke")]),
    ("Kim, who said it broke.", [("clause", "who", "say", "it broke")]),
    ("The man who praised the plan drove.", [("np", "who", "praise", "the plan")]),
    ("The man who wants to leave town drove.", [("to", "who", "want", "to leave town")]),
    ("Kim, who said it broke, as Lee did, left.", [("clause", "who", "say", "it broke, as Lee did")]),
    # the words come in the next sentence
    ("Kim told them on Monday.", [("open", "Kim", "tell", "")]),
    ("Kim said on Monday:", [("open", "Kim", "say", "")]),
    ("Kim, who was there, recalled.", [("open", "Kim, who was there", "recall", "")]),
    ("Kim said of old.", [("open", "Kim", "say", "")]),
    ("Kim said goodbye again.", []),
    # a colon
    ('Kim said the road was shut: "It broke."', [("colon", "Kim", "say", '"It broke."')]),
    ('Kim said the road was named: "it broke."', [("clause", "Kim", "say", 'the road was named: "it broke."')]),
]


@pytest.mark.parametrize("text, expected", CASES)
def test_content_around_its_cue(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert relations(text) == expected


@pytest.mark.parametrize(
    "text, group, expected",
    [
        ('"It broke," the road "there" Kim', 5, '"It broke,"'),  # ends in a comma, as one does whose cue follows
        ('The "old road", by then, Kim', 6, '"old road"'),
        ('The "old road" was shut, and', 5, '"old road"'),  # close by
        ('The "old road" of the long town to the north', 9, ""),
        ("The old road", 2, ""),
    ],
)
def test_the_quotation_that_a_cue_may_follow(text: str, group: int, expected: str) -> None:
    line = line_of(text)
    place = around.quote_before(line, 0, group)
    assert printed(line, (place, place + 1) if place >= 0 else None) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The road broke, Kim", "The road broke"),
        ('It was: "Shut" Kim', '"Shut"'),
        ('He called it "shut" Kim', 'He called it "shut"'),
        ("The old road, Kim", ""),
        ("Ruiz, who broke, Kim", ""),
        ("The road broke Kim", ""),
        (", Kim", ""),
        ("Kim", ""),
    ],
)
def test_what_stands_before(text: str, expected: str) -> None:
    line = line_of(text)
    found = around.content_before(line, 0, len(line.tags) - 1)
    assert " | ".join(printed(line, part) for part in found or ()) == expected


@pytest.mark.parametrize(
    "text, end, expected",
    [
        ("he was wrong", 1, True),
        ("he", 1, False),
        ("he.", 1, False),
        ("those were wrong", 1, True),
        ("those.", 1, False),
        ("Kim was wrong", 1, True),
        ("the envoy.", 2, False),
        ("the envoy in Bergen", 2, False),
    ],
)
def test_whether_it_is_the_subject_of_another_verb(text: str, end: int, expected: bool) -> None:
    line = line_of(text)
    assert around.is_object(line, (0, end), len(line.tags)) is expected
