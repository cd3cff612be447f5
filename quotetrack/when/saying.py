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
    DAY,
    MONTH,
    NOT_OF_THE_SAYING,
    OTHER_EVENTS,
    VAGUE,
    WEEK,
    YEAR,
)
from quotetrack.spans import Span
from quotetrack.when.readers import calendar_unit
from quotetrack.when.reading import absolute, resolve, tokens_of
from quotetrack.when.shapes import find, letters_of, shape_of

_OCCASIONS = frozenset(noun.split()[-1] for medium in MEDIA for noun in medium.nouns.split("|"))
_VAGUE = re.compile(r"\b(?:" + "|".join(map(re.escape, VAGUE)) + r")\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_CLAUSE = re.compile(r"\b(?:who|whom|which|whose|where|because|if|whether|unless|although)\b")
_DETERMINERS = frozenset("a an the his her its their our this that".split())
_YEARS = frozenset("Yycg")
# Readers of words that may be reckoned from another day of the story: "a day later".
_OF_THE_STORY = frozenset(("counted", "unit_beside", "part_beside"))
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
    unsure = False
    for stretch in frame:
        for start, end in find(image, stretch.start, stretch.end):
            if not _of_the_saying(image, stretch, start, end):
                continue
            when = _days(text[start:end], image[start:end], anchor, tense)
            if isinstance(when, When):
                opens = sentence is not None and stretch.start <= sentence.start
                return attrs.evolve(when, ground=WhenGround.SENTENCE) if opens else when
            unsure = unsure or when
        unsure = unsure or _VAGUE.search(image, stretch.start, stretch.end) is not None
    return None if unsure else _by_default(text, published, dateline)


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
        return named[0].reader in _OF_THE_STORY or "X" in read[0]
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
    if _CLAUSE.search(before):
        return False
    words = [word.lower() for word in _WORD.findall(before)]
    after = _WORD.match(image, end + 1) if image[end : end + 1] == " " else None
    described = image[start:end].endswith("'s") or bool(words and words[-1] in _DETERMINERS)
    while words and words[-1] in _DETERMINERS:
        words.pop()
    if described and after is not None and image[start].isupper() | image[start].isdigit():
        return _at_an_occasion(words, image[end + 1 : end + _NEAR])
    if not words:
        return True
    if words[-1] in NOT_OF_THE_SAYING:
        return False
    if words[-1] in ("in", "on", "at", "during", "late", "early"):
        words.pop()
    return not words or words[-1] not in OTHER_EVENTS


def _at_an_occasion(words: list[str], following: str) -> bool:
    """Whether "Tuesday's …" or "a 2011 …" is when it was said: on an occasion of speech, or at or after another."""
    lead = words[-1] if words else ""
    if lead in AT_AN_OCCASION:
        return True
    nouns = _WORD.findall(following.partition(",")[0])[:4]
    return lead not in NOT_OF_THE_SAYING and lead != "over" and any(noun in _OCCASIONS for noun in nouns)
