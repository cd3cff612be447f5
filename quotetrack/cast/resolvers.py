"""One small resolver a form of mention; each accepts only where one candidate remains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotetrack.cast.people import Entity, People
from quotetrack.cast.pronouns import Stage
from quotetrack.cast.roles import fits
from quotetrack.phrases.forms import PRONOUNS, Phrase, names_people, read_phrase, singular
from quotetrack.phrases.names import ORGANIZATION, PERSON, PLACE, SINGLE, TITLED, Name, find_names, is_acronym, name_words
from quotetrack.records import Draft, Form, Ground, Mention, SpeakerKind, Step
from quotetrack.rules import people as rules
from quotetrack.rules import places

_EDGES = " ,-—–:;\n\"'"
_THE = re.compile(r"(?:the|The|THE)[ \n]+")
_CLAUSE = re.compile(r"(?:,| --+|—|–)\s*(?:who|which|whose|where|that)\b|,\s*(?:speaking|wearing|citing|quoting)\b")
_RATIO = 1.2
# Roles that too many have: an unnamed one in the lead need not be the one that is named below.
_VAGUE = frozenset("man woman person official spokesman spokeswoman spokesperson member source witness officer aide".split())
_SOMEBODY = frozenset("someone somebody one another".split())
# Last words of newspapers' names that name documents as well.
_PAPERS = frozenset("journal post review record paper papers story standard platform program guide message".split())
_NOT_LEAD = re.compile(r"\s(?:called|named|dubbed|known as)\s*$")
_APPOSED = re.compile(r"(?:,| --?|—|–)\s((?:a|an|the|one of)\s[^,;]+)", re.IGNORECASE)
_PAPER = re.compile(r"\b(?:in|by|from|of) (?:the |The )?(?=[A-Z])")
# "The company" and the like say little of what sort of body it is; a ministry or a court is none of them.
_ANY_BODY = frozenset("company firm group organization organisation charity nonprofit corporation carrier".split())
_STATE_WORDS = frozenset(
    "department ministry court senate congress house parliament government police army navy state states city county "
    "university treasury commission council administration".split()
)


class Found:
    """What a resolver came to: an entity or None, the ground, the rule's name, and the rivals that were beaten."""

    __slots__ = ("entity", "ground", "over", "rule")

    def __init__(self, entity: Entity | None, ground: Ground, rule: str, over: Sequence[Entity] = ()) -> None:
        self.entity = entity
        self.ground = ground
        self.rule = rule
        self.over = tuple(e.name for e in over if e is not entity)


