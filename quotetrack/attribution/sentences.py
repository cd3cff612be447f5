"""One sentence to its relations: each cue in turn, its source, and what was said."""

from __future__ import annotations

import re

from quotetrack.attribution import contents, ends, nominals, states, subjects
from quotetrack.attribution.relations import Range, Relation
from quotetrack.phrases import nouns
from quotetrack.phrases.lexicon import CUE_FORMS, NOUN_FORMS, CueForm
from quotetrack.phrases.words import Line
from quotetrack.records import Stance

_CUE_LETTERS = frozenset("VbsEG")
_VERBAL = re.compile(r"[VbsEGH]")
_CANDIDATES = re.compile(r"[VbsEGNJHv]")  # where a cue may stand: verbs, nouns, adjectives, "that"
_FINITE = frozenset("VvAsbE")
_BE = frozenset("is are was were be been being am 's 're 'm".split())
_NEGATIONS = frozenset("not never n't no hardly".split())


def read_sentence(line: Line, low: int, high: int) -> list[Relation]:
    """The relations of the words from ``low`` up to ``high``, in the order of their cues.

    None lies inside another's content, but what a document tells that somebody denies or confirms.
    """
    tags, words = line.tags, line.words
    out: list[Relation] = []
    final = _final_cue(line, low, high)
    covered = low  # the content of what was found reaches so far
    if words[low] == "In" and final == 0:
        relation = _in_poll(line, low, high)
        if relation is not None:
            covered = _take(out, relation, covered)
    search, at = (_VERBAL if OTHERS.isdisjoint(words[low:high]) else _CANDIDATES).search, low
    while True:
        candidate = search(tags, at if at > covered else covered, high)
        if candidate is None:
            break
        i = candidate.start()
        at = i + 1
        tag = tags[i]
        if tag in "NJv":
            if words[i] in OTHERS:
                relation = _other_cue(line, low, i, high)
                if relation is not None and not (final and relation.content[-1][1] > final):
                    covered = _take(out, relation, covered)
            continue
        if tag == "H":
            relation = _noun_cue(line, low, i, high) if i > low else None
            if relation is not None:
                covered = _take(out, relation, covered)
            continue
        cue = CUE_FORMS.get(words[i].lower())
        if cue is None:
            if words[i] in ("according", "According"):
                relation = _according(line, low, i, high)
            else:
                relation = _other_cue(line, low, i, high) if words[i] in OTHERS else _unlisted(line, low, i, high)
            if relation is not None:
                covered = _take(out, relation, covered)
            continue
        particle = "q~" in cue.frames and i + 1 < high and words[i + 1] in (_GOES if cue.verb.lemma == "go" else _PARTICLES)
        if particle:
            cue = cue._replace(frames=cue.frames | {"q", "that"})
        elif len(cue.frames) == 1 and "q~" in cue.frames:
            continue
        relation = states.read(line, low, i, high) if tag in "VE" and words[i] in states.WORDS else None
        if relation is None:
            relation = _read_cue(line, low, i, high, cue, out)
        if relation is not None and relation.rule == "np" and relation.lemma in _AGAIN:
            that = tags.find("H", i, min(high, i + 5))
            if that > 0 and _noun_cue(line, low, that, high) is not None:
                continue  # "did not repeat her claim that": what she claimed is her claim
        if particle and relation is not None and relation.cue[1] == i + 1:
            relation = relation._replace(cue=(relation.cue[0], i + 2))
        if (relation is None or not relation.content) and words[i] in OTHERS and tags[i] in "EVG":
            relation = _other_cue(line, low, i, high) or relation
        if relation is not None and not relation.content:
            out.append(relation)
        elif relation is not None:
            if final and relation.cue[0] < final and any(e > final for _, e in relation.content):
                continue  # what it reports is itself reported, by the cue that ends the sentence
            covered = _take(out, relation, covered)
            told = _told_by_document(line, relation, high)
            if told is not None:
                out.append(told)
    return out


_AGAIN = frozenset("repeat reiterate retract withdraw".split())


def _in_poll(line: Line, low: int, high: int) -> Relation | None:
    """``In a new survey by the institute, most voters …``: the survey tells what follows the comma."""
    tags, words = line.tags, line.words
    comma = tags.find(",", low, min(high, low + 24))
    if comma < 0 or comma + 3 >= high or not any(words[k] in _POLLS for k in range(low + 1, comma)):
        return None
    end = ends.clause_end(line, comma + 1, high)
    if tags[comma + 1] not in "TPNJDOG" or not ends.is_clause(line, comma + 1, end):
        return None
    if any(tag in "VvAs" for tag in tags[low:comma]):
        return None
    return Relation("in poll", (low, low + 1), "in", Stance.SHOWS, False, (low + 1, comma), ((comma + 1, end),))


