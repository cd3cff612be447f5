"""Hypothesis strategies: stories with known answers, and texts of any kind.

A story is drawn as people, a dateline and a row of paragraphs. Each paragraph is one shape of attribution filled with
words, so that what was said, by whom and when is known before the text exists. Nothing in a story is ambiguous: a
surname belongs to one person, and a pronoun comes only right after a paragraph that its person alone speaks in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs
from hypothesis import strategies as st

GIVEN = {
    "he": ("Adebayo", "Carlos", "Daniel", "Hiroshi", "Ivan", "Lars", "Mohammed", "Pierre", "Rajesh", "Thomas"),
    "she": ("Amina", "Anna", "Claire", "Elena", "Ingrid", "Maria", "Priya", "Ruth", "Sofia", "Yuki"),
}
SURNAMES = (
    "Abara", "Bergström", "Castellano", "Delacroix", "Eriksen", "Fitzgerald", "Ganguly", "Hathaway", "Ivanova",
    "Kowalski", "Lindqvist", "Moreau", "Nakamura", "O'Malley", "Petrov", "Quintero", "Rosenberg", "Sundaram", "Tanaka",
    "Van der Berg", "Whitlock", "Yilmaz", "Zapatero", "García-Ruiz",
)  # fmt: skip
ROLES = (
    "the mayor", "a retired engineer", "the chief of the harbour police", "a union leader", "the group's director",
    "a professor of hydrology", "the coach", "the finance minister", "a spokesperson for the dockers",
)  # fmt: skip
PLACES = ("GENEVA", "NAIROBI", "CHICAGO", "BOGOTA, Colombia", "MANILA, Philippines", "LEEDS, England", "ATHENS, Ohio")
AGENCIES = ("Reuters", "AP", "AFP", "Xinhua", "Yonhap", "dpa")
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Whole sentences as somebody says them, without the full stop; no names and no marks.
SAYINGS = (
    "We are ready to rebuild the bridge",
    "The water came up to the second floor",
    "I have never seen anything like this before",
    "Nobody should have to wait ten years for a road",
    "It is a good plan and we will stand by it",
    "Our members want a fair share of the money",
    "There is no time left for another study",
    "They did what they could with what they had",
    "You cannot build a harbour on sand",
    "This team has worked hard for every point",
    "If the rain stops we can open the gates",
    "We don't have the money, and that's the whole story",
)
# Clauses as they are reported, and the end of one as it is quoted.
CLAUSES = (
    "the bridge would be closed for repairs",
    "the harbour needed a deeper channel",
    "most of the houses were empty",
    "the money had been spent on pumps",
    "no one was hurt in the flood",
    "the plan would cost less than a new road",
)
OPENINGS = ("the plan was", "the flood was", "the new road would be", "the offer was")
ENDINGS = ("a disaster for the whole valley", "a long way from enough", "the worst thing that could happen")
VERBS = ("said", "added", "explained")
# Marked words that nobody says.
UNSAID = (
    "The mill at the “Old Ford” was sold in March.",
    "The so-called “temporary” bridge has stood for nine years.",
    "The song “River of Stone” was played at the opening of the road.",
)
# No name, mark, cue or pronoun.
NEUTRAL = (
    "The bridge crosses the river at the widest point of the valley.",
    "Rain fell for nine days in the hills above the harbour.",
    "The old road is made of stone.",
    "Repairs to the pumps cost more than the pumps.",
)


@attrs.frozen
class Person:
    """Somebody in a story: ``name`` in full, ``pronoun`` he or she."""

    given: str
    surname: str
    role: str
    pronoun: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.surname}"

    @property
    def description(self) -> tuple[str, ...]:
        """The role as it is told again, where it is one that a single person has: "the coach"."""
        return (self.role,) if self.role.startswith("the ") and " of " not in self.role and "'" not in self.role else ()


@attrs.frozen
class Answer:
    """What a reader of the story knows. ``source``: the words that name the speaker."""

    kind: str
    text: str
    speaker: str
    said_on: dt.date
    source: str
    addressee: str | None = None


STYLES = {"curly": "“”'", "straight": '""\'', "curly, apostrophes too": "“”’", "single": "‘’’"}


@attrs.frozen
class Story:
    """A text, the paragraphs that it is joined from (the first opens with the dateline), and the answers in order.

    Paragraphs and ``known`` answers are kept in curly marks; ``style`` says how the story is printed.
    """

    paragraphs: tuple[str, ...]
    known: tuple[Answer, ...]
    style: str = "straight"

    @property
    def text(self) -> str:
        return self.printed("\n\n".join(self.paragraphs) + "\n")

    @property
    def answers(self) -> tuple[Answer, ...]:
        shown = self.printed
        return tuple(
            attrs.evolve(a, text=shown(a.text), speaker=shown(a.speaker), source=shown(a.source)) for a in self.known
        )

    def printed(self, words: str) -> str:
        """The words in the story's kind of marks; of the same length."""
        return words.translate(str.maketrans("“”'", STYLES[self.style]))


