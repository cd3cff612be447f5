"""The words and shapes of English time expressions, as news prints them.

A time expression is read in two steps. Each of its words has a letter (``WORDS``): W a weekday, M a month, U a unit …
Words of the class ``.`` hold an expression together and count for nothing. The letters, in order, spell its shape, and
``SHAPES`` says which reader knows the shape. So "last Friday" is ``LW``, "Oct. 23, 2009" is ``MDY``.
"""

from __future__ import annotations

import attrs

# Units, as the value of a U word.
DAY, WEEK, MONTH, YEAR, DECADE, HOUR = range(6)

# Letter, value, spellings. A token is looked up in lower case, without its full stop or its possessive ending.
WORDS: tuple[tuple[str, int, str], ...] = (
    ("W", 0, "monday"),
    ("W", 1, "tuesday"),
    ("W", 2, "wednesday"),
    ("W", 3, "thursday"),
    ("W", 4, "friday"),
    ("W", 5, "saturday"),
    ("W", 6, "sunday"),
    ("W", 0, "mon"),
    ("W", 1, "tue tues"),
    ("W", 2, "wed"),
    ("W", 3, "thu thur thurs"),
    ("W", 4, "fri"),
    ("W", 5, "sat"),
    ("W", 6, "sun"),
    ("M", 1, "january jan"),
    ("M", 2, "february feb"),
    ("M", 3, "march mar"),
    ("M", 4, "april apr"),
    ("M", 5, "may"),
    ("M", 6, "june jun"),
    ("M", 7, "july jul"),
    ("M", 8, "august aug"),
    ("M", 9, "september sept sep"),
    ("M", 10, "october oct"),
    ("M", 11, "november nov"),
    ("M", 12, "december dec"),
    ("R", 0, "today tonight"),
    ("R", -1, "yesterday"),
    ("R", 1, "tomorrow"),
    ("U", DAY, "day days"),
    ("U", WEEK, "week weeks"),
    ("U", MONTH, "month months"),
    ("U", YEAR, "year years"),
    ("U", DECADE, "decade decades century centuries generation"),
    ("U", HOUR, "hour hours minute minutes seconds moment moments"),
    ("K", 0, "weekend weekends"),
    ("Q", 0, "quarter quarters"),
    ("h", 0, "half"),
    ("q", 1, "q1"),
    ("q", 2, "q2"),
    ("q", 3, "q3"),
    ("q", 4, "q4"),
    ("S", 0, "spring springtime"),
    ("S", 1, "summer summertime"),
    ("S", 2, "autumn fall"),
    ("S", 3, "winter wintertime"),
    ("L", 0, "last"),
    ("L", 1, "past"),
    ("L", 2, "previous prior preceding"),
    ("T", 0, "this current"),
    ("T", 1, "that same"),
    ("X", 0, "next coming upcoming"),
    ("X", 1, "following"),
    ("A", 0, "ago"),
    ("A", 1, "before"),
    ("F", 0, "hence now"),
    ("F", 1, "after"),
    ("E", 0, "early"),
    ("E", 1, "earlier"),
    ("G", 0, "late"),
    ("G", 1, "later"),
    ("m", 0, "mid midway"),
    ("B", 0, "beginning start outset"),
    ("B", 1, "middle"),
    ("B", 2, "end close"),
    ("P", 0, "morning mornings afternoon afternoons evening evenings night nights overnight"),
    ("P", 1, "noon midday midnight dawn daybreak sunrise dusk sunset"),
    ("C", 1, "a an one"),
    ("C", 2, "two"),
    ("C", 3, "three"),
    ("C", 4, "four"),
    ("C", 5, "five"),
    ("C", 6, "six"),
    ("C", 7, "seven"),
    ("C", 8, "eight"),
    ("C", 9, "nine"),
    ("C", 10, "ten"),
    ("C", 11, "eleven"),
    ("C", 12, "twelve"),
    ("C", 15, "fifteen"),
    ("C", 18, "eighteen"),
    ("C", 20, "twenty"),
    ("C", 30, "thirty"),
    ("C", 40, "forty"),
    ("C", 50, "fifty"),
    ("C", 100, "hundred"),
    ("O", 1, "first"),
    ("O", 2, "second"),
    ("O", 3, "third"),
    ("O", 4, "fourth"),
    ("O", 5, "fifth"),
    ("O", 6, "sixth"),
    ("O", 7, "seventh"),
    ("O", 8, "eighth"),
    ("O", 9, "ninth"),
    ("O", 10, "tenth"),
    ("V", 0, "few several couple some many dozen dozens recent and or more less least than until since"),
    (".", 0, "on in at the of over during around about by as from back just only nearly almost"),
    (".", 0, "roughly exactly sometime"),
    (".", 1, "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist jst kst hkt"),
    (".", 1, "eastern pacific local time"),
)

