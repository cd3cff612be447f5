"""What was said: the words to the right of a cue, by the frames of its verb."""

from __future__ import annotations

import re

from quotetrack.attribution.circumstances import without_setting, without_time
from quotetrack.attribution.ends import clause_end, is_clause
from quotetrack.attribution.gaps import UNITS, is_quantity, over_aside, past_occasion, skip_frame
from quotetrack.attribution.said import WH, Found, after_preposition, is_bare_clause, quotation
from quotetrack.attribution.told import told
from quotetrack.phrases import nouns
from quotetrack.phrases.words import Line
from quotetrack.rules.words import MEASURES, PARTICLES


def content_after(line: Line, verb: int, high: int, frames: frozenset[str]) -> Found | None:
    """Content right of the verb, by the first of its frames that fits; None where none does."""
    tags = line.tags
    start = _behind_adverbs(line, verb + 1, high, frames)
    if start >= high:
        return None
    k = start + (tags[start] == "X" and tags[start + 1 : start + 2] == "L")  # "promised not to return"
    tag = tags[k]
    if tag in ",:-QH" and ("q" in frames or "np-that" in frames):  # a colon, or a comma and a quotation
        quoted = quotation(line, k, high)
        if quoted is not None:
            return quoted
    if tag in ",.!;)-":
        return None
    if tag == "H" and frames & _THATS and not ("np-as" in frames and k + 1 < high and tags[k + 1] in "QNJb"):
        stopped = k + 1 < high and tags[k + 1] in ".!"
        return None if stopped else Found("that", ((k, clause_end(line, k + 1, high)),))
    if tag in "ILM":
        linked = _linked(line, start, k, high, frames)
        if linked is not None:
            return linked
    if tag in "WS" and "q" in frames and past_occasion(line, k, high) > k:
        return _clause(line, k, high, frames)
    if tag in "WS" and "wh" in frames and line.words[k].lower() in WH:
        return Found("wh", ((k, clause_end(line, k + 1, high)),))
    if "ing" in frames and (tag == "G" or _is_doing(line, k)):
        return Found("ing", ((k, clause_end(line, k + 1, high)),))
    addressed = told(line, k, high, frames)
    if addressed is not None and (addressed.content or "np" not in frames):
        return addressed
    return _named(line, k, high, frames) or _clause(line, k, high, frames) or _object(line, k, high, frames)


def _behind_adverbs(line: Line, k: int, high: int, frames: frozenset[str]) -> int:
    """Past the adverbs and the particle of a verb: "said flatly", "fired back", "warns, however,"."""
    tags, words = line.tags, line.words
    while k < high and (
        (tags[k] == "R" and words[k + 1 : k + 2] != ["than"] and not _measures(line, k))
        or (tags[k] == "I" and k + 1 < high and words[k] in PARTICLES and _behind_particle(line, k, frames))
    ):
        k += 1
    if words[k : k + 2] == _AT_LENGTH:
        k += 2
    return k + 3 if k + 2 < high and tags[k] == tags[k + 2] == "," and tags[k + 1] in "RS" else k


_SIDES = frozenset("favor favour support defense defence praise".split())
_AT_LENGTH = ["at", "length"]


def _measures(line: Line, k: int) -> bool:
    """Whether the adverb at ``k`` belongs to what stands behind it: "more funding", "last week"."""
    word, behind = line.words[k], line.words[k + 1 : k + 2]
    if word == "last":
        return bool(behind) and behind[0] in UNITS
    return word in MEASURES and line.tags[k + 1 : k + 2] in ("N", "J")


def _behind_particle(line: Line, k: int, frames: frozenset[str]) -> bool:
    """Whether what a verb takes stands behind the particle at ``k``: "fired back that", "spoke out against"."""
    tag = line.tags[k + 1]
    if line.words[k + 1] == "in" and line.words[k + 2 : k + 3] and line.words[k + 2] in _SIDES:
        return True  # "spoke out in favour of"
    return tag in "QH:," or (tag == "I" and "+" + line.words[k] not in frames and "+" + line.words[k + 1] in frames)


def _is_doing(line: Line, k: int) -> bool:
    """Whether a word in -ing that may be a noun has an object: "recalled meeting the mayor"."""
    return line.words[k].endswith("ing") and line.tags[k + 1 : k + 2] in ("T", "P", "D", "U")


_NOTHING = Found("", ())  # no content, and no other frame fits


