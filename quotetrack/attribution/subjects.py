"""The words that name the source: left of the cue, right of it, or the subject of the whole sentence."""

from __future__ import annotations

import re

from quotetrack.attribution.relations import Range
from quotetrack.phrases import nouns
from quotetrack.phrases.lexicon import CUE_FORMS
from quotetrack.phrases.words import Line

_FINITE = frozenset("VvAs")
_NOMINAL = re.compile(r"[TJNPDWEGO(M]|I[TJNPD]")
_RELATIVE = frozenset("who which that".split())


def group_start(line: Line, low: int, verb: int) -> int:
    """Where the verb group of ``verb`` begins: its auxiliaries, adverbs and negations."""
    tags = line.tags
    k = verb
    while k > low and (tags[k - 1] in "RAX" or (tags[k - 1] == "S" and line.words[k - 1] in ("once", "since"))):
        k -= 1
    if k - 2 >= low and tags[k - 1] == "L" and line.words[k - 2] == "used":  # "used to say"
        k -= 2
        while k > low and tags[k - 1] in "RX":
            k -= 1
    return k


def subject_before(line: Line, low: int, group: int, depth: int = 0) -> Range | None:
    """The subject whose verb group begins at ``group``, with its appositions; None where no noun phrase stands."""
    tags = line.tags
    k = group if tags[group - 1] in "OPWHUQ,-)" else before_time(line, low, group)
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
        return _over_apposition(line, low, k - 1)
    start = nouns.before(line, low, k)
    if start == k or tags[start:k] == "J":
        return _before_relative(line, low, k) if tag != "Q" else _over_relative(line, low, k - 1, k)
    if start == k - 1 and line.words[start] in _QUANTIFIERS and start > low and tags[start - 1] in "NPO)":
        return subject_before(line, low, start, depth)  # "Kim and Lee both said"
    if start + 1 < k and line.words[start] in _THINGS and tags[start + 1] in "PT":
        start += 1  # "something Kim called “…”"
    if tags[start] in "OUW" or start <= low:
        return start, k
    if tags[start - 1] in "IEGvVAs":
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
        whole = _whole(line, low, start)
        if whole == start and tags[start - 1] == "I" and depth < 3 and start - 1 > low and tags[start - 2] in "NPOAW),":
            # the object of a preposition between subject and verb: "Kim in a statement said"
            further = subject_before(line, low, group_start(line, low, start - 1), depth + 1)
            if further is not None:
                return further
        start = whole
    elif tags[start] == "P" and start - 3 > low and tags[start - 1] == "," and tags[start - 2] == "P":
        start = _over_place(line, low, start)
    return start, k


_THINGS = frozenset("something anything everything nothing all".split())


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
            headed = tags[k - 1] in "NP" or (tags[k - 1] == "," and tags[start] == "Q")
            if words[k].lower() not in _RELATIVE or tags[k + 1] not in verbs or not headed:
                return None
            first = nouns.before(line, low, k - (tags[k - 1] == ","))
            return (first, end) if first < k else None
    return None


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


def before_time(line: Line, low: int, k: int) -> int:
    """Back over a time between subject and verb: "Kim on Friday said", "Lee late Tuesday night told"."""
    tags, words = line.tags, line.words
    end = k
    if k - 1 > low and tags[k - 1] == "N" and words[k - 1] in _PARTS_OF_DAY and tags[k - 2] == "M":
        k -= 1
    if k - 1 > low and tags[k - 1] == "D" and tags[k - 2] == "M":
        k -= 1
    if k - 1 > low and tags[k - 1] == "M":
        k -= 1
    elif k - 2 > low and words[k - 1] in _SPELLS and words[k - 2].lower() in ("last", "this", "next"):
        k -= 2
    else:
        return end
    if k - 1 > low and words[k - 1].lower() in ("early", "earlier", "late", "later", "last", "next", "this"):
        k -= 1
    if k - 1 > low and words[k - 1].lower() in ("on", "in"):
        k -= 1
    return k if k > low else end


_PARTS_OF_DAY = frozenset("night morning afternoon evening".split())
_SPANS = frozenset(
    "week weeks month months year years day days night morning afternoon evening weekend decade time times hours "
    "minutes".split()
)
_SPELLS = frozenset("week month year weekend fall spring summer winter night".split())


