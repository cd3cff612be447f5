"""Whether the quotations of a draft stand in its sources, word for word and from the same mouth.

Presence is decided on the words alone: what is merely like a quotation never counts as the quotation.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs

from quotetrack.records import Claim, Kind, Reading, Speaker, Word
from quotetrack.spans import Span, overlaps, trimmed
from quotetrack.verify.image import Image
from quotetrack.verify.nearest import ALTERED, Near, Words, nearest
from quotetrack.verify.people import can_be_same
from quotetrack.verify.search import Found, image_of, in_pieces, pieces_of, places
from quotetrack.wording import NEGATIONS, compare, parse, weight

__all__ = ["GOOD", "Finding", "Verdict", "verify_quotes"]


class Finding(Word):
    """What was found of a quotation; where several apply, the first one is the verdict."""

    NOT_FOUND = "not found"
    TOO_SHORT = "too short"
    ALTERED = "altered"
    WRONG_SPEAKER = "wrong speaker"
    BRACKETED = "bracketed"
    ELIDED = "elided"
    TYPOGRAPHIC = "typographic"
    VERBATIM = "verbatim"


GOOD = (Finding.VERBATIM, Finding.TYPOGRAPHIC)
"""The verdicts with which a quotation may stand as it is."""

_ORDER = list(Finding)


@attrs.frozen
class Verdict:
    """What was found of one quotation of a draft.

    ``draft`` is where it stands in the draft, marks not included; ``source`` where it stands in the source (the nearest
    passage for ``altered`` and ``not found``), both half-open, in code points; ``article_id`` that source's id.
    ``differs`` are the words that differ, the draft's and the source's. ``flags`` are the findings that apply as well,
    and ``negation``, ``number``, ``name``, ``case``, ``punctuation`` for what the difference touches; ``negation`` on
    any other says that one was cut off or left out. ``why`` is a sentence.
    """

    verdict: Finding
    draft: Span
    source: Span | None
    article_id: str | None
    differs: tuple[tuple[str, str], ...] = ()
    flags: tuple[str, ...] = ()
    why: str = ""

    @property
    def good(self) -> bool:
        """Whether the quotation may stand as it is."""
        return self.verdict in GOOD


class _Source:
    """A source and what is looked up in it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.article.text

    @cached_property
    def image(self) -> Image:
        return Image(self.text)

    @cached_property
    def words(self) -> Words:
        return Words(self.image.text)

    @cached_property
    def streams(self) -> list[Image]:
        """Each quotation with a cue in its middle, as if it had none; the comma before the cue may be any stop."""
        found: list[Image] = []
        for claim in self.reading.claims:
            if claim.kind is not Kind.INDIRECT and len(claim.quoted) > 1:
                found.append(Image(self.text, claim.quoted))
                bare = [Span(q.start, q.end - (self.text[q.end - 1 : q.end] in (",", "."))) for q in claim.quoted]
                found += [Image(self.text, bare, joint) for joint in (" ", ", ", ". ")]
        return found

    def claims_at(self, span: Span) -> list[Claim]:
        """The claims that a stretch stands in, those that quote it before those that report it."""
        place = (span.start, span.end)

        def within(spans: Iterable[Span]) -> bool:
            return any(overlaps(place, (one.start, one.end)) for one in spans)

        quoted = [claim for claim in self.reading.claims if within(claim.quoted)]
        return quoted or [claim for claim in self.reading.claims if within(claim.spans)]


@attrs.frozen
class _Quote:
    """A quotation of the draft: where it stands, its words, its speaker, the claim that it belongs to."""

    span: Span
    words: str
    image: str
    speaker: Speaker | None
    claim: int


@attrs.frozen
class _Candidate:
    """A place in a source, and what applies to the quotation if that is it."""

    source: _Source
    span: Span
    findings: tuple[Finding, ...]
    flags: tuple[str, ...] = ()
    differs: tuple[tuple[str, str], ...] = ()
    score: float = 1.0

    @property
    def worst(self) -> int:
        """The place of its verdict in the order; the higher the better."""
        return min(_ORDER.index(finding) for finding in self.findings)


