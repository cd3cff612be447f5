"""Who is in the article: names that belong together, gathered into entities, with an index by each word of a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from quotetrack.cast.alike import NOT_AT_ALL, Words, fit, same_name
from quotetrack.cast.entities import Entity
from quotetrack.phrases.lexicon import LETTERS
from quotetrack.phrases.names import ORGANIZATION, PERSON, TITLED, Names, find_names, name_words, without_nickname
from quotetrack.records import Passage, Speaker, SpeakerKind
from quotetrack.rules import people as rules
from quotetrack.rules import places

_STOPS = frozenset(".,:;!?\"'")
_STATE = re.compile(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?")
# What stands before a thing or a place rather than a person.
_THING = tuple(f"{edge}{word} " for word in "in at near the a an In At The A An".split() for edge in (" ", "\n", '"'))
_KIN_ENDS = frozenset(word[-2:] for word in rules.RELATIVES)
_THING_ENDS = frozenset(word[-2:] for word in _THING)
_PERSON = SpeakerKind.PERSON  # looked up once: the members of an enum are slow to come by
# So many who share a word of their names are looked at, and no more: nothing is settled among more of them.
_MANY = 64


def _is_heading(line: str) -> bool:
    """Whether a short line without a stop is set in capitals like a headline: its capitals make no names."""
    words = [w for w in line.split() if w[0].isalpha()]
    if line.isupper():
        return len(words) > 1
    return len(words) > 3 and 10 * sum(w[0].isupper() for w in words) > 6 * len(words)

# How much of the text is searched for a word, in code points: no name may cost a walk through a whole archive.
_SEARCHED = 20_000


class People:
    """The names of an article and the people that they make, built in one pass."""

    def __init__(
        self,
        text: str,
        image: str,
        paragraphs: Sequence[tuple[int, int]],
        passages: Sequence[Passage],
        known: Sequence[str | Speaker] = (),
    ) -> None:
        self.text = text
        self.image = image
        paragraphs = paragraphs or [(0, len(text))]
        self.paragraph_starts = [a for a, _ in paragraphs]
        tops = [(p.start, p.end) for p in passages if p.depth == 0]
        self.quote_starts = [a for a, _ in tops]
        self.quote_ends = [b for _, b in tops]
        names = Names()
        names.find(
            image,
            [
                (a, b)
                for a, b in paragraphs
                if b - a > 200 or image[b - 1 : b] in _STOPS or not _is_heading(image[a:b])
            ],
        )
        # The names by columns: the i-th begins at starts[i], and said[i] tells its words, its title and its sort.
        self.starts, self.said = names.starts, names.said
        where: defaultdict[Words, list[int]] = defaultdict(list)
        for i, one in enumerate(names.said):
            where[one.words].append(i)
        where.default_factory = None  # from here on it is only looked up
        self.where: dict[Words, list[int]] = where
        self.entities: list[Entity] = []
        self.full: dict[Words, Entity] = {}
        self.index: dict[str, list[Entity]] = {}
        self.of_name: list[Entity | None] = [None] * len(self.starts)
        self.owners: dict[Words, Entity] = {}
        self._bodies: dict[str, list[Words]] | None = None
        self._quoted: list[bool] | None = None
        for who in known:
            self._enter_known(who)
        self._gather()

    # -- building

    def _gather(self) -> None:
        full: list[tuple[Words, list[int]]] = []
        short: list[tuple[Words, list[int]]] = []
        said = self.said
        lasts: dict[str, int] = {}  # how many full names end on a word
        for words, at in self.where.items():
            sort = said[at[0]].sort
            if sort == PERSON and len(words) > 1:
                full.append((words, at))
                lasts[words[-1]] = lasts.get(words[-1], 0) + 1
            elif sort not in (ORGANIZATION, PERSON):
                short.append((words, at))
        full.sort(key=_longest_first)  # stable: of equally long ones the first printed stays first
        for words, at in full:
            if self._is_person(words, at, lasts):
                entity = self.same(words)
                if entity is None:
                    entity = self._enter_named(words, at)
                    if len(entity.name) + 3 < said[at[0]].size:
                        self._attach_nickname(entity, at[0])
                else:
                    self._attach(entity, words, at)
        for words, at in short:
            if words not in self.full:
                found = self.candidates(words) if words[-1] in self.index else []  # most are no part of any name
                if found:
                    self._gather_short(found, words, at)
                elif self._is_somebody(at):
                    self._enter_named(words, at)

    def _attach_nickname(self, entity: Entity, i: int) -> None:
        """The nickname inside a name may stand for it: "Trent 'Boomer' Bouchard", and then "Boomer"."""
        nickname = without_nickname(self.text[self.starts[i] : self.end(i)])[1]
        words = name_words(nickname)
        if not words or words in self.full:
            return
        entity.aliases[nickname] = None
        self.full[words] = entity
        if words in self.where:
            self._attach(entity, words, self.where[words])

    def _gather_short(self, found: list[Entity], words: Words, at: list[int]) -> None:
        """A surname or another short form: whose it is, where one alone fits."""
        if len(found) > 1:
            self._share(found, words, at)
        elif not self._take_out(found[0], words, at):
            self._attach(found[0], words, at)

    def _is_somebody(self, at: list[int]) -> bool:
        """Whether a single name stands behind a title or a noun of kinship once at least: "her brother Felipe"."""
        image, said, starts = self.image, self.said, self.starts
        for i in at:
            if said[i].sort == TITLED:
                return True
            start = starts[i]
            if image[start - 3 : start - 1] in _KIN_ENDS:  # most names are sorted out by two letters
                before = image[max(0, start - 16) : start - 1]
                if before[before.rfind(" ") + 1 :] in rules.RELATIVES:
                    return True
        return False

    def _is_person(self, words: Words, at: list[int], lasts: dict[str, int]) -> bool:
        """Whether a run of capitals can be a person by what stands around it: not "in Little Rock, Ark."."""
        said, image = self.said, self.image
        for i in at:
            if said[i].title:
                return True
        if len(at) == 1 and (len(words) > 2 or lasts[words[-1]] > 1) and self._is_longer(words, lasts):
            return False
        things = 0
        for i in at:
            start = self.starts[i]
            end = start + said[i].size
            if image.startswith(", ", end):
                m = _STATE.match(image, end + 2)
                if m is not None and m.group() in places.STATES:
                    return False
            if image[start - 2 : start - 1].isalpha() and self._is_body_before(start):
                return False
            if image[start - 2 : start] in _THING_ENDS:  # most names are sorted out by two letters
                things += image.endswith(_THING, 0, start)
        if things and 3 * things >= len(at) and (words[-1],) not in self.where:
            return False  # never by a surname alone: "in Sandy Hook"
        return things < len(at)

    def _is_body_before(self, start: int) -> bool:
        """Whether a noun for a body stands right before a name: "the charity Stand Tall"."""
        before = self.image[max(0, start - 16) : start - 1]
        word = before[max(before.rfind(" "), before.rfind("\n")) + 1 :]
        return word in rules.ORGANIZATIONS and word not in rules.ROLES

    def _is_longer(self, words: Words, lasts: dict[str, int]) -> bool:
        """Whether capitals that stand once are a name that is printed elsewhere with other words around it."""
        for k in range(2, len(words)):  # the rest of a headline: "Ann Example Opens Shop"
            if self._is_name(words[:k]) and any(w in LETTERS or self.prints(w) for w in words[k:]):
                return True
        rest = words[1:]
        if len(rest) > 1:
            return self._is_name(rest) and self._is_plain_word(words[0])  # "Using Ann Example"
        return lasts[words[-1]] > 1 and self._is_plain_word(words[0])  # "Young Smith" beside "Ann Smith"

    def _is_name(self, words: Words) -> bool:
        at = self.where.get(words)
        return at is not None and self.said[at[0]].sort == PERSON

    def _is_plain_word(self, word: str) -> bool:
        """Whether a word in capitals is no forename: a participle, or printed in lower case elsewhere."""
        return word.endswith(("ing", "ed")) or self.prints(word)

    def prints(self, word: str) -> bool:
        """Whether the article prints a word in lower case, as far as it is looked at."""
        find = self.image.find
        for behind in " ,.":
            if find(f" {word}{behind}", 0, _SEARCHED) >= 0:
                return True
        return False

    def _take_out(self, entity: Entity, words: Words, at: list[int]) -> bool:
        """Take out a namesake who is printed by title and surname alone: "President Obama" beside "Michelle Obama".

        He is another where the title stands before the other's first full name, and that does not carry it.
        """
        lasts = {t.casefold().split()[-1] for t in entity.titles}
        other = []
        for i in at:
            title = self.said[i].title.casefold()
            if title and title.rstrip(".") not in rules.HONORIFICS and title.split()[-1] not in lasts:
                other.append(i)
        if not other or entity.given is not None or self.starts[other[0]] > entity.place:
            return False
        namesake = Entity(self.printed(other), words, _PERSON, self.starts[other[0]])
        namesake.titles.append(self.said[other[0]].title)
        self._index(namesake)
        for i in other:
            self.of_name[i] = namesake
        namesake.at = other
        if self.starts[at[0]] < entity.place:
            self.owners[words] = namesake
        return True

    def _share(self, found: list[Entity], words: Words, at: list[int]) -> None:
        """Namesakes: who was called by the short form alone before the other came keeps it."""
        first, second = sorted(found, key=lambda e: e.place)[:2]
        if not any(first.place < self.starts[i] < second.place and not self.said[i].title for i in at):
            return
        self.owners[words] = first
        for i in at:
            title = self.said[i].title
            if not title or title in first.titles:
                self.of_name[i] = first
                first.at.append(i)

    def _enter_known(self, who: str | Speaker) -> None:
        if isinstance(who, Speaker):
            speaker, name, kind = who, who.name, who.kind
            words = name_words(name)
        else:
            speaker, name, kind = None, who, _PERSON
            found = find_names(name)
            words = found[-1].words if len(found) == 1 and found[0].title else name_words(name)
        if not words:
            return
        entity = self.enter(name, words, -1, kind)
        entity.given = speaker
        for alias in speaker.aliases if speaker is not None else ():
            self.full.setdefault(name_words(alias), entity)
            entity.aliases[alias] = None
        if kind is not _PERSON:
            for own, to in list(self.full.items()):
                if to is entity and own in self.where:
                    self._attach(entity, own, self.where[own])

    def enter(self, name: str, words: Words, place: int, kind: SpeakerKind = _PERSON) -> Entity:
        """A new entity under a name."""
        entity = Entity(name, words, kind, place)
        self.full[words] = entity
        self._index(entity)
        return entity

    def _enter_named(self, words: Words, at: list[int]) -> Entity:
        """A new entity under a name, which all the places of that name mean."""
        entity = Entity(self.printed(at), words, _PERSON, self.starts[at[0]])
        self.full[words] = entity
        self._index(entity)
        self._give(entity, at)
        return entity

    def _index(self, entity: Entity) -> None:
        self.entities.append(entity)
        if entity.kind is _PERSON:
            index = self.index
            for word in entity.words:
                sharing = index.get(word)
                if sharing is None:
                    index[word] = [entity]
                elif sharing[-1] is not entity:  # a name may hold a word twice
                    sharing.append(entity)

    def _attach(self, entity: Entity, words: Words, at: list[int]) -> None:
        """Give an entity the names that are its."""
        self.full[words] = entity
        self._give(entity, at)
        printed = self.printed(at)
        if printed == entity.name or entity.given is not None:
            return
        if _fuller(printed, words, entity):
            entity.aliases[entity.name] = None
            entity.name, entity.words = printed, words
            for word in words:
                if entity not in self.index.setdefault(word, [])[:_MANY]:
                    self.index[word].append(entity)
        else:
            entity.aliases[printed] = None

    def _give(self, entity: Entity, at: list[int]) -> None:
        """Say that some names mean an entity."""
        entity.at += at
        said, of_name = self.said, self.of_name
        for i in at:
            of_name[i] = entity
            title = said[i].title
            if title and title not in entity.titles:
                entity.titles.append(title)

    # -- looking up

    def end(self, i: int) -> int:
        """Where the i-th name ends."""
        return self.starts[i] + self.said[i].size

    def title_start(self, i: int) -> int:
        """Where the i-th name begins, its title taken in."""
        return self.starts[i] - self.said[i].lead

    def printed(self, at: Sequence[int]) -> str:
        """The name as printed, the first that is not all in capitals."""
        start = self.starts[at[0]]
        form = self.text[start : start + self.said[at[0]].size]
        if form.isupper():
            forms = (self.text[self.starts[i] : self.end(i)] for i in at)
            form = next((f for f in forms if not f.isupper()), form)
        if not form.isascii() or '"' in form or "'" in form or "(" in form:
            form = without_nickname(form)[0]
        return " ".join(form.split()) if "\n" in form or "  " in form else form

    def same(self, words: Words) -> Entity | None:
        """The entity that a name of two or more words is a shorter or other form of, where one alone fits."""
        known = self.full.get(words)
        if known is not None or words[-1] not in self.index:
            return known
        found = [e for e in self.index.get(words[-1], ())[:_MANY] if same_name(e.words, words)]
        return found[0] if len(found) == 1 else None

    def candidates(self, words: Words) -> list[Entity]:
        """The people that a short form ("Kim", "Peña Nieto", "Hillary") can mean, the best sort of fit alone."""
        if words in self.full and words not in self.owners:
            return [self.full[words]]
        best: list[Entity] = []
        tier = NOT_AT_ALL
        for entity in self.index.get(words[-1], ())[:_MANY]:
            how = fit(entity.words, words)
            if how < tier:
                tier, best = how, [entity]
            elif how == tier < NOT_AT_ALL:
                best.append(entity)
        return best

    def bodies(self, word: str) -> list[Words]:
        """The names of organisations that hold a word; for an acronym in capitals, those whose initials it is."""
        if self._bodies is None:
            self._bodies = {}
            for words, at in self.where.items():
                if self.said[at[0]].sort == ORGANIZATION and len(words) < 9:
                    initials = "".join(w[0] for w in words if w not in _SMALL).upper()
                    for key in dict.fromkeys((*words, initials)):
                        self._bodies.setdefault(key, []).append(words)
        return self._bodies.get(word, [])

    def quoted(self) -> list[bool]:
        """For each name whether it begins inside a quotation; told once, quotation by quotation."""
        if self._quoted is None:
            self._quoted = flags = [False] * len(self.starts)
            for start, end in zip(self.quote_starts, self.quote_ends, strict=True):
                for i in self.between(start, end):
                    flags[i] = True
        return self._quoted

    def in_quote(self, at: int) -> bool:
        """Whether an offset stands inside a quotation."""
        i = bisect_right(self.quote_starts, at) - 1
        return i >= 0 and at < self.quote_ends[i]

    def paragraph(self, at: int) -> int:
        """The index of the paragraph that an offset stands in (or follows)."""
        return max(0, bisect_right(self.paragraph_starts, at) - 1)

    def between(self, start: int, end: int) -> range:
        """The indices of the names that begin in a stretch."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


def _longest_first(row: tuple[Words, list[int]]) -> tuple[int, int]:
    return -len(row[0]), row[1][0]


_SMALL = frozenset("of the for and on & in".split())


def _fuller(printed: str, words: Words, entity: Entity) -> bool:
    if printed.isupper() != entity.name.isupper() and len(words) == len(entity.words):
        return entity.name.isupper()
    return len(words) > len(entity.words)
