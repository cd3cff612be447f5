"""``resolve``: time words to days. Our own layer for what wires print; dateparser, with a fixed base, for the rest."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from quotetrack.records import Precision, When
from quotetrack.text import fold
from quotetrack.when.calendar import Stretch
from quotetrack.when.readers import READERS, narrowed
from quotetrack.when.shapes import TOKEN, WORDS, letters_of, shape_of

TENSES = ("past", "present", "future")
# Longer words than these are no time expression that the fallback should be asked about.
_LONGEST = 60
# Readers whose words name their day whatever day they are reckoned from, where they hold a year.
_MONTHS_AND_YEARS = frozenset("Yycg")
_LONG_MONTHS = tuple(word for word, (letter, _) in WORDS.items() if letter == "M" and len(word) > 5 and word.isalpha())
_NO_ANCHOR = dt.date(2000, 1, 1)


def resolve(words: str, anchor: dt.date, *, tense: str | None = None) -> When | None:
    """The days that time words mean, reckoned from a day; None where they name none.

    ``words`` are the time words alone, as printed ("late Thursday", "Nov. 8", "two weeks ago"). ``anchor`` is the day
    that the story is dated (of a datetime, its day). ``tense`` is ``"past"``, ``"present"`` or ``"future"``, that of
    the words' clause: in the future tense "Friday" is the coming one. Without it the words are taken for past
    ones. Both ends of the answer are within it. Impossible dates ("Feb. 30"), years out of the calendar and vague words
    ("a few days ago") give None. The clock, the time zone and the locale of the machine count for nothing.

    Raises TypeError where ``words`` is no str or ``anchor`` no date, ValueError on another tense.

    >>> import datetime
    >>> friday = datetime.date(2015, 1, 30)
    >>> resolve("Friday", friday).start, resolve("late Thursday", friday).start
    (datetime.date(2015, 1, 30), datetime.date(2015, 1, 29))
    >>> str(resolve("last year", friday).precision)
    'year'
    """
    if not isinstance(words, str):
        raise TypeError(f"words must be a str of time words such as 'Friday', not {type(words).__name__}")
    if isinstance(anchor, dt.datetime):
        anchor = anchor.date()
    elif not isinstance(anchor, dt.date):
        raise TypeError(f"anchor must be a datetime.date to reckon from, not {type(anchor).__name__}")
    if tense is not None and tense not in TENSES:
        raise ValueError(f"tense must be one of {', '.join(TENSES)} or None, not {tense!r}")
    return _resolved(words, anchor, "" if tense is None else tense)


@lru_cache(maxsize=8192)
def _resolved(words: str, anchor: dt.date, tense: str) -> When | None:
    stretch = days_of(words, anchor, tense)
    return None if stretch is None else When(stretch[0], stretch[1], stretch[2], words, anchor)


def absolute(words: str) -> When | None:
    """The days of words that name their year themselves; None for all others.

    >>> absolute("Nov. 8, 2016").start, absolute("Friday")
    (datetime.date(2016, 11, 8), None)
    """
    read = letters_of(tokens_of(words))
    if read is None or _MONTHS_AND_YEARS.isdisjoint(read[0]):
        return None
    stretch = days_of(words, _NO_ANCHOR, "")
    return None if stretch is None else When(stretch[0], stretch[1], stretch[2], words)


def tokens_of(words: str) -> list[str]:
    """The tokens of time words, folded and in lower case."""
    # the Kelvin sign and its like change length in lower case, which harms nothing here
    return TOKEN.findall((words if words.isascii() else fold(words)).lower())


def days_of(words: str, anchor: dt.date, tense: str) -> Stretch | None:
    """The days that the words mean; ``tense`` is empty where it is not known."""
    if len(words) > 200:
        return None
    tokens = tokens_of(words)
    read = letters_of(tokens) or letters_of(_respelt(tokens))
    if read is None:
        return _fallback(words, tokens, anchor, tense)
    letters, numbers = read
    named = shape_of(letters)
    if named is None:
        return None
    shape, base = named
    if shape.reader == "in_a_while" and tokens[0] != "in":
        return None
    values = dict(zip(letters, numbers))
    if values.get("T") == 1:
        return None  # "that day" is a day that the words do not name
    try:
        stretch = READERS[shape.reader](values, anchor, tense)
        if stretch is None or base == letters:
            return stretch
        return narrowed(stretch, values, anchor)
    except (ValueError, OverflowError):  # no such day in the calendar
        return None


def _respelt(tokens: list[str]) -> list[str]:
    """The tokens with misspelt month names put right ("Novemer 27"), where there is a number beside them."""
    if not any(token[0].isdigit() for token in tokens):
        return tokens
    return [token if token in WORDS or len(token) < 6 else _month_like(token) for token in tokens]


def _month_like(token: str) -> str:
    """The long month name that is one letter off; the token itself where none is."""
    for name in _LONG_MONTHS:
        if abs(len(name) - len(token)) > 1 or name[0] != token[0]:
            continue
        same = next((i for i, (a, b) in enumerate(zip(name, token)) if a != b), min(len(name), len(token)))
        if name[same + (len(name) >= len(token)) :] == token[same + (len(token) >= len(name)) :]:
            return name
    return token


def _fallback(words: str, tokens: list[str], anchor: dt.date, tense: str) -> Stretch | None:
    """What dateparser makes of words that are dates of another make ("2015-01-30T18:19Z")."""
    if len(words) > _LONGEST or not _like_a_date(tokens):
        return None
    import dateparser.date  # only here: it costs more to import than all the rest

    settings = {
        "RELATIVE_BASE": dt.datetime(anchor.year, anchor.month, anchor.day),
        "PREFER_DATES_FROM": "future" if tense == "future" else "past",
        "DATE_ORDER": "MDY",
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    try:
        data = dateparser.date.DateDataParser(languages=["en"], settings=settings).get_date_data(words)
    except Exception:  # whatever another's parser raises on odd words, content never raises here
        return None
    if data.date_obj is None or data.period not in ("day", "time"):
        return None
    day = data.date_obj.date()
    return day, day, Precision.DAY


def _like_a_date(tokens: list[str]) -> bool:
    """Whether there are a number and a month, or the digits of a whole date, so that the fallback is worth its cost."""
    digits = sum(token[0].isdigit() for token in tokens)
    months = any(WORDS.get(token, " ")[0] == "M" for token in tokens)
    return digits > 0 and (months or digits > 2 or any(token.count("-") == 2 for token in tokens))
