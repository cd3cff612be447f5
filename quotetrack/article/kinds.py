"""What one line is: furniture, an editor's note, a byline, a publication line, a sign-off."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from quotetrack.rules import datelines, furniture
from quotetrack.rules.furniture import LineRule

# no line of these kinds is longer
LONGEST = 500
_LONGEST_FURNITURE = 200


def _any(rules: Iterable[LineRule], flags: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in rules), flags)


SLUG = _any(furniture.SLUGS)
_NOTE = _any(furniture.NOTES, re.IGNORECASE)
_BYLINE = _any(furniture.BYLINES, re.IGNORECASE)
_UNNAMED = _any(furniture.UNNAMED_BYLINES, re.IGNORECASE)
_AFFILIATION = _any(furniture.AFFILIATIONS, re.IGNORECASE)
_END = _any(furniture.ENDS)
_SIGNOFF = re.compile("|".join(f"(?:{r.pattern})" for r in furniture.SIGNOFFS))
_SIGNOFF_FOLDED = re.compile("|".join(f"(?:{r.pattern})" for r in furniture.SIGNOFFS_ANY_CASE), re.IGNORECASE)
_FURNITURE = _any(furniture.FURNITURE, re.IGNORECASE)

_CHROME = frozenset(furniture.CHROME) - frozenset(furniture.CHROME_NOT_ALONE)
_OPENS_TEXT = frozenset(furniture.OPENS_TEXT)
_CHROME_OPENINGS = frozenset(phrase.split()[0] for phrase in furniture.CHROME)
# the longest phrase first, so that one walk from left to right is enough
_PHRASE = re.compile(
    "(?:" + "|".join(re.escape(p) for p in sorted(furniture.CHROME, key=len, reverse=True)) + r")(?![\w'])[\W_]*"
)
_DIGITS = re.compile(r"\d{1,6}[\W_]*")

_WORDS = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*")
_NAME_WORD = re.compile(r"[A-Z\u00c0-\u00de@][\w.'@-]*,?")
_NAME_GLUE = frozenset(
    (
        "and",
        "&",
        "|",
        "in",
        "at",
        "for",
        "of",
        "the",
        "with",
        "de",
        "la",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "al",
        "el",
        "da",
        "dos",
        "del",
        "di",
        "to",
        "-",
        "/",
        "—",
        "–",
    )
)

_MONTH = "|".join(sorted(datelines.MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(datelines.WEEKDAYS, key=len, reverse=True))
_FULL_DATE = re.compile(
    rf"(?:\b(?:{_WEEKDAY})\b[.,]*\s*)?(?:\b(?P<m1>{_MONTH})\b[.]?\s?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y1>\d{{4}})\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<m2>{_MONTH})\b[.,]?[ -](?P<y2>\d{{4}})\b"
    r"|\b(?P<y3>(?:19|20)\d{2})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})(?=\b|T)"
    r"|\b(?P<a4>\d{1,2})[/.](?P<b4>\d{1,2})[/.](?P<y4>(?:19|20)\d{2})\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?:[:.]\d{2}(?:\.\d{1,6})?)?)?\s?(?P<half>[ap]\.?m\b\.?)?(?![\d:])(?:Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_PUBLICATION_WORDS = frozenset(furniture.PUBLICATION_WORDS) | frozenset(datelines.WEEKDAYS)
_PUBLICATION_OPENINGS = frozenset(
    ("published", "updated", "posted", "modified", "first", "last", "date", "filed", "released", "issued")
)


def is_furniture(line: str) -> bool:
    """Whether the line is made of site chrome and nothing else.

    >>> is_furniture("Go to Contents Go to Navigation"), is_furniture("Share of voters falls")
    (True, False)
    """
    if len(line) > _LONGEST_FURNITURE:
        return False
    bare = line.casefold().strip(" .!?:|*>-[]()")
    if bare in _CHROME:
        return True
    if bare.split(" ", 1)[0].strip(".,:!?|") in _CHROME_OPENINGS and _all_chrome(bare):
        return True
    return _FURNITURE.fullmatch(line) is not None


def opens_text(line: str) -> bool:
    """Whether a label says that the text begins below it: "ABSTRACT", "Story highlights"."""
    return line.casefold().strip(" .:") in _OPENS_TEXT


def _all_chrome(line: str) -> bool:
    position = phrases = 0
    while position < len(line):
        match = _PHRASE.match(line, position)
        if match is None:
            match = _DIGITS.match(line, position)
            if match is None:
                return False
        else:
            phrases += 1
        position = match.end()
    return phrases > 1 or (phrases == 1 and line not in furniture.CHROME_NOT_ALONE)


def is_note(line: str) -> bool:
    """Whether an editor speaks: "(ATTN: ...)", "Correction: ..."."""
    return len(line) <= LONGEST and _NOTE.fullmatch(line) is not None


def is_end(line: str) -> bool:
    """Whether the line says that the copy ends: "(END)", "###"."""
    return len(line) <= 20 and _END.fullmatch(line) is not None


def is_signoff(line: str) -> bool:
    """Whether it says who worked on the piece or how to reach them.

    >>> is_signoff("kdh@yna.co.kr"), is_signoff("Lee contributed to this report.")
    (True, True)
    """
    if len(line) > LONGEST:
        return False
    return _SIGNOFF.fullmatch(line) is not None or _SIGNOFF_FOLDED.fullmatch(line) is not None


def is_byline(line: str) -> bool:
    """Whether it is "By" and names: short, every word a name's or a small word between names.

    >>> is_byline("By Yoo Jee-ho"), is_byline("By the time it ended, all had left")
    (True, False)
    """
    if len(line) > 160:
        return False
    match = _BYLINE.match(line)
    if match is None:
        return len(line) < 40 and _UNNAMED.fullmatch(line) is not None
    rest = _FULL_DATE.sub("", line[match.end() :]).split()
    if not rest or not (rest[0][0].isupper() or rest[0][0] == "@" or match[0].casefold().startswith("from")):
        return match[0].casefold().startswith("from") and bool(rest)
    if rest[0].strip(".,").casefold() in datelines.WEEKDAYS or len(rest) > 18:
        return False
    return all(
        _NAME_WORD.fullmatch(word) or word.casefold().strip(",;") in _NAME_GLUE or not word[0].isalnum()
        for word in rest
    )


def is_affiliation(line: str) -> bool:
    """Whether a line under the byline says whom the writer works for."""
    return len(line) <= 60 and _AFFILIATION.fullmatch(line) is not None


def publication(line: str) -> dt.date | dt.datetime | None:
    """The moment that a publication line prints, as printed (no time zone), or None where it is no such line.

    >>> publication("All News 18:19 January 30, 2015")
    datetime.datetime(2015, 1, 30, 18, 19)
    >>> publication("On January 30, 2015, the talks ended.") is None
    True
    """
    # a year is quickly looked for, a date is not
    if len(line) > 160 or not _YEAR.search(line):
        return None
    match = _FULL_DATE.search(line)
    if match is None:
        return None
    day = _day(match)
    if day is None:
        return None
    around = line[: match.start()] + " | " + line[match.end() :]
    time = _time(around)
    rest = _TIME.sub(" ", around) if time else around
    words = _WORDS.findall(rest)
    strange = [w for w in words if w.casefold().replace(".", "") not in _PUBLICATION_WORDS]
    said = any(w.casefold() in _PUBLICATION_OPENINGS for w in words)
    if any(w[0].islower() for w in strange) or len(strange) > (3 if time or said else 0):
        return None
    # the last full date of "Published ... Updated ..." is not it: the first counts
    return dt.datetime(day.year, day.month, day.day, *time) if time else day


def date_in(line: str) -> dt.date | None:
    """The first full date in a short line that is known to be a byline, or None."""
    match = _FULL_DATE.search(line)
    return _day(match) if match else None


def _day(match: re.Match[str]) -> dt.date | None:
    if match["y4"]:
        first, second = int(match["a4"]), int(match["b4"])
        # 05/03/2015 is a day in May or in March: not guessed
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (second, first) if first > 12 else (first, second)
        year = int(match["y4"])
    else:
        name = match["m1"] or match["m2"]
        month = datelines.MONTHS[name.casefold()] if name else int(match["m3"])
        day = int(match["d1"] or match["d2"] or match["d3"])
        year = int(match["y1"] or match["y2"] or match["y3"])
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _time(line: str) -> tuple[int, int] | None:
    for match in _TIME.finditer(line):
        if not (match["minute"] or match["half"]):
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if match["half"]:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        if hour < 24 and minute < 60:
            return hour, minute
    return None
