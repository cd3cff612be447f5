"""One sentence to its relations: each cue in turn, its source, and what was said."""

from __future__ import annotations

import re

from quotetrack.attribution import ends, gaps, inverted, states, subjects, unlisted, verbless, verbs
from quotetrack.attribution.hearsay import hearsay
from quotetrack.attribution.relations import CUE_LETTERS, Range, Relation
from quotetrack.phrases.lexicon import CUE_FORMS, CueForm
from quotetrack.phrases.words import Line
from quotetrack.rules.words import PARTICLES

_VERBAL = re.compile(r"[VbsEGH]")

_NOMINAL = frozenset("NJv")  # letters of the other words that a cue may have: nouns and adjectives

_LAST = re.compile(r"[Vs]")  # what a cue that ends its sentence is


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
    if (tags[low] == "Q" or tags.find("LA", low, high) >= 0) and (heard := hearsay(line, low, high)) is not None:
        return [heard]
    if tags.startswith("Qv", low) and (answer := verbless.came(line, low, high)) is not None:
        return [answer]
    out: list[Relation] = []
    covered = low  # the content of what was found reaches so far
    if words[low] == "In":
        covered = _polled(line, low, high, out)
    for i in _candidates(line, low, high):
        if i < covered:
            continue
        word = words[i]
        form = CUE_FORMS.get(word.lower()) if tags[i] in CUE_LETTERS else None
        if form is not None:
            relation = _of_verb(line, low, i, high, form, out)
            if relation is None and not form.frames & _SPEAKING and word.endswith("ed"):
                relation = unlisted.read(line, low, i, high)  # “Is it?” the host pressed.
        elif tags[i] == "H":
            relation = verbless.noun_cue(line, low, i, high) if i > low else None
        elif word in verbless.OTHERS:
            relation = _of_other(line, low, i, high)
        elif word in _ACCORDING:
            relation = verbless.according(line, low, i, high)
        elif word.endswith("ed") and tags[i] in CUE_LETTERS:
            relation = unlisted.read(line, low, i, high)
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


def _candidates(line: Line, low: int, high: int) -> list[int]:
    """Where a cue may stand: at verbs, at "that", and at the nouns and adjectives that are cues."""
    tags = line.tags
    places = [m.start() for m in _VERBAL.finditer(tags, low, high)]
    words = line.words[low:high]
    if verbless.OTHERS.isdisjoint(words):
        return places
    others = [
        place
        for place, word in enumerate(words, low)
        if (word in verbless.OTHERS or word in _ACCORDING) and tags[place] in _NOMINAL
    ]
    return sorted(places + others) if others else places


def _polled(line: Line, low: int, high: int, out: list[Relation]) -> int:
    """How far a poll that opens the sentence ("In a new poll, …") tells what it found, or ``low``."""
    if _final_cue(line, low, high) != 0:
        return low
    polled = verbless.in_poll(line, low, high)
    return _take(line, out, polled, low) if polled is not None else low


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


_SPEAKING = frozenset({"q", "q~"})
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
        particles = _GOES if form.verb.lemma == "go" else PARTICLES
        particle = i + 1 < high and line.words[i + 1] in particles
        if particle:
            form = form._replace(frames=frames | {"q", "that"})
        elif len(frames) == 1:
            return None
    relation = states.read(line, low, i, high) if tag in "VE" and word in states.WORDS else None
    if relation is None:
        relation = verbs.read(line, low, i, high, form, done)
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
    reach = relation.content[-1][1]
    for _, end in relation.content:
        if end > reach:
            reach = end
    return None if _is_reported(line, low, high, relation.cue[0] + 1, reach) else relation


def _is_reported(line: Line, low: int, high: int, start: int, end: int) -> bool:
    """Whether the cue that ends the sentence stands between ``start`` and ``end``: it reports what is told there."""
    return _LAST.search(line.tags, start, end) is not None and start <= _final_cue(line, low, high) < end


_ACCORDING = frozenset(("according", "According"))

_AGAIN = frozenset("repeat reiterate retract withdraw".split())

_GOES = ("on",)  # "went up" tells nothing


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
            return i if inverted.subject_after(line, i + 1, high) is not None else 0
        if before == "Q":
            return 0  # behind a comma an apposition may end: "his aide, Ana Breck, said"
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
        out[:] = [r for r in out if not _holds(content, r.cue[0])]
    out.append(relation)
    for _, end in content:
        if end > reach:
            reach = end
    if relation.source is not None:
        told = _told_end(line, *relation.source, relation.cue[1])
        if told > reach:
            reach = told
    return reach if reach > covered else covered


def _holds(content: tuple[Range, ...], place: int) -> bool:
    """Whether a place stands in a content."""
    for start, end in content:
        if start <= place < end:
            return True
    return False


def _told_end(line: Line, start: int, end: int, cue: int) -> int:
    """Where a source ends for who looks for more cues: before ", who", behind which it may tell more of its own."""
    who = line.tags.find(",W", start, end) if start >= cue else -1
    return end if who < 0 else who + 1
