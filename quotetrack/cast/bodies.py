"""Organisations, states and documents: short forms, acronyms, a capital for its state, "the company"."""

from __future__ import annotations

import re

from quotetrack.cast.alike import Words
from quotetrack.cast.companies import company, town
from quotetrack.cast.entities import Entity
from quotetrack.cast.stands import Found, Scene
from quotetrack.phrases.forms import Phrase, read_phrase, singular
from quotetrack.phrases.names import ORGANIZATION, PLACE, SINGLE, Name, find_names
from quotetrack.records import Form, Ground, SpeakerKind
from quotetrack.rules import people as rules
from quotetrack.rules import places

_EDGES = " ,-—–:;\n\"'"
_THE = re.compile(r"(?:the|The|THE)[ \n]+")
_NOT_LEAD = re.compile(r"\s(?:called|named|dubbed|known (?:only |simply |professionally )?as)\s*$")
_APPOSED = re.compile(r"(?:,| --?|—|–)\s((?:a|an|the|one of)\s[^,;]+)", re.IGNORECASE)
_PAPER = re.compile(r"\b(?:in|by|from|of) (?:the |The )?(?=[A-Z])")
# Last words of newspapers' names that name documents as well.
_PAPERS = frozenset("journal post review record paper papers story standard platform program guide message".split())
# "The company" and the like say little of what sort of body it is; a ministry or a court is none of them.
_ANY_BODY = frozenset("company firm group organization organisation charity nonprofit corporation carrier".split())


def organization(scene: Scene, phrase: Phrase, name: Name, start: int) -> Found:
    """A body or a place by a name of its own."""
    found = by_other_name(scene, name, start)
    if found is not None:
        return found
    shown = _THE.sub("", phrase.text[name.start : name.end], count=1)
    last = name.words[-1]
    document = last in rules.DOCUMENTS and last not in _PAPERS
    kind = SpeakerKind.DOCUMENT if document else SpeakerKind.ORGANIZATION
    return _body(scene, shown, name.words, kind, start, Ground.NAMED, "name of an organisation")


def _body(
    scene: Scene, shown: str, words: Words, kind: SpeakerKind, start: int, ground: Ground, rule: str
) -> Found:
    key = " ".join(words)
    entity = scene.bodies.get(key)
    if entity is None:
        entity = scene.bodies[key] = Entity(" ".join(shown.split()), words, kind, start)
        entity.at = list(scene.people.where.get(words, ()))
        scene.people.entities.append(entity)
    return Found(entity, ground, rule)


def by_other_name(scene: Scene, name: Name, start: int) -> Found | None:
    """A state by its capital, a fuller name of the same body, the words of an acronym; None where none of them."""
    people = scene.people
    known = people.full.get(name.words)
    if known is not None and known.kind is not SpeakerKind.PERSON:
        return Found(known, Ground.NAMED, "known name")
    if name.sort in (PLACE, SINGLE) and not name.title:
        state = _state(scene, name)
        if state is not None:
            return state
    if len(name.words) != 1:
        return None
    word = name.words[0]
    longer = people.bodies(word.upper()) if name.sort == ORGANIZATION else []
    rule = "acronym"
    if name.sort == SINGLE:
        longer, rule = [w for w in people.bodies(word) if len(w) > 1 and w[0] == word], "short form"
    if len(longer) != 1:
        return None
    shown = people.printed(people.where[longer[0]])
    return _body(scene, shown, longer[0], SpeakerKind.ORGANIZATION, start, Ground.LINKED, rule)


def _state(scene: Scene, name: Name) -> Found | None:
    """A state by one of its names, or by its capital."""
    at = scene.people.where.get(name.words)
    shown = scene.people.printed(at) if at else " ".join(name.words).title()
    country = places.COUNTRIES.get(shown)
    ground, rule = Ground.NAMED, "name of a state"
    if country is None:
        country = places.CAPITALS.get(shown)
        ground, rule = Ground.LINKED, "capital for its state"
        if country is None:
            return None
    printed = _printed_states(scene).get(country, country) if ground is Ground.LINKED else shown
    found = _body(scene, printed, (country.casefold(),), SpeakerKind.ORGANIZATION, name.start, ground, rule)
    entity = found.entity
    assert entity is not None
    if at and at[0] not in entity.at:
        entity.at = sorted({*entity.at, *at})
    if ground is Ground.LINKED:
        entity.aliases[shown] = None
    elif len(shown) > len(entity.name):
        entity.aliases[entity.name] = None
        entity.name = shown
    return found


