"""From the words that name a source to the person: one identity through the whole article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from quotetrack.cast.people import Entity, People
from quotetrack.cast.resolvers import Found, Resolver, decided
from quotetrack.phrases.forms import form_of
from quotetrack.phrases.names import PERSON, TITLED
from quotetrack.records import Article, Draft, Form, Ground, Mention, Passage, Speaker, SpeakerKind, Step, Verdict

__all__ = ["settle"]

_ANONYMITY = re.compile(
    r"(?:who |because (?:he|she|they|the \w+) |as (?:he|she|they) |and )?(?:(?:is|was|were|are|had|has) )?(?:not|n't) (?:been )?"
    r"(?:authori[sz]ed|permitted|allowed|cleared) to [^.,;\"]{3,80}"
    r"|(?:speaking |spoke )?(?:on (?:the )?condition of anonymity|anonymously)(?:[ ,]+(?:because|to|in order to|citing|as|since|out of)\b[^.;\"]{3,120})?"
    r"|(?:who )?(?:declin|ask|request|want|wish|prefer)\w*(?: for| to)? (?:not to be (?:named|identified|quoted)[^.;\"]{0,80}|"
    r"anonymity[^.;\"]{0,80}|be (?:named|identified)[^.;\"]{0,60})",
)


def settle(
    text: str,
    image: str,
    article: Article,
    passages: Sequence[Passage],
    drafts: Sequence[Draft],
    people: Sequence[str | Speaker] = (),
    everyone: bool = False,
) -> tuple[tuple[Verdict, ...], tuple[Speaker, ...]]:
    """Say who each draft's speaker is.

    Args:
        text, image: the article's text, and the same folded (``text.fold``).
        article: its structure; names are read in its paragraphs.
        passages: its quotations; what is named inside one is no antecedent by itself.
        drafts: the claims in the order of the text.
        people: names, or speakers with an id, aliases and a role, that the caller knows; they win where they fit.
        everyone: give the whole cast; otherwise those who speak alone.

    Returns:
        One verdict a draft, in their order, and the cast in the order of first mention.
    """
    if not drafts and not everyone:
        return (), ()
    cast = People(text, image, article, passages, people)
    resolver = Resolver(cast)
    found: list[Found | None] = [None] * len(drafts)
    for i, draft in enumerate(drafts):
        if draft.source is not None and draft.carrier is None:
            found[i] = resolver.settle(draft.source)
    speakers: dict[int, Speaker] = {}

    def speaker(entity: Entity) -> Speaker:
        made = speakers.get(id(entity))
        if made is None:
            made = speakers[id(entity)] = _speaker(entity, resolver, article.id)
        return made

    verdicts = []
    for i, draft in enumerate(drafts):
        at, seen = i, 0
        while (carrier := drafts[at].carrier) is not None and seen <= len(drafts):
            at, seen = carrier, seen + 1
        result = found[at]
        if result is None or seen > len(drafts):
            why = Step("no source", Ground.OPEN, draft.spans[0].start, draft.spans[0].end, "", "")
            verdicts.append(Verdict(None, Ground.OPEN, (why,)))
            continue
        source = drafts[at].source
        assert source is not None
        step = decided(result, drafts[at], text[source.start : source.end])
        who = speaker(result.entity) if result.entity is not None else None
        if at == i or who is None:
            verdicts.append(Verdict(who, result.ground, (step,)))
        else:
            carried = Step("carried over", Ground.CARRIED, source.start, source.end, step.words, who.name)
            verdicts.append(Verdict(who, Ground.CARRIED, (step, carried)))
    chosen = cast.entities if everyone else [e for e in cast.entities if id(e) in speakers]
    return tuple(verdicts), tuple(speaker(e) for e in sorted(chosen, key=lambda e: (e.place, e.name)))


def _speaker(entity: Entity, resolver: Resolver, article_id: str) -> Speaker:
    cast = resolver.people
    mentions: dict[tuple[int, int], Mention] = {}
    for i in sorted(entity.at):
        name = cast.names[i]
        form = Form.ORGANIZATION
        if entity.kind is SpeakerKind.PERSON:
            form = Form.NAME if name.sort == PERSON and len(name.words) > 1 else Form.SURNAME
        mentions[name.start, name.end] = Mention(name.start, name.end, cast.text[name.start : name.end], form)
    for start, end, form in entity.said:
        if not any(start <= a and b <= end for a, b in mentions):
            mentions[start, end] = Mention(start, end, cast.text[start:end], form)
    role = anonymity = None
    if entity.words and entity.kind is SpeakerKind.PERSON:
        role = resolver.stage.role(entity).shown
    elif not entity.words and entity.kind in (SpeakerKind.ANONYMOUS, SpeakerKind.GROUP):
        anonymity = _anonymity(entity, cast)
    ordered = tuple(mentions[key] for key in sorted(mentions))
    aliases = dict(entity.aliases)
    for mention in ordered:
        if mention.form in (Form.NAME, Form.SURNAME, Form.ORGANIZATION) and mention.text != entity.name:
            aliases[mention.text] = None
    aliases.pop(entity.name, None)
    if entity.given is not None:
        given = entity.given
        return Speaker(given.id, given.name, given.kind, given.role or role, tuple(aliases), ordered, given.anonymity)
    digest = hashlib.sha256(f"{article_id}\n{entity.name}\n{entity.kind}".encode("utf8", "surrogatepass")).hexdigest()[:16]
    return Speaker(digest, entity.name, entity.kind, role, tuple(aliases), ordered, anonymity)


def _anonymity(entity: Entity, cast: People) -> str | None:
    """The reason for anonymity that is printed in the sentence of one of the mentions."""
    for start, end, _ in entity.said:
        stop = cast.image.find("\n", end)
        m = _ANONYMITY.search(cast.image, start, min(end + 300, stop if stop >= 0 else len(cast.image)))
        if m is not None:
            return " ".join(cast.text[m.start() : m.end()].split())
    return None
