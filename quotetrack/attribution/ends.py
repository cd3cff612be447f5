"""Where what was said ends and begins: clauses, noun phrases, relative clauses."""

from __future__ import annotations

import re

from quotetrack.attribution import times
from quotetrack.attribution.circumstances import opens_one, without_setting, without_time
from quotetrack.phrases.forms import names_people
from quotetrack.phrases.lexicon import CUE_FORMS
from quotetrack.phrases.words import Line
from quotetrack.rules.words import PARTICLES, UNITS_OF_TIME

# A verb somewhere: what a clause has and a noun phrase has not.
_VERB = re.compile(r"[VvAsEbQ]")
# Words that begin a new statement behind a comma: "…, but Lee said", "…, while Kim argued".
_NEXT_SUBJECT = re.compile(r"[CS]?R?(?:O|[TJNPDZE]*[NP](?:I[TJNPDZE]*[NP])?)[RAX]*$")


def clause_end(line: Line, start: int, high: int, *, phrase: bool = False) -> int:
    """Where the clause that begins at ``start`` ends: the sentence's end, or where another statement begins.

    ``phrase`` says that no clause but a noun phrase begins there, so that "and" and a verb go on with the
    cue's subject.
    """
    tags = line.tags
    end = max(start, high - 1 if tags[high - 1] in ".!" else high)
    depth = 0
    opened = tags[start - 1 : start] == "H" and tags[start : start + 1] in _OPENS
    begin = _behind_opening(line, start, high) if opened else start
    for m in _JOINTS.finditer(tags, begin, high):
        place = m.start()
        tag = tags[place]
        if tag == "(":
            depth += 1
        elif tag == ")" and depth:
            depth -= 1
        elif tag == "S" and place - 2 > start and tags[place - 2] == "Q" and line.words[place - 1] in _MOMENTS:
            end = place - 1  # '"…" moments before he left'
            break
        elif tag in ");" or _ends_here(line, start, place, high, phrase):
            end = place + (tag == "Q")
            break
    while end > start and tags[end - 1] in ",-":
        end -= 1
    return without_time(line, start, without_setting(line, start, end)) if phrase else end


def _behind_opening(line: Line, start: int, high: int) -> int:
    """Behind the comma of the clause or phrase that opens a clause: "that although it rained, | they left"."""
    mark = "-" if line.tags[start] == "-" else ","
    comma = line.tags.find(mark, start + 1, min(high, start + 20))
    return comma + 1 if comma > 0 and line.tags.find("Q", start, comma) < 0 else start


_OPENS = ("S", "I", ",", "-")


# Where a clause may end.
_JOINTS = re.compile(r"[;(),\-QCSW]")


def _ends_here(line: Line, start: int, place: int, high: int, phrase: bool) -> bool:
    """Whether the clause from ``start`` ends at the comma, dash, quotation or conjunction at ``place``."""
    tags, words = line.tags, line.words
    tag, word = tags[place], words[place]
    if tag == "W":  # "praised the crowd | when he arrived"
        return phrase and word == "when" and start < place < start + 8
    if place + 1 >= high:
        return False
    if phrase and tag == "S" and place > start and opens_one(line, place):
        return True
    if tag == "Q":
        told = phrase and tags[place + 1] == "A"  # "which it calls “Boil Now,” | will ship"
        return ends_with_comma(line, place) and (told or _breaks(line, place + 1, high))
    if tag in ",-":
        if phrase and tags[place + 1] == "C" and _last_of_list(line, start, place, high):
            return False
        if words[place + 1] in ("a", "an") and place > start + 4 and tags.find(",", place + 1, high) < 0:
            return True  # "…, a move that would cost millions": the teller's own as a rule
        return _breaks(line, place + 1, high) or (
            phrase and tag == "," and not _goes_on(line, place, high)
            and not (tags[place + 1] == "b" and tags[start - 1] == "L")  # "to cut tolls, mend roads and …"
        )
    if place == start or word not in _LINKS:
        return False
    stated = _new_statement(line, place, high) and not (word == "and" and tags[place + 1] == "O")
    return stated or _joined_verb(line, start, place, high, phrase)


