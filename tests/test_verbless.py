"""Cues that are no verbs: "according to", nouns with a clause, documents and polls."""

from __future__ import annotations

import pytest

from quotetrack.attribution import verbless
from quotetrack.rules.words import POSSESSIVES
from tests.lines import relations

CASES = [
    # according to S, and S according to
    ("According to Kim, the road broke.", [("according first", "Kim", "according to", "the road broke")]),
    ("But according to Kim, the road broke.", [("according first", "Kim", "according to", "the road broke")]),
    ("According to those, it broke.", [("according first", "those", "according to", "it broke")]),
    ("According to the report by Kim - it broke.",
     [("according first", "the report by Kim", "according to", "it broke")]),
    ("According to Kim, the mayor, the road broke.",
     [("according first", "Kim, the mayor", "according to", "the road broke")]),
    ("According to Kim, the driver of the road",
     [("according first", "Kim", "according to", "the driver of the road")]),
    ("According to Kim.", []),
    ("According to now, it broke.", []),
    ("According to", []),
    ("It broke according", []),
    ("The road broke, according to Kim.", [("according", "Kim", "according to", "The road broke")]),
    ("The road broke, according to Kim, the mayor.",
     [("according", "Kim, the mayor", "according to", "The road broke")]),
    ("The road broke, according to Kim who drove it.",
     [("according", "Kim who drove it", "according to", "The road broke")]),
    ("The road broke, according to Kim under oath who drove it.",
     [("according", "Kim under oath who drove it", "according to", "The road broke")]),
    ("The road broke, according to drivers at the bridge.",
     [("according", "drivers at the bridge", "according to", "The road broke")]),
    ("The road broke according to Kim was old.", [("according", "Kim", "according to", "The road broke")]),
    ("The road broke, according to then.", []),
    ("The road , , according to Kim.", [("according", "Kim", "according to", "The road")]),
    ("Now , , according to Kim.", []),
    (", - according to Kim.", []),
    # a noun and its clause
    ("Her claim that it broke was wrong.", [("noun", "Her", "claim", "that it broke")]),
    ("Kim's claim that it broke was wrong.", [("noun", "Kim's", "claim", "that it broke")]),
    ("Kim's statement on Monday that it broke was wrong.", [("noun", "Kim's", "statement", "that it broke")]),
    ("The claim by Kim that it broke was wrong.", [("noun", "Kim", "claim", "that it broke")]),
    ("The claims among drivers that it broke were wrong.", [("noun", "drivers", "claim", "that it broke")]),
    ("Kim made the claim that it broke.", [("noun", "Kim", "claim", "that it broke")]),
    ("Kim made a claim, that it broke.", [("noun", "Kim", "claim", "that it broke")]),
    ("The claim that it broke.", [("noun", "", "claim", "that it broke")]),
    ("The claim by the that it broke.", []),
    ("The road that broke was long.", []),
    ("That it broke was wrong.", []),
    # what a document tells
    ("Kim did not deny a report that it broke.",
     [("np", "Kim", "deny", "a report that it broke"), ("document", "a report", "report", "that it broke")]),
    ("Kim denied the claim that it broke.", [("np", "Kim", "deny", "the claim that it broke")]),
    ("Kim denied a report that.", [("np", "Kim", "deny", "a report that")]),
    ("Kim denied a report.", [("np", "Kim", "deny", "a report")]),
    ("Kim praised drivers.", [("np", "Kim", "praise", "drivers")]),
    ("Kim said a man who wrote the report that broke left.",
     [("clause", "Kim", "say", "a man who wrote the report that broke left")]),
    # adjectives and nouns
    ("Kim was critical of the road.", [("state", "Kim", "critical", "the road")]),
    ("Kim left a call for a new road.", [("noun held", "Kim", "call", "a new road")]),
    # a poll tells
    ("In a new poll by the institute, most voters praised it.",
     [("in poll", "a new poll by the institute", "in", "most voters praised it")]),
    ("In a new poll, too.", []),
    ("In a new poll, a road, a bridge and a house.", []),
    ("In a new poll, and it broke again in town.", []),
    ("In a poll that was taken, voters left it.", []),
    ("In a road, voters left it again.", []),
    ("In a poll of the town.", []),
    # an utterance that came
    ("“It broke,” came the reply.", [("inverted noun", "", "come", '"It broke,"')]),
    ("“Out!” came a cry from the drivers.", [("inverted noun", "the drivers", "come", '"Out!"')]),
    ("“Out!” came a voice from the back.", [("inverted noun", "a voice", "come", '"Out!"')]),
    ("“Out!” came the lorry.", []),
    ("“Out!” came Kim.", []),
]


@pytest.mark.parametrize("text, expected", CASES)
def test_cues_that_are_no_verbs(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert relations(text) == expected


@pytest.mark.parametrize("noun", sorted(verbless._DOCUMENTS))
def test_documents(noun: str) -> None:
    found = relations(f"Kim denied the {noun} that it broke.")
    assert ("document", f"the {noun}", noun, "that it broke") in found


@pytest.mark.parametrize("noun", sorted(verbless._POLLS))
def test_polls(noun: str) -> None:
    assert relations(f"In two {noun}, voters left it.") == [("in poll", f"two {noun}", "in", "voters left it")]


@pytest.mark.parametrize("word", sorted(POSSESSIVES))
def test_possessives(word: str) -> None:
    assert relations(f"Then {word} claim that it broke was wrong.") == [("noun", word, "claim", "that it broke")]
