"""A verb of saying that no list has, told from where it stands."""

from __future__ import annotations

from quotetrack.attribution import around, gaps, inverted, subjects
from quotetrack.attribution.relations import Relation
from quotetrack.phrases.lexicon import CUE_FORMS
from quotetrack.phrases.words import Line
from quotetrack.records import Stance


def read(line: Line, low: int, i: int, high: int) -> Relation | None:
    """``“Q,” the envoy averred.``: a verb that no list has, where nothing but a verb of saying can stand.

    The quotation before it ends in a comma, ? or !, its subject stands beside it, and it has no object.
    """
    tags = line.tags
    if i == low or line.words[i] in _LIKED:
        return None
    quote = tags.rfind("Q", max(low, i - 36), i)
    if quote > low and (tags[quote - 1] == "I" or _is_told(line, quote - 1)):
        return None  # 'chants of "Out!" filled the hall', 'as they chanted "Out!" a driver waved'
    if quote < 0 or (line.image[line.quotes[quote].end - 1] not in ",?!" and tags[quote + 1] != ","):
        return None
    content = around.content_before(line, low, quote + 1)
    if content is None:
        return None
    if tags[i - 1] == "Q" or (tags[i - 1] == "," and i - 2 == quote):
        source = inverted.subject_after(line, i + 1, high)
        end = source[1] if source is not None else i
        if source is None or around.is_object(line, source, high):
            return None
    else:
        source, end = subjects.between(line, quote, subjects.group_start(line, low, i)), i + 1
        if source is None or tags[i - 1] in "A" or (tags[i - 1] == "," and around.says_later(line, i, high)):
            return None
    stop = gaps.skip_frame(line, end, high)
    whole = tags[quote - 1 : quote] in ("", ".", "!") or quote == low
    further = whole and stop < high and tags[stop] in "IL"  # "…," the envoy riffed on the plan
    if not (further or around.stops(line, stop, high)) or (stop < high and tags[stop] == "H"):
        return None
    lemma = _lemma(line.words[i].lower())
    made = Relation("unlisted verb", (i, i + 1), lemma, Stance.STATES, False, source, content, frames=_UNLISTED)
    return around.with_rest(line, made, high, stop)


def _is_told(line: Line, place: int) -> bool:
    """Whether a verb of saying stands at ``place``, right before the quotation."""
    form = CUE_FORMS.get(line.words[place].lower()) if line.tags[place] in "VsG" else None
    return form is not None and "q" in form.frames


def _lemma(past: str) -> str:
    """The base of a regular past form."""
    if past.endswith("ied"):
        return past[:-3] + "y"
    doubled = past[-3] == past[-4:-3] and past[-3] not in "fsz"  # chin, chinned, but riff, riffed
    return past[:-3] if doubled else past[:-2]


_UNLISTED = frozenset({"q"})
_LIKED = frozenset({"liked", "loved"})  # "she liked to say"