def verify_quotes(
    draft: str | Reading, sources: Iterable[str | Mapping[str, Any] | Reading]
) -> list[Verdict]:
    """Each quotation of a draft held against the sources, in the draft's order.

    ``sources`` are texts, mappings as for ``extract_many`` (``text``, ``id``, ``title``, ``published``), or readings.

    Raises ``TypeError`` where the draft or a source is none of these, ``ValueError`` for a date that is none.

    >>> source = '"We will never accept the plan," Mayor Ana Ruiz said.'
    >>> [verdict] = verify_quotes('Ruiz said: "We will accept the plan."', [source])
    >>> str(verdict.verdict), verdict.differs, verdict.flags
    ('altered', (('', 'never'),), ('negation',))
    """
    if isinstance(sources, (str, bytes, Mapping, Reading)):
        raise TypeError("sources are several: put a single one in a list")
    reading = _reading(draft, "the draft")
    known = [_Source(_reading(source, f"source {n}")) for n, source in enumerate(sources, 1)]
    quotes = list(_quotes(reading))
    present = [[c for source in known for c in _present(quote, source)] for quote in quotes]
    together: dict[int, list[int]] = {}
    for n, quote in enumerate(quotes):
        together.setdefault(quote.claim, []).append(n)
    for quote, candidates in zip(quotes, present):
        if _short(quote.image):
            rest = [(quotes[n], present[n]) for n in together[quote.claim] if quotes[n] is not quote]
            candidates[:] = [_told(quote, candidate, rest) for candidate in candidates]
    return [_judged(quote, candidates, known) for quote, candidates in zip(quotes, present)]


def _reading(item: object, name: str) -> Reading:
    from quotetrack.extract import analyse

    if isinstance(item, Reading):
        return item
    if isinstance(item, str):
        return analyse(item)
    if not isinstance(item, Mapping) or not isinstance(item.get("text"), str):
        raise TypeError(f"{name} is to be a text, a mapping with a text, or a reading, not {type(item).__name__}")
    published = item.get("published")
    if isinstance(published, str):
        published = dt.date.fromisoformat(published[:10])
    article_id = item.get("id")
    return analyse(
        item["text"],
        id=None if article_id is None else str(article_id),
        headline=item.get("title") or None,
        published=published,
    )


WORK = "the name of a work"
"""How the reason begins for a marked passage that is a title: it is nobody's words."""


def _quotes(reading: Reading) -> Iterator[_Quote]:
    """The marked passages of a draft that can be somebody's words, in order, those within others left out."""
    text = reading.article.text
    found = [
        (span, claim.speaker, n)
        for n, claim in enumerate(reading.claims)
        if claim.kind is not Kind.INDIRECT
        for span in claim.quoted
    ]
    # a passage that was taken for no claim is checked all the same, unless it is a title or a word or two
    for n, skipped in enumerate(reading.skipped, len(reading.claims)):
        if not skipped.why.startswith(WORK) and len(skipped.text.split()) > 3:
            found.append((Span(skipped.start, skipped.end), None, n))
    end = 0
    for span, speaker, n in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
        if span.start >= end or span.end > end:
            end = max(end, span.end)
            words = span.of(text)
            yield _Quote(span, words, image_of(words), speaker, n)


def _short(words: str) -> bool:
    """Whether a quotation has too few words to tell where it is from."""
    found = parse(words).words
    return len(found) < 3 or (len(found) == 3 and not weight(found))


def _told(quote: _Quote, candidate: _Candidate, rest: list[tuple[_Quote, list[_Candidate]]]) -> _Candidate:
    """A place of a short quotation: too short, unless the rest of its statement stands in the same statement there."""
    beside = [other.image for other, places in rest if any(_same_claim(candidate, place) for place in places)]
    if beside and not _short(" ".join((quote.image, *beside))):
        return candidate
    return attrs.evolve(candidate, findings=(Finding.TOO_SHORT, *candidate.findings))


def _judged(quote: _Quote, candidates: list[_Candidate], sources: list[_Source]) -> Verdict:
    """The best of the places; without any, the nearest passage."""
    if not candidates and not _short(quote.image):
        near = [(candidate.score, candidate) for source in sources for candidate in _altered(quote, source)]
        candidates = [max(near, key=lambda one: one[0])[1]] if near else []
    if candidates:
        return _verdict(quote, max(candidates, key=lambda candidate: candidate.worst))
    return _missing(quote, sources)


