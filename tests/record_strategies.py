"""Hypothesis strategies for records: any field values that the types allow, true to no text."""

from __future__ import annotations

import datetime as dt

import attrs
from hypothesis import strategies as st

from quotetrack import records as r
from quotetrack.spans import Span

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
"""Any text but surrogates."""
ODD_WORDS = st.text(st.characters(), max_size=12) | st.text("\ud800\udfff=+\r\n\t\0\u2028,;\"'|a", max_size=6)
"""Any text at all, lone surrogates and what spreadsheets take for formulas among it."""
PLACED = ("source", "cue", "addressee", "medium", "place", "dateline")
OFFSETS = st.integers(0, 10**6)
DATES = st.dates(dt.date(1850, 1, 1), dt.date(2200, 12, 31))
ZONES = st.sampled_from([None, dt.timezone.utc, dt.timezone(dt.timedelta(hours=9))])
TIMES = st.datetimes(dt.datetime(1850, 1, 1), dt.datetime(2200, 1, 1), timezones=ZONES)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    a, b = draw(OFFSETS), draw(OFFSETS)
    return Span(min(a, b), max(a, b))


def mentions(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[r.Mention]:
    return st.builds(r.Mention, OFFSETS, OFFSETS, words, st.sampled_from(r.Form))


def cues(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[r.Cue]:
    return st.builds(r.Cue, OFFSETS, OFFSETS, words, words, st.sampled_from(r.Stance), st.booleans())


def steps(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[r.Step]:
    return st.builds(
        r.Step, words, st.sampled_from(r.Ground), OFFSETS, OFFSETS, words, words, several(words)
    )


def several(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=2).map(tuple)


def speakers(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[r.Speaker]:
    return st.builds(
        r.Speaker,
        words,
        words,
        st.sampled_from(r.SpeakerKind),
        st.none() | words,
        several(words),
        several(mentions(words)),
        st.none() | words,
    )


def whens(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[r.When]:
    return st.builds(
        r.When,
        DATES,
        DATES,
        st.sampled_from(r.Precision),
        words,
        st.none() | DATES,
        st.sampled_from(r.WhenGround),
    )


def datelines(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[r.Dateline]:
    return st.builds(
        r.Dateline,
        OFFSETS,
        OFFSETS,
        several(words),
        several(words),
        st.none() | words,
        st.none() | DATES,
        st.none() | words,
    )


def parts() -> st.SearchStrategy[r.Part]:
    return st.builds(r.Part, st.sampled_from(r.PartKind), OFFSETS, OFFSETS)


def articles(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[r.Article]:
    return st.builds(
        r.Article,
        words,
        words,
        several(parts()),
        st.none() | parts() | words,
        st.none() | parts(),
        st.none() | parts(),
        st.none() | datelines(words),
        st.none() | DATES | TIMES,
    )


def claims(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[r.Claim]:
    maybe = st.none() | mentions(words)
    return st.builds(
        r.Claim,
        id=words,
        article_id=words,
        text=words,
        spans=several(spans()),
        quoted=several(spans()),
        kind=st.sampled_from(r.Kind),
        speaker=st.none() | speakers(words),
        source=maybe,
        cue=st.none() | cues(words),
        addressee=maybe,
        medium=maybe,
        place=maybe,
        said=st.none() | whens(words),
        dateline=st.none() | datelines(words),
        paragraph=spans(),
        within=st.none() | words,
        ground=st.sampled_from(r.Ground),
        why=several(steps(words)),
    )


def skips(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[r.Skipped]:
    return st.builds(r.Skipped, OFFSETS, OFFSETS, words, words)


def readings(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[r.Reading]:
    return st.builds(
        r.Reading, articles(words), several(claims(words)), several(speakers(words)), several(skips(words))
    )


def any_record(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[object]:
    return st.one_of(
        articles(words),
        claims(words),
        cues(words),
        datelines(words),
        mentions(words),
        parts(),
        readings(words),
        skips(words),
        spans(),
        speakers(words),
        steps(words),
        whens(words),
    )


@st.composite
def true_readings(draw: st.DrawFn, words: st.SearchStrategy[str] = WORDS) -> r.Reading:
    """A reading whose every offset lies in its text."""
    letters = draw(st.sampled_from([st.characters(), st.sampled_from("aé😀\ud800 \n\t\r“”=")]))
    text = draw(st.text(letters, min_size=1, max_size=60))

    def span() -> Span:
        a, b = draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))
        return Span(min(a, b), max(a, b))

    def at(record: object) -> object:
        """The same record with its offsets put inside the text."""
        place = span()
        return attrs.evolve(record, start=place.start, end=place.end) if record is not None else None

    def inside(claim: r.Claim) -> r.Claim:
        speaker = claim.speaker
        if speaker is not None:
            speaker = attrs.evolve(speaker, mentions=tuple(map(at, speaker.mentions)))
        found = tuple(span() for _ in range(draw(st.integers(1, 2))))
        return attrs.evolve(
            claim,
            text=" … ".join(one.of(text) for one in found),
            spans=found,
            quoted=found[:1],
            speaker=speaker,
            paragraph=span(),
            why=tuple(map(at, claim.why)),
            **{name: at(getattr(claim, name)) for name in PLACED},
        )

    article = draw(st.builds(r.Article, words, st.just(text), headline=st.none() | words, published=st.none() | DATES))
    article = attrs.evolve(article, url=draw(st.none() | words | st.just("https://news.example/1")))
    found = draw(st.lists(claims(words), max_size=3))
    return r.Reading(article, tuple(attrs.evolve(inside(claim), article_id=article.id) for claim in found))
