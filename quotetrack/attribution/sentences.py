"""One sentence to its relations: each cue in turn, its source, and what was said."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotetrack.attribution import around, contents, ends, gaps, passives, said, sources, states, subjects, verbless
from quotetrack.attribution.relations import CUE_LETTERS, FINITE, Range, Relation
from quotetrack.phrases import nouns
from quotetrack.phrases.forms import names_people
from quotetrack.phrases.lexicon import CUE_FORMS, CueForm
from quotetrack.phrases.words import Line
from quotetrack.records import Stance

_VERBAL = re.compile(r"[VbsEGH]")

_CANDIDATES = re.compile(r"[VbsEGNJHv]")  # where a cue may stand: verbs, nouns, adjectives, "that"

_LAST = re.compile(r"[Vs]")  # what a cue that ends its sentence is

_BE = frozenset("is are was were be been being am 's 're 'm".split())

_NEGATIONS = frozenset("not never hardly".split())


def read_sentence(line: Line, low: int, high: int) -> list[Relation]:
    """The relations of the words from ``low`` up to ``high``, in the order of their cues.

    None lies inside another's content, but what a document tells that somebody denies or confirms.
    """
    tags, words = line.tags, line.words
    if high - low == 1 and tags[low] == "Q":
        return []
    if _PLAIN.match(tags, low, high) is not None:
        plain = _plain(line, low, high)
        if plain is not None:
            return [plain]
    if tags.startswith("Qv", low) and (answer := verbless.came(line, low, high)) is not None:
        return [answer]
    out: list[Relation] = []
    covered = low  # the content of what was found reaches so far
    if words[low] == "In" and _final_cue(line, low, high) == 0:
        polled = verbless.in_poll(line, low, high)
        if polled is not None:
            covered = _take(line, out, polled, covered)
    search, at = (_VERBAL if verbless.OTHERS.isdisjoint(words[low:high]) else _CANDIDATES).search, low
    while (candidate := search(tags, at if at > covered else covered, high)) is not None:
        i = candidate.start()
        at = i + 1
        word = words[i]
        form = CUE_FORMS.get(word.lower()) if tags[i] in CUE_LETTERS else None
        if form is not None:
            relation = _of_verb(line, low, i, high, form, out)
        elif tags[i] == "H":
            relation = verbless.noun_cue(line, low, i, high) if i > low else None
        elif word in verbless.OTHERS:
            relation = _of_other(line, low, i, high)
        elif word in _ACCORDING:
            relation = verbless.according(line, low, i, high)
        elif word.endswith("ed") and tags[i] in CUE_LETTERS:
            relation = _unlisted(line, low, i, high)
        else:
            continue
        if relation is None:
            continue
        if not relation.content:
            out.append(relation)
            continue
        covered = _take(line, out, relation, covered)
        told = verbless.told_by_document(line, relation, high) if form is not None else None
        if told is not None:
            out.append(told)
    return out


# The most common sentence of all, of which nothing needs to be asked: “Q,” Kim said.
_PLAIN = re.compile(r"Q(?:O|P{1,3})[Vs]\.\Z")


def _plain(line: Line, low: int, high: int) -> Relation | None:
    """The relation of a quotation, a name or pronoun and a verb; None where the verb is no plain verb of saying."""
    i = high - 2
    word = line.words[i].lower()
    form = CUE_FORMS.get(word)
    if form is None or "q" not in form.frames or form.verb.lemma in _NOT_PLAIN or word in states.WORDS:
        return None
    verb, frames, content = form.verb, form.frames, ((low, low + 1),)
    return Relation("before", (i, i + 1), verb.lemma, verb.stance, False, (low + 1, i), content, frames=frames)


_NOT_PLAIN = frozenset({"quote", "cite", "hear"})


def _of_other(line: Line, low: int, i: int, high: int) -> Relation | None:
    """The relation of an adjective or a noun that is a cue; None where the words it leads to are reported."""
    relation = verbless.other_cue(line, low, i, high)
    if relation is None or line.tags[i] in CUE_LETTERS:
        return relation
    return None if _is_reported(line, low, high, low + 1, relation.content[-1][1]) else relation


def _of_verb(line: Line, low: int, i: int, high: int, form: CueForm, done: list[Relation]) -> Relation | None:
    """The relation of a form of a cue verb, with its particle; None where another's words tell that it was said."""
    tag, word, frames = line.tags[i], line.words[i], form.frames
    particle = False
    if "q~" in frames:
        particles = _GOES if form.verb.lemma == "go" else _PARTICLES
        particle = i + 1 < high and line.words[i + 1] in particles
        if particle:
            form = form._replace(frames=frames | {"q", "that"})
        elif len(frames) == 1:
            return None
    relation = states.read(line, low, i, high) if tag in "VE" and word in states.WORDS else None
    if relation is None:
        relation = _read_cue(line, low, i, high, form, done)
    if relation is not None and relation.rule == "np" and relation.lemma in _AGAIN:
        that = line.tags.find("H", i, min(high, i + 5))
        if that > 0 and verbless.noun_cue(line, low, that, high) is not None:
            return None  # "did not repeat her claim that": what she claimed is her claim
    if particle and relation is not None and relation.cue[1] == i + 1:
        relation = relation._replace(cue=(relation.cue[0], i + 2))
    if (relation is None or not relation.content) and tag in "EVG" and word in verbless.OTHERS:
        relation = verbless.other_cue(line, low, i, high) or relation
    if relation is None or not relation.content:
        return relation
    reach = max([end for _, end in relation.content])
    return None if _is_reported(line, low, high, relation.cue[0] + 1, reach) else relation


