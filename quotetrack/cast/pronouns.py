"""Who a pronoun can mean: gender as the article shows it, and how much each person stands in the foreground."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from quotetrack.cast.bounds import find_bounds
from quotetrack.cast.entities import Entity
from quotetrack.cast.people import People
from quotetrack.cast.race import HEAVIEST, MOST_LIKELY, Race, faded
from quotetrack.cast.roles import Role, role_of
from quotetrack.cast.standing import OPENS, SPEAKS, standing
from quotetrack.phrases.names import PERSON, TITLED
from quotetrack.records import SpeakerKind
from quotetrack.rules import people as rules

# "her" and "him" are left out: "Smith called her" says that Smith is not she.
# Every pattern begins with a letter or a stop of its own: looking for one is many times quicker than for any of some.
_PRONOUNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"h(?:e(?:(?<!\w..)\b|(?<=[Ss]..)(?<!\w...)(?:rself)?\b())|i(?<!\w..)(?:s|mself)\b)",
        r"H(?<!\w.)(?:e|is|imself)\b",
    )
)
# What follows a name that is introduced here: an age, an apposition, a clause, a party.
_INTRODUCED = re.compile(r", (?:\d|an? |the |who |one of )| \([RD]-")
# "Kim called her to ...": she is hardly Kim; of "him" nothing is learnt, for most who are named in the news are men
_ACTS_ON = re.compile(
    r"(?: (?!said|says|and|or)[a-z]+){1,2} her"
    r"(?: (?:to|at|in|on|for|that|and|with|about|after|before|as)\b|[.,;])"
)
# "he said of Kim", "he told Kim"
_TOLD = re.compile(r"s?he (?:(?:said|says|wrote|tweeted|added) (?:of|about|to)|(?:told|asked|called|praised|urged)) ")
# Weights: of a source, of a name that is introduced, and of one that nothing else tells of.
_LAST_HEARD, _HEARD = 1.2, 1.0
_FRESH = 1.0
_SAME = 1.25  # the subject of the pronoun's own sentence
_RARE = 0.8
_CHAIN, _LINKS = 3, 2  # so many sentences from one pronoun to the next, and so many pronouns
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
        self._after: dict[Entity, list[tuple[str, list[int]]]] = {}  # the pronouns after somebody alone
        self._stood: dict[tuple[int, int], float] = {}  # the same words are asked for again and again
        self._told: tuple[list[int], list[str]] | None = None
        self._meant: dict[int, Entity | None] = {}  # whom they mean, as far as it was asked

    def role(self, entity: Entity) -> Role:
        """What the article prints of somebody's role; read once."""
        found = self._roles.get(id(entity))
        if found is None:
            found = self._roles[id(entity)] = role_of(self.people, entity)
        return found

    def sentence(self, at: int) -> int:
        """The number of the sentence that an offset stands in; a quotation is no sentence of its own."""
        return bisect_right(self.bounds(), at)

    def bounds(self) -> list[int]:
        """Where sentences begin, the first one of the text aside."""
        if self._bounds is None:
            people = self.people
            self._bounds = find_bounds(people.image, people.quote_starts, people.quote_ends)
        return self._bounds

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
            return MOST_LIKELY if told == gender else 0.0
        m, f = self.votes(entity)
        mine, other = (m, f) if gender == "m" else (f, m)
        return 1.15 if mine > other else 0.6 if other > mine else 1.0

    def votes(self, entity: Entity) -> list[int]:
        """How many pronouns of a man and of a woman can mean nobody else."""
        found = self._votes.get(entity)
        if found is None:
            found = self._votes[entity] = [0, 0]
            self.pronouns()
            for gender, names in self._after.get(entity, ()):
                if any(self.standing(i) >= OPENS for i in names):
                    found[gender == "f"] += 1
        return found

    def settled(self, entity: Entity, gender: str, at: int) -> None:
        """Count a pronoun that was settled."""
        self._meant[at] = entity
        self.votes(entity)[gender == "f"] += 1

    def _told_gender(self, entity: Entity) -> str:
        for title in entity.titles:
            for word in title.casefold().split():
                told = rules.HONORIFICS.get(word.strip("."), "") or rules.GENDERED.get(word, "")
                if told:
                    return told
        genders = {rules.GENDERED[w] for w in (entity.head, *self.role(entity).heads) if w in rules.GENDERED}
        return genders.pop() if len(genders) == 1 else ""

    def pronouns(self) -> tuple[list[int], list[str]]:
        """The pronouns of the narration: where each stands, and m or f."""
        if self._told is None:
            self._told = self._find_pronouns()
        return self._told

    def _find_pronouns(self) -> tuple[list[int], list[str]]:
        """Find them, and with each the one person who is named before it in its sentence."""
        people, bounds, after = self.people, self.bounds(), self._after
        starts, quote_starts, quote_ends = people.starts, people.quote_starts, people.quote_ends
        where: list[int] = []
        told: list[str] = []
        found = [
            (m.start() - 1, "f") if m.lastindex else (m.start(), "m")
            for pattern in _PRONOUNS
            for m in pattern.finditer(people.image)
        ]
        found.sort()
        for at, gender in found:
            quote = bisect_right(quote_starts, at)
            if quote and at < quote_ends[quote - 1]:
                continue
            where.append(at)
            told.append(gender)
            i = bisect_right(starts, at) - 1
            number = bisect_right(bounds, at)
            opened = bounds[number - 1] if number else 0
            if i >= 0 and starts[i] >= opened and at - starts[i] <= 300:
                only, names = self._only_one(i, max(opened, at - 399))
                if only is not None:
                    after.setdefault(only, []).append((gender, names))
        return where, told

    def _only_one(self, i: int, low: int) -> tuple[Entity | None, list[int]]:
        """The one person named between an offset and the i-th name, with the names that are that person's."""
        people = self.people
        starts, of_name, quoted = people.starts, people.of_name, people.quoted()
        only: Entity | None = None
        names: list[int] = []
        while i >= 0 and starts[i] >= low:
            entity = of_name[i]
            if entity is None:
                said = people.said[i]
                if said.sort in (PERSON, TITLED) or said.words[-1] in people.index:
                    return None, names
            elif not quoted[i]:
                if only is not None and entity is not only:
                    return None, names
                only = entity
                names.append(i)
            i -= 1
        return only, names

    # -- foreground

    def standing(self, i: int) -> float:
        """How much the i-th name stands in the foreground of its sentence: 1 for a subject, 0.4 for an object."""
        known = self._standing[i]
        if not known:
            known = self._standing[i] = self._stands(i)
        return known

    def _stands(self, i: int) -> float:
        people = self.people
        stands = self._stands_at(people.title_start(i), people.end(i))
        if self._is_joined(i):  # it stands where the one before it does
            if self._is_joined(i - 1):
                return max(0.0, stands)
            return max(self._stands_at(people.title_start(i - 1), people.end(i - 1)), stands)
        return stands

    def _stands_at(self, at: int, end: int) -> float:
        """How much words stand in the foreground of their sentence; read once."""
        found = self._stood.get((at, end))
        if found is None:
            found = self._stood[at, end] = standing(self.people.image, at, end)
        return found

    def _is_joined(self, i: int) -> bool:
        """Whether "and" alone stands between the i-th name and the one before it."""
        people = self.people
        at = people.title_start(i)
        if people.image[at - 2 : at - 1] not in ("d", "r"):  # most are sorted out by one letter
            return False
        return i > 0 and people.image[people.end(i - 1) : at].strip() in ("and", "or")

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
        """Those whom it can mean by where they are named and heard, and by whom the pronoun before it means."""
        race = Race(self.likely, gender)
        number = self.sentence(at)
        for entity in self._aside(at):
            race.likely[entity] = 0.0
        meant = self._meant.get(before)
        if meant is not None:
            end = before + 2 + (gender == "f")
            race.enter(meant, self._stands_at(before, end) * faded(number - self.sentence(before)))
        self._weigh_said(at, number, race)
        self._weigh_named(at, number, race)
        return race.ranked()

    def is_open_still(self, at: int, gender: str) -> bool:
        """Whether the pronoun before it could not be settled, and nobody was named or heard in between."""
        before = self._pronouns_before(at, gender)[-1:]
        if not before or self._meant.get(before[0]) is not None:
            return False
        people = self.people
        quoted = people.quoted()
        heard = self.heard and self.heard[-1][0] > before[0]
        return not heard and all(quoted[i] for i in people.between(before[0], at))

    def _pronouns_before(self, at: int, gender: str) -> list[int]:
        """The pronouns of a gender in the narration shortly before an offset, one leading to the next."""
        where, told = self.pronouns()
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

    def _weigh_named(self, at: int, number: int, race: Race) -> None:
        """Weigh the people named shortly before an offset, outside quotations, the nearest first."""
        people, bounds = self.people, self.bounds()
        starts, of_name, quoted = people.starts, people.of_name, people.quoted()
        low = max(at - _WINDOW, people.paragraph_starts[max(0, people.paragraph(at) - _PARAGRAPHS)])
        opened = bounds[number - 1] if number else 0  # where the sentence begins that is looked at
        back, fade = 0, 1.0
        for i in reversed(people.between(low, at)):
            if starts[i] < opened:
                back = number - bisect_right(bounds, starts[i], 0, number)
                fade = faded(back)
                if race.is_over(fade):
                    break
                opened = bounds[number - back - 1] if number > back else 0
            entity = of_name[i]
            if quoted[i]:
                continue
            if entity is None and people.said[i].words[-1] in people.index:
                entity = self._namesake(i, race.gender)
            if entity is None or entity.kind is not _PERSON_KIND:
                continue
            if race.can_gain(entity, HEAVIEST * (fade if back else _SAME)):
                race.enter(entity, self._weight(i, entity, back, race.gender) * fade)

    def _weight(self, i: int, entity: Entity, back: int, gender: str) -> float:
        """What a name that means somebody weighs where it stands, so many sentences back."""
        people = self.people
        image, end = people.image, people.end(i)
        weight = self._standing[i] or self.standing(i)
        if weight < SPEAKS and not (entity.aliases or entity.titles or entity.said or self._is_told(i)):
            weight *= _RARE  # never by a surname alone, or once
        if people.starts[i] == entity.place and _INTRODUCED.match(image, end):
            weight = max(weight, _FRESH)
        if len(entity.words) == 1 and not entity.titles and not any(self.votes(entity)):
            weight *= 0.5  # one word and nothing that tells a person
        if back < 3 and weight >= OPENS:
            if gender == "f" and _ACTS_ON.match(image, end, end + 60):
                return 0.1 * weight
            if not back:
                return _SAME * weight
        return weight

    def _is_told(self, i: int) -> bool:
        """Whether what stands right before a name tells a person: "Highland member Ann Example"."""
        image, at = self.people.image, self.people.starts[i]
        before = image[max(0, at - 20) : at].rstrip(" ,\n")
        word = before[max(before.rfind(" "), before.rfind("\n")) + 1 :].casefold()
        return word in rules.ROLES or word in rules.RELATIVES or word in rules.TITLES

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

    def _weigh_said(self, at: int, number: int, race: Race) -> None:
        """Weigh the last sources before an offset."""
        for k, (where, entity) in enumerate(reversed(self.heard[-9:])):
            if where < at and not entity.plural and (entity.human or entity.kind is _PERSON_KIND):
                back = number - self.sentence(where)
                fade = faded(back)
                if k and not race.can_gain(entity, _HEARD * fade):  # most have spoken since
                    continue
                weight = _HEARD if k else max(_LAST_HEARD, self._stands_at(where, self.ends[-1]))
                if len(entity.words) == 1 and not entity.titles and not self.gender(entity):
                    weight *= 0.5  # one word and nothing that tells a person
                end = self.ends[-1 - k]
                if race.gender == "f" and back < 3 and _ACTS_ON.match(self.people.image, end, end + 60):
                    weight *= 0.1
                race.enter(entity, weight * fade)
