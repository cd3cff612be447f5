"""Passives and questions: what was said of somebody, by whom, and who asked."""

from __future__ import annotations

from quotetrack.attribution import around, contents, ends, gaps, inverted, subjects
from quotetrack.attribution.relations import Range, Relation
from quotetrack.phrases import nouns
from quotetrack.phrases.lexicon import CUE_FORMS, CueForm
from quotetrack.phrases.words import Line
from quotetrack.records import Stance

# These have the one that is told behind them, never the one that tells.
TELLS = frozenset("tell assure reassure remind inform notify alert persuade convince".split())


def asked_by(line: Line, i: int, high: int, form: CueForm) -> Relation | None:
    """``Asked by S whether …, Kim replied``: what was asked is S's."""
    source = inverted.subject_after(line, i + 2, high)
    if source is None:
        return None
    start = source[1] + (line.tags[source[1] : source[1] + 1] == ",")
    end = line.tags.find(",", start, high)
    if start >= high or line.tags[start] not in "WS" or end < 0:
        return None
    verb = form.verb
    return Relation("asked by", (i, i + 1), verb.lemma, verb.stance, False, source, ((start, end),), frames=form.frames)


def as_by(line: Line, low: int, i: int, high: int, form: CueForm) -> Relation | None:
    """``As reported by S, …``: the clause behind the comma is what was said."""
    source = inverted.subject_after(line, i + 2, high)
    if i != low + 1 or source is None:
        return None
    comma = line.tags.find(",", source[0], high)
    if comma < 0 or comma + 2 >= high:
        return None
    told = (comma + 1, ends.clause_end(line, comma + 1, high))
    verb = form.verb
    return Relation("as by", (low, i + 1), verb.lemma, verb.stance, False, (source[0], comma), (told,))


def asked(line: Line, low: int, i: int, high: int) -> Relation | None:
    """``Asked whether it was so, Kim …``: a question whose asker is not named."""
    tags, words = line.tags, line.words
    k = i + 1
    if k + 1 >= high or not (i == low or tags[i - 1] in "S,C" or words[i - 1] in ("when", "When")):
        return None
    start = k + (words[k] == "about")
    if tags[start] not in "WSL":  # "Asked about the road": a topic, and nobody's words
        return None
    end = next((k for k in range(start, high) if tags[k] == "," or ends.ends_with_comma_at(line, k)), -1)
    end = ends.clause_end(line, start, high) if end < 0 else end + (tags[end] == "Q")
    if tags[end - 1] == "Q" and _names_teller(line, start, end - 1):
        return None  # "Asked whether Lee had called it “late,” Kim said no": Lee called it so
    return Relation("asked", (i, i + 1), "ask", Stance.ASKS, False, None, ((start, end),))


def _names_teller(line: Line, start: int, quote: int) -> bool:
    """Whether a cue of its own with a name or pronoun before it leads to the quotation inside a question."""
    for k in range(quote - 1, start + 1, -1):
        form = CUE_FORMS.get(line.words[k].lower()) if line.tags[k] in "VvsE" else None
        if form is not None and form.frames & _TELLING:
            group = subjects.group_start(line, start, k)
            return group > start + 1 and line.tags[group - 1] in "PON"
    return False


_TELLING = frozenset({"q", "np-as", "that"})


def passive(line: Line, low: int, group: int, i: int, high: int, form: CueForm, negated: bool) -> Relation | None:
    """``was described by S as …`` · ``is expected to …``: the subject belongs to what was said."""
    tags, words = line.tags, line.words
    subject = subjects.subject_before(line, low, group)
    if subject is None and group > low + 1 and tags[group - 1] in ",-" and not tags[group:i].strip("R"):
        start = nouns.before(line, low, group - 1)  # "The bill, opposed by the union, never became law"
        subject = (start, group - 1) if start < group - 1 else None
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
        return _with_agent(line, subject, cue, by, high, form, negated)
    if verb.lemma in _IMPERSONAL and i + 1 < high:
        end = ends.clause_end(line, i + 1, high)
        if tags[i + 1] in "LIHQ" or words[i + 1] == "as":
            return Relation("impersonal", cue, verb.lemma, verb.stance, negated, None, (subject, (i + 1, end)))
    if verb.lemma == "ask" and i + 1 < high and (tags[i + 1] in "WSL" or words[i + 1] == "about"):
        start = i + 1 + (words[i + 1] == "about")
        if start >= high:
            return None  # it breaks off there
        question = (start, ends.clause_end(line, start, high, phrase=start > i + 1))
        return Relation("asked", cue, verb.lemma, verb.stance, negated, None, (question,))
    if verb.lemma in TELLS and i + 1 < high:
        that = gaps.skip_frame(line, i + 1, high)
        if that < high and tags[that] == "H":  # "passengers were told on Monday that": they are told
            told, frame = (that, ends.clause_end(line, that + 1, high)), (i + 1, that)
            return Relation("agentless", cue, verb.lemma, verb.stance, negated, None, (told,), (frame,), subject)
    named = "np-as" in form.frames and group < i  # "is considered an asset", "were deemed unsafe"
    as_what = i + 1 < high and (tags[i + 1] in ("ILTNJDGE" if named else "IL") or words[i + 1] == "as")
    if form.frames & _OBJECTS and as_what and tags[subject[0]] not in "WH":
        end = ends.clause_end(line, i + 1, high, phrase=True)
        if verb.lemma in _SENSED and _tells(line, i + 2, end):
            return None
        if end > i + 1 + (tags[i + 1] in "IL"):
            return Relation("agentless", cue, verb.lemma, verb.stance, negated, None, (subject, (i + 1, end)))
    return None


