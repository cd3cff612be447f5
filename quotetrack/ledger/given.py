"""Articles as they are handed to a ledger: texts, readings, mappings, and what is told about them beside the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import attrs

from quotetrack import extract
from quotetrack.ledger.prints import storable
from quotetrack.records import Reading

Day = dt.date | dt.datetime | None


@attrs.frozen
class Meta:
    """What is told about an article beside its text."""

    id: str
    url: str | None
    published: dt.date | dt.datetime | None
    publisher: str | None


def given(article: str | Reading | Mapping[str, Any]) -> tuple[Reading, Meta]:
    if isinstance(article, str | Reading):
        return read(article, None, None, None, None, None)
    if not isinstance(article, Mapping):
        raise TypeError(f"an article is a text, a Reading or a mapping with 'text', not {type(article).__name__}")
    text = article.get("reading", article.get("text"))
    if text is None:
        raise TypeError("an article given as a mapping needs 'text' or 'reading'")
    return read(
        text,
        article.get("id"),
        article.get("url"),
        article.get("published"),
        article.get("publisher"),
        article.get("headline", article.get("title")),
    )


def read(
    text: str | Reading,
    id: str | None,
    url: str | None,
    published: Day,
    publisher: str | None,
    headline: str | None,
) -> tuple[Reading, Meta]:
    """An article's reading, and what is told about it beside the text."""
    for name, value in (("id", id), ("url", url), ("publisher", publisher), ("headline", headline)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{name} must be a str or None, not {type(value).__name__}")
    if published is not None and not isinstance(published, dt.date):
        raise TypeError(f"published must be a date, a datetime or None, not {type(published).__name__}")
    if isinstance(text, Reading):
        reading = text
    elif isinstance(text, str):
        reading = extract.analyse(text, published=published, headline=headline, id=id)
    else:
        raise TypeError(f"text must be a str or a Reading, not {type(text).__name__}; decode bytes first")
    article = reading.article
    meta = Meta(
        storable(article.id if id is None else id),
        url and storable(url),
        article.published if published is None else published,
        storable(publisher or host(url) or "") or None,
    )
    return _stored(reading), meta


def _stored(reading: Reading) -> Reading:
    """The reading with texts as they are stored, where that differs."""
    article = reading.article
    text = storable(article.text)
    if text == article.text:
        return reading
    return attrs.evolve(reading, article=attrs.evolve(article, text=text))


def host(url: str | None) -> str | None:
    """The publisher that a URL tells: its host.

    >>> host("https://www.example.com/a"), host("a local file")
    ('example.com', None)
    """
    if not url:
        return None
    try:
        name = urlsplit(url).hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def moment(text: str | None) -> dt.date | dt.datetime | None:
    if text is None:
        return None
    return dt.datetime.fromisoformat(text) if len(text) > 10 else dt.date.fromisoformat(text)
