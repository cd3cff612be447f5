"""The cast: generated stories with known answers, and what it promises about records."""

from __future__ import annotations

import hashlib
import string

from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack import cast
from quotetrack.records import Draft, Form, Ground, Kind, Mention, Speaker, SpeakerKind
from quotetrack.spans import Span
from quotetrack.text import fold
from tests.cast_stage import settled

FORENAMES = "Adela Bram Corin Delphi Edda Fenno Gisla Hadrian Ines Jorun Kasimir Leontine Marek Nilufar Osric".split()
SURNAMES = "Achterberg Bellweather Cardozo Dunleavy Eskildsen Fairbrother Grzelak Hathersage Ibarra Jankovic".split()
ROLES = "surgeon beekeeper novelist architect astronomer goalkeeper economist plumber".split()
GENDERED = {"he": ("businessman", "policeman", "widower"), "she": ("businesswoman", "policewoman", "widow")}
SAID = ('"The river rose in the night,"', '"Nobody was hurt,"', '"We start again on Monday,"')


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, list[tuple[str, str]]]:
    """A story of two to four people, each introduced by full name and role, and what each is then called."""
    n = draw(st.integers(2, 4))
    forenames = draw(st.permutations(FORENAMES))[:n]
    surnames = draw(st.permutations(SURNAMES))[:n]
    roles = draw(st.permutations(ROLES))[:n]
    people = [(f"{a} {b}", b, r) for a, b, r in zip(forenames, surnames, roles)]
    article = {True: "an", False: "a"}
    text = " ".join(f"{name}, {article[role[0] in 'aeiou']} {role}, came to the hall." for name, _, role in people)
    answers: list[tuple[str, str]] = []
    for i in draw(st.lists(st.integers(0, n - 1), min_size=2, max_size=6)):
        name, surname, role = people[i]
        source = draw(st.sampled_from((name, surname, f"the {role}", f"The {role}")))
        text += f"\n\n{draw(st.sampled_from(SAID))} {source} said."
        answers.append((source, name))
        if draw(st.booleans()):
            pronoun = draw(st.sampled_from(("he", "she")))
            if all(other != name or p == pronoun for p, other in answers if p in GENDERED):
                text += f" {draw(st.sampled_from(SAID))} {pronoun} added."
                answers.append((pronoun, name))
    return text, answers


@settings(max_examples=120, deadline=None)
@given(stories())
def test_everyone_is_found_again(story: tuple[str, list[tuple[str, str]]]) -> None:
    text, answers = story
    verdicts, _ = settled(text, [source for source, _ in answers])
    assert [v.speaker.name if v.speaker else None for v in verdicts] == [name for _, name in answers]
    assert all(v.ground in (Ground.NAMED, Ground.LINKED) for v in verdicts)


@settings(max_examples=60, deadline=None)
@given(st.permutations(FORENAMES), st.permutations(SURNAMES), st.sampled_from(SAID), st.sampled_from(("he", "she")))
def test_what_two_fit_stays_open(forenames: list[str], surnames: list[str], said: str, pronoun: str) -> None:
    one, two, family = f"{forenames[0]} {surnames[0]}", f"{forenames[1]} {surnames[0]}", surnames[0]
    text = f"{one} and {two} came to the hall.\n\n{said} {family} said."
    [verdict], _ = settled(text, [family])
    assert verdict.speaker is None and verdict.ground is Ground.OPEN and set(verdict.why[0].over) == {one, two}
    text = f"{one} and {forenames[1]} {surnames[1]} came to the hall.\n\n{said} {pronoun} said."
    [verdict], _ = settled(text, [pronoun])
    assert verdict.speaker is None and verdict.ground is Ground.OPEN
    text = f"{one}, a surgeon, and {forenames[1]} {surnames[1]}, a surgeon, came.\n\n{said} the surgeon said."
    [verdict], _ = settled(text, ["the surgeon"])
    assert verdict.speaker is None and verdict.ground is Ground.OPEN


@settings(max_examples=60, deadline=None)
@given(st.permutations(FORENAMES), st.permutations(SURNAMES), st.booleans())
def test_gender_as_the_article_shows_it(forenames: list[str], surnames: list[str], first: bool) -> None:
    man, woman = f"{forenames[0]} {surnames[0]}", f"{forenames[1]} {surnames[1]}"
    pair = [f"{man}, a businessman,", f"{woman}, a policewoman,"]
    text = " and ".join(pair if first else pair[::-1]) + " came."
    text += f" {SAID[0]} she said. {SAID[1]} he said. {SAID[2]} she said."
    verdicts, _ = settled(text, ["she", "he", "she"])
    assert [v.speaker and v.speaker.name for v in verdicts] == [woman, man, woman]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=string.ascii_letters + " .,'\"\n-–éÅ", max_size=300), st.data())
