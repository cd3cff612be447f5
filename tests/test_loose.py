"""Quotations that no cue's content reaches: the words of their sentence that come nearest."""

from __future__ import annotations

import pytest

from quotetrack.attribution import loose
from quotetrack.attribution.sentences import read_sentence
from tests.lines import line_of, printed, read_out


def governed(text: str) -> tuple[str, str, str] | None:
    """Rule, source and cue's lemma for the last quotation of a sentence."""
    line = line_of(text)
    low, high = line.sentences[-1]
    made = loose.governed(line, low, high, max(line.quotes), read_sentence(line, low, high))
    if made is None:
        return None
    rule, source, lemma, content = read_out(line, made)
    assert content == printed(line, (max(line.quotes), max(line.quotes) + 1))
    return rule, source, lemma


SHUT = '"not safe at all"'


@pytest.mark.parametrize(
    "text, expected",
    [
        # in the words of S
        (f"In the words of Kim, {SHUT}.", ("words of", "Kim", "words")),
        (f"In Kim's words, the road is {SHUT}.", ("words of", "Kim's", "words")),
        (f"In her words, the road is {SHUT}.", ("words of", "her", "words")),
        (f"In the words of one envoy, who spoke to us because the talks about the old road had ended, it is {SHUT}.",
         ("words of", "one envoy, who spoke to us because the talks about the old road had ended", "words")),
        (f"In words of now, the road is {SHUT}.", ("near verb", "the road", "is")),
        (f"In old words, the road is {SHUT}.", ("near verb", "the road", "is")),
        # a colon
        (f"Kim had this for them: {SHUT}.", ("colon", "Kim", ":")),
        (f": {SHUT}", None),
        (f"Then often: {SHUT}", None),
        # the main clause has its own subject
        (f"While drivers left, the envoy will make it {SHUT}.", ("near verb", "the envoy", "make")),
        (f"Whilst tents, food and drivers left, the envoy will make it {SHUT}.", ("near verb", "the envoy", "make")),
        (f"Kim's motto was {SHUT}.", ("near verb", "Kim", "was")),
        # a cue before it
        (f"Kim said it fell, and the bridge, too, is {SHUT}.", ("near cue", "Kim", "say")),
        (f"Kim said it fell but Lee told him of a {SHUT}.", ("near cue", "Lee", "tell")),
        (f"Kim praised the road, which told him of a {SHUT}.", ("near cue", "which", "tell")),
        # the verb before it
        (f"Kim drove a {SHUT} lorry.", ("near verb", "Kim", "drove")),
        (f"Kim, the envoy, drove a {SHUT} lorry.", ("near verb", "Kim, the envoy", "drove")),
        (f"Kim has a {SHUT} lorry.", ("near verb", "Kim", "has")),
        (f"Asking about a {SHUT} lorry.", None),
        (f"Kim said it fell, but Lee fired a {SHUT} driver.", ("near cue", "Lee", "fire")),
        (f"Kim criticised the road, but fired a {SHUT} driver.", ("near cue", "Kim", "criticise")),
        (f"Kim criticised the road, which fired a {SHUT} driver.", ("near cue", "Kim", "criticise")),
        (f"Asked whether it fell, Kim left a {SHUT} lorry.", ("near verb", "Kim", "left")),
        (f"Drivers often are in town, a {SHUT} lorry.", ("near verb", "Drivers", "are")),
        (f"It was asked whether a lorry, {SHUT}, left.", ("near verb", "", "ask")),
        # a passive
        (f"The death is being treated as {SHUT}.", ("near verb", "", "treated")),
        (f"Kim was struck by {SHUT} lorries.", ("near verb", "Kim", "struck")),
        (f"The road is widely seen as {SHUT}.", ("near verb", "", "see")),
        (f"Kim drove on what was described by drivers as a {SHUT} lorry.", ("near verb", "drivers", "describe")),
        # a bare singular noun or participle is no subject
        (f"Kim left (pun intended) with a {SHUT} lorry.", ("near verb", "Kim", "intend")),
        (f"Then pun intended a {SHUT} lorry.", None),
        (f"The 12 drove a {SHUT} lorry.", ("near verb", "The 12", "drove")),
        (f"Then 12 drove a {SHUT} lorry.", None),
        # a cue behind it
        (f"A {SHUT} lorry, Kim criticised the plan.", ("near cue", "Kim", "criticise")),
        # whose it is, and who stands before it
        (f"Now his {SHUT} lorry.", ("possessor", "his", "'s")),
        (f"And Kim in {SHUT}.", ("near verb", "Kim", "in")),
        (f"Kim, {SHUT}.", None),
        (f"Then again in {SHUT}.", None),
    ],
)
def test_who_governs_a_quotation(text: str, expected: tuple[str, str, str] | None) -> None:
    assert governed(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"Lee denied what Kim called the {SHUT} road.", "Kim"),
        (f"Lee left the road, which drivers described as {SHUT}.", "drivers"),
        (f"Lee denied what called the {SHUT} road.", ""),
        (f"Lee denied that Kim called the {SHUT} road.", ""),
        (f"Lee denied what Kim drove on the {SHUT} road.", ""),
    ],
)
def test_what_somebody_called_so(text: str, expected: str) -> None:
    line = line_of(text)
    made = loose.called(line, 0, max(line.quotes))
    assert (printed(line, made.source) if made else "") == expected


def announced(text: str) -> tuple[str, str, str] | None:
    """Rule, source and cue's lemma for what stands before a colon."""
    line = line_of(text)
    made = loose.announced(line, 0, len(line.tags) - 1)
    return None if made is None else read_out(line, made)[:3]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Kim:", ("colon", "Kim", ":")),
        ("Back at home - Kim:", ("colon", "Kim", ":")),
        ("Kim said on Monday:", ("colon", "Kim", "say")),
        ("Said Kim again:", ("colon", "Kim", "say")),
        ("Asked about it, Kim said:", ("colon", "Kim", "say")),
        ("Kim told them of the road:", ("colon", "Kim", "tell")),
        ("Kim wanted the road:", ("colon", "Kim", ":")),
        ("Then said of it:", None),
        ("Kim said it and drove:", ("colon", "Kim", ":")),
        ("One more, from a driver called Lee:", ("colon", "a driver called Lee", ":")),
        ("It came from now:", ("colon", "It", ":")),
        ("Kim took it from a driver:", ("colon", "Kim", ":")),
        ("From the driver again:", ("colon", "the driver", ":")),
        ("The driver of the lorry:", ("colon", "The driver of the lorry", ":")),
        ("The driver again and again and again:", None),
        ("Again:", None),
        (":", None),
    ],
)
def test_who_is_announced(text: str, expected: tuple[str, str, str] | None) -> None:
    assert announced(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"Kim said the road was {SHUT}.", True),
        (f"The road was {SHUT}, Kim said.", False),
        (f"Kim went to the {SHUT} road.", False),  # to go is a cue of few words
        (f"Kim drove the {SHUT} road.", False),
    ],
)
def test_whether_a_cue_stands_before(text: str, expected: bool) -> None:
    line = line_of(text)
    assert loose.cue_before(line, 0, max(line.quotes)) is expected
