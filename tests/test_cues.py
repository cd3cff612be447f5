"""The cue lexicon: every entry fires on a plain sentence for each of its frames, and stays silent where it should."""

from __future__ import annotations

import pytest

from quotetrack import quotes
from quotetrack.attribution import nominals, states
from quotetrack.attribution.relations import Relation
from quotetrack.attribution.sentences import read_sentence
from quotetrack.phrases.lexicon import CUE_FORMS, NOUN_FORMS, inflected
from quotetrack.phrases.words import Line
from quotetrack.rules.cues import NOUNS, VERBS, Noun, Verb
from quotetrack.rules.nominals import NOMINALS, Nominal
from quotetrack.rules.states import STATES, State
from quotetrack.text import fold

TEMPLATES = {
    "q": '"We will wait for it," Kim Lee {past}.',
    "q~": '"We will wait for it," Kim Lee {past} back.',
    "that": "Kim Lee {past} that the bridge will open.",
    "that!": "Kim Lee {past} that the bridge will open.",
    "they": "Kim Lee {past} they were late.",
    "bare": "Kim Lee {past} lower tolls draw more lorries.",
    "wh": "Kim Lee {past} whether the bridge will open.",
    "to": "Kim Lee {past} to open the bridge.",
    "np": "Kim Lee {past} the new bridge.",
    "np-to": "Kim Lee {past} the mayor to open the bridge.",
    "np-that": "Kim Lee {past} the mayor that the bridge will open.",
    "np-wh": "Kim Lee {past} the mayor whether the bridge will open.",
    "np-as": "Kim Lee {past} the bridge a disgrace.",
    "as": "Kim Lee {past} the bridge as a disgrace.",
    "ing": "Kim Lee {past} building the bridge.",
}
CONTENT = {
    "they": "they were late",
    "q": "We will wait for it", "q~": "We will wait for it", "bare": "lower tolls draw more lorries",
    "to": "to open the bridge", "np": "the new bridge", "np-as": "the bridge a disgrace",
    "as": "the bridge as a disgrace", "ing": "building the bridge", "that": "the bridge will open",
    "that!": "the bridge will open",
    "np-that": "the bridge will open", "wh": "the bridge will open", "np-wh": "the bridge will open",
}  # fmt: skip


def read(text: str) -> list[tuple[Relation, str, str]]:
    """Each relation of the text with its source and its content as printed."""
    image = fold(text)
    line = Line(image, 0, len(text), [p for p in quotes.scan(text, image, [(0, len(text))]) if p.depth == 0])
    out = []
    for low, high in line.sentences:
        for relation in read_sentence(line, low, high):
            source = "" if relation.source is None else printed(line, *relation.source)
            out.append((relation, source, " … ".join(printed(line, *part) for part in relation.content)))
    return out


def printed(line: Line, start: int, end: int) -> str:
    return line.image[line.starts[start] : line.end(end - 1)]


def past_of(verb: Verb) -> str:
    """The past form, or the third person of a verb whose past is its base."""
    forms = {shape: form for form, shape in inflected(verb.lemma, verb.past).items()}
    return forms.get("ed") or forms["s"]


FRAMES = [(verb, frame) for verb in VERBS for frame in verb.frames.split()]


@pytest.mark.parametrize(("verb", "frame"), FRAMES, ids=[f"{verb.lemma}-{frame}" for verb, frame in FRAMES])
def test_every_frame_of_every_verb_fires(verb: Verb, frame: str) -> None:
    if frame.startswith("+"):
        text, content = f"Kim Lee {past_of(verb)} {frame[1:]} the new bridge.", "the new bridge"
    else:
        text, content = TEMPLATES[frame].format(past=past_of(verb)), CONTENT.get(frame, "")
    found = [r for r in read(text) if r[0].lemma == verb.lemma]
    assert found, text
    relation, source, said = found[0]
    assert content in said, text
    if relation.rule != "seeming":
        assert source == "Kim Lee", text


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.lemma)
def test_entries_are_whole_and_once(verb: Verb) -> None:
    assert verb.frames
    assert sum(other.lemma == verb.lemma for other in VERBS) == 1
    assert verb.measured is None or 0 <= verb.measured <= 1
    assert all(frame in TEMPLATES or frame.startswith("+") for frame in verb.frames.split())
    assert CUE_FORMS[verb.lemma].verb.lemma == verb.lemma


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.lemma)
def test_every_noun_with_a_clause_fires(noun: Noun) -> None:
    lemma = noun.lemma
    found = [r for r in read(f"Her {lemma} that the bridge will open was new.") if r[0].lemma == lemma]
    assert [(r[1], r[2]) for r in found] == [("Her", "that the bridge will open")]
    assert lemma in NOUN_FORMS


STATE_FRAMES = [(state, frame) for state in STATES for frame in state.frames.split()]


@pytest.mark.parametrize(("state", "frame"), STATE_FRAMES, ids=[f"{s.word}-{f}" for s, f in STATE_FRAMES])
def test_every_frame_of_every_adjective_fires(state: State, frame: str) -> None:
    tail = {"that": "that the bridge will open", "wh": "whether the bridge will open", "to": "to open the bridge"}
    text = f"Kim Lee was {state.word} {tail.get(frame, frame + ' the new bridge')}."
    found = [r for r in read(text) if r[1] == "Kim Lee"]
    assert found and "bridge" in found[0][2], text
    assert state.word in states.WORDS


NOMINAL_FRAMES = [(noun, frame) for noun in NOMINALS for frame in noun.frames.split()]


@pytest.mark.parametrize(("noun", "frame"), NOMINAL_FRAMES, ids=[f"{n.lemma}-{f}" for n, f in NOMINAL_FRAMES])
def test_every_frame_of_every_noun_fires(noun: Nominal, frame: str) -> None:
    tail = "to open the bridge" if frame == "inf" else f"{frame} the new bridge"
    text = f"Kim Lee's {noun.lemma} {tail} came late."
    found = [r for r in read(text) if r[0].lemma == noun.lemma]
    assert found, text
    assert found[0][1] == "Kim Lee's"
    assert "bridge" in found[0][2] and (frame == "inf" or found[0][2] == "the new bridge")
    assert noun.lemma in nominals.WORDS


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is long.",
        "Kim Lee held a long meeting in the town hall.",
        "The report was clear.",
        "Snow fell for three days.",
        "The plan has a cost.",
        "It was sure to rain.",
        "Trains run to the coast.",
        "The talks went on for hours.",
        "Kim Lee found a coin in the road.",
        "The law means higher tolls for all.",
    ],
)
def test_sentences_that_report_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("lemma", "past", "form", "shape"),
    [
        ("agree", "", "agreed", "ed"),
        ("guarantee", "", "guaranteed", "ed"),
        ("plan", "", "planned", "ed"),
        ("plan", "", "planning", "ing"),
        ("prefer", "", "preferred", "ed"),
        ("slam", "", "slamming", "ing"),
        ("deny", "", "denies", "s"),
        ("label", "", "labelled", "ed"),
        ("label", "", "labeled", "ed"),
        ("begin", "began begun", "beginning", "ing"),
        ("write", "wrote written", "written", "en"),
    ],
)
def test_inflected(lemma: str, past: str, form: str, shape: str) -> None:
    assert inflected(lemma, past)[form] == shape