def _printed_states(scene: Scene) -> dict[str, str]:
    """The first name that the article prints of each state."""
    if scene.countries is None:
        scene.countries = {}
        for at in scene.people.where.values():
            if scene.people.said[at[0]].sort == PLACE:
                shown = scene.people.printed(at)
                if shown in places.COUNTRIES:
                    scene.countries.setdefault(places.COUNTRIES[shown], shown)
    return scene.countries


def unknown_body(scene: Scene, phrase: Phrase, name: Name, start: int) -> Found:
    """A single name that the words around it call a body."""
    shown = phrase.text[name.start : name.end]
    kind = SpeakerKind.ORGANIZATION
    return _body(scene, shown, name.words, kind, start, Ground.NAMED, "name of an organisation")


def is_body(phrase: Phrase) -> bool:
    """Whether the words around a head name say that it is a body: "a super PAC called X", "X, an advocacy group,"."""
    name = phrase.name
    if name is None:
        return False
    if phrase.lead in ("the ", "The "):
        return True  # no man is called "the Ann Example"
    lead = _NOT_LEAD.sub("", phrase.lead.casefold()).rstrip(_EDGES).split()
    while lead and lead[-1].endswith("'s"):
        lead.pop()
    if lead and lead[-1] in rules.ORGANIZATIONS and lead[-1] not in rules.ROLES:
        return True
    m = _APPOSED.match(phrase.text, name.end)
    if m is None:
        return False
    apposed = read_phrase(m.group(1))
    return apposed.form is Form.ORGANIZATION and apposed.name is None and not apposed.owner


def described_body(scene: Scene, phrase: Phrase, shown: str, start: int) -> Found:
    """ "The company", "the ministry": a body that was heard or named before, or the noun phrase itself."""
    people = scene.people
    if phrase.determiner in ("the", "this", "that") and not phrase.before and not phrase.owner:
        last = scene.heads.get(phrase.head)
        if last is not None and last.kind is SpeakerKind.ORGANIZATION:
            return Found(last, Ground.LINKED, "body named before")
        if phrase.head == "group" and scene.stage.heard:
            where, entity = scene.stage.heard[-1]
            near = people.paragraph(start) - people.paragraph(where) < 3
            if entity.plural and near and len(entity.name.split()) > 2:
                return Found(entity, Ground.LINKED, "group named before")
        heard = dict.fromkeys(
            e for _, e in scene.stage.heard[-40:] if e.kind is SpeakerKind.ORGANIZATION and e.words
        )
        fitting = [e for e in heard if phrase.head in e.words]
        if not fitting and phrase.head in _ANY_BODY:
            fitting = [e for e in heard if not rules.STATE_WORDS.intersection(e.words)]
        if len(fitting) == 1:
            return Found(fitting[0], Ground.LINKED, "body named before")
        found = business(scene, phrase, start)
        if found is not None:
            return found
        printed = [w for w in people.bodies(phrase.head) if len(w) < 6]
        if len(printed) == 1:
            full = people.printed(people.where[printed[0]])
            return _body(scene, full, printed[0], SpeakerKind.ORGANIZATION, start, Ground.LINKED, "body named")
    return scene.unnamed(phrase, shown, start, SpeakerKind.ORGANIZATION, "organisation")


def business(scene: Scene, phrase: Phrase, start: int) -> Found | None:
    """A company or a town by a noun for one: "the company", "the developer", "the town"."""
    people = scene.people
    entity, i = company(scene, phrase, start)
    if i < 0:
        entity, i = None, town(scene, phrase, start)
    if i < 0:
        return None
    if entity is not None:
        entity.kind = SpeakerKind.ORGANIZATION  # nothing told a person
        return Found(entity, Ground.LINKED, "body named before")
    words = people.said[i].words
    shown = people.printed(people.where[words])
    return _body(scene, shown, words, SpeakerKind.ORGANIZATION, start, Ground.LINKED, "body named before")


def document(scene: Scene, phrase: Phrase, shown: str, start: int) -> Found:
    """What is written or counted; an editorial is its paper's own voice."""
    if phrase.head == "editorial":
        m = _PAPER.search(phrase.text)
        names = find_names(phrase.text, m.end()) if m is not None else []
        if names:
            return organization(scene, phrase, names[0], start)
    last = scene.heads.get(singular(phrase.head))
    if phrase.determiner == "the" and not phrase.before and last is not None and last.kind is SpeakerKind.DOCUMENT:
        return Found(last, Ground.LINKED, "document named before")
    return scene.unnamed(phrase, shown, start, SpeakerKind.DOCUMENT, "document")


