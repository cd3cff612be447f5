"""Time words to days: the table, the properties, and which of a clause's times is that of the saying."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotetrack.records import Dateline, Precision, When, WhenGround
from quotetrack.rules import times
from quotetrack.spans import Span
from quotetrack.text import fold
from quotetrack.when import find, resolve, said
from quotetrack.when.reading import TENSES, absolute, tokens_of
from quotetrack.when.shapes import digits, letters_of, shape_of

FRIDAY = dt.date(2015, 1, 30)
DAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH_NAMES = (
    "January February March April May June July August September October November December".split()
)

# Words, first day, last day (or nothing: one day), precision (or nothing: day); reckoned from Friday, 30 January 2015.
TABLE = """
Friday | 2015-01-30
Thursday | 2015-01-29
Saturday | 2015-01-24
Monday's | 2015-01-26
SUNDAY | 2015-01-25
on Wednesday | 2015-01-28
last Friday | 2015-01-23
last Thursday | 2015-01-29
next Friday | 2015-02-06
next Monday | 2015-02-02
this Tuesday | 2015-01-27
this past Sunday | 2015-01-25
late Thursday | 2015-01-29
late on Thursday | 2015-01-29
early Friday | 2015-01-30
early Friday morning | 2015-01-30
Thursday night | 2015-01-29
Thursday at 9 p.m. | 2015-01-29
3 a.m. Friday | 2015-01-30
3 a.m. | 2015-01-30
3:30 p.m. ET | 2015-01-30
14:05 GMT | 2015-01-30
noon | 2015-01-30
8 o'clock this morning | 2015-01-30
today | 2015-01-30
Earlier today | 2015-01-30
tonight | 2015-01-30
yesterday | 2015-01-29
late yesterday | 2015-01-29
yesterday morning | 2015-01-29
tomorrow | 2015-01-31
last night | 2015-01-29
this morning | 2015-01-30
early this morning | 2015-01-30
the night before | 2015-01-29
a night earlier | 2015-01-29
the next morning | 2015-01-31
the day before | 2015-01-29
the previous day | 2015-01-29
the day before yesterday | 2015-01-28
the day after tomorrow | 2015-02-01
the day before last Tuesday | 2015-01-26
the day after Christmas | 2014-12-26
the day before Nov. 8 | 2014-11-07
a day earlier | 2015-01-29
two days ago | 2015-01-28
11 days ago | 2015-01-19
100 days ago | 2014-10-22
a day later | 2015-01-31
an hour ago | 2015-01-30
a week ago | 2015-01-23
a month ago | 2014-12-30
a year earlier | 2014-01-30
a week ago Friday | 2015-01-23
two weeks ago | 2015-01-12 | 2015-01-18 | week
two weeks from now | 2015-02-09 | 2015-02-15 | week
in two weeks | 2015-02-09 | 2015-02-15 | week
six months ago | 2014-07-01 | 2014-07-31 | month
four years ago | 2011-01-01 | 2011-12-31 | year
Friday of last week | 2015-01-23
Tuesday next week | 2015-02-03
last week Friday | 2015-01-23
next week Tuesday | 2015-02-03
Friday the 13th | 2014-06-13
this week | 2015-01-26 | 2015-02-01 | week
last week | 2015-01-19 | 2015-01-25 | week
next week | 2015-02-02 | 2015-02-08 | week
the week before | 2015-01-19 | 2015-01-25 | week
the past week | 2015-01-23 | 2015-01-30 | week
late last week | 2015-01-22 | 2015-01-25 | week
earlier this week | 2015-01-26 | 2015-01-29 | week
later this week | 2015-01-31 | 2015-02-01 | week
earlier in the week | 2015-01-26 | 2015-01-29 | week
the weekend | 2015-01-24 | 2015-01-25 | weekend
over the weekend | 2015-01-24 | 2015-01-25 | weekend
last weekend | 2015-01-24 | 2015-01-25 | weekend
this weekend | 2015-01-31 | 2015-02-01 | weekend
next weekend | 2015-02-07 | 2015-02-08 | weekend
this past weekend | 2015-01-24 | 2015-01-25 | weekend
in May | 2014-05-01 | 2014-05-31 | month
January | 2015-01-01 | 2015-01-31 | month
last May | 2014-05-01 | 2014-05-31 | month
last January | 2014-01-01 | 2014-01-31 | month
next May | 2015-05-01 | 2015-05-31 | month
next January | 2016-01-01 | 2016-01-31 | month
this March | 2015-03-01 | 2015-03-31 | month
May 2016 | 2016-05-01 | 2016-05-31 | month
February 2012 | 2012-02-01 | 2012-02-29 | month
May of last year | 2014-05-01 | 2014-05-31 | month
early May | 2014-05-01 | 2014-05-10 | month
mid-May | 2014-05-11 | 2014-05-20 | month
late May 2013 | 2013-05-21 | 2013-05-31 | month
last month | 2014-12-01 | 2014-12-31 | month
this month | 2015-01-01 | 2015-01-31 | month
earlier this month | 2015-01-01 | 2015-01-29 | month
the past month | 2014-12-30 | 2015-01-30 | month
2008 | 2008-01-01 | 2008-12-31 | year
last year | 2014-01-01 | 2014-12-31 | year
this year | 2015-01-01 | 2015-12-31 | year
the following year | 2016-01-01 | 2016-12-31 | year
the past year | 2014-01-30 | 2015-01-30 | year
late 2008 | 2008-09-01 | 2008-12-31 | part of year
mid-2008 | 2008-05-01 | 2008-08-31 | part of year
early last year | 2014-01-01 | 2014-04-30 | part of year
the end of last year | 2014-09-01 | 2014-12-31 | part of year
earlier this year | 2015-01-01 | 2015-01-29 | part of year
the first half of 2008 | 2008-01-01 | 2008-06-30 | part of year
the second half of last year | 2014-07-01 | 2014-12-31 | part of year
the third quarter of 2008 | 2008-07-01 | 2008-09-30 | quarter
third quarter | 2014-07-01 | 2014-09-30 | quarter
last quarter | 2014-10-01 | 2014-12-31 | quarter
this quarter | 2015-01-01 | 2015-03-31 | quarter
Q3 2014 | 2014-07-01 | 2014-09-30 | quarter
the first quarter of this year | 2015-01-01 | 2015-03-31 | quarter
last summer | 2014-06-01 | 2014-08-31 | season
the summer of 2012 | 2012-06-01 | 2012-08-31 | season
the winter of 2012 | 2012-12-01 | 2013-02-28 | season
last winter | 2013-12-01 | 2014-02-28 | season
this winter | 2014-12-01 | 2015-02-28 | season
next spring | 2015-03-01 | 2015-05-31 | season
late last summer | 2014-08-01 | 2014-08-31 | season
the fall of last year | 2014-09-01 | 2014-11-30 | season
Nov. 8 | 2014-11-08
November 8th | 2014-11-08
8 November | 2014-11-08
the 8th of November | 2014-11-08
Dec. 30 | 2014-12-30
Jan. 30 | 2015-01-30
Jan. 31 | 2014-01-31
Nov. 8, 2016 | 2016-11-08
Nov. 8,2016 | 2016-11-08
8 November, 2016 | 2016-11-08
Novmber 8, 2013 | 2013-11-08
Friday, Oct. 24 | 2014-10-24
Friday, Oct. 23 | 2015-10-23
Tuesday, Nov. 8, 2016 | 2016-11-08
Sun, 15 Sep 2013 | 2013-09-15
MONDAY, MAY 23, 2005 | 2005-05-23
today (20 October 2011) | 2011-10-20
Nov. 8 last year | 2014-11-08
Nov. 8 next year | 2016-11-08
the 5th | 2015-01-05
the 5th of last month | 2014-12-05
Feb. 29, 2012 | 2012-02-29
11/08/2016 | 2016-11-08
25/12/2014 | 2014-12-25
12/11/2014 | 2014-12-11
10/02/2015 | 2015-10-02
11 / 01 / 2015 | 2015-01-11
11/8 | 2014-11-08
7/8/07 | 2007-07-08
1/2/99 | 1999-01-02
2016-11-08 | 2016-11-08
08.11.2016 | 2016-11-08
12.25.2014 | 2014-12-25
2015-01-30T18:19:00+09:00 | 2015-01-30
Christmas Day | 2014-12-25
New Year's Eve | 2014-12-31
New Year's Day | 2015-01-01
Fourth of July | 2014-07-04
Thanksgiving | 2014-11-27
last Thanksgiving | 2014-11-27
next Halloween | 2015-10-31
Memorial Day | 2014-05-26
Labor Day 2013 | 2013-09-02
Election Day | 2014-11-04
Black Friday | 2014-11-28
Easter Sunday | 2014-04-20
Good Friday 2015 | 2015-04-03
Christmas last year | 2014-12-25
St. Patrick's Day | 2014-03-17
"""

NOTHING = [
    "",
    "   ",
    ".",
    "the mayor",
    "Feb. 30",
    "Feb. 29",
    "Feb. 29, 2013",
    "Nov. 31, 2014",
    "31/31/2014",
    "13/13/2014",
    "2014-13-01",
    "Nov. 8, 0000",
    "Nov. 8, 99999",
    "99999999999999999999 days ago",
    "9999 years ago",
    "9999 months ago",
    "9999 weeks from now",
    "a few days ago",
    "more than a year ago",
    "several weeks ago",
    "a year and a half ago",
    "a decade ago",
    "the 1990s",
    "that day",
    "the same day",
    "two days",
    "two days late",
    "48 hours ago",
    "the week",
    "the last day",
    "the fifth quarter of 2008",
    "the third half of 2008",
    "last hour",
    "three minutes",
    "Friday of last month",
    "a month ago Friday",
    "the month before yesterday",
    "Nov. 8 last week",
    "May of last week",
    "Christmas last week",
    "summer of last week",
    "the 5th of last week",
    "Monday the 32nd",
    "this century",
    "45",
    "May 2-4",
    "8 9 10 Nov and then some",
    "x" * 500,
    "8 November or so they say 8 November or so they say 8 November or so they say",
    "\u0660\u0661 days ago",
    "the hour before",
    "0/0/0",
    "\u00b2th of May",
    "9" * 150 + ".1.16",
]


def rows() -> list[tuple[str, dt.date, dt.date, str]]:
    """The table's rows."""
    out = []
    for line in TABLE.strip().splitlines():
        words, first, *rest = (cell.strip() for cell in line.split("|"))
        start = dt.date.fromisoformat(first)
        out.append((words, start, dt.date.fromisoformat(rest[0]) if rest else start, rest[1] if rest else "day"))
    return out


