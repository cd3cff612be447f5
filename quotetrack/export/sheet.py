"""What every format starts from: the claims of one article, and what is known of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Protocol
from urllib.parse import quote

import attrs

from quotetrack.codec import to_dict
from quotetrack.codec.offsets import Offsets, converted
from quotetrack.records import Article, Claim, Part, Reading

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:[^\s<>\"{}|\\^`\ud800-\udfff]+")
_UNNAMED = "urn:quotetrack"


class Review(Protocol):
    """What a check of a claim found, as a ledger records it; only the attributes count."""

    @property
    def rating(self) -> str:
        """The reviewer's word: "False", "Mostly true"."""

    @property
    def reviewer(self) -> str:
        """Who checked."""


Reviews = Mapping[str, Sequence[Review]]
"""The recorded reviews by the id of the claim that they hang on."""


@attrs.frozen
class Sheet:
    """The claims of one article. ``article`` is None where claims were given without their reading."""

    article: Article | None
    claims: tuple[Claim, ...]
    offsets: str = "codepoints"
    reviews: Reviews = attrs.Factory(dict)

    @property
    def text(self) -> str:
        """The article's text."""
        if self.article is None:  # pragma: no cover - whoever asks has checked
            raise ValueError("claims alone do not hold the article's text")
        return self.article.text

    @property
    def url(self) -> str | None:
        """Where the article is from."""
        return None if self.article is None else self.article.url

    @property
    def title(self) -> str | None:
        """The article's headline."""
        if self.article is None:
            return None
        headline = self.article.headline
        return self.text[headline.start : headline.end] if isinstance(headline, Part) else headline

    @property
    def published(self) -> str | None:
        """When the article was published, in ISO 8601."""
        if self.article is None or self.article.published is None:
            return None
        return self.article.published.isoformat()

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each claim as a row of a dataset: its dictionary and what is known of the article."""
        rest = {"offsets": self.offsets, "url": self.url, "title": self.title, "published": self.published}
        there = None if self.offsets == "codepoints" else Offsets(self.text, self.offsets)
        for claim in self.claims:
            data = to_dict(claim)
            yield {**(data if there is None else converted(data, there)), **rest}


def sheets(
    items: Iterable[Claim | Reading], offsets: str = "codepoints", reviews: Reviews | None = None
) -> Iterator[Sheet]:
    """Claims or readings as sheets, one an article; claims of one article that stand side by side go together.

    Raises ``TypeError`` for anything else.
    """
    if isinstance(items, (Claim, Reading)):
        items = (items,)
    for article_id, group in groupby(items, key=_article_of):
        if article_id is None:
            yield from (_sheet(reading, offsets, reviews) for reading in group)
        else:
            yield Sheet(None, tuple(claim for claim in group if isinstance(claim, Claim)), offsets, reviews or {})


def _sheet(reading: Claim | Reading, offsets: str, reviews: Reviews | None) -> Sheet:
    if not isinstance(reading, Reading):  # pragma: no cover - groupby keeps claims apart
        raise TypeError("a reading is needed")
    return Sheet(reading.article, reading.claims, offsets, reviews or {})


def _article_of(item: object) -> str | None:
    if isinstance(item, Claim):
        return item.article_id
    if isinstance(item, Reading):
        return None
    raise TypeError(f"claims or readings can be exported, not {type(item).__name__}")


def is_iri(words: str | None) -> bool:
    """Whether the words are an absolute IRI, by its looks.

    >>> is_iri("https://a.example/1"), is_iri("kim.txt")
    (True, False)
    """
    return words is not None and _IRI.fullmatch(words) is not None


def claim_iri(claim_id: str) -> str:
    """What names a claim in linked data.

    >>> claim_iri("00ff")
    'urn:quotetrack:claim:00ff'
    """
    return f"{_UNNAMED}:claim:{quote(claim_id, safe='', errors='replace')}"


def article_iri(sheet: Sheet) -> str:
    """What names an article in linked data: its URL, its id where that is an IRI, else a URN made from the id."""
    article_id = sheet.claims[0].article_id if sheet.article is None else sheet.article.id
    for name in (sheet.url, article_id):
        if name is not None and is_iri(name):
            return name
    return f"{_UNNAMED}:article:{quote(article_id, safe='', errors='replace')}"
