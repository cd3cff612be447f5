"""What each shape of a time expression means, reckoned from an anchor day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from quotetrack.records import Precision
from quotetrack.rules.times import DAY, DECADE, HOUR, MONTH, WEEK, YEAR
from quotetrack.when.calendar import (
    ONE_DAY,
    Stretch,
    calendar_unit,
    days,
    holiday_of,
    month_end,
    months,
    one_day,
    same_day,
    yearly,
)

Values = Mapping[str, int]
# A reader gets the values by letter, the anchor and the tense; None where the words name no day. Days out of the
# calendar's range raise ValueError or OverflowError, which ``resolve`` turns into None.
Reader = Callable[[Values, dt.date, str], Stretch | None]

_PRECISION = {WEEK: Precision.WEEK, MONTH: Precision.MONTH, YEAR: Precision.YEAR}


def _direction(values: Values) -> int:
    """-1 for "last", +1 for "next", 0 for "this" or nothing."""
    return -1 if "L" in values else 1 if "X" in values else 0


def relative_day(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"today", "yesterday", "tomorrow"."""
    return one_day(anchor + days(values["R"]))


def weekday(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"Friday": the last one, or the anchor itself; "last" and "next" are never the anchor."""
    back = (anchor.weekday() - values["W"]) % 7
    if "L" in values:
        return one_day(anchor - days(back or 7))
    if "X" in values:
        return one_day(anchor + days(7 - back))
    if tense == "future":
        return one_day(anchor + days(-back % 7))
    if "T" in values and tense == "":
        return one_day(anchor + days(values["W"] - anchor.weekday()))
    return one_day(anchor - days(back))


def weekday_of_week(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"Friday of last week"."""
    if values["U"] != WEEK:
        return None
    return one_day(anchor + days(7 * _direction(values) + values["W"] - anchor.weekday()))


def weekday_ago(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"a week ago Friday": so many weeks before the last Friday."""
    if values["U"] != WEEK:
        return None
    back = (anchor.weekday() - values["W"]) % 7
    return one_day(anchor - days(back + 7 * values["C"]))


def day_beside(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"the day before yesterday", "the day after Christmas"."""
    if values["U"] != DAY:
        return None
    values = {letter: value for letter, value in values.items() if letter != "U"}
    if "R" in values:
        base = relative_day(values, anchor, tense)
    elif "H" in values:
        base = holiday(values, anchor, tense)
    else:
        base = date(values, anchor, tense) if "M" in values else weekday(values, anchor, tense)
    return base and one_day(base[0] + (ONE_DAY if "F" in values else -ONE_DAY))


def date(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"Nov. 8, 2016"; without a year the nearest before the anchor (after it, in the future tense).

    A weekday beside it decides where it fits the one on the other side alone.
    """
    month = values["M"]
    day = values["D"] if "D" in values else values["O"]
    if "Y" in values:
        return one_day(dt.date(values["Y"], month, day))
    if "U" in values:
        if values["U"] != YEAR:
            return None
        return one_day(dt.date(anchor.year + _direction(values), month, day))
    found = yearly(lambda year: dt.date(year, month, day), anchor, tense)
    if found is not None and "W" in values and found.weekday() != values["W"]:
        other = yearly(lambda year: dt.date(year, month, day), anchor, "past" if tense == "future" else "future")
        if other is not None and other.weekday() == values["W"]:
            found = other
    return None if found is None else one_day(found)


def day_of_month(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"the 5th", "the 5th of last month"."""
    day = values["O"]
    steps = _direction(values)
    if "U" in values:
        if values["U"] != MONTH:
            return None
    elif tense == "future" and day < anchor.day:
        steps = 1
    elif tense != "future" and day > anchor.day:
        steps = -1
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + steps, 12)
    return one_day(dt.date(year, month + 1, day))


def weekday_and_day(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"Friday the 13th": the last month, the anchor's among them, in which the day fell so."""
    for steps in range(0, -28, -1):
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + steps, 12)
        if values["O"] <= month_end(year, month + 1).day:
            day = dt.date(year, month + 1, values["O"])
            if day <= anchor and day.weekday() == values["W"]:
                return one_day(day)
    return None


def numeric(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"11/08/2016" month first, "08.11.2016" day first, each the other way where it must be; "2016-11-08".

    A date that would lie after the anchor is read the other way, if that lies before it, but not in the future tense.
    """
    if "y" in values:
        return one_day(dt.date(values["y"], values["a"], values["b"]))
    a, b, year = (values[letter] if letter in values else -1 for letter in ("feg" if "e" in values else "abc"))
    if year < 0:
        return date({"M": a, "D": b} if a <= 12 else {"M": b, "D": a}, anchor, tense)
    if year < 100:
        year = _century(year, anchor)
    if a > 12:
        return one_day(dt.date(year, b, a))
    found = dt.date(year, a, b) if b <= 31 else None
    if found is not None and tense != "future" and found > anchor and b <= 12 and dt.date(year, b, a) <= anchor:
        found = dt.date(year, b, a)
    return None if found is None else one_day(found)


def _century(year: int, anchor: dt.date) -> int:
    """The year of two digits: the one nearest the anchor's, and not more than twenty years after it."""
    full = anchor.year - anchor.year % 100 + year
    return full - 100 if full > anchor.year + 20 else full


def holiday(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"Christmas Day": the nearest before the anchor or on it, like a month and day."""
    number = values["H"]

    def of_year(year: int) -> dt.date:
        return holiday_of(number, year)

    if "Y" in values:
        return one_day(of_year(values["Y"]))
    if "U" in values:
        return one_day(of_year(anchor.year - 1)) if values["U"] == YEAR else None
    if "L" in values:
        found = yearly(of_year, anchor - ONE_DAY, "past")
    elif "X" in values:
        found = yearly(of_year, anchor + ONE_DAY, "future")
    else:
        found = yearly(of_year, anchor, tense)
    return None if found is None else one_day(found)


def part_of_day(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"3 a.m." alone is of the anchor's day."""
    return one_day(anchor)


def relative_part(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"last night", "this morning"."""
    return one_day(anchor + days(_direction(values)))


def part_beside(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"the night before", "a night earlier"."""
    steps = values.get("C", 1)
    return one_day(anchor + days(steps if "F" in values or "G" in values else -steps))


def unit(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"last week": the calendar unit; "the past week": the days up to the anchor."""
    length = values["U"]
    if length == HOUR:
        return None
    if length == DAY:
        # "the last day" is the final one
        return None if values.get("L", 2) != 2 else one_day(anchor + days(_direction(values)))
    if values.get("L") == 1 and length != DECADE:
        if length == WEEK:
            start = anchor - days(7)
        else:
            start = same_day(anchor, -1 if length == MONTH else -12)
        return start, anchor, _PRECISION[length]
    return calendar_unit(length, anchor, _direction(values))


def bare_unit(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"the week" of "earlier in the week"; alone it says nothing."""
    return calendar_unit(values["U"], anchor, 0) if not values.keys().isdisjoint("EGmB") else None


def counted(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"11 days ago" and "a year ago" count to a day; "two weeks ago" means the week of that day, and so on."""
    count = values["C"] if "C" in values else values["D"]
    if values.get("E") == 0 or values.get("G") == 0:
        return None  # "two days late"
    if values["U"] == HOUR and count > 12:
        return None
    steps = count if "F" in values or "G" in values else -count
    if count == 1 and values["U"] in _PRECISION:
        length = values["U"]
        if length == WEEK:
            return one_day(anchor + days(7 * steps))
        return one_day(same_day(anchor, steps * (12 if length == YEAR else 1)))
    return calendar_unit(values["U"], anchor, steps)


def in_a_while(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"in two weeks"; without its "in", ``resolve`` does not come here."""
    return calendar_unit(values["U"], anchor, values["C"] if "C" in values else values["D"])


def unit_beside(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"the day before", "the week after"."""
    return calendar_unit(values["U"], anchor, 1 if "F" in values else -1) if values["U"] != HOUR else None


def weekend(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"over the weekend": Saturday and Sunday, the last that have begun; "this weekend" may be the coming ones."""
    saturday = anchor - days((anchor.weekday() - 5) % 7)
    running = anchor.weekday() >= 5
    if "X" in values:
        saturday += days(7) if running else days(14)
    elif "L" in values:
        saturday -= days(7) if running and "T" not in values else days(0)
    elif not running and (tense == "future" or ("T" in values and tense != "past")):
        saturday += days(7)
    return saturday, saturday + ONE_DAY, Precision.WEEKEND


def month(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"in May": the last that has begun (the next that has not ended, in the future tense)."""
    number = values["M"]
    if "Y" in values:
        return months(values["Y"], number, 1, Precision.MONTH)
    if "U" in values:
        if values["U"] != YEAR:
            return None
        return months(anchor.year + _direction(values), number, 1, Precision.MONTH)
    year = anchor.year
    if "L" in values:
        year -= number >= anchor.month
    elif "X" in values:
        year += number <= anchor.month
    elif "T" in values and tense == "":
        pass
    elif tense == "future":
        year += number < anchor.month
    else:
        year -= number > anchor.month
    return months(year, number, 1, Precision.MONTH)


def season(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"last summer": three whole months of the northern half of the world; winter begins in December."""
    first = 3 + 3 * values["S"]
    if "Y" in values:
        return months(values["Y"], first, 3, Precision.SEASON)
    if "U" in values:
        return months(anchor.year - 1, first, 3, Precision.SEASON) if values["U"] == YEAR else None
    return _recurring(values, anchor, tense, first, 3, Precision.SEASON)


def _recurring(
    values: Values, anchor: dt.date, tense: str, first: int, length: int, precision: Precision
) -> Stretch:
    """A stretch of months that comes once a year: last, next, this, or the last that has begun."""
    stretches = [months(year, first, length, precision) for year in range(anchor.year - 2, anchor.year + 3)]
    if "X" in values:
        return next(s for s in stretches if s[0] > anchor)
    if "L" in values:
        return next(s for s in reversed(stretches) if s[1] < anchor)
    if tense == "future" or ("T" in values and tense == ""):
        return next(s for s in stretches if s[1] >= anchor)
    return next(s for s in reversed(stretches) if s[0] <= anchor)


def quarter(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"the third quarter of 2008", "last quarter": calendar quarters."""
    number = values["O"] if "O" in values else values.get("q", 0)
    if not number:
        current = (anchor.month - 1) // 3 + _direction(values)
        return months(anchor.year, 1 + 3 * current, 3, Precision.QUARTER)
    if number > 4:
        return None
    year = _year_of(values, anchor)
    if year is None:
        return _recurring({}, anchor, tense, 3 * number - 2, 3, Precision.QUARTER)
    return months(year, 3 * number - 2, 3, Precision.QUARTER)


def half(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"the first half of 2008"."""
    year = _year_of(values, anchor)
    return None if year is None or values["O"] > 2 else months(year, 6 * values["O"] - 5, 6, Precision.PART_OF_YEAR)


def _year_of(values: Values, anchor: dt.date) -> int | None:
    if "Y" in values:
        return values["Y"]
    return anchor.year + _direction(values) if values.get("U") == YEAR else None


def year(values: Values, anchor: dt.date, tense: str) -> Stretch | None:
    """"2008"."""
    return months(values["Y"], 1, 12, Precision.YEAR)


READERS: dict[str, Reader] = {
    reader.__name__: reader
    for reader in (
        relative_day,
        weekday,
        weekday_of_week,
        weekday_ago,
        day_beside,
        date,
        day_of_month,
        weekday_and_day,
        numeric,
        holiday,
        part_of_day,
        relative_part,
        part_beside,
        unit,
        bare_unit,
        counted,
        in_a_while,
        unit_beside,
        weekend,
        month,
        season,
        quarter,
        half,
        year,
    )
}



def narrowed(stretch: Stretch, values: Values, anchor: dt.date) -> Stretch:
    """The early, middle or late part of a stretch; "earlier this" and "later this" end and begin beside the anchor."""
    start, end, precision = stretch
    if values.get("E") == 1 and start <= anchor <= end:
        return start, max(start, anchor - ONE_DAY), _part(precision)
    if values.get("G") == 1 and start <= anchor <= end:
        return min(end, anchor + ONE_DAY), end, _part(precision)
    third = 0 if "E" in values else 1 if "m" in values else 2 if "G" in values else values.get("B", 3)
    if third == 3 or precision in (Precision.DAY, Precision.WEEKEND):
        return stretch
    if precision is Precision.WEEK:
        first, last = ((0, 2), (2, 4), (3, 6))[third]
        return start + days(first), start + days(last), precision
    if precision is Precision.MONTH:
        first, last = ((0, 9), (10, 19), (20, 30))[third]
        return start + days(first), min(end, start + days(last)), precision
    length = ((end.year - start.year) * 12 + end.month - start.month + 1) // 3
    return months(start.year, start.month + third * length, length, _part(precision))


def _part(precision: Precision) -> Precision:
    return Precision.PART_OF_YEAR if precision is Precision.YEAR else precision