_POLLS = frozenset("poll polls survey surveys".split())


def _told_by_document(line: Line, relation: Relation, high: int) -> Relation | None:
    """``did not deny a report that …``: what the document tells is told by it, whatever the other makes of it."""
    start, end = relation.content[0]
    if line.words[start] not in ("a", "an", "the"):
        return None
    that = line.tags.find("H", start, min(end, start + 8))
    if that < 0 or that + 1 >= end or line.words[that - 1] not in _DOCUMENTS or any(t in _FINITE and t != "b" for t in line.tags[start:that]):
        return None
    cue, told = (that - 1, that), (that, ends.clause_end(line, that + 1, high))
    return Relation("document", cue, line.words[that - 1], Stance.STATES, False, (start, that), (told,), frames=_NOUN_FRAMES)


_DOCUMENTS = frozenset("report reports account accounts article articles story stories study poll survey leak".split())


OTHERS = states.WORDS | nominals.WORDS


def _other_cue(line: Line, low: int, i: int, high: int) -> Relation | None:
    """The relation of an adjective or a noun that is a cue with what follows it ("critical of", "her call for")."""
    word = line.words[i]
    relation = states.read(line, low, i, high) if word in states.WORDS else None
    if relation is None and word in nominals.WORDS:
        relation = nominals.read(line, low, i, high)
    return relation


_GOES = ("on",)  # "went up" tells nothing
_PARTICLES = frozenset("back out up off in on".split())


def _unlisted(line: Line, low: int, i: int, high: int) -> Relation | None:
    """``“Q,” the envoy averred.``: a verb that no list has, where nothing but a verb of saying can stand.

    The quotation before it ends in a comma, ? or !, its subject stands beside it, and it has no object.
    """
    tags, word = line.tags, line.words[i].lower()
    if not word.endswith("ed") or i == low:
        return None
    quote = tags.rfind("Q", max(low, i - 36), i)
    if quote < 0 or line.image[line.quotes[quote].end - 1] not in ",?!" and tags[quote + 1] != ",":
        return None
    content = _content_before(line, low, quote + 1)
    if content is None:
        return None
    if tags[i - 1] == "Q" or (tags[i - 1] == "," and i - 2 == quote):
        source = subjects.subject_after(line, i + 1, high)
        end = source[1] if source is not None else i
        if source is None or _is_object(line, source, high):
            return None
    else:
        source, end = subjects.between(line, quote, subjects.group_start(line, low, i)), i + 1
        if source is None or tags[i - 1] in "A":
            return None
    stop = contents.skip_frame(line, end, high)
    if not _stops(line, stop, high) or (stop < high and tags[stop] == "H"):
        return None
    lemma = word[:-3] + "y" if word.endswith("ied") else word[:-3] if word[-3] == word[-4:-3] else word[:-2]
    made = Relation("unlisted verb", (i, i + 1), lemma, Stance.STATES, False, source, content, frames=_UNLISTED)
    return _with_rest(line, made, high, stop)


_UNLISTED = frozenset({"q"})


def _final_cue(line: Line, low: int, high: int) -> int:
    """The place of a cue that ends the sentence and governs all before it (``…, Kim said Friday.``); 0 for none."""
    tags, words = line.tags, line.words
    for i in range(high - 1, max(low, high - 26), -1):
        if tags[i] == "Q":
            return 0
        if tags[i] not in "Vs":
            continue
        cue = CUE_FORMS.get(words[i].lower())
        if cue is None or "q" not in cue.frames:
            return 0
        before = tags[i - 1] if i > low else ""
        if before == "Q" or before == ",":
            if ends.ends_with_comma(line, i - 1) if before == "Q" else i + 1 < high and tags[i + 1] in "TPO":
                return i if subjects.subject_after(line, i + 1, high) is not None else 0
            return 0
        end = contents.skip_frame(line, i + 1, high)
        if not (end >= high or tags[end] in ".!"):
            return 0
        source = subjects.subject_before(line, low, subjects.group_start(line, low, i))
        if source is None or source[0] <= low:
            return 0
        edge = source[0] - 1
        return i if tags[edge] == "," or (tags[edge] == "Q" and ends.ends_with_comma(line, edge)) else 0
    return 0


def _take(out: list[Relation], relation: Relation, covered: int) -> int:
    """Add a relation; those whose cue lies inside its content give way."""
    kept = [r for r in out if not any(s <= r.cue[0] < e for s, e in relation.content)]
    out[:] = [*kept, relation]
    ends = [e for _, e in relation.content] + [relation.cue[1]]
    if relation.source is not None:
        ends.append(relation.source[1])
    return max([covered, *ends])


