"""Cues that are no verbs: "according to", "her claim that", a report that tells, a poll, adjectives and nouns."""

from __future__ import annotations

import re

from quotetrack.attribution import ends, inverted, nominals, states, subjects
from quotetrack.attribution.relations import FINITE, Range, Relation
from quotetrack.phrases import nouns
from quotetrack.phrases.lexicon import CUE_FORMS, NOUN_FORMS
from quotetrack.phrases.words import Line
from quotetrack.records import Stance
from quotetrack.rules.words import POSSESSIVES


def in_poll(line: Line, low: int, high: int) -> Relation | None:
    """``In a new survey by the institute, most voters …``: the survey tells what follows the comma."""
    tags, words = line.tags, line.words
    comma = tags.find(",", low, min(high, low + 24))
    if comma < 0 or comma + 3 >= high or not any(words[k] in _POLLS for k in range(low + 1, comma)):
        return None
    source = (low + 1, comma)
    if tags[comma + 1] in "EV":  # "In the latest survey, conducted in May, most voters"
        comma = tags.find(",", comma + 1, min(high, comma + 12))
        if comma < 0 or comma + 3 >= high:
            return None
    end = ends.clause_end(line, comma + 1, high)
    if tags[comma + 1] not in "TPNJDOGR" or not ends.is_clause(line, comma + 1, end):
        return None
    if any(tag in "VvAs" for tag in tags[low:comma]):
        return None
    return Relation("in poll", (low, low + 1), "in", Stance.SHOWS, False, source, ((comma + 1, end),))


def in_poll_last(line: Line, low: int, i: int, high: int) -> Relation | None:
    """``Kim leads Lee by ten points in a new survey``: the survey tells the clause before it."""
    tags, words = line.tags, line.words
    start = i
    while start > low and i - start < 10 and tags[start - 1] in "NPJDTZEGR":
        start -= 1
    place = start - 1
    if place <= low or start == i or words[place] != "in" or (start == i - 1 and words[start] == "the"):
        return None  # "in the polls" is no survey
    begin = ends.clause_start(line, low, place)
    stop = place - (tags[place - 1] in ",-")
    told = tags[begin:stop]
    if stop - begin < 3 or told[0] not in "TPNJDO" or not ends.is_clause(line, begin, stop) or _LED.search(told):
        return None
    source = (start, nouns.after_with_tail(line, start, high))
    return Relation("in poll", (place, start), "in", Stance.SHOWS, False, source, ((begin, stop),))


_LED = re.compile(r"[WHSQ:;]|,C?[^,]*$")  # another clause stands between, or leads to it


_POLLS = frozenset("poll polls survey surveys".split())


def came(line: Line, low: int, high: int) -> Relation | None:
    """``“Q,” came the reply`` · ``“Q!” came a cry from the benches``: whom it came from said it, where that is told."""
    if line.words[low + 1] != "came" or line.tags[low + 2 : low + 3] != "T":
        return None
    end = nouns.after(line, low + 2, high)
    if line.words[end - 1] not in _UTTERANCES:
        return None
    source = (low + 2, end) if line.words[end - 1] == "voice" else None
    if line.words[end : end + 1] == ["from"]:
        stop = nouns.after_with_tail(line, end + 1, high)
        source = (end + 1, stop) if stop > end + 1 else source
    content = ((low, low + 1),)
    return Relation("inverted noun", (low + 1, end), "come", Stance.STATES, False, source, content)


_UTTERANCES = frozenset("reply answer response retort cry shout voice question".split())


def told_by_document(line: Line, relation: Relation, high: int) -> Relation | None:
    """``did not deny a report that …``: what the document tells is told by it, whatever the other makes of it."""
    start, end = relation.content[0]
    if line.words[start] not in ("a", "an", "the"):
        return None
    that = line.tags.find("H", start, min(end, start + 8))
    if that < 0 or that + 1 >= end or line.words[that - 1] not in _DOCUMENTS:
        return None
    if any(t in FINITE and t != "b" for t in line.tags[start:that]):
        return None
    noun, cue, told = line.words[that - 1], (that - 1, that), (that, ends.clause_end(line, that + 1, high))
    return Relation("document", cue, noun, Stance.STATES, False, (start, that), (told,), frames=_NOUN_FRAMES)


_DOCUMENTS = frozenset("report reports account accounts article articles story stories study poll survey leak".split())

OTHERS = states.WORDS | nominals.WORDS | _POLLS


def other_cue(line: Line, low: int, i: int, high: int) -> Relation | None:
    """The relation of an adjective or a noun that is a cue with what follows it ("critical of", "her call for")."""
    word = line.words[i]
    if word in _POLLS:
        return in_poll_last(line, low, i, high)
    relation = states.read(line, low, i, high) if word in states.WORDS else None
    if relation is None and word in nominals.WORDS:
        relation = nominals.read(line, low, i, high)
    return relation


