"""The result types: frozen, slotted, tuples never lists; no parsing and no I/O."""

from __future__ import annotations

import datetime as dt
from enum import Enum

import attrs

from quotetrack.spans import Span


class Word(str, Enum):
    """An enum whose ``str()`` is its plain value."""

    def __str__(self) -> str:
        return str(self.value)


class Kind(Word):
    """How a claim stands in the text: between marks, partly so, or without any."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Ground(Word):
    """How a speaker was settled, best first. Compares by strength, with a ground or with its plain value.

    >>> Ground.OPEN < Ground.NAMED, Ground.LINKED >= "linked"
    (True, True)
    """

    NAMED = "named"
    LINKED = "linked"
    CARRIED = "carried"
    OPEN = "open"

    # str brings its own, alphabetical, comparisons
    def __lt__(self, other: str) -> bool:
        return _STRENGTH[self] < _strength(other)

    def __gt__(self, other: str) -> bool:
        return _STRENGTH[self] > _strength(other)

    def __le__(self, other: str) -> bool:
        return _STRENGTH[self] <= _strength(other)

    def __ge__(self, other: str) -> bool:
        return _STRENGTH[self] >= _strength(other)

    __hash__ = str.__hash__


_STRENGTH: dict[str, int] = {Ground.OPEN: 0, Ground.CARRIED: 1, Ground.LINKED: 2, Ground.NAMED: 3}


def _strength(ground: str) -> int:
    known = _STRENGTH.get(ground)  # a plain value is found as well, for it equals its ground
    return known if known is not None else _STRENGTH[Ground(ground)]


class PartKind(Word):
    """What a part of an article is."""

    SLUG = "slug"
    HEADLINE = "headline"
    PUBLISHED = "published"
    NOTE = "note"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    SIGNOFF = "signoff"
    FURNITURE = "furniture"
    BLANK = "blank"


class Form(Word):
    """In what form the words name somebody."""

    NAME = "name"
    SURNAME = "surname"
    ROLE = "role"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    GROUP = "group"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class SpeakerKind(Word):
    """What a speaker is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class Stance(Word):
    """How the source stands to what the cue reports."""

    STATES = "states"
    BELIEVES = "believes"
    WANTS = "wants"
    PLANS = "plans"
    DENIES = "denies"
    ASKS = "asks"
    URGES = "urges"
    PROMISES = "promises"
    WARNS = "warns"
    ACCUSES = "accuses"
    PRAISES = "praises"
    CALLS = "calls"
    DECLINES = "declines"
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    FEELS = "feels"
    LEARNS = "learns"
    SHOWS = "shows"
    DECIDES = "decides"
    MENTIONS = "mentions"


class Precision(Word):
    """How fine a date is known."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    PART_OF_YEAR = "part of year"
    YEAR = "year"


class WhenGround(Word):
    """Where a date was read: in the cue's own words, in its sentence, in the dateline, or in the publication date."""

    WORDS = "words"
    SENTENCE = "sentence"
    DATELINE = "dateline"
    PUBLISHED = "published"


@attrs.frozen
class Mention:
    """Words that name somebody or something."""

    start: int
    end: int
    text: str
    form: Form


@attrs.frozen
class Cue:
    """The words that say that something was said (or thought, wanted, denied)."""

    start: int
    end: int
    text: str
    lemma: str
    stance: Stance
    negated: bool = False


@attrs.frozen
class Step:
    """One step of the reasons: a rule, the words it read, what it gave, and the rivals that it beat."""

    rule: str
    ground: Ground
    start: int
    end: int
    words: str
    gave: str
    over: tuple[str, ...] = ()


@attrs.frozen
class Speaker:
    """Somebody who is quoted or named: ``name`` is the fullest proper name printed, without titles."""

    id: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    anonymity: str | None = None


@attrs.frozen
class When:
    """A stretch of days, both ends in it; a day has ``start == end``."""

    start: dt.date
    end: dt.date
    precision: Precision
    words: str
    anchor: dt.date | None = None
    ground: WhenGround = WhenGround.WORDS


@attrs.frozen
class Dateline:
    """Where and when an article was filed, as its dateline prints it."""

    start: int
    end: int
    places: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    country: str | None = None
    date: dt.date | None = None
    agency: str | None = None


@attrs.frozen
class Part:
    """A part of an article."""

    kind: PartKind
    start: int
    end: int


@attrs.frozen
class Article:
    """An article's structure. The parts partition the text exactly."""

    id: str
    text: str
    parts: tuple[Part, ...] = ()
    headline: Part | str | None = None
    slug: Part | None = None
    byline: Part | None = None
    dateline: Dateline | None = None
    published: dt.date | dt.datetime | None = None
    url: str | None = None


@attrs.frozen
class Claim:
    """Something that was said, by whom, where and when, with the offsets and the reasons that made it."""

    id: str
    article_id: str
    text: str
    spans: tuple[Span, ...]
    quoted: tuple[Span, ...]
    kind: Kind
    speaker: Speaker | None
    source: Mention | None
    cue: Cue | None
    addressee: Mention | None
    medium: Mention | None
    place: Mention | None
    said: When | None
    dateline: Dateline | None
    paragraph: Span
    within: str | None
    ground: Ground
    why: tuple[Step, ...]

    @property
    def said_on(self) -> dt.date | None:
        """The day it was said, where ``said`` is one day."""
        return self.said.start if self.said is not None and self.said.start == self.said.end else None


@attrs.frozen
class Skipped:
    """A marked passage that is no claim, and why."""

    start: int
    end: int
    text: str
    why: str


@attrs.frozen
class Reading:
    """Everything that was read in one article."""

    article: Article
    claims: tuple[Claim, ...] = ()
    cast: tuple[Speaker, ...] = ()
    skipped: tuple[Skipped, ...] = ()


# What the floors hand to each other on the way up; not public.


@attrs.frozen
class Passage:
    """A stretch between quotation marks, as the scanner of marks found it.

    ``start`` and ``end`` leave the marks out; ``outer_start`` and ``outer_end`` take them in (and equal the former
    where a mark is missing). ``mark`` is the folded family of the opening mark: ``"``, ``'`` or ``«``. ``depth`` is 0
    outside any other passage. ``paragraph`` is the index of the body part that it stands in. Passages of one quotation
    that runs over several paragraphs share a ``chain`` (an index; None where it does not run on). ``fault`` says what
    is odd with the marks ("unclosed", "unopened", "mixed"), or is empty.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    mark: str
    depth: int
    paragraph: int
    chain: int | None = None
    fault: str = ""


@attrs.frozen
class Draft:
    """A claim before its speaker is known: the words alone.

    ``frame`` are the stretches of the cue's clause outside content, source and cue, where its time, place, medium and
    addressee stand. ``carrier`` is the index of the draft whose speaker this one takes over, or None.
    """

    kind: Kind
    spans: tuple[Span, ...]
    quoted: tuple[Span, ...]
    source: Mention | None
    cue: Cue | None
    paragraph: int
    frame: tuple[Span, ...] = ()
    addressee: Mention | None = None
    carrier: int | None = None
    why: tuple[Step, ...] = ()


@attrs.frozen
class Verdict:
    """Who a draft's speaker is (None: not settled), on what ground, and the steps that led there."""

    speaker: Speaker | None
    ground: Ground
    why: tuple[Step, ...] = ()
