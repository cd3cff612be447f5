"""Where what was said stands around its cue: before it, behind it, on both sides."""

from __future__ import annotations

import re

from quotetrack.attribution import appositions, ends, gaps, inverted, said
from quotetrack.attribution.relations import Range, Relation
from quotetrack.phrases import nouns
from quotetrack.phrases.forms import names_people
from quotetrack.phrases.lexicon import CUE_FORMS
from quotetrack.phrases.words import Line


def after_colon(line: Line, found: said.Found) -> said.Found:
    """``tweeted a picture with the words: “Q”``: a whole quotation behind a colon is what was said."""
    start, end = found.content[-1] if found.content else (0, 0)
    if end - start < 3 or found.frame_name == "that" or line.tags[end - 2 : end] != ":Q":
        return found
    first = line.quotes[end - 1].start
    if not line.image[first : first + 1].isupper():
        return found
    return found._replace(frame_name="colon", content=((end - 1, end),))


_OF_WHICH = frozenset("which who whom what that".split())


def of_which(line: Line, relative: int, i: int, high: int, frames: frozenset[str]) -> tuple[Range, ...] | None:
    """``which Kim said was wrong`` · ``what they expected``: the relative word, and the verb whose subject it is."""
    tags = line.tags
    k = i + 1
    if line.words[relative].lower() not in _OF_WHICH:
        return None
    if k < high and tags[k] in "RX":
        k += 1
    circumstance = k < high and "np" in frames and tags[k] in "ISM"  # "which he criticized on Tuesday"
    if k >= high or tags[k] in ",.!;-" or (circumstance and line.words[k] != "as"):
        return ((relative, relative + 1),) if tags[relative] == "W" else None
    named = line.words[k] == "as" if "as" in frames else "np-as" in frames  # "which he describes as his home"
    if tags[k] not in "AvVbs" and not (named and (tags[relative] == "W" or line.words[k] == "as")):
        return None
    end = ends.clause_end(line, i + 1, high, phrase=True)
    if tags[k] not in "AvVbs" and "Q" in tags[k:end]:
        return None  # "what one dealer called “a rout”": the words in marks are what was said
    return (relative, relative + 1), (i + 1, end)


def contact(
    line: Line, low: int, source: Range, i: int, high: int, frames: frozenset[str]
) -> tuple[Range, tuple[Range, ...]] | None:
    """``a plan the mayor supports`` · ``a decision they say was wrong``: what it is about stands before its subject."""
    tags = line.tags
    k = i + 1
    while k < high and tags[k] in "R":
        k += 1
    verb = k < high and tags[k] in "Av"
    if tags[k : k + 1] == "I" and "+" + line.words[k] in frames and stops(line, k + 1, high):
        frames, k = frames | {"np"}, k + 1  # "the plan he rails against"
    over = stops(line, k, high) or (tags[source[0]] == "O" and tags[k] in "SM")
    if (verb and "that" not in frames) or not (verb or ("np" in frames and over)):
        return None
    begin = source[0]
    if tags[begin] in "NJT" and "P" in tags[begin : source[1]] and tags[begin - 1] not in "NPUT)-":
        begin = tags.find("P", *source)  # "a question Liberals ask"
        if tags[begin - 1] != "N":
            return None
    head = begin - 1
    if head < low or tags[head] not in "NPT" or tags[begin] not in "OTPN":
        return None
    if tags[head] == "T" and line.words[head] not in ("those", "one", "ones"):
        return None
    start = nouns.before(line, low, begin)
    if start >= begin or (tags[start] in "P" and tags[begin] == "P"):
        return None
    about = (start, begin)
    if verb:
        return (begin, source[1]), (about, (k, ends.clause_end(line, k, high, phrase=True)))
    return (begin, source[1]), (about,)