def _whole(line: Line, low: int, start: int) -> int:
    """Back to where the clause begins, if nothing but a noun phrase stands there: "a report released by Kim said"."""
    tags = line.tags
    k = start
    while k > low and start - k < 16 and tags[k - 1] in _REDUCED:
        k -= 1
    opens = k == low or tags[k - 1] in ",;:QHSC.!-M"
    if k == low and tags[k] in "RM":
        k = _behind_time(line, k)
    if opens and tags[k] in "TPNJD" and k < start:
        return k
    return start


def _behind_time(line: Line, low: int) -> int:
    """Behind a time with no comma that opens the clause: "Last night a spokesman for the shop", "Yesterday an aide"."""
    first = line.words[low].lower()
    if line.tags[low] == "M" or first in ("yesterday", "today", "tonight"):
        return low + 1
    timed = first in ("last", "this", "next") and line.words[low + 1] in _SPELLS
    return low + 2 if timed else low


_REDUCED = frozenset("NPJDTZILEGR()MU")


def _over_place(line: Line, low: int, start: int) -> int:
    """ "Ana Ruiz of Columbia, South Carolina said": the state is not who said it."""
    tags, words = line.tags, line.words
    k = start - 1
    while k > low and tags[k - 1] == "P":
        k -= 1
    if k - 2 < low or words[k - 1] not in ("of", "in", "from") or tags[k - 2] not in "NP":
        return start
    first = nouns.before(line, low, start - 1)
    return first if first <= low or tags[first - 1] in ",;:QHSC.!-" else start


def _over_apposition(line: Line, low: int, close: int) -> Range | None:
    """The noun phrase whose apposition ends at the comma or dash at ``close`` ("Kim, the envoy, said")."""
    tags = line.tags
    mark = tags[close]
    best: Range | None = None
    end = close
    pieces = 0
    asides = False
    k = close - 1
    # The pieces between the commas, from the right, as long as each is a noun phrase or a relative clause.
    while k >= low and pieces < 7:
        while k >= low and tags[k] not in ",-;:Q.!":
            k -= 1
        piece = (k + 1, end)
        if piece[0] >= piece[1]:
            break
        if piece[1] - piece[0] > 13 and tags[piece[0]] in "WG":
            close = k  # a long clause tells more than who it is
        stop = k < low or tags[k] not in (",-" if mark == "," else "-,")
        head = _pronoun(line, low, piece) if asides else None
        head = _head_of(line, piece) if head is None else head
        if pieces and head is not None:
            best = (head, _before_asides(line, end, close) if asides else close)
        if not _hangs_on(line, piece) or stop:
            break
        asides = asides or _is_aside(line, piece[0])
        end = k
        k -= 1
        pieces += 1
    return best


def _pronoun(line: Line, low: int, piece: Range) -> int | None:
    """The pronoun that ends the piece before an aside: "He, however, denied", "and she, in turn, said"."""
    place = piece[1] - 1
    return place if line.tags[place] == "O" and (place <= low or line.tags[place - 1] in "CHS,.:;Q") else None


def _is_aside(line: Line, start: int) -> bool:
    """Whether what begins at ``start`` tells when, where or how it was said, and not who: "in a statement"."""
    tag, word = line.tags[start], line.words[start]
    if tag == "W":
        return word == "when" or _tells_on(line, start) or line.words[start + 1] in _PERFECT
    if tag in "RS":
        return word not in _STILL
    if word == "for":  # "Kim, for the defence, said", but "Kim, for his part, said"
        return line.words[start + 1] in _FOR
    if tag == "G":
        return word not in _ACTING and _UNNAMED.isdisjoint(line.words[start : start + 8])
    return tag == "I" and word not in _OF


def _tells_on(line: Line, who: int) -> bool:
    """Whether a relative clause tells what else its subject said or did, not who it is: "who said he would not"."""
    tags, words = line.tags, line.words
    k = who + 1
    while k < len(tags) and tags[k] in "RX":
        k += 1
    if words[who] != "who" or k >= len(tags):
        return False
    cue = CUE_FORMS.get(words[k]) if tags[k] in "Vsb" else None
    return cue is not None and "q" in cue.frames and _UNNAMED.isdisjoint(words[k : k + 8])


