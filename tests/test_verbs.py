"""A cue verb with the words around it: active or passive, its subject on either side, what was said on which side."""

from __future__ import annotations

import pytest

from quotetrack.attribution import verbs
from quotetrack.attribution.sentences import read_sentence
from tests.lines import line_of, relations

BROKE = '"It broke,"'

# Clauses and noun phrases without marks.
CLAUSES = [
    ("Kim said raising it would help.", [("clause", "Kim", "say", "raising it would help")]),
    ("They made a decision he said was wrong.", [("contact", "he", "say", "a decision | was wrong")]),
    ("It is a plan Kim rails against.", [("contact", "Kim", "rail", "a plan")]),
    ("Kim promised not to return.", [("to", "Kim", "promise", "not to return")]),
    ("Kim told drivers not to wait.", [("np-to", "Kim", "tell", "not to wait")]),
    ("Kim reminded drivers of the plan.", [("prep", "Kim", "remind", "the plan")]),
    ("Kim spoke out against the toll.", [("prep", "Kim", "speak", "the toll")]),
    ("Kim announced support for tolls.", [("np", "Kim", "announce", "support for tolls")]),
    ("Kim praised the crowd when he arrived.", [("np", "Kim", "praise", "the crowd")]),
    ("Kim said the road over the lake froze, a move that cost them dear.",
     [("clause", "Kim", "say", "the road over the lake froze")]),
    ("He's said it broke.", [("clause", "He", "say", "it broke")]),
    ("Kim has since said it broke.", [("clause", "Kim", "say", "it broke")]),
    ("They were there, with Kim and Lee both calling for a vote.", [("prep", "Kim and Lee", "call", "a vote")]),
    ("The mayor, a man who has refused to pay, said the Lee family deserved better.",
     [("to", "who", "refuse", "to pay"),
      ("clause", "The mayor, a man who has refused to pay", "say", "the Lee family deserved better")]),
    ("It is a lake which he calls “Ice One,” will freeze.", [("np-as", "he", "call", '"Ice One,"')]),
    ("“It broke,” she liked to say.", [("before", "she", "say", '"It broke,"')]),
    # the clause stands before
    ("The lake froze, tests show.", [("before", "tests", "show", "The lake froze")]),
    ("The toll rose, as Kim has acknowledged.", [("as", "Kim", "acknowledge", "The toll rose")]),
    ("As Kim points out in his column, the lake froze.", [("as", "Kim", "point", "the lake froze")]),
    ("As reported by the Herald, the lake froze.", [("as by", "the Herald", "report", "the lake froze")]),
    # passives
    ("The lake is a place seen as holy.", [("agentless", "", "see", "a place | as holy")]),
    ("Kim is considered a hero.", [("agentless", "", "consider", "Kim | a hero")]),
    ("The plan, opposed by the union, never became law.", [("passive", "the union", "oppose", "The plan")]),
    # what a survey finds
    ("The survey found a lead.", [("np", "The survey", "find", "a lead")]),
    ("The hiker found a purse.", []),
    # seeming
    ("It seems the lake froze.", [("seeming", "", "seem", "the lake froze")]),
    ("The lake seems frozen.", [("seeming", "", "seem", "The lake | frozen")]),
]

CASES = [
    *CLAUSES,
    # each cue of one speaker has its own words
    (f'{BROKE} Kim said, adding: "It fell."',
     [("before", "Kim", "say", BROKE), ("quotation", "Kim", "add", '"It fell."')]),
    (f'{BROKE} Kim said, and added, "It fell."',
     [("before", "Kim", "say", BROKE), ("quotation", "Kim", "add", '"It fell."')]),
    # the subject behind its verb
    (f"{BROKE} said Kim of Bergen.", [("inverted", "Kim of Bergen", "say", BROKE)]),
    (f"{BROKE} said Kim was wrong.", [("inverted", "Kim", "say", BROKE)]),
    (f"{BROKE} told Kim.", []),
    ('Said Kim, "It broke."', [("inverted", "Kim", "say", '"It broke."')]),
    (f"{BROKE} Kim told them on Monday.", [("before", "Kim", "tell", BROKE)]),
    (f"{BROKE} Kim replied when asked about it.", [("before", "Kim", "reply", BROKE)]),
    (f'{BROKE} Kim said "and it fell."', [("before", "Kim", "say", f'{BROKE} | "and it fell."')]),
    ("It broke, Kim said of it again now", [("before", "Kim", "say", "It broke")]),
    ("It broke, Kim said the road fell.", [("clause", "Kim", "say", "the road fell")]),
    ("As Kim noted, the road was shut.", [("as", "Kim", "note", "the road was shut")]),
    ("The road, which Kim said was wrong, fell.", [("relative", "Kim", "say", "which | was wrong")]),
    ("In Miami, Kim said, the plan would work.", [("aside", "Kim", "say", "In Miami | the plan would work")]),
    # passives and participles, and what is none
    ("A plan backed by the union failed.", [("passive", "the union", "back", "A plan")]),
    ("Asked by Kim whether it broke, Lee left.", [("asked by", "Kim", "ask", "whether it broke")]),
    ("It was written by Kim of old.", [("passive", "Kim of old", "write", "It")]),
    ("As Kim noted there and then.", []),
    ("The road where Kim said it broke.", [("clause", "Kim", "say", "it broke")]),
    ("The road that Kim said, fell.", []),
]


@pytest.mark.parametrize("text, expected", CASES)
def test_what_a_verb_makes_of_its_sentence(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert relations(text) == expected


@pytest.mark.parametrize("lemma", sorted(verbs._SEEMS))
def test_what_only_seems_so_has_no_source(lemma: str) -> None:
    assert relations(f"The road {lemma}s to be safe.") == [("seeming", "", lemma, "The road | to be safe")]


@pytest.mark.parametrize("words", [*(f"did {word}" for word in sorted(verbs._NEGATIONS)), "didn't", "did n't"])
def test_negations(words: str) -> None:
    line = line_of(f"Kim {words} say it broke.")
    [made] = read_sentence(line, *line.sentences[0])
    assert made.negated
