"""What a ledger gives back: frozen records, no database behind them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from quotetrack.records import Claim, Kind, Speaker, Word
from quotetrack.spans import Span
from quotetrack.wording import Comparison, Likeness, compare

LATER = Comparison(
    Likeness.DIFFERENT
)  # given to a sighting, this very one: its comparison is worked out when asked for


@attrs.frozen
class Added:
    """What an ``add`` brought: true where the article was new.

    ``article`` is its id; ``revises`` the id of the version before it, or None; ``claims`` those that no other
    version of the same story has; ``tracks`` the ids of the statements that the ledger had not met before.
    """

    article: str
    new: bool
    revises: str | None = None
    claims: tuple[Claim, ...] = ()
    tracks: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.new


@attrs.frozen
class Tally:
    """What an ``add_many`` brought, counted. ``read`` is the number of articles given."""

    read: int = 0
    new: int = 0
    revisions: int = 0
    claims: int = 0
    tracks: int = 0


@attrs.frozen
class Listed:
    """An article in the ledger. ``story`` is the id of the first version of the same story (its own, if it is that)."""

    id: str
    headline: str
    url: str | None
    publisher: str | None
    published: dt.date | dt.datetime | None
    story: str
    claims: int
    text: str = attrs.field(repr=False)


@attrs.frozen
class Sighting:
    """One place where a statement was seen.

    ``claim`` is the claim's id and ``article`` the article's; ``spans`` are code points of that article's text;
    ``text`` is the wording as printed. ``day`` is when it was said, else when it was published, else None.
    ``how`` tells how the wording differs from ``against``: the track's fullest wording, or the fullest that has
    something in common with it; ``found`` is the whole comparison (``against`` is its ``a``), worked out from the two
    texts when it is first asked for.
    """

    claim: str
    article: str
    track: str
    speaker: Speaker | None
    kind: Kind
    text: str
    spans: tuple[Span, ...]
    day: dt.date | None
    url: str | None = None
    publisher: str | None = None
    how: Likeness = Likeness.SAME
    against: str = ""
    found: Comparison = LATER

    def __attrs_post_init__(self) -> None:
        if self.found is LATER:
            object.__delattr__(self, "found")  # so that asking for it comes to __getattr__

    def __getattr__(self, name: str) -> Any:
        if name != "found":
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        found = compare(self.against or self.text, self.text)
        object.__setattr__(self, "found", found)
        return found


@attrs.frozen
class Track:
    """One statement, with every place it was seen.

    ``id`` is made from the claim of the earliest sighting; an earlier id, and any claim id of a sighting, still finds
    the track. ``text`` is the fullest wording. ``sightings`` has each story once, in its newest version; ``folded`` are
    those of older versions of the same stories. ``first`` and ``last`` are days, over both.
    """

    id: str
    speaker: Speaker | None
    text: str
    first: dt.date | None
    last: dt.date | None
    sightings: tuple[Sighting, ...]
    folded: tuple[Sighting, ...] = ()


@attrs.frozen
class Person:
    """Somebody who is quoted in the ledger: under which names and roles, how many statements in how many stories."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    statements: int
    stories: int
    first: dt.date | None
    last: dt.date | None


class Fault(Word):
    """What two sightings of one statement disagree about."""

    SPEAKER = "speaker"
    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"


@attrs.frozen
class Conflict:
    """Two sightings of one track that disagree: on who said it, or by a negation, a number or a name."""

    fault: Fault
    track: str
    a: Sighting
    b: Sighting
    found: Comparison


@attrs.frozen
class Alteration:
    """A claim that a newer version words otherwise, or gives to another speaker."""

    older: Claim
    newer: Claim
    found: Comparison


@attrs.frozen
class Revision:
    """What changed from one version of a story to the next. ``older`` and ``newer`` are article ids.

    Where both versions stand under one id, ``number`` (from 1, the order of the versions) tells which they are: this
    revision leads from version ``number`` to the next.
    """

    older: str
    newer: str
    number: int
    added: tuple[Claim, ...] = ()
    dropped: tuple[Claim, ...] = ()
    altered: tuple[Alteration, ...] = ()


@attrs.frozen
class Review:
    """What a check of a statement found. ``recorded`` is when it was written down, in UTC; ``on`` the day of the check.

    ``claim`` is the id of the claim that it hangs on, ``wording`` what that claim said.
    """

    claim: str
    wording: str
    rating: str
    reviewer: str
    url: str | None
    note: str | None
    on: dt.date
    recorded: dt.datetime
