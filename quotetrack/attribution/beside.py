"""Who speaks for a quotation by what stands beside its sentence: a sentence before or behind it, a line that signs."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from quotetrack.attribution import voices
from quotetrack.attribution.relations import Range, Relation
from quotetrack.attribution.sentences import read_sentence
from quotetrack.phrases import nouns
from quotetrack.phrases.words import Line
from quotetrack.records import Mention, Stance


def subject_before(line: Line, place: int) -> Relation | None:
    """The subject of the sentence before, for a quotation behind one that tells nobody's words."""
    done = bisect_right(line.sentences, place, key=itemgetter(1))
    if not done:
        return None
    low, high = line.sentences[done - 1]
    return voices.told_of(line, low, high)


def subject_behind(line: Line, place: int) -> Relation | None:
    """The subject of the sentence behind a quotation that opens its paragraph: "“We knew.” Kim leans back."."""
    behind = bisect_right(line.sentences, place, key=itemgetter(0))
    if place != line.sentences[0][0] or behind >= len(line.sentences):
        return None
    low, high = line.sentences[behind]
    if "Q" in line.tags[low:high]:
        return None
    return voices.told_of(line, low, high)


def newcomer(line: Line, place: int, source: Mention | None) -> Relation | None:
    """Another than ``source``, whom the sentence before a quotation introduces: "Ana Ruiz, 34, a nurse, wept."."""
    subject = subject_before(line, place) if source is not None else None
    if source is None or subject is None or subject.source is None:
        return None
    first, comma, _ = line.tags[slice(*subject.source)].partition(",")
    start = subject.source[0]
    if not comma or "P" not in first or line.tags.rfind("Q", 0, place) > start:
        return None  # a name alone may be a team's or a town's
    known = set(source.text.replace(",", " ").split())
    return subject if known.isdisjoint(line.words[start : start + len(first)]) else None


def last_told(line: Line) -> Relation | None:
    """Who speaks in a paragraph before one that is a quotation, or whom its last sentence is about."""
    told: list[Relation] = []
    for low, high in reversed(line.sentences):
        found = [r for r in read_sentence(line, low, high) if r.source is not None]
        spoken = [r for r in found if "q" in r.frames]
        if spoken:
            return spoken[-1]
        if high == len(line.tags):
            told = found
    subject = subject_before(line, len(line.tags))
    if subject is None and told:
        return told[-1]  # "The company defended the plan.": it speaks next
    return subject


def signed_here(line: Line, low: int, high: int) -> Relation | None:
    """Who stands behind a quotation and a dash: "“We knew.” – Ana Ruiz, Bergen", "“We knew” – farmer Jo Lund"."""
    tags = line.tags
    last = nouns.after(line, low + 2, high)
    named = tags[low + 1 : low + 2] == "-" and tags[low + 2 : last].endswith("P")
    if not named or tags[last : last + 1] not in ("", ",", "."):
        return None
    return _signed((low + 1, low + 2), (low + 2, last))


def signed_below(image: str, paragraph: Range, alone: bool) -> tuple[Line, Relation] | None:
    """Who stands alone on the line below a quotation: "- Ana Ruiz, mayor", "Ana Ruiz, mayor of Holm".

    ``paragraph`` is that line; ``alone`` says that the quotation has its own to itself.
    """
    start, end = paragraph
    if end - start > _LONGEST:
        return None
    below = Line(image, start, end, ())
    if below.tags[:1] != "-" and not (alone and _NAME_AND_PART.fullmatch(below.tags)):
        return None
    first = next((k for k, tag in enumerate(below.tags) if tag != "-"), 0)
    last = nouns.after(below, first, len(below.tags))
    if last == first or "P" not in below.tags[first:last]:
        return None
    return below, _signed((0, 1), (first, last))


_LONGEST = 120  # code points of a line that signs
_NAME_AND_PART = re.compile(r"P{2,4},(?=[P,]*[NJTIDC])[PNJTIDC&,()]{1,14}")  # with no verb and no full stop


def _signed(dash: Range, name: Range) -> Relation:
    return Relation("signed", dash, "-", Stance.STATES, False, name, ())
