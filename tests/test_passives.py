"""Passives and questions: of whom it was said, by whom, and who asked."""

from __future__ import annotations

import pytest

from quotetrack.attribution import passives
from quotetrack.attribution.sentences import read_sentence
from quotetrack.phrases.lexicon import CUE_FORMS, inflected
from quotetrack.rules.cues import VERBS
from tests.lines import line_of, printed, relations

CASES = [
    # a participle with its agent behind what it says
    ('The deal, hailed as "dead" by drivers, broke.', [("passive", "drivers", "hail", 'The deal | as "dead"')]),
    ('The deal - described by a vet as "dead" - broke.', [("passive", "a vet", "describe", 'The deal | as "dead"')]),
    ('The deal, dubbed "dead" by drivers, broke.', [("passive", "drivers", "dub", 'The deal | "dead"')]),
    ('The deal, hailed as "dead", broke by Monday.', []),
    ('The deal, hailed as "dead" and gone again here now in the old town hall by Lee.', []),
    # quoted as saying: whose words they are, not who handed them on
    ('"It broke," the agency quoted Kim as saying.', [("quoted as", "Kim", "quote", '"It broke,"')]),
    ('"It broke," the agency Dawn cited a driver as saying.', [("quoted as", "a driver", "cite", '"It broke,"')]),
    ('"It broke," Kim was quoted as saying by the agency.', [("quoted as", "Kim", "quote", '"It broke,"')]),
    ('Kim was quoted by the agency as saying: "It broke."', [("quoted as", "Kim", "quote", '"It broke."')]),
    ("The agency quoted Kim, the envoy, as telling the town that it broke.",
     [("quoted as", "Kim, the envoy", "quote", "that it broke")]),
    ("The agency quoted Kim on the road.", [("np", "The agency", "quote", "Kim on the road")]),
    # asked by S
    ("Asked by Kim whether it broke, Lee left.", [("asked by", "Kim", "ask", "whether it broke")]),
    ("Asked by Kim, the envoy, why it broke, Lee left.", [("asked by", "Kim, the envoy", "ask", "why it broke")]),
    ("Asked by Kim about it, Lee left.", []),
    ("Asked by Kim whether it broke.", []),
    ("Asked by Kim.", []),
    ("Asked by now, Lee left.", []),
    # asked, by nobody who is named
    ("Asked whether it broke, Kim left.", [("asked", "", "ask", "whether it broke")]),
    ("Asked about whether it broke, Kim left.", [("asked", "", "ask", "whether it broke")]),
    ("Asked why it broke.", [("asked", "", "ask", "why it broke")]),
    ("Kim was asked whether it broke.", [("asked", "", "ask", "whether it broke")]),
    ("Kim was asked about the road.", [("asked", "", "ask", "the road")]),
    ("Asked about the road, Kim left.", []),
    ("Often asked why it broke, Kim left.", []),
    ("Asked.", []),
    # somebody said it of the subject
    ("The road was described by Kim as safe.", [("passive", "Kim", "describe", "The road | as safe")]),
    ("Drivers were urged by Kim to stay.", [("passive", "Kim", "urge", "Drivers | to stay")]),
    ("The road was praised on Monday by Kim.", [("passive", "Kim", "praise", "The road | on Monday")]),
    ("The road was praised by Kim.", [("passive", "Kim", "praise", "The road")]),
    ("It was said by Kim that it broke.", [("passive", "Kim", "say", "It | that it broke")]),
    ("A plan backed by the union failed.", [("passive", "the union", "back", "A plan")]),
    ("The road was praised, by Kim.", []),
    ("The road was praised by 40.", []),
    ("The road was praised by now.", []),
    ("A call made by Kim failed.", []),
    # a participle that hangs on a noun
    ('Drivers left a lorry called "a wreck" in town.', [("agentless", "", "call", '"a wreck" in town')]),
    ('Drivers called "a wreck" the lorry in town.', [("np-as", "Drivers", "call", '"a wreck" the lorry in town')]),
    ('The lorry that drivers called "a wreck" left.', [("np-as", "drivers", "call", '"a wreck" left')]),
    # nobody is named
    ("The road is expected to open.", [("impersonal", "", "expect", "The road | to open")]),
    ("The road is reported as shut.", [("impersonal", "", "report", "The road | as shut")]),
    ("The road is thought in town.", [("impersonal", "", "think", "The road | in town")]),
    ("The road is reported shut.", []),
    ("The road is reported", []),
    ("Is reported to be safe.", []),
    ("On Monday was praised by Kim.", []),
    ("The lorry drivers were told on Monday that it broke.", [("agentless", "", "tell", "that it broke")]),
    ("The road was praised for its size.", [("agentless", "", "praise", "The road | for its size")]),
    ("The road, which was praised for its size, broke.", []),
    ("The road was praised for.", []),
    ("The road was praised.", []),
    ("The drivers were assured.", []),
]


@pytest.mark.parametrize("text, expected", CASES)
def test_passives(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert relations(text) == expected


def test_who_was_told() -> None:
    line = line_of("The lorry drivers were told on Monday that it broke.")
    [made] = read_sentence(line, *line.sentences[0])
    assert made.addressee is not None
    assert printed(line, made.addressee) == "The lorry drivers"
    assert [printed(line, part) for part in made.frame] == ["on Monday"]


@pytest.mark.parametrize("negation", ["not", "never"])
def test_negation(negation: str) -> None:
    line = line_of(f"The road was {negation} praised by Kim.")
    [made] = read_sentence(line, *line.sentences[0])
    assert made.negated


def participle(lemma: str) -> str:
    [verb] = [verb for verb in VERBS if verb.lemma == lemma]
    forms = inflected(lemma, verb.past)
    shapes = {shape: form for form, shape in forms.items()}
    return shapes.get("en") or shapes["ed"]


@pytest.mark.parametrize("lemma", sorted(passives._ISSUED))
def test_what_was_said_is_the_subject_of_some(lemma: str) -> None:
    assert relations(f"The word was {participle(lemma)} by Kim.") == [("passive", "Kim", lemma, "The word")]


@pytest.mark.parametrize("lemma", sorted(passives._IMPERSONAL))
def test_what_is_said_by_nobody(lemma: str) -> None:
    assert relations(f"The road is {participle(lemma)} to be safe.") == [
        ("impersonal", "", lemma, "The road | to be safe")
    ]


@pytest.mark.parametrize("lemma", sorted(passives.TELLS))
def test_the_one_who_is_told_stands_behind_some(lemma: str) -> None:
    form = participle(lemma)
    assert relations(f"Then drivers were {form} on Monday that it broke.") == [
        ("agentless", "", lemma, "that it broke")
    ]
    assert "inverted" not in [made[0] for made in relations(f'"It broke," {form} Kim.')]
    assert CUE_FORMS[form].verb.lemma == lemma
