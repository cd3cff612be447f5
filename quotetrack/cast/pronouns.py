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
_PRONOUN = re.compile(r"\b(?:([Hh]e|his|himself)|([Ss]he|herself))\b")
_BOUND = re.compile(r"[.!?][\"')\]]*[ \n]+(?=[\"'(]?[A-Z0-9])|\n\s*\n")
_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Prof|St|Jr|[A-Z])\.$")
_LAST_WORD = re.compile(r"(\w+)\W*\Z")
_INTRODUCED = re.compile(r", (?:\d|an? |the |who |one of )| \([RD]-")
_SENTENCE_START = re.compile(r"(?:[.!?\"]|\n)\s+\S+(?: \S+)?,\s*\Z")
_OBJECT = frozenset(
    "of to with by for from against about on at in than like under over between among into toward towards without "
    "behind through during including unlike before after around near via support supports supporting supported "
    "endorse endorsed endorsing told asked met called named praised criticized attacked accused slammed urged "
    "defeated beat backed backs backing joined joining hit blamed thanked invited elected blasted mocked".split()
)
_SPEECH = frozenset("said says added asked replied wrote tweeted continued explained noted recalled".split())


class Stage:
    """What was heard so far, and the lazily read things that pronouns need."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.heard: list[tuple[int, Entity]] = []
        self._bounds: list[int] | None = None
        self._votes: dict[int, list[int]] | None = None
        self._roles: dict[int, Role] = {}

    def role(self, entity: Entity) -> Role:
        """What the article prints of somebody's role; read once."""
        found = self._roles.get(id(entity))
        if found is None:
            found = self._roles[id(entity)] = role_of(self.people, entity)
        return found

    # -- sentences

    def sentence(self, at: int) -> int:
        """The number of the sentence that an offset stands in; a quotation is no sentence of its own."""
        if self._bounds is None:
            people = self.people
            bounds = []
            for m in _BOUND.finditer(people.image):
                end = m.start()
                if people.in_quote(m.end()) or _SHORT.search(people.image, max(0, end - 6), end + 1):
                    continue
                bounds.append(m.end())
            self._bounds = bounds
        return bisect_right(self._bounds, at)

    # -- gender

    def gender(self, entity: Entity) -> str:
        """m, f, or "" where the article does not show it plainly."""
        if entity.gender is None:
            entity.gender = self._title_gender(entity)
        if entity.gender:
            return entity.gender
        m, f = self.votes(entity)
        return "m" if m >= 2 and m > 3 * f else "f" if f >= 2 and f > 3 * m else ""

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
            self._votes = self._count()
        return self._votes.setdefault(id(entity), [0, 0])

    def _title_gender(self, entity: Entity) -> str:
        for title in entity.titles:
            for word in title.casefold().split():
                told = rules.HONORIFICS.get(word.strip("."), "") or rules.GENDERED.get(word, "")
                if told:
                    return told
        role = self.role(entity)
        told = {rules.GENDERED[w] for w in role.heads if w in rules.GENDERED}
        return told.pop() if len(told) == 1 else ""

    def _count(self) -> dict[int, list[int]]:
        """Pronouns by the one person who is named before them in their sentence."""
        people = self.people
        votes: dict[int, list[int]] = {}
        for m in _PRONOUN.finditer(people.image):
            at = m.start()
            if people.in_quote(at):
                continue
            number = self.sentence(at)
            only: Entity | None = None
            subject = False
            i = bisect_right(people.starts, at) - 1
            clear = True
            while i >= 0 and at - people.starts[i] < 400 and self.sentence(people.starts[i]) == number:
                entity = people.of_name[i]
                if entity is not None and not people.in_quote(people.starts[i]):
                    if only is not None and entity is not only:
                        clear = False
                        break
                    only = entity
                    subject = subject or self.standing(i) >= 0.6
                elif people.names[i].sort in (PERSON, TITLED) and entity is None:
                    clear = False
                    break
                i -= 1
            if only is not None and clear and subject:
                votes.setdefault(id(only), [0, 0])[0 if m.lastindex == 1 else 1] += 1
        return votes

    # -- foreground

    def standing(self, i: int) -> float:
        """How much the i-th name stands in the foreground of its sentence: the subject most."""
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
        word = m.group(1).casefold() if m and stripped[-1].isalnum() else ""
        if word in _OBJECT or word.endswith(("ing", "ed")) and word not in _SPEECH:
            return 0.4
        if stripped[-1] == ",":
            noun = _LAST_WORD.search(stripped)
            kin = noun is not None and (noun.group(1) in rules.RELATIVES or noun.group(1) in rules.ROLES)
            return 0.5 if kin and not _SENTENCE_START.search(before) else 0.75
        if word in ("and", "or"):
            if i and image[people.names[i - 1].end : name.title_start].strip() == word:
                return self.standing(i - 1) if not image.startswith(" and ", people.names[i - 1].title_start - 5) else 1.0
            return 0.6
        if word in _SPEECH:
            return 1.0
        return 0.7

    def foreground(self, at: int, gender: str) -> list[tuple[float, Entity]]:
        """Who a pronoun at an offset can mean, most likely first."""
        people = self.people
        number = self.sentence(at)
        paragraph = people.paragraph(at)
        scores: dict[int, tuple[float, Entity]] = {}

        def see(entity: Entity, weight: float) -> None:
            old = scores.get(id(entity))
            if old is None or old[0] < weight:
                scores[id(entity)] = (weight, entity)

        i = bisect_right(people.starts, at - 1) - 1
        while i >= 0 and paragraph - people.paragraph(people.starts[i]) <= 3 and at - people.starts[i] < 2500:
            entity = people.of_name[i]
            if entity is not None and entity.kind is SpeakerKind.PERSON and not people.in_quote(people.starts[i]):
                weight = self.standing(i)
                if len(entity.at) < 2 and not entity.titles and not entity.said:
                    weight *= 0.85
                if people.starts[i] == entity.place and _INTRODUCED.match(people.image, people.names[i].end):
                    weight = 1.2 * max(weight, 0.8)
                if len(entity.words) == 1 and not entity.titles and not any(self.votes(entity)):
                    weight *= 0.5
                see(entity, weight * 0.6 ** (number - self.sentence(people.starts[i])))
            i -= 1
        for k, (where, entity) in enumerate(reversed(self.heard)):
            if where >= at:
                continue
            if k > 8:
                break
            if not entity.plural and (entity.kind is SpeakerKind.PERSON or entity.human):
                gap = number - self.sentence(where)
                see(entity, (1.2 if k == 0 else 1.0) * 0.62 ** max(0, gap))
        out = []
        for weight, entity in scores.values():
            weight *= self.likely(entity, gender)
            if weight:
                out.append((weight, entity))
        out.sort(key=lambda row: (-row[0], row[1].place))
        return out
