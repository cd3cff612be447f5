"""Quotations that no cue's content reaches: by the words of their sentence that come nearest."""

from __future__ import annotations

from quotetrack.attribution import inverted, sources, subjects, voices
from quotetrack.attribution.relations import CUE_LETTERS, FINITE, Range, Relation
from quotetrack.phrases import nouns
from quotetrack.phrases.forms import names_people
from quotetrack.phrases.lexicon import CUE_FORMS, CueForm
from quotetrack.phrases.words import Line
from quotetrack.records import Stance
from quotetrack.rules.words import BE, POSSESSIVES


def worded(line: Line, low: int, high: int, place: int) -> Relation | None:
    """Whose words the sentence says that a quotation is, with no verb of saying."""
    return _in_words_of(line, low, place) or voices.voiced(line, low, high, place)


def governed(line: Line, low: int, high: int, place: int, relations: list[Relation]) -> Relation | None:
    """The relation of a quotation that no cue's content reaches: by the words of its sentence that come nearest.

    The last cue before it, else the subject of the verb before it, else the cue behind it, else a possessor ("his").
    """
    tags, words = line.tags, line.words
    content = ((place, place + 1),)
    named = worded(line, low, high, place)
    if named is not None:
        return named._replace(content=content)
    if place - 1 > low and tags[place - 1] == ":":
        relation = announced(line, low, place - 1)
        if relation is not None:
            return relation._replace(content=content)
    for relation in reversed(relations):
        if relation.source is not None and relation.cue[0] < place:
            own = _own_cue(line, max([relation.cue[1], *(e for _, e in relation.content if e <= place)]), place)
            return own or relation._replace(rule="near cue", content=content, frame=())
    near = _near_verb(line, low, place, relations, telling=True)
    near = near or _near_verb(line, low, place, relations, telling=False)
    if near is not None:
        return near
    for relation in relations:
        if relation.source is not None:
            return relation._replace(rule="near cue", content=content, frame=())
    if place > low and tags[place - 1] == "T" and words[place - 1].lower() in POSSESSIVES:
        return Relation("possessor", (place - 1, place), "'s", Stance.STATES, False, (place - 1, place), content)
    start = low
    while start < place and tags[start] in "CR,":
        start += 1
    end = nouns.after_with_tail(line, start, place)
    if end > start and end < place and tags[start] in "PTO" and tags[end] not in ",-":
        return Relation("near verb", (end, end + 1), words[end].lower(), Stance.STATES, False, (start, end), content)
    return None


def called(line: Line, low: int, place: int) -> Relation | None:
    """``what Kim called the "Q"`` · ``whom Lee saw as "Q"``: the relation of that verb, in another's content too."""
    tags, words = line.tags, line.words
    k = place - 1
    while k > low and (tags[k] == "T" or words[k] == "as"):
        k -= 1
    form = CUE_FORMS.get(words[k].lower()) if tags[k] in "VvsEb" else None
    if form is None or "np-as" not in form.frames:
        return None
    group = subjects.group_start(line, low, k)
    source = subjects.subject_before(line, low, group)
    if source is None or source[0] - 1 < low or tags[source[0]] == "W":
        return None
    if words[source[0] - 1].lower() not in _OBJECTS:
        beside = subjects.beside_noun(line, low, source) if source[1] == group else None
        if beside is None:
            return None
        source = beside
    return _called_so(form, (group, k + 1), source, place)


_OBJECTS = frozenset("what which whom who".split())  # they stand for what is called so


def in_relative(line: Line, start: int, place: int) -> Relation | None:
    """``cited a letter in which Kim warned of "Q"``: the words of the one who wrote it."""
    tags, words = line.tags, line.words
    for k in range(place - 1, max(start, place - 8), -1):
        if tags[k] in ",;:QC":
            return None
        form = CUE_FORMS.get(words[k].lower()) if tags[k] in "Vsvb" else None
        if form is None:
            continue
        group = subjects.group_start(line, start, k)
        source = subjects.subject_before(line, start, group)
        if source is None or tags[source[0] - 2 : source[0]] != "IW":
            return None
        return _called_so(form, (group, k + 1), source, place)
    return None


def _called_so(form: CueForm, cue: Range, source: Range, place: int) -> Relation:
    return Relation("np-as", cue, form.verb.lemma, form.verb.stance, False, source, ((place, place + 1),))


