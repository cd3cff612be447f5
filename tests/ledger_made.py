"""Made readings for the ledger's tests: an article from its claims, without an extraction."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256

from quotetrack.records import (
    Article,
    Claim,
    Ground,
    Kind,
    Part,
    PartKind,
    Precision,
    Reading,
    Speaker,
    SpeakerKind,
    Step,
    When,
)
from quotetrack.spans import Span

DAY = dt.date(2015, 1, 30)
KIM = "Sung Kim"


def person(name, role=None, kind="person"):
    """A speaker as one article knows them."""
    return Speaker(sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16], name, SpeakerKind(kind), role)


def reading(id, *said, published=DAY, headline=None, filler=(), kind="direct", on=None):
    """An article in which each of ``said``, (speaker, words), stands in a paragraph of its own.

    A speaker is a name, a ``Speaker`` or None. ``filler`` are paragraphs without claims; ``on`` the day it was said.
    """
    text, parts, claims = "", [], []
    for who, words in [*said, *((None, None) for _ in filler)]:
        start = len(text)
        speaker = person(who) if isinstance(who, str) else who
        if words is None:
            text += filler[len(parts) // 2 - len(said)]
        else:
            text += f"“{words}” said {speaker.name if speaker else 'somebody'}."
            span = Span(start + 1, start + 1 + len(words))
            claims.append(_claim(id, words, span, speaker, Span(start, len(text)), Kind(kind), on))
        parts.append(Part(PartKind.PARAGRAPH, start, len(text)))
        parts.append(Part(PartKind.BLANK, len(text), len(text) + 2))
        text += "\n\n"
    return Reading(Article(id, text, tuple(parts), headline, published=published), tuple(claims))


def _claim(article, words, span, speaker, paragraph, kind, on):
    id = sha256(f"{article} {kind} {span}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    said = When(on, on, Precision.DAY, "Friday") if on else None
    step = Step("after", Ground.NAMED, span.end + 2, span.end + 6, "said", "cue")
    return Claim(
        id=id,
        article_id=article,
        text=words,
        spans=(span,),
        quoted=(span,),
        kind=kind,
        speaker=speaker,
        source=None,
        cue=None,
        addressee=None,
        medium=None,
        place=None,
        said=said,
        dateline=None,
        paragraph=paragraph,
        within=None,
        ground=Ground.NAMED if speaker else Ground.OPEN,
        why=(step,),
    )


def numbered(n):
    """The n-th of as many articles as wanted; neighbours share a statement."""
    names = ("Ana Ruiz", "Tom Okafor", "Lena Marsh")
    things = "bridge harbour school tunnel market station hospital library theatre stadium".split()
    return reading(
        f"article-{n}",
        (names[n % 3], f"We will open the {things[n % 10]} in district {n // 10} before the winter comes."),
        (names[n % 3], f"Nobody has paid for the {things[(n + 1) % 10]} repairs in quarter {n // 10} yet."),
        (None, f"It was a long night at the {things[n % 10]} for all of us, number {n}"),
    )


def view(ledger):
    """All that a ledger says, to be held against another's."""
    return {
        "tracks": ledger.tracks(),
        "speakers": ledger.speakers(),
        "conflicts": ledger.conflicts(),
        "articles": list(ledger.articles()),
        "reviews": ledger.reviews(),
    }