@pytest.mark.parametrize(("words", "start", "end", "precision"), rows(), ids=[row[0] for row in rows()])
def test_the_table(words: str, start: dt.date, end: dt.date, precision: str) -> None:
    assert resolve(words, FRIDAY) == When(start, end, Precision(precision), words, FRIDAY)


@pytest.mark.parametrize("words", NOTHING)
def test_no_day(words: str) -> None:
    assert resolve(words, FRIDAY) is None


@pytest.mark.parametrize(
    ("words", "tense", "start"),
    [
        ("Friday", "future", FRIDAY),
        ("Thursday", "future", dt.date(2015, 2, 5)),
        ("Thursday", "present", dt.date(2015, 1, 29)),
        ("this Saturday", "past", dt.date(2015, 1, 24)),
        ("this Saturday", "future", dt.date(2015, 1, 31)),
        ("Nov. 8", "future", dt.date(2015, 11, 8)),
        ("Jan. 2", "future", dt.date(2016, 1, 2)),
        ("Friday, Oct. 24", "future", dt.date(2014, 10, 24)),
        ("in May", "future", dt.date(2015, 5, 1)),
        ("January", "future", dt.date(2015, 1, 1)),
        ("this March", "past", dt.date(2014, 3, 1)),
        ("this weekend", "past", dt.date(2015, 1, 24)),
        ("the weekend", "future", dt.date(2015, 1, 31)),
        ("the third quarter", "future", dt.date(2015, 7, 1)),
        ("summer", "future", dt.date(2015, 6, 1)),
        ("this summer", "past", dt.date(2014, 6, 1)),
        ("the 5th", "future", dt.date(2015, 2, 5)),
        ("Christmas", "future", dt.date(2015, 12, 25)),
        ("10/02/2015", "past", dt.date(2015, 10, 2)),
        ("11/01/2015", "past", dt.date(2015, 1, 11)),
        ("11/01/2015", "future", dt.date(2015, 11, 1)),
        ("30 Jan 2015 18:19:00 KST!", "future", FRIDAY),
    ],
)
def test_tense_decides_where_the_words_do_not(words: str, tense: str, start: dt.date) -> None:
    when = resolve(words, FRIDAY, tense=tense)
    assert when is not None
    assert when.start == start