def test_any_text_any_source(text: str, data: st.DataObject) -> None:
    drafts = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        source = Mention(start, end, text[start:end], Form.NAME)
        drafts.append(Draft(Kind.DIRECT, (Span(start, end),), (), source, None, 0))
    verdicts, speakers = cast.settle(text, fold(text), [], (), drafts, everyone=True)
    assert len(verdicts) == len(drafts)
    for verdict in verdicts:
        assert verdict.why
        assert (verdict.speaker is None) == (verdict.ground is Ground.OPEN)
        assert verdict.speaker is None or verdict.speaker in speakers
    for speaker in speakers:
        assert all(text[m.start : m.end] == m.text for m in speaker.mentions)
        assert speaker.name not in speaker.aliases
    assert cast.settle(text, fold(text), [], (), drafts, everyone=True) == (verdicts, speakers)


def test_no_source_is_open_with_a_reason() -> None:
    draft = Draft(Kind.DIRECT, (Span(0, 2),), (), None, None, 0)
    [verdict], speakers = cast.settle("Hm", "Hm", [], (), [draft])
    assert verdict.speaker is None and verdict.ground is Ground.OPEN and verdict.why and speakers == ()


def test_a_speaker_is_carried_over() -> None:
    text = "Petra Ibarra said"
    first = Draft(Kind.DIRECT, (Span(0, 12),), (), Mention(0, 12, text[:12], Form.NAME), None, 0)
    more = [Draft(Kind.DIRECT, (Span(13, 17),), (), None, None, 0, carrier=i) for i in (0, 1)]
    verdicts, [speaker] = cast.settle(text, text, [], (), [first, *more])
    assert [v.ground for v in verdicts] == [Ground.NAMED, Ground.CARRIED, Ground.CARRIED]
    assert all(v.speaker == speaker for v in verdicts) and len(verdicts[2].why) == 2


def test_carriers_in_a_ring_are_open() -> None:
    ring = [Draft(Kind.DIRECT, (Span(0, 1),), (), None, None, 0, carrier=1 - i) for i in (0, 1)]
    verdicts, _ = cast.settle("x", "x", [], (), ring)
    assert [v.ground for v in verdicts] == [Ground.OPEN, Ground.OPEN]


def test_nothing_to_do() -> None:
    assert cast.settle("Petra Ibarra", "Petra Ibarra", [], (), []) == ((), ())


def test_the_id_is_stable() -> None:
    [verdict], _ = settled('"Yes," Petra Ibarra said.', ["Petra Ibarra"])
    assert verdict.speaker is not None
    assert verdict.speaker.id == hashlib.sha256(b"a\nPetra Ibarra\nperson").hexdigest()[:16]


def test_everyone_is_in_the_cast_when_asked() -> None:
    text = 'Osric Ibarra waited. "Petra Grzelak called," he said. Marek Cardozo drove. Cardozo waved.'
    _, few = settled(text, ["he"])
    _, all_of_them = settled(text, ["he"], everyone=True)
    assert [s.name for s in few] == ["Osric Ibarra"]
    assert [s.name for s in all_of_them] == ["Osric Ibarra", "Petra Grzelak", "Marek Cardozo"]
    assert [m.text for m in all_of_them[2].mentions] == ["Marek Cardozo", "Cardozo"]
    assert all_of_them[2].aliases == ("Cardozo",)


def test_known_people_win() -> None:
    known = Speaker("Q7", "Petra Maria Ibarra", SpeakerKind.PERSON, "mayor of Holm", ("La Ibarra",))
    text = '"Yes," Ibarra said. "No," the mayor said. "Maybe," Petra Ibarra said.'
    verdicts, [speaker] = settled(text, ["Ibarra", "the mayor", "Petra Ibarra"], (known,))
    assert [v.speaker for v in verdicts] == [speaker] * 3
    assert (speaker.id, speaker.name, speaker.role) == ("Q7", "Petra Maria Ibarra", "mayor of Holm")
    assert len(speaker.mentions) == 3


def test_a_known_name_is_enough() -> None:
    [verdict], _ = settled('"Yes," Ibarra said.', ["Ibarra"], ("Petra Ibarra",))
    assert verdict.speaker is not None and verdict.speaker.name == "Petra Ibarra"


def test_a_known_organisation_and_alias() -> None:
    known = Speaker("Q9", "Holm Water Board", SpeakerKind.ORGANIZATION, None, ("HWB",))
    verdicts, _ = settled('"Yes," Holm Water Board said. "No," HWB said.', ["Holm Water Board", "HWB"], (known,))
    assert [v.speaker and v.speaker.id for v in verdicts] == ["Q9", "Q9"]


def test_rivals_are_told() -> None:
    text = 'Osric Ibarra met Marek Cardozo. "Yes," Osric Ibarra said. "No," he said.'
    verdicts, _ = settled(text, ["Osric Ibarra", "he"])
    step = verdicts[1].why[0]
    assert (step.rule, step.words, step.gave, step.over) == ("pronoun", "he", "Osric Ibarra", ("Marek Cardozo",))
