"""Whom a pronoun can mean, weighed against one another."""

from __future__ import annotations

from collections.abc import Callable

from quotetrack.cast.entities import Entity
from quotetrack.cast.standing import SPEAKS

# What is left of a weight from one sentence to the next.
_PER_SENTENCE = 0.6
# No name of another sentence weighs more before it fades (and a little for rounding); the best agreement of a gender.
HEAVIEST, MOST_LIKELY = 1.001 * SPEAKS, 1.3


class Race:
    """Whom a pronoun can mean so far: how well its gender agrees with each, and the most that each has weighed."""

    __slots__ = ("agreement", "gender", "likely", "weights")

    def __init__(self, agreement: Callable[[Entity, str], float], gender: str) -> None:
        self.agreement = agreement
        self.gender = gender
        self.likely: dict[Entity, float] = {}  # 0 where it is another's gender
        self.weights: dict[Entity, float] = {}

    def agrees(self, entity: Entity) -> float:
        """How well the gender agrees with somebody."""
        found = self.likely.get(entity)
        if found is None:
            found = self.likely[entity] = self.agreement(entity, self.gender)
        return found

    def can_gain(self, entity: Entity, most: float) -> bool:
        """Whether a place where nobody weighs more than so much can tell more of somebody than what is known."""
        agrees = self.likely.get(entity)
        if agrees is None:
            agrees = self.agrees(entity)
        return agrees * most > self.weights.get(entity, 0.0)

    def enter(self, entity: Entity, weight: float) -> None:
        """Note what somebody weighs in one place."""
        agrees = self.likely.get(entity)
        weight *= self.agrees(entity) if agrees is None else agrees
        if self.weights.get(entity, 0.0) < weight:
            self.weights[entity] = weight

    def is_over(self, fade: float) -> bool:
        """Whether nobody can come among the first three any more who is named where weights have faded so much."""
        weights = self.weights
        return len(weights) > 2 and sorted(weights.values())[-3] > HEAVIEST * MOST_LIKELY * fade

    def ranked(self) -> list[tuple[float, Entity]]:
        """All of them, the heaviest first; the first three are sure."""
        ranked = [(weight, entity) for entity, weight in self.weights.items()]
        if len(ranked) > 1:
            ranked.sort(key=_heaviest_first)
        return ranked


_FADED = tuple(_PER_SENTENCE**back for back in range(40))


def faded(back: int) -> float:
    """What is left of a weight so many sentences on."""
    return _FADED[back] if 0 <= back < 40 else _PER_SENTENCE**back


def _heaviest_first(row: tuple[float, Entity]) -> tuple[float, int, str]:
    return -row[0], row[1].place, row[1].name