def test_weekends_from_a_weekend() -> None:
    saturday, sunday = dt.date(2015, 1, 31), dt.date(2015, 2, 1)
    for anchor in (saturday, sunday):
        for words, start in (
            ("the weekend", saturday),
            ("this weekend", saturday),
            ("last weekend", saturday - dt.timedelta(7)),
            ("next weekend", saturday + dt.timedelta(7)),
        ):
            when = resolve(words, anchor)
            assert when is not None
            assert when.start == start


def test_a_datetime_counts_as_its_day() -> None:
    assert resolve("Friday", dt.datetime(2015, 1, 30, 23, 59)) == resolve("Friday", FRIDAY)


@pytest.mark.parametrize(
    ("words", "anchor", "tense", "error"),
    [
        (b"Friday", FRIDAY, None, TypeError),
        (None, FRIDAY, None, TypeError),
        ("Friday", "2015-01-30", None, TypeError),
        ("Friday", None, None, TypeError),
        ("Friday", FRIDAY, "pluperfect", ValueError),
    ],
)
def test_misuse_raises(words: object, anchor: object, tense: object, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"must be"):
        resolve(words, anchor, tense=tense)  # type: ignore[arg-type]  # misuse is what is tested


# The shapes


@pytest.mark.parametrize("shape", times.SHAPES, ids=lambda shape: shape.letters)
def test_every_shape_earns_its_place(shape: times.Shape) -> None:
    read = letters_of(tokens_of(shape.must))
    assert read is not None
    named = shape_of(read[0])
    assert named is not None
    assert named[0] is shape
    assert resolve(shape.must, FRIDAY) is not None
    running = f"He said {shape.must}"
    found = [running[a:b] for a, b in find(running, 7, len(running))]
    if shape.where != times.NEVER:
        assert len(found) == 1
        assert shape.must.endswith(found[0])
    near = f"He said {shape.near}"
    for a, b in find(near, 7, len(near)):
        other = letters_of(tokens_of(near[a:b]))
        assert other is not None
        assert (shape_of(other[0]) or ("",))[0] is not shape