def _is_reported(line: Line, low: int, high: int, start: int, end: int) -> bool:
    """Whether the cue that ends the sentence stands between ``start`` and ``end``: it reports what is told there."""
    return _LAST.search(line.tags, start, end) is not None and start <= _final_cue(line, low, high) < end


_ACCORDING = frozenset(("according", "According"))

_QUOTING = frozenset({"quote", "cite"})

_AGAIN = frozenset("repeat reiterate retract withdraw".split())

_GOES = ("on",)  # "went up" tells nothing

_PARTICLES = frozenset("back out up off in on".split())


def _unlisted(line: Line, low: int, i: int, high: int) -> Relation | None:
    """``“Q,” the envoy averred.``: a verb that no list has, where nothing but a verb of saying can stand.

    The quotation before it ends in a comma, ? or !, its subject stands beside it, and it has no object.
    """
    tags, word = line.tags, line.words[i].lower()
    if i == low:
        return None
    quote = tags.rfind("Q", max(low, i - 36), i)
    if quote > low and tags[quote - 1] == "I":
        return None  # 'chants of "Out!" filled the hall'
    if quote < 0 or (line.image[line.quotes[quote].end - 1] not in ",?!" and tags[quote + 1] != ","):
        return None
    content = around.content_before(line, low, quote + 1)
    if content is None:
        return None
    if tags[i - 1] == "Q" or (tags[i - 1] == "," and i - 2 == quote):
        source = subjects.subject_after(line, i + 1, high)
        end = source[1] if source is not None else i
        if source is None or around.is_object(line, source, high):
            return None
    else:
        source, end = subjects.between(line, quote, subjects.group_start(line, low, i)), i + 1
        if source is None or tags[i - 1] in "A" or (tags[i - 1] == "," and _says_later(line, i, high)):
            return None
    stop = gaps.skip_frame(line, end, high)
    whole = tags[quote - 1 : quote] in ("", ".", "!") or quote == low
    further = whole and stop < high and tags[stop] in "IL"  # "…," the envoy riffed on the plan
    if not (further or around.stops(line, stop, high)) or (stop < high and tags[stop] == "H"):
        return None
    doubled = word[-3] == word[-4:-3] and word[-3] not in "fsz"  # chin, chinned, but riff, riffed
    lemma = word[:-3] + "y" if word.endswith("ied") else word[:-3] if doubled else word[:-2]
    made = Relation("unlisted verb", (i, i + 1), lemma, Stance.STATES, False, source, content, frames=_UNLISTED)
    return around.with_rest(line, made, high, stop)


_UNLISTED = frozenset({"q"})


def _final_cue(line: Line, low: int, high: int) -> int:
    """The place of a cue that ends the sentence and governs all before it (``…, Kim said Friday.``); 0 for none."""
    tags, words = line.tags, line.words
    first = max(low + 1, high - 25)
    i = max(tags.rfind("V", first, high), tags.rfind("s", first, high))
    if i < 0 or tags.find("Q", i, high) >= 0:
        return 0
    cue = CUE_FORMS.get(words[i].lower())
    if cue is None or "q" not in cue.frames:
        return 0
    before = tags[i - 1]
    if before == "Q" or before == ",":
        if ends.ends_with_comma(line, i - 1) if before == "Q" else i + 1 < high and tags[i + 1] in "TPO":
            return i if subjects.subject_after(line, i + 1, high) is not None else 0
        return 0
    end = gaps.skip_frame(line, i + 1, high)
    if not (end >= high or tags[end] in ".!"):
        return 0
    source = subjects.subject_before(line, low, subjects.group_start(line, low, i))
    if source is None or source[0] <= low:
        return 0
    edge = source[0] - 1
    return i if tags[edge] == "," or (tags[edge] == "Q" and ends.ends_with_comma(line, edge)) else 0