# Where a shape counts in running text, not only where a caller hands it over as time words.
ANYWHERE = "anywhere"
AFTER_IN = "after in"  # "in May", "in a 2011 interview": a preposition must say that it is a time
AT_END = "at end"  # "the day before", but not "the day before the vote"
NEVER = "never"  # too short to tell from other words


@attrs.frozen
class Shape:
    """One shape of a time expression: its letters, its reader, where it counts, phrases of it and a phrase not of it.

    ``near`` is a phrase that looks like it and in which nothing of this shape may be found.
    """

    letters: str
    reader: str
    where: str
    must: str
    near: str


# One shape a line. Words of the letters E, G, m, B ("early", "late", "mid", "end of") and P (parts of a day) may stand
# with any of these: they narrow a longer stretch and leave a day as it is.
SHAPES: tuple[Shape, ...] = (
    Shape("R", "relative_day", ANYWHERE, "yesterday", "yester"),
    Shape("W", "weekday", ANYWHERE, "Friday", "on Fridays"),
    Shape("LW", "weekday", ANYWHERE, "last Friday", "at last, Black Friday"),
    Shape("TW", "weekday", ANYWHERE, "this Tuesday", "this Super Tuesday"),
    Shape("XW", "weekday", ANYWHERE, "next Monday", "next to Monday.com"),
    Shape("TLW", "weekday", ANYWHERE, "this past Sunday", "this past son"),
    Shape("WLU", "weekday_of_week", ANYWHERE, "Friday of last week", "Fridays last long"),
    Shape("WTU", "weekday_of_week", ANYWHERE, "Friday this week", "Fridays this way"),
    Shape("WXU", "weekday_of_week", ANYWHERE, "Tuesday next week", "Tuesdays next door"),
    Shape("LUW", "weekday_of_week", ANYWHERE, "last week Friday", "last weekend's Friday"),
    Shape("TUW", "weekday_of_week", ANYWHERE, "this week Friday", "this weak Friday"),
    Shape("XUW", "weekday_of_week", ANYWHERE, "next week Tuesday", "next door Tuesday"),
    Shape("CUAW", "weekday_ago", ANYWHERE, "a week ago Friday", "a weak Friday"),
    Shape("UALW", "day_beside", ANYWHERE, "the day before last Tuesday", "the door before last Tuesday"),
    Shape("UAW", "day_beside", ANYWHERE, "the day before Tuesday", "the door before Tuesday"),
    Shape("UFW", "day_beside", ANYWHERE, "the day after Tuesday", "the door after Tuesday"),
    Shape("UAR", "day_beside", ANYWHERE, "the day before yesterday", "the door before"),
    Shape("UFR", "day_beside", ANYWHERE, "the day after tomorrow", "the door after"),
    Shape("UAMD", "day_beside", ANYWHERE, "the day before Nov. 8", "the day before Nov"),
    Shape("UAH", "day_beside", ANYWHERE, "the day before Christmas", "the day before Chris"),
    Shape("UFH", "day_beside", ANYWHERE, "the day after Thanksgiving", "the day after thanks"),
    Shape("MD", "date", ANYWHERE, "Nov. 8", "may 8 people"),
    Shape("MO", "date", ANYWHERE, "April 2nd", "march 2nd"),
    Shape("DM", "date", ANYWHERE, "8 November", "8 Novembers"),
    Shape("OM", "date", ANYWHERE, "the 5th of May", "the 5th of Mayo"),
    Shape("MDY", "date", ANYWHERE, "Nov. 8, 2016", "may 8, 2016 dollars"),
    Shape("MOY", "date", ANYWHERE, "September 10th, 2010", "September 10thly"),
    Shape("DMY", "date", ANYWHERE, "8 November 2016", "8 men 2016"),
    Shape("OMY", "date", ANYWHERE, "9th June 2013", "9th grade 2013"),
    Shape("WMD", "date", ANYWHERE, "Friday, Oct. 23", "Friday, Octavia 23"),
    Shape("WMO", "date", ANYWHERE, "Sunday, May 2nd", "Sunday, Maya 2nd"),
    Shape("WDM", "date", ANYWHERE, "Tuesday 2 July", "Tuesday 2 men"),
    Shape("WOM", "date", ANYWHERE, "Tuesday the 2nd of July", "Tuesday the 2nd of them"),
    Shape("WMDY", "date", ANYWHERE, "Sun, Sept. 15, 2013", "Sun, Sea 15, 2013"),
    Shape("WMOY", "date", ANYWHERE, "Tuesday, July 2nd, 2013", "Tuesday, Julie 2nd, 2013"),
    Shape("WDMY", "date", ANYWHERE, "Sunday, 15 Sep 2013", "Sunday, 15 men 2013"),
    Shape("WOMY", "date", ANYWHERE, "Sunday 15th September 2013", "Sunday 15th man 2013"),
    Shape("MDLU", "date", ANYWHERE, "Nov. 8 last year", "8 last year"),
    Shape("DMLU", "date", ANYWHERE, "8 November last year", "8 last year"),
    Shape("MDTU", "date", ANYWHERE, "Nov. 8 of this year", "8 of this year"),
    Shape("DMTU", "date", ANYWHERE, "8 November this year", "8 of this year"),
    Shape("MDXU", "date", ANYWHERE, "Nov. 8 next year", "8 next year"),
    Shape("RMDY", "date", NEVER, "today (Oct. 20, 2011)", "today, Octavia"),
    Shape("RDMY", "date", NEVER, "today (20 October 2011)", "today, 20 men"),
    Shape("RMD", "date", NEVER, "yesterday (Oct. 20)", "yesterday, Octavia"),
    Shape("RDM", "date", NEVER, "yesterday (20 October)", "yesterday, 20 men"),
    Shape("LWDMY", "date", NEVER, "last Friday (14 October 2011)", "last Friday, 14 men"),
    Shape("LWMDY", "date", NEVER, "last Friday (October 14, 2011)", "last Friday, 14 men"),
    Shape("LUWDMY", "date", NEVER, "last week Friday (14 October 2011)", "last week, 14 men"),
    Shape("LUWMDY", "date", NEVER, "last week Friday (Oct. 14, 2011)", "last week, 14 men"),
    Shape("WO", "weekday_and_day", ANYWHERE, "Friday the 13th", "Friday the 13"),
    Shape("O", "day_of_month", NEVER, "the 5th", "5"),
    Shape("OLU", "day_of_month", ANYWHERE, "the 5th of last month", "the 5th of late"),
    Shape("OTU", "day_of_month", ANYWHERE, "the 5th of this month", "the 5th of these"),
    Shape("ab", "numeric", NEVER, "11/8", "after 9/11"),
    Shape("abc", "numeric", ANYWHERE, "11/08/2016", "11/08/20166"),
    Shape("yab", "numeric", ANYWHERE, "2016-11-08", "2016-11-088"),
    Shape("efg", "numeric", ANYWHERE, "08.11.2016", "08.11.20166"),
    Shape("Wabc", "numeric", ANYWHERE, "Tuesday, 11/08/2016", "Wed 1/2"),
    Shape("H", "holiday", ANYWHERE, "Christmas Day", "Chris Daye"),
    Shape("HY", "holiday", ANYWHERE, "Christmas Eve 2014", "Chris Eve 2014"),
    Shape("LH", "holiday", ANYWHERE, "last Thanksgiving", "last thanks"),
    Shape("TH", "holiday", ANYWHERE, "this Easter Sunday", "this easterly"),
    Shape("XH", "holiday", ANYWHERE, "next Halloween", "next hall"),
    Shape("HLU", "holiday", ANYWHERE, "Labor Day last year", "labor last year"),
    Shape("P", "part_of_day", AFTER_IN, "at 3 a.m.", "3 amps"),
    Shape("LP", "relative_part", ANYWHERE, "last night", "last knight"),
    Shape("TP", "relative_part", ANYWHERE, "this morning", "this mourning"),
    Shape("XP", "relative_part", ANYWHERE, "the next morning", "the next mourner"),
    Shape("PA", "part_beside", AT_END, "the night before", "the night before the vote"),
    Shape("PF", "part_beside", AT_END, "the morning after", "the morning after the vote"),
    Shape("CPA", "part_beside", AT_END, "a night ago", "a night before the vote"),
    Shape("CPE", "part_beside", ANYWHERE, "a night earlier", "a night early"),
    Shape("CPG", "part_beside", ANYWHERE, "a night later", "a night late"),
    Shape("LU", "unit", ANYWHERE, "last week", "last weak"),
    Shape("TU", "unit", ANYWHERE, "this month", "this monthly"),
    Shape("XU", "unit", ANYWHERE, "next year", "following year-end talks"),
    Shape("TLU", "unit", ANYWHERE, "this past week", "this past weak"),
    Shape("U", "bare_unit", NEVER, "earlier in the week", "in the week"),
    Shape("CUA", "counted", AT_END, "two weeks ago", "two weeks before the vote"),
    Shape("DUA", "counted", AT_END, "11 days ago", "11 days before the vote"),
    Shape("CUE", "counted", ANYWHERE, "a day earlier", "a day early"),
    Shape("DUE", "counted", ANYWHERE, "10 days earlier", "10 days early"),
    Shape("CUF", "counted", AT_END, "two days hence", "two days after the vote"),
    Shape("DUF", "counted", AT_END, "10 days after", "10 days after the vote"),
    Shape("CUG", "counted", ANYWHERE, "a week later", "a week late"),
    Shape("DUG", "counted", ANYWHERE, "10 days later", "10 days late"),
    Shape("CU", "in_a_while", NEVER, "in two weeks", "two weeks"),
    Shape("DU", "in_a_while", NEVER, "in 10 days", "10 days"),
    Shape("UA", "unit_beside", AT_END, "the day before", "the day before the vote"),
    Shape("UF", "unit_beside", AT_END, "the week after", "the week after the vote"),
    Shape("K", "weekend", AFTER_IN, "over the weekend", "the final weekend of it"),
    Shape("LK", "weekend", ANYWHERE, "last weekend", "last week's end"),
    Shape("TK", "weekend", ANYWHERE, "this weekend", "this weekender"),
    Shape("TLK", "weekend", ANYWHERE, "this past weekend", "this past week's end"),
    Shape("XK", "weekend", ANYWHERE, "next weekend", "next week's end"),
    Shape("M", "month", AFTER_IN, "in May", "Theresa May"),
    Shape("MY", "month", ANYWHERE, "May 2016", "Theresa May, 59"),
    Shape("LM", "month", ANYWHERE, "last May", "last Mayor"),
    Shape("TM", "month", ANYWHERE, "this March", "this march"),
    Shape("TLM", "month", ANYWHERE, "this past March", "this past march"),
    Shape("XM", "month", ANYWHERE, "next June", "next Junes"),
    Shape("MLU", "month", ANYWHERE, "May of last year", "Mayo last year"),
    Shape("MTU", "month", ANYWHERE, "May this year", "Mayo this year"),
    Shape("MXU", "month", ANYWHERE, "May next year", "Mayo next year"),
    Shape("S", "season", AFTER_IN, "in the summer", "the spring of a watch"),
    Shape("SY", "season", ANYWHERE, "the summer of 2012", "the fall of Rome"),
    Shape("LS", "season", ANYWHERE, "last fall", "last falls"),
    Shape("TS", "season", ANYWHERE, "this spring", "this springs"),
    Shape("TLS", "season", ANYWHERE, "this past winter", "this past wintry"),
    Shape("XS", "season", ANYWHERE, "next autumn", "next autumnal"),
    Shape("SLU", "season", ANYWHERE, "the summer of last year", "the summary of last year"),
    Shape("OQ", "quarter", ANYWHERE, "the third quarter", "the third quart"),
    Shape("OQY", "quarter", ANYWHERE, "the third quarter of 2008", "the third quart of 2008"),
    Shape("OQLU", "quarter", ANYWHERE, "the fourth quarter of last year", "the fourth quart of last year"),
    Shape("OQTU", "quarter", ANYWHERE, "the first quarter of this year", "the first quart of this year"),
    Shape("LQ", "quarter", ANYWHERE, "last quarter", "last quart"),
    Shape("TQ", "quarter", ANYWHERE, "this quarter", "this quart"),
    Shape("XQ", "quarter", ANYWHERE, "next quarter", "next quart"),
    Shape("qY", "quarter", ANYWHERE, "Q3 2008", "Q5 2008"),
    Shape("Yq", "quarter", ANYWHERE, "2008 Q3", "2008 Q5"),
    Shape("q", "quarter", AFTER_IN, "in Q3", "QQ3"),
    Shape("OhY", "half", ANYWHERE, "the first half of 2008", "the third half of May"),
    Shape("OhLU", "half", ANYWHERE, "the second half of last year", "the second half of it"),
    Shape("OhTU", "half", ANYWHERE, "the first half of this year", "the first half of it"),
    Shape("Y", "year", AFTER_IN, "in 2008", "about 2000 people"),
)

