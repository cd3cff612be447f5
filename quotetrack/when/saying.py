"""``said``: the day something was said, from the clause of its cue, the dateline or the publication date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import attrs

from quotetrack.records import Dateline, Precision, When, WhenGround
from quotetrack.rules.settings import MEDIA
from quotetrack.rules.times import (
    AT_AN_OCCASION,
    CLAUSE_OPENERS,
    DAY,
    MONTH,
    NOT_OF_THE_SAYING,
    OTHER_EVENTS,
    VAGUE,
    WEEK,
    YEAR,
)
from quotetrack.spans import Span
from quotetrack.when.calendar import calendar_unit
from quotetrack.when.reading import absolute, resolve, tokens_of
from quotetrack.when.shapes import DETERMINERS, find, letters_of, shape_of

_OCCASIONS = frozenset(noun.split()[-1] for medium in MEDIA for noun in medium.nouns.split("|"))
_VAGUE = re.compile(r"\b(?:" + "|".join(map(re.escape, VAGUE)) + r")\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_CLAUSE = re.compile(r"\b(?:" + "|".join(CLAUSE_OPENERS) + r")\b")
_SUBORDINATE = re.compile(_CLAUSE.pattern + r"|\b(?:while|as|even|after|before|when)\b")
# What may stand between the cue and its time: "said late on Friday".
_BESIDE = re.compile(
    r"[\s,]*(?:(?:on|in|at|during|over|back|by|early|late|later|again|the|an?|his|her) )*", re.IGNORECASE
)
_LAST = re.compile(r"(?:the |this )?(?:last|past)\b")
_NEXT_DAY = re.compile(r"(?:the )?(?:following|next (?:day|morning|night|evening|afternoon))\b", re.IGNORECASE)
_MARKS = ('"', "'")  # "This Week" between marks is a programme
_YEARS = frozenset("Yycg")
# Readers of words that may be reckoned from another day of the story: "a day later".
_OF_THE_STORY = frozenset(("counted", "unit_beside", "part_beside"))
_DIGIT = re.compile(r"\d")
_JOINT = re.compile(r"[,.;:]|\b(?:in|on|at|of|with|that|to|for|by|from|as)\b")
# How far before and after an expression its neighbours are looked for, in code points.
_NEAR = 80


def said(
    text: str,
    image: str,
    frame: Sequence[Span],
    sentence: Span | None,
    anchor: dt.date | None,
    published: dt.date | dt.datetime | None,
    dateline: Dateline | None,
    tense: str | None = None,
) -> When | None:
    """The day something was said, or None.

    ``frame`` are the stretches of the cue's clause outside what was said: only their times count. Without a time there
    it is the dateline's day, then the publication's; where the frame's times are vague or name another day than can be
    told ("recently", "a day later"), it is None. ``anchor`` is the day that the frame's words are reckoned from;
    without one, only words that name their year are read. ``image`` is the folded text. Offsets are in code points.

    >>> import datetime
    >>> text = "Kim said late Thursday."
    >>> said(text, text, [Span(8, 22)], None, datetime.date(2015, 1, 30), None, None).start
    datetime.date(2015, 1, 29)
    """
    undated = anchor is None and published is None and (dateline is None or dateline.date is None)
    if undated and not any(_DIGIT.search(image, part.start, part.end) for part in frame):
        return None  # with no day to reckon from, a day is told by a year alone
    unsure = False
    first: When | None = None
    for stretch in frame:
        times = find(image, stretch.start, stretch.end)
        for start, end in times:
            if not _of_the_saying(image, stretch, start, end):
                continue
            when = _days(text[start:end], image[start:end], anchor, tense)
            if not isinstance(when, When):
                unsure = unsure or when
                continue
            if sentence is not None and stretch.start <= sentence.start:
                when = attrs.evolve(when, ground=WhenGround.SENTENCE)
            if _BESIDE.fullmatch(image, stretch.start, start):
                return when
            first = first or when
        unsure = unsure or _is_vague(image, stretch, times)
    if first is not None:
        return first
    return None if unsure else _by_default(text, published, dateline)


def _is_vague(image: str, stretch: Span, times: list[tuple[int, int]]) -> bool:
    """Whether a stretch says a time that is no date ("recently"), in no clause of its own and in no other time."""
    match = _VAGUE.search(image, stretch.start, stretch.end)
    if match is None or _SUBORDINATE.search(image, stretch.start, match.start()):
        return False
    return not any(start < match.end() and match.start() < end for start, end in times)


def _by_default(text: str, published: dt.date | dt.datetime | None, dateline: Dateline | None) -> When | None:
    """The dateline's day, else the day of publication."""
    if dateline is not None and dateline.date is not None:
        day, ground, words = dateline.date, WhenGround.DATELINE, text[dateline.start : dateline.end].strip()
    elif published is not None:
        day, ground, words = published, WhenGround.PUBLISHED, ""
    else:
        return None
    day = _plain(day)
    return When(day, day, Precision.DAY, words, day, ground)


