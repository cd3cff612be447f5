"""What a resolver came to, and what all resolvers share."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.cast.entities import Entity
from quotetrack.cast.people import People
from quotetrack.cast.pronouns import Stage
from quotetrack.phrases.forms import Phrase, names_people, singular
from quotetrack.records import Form, Ground, SpeakerKind

_PERSON = SpeakerKind.PERSON  # looked up once: the members of an enum are slow to come by
_SOMEBODY = frozenset("someone somebody one another".split())


class Found:
    """What a resolver came to: an entity or None, the ground, the rule's name, and the rivals that were beaten."""

    __slots__ = ("entity", "ground", "over", "rule")

    def __init__(self, entity: Entity | None, ground: Ground, rule: str, over: Sequence[Entity] = ()) -> None:
        self.entity = entity
        self.ground = ground
        self.rule = rule
        self.over = tuple(dict.fromkeys([e.name for e in over if e is not entity])) if over else ()


class Scene:
    """The article's people, what was heard so far, and the unnamed and the bodies that came up."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.stage = Stage(people)
        self.bodies: dict[str, Entity] = {}
        self.heads: dict[str, Entity] = {}  # the last unnamed one by its head noun
        self.last_plural: Entity | None = None
        self.last_body: Entity | None = None
        self.countries: dict[str, str] | None = None

    def hear(self, entity: Entity, start: int, end: int, form: Form) -> None:
        """Note that somebody is a source."""
        self.stage.heard.append((start, entity))
        self.stage.ends.append(end)
        entity.said.append((start, end, form))
        kind = entity.kind
        if kind is _PERSON and not entity.plural:
            return
        if entity.plural or kind in (SpeakerKind.GROUP, SpeakerKind.ORGANIZATION):
            self.last_plural = entity
        if entity.plural or kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT):
            self.last_body = entity

    def unnamed(
        self, phrase: Phrase, shown: str, start: int, kind: SpeakerKind, rule: str, plural: bool = False
    ) -> Found:
        """The noun phrase itself is the name; the same words again are the same source."""
        key = shown.casefold()
        entity = self.bodies.get(key)
        if entity is None:
            entity = self.bodies[key] = Entity(shown, (), kind, start)
            entity.head = phrase.head
            entity.plural = plural or phrase.plural
            entity.human = kind is SpeakerKind.ANONYMOUS and (names_people(phrase.head) or phrase.head in _SOMEBODY)
            self.people.entities.append(entity)
        if phrase.head:
            self.heads[singular(phrase.head)] = entity
        return Found(entity, Ground.NAMED, rule)
