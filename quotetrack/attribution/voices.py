"""Quotations with no verb of saying: whose reply, view or verdict they were, and how somebody put it."""

from __future__ import annotations

from quotetrack.attribution import inverted, subjects
from quotetrack.attribution.relations import Range, Relation
from quotetrack.phrases import nouns
from quotetrack.phrases.forms import names_people
from quotetrack.phrases.words import Line
from quotetrack.records import Stance
from quotetrack.rules.voices import CRIES, PUTS, SAID, SAYS, TERMS, USES, VIEWS
from quotetrack.rules.words import BE, POSSESSIVES


def voiced(line: Line, low: int, high: int, place: int) -> Relation | None:
    """Who says the quotation at ``place`` where its sentence names it as somebody's, and no cue verb does."""
    behind = _put_so(line, low, high, place) or _put_before(line, low, place)
    named = behind or _led_in(line, low, place) or _owned(line, low, place) or _used(line, low, place)
    return named or _cried(line, low, high, place)


def _put_so(line: Line, low: int, high: int, place: int) -> Relation | None:
    """``“…” was how Kim put it`` · ``“…” was the verdict of Kim`` · ``“…” was Kim's advice`` · ``“…”: Kim``."""
    tags, words = line.tags, line.words
    k = place + 1
    if place == low and tags[k : k + 1] == ":":
        return _behind_colon(line, k, high)
    while k < high and tags[k] in ",-":
        k += 1
    parted = k > place + 1 or line.image[line.quotes[place].end - 1] == ","
    if parted and k + 2 < high and words[k] == "as":  # "“…”, as he put it"
        return _as_put(line, k + 1, high)
    if k + 2 >= high or words[k] not in ("was", "is"):
        return None
    verbs = _AFTER_BE.get(words[k + 1])
    return _whose_it_was(line, k, high) if verbs is None else _clause_of(line, k + 2, high, verbs)


# What a quotation "was", and the verb of the one who put it so: "was how Kim put it", "was all Kim said".
_AFTER_BE = {"how": PUTS, "all": SAYS, "what": SAYS}


def _clause_of(line: Line, start: int, high: int, verbs: frozenset[str]) -> Relation | None:
    source = inverted.subject_after(line, start, high)
    if source is None or not (source[1] < high and line.words[source[1]] in verbs):
        return None
    return _relation((source[1], source[1] + 1), line.words[source[1]], source)


def _whose_it_was(line: Line, be: int, high: int) -> Relation | None:
    """``was the verdict of Kim`` · ``was Kim's advice``, from the "was" at ``be``."""
    words, end = line.words, nouns.after(line, be + 1, high)
    of = words[end : end + 1] in (["of"], ["from"]) and words[end - 1] in SAID
    owner = inverted.subject_after(line, end + 1, high) if of else whose(line, be + 1, end)
    return _relation((be, be + 1), words[end - 1], owner) if owner is not None else None


def _as_put(line: Line, start: int, high: int) -> Relation | None:
    """``as Kim put it`` · ``as Kim likes to say``, from behind the "as"."""
    words = line.words
    verb = next((k for k in range(start + 1, min(high, start + 10)) if words[k] in _PUT_OR_SAID), start)
    end = verb - 2 if words[verb - 2 : verb] in (["likes", "to"], ["liked", "to"]) else verb
    if end <= start or nouns.after(line, start, end) != end:
        return None
    return _relation((verb, verb + 1), words[verb], (start, end))


_PUT_OR_SAID = PUTS | SAYS


def _put_before(line: Line, low: int, place: int) -> Relation | None:
    """``to, as one envoy put it, an “…”``: the aside right before the quotation, or before its article."""
    words, comma = line.words, place - 1
    while comma > low and line.tags[comma] in "TIL":
        comma -= 1
    if line.tags[comma] != ",":
        return None
    start = next((k for k in range(comma - 2, max(low - 1, comma - 12), -1) if words[k].lower() == "as"), comma)
    put = _as_put(line, start + 1, comma) if start < comma else None
    return put if put is not None and put.cue[1] + (words[comma - 1] == "it") == comma else None


