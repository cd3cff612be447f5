"""Words to letters to shapes: what is a time expression, and where one stands in running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotetrack.rules import times
from quotetrack.rules.times import AFTER_IN, AT_END, HOLIDAYS, NEVER, Shape

# A token: a date in digits, a time of day, a number, or a word with its possessive ending.
TOKEN = re.compile(
    r"[qQ][1-4](?![^\W_])"
    r"|[^\W\d_]+(?:'[sS](?!\w))?"
    r"|(?<![0-9.,/-])[0-9]{1,4}(?: ?/ ?|-|\.)[0-9]{1,2}(?: ?/ ?|-|\.)(?:[0-9]{4}|[0-9]{1,2})(?![0-9/])"
    r"|[0-9]{1,2}(?:[:.][0-9]{2}){0,2} ?[aApP](?:\.? ?[mM]\.|[mM]\b)"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])"
    r"|[0-9]{1,2} [oO]'[cC][lL][oO][cC][kK]"
    r"|(?<![0-9.,/-])[0-9]{1,2} ?/ ?[0-9]{1,2}(?![0-9/])"
    r"|[0-9]+(?:,[0-9]{3}(?![0-9])|\.[0-9]{1,9}){0,6}(?:st|nd|rd|th|ST|ND|RD|TH|'?[sS])?(?![^\W_])"
    r"|[0-9]+"
    r"|[^\W_]"
)
_DIGIT_DATE = re.compile(r" ?([/.-]) ?")

WORDS: dict[str, tuple[str, int]] = {
    word: (letter, value) for letter, value, words in times.WORDS for word in words.split()
}
for _letter, _value, _words in times.WORDS:
    for _word in _words.split():
        WORDS.setdefault(_word + "'s", (_letter, _value))
SHAPES: dict[str, Shape] = {shape.letters: shape for shape in times.SHAPES}
# A holiday's first word, to the rest of its words and its number in the table; the longest first.
NAMED_DAYS: dict[str, list[tuple[tuple[str, ...], int]]] = {}
for _number, _holiday in enumerate(HOLIDAYS):
    for _name in _holiday.names.split("|"):
        _first, *_rest = TOKEN.findall(_name)
        NAMED_DAYS.setdefault(_first, []).append((tuple(_rest), _number))
for _names in NAMED_DAYS.values():
    _names.sort(key=lambda name: -len(name[0]))

# One of these letters stands in every expression that counts in running text.
_HEADS = frozenset("WMRUKYPHSQqhabcye")
_NARROWING = str.maketrans("", "", "EGmB")
_ONE = ("a", "an")
# Readers of "two days earlier": "two days early" is none of theirs.
_COUNTED = ("counted", "part_beside")
_BESIDE_THE = ("unit_beside", "part_beside")
# No number or time of day of a date is longer, in code points.
_LONGEST_NUMBER = 24
# The longest expression, in words: "Wednesday night, the second half of September 10th of last year".
_LONGEST = 10

Letters = tuple[str, tuple[int, ...]]


def digits(token: str) -> Letters:
    """The letters of a token that begins with a digit; Z where it is no number that a time can have.

    >>> digits("8"), digits("5th"), digits("2016"), digits("11/08/2016")
    (('D', (8,)), ('O', (5,)), ('Y', (2016,)), ('abc', (11, 8, 2016)))
    """
    if len(token) > _LONGEST_NUMBER or not token.isascii():
        return "Z", (0,)
    if token.isdigit():
        if len(token) == 4:
            return "Y", (int(token),)
        if len(token) <= 2 and 1 <= int(token) <= 31:
            return "D", (int(token),)
        return ("C", (int(token),)) if len(token) <= 4 else ("Z", (0,))
    last = token[-1].lower()
    if ":" in token or last in "mk." or (last == "m" and token[0].isdigit()):
        return "P", (2,)
    if token[-2:].lower() in ("st", "nd", "rd", "th") and token[:-2].isdigit() and len(token) <= 4:
        return "O", (int(token[:-2]),)
    parts = _DIGIT_DATE.split(token)
    if len(parts) == 5 and parts[1] == parts[3] and len(parts[4]) in (1, 2, 4):
        one, two, three = int(parts[0]), int(parts[2]), int(parts[4])
        if len(parts[0]) == 4:
            return "yab", (one, two, three)
        return ("efg" if parts[1] == "." else "abc"), (one, two, three)
    if len(parts) == 3 and parts[1] == "/":
        return "ab", (int(parts[0]), int(parts[2]))
    return "Z", (0,)


def letters_of(tokens: Sequence[str]) -> tuple[str, list[int]] | None:
    """The shape of an expression and the values of its letters; None where a word is none of a time's.

    ``tokens`` are in lower case.

    >>> letters_of(["late", "last", "year"])
    ('GLU', [0, 0, 3])
    """
    shape = ""
    values: list[int] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        i += 1
        if token in NAMED_DAYS:
            named = _named_day(tokens, i)
            if named is not None:
                shape += "H"
                values.append(named[0])
                i = named[1]
                continue
        entry = WORDS.get(token)
        if entry is None:
            if not token[0].isdigit():
                return None
            read = digits(token)
            shape += read[0]
            values += read[1]
        elif entry[0] == ".":
            continue
        elif token in _ONE and not _counts(tokens, i):
            continue
        else:
            shape += entry[0]
            values.append(entry[1])
    return shape, values


def _counts(tokens: Sequence[str], at: int) -> bool:
    """Whether "a" is a number here: before a unit or a part of the day ("a week ago", "a night earlier")."""
    return at < len(tokens) and WORDS.get(tokens[at], ".")[0] in "UPV"


def _named_day(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    """The holiday whose first word stands before ``at``, and where it ends."""
    for rest, number in NAMED_DAYS[tokens[at - 1]]:
        if tuple(tokens[at : at + len(rest)]) == rest:
            return number, at + len(rest)
    return None


def shape_of(letters: str) -> tuple[Shape, str] | None:
    """The shape that the letters spell and the letters that it reads; words that narrow may stand beside them.

    >>> shape_of("GW")[0].reader, shape_of("GW")[1]
    ('weekday', 'W')
    """
    shape = SHAPES.get(letters)
    if shape is not None:
        return shape, letters
    base = letters.translate(_NARROWING)
    if len(letters) - len(base) > 1:
        return None
    for less in (base, base.removeprefix("P"), base.removesuffix("P"), base.replace("P", "") or base[:1]):
        shape = SHAPES.get(less)
        if shape is not None and base.count("P") < 3:
            return shape, less
    return None



# What may stand between two words of one expression. A full stop only after a short form ("Nov. 8").
_JOINTS = frozenset(("", ",", "-", "(", ")"))
_STOPPED = frozenset("WM.")
_IN = frozenset("in during over since by until till before after around from through throughout back of at".split())
DETERMINERS = frozenset("a an the his her its their our that this".split())
_FREE_AFTER = frozenset(
    "in at on to with during from by that as for and but while when near outside inside via".split()
)
_LED_BY_THE = frozenset(
    "unit_beside weekend season quarter half day_beside bare_unit day_of_month part_beside".split()
)


class _Row:
    """The tokens of a stretch: their lower-case words and where they stand."""

    __slots__ = ("ends", "image", "starts", "words")

    def __init__(self, image: str, start: int, end: int) -> None:
        self.image = image
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in TOKEN.finditer(image, start, end):
            self.words.append(match[0].lower())
            self.starts.append(match.start())
            self.ends.append(match.end())

    def letter(self, i: int) -> str:
        """The letter of one token alone; empty for a word of no time."""
        word = self.words[i]
        entry = WORDS.get(word)
        if entry is not None:
            return entry[0]
        if word in NAMED_DAYS:
            return "H"
        if word[0].isdigit():
            return digits(word)[0][0]
        return ""

    def joined(self, i: int) -> bool:
        """Whether tokens i and i + 1 can belong to one expression."""
        gap = self.image[self.ends[i] : self.starts[i + 1]].strip()
        return gap in _JOINTS or (gap in (".", ".,") and self.letter(i) in _STOPPED)

    def before(self, i: int) -> str:
        """The word right before token i, or nothing."""
        return self.words[i - 1] if i and not self.image[self.ends[i - 1] : self.starts[i]].strip() else ""

    def after(self, i: int) -> str:
        """The word right after token i, or nothing."""
        more = i + 1 < len(self.words) and not self.image[self.ends[i] : self.starts[i + 1]].strip()
        return self.words[i + 1] if more else ""

    def capital(self, i: int) -> bool:
        """Whether token i begins with a capital letter."""
        return self.image[self.starts[i]].isupper()


def find(image: str, start: int, end: int) -> list[tuple[int, int]]:
    """The time expressions of a stretch of a folded text, as half-open stretches of it, in code points.

    Meant for short stretches (the clause of a cue); the work grows with their length alone. Prepositions are left out.

    >>> find("he said late Friday in Geneva", 0, 29)
    [(8, 19)]
    """
    row = _Row(image, start, end)
    letters = [row.letter(i) for i in range(len(row.words))]
    if _HEADS.isdisjoint(letters):
        return []
    found = []
    i = 0
    while i < len(letters):
        idle = letters[i] in ("", ".") or (letters[i] == "C" and row.words[i] in _ONE and not _counts(row.words, i + 1))
        stop = i if idle else _expression(row, letters, i)
        if stop > i:
            found.append((_led(row, letters, i, stop), row.ends[stop - 1]))
            i = stop
        else:
            i += 1
    return found


def _expression(row: _Row, letters: list[str], i: int) -> int:
    """Where the longest expression that begins at token i ends; i where none does."""
    run = i + 1
    while run < len(letters) and run - i < _LONGEST and (letters[run] or run - i < 4) and row.joined(run - 1):
        run += 1
    for stop in range(run, i, -1):
        if letters[stop - 1] != "." and row.words[stop - 1] not in _ONE and _stands(row, letters, i, stop):
            return stop
    return i


def _stands(row: _Row, letters: list[str], i: int, stop: int) -> bool:
    """Whether the tokens i to stop are an expression that counts in running text."""
    read = letters_of(row.words[i:stop])
    named = read and shape_of(read[0])
    if not read or not named or (named[0].where == NEVER and not _in_the_week(row, read[0], named[0], i, stop)):
        return False
    shape, base = named
    if not _spelt(row, letters, i, stop, base):
        return False
    if shape.reader in _COUNTED and row.words[stop - 1] in ("late", "early"):
        return False
    if shape.reader in _BESIDE_THE and base[0] != "C" and (row.before(i) != "the" or row.words[i].endswith("s")):
        return False  # "days before" says no day
    if "U" in base and dict(zip(*read))["U"] == times.DECADE:
        return False
    if row.words[i] == "that" and base[1] in "WMHL":
        return False  # "noted that Saturday …"
    if row.words[i] == "following" and row.before(i) != "the":
        return False  # "following Monday's vote" is after it
    if shape.where == AT_END:
        after = row.after(stop - 1)
        return not after or after in _FREE_AFTER or row.words[stop - 1] == "ago"
    return shape.where != AFTER_IN or _led_by_in(row, read, base, i, stop)


def _in_the_week(row: _Row, shape: str, known: Shape, i: int, stop: int) -> bool:
    """Whether it is "earlier in the week", where "the week" alone says nothing."""
    return known.reader == "bare_unit" and shape[0] in "EG" and row.words[i + 1] == "in" and stop - i > 2


def _spelt(row: _Row, letters: list[str], i: int, stop: int, base: str) -> bool:
    """Whether months and holidays bear their capital, and short forms of weekdays stand beside a date."""
    for k in range(i, stop):
        letter = letters[k]
        if letter in "MH" and not row.capital(k):
            return False
        if letter == "W":
            if len(row.words[k]) < 6 and ("M" not in base or not row.capital(k)):
                return False
            if k and row.before(k) in times.NOT_A_WEEKDAY:
                return False
    return True


def _led_by_in(row: _Row, read: tuple[str, list[int]], base: str, i: int, stop: int) -> bool:
    """Whether a word that could be another thing ("May", "2008", "spring") is plainly a time here."""
    shape, values = read
    if base == "P":
        return 2 in values or (1 in values and row.before(i) in _IN)
    if len(shape.replace("P", "")) > 1:
        return True
    before = row.before(i)
    if base == "Y" and not 1500 <= values[0] <= 2199:
        return False
    if before in DETERMINERS and base in "MY":
        return row.after(stop - 1).isalpha()
    if base == "K":
        return before == "the" and row.after(stop - 1) != "of"
    if base == "S":
        if before == "the":
            before = row.before(i - 1)
        return before in _IN and row.after(stop - 1) != "of"
    return before in _IN and not row.words[i].endswith(".")


def _led(row: _Row, letters: list[str], i: int, stop: int) -> int:
    """Where the expression begins: with its "the", where one belongs to it."""
    if row.before(i) != "the":
        return row.starts[i]
    read = letters_of(row.words[i:stop])
    named = read and shape_of(read[0])
    return row.starts[i - 1] if named and named[0].reader in _LED_BY_THE else row.starts[i]