def _take(line: Line, out: list[Relation], relation: Relation, covered: int) -> int:
    """Add a relation; those whose cue lies inside its content give way."""
    content, reach = relation.content, relation.cue[1]
    if out:
        out[:] = [r for r in out if not any(s <= r.cue[0] < e for s, e in content)]
    out.append(relation)
    for _, end in content:
        reach = max(reach, end)
    if relation.source is not None:
        reach = max(reach, _told_end(line, *relation.source, relation.cue[1]))
    return max(covered, reach)


def _told_end(line: Line, start: int, end: int, cue: int) -> int:
    """Where a source ends for who looks for more cues: before ", who", behind which it may tell more of its own."""
    who = line.tags.find(",W", start, end) if start >= cue else -1
    return end if who < 0 else who + 1


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


def _read_cue(line: Line, low: int, i: int, high: int, form: CueForm, done: list[Relation]) -> Relation | None:
    """The relation of the cue verb at ``i``, or None where the words around it make none."""
    tags, words = line.tags, line.words
    shape = tags[i]
    group = subjects.group_start(line, low, i)
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
    if past and not helpers and form.frames & _TAKING and passives.has_agent(line, low, i, high):
        return passives.passive(line, low, i, i, high, form, False)  # "the deal, hailed as “historic” by ministers,"
    if shape == "E" and form.shape == "en" and not helpers:
        return None
    negated = bool(helpers) and any(w in _NEGATIONS or w.endswith("n't") for w in helpers)
    is_passive = past and shape != "G" and helpers and any(w.lower() in _BE for w in helpers)
    if is_passive and not _perfect(line, group, i, form):
        return passives.passive(line, low, group, i, high, form, negated)
    verb = _Verb(line, low, i, high, form, group, negated)
    if verb.quotes and shape in "Vs":
        inverted = _inverted(verb)
        if inverted is not None:
            return inverted
    source = _source(verb, done)
    if source is None:
        return passives.asked(line, low, i, high) if form.verb.lemma == "ask" and form.shape == "ed" else None
    if past and not verb.quotes and "np-as" in form.frames and passives.reduced(line, group, i, high, source):
        return verb.relation("agentless", None, None, ((i + 1, ends.clause_end(line, i + 1, high, phrase=True)),))
    if verb.quotes and tags[source[0]] != "W":
        aside = around.aside(line, low, i, high, source)
        if aside is not None:
            return verb.relation("aside", source, None, *aside)
        settled, made = _content_first(verb, source, done)
        if settled:
            return made
    elif "that" in form.frames and shape in "Vsb":
        settled, made = _content_first(verb, source, done)
        if made is not None:
            return made
    return _content_last(verb, source)


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


def _inverted(verb: _Verb) -> Relation | None:
    """``"…," said Kim`` · ``Said Kim, "…"``: the subject stands behind its verb."""
    line, low, i, high, form, group, _ = verb
    tags = line.tags
    if group == i and form.verb.lemma not in passives.TELLS and (i == low or tags[i - 1] in ",Q-!"):
        before = around.content_before(line, low, i)
        if before is not None and i + 1 < high and tags[i + 1] in "TPNJODEb":
            source = subjects.subject_after(line, i + 1, high)
            quoted = tags[i - 1] == "Q" and ends.ends_with_comma(line, i - 1)
            names = source is not None and (tags[i - 1] == "Q" or _names_somebody(line, source, form))
            if source is not None and names and (quoted or not around.is_object(line, source, high)):
                return around.with_rest(line, verb.relation("inverted", source, None, before), high, source[1])
    opening = around.opening(line, i, high) if i == low else None
    return verb.relation("inverted", *opening) if opening is not None else None


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
    if tags[i] == "V" and tags[group - 1] == "," and _says_later(line, i, high):
        return True, None  # "Q," the report, released on Monday, said
    before = around.content_before(line, low, source[0] if source[0] < i else group)
    if before is None:
        return False, None
    found = contents.content_after(line, i, high, form.frames)
    if found is not None and found.content and _in_opening(line, low, before):
        return False, None
    after_q = 0 < source[0] < i and tags[source[0] - 1] == "Q"
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
    end = gaps.skip_frame(line, i + 1, high)
    if found is not None and found.addressee is not None:
        end = gaps.skip_frame(line, max(end, found.addressee[1]), high)
    if found is not None and found.content:
        before = before + found.content
        end = found.content[-1][1]
    elif not (after_q or around.stops(line, end, high) or line.words[end] in _MEANWHILE):
        return True, None
    made = verb.relation("before", source, found, before, ((i + 1, end),) if end > i + 1 else ())
    return True, around.with_rest(line, made, high, end)