class Resolver:
    """Settles sources one after another, in the order of the text."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.stage = Stage(people)
        self.unnamed: list[Entity] = []
        self.bodies: dict[str, Entity] = {}

    def settle(self, source: Mention) -> Found:
        """Who the words of a source name."""
        image = self.people.image
        start, end = source.start, source.end
        phrase = read_phrase(image[start:end])
        found = self._by_form(phrase, start, end)
        if found.entity is not None:
            self.stage.heard.append((start, found.entity))
            found.entity.said.append((start, end, phrase.form))
        return found

    def _by_form(self, phrase: Phrase, start: int, end: int) -> Found:
        form = phrase.form
        if form is Form.PRONOUN:
            return self._pronoun(phrase, start)
        if phrase.joined:
            return self._new(phrase, start, SpeakerKind.GROUP, "co-ordination", plural=True)
        if phrase.name is not None:
            return self._named(phrase, phrase.name, start)
        single = phrase.text.strip(_EDGES)
        if single[:1].isupper() and " " not in single:
            words = name_words(single)
            if len(self.people.candidates(words)) >= 1:
                return self._surname(words, "", start, phrase)
        if form is Form.RELATIVE:
            return self._new(phrase, start, SpeakerKind.GROUP if phrase.plural else SpeakerKind.PERSON, "relative")
        if form is Form.DOCUMENT:
            return self._document(phrase, start)
        if form is Form.GROUP:
            return self._group(phrase, start)
        if form is Form.ORGANIZATION:
            return self._body(phrase, start)
        if form in (Form.ROLE, Form.DESCRIPTION):
            return self._described(phrase, start)
        return self._anonymous(phrase, start)

    # -- names

    def _named(self, phrase: Phrase, name: Name, start: int) -> Found:
        if name.sort == PERSON:
            if not name.title and _is_body_phrase(phrase):
                return self._organization(phrase, name, start)
            entity = self.people.full.get(name.words)
            if entity is None:
                entity = self._same_or_new(name, phrase)
            return Found(entity, Ground.NAMED, "full name")
        if name.sort in (SINGLE, TITLED):
            return self._surname(name.words, name.title, start, phrase)
        return self._organization(phrase, name, start)

    def _same_or_new(self, name: Name, phrase: Phrase) -> Entity:
        people = self.people
        same = people._same(name.words)
        if same is not None:
            return same
        entity = people._enter(self._shown(phrase, name), name.words, SpeakerKind.PERSON, -1)
        if name.title:
            entity.titles.append(name.title)
        return entity

    def _shown(self, phrase: Phrase, name: Name) -> str:
        return phrase.text[name.start : name.end]

    def _surname(self, words: tuple[str, ...], title: str, start: int, phrase: Phrase) -> Found:
        people = self.people
        found = people.candidates(words)
        if len(found) == 1:
            entity = found[0]
            named = entity.words == words
            return Found(entity, Ground.NAMED if named else Ground.LINKED, "only name printed" if named else "short form")
        if found:
            return self._namesakes(found, words, title, start)
        name = phrase.name
        if name is not None and not title:
            body = self._body_named(name, start)
            if body is not None:
                return body
        shown = self._shown(phrase, name) if name is not None else phrase.text.strip(_EDGES)
        if not title and name is not None and len(words) == 1 and self._is_word(words[0]):
            plain = read_phrase(phrase.text.casefold())
            kind = SpeakerKind.GROUP if plain.plural else SpeakerKind.ANONYMOUS
            return self._new(phrase, start, kind, "unnamed", plural=plain.plural)
        if not title and (_is_body_phrase(phrase) or image_the(people.image, start)):
            return self._body_entity(
                shown, words, SpeakerKind.ORGANIZATION, start, Ground.NAMED, "name of an organisation"
            )
        entity = people._enter(shown, words, SpeakerKind.PERSON, -1)
        entity.place = start
        if title:
            entity.titles.append(title)
        entity.at += people.where.get(words, [])
        for i in entity.at:
            people.of_name[i] = entity
        return Found(entity, Ground.NAMED, "only name printed")

    def _is_word(self, word: str) -> bool:
        """Whether the article prints the word in lower case too, so that it is no name."""
        return re.search(rf"\b{re.escape(word)}\b", self.people.image) is not None

    def _namesakes(self, found: list[Entity], words: tuple[str, ...], title: str, start: int) -> Found:
        """Two or more who share a short form: by title, by who was named before, by who stands in the foreground."""
        people, stage = self.people, self.stage
        left = found
        if title:
            left = self._by_title(left, title) or left
            if len(left) == 1:
                return Found(left[0], Ground.LINKED, "title", found)
        before = [e for e in left if e.place < start or (e.said and e.said[0][0] < start) or e.given is not None]
        if len(before) == 1:
            return Found(before[0], Ground.LINKED, "named before", found)
        left = before or left
        owner = people.owners.get(words)
        if owner in left and not any(e.said for e in left if e is not owner):
            return Found(owner, Ground.LINKED, "called so before", found)
        paragraph = people.paragraph(start)
        near: dict[int, float] = {}
        for e in left:
            for i in e.at:
                at = people.starts[i]
                if at < start and paragraph - people.paragraph(at) <= 1 and not people.in_quote(at):
                    near[id(e)] = max(near.get(id(e), 0.0), stage.standing(i))
            for at, _, _ in e.said:
                if at < start and paragraph - people.paragraph(at) <= 1:
                    near[id(e)] = 1.0
        close = [e for e in left if near.get(id(e), 0.0) >= 0.6]
        if len(close) == 1:
            return Found(close[0], Ground.LINKED, "namesake in the foreground", found)
        if len(close) > 1:
            return Found(None, Ground.OPEN, "namesakes", found)
        spoke = [e for e in left if e.said]
        if len(spoke) == 1:
            return Found(spoke[0], Ground.LINKED, "namesake who speaks", found)
        weight = sorted(((len(e.at) + 2 * len(e.said), -e.place, e) for e in left), key=lambda r: (-r[0], -r[1]))
        if weight[0][0] >= 2 * weight[1][0] + 1:
            return Found(weight[0][2], Ground.LINKED, "namesake most named", found)
        return Found(None, Ground.OPEN, "namesakes", found)

    def _by_title(self, found: list[Entity], title: str) -> list[Entity]:
        low = title.casefold().rstrip(".")
        gender = rules.HONORIFICS.get(low, "")
        if gender:
            told = [e for e in found if self.stage.gender(e) == gender]
            return told or [e for e in found if not self.stage.gender(e)]
        last = low.split()[-1].strip(".")
        return [e for e in found if any(last == t.casefold().rstrip(".").split()[-1] for t in e.titles)]

    # -- organisations and places

    def _organization(self, phrase: Phrase, name: Name, start: int) -> Found:
        body = self._body_named(name, start)
        if body is not None:
            return body
        shown = self._shown(phrase, name)
        shown = _THE.sub("", shown, count=1)
        last = name.words[-1] if name.words else ""
        kind = SpeakerKind.DOCUMENT if last in rules.DOCUMENTS and last not in _PAPERS else SpeakerKind.ORGANIZATION
        return self._body_entity(shown, name.words, kind, start, Ground.NAMED, "name of an organisation")

    def _body_entity(
        self, shown: str, words: tuple[str, ...], kind: SpeakerKind, start: int, ground: Ground, rule: str
    ) -> Found:
        key = " ".join(words)
        entity = self.bodies.get(key)
        if entity is None:
            entity = self.bodies[key] = Entity(shown, words, kind, start)
            entity.form = Form.ORGANIZATION
            entity.at = list(self.people.where.get(words, ()))
            self.people.entities.append(entity)
        return Found(entity, ground, rule)

    def _body_named(self, name: Name, start: int) -> Found | None:
        """A state by its capital, a fuller name of the same body, the words of an acronym; None where none of them."""
        people = self.people
        printed = people.image[start : start + 0] or " ".join(name.words)
        shown = None
        place = self._place(name)
        if place is not None:
            return place
        known = people.full.get(name.words)
        if known is not None and known.kind is not SpeakerKind.PERSON:
            return Found(known, Ground.NAMED, "known name")
        word = name.words[-1]
        if len(name.words) == 1 and (is_acronym(word.upper()) and name.sort == ORGANIZATION):
            full = self._spelled_out(word)
            if full is not None:
                return self._body_entity(full, name_words(full), SpeakerKind.ORGANIZATION, start, Ground.LINKED, "acronym")
        longer = [w for w in people.where if len(w) > len(name.words) and w[: len(name.words)] == name.words and self._is_body(w)]
        if len(longer) == 1 and len(name.words) == 1 and name.sort == SINGLE:
            full = people._printed(people.where[longer[0]])
            return self._body_entity(full, longer[0], SpeakerKind.ORGANIZATION, start, Ground.LINKED, "short form")
        del printed, shown
        return None

    def _is_body(self, words: tuple[str, ...]) -> bool:
        return self.people.names[self.people.where[words][0]].sort == ORGANIZATION

    def _spelled_out(self, acronym: str) -> str | None:
        found = []
        for words, at in self.people.where.items():
            if len(words) >= len(acronym) and self.people.names[at[0]].sort == ORGANIZATION:
                letters = "".join(w[0] for w in words if w not in ("of", "the", "for", "and", "on", "&"))
                if letters == acronym:
                    found.append(at)
        return self.people._printed(found[0]) if len(found) == 1 else None

    def _place(self, name: Name) -> Found | None:
        if name.sort not in (PLACE, SINGLE) or name.title:
            return None
        shown = self._place_text(name)
        if shown is None:
            return None
        country = places.COUNTRIES.get(shown)
        if country is None and shown in places.CAPITALS:
            country = places.CAPITALS[shown]
            full = next(
                (f for w, at in self.people.where.items() for f in (self.people._printed(at),) if places.COUNTRIES.get(f) == country),
                country,
            )
            return self._country(country, full, name, Ground.LINKED, "capital for its state")
        if country is None:
            return None
        return self._country(country, shown, name, Ground.NAMED, "name of a state")

    def _place_text(self, name: Name) -> str | None:
        at = self.people.where.get(name.words)
        return self.people._printed(at) if at else None

    def _country(self, country: str, shown: str, name: Name, ground: Ground, rule: str) -> Found:
        found = self._body_entity(shown, (country.casefold(),), SpeakerKind.ORGANIZATION, name.start, ground, rule)
        entity = found.entity
        assert entity is not None
        for i in self.people.where.get(name.words, ()):
            if i not in entity.at:
                entity.at.append(i)
        if ground is Ground.LINKED:
            entity.aliases[" ".join(w.capitalize() for w in name.words)] = None
        elif len(shown) > len(entity.name):
            entity.aliases[entity.name] = None
            entity.name = shown
        return found

    # -- nouns

    def _new(self, phrase: Phrase, start: int, kind: SpeakerKind, rule: str, plural: bool = False) -> Found:
        """The noun phrase itself is the name; the same words again are the same source."""
        shown = self._phrase_name(phrase, start)
        key = shown.casefold()
        entity = self.bodies.get(key)
        if entity is None:
            entity = self.bodies[key] = Entity(shown, (), kind, start)
            entity.form = phrase.form
            entity.plural = plural or phrase.plural
            entity.human = kind is SpeakerKind.ANONYMOUS and (names_people(phrase.head) or phrase.head in _SOMEBODY)
            self.people.entities.append(entity)
            self.unnamed.append(entity)
        return Found(entity, Ground.NAMED, rule)

    def _phrase_name(self, phrase: Phrase, start: int) -> str:
        raw = self.people.text[start : start + len(phrase.text)]
        clause = _CLAUSE.search(phrase.text)
        if clause is not None and clause.start() > 0:
            raw = raw[: clause.start()]
        shown = " ".join(raw.strip(_EDGES).split())
        return shown or " ".join(raw.split())

    def _document(self, phrase: Phrase, start: int) -> Found:
        if phrase.head == "editorial":  # a paper's own voice
            m = _PAPER.search(phrase.text)
            if m is not None:
                name = find_names(phrase.text, m.end())[0]
                found = self._organization(phrase, name, start)
                return found
        return self._new(phrase, start, SpeakerKind.DOCUMENT, "document")

    def _group(self, phrase: Phrase, start: int) -> Found:
        if phrase.determiner in ("the", "these", "those") and not phrase.before:
            for entity in reversed(self.unnamed):
                if entity.plural and singular(phrase.head) in " ".join(entity.name.casefold().split()):
                    return Found(entity, Ground.LINKED, "group named before")
        return self._new(phrase, start, SpeakerKind.GROUP, "group", plural=True)

    def _body(self, phrase: Phrase, start: int) -> Found:
        if phrase.determiner in ("the", "this", "that") and not phrase.before and not phrase.owner:
            for entity in reversed(self.unnamed):
                if entity.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP) and (
                    f" {phrase.head}" in " " + entity.name.casefold() or (phrase.head == "group" and entity.plural)
                ):
                    return Found(entity, Ground.LINKED, "body named before")
            bodies = [e for _, e in self.stage.heard if e.kind is SpeakerKind.ORGANIZATION and e.words]
            fitting = [e for e in bodies if phrase.head in e.words]
            loose = [e for e in bodies if phrase.head in _ANY_BODY and not _STATE_WORDS.intersection(e.words)]
            pool = list(dict.fromkeys(fitting)) or list(dict.fromkeys(loose))
            if len(pool) == 1:
                return Found(pool[0], Ground.LINKED, "body named before")
            if phrase.head == "group" and self.stage.heard:
                where, entity = self.stage.heard[-1]
                if entity.plural and len(entity.name.split()) > 2 and self.people.paragraph(start) - self.people.paragraph(where) < 3:
                    return Found(entity, Ground.LINKED, "group named before")
            printed = [w for w in self.people.where if phrase.head in w and len(w) < 6 and self._is_body(w)]
            if len(printed) == 1:
                full = self.people._printed(self.people.where[printed[0]])
                return self._body_entity(full, printed[0], SpeakerKind.ORGANIZATION, start, Ground.LINKED, "body named")
        found = self._new(phrase, start, SpeakerKind.ORGANIZATION, "organisation")
        return found

    def _described(self, phrase: Phrase, start: int) -> Found:
        stage, people = self.stage, self.people
        gender = rules.GENDERED.get(phrase.head, "")
        scored = []
        for entity in people.entities:
            if entity.kind is not SpeakerKind.PERSON or not entity.words or entity.place > start + 600:
                continue
            fit = fits(stage.role(entity), phrase)
            if fit and (not gender or stage.gender(entity) in ("", gender)):
                scored.append((fit, entity))
        for level in (2, 1):
            found = [e for fit, e in scored if fit == level]
            before = [e for e in found if e.place <= start] or found
            if level == 1:
                before = [e for e in before if e.said or len(e.at) > 2]
            if len(before) == 1:
                return Found(before[0], Ground.LINKED, "role", found)
            if before:
                recent = [e for e in before if any(people.paragraph(start) - people.paragraph(a) <= 1 for a, _, _ in e.said if a < start)]
                if len(recent) == 1:
                    return Found(recent[0], Ground.LINKED, "role of the last speaker", found)
                return Found(None, Ground.OPEN, "several have the role", found)
        for entity in reversed(self.unnamed):
            if not entity.plural and phrase.head in entity.name.casefold().split():
                return Found(entity, Ground.LINKED, "unnamed source again")
        if phrase.age is not None:
            ranked = stage.foreground(start, gender or "m") if gender else self._anyone(start)
            if ranked and (len(ranked) == 1 or ranked[0][0] >= _RATIO * ranked[1][0]):
                return Found(ranked[0][1], Ground.LINKED, "age", [e for _, e in ranked[:3]])
        return self._new(phrase, start, SpeakerKind.ANONYMOUS, "unnamed")

    def _anyone(self, start: int) -> list[tuple[float, Entity]]:
        both = {id(e): (w, e) for g in ("m", "f") for w, e in self.stage.foreground(start, g)}
        return sorted(both.values(), key=lambda row: (-row[0], row[1].place))

    def _anonymous(self, phrase: Phrase, start: int) -> Found:
        people = self.people
        if phrase.determiner in ("a", "an") and phrase.before and people.paragraph(start) < 2 and phrase.head not in _VAGUE:
            # "a U.S. envoy said" in the lead, and the paragraph after it names one
            here = people.paragraph(start)
            fitting = [
                e
                for e in people.entities
                if e.kind is SpeakerKind.PERSON and e.words and fits(self.stage.role(e), phrase) == 2
            ]
            if len(fitting) == 1 and fitting[0].place > start and people.paragraph(fitting[0].place) - here <= 2:
                return Found(fitting[0], Ground.LINKED, "named below")
        return self._new(phrase, start, SpeakerKind.ANONYMOUS, "unnamed")

    # -- pronouns

    def _pronoun(self, phrase: Phrase, start: int) -> Found:
        told = PRONOUNS[phrase.head]
        if told == "r":
            return self._relative_pronoun(start)
        if told in ("m", "f"):
            ranked = self.stage.foreground(start, told)
            if ranked and (len(ranked) == 1 or ranked[0][0] >= _RATIO * ranked[1][0]):
                chosen = ranked[0][1]
                self.stage.votes(chosen)["mf".index(told)] += 1
                return Found(chosen, Ground.LINKED, "pronoun", [e for _, e in ranked[1:3]])
            return Found(None, Ground.OPEN, "pronoun" if ranked else "nobody for the pronoun", [e for _, e in ranked[:3]])
        if told == "p":
            for _, entity in reversed(self.stage.heard):
                if entity.plural or entity.kind in (SpeakerKind.GROUP, SpeakerKind.ORGANIZATION):
                    return Found(entity, Ground.LINKED, "plural pronoun")
        if told == "n":
            for _, entity in reversed(self.stage.heard):
                if entity.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT) or entity.plural:
                    return Found(entity, Ground.LINKED, "pronoun for a body")
        return Found(None, Ground.OPEN, "nobody for the pronoun")

    def _relative_pronoun(self, start: int) -> Found:
        """The noun phrase right before "who"."""
        people = self.people
        image = people.image
        low = max(0, start - 160)
        inside = people.between(low, start)
        for i in reversed(inside):
            name = people.names[i]
            gap = image[name.end : start]
            if re.fullmatch(r",?\s*(?:\([^)]*\),?\s*)?", gap) or (re.fullmatch(r",\s[^.;\"]{3,110},\s*", gap) and i == inside[-1]):
                entity = people.of_name[i]
                if entity is not None and len(people.candidates(name.words)) == 1:
                    return Found(entity, Ground.LINKED, "relative pronoun")
                return self._named(read_phrase(image[name.title_start : name.end]), name, start)
            break
        piece = image[low:start].rstrip(_EDGES)
        m = None
        for m in re.finditer(r"\b(?:a|an|the|one|another|his|her|their|those|these)\s", piece):
            pass
        if m is not None and not re.search(r"[.;,\"]\s", piece[m.start() :]):
            phrase = read_phrase(piece[m.start() :])
            if phrase.form in (Form.ROLE, Form.ANONYMOUS, Form.GROUP, Form.RELATIVE) and names_people(phrase.head):
                return self._by_form(phrase, low + m.start(), low + len(piece))
        return Found(None, Ground.OPEN, "nobody for the relative pronoun")


def _is_body_phrase(phrase: Phrase) -> bool:
    """Whether the words around a head name say that it is a body: "a super PAC called X", "X, an advocacy group,"."""
    name = phrase.name
    if name is None:
        return False
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


def image_the(image: str, start: int) -> bool:
    """Whether a phrase begins with "the": "the Kremlin", and no person's name."""
    return image[start : start + 4].casefold() == "the "


def decided(found: Found, draft: Draft, words: str) -> Step:
    """The step that tells how a source was settled."""
    source = draft.source
    assert source is not None
    gave = found.entity.name if found.entity is not None else ""
    return Step(found.rule, found.ground, source.start, source.end, words, gave, found.over)