def _linked(line: Line, start: int, k: int, high: int, frames: frozenset[str]) -> Found | None:
    """Content behind "to", a preposition or a day; ``_NOTHING`` where the word allows no other frame.

    ``start`` is the place of a "not" before it, else ``k``.
    """
    tags, words = line.tags, line.words
    tag, preposition = tags[k], "+" + words[k]
    if tag in "IL" and k + 1 < high:
        addressed = _addressed(line, k, high, frames)
        if addressed is not None:
            return addressed
    if tag == "L":
        if "to" in frames and k + 1 < high and tags[k + 1] in "bNRJAPvGQVsE":
            return Found("to", ((start, clause_end(line, k + 1, high, phrase=True)),))
        if "+to" in frames:
            return after_preposition(line, k, high) or _NOTHING
        return None if "q" in frames else _NOTHING
    if "to" in frames and preposition not in frames:
        behind = skip_frame(line, k, high)  # "vowed on Tuesday to fight on"
        if behind + 1 < high and tags[behind] == "L" and tags[behind + 1] in "bQR":
            return Found("to", ((behind, clause_end(line, behind + 1, high, phrase=True)),), ((k, behind),))
    if tag == "I" and preposition in frames and tags[k + 1 : k + 2] != "M":  # "reported on Monday that"
        return after_preposition(line, k, high) or _NOTHING
    return _for_or_against(line, k, high, frames) if words[k] == "in" else None


def _for_or_against(line: Line, k: int, high: int, frames: frozenset[str]) -> Found | None:
    """``spoke out in favour of``: what somebody speaks, votes or argues for or against."""
    sides = k + 3 < high and line.words[k + 1] in _SIDES and line.words[k + 2] == "of"
    return after_preposition(line, k + 2, high) if sides and not _TALKING.isdisjoint(frames) else None


_TALKING = frozenset(("+for", "+about", "+against"))


def _addressed(line: Line, k: int, high: int, frames: frozenset[str]) -> Found | None:
    """Content behind those it was said to: "said to Lee that", "talked with reporters about the war"."""
    tags, words = line.tags, line.words
    if tags[k] == "L" and "q" in frames and tags[k + 1] in "UTPNJO":
        to_whom = nouns.after_with_tail(line, k + 1, high)
        if to_whom > k + 1:
            behind = skip_frame(line, to_whom, high)
            if behind < high and tags[behind] == "H":
                return Found("that", ((behind, clause_end(line, behind + 1, high)),), (), (k + 1, to_whom))
            if behind < high and "wh" in frames and words[behind] in _ASKED:  # "explained to Kim why"
                return Found("wh", ((behind, clause_end(line, behind + 1, high)),), (), (k + 1, to_whom))
            late = quotation(line, behind, high)
            if late is not None:
                return late._replace(addressee=(k + 1, to_whom))
    if words[k] in ("to", "with") and "+" + words[k] not in frames:
        end = nouns.after(line, k + 1, high)
        if k + 1 < end < high and "+" + words[end] in frames:
            found = after_preposition(line, end, high)
            if found is not None:
                return found._replace(frame=((k, end),), addressee=(k + 1, end))
    return None


def _named(line: Line, k: int, high: int, frames: frozenset[str]) -> Found | None:
    """``described it as “Q”`` · ``called the plan a disaster``: what something is said to be."""
    tags, tag = line.tags, line.tags[k]
    if "as" in frames and tag in "TJNPDOUGZQEbW":
        end = clause_end(line, k, high, phrase=True)
        if any(line.words[p] in _LIKE or tags[p] == "Q" for p in range(k + 1, end)):
            return Found("np-as", ((k, end),))
    if "np-as" not in frames:
        return None
    that_one = tag == "H" and k + 1 < high and (tags[k + 1] in "QNJb" or line.words[k + 1] == "as")
    if tag in "TJNPDOUGZQEbMW" or that_one:
        end = clause_end(line, k, high, phrase=True)
        if (end > k + 1 and _NAMED.match(tags, k, high) is None) or tag == "Q":
            return Found("np-as", ((k, end),))
    return None


def _clause(line: Line, k: int, high: int, frames: frozenset[str]) -> Found | None:
    """A clause with "that" or none, or a quotation, behind the time and place of the saying."""
    if "that" in frames:
        found = _that_clause(line, k, high, frames)
        if found is not None:
            return found
    elif "they" in frames and _STATED.match(line.tags, k, high):  # "determined there was no fault"
        return Found("clause", ((k, clause_end(line, k, high)),))
    if "q" not in frames:
        return None
    tags, start = line.tags, skip_frame(line, k, high)
    late = quotation(line, start, high)
    if late is not None:
        return late._replace(frame=((k, start), *late.frame))
    if start + 1 < high and start > k and tags[start] == ",":
        if tags[start + 1] != "H":  # "said on X, formerly Twitter, that"
            start = over_aside(line, start, high)
        start += tags[start] == ","
    if start < high and tags[start] == "H":
        return Found("that", ((start, clause_end(line, start + 1, high)),), ((k, start),))
    if "wh" in frames and k < start < high and line.words[start] in _ASKED:  # "questioned in May whether"
        return Found("wh", ((start, clause_end(line, start + 1, high)),), ((k, start),))
    return None


