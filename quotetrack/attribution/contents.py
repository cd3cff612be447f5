"""What was said: the words to the right of a cue, by the frames of its verb, and the clause before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from quotetrack.attribution.ends import PARTS_OF_DAY, clause_end, is_clause
from quotetrack.attribution.relations import FINITE, Range
from quotetrack.phrases import nouns
from quotetrack.phrases.words import Line


class Found(NamedTuple):
    """Content to the right of a cue: its ranges, what stands between, and to whom it was said."""

    frame_name: str
    content: tuple[Range, ...]
    frame: tuple[Range, ...] = ()
    addressee: Range | None = None


def skip_frame(line: Line, k: int, high: int) -> int:
    """Past time, place and manner behind a cue: "said Friday", "said in an interview on Fox News"."""
    tags = line.tags
    while k < high:
        past = _PAST.get(tags[k])
        further = past(line, k, high) if past is not None else k
        if further == k:
            break
        k = further
    return min(k, high)


def _past_adverb(line: Line, k: int, high: int) -> int:
    """last week, Friday night, Aug. 4, 2016, earlier"""
    tags, words = line.tags, line.words
    if k + 1 < high and words[k] in _THIS_ONE and words[k + 1] in _UNITS:
        return k + 2  # "told reporters last week that"
    if words[k + 1 : k + 2] == ["than"]:
        return k  # "said more than 9,000 people": what was said begins here
    month = tags[k] == "M"
    if month and tags[k + 1 : k + 2] == "Z":
        return k  # "said Friday's meeting was"
    k += 1
    if month and k < high:
        if words[k] in PARTS_OF_DAY:
            k += 1
        if k < high and tags[k] == "D":
            k += 1
            if k + 1 < high and tags[k] == "," and tags[k + 1] == "D":
                k += 2
    return k


def _past_preposition(line: Line, k: int, high: int) -> int:
    """in Oslo, on Friday, in a note to clients"""
    tags = line.tags
    if line.words[k] == "than" or _quantity(line, k, high):
        return k
    further = nouns.after_with_tail(line, k + 1, high, all_links=True)
    if further > k + 1:
        return further
    return k + 2 if k + 1 < high and tags[k + 1] in "MD" else k


def _past_to(line: Line, k: int, high: int) -> int:
    """to reporters"""
    return _past_preposition(line, k, high) if _to_whom(line, k, high) else k


def _past_spell(line: Line, k: int, high: int) -> int:
    """this week, late Monday, two days later"""
    if k + 1 >= high:
        return k
    tags, words = line.tags, line.words
    if words[k] in _THIS_ONE and words[k + 1] in _UNITS:
        return k + 2
    word = words[k].lower()
    if word in _WHICH and tags[k + 1] in "NMT":
        return k + (3 if tags[k + 1] == "T" else 2)
    told = word in _SOME and k + 2 < high and words[k + 1].lower() in _TIMES and words[k + 2] in _LATER
    return k + 3 if told else k


def _past_brackets(line: Line, k: int, high: int) -> int:
    """said on Tuesday (Aug 4) that"""
    close = line.tags.find(")", k, k + 8)
    return close + 1 if close >= 0 else k


def _past_participle(line: Line, k: int, high: int) -> int:
    """in a report released last week that"""
    return k + (line.tags[k - 1] == "N")


def _past_event(line: Line, k: int, high: int) -> int:
    """said after a lunch on Tuesday"""
    if line.words[k] not in _WHEN:
        return k
    further = nouns.after_with_tail(line, k + 1, high, all_links=True)
    if further == k + 1 or (further < high and line.tags[further] not in "HIMQ,.:"):
        return k  # "said after the vote failed"
    return further


_WHEN = frozenset("after before since".split())
_THIS_ONE = frozenset("last next this".split())
_WHICH = frozenset("last this next earlier late early".split())
_SOME = frozenset("a two three several".split())
_LATER = frozenset("earlier later ago after before".split())
# By the letter of its first word, how far a stretch of time, place or manner goes; the place itself where it is none.
_PAST: dict[str, Callable[[Line, int, int], int]] = {
    "R": _past_adverb, "M": _past_adverb, "I": _past_preposition, "L": _past_to, "(": _past_brackets,
    "E": _past_participle, "S": _past_event, "T": _past_spell, "J": _past_spell, "N": _past_spell, "P": _past_spell,
    "D": _past_spell,
}  # fmt: skip


_BEFORE_NUMBERS = frozenset("about around over under some".split())


def _quantity(line: Line, k: int, high: int) -> bool:
    """Whether a number begins at the preposition at ``k``: "at least two leaders", "about 200 people"."""
    words = line.words
    if k + 2 >= high:
        return False
    if words[k] == "at":
        return words[k + 1] in ("least", "most")
    if words[k + 1] == "half":
        return words[k] in _BEFORE_NUMBERS
    return words[k] in _BEFORE_NUMBERS and line.tags[k + 1] == "D" and line.tags[k + 2] in "NPJ"


def _to_whom(line: Line, k: int, high: int) -> bool:
    """Whether "to" leads to a noun phrase ("in a note to clients") and not to a verb."""
    if k + 1 >= high or line.tags[k + 1] in "PTUO":
        return k + 1 < high
    return line.tags[k + 1] == "N" and line.words[k + 1].endswith("s") and line.tags[k + 2 : k + 3] in ("", ".", ",")


_UNITS = frozenset(
    "week weekend month year spring summer fall autumn winter season night morning afternoon evening".split()
)
_TIMES = frozenset("day days week weeks month months year years hour hours moment minutes".split())


def content_after(line: Line, verb: int, high: int, frames: frozenset[str], passive: bool = False) -> Found | None:
    """Content right of the verb, by the first of its frames that fits; None where none does."""
    tags, words = line.tags, line.words
    k = verb + 1
    while k < high and (
        (tags[k] == "R" and words[k + 1 : k + 2] != ["than"] and not (words[k] == "last" and words[k + 1] in _UNITS))
        or (tags[k] == "I" and k + 1 < high and words[k] in _PARTICLES and _behind_particle(line, k, frames))
    ):
        k += 1
    if k + 2 < high and tags[k] == tags[k + 2] == "," and tags[k + 1] == "R":  # "warns, however, that"
        k += 3
    if k >= high:
        return None
    start = k
    if tags[k] == "X" and tags[k + 1 : k + 2] == "L":  # "promised not to return"
        k += 1
    tag = tags[k]
    if tag in ",:-QH" and ("q" in frames or "np-that" in frames):  # a colon, or a comma and a quotation
        quoted = quotation(line, k, high)
        if quoted is not None:
            return quoted
    if tag in ",.!;)-":
        return None
    if tag == "H" and frames & _THATS and not ("np-as" in frames and k + 1 < high and tags[k + 1] in "QNJb"):
        if k + 1 < high and tags[k + 1] in ".!":
            return None
        return Found("that", ((k, clause_end(line, k + 1, high)),))
    if tag == "L" and "q" in frames and k + 1 < high and tags[k + 1] in "UTPNJO":
        to_whom = nouns.after_with_tail(line, k + 1, high)
        if to_whom > k + 1:
            behind = skip_frame(line, to_whom, high)
            if behind < high and tags[behind] == "H":
                return Found("that", ((behind, clause_end(line, behind + 1, high)),), (), (k + 1, to_whom))
            late = quotation(line, behind, high)
            if late is not None:
                return late._replace(addressee=(k + 1, to_whom))
    if tag in "IL" and words[k] in ("to", "with") and "+" + words[k] not in frames and k + 1 < high:
        end = nouns.after(line, k + 1, high)  # "talked to reporters about the war"
        if k + 1 < end < high and "+" + words[end] in frames:
            found = _after_preposition(line, end, high)
            if found is not None:
                return found._replace(frame=((k, end),), addressee=(k + 1, end))
    if tag == "L":
        if "to" in frames and k + 1 < high and tags[k + 1] in "bNRJAPvGQVsE":
            return Found("to", ((start, clause_end(line, k + 1, high, phrase=True)),))
        if "+to" in frames:
            return _after_preposition(line, k, high)
        if "q" not in frames:
            return None
    if "to" in frames and tag in "IM" and "+" + words[k] not in frames:
        start = skip_frame(line, k, high)  # "vowed on Tuesday to fight on"
        if start + 1 < high and tags[start] == "L" and tags[start + 1] in "bQR":
            return Found("to", ((start, clause_end(line, start + 1, high, phrase=True)),), ((k, start),))
    if tag == "I" and "+" + words[k] in frames:
        return _after_preposition(line, k, high)
    if tag in "WS" and "wh" in frames and words[k].lower() in WH:
        return Found("wh", ((k, clause_end(line, k + 1, high)),))
    if "ing" in frames and (tag == "G" or (words[k].endswith("ing") and tags[k + 1 : k + 2] in ("T", "P", "D", "U"))):
        return Found("ing", ((k, clause_end(line, k + 1, high)),))
    told = _told(line, k, high, frames)
    if told is not None and (told.content or "np" not in frames):
        return told
    if "as" in frames and tag in "TJNPDOUGZQEbW":
        end = clause_end(line, k, high, phrase=True)
        if any(words[p] in _LIKE or tags[p] == "Q" for p in range(k + 1, end)):
            return Found("np-as", ((k, end),))
    that_one = tag == "H" and k + 1 < high and (tags[k + 1] in "QNJb" or words[k + 1] == "as")
    if "np-as" in frames and (tag in "TJNPDOUGZQEbMW" or that_one):
        end = clause_end(line, k, high, phrase=True)
        if (end > k + 1 and _NAMED.match(tags, k, high) is None) or tag == "Q":
            return Found("np-as", ((k, end),))
    if "that" in frames and not passive:
        start = (
            skip_frame(line, k, high) if tag in "RMI" or words[k] in ("last", "this", "earlier", "late", "early") else k
        )
        if start < high:
            t = tags[start]
            if t == "H":
                return Found("that", ((start, clause_end(line, start + 1, high)),), ((k, start),))
            if t == "I" and _quantity(line, start, high):
                end = clause_end(line, start, high)
                if is_clause(line, start + 1, end):
                    return Found("clause", ((start, end),), ((k, start),) if start > k else ())
            if (
                t in "TOPNJDWGEMRbS"
                and not (t == "S" and words[start] in ("than", "as"))
                and not (start > k and tags[k] == "I" and t not in "OTP")
            ):
                end = clause_end(line, start, high)
                # a verb that takes no noun phrase needs no proof of a finite verb ("said people misunderstand it")
                if _is_bare_clause(line, start, end) or (end > start + 2 and t in "TPNJD" and "bare" in frames):
                    return Found("clause", ((start, end),), ((k, start),) if start > k else ())
            late = quotation(line, start, high)
            if late is not None and "q" in frames:
                return late._replace(frame=((k, start), *late.frame))
    if "q" in frames:
        start = skip_frame(line, k, high)
        late = quotation(line, start, high)
        if late is not None:
            return late._replace(frame=((k, start), *late.frame))
        if start + 1 < high and start > k and tags[start] == ",":
            if tags[start + 1] != "H":  # "said on X, formerly Twitter, that"
                start = _over_aside(line, start, high)
            start += tags[start] == ","
        if start < high and tags[start] == "H":
            return Found("that", ((start, clause_end(line, start + 1, high)),), ((k, start),))
    if "np" in frames and tag == "W" and words[k] in ("what", "whatever", "who", "whoever"):
        return Found("np", ((k, clause_end(line, k + 1, high, phrase=True)),))
    if ("np" in frames or "np-to" in frames) and tag in "TJNPDOUZEGQb":
        if "np" not in frames:
            end = nouns.after_with_tail(line, k, high)
            if end == k or end >= high or tags[end] != "L":
                return None
            return Found("np-to", ((k, clause_end(line, k, high)),))
        return _noun_content(line, k, high)
    return None


def _over_aside(line: Line, comma: int, high: int) -> int:
    """The comma that closes what the one at ``comma`` opens, where nothing but a name or noun and "that" follow."""
    close = line.tags.find(",H", comma + 1, min(comma + 9, high))
    if close < 0 or any(tag not in "RTJNPDIZ" for tag in line.tags[comma + 1 : close]):
        return comma
    return close


def _behind_particle(line: Line, k: int, frames: frozenset[str]) -> bool:
    """Whether what a verb takes stands behind the particle at ``k``: "fired back that", "spoke out against"."""
    tag = line.tags[k + 1]
    return tag in "QH:," or (tag == "I" and "+" + line.words[k] not in frames and "+" + line.words[k + 1] in frames)


_PARTICLES = frozenset("back out up on off in".split())
_NAMED = re.compile(r"P+(?:[VvAs,.!;:I-]|$)")  # "a firm called Bridge Works opened": a name, and nobody calls
_LIKE = frozenset("as like to with".split())
_THATS = frozenset({"that", "that!", "np-that", "q"})
WH = frozenset("whether if how why what who which when where".split())


def _is_bare_clause(line: Line, start: int, end: int) -> bool:
    """Whether the words are a clause with no "that": a subject, then a finite verb."""
    tags = line.tags
    subject = nouns.after_with_tail(line, start, end, all_links=True)
    if subject == start:
        return is_clause(line, start, end) and tags[start] in "WSIRGDXL"
    if tags[start] == "G" and subject < end and tags[subject] in "TPOULIU":  # "said raising it would help"
        return is_clause(line, subject, end)
    k = subject
    while k < end and tags[k] in "RX":
        k += 1
    if k < end and tags[k] in "VvAsbEQ":
        return True
    if k < end and tags[k] in ",(W-":
        return is_clause(line, k, end)
    # a verb that the lists do not know ("the bank cut rates"): a pronoun subject needs no more proof
    return tags[start] == "O" and end > subject


def quotation(line: Line, k: int, high: int) -> Found | None:
    """A quotation at ``k``, behind a comma or colon or none; later ones of the same sentence are joined."""
    tags = line.tags
    start = k
    if k < high and tags[k] in ",:-":
        start = k + 1
    if start < high and tags[start] == "H" and start + 1 < high and tags[start + 1] == "Q":
        start += 1
    if start >= high or tags[start] != "Q":
        if k < high and tags[k] == ":" and start < high:
            return Found("colon", ((start, clause_end(line, start, high)),))
        return None
    end = start + 1
    ranges = [(start, end)]
    # "Q", "Q" and "Q"; and words of the clause between pieces of a mixed one
    stop = clause_end(line, start, high)
    inside = line.quotes[start]
    last = line.image[inside.end - 1 : inside.end]
    if end < stop and tags[end] not in ",.!;:" and last not in ",.!?":
        if _said_whole(line, start, stop):
            return Found("quotation", ((start, end),))
        return Found("mixed", ((start, stop),))
    if end < stop and tags[end] == "," and "Q" in tags[end:stop]:
        return Found("mixed", ((start, stop),))
    return Found("quotation", tuple(ranges))


def _said_whole(line: Line, quote: int, stop: int) -> bool:
    """Whether the quotation is a sentence with where or when it was said behind it: "shouted “Go home” outside"."""
    if line.tags[quote + 1] not in "RIM" or not FINITE.isdisjoint(line.tags[quote + 1 : stop]):
        return False
    inside = line.quotes[quote]
    words = line.image[inside.start : inside.end].split()
    return len(words) > 2 and words[0][0].isupper() and any(word[0].islower() for word in words[1:])


def _after_preposition(line: Line, k: int, high: int) -> Found | None:
    """Content behind a preposition: "called for a vote", "spoke about the war", "pointed out that"."""
    tags = line.tags
    start = k + 1
    if start < high and tags[start] == "H":
        return Found("that", ((start, clause_end(line, start + 1, high)),))
    if start < high and tags[start] == "Q":
        return Found("mixed", ((start, clause_end(line, start, high)),))
    if start < high and tags[start] in "TJNPDOUWGZEb":
        return Found("prep", ((start, clause_end(line, start, high, phrase=True)),))
    return None


def _told(line: Line, k: int, high: int, frames: frozenset[str]) -> Found | None:
    """``told reporters in Beijing that …``: the addressee, then content."""
    if not ("np-that" in frames or "np-wh" in frames):
        return None
    tags, words = line.tags, line.words
    if tags[k] not in "TJNPDOUEbGM":
        return None
    end = nouns.after_with_tail(line, k, high)
    if tags[k] == "M":  # "told Friday's meeting"
        owner = tags.find("Z", k, k + 3)
        end = nouns.after(line, owner + 1, high) if owner > 0 else k
    if end == k:
        return None
    bare = nouns.after(line, k, high)
    if "+of" in frames and bare < end and words[bare] == "of" and (end >= high or tags[end] != "H"):
        found = _after_preposition(line, bare, high)  # "reminded voters of his plan"
        if found is not None:
            return found._replace(addressee=(k, bare))
    addressee = (k, _without_place(line, k, end))
    # names behind a comma: "told his host, Lee Min, that"
    start = skip_frame(line, end, high)
    frame = ((end, start),) if start > end else ()
    if start + 1 < high and tags[start] == ",":
        start = _over_aside(line, start, high)
        start += tags[start + 1 : start + 2] == "H"
    if start < high:
        if tags[start] == "H":
            return Found("that", ((start, clause_end(line, start + 1, high)),), frame, addressee)
        if tags[start] in "WS" and words[start].lower() in WH:
            return Found("wh", ((start, clause_end(line, start + 1, high)),), frame, addressee)
        quoted = quotation(line, start, high)
        if quoted is not None:
            return quoted._replace(frame=(*frame, *quoted.frame), addressee=addressee)
        to = start + (tags[start] == "X")  # "told residents not to drink"
        if tags[to : to + 1] == "L" and "np-to" in frames:
            return Found("np-to", ((start, clause_end(line, to + 1, high)),), frame, addressee)
        if tags[start] == "I" and words[start] in ("of", "about", "against"):
            found = _after_preposition(line, start, high)
            if found is not None:
                return found._replace(addressee=addressee)
        if tags[start] in "TOPNJD" and start > k:
            stop = clause_end(line, start, high)
            if _is_bare_clause(line, start, stop):
                return Found("clause", ((start, stop),), frame, addressee)
    if start == end and end - 2 > k and tags[end - 2 : end] == "PN" and words[end - 1].endswith("s"):
        stop = clause_end(line, end - 1, high)  # "told the Herald visitors had come": no "that" stands between
        if end < stop and tags[end] in FINITE:
            return Found("clause", ((end - 1, stop),), (), (k, end - 1))
    return Found("", (), frame, addressee)


def _without_place(line: Line, start: int, end: int) -> int:
    """Where those who are told end, before the place or time of the telling: "mourners | in Mwingi"."""
    for k in range(start + 1, end):
        if line.tags[k] == "I" and line.words[k] != "of":
            return k
    return end


def _noun_content(line: Line, k: int, high: int) -> Found | None:
    """A noun phrase as content, with what hangs on it, up to the next comma or verb."""
    tags = line.tags
    if tags[k] == "Q":
        return Found("mixed", ((k, clause_end(line, k, high, phrase=True)),))
    end = nouns.after_with_tail(line, k, high, all_links=True)
    if end == k:
        return None
    if end < high and tags[end] not in ",.!;:-VvAsMR)":
        end = clause_end(line, k, high, phrase=True)
    elif end < high and tags[end] == ",":
        end = clause_end(line, end - 1, high, phrase=True)
    return Found("np", ((k, end),))