# Words that are a time but say no date. What was said "recently" was not said on the day of the dateline.
VAGUE: tuple[str, ...] = (
    "recently",
    "previously",
    "earlier",
    "formerly",
    "repeatedly",
    "once",
    "often",
    "long ago",
    "days ago",
    "weeks ago",
    "months ago",
    "years ago",
    "at the time",
    "in the past",
    "over the past",
    "over the last",
    "in recent",
)

# Names that hold a weekday and are no day of the week.
NOT_A_WEEKDAY = frozenset({"super", "bloody", "fat", "ruby", "mardi", "casual", "giving"})


@attrs.frozen
class Holiday:
    """A day with a name: ``fixed`` (month, day), ``nth`` (month, which, weekday, days more), ``easter`` (days).

    In ``nth`` the which-th such weekday of the month is meant, -1 the last one.
    """

    names: str
    rule: str
    numbers: tuple[int, ...]
    where: str = "everywhere"


# Those of one country are the ones that bear the name without saying a country.
HOLIDAYS: tuple[Holiday, ...] = (
    Holiday("new year's day|new year's|new years day", "fixed", (1, 1)),
    Holiday("new year's eve|new years eve", "fixed", (12, 31)),
    Holiday("valentine's day|valentines day", "fixed", (2, 14)),
    Holiday("st patrick's day|saint patrick's day", "fixed", (3, 17)),
    Holiday("april fools' day|april fool's day|april fools day", "fixed", (4, 1)),
    Holiday("earth day", "fixed", (4, 22)),
    Holiday("anzac day", "fixed", (4, 25), "Australia, New Zealand"),
    Holiday("may day", "fixed", (5, 1)),
    Holiday("cinco de mayo", "fixed", (5, 5), "Mexico"),
    Holiday("juneteenth", "fixed", (6, 19), "United States"),
    Holiday("canada day", "fixed", (7, 1), "Canada"),
    Holiday("bastille day", "fixed", (7, 14), "France"),
    Holiday("australia day", "fixed", (1, 26), "Australia"),
    Holiday("halloween", "fixed", (10, 31)),
    Holiday("guy fawkes night|bonfire night", "fixed", (11, 5), "Britain"),
    Holiday("veterans day|veterans' day|armistice day|remembrance day", "fixed", (11, 11)),
    Holiday("christmas eve", "fixed", (12, 24)),
    Holiday("christmas day|christmas", "fixed", (12, 25)),
    Holiday("boxing day", "fixed", (12, 26)),
    Holiday("martin luther king jr day|martin luther king day|mlk day", "nth", (1, 3, 0, 0), "United States"),
    Holiday("presidents day|presidents' day|president's day", "nth", (2, 3, 0, 0), "United States"),
    Holiday("memorial day", "nth", (5, -1, 0, 0), "United States"),
    Holiday("labor day", "nth", (9, 1, 0, 0), "United States"),
    Holiday("columbus day", "nth", (10, 2, 0, 0), "United States"),
    Holiday("election day", "nth", (11, 1, 0, 1), "United States"),
    Holiday("thanksgiving day|thanksgiving", "nth", (11, 4, 3, 0), "United States"),
    Holiday("black friday", "nth", (11, 4, 3, 1), "United States"),
    Holiday("cyber monday", "nth", (11, 4, 3, 4), "United States"),
    Holiday("ash wednesday", "easter", (-46,)),
    Holiday("palm sunday", "easter", (-7,)),
    Holiday("maundy thursday|holy thursday", "easter", (-3,)),
    Holiday("good friday", "easter", (-2,)),
    Holiday("easter sunday|easter day|easter", "easter", (0,)),
    Holiday("easter monday", "easter", (1,)),
)

# What stands before a time in the clause of a cue and makes it another time than that of the saying.
NOT_OF_THE_SAYING = frozenset(
    "since until till before by of about for from to through between regarding concerning per than into toward towards"
    " against".split()
)

# What stands before "Tuesday's game" or "the 2012 campaign" where the game is when it was said.
AT_AN_OCCASION = frozenset("at in during after following".split())

# What happened at the time that follows, and was not the saying: "elected in 2008", "arrested Friday".
OTHER_EVENTS = frozenset(
    "elected appointed born arrested killed died dead founded resigned retired convicted named hired fired charged"
    " injured wounded sentenced took joined became served scheduled expected planned set due slated opened"
    " closed began started"
    " ended won lost left returned married divorced signed passed approved enacted detained kidnapped executed jailed"
    " convened held adopted launched built created sworn re-elected reelected nominated".split()
)

# Words that open a clause of its own: a time, place or medium after one of them is that clause's.
CLAUSE_OPENERS: tuple[str, ...] = tuple(
    "who whom which whose where because if whether unless although".split()
)
