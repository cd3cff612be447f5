"""A cue verb to its relation: what the words around it make of it, who it is, and what was said on which side of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotetrack.attribution import around, contents, ends, gaps, inverted, passives, said, scare, sources, subjects
from quotetrack.attribution.relations import FINITE, Range, Relation
from quotetrack.phrases import nouns
from quotetrack.phrases.forms import names_people
from quotetrack.phrases.lexicon import CUE_FORMS, CueForm
from quotetrack.phrases.words import Line
from quotetrack.rules.words import BE, PARTICLES

_QUOTING = frozenset({"quote", "cite"})


_NEGATIONS = frozenset("not never hardly".split())

# What takes an object can stand in a reduced passive; "said by telephone" cannot.
_TAKING = frozenset({"np", "np-as", "np-to"})


class _Verb(NamedTuple):
    """A cue verb in its sentence: its place ``i``, where its verb group begins, its form and its negation."""

    line: Line
    low: int
    i: int
    high: int
    form: CueForm
    group: int
    negated: bool

    def relation(
        self,
        rule: str,
        source: Range | None,
        found: said.Found | None = None,
        content: tuple[Range, ...] = (),
        frame: tuple[Range, ...] = (),
    ) -> Relation:
        """The relation with this cue; ``content`` and ``frame`` win over what was ``found`` behind it."""
        verb = self.form.verb
        if found is not None:
            content, frame = content or found.content, frame or found.frame
        addressee = found.addressee if found is not None else None
        cue = (self.group, self.i + 1)
        frames = self.form.frames
        return Relation(rule, cue, verb.lemma, verb.stance, self.negated, source, content, frame, addressee, frames)

    @property
    def quotes(self) -> bool:
        """Whether the verb takes a quotation."""
        return "q" in self.form.frames


def read(line: Line, low: int, i: int, high: int, form: CueForm, done: list[Relation]) -> Relation | None:
    """The relation of the cue verb at ``i``, or None where the words around it make none."""
    tags, words = line.tags, line.words
    shape, group = tags[i], subjects.group_start(line, low, i)
    helpers = words[group:i]
    if form.verb.lemma in _QUOTING:
        quoted = passives.quoted_as(line, low, group, i, high, form)
        if quoted is not None:
            return quoted
    if i > low and words[i - 1] == "as" and done and done[-1].rule == "quoted as":
        return None  # the "saying" of it
    if form.verb.lemma == "hear":
        form = _heard(line, i, group, high, form)
        if not form.frames:
            return None
    past = form.shape in ("ed", "en")
    if shape in "VE" and i + 1 < high and words[i + 1] in _LEADS:
        settled, made = _reduced(line, low, group, i, high, form)
        if settled:
            return made
    alone = not tags[group:i].strip("R")
    if past and alone and form.frames & _TAKING and passives.has_agent(line, low, i, high):
        return passives.passive(line, low, group, i, high, form, False)  # "the deal, hailed as “historic” by Lee,"
    if shape == "E" and not helpers and (form.shape == "en" or (form.shape == "ed" and _is_attribute(line, i))):
        return None
    negated = False
    if helpers:
        negated = _are_negated(helpers)
        is_passive = past and shape != "G" and not BE.isdisjoint([word.lower() for word in helpers])
        if is_passive and not _perfect(line, group, i, form):
            return passives.passive(line, low, group, i, high, form, negated)
    verb = _Verb(line, low, i, high, form, group, negated)
    if verb.quotes and shape in "Vs":
        made = _inverted(verb)
        if made is not None:
            return made
    source = _source(verb, done)
    if source is None:
        return passives.asked(line, low, i, high) if form.verb.lemma == "ask" and form.shape == "ed" else None
    return _of_source(verb, source, done)


def _are_negated(helpers: list[str]) -> bool:
    """Whether a negation stands among the words before a verb."""
    for word in helpers:
        if word in _NEGATIONS or word.endswith("n't"):
            return True
    return False


def _of_source(verb: _Verb, source: Range, done: list[Relation]) -> Relation | None:
    """The relation of a verb whose subject is known: what was said stands around the two, before or behind them."""
    line, low, i, high, form, group, _ = verb
    tags = line.tags
    past = form.shape in ("ed", "en")
    if past and not verb.quotes and "np-as" in form.frames and passives.calls_nothing(line, i, high):
        beside = subjects.beside_noun(line, low, source) if source[1] == group else None
        if beside is not None:
            return _content_last(verb, beside)
        if passives.reduced(line, group, i, source):
            return verb.relation("agentless", None, None, ((i + 1, ends.clause_end(line, i + 1, high, phrase=True)),))
    if verb.quotes and tags[source[0]] != "W":
        aside = around.aside(line, low, i, high, source)
        if aside is not None:
            return verb.relation("aside", source, None, *aside)
        settled, made = _content_first(verb, source, done)
        if settled:
            return made
    elif "that" in form.frames and tags[i] in "Vsb":
        settled, made = _content_first(verb, source, done)
        if made is not None:
            return made
    return _content_last(verb, source)


def _is_attribute(line: Line, i: int) -> bool:
    """Whether a participle stands before its noun: "a pledged delegate"."""
    tags = line.tags
    inside = i > 0 and tags[i - 1] in "TDJRZ" and tags[i + 1 : i + 2] in ("N", "P", "J")
    return inside and (tags[i + 1] != "P" or line.words[i - 1].lower() not in _SUBJECTS)


_SUBJECTS = frozenset("some many most few several others all both one another".split())  # "some accused Lee"


_LEADS = frozenset(("by", "as"))


def _reduced(line: Line, low: int, group: int, i: int, high: int, form: CueForm) -> tuple[bool, Relation | None]:
    """A participle without a form of "be", with "by" or "as" behind it: whether it is one, and its relation."""
    words, past = line.words, form.shape in ("ed", "en")
    if words[i + 1] == "by":
        if i > low and words[i - 1] == "As" and "that" in form.frames:
            return True, passives.as_by(line, low, i, high, form)
        if i == low and "wh" in form.frames:
            return True, passives.asked_by(line, i, high, form)
        if past and form.frames & _TAKING and not set(line.tags[group:i]) - {"R"}:  # "a plan backed by the union"
            return True, passives.passive(line, low, group, i, high, form, False)
    elif past and group == i and "as" in form.frames and _is_seen(line, low, i):  # "a state seen as critical"
        return True, passives.passive(line, low, i, i, high, form, False)
    return False, None


_COURTS = frozenset("court jury inquest tribunal inquiry commission hearing panel".split())
_TO_COURTS = frozenset({"q", "that"})


def _heard(line: Line, i: int, group: int, high: int, form: CueForm) -> CueForm:
    """The form of "hear" with other frames: what a court heard was said there; who heard Kim say it did not say it."""
    if group and line.words[group - 1] in _COURTS:
        return form._replace(frames=_TO_COURTS)
    end = nouns.after_with_tail(line, i + 1, high)
    said = CUE_FORMS.get(line.words[end]) if i + 1 < end < high and line.tags[end] == "b" else None
    return form._replace(frames=frozenset()) if said is not None and "q" in said.frames else form


def _is_seen(line: Line, low: int, i: int) -> bool:
    """Whether the one before "described as" is described, and does not describe: "what a dealer described as" does."""
    subject = subjects.subject_before(line, low, i)
    return subject is not None and line.tags[subject[0]] != "W" and line.tags[max(low, subject[0] - 1)] not in "WH"


def _perfect(line: Line, group: int, i: int, form: CueForm) -> bool:
    """Whether "'s" is short for "has": "he's said the road is closed"."""
    if line.words[group] != "'s" or "that" not in form.frames or form.frames & _TAKING or form.verb.lemma == "know":
        return False
    return line.tags[i + 1 : i + 2] in ("H", "O", "T", "P", "N", "Q")


def _inverted(verb: _Verb) -> Relation | None:
    """``"…," said Kim`` · ``Said Kim, "…"``: the subject stands behind its verb."""
    line, low, i, high, form, group, _ = verb
    tags = line.tags
    if group == i and form.verb.lemma not in passives.TELLS and (i == low or tags[i - 1] in ",Q-!"):
        before = around.content_before(line, low, i)
        start = i + 1 + _takes_particle(line, i, form)
        if before is not None and start < high and tags[start] in "TPNJODEb":
            source = inverted.subject_after(line, start, high)
            quoted = tags[i - 1] == "Q" and ends.ends_with_comma(line, i - 1)
            names = source is not None and (tags[i - 1] == "Q" or _names_somebody(line, source, form))
            if source is not None and names and not around.is_object(line, source, high, quoted):
                return around.with_rest(line, verb.relation("inverted", source, None, before), high, source[1])
    opening = around.opening(line, i, high) if i == low else None
    return verb.relation("inverted", *opening) if opening is not None else None


def _takes_particle(line: Line, i: int, form: CueForm) -> bool:
    """Whether the word behind an inverted verb is its particle: "“…,” chimed in Kim", "shot back the envoy"."""
    particle = line.words[i + 1 : i + 2]
    return particle == ["back"] or ("q~" in form.frames and bool(particle) and particle[0] in PARTICLES)


def _names_somebody(line: Line, source: Range, form: CueForm) -> bool:
    """Whether the words behind a verb can be its subject, not its object: "…, charged a fee"."""
    first = line.tags[source[0] : source[1]].partition(",")[0]
    if "P" in first or "O" in first or form.verb.lemma in ("say", "write", "report"):
        return True
    return names_people(line.words[source[0] + len(first) - 1].lower())


def _source(verb: _Verb, done: list[Relation]) -> Range | None:
    """Who it is: all that stands between a quotation and the verb, else the verb's subject."""
    line, low, i, _, _, group, _ = verb
    if verb.quotes and line.tags[i] != "G":
        quote = around.quote_before(line, low, group)
        source = subjects.between(line, quote, group) if quote >= 0 else None
        if source is not None:
            return source
    return sources.subject(line, low, group, i, done, line.tags[i], says=verb.quotes)


