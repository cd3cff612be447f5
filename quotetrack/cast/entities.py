"""Somebody or something in an article, while it is being worked out who is who."""

from __future__ import annotations

from quotetrack.cast.alike import Words
from quotetrack.records import Form, Speaker, SpeakerKind


class Entity:
    """Somebody or something in the article, while it is being worked out.

    ``words`` are the words of its name for comparing (none for the unnamed), ``place`` the offset where it is first
    named, ``at`` the indices of the names that are its, ``said`` the stretches where it is a source.
    """

    __slots__ = (
        "aliases",
        "at",
        "gender",
        "given",
        "head",
        "human",
        "kind",
        "name",
        "place",
        "plural",
        "said",
        "titles",
        "words",
    )

    def __init__(self, name: str, words: Words, kind: SpeakerKind, place: int) -> None:
        self.name = name
        self.words = words
        self.kind = kind
        self.place = place
        self.at: list[int] = []
        self.titles: list[str] = []
        self.aliases: dict[str, None] = {}
        self.said: list[tuple[int, int, Form]] = []
        self.gender: str | None = None  # m or f as titles and roles tell it, "" once they were read and tell none
        self.head = ""  # the head noun of an unnamed one
        self.plural = False
        self.human = False  # unnamed, but one person: he or she may be meant
        self.given: Speaker | None = None
