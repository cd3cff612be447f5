"""The words that name the source: left of the cue, or the subject of the whole sentence."""

from __future__ import annotations

import re

from quotetrack.attribution import appositions, times
from quotetrack.attribution.relations import Range
from quotetrack.phrases import nouns
from quotetrack.phrases.forms import names_people
from quotetrack.phrases.lexicon import CUE_FORMS
from quotetrack.phrases.words import Line

_FINITE = frozenset("VvAs")
_RELATIVE = frozenset("who which that".split())


_HABITS = frozenset("used liked likes loved loves".split())


def group_start(line: Line, low: int, verb: int) -> int:
    """Where the verb group of ``verb`` begins: its auxiliaries, adverbs and negations."""
    tags = line.tags
    k = verb
    while k > low and (tags[k - 1] in "RAX" or (tags[k - 1] in "ST" and _inside_group(line, low, k - 1))):
        k -= 1
    habit = k - 2 >= low and tags[k - 1] == "L" and line.words[k - 2] in _HABITS  # "used to say"
    if habit and "as" not in line.words[max(low, k - 6) : k]:  # “We are,” as Kim likes to say, “a family”: an aside
        k -= 2
        while k > low and tags[k - 1] in "RX":
            k -= 1
    return k


def _inside_group(line: Line, low: int, k: int) -> bool:
    """Whether a word stands among the auxiliaries of a verb: "has since said", "have both called"."""
    if line.tags[k] == "S":
        return line.words[k] in ("once", "since")
    return line.words[k] in _QUANTIFIERS and k > low and line.tags[k - 1] == "A"


def subject_before(line: Line, low: int, group: int, depth: int = 0) -> Range | None:
    """The subject whose verb group begins at ``group``, with its appositions; None where no noun phrase stands."""
    tags = line.tags
    k = group if tags[group - 1] in "OPWHUQ,-)" else times.before_time(line, low, group)
    if k <= low:
        return None
    tag = tags[k - 1]
    if tag == "U" and k - 2 >= low and tags[k - 2] in "NP" and line.words[k - 1].endswith(("self", "selves")):
        owner = subject_before(line, low, k - 1, depth)  # "Kim himself said"
        return (owner[0], k) if owner is not None else (k - 1, k)
    if tag == "W":
        return (k - 1, k) if line.words[k - 1].lower() in _RELATIVE else None
    if tag == "H":
        return (k - 1, k) if k - 2 >= low and tags[k - 2] in "NP," else None
    if tag == "," or tag == "-":
        return appositions.over_apposition(line, low, k - 1)
    start = nouns.before(line, low, k)
    if start == k or tags[start:k] == "J":
        return _before_relative(line, low, k) if tag != "Q" else _over_relative(line, low, k - 1, k)
    if start == k - 1 and line.words[start] in _QUANTIFIERS and start > low and tags[start - 1] in "NPO)":
        return subject_before(line, low, start, depth)  # "Kim and Lee both said"
    if start + 1 < k and line.words[start] in _THINGS and tags[start + 1] in "PT":
        start += 1  # "something Kim called “…”"
    if tags[start] == "U" and start > low:
        return _over_relative(line, low, start, k) or (start, k)  # "people who know him say"
    if tags[start] in "OUW" or start <= low:
        return start, k
    return _widened(line, low, start, k, depth)


_THINGS = frozenset("something anything everything nothing all".split())


def _widened(line: Line, low: int, start: int, k: int, depth: int) -> Range:
    """The subject that ends in the noun phrase from ``start`` to ``k``, with all that it is the end of."""
    tags = line.tags
    if tags[start - 1] in "IEGvVAsb":
        headed = _over_relative(line, low, start, k)
        if headed is not None:
            return headed
    if start - 3 > low and tags[start - 2] == "L" and tags[start - 1] in "bN":
        whole = _over_infinitive(line, low, start)
        if whole is not None:
            return whole, k
    if tags[start - 1] == "I" and start - 1 == low and tags[k - 1] == "P":
        start = _behind_opening(line, start, k)
    elif tags[start - 1] in "ILEGR":
        whole = appositions.whole(line, low, start)
        if whole == start and tags[start - 1] == "I" and depth < 3 and start - 1 > low and tags[start - 2] in "NPOAW),":
            # the object of a preposition between subject and verb: "Kim in a statement said"
            return subject_before(line, low, group_start(line, low, start - 1), depth + 1) or (start, k)
        start = whole
    elif tags[start] == "P" and start - 3 > low and tags[start - 1] == "," and tags[start - 2] == "P":
        start = _over_place(line, low, start)
    return start, k