def _same_claim(one: _Candidate, two: _Candidate) -> bool:
    """Whether two places are in one statement of one source."""
    if one.source is not two.source:
        return False
    mine, theirs = one.source.claims_at(one.span), two.source.claims_at(two.span)
    return any(claim in theirs for claim in mine)


# The quotation stands there


def _present(quote: _Quote, source: _Source) -> Iterator[_Candidate]:
    """The places of a source where the quotation's words stand."""
    if not any(letter.isalnum() for letter in quote.image):
        return
    whole = list(_whole(quote, source))
    yield from whole
    if not whole and any(mark in quote.image for mark in "…["):
        yield from _parts(quote, source)


def _whole(quote: _Quote, source: _Source) -> Iterator[_Candidate]:
    core = quote.image.rstrip()
    core = core[:-1] if core[-1] in ",." else core
    if not core:
        return
    for start in places(source.image.text, core):
        span = source.image.span(start, start + len(core))
        span = Span(*trimmed(source.text, span.start, span.end))
        verbatim = _verbatim(quote.words.strip(), source.text, span)
        yield _candidate(quote, source, verbatim or span, (Finding.VERBATIM if verbatim else Finding.TYPOGRAPHIC,))
    for stream in source.streams:
        for start in places(stream.text, core):
            yield _candidate(quote, source, stream.span(start, start + len(core)), (Finding.TYPOGRAPHIC,))


def _verbatim(words: str, text: str, span: Span) -> Span | None:
    """Where the words stand code point for code point, with what closes them, if they do."""
    return Span(span.start, span.start + len(words)) if text.startswith(words, span.start) else None


def _parts(quote: _Quote, source: _Source) -> Iterator[_Candidate]:
    pieces = pieces_of(quote.image)
    if not pieces or len(parse(" ".join(piece.words for piece in pieces)).words) < 3:
        return
    kinds: tuple[Finding, ...] = (Finding.ELIDED,) if "…" in quote.image else ()
    kinds = (Finding.BRACKETED, *kinds) if "[" in quote.image.replace("[…]", "…") else kinds
    for found in in_pieces(source.image.text, pieces):
        span = source.image.span(found.start, found.end)
        parts = [source.image.span(*piece) for piece in found.pieces]
        exact = all(part.of(source.text) in quote.words for part in parts)
        flags = ("negation",) if _negated_between(source.image.text, found, quote) else ()
        findings = kinds if exact else (*kinds, Finding.TYPOGRAPHIC)
        yield _candidate(quote, source, span, findings, flags, pieces=parts)


def _negated_between(image: str, found: Found, quote: _Quote) -> bool:
    """Whether a negation was left out at an ellipsis, or came or went in a bracket."""
    gaps = (image[end:start] for (_, end), (start, _) in zip(found.pieces, found.pieces[1:]))
    left_out = sum(word in NEGATIONS for gap in gaps for word in parse(gap).words)
    brackets = (inside.split("]")[0] for inside in quote.image.split("[")[1:])
    put_in = sum(word in NEGATIONS for inside in brackets for word in parse(inside).words)
    return left_out != put_in


def _candidate(
    quote: _Quote,
    source: _Source,
    span: Span,
    findings: tuple[Finding, ...],
    flags: tuple[str, ...] = (),
    differs: tuple[tuple[str, str], ...] = (),
    pieces: Sequence[Span] = (),
) -> _Candidate:
    span = Span(*trimmed(source.text, span.start, span.end))
    if _wrong_speaker(quote, source, pieces or (span,)):
        findings = (Finding.WRONG_SPEAKER, *findings)
    return _Candidate(source, span, findings, flags or _cut(quote, source, span), differs)


def _cut(quote: _Quote, source: _Source, span: Span) -> tuple[str, ...]:
    """Whether the cut took off a negation that governs what is left: "I don't think | that it is true"."""
    for whole in (one for claim in source.claims_at(span) for one in claim.quoted):
        if whole.start <= span.start and span.end <= whole.end:
            before = re.split(r"[.!?]\s", Span(whole.start, span.start).of(source.text))[-1]
            if any(word in NEGATIONS for word in parse(before).words):
                return ("negation",) if compare(f"{before}{span.of(source.text)}", quote.image).negation else ()
    return ()


