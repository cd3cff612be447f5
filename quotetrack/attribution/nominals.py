"""Cues that are nouns with a preposition or "to": "his criticism of the plan", "calls for a vote"."""

from __future__ import annotations

from quotetrack.attribution import ends, subjects
from quotetrack.attribution.relations import Range, Relation
from quotetrack.phrases import nouns
from quotetrack.phrases.forms import names_people
from quotetrack.phrases.words import Line
from quotetrack.rules.nominals import NOMINALS, Nominal
from quotetrack.rules.words import POSSESSIVES


def _forms() -> dict[str, tuple[Nominal, frozenset[str]]]:
    out = {}
    for noun in NOMINALS:
        frames = frozenset(noun.frames.split())
        out[noun.lemma] = (noun, frames)
        if noun.plural != "-":
            lemma = noun.lemma
            plural = noun.plural or (lemma[:-1] + "ies" if lemma[-1] == "y" and lemma[-2] not in "aeo" else lemma + "s")
            out[plural] = (noun, frames)
    return out


_FORMS = _forms()
WORDS: frozenset[str] = frozenset(_FORMS)
_BY = frozenset("by from among".split())


def read(line: Line, low: int, i: int, high: int) -> Relation | None:
    """The relation of the noun at ``i``; None where the words around it make none."""
    tags, words = line.tags, line.words
    noun, frames = _FORMS[words[i]]
    k = i + 1
    if k + 4 < high and words[k] in ("last", "this") and tags[k + 1] == "N":
        k += 2  # "their pledge last month to add"
    if k + 1 >= high:
        return None
    refused = words[k] == "not" and words[k + 1] == "to"  # "their decision not to fund it"
    k += refused
    if k + 1 >= high:
        return None
    if tags[k] == "A" and words[k] in _IS:
        return _said_to_be(line, low, i, k, high, noun)
    source: Range | None = None
    if words[k] in _BY:  # "criticism from the left of his plan"
        end = nouns.after(line, k + 1, high)
        if end == k + 1 or end + 1 >= high:
            return None
        source, k = (k + 1, end), end
    word = words[k]
    after = tags[k + 1]
    if word == "to" and "to" not in frames:
        if "inf" not in frames or after not in "bNRAJ":
            return None
    elif word not in frames or not (after in "TJNPDOUWGZEbQRs" or words[k + 1] in _WHETHER):
        return None
    held = _supported(line, low, i, k, high) if word in ("of", "from", "among") and words[i] in _SUPPORT else None
    if held is None and word == "of" and words[i] in _SUPPORT and _is_won(line, low, i):
        return None  # "to win the support of voters": what voters support is not told
    if held is not None:
        return Relation("noun from", held[0], noun.lemma, noun.stance, False, held[1], (held[2],))
    rule, cue_start = "noun by", i
    if source is None:
        rule, source, cue_start = _whose(line, low, i)
        if noun.owned and rule != "noun of owner" and not (rule == "noun held" and source and _minds(line, source)):
            return None
    end = ends.phrase_end(line, k + 1, ends.clause_end(line, k + 1, high, phrase=True))
    content = (k - refused if word == "to" and "inf" in frames else k + 1, end)
    return Relation(rule, (cue_start, i + 1), noun.lemma, noun.stance, False, source, (content,))


def _whose(line: Line, low: int, i: int) -> tuple[str, Range | None, int]:
    """Whose the noun at ``i`` is, by which rule, and where the cue begins."""
    start = _start(line, low, i)
    source = _owner(line, low, start, i)
    if source is not None:
        return "noun of owner", source, i
    found = _holder(line, low, start)
    if found is None:
        return "noun", None, i
    source, cue_start = found
    if cue_start != start:
        return "noun held", source, cue_start
    return "noun under", source if _minds(line, source) else None, cue_start


def _minds(line: Line, source: Range) -> bool:
    """Whether the words can name somebody who thinks: a name, a pronoun of people, a noun for people."""
    words = line.words
    if line.tags[source[0]] in "OW":
        return words[source[0]].lower() not in ("it", "there", "which", "that", "what")
    return "P" in line.tags[slice(*source)] or names_people(words[source[1] - 1])


