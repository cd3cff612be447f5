"""Who a pronoun can mean: gender as the article shows it, and how much each person stands in the foreground."""

from __future__ import annotations

import re
from bisect import bisect_right

from quotetrack.cast.people import Entity, People
from quotetrack.cast.roles import Role, role_of
from quotetrack.phrases.names import PERSON, TITLED
from quotetrack.records import SpeakerKind
from quotetrack.rules import people as rules

# "her" and "him" are left out: "Smith called her" says that Smith is not she.
_PRONOUN = re.compile(r"[HhSs](?<!\w.)(?:((?<=[Hh])(?:e|is|imself)\b)|(?<=[Ss])he(?:rself)?\b)")
_BOUND = re.compile(r"[.!?\n](?:(?<=\n) *\n|(?<!\n)[\"')\]]*[ \n]+(?=[\"'(]?[A-Z0-9]))")
_SHORT = frozenset("Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Capt Sgt Rev Prof St Jr U.S U.N U.K".split())
_LAST_WORD = re.compile(r"(\w+)\W*\Z")
# What follows a name that is introduced here: an age, an apposition, a clause, a party.
_INTRODUCED = re.compile(r", (?:\d|an? |the |who |one of )| \([RD]-")
_OPENING = re.compile(r"(?:[.!?\"]|\n)\s+\S+(?: \S+)?,\s*\Z")
# Words that the object of a clause follows, and not its subject.
_OBJECT = frozenset(
    "of to with by for from against about on at in than like under over between among into toward towards without "
    "behind through during unlike before after around near via support supports endorse told met beat hit backs "
    "call calls calling praise praises attack attacks criticize criticizes".split()
)
_SPEECH = frozenset(
    "said says added asked replied tweeted continued explained noted recalled announced declared insisted argued "
    "warned stressed claimed believed thought".split()
)
# Weights: how far back counts for how much, sentence by sentence, and what a gender that is shown adds or takes.
_PER_SENTENCE = 0.6
_LAST_HEARD, _HEARD = 1.2, 1.0
_FRESH = 1.2
_RARE = 0.85
_WINDOW, _PARAGRAPHS = 2500, 3