@pytest.mark.parametrize("word", [word for _, _, words in times.WORDS for word in words.split()])
def test_every_word_is_read(word: str) -> None:
    assert tokens_of(word) == [word]
    assert letters_of([word]) is not None


@pytest.mark.parametrize("holiday", times.HOLIDAYS, ids=lambda holiday: holiday.names)
def test_every_holiday_comes_once_a_year(holiday: times.Holiday) -> None:
    for name in holiday.names.split("|"):
        when = resolve(name.title().replace("'S", "'s"), FRIDAY)
        assert when is not None
        assert dt.timedelta(0) <= FRIDAY - when.start < dt.timedelta(400)


def test_easter_is_right() -> None:
    for day in ("1961-04-02", "2000-04-23", "2011-04-24", "2016-03-27", "2024-03-31"):
        easter = dt.date.fromisoformat(day)
        when = resolve(f"Easter {easter.year}", FRIDAY)
        assert when is not None
        assert when.start == easter


def test_digits() -> None:
    assert digits("8th") == ("O", (8,))
    assert digits("1990s") == ("Z", (0,))
    assert digits("2,000") == ("Z", (0,))
    assert digits("8:30") == ("P", (2,))
    assert digits("\u00b2th") == ("Z", (0,))


def test_words_with_their_year_need_no_anchor() -> None:
    when = absolute("Nov. 8, 2016")
    assert when is not None
    assert (when.start, when.anchor) == (dt.date(2016, 11, 8), None)
    assert absolute("Friday") is None
    assert absolute("Nov. 8") is None
    assert absolute("Feb. 30, 2015") is None