def _according(line: Line, low: int, i: int, high: int) -> Relation | None:
    """``according to S, …`` and ``…, according to S``."""
    tags, words = line.tags, line.words
    if i + 2 >= high or words[i + 1] != "to":
        return None
    cue = (i, i + 2)
    if i == low or (i == low + 1 and tags[low] in "CR"):
        # the source reaches to the comma before the clause
        found = subjects.subject_after(line, i + 2, high)
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
        return Relation("according first", cue, "according to", Stance.STATES, False, source,
                        ((start, ends.clause_end(line, start, high)),))
    found = subjects.subject_after(line, i + 2, high)
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


def _noun_cue(line: Line, low: int, that: int, high: int) -> Relation | None:
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
    noun = NOUN_FORMS.get(words[k].lower()) if tags[k] in "Nbs" or (k > low and tags[k - 1] in "TJZ") else None
    if noun is None:
        return None
    start = nouns.before(line, low, k + 1)
    if source is None:
        possessor = tags.rfind("Z", start, k)
        if possessor > start:
            source = (start, possessor + 1)
        elif tags[start] == "T" and words[start].lower() in _POSSESSIVES:
            source = (start, start + 1)
        else:
            source = subjects.main_subject(line, low, start)
    end = ends.clause_end(line, that + 1, high)
    if not any(tag in _FINITE for tag in tags[low:k]):
        end = ends.phrase_end(line, that, end)  # "her claim that it works | was wrong"
    content = (that, end)
    return Relation("noun", (start if source is None or source[1] <= start else k, k + 1), noun.lemma, noun.stance, False,
                    source, (content,), frames=_NOUN_FRAMES)


# Things that bear words themselves: "a sign saying", but of "a statement saying" the one who issued it is the source.
_GIVEN_OUT = frozenset("statement release letter message email e-mail memo tweet post note petition".split())
_BEARERS = frozenset("sign banner poster placard report poll survey study article headline ad advertisement book law bill".split())
_POSSESSIVES = frozenset("his her their its my our your".split())
_NOUN_FRAMES = frozenset({"that"})


# What takes an object can stand in a reduced passive; "said by telephone" cannot.
_TAKING = frozenset({"np", "np-as", "np-to"})


def _read_cue(line: Line, low: int, i: int, high: int, form: CueForm, done: list[Relation]) -> Relation | None:
    """The relation of the cue verb at ``i``, or None where the words around it make none."""
    tags, words = line.tags, line.words
    shape = tags[i]
    group = subjects.group_start(line, low, i)
    helpers = words[group:i]
    if i == low and i + 2 < high and words[i + 1] == "by" and shape in "VE" and "wh" in form.frames:
        return _asked_by(line, i, high, form)
    if i + 1 < high and words[i + 1] == "by" and shape in "VE" and not helpers and form.shape in ("ed", "en") and form.frames & _TAKING:
        return _passive(line, low, i, i, high, form, False)  # "a plan backed by the union"
    if shape == "E" and form.shape == "en" and not helpers:
        return None
    negated = any(w in _NEGATIONS or w.endswith("n't") for w in helpers)
    passive = form.shape in ("ed", "en") and any(w.lower() in _BE for w in helpers) and shape != "G"
    if passive:
        return _passive(line, low, group, i, high, form, negated)
    cue = (group, i + 1)

    def relation(rule: str, source: Range | None, found: contents.Found | None, content: tuple[Range, ...] = (),
                 frame: tuple[Range, ...] = ()) -> Relation:
        return Relation(rule, cue, form.verb.lemma, form.verb.stance, negated, source,
                        content or (found.content if found else ()), frame or (found.frame if found else ()),
                        found.addressee if found else None, form.frames)

    # inverted: "Q," said Kim / …, said Kim
    if group == i and shape in "Vs" and "q" in form.frames and form.verb.lemma not in _TELLS and (i == low or tags[i - 1] in ",Q-!"):
        before = _content_before(line, low, i)
        if before is not None and i + 1 < high and tags[i + 1] in "TPNJODEb":
            source = subjects.subject_after(line, i + 1, high)
            quoted = tags[i - 1] == "Q" and ends.ends_with_comma(line, i - 1)
            if source is not None and (quoted or not _is_object(line, source, high)):
                return _with_rest(line, relation("inverted", source, None, before), high, source[1])
    if i == low and shape in "Vs" and "q" in form.frames:
        opening = _opening(line, i, high)
        if opening is not None:
            return relation("inverted", opening[0], opening[1])
    source = None
    if "q" in form.frames and shape != "G":
        quote = _quote_before(line, low, group)
        if quote >= 0:
            source = subjects.between(line, quote, group)
    if source is None:
        source = _subject(line, low, group, i, done, shape, says="q" in form.frames)
    if source is None:
        return _asked(line, low, i, high) if form.verb.lemma == "ask" and form.shape == "ed" else None
    if "q" in form.frames:
        aside = _aside(line, low, i, high, source)
        if aside is not None:
            return relation("aside", source, None, *aside)
        before = _content_before(line, low, source[0] if source[0] < i else group)
        if before is not None:
            found = contents.content_after(line, i, high, form.frames)
            after_q = tags[source[0] - 1] == "Q" if 0 < source[0] < i else False
            ended = after_q and ends.ends_with_comma(line, source[0] - 1) and not set(tags[source[1] : group]) & _FINITE
            if found is not None and ended and found.frame_name not in ("quotation", "mixed"):
                found = found._replace(content=(), frame=())  # "Q," Kim replied when asked about it
            if found is None or not found.content or (after_q and found.frame_name in ("quotation", "mixed")):
                end = contents.skip_frame(line, i + 1, high)
                if found is not None and found.addressee is not None:
                    end = max(end, found.addressee[1])
                    end = contents.skip_frame(line, end, high)
                if found is not None and found.content and after_q:
                    before = before + found.content
                    end = found.content[-1][1]
                else:
                    if not _stops(line, end, high) and not after_q:
                        return None
                made = relation("before", source, found, before, ((i + 1, end),) if end > i + 1 else ())
                return _with_rest(line, made, high, end)
    between_commas = shape == "G" and source[1] < group and tags[group - 1] == ","
    if between_commas or tags[source[0]] == "W":
        limit = _relative_end(line, 0 if between_commas else source[0], i, high, form.frames)
    else:
        limit = ends.clause_limit(line, low, source[0], i, high)
    found = contents.content_after(line, i, limit, form.frames)
    if found is not None:
        found = _after_colon(line, found)
    if (found is None or not found.content) and form.frames & _CLAUSES and words[source[0] - 1].lower() == "as" and source[0] > low:
        noted = _as_noted(line, low, source[0] - 1, i, high)
        if noted is not None:
            return relation("as", source, None, noted)
    if source[0] - 1 >= low and tags[source[0] - 1] in "WH" and source[1] <= i and form.frames & _CLAUSES:
        of_which = _of_which(line, source[0] - 1, i, high)
        if of_which is not None:
            return relation("relative", source, None, of_which)
    if form.verb.lemma in _SEEMS and found is not None and found.content:
        return Relation("seeming", cue, form.verb.lemma, form.verb.stance, negated, None, (source, *found.content))
    if found is None or not found.content:
        if "q" in form.frames and source[0] < i and _ends_open(line, i, high, found):
            return relation("open", source, None)
        return None
    return relation(found.frame_name, source, found)