def _near_verb(line: Line, low: int, place: int, relations: list[Relation], *, telling: bool) -> Relation | None:
    """The verb before a quotation and its subject: with ``telling``, a cue or a verb right behind its subject."""
    tags, words = line.tags, line.words
    low = subjects.main_start(line, low, place)
    for k in range(place - 1, low - 1, -1):
        if tags[k] not in CUE_LETTERS and tags[k] not in FINITE:
            continue
        form = CUE_FORMS.get(words[k].lower())
        beside = tags[k] in "VvE" and k > low and tags[k - 1] in "NPOR"
        if (form is None and not beside) if telling else tags[k] not in FINITE:
            continue
        group = subjects.group_start(line, low, k)
        lemma, stance = (form.verb.lemma, form.verb.stance) if form else (words[k].lower(), Stance.STATES)
        made = Relation("near verb", (group, k + 1), lemma, stance, False, None, ((place, place + 1),))
        passive = _is_passive(line, group, k)
        if telling and passive:
            return made._replace(source=_by_whom(line, k + 1, place))
        source = sources.subject(line, low, group, k, relations, tags[k])
        if not telling or (source is not None and _is_no_subject(line, source)):
            source = subjects.main_subject(line, low, k + 1) or source
        if source is None or source[1] > k or tags[source[0]] == "H" or _is_no_subject(line, source):
            return None
        if passive and not _is_somebody(line, source):
            return made  # "the death is treated as “suspicious”"
        return made._replace(source=voices.speaker_of(line, source))
    return None


def _is_somebody(line: Line, source: Range) -> bool:
    """Whether the words can name a person: a name, a pronoun, or a noun for people."""
    first = line.tags[source[0] : source[1]].partition(",")[0]
    return "P" in first or "O" in first or names_people(line.words[source[0] + len(first) - 1].lower())


def _is_passive(line: Line, group: int, verb: int) -> bool:
    """Whether what stands before the quotation is told of the subject, not by it: "is seen as", "was told to"."""
    return line.tags[verb] in "VE" and any(word in BE for word in line.words[group:verb])


def _by_whom(line: Line, start: int, place: int) -> Range | None:
    """The one behind "by" between a passive verb and the quotation."""
    for k in range(start, min(place, start + 6)):
        if line.words[k] == "by":
            return inverted.subject_after(line, k + 1, place)
    return None


def _is_no_subject(line: Line, source: Range) -> bool:
    """Whether the words are a bare adjective, participle or singular noun, which no subject is: "loud", "pun"."""
    last = line.words[source[1] - 1]
    if not line.tags[source[0] : source[1]].strip("D") or last == "there":
        return True  # "when he was 12", "there were"
    bare = not line.tags[source[0] : source[1]].strip("NJERGb")
    return bare and (not last.endswith("s") or last.endswith("ss")) and last not in _PLURALS


_PLURALS = frozenset("people police women men children media".split())


def _own_cue(line: Line, start: int, place: int) -> Relation | None:
    """The last cue between another's content and the quotation at ``place``, if it has a subject of its own there."""
    for k in range(place - 1, start, -1):
        form = CUE_FORMS.get(line.words[k].lower()) if line.tags[k] in CUE_LETTERS else None
        if form is None:
            continue
        group = subjects.group_start(line, start, k)
        source = subjects.subject_before(line, start, group)
        if source is None or line.tags[source[0]] in "WH":
            return None
        verb = form.verb
        return Relation("near cue", (group, k + 1), verb.lemma, verb.stance, False, source, ((place, place + 1),))
    return None


def _in_words_of(line: Line, low: int, place: int) -> Relation | None:
    """``in the words of Kim, “…”`` · ``in Kim's words, “…”``."""
    words = line.words
    opening = (low + 2,) if words[low : low + 3] == ["In", "the", "words"] else ()  # "… of one who was there, it was"
    for k in (*range(place - 1, max(low, place - 12), -1), *opening):
        if words[k] != "words":
            continue
        if k + 1 < place and words[k + 1] == "of":
            source = inverted.subject_after(line, k + 2, place)
        elif line.tags[k - 1] == "Z":
            start = nouns.before(line, low, k - 1)
            source = (start, k) if start < k - 1 else None
        else:
            source = (k - 1, k) if words[k - 1].lower() in POSSESSIVES else None
        if source is not None:
            return Relation("words of", (k, k + 1), "words", Stance.STATES, False, source, ())
    return None