def as_noted(line: Line, low: int, place: int, i: int, high: int) -> tuple[Range, ...] | None:
    """``As the mayor noted, the toll …``: the clause behind the comma is what was said."""
    if place > low + 2 and line.tags[place - 1] == "," and stops(line, gaps.skip_frame(line, i + 1, high), high):
        start = ends.clause_start(line, low, place - 1)  # "The toll rose, as the mayor has acknowledged."
        if "Q" in line.tags[start : place - 1] and line.words[place - 2] in _SAYS:
            return None  # "“Yes,” Kim said, as the crowd cheered."
        return ((start, place - 1),) if start < place - 1 and ends.is_clause(line, start, place - 1) else None
    if place - low > 1 or (place > low and line.tags[low] not in "CR"):
        return None
    behind = i + 1 + (line.words[i + 1 : i + 2] == ["out"])  # "as Kim points out in her column"
    comma = gaps.skip_frame(line, behind, high)
    if comma + 2 >= high or line.tags[comma] != ",":
        return None
    return ((comma + 1, ends.clause_end(line, comma + 1, high)),)


def relative_end(line: Line, who: int, i: int, high: int, frames: frozenset[str]) -> int:
    """Where the relative clause of the cue at ``i`` ends: at a comma or a quotation before the main clause's verb."""
    tags = line.tags
    if who and tags[who - 1] in "NP" and not frames & {"q", "that", "that!"} and i + 3 < high:
        high = ends.phrase_end(line, i + 1 + (tags[i + 1] == "L") * 2, high)
    if who and tags[who - 1] in "NPD":
        high = _main_verb(line, i, high, frames)
    k = i + 1
    while k + 1 < high:
        if tags[k] == "," or (tags[k] == "Q" and ends.ends_with_comma(line, k)):
            j = k + 1
            while j < high and tags[j] in "RX":
                j += 1
            if j < high and tags[j] in "VsvA":
                return k + (tags[k] == "Q")
        elif tags[k] == "Q" and tags[k - 1] not in "TJDZHVs" and tags[who - 1] in "NPO" and _acts(tags, k + 1):
            return k + 1  # "those who told him to “get a job” said": no comma parts them
        k += 1
    return high


def _acts(tags: str, k: int) -> bool:
    """Whether a finite verb stands at ``k``, or behind one adverb there."""
    return tags[k + (tags[k] == "R") : k + 2][:1] in ("V", "s", "A")


def _main_verb(line: Line, i: int, high: int, frames: frozenset[str]) -> int:
    """Where the verb group of the main clause begins behind a relative clause with no comma, or ``high``.

    ``a driver who saw the crash | said`` · ``one who declined to give a name | told reporters``: a cue of speech whose
    subject would be a thing, or that stands behind an infinitive, is the verb of the one whom the clause hangs on.
    """
    tags, words = line.tags, line.words
    infinitive = tags[i + 1 : i + 2] == "L"
    for k in range(i + 1, min(high, i + 16)):
        if tags[k] in ",;:.QHWSC":
            break
        if infinitive and k > i + 3 and tags[k] in "VsAv" and tags[k - 1] in "NEV":
            return k
        if tags[k] == "b" and tags[k - 1] in "PU" and k > i + 1 and words[i] not in _SENSES and words[k] in CUE_FORMS:
            return k  # "people who know Orr | describe him": one name takes no plain form
        if tags[k] in "Vs" and words[k] in _SAYS and tags[k - 1] in "NE":
            if not frames & _BARE or not names_people(words[k - 1]):
                return k
    return high


# Verbs with an object and a plain form: "who heard Kim say".
_SENSES = frozenset(
    "hear hears heard see sees saw seen watch watched let lets make makes made help helps helped have has had".split()
)
_SAYS = frozenset("said says told tells added wrote".split())
_BARE = frozenset({"that", "bare"})


def ends_open(line: Line, i: int, high: int, found: said.Found | None) -> bool:
    """Whether the sentence ends behind the cue, its time and its addressee: the words come in the next one."""
    end = found.addressee[1] if found is not None and found.addressee is not None else i + 1
    end = gaps.skip_frame(line, end, high)
    return end >= high or (end == high - 1 and line.tags[end] in ".:!")


