""" "The company", "the developer": the one body of that sort that the article has named so far."""

from __future__ import annotations

import re

from quotetrack.cast.entities import Entity
from quotetrack.cast.standing import SUBJECT
from quotetrack.cast.stands import Scene
from quotetrack.phrases.forms import Phrase
from quotetrack.phrases.names import ORGANIZATION, PERSON, PLACE, SINGLE, is_acronym
from quotetrack.records import SpeakerKind
from quotetrack.rules import people as rules

# Nouns that say no more of a body than that it does business: any company may be meant.
ANY_COMPANY = frozenset("company firm group corporation carrier business".split())
# Nouns of companies by what they do, which are no persons where a company of the sort is named.
COMPANIES = frozenset(
    "airline automaker bank brand brewer broker builder carmaker chain chipmaker conglomerate developer distributor "
    "giant insurer lender maker manufacturer operator producer publisher retailer startup supermarket supplier "
    "utility".split()
)
# Bodies that "the company" does not mean, by a word of their names.
_NO_COMPANY = rules.STATE_WORDS | frozenset("party union league".split())
_APPOSED = re.compile(r", (?:an?|the|one of|[A-Z][\w&]*'s)\s[^,.;:\"\n]{0,90}")
_NOUN = re.compile(r"[a-z][\w-]*")
_SHARES = ("hares in ", "hares of ", "tock in ", "tock of ")
_MOST = 80  # so many names back are looked at


def company(scene: Scene, phrase: Phrase, start: int) -> tuple[Entity | None, int]:
    """The body that a noun for a company means, and the index of its name; None and -1 where none or several fit."""
    told: dict[str, int] = {}
    named: dict[str, int] = {}
    maybe: dict[str, int] = {}
    people = scene.people
    quoted = people.quoted()
    any_company = phrase.head in ANY_COMPANY
    for i in list(people.between(0, start))[-_MOST:]:
        said = people.said[i]
        if quoted[i] or said.title or said.sort == PLACE:
            continue
        key = " ".join(said.words)
        if key in told:
            continue
        nouns = _nouns(scene, i)
        if phrase.head in nouns or (any_company and nouns & (ANY_COMPANY | COMPANIES)):
            told[key] = i
        elif said.sort == ORGANIZATION:
            if any_company and not _NO_COMPANY.intersection(said.words) and not _is_short(scene, i):
                named[key] = i
        elif any_company or phrase.head in COMPANIES:
            if key not in maybe and _may_be(scene, i):
                maybe[key] = i
    for found in (told, named, maybe):
        if found:
            i = next(iter(found.values()))
            return (people.of_name[i], i) if len(found) == 1 else (None, -1)
    return None, -1


_TOWNS = frozenset("town city village borough suburb municipality island".split())


def town(scene: Scene, phrase: Phrase, start: int) -> int:
    """The index of the name of the town that the sentences before are about; -1 where none of them is."""
    if phrase.head not in _TOWNS:
        return -1
    people = scene.people
    for i in reversed(people.between(max(0, start - 600), start)):
        plain = people.of_name[i] is None and not people.said[i].title
        if plain and people.said[i].sort in (SINGLE, PLACE) and not people.quoted()[i]:
            if scene.stage.standing(i) >= SUBJECT and people.said[i].words[0] not in rules.BELONGINGS:
                return i
    return -1


def _is_short(scene: Scene, i: int) -> bool:
    """Whether a name is letters alone: of a party, a law or an office as often as of a company."""
    return is_acronym(scene.people.image[scene.people.starts[i] : scene.people.end(i)])


def _nouns(scene: Scene, i: int) -> frozenset[str]:
    """The nouns beside a name that say what it is: "snack maker Udaan Foods", "Vermeil, the Swiss maker of ..."."""
    people = scene.people
    image, at = people.image, people.starts[i]
    before = image[max(0, at - 24) : at].rstrip()
    last = before[max(before.rfind(" "), before.rfind("\n")) + 1 :]
    apposed = _APPOSED.match(image, people.end(i), people.end(i) + 100)
    words = _NOUN.findall(apposed.group()) if apposed is not None else []
    return frozenset([last, *words])


def _may_be(scene: Scene, i: int) -> bool:
    """Whether a name that nothing tells to be a person's may be a company's: the subject of its sentence."""
    people = scene.people
    said, entity = people.said[i], people.of_name[i]
    if said.sort not in (PERSON, SINGLE) or said.words[0] in rules.BELONGINGS:
        return False
    if entity is not None:
        if entity.titles or entity.aliases or entity.gender or any(scene.stage.votes(entity)):
            return False
        if len(entity.words) > 1 and scene.stage.role(entity).shown:
            return False
        if entity.said:
            return entity.kind is SpeakerKind.PERSON
    elif people.prints(said.words[0]):
        return False
    if people.image.endswith(_SHARES, 0, people.starts[i]):
        return True
    return scene.stage.standing(i) >= SUBJECT