def announced(line: Line, low: int, colon: int) -> Relation | None:
    """Who is about to speak before the colon at ``colon``: the subject of the last cue before it or of the sentence."""
    tags, words = line.tags, line.words
    label = nouns.before(line, low, colon)
    if label < colon and tags[label] == "P" and (label == low or tags[label - 1] in "-:"):
        says = label == low and label + 1 < colon and "q" in _frames(words[label])  # "Adds Kim:"
        who = voices.speaker_of(line, (label + says, colon))
        return Relation("colon", (colon, colon + 1), ":", Stance.STATES, False, who, ())
    for k in range(colon - 1, low - 1, -1):
        if tags[k] in "VvAs" and words[k].lower() not in CUE_FORMS:
            break
        form = CUE_FORMS.get(words[k].lower()) if tags[k] in CUE_LETTERS else None
        if form is None or not form.frames & {"q", "np-that"}:
            continue
        group = subjects.group_start(line, low, k)
        source = sources.subject(line, low, group, k, [], tags[k])
        if source is None and tags[k] in "Vs":
            source = inverted.subject_after(line, k + 1, colon)
        if source is not None and tags[source[0]] == "W" and words[source[0] - 1] == "those" and k + 1 < colon:
            continue  # "had a message for those who doubt Lowe:"
        if source is not None:
            return Relation("colon", (group, k + 1), form.verb.lemma, form.verb.stance, False, source, ())
    source = _from_whom(line, low, colon) or _label_before_aside(line, low, colon)
    source = source or subjects.nearest_subject(line, low, colon)
    source = source or voices.whose(line, low, colon)  # "His first words to the press:"
    if source is None:
        start = low
        if tags[low] in "IR" or words[low].lower() in ("from", "per", "via"):
            start += 1
        end = nouns.after_with_tail(line, start, colon, all_links=True)
        if end == start or end < colon - 3:
            return None
        name = nouns.after(line, start, end)
        if tags[start:name].strip("P") == "" and words[name : name + 1] == ["on"]:
            end = name  # "Kim on the plan:"
        source = (start, end)
    source = voices.speaker_of(line, source)
    return Relation("colon", (colon, colon + 1), ":", Stance.STATES, False, source, ())


def _frames(word: str) -> frozenset[str]:
    """What the verb of a form takes; nothing where no list has it."""
    form = CUE_FORMS.get(word.lower())
    return form.frames if form is not None else frozenset()


def _label_before_aside(line: Line, low: int, colon: int) -> Range | None:
    """``Kim, in full flow:``: a name that opens the sentence, and no verb of its own."""
    tags, end = line.tags, low
    while end < colon and tags[end] == "P":
        end += 1
    alone = low < end and tags[end] == "," and FINITE.isdisjoint(tags[end:colon])
    return (low, end) if alone else None


def _from_whom(line: Line, low: int, colon: int) -> Range | None:
    """``One more, from a user called Ana:``: who stands behind "from", where no verb stands before it."""
    for k in range(colon - 2, max(low, colon - 9), -1):
        if line.words[k] == "from":
            came = line.words[k - 1] in ("came", "comes")  # "The answer came from Kim:"
            found = line.tags[k + 1] in "TP" and (came or not any(tag in FINITE for tag in line.tags[low:k]))
            end = max(nouns.after_with_tail(line, k + 1, colon), _called(line, k + 1, colon))
            return (k + 1, end) if found else None
    return None


def _called(line: Line, start: int, end: int) -> int:
    """The end of "a user called Ana", which reaches to the colon; else ``start``."""
    return end if any(word in ("called", "named", "known") for word in line.words[start:end]) else start


def cue_before(line: Line, low: int, place: int) -> bool:
    """Whether a form of a cue verb, or "according", stands in the sentence before ``place``."""
    tags, words = line.tags, line.words
    return "according" in words[low:place] or any(
        tags[k] in CUE_LETTERS and words[k].lower() in CUE_FORMS and CUE_FORMS[words[k].lower()].verb.lemma != "go"
        for k in range(low, place)
    )