def opening(line: Line, i: int, high: int) -> tuple[Range, said.Found] | None:
    """``Said Kim, “…”``: a cue that opens its sentence, its subject, and a quotation."""
    source = inverted.subject_after(line, i + 1, high)
    if source is None or source[1] >= high or line.tags[source[1]] not in ",:":
        return None
    found = said.quotation(line, source[1], high)
    return (source, found) if found is not None else None


def _closed_for_cue(line: Line, quote: int) -> bool:
    """Whether the quotation ends as one does whose cue follows: in a comma, in or behind its marks, or with ? or !."""
    end = line.quotes[quote].end
    return line.image[end - 1 : end] in (",", "?", "!", "-", "—", ".", "…") or line.tags[quote + 1] in ",-"


def quote_before(line: Line, low: int, group: int) -> int:
    """The quotation that a cue at ``group`` may follow: the last that ends as one does, or one close by, or -1."""
    last = quote = line.tags.rfind("Q", low, group)
    while quote >= 0:
        if _closed_for_cue(line, quote):
            return quote
        quote = line.tags.rfind("Q", low, quote)
    if last < 0 or group - last >= 6 or _is_modifier(line, last):
        return -1
    # 'promised "swift" action, her spokesman said': the quotation is part of what stands before the comma
    return -1 if line.tags[last + 1] in "NJ" and "," in line.tags[last + 2 : group] else last


def _is_modifier(line: Line, quote: int) -> bool:
    """Whether the quotation is a word or two in marks before their noun: "the “swing” states matter"."""
    passage = line.quotes[quote]
    return appositions.inside(line, quote) and line.tags[quote + 1] != "P" and passage.end - passage.start < 25


def aside(
    line: Line, low: int, i: int, high: int, source: Range
) -> tuple[tuple[Range, ...], tuple[Range, ...]] | None:
    """``In Miami, Kim said, the plan …``: cue and source stand between commas inside what was said."""
    tags = line.tags
    if source[0] >= i or source[0] - 2 < low or tags[source[0] - 1] not in ",-" or tags[source[0] - 2] == "Q":
        return None
    if tags[source[0]] == "W":
        return None  # "the talks, which began on Monday, are": it tells of the talks
    end = gaps.skip_frame(line, i + 1, high)
    if end + 2 >= high or tags[end] not in ",-" or tags[end + 1] in "GSWH" or line.words[end + 1] in ("and", "but"):
        return None
    if tags[end + 1 : end + 3] == "IW":
        return None  # ", in what would be its biggest deal": the teller's
    if tags[end + 1] == "Q":
        return _words_behind(line, low, end, source, ((i + 1, end),) if end > i + 1 else ())
    stop = ends.clause_end(line, end + 1, high)
    if not ends.is_clause(line, end + 1, stop):
        return None
    start = ends.clause_start(line, max(low, tags.rfind(";", low, source[0]) + 1), source[0] - 1)
    frame = ((i + 1, end),) if end > i + 1 else ()
    if start >= source[0] - 1 or (start + 2 == source[0] and tags[start] == "R"):  # "But, she added, the plan …"
        return ((end + 1, stop),), frame
    return ((start, source[0] - 1), (end + 1, stop)), frame


def _words_behind(
    line: Line, low: int, end: int, source: Range, frame: tuple[Range, ...]
) -> tuple[tuple[Range, ...], tuple[Range, ...]] | None:
    """``He had been called worse, he said, “mostly by my wife”``: a clause that ends in a quotation behind its cue."""
    tags = line.tags
    first = line.quotes[end + 1].start
    if not line.image[first : first + 1].islower() or tags[end + 2 : end + 3] not in ("", ".", "!"):
        return None
    start = ends.clause_start(line, low, source[0] - 1)
    if tags[start] not in "OTPN" or tags.find("Q", start, source[0]) >= 0 or not _MAIN.match(tags, start, source[0]):
        return None
    return ((start, source[0] - 1), (end + 1, end + 2)), frame


_NAMING = frozenset("TPND()")
_MAIN = re.compile(r"(?:O|[TJNPDZ]{1,8})R?[VvAs][^,]*,$")


