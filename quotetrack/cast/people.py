"""Who is in the article: names that belong together, gathered into entities, with an index by each word of a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from quotetrack.phrases.names import PERSON, SINGLE, TITLED, Name, find_names, name_words
from quotetrack.records import Article, Form, PartKind, Passage, Speaker, SpeakerKind
from quotetrack.rules import people as rules
from quotetrack.rules import places

_SHORT: dict[str, frozenset[int]] = {}
for _row, _family in enumerate(rules.SHORT_FORENAMES):
    for _forename in _family:
        _SHORT[_forename] = _SHORT.get(_forename, frozenset()) | {_row}


_STOPS = frozenset(".,:;!?\"'")


def _is_heading(line: str) -> bool:
    """Whether a short line without a stop is set in capitals like a headline: its capitals make no names."""
    words = [w for w in line.split() if w[0].isalpha()]
    return line.isupper() and len(words) > 1 or len(words) > 3 and 10 * sum(w[0].isupper() for w in words) > 6 * len(words)


_STATE = re.compile(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?")
_THING = re.compile(r"\b(?:in|at|near|the|a|an|The|In|At|A|An)[ \n]$")


class Entity:
    """Somebody or something in the article, while it is being worked out; ``at`` are indices of names."""

    __slots__ = ("aliases", "anonymity", "at", "form", "gender", "given", "human", "kind", "name", "place", "plural", "role", "said", "titles", "words")

    def __init__(self, name: str, words: tuple[str, ...], kind: SpeakerKind, place: int) -> None:
        self.name = name
        self.words = words
        self.kind = kind
        self.place = place  # where it is first named, or first speaks
        self.form = Form.NAME
        self.at: list[int] = []
        self.titles: list[str] = []
        self.aliases: dict[str, None] = {}
        self.said: list[tuple[int, int, Form]] = []  # stretches where it is a source
        self.gender: str | None = None  # m, f, or "" once it is known that nothing tells it
        self.role: str | None = None  # everything printed about its role, once that was read
        self.plural = False
        self.human = False  # unnamed, but one person: he or she may be meant
        self.anonymity: str | None = None
        self.given: Speaker | None = None


class People:
    """The names of an article and the entities that they make, built in one pass."""

    def __init__(
        self,
        text: str,
        image: str,
        article: Article,
        passages: Sequence[Passage],
        known: Sequence[str | Speaker] = (),
    ) -> None:
        self.text = text
        self.image = image
        self.paragraphs = [(p.start, p.end) for p in article.parts if p.kind is PartKind.PARAGRAPH] or [(0, len(text))]
        self.paragraph_starts = [a for a, _ in self.paragraphs]
        tops = [(p.start, p.end) for p in passages if p.depth == 0]
        self.quote_starts = [a for a, _ in tops]
        self.quote_ends = [b for _, b in tops]
        names: list[Name] = []
        for a, b in self.paragraphs:
            if b - a > 200 or image[b - 1 : b] in _STOPS or not _is_heading(image[a:b]):
                names += find_names(image, a, b)
        self.names = names
        self.starts = [n.start for n in names]
        self.where: dict[tuple[str, ...], list[int]] = {}
        for i, n in enumerate(names):
            self.where.setdefault(n.words, []).append(i)
        self.entities: list[Entity] = []
        self.full: dict[tuple[str, ...], Entity] = {}
        self.index: dict[str, list[Entity]] = {}
        self.of_name: list[Entity | None] = [None] * len(names)
        self.owners: dict[tuple[str, ...], Entity] = {}
        self._gather(known)

    # -- building

    def _gather(self, known: Sequence[str | Speaker]) -> None:
        for who in known:
            self._given(who)
        rows = sorted(
            ((w, at) for w, at in self.where.items() if len(w) > 1 and self._sort_of(at) == PERSON),
            key=lambda row: (-len(row[0]), row[1][0]),
        )
        self.rows = rows
        for words, at in rows:
            if not self._is_person(words, at):
                continue
            entity = self._same(words)
            if entity is None:
                entity = self._enter(self._printed(at), words, SpeakerKind.PERSON, at[0])
            self._attach(entity, words, at)
        for words, at in self.where.items():
            if words in self.full:
                continue
            sort = self._sort_of(at)
            if sort in (SINGLE, TITLED):
                found = self.candidates(words)
                if len(found) == 1:
                    at = self._another(found[0], words, at)
                    if at:
                        self._attach(found[0], words, at)
                elif found:
                    self._share(found, words, at)
                elif any(self.names[i].sort == TITLED for i in at):
                    self._attach(self._enter(self._printed(at), words, SpeakerKind.PERSON, at[0]), words, at)

    def _is_word(self, word: str) -> bool:
        """Whether a word in capitals is no forename: a participle, or printed in lower case elsewhere."""
        return word.endswith(("ing", "ed")) or re.search(rf"\b{re.escape(word)}\b", self.image) is not None

    def _others(self, words: tuple[str, ...]) -> bool:
        return any(w[-1] == words[-1] and w != words for w, _ in self.rows)

    def _another(self, entity: Entity, words: tuple[str, ...], at: list[int]) -> list[int]:
        """Take out a namesake who is printed by title and surname alone: "President Obama" beside "Michelle Obama".

        He is another where the title stands before the other's first full name, which does not carry it.
        """
        titles = {t.casefold() for t in entity.titles}
        lasts = {t.split()[-1] for t in titles}
        other = [
            i
            for i in at
            if (title := self.names[i].title.casefold())
            and title.rstrip(".") not in rules.HONORIFICS
            and title.split()[-1] not in lasts
        ]
        if not other or entity.given is not None or self.starts[other[0]] > entity.place:
            return at
        title = self.names[other[0]].title
        namesake = Entity(self._printed(other), words, SpeakerKind.PERSON, self.starts[other[0]])
        namesake.titles.append(title)
        namesake.at = other
        self.entities.append(namesake)
        for word in words:
            self.index.setdefault(word, []).append(namesake)
        for i in other:
            self.of_name[i] = namesake
        if self.starts[at[0]] < entity.place:
            self.owners[words] = namesake
        return []

    def _share(self, found: list[Entity], words: tuple[str, ...], at: list[int]) -> None:
        """Namesakes: who was called by the short form alone before the other came keeps it."""
        ranked = sorted(found, key=lambda e: e.place)
        between = [i for i in at if not self.names[i].title and ranked[0].place < self.starts[i] < ranked[1].place]
        if between:
            owner = self.owners[words] = ranked[0]
            for i in at:
                title = self.names[i].title
                if not title or title in owner.titles:
                    self.of_name[i] = owner
                    owner.at.append(i)

    def _is_person(self, words: tuple[str, ...], at: list[int]) -> bool:
        """Whether a run of capitals can be a person by what stands around it: not "in Little Rock, Ark."."""
        names, image = self.names, self.image
        if any(names[i].title for i in at):
            return True
        if len(words) > 2 and len(at) == 1:
            for k in range(2, len(words)):  # the rest of a headline after a name that is printed elsewhere
                if words[:k] in self.where and self._sort_of(self.where[words[:k]]) == PERSON:
                    return False
        if len(at) == 1:
            rest = words[1:]
            shorter = len(rest) > 1 and rest in self.where and self._sort_of(self.where[rest]) == PERSON
            if (shorter or len(rest) == 1 and self._others(words)) and self._is_word(words[0]):
                return False  # "Using Ann Example"; "Young Smith" beside "Ann Smith"
        thing = 0
        for i in at:
            name = names[i]
            if image.startswith(", ", name.end):
                m = _STATE.match(image, name.end + 2)
                if m is not None and m.group() in places.STATES:
                    return False
            if _THING.search(image, max(0, name.start - 6), name.start):
                thing += 1
        return thing < len(at)

    def _sort_of(self, at: list[int]) -> str:
        return self.names[at[0]].sort

    def _printed(self, at: Iterable[int]) -> str:
        """The name as printed, the first that is not all in capitals."""
        forms = [self.text[self.names[i].start : self.names[i].end] for i in at]
        form = next((f for f in forms if not f.isupper()), forms[0])
        return " ".join(form.split()) if "\n" in form or "  " in form else form

    def _enter(self, name: str, words: tuple[str, ...], kind: SpeakerKind, first: int) -> Entity:
        entity = Entity(name, words, kind, self.names[first].start if first >= 0 else 0)
        self.entities.append(entity)
        if words:
            self.full[words] = entity
            if kind is SpeakerKind.PERSON:
                for word in dict.fromkeys(words):
                    self.index.setdefault(word, []).append(entity)
        return entity

    def _attach(self, entity: Entity, words: tuple[str, ...], at: list[int]) -> None:
        self.full[words] = entity
        for i in at:
            self.of_name[i] = entity
            title = self.names[i].title
            if title and title not in entity.titles:
                entity.titles.append(title)
        entity.at += at
        if entity.given is None and at:
            printed = self._printed(at)
            if printed != entity.name:
                if _fuller(printed, words, entity):
                    entity.aliases[entity.name] = None
                    entity.name = printed
                    entity.words = words
                    for word in words:
                        if entity not in self.index.setdefault(word, []):
                            self.index[word].append(entity)
                else:
                    entity.aliases[printed] = None

    def _given(self, who: str | Speaker) -> None:
        speaker = who if isinstance(who, Speaker) else None
        name = who.name if isinstance(who, Speaker) else who
        kind = speaker.kind if speaker is not None else SpeakerKind.PERSON
        found = find_names(name)
        words = found[-1].words if speaker is None and len(found) == 1 and found[0].title else name_words(name)
        if not words:
            return
        entity = self._enter(name, words, kind, -1)
        entity.given = speaker
        for alias in speaker.aliases if speaker is not None else ():
            self.full.setdefault(name_words(alias), entity)
            entity.aliases[alias] = None
        if kind is not SpeakerKind.PERSON and words in self.where:
            self._attach(entity, words, self.where[words])

    def _same(self, words: tuple[str, ...]) -> Entity | None:
        """The entity that a name of two or more words is a shorter or other form of, where one alone fits."""
        if words in self.full:
            return self.full[words]
        found = [e for e in self.index.get(words[-1], ()) if same_name(e.words, words)]
        if len(found) == 1:
            return found[0]
        return None

    # -- looking up

    def candidates(self, words: tuple[str, ...]) -> list[Entity]:
        """The people that a short form ("Kim", "Peña Nieto", "Hillary") can mean, the best sort of fit alone."""
        if words in self.full and (len(words) > 1 or words not in self.owners):
            return [self.full[words]]
        best: list[Entity] = []
        tier = 9
        for entity in self.index.get(words[-1], ()):
            fit = _fit(entity.words, words)
            if fit < tier:
                tier, best = fit, [entity]
            elif fit == tier and fit < 9:
                best.append(entity)
        return best

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


def _fuller(printed: str, words: tuple[str, ...], entity: Entity) -> bool:
    if printed.isupper() != entity.name.isupper():
        return entity.name.isupper()
    return len(words) > len(entity.words)


def _fit(full: tuple[str, ...], words: tuple[str, ...]) -> int:
    """How a short form fits a full name: 0 the surname, 1 a forename, 2 inside; 9 not at all."""
    n, k = len(full), len(words)
    if full == words:
        return 0
    if k >= n:
        return 9
    if full[n - k :] == words:
        return 0
    if full[:k] == words:
        return 0 if k == 1 and words[0] in rules.FIRST_SURNAMES and _surname_first(full) else 1
    for i in range(1, n - k):
        if full[i : i + k] == words:
            return 2
    return 9


def _surname_first(full: tuple[str, ...]) -> bool:
    """Whether a name is printed surname first: "Kim Jong-un", "Xi Jinping"; not "Kim Smith"."""
    return full[0] in rules.FIRST_SURNAMES and full[-1] not in rules.FIRST_SURNAMES and len(full) <= 3


def same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names can be the same person's: initials, short forenames and left-out middle names aside.

    >>> same_name(("donald", "j", "trump"), ("donald", "trump")), same_name(("bill", "clinton"), ("hillary", "clinton"))
    (True, False)
    """
    if len(a) < len(b):
        a, b = b, a
    if a[-1] != b[-1]:
        return False
    if len(b) >= 2 and a[len(a) - len(b) :] == b:
        return True
    if not same_forename(a[0], b[0]):
        return False
    middle_a, middle_b = a[1:-1], b[1:-1]
    rest = list(middle_a)
    for word in middle_b:
        for i, other in enumerate(rest):
            if other == word or (len(word) == 1 and other.startswith(word)) or (len(other) == 1 and word.startswith(other)):
                del rest[: i + 1]
                break
        else:
            return False
    return True


def same_forename(a: str, b: str) -> bool:
    """Whether two forenames can be the same person's: equal, an initial, a short form.

    >>> same_forename("chuck", "charles"), same_forename("j", "john"), same_forename("ann", "ben")
    (True, True, False)
    """
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return bool(_SHORT.get(a, frozenset()) & _SHORT.get(b, frozenset()))
