"""Sentences as the floors above meet them: a paragraph's ``Line``, and places in it as they are printed."""

from __future__ import annotations

from quotetrack import quotes
from quotetrack.attribution import subjects
from quotetrack.attribution.relations import Range, Relation
from quotetrack.attribution.sentences import read_sentence
from quotetrack.phrases.words import Line
from quotetrack.text import fold


def line_of(text: str, *, titled: bool = False) -> Line:
    image = fold(text)
    passages = [p for p in quotes.scan(text, image, [(0, len(text))]) if p.depth == 0]
    return Line(image, 0, len(text), passages, titled=titled)


def printed(line: Line, places: Range | None) -> str:
    """The words of half-open places as they stand in the text; nothing for None or an empty range."""
    if places is None or places[0] >= places[1]:
        return ""
    return line.image[line.starts[places[0]] : line.end(places[1] - 1)]


def before(text: str) -> str:
    """The subject of "said" where ``text`` stands before " said it broke." """
    line = line_of(f"{text} said it broke.")
    verb = len(line.tags) - 4
    return printed(line, subjects.subject_before(line, 0, subjects.group_start(line, 0, verb)))


def relations(text: str) -> list[tuple[str, str, str, str]]:
    """Rule, source, lemma and content of each relation of a paragraph; the pieces of a content stand between bars."""
    line = line_of(text)
    return [read_out(line, r) for low, high in line.sentences for r in read_sentence(line, low, high)]


def read_out(line: Line, made: Relation) -> tuple[str, str, str, str]:
    content = " | ".join(printed(line, part) for part in made.content)
    return made.rule, printed(line, made.source), made.lemma, content