class Stage:
    """What was heard so far, and the lazily read things that pronouns and descriptions need."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.heard: list[tuple[int, Entity]] = []
        self._bounds: list[int] | None = None
        self._votes: dict[int, list[int]] | None = None
        self._roles: dict[int, Role] = {}
        self._standing: dict[int, float] = {}

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

    def _find_bounds(self) -> list[int]:
        people = self.people
        image = people.image
        bounds = []
        for m in _BOUND.finditer(image):
            start, end = m.span()
            if people.in_quote(end):
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
        if self._votes is None:
            self._votes = {}
            self._count(self._votes)
        return self._votes.setdefault(id(entity), [0, 0])

    def _told_gender(self, entity: Entity) -> str:
        for title in entity.titles:
            for word in title.casefold().split():
                told = rules.HONORIFICS.get(word.strip("."), "") or rules.GENDERED.get(word, "")
                if told:
                    return told
        genders = {rules.GENDERED[w] for w in (entity.head, *self.role(entity).heads) if w in rules.GENDERED}
        return genders.pop() if len(genders) == 1 else ""

    def _count(self, votes: dict[int, list[int]]) -> None:
        """Count pronouns by the one person who is named before them in their sentence, and not as its object."""
        people = self.people
        for m in _PRONOUN.finditer(people.image):
            at = m.start()
            i = bisect_right(people.starts, at) - 1
            if i < 0 or at - people.starts[i] > 300 or people.in_quote(at):
                continue
            only = self._only_one(i, at)
            if only is not None:
                votes.setdefault(id(only), [0, 0])[0 if m.group(1) else 1] += 1

    def _only_one(self, i: int, at: int) -> Entity | None:
        """The one person named in the sentence before an offset."""
        people = self.people
        number = self.sentence(at)
        only: Entity | None = None
        subject = False
        while i >= 0 and at - people.starts[i] < 400 and self.sentence(people.starts[i]) == number:
            entity = people.of_name[i]
            if entity is None:
                if people.names[i].sort in (PERSON, TITLED):
                    return None
            elif not people.in_quote(people.starts[i]):
                if only is not None and entity is not only:
                    return None
                only = entity
                subject = subject or self.standing(i) >= 0.6
            i -= 1
        return only if subject else None

    # -- foreground

    def standing(self, i: int) -> float:
        """How much the i-th name stands in the foreground of its sentence: 1 for a subject, 0.4 for an object."""
        known = self._standing.get(i)
        if known is None:
            known = self._standing[i] = self._stands(i)
        return known

    def _stands(self, i: int) -> float:
        people = self.people
        name = people.names[i]
        image = people.image
        if image.startswith("'", name.end):
            return 0.4
        before = image[max(0, name.title_start - 24) : name.title_start]
        stripped = before.rstrip()
        if not stripped or stripped[-1] in ".!?:;\"'\n" or "\n\n" in before[len(stripped) :]:
            return 1.0
        m = _LAST_WORD.search(stripped)
        word = m.group(1).casefold() if m is not None else ""
        if stripped[-1] == ",":
            kin = word in rules.RELATIVES or word in rules.ROLES
            return 0.5 if kin and not _OPENING.search(before) else 0.75
        if word in _SPEECH:
            return 1.0
        if word in _OBJECT or word.endswith(("ing", "ed")):
            return 0.4
        if word in ("and", "or"):
            joined = i > 0 and image[people.names[i - 1].end : name.title_start].strip() == word
            return 1.0 if joined else 0.6
        return 0.7

    def foreground(self, at: int, gender: str) -> list[tuple[float, Entity]]:
        """Who a pronoun of a gender (m, f) at an offset can mean, each with a weight, most likely first."""
        number = self.sentence(at)
        weights: dict[int, float] = {}
        seen: dict[int, Entity] = {}
        for entity, weight, where in (*self._named(at), *self._said(at)):
            weight *= _PER_SENTENCE ** (number - self.sentence(where))
            if weights.get(id(entity), 0.0) < weight:
                weights[id(entity)] = weight
                seen[id(entity)] = entity
        ranked = [(weight * self.likely(seen[key], gender), seen[key]) for key, weight in weights.items()]
        ranked = [row for row in ranked if row[0]]
        ranked.sort(key=lambda row: (-row[0], row[1].place, row[1].name))
        return ranked

    def _named(self, at: int) -> list[tuple[Entity, float, int]]:
        """The people named shortly before an offset, outside quotations."""
        people = self.people
        low = max(at - _WINDOW, people.paragraph_starts[max(0, people.paragraph(at) - _PARAGRAPHS)])
        found = []
        for i in people.between(low, at):
            entity = people.of_name[i]
            where = people.starts[i]
            if entity is None or entity.kind is not SpeakerKind.PERSON or people.in_quote(where):
                continue
            weight = self.standing(i)
            if len(entity.at) < 2 and not entity.titles and not entity.said:
                weight *= _RARE
            if where == entity.place and _INTRODUCED.match(people.image, people.names[i].end):
                weight = _FRESH * max(weight, 0.8)
            if len(entity.words) == 1 and not entity.titles and not any(self.votes(entity)):
                weight *= 0.5  # one word and nothing that tells a person
            found.append((entity, weight, where))
        return found

    def _said(self, at: int) -> list[tuple[Entity, float, int]]:
        """The last sources before an offset."""
        found = []
        for k, (where, entity) in enumerate(reversed(self.heard[-9:])):
            if where < at and not entity.plural and (entity.kind is SpeakerKind.PERSON or entity.human):
                found.append((entity, _HEARD if k else _LAST_HEARD, where))
        return found