def _last_of_list(line: Line, start: int, comma: int, high: int) -> bool:
    """Whether ", and …" goes on with a list ("trade, taxes, and war") or another phrase ("of trade, and of war")."""
    tags = line.tags
    if line.words[comma + 1] not in ("and", "or"):
        return False
    item = _NO_VERB.match(tags, comma + 2, high)
    return item is not None and (
        tags.find(",", start, comma) > 0 or (tags[comma + 2] in "IL" and tags[item.end() - 1] != ",")
    )


# What holds no verb as far as the next comma.
_NO_VERB = re.compile(r"[^VvAsbWHOQ,.;:-]+(?:[,.;:-]|\Z)")
_LINKS = frozenset("and but while although though whereas".split())


# A list behind a comma ("taxes, trade and war"), up to its last "and".
_LIST = re.compile(r"[TJNPDZGEIRMUOQ]{1,12}(?:,[TJNPDZGEIRMUOQ]{1,12}){0,6},?C[^Vv]")
_ADDS = frozenset("including especially particularly notably like such from even".split())


def _goes_on(line: Line, comma: int, high: int) -> bool:
    """Whether the noun phrase before ``comma`` goes on behind it: a list, adjectives in a row, a name's apposition."""
    tags = line.tags
    after = comma + 1
    if line.words[after] in _ADDS or (tags[comma - 1] == "J" and tags[after] in "JN"):
        return True
    if (tags[after] == "W" or line.words[after] in _RESUMES) and _resumes(line, comma, high):
        return True
    if tags[comma - 2] in "TZ" and _MORE.match(tags, after, high):
        return True  # "their rich, well-armed ally"
    if tags[after] == "P" and _NAME.match(tags, after, high) and _names(line, comma):
        return True
    return _LIST.match(tags, after, high) is not None


def _resumes(line: Line, comma: int, high: int) -> bool:
    """Whether what is said of somebody goes on behind a relative clause: "praised Kim, who left, | for her work"."""
    tags, words = line.tags, line.words
    if tags[comma + 1] == "W":
        close = tags.find(",", comma + 1, min(high, comma + 20))
        return 0 < close < high - 1 and words[close + 1] in _RESUMES
    opening = tags.rfind(",W", max(0, comma - 20), comma)
    return opening > 0 and tags.find(",", opening + 1, comma) < 0


_RESUMES = frozenset(("for", "of", "as"))
_MORE = re.compile(r"[JNE]{1,4}(?![JNEPVvAsCZSHWG])")  # the rest of a noun phrase without an article


def _names(line: Line, comma: int) -> bool:
    """Whether a name behind ``comma`` tells who or where: "her successor, Ana Ruiz", "in Leeds, Yorkshire, on"."""
    if line.tags[comma - 1] == "N":
        return names_people(line.words[comma - 1])
    return line.tags[comma - 1] == "P" and line.tags[comma + 2 : comma + 3] in (",", ".", "")


# A name that a comma or the end closes.
_NAME = re.compile(r"P{1,4}(?:\(P+\))?(?=[,.;:-]|\Z)")


def _joined_verb(line: Line, start: int, k: int, high: int, phrase: bool) -> bool:
    """Whether ``and said …`` stands at ``k``: another cue of the same subject."""
    tags = line.tags
    j = k + 1
    if j < high and tags[j] == "R":
        j += 1
    if line.words[k] == "but":
        return _but_verb(line, j, high, phrase)
    if phrase and line.words[k] == "and" and _parallel(line, start, j, high):
        return True
    if j >= high or tags[j] not in ("VsAv" if phrase else "V"):
        return False
    if phrase:
        return True
    cue = CUE_FORMS.get(line.words[j].lower())
    if cue is None:
        return False
    if cue.verb.lemma in _SPEECH or tags[k - 1] == "Q":
        return True
    return cue.verb.lemma in _OF_PEOPLE and j + 1 < high and tags[j + 1] in "TOUNPQ"


def _parallel(line: Line, start: int, j: int, high: int) -> bool:
    """Whether a verb of the cue's own form stands at ``j``: "calling it late | and accusing him".

    ``start`` is where the noun phrase between them begins. A participle must have an object: "old and renewed plans".
    """
    tags = line.tags
    if j + 1 >= high or tags[j] not in "GE":
        return False
    cue = tags[start - 1] if tags[start - 1] not in "IR" else tags[start - 2]
    if tags[j] == "G":
        return cue == "G" and tags[j + 1] in "TUOPQHILZ"
    return cue in "VE" and tags[j + 1] in "TUOQ" and line.words[j + 1] != "it"