_ASKED = frozenset("whether why how".split())


def _that_clause(line: Line, k: int, high: int, frames: frozenset[str]) -> Found | None:
    """What a verb that takes "that" is followed by: a clause, with "that" or without, or a quotation."""
    tags, words = line.tags, line.words
    timed = tags[k] in "RMISW" or words[k] in _TIMING
    start = skip_frame(line, k, high) if timed else k
    if start >= high:
        return None
    tag = tags[start]
    if tag == "H":
        return Found("that", ((start, clause_end(line, start + 1, high)),), ((k, start),))
    frame = ((k, start),) if start > k else ()
    if tag == "I" and is_quantity(line, start, high):
        end = clause_end(line, start, high)
        if is_clause(line, start + 1, end):
            return Found("clause", ((start, end),), frame)
    compared = tag == "S" and words[start] in ("than", "as")
    if tag in "TOPNJDWGEMRbS" and not compared and not (start > k and tags[k] == "I" and tag not in "OTP"):
        end = clause_end(line, start, high)
        # a verb that takes no noun phrase needs no proof of a finite verb ("said people misunderstand it")
        if is_bare_clause(line, start, end) or (end > start + 2 and tag in "TPNJD" and "bare" in frames):
            return Found("clause", ((start, end),), frame)
    late = quotation(line, start, high) if "q" in frames else None
    return late._replace(frame=((k, start), *late.frame)) if late is not None else None


def _object(line: Line, k: int, high: int, frames: frozenset[str]) -> Found | None:
    """A noun phrase, or one and what it is to do: "urged voters to wait"."""
    tag = line.tags[k]
    if "np" in frames and tag == "H" and frames.isdisjoint(_THATS) and _THAT_ONE.match(line.tags, k, high):
        end = nouns.after_with_tail(line, k + 1, high, all_links=True)
        return Found("np", ((k, end),))  # "decried that sum, saying"
    if "np" in frames and tag == "W" and line.words[k] in ("what", "whatever", "who", "whoever"):
        return Found("np", ((k, clause_end(line, k + 1, high, phrase=True)),))
    if tag not in "TJNPDOUZEGQb" and line.words[k] not in MEASURES:
        return None
    if "np" in frames:
        if tag == "U" and "np-to" in frames and line.tags[k + 1 : k + 2] == "L":
            return Found("np-to", ((k, clause_end(line, k + 2, high)),))
        if tag == "U" and "np-wh" in frames and line.tags[k + 1 : k + 2] not in ("T", "D", "N"):
            return None  # "asked him": he is asked; but "asked him three questions"
        return _noun_content(line, k, high)
    if "np-to" not in frames:
        return None
    end = nouns.after_with_tail(line, k, high)
    if end == k or end >= high or line.tags[end] != "L":
        return None
    return Found("np-to", ((k, clause_end(line, k, high)),))


def _noun_content(line: Line, k: int, high: int) -> Found | None:
    """A noun phrase as content, with what hangs on it, up to the next comma or verb."""
    tags = line.tags
    if tags[k] == "Q":
        return Found("mixed", ((k, clause_end(line, k, high, phrase=True)),))
    if line.words[k] in ("late", "early") and tags[k + 1 : k + 2] == "M":
        return None  # "the paper reported late Thursday"
    end = nouns.after_with_tail(line, k, high, all_links=True)
    if end == k:
        return None
    if end < high and tags[end] not in ",.!;:-VvAsMR)":
        end = clause_end(line, k, high, phrase=True)
    elif end < high and tags[end] == ",":
        end = clause_end(line, end - 1, high, phrase=True)
    else:
        end = without_time(line, k, without_setting(line, k, end))
    return Found("np", ((k, end),))


_STATED = re.compile(r"OR?[AVvs]")  # a pronoun and its verb
_NAMED = re.compile(r"P+(?:[VvAs,.!;:I-]|$)")  # "a firm called Bridge Works opened": a name, and nobody calls
_LIKE = frozenset("as like to with".split())
_THAT_ONE = re.compile(r"H[JD]?N(?:[,.;:IMS-]|\Z)")
_THATS = frozenset({"that", "that!", "np-that", "q"})
_TIMING = frozenset("last this earlier late early".split())