def _content_first(verb: _Verb, source: Range, done: list[Relation]) -> tuple[bool, Relation | None]:
    """``…, Kim said``: whether what was said stands before the cue (or nothing can be made of it), and the relation."""
    line, low, i, high, form, group, _ = verb
    tags = line.tags
    if tags[i] == "G" and source[1] < group and not set(tags[source[1] : group]).isdisjoint(FINITE):
        # "Q," Kim said, adding: "Q2": the first is said, not added; "Q," Kim said, laughing.
        return around.ends_open(line, i, high, None), None
    if tags[i] == "V" and tags[group - 1] == "," and around.says_later(line, i, high):
        return True, None  # "Q," the report, released on Monday, said
    before = around.content_before(line, low, source[0] if source[0] < i else group)
    if before is None:
        return False, None
    found = contents.content_after(line, i, high, form.frames)
    if _is_taken(verb, before, done):
        behind = found is not None and bool(found.content)
        return not behind, None if behind else verb.relation("open", source)
    if found is not None and found.content and _in_opening(line, low, before):
        return False, None
    after_q = _behind_quotation(verb, source)
    quoted = found is not None and found.frame_name in ("quotation", "mixed")
    if found is not None and after_q and not quoted:
        if ends.ends_with_comma(line, source[0] - 1) and not set(tags[source[1] : group]) & FINITE:
            found = found._replace(content=(), frame=())  # "Q," Kim replied when asked about it
    if tags[i] == "G" and found is None and done and done[-1].content == before:
        return True, None  # "Q," Kim said, laughing: how it was said
    if found is not None and found.content:
        told = source[1] <= group - 1 and any(r.source == source and r.content == before for r in done)
        if told or not (after_q and quoted):
            return False, None  # "Q," Kim said, adding: "Q2": the first is the other cue's
    return _said_before(verb, source, before, found)