def _after_colon(line: Line, found: contents.Found) -> contents.Found:
    """``tweeted a picture with the words: “Q”``: a whole quotation behind a colon is what was said, the rest leads to it."""
    start, end = found.content[-1] if found.content else (0, 0)
    if end - start < 3 or found.frame_name == "that" or line.tags[end - 2 : end] != ":Q":
        return found
    first = line.quotes[end - 1].start
    if not line.image[first : first + 1].isupper():
        return found
    return found._replace(frame_name="colon", content=((end - 1, end),))


_CLAUSES = frozenset({"that", "np", "np-as"})
_SEEMS = frozenset({"seem", "appear"})  # it seems so to the writer: who seems so said nothing
_OF_WHICH = frozenset("which who whom what that".split())


def _of_which(line: Line, relative: int, i: int, high: int) -> tuple[Range, ...] | None:
    """``which Kim said was wrong`` · ``what they expected``: the relative word, and the verb that it is the subject of."""
    tags = line.tags
    k = i + 1
    if line.words[relative].lower() not in _OF_WHICH:
        return None
    if k < high and tags[k] in "RX":
        k += 1
    if k >= high or tags[k] in ",.!;-":
        return ((relative, relative + 1),) if tags[relative] == "W" else None
    if tags[k] in "AvVbs":
        return (relative, relative + 1), (i + 1, ends.clause_end(line, i + 1, high, phrase=True))
    return None


def _asked_by(line: Line, i: int, high: int, form: CueForm) -> Relation | None:
    """``Asked by S whether …, Kim replied``: what was asked is S's."""
    source = subjects.subject_after(line, i + 2, high)
    if source is None:
        return None
    start = source[1] + (line.tags[source[1] : source[1] + 1] == ",")
    end = line.tags.find(",", start, high)
    if start >= high or line.tags[start] not in "WS" or end < 0:
        return None
    return Relation("asked by", (i, i + 1), form.verb.lemma, form.verb.stance, False, source, ((start, end),), frames=form.frames)