@attrs.frozen
class Scene:
    """What a shape is filled with: ``by`` the words for the speaker, ``day`` is "" or " Friday"."""

    by: str
    verb: str
    day: str
    saying: str
    second: str
    clause: str
    opening: str
    ending: str


@attrs.frozen
class Said:
    """One claim of a shape."""

    kind: str
    text: str
    addressee: str | None = None


Shape = Callable[[Scene], tuple[str, tuple[Said, ...]]]


def upper(words: str) -> str:
    return words[0].upper() + words[1:]


def lower(words: str) -> str:
    return words if words.startswith("I ") else words[0].lower() + words[1:]


def after(s: Scene) -> tuple[str, tuple[Said, ...]]:
    return f"“{s.saying},” {s.by} {s.verb}{s.day}.", (Said("direct", s.saying),)


def before(s: Scene) -> tuple[str, tuple[Said, ...]]:
    return f"{upper(s.by)} said{s.day}, “{s.saying}.”", (Said("direct", s.saying),)


def colon(s: Scene) -> tuple[str, tuple[Said, ...]]:
    return f"{upper(s.by)} said{s.day}: “{s.saying}.”", (Said("direct", s.saying),)


def split(s: Scene) -> tuple[str, tuple[Said, ...]]:
    words = f"“{s.saying},” {s.by} {s.verb}{s.day}, “and {lower(s.second)}.”"
    return words, (Said("direct", f"{s.saying}, … and {lower(s.second)}"),)


def followed(s: Scene) -> tuple[str, tuple[Said, ...]]:
    words = f"“{s.saying},” {s.by} {s.verb}{s.day}. “{s.second}.”"
    return words, (Said("direct", f"{s.saying}, … {s.second}"),)


def told(s: Scene) -> tuple[str, tuple[Said, ...]]:
    return f"“{s.saying},” {s.by} told reporters{s.day}.", (Said("direct", s.saying, "reporters"),)


def partial(s: Scene) -> tuple[str, tuple[Said, ...]]:
    words = f"{upper(s.by)} said{s.day} {s.opening} “{s.ending}.”"
    return words, (Said("mixed", f"{s.opening} “{s.ending}"),)


def asked(s: Scene) -> tuple[str, tuple[Said, ...]]:
    return f"Asked about the road, {s.by} replied{s.day}, “{s.saying}.”", (Said("direct", s.saying),)


def adding(s: Scene) -> tuple[str, tuple[Said, ...]]:
    words = f"“{s.saying},” {s.by} {s.verb}{s.day}, adding that {s.clause}."
    return words, (Said("direct", s.saying), Said("indirect", s.clause))


def running(s: Scene) -> tuple[str, tuple[Said, ...]]:
    """A quotation over two paragraphs, a mark opening each and one closing the last: a claim a paragraph."""
    words = f"{upper(s.by)} said{s.day}: “{s.saying}.\n\n“{s.second}.”"
    return words, (Said("direct", s.saying), Said("direct", s.second))


def reported(s: Scene) -> tuple[str, tuple[Said, ...]]:
    return f"{upper(s.by)} said{s.day} that {s.clause}.", (Said("indirect", s.clause),)


def according(s: Scene) -> tuple[str, tuple[Said, ...]]:
    return f"{upper(s.clause)}, according to {s.by}.", (Said("indirect", upper(s.clause)),)


MARKED: tuple[Shape, ...] = (after, before, colon, split, followed, told, partial, asked, running)
SHAPES: tuple[Shape, ...] = (*MARKED, reported, according, adding)
NO_DAY = (according, adding, running)
NO_PRONOUN = (according,)


def day_before(day: dt.date, weekday: str) -> dt.date:
    """The last such weekday, on the day itself or within the six days before it."""
    return day - dt.timedelta((day.weekday() - WEEKDAYS.index(weekday)) % 7)