def _but_verb(line: Line, verb: int, high: int, phrase: bool) -> bool:
    """Whether "but" and the verb are the teller's: "would go but said no"; not so in "was late but would come"."""
    tags, words = line.tags, line.words
    if verb >= high or words[verb - 1] in _RATHER:
        return False
    tag = tags[verb]
    if phrase or tag != "A" or words[verb] in ("has", "have"):
        return tag in "VsvA"
    verb += 1 + (tags[verb + 1 : verb + 2] == "X")
    return words[verb - 1] == "not" and verb < high and words[verb] in CUE_FORMS  # "but did not say"


_RATHER = frozenset("also even instead rather still".split())  # "not … but rather …": all of it was said


# Verbs and nouns by which the teller remarks on what was said.
_REMARKS = frozenset("refer point allude cite quote echo invoke repeat compare note".split())
_REMARKED = frozenset({("reference", "to"), ("swipe", "at"), ("nod", "to"), ("allusion", "to")})
_SPEECH = frozenset("say tell add call ask urge".split())
# what people do with words, and to whom: "… had been cancelled and advised passengers"
_OF_PEOPLE = frozenset("accuse advise criticise criticize describe praise thank warn".split())


def ends_with_comma(line: Line, place: int) -> bool:
    """Whether the quotation at ``place`` ends in a comma inside its marks, as American papers print it."""
    end = line.quotes[place].end
    return line.image[end - 1 : end] == ","


def ends_with_comma_at(line: Line, place: int) -> bool:
    """Whether a quotation stands at ``place`` that ends in a comma inside its marks."""
    return line.tags[place] == "Q" and ends_with_comma(line, place)


def _breaks(line: Line, k: int, high: int) -> bool:
    """Whether a statement of its own begins at ``k``, just behind a comma."""
    tags, words = line.tags, line.words
    j = k
    if words[k] in _JOINS:
        j += 1
    while j < high and tags[j] in "RC" and j < k + 3:
        j += 1
    if j >= high:
        return False
    tag = tags[j]
    if tags[k] == "S" and words[k] in ("before", "after") and j + 1 < high and tags[j + 1] == "G":
        return words[j + 1] in CUE_FORMS  # " - before admitting that"
    if _LATER.match(tags, k, high) is not None and _is_later(line, k, high):
        return True
    if words[k] in _JOINS and tag in "TOP" and k < j:
        # ", and the others …", ", but he …": a clause of the teller's own as a rule
        return words[k] != "but" or words[j - 1] not in _RATHER
    if tag == "G":
        if words[j] in _DRAWN and not _REACTIONS.isdisjoint(words[j + 1 : min(j + 6, high)]):
            return True
        cue = CUE_FORMS.get(words[j].lower())
        if cue is not None and cue.verb.lemma in _REMARKS:
            return True  # ", referring to …": what the teller says of the words
        if cue and cue.frames & _STATEMENTS and words[j].lower() not in _NOT_BREAKING:
            return True
        return words[j].lower() == "according"
    if tag == "T" and words[j] in ("a", "an") and (_WEIGHED & set(words[j + 1 : min(j + 3, high)])):
        return "of" not in words[j + 2 : min(j + 4, high)]
    if tag == "T" and tuple(words[j + 1 : j + 3]) in _REMARKED:
        return True  # ", a reference to …"
    if tag in "Vs" and k < j and words[k] in ("and", "but"):
        return True
    return _new_statement(line, k, high)


# ", drawing laughter", ", triggering noisy scenes": how it was taken is the teller's
# ", a charge rejected by Lee", ", a claim she repeated": what came of the words
_WEIGHED = frozenset("accusation allegation assertion charge claim sentiment suggestion view".split())
_MOMENTS = frozenset("moments seconds minutes hours days weeks".split())
# ", a day after regulators fined it", ", hours before …": when it was said is the teller's
_LATER = re.compile("N?" + times.COUNTED_FROM)  # a number in letters is tagged as a noun