def _as_noted(line: Line, low: int, place: int, i: int, high: int) -> tuple[Range, ...] | None:
    """``As the mayor noted, the toll …``: the clause behind the comma is what was said."""
    if place - low > 1 or (place > low and line.tags[low] not in "CR"):
        return None
    comma = contents.skip_frame(line, i + 1, high)
    if comma + 2 >= high or line.tags[comma] != ",":
        return None
    return ((comma + 1, ends.clause_end(line, comma + 1, high)),)


def _relative_end(line: Line, who: int, i: int, high: int, frames: frozenset[str]) -> int:
    """Where the relative clause of the cue at ``i`` ends: at a comma before the verb of the main clause, or at that verb."""
    tags = line.tags
    if who and tags[who - 1] in "NP" and not frames & {"q", "that", "that!"} and i + 3 < high:
        high = ends.phrase_end(line, i + 1 + (tags[i + 1] == "L") * 2, high)
    k = i + 1
    while k + 1 < high:
        if tags[k] == "," or (tags[k] == "Q" and ends.ends_with_comma(line, k)):
            j = k + 1
            while j < high and tags[j] in "RX":
                j += 1
            if j < high and tags[j] in "VsvA":
                return k + (tags[k] == "Q")
        k += 1
    return high


def _ends_open(line: Line, i: int, high: int, found: contents.Found | None) -> bool:
    """Whether the sentence ends behind the cue, its time and its addressee: the words come in the next one."""
    end = found.addressee[1] if found is not None and found.addressee is not None else i + 1
    end = contents.skip_frame(line, end, high)
    return end >= high or (end == high - 1 and line.tags[end] in ".:!")


# These have the one that is told behind them, never the one that tells.
_TELLS = frozenset("tell assure reassure remind inform notify alert persuade convince".split())


def _opening(line: Line, i: int, high: int) -> tuple[Range, contents.Found] | None:
    """``Said Kim, “…”``: a cue that opens its sentence, its subject, and a quotation."""
    source = subjects.subject_after(line, i + 1, high)
    if source is None or source[1] >= high or line.tags[source[1]] not in ",:":
        return None
    found = contents.quotation(line, source[1], high)
    return (source, found) if found is not None else None


def _closed_for_cue(line: Line, quote: int, group: int) -> bool:
    """Whether the quotation ends as one does whose cue follows: in a comma, in or behind its marks, or with ? or !."""
    end = line.quotes[quote].end
    return line.image[end - 1 : end] in (",", "?", "!", "-", "—", ".", "…") or line.tags[quote + 1] in ",-"


def _quote_before(line: Line, low: int, group: int) -> int:
    """The quotation that a cue at ``group`` may follow: the last that ends as one does, or one close by; -1 for none."""
    last = quote = line.tags.rfind("Q", low, group)
    while quote >= 0:
        if _closed_for_cue(line, quote, group):
            return quote
        quote = line.tags.rfind("Q", low, quote)
    return last if last >= 0 and group - last < 6 else -1


def _aside(
    line: Line, low: int, i: int, high: int, source: Range
) -> tuple[tuple[Range, ...], tuple[Range, ...]] | None:
    """``In Miami, Kim said, the plan …``: cue and source stand between commas inside what was said."""
    tags = line.tags
    if source[0] >= i or source[0] - 2 < low or tags[source[0] - 1] not in ",-" or tags[source[0] - 2] == "Q":
        return None
    end = contents.skip_frame(line, i + 1, high)
    if end + 2 >= high or tags[end] not in ",-" or tags[end + 1] in "GSWQH" or line.words[end + 1] in ("and", "but"):
        return None
    stop = ends.clause_end(line, end + 1, high)
    if not ends.is_clause(line, end + 1, stop):
        return None
    start = ends.clause_start(line, low, source[0] - 1)
    frame = ((i + 1, end),) if end > i + 1 else ()
    if start >= source[0] - 1 or (start + 2 == source[0] and tags[start] == "R"):  # "But, she added, the plan …"
        return ((end + 1, stop),), frame
    return ((start, source[0] - 1), (end + 1, stop)), frame


def _stops(line: Line, k: int, high: int) -> bool:
    """Whether nothing more of the clause follows."""
    return k >= high or line.tags[k] in ",.!;-:)"


def _is_object(line: Line, source: Range, high: int) -> bool:
    """Whether what follows the words makes them the subject of another verb."""
    if line.tags[source[0]] in "OU" or source[1] == source[0] + 1 and line.tags[source[0]] == "T":
        return not _stops(line, source[1], high)  # "said he." but not "said he was"
    return source[1] < high and line.tags[source[1]] in "VvAQ"


