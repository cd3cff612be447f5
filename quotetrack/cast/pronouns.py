"""Who a pronoun can mean: gender as the article shows it, and how much each person stands in the foreground."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from quotetrack.cast.people import Entity, People
from quotetrack.cast.roles import Role, role_of
from quotetrack.cast.standing import OPENS, SPEAKS, standing
from quotetrack.phrases.names import PERSON, TITLED
from quotetrack.records import SpeakerKind
from quotetrack.rules import people as rules

# "her" and "him" are left out: "Smith called her" says that Smith is not she.
_PRONOUN = re.compile(r"[HhSs](?<!\w.)(?:((?<=[Hh])(?:e|is|imself)\b)|(?<=[Ss])he(?:rself)?\b)")
_BOUND = re.compile(r"[.!?\n](?:(?<=\n) *\n|(?<!\n)[\"')\]]*[ \n]+(?=[\"'(]?[A-Z0-9]))")
_SHORT = frozenset("Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Capt Sgt Rev Prof St Jr U.S U.N U.K".split())
# What follows a name that is introduced here: an age, an apposition, a clause, a party.
_INTRODUCED = re.compile(r", (?:\d|an? |the |who |one of )| \([RD]-")
# "Kim called her to ...": she is not Kim
_ACTS_ON = re.compile(
    r"(?: (?!said|says|and|or)[a-z]+){1,2} (?:her|him)"
    r"(?: (?:to|at|in|on|for|that|and|with|about|after|before|as)\b|[.,;])"
)
# "he said of Kim", "he told Kim"
_TOLD = re.compile(r"s?he (?:(?:said|says|wrote|tweeted|added) (?:of|about|to)|(?:told|asked|called|praised|urged)) ")
# Weights: how far back counts for how much, sentence by sentence, and what a gender that is shown adds or takes.
_PER_SENTENCE = 0.6
_LAST_HEARD, _HEARD = 1.2, 1.0
_FRESH = 1.0
_RARE = 0.8
_CHAIN, _LINKS = 2, 2  # so many sentences from one pronoun to the next, and so many pronouns
RATIO = 1.2  # a pronoun is settled where the first candidate outweighs the second by so much
_WINDOW, _PARAGRAPHS = 2500, 3
_PERSON_KIND = SpeakerKind.PERSON  # looked up once: the members of an enum are slow to come by


class Stage:
    """What was heard so far, and the lazily read things that pronouns and descriptions need."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.heard: list[tuple[int, Entity]] = []
        self.ends: list[int] = []  # where the words of each source end
        self._bounds: list[int] | None = None
        self._votes: dict[Entity, list[int]] = {}
        self._roles: dict[int, Role] = {}
        self._standing = [0.0] * len(people.starts)  # 0 where it was not looked at yet
        self._counted = False
        self._numbers: list[int] | None = None
        self._told: tuple[list[int], list[str]] = ([], [])  # the pronouns of the narration: where, and m or f
        self._meant: dict[int, Entity | None] = {}  # whom they mean, as far as it was asked

    def role(self, entity: Entity) -> Role:
        """What the article prints of somebody's role; read once."""
        found = self._roles.get(id(entity))
        if found is None:
            found = self._roles[id(entity)] = role_of(self.people, entity)
        return found

    def sentence(self, at: int) -> int:
        """The number of the sentence that an offset stands in; a quotation is no sentence of its own."""
        if self._bounds is None:
            self._bounds = self._find_bounds()
        return bisect_right(self._bounds, at)

    def numbers(self) -> list[int]:
        """For each name the number of its sentence."""
        if self._numbers is None:
            if self._bounds is None:
                self._bounds = self._find_bounds()
            bounds = self._bounds
            self._numbers = numbers = []
            number, last = 0, len(bounds)
            for start in self.people.starts:  # both run in the order of the text
                while number < last and bounds[number] <= start:
                    number += 1
                numbers.append(number)
        return self._numbers

    def _find_bounds(self) -> list[int]:
        people = self.people
        image, quote_starts, quote_ends = people.image, people.quote_starts, people.quote_ends
        bounds = []
        for m in _BOUND.finditer(image):
            start, end = m.span()
            i = bisect_right(quote_starts, end)
            if i and end < quote_ends[i - 1]:
                continue
            if image[start] == ".":
                word = image[max(0, start - 5) : start].rpartition(" ")[2]
                if word in _SHORT or (len(word) == 1 and word.isupper()):
                    continue
            bounds.append(end)
        return bounds

    # -- gender

    def gender(self, entity: Entity) -> str:
        """m, f, or "" where the article does not show it plainly."""
        if entity.gender is None:
            entity.gender = self._told_gender(entity)
        if entity.gender:
            return entity.gender
        m, f = self.votes(entity)
        if m >= 2 and m > 3 * f:
            return "m"
        return "f" if f >= 2 and f > 3 * m else ""

    def likely(self, entity: Entity, gender: str) -> float:
        """How well a gender agrees with somebody: 0 where the article shows the other one."""
        told = self.gender(entity)
        if told:
            return 1.3 if told == gender else 0.0
        m, f = self.votes(entity)
        mine, other = (m, f) if gender == "m" else (f, m)
        return 1.15 if mine > other else 0.6 if other > mine else 1.0

    def votes(self, entity: Entity) -> list[int]:
        """How many pronouns of a man and of a woman can mean nobody else."""
        if not self._counted:
            self._counted = True
            self._count()
        found = self._votes.get(entity)
        if found is None:
            found = self._votes[entity] = [0, 0]
        return found

    def settled(self, entity: Entity, gender: str, at: int) -> None:
        """Count a pronoun that was settled; those of the text are still counted only where they are asked for."""
        self._meant[at] = entity
        self._votes.setdefault(entity, [0, 0])[gender == "f"] += 1

    def _told_gender(self, entity: Entity) -> str:
        for title in entity.titles:
            for word in title.casefold().split():
                told = rules.HONORIFICS.get(word.strip("."), "") or rules.GENDERED.get(word, "")
                if told:
                    return told
        genders = {rules.GENDERED[w] for w in (entity.head, *self.role(entity).heads) if w in rules.GENDERED}
        return genders.pop() if len(genders) == 1 else ""

    def _count(self) -> None:
        """Count pronouns by the one person who is named before them in their sentence, and not as its object."""
        people, votes = self.people, self._votes
        starts, quote_starts, quote_ends = people.starts, people.quote_starts, people.quote_ends
        for m in _PRONOUN.finditer(people.image):
            at = m.start()
            quote = bisect_right(quote_starts, at)
            if quote and at < quote_ends[quote - 1]:
                continue
            gender = "m" if m.group(1) else "f"
            self._told[0].append(at)
            self._told[1].append(gender)
            i = bisect_right(starts, at) - 1
            if i < 0 or at - starts[i] > 300:
                continue
            only = self._only_one(i, at)
            if only is not None:
                votes.setdefault(only, [0, 0])[gender == "f"] += 1

    def _only_one(self, i: int, at: int) -> Entity | None:
        """The one person named in the sentence before an offset."""
        people = self.people
        starts, numbers, quoted = people.starts, self.numbers(), people.quoted()
        number = self.sentence(at)
        only: Entity | None = None
        subject = False
        while i >= 0 and numbers[i] == number and at - starts[i] < 400:
            entity = people.of_name[i]
            if entity is None:
                if people.said[i].sort in (PERSON, TITLED) or people.said[i].words[-1] in people.index:
                    return None
            elif not quoted[i]:
                if only is not None and entity is not only:
                    return None
                only = entity
                subject = subject or self.standing(i) >= OPENS
            i -= 1
        return only if subject else None

    # -- foreground

    def standing(self, i: int) -> float:
        """How much the i-th name stands in the foreground of its sentence: 1 for a subject, 0.4 for an object."""
        known = self._standing[i]
        if not known:
            known = self._standing[i] = self._stands(i)
        return known

    def _stands(self, i: int) -> float:
        people = self.people
        at = people.title_start(i)
        if self._is_joined(i):  # it stands where the one before it does
            before = 0.0 if self._is_joined(i - 1) else standing(
                people.image, people.title_start(i - 1), people.end(i - 1)
            )
            return max(before, standing(people.image, at, people.end(i)))
        return standing(people.image, at, people.end(i))

    def _is_joined(self, i: int) -> bool:
        """Whether "and" alone stands between the i-th name and the one before it."""
        people = self.people
        return i > 0 and people.image[people.end(i - 1) : people.title_start(i)].strip() in ("and", "or")

    def foreground(self, at: int, gender: str) -> list[tuple[float, Entity]]:
        """Who a pronoun of a gender (m, f) at an offset can mean, each with a weight, most likely first."""
        last = -1
        for before in self._pronouns_before(at, gender):
            if before not in self._meant:
                ranked = self._weighed(before, gender, last)
                sure = ranked and (len(ranked) == 1 or ranked[0][0] >= RATIO * ranked[1][0])
                self._meant[before] = ranked[0][1] if sure else None
            last = before
        return self._weighed(at, gender, last)

    def _weighed(self, at: int, gender: str, before: int) -> list[tuple[float, Entity]]:
        likely: dict[Entity, float] = {}  # how well the gender agrees; 0 where it is another's
        weights: dict[Entity, float] = {}
        people, number = self.people, self.sentence(at)
        for entity in self._aside(at):
            likely[entity] = 0.0
        self._weigh_named(at, number, gender, likely, weights)
        self._weigh_said(at, number, gender, likely, weights)
        meant = self._meant.get(before)
        if meant is not None and likely.setdefault(meant, self.likely(meant, gender)):
            end = before + 2 + (gender == "f")
            weight = standing(people.image, before, end) * _faded(number - self.sentence(before))
            if weights.get(meant, 0.0) < weight:
                weights[meant] = weight
        ranked = [(weight * likely[entity], entity) for entity, weight in weights.items()]
        if len(ranked) > 1:
            ranked.sort(key=_heaviest_first)
        return ranked

    def _pronouns_before(self, at: int, gender: str) -> list[int]:
        """The pronouns of a gender in the narration shortly before an offset, one leading to the next."""
        if not self._counted:
            self._counted = True
            self._count()
        where, told = self._told
        found: list[int] = []
        last = self.sentence(at)
        for i in range(bisect_left(where, at) - 1, -1, -1):
            number = self.sentence(where[i])
            if last - number > _CHAIN or len(found) >= _LINKS:
                break
            if told[i] == gender:
                found.append(where[i])
                last = number
        return found[::-1]

    def _aside(self, at: int) -> list[Entity]:
        """Who stands beside a pronoun and is not it: "Kim, he said, was late"; "he said of Kim"."""
        people = self.people
        i = bisect_left(people.starts, at)
        found = []
        if i and people.image[people.end(i - 1) : at] == ", ":
            found.append(people.of_name[i - 1])
        if i < len(people.starts) and people.title_start(i) - at < 40:
            if _TOLD.fullmatch(people.image, at, people.title_start(i)):
                found.append(people.of_name[i])
        return [entity for entity in found if entity is not None]

    def _weigh_named(
        self, at: int, number: int, gender: str, likely: dict[Entity, float], weights: dict[Entity, float]
    ) -> None:
        """Weigh the people named shortly before an offset, outside quotations."""
        people = self.people
        starts, of_name, quoted, numbers = people.starts, people.of_name, people.quoted(), self.numbers()
        low = max(at - _WINDOW, people.paragraph_starts[max(0, people.paragraph(at) - _PARAGRAPHS)])
        for i in people.between(low, at):
            entity = of_name[i]
            if entity is None and not quoted[i] and people.said[i].words[-1] in people.index:
                entity = self._namesake(i, gender)
            if entity is None or quoted[i] or entity.kind is not _PERSON_KIND:
                continue
            agrees = likely.get(entity)
            if agrees is None:
                agrees = likely[entity] = self.likely(entity, gender)
            if not agrees:
                continue
            weight = self._standing[i] or self.standing(i)
            if weight < SPEAKS and len(entity.at) < 2 and not entity.titles and not entity.said:
                weight *= _RARE
            if starts[i] == entity.place and _INTRODUCED.match(people.image, people.end(i)):
                weight = max(weight, _FRESH)
            if len(entity.words) == 1 and not entity.titles and not any(self.votes(entity)):
                weight *= 0.5  # one word and nothing that tells a person
            back = number - numbers[i]
            if back < 2 and weight >= OPENS and _ACTS_ON.match(people.image, people.end(i), people.end(i) + 60):
                weight *= 0.4
            weight *= _faded(back)
            if weights.get(entity, 0.0) < weight:
                weights[entity] = weight

    def _namesake(self, i: int, gender: str) -> Entity | None:
        """Of those who share the i-th name the one whom a gender leaves: "Clinton ... she"."""
        said = self.people.said[i]
        told = rules.HONORIFICS.get(said.title.casefold().rstrip("."), "") if said.title else ""
        if told and told != gender:
            return None
        shared = self.people.candidates(said.words)
        for fitting in (
            [e for e in shared if self.gender(e) == gender],
            [e for e in shared if e.place <= self.people.starts[i] and not self.gender(e)],
        ):
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _weigh_said(
        self, at: int, number: int, gender: str, likely: dict[Entity, float], weights: dict[Entity, float]
    ) -> None:
        """Weigh the last sources before an offset."""
        for k, (where, entity) in enumerate(reversed(self.heard[-9:])):
            if where < at and not entity.plural and (entity.human or entity.kind is _PERSON_KIND):
                agrees = likely.get(entity)
                if agrees is None:
                    agrees = likely[entity] = self.likely(entity, gender)
                if agrees:
                    weight = _HEARD if k else max(_LAST_HEARD, standing(self.people.image, where, self.ends[-1]))
                    weight *= _faded(number - self.sentence(where))
                    if weights.get(entity, 0.0) < weight:
                        weights[entity] = weight


_FADED = tuple(_PER_SENTENCE**back for back in range(40))


def _faded(back: int) -> float:
    """What is left of a weight so many sentences on."""
    return _FADED[back] if 0 <= back < 40 else _PER_SENTENCE**back


def _heaviest_first(row: tuple[float, Entity]) -> tuple[float, int, str]:
    return -row[0], row[1].place, row[1].name