def _said_before(
    verb: _Verb, source: Range, before: tuple[Range, ...], found: said.Found | None
) -> tuple[bool, Relation | None]:
    """The relation of what stands ``before`` the cue and was ``found`` behind it; none where a clause goes on."""
    line, _, i, high, _, _, _ = verb
    end = gaps.skip_frame(line, i + 1, high)
    if found is not None and found.addressee is not None:
        end = gaps.skip_frame(line, max(end, found.addressee[1]), high)
    if found is not None and found.content:
        before = before + found.content
        end = found.content[-1][1]
    elif not (_behind_quotation(verb, source) or around.stops(line, end, high) or line.words[end] in _MEANWHILE):
        return True, None
    made = verb.relation("before", source, found, before, ((i + 1, end),) if end > i + 1 else ())
    return True, around.with_rest(line, made, high, end)


def _behind_quotation(verb: _Verb, source: Range) -> bool:
    """Whether the source stands between a quotation and the verb."""
    return 0 < source[0] < verb.i and verb.line.tags[source[0] - 1] == "Q"


_MEANWHILE = frozenset("as when while after before during".split())


def _is_taken(verb: _Verb, before: tuple[Range, ...], done: list[Relation]) -> bool:
    """Whether the quotation before the cue is told by another in a clause that opens the sentence.

    ``As the crowd chanted "Out," Kim grinned`` · ``When Lee called him "a liar," Kim said he had been one``.
    """
    line, quote = verb.line, before[-1][1] - 1
    if line.tags[quote] != "Q" or _SUBORDINATE.match(line.tags, verb.low) is None:
        return False
    if done and done[-1].content and done[-1].content[-1][1] == quote + 1 and done[-1].cue[1] <= quote:
        return True
    form = CUE_FORMS.get(line.words[quote - 1].lower())
    return form is not None and "q" in form.frames and line.tags[quote - 1] in "Vs"