def _with_rest(line: Line, made: Relation, high: int, k: int) -> Relation:
    """A quotation that goes on behind its cue: ``"Q," Kim said, "Q2"`` belongs to the same content."""
    tags, words = line.tags, line.words
    start = k
    while start < high and tags[start] in ",-:;":
        start += 1
    if start < high and tags[start] in "CR" and start + 1 < high and tags[start + 1] == "Q":
        start += 1
    if start < high and tags[start] == "Q" and k < start and any(tags[p] == "Q" for s, e in made.content for p in (s, e - 1)):
        return made._replace(content=(*made.content, (start, start + 1)))
    # a clause that goes on behind its cue: "Trump, he said, is …"
    if (
        made.rule == "before" and k + 2 < high and tags[k] == ","
        and not any(tags[p] == "Q" for s, e in made.content for p in range(s, e))
        and tags[k + 1] not in "GSWVQ" and words[k + 1] not in ("and", "but") and tags[k + 1 : k + 3] != "IG"
    ):
        return made._replace(content=(*made.content, (k + 1, ends.clause_end(line, k + 1, high))))
    return made


def _content_before(line: Line, low: int, end: int) -> tuple[Range, ...] | None:
    """What stands before ``, S said``: the clause, or the quotation, as far back as the sentence goes."""
    tags = line.tags
    if end <= low:
        return None
    k = end - 1
    if tags[k] in ",-" and k > low:
        if tags[k - 1] == "Q":
            k -= 1
        else:
            start = ends.clause_start(line, low, k)
            if start < k and _has_main_verb(line, start, k):
                return ((start, k),)
            return None
    if tags[k] == "Q":
        start = k
        while start - 1 >= low and tags[start - 1] == "Q":
            start -= 1
        first = ends.clause_start(line, low, start)
        if first >= start:
            return tuple((p, p + 1) for p in range(start, k + 1))
        inside = line.quotes[start]
        opening = line.image[inside.start : inside.start + 1]
        if opening.isupper() and tags[start - 1] in ",:":
            return tuple((p, p + 1) for p in range(start, k + 1))
        return ((first, k + 1),)
    return None


def _has_main_verb(line: Line, start: int, end: int) -> bool:
    """Whether a finite verb stands outside a relative clause: not so in "Kim, who was there, recalled"."""
    tags = line.tags
    relative = tags.find(",W", start, end)
    if relative < 0 or tags.find(",", relative + 1, end) >= 0:
        return ends.is_clause(line, start, end)
    return ends.is_clause(line, start, relative)


def _subject(
    line: Line, low: int, group: int, i: int, done: list[Relation], shape: str, *, says: bool = True
) -> Range | None:
    """Who said it: the subject before the verb, of the verb it is joined to, or of the whole sentence."""
    tags, words = line.tags, line.words
    if group <= low:
        if shape == "G":
            return _main_behind(line, i, low)
        return None
    before = tags[group - 1]
    if shape == "G" and set(tags[group:i]) <= {"R"}:
        if before in ",-" or before in "NPUDM)QOISEVvbs":
            start = nouns.before(line, low, group) if before in "NP" else group
            if start < group and start > low and words[start - 1].lower() == "with" or (start < group and not says and words[group - 1] not in _GIVEN_OUT):
                return start, group
            if start < group and before == "N" and tags[start] == "T" and words[group - 1] in _BEARERS:
                return start, group
            if tags[group - 1] in "IS" and group - 1 == low and words[group - 1] != "by":
                return _main_behind(line, i, low)  # "In calling it unfair, Kim …"
            found = _last_subject(line, low, group, done)
            if found is None and before == ",":
                start = nouns.before(line, low, group - 1)  # "Kim, citing costs, said"
                found = (start, group - 1) if start < group - 1 else None
            return found
        return None
    if before == "L":
        return _last_subject(line, low, group - 1, done)
    if before == "C":
        return _last_subject(line, low, group - 1, done)
    found = subjects.subject_before(line, low, group)
    if found is None and before == "," and shape in "Vs":
        return _last_subject(line, low, group - 1, done)
    return found


def _asked(line: Line, low: int, i: int, high: int) -> Relation | None:
    """``Asked whether it was so, Kim …``: a question whose asker is not named."""
    tags, words = line.tags, line.words
    k = i + 1
    if k + 1 >= high or not (i == low or tags[i - 1] in "S,C"):
        return None
    start = k + (words[k] == "about")
    if tags[start] not in "WSL":  # "Asked about the road": a topic, and nobody's words
        return None
    end = tags.find(",", start, high)
    if end < 0:
        end = ends.clause_end(line, start, high)
    return Relation("asked", (i, i + 1), "ask", Stance.ASKS, False, None, ((start, end),))


