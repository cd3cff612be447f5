"""Another word for whom the story is about: "the singer", "the 31-year-old", "the former midfielder", "the Swede"."""

from __future__ import annotations

from quotetrack.cast.entities import Entity
from quotetrack.cast.pronouns import RATIO, Stage
from quotetrack.cast.roles import SAME
from quotetrack.phrases.forms import Phrase, names_people
from quotetrack.rules import people as rules

_SURE = 1.5  # without an age, the first must outweigh the second by so much


def variation(stage: Stage, phrase: Phrase, start: int) -> tuple[Entity | None, list[Entity]]:
    """Whom the story calls so without having said that they are it, and the rivals; None where nobody stands out."""
    national = phrase.head in rules.NATIONALS
    if phrase.determiner != "the" or phrase.owner:
        return None, []
    if phrase.age is None and not national and phrase.head not in rules.VARIATIONS and "former" not in phrase.before:
        return None, []
    gender = rules.GENDERED.get(phrase.head, "")
    ranked = [
        (weight, entity)
        for weight, entity in _anyone(stage, start)
        if entity.words and not _is_other(stage, entity, phrase) and (not gender or stage.likely(entity, gender))
    ]
    ratio = RATIO if phrase.age is not None else _SURE
    rivals = [entity for _, entity in ranked[:3]]
    if ranked and (len(ranked) == 1 or ranked[0][0] >= ratio * ranked[1][0]):
        return ranked[0][1], rivals
    return None, rivals


def _anyone(stage: Stage, start: int) -> list[tuple[float, Entity]]:
    """Who stands in the foreground, man or woman."""
    both = {id(e): (w, e) for gender in ("m", "f") for w, e in stage.foreground(start, gender)}
    return sorted(both.values(), key=lambda row: (-row[0], row[1].place, row[1].name))


def _is_other(stage: Stage, entity: Entity, phrase: Phrase) -> bool:
    """Whether what is printed of somebody tells another: another age, another role."""
    role = stage.role(entity)
    if phrase.age is not None and role.age is not None:
        return True
    if not role.heads or "former" in phrase.before or phrase.head in rules.NATIONALS or not names_people(phrase.head):
        return False
    return not any(phrase.head == w or phrase.head in SAME.get(w, ()) for w in role.heads)
