"""Linked data: the W3C Web Annotation model and schema.org.

Web Annotation Data Model, W3C Recommendation of 23 February 2017 (selectors: section 4.2). Its positions are code
points. schema.org: Quotation, Claim, ClaimReview, NewsArticle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotetrack.codec import plain_json
from quotetrack.codec.columns import whole
from quotetrack.codec.offsets import Offsets
from quotetrack.export.sheet import Sheet, article_iri, claim_iri, is_iri
from quotetrack.records import Article, Claim, Kind, Speaker, SpeakerKind
from quotetrack.spans import Span

AROUND = 32
"""Code points of context on either side of a text quote selector."""

Node = dict[str, Any]


def webannotation(sheet: Sheet) -> list[Node]:
    """The claims as Web Annotations: who, when and what kind as bodies, each span as a target."""
    source = article_iri(sheet)
    there = Offsets(sheet.text, sheet.offsets)
    return [_annotation(claim, sheet.text, source, there) for claim in sheet.claims]


def _annotation(claim: Claim, text: str, source: str, there: Offsets) -> Node:
    bodies = [_body("tagging", str(claim.kind))]
    if claim.speaker is not None:
        bodies.insert(0, _body("identifying", claim.speaker.name))
    if claim.said is not None:
        days = dict.fromkeys((claim.said.start.isoformat(), claim.said.end.isoformat()))
        bodies.append(_body("describing", "said " + " to ".join(days)))
    return {
        "id": claim_iri(claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": [{"source": source, "selector": _selectors(span, text, there)} for span in claim.spans],
    }


def _body(purpose: str, value: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": whole(value), "format": "text/plain"}


def _selectors(span: Span, text: str, there: Offsets) -> list[Node]:
    quoted: Node = {"type": "TextQuoteSelector", "exact": whole(span.of(text))}
    before = whole(text[max(0, span.start - AROUND) : span.start])
    after = whole(text[span.end : span.end + AROUND])
    if before:
        quoted["prefix"] = before
    if after:
        quoted["suffix"] = after
    position = {"type": "TextPositionSelector", "start": there.out(span.start), "end": there.out(span.end)}
    return [quoted, position]


def schemaorg(sheet: Sheet) -> list[Node]:
    """The article, and for each claim a Quotation (where words stand between marks) and a Claim; recorded reviews.

    No rating is invented: a ClaimReview stands only for a review that was recorded.
    """
    article = article_iri(sheet)
    nodes = [_article_node(sheet, article)]
    for claim in sheet.claims:
        said = claim.said_on.isoformat() if claim.said_on else None
        by = _speaker_node(claim.speaker)
        document = claim.speaker is not None and claim.speaker.kind is SpeakerKind.DOCUMENT
        if claim.kind is not Kind.INDIRECT:
            nodes.append(
                _node(
                    "Quotation",
                    claim_iri(claim.id) + "#quotation",
                    text=claim.text,
                    spokenByCharacter=None if document else by,
                    isBasedOn=by if document else None,
                    dateCreated=said,
                    citation={"@id": article},
                )
            )
        nodes.append(
            _node(
                "Claim",
                claim_iri(claim.id),
                text=claim.text,
                author=None if document else by,
                isBasedOn=by if document else None,
                dateCreated=said,
                datePublished=sheet.published,
                appearance=[{"@id": article}],
                firstAppearance={"@id": article},
            )
        )
        nodes += [_review_node(claim, review) for review in sheet.reviews.get(claim.id, ())]
    return nodes


def _node(kind: str, iri: str | None, /, **rest: Any) -> Node:
    """A node without what is not known."""
    node = {"@type": kind, "@id": iri, **rest}
    return {key: whole(value) if isinstance(value, str) else value for key, value in node.items() if value is not None}


def _article_node(sheet: Sheet, name: str) -> Node:
    article = sheet.article or Article("", "")
    line = article.dateline
    return _node(
        "NewsArticle",
        name,
        url=sheet.url if is_iri(sheet.url) else None,
        headline=sheet.title,
        datePublished=sheet.published,
        dateline=None if line is None else article.text[line.start : line.end].strip(),
        locationCreated=[_node("Place", None, name=place) for place in line.places] if line and line.places else None,
    )


def _speaker_node(speaker: Speaker | None) -> Node | None:
    if speaker is None:
        return None
    if speaker.kind is SpeakerKind.DOCUMENT:
        return _node("CreativeWork", None, name=speaker.name)
    known = speaker.id if is_iri(speaker.id) else None
    if speaker.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP):
        return _node("Organization", None, name=speaker.name, sameAs=known)
    return _node("Person", None, name=speaker.name, jobTitle=speaker.role, sameAs=known)


def _review_node(claim: Claim, review: Any) -> Node:
    day: Any = getattr(review, "on", None)
    return _node(
        "ClaimReview",
        None,
        claimReviewed=claim.text,
        itemReviewed={"@id": claim_iri(claim.id)},
        author=_node("Organization", None, name=review.reviewer),
        reviewRating=_node("Rating", None, alternateName=review.rating),
        url=getattr(review, "url", None),
        reviewBody=getattr(review, "note", None),
        datePublished=day.isoformat() if hasattr(day, "isoformat") else day,
    )


def webannotation_text(nodes: Iterable[Node]) -> Iterator[str]:
    """An AnnotationPage, piece by piece."""
    head = '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:quotetrack:annotations","type":"AnnotationPage","items":['
    return listed(nodes, head, "]}\n")


def schemaorg_text(nodes: Iterable[Node]) -> Iterator[str]:
    """A JSON-LD document with one graph, piece by piece."""
    return listed(nodes, '{"@context":"https://schema.org","@graph":[', "]}\n")


def listed(nodes: Iterable[Any], head: str, tail: str) -> Iterator[str]:
    """A JSON document around a list, piece by piece, one entry a line."""
    yield head
    first = True
    for node in nodes:
        yield ("\n" if first else ",\n") + plain_json(node)
        first = False
    yield "\n" + tail