_PERFECT = frozenset("has have".split())  # "Kim, who has told aides so, said": what happened before
_UNNAMED = frozenset("named identified anonymity anonymous".split())  # "who asked not to be named": who it is
_OF = frozenset("of from".split())
# "Kim, prosecuting, said": a part that one has
_ACTING = frozenset("including prosecuting defending representing acting leading heading".split())
_FOR = frozenset("one instance example his her their its".split())
_STILL = frozenset("now then once also long soon later".split())  # "Kim, then the mayor, said"


def _before_asides(line: Line, start: int, close: int) -> int:
    """The comma between ``start`` and ``close`` that the first aside stands behind, or ``close``."""
    comma = start
    while 0 <= comma < close:
        if _is_aside(line, comma + 1):
            return comma
        comma = line.tags.find(",", comma + 1, close)
    return close


def _head_of(line: Line, piece: Range) -> int | None:
    """Where the noun phrase begins that ends this piece of a sentence and can be what an apposition hangs on."""
    start = nouns.before(line, piece[0], piece[1])
    if start == piece[1]:
        return None
    tags = line.tags
    # "At a meeting the mayor, Ana Ruiz,"
    opened = tags[piece[0]] == "I" and tags[start] == "T" and tags[start - 1] in "NP"
    if start > piece[0] and tags[start - 1] not in "CHSRQ" and not opened:
        start = _whole(line, piece[0], start)  # "a projection by the bank, made for the fund, said"
        if start > piece[0] and tags[start - 1] not in "CHS":
            return None
    last = piece[1] - 1
    if start == last and tags[start] == "G":
        return None  # "Reacting, the mayor said"
    if tags[start] in "OU" or tags[last] == "M" or (tags[last] == "N" and line.words[last] in _SPANS):
        return None if "I" not in tags[start:last] else start  # but "a friend of many years"
    return start


def _hangs_on(line: Line, piece: Range) -> bool:
    """Whether the piece reads as an apposition, an age, a place or a relative clause, not as a clause of its own."""
    tags = line.tags[piece[0] : piece[1]]
    if tags[0] == "W" or tags.startswith(("IW", "CW")):
        return True
    if not _NOMINAL.match(tags) and tags[0] not in "CREGVv":
        return False
    w = max(tags.find("W"), tags.find("NH") + 1 or -1)  # "in a phrase that stuck"
    head = tags[tags[0] in "Vv" :] if w < 0 else tags[:w]  # "mentioned by Lee as a rival"
    return not any(t in _FINITE for t in head)


def between(line: Line, quote: int, group: int) -> Range | None:
    """The subject between a quotation and its verb: all that stands there with what hangs on it, if it names one."""
    tags = line.tags
    start, end = quote + 1, group
    while start < end and tags[start] in ",-":
        start += 1
    while end > start and tags[end - 1] in ",-":
        end -= 1
    if start >= end or end - start > 32:
        return None
    if tags[start] not in "TPNJDO" and not (tags[start] in "bGE" and tags[start + 1] in "PNGJ"):
        return None
    if end > start + 1 and "O" in (tags[start], tags[end - 1]):
        return None  # "“…”, a claim she repeated"
    last = tags.rfind(",", start, end)
    if last > 0 and _is_aside(line, last + 1):
        end = last  # "Ruiz, after a pause, said"
    piece = tags[start:end]
    relative = piece.find("W")
    if relative < 0 and piece.find("H") > 0 and piece[piece.find("H") + 1 :][:1] in tuple("vVAs"):
        relative = piece.find("H")  # "the company that makes the drug"
    if piece[-1] in "WH" or any(tag in "VvAsH;:" for tag in (piece if relative < 0 else piece[:relative])):
        return None
    return start, end


