"""What somebody was told: ``told reporters in Beijing that …``."""

from __future__ import annotations

import re

from quotetrack.attribution.ends import clause_end
from quotetrack.attribution.gaps import over_aside, skip_frame
from quotetrack.attribution.relations import FINITE, Range
from quotetrack.attribution.said import WH, Found, after_preposition, is_bare_clause, quotation
from quotetrack.phrases import nouns
from quotetrack.phrases.words import Line


def told(line: Line, k: int, high: int, frames: frozenset[str]) -> Found | None:
    """The addressee at ``k``, and what stands behind; no content where nothing does, None where nobody is told."""
    if not ("np-that" in frames or "np-wh" in frames) or line.tags[k] not in "TJNPDOUEbGM":
        return None
    tags = line.tags
    end = nouns.after_with_tail(line, k, high)
    if tags[k] == "M":  # "told Friday's meeting"
        owner = tags.find("Z", k, k + 3)
        end = nouns.after(line, owner + 1, high) if owner > 0 else k
    if end == k:
        return None
    bare = nouns.after(line, k, high)
    if "+of" in frames and bare < end and line.words[bare] == "of" and (end >= high or tags[end] != "H"):
        found = after_preposition(line, bare, high)  # "reminded voters of his plan"
        if found is not None:
            return found._replace(addressee=(k, bare))
    if end < high and line.words[end] in _TOPICS:
        found = after_preposition(line, end, high)  # "warned them against it"
        if found is not None:
            return found._replace(addressee=(k, end))
    # names behind a comma: "told his host, Lee Min, that"
    start = skip_frame(line, end, high)
    frame = ((end, start),) if start > end else ()
    if start + 1 < high and tags[start] == ",":
        start = over_aside(line, start, high)
        start += tags[start + 1 : start + 2] == "H"
    addressee = (k, _without_place(line, k, end))
    found = _what(line, start, high, frames, frame, addressee) if start < high else None
    if found is None and "np-that" in frames:
        that = _that_behind(line, end, high)
        if that > 0:
            return Found("that", ((that, clause_end(line, that + 1, high)),), ((end, that),), addressee)
    if found is None and start == end and end - 2 > k and tags[end - 2 : end] == "PN":
        found = _unparted(line, k, end, high)
    return found or Found("", (), frame, addressee)


def _that_behind(line: Line, start: int, high: int) -> int:
    """The "that" behind the place of the telling: "told fans at a rally held in Dover, Tuesday | that"; else 0."""
    m = _SETTING.match(line.tags, start, high)
    return m.end() - 1 if m is not None and line.tags[m.end() : m.end() + 1] not in tuple("VvAsE") else 0


_SETTING = re.compile(r"(?:I|V(?=I))(?:[^VvAsbQHWSC;:.!(]|V(?=I)){1,20}H")


def _what(
    line: Line, start: int, high: int, frames: frozenset[str], frame: tuple[Range, ...], addressee: Range
) -> Found | None:
    """What the addressee was told, from behind the time and place of the telling."""
    if line.tags[start] == "W" and line.words[start] in ("who", "whose"):  # "told a man who rode a scooter that"
        that = line.tags.find("H", start, min(high, start + 16))
        plain = that > 0 and not set(line.tags[start:that]) & set(",;:Q") and line.tags[that - 1] in "NPDM"
        start, addressee = (that, (addressee[0], that)) if plain else (start, addressee)
    tag, word = line.tags[start], line.words[start]
    if tag == "H":
        return Found("that", ((start, clause_end(line, start + 1, high)),), frame, addressee)
    if tag in "WS" and word.lower() in WH:
        return Found("wh", ((start, clause_end(line, start + 1, high)),), frame, addressee)
    quoted = quotation(line, start, high)
    if quoted is not None:
        return quoted._replace(frame=(*frame, *quoted.frame), addressee=addressee)
    to = start + (tag == "X")  # "told residents not to drink"
    if line.tags[to : to + 1] == "L" and "np-to" in frames:
        return Found("np-to", ((start, clause_end(line, to + 1, high)),), frame, addressee)
    if tag in "TOPNJD":
        stop = clause_end(line, start, high)
        if is_bare_clause(line, start, stop):
            return Found("clause", ((start, stop),), frame, addressee)
    return None


def _unparted(line: Line, k: int, end: int, high: int) -> Found | None:
    """``told the Herald visitors had come``: no "that" stands between, and the two nouns look like one."""
    if not line.words[end - 1].endswith("s"):
        return None
    stop = clause_end(line, end - 1, high)
    clause = end < stop and line.tags[end] in FINITE
    return Found("clause", ((end - 1, stop),), (), (k, end - 1)) if clause else None


def _without_place(line: Line, start: int, end: int) -> int:
    """Where those who are told end, before the place or time of the telling: "mourners | in Mwingi"."""
    for k in range(start + 1, end):
        if line.tags[k] == "I" and line.words[k] != "of":
            return k
    return end


_TOPICS = frozenset("of about against".split())