def _used(line: Line, low: int, place: int) -> Relation | None:
    """``Kim used the word “…”``: the subject of the verb."""
    words = line.words
    if place - 3 < low or words[place - 1] not in TERMS or line.tags[place - 2] != "T":
        return None
    if words[place - 3] not in USES:
        return None
    group = subjects.group_start(line, low, place - 3)
    source = subjects.subject_before(line, low, group) if group > low else None
    if source is None or line.tags[source[0]] in "WH":
        return None
    return _relation((place - 3, place - 2), "use", source)


def _behind_colon(line: Line, colon: int, high: int) -> Relation | None:
    """A headline that names the speaker last: ``“We are done”: Ana Ruiz on the strike``."""
    end = nouns.after(line, colon + 1, high)
    named = end > colon + 1 and line.tags[end - 1] == "P" and line.tags[end : end + 1] in ("", "I", ".")
    return _relation((colon, colon + 1), ":", (colon + 1, end)) if named else None


def _led_in(line: Line, low: int, place: int) -> Relation | None:
    """``For Kim, “…”`` · ``To quote Kim, “…”`` · ``To Kim, it is “…”`` · ``In Kim's view, it is “…”``."""
    tags, words = line.tags, line.words
    comma = tags.find(",", low, min(place, low + 12))
    if comma < low + 2:
        return None
    first = words[low]
    if first in ("For", "To") and (comma == place - 1 or _is_to_somebody(line, low, comma, place)):
        start = low + 1 + (words[low + 1] in ("quote", "paraphrase"))
        named = tags[start] == "P" if start == low + 1 else True
        end = nouns.after(line, start, comma)
        return _relation((low, start), first.lower(), (start, end)) if named and start < end == comma else None
    if first in ("In", "By") and words[comma - 1] in VIEWS:
        owner = whose(line, low + 1, comma, VIEWS)
        return _relation((comma - 1, comma), words[comma - 1], owner) if owner is not None else None
    return None


def _is_to_somebody(line: Line, low: int, comma: int, place: int) -> bool:
    """Whether "To Kim," leads to what something is to Kim: one form of "be" and no other verb before the quotation."""
    tags = line.tags
    if tags[low + 1 : comma].strip("P"):
        return False
    verbs = [k for k in range(comma + 1, place) if tags[k] in "VvAsbEG"]
    return len(verbs) == 1 and line.words[verbs[0]] in BE


def _owned(line: Line, low: int, place: int) -> Relation | None:
    """``Kim's famous line – “…”`` · ``her reply, “…”`` · ``Kim's “…” jab``: what somebody said stands beside it."""
    tags, words, k = line.tags, line.words, place
    behind = "".join(words[place + 1 : place + 2])
    if behind in SAID and (tags[k - 1] == "Z" or words[k - 1] in POSSESSIVES):
        end = k - (tags[k - 1] == "Z")
        start = nouns.before(line, low, end) if end < k else k - 1
        return _relation((place + 1, place + 2), words[place + 1], (start, end)) if start < end else None
    while k > low and tags[k - 1] in ",-":
        k -= 1
    if k <= low + 1 or words[k - 1] not in SAID:
        return None
    cue = (k - 1, k)
    mark = tags.rfind("Z", max(low, k - 5), k)
    if mark > low:
        start = nouns.before(line, low, mark)
        return _relation(cue, words[k - 1], (start, mark)) if start < mark else None
    own = next((j for j in range(k - 2, max(low - 1, k - 5), -1) if words[j].lower() in POSSESSIVES), -1)
    return _relation(cue, words[k - 1], (own, own + 1)) if own >= 0 else None


def _cried(line: Line, low: int, high: int, place: int) -> Relation | None:
    """``cries of “…” from the gallery``: who cried, where it is told."""
    words = line.words
    if place < low + 2 or words[place - 1] != "of" or words[place - 2].lower() not in CRIES:
        return None
    end = nouns.after_with_tail(line, place + 2, high) if words[place + 1 : place + 2] == ["from"] else 0
    source = (place + 2, end) if end > place + 2 else None
    return _relation((place - 2, place - 1), words[place - 2].lower(), source)