def _plain(day: dt.date) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day


def _days(words: str, folded: str, anchor: dt.date | None, tense: str | None) -> When | bool:
    """The days of one expression; else whether it leaves the day open: True for "a day later", False for "tomorrow".

    What was said already was said by the anchor, whatever the words: days to come are another matter's. Years in the
    words are believed, so that a wrong anchor does no harm.
    """
    if anchor is None:
        return absolute(words) or True
    anchor = _plain(anchor)
    when = resolve(words, anchor, tense=tense or "past")
    if when is None:
        return True
    read = letters_of(tokens_of(folded))
    named = read and shape_of(read[0])
    if read is None or not named:
        return when
    if when.start > anchor and tense != "future" and _YEARS.isdisjoint(read[0]):
        return named[0].reader in _OF_THE_STORY or _NEXT_DAY.match(folded) is not None
    if named[0].reader == "counted":
        return _widened(when, dict(zip(*read)).get("U", DAY))
    return when


def _widened(when: When, unit: int) -> When:
    """"a year ago" is counted to the day, but nobody who says so means the day: the calendar unit of that day."""
    stretch = calendar_unit(unit, when.start, 0) if unit in (WEEK, MONTH, YEAR) else None
    return attrs.evolve(when, start=stretch[0], end=stretch[1], precision=stretch[2]) if stretch else when


def _of_the_saying(image: str, stretch: Span, start: int, end: int) -> bool:
    """Whether a time in the cue's clause is that of the saying, and not of what is spoken of ("since Friday")."""
    before = image[max(stretch.start, start - _NEAR) : start]
    if _CLAUSE.search(before) or (before[-1:] in _MARKS and image[end : end + 1] in _MARKS):
        return False
    words = [word.lower() for word in _WORD.findall(before)]
    described = image[start:end].endswith("'s") or bool(words and words[-1] in DETERMINERS)
    while words and words[-1] in DETERMINERS:
        words.pop()
    if described and (image[start].isupper() or image[start].isdigit()):
        return _at_an_occasion(words, image[start:end], image[end : end + _NEAR].lstrip(" ,"))
    if not words:
        return True
    if words[-1] == "than":
        return words[-2:-1] in (["more"], ["less"])  # "more than a year ago"
    if words[-1] in NOT_OF_THE_SAYING or (words[-1] in ("over", "within") and _LAST.match(image, start)):
        return False
    if words[-1] in ("in", "on", "at", "during", "late", "early"):
        words.pop()
    return not words or words[-1] not in OTHER_EVENTS


def _at_an_occasion(words: list[str], time: str, following: str) -> bool:
    """Whether "Tuesday's …" or "a 2011 …" is when it was said: on an occasion of speech, or at or after another."""
    lead = words[-1] if words else ""
    if lead in AT_AN_OCCASION and (lead not in ("after", "following") or time.isalpha() or time.endswith("'s")):
        return True  # after Tuesday's game, but not after the Sept. 11 attacks
    nouns = _WORD.findall(_JOINT.split(following, maxsplit=1)[0])[:4]
    return lead not in NOT_OF_THE_SAYING and lead != "over" and any(noun in _OCCASIONS for noun in nouns)