_SUBORDINATE = re.compile(r"(?:[RC]|[TDJ]{0,2}N)?[SW]|LTW|V[HSW]")  # "Days after", "To those who", "Asked if"


def _in_opening(line: Line, low: int, content: tuple[Range, ...]) -> bool:
    """Whether a quotation before the subject is the opening's: ``Asked if it was "safe," Kim said no``."""
    tags, quote = line.tags, content[0][1] - 1
    opens = tags[low] in "GEISV" and quote > low and tags[quote] == "Q"
    if opens and tags[low] == "I" and scare.is_work(line, quote):
        return FINITE.isdisjoint(tags[low : quote - 1])  # "In his book, “The Long Road,” Kim wrote that"
    return opens and tags[quote - 1] not in ",:-" and line.image[line.quotes[quote].start].islower()


def _content_last(verb: _Verb, source: Range) -> Relation | None:
    """``Kim said …``: what was said stands behind the cue."""
    line, low, i, high, form, _, _ = verb
    frames = form.frames
    if form.verb.lemma == "find" and not _STUDIES.isdisjoint(line.words[slice(*source)]):
        frames = frames | {"np"}  # a survey finds a lead; a hiker finds a purse
    found = contents.content_after(line, i, _limit(verb, source), frames)
    if found is not None:
        found = around.after_colon(line, found)
    empty = found is None or not found.content
    if source[0] > low:
        made = _around_clause(verb, source, frames, empty)
        if made is not None:
            return made
    if form.verb.lemma in _SEEMS:
        return _seeming(verb, source, found)
    if found is None or not found.content:
        opens = verb.quotes and source[0] < i and around.ends_open(line, i, high, found)
        return verb.relation("open", source) if opens else None
    return verb.relation(found.frame_name, source, found)


_STUDIES = frozenset("poll polls survey surveys study studies report audit inquiry analysis review researchers".split())

_SEEMS = frozenset({"seem", "appear"})  # it seems so to the writer: who seems so said nothing


def _limit(verb: _Verb, source: Range) -> int:
    """How far behind the verb its clause can reach."""
    line, low, i, high, form, group, _ = verb
    tags = line.tags
    between_commas = tags[i] == "G" and source[1] < group and tags[group - 1] == ","
    if between_commas or tags[source[0]] == "W":
        return around.relative_end(line, 0 if between_commas else source[0], i, high, form.frames)
    if source[0] > i:
        return source[0]  # "Noting that it was late, Kim left"
    return ends.clause_limit(line, low, source[0], i, high)


def _around_clause(verb: _Verb, source: Range, frames: frozenset[str], empty: bool) -> Relation | None:
    """``It was, as Kim noted, late`` · ``a plan that Kim said failed`` · ``a plan Kim rails against``.

    The subject and its verb stand inside the clause that was said; ``empty``: nothing that was said stands behind them.
    """
    line, low, i, high, _, _, _ = verb
    tags = line.tags
    if frames & _CLAUSES:
        if empty and line.words[source[0] - 1].lower() == "as":
            noted = around.as_noted(line, low, source[0] - 1, i, high)
            if noted is not None:
                return verb.relation("as", source, None, noted)
        if tags[source[0] - 1] in "WH" and source[1] <= i:
            of_which = around.of_which(line, source[0] - 1, i, high, frames)
            if of_which is not None:
                return verb.relation("relative", source, None, of_which)
    if empty and source[1] <= i:
        contact = around.contact(line, low, source, i, high, frames)
        if contact is not None:
            return verb.relation("contact", contact[0], None, contact[1])
    return None


_CLAUSES = frozenset({"that", "np", "np-as", "as"})


def _seeming(verb: _Verb, source: Range, found: said.Found | None) -> Relation | None:
    """``The road seems safe``: the subject is part of what seems so, but for "it"."""
    line, _, i, high, form, group, negated = verb
    content: tuple[Range, ...]
    if found is not None and found.content:
        content = found.content if line.words[source[0]].lower() == "it" else (source, *found.content)
    elif i + 1 < high and line.tags[i + 1] in "NJEGRSv":
        content = (source, (i + 1, ends.clause_end(line, i + 1, high, phrase=True)))
    else:
        return None
    return Relation("seeming", (group, i + 1), form.verb.lemma, form.verb.stance, negated, None, content)