def stops(line: Line, k: int, high: int) -> bool:
    """Whether nothing more of the clause follows."""
    return k >= high or line.tags[k] in ",.!;-:)"


def is_object(line: Line, source: Range, high: int, quoted: bool = False) -> bool:
    """Whether what follows the words makes them the subject of another verb; ``quoted``: a quotation comes before."""
    if quoted:  # "who called Lee “a liar,” said he was"
        return line.tags[source[0]] in "OU" and line.tags[source[1] : source[1] + 1] in tuple("VvAbE")
    if line.tags[source[0]] in "OU" or (source[1] == source[0] + 1 and line.tags[source[0]] == "T"):
        return not stops(line, source[1], high)  # "said he." but not "said he was"
    k = max(source[1], nouns.after_with_tail(line, source[0], high, all_links=True))
    return k < high and (line.tags[k] in "VvAQ" or line.tags[k : k + 2] in _ACTS)


_ACTS = frozenset(("EJ", "ET", "EO", "EN", "EP"))  # "said the mayor deserved praise"


def with_rest(line: Line, made: Relation, high: int, k: int) -> Relation:
    """A quotation that goes on behind its cue: ``"Q," Kim said, "Q2"`` belongs to the same content."""
    tags, words = line.tags, line.words
    start = k
    while start < high and tags[start] in ",-:;":
        start += 1
    if start < high and tags[start] in "CR" and start + 1 < high and tags[start + 1] == "Q":
        start += 1
    if k < start < high and tags[start] in "PT":  # "in his memoir, The Long Road (1994), “Q2”"
        close = tags.find(",Q", start, start + 9)
        start = close + 1 if close > 0 and set(tags[start:close]) <= _NAMING else start
    goes_on = k < start < high and tags[start] == "Q"
    if goes_on and any(tags[p] == "Q" for s, e in made.content for p in (s, e - 1)):
        return made._replace(content=(*made.content, (start, start + 1)))
    # a clause that goes on behind its cue: "Trump, he said, is …"
    if (
        made.rule == "before" and k + 2 < high and tags[k] == ","
        and not any(tags[p] == "Q" for s, e in made.content for p in range(s, e))
        and tags[k + 1] not in "GSWVQ" and words[k + 1] not in ("and", "but")
        and tags[k + 1 : k + 3] not in ("IG", "IW")
    ):
        return made._replace(content=(*made.content, (k + 1, ends.clause_end(line, k + 1, high))))
    return made


def content_before(line: Line, low: int, end: int) -> tuple[Range, ...] | None:
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
        if k + 1 == end and k > low and _is_modifier(line, k):
            return None
        start = k
        while start - 1 >= low and tags[start - 1] == "Q":
            start -= 1
        first = ends.clause_start(line, low, start)
        if first >= start:
            return tuple((p, p + 1) for p in range(start, k + 1))
        inside = line.quotes[start]
        opening = line.image[inside.start : inside.start + 1]
        if (opening.isupper() and tags[start - 1] in ",:") or tags[start - 1] == ";":
            return tuple((p, p + 1) for p in range(start, k + 1))
        return ((first, k + 1),)
    return None


def _has_main_verb(line: Line, start: int, end: int) -> bool:
    """Whether a finite verb stands outside a relative clause: not so in "Kim, who was there, recalled"."""
    tags = line.tags
    who = _WHO.search(tags, start, end)
    if who is None or tags.find(",", who.end(), end) >= 0:
        return _FINITE_VERB.search(tags, start, end) is not None
    return ends.is_clause(line, start, who.end() - 1)


_WHO = re.compile(r"[NP,]W")
_FINITE_VERB = re.compile(r"[VvAsbQ]|(?<![,C])E")  # ", dated Monday and seen by the paper,": participles, no verbs


def says_later(line: Line, i: int, high: int) -> bool:
    """Whether a verb of saying stands behind the comma that ends the aside which the participle at ``i`` opens."""
    comma = line.tags.find(",", i, min(high, i + 12))
    return 0 < comma < high - 1 and line.words[comma + 1] in _SAYS and line.tags[comma - 1] != "Q"