def according(line: Line, low: int, i: int, high: int) -> Relation | None:
    """``according to S, …`` and ``…, according to S``."""
    tags, words = line.tags, line.words
    if i + 2 >= high or words[i + 1] != "to":
        return None
    cue = (i, i + 2)
    if i == low or (i == low + 1 and tags[low] in "CR"):
        # the source reaches to the comma before the clause
        found = inverted.subject_after(line, i + 2, high)
        if found is None:
            return None
        if found[1] >= high - 1:  # what looks like an apposition runs to the end: it is the clause
            found = (found[0], nouns.after_with_tail(line, i + 2, high, all_links=True))
        end = found[1]
        while end < high and tags[end] not in ",-":
            end += 1
        source = (found[0], min(end, high))
        start = end + 1
        if start >= high:
            return None
        clause = (start, ends.clause_end(line, start, high))
        return Relation("according first", cue, "according to", Stance.STATES, False, source, (clause,))
    found = inverted.subject_after(line, i + 2, high)
    if found is None:
        return None
    end = found[1]
    relative = "W" in tags[found[0] : end]
    while end < high and tags[end] not in ",.!;":  # what hangs on it
        relative = relative or tags[end] == "W"
        if tags[end] in "VvA" and not relative:
            break
        end += 1
    start = ends.clause_start(line, low, i)
    stop = i
    while stop > start and tags[stop - 1] in ",-":
        stop -= 1
    if stop <= start:
        return None
    return Relation("according", cue, "according to", Stance.STATES, False, (found[0], end), ((start, stop),))


def _lacks_object(line: Line, that: int, end: int) -> bool:
    """Whether the clause behind ``that`` ends in a verb that wants an object: the noun before it is that object."""
    last = end - 1
    if line.tags[last] not in "Vs" or not {"A", "S"}.isdisjoint(line.tags[max(that, last - 3) : last]):
        return False
    cue = CUE_FORMS.get(line.words[last].lower())
    return cue is not None and "np" in cue.frames


def noun_cue(line: Line, low: int, that: int, high: int) -> Relation | None:
    """``her claim that …`` · ``the warning by Lee that …``: the possessor or the one behind "by" is the source."""
    tags, words = line.tags, line.words
    k = that - 1
    source: Range | None = None
    if tags[k] == "," and k - 1 > low:
        k -= 1
    back = k
    while back > low + 1 and k - back < 7 and tags[back] in "NPMTDJ":  # "his statement on Wednesday that"
        back -= 1
        if tags[back] in "IS" and words[back] not in ("by", "from", "among") and words[back - 1].lower() in NOUN_FORMS:
            k = back - 1
            break
    for back in range(k, max(low, k - 8), -1):  # "the claim by Lee that"
        if words[back] in ("by", "from", "among") and tags[back - 1] == "N":
            start = back + 1
            end = nouns.after_with_tail(line, start, that)
            if end == k + 1 and end > start:
                source, k = (start, end), back - 1
            break
        if tags[back] not in "PNTJD":
            break
    if tags[that - 1] == "," and words[k - 1] == "without":
        return None  # "Kim said, without evidence, that"
    if tags[k - 1] == "M" and words[k - 2].lower() in POSSESSIVES:
        source = source or (k - 2, k - 1)  # "her March comment that"
    noun = NOUN_FORMS.get(words[k].lower()) if tags[k] in "Nbs" or (k > low and tags[k - 1] in "TJZ") else None
    if noun is None:
        return None
    start = min(nouns.before(line, low, k + 1), k)  # "claim" may look like a verb
    if source is None:
        possessor = tags.rfind("Z", start, k)
        if possessor > start:
            source = (start, possessor + 1)
        elif tags[start] == "T" and words[start].lower() in POSSESSIVES:
            source = (start, start + 1)
        elif start > low and tags[start - 1] in _HOLDS:  # "made the claim that"; but nobody's is "amid claims that"
            source = subjects.main_subject(line, low, start)
            if source is not None and words[source[0]].lower() in ("it", "there", "this", "that"):
                source = None
    end = ends.clause_end(line, that + 1, high)
    if _lacks_object(line, that, end):
        return None  # "a claim that Lee disputes"
    if not any(tag in FINITE for tag in tags[low:k]):
        end = ends.phrase_end(line, that, end)  # "her claim that it works | was wrong"
    cue = (min(start, k) if source is None or source[1] <= start else k, k + 1)
    return Relation("noun", cue, noun.lemma, noun.stance, False, source, ((that, end),), frames=_NOUN_FRAMES)


_HOLDS = frozenset("VvsbGEAN")

_NOUN_FRAMES = frozenset({"that"})