def _last_subject(line: Line, low: int, end: int, done: list[Relation]) -> Range | None:
    """The subject of the sentence so far: that of its last relation, or of its first finite verb."""
    nearest = subjects.nearest_subject(line, low, end)
    for relation in reversed(done):
        if relation.source is not None and relation.cue[0] < end and relation.source[0] >= low and relation.rule != "document":
            if nearest is not None and nearest[0] > max(e for _, e in (*relation.content, relation.cue)):
                break  # another clause stands between
            return relation.source
    return nearest or subjects.main_subject(line, low, end) or _relative_subject(line, low, end)


def _relative_subject(line: Line, low: int, end: int) -> Range | None:
    """For a second verb of a relative clause ("Kim, who took the post and says"): its "who"."""
    tags = line.tags
    for k in range(end - 1, max(low, end - 14), -1):
        if tags[k] in ",;.Q":
            return None
        if tags[k] == "W" and line.words[k].lower() in ("who", "which") and tags[k - 1 : k] in (",", "N", "P"):
            return k, k + 1
    return None


def _main_behind(line: Line, i: int, low: int) -> Range | None:
    """For a participle that opens the sentence ("Citing costs, Kim …"): the subject behind the comma."""
    comma = line.tags.find(",", i)
    if comma < 0 or comma + 1 >= len(line.tags):
        return None
    end = nouns.after(line, comma + 1, len(line.tags))
    return (comma + 1, end) if end > comma + 1 else None


def _passive(line: Line, low: int, group: int, i: int, high: int, form: CueForm, negated: bool) -> Relation | None:
    """``was described by S as …`` · ``is expected to …``: the subject belongs to what was said."""
    tags, words = line.tags, line.words
    subject = subjects.subject_before(line, low, group)
    if subject is None:
        return None
    cue = (group, i + 1)
    by = -1
    for k in range(i + 1, min(high, i + 14)):
        if words[k] == "by":
            by = k
            break
        if tags[k] in ",.!;:WH":
            break
    verb = form.verb
    if by > 0 and (form.frames & _OBJECTS or verb.lemma in _IMPERSONAL or verb.lemma in _ISSUED):
        source = subjects.subject_after(line, by + 1, high)
        if source is None or tags[source[0]] in "DM":
            return None
        rest = source[1]
        content: list[Range] = [subject]
        end = ends.clause_end(line, rest, high)
        if rest < end and words[rest] in ("as", "to", "for", "that"):
            content.append((rest, end))
        elif i + 1 < by:
            content.append((i + 1, by))
        return Relation("passive", cue, verb.lemma, verb.stance, negated, source, tuple(content))
    if verb.lemma in _IMPERSONAL and i + 1 < high:
        end = ends.clause_end(line, i + 1, high)
        if tags[i + 1] in "LIHQ" or words[i + 1] in ("as",):
            return Relation("impersonal", cue, verb.lemma, verb.stance, negated, None, (subject, (i + 1, end)))
    if verb.lemma == "ask" and i + 1 < high and (tags[i + 1] in "WSL" or words[i + 1] == "about"):
        start = i + 1 + (words[i + 1] == "about")
        return Relation("asked", cue, verb.lemma, verb.stance, negated, None, ((start, ends.clause_end(line, start, high)),))
    if verb.lemma in _TELLS and i + 1 < high:
        that = contents.skip_frame(line, i + 1, high)
        if that < high and tags[that] == "H":  # "passengers were told on Monday that": they are told
            end = ends.clause_end(line, that + 1, high)
            return Relation("agentless", cue, verb.lemma, verb.stance, negated, None, ((that, end),), ((i + 1, that),), subject)
    if form.frames & _OBJECTS and i + 1 < high and tags[i + 1] in "IL" and tags[subject[0]] not in "WH":
        end = ends.clause_end(line, i + 1, high, phrase=True)
        if end > i + 2:
            return Relation("agentless", cue, verb.lemma, verb.stance, negated, None, (subject, (i + 1, end)))
    return None


_OBJECTS = frozenset({"np", "np-as", "as", "np-to", "np-that"})
_ISSUED = frozenset("say write tweet post utter read sing".split())  # what was said is the subject of these
_IMPERSONAL = frozenset("expect believe think say report allege know consider rumor estimate".split())


