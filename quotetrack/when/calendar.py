"""The calendar under the readers: units, months, days that come once a year, and holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from quotetrack.records import Precision
from quotetrack.rules.times import DAY, HOLIDAYS, HOUR, MONTH, WEEK, YEAR

Stretch = tuple[dt.date, dt.date, Precision]
ONE_DAY = dt.timedelta(days=1)


def days(count: int) -> dt.timedelta:
    """So many days."""
    return dt.timedelta(days=count)


def one_day(day: dt.date) -> Stretch:
    """A stretch of one day."""
    return day, day, Precision.DAY


def months(year: int, month: int, length: int, precision: Precision) -> Stretch:
    """Whole months from the given one on; ``month`` may lie outside 1 to 12."""
    first, last = divmod(year * 12 + month - 1, 12), divmod(year * 12 + month - 2 + length, 12)
    start = dt.date(first[0], first[1] + 1, 1)
    return start, month_end(last[0], last[1] + 1), precision


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, 12, 31) if month == 12 else dt.date(year, month + 1, 1) - ONE_DAY


def calendar_unit(unit: int, anchor: dt.date, steps: int) -> Stretch | None:
    """The calendar unit that is so many after (before, if negative) the anchor's own; weeks begin on Monday."""
    if unit == HOUR:
        return one_day(anchor)
    if unit == DAY:
        return one_day(anchor + days(steps))
    if unit == WEEK:
        monday = anchor + days(7 * steps - anchor.weekday())
        return monday, monday + days(6), Precision.WEEK
    if unit == MONTH:
        return months(anchor.year, anchor.month + steps, 1, Precision.MONTH)
    if unit == YEAR:
        return months(anchor.year + steps, 1, 12, Precision.YEAR)
    return None  # a decade is longer than any precision that a When can have


def same_day(anchor: dt.date, months: int) -> dt.date:
    """The same day of another month, or that month's last."""
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    return dt.date(year, month + 1, min(anchor.day, month_end(year, month + 1).day))


def yearly(of_year: Callable[[int], dt.date], anchor: dt.date, tense: str) -> dt.date | None:
    """The nearest before the anchor or on it of a day that comes once a year, or the nearest after it."""
    years = (anchor.year, anchor.year + 1) if tense == "future" else (anchor.year, anchor.year - 1)
    for year in years:
        try:
            day = of_year(year)
        except ValueError:  # no such day in that year, or a year out of the calendar
            continue
        if (day >= anchor) if tense == "future" else (day <= anchor):
            return day
    return None


def holiday_of(number: int, year: int) -> dt.date:
    """The day of a year on which the holiday of that number in the table falls."""
    entry = HOLIDAYS[number]
    if entry.rule == "fixed":
        return dt.date(year, *entry.numbers)
    if entry.rule == "easter":
        return easter(year) + days(entry.numbers[0])
    month, which, day_of_week, more = entry.numbers
    if which < 0:
        last = month_end(year, month)
        return last - days((last.weekday() - day_of_week) % 7)
    first = dt.date(year, month, 1)
    return first + days((day_of_week - first.weekday()) % 7 + 7 * (which - 1) + more)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)
