"""What stands between a cue and what was said: time, place, manner, and an aside between commas."""

from __future__ import annotations

from collections.abc import Callable

from quotetrack.phrases import nouns
from quotetrack.phrases.lexicon import CUE_FORMS
from quotetrack.phrases.words import Line
from quotetrack.rules.words import PARTS_OF_DAY, UNITS_OF_TIME


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
    if k + 1 < high and words[k] in _THIS_ONE and words[k + 1] in UNITS:
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
    if line.words[k] == "than" or is_quantity(line, k, high):
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
    if words[k] in _THIS_ONE and words[k + 1] in UNITS:
        return k + 2
    word = words[k].lower()
    if word in _WHICH and tags[k + 1] in "NMT":
        return k + (3 if tags[k + 1] == "T" else 2)
    told = word in _SOME and k + 2 < high and words[k + 1].lower() in UNITS_OF_TIME and words[k + 2] in _LATER
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
    occasion = past_occasion(line, k, high)
    if occasion > k or line.words[k] not in _WHEN:
        return occasion
    further = nouns.after_with_tail(line, k + 1, high, all_links=True)
    if further == k + 1 or (further < high and line.tags[further] not in "HIMQ,.:"):
        return k  # "said after the vote failed"
    return further


def past_occasion(line: Line, k: int, high: int) -> int:
    """said as he left | , “Q”; told them as she left | that: past a clause that tells when it was said"""
    if line.words[k] not in _OCCASIONS:
        return k
    tags = line.tags
    for behind in range(k + 2, min(high, k + 20)):
        tag = tags[behind]
        if tag == "H" or tags.startswith(",Q", behind):
            return behind if any(verb in "VvAEGs" for verb in tags[k + 1 : behind]) else k
        if tag in ",:;.Q" or (tag in "VsE" and line.words[behind] in CUE_FORMS):
            break  # "apologised after some complained that": they complained so
    return k


_OCCASIONS = frozenset("as while when after before once".split())
_WHEN = frozenset("after before since".split())
_THIS_ONE = frozenset("last next this".split())
_WHICH = frozenset("last this next earlier late early".split())
_SOME = frozenset("a two three several".split())
_LATER = frozenset("earlier later ago after before".split())
# By the letter of its first word, how far a stretch of time, place or manner goes; the place itself where it is none.
_PAST: dict[str, Callable[[Line, int, int], int]] = {
    "R": _past_adverb, "M": _past_adverb, "I": _past_preposition, "L": _past_to, "(": _past_brackets,
    "E": _past_participle, "S": _past_event, "T": _past_spell, "J": _past_spell, "N": _past_spell, "P": _past_spell,
    "D": _past_spell, "W": past_occasion,
}  # fmt: skip


_BEFORE_NUMBERS = frozenset("about around over under some".split())


def is_quantity(line: Line, k: int, high: int) -> bool:
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


UNITS = frozenset(
    "week weekend month year spring summer fall autumn winter season night morning afternoon evening".split()
)


def over_aside(line: Line, comma: int, high: int) -> int:
    """The comma that closes what the one at ``comma`` opens, where nothing but a name or noun and "that" follow."""
    close = line.tags.find(",H", comma + 1, min(comma + 9, high))
    if close < 0 or any(tag not in "RTJNPDIZ" for tag in line.tags[comma + 1 : close]):
        return comma
    return close
