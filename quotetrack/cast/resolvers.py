"""One small resolver a form of mention; each accepts only where one candidate remains."""

from __future__ import annotations

import re

from quotetrack.cast import bodies
from quotetrack.cast.alike import Words
from quotetrack.cast.companies import COMPANIES
from quotetrack.cast.entities import Entity
from quotetrack.cast.papers import paper
from quotetrack.cast.people import People
from quotetrack.cast.pronouns import RATIO
from quotetrack.cast.roles import SAME, fits
from quotetrack.cast.standing import finite
from quotetrack.cast.stands import Found, Scene
from quotetrack.cast.variations import variation
from quotetrack.phrases.forms import LONGEST, PRONOUNS, Phrase, names_people, read_phrase, singular
from quotetrack.phrases.names import PERSON, SINGLE, TITLED, Name, name_words
from quotetrack.records import Form, Ground, Mention, SpeakerKind
from quotetrack.rules import people as rules

# Looked up once: the members of an enum are slow to come by.
_NAMED, _LINKED, _OPEN, _PERSON = Ground.NAMED, Ground.LINKED, Ground.OPEN, SpeakerKind.PERSON
_PRONOUN, _RELATIVE, _DOCUMENT = Form.PRONOUN, Form.RELATIVE, Form.DOCUMENT
_GROUP, _ORGANIZATION = Form.GROUP, Form.ORGANIZATION
_EDGES = " ,-—–:;\n\"'"
# Where the name of an unnamed source ends: its relative clause and what it is doing are no part of it.
_CLAUSE = re.compile(
    r"(?:,| --+|—|–)\s*(?:who|which|whose|where|that)\b"
    r"|(?<=[a-z]),\s*(?:[a-z]+(?:ing|ed)|written|led|known|seen|made|held|sent) (?![^,]{0,40}\b(?:man|woman)\b)"
)
_AGED = re.compile(r",\s\d{1,3}\Z")
_BEFORE_WHO = re.compile(r",?\s*(?:\([^)]*\),?\s*)?")
_APPOSED_BEFORE_WHO = re.compile(r",\s(?:an?|the|one|\d)\b[^.;\"]{3,110},\s*")
_SUBJECT = re.compile(r"(?:(?<=\n)|(?<=[.!?\"] )|\A)(?:An?|One|Another)(?: [a-z][a-z-]*){1,3}(?= [a-z])")
_HANDLE = re.compile(r"(?<![\w.])@\w{2,30}\Z")
_PHRASE_START = re.compile(r"\b(?:a|an|the|one|another|his|her|their|those|these)\s")
_BROKEN = re.compile(r"[.;,\"]\s")
_NAMED_AFTER = re.compile(
    r"[ \n](?:named|called|calling (?:him|her)self|identified (?:only )?as|"
    r"known (?:only |simply |professionally )?as|nicknamed|"
    r"who goes by(?: the name)?|who gave (?:his|her) name as)[ \n](?:[A-Z][\w.'-]*[ \n]?){1,4}"
)
_AFTER_NAMING = tuple(gap + word for gap in " \n" for word in ("named", "call", "ident", "known", "nick", "who "))
# Roles that too many have: an unnamed one in the lead need not be the one that is named below.
_VAGUE = frozenset(
    "man woman person official spokesman spokeswoman spokesperson member source witness officer aide".split()
)
# Nouns for one whom an article calls "they", for it does not tell a man or a woman.
_EITHER = frozenset("spokesperson source insider representative rep pal".split())


