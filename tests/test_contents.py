"""The right ends of what was said, and the clauses, phrases and passives without marks."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotetrack import quotes
from quotetrack.attribution import ends
from quotetrack.attribution.sentences import read_sentence
from quotetrack.phrases.words import Line
from quotetrack.rules.settings import HELD_THERE, TOPICS
from quotetrack.rules.words import MEASURES, UNITS_OF_TIME
from quotetrack.text import fold
from tests.lines import relations


def line_of(text: str) -> Line:
    image = fold(text)
    return Line(image, 0, len(text), [p for p in quotes.scan(text, image, [(0, len(text))]) if p.depth == 0])


def read(text: str) -> list[tuple[str, str, str]]:
    """Source, cue's lemma and content of each relation; the pieces of a content stand between bars."""
    line = line_of(text)
    return [
        (
            "" if r.source is None else printed(line, *r.source),
            r.lemma,
            " | ".join(printed(line, *part) for part in r.content),
        )
        for low, high in line.sentences
        for r in read_sentence(line, low, high)
    ]


def printed(line: Line, start: int, end: int) -> str:
    return line.image[line.starts[start] : line.end(end - 1)]


CASES = [
    # clauses with and without "that", and where they end
    ("The mayor said the bridge would open in May.", [("The mayor", "say", "the bridge would open in May")]),
    ("The mayor said that the bridge would open, and the drivers left.",
     [("The mayor", "say", "that the bridge would open")]),
    ("Officials said the toll would rise, but Ruiz said it would not.",
     [("Officials", "say", "the toll would rise"), ("Ruiz", "say", "it would not")]),
    ("She said he would come but has not named a day.", [("She", "say", "he would come")]),
    ("Residents said higher tolls draw fewer lorries.", [("Residents", "say", "higher tolls draw fewer lorries")]),
    ("The spokeswoman said there was no plan.", [("The spokeswoman", "say", "there was no plan")]),
    ("He doesn't believe the bridge is safe.", [("He", "believe", "the bridge is safe")]),
    ("While Ruiz says the toll is fair, drivers avoid the bridge.", [("Ruiz", "say", "the toll is fair")]),
    ("The committee found that the bridge was safe.", [("The committee", "find", "that the bridge was safe")]),
    # as S noted, however, aside
    ("As the paper noted, the toll is the highest in the country.",
     [("the paper", "note", "the toll is the highest in the country")]),
    ("But, the envoy added, the talks would go on.", [("the envoy", "add", "the talks would go on")]),
    ("However, she said, the talks would go on.", [("she", "say", "the talks would go on")]),
    # a clause that opens with another, and what it goes on with
    ("Ruiz argued that although it rained, they showed no fear.",
     [("Ruiz", "argue", "that although it rained, they showed no fear")]),
    ("The union said that, while tolls fell, she feels no relief.",
     [("The union", "say", "that, while tolls fell, she feels no relief")]),
    ("Kim warned that if the dam fails, he will call for an inquiry.",
     [("Kim", "warn", "that if the dam fails, he will call for an inquiry")]),
    ("The clerk said the files were late but would be sent.",
     [("The clerk", "say", "the files were late but would be sent")]),
    ("The pilot insisted that he was not lost but rather chose to wait.",
     [("The pilot", "insist", "that he was not lost but rather chose to wait")]),
    ("The judge said he was not careless but did not say why.",
     [("The judge", "say", "he was not careless"), ("The judge", "say", "why")]),
    # another verb of the cue's own form
    ("Kim left the hall, calling the vote a sham and accusing the clerk of fraud.",
     [("Kim", "call", "the vote a sham"), ("Kim", "accuse", "the clerk of fraud")]),
    ("She toured the coast, criticising the new port and calling for a ban.",
     [("She", "criticise", "the new port"), ("She", "call", "a ban")]),
    ("The board denied the claims and counter-sued her in Leeds.", [("The board", "deny", "the claims")]),
    ("Ruiz praised the old and renewed roads of the north.",
     [("Ruiz", "praise", "the old and renewed roads of the north")]),
    # time, place and those who are told between a verb and what it takes
    ("Kim has asked in recent weeks whether the dam is safe.",
     [("Kim", "ask", "whether the dam is safe")]),
    ("The editor explained to viewers why the page was late.",
     [("The editor", "explain", "why the page was late")]),
    ("The Gazette reported on Saturday that the mine is shut.",
     [("The Gazette", "report", "that the mine is shut")]),
    ("The cook spoke at length about her years at sea.", [("The cook", "speak", "her years at sea")]),
    ("Ruiz spoke out in favour of the new law.", [("Ruiz", "speak", "the new law")]),
    ("Kim lashed out at the referee.", [("Kim", "lash", "the referee")]),
    ("Murphy, though, said he is late.", [("Murphy", "say", "he is late")]),
    # "that" before a noun, a clause without it, and a clause that lacks its object
    ("Kaine decried that idea, calling it a gift.", [("Kaine", "decry", "that idea"), ("Kaine", "call", "it a gift")]),
    ("Police determined there was no fire.", [("Police", "determine", "there was no fire")]),
    ("The bank decided it would not pay.", [("The bank", "decide", "it would not pay")]),
    ("It was a claim that the office strongly disputes.", []),
    ('The bureau confirmed it was "at work." The agency declined to give details.',
     [("The bureau", "confirm", 'it was "at work."'), ("The agency", "decline", "to give details")]),
    # whose the participle is, and whose the infinitive
    ("Two years after backing Kim, the trade union is silent.", [("the trade union", "back", "Kim")]),
    ("Ruiz, after initially praising the deal, left the hall.", [("Ruiz", "praise", "the deal")]),
    ("The clerk left the hall, not saying why he had come.", [("The clerk", "say", "why he had come")]),
    ("The leak forced the minister to admit that the dam was unsafe.",
     [("the minister", "admit", "that the dam was unsafe")]),
    ("It is time for Ruiz to apologise for the delay.", [("Ruiz", "apologise", "the delay")]),
    # verbs that look like nouns behind a plural
    ("Files from the firm show that two clerks lied.", [("Files from the firm", "show", "that two clerks lied")]),
    ("Some view the toll as a burden.", [("Some", "view", "the toll as a burden")]),
    ("One says the road is closed.", [("One", "say", "the road is closed")]),
    # measures and "being" open what was said too
    ("Ruiz called for further action on the coast.", [("Ruiz", "call", "further action on the coast")]),
    ("The nurses want more beds.", [("The nurses", "want", "more beds")]),
    ("She complained of being late.", [("She", "complain", "being late")]),
    ("Police reported no arrests.", [("Police", "report", "no arrests")]),
    ("The toll rose, the Gazette reported late Thursday.", [("the Gazette", "report", "The toll rose")]),
    ("A judge ordered the release of the files.", [("A judge", "order", "the release of the files")]),
    # what is nobody's word
    ("He carried out attacks on a convoy.", []),
    ("The room has fine views of the harbour.", []),
    ("Her attack on the press came late.", [("Her", "attack", "the press")]),
    ("Ruiz hopes to win the support of farmers.", [("Ruiz", "hope", "to win the support of farmers")]),
    ("The driver asked him.", []),
    ("There were 40 pledged delegates in the hall.", []),
    ("Some accused Ruiz of theft.", [("Some", "accuse", "Ruiz of theft")]),
    ("It is easy to criticise the length of the line.", []),
    # passives
    ("The toll was opposed by 71 percent of drivers.", [("71 percent of drivers", "oppose", "The toll")]),
    ("Many of the bridges were deemed unsafe.", [("", "deem", "Many of the bridges | unsafe")]),
    # when and where it was said
    ("Ruiz defended the toll in an interview with the paper.", [("Ruiz", "defend", "the toll")]),
    ("Kim criticised the port at a rally in Leeds on Monday.", [("Kim", "criticise", "the port")]),
    ("The minister praised the nurses during a televised debate.", [("The minister", "praise", "the nurses")]),
    ("Kim criticised her comments in an interview.", [("Kim", "criticise", "her comments in an interview")]),
    ("She praised the crew before boarding the train.", [("She", "praise", "the crew")]),
    ("The owner defended the ferry as it was sinking.", [("The owner", "defend", "the ferry")]),
    ("Voters oppose the toll as long as it stands.", [("Voters", "oppose", "the toll as long as it stands")]),
    ("She opposes a ban while repairs last.", [("She", "oppose", "a ban while repairs last")]),
    ("Ruiz endorsed Kim after losing the vote.", [("Ruiz", "endorse", "Kim")]),
    ("Ruiz backed the levy after the bridge was closed.", [("Ruiz", "back", "the levy")]),
    ("They vowed to go after those who cheat.", [("They", "vow", "to go after those who cheat")]),
    # a noun phrase that goes on behind a comma
    ("The minister praised her rich, well-armed ally.", [("The minister", "praise", "her rich, well-armed ally")]),
    ("Ruiz praised Kim, who retires in June, for her work in the mine.",
     [("Ruiz", "praise", "Kim, who retires in June, for her work in the mine")]),
    ("Ruiz praised Kim, who retires in June, and left.", [("Ruiz", "praise", "Kim")]),
    ("The mayor pledged to cut tolls, mend roads and open a school.",
     [("The mayor", "pledge", "to cut tolls, mend roads and open a school")]),
    ("Kim criticised Oslo's freshly chosen captain for his haste.",
     [("Kim", "criticise", "Oslo's freshly chosen captain for his haste")]),
    ("Polls indicate that - for now - Ruiz feels safe.", [("Polls", "indicate", "that - for now - Ruiz feels safe")]),
    # names, and lists
    ("Ruiz praised her deputy, Ana Kim, for the deal.", [("Ruiz", "praise", "her deputy, Ana Kim")]),
    ("Kim praised the firemen in Leeds, Yorkshire.", [("Kim", "praise", "the firemen in Leeds, Yorkshire")]),
    ("Ruiz praised nurses, drivers, and cooks.", [("Ruiz", "praise", "nurses, drivers, and cooks")]),
    ("She spoke of the drought, and of the fires.", [("She", "speak", "the drought, and of the fires")]),
    # noun phrases
    ("Ruiz criticised the plan, which costs millions.", [("Ruiz", "criticise", "the plan")]),
    ("Ruiz opposed the toll and has since left the council.", [("Ruiz", "oppose", "the toll")]),
    ("Ruiz endorsed Kim on Tuesday.", [("Ruiz", "endorse", "Kim")]),
    ("Ruiz supports raising the toll.", [("Ruiz", "support", "raising the toll")]),
    ("Ruiz accused the council of trying to hide its costs.",
     [("Ruiz", "accuse", "the council of trying to hide its costs")]),
    ("Ruiz backs taxes, tolls and fees.", [("Ruiz", "back", "taxes, tolls and fees")]),
    ("They favour what are called fair tolls.", [("They", "favour", "what are called fair tolls")]),
    ("Ruiz sees the toll as a burden.", [("Ruiz", "see", "the toll as a burden")]),
    ("Ruiz called for a vote after the meeting.", [("Ruiz", "call", "a vote")]),
    ("Ruiz talked to reporters about the toll.", [("Ruiz", "talk", "the toll")]),
    ("Ruiz wants to close the bridge.", [("Ruiz", "want", "to close the bridge")]),
    ("Police urged drivers not to cross.", [("Police", "urge", "drivers not to cross")]),
    # relative words
    ("The bridge, which engineers said was unsafe, closed.", [("engineers", "say", "which | was unsafe")]),
    ("Senators who oppose the toll left the room.", [("who", "oppose", "the toll")]),
    ("Groups opposing the toll met on Monday.", [("Groups", "oppose", "the toll")]),
    # passives, and what seems so to the writer
    ("The toll was criticised by drivers.", [("drivers", "criticise", "The toll")]),
    ("A plan backed by the union failed.", [("the union", "back", "A plan")]),
    ("The bridge is expected to open in May.", [("", "expect", "The bridge | to open in May")]),
    ("Ruiz was asked about the toll.", [("", "ask", "the toll")]),
    ("Asked whether the bridge was safe, the mayor left.", [("", "ask", "whether the bridge was safe")]),
    ("The bridge seems to move.", [("", "seem", "The bridge | to move")]),
    # according to, polls
    ("According to the mayor, the bridge will open in May.",
     [("the mayor", "according to", "the bridge will open in May")]),
    ("The bridge will open in May, according to the mayor.",
     [("the mayor", "according to", "The bridge will open in May")]),
    ("In a new survey by the institute, most drivers are against the toll.",
     [("a new survey by the institute", "in", "most drivers are against the toll")]),
    # adjectives and nouns
    ("Ruiz is confident that the bridge is safe.", [("Ruiz", "confident", "that the bridge is safe")]),
    ("Ruiz was not critical of the toll.", [("Ruiz", "critical", "the toll")]),
    ("Ruiz made clear that the bridge would close.", [("Ruiz", "clear", "that the bridge would close")]),
    ("Her criticism of the toll has grown.", [("Her", "criticism", "the toll")]),
    ("Kim's refusal to pay was noted.", [("Kim's", "refusal", "to pay")]),
    ("Her claim that the bridge is safe was wrong.", [("Her", "claim", "that the bridge is safe")]),
    ("Ruiz expressed concern about the toll.", [("Ruiz", "express", "concern about the toll")]),
    ("Ruiz had sharp criticism for the council.", [("Ruiz", "criticism", "the council")]),
    ("The bridge drew criticism for its toll.", [("", "criticism", "its toll")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_relations_of_a_sentence(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bridge held three lorries.",
        "The ferry maintained its course.",
        "Kim found a coin on the road.",
        "The rise means a longer wait for all.",
        "A firm called Bridge Works built it.",
        "The threat of rain stayed.",
        "The cat sat in the sun.",
    ],
)
def test_nothing_is_reported(text: str) -> None:
    assert read(text) == []


def test_none_lies_inside_another() -> None:
    text = "Ruiz said that Kim wants to close the bridge because drivers fear it."
    assert read(text) == [("Ruiz", "say", "that Kim wants to close the bridge because drivers fear it")]


def test_negation_and_stance() -> None:
    line = line_of("Ruiz did not endorse Kim.")
    relation = read_sentence(line, *line.sentences[0])[0]
    assert relation.negated and str(relation.stance) == "supports"


WORDS = (
    "Kim Ruiz said that the mayor wants to open a bridge , and but which who was asked by drivers of critical claim as "
    "it in not . while"
).split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
@example(["said", "claim", "that"])
def test_ranges_stand_in_order_inside_the_sentence(words: list[str]) -> None:
    line = line_of(" ".join(words))
    for low, high in line.sentences:
        for relation in read_sentence(line, low, high):
            for start, end in (*relation.content, relation.cue):
                assert low <= start < end <= high
            if relation.source is not None:
                assert low <= relation.source[0] < relation.source[1] <= high
        for start in range(low, high):
            for phrase in (False, True):
                assert start <= ends.clause_end(line, start, high, phrase=phrase) <= high
            assert start < ends.phrase_end(line, start, high) <= high


@pytest.mark.parametrize("word", sorted(TOPICS))
def test_what_is_talked_about_is_no_occasion(word: str) -> None:
    assert relations(f"Ruiz backed the plan in a {word}.")[0][3].endswith(f"in a {word}")


@pytest.mark.parametrize("word", sorted(HELD_THERE))
def test_what_was_held_on_an_occasion(word: str) -> None:
    assert relations(f"Ruiz praised her {word} in a debate.")[0][3] == f"her {word} in a debate"
    assert relations("Ruiz praised her cat in a debate.")[0][3] == "her cat"


@pytest.mark.parametrize("word", sorted(UNITS_OF_TIME))
def test_a_time_from_which_another_is_counted_is_the_teller_s(word: str) -> None:
    assert relations(f"Kim said it rained, two {word} after the vote.")[0][3] == "it rained"


@pytest.mark.parametrize("word", sorted(MEASURES))
def test_a_measure_opens_what_is_called_for(word: str) -> None:
    assert relations(f"Kim called for {word} action.")[0][3] == f"{word} action"