def subject_after(line: Line, start: int, high: int) -> Range | None:
    """The subject behind an inverted cue (``said Kim, the envoy.``) with its appositions."""
    tags, words = line.tags, line.words
    if start >= high:
        return None
    end = nouns.after_with_tail(line, start, high)
    if end == start or (tags[end - 1] == "N" and words[end - 1] in _SPANS):
        return None
    if tags[start] in "OU":
        return start, end
    of = words.index("of", start, end) if "of" in words[start:end] else end
    if of + 1 < end and tags[of + 1] in "TU" and "P" not in tags[of:end] and set(tags[start:of]) == {"P"}:
        end = of  # "said Kim of the plan": what it is about
    end = _reduced(line, start, end, high)
    # Two joined by "and": both said it.
    if end < high and tags[end] == "C" and words[end] == "and" and end + 1 < high and tags[end + 1] in "PT":
        further = nouns.after_with_tail(line, end + 1, high)
        if further > end + 1 and (further >= high or tags[further] not in "VvAs"):
            end = further
    # Appositions between commas.
    while end < high and tags[end] == ",":
        stop = end + 1
        depth = 0
        while stop < high and not (tags[stop] in ",-;:Q.!" and depth == 0 and not _inside(line, stop)):
            depth += (tags[stop] == "(") - (tags[stop] == ")")
            stop += 1
        piece = tags[end + 1 : stop]
        if not piece:
            break
        first = words[end + 1].lower()
        if piece[0] == "W":
            # a short relative clause is part of who it is; a long one tells what else there is to tell
            if first not in ("who", "which", "whom", "whose") or len(piece) > 13 or (stop < high and tags[stop] == "Q"):
                break
            if first == "whose" and len(piece) > 7:
                break
            if _tells_on(line, end + 1):
                break
            end = stop
            continue
        if piece[0] in "GIRSCHLAOUXW" or piece[0] == "M" or piece[0] == "V":
            still = first in ("now", "then") and piece[1:2] in tuple("TPDNJ")  # "Kim, now a judge"
            if not still and not (piece[0] == "I" and first in ("of", "from")):
                break
        if piece.startswith("DN") and words[end + 2] not in ("year", "years"):
            break  # "58 percent of them back it"
        if any(t in _FINITE for t in (piece if "W" not in piece else piece[: piece.index("W")])):
            break
        if stop < high and tags[stop] == "Q":
            break
        end = stop
    if end < high and tags[end] == "-" and tags[end + 1 : end + 2] in ("T", "N", "P", "J"):
        close = tags.find("-", end + 1, min(high, end + 18))
        if close > 0 and tags[close + 1 : close + 2] == "Q" and tags.find("Q", end, close) < 0:
            end = close  # "said Kim - a driver who had been there - “…”"
    if end < high and tags[end] == "W" and words[end].lower() == "who":
        stop = end
        while stop < high and tags[stop] not in ".!;Q,":
            stop += 1
        end = stop
    return start, end


def _inside(line: Line, quote: int) -> bool:
    """Whether the quotation is a word in marks inside a noun phrase: "who has a “hold” rating on it"."""
    tags = line.tags
    return tags[quote] == "Q" and tags[quote - 1] in "TJ" and tags[quote + 1 : quote + 2] in ("N", "J", "G", "P")


def _reduced(line: Line, start: int, end: int, high: int) -> int:
    """Where the reduced clause ends that hangs on a noun: "people briefed on the plan", "a man named Kim"."""
    tags, words = line.tags, line.words
    if end >= high or tags[end - 1] != "N" or tags[end] not in "EVG":
        return end
    named = words[end] in _NAMED and tags[end + 1 : end + 2] in ("P", "S")
    some = tags[end] == "G" and (words[start] in _SOME or tags[start] in "NJ" or words[end] in _ACTING)
    if not (named or some or (tags[end] in "EV" and tags[end + 1 : end + 2] == "I")):
        return end
    stop = end + 1
    while stop < min(high, end + 12) and tags[stop] not in ".,;:!-QVvAsWHM":
        stop += 1
    while stop > end and tags[stop - 1] in "IC":
        stop -= 1
    return stop


_NAMED = frozenset("named called identified nicknamed known".split())
_SOME = frozenset("a an one another some two three several".split())


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
    if line.tags[low : low + 1] != "S" or line.words[low].lower() not in _CLAUSAL:
        return low
    comma = line.tags.find(",", low, high)
    while comma > 0 and _FINITE.isdisjoint(line.tags[low:comma]):
        comma = line.tags.find(",", comma + 1, high)  # "While tents, food and water were short, Kim …"
    return comma + 1 if comma > 0 else low


_CLAUSAL = frozenset("while whilst if because although though unless whereas".split())
