""" "It reads": the letter, the note or the e-mail that the sentences before tell of, and who wrote it."""

from __future__ import annotations

import re

from quotetrack.cast.entities import Entity
from quotetrack.cast.stands import Found, Scene
from quotetrack.phrases.forms import Phrase, read_phrase
from quotetrack.phrases.names import PERSON, TITLED
from quotetrack.records import Ground, SpeakerKind

_PAPER = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:(?!an? |the )[a-z-]+ ){0,2}"
    r"(?:e-?mail|letter|note|memo|message|tweet|statement|sign|placard|banner|poster|card|notice|plaque|inscription|"
    r"caption|affidavit|indictment|complaint|lawsuit|petition|filing|report|document|text)\b"
)
_WRITTEN = re.compile(r"\b(?:sent|written|signed|penned|authored|drafted)\b[^\n\"]{0,80}? by ")
_FROM = re.compile(r" (?:from|by) ")
_WINDOW = 1200  # so much text back, in code points


def paper(scene: Scene, start: int) -> Found | None:
    """What a pronoun for a thing means where something written was told of shortly before."""
    people = scene.people
    image = people.image
    last = None
    for m in _PAPER.finditer(image, max(0, start - _WINDOW), start):
        if not people.in_quote(m.start()):
            last = m
    if last is None or scene.stage.sentence(start) - scene.stage.sentence(last.start()) > 12:
        return None
    author = _author(scene, last.end())
    if author is not None:
        return Found(author, Ground.LINKED, "author of what is quoted")
    phrase: Phrase = read_phrase(last.group())
    shown = people.text[last.start() : last.end()]
    found = scene.unnamed(phrase, " ".join(shown.split()), last.start(), SpeakerKind.DOCUMENT, "document")
    return Found(found.entity, Ground.LINKED, "pronoun for a document")


def _author(scene: Scene, at: int) -> Entity | None:
    """The one person who is said to have written it, in the sentence that tells of it."""
    people = scene.people
    stop = people.image.find("\n", at, at + 300)
    stop = stop if stop >= 0 else at + 300
    m = _FROM.match(people.image, at, stop) or _WRITTEN.search(people.image, at, stop)
    if m is None:
        return None
    for i in people.between(m.end(), m.end() + 90):
        entity = people.of_name[i]
        if people.said[i].sort in (PERSON, TITLED) and entity is not None and entity.kind is SpeakerKind.PERSON:
            between = people.image[m.end() : people.title_start(i)]
            return entity if between.count(",") < 2 and not any(stop in between for stop in ".;\"") else None
    return None