# Properties

anchors = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@given(anchors, st.integers(0, 6))
def test_a_weekday_is_within_six_days_before(anchor: dt.date, number: int) -> None:
    when = resolve(DAY_NAMES[number], anchor)
    assert when is not None
    assert when.start == when.end
    assert when.start.weekday() == number
    assert 0 <= (anchor - when.start).days <= 6


@given(anchors, st.integers(0, 6), st.integers(-500, 500), st.sampled_from(["", "last ", "next ", "this ", "late "]))
def test_whole_weeks_shift_weekdays(anchor: dt.date, number: int, weeks: int, lead: str) -> None:
    shift = dt.timedelta(weeks=weeks)
    one, two = resolve(lead + DAY_NAMES[number], anchor), resolve(lead + DAY_NAMES[number], anchor + shift)
    assert one is not None
    assert two is not None
    assert two.start == one.start + shift


@given(anchors, st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)), st.sampled_from([None, "past", "future"]))
@example(dt.date(2016, 1, 1), dt.date(2000, 12, 30), None)
@example(dt.date(2015, 12, 31), dt.date(2000, 1, 1), "future")
def test_month_and_day_fall_within_a_year(anchor: dt.date, day: dt.date, tense: str | None) -> None:
    for words in (f"{MONTH_NAMES[day.month - 1]} {day.day}", f"{day.day} {MONTH_NAMES[day.month - 1]}"):
        when = resolve(words, anchor, tense=tense)
        if (day.month, day.day) == (2, 29) and when is None:
            continue
        assert when is not None
        assert (when.start.month, when.start.day) == (day.month, day.day)
        away = (when.start - anchor).days
        assert 0 <= away <= 366 if tense == "future" else -366 <= away <= 0


@given(anchors, anchors)
def test_a_whole_date_is_itself_in_every_way_of_writing(day: dt.date, anchor: dt.date) -> None:
    month = MONTH_NAMES[day.month - 1]
    for words in (
        f"{month} {day.day}, {day.year}",
        f"{month[:3]}. {day.day:02}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{DAY_NAMES[day.weekday()]}, {month} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.month}/{day.day}/{day.year}",
    ):
        when = resolve(words, anchor, tense="future")
        assert when is not None
        assert (when.start, when.end, when.precision) == (day, day, Precision.DAY)


phrases = st.one_of(
    st.lists(
        st.sampled_from([word for _, _, words in times.WORDS for word in words.split()] + ["8", "2016", "0", "9999"]),
        max_size=6,
    ).map(" ".join),
    st.text("0123456789/.-:apm ", max_size=14),
    st.text(max_size=12),
)


@settings(max_examples=300)
@given(phrases, st.dates(), st.sampled_from([None, *TENSES]))
def test_no_words_raise_and_every_answer_is_in_order(words: str, anchor: dt.date, tense: str | None) -> None:
    when = resolve(words, anchor, tense=tense)
    if when is not None:
        assert when.start <= when.end
        assert (when.words, when.anchor) == (words, anchor)
        assert resolve(words, anchor, tense=tense) == when
        assert (when.start == when.end) or when.precision is not Precision.DAY


@settings(max_examples=200)
@given(st.lists(phrases, max_size=4).map(", ".join), st.integers(0, 5), st.integers(0, 5))
def test_what_is_found_lies_within_and_in_order(text: str, left: int, right: int) -> None:
    image = fold(text)
    end = max(left, len(text) - right)
    last = left
    for a, b in find(image, left, end):
        assert last <= a < b <= end
        last = b


CHILD = """
import datetime as dt, sys
from quotetrack.when import resolve
lean = "dateparser" not in sys.modules
words = ["Friday", "late last year", "Nov. 8", "11/08/2016", "2015-01-30T23:30:00+09:00", "Jan 30, 2015 11pm sharp"]
print([resolve(x, dt.date(2015, 1, 30)) for x in words], lean, "dateparser" in sys.modules)
"""