def _with_agent(
    line: Line, subject: Range, cue: Range, by: int, high: int, form: CueForm, negated: bool
) -> Relation | None:
    """``the plan was described by Kim as “dead”`` · ``was called “dead” by Kim``: who stands behind "by" says it."""
    tags = line.tags
    source = inverted.subject_after(line, by + 1, high)
    if source is None or tags[source[0]] == "M" or (tags[source[0]] == "D" and not _counts(line, source)):
        return None
    rest = source[1]
    content: list[Range] = [subject]
    end = ends.clause_end(line, rest, high)
    if tags[cue[0] - 1] == "-":  # "the deal – described by Kim as “dead” – was signed"
        end = min(end, tags.find("-", rest, end) % (high + 1))
    if rest < end and line.words[rest] in ("as", "to", "for", "that"):
        content.append((rest, end))
    elif cue[1] < by:
        content.append((cue[1], by))
    return Relation("passive", cue, form.verb.lemma, form.verb.stance, negated, source, tuple(content))


def _counts(line: Line, source: Range) -> bool:
    """Whether a number counts people: "backed by 60 percent of voters", not "raised by 60 percent"."""
    return line.words[source[0] + 1 : source[0] + 2] in (["percent"], ["%"]) and source[1] > source[0] + 2


_SENSED = frozenset("quote see hear show".split())


def _tells(line: Line, start: int, end: int) -> bool:
    """Whether a participle of a cue stands there: "he was seen on the tape calling it late" tells what he called it."""
    return any(line.tags[k] == "G" and line.words[k] in CUE_FORMS for k in range(start, end))


def has_agent(line: Line, low: int, i: int, high: int) -> bool:
    """Whether a participle behind a comma or dash has what it says of the noun, and then whose it is, behind it."""
    tags, words = line.tags, line.words
    before = i - 1 - (tags[i - 1] == "R")  # "often labelled a “witch hunt” by"
    if before <= low or tags[before] not in ",-":
        return False
    if words[i + 1 : i + 2] != ["as"] and tags[i + 1 : i + 2] != "Q" and tags[i + 1 : i + 3] != "TQ":
        return False
    for k in range(i + 2, min(high, i + 10)):
        if tags[k] in ",.!;:-WHVvAsb":
            return False
        if words[k] == "by":
            return True
    return False


def quoted_as(line: Line, low: int, group: int, i: int, high: int, form: CueForm) -> Relation | None:
    """``Xinhua quoted Kim as saying`` · ``Kim was quoted (by Xinhua) as saying``: Kim said it, not who told us."""
    words = line.words
    place = next((k for k in range(i + 1, min(high - 1, i + 18)) if words[k] == "as"), 0)
    if not place or words[place + 1] not in ("saying", "telling"):
        return None
    told = group < i or words[i + 1] in ("as", "by")
    quote = around.quote_before(line, low, group)
    teller = (subjects.between(line, quote, group) if quote >= 0 else None) or subjects.subject_before(line, low, group)
    source = teller if told else inverted.subject_after(line, i + 1, place)
    if source is None or (not told and source[1] != place - (line.tags[place - 1] == ",")):
        return None
    before = around.content_before(line, low, teller[0] if teller is not None else group)
    found = contents.content_after(line, place + 1, high, _SAID if words[place + 1] == "telling" else _SAYING)
    content = found.content if found is not None and found.content else before
    verb = form.verb
    return Relation("quoted as", (group, i + 1), verb.lemma, verb.stance, False, source, content or (), frames=_SAID)


_SAYING = frozenset({"q", "that"})
_SAID = frozenset({"q", "that", "np-that"})  # what "saying" and "telling" take

_OBJECTS = frozenset({"np", "np-as", "as", "np-to", "np-that"})

_ISSUED = frozenset("say write tweet post utter sing".split())  # what was said is the subject of these

_IMPERSONAL = frozenset(
    "expect believe think say report allege know consider estimate project predict".split()
)


def calls_nothing(line: Line, i: int, high: int) -> bool:
    """Whether nothing but a quotation stands behind the verb at ``i``: what is called so stands before its subject."""
    tags, quote = line.tags, i + 1
    while quote < high and (tags[quote] == "T" or line.words[quote] == "as"):
        quote += 1
    return quote < high and tags[quote] == "Q" and tags[quote + 1 : quote + 2] not in tuple("TPO")


def reduced(line: Line, group: int, i: int, source: Range) -> bool:
    """Whether a participle hangs on the noun before it: ``a formula called "Q"``, ``messages deemed "Q"``.

    The verb takes an object and what that is called; with no object, nor a "which" or "what" before the subject that
    stands for one, the noun is what is called so, and nobody is named who does.
    """
    tags = line.tags
    if tags[i - 1] not in "NR" or tags[source[0]] in "OWHU" or source[1] != group or "P" in tags[source[0] : source[1]]:
        return False
    return tags[source[0] - 1 : source[0]] not in tuple("WHSQ") and not any(tag in "WH" for tag in tags[source[0] : i])
