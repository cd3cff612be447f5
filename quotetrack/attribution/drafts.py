"""From a relation to the draft of a claim: places in a ``Line`` become offsets in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotetrack.attribution.relations import GROUNDS, Range, Relation
from quotetrack.phrases.words import Line
from quotetrack.records import Cue, Draft, Form, Ground, Kind, Mention, Step
from quotetrack.spans import Span


def draft(
    text: str, line: Line, index: int, relation: Relation, around: Sequence[Range], places: Sequence[int]
) -> Draft:
    """The claim of a relation in the paragraph ``index``.

    ``places`` are the quotations that belong to it, ``around`` is what stands around its cue.
    """
    quoted = quotations(line, places) if places else ()
    kind = Kind.DIRECT if quoted else Kind.INDIRECT
    if quoted and _says_more(line, relation.content):
        kind = Kind.MIXED
    spans = quoted if kind is Kind.DIRECT else tuple([_content_span(line, s, e) for s, e in relation.content])
    cue, step = cue_and_step(text, line, relation)
    source = mention(text, line, relation.source)
    addressee = mention(text, line, relation.addressee) if relation.addressee is not None else None
    return Draft(kind, spans, quoted, source, cue, index, stretches(line, around), addressee, None, (step,))


def longer(one: Draft, more: tuple[Span, ...]) -> Draft:
    """The same claim with more quotations behind it."""
    return Draft(
        one.kind,
        one.spans + more,
        one.quoted + more,
        one.source,
        one.cue,
        one.paragraph,
        one.frame,
        one.addressee,
        one.carrier,
        one.why,
    )  # attrs.evolve takes ten times as long


def quotations(line: Line, places: Sequence[int]) -> tuple[Span, ...]:
    """Where the quotations at these places stand, marks aside."""
    quotes = line.quotes
    if len(places) == 1:  # by far the most
        passage = quotes[places[0]]
        return (Span(passage.start, passage.end),)
    return tuple([Span(quotes[place].start, quotes[place].end) for place in places])


def stretches(line: Line, around: Sequence[Range]) -> tuple[Span, ...]:
    """Where these stretches of words stand."""
    if not around:
        return ()
    return tuple([Span(*line.offsets(low, high)) for low, high in around if low < high])


def mention(text: str, line: Line, places: Range | None) -> Mention | None:
    """The words at these places as the name of somebody."""
    if places is None:
        return None
    start, end = line.offsets(*places)
    return Mention(start, end, text[start:end], _form(line.tags[places[0] : places[1]]))


def cue_and_step(text: str, line: Line, relation: Relation) -> tuple[Cue, Step]:
    """The cue of a relation, and the step of the reasons that rests on it."""
    rule = relation.rule
    start, end = line.offsets(*relation.cue)
    words = text[start:end]
    cue = Cue(start, end, words, relation.lemma, relation.stance, relation.negated)
    return cue, Step(rule, GROUNDS.get(rule, Ground.LINKED), start, end, words, "cue")


def _says_more(line: Line, content: Iterable[Range]) -> bool:
    """Whether words outside the marks belong to what was said: "that" alone before a whole quotation adds nothing."""
    tags = line.tags
    for start, end in content:
        # a quotation alone, as most contents are, says no more
        if (end - start > 1 or tags[start] != "Q") and tags[start:end].strip("Q,.!;:-qH"):
            return True
    return False


def _content_span(line: Line, start: int, end: int) -> Span:
    """Offsets of content: without "that" in front and white space behind."""
    if end - start > 1 and line.tags[start] == "H" and not _stands_for(line, start):
        start += 1
    if end - start == 1 and start in line.quotes:
        return Span(line.quotes[start].start, line.quotes[start].end)
    return Span(*line.offsets(start, end))


def _stands_for(line: Line, that: int) -> bool:
    """Whether "that" stands for a thing: "described that as “a worry”"."""
    return line.words[that + 1] == "as" and line.tags[that + 2 : that + 3] in ("Q", "T") and "many" not in line.words[
        that + 2 : that + 3
    ]


def _form(tags: str) -> Form:
    if tags in ("O", "U"):
        return Form.PRONOUN
    if tags in ("W", "H"):
        return Form.RELATIVE
    if tags == "P":
        return Form.SURNAME
    if "P" in tags:
        return Form.NAME
    return Form.DESCRIPTION