def _is_later(line: Line, k: int, high: int) -> bool:
    """Whether what stands at ``k`` is a time from which another is counted: "two days after …"."""
    place = line.tags.find("S", k, high)
    return line.words[place] in ("after", "before") and line.words[place - 1] in UNITS_OF_TIME


_DRAWN = frozenset("drawing earning eliciting provoking prompting sparking triggering".split())
_REACTIONS = frozenset(
    "anger applause backlash boos call calls cheers complaints condemnation criticism debate fury jeers laughter "
    "outcry outrage protest protests reaction reactions rebuke rebukes response responses scenes uproar".split()
)
_JOINS = frozenset("and but yet while although though whereas".split())
_STATEMENTS = frozenset({"q", "that", "np-that", "np-as", "as", "wh"})
_NOT_BREAKING = frozenset("reading seeing meaning showing".split())


def _new_statement(line: Line, k: int, high: int) -> bool:
    """Whether ``(but|while)? subject cue`` stands at ``k``."""
    m = _TO_VERB.match(line.tags, k, min(high, k + 14))
    if m is None:
        return False
    verb = m.end() - 1
    cue = CUE_FORMS.get(line.words[verb].lower())
    if cue is None:
        return False
    with_particle = "q~" in cue.frames and not PARTICLES.isdisjoint(line.words[verb + 1 : verb + 2])
    if cue.frames.isdisjoint(_STATEMENTS) and not with_particle:
        return False
    return _NEXT_SUBJECT.match(line.tags, k, verb) is not None


# Up to the first word that may be a cue, with no mark and no other verb before it.
_TO_VERB = re.compile(r"(?:[^VsbvWHQ,.!;:(]|(?<![NPORA])b){0,14}(?:[Vs]|(?<=[NPORA])b)")


def clause_start(line: Line, low: int, end: int) -> int:
    """Where the clause before ``end`` begins: the sentence's start, behind a leading "but" or "and"."""
    k = low
    if line.words[low] in ("SIR", "Sir", "Madam") and low + 1 < end and line.tags[low + 1] in "-,":
        k += 1  # "SIR - When my father …": a letter to the editor
    while k < end and line.tags[k] in ",;-:)q":
        k += 1
    if k < end and line.tags[k] == "C" and line.words[k].lower() in ("but", "and", "yet"):
        k += 1
    elif k + 1 < end and line.tags[k] == "R" and line.tags[k + 1] == ",":
        k += 2  # "However, "
    return k


def clause_limit(line: Line, low: int, subject: int, verb: int, high: int) -> int:
    """Where the clause of the cue at ``verb`` must end: at the main clause's comma, behind "while" …"""
    tags = line.tags
    lead = subject - 1
    if lead > low and tags[lead] == "I":
        lead -= 1
    if lead < low or tags[lead] != "S" or (lead > low and tags[lead - 1] not in "C,R"):
        return high
    comma = verb + 1
    while True:
        comma = tags.find(",", comma, high)
        if comma < 0 or comma + 2 >= high:
            return high
        m = _MAIN_CLAUSE.match(tags, comma + 1, high)
        if m is not None:
            return comma
        comma += 1


_MAIN_CLAUSE = re.compile(r"R?(?:O|[TJNPDZE]{1,8}(?:I[TJNPDZE]{1,6})?)R?[VvAsb]")


def phrase_end(line: Line, start: int, high: int) -> int:
    """Where the noun phrase from ``start`` ends with all that hangs on it: before a finite verb of its sentence."""
    tags = line.tags
    k = start
    open_clauses = 0  # relative clauses that still want their verb
    while k < high:
        tag = tags[k]
        if tag in "WHS" or (tag in "O" and k > start):
            open_clauses += tag != "O" or tags[k - 1] not in "WHS"
        elif tag in "VvAsb" and not (tag in "Vb" and k and tags[k - 1] in "TLJAR" and tag == "b"):
            if not open_clauses:
                break
            open_clauses -= 1
            while tag == "A" and k + 1 < high and tags[k + 1] in "ARX":
                k += 1
            if tag == "A" and k + 1 < high and tags[k + 1] in "VvEbs":
                k += 1
        k += 1
    return k if k > start else high


def is_clause(line: Line, start: int, end: int) -> bool:
    """Whether the words hold a finite verb, or a quotation, which may hold one."""
    return _VERB.search(line.tags, start, end) is not None