def _wrong_speaker(quote: _Quote, source: _Source, pieces: Sequence[Span]) -> bool:
    """Whether the source gives the words, or one of their pieces, to others than the draft does (to whom it gives the
    first piece, where the draft does not tell); False where the source does not tell."""
    wanted = quote.speaker
    for span in pieces:
        known = [claim.speaker for claim in source.claims_at(span) if claim.speaker is not None]
        if wanted is not None and known and not any(can_be_same(wanted, one) for one in known):
            return True
        if wanted is None and known:
            wanted = known[0]
    return False


# It does not


def _near(quote: _Quote, source: _Source) -> Near | None:
    bare = "".join(letter for letter in quote.image.replace("…", " ") if letter not in "[]")
    return nearest(Words(bare), source.words)


def _altered(quote: _Quote, source: _Source) -> Iterator[_Candidate]:
    """The nearest passage of a source, where enough of the quotation stands in it to call it altered."""
    near = _near(quote, source)
    if near is None or near.score < ALTERED:
        return
    span = source.image.span(near.start, near.end)
    findings: tuple[Finding, ...] = (Finding.ALTERED,)
    if "[" in quote.image.replace("[…]", "…"):
        findings += (Finding.BRACKETED,)
    if "…" in quote.image:
        findings += (Finding.ELIDED,)
    flags = _touched(quote.image, source.image.text[near.start : near.end], near)
    yield attrs.evolve(_candidate(quote, source, span, findings, flags, near.differs), score=near.score)


def _touched(words: str, passage: str, near: Near) -> tuple[str, ...]:
    """What the differences are about."""
    held = compare(words, passage)
    flags = [name for name in ("negation", "number", "name") if getattr(held, name)]
    if near.differs and all(one.lower() == two.lower() for one, two in near.differs):
        flags.append("case")
    elif near.differs and all(_letters(one) == _letters(two) for one, two in near.differs):
        flags.append("punctuation")
    return tuple(flags)


def _letters(words: str) -> str:
    return "".join(letter for letter in words if letter.isalnum())


def _missing(quote: _Quote, sources: list[_Source]) -> Verdict:
    if not any(letter.isalnum() for letter in quote.image):
        return Verdict(Finding.TOO_SHORT, quote.span, None, None, why="It has no words.")
    found = [(near, source) for source in sources if (near := _near(quote, source)) is not None]
    if not found:
        return Verdict(Finding.NOT_FOUND, quote.span, None, None, why="No source has any of its words.")
    near, source = max(found, key=lambda one: one[0].score)
    span = source.image.span(near.start, near.end)
    why = f"No source has these words; the nearest passage is {_shown(span.of(source.text))}."
    return Verdict(Finding.NOT_FOUND, quote.span, span, source.reading.article.id, why=why)


# In words


def _verdict(quote: _Quote, best: _Candidate) -> Verdict:
    first = _ORDER[best.worst]
    others = sorted({f for f in best.findings if f is not first and f is not Finding.VERBATIM}, key=_ORDER.index)
    flags = (*(str(finding) for finding in others), *best.flags)
    article_id = best.source.reading.article.id
    return Verdict(first, quote.span, best.span, article_id, best.differs, flags, _why(first, quote, best))


def _why(first: Finding, quote: _Quote, best: _Candidate) -> str:
    there = _shown(best.span.of(best.source.text))
    if first is Finding.ALTERED:
        pairs = "; ".join(f"{_shown(one)} for {_shown(two)}" for one, two in best.differs) or "the order of the words"
        return f"The source has {there}: {pairs}."
    if first is Finding.WRONG_SPEAKER:
        names = dict.fromkeys(c.speaker.name for c in best.source.claims_at(best.span) if c.speaker is not None)
        whose = f", the draft to {quote.speaker.name}" if quote.speaker else ""
        return f"The source gives it to {' and '.join(names)}{whose}."
    return {
        Finding.TOO_SHORT: "It has too few words to tell where it is from.",
        Finding.BRACKETED: f"Words in brackets stand for the source's own: {there}.",
        Finding.ELIDED: f"Words of the source are left out: {there}.",
        Finding.TYPOGRAPHIC: "The words are the source's; marks, spaces, the first letter or what closes it differ.",
        Finding.VERBATIM: "It stands in the source as it is.",
    }[first]


def _shown(words: str, most: int = 80) -> str:
    plain = " ".join(words.split())
    return f"“{plain if len(plain) <= most else plain[: most - 1].rstrip() + '…'}”" if plain else "nothing"