def whose(line: Line, start: int, end: int, heads: frozenset[str] = SAID) -> Range | None:
    """The possessor in ``Kim's reply`` or ``her reply``, where what is possessed is something said; else None."""
    mark = line.tags.rfind("Z", start, end)
    tail = max(mark, start)
    while tail < end and line.tags[tail] not in "IL":
        tail += 1  # "her message | to the fans"
    if tail - start < 2 or line.words[tail - 1] not in heads:
        return None
    if mark > start:
        return start, mark
    return (start, start + 1) if line.words[start].lower() in POSSESSIVES else None


def told_of(line: Line, low: int, high: int) -> Relation | None:
    """Whom a sentence beside a quotation is about, where it tells nobody's words: "Kim shook her head."."""
    named = _so_said(line, low, high)
    if named is not None:
        return named
    pointed = _pointed_at(line, low, high)
    if pointed is not None:
        return Relation("subject", pointed, "", Stance.STATES, False, pointed, ())
    source = subjects.main_subject(line, low, high) or _bare_subject(line, low, high)
    said = source or (low + (line.tags[low] == "C"), high - 1)  # "And her advice?"
    owner = whose(line, *said)
    if owner is not None:
        return _relation(said, line.words[said[1] - 1], owner)
    if source is None or not _may_speak(line, source):
        return None
    return Relation("subject", source, "", Stance.STATES, False, source, ())


def _pointed_at(line: Line, low: int, high: int) -> Range | None:
    """Who is brought up to speak: ``Meet Ana Kim.`` · ``And Kim?`` · ``For Kim, it was no surprise.``"""
    stops = _POINTERS.get(line.words[low])
    if stops is None:
        return None
    start = end = low + 1
    while end < high and line.tags[end] == "P":
        end += 1
    return (start, end) if start < end < high and line.words[end] in stops else None


# Words before the name of one who speaks next, with the marks that close it.
_POINTERS = {"And": ("?",), "For": (",",), "Meet": (".", ","), "Enter": (".", ",")}


def _so_said(line: Line, low: int, high: int) -> Relation | None:
    """``That was the message from Kim`` · ``So said Kim``, of the quotation beside it."""
    words = line.words
    if words[low] in _POINTING and words[low + 1 : low + 2] in (["was"], ["is"], ["were"], ["are"]):
        return _whose_it_was(line, low + 1, high)
    if words[low] in _POINTING and words[low + 2 : low + 3] in (["from"], ["by"]) and words[low + 1] in SAID:
        source = inverted.subject_after(line, low + 3, high)  # "That line from Kim became a slogan"
        return _relation((low + 1, low + 2), words[low + 1], source) if source is not None else None
    if words[low] in ("So", "Thus") and words[low + 1 : low + 2] in (["said"], ["says"]):
        source = inverted.subject_after(line, low + 2, high)
        return _relation((low + 1, low + 2), words[low + 1], source) if source is not None else None
    return None


_POINTING = frozenset("That This Those These Such".split())


def _may_speak(line: Line, source: Range) -> bool:
    """Whether the words name somebody: a name, a pronoun, or a noun for people ("the coach")."""
    if line.words[source[0]].lower() in ("it", "there", "this", "that"):
        return False
    named = line.tags[source[0]] in "PO" or "P" in line.tags[slice(*source)]
    return named or names_people(line.words[source[1] - 1].lower())


def _bare_subject(line: Line, low: int, high: int) -> Range | None:
    """The name that opens a sentence whose verb no list has: "Ana Kim leans back"."""
    tags, end = line.tags, low
    while end < high and tags[end] == "P":
        end += 1
    verb = low < end < high - 1 and tags[end] == "N" and line.words[end][-1] == "s" and tags[end + 1] in "IRTUL"
    return (low, end) if verb else None


def speaker_of(line: Line, source: Range) -> Range:
    """The one who speaks where the source is what was said: "Kim's reply", "the message from party leaders"."""
    start, end = source
    place = line.words.index("from", start, end) if "from" in line.words[start:end] else end
    if start < place < end - 1 and line.words[place - 1] in SAID and "P" not in line.tags[start:place]:
        return place + 1, end
    return whose(line, *source) or source


def _relation(cue: Range, lemma: str, source: Range | None) -> Relation:
    return Relation("voice", cue, lemma, Stance.STATES, False, source, ())
