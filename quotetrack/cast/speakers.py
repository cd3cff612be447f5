"""From an entity to its record: the name, the role, every mention, the reason for anonymity."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right

from quotetrack.cast.entities import Entity
from quotetrack.cast.people import People
from quotetrack.cast.pronouns import Stage
from quotetrack.phrases.names import PERSON
from quotetrack.records import Form, Mention, Speaker, SpeakerKind

# Looked up once: the members of an enum are slow to come by.
_FULL, _PART, _BODY, _PERSON = Form.NAME, Form.SURNAME, Form.ORGANIZATION, SpeakerKind.PERSON
_PROPER = (_FULL, _PART, _BODY)

_TOLD = r"(?! (?:said|says|told|added|wrote)\b)"  # "who asked not to be named | said"
_ANONYMITY = re.compile(
    r"(?:who |because (?:he|she|they|the \w+) |as (?:he|she|they) |and )?(?:(?:is|was|were|are|had|has) ?)?"
    r"(?:not|n't) (?:been )?(?:authori[sz]ed|permitted|allowed|cleared) to [^.,;\"]{3,80}"
    r"|(?:speaking |spoke )?(?:on (?:the )?condition of anonymity|anonymously)"
    r"(?:[ ,]+(?:because|to|in order to|citing|as|since|out of)\b[^.;\"]{3,120})?"
    r"|(?:who )?(?:declin|ask|request|want|wish|prefer)\w*(?: for| to)? "
    rf"(?:not to be (?:named|identified|quoted)(?:{_TOLD}[^.;\"]){{0,80}}|anonymity(?:{_TOLD}[^.;\"]){{0,80}}|"
    rf"be (?:named|identified)(?:{_TOLD}[^.;\"]){{0,60}})"
)
# One of these stands in whatever the pattern finds; to look for them first is many times quicker.
_HINTS = ("anonym", "ed to ", "not to be ", "be named", "be identified")


def speaker_of(entity: Entity, people: People, stage: Stage, article_id: str) -> Speaker:
    """The record of an entity."""
    mentions = _mentions(entity, people)
    kind = entity.kind
    role = stage.role(entity).shown if entity.words and kind is _PERSON else None
    aliases = dict(entity.aliases)
    if entity.words:
        for form in {m.text: None for m in mentions if m.form in _PROPER}:  # each form is looked at once
            aliases[" ".join(form.split())] = None
    given = entity.given
    name = given.name if given is not None else entity.name
    aliases.pop(name, None)
    if given is not None:
        return Speaker(given.id, name, given.kind, given.role or role, tuple(aliases), mentions, given.anonymity)
    anonymity = None
    if not entity.words and kind is not _PERSON and kind in (SpeakerKind.ANONYMOUS, SpeakerKind.GROUP):
        anonymity = _anonymity(entity, people)
    key = f"{article_id}\n{name}\n{entity.kind.value}".encode("utf8", "surrogatepass")
    return Speaker(hashlib.sha256(key).hexdigest()[:16], name, kind, role, tuple(aliases), mentions, anonymity)


def _mentions(entity: Entity, people: People) -> tuple[Mention, ...]:
    """Where it is named, and the other words that stand for it as a source."""
    text, starts, said = people.text, people.starts, people.said
    body = entity.kind is not _PERSON
    found = []
    for i in sorted(set(entity.at)) if len(entity.at) > 1 else entity.at:
        start = starts[i]
        _, words, sort, size, _ = said[i]
        form = _BODY if body else _FULL if sort == PERSON and len(words) > 1 else _PART
        end = start + size
        found.append(Mention(start, end, text[start:end], form))
    if not entity.said:
        return tuple(found)
    named = [mention.start for mention in found]
    known = set(named)
    others: dict[int, Mention] = {}
    for start, end, form in entity.said:
        i = bisect_right(named, end) - 1
        if (i < 0 or named[i] < start or found[i].end > end) and start not in others and start not in known:
            others[start] = Mention(start, end, text[start:end], form)
    return tuple(sorted([*found, *others.values()], key=_start) if others else found)


def _start(mention: Mention) -> int:
    return mention.start


def _anonymity(entity: Entity, people: People) -> str | None:
    """The reason for anonymity that is printed after one of the mentions, in its paragraph."""
    for start, end, _ in entity.said[:8]:
        stop = people.image.find("\n", end, end + 300)
        stop = stop if stop >= 0 else end + 300
        if not any(people.image.find(hint, start, stop) >= 0 for hint in _HINTS):
            continue
        m = _ANONYMITY.search(people.image, start, stop)
        if m is not None:
            return " ".join(people.text[m.start() : m.end()].split())
    return None