@st.composite
def people(draw: st.DrawFn, most: int = 3) -> tuple[Person, ...]:
    """One to ``most`` people, no two with a surname, given name or role in common."""
    count = draw(st.integers(1, most))
    surnames = draw(st.lists(st.sampled_from(SURNAMES), min_size=count, max_size=count, unique=True))
    roles = draw(st.lists(st.sampled_from(ROLES), min_size=count, max_size=count, unique=True))
    found: list[Person] = []
    for surname, role in zip(surnames, roles):
        pronoun = draw(st.sampled_from(sorted(GIVEN)))
        names = [name for name in GIVEN[pronoun] if name not in {person.given for person in found}]
        found.append(Person(draw(st.sampled_from(names)), surname, role, pronoun))
    return tuple(found)


@st.composite
def scenes(draw: st.DrawFn, by: str, day: str) -> Scene:
    saying, second = draw(st.lists(st.sampled_from(SAYINGS), min_size=2, max_size=2, unique=True))
    words = (st.sampled_from(list_) for list_ in (CLAUSES, OPENINGS, ENDINGS))
    return Scene(by, draw(st.sampled_from(VERBS)), day, saying, second, *(draw(one) for one in words))


@st.composite
def stories(
    draw: st.DrawFn, shapes: tuple[Shape, ...] = SHAPES, pronouns: bool = True, most: int = 6, fillers: bool = True
) -> Story:
    """A wire story with a dateline, and the claims that are in it."""
    day = draw(st.dates(dt.date(1990, 1, 8), dt.date(2030, 12, 28)))
    cast = draw(people())
    place = draw(st.sampled_from(PLACES))
    agency = draw(st.sampled_from(AGENCIES))
    dash = draw(st.sampled_from(("--", "-", "–", "—")))
    paragraphs: list[str] = []
    answers: list[Answer] = []
    known: set[Person] = set()
    last: Person | None = None  # who alone spoke in the paragraph before
    for _ in range(draw(st.integers(1, most))):
        if fillers and draw(st.integers(0, 4)) == 0:
            paragraphs.append(draw(st.sampled_from(NEUTRAL + UNSAID)))
            last = None
            continue
        person = draw(st.sampled_from(cast))
        shape = draw(st.sampled_from(shapes))
        weekday = draw(st.sampled_from(("", *WEEKDAYS))) if shape not in NO_DAY else ""
        if person not in known:
            by = f"{person.name}, {person.role}," if shape is not according else f"{person.name}, {person.role}"
        elif pronouns and person is last and shape not in NO_PRONOUN and draw(st.booleans()):
            by = person.pronoun
        else:
            by = draw(st.sampled_from((person.surname, person.name, *person.description)))
        words, said = shape(draw(scenes(by, f" {weekday}" if weekday else "")))
        said_on = day_before(day, weekday) if weekday else day
        source = (by if f" {by} " in words or f" {by}." in words else upper(by)).removesuffix(",")
        answers += [Answer(one.kind, one.text, person.name, said_on, source, one.addressee) for one in said]
        paragraphs.append(words)
        known.add(person)
        last = person
    paragraphs[0] = f"{place}, {MONTHS[day.month - 1]} {day.day}, {day.year} ({agency}) {dash} {paragraphs[0]}"
    return Story(tuple(paragraphs), tuple(answers), draw(st.sampled_from(sorted(STYLES))))


# Texts of any kind, in pieces that meet in news, so that odd neighbours are likely.
PIECES = (
    '"', "“", "”", "'", "‘", "’", "''", "``", "«", "»", "„", "‟", "\n", "\n\n", "\r\n", "\u2028", "\t", " ", " ", " ",
    ",", ".", "?", ":", ";", "--", " — ", "(", ")", "[", "]", "…", "\ufeff", "\x00", "\ud800", "\u200b", "\u00a0",
    "said", " said ", " told reporters ", "according to ", " added that ", "he", "she", "they", "who", " the envoy ",
    "Kim", "Sung Kim", "O'Malley", "Mr. ", "Dr. Ana Ruiz", "the Kremlin", "U.S.", "BEIJING, Jan. 30 (Yonhap) -- ",
    "PARIS (AFP) - ", "(LEAD) ", "Friday", " on Wednesday", "late 2008", "don't", "'90s", "Q: ", "A: ", "KIM: ",
    "kdh@yna.co.kr", "(END)", "By Ana Ruiz", "we are ready", "that it was over", "I", "not", "1", "金", "é", "e\u0301",
)  # fmt: skip

SOUPS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
"""Texts made of what is hard in news."""

TEXTS = SOUPS | st.text(st.characters(), max_size=120)
"""Any text at all, lone surrogates among it."""