def test_the_machine_counts_for_nothing_and_dateparser_waits_its_turn() -> None:
    answers = set()
    for zone, locale in (("UTC", "C"), ("Pacific/Kiritimati", "de_DE.UTF-8"), ("Pacific/Pago_Pago", "C.UTF-8")):
        env = {**os.environ, "TZ": zone, "LC_ALL": locale}
        answers.add(subprocess.run([sys.executable, "-c", CHILD], env=env, capture_output=True, check=True).stdout)
    assert len(answers) == 1
    assert answers.pop().strip().endswith(b"True True")


def test_the_fallback_never_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    import dateparser.date

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(dateparser.date, "DateDataParser", broken)
    assert resolve("Jan 30, 2015 at 4 sharp", FRIDAY) is None


def test_work_grows_with_the_length_alone() -> None:
    calls = []
    for size in (200, 400):
        count = 0

        def counted(frame: object, event: str, _: object) -> None:
            nonlocal count
            count += event == "call"

        text = " last Friday the 8 a" * size + "9" * 5000 + ".1.16" + ",111" * 5000 + "x"
        sys.setprofile(counted)
        try:
            find(text, 0, len(text))
        finally:
            sys.setprofile(None)
        calls.append(count)
    assert calls[1] < 2.2 * calls[0]


# The day of the saying

DATELINE = Dateline(0, 16, ("GENEVA",), date=dt.date(2015, 1, 29))


def day(frame: str, **known: object) -> When | None:
    """The day of a saying whose clause goes on with ``frame`` after "Ruiz said"."""
    text = "Ruiz said" + frame
    given = {"anchor": FRIDAY, "published": FRIDAY, "dateline": None, "sentence": None, **known}
    return said(text, fold(text), [Span(9, len(text))], **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (" Friday", "Friday"),
        (" on Monday", "Monday"),
        (" reporters in Beijing on Tuesday", "Tuesday"),
        (", speaking late Thursday", "late Thursday"),
        (" in a 2011 interview", "2011"),
        (" at a Wednesday news conference", "Wednesday"),
        (" in his May speech", "May"),
        (" after Tuesday\u2019s game", "Tuesday\u2019s"),
        (" during Monday's session", "Monday's"),
        (" in a statement released late on Wednesday", "late on Wednesday"),
        (" at 3 a.m.", "3 a.m."),
        (" over the weekend", "the weekend"),
        (" earlier this week", "earlier this week"),
        (" the day before", "the day before"),
        (" in the summer", "the summer"),
        (", an aide elected in 2010, on Tuesday", "Tuesday"),
        (" in reply to a vote set for the summer of 2014, on Tuesday", "Tuesday"),
        (" in a letter dated Nov. 8, 2013, and made public on Monday", "Nov. 8, 2013"),
        (" repeatedly on Friday", "Friday"),
        (" Wed. Jan. 28", "Wed. Jan. 28"),
        (" on Good Friday", "Good Friday"),
        (" more than a year ago", "a year ago"),
        (" in Q3", "Q3"),
        (" at noon", "noon"),
    ],
)
def test_the_time_of_the_saying(frame: str, words: str) -> None:
    when = day(frame)
    assert when is not None
    assert (when.words, when.ground) == (words, WhenGround.WORDS)


@pytest.mark.parametrize(
    "frame",
    [
        "",
        " of the Sept. 11 attacks",
        " of the Sept. 11, 2001, attacks",
        " after the Sept. 11 attacks",
        " on Friday's vote",
        " about Tuesday's speech",
        ", who took office in 2008",
        ", elected in 2008",
        " since 2011",
        " until Friday",
        " before Friday",
        " of the 2012 field",
        " tomorrow",
        " over next week's plan",
        " to Theresa May",
        " with 2000 people there",
        " at an event on which he spent 2008",
        ", where voters go to the polls Feb. 9",
        " Super Tuesday voters",
        " the end of the day",
        " as always, of this century",
        " in the fall of Rome",
        " during the final weekend of it",
        " between Sat and Sun",
        " at sun",
        " on ABC's \"This Week\" show",
        " to today's Ana Lake in an interview",
    ],
)
def test_other_times_leave_it_to_the_publication(frame: str) -> None:
    when = day(frame)
    assert when is not None
    assert (when.start, when.ground, when.words) == (FRIDAY, WhenGround.PUBLISHED, "")