def _said_to_be(line: Line, low: int, i: int, be: int, high: int, noun: Nominal) -> Relation | None:
    """``her hope is that …`` · ``the question was whether …``: what the noun is said to be."""
    tags, words = line.tags, line.words
    k = be + 1
    while k < high and tags[k] in "RX":
        k += 1
    if k + 2 >= high or not (tags[k] == "H" or words[k] in _WHETHER or (tags[k] == "L" and "inf" in noun.frames)):
        return None
    start = _start(line, low, i)
    source = _owner(line, low, start, i)
    content = (k, ends.clause_end(line, k + 1, high))
    return Relation("noun is", (i, be + 1), noun.lemma, noun.stance, False, source, (content,))


_IS = frozenset("is was".split())


def _is_won(line: Line, low: int, i: int) -> bool:
    """Whether the noun at ``i`` is the object of a verb of getting."""
    verb = _start(line, low, i) - 1
    return verb >= low and line.words[verb] in _WINS


def _supported(line: Line, low: int, i: int, link: int, high: int) -> tuple[Range, Range, Range] | None:
    """``Kim has the support of voters``: cue, source and what is supported; None where the verb does not turn it so."""
    tags, words = line.tags, line.words
    start = _start(line, low, i)
    verb = start - 1
    if verb <= low or words[verb] not in _WINS:
        return None
    end = nouns.after_with_tail(line, link + 1, high)
    subject = subjects.subject_before(line, low, subjects.group_start(line, low, verb))
    if subject is None or end == link + 1 or tags[subject[0]] in "H":
        return None
    return (start, i + 1), (link + 1, end), subject


_WHETHER = frozenset("whether if how why what who".split())
_SUPPORT = frozenset("support backing endorsement endorsements praise criticism approval blessing".split())
_WINS = frozenset(
    "has have had having win wins won winning earn earns earned earning get gets got draw draws drew drawing receive "
    "receives received receiving enjoy enjoys enjoyed attract attracts attracted gain gains gained secure secures "
    "secured securing face faces faced collect collects collected lose loses lost seek seeks sought accept "
    "accepted".split()
)


def _start(line: Line, low: int, i: int) -> int:
    """Where the words before the noun that belong to it begin: "her sharp public [criticism]"."""
    tags = line.tags
    k = i
    while k > low and k > i - 6 and tags[k - 1] in "JNEGRDs":
        k -= 1
    if k > low and tags[k - 1] in "TZ":
        k -= 1
        while k > low and tags[k] == "Z" and tags[k - 1] in "PN":
            k -= 1
            while k > low and tags[k - 1] in "PNTJ":
                k -= 1
            break
    return k


def _owner(line: Line, low: int, start: int, i: int) -> Range | None:
    """The possessor: "her", "Kim's"."""
    tags, words = line.tags, line.words
    possessor = tags.rfind("Z", start, i)
    if possessor > start:
        return nouns.before(line, low, possessor), possessor + 1
    if tags[start] == "T" and words[start].lower() in POSSESSIVES:
        return start, start + 1
    return None


def _holder(line: Line, low: int, start: int) -> tuple[Range, int] | None:
    """The subject of the verb whose object the noun is ("Kim voiced concern"), and where its verb group begins."""
    tags = line.tags
    if start <= low:
        return None
    verb = start - 1
    if tags[verb] in "VvbsAGEN":
        if line.words[verb] in _TAKES:
            return None  # "drew criticism from": the subject is the one it is about
        group = subjects.group_start(line, low, verb)
        if (tags[verb] != "N" or group < verb) and tags[verb] != "G" and not (group > low and tags[group - 1] in "LC,"):
            source = subjects.subject_before(line, low, group)
            if source is not None:
                return source, group
    source = subjects.nearest_subject(line, low, start)
    return (source, start) if source is not None else None


# Verbs whose subject gets what the noun says.
_TAKES = frozenset(
    "draw draws drew drawn drawing face faces faced facing get gets got receive receives received receiving "
    "win wins won winning earn earns earned earning endure endured suffer suffered prompt prompted prompting "
    "spark sparked sparking stir stirred stirring provoke provoked fuel fueled fuelled raise raises raised "
    "raising attract attracted lose lost losing snag snagged sparks secure secured securing rebuff rebuffed "
    "renew renewed".split()
)