def _over_relative(line: Line, low: int, start: int, end: int) -> Range | None:
    """The subject whose relative clause ends in the words from ``start``: "a man who spent a day in a well said"."""
    tags, words = line.tags, line.words
    if tags[start - 1] in "Vs":
        cue = CUE_FORMS.get(words[start - 1].lower())
        if cue is not None and "that" in cue.frames:
            return None  # "who said the mayor told": the mayor told
    for k in range(start - 1, max(low, start - 20), -1):
        if tags[k] in ",;:.QC":
            return None
        if tags[k] in "WH":
            verbs = "vVAsbRXE" if tags[k] == "W" else "vVAs"
            headed = tags[k - 1] in "NPO" or words[k - 1] in _THOSE or (tags[k - 1] == "," and tags[start] == "Q")
            if words[k].lower() not in _RELATIVE or tags[k + 1] not in verbs or not headed:
                return None
            first = nouns.before(line, low, k - (tags[k - 1] == ","))
            return (first, end) if first < k else None
    return None


_THOSE = frozenset(("those", "Those"))
_QUANTIFIERS = frozenset("both each all".split())


def _before_relative(line: Line, low: int, end: int) -> Range | None:
    """The subject whose relative clause ends in no noun: "a man who works abroad said"."""
    tags = line.tags
    for k in range(end - 2, max(low, end - 10), -1):
        if tags[k] in ",;:.QHCS":
            return None
        if tags[k] == "W":
            told = line.words[k].lower() in _RELATIVE and not _FINITE.isdisjoint(tags[k + 1 : end])
            start = nouns.before(line, low, k) if told else k
            return (start, end) if start < k else None
    return None


def _over_infinitive(line: Line, low: int, start: int) -> int | None:
    """Where the subject begins when its relative clause ends in an infinitive: "a man who refused to give his name"."""
    tags = line.tags
    for k in range(start - 3, max(low, start - 10), -1):
        if tags[k] in ",;:.QH":
            return None
        if tags[k] == "W" and line.words[k].lower() in _RELATIVE and tags[k - 1] in "NP":
            return nouns.before(line, low, k)
    return None


def _behind_opening(line: Line, start: int, end: int) -> int:
    """Where the name begins that is the subject behind an opening with no comma: "At his office Ana Ruiz told"."""
    tags = line.tags
    name = end
    while name > start and tags[name - 1] == "P":
        name -= 1
    return name if name - 1 > start and tags[name - 1] == "N" and tags[start] == "T" else start


def _over_place(line: Line, low: int, start: int) -> int:
    """ "Ana Ruiz of Columbia, South Carolina said": the state is not who said it."""
    tags, words = line.tags, line.words
    k = start - 1
    while k > low and tags[k - 1] == "P":
        k -= 1
    if tags[low] in "GI":
        return start  # "After a dinner at the home of Dan Orr, Ruiz said"
    if k - 2 < low or words[k - 1] not in ("of", "in", "from") or tags[k - 2] not in "NP":
        return start
    first = nouns.before(line, low, start - 1)
    return first if first <= low or tags[first - 1] in ",;:QHSC.!-" else start


def beside_noun(line: Line, low: int, source: Range) -> Range | None:
    """The subject of a clause that hangs on the noun before it with no "that": "a goal | his manager" (called …).

    The noun phrase may have been read as one ("a plan Ruiz", "a scheme prosecutors"); None where it is one.
    """
    tags, words = line.tags, line.words
    start, end = source
    if tags[start] != "T":
        return None
    if start > low and tags[start - 1] in "NP":
        return source
    name = end
    while tags[name - 1] == "P":
        name -= 1
    if name < end:
        apart = name > start + 1 and tags[name - 1] == "N" and not names_people(words[name - 1])
        return (name, end) if apart else None
    last = words[end - 1]  # one scheme, and many prosecutors
    many = end - start > 2 and words[start] in ("a", "an", "one", "another") and last.endswith("s")
    return (end - 1, end) if many and names_people(last) else None