def governed(line: Line, low: int, high: int, place: int, relations: list[Relation]) -> Relation | None:
    """The relation of a quotation that no cue's content reaches: by the words of its sentence that come nearest.

    The last cue before it, else the subject of the verb before it, else the cue behind it, else a possessor ("his").
    """
    tags, words = line.tags, line.words
    content = ((place, place + 1),)
    worded = _in_words_of(line, low, place)
    if worded is not None:
        return worded._replace(content=content)
    if place - 1 > low and tags[place - 1] == ":":
        relation = announced(line, low, place - 1)
        if relation is not None:
            return relation._replace(content=content)
    for relation in reversed(relations):
        if relation.source is not None and relation.cue[0] < place:
            own = _own_cue(line, max([relation.cue[1], *(e for _, e in relation.content if e <= place)]), place)
            return own or relation._replace(rule="near cue", content=content, frame=())
    for pattern in (_CUE_LETTERS, _FINITE):
        for k in range(place - 1, low - 1, -1):
            if tags[k] not in pattern:
                continue
            form = CUE_FORMS.get(words[k].lower())
            if pattern is _CUE_LETTERS and form is None:
                continue
            group = subjects.group_start(line, low, k)
            source = _subject(line, low, group, k, relations, tags[k])
            if pattern is _FINITE:
                source = subjects.main_subject(line, low, k + 1) or source
            if source is not None and source[1] <= k and tags[source[0]] != "H":
                lemma, stance = (form.verb.lemma, form.verb.stance) if form else (words[k].lower(), Stance.STATES)
                return Relation("near verb", (group, k + 1), lemma, stance, False, source, content)
            break
    for relation in relations:
        if relation.source is not None:
            return relation._replace(rule="near cue", content=content, frame=())
    if place > low and tags[place - 1] == "T" and words[place - 1].lower() in _POSSESSIVES:
        return Relation("possessor", (place - 1, place), "'s", Stance.STATES, False, (place - 1, place), content)
    start = low
    while start < place and tags[start] in "CR,":
        start += 1
    end = nouns.after_with_tail(line, start, place)
    if end > start and end < place and tags[start] in "PTO" and tags[end] not in ",-":
        return Relation("near verb", (end, end + 1), words[end].lower(), Stance.STATES, False, (start, end), content)
    return None


def _own_cue(line: Line, start: int, place: int) -> Relation | None:
    """The last cue between the content of another and the quotation at ``place``, if it has a subject of its own there."""
    for k in range(place - 1, start, -1):
        form = CUE_FORMS.get(line.words[k].lower()) if line.tags[k] in _CUE_LETTERS else None
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
    for k in range(place - 1, max(low, place - 12), -1):
        if words[k] != "words":
            continue
        if k + 1 < place and words[k + 1] == "of":
            source = subjects.subject_after(line, k + 2, place)
        elif line.tags[k - 1] == "Z":
            start = nouns.before(line, low, k - 1)
            source = (start, k) if start < k - 1 else None
        else:
            source = (k - 1, k) if words[k - 1].lower() in _POSSESSIVES else None
        if source is not None:
            return Relation("words of", (k, k + 1), "words", Stance.STATES, False, source, ())
    return None


def announced(line: Line, low: int, colon: int) -> Relation | None:
    """Who is about to speak, before the colon at ``colon``: the subject of the last cue before it, or of the sentence."""
    tags, words = line.tags, line.words
    label = nouns.before(line, low, colon)
    if label < colon and tags[label] == "P" and (label == low or tags[label - 1] in "-:"):
        return Relation("colon", (colon, colon + 1), ":", Stance.STATES, False, (label, colon), ())
    for k in range(colon - 1, low - 1, -1):
        if tags[k] in "VvAs" and words[k].lower() not in CUE_FORMS:
            break
        form = CUE_FORMS.get(words[k].lower()) if tags[k] in _CUE_LETTERS else None
        if form is None or not form.frames & {"q", "np-that"}:
            continue
        group = subjects.group_start(line, low, k)
        source = _subject(line, low, group, k, [], tags[k])
        if source is None and tags[k] in "Vs":
            source = subjects.subject_after(line, k + 1, colon)
        if source is not None:
            return Relation("colon", (group, k + 1), form.verb.lemma, form.verb.stance, False, source, ())
    source = _from_whom(line, low, colon) or subjects.nearest_subject(line, low, colon)
    if source is None:
        start = low
        if tags[low] in "IR" or words[low].lower() in ("from", "per", "via"):
            start += 1
        end = nouns.after_with_tail(line, start, colon, all_links=True)
        if end == start or end < colon - 3:
            return None
        source = (start, end)
    return Relation("colon", (colon, colon + 1), ":", Stance.STATES, False, source, ())


def _from_whom(line: Line, low: int, colon: int) -> Range | None:
    """``One more, from a user called Ana:``: who stands behind "from", where no verb stands before it."""
    for k in range(colon - 2, max(low, colon - 9), -1):
        if line.words[k] == "from":
            found = line.tags[k + 1] in "TP" and not any(tag in _FINITE for tag in line.tags[low:k])
            return (k + 1, colon) if found else None
    return None


def cue_before(line: Line, low: int, place: int) -> bool:
    """Whether a form of a cue verb stands in the sentence before ``place``."""
    tags, words = line.tags, line.words
    return any(
        tags[k] in _CUE_LETTERS and words[k].lower() in CUE_FORMS and CUE_FORMS[words[k].lower()].verb.lemma != "go"
        for k in range(low, place)
    )