@pytest.mark.parametrize(
    "frame", [" recently", " a day later", " the next day", " that day", " years ago", " on Feb. 30"]
)
def test_times_that_name_no_day_leave_it_open(frame: str) -> None:
    assert day(frame) is None


def test_the_dateline_goes_before_the_publication() -> None:
    when = day("", dateline=DATELINE)
    assert when is not None
    assert (when.start, when.ground) == (DATELINE.date, WhenGround.DATELINE)
    assert day("", published=None) is None
    assert day("", published=None, dateline=Dateline(0, 6, ("GENEVA",))) is None
    moment = day("", published=dt.datetime(2015, 1, 30, 9))
    assert moment is not None
    assert (type(moment.start), moment.start) == (dt.date, FRIDAY)


def test_without_an_anchor_only_whole_dates_count() -> None:
    when = day(" on Nov. 8, 2016", anchor=None, published=None)
    assert when is not None
    assert when.start == dt.date(2016, 11, 8)
    assert day(" on Friday", anchor=None, published=None) is None


def test_an_anchor_may_be_a_moment_and_years_are_believed() -> None:
    when = day(" on Nov. 8, 2016", anchor=dt.datetime(2015, 1, 30, 9))
    assert when is not None
    assert when.start == dt.date(2016, 11, 8)


def test_counted_years_are_no_days_in_a_saying() -> None:
    when = day(" a year ago")
    assert when is not None
    assert (when.start, when.end, when.precision) == (dt.date(2014, 1, 1), dt.date(2014, 12, 31), Precision.YEAR)


def test_the_future_is_for_the_future_tense() -> None:
    when = day(" tomorrow", tense="future")
    assert when is not None
    assert when.start == dt.date(2015, 1, 31)


def test_the_nearest_stretch_wins_and_the_opening_of_the_sentence_says_so() -> None:
    text = "On Monday, days before the vote set for Thursday, Ruiz said Tuesday."
    cue = text.index("said")
    when = said(text, text, [Span(0, 50), Span(cue + 4, len(text))], Span(0, len(text)), FRIDAY, None, None)
    assert when is not None
    assert (when.words, when.ground) == ("Monday", WhenGround.SENTENCE)
    far = "Days ahead of the vote in Ohio on Monday, Ruiz said Tuesday."
    cue = far.index("said")
    when = said(far, far, [Span(0, 41), Span(cue + 4, len(far))], Span(0, len(far)), FRIDAY, None, None)
    assert when is not None
    assert (when.words, when.ground) == ("Tuesday", WhenGround.WORDS)


# The vocabulary of the saying


@pytest.mark.parametrize("word", sorted(times.NOT_OF_THE_SAYING))
def test_every_word_that_makes_it_another_time(word: str) -> None:
    when = day(f" {word} 2 November 2014")
    assert when is not None
    assert when.ground is WhenGround.PUBLISHED


@pytest.mark.parametrize("word", sorted(times.OTHER_EVENTS))
def test_every_other_event(word: str) -> None:
    when = day(f", a man {word} on Monday")
    assert when is not None
    assert when.ground is WhenGround.PUBLISHED


@pytest.mark.parametrize("word", sorted(times.AT_AN_OCCASION))
def test_every_way_to_an_occasion(word: str) -> None:
    when = day(f" {word} Monday's game")
    assert when is not None
    assert when.words == "Monday's"


@pytest.mark.parametrize("word", times.CLAUSE_OPENERS)
def test_every_clause_opener(word: str) -> None:
    when = day(f", {word} it rained on Monday")
    assert when is not None
    assert when.ground is WhenGround.PUBLISHED


@pytest.mark.parametrize("words", times.VAGUE)
def test_every_vague_time(words: str) -> None:
    assert day(f" {words}") is None
    when = day(f", while it {words} rained")
    assert when is not None
    assert when.ground is WhenGround.PUBLISHED


@pytest.mark.parametrize("word", sorted(times.NOT_A_WEEKDAY))
def test_every_name_that_holds_a_weekday(word: str) -> None:
    when = day(f" {word.title()} Tuesday")
    assert when is not None
    assert when.ground is WhenGround.PUBLISHED
