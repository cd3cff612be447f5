"""Each cue of a sentence in turn: its source, and what gives way to what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.attribution import sentences, sources
from quotetrack.attribution.sentences import read_sentence
from tests.lines import line_of, printed, relations

BROKE = '"It broke,"'

# what desks of many countries write between the source, the cue and the words
DESKS = [
    # a word that may be a verb stands as a noun behind "said"
    ("Kim said orders had fallen.", [("clause", "Kim", "say", "orders had fallen")]),
    ("Kim said demand for salt has risen.", [("clause", "Kim", "say", "demand for salt has risen")]),
    ("Kim said more than 90 local workers have come.",
     [("clause", "Kim", "say", "more than 90 local workers have come")]),
    # between the cue and "that"
    ("The bank said in a report released last week that it broke.", [("that", "The bank", "say", "that it broke")]),
    ("The board said on Tuesday (Aug 4) that it broke.", [("that", "The board", "say", "that it broke")]),
    ("Police said on X, formerly Twitter, that it broke.", [("that", "Police", "say", "that it broke")]),
    ("Police said on a road, which had been shut, that it broke.", []),
    ("Kim told the Herald visitors had come.", [("clause", "Kim", "tell", "visitors had come")]),
    ('Kim promised in March to "fight on".', [("to", "Kim", "promise", 'to "fight on"')]),
    ('Lee described that as "a worry".', [("np-as", "Lee", "describe", 'that as "a worry"')]),
    ('Lee warned them against "haste".', [("mixed", "Lee", "warn", '"haste"')]),
    # where what was said ends
    ('Lee said it had been cancelled and advised passengers "not to go".',
     [("clause", "Lee", "say", "it had been cancelled"), ("quotation", "Lee", "advise", '"not to go"')]),
    ('Lee said it had "slept", drawing laughter from the gallery.', [("clause", "Lee", "say", 'it had "slept"')]),
    ('Lee said it had "slept", drawing water from the lake.',
     [("clause", "Lee", "say", 'it had "slept", drawing water from the lake')]),
    ('Kim told us it was "late" - before admitting that "nobody knows".',
     [("clause", "Kim", "tell", 'it was "late"'), ("quotation", "Kim", "admit", '"nobody knows"')]),
    ("The bank is in early talks, two people said on Tuesday, in what would be a first.",
     [("before", "two people", "say", "The bank is in early talks")]),
    ('Lee had been called worse, he said, "mostly by Kim".',
     [("aside", "he", "say", 'Lee had been called worse | "mostly by Kim"')]),
    ('Asked about it, he said, "mostly by Kim".', [("quotation", "he", "say", '"mostly by Kim"')]),
    # who it is
    ('Noting that it was "the last," the minister of trade left.',
     [("that", "the minister of trade", "note", 'that it was "the last,"')]),
    ('A friend of many years, Ana Ruiz, said: "It broke."',
     [("quotation", "A friend of many years, Ana Ruiz", "say", '"It broke."')]),
    ("The Wildlife Service (KWS) warden Dickson Mbui said it broke.",
     [("clause", "The Wildlife Service (KWS) warden Dickson Mbui", "say", "it broke")]),
    (f"{BROKE} Kim said, laughing.", [("before", "Kim", "say", BROKE)]),
    ("A man who spent 19 hours at the bottom of a shaft has said it broke.",
     [("clause", "A man who spent 19 hours at the bottom of a shaft", "say", "it broke")]),
    ("Hawkers at a market who were fined for feeding otters say it broke.",
     [("clause", "Hawkers at a market who were fined for feeding otters", "say", "it broke")]),
    ("A man who said the mayor told lies.", [("clause", "who", "say", "the mayor told lies")]),
    ('The councillor who told a meeting that roads were "dead" has apologised.',
     [("that", "who", "tell", 'that roads were "dead"')]),
    ('Kim, who asked about the road in a letter, said, "It broke."',
     [("prep", "who", "ask", "the road"),
      ("quotation", "Kim", "say", '"It broke."')]),
    ('Kim, who was asked about the road in May, said, "It broke."', [("asked", "", "ask", "the road in May"),
      ("quotation", "Kim, who was asked about the road in May", "say", '"It broke."')]),
    (f'{BROKE} said Kim, who has a "hold" rating on the stock.',
     [("inverted", 'Kim, who has a "hold" rating on the stock', "say", BROKE)]),
    ("Kim did so, a court has heard.", [("before", "a court", "hear", "Kim did so")]),
    ("An inquest heard that it broke.", [("that", "An inquest", "hear", "that it broke")]),
    ('A guard heard two men say: "It broke."', [("quotation", "two men", "say", '"It broke."')]),
    (f'{BROKE} Kim wrote in The Long Road (1994), "and fell."',
     [("before", "Kim", "write", f'{BROKE} | "and fell."')]),
    ("Kim told his whole office, by telephone, that it broke.", [("that", "Kim", "tell", "that it broke")]),
    ('Kim was caught telling Lee he was "the luckiest bloke" moments before it broke.',
     [("clause", "Kim", "tell", 'he was "the luckiest bloke"')]),
    ("One of the men said it broke.", [("clause", "One of the men", "say", "it broke")]),
    ('Sir - Nobody knew, Kim said.', [("before", "Kim", "say", "Nobody knew")]),
    (f"{BROKE} Kim corrected him.", [("before", "Kim", "correct", BROKE)]),
    ('Kim described the road as "dead", a claim he repeated on Friday.',
     [("np-as", "Kim", "describe", 'the road as "dead"'), ("open", "he", "repeat", "")]),
    ('Kim accused them of "haste", a charge rejected by Lee.',
     [("np", "Kim", "accuse", 'them of "haste"'), ("passive", "Lee", "reject", "a charge")]),
    ('Kim accused them of "haste", a road and a bridge.',
     [("np", "Kim", "accuse", 'them of "haste", a road and a bridge')]),
    ('Kim was quoted by a broadcaster as saying the road was "dead".',
     [("quoted as", "Kim", "quote", 'the road was "dead"')]),
    ('It is, as the envoy argues, "a good thing", and old.', [("quotation", "the envoy", "argue", '"a good thing"')]),
    ('"The road," said Kim - a driver who had been there - "is dead."',
     [("inverted", "Kim - a driver who had been there", "say", '"The road," | "is dead."')]),
    ('Drivers carried signs reading "No road".', [("quotation", "signs", "read", '"No road"')]),
    ('They want a list, something Kim called "the end".',
     [("np", "They", "want", "a list"), ("np-as", "Kim", "call", '"the end"')]),
    ('Kim left; "and I stayed," he added.', [("before", "he", "add", '"and I stayed,"')]),
    ("A man who recovered the hat said it broke.", [("clause", "A man who recovered the hat", "say", "it broke")]),
    ('Kim, who rates it "poor," told clients it broke.', [("clause", 'Kim, who rates it "poor,"', "tell", "it broke")]),
    (f"{BROKE} she once told them.", [("before", "she", "tell", BROKE)]),
]

CASES = [
    # what the opening quotes, and the subject's own words
    ('Asked if it was "safe," Kim said it broke.',
     [("asked", "", "ask", 'if it was "safe,"'), ("clause", "Kim", "say", "it broke")]),
    ('Holding a sign that was "very old," Kim said: "It broke."', [("quotation", "Kim", "say", '"It broke."')]),
    # the verb of the main clause behind a relative one
    ("A driver who declined to give a name told reporters it broke.",
     [("to", "who", "decline", "to give a name"),
      ("clause", "A driver who declined to give a name", "tell", "it broke")]),
    ("A driver who saw the road said it broke.", [("clause", "A driver who saw the road", "say", "it broke")]),
    ('"It broke," the report, released on Monday, said.',
     [("before", "the report, released on Monday", "say", '"It broke,"')]),
    *DESKS,
    # what belongs to a quotation is not who says so
    ('Kim promised "swift" action, her spokesman said.',
     [("before", "her spokesman", "say", 'Kim promised "swift" action')]),
    # where they were shouted is no part of the words
    ('Drivers shouted "It broke again" outside.', [("quotation", "Drivers", "shout", '"It broke again"')]),
    ('Drivers said "big roads" outside are bad.', [("mixed", "Drivers", "say", '"big roads" outside are bad')]),
    # the cue that ends the sentence governs all before it
    ("Kim said it broke, Lee said Friday.", [("before", "Lee", "say", "Kim said it broke")]),
    ("Kim knew it broke, said Lee.", [("inverted", "Lee", "say", "Kim knew it broke")]),
    ("Kim is sure it broke, Lee said.", [("before", "Lee", "say", "Kim is sure it broke")]),
    # a verb and its particle
    (f"{BROKE} Kim fired back.", [("before", "Kim", "fire", BROKE)]),
    (f"{BROKE} Kim went on.", [("before", "Kim", "go", BROKE)]),
    (f"{BROKE} Kim fired.", []),
    ("Kim fired the driver.", []),
    # what she claimed is her claim
    ("Kim did not repeat her claim that it broke.", [("noun", "her", "claim", "that it broke")]),
    ("Kim did not repeat her plan of the town.", [("np", "Kim", "repeat", "her plan of the town")]),
    # what nouns hold, and surveys
    ("Kim has the support of drivers.", [("noun from", "drivers", "support", "Kim")]),
    ("Kim needs the support of drivers.", [("noun held", "Kim", "support", "drivers")]),
    ("Her hope is that it broke.", [("noun is", "Her", "hope", "that it broke")]),
    ("The question was whether it broke.", [("noun is", "", "question", "whether it broke")]),
    ("Their hope is dead.", []),
    ("Their decision not to return was theirs.", [("noun of owner", "Their", "decision", "not to return")]),
    ("Kim leads Lee in a new survey.", [("in poll", "a new survey", "in", "Kim leads Lee")]),
    ("Kim leads Lee in the polls.", []),
    ("In the latest survey, conducted in May, drivers wanted tolls.",
     [("in poll", "the latest survey", "in", "drivers wanted tolls")]),
    # adjectives, nouns and what only seems so
    ("Kim is sure that it broke.", [("state", "Kim", "sure", "that it broke")]),
    ("The road seems to be safe.", [("seeming", "", "seem", "The road | to be safe")]),
    # what is said inside another's words, and a report that is reported
    ("Kim denied a report that it broke, Lee said.", [("before", "Lee", "say", "Kim denied a report that it broke")]),
    (f"{BROKE} Kim said, but Lee said no.", [("before", "Kim", "say", BROKE)]),
    ("According to Kim, it broke.", [("according first", "Kim", "according to", "it broke")]),
    ("Words written often fade.", []),
    ("In a new poll, most voters praised it.", [("in poll", "a new poll", "in", "most voters praised it")]),
    # two cues in a row
    ("Kim said it fell and that Lee praised it.", [("clause", "Kim", "say", "it fell and that Lee praised it")]),
    # whose the cue is
    ("Citing it, Kim said it broke.", [("np", "Kim", "cite", "it"), ("clause", "Kim", "say", "it broke")]),
    ("Citing it.", []),
    ("Citing it,", []),
    ("Citing it, then left.", []),
    ("In calling it unfair, Kim left.", [("np-as", "Kim", "call", "it unfair")]),
    ("By calling it unfair, Kim left.", [("np-as", "Kim", "call", "it unfair")]),
    ("Kim, calling it unfair, left.", [("np-as", "Kim", "call", "it unfair")]),
    ("Kim left town, saying it broke.", [("clause", "Kim", "say", "it broke")]),
    ("Kim wrote a letter saying it broke.", [("clause", "Kim", "say", "it broke")]),
    ("A sign saying it broke.", [("clause", "A sign", "say", "it broke")]),
    ("Kim saw drivers criticising the road.", [("np", "drivers", "criticise", "the road")]),
    ("Lee left with Kim saying it broke.", [("clause", "Kim", "say", "it broke")]),
    ("Kim came to say it broke.", [("clause", "Kim", "say", "it broke")]),
    ("Kim drove and said it broke.", [("clause", "Kim", "say", "it broke")]),
    ("Kim left, said it broke.", [("clause", "Kim", "say", "it broke")]),
    ("Kim, who took the post and says it broke, left.", [("clause", "who", "say", "it broke")]),
    ("Kim said it fell, and Lee left and said it broke.",
     [("clause", "Kim", "say", "it fell"), ("clause", "Lee", "say", "it broke")]),
    ("Drivers of the town, and saying it broke.", []),
]


@pytest.mark.parametrize("text, expected", CASES)
def test_cues_of_a_sentence(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert relations(text) == expected


@pytest.mark.parametrize("lemma", sorted(sentences._AGAIN))
def test_what_is_said_again_is_the_claim_itself(lemma: str) -> None:
    assert relations(f"Kim will {lemma} her claim that it broke.") == [("noun", "her", "claim", "that it broke")]


@pytest.mark.parametrize("noun", sorted(sources._BEARERS))
def test_things_that_bear_words(noun: str) -> None:
    assert relations(f"Kim wrote the {noun} saying it broke.") == [("clause", f"the {noun}", "say", "it broke")]


@pytest.mark.parametrize("noun", sorted(sources._GIVEN_OUT))
def test_things_that_are_given_out_are_their_issuers(noun: str) -> None:
    assert relations(f"Kim wrote the {noun} criticising the road.") == [("np", "Kim", "criticise", "the road")]
    assert relations(f"Kim wrote the {noun} saying it broke.") == [("clause", "Kim", "say", "it broke")]


PIECES = (
    'Kim the envoy she , - that said , say praised averred "It broke," "No" according to who and in her claim asked '
    "whether was not by told reporters poll In a Monday calling it . fired back as sure"
).split(" ")


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30))
def test_places_lie_within_the_sentence(pieces: list[str]) -> None:
    line = line_of(" ".join(pieces))
    for low, high in line.sentences:
        for made in read_sentence(line, low, high):
            places = [made.cue, *made.content, *made.frame]
            places += [part for part in (made.source, made.addressee) if part is not None]
            assert all(low <= start <= end <= high for start, end in places)
            assert printed(line, made.cue)


def test_a_quotation_that_breaks_off_ends_its_sentence() -> None:
    line = line_of('"I said he would end up in the —" She stopped. "Well —" Kim said.')
    assert len(line.sentences) == 3