def between(line: Line, quote: int, group: int) -> Range | None:
    """The subject between a quotation and its verb: all that stands there with what hangs on it, if it names one."""
    tags = line.tags
    start, end = quote + 1, group
    while start < end and tags[start] in ",-":
        start += 1
    while end > start and tags[end - 1] in ",-":
        end -= 1
    if start >= end or end - start > 32 or (start > quote + 1 and tags[start - 1] == "-" and "-" in tags[start:end]):
        return None  # "a “Q” -- the bus that runs at night -- will stop, Kim said"
    if tags[start] not in "TPNJDO" and not (tags[start] in "bGE" and tags[start + 1] in "PNGJ"):
        return None
    if end > start + 1 and "O" in (tags[start], tags[end - 1]):
        return None  # "“…”, a claim she repeated"
    last = tags.rfind(",", start, end)
    if last > 0 and appositions.is_aside(line, last + 1):
        end = last  # "Ruiz, after a pause, said"
    piece = tags[start:end]
    if _CONTACT.match(piece) is not None:
        return None  # "“…”, a charge | the company has denied"
    relative = piece.find("W")
    if relative < 0 and piece.find("H") > 0 and piece[piece.find("H") + 1 :][:1] in tuple("vVAs"):
        relative = piece.find("H")  # "the company that makes the drug"
    if piece[-1] in "WH" or any(tag in "VvAsH;:" for tag in (piece if relative < 0 else piece[:relative])):
        return None
    return start, end


# two noun phrases side by side, with nothing between; a time from which another is counted: "a day after Lee"
_CONTACT = re.compile("T[JNDE]{0,3}NT|" + times.COUNTED_FROM)

_TRIES = 12  # so many verbs are asked for their subject, of a sentence that may be a heap of verbs


def nearest_subject(line: Line, low: int, end: int, over: str = "H") -> Range | None:
    """The subject of the last finite verb before ``end``, relative clauses and clauses behind "that" passed over.

    ``over`` holds the letters of the words whose clauses are: with "S" and "W" those behind "as", "after", "whom" and
    their like too ("spoke after Lee won, saying").
    """
    tags = line.tags
    k = end - 1
    tries = _TRIES
    while k >= low and tries:
        if tags[k] in "VvAsEb":
            tries -= 1
            found = subject_before(line, low, group_start(line, low, k))
            if found is not None:
                if tags[found[0]] in "WH" or (found[0] > low + 1 and tags[found[0] - 1] in over):
                    k = found[0] - 1
                    continue
                if not (tags[k] in "Eb" and found[0] > low and tags[found[0] - 1] in "IL"):
                    return found
        k -= 1
    return None


def main_subject(line: Line, low: int, high: int) -> Range | None:
    """The subject of the sentence's first finite verb between ``low`` and ``high`` (of the first few, that is)."""
    tags = line.tags
    k = main_start(line, low, high)
    tries = _TRIES
    while k < high and tries:
        tag = tags[k]
        if tag == "W" and k > low and tags[k - 1] in ",NP":
            # a relative clause: pass over it to the next comma, or over its verb
            k += 1
            while k < high and tags[k] != ",":
                k += 1
        elif tag in "VvAsbE":
            tries -= 1
            group = group_start(line, low, k)
            found = subject_before(line, low, group)
            if found is not None and tags[found[0]] not in "WH" and not (found[0] > low and tags[found[0] - 1] in "IL"):
                return found
        k += 1
    return None


def main_start(line: Line, low: int, high: int) -> int:
    """Where the main clause begins behind one that opens the sentence ("While it rained, Kim …"), or ``low``."""
    tag, word = line.tags[low : low + 1], line.words[low].lower()
    if word not in (_CLAUSAL if tag == "S" else _ASKED):
        return low
    comma = line.tags.find(",", low, high)
    while comma > 0 and _FINITE.isdisjoint(line.tags[low:comma]):
        comma = line.tags.find(",", comma + 1, high)  # "While tents, food and water were short, Kim …"
    return comma + 1 if comma > 0 else low


_ASKED = appositions.ASKED | {"challenged", "told"}  # "Asked if it was safe, Kim …"
_CLAUSAL = frozenset("while whilst if because although though unless whereas".split())