class Resolver:
    """Settles sources one after another, in the order of the text."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.scene = Scene(people)
        self.stage = self.scene.stage
        self._by_role: dict[str, list[Entity]] = {}
        self._with_age: list[Entity] = []
        self._read = 0  # so many entities have their roles in the index

    def settle(self, source: Mention) -> Found:
        """Who the words of a source name."""
        start, end = source.start, source.end
        image = self.people.image
        words = image[start : min(end, start + LONGEST)]
        before, last = max(0, start - 1), start + len(words)
        if image.find("@", before, last) >= 0:
            handle = _HANDLE.search(image, before, last)
            if handle is not None:
                return self._handle(handle.group(), start, end)
        phrase = read_phrase(words)
        if phrase.name is None and phrase.head and image.startswith(_AFTER_NAMING, end):
            named = _NAMED_AFTER.match(image, end, end + 80)
            if named is not None:  # "a man | calling himself Ann Example"
                longer = read_phrase(image[start : named.end()])
                phrase = longer if longer.name is not None else phrase
        found = self._by_form(phrase, start)
        if found.entity is not None:
            self.scene.hear(found.entity, start, end, phrase.form)
        return found

    def _handle(self, handle: str, start: int, end: int) -> Found:
        """Somebody by the name of an account: "a user called @example"."""
        found = self.scene.unnamed(read_phrase("a user"), handle, start, _PERSON, "name of an account")
        assert found.entity is not None
        self.scene.hear(found.entity, start, end, Form.NAME)
        return found

    def _by_form(self, phrase: Phrase, start: int) -> Found:
        form = phrase.form
        if form is _PRONOUN:
            return self._pronoun(phrase, start)
        if phrase.joined:
            return self._itself(phrase, start, SpeakerKind.GROUP, "co-ordination", plural=True)
        if phrase.name is not None:
            return self._named(phrase, phrase.name, start)
        single = phrase.text.strip(_EDGES)
        if single[:1].isupper() and " " not in single:
            words = name_words(single)
            if words and self.people.candidates(words):
                return self._surname(words, "", start, phrase)
        if form is _RELATIVE:
            kind = SpeakerKind.GROUP if phrase.plural else _PERSON
            return self._itself(phrase, start, kind, "relative")
        if form is _DOCUMENT:
            return bodies.document(self.scene, phrase, self._shown(phrase, start), start)
        if form is _GROUP:
            return self._group(phrase, start)
        if form is _ORGANIZATION:
            return bodies.described_body(self.scene, phrase, self._shown(phrase, start), start)
        if form in (Form.ROLE, Form.DESCRIPTION):
            return self._described(phrase, start)
        return self._anonymous(phrase, start)

    def _itself(self, phrase: Phrase, start: int, kind: SpeakerKind, rule: str, plural: bool = False) -> Found:
        return self.scene.unnamed(phrase, self._shown(phrase, start), start, kind, rule, plural)

    def _shown(self, phrase: Phrase, start: int) -> str:
        """A noun phrase as the name of the unnamed: as printed, without a clause after it."""
        raw = self.people.text[start : start + len(phrase.text)]
        clause = _CLAUSE.search(phrase.text)
        if clause is not None and clause.start() > 0:
            raw = raw[: clause.start()]
        bare = raw.strip(_EDGES)
        if bare[-1:].isdigit():
            bare = _AGED.sub("", bare)  # "the resident, 83,"
        bare = bare.removesuffix("'s").removesuffix("’s").strip(_EDGES)  # "in her mother's words"
        return " ".join((bare or raw).split())

    # -- names

    def _named(self, phrase: Phrase, name: Name, start: int) -> Found:
        if name.sort == PERSON:
            entity = self.people.same(name.words) or self._newcomer(phrase, name, start)
            if entity.kind is _PERSON and not entity.titles and not name.title and bodies.is_body(phrase):
                entity.kind = SpeakerKind.ORGANIZATION
            return Found(entity, _NAMED, "full name")
        if name.sort in (SINGLE, TITLED):
            return self._surname(name.words, name.title, start, phrase)
        return bodies.organization(self.scene, phrase, name, start)

    def _newcomer(self, phrase: Phrase, name: Name, start: int) -> Entity:
        """Somebody whose name was not found in running text: in a headline, or as the words around it say."""
        people = self.people
        shown = " ".join(people.text[start + name.start : start + name.end].split())
        entity = people.enter(shown, name.words, start)
        if name.title:
            entity.titles.append(name.title)
        entity.at = list(people.where.get(name.words, ()))
        for i in entity.at:
            people.of_name[i] = people.of_name[i] or entity
        return entity

    def _surname(self, words: Words, title: str, start: int, phrase: Phrase) -> Found:
        found = self.people.candidates(words)
        if len(found) == 1:
            named = found[0].words == words
            return Found(
                found[0],
                _NAMED if named else _LINKED,
                "only name printed" if named else "short form",
            )
        if found:
            return self._namesakes(found, words, title, start)
        name = phrase.name
        assert name is not None  # without one, somebody is a candidate
        if not title:
            body = bodies.by_other_name(self.scene, name, start)
            if body is not None:
                return body
            if len(words) == 1 and self.people.prints(words[0]):  # a word of the language, and no name
                plain = read_phrase(phrase.text.casefold())
                kind = SpeakerKind.GROUP if plain.plural else SpeakerKind.ANONYMOUS
                return self._itself(phrase, start, kind, "unnamed", plural=plain.plural)
            again, rivals = variation(self.stage, read_phrase(phrase.text.casefold()), start)  # "the Swede"
            if again is not None:
                return Found(again, _LINKED, "another word for somebody", rivals)
            if bodies.is_body(phrase) or phrase.lead.casefold() == "the ":
                return bodies.unknown_body(self.scene, phrase, name, start)
        return Found(self._newcomer(phrase, name, start), _NAMED, "only name printed")

    def _namesakes(self, found: list[Entity], words: Words, title: str, start: int) -> Found:
        """Two or more who share a short form: by title, by who was named before, by who stands in the foreground."""
        left = found
        if title:
            left = self._by_title(left, title) or left
            if len(left) == 1:
                return Found(left[0], _LINKED, "title", found)
        before = [e for e in left if e.place < start or (e.said and e.said[0][0] < start)]
        if len(before) == 1:
            return Found(before[0], _LINKED, "named before", found)
        left = before or left
        owner = self.people.owners.get(words)
        if owner in left and not any(e.said for e in left if e is not owner):
            return Found(owner, _LINKED, "called so before", found)
        close = [e for e in left if self._is_close(e, start)]
        if len(close) == 1:
            return Found(close[0], _LINKED, "namesake in the foreground", found)
        if close:
            return Found(None, _OPEN, "namesakes", found)
        spoke = [e for e in left if e.said]
        if len(spoke) == 1:
            return Found(spoke[0], _LINKED, "namesake who speaks", found)
        weighed = sorted(left, key=lambda e: (-len(e.at) - 2 * len(e.said), e.place))
        first, second = (len(e.at) + 2 * len(e.said) for e in weighed[:2])
        if first > 2 * second:
            return Found(weighed[0], _LINKED, "namesake most named", found)
        return Found(None, _OPEN, "namesakes", found)

    def _is_close(self, entity: Entity, start: int) -> bool:
        """Whether somebody is a subject or a source in this paragraph or the one before."""
        people = self.people
        low = people.paragraph_starts[max(0, people.paragraph(start) - 1)]
        if entity.said and low <= entity.said[-1][0] < start:
            return True
        return any(
            people.of_name[i] is entity and not people.quoted()[i] and self.stage.standing(i) >= 0.6
            for i in people.between(max(low, start - 2500), start)
        )

    def _by_title(self, found: list[Entity], title: str) -> list[Entity]:
        low = title.casefold().rstrip(".")
        gender = rules.HONORIFICS.get(low, "")
        if gender:
            told = [e for e in found if self.stage.gender(e) == gender]
            return told or [e for e in found if not self.stage.gender(e)]
        last = low.split()[-1]
        return [e for e in found if any(last == t.casefold().rstrip(".").split()[-1] for t in e.titles)]

    # -- nouns

    def _group(self, phrase: Phrase, start: int) -> Found:
        again, rivals = variation(self.stage, phrase, start)  # "the Hungarian"
        if again is not None:
            return Found(again, _LINKED, "another word for somebody", rivals)
        if phrase.determiner in ("the", "these", "those") and not phrase.before:
            last = self.scene.heads.get(singular(phrase.head))
            if last is not None and last.plural:
                return Found(last, _LINKED, "group named before")
        return self._itself(phrase, start, SpeakerKind.GROUP, "group", plural=True)

    def _bearers(self, phrase: Phrase) -> list[tuple[int, Entity]]:
        """The people whose role a description fits, and how."""
        entities = self.people.entities
        while self._read < len(entities):
            entity = entities[self._read]
            self._read += 1
            if entity.kind is _PERSON and entity.words:
                role = self.stage.role(entity)
                if role.age is not None:
                    self._with_age.append(entity)
                for word in role.heads.union(*(SAME.get(w, frozenset()) for w in role.heads)):
                    self._by_role.setdefault(word, []).append(entity)
                for word in role.words & rules.DEMONYM_PLACES:
                    self._by_role.setdefault(word, []).append(entity)
        keys = [phrase.head, rules.DEMONYMS.get(phrase.head, "")]
        if phrase.before:
            keys.append(f"{phrase.before[-1]} {phrase.head}")
        pool = dict.fromkeys(e for key in keys if key for e in self._by_role.get(key, ())[:64])
        if phrase.age is not None:
            pool.update(dict.fromkeys(self._with_age[:64]))
        fitting = [(fits(self.stage.role(e), phrase), e) for e in pool]
        return [(how, e) for how, e in fitting if how]

    def _described(self, phrase: Phrase, start: int) -> Found:
        """ "The envoy", "the 43-year-old": who alone bears the role, or was unnamed under the noun before."""
        stage = self.stage
        gender = rules.GENDERED.get(phrase.head, "")
        bearers = [
            (how, e)
            for how, e in self._bearers(phrase)
            if e.place <= start + 600 and (not gender or stage.gender(e) in ("", gender))
        ]
        for level in (2, 1):
            found = [e for how, e in bearers if how == level]
            before = [e for e in found if e.place <= start] or found
            if level == 1:  # the noun alone fits: of those who speak or are named again and again
                before = [e for e in before if e.said or len(e.at) > 2]
            if len(before) == 1:
                return Found(before[0], _LINKED, "role", found)
            if before:
                last_speaker = self._last_speaker(before, start)
                if last_speaker is not None:
                    return Found(last_speaker, _LINKED, "role of the last speaker", found)
                return Found(None, _OPEN, "several have the role", found)
        last = self.scene.heads.get(phrase.head)
        if last is not None and not last.plural and not phrase.owner:
            return Found(last, _LINKED, "unnamed source again")
        if phrase.head in COMPANIES and phrase.determiner == "the" and not phrase.owner:
            business = bodies.business(self.scene, phrase, start)
            if business is not None:
                return business
        again, rivals = variation(stage, phrase, start)
        if again is not None:
            return Found(again, _LINKED, "age" if phrase.age is not None else "another word for somebody", rivals)
        return self._itself(phrase, start, SpeakerKind.ANONYMOUS, "unnamed")

    def _last_speaker(self, bearers: list[Entity], start: int) -> Entity | None:
        """The one of several who spoke in this paragraph or the one before, where no other was named since."""
        people = self.people
        here = people.paragraph(start)
        recent = [e for e in bearers if e.said and here - people.paragraph(e.said[-1][0]) <= 1]
        if len(recent) != 1:
            return None
        since = people.between(recent[0].said[-1][1], start)
        others = {id(e) for e in bearers if e is not recent[0]}
        return None if any(id(people.of_name[i]) in others for i in since) else recent[0]

    def _anonymous(self, phrase: Phrase, start: int) -> Found:
        people = self.people
        here = people.paragraph(start)
        if phrase.determiner in ("a", "an", "") and phrase.before and here < 2 and phrase.head not in _VAGUE:
            # "a U.S. envoy said" in the lead, and one of the paragraphs after it names the envoy
            fitting = [e for how, e in self._bearers(phrase) if how == 2]
            if len(fitting) == 1 and fitting[0].place > start and people.paragraph(fitting[0].place) - here <= 2:
                return Found(fitting[0], _LINKED, "named below")
        return self._itself(phrase, start, SpeakerKind.ANONYMOUS, "unnamed")

    # -- pronouns

    def _pronoun(self, phrase: Phrase, start: int) -> Found:
        told = PRONOUNS[phrase.head]
        if told in ("m", "f"):
            return self._personal(told, start)
        if told == "r":
            return self._relative_pronoun(start)
        heard = self.stage.heard
        if told == "p" and heard and heard[-1][1].head in _EITHER and not heard[-1][1].plural:
            where, entity = heard[-1]  # "A spokesperson ... they added"
            if self.people.paragraph(start) - self.people.paragraph(where) < 2:
                return Found(entity, _LINKED, "singular they")
        if told == "p" and self.scene.last_plural is not None:
            return Found(self.scene.last_plural, _LINKED, "plural pronoun")
        if told == "n":
            found = paper(self.scene, start) if self.scene.last_body is None else None
            if found is not None:
                return found
            if self.scene.last_body is not None:
                return Found(self.scene.last_body, _LINKED, "pronoun for a body")
        return Found(None, _OPEN, "nobody for the pronoun")

    def _personal(self, gender: str, start: int) -> Found:
        ranked = self.stage.foreground(start, gender)
        if not ranked:
            return self._unnamed_subject(gender, start)
        if len(ranked) > 1 and ranked[0][0] < RATIO * ranked[1][0]:
            return Found(None, _OPEN, "pronoun", [e for _, e in ranked[:3]])
        if self.stage.is_open_still(start, gender):
            return Found(None, _OPEN, "pronoun", [e for _, e in ranked[:3]])
        chosen = ranked[0][1]
        self.stage.settled(chosen, gender, start)
        return Found(chosen, _LINKED, "pronoun", [e for _, e in ranked[1:3]])

    def _unnamed_subject(self, gender: str, start: int) -> Found:
        """Where nobody is named: somebody with whom a sentence shortly before begins, "A neighbour heard it"."""
        people = self.people
        low = people.paragraph_starts[max(0, people.paragraph(start) - 1)]
        last = None
        for m in _SUBJECT.finditer(people.image, max(low, start - 400), start):
            if not people.in_quote(m.start()):
                last = m
        words = last.group().split() if last is not None else []
        for n in range(2, len(words) + 1):  # up to the noun that a verb follows
            phrase = read_phrase(" ".join(words[:n]))
            if not phrase.plural and names_people(phrase.head) and last is not None:
                end = last.start() + len(" ".join(words[:n]))
                if rules.GENDERED.get(phrase.head, gender) == gender and finite(people.image, end):
                    found = self._itself(phrase, last.start(), SpeakerKind.ANONYMOUS, "unnamed")
                    return Found(found.entity, _LINKED, "pronoun")
        return Found(None, _OPEN, "nobody for the pronoun")

    def _relative_pronoun(self, start: int) -> Found:
        """The name or the noun phrase right before "who"."""
        people = self.people
        image = people.image
        low = max(0, start - 160)
        inside = people.between(low, start)[-4:]
        apposed = [i for i in inside if _APPOSED_BEFORE_WHO.fullmatch(image, people.end(i), start)]
        direct = [i for i in inside if _BEFORE_WHO.fullmatch(image, people.end(i), start)]
        if apposed or direct:
            i = (apposed or direct)[0]
            entity = people.of_name[i]
            if entity is not None and len(people.candidates(people.said[i].words)) < 2:
                return Found(entity, _LINKED, "relative pronoun")
            at = people.title_start(i)
            phrase = read_phrase(image[at : people.end(i)])
            if phrase.name is not None:
                return self._named(phrase, phrase.name, at)
        piece = image[low:start].rstrip(_EDGES)
        at = max((m.start() for m in _PHRASE_START.finditer(piece)), default=-1)
        if at >= 0 and not _BROKEN.search(piece, at):
            phrase = read_phrase(piece[at:])
            if phrase.name is None and phrase.form is not Form.PRONOUN and names_people(phrase.head):
                return self._by_form(phrase, low + at)
        return Found(None, _OPEN, "nobody for the relative pronoun")
