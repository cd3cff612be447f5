"""What a statement and an article are found by: canonical texts, the voice that speaks, prints and ranks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise
from zlib import crc32

from quotetrack.ledger.groups import MOST_PRINTS
from quotetrack.records import Article, PartKind, Speaker, SpeakerKind
from quotetrack.rules import wordings as rules
from quotetrack.rules.revisions import SLUGS
from quotetrack.text import fold
from quotetrack.wording import parse, stem

SURROGATES = re.compile("[\ud800-\udfff]")
_EDGES = " \n\"'.,;:!?-—–*"
_WORDS = re.compile(r"[^\W_]+")
_SLUGS = tuple((re.compile(pattern), ordinal) for pattern, ordinal, _, _ in SLUGS)

SHORT = 6  # words: a shorter wording by an unknown voice is no statement that can be met again
LEAST_PARAGRAPH = 40  # code points: shorter paragraphs tell no article
SKETCH = 6  # paragraphs of least hash that an article is found by
HEADLINE = 4  # words: a shorter headline tells no article


def digest(*parts: str) -> bytes:
    """Sixteen bytes that stand for these strings.

    >>> digest("a", "b") == digest("ab", ""), len(digest("a"))
    (False, 16)
    """
    text = parts[0] if len(parts) == 1 else "\0\0".join(parts)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def number(text: str) -> int:
    """A hash of 48 bits, the same on any machine."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big")


def storable(text: str) -> str:
    """The text with lone surrogates, which SQLite cannot hold, written one for one as U+FFFD: offsets stay.

    >>> storable("a\\ud800b") == "a\\ufffdb"
    True
    """
    return text if text.isascii() else SURROGATES.sub("\ufffd", text)


def canonical(text: str) -> str:
    """A wording without what printing adds: quotation marks, odd spaces, marks at its ends.

    >>> canonical("“The  deal is dead,”")
    'The deal is dead'
    """
    return " ".join(fold(text).replace('"', "").split()).strip(_EDGES)


def name_words(name: str) -> list[str]:
    """The words of a name, in lower case: "Kim Jong-un" and "Kim Jong Un" are one.

    >>> name_words("George W. Bush")
    ['george', 'w', 'bush']
    """
    return _WORDS.findall(fold(name).replace("'", "").casefold())


def full_name(speaker: Speaker) -> bool:
    """Whether a speaker is a person with more than a surname."""
    words = name_words(speaker.name)
    return speaker.kind is SpeakerKind.PERSON and len(words) > 1 and len(words[0]) > 1


def bare_name(name: str) -> tuple[str, str]:
    """A full name without its initials and "Jr.", and these.

    >>> bare_name("George W. Bush")
    ('george bush', 'w')
    """
    words = name_words(name)
    inner = [word for k, word in enumerate(words) if (k and len(word) == 1) or word in ("jr", "sr", "ii", "iii")]
    return " ".join(word for word in words if word not in inner) or " ".join(words), " ".join(inner)


def voice(speaker: Speaker | None) -> str:
    """By what a statement's speaker is held against another's: a full name, "~surname", a body, or "" if unknown.

    It depends on this one article alone, so it can be settled when the article is added.
    """
    if speaker is None or speaker.kind is SpeakerKind.ANONYMOUS:
        return ""
    if speaker.kind is SpeakerKind.PERSON:
        return bare_name(speaker.name)[0] if full_name(speaker) else "~" + " ".join(name_words(speaker.name))
    if speaker.kind is SpeakerKind.GROUP and speaker.name == speaker.name.lower():
        return ""
    return "=" + " ".join(word for word in name_words(speaker.name) if word != "the")


def relation(one: str, two: str) -> str:
    """How two voices stand to each other: ``same``, ``open`` (nothing is known against it) or ``other``.

    >>> relation("sung kim", "sung kim"), relation("sung kim", "~kim"), relation("sung kim", "ana ruiz")
    ('same', 'open', 'other')
    """
    if not one or not two:
        return "open"
    if one[0] == "~" or two[0] == "~":
        return "open" if set(one.lstrip("~").split()) & set(two.lstrip("~").split()) else "other"
    return "same" if one == two else "other"


def local(wording: str, speaks: str) -> bool:
    """Whether a saying belongs to its article alone: too few words, by somebody who is not known by full name."""
    return (not speaks or speaks[0] == "~") and len(parse(wording).words) < SHORT


def saying_prints(wording: str) -> list[int]:
    """The prints of a wording: pairs of neighbouring words that are not plain ones, without endings or numbers.

    >>> a, b = saying_prints("The deal on steel was signed"), saying_prints("They didn't sign the deal on steel.")
    >>> len(set(a) & set(b))
    1
    """
    words = parse(wording).words
    told = [stem(word) for word in words if word not in rules.PLAIN and word[0].isalpha() and word not in _LIGHT]
    if len(told) < 2:
        return [crc32(" ".join(told or map(stem, words)).encode("utf-8", "surrogatepass"))] if words else []
    pairs = [f"{one} {two}" for one, two in pairwise(told)]
    if len(told) < 6:  # a changed word in a short wording breaks both of its pairs
        pairs += [f"{one} {two}" for one, two in zip(told, told[2:])]
    return sorted({crc32(pair.encode("utf-8", "surrogatepass")) for pair in pairs})[:MOST_PRINTS]


_LIGHT = frozenset(word for word, _, _ in rules.NEGATIONS) | frozenset(word for word, _, _ in rules.NUMBER_WORDS)


def ordinal(article: Article) -> int:
    """Which version an article says that it is: 0 where it does not say, 1 for (LEAD) and UPDATE 1, 2 for (2nd LD).

    The slug tells it, or a headline that begins with one.
    """
    return max((_ordinal(text) for text in _heads(article)), default=0)


def _heads(article: Article) -> list[str]:
    heads = []
    if article.slug is not None:
        heads.append(article.text[article.slug.start : article.slug.end])
    heads.append(headline(article)[:80])
    return heads


def _ordinal(text: str) -> int:
    for pattern, value in _SLUGS:
        found = pattern.match(text.strip())
        if found:
            return value if not found.groups() or found[1] is None else int(found[1])
    return 0


def headline(article: Article) -> str:
    """The headline as printed, or the empty string."""
    if article.headline is None or isinstance(article.headline, str):
        return article.headline or ""
    return article.text[article.headline.start : article.headline.end]


def bare_headline(article: Article) -> str:
    """The headline's words without a slug in front, or the empty string where there are too few to tell an article."""
    head = headline(article).strip()
    for pattern, _ in _SLUGS:
        found = pattern.match(head)
        if found:
            head = head[found.end() :]
            break
    words = parse(head).words
    return " ".join(words) if len(words) >= HEADLINE else ""


def paragraphs(article: Article) -> list[int]:
    """Hashes of 32 bits of the article's body paragraphs that are long enough to tell it."""
    hashes = set()
    for part in article.parts:
        if part.kind is PartKind.PARAGRAPH and part.end - part.start >= LEAST_PARAGRAPH:
            words = " ".join(article.text[part.start : part.end].split())
            hashes.add(number(words.casefold()) & 0xFFFFFFFF)
    return sorted(hashes)


def article_prints(id: str, url: str | None, head: str, hashes: Sequence[int]) -> list[int]:
    """The prints of an article: its id, its URL, its headline, and the least of its paragraphs' hashes."""
    keys = [number("id " + id)]
    if url:
        keys.append(number("url " + url))
    if head:
        keys.append(number("head " + head))
    return sorted({*keys, *(number(f"paragraph {value}") for value in sorted(hashes)[:SKETCH])})