def _says_later(line: Line, i: int, high: int) -> bool:
    """Whether a verb of saying stands behind the comma that ends the aside which the participle at ``i`` opens."""
    comma = line.tags.find(",", i, min(high, i + 12))
    return 0 < comma < high - 1 and line.words[comma + 1] in _SAYS and line.tags[comma - 1] != "Q"


_SAYS = frozenset("said says told tells added wrote".split())


def _in_opening(line: Line, low: int, content: tuple[Range, ...]) -> bool:
    """Whether a quotation before the subject is the opening's: ``Asked if it was "safe," Kim said no``."""
    tags, quote = line.tags, content[0][1] - 1
    opens = tags[low] in "GEISV" and quote > low and tags[quote] == "Q" and tags[quote - 1] not in ",:-"
    return opens and line.image[line.quotes[quote].start].islower()


def _content_last(verb: _Verb, source: Range) -> Relation | None:
    """``Kim said …``: what was said stands behind the cue."""
    line, low, i, high, form, group, negated = verb
    tags, frames = line.tags, form.frames
    between_commas = tags[i] == "G" and source[1] < group and tags[group - 1] == ","
    if between_commas or tags[source[0]] == "W":
        limit = around.relative_end(line, 0 if between_commas else source[0], i, high, frames)
    elif source[0] > i:
        limit = source[0]  # "Noting that it was late, Kim left"
    else:
        limit = ends.clause_limit(line, low, source[0], i, high)
    if form.verb.lemma == "find" and not _STUDIES.isdisjoint(line.words[slice(*source)]):
        frames = frames | {"np"}  # a survey finds a lead; a hiker finds a purse
    found = contents.content_after(line, i, limit, frames)
    if found is not None:
        found = around.after_colon(line, found)
    empty = found is None or not found.content
    if frames & _CLAUSES and source[0] > low:
        if empty and line.words[source[0] - 1].lower() == "as":
            noted = around.as_noted(line, low, source[0] - 1, i, high)
            if noted is not None:
                return verb.relation("as", source, None, noted)
        if tags[source[0] - 1] in "WH" and source[1] <= i:
            of_which = around.of_which(line, source[0] - 1, i, high, frames)
            if of_which is not None:
                return verb.relation("relative", source, None, of_which)
    if empty and source[0] > low and source[1] <= i:
        contact = around.contact(line, low, source, i, high, frames)
        if contact is not None:
            return verb.relation("contact", contact[0], None, contact[1])
    if empty and form.verb.lemma in _SEEMS and i + 1 < high and tags[i + 1] in "NJEGRSv":
        content: tuple[Range, ...] = (source, (i + 1, ends.clause_end(line, i + 1, high, phrase=True)))
        return Relation("seeming", (group, i + 1), form.verb.lemma, form.verb.stance, negated, None, content)
    if found is None or not found.content:
        opens = verb.quotes and source[0] < i and around.ends_open(line, i, high, found)
        return verb.relation("open", source) if opens else None
    if form.verb.lemma in _SEEMS:
        content = found.content if line.words[source[0]].lower() == "it" else (source, *found.content)
        return Relation("seeming", (group, i + 1), form.verb.lemma, form.verb.stance, negated, None, content)
    return verb.relation(found.frame_name, source, found)


_CLAUSES = frozenset({"that", "np", "np-as", "as"})
_MEANWHILE = frozenset("as when while after before during".split())


def _perfect(line: Line, group: int, i: int, form: CueForm) -> bool:
    """Whether "'s" is short for "has": "he's said the road is closed"."""
    if line.words[group] != "'s" or "that" not in form.frames or form.frames & _TAKING or form.verb.lemma == "know":
        return False
    return line.tags[i + 1 : i + 2] in ("H", "O", "T", "P", "N", "Q")

_STUDIES = frozenset("poll polls survey surveys study studies report audit inquiry analysis review researchers".split())

_SEEMS = frozenset({"seem", "appear"})  # it seems so to the writer: who seems so said nothing
