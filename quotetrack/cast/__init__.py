"""From the words that name a source to the person: one identity through the whole article."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.cast.entities import Entity
from quotetrack.cast.people import People
from quotetrack.cast.resolvers import Resolver
from quotetrack.cast.speakers import speaker_of
from quotetrack.cast.stands import Found
from quotetrack.records import Draft, Ground, Passage, Speaker, Step, Verdict

__all__ = ["settle"]


def settle(
    text: str,
    image: str,
    paragraphs: Sequence[tuple[int, int]],
    passages: Sequence[Passage],
    drafts: Sequence[Draft],
    people: Sequence[str | Speaker] = (),
    everyone: bool = False,
    *,
    article_id: str = "",
) -> tuple[tuple[Verdict, ...], tuple[Speaker, ...]]:
    """Say who each draft's speaker is.

    Args:
        text, image: the article's text, and the same folded (``text.fold``).
        paragraphs: where its paragraphs stand, where alone names are read (none: the whole text).
        passages: its quotations; what is named inside one is no antecedent by itself.
        drafts: the claims in the order of the text.
        people: names, or speakers with an id, aliases and a role, that the caller knows; they win where they fit.
        everyone: give the whole cast; otherwise those who speak alone.
        article_id: the article's id, of which those of the speakers are made.

    Returns:
        One verdict a draft, in their order, and the cast in the order of first mention.
    """
    if not drafts and not everyone:
        return (), ()
    cast = People(text, image, paragraphs, passages, people)
    resolver = Resolver(cast)
    found = [
        resolver.settle(draft.source) if draft.source is not None and draft.carrier is None else None
        for draft in drafts
    ]
    speakers: dict[int, Speaker] = {}

    def speaker(entity: Entity) -> Speaker:
        made = speakers.get(id(entity))
        if made is None:
            made = speakers[id(entity)] = speaker_of(entity, cast, resolver.stage, article_id)
        return made

    steps: list[Step | None] = [None] * len(drafts)  # of the roots: those who go by one share its step
    roots = _roots(drafts)
    verdicts = []
    for i, draft in enumerate(drafts):
        root = roots[i]
        result = found[root] if root is not None else None
        if root is None or result is None:
            span = draft.spans[0]
            nothing = Step("no source", Ground.OPEN, span.start, span.start, "", "")  # it read no words
            verdicts.append(Verdict(None, Ground.OPEN, (nothing,)))
            continue
        step = steps[root]
        if step is None:
            step = steps[root] = _step(result, drafts[root], text)
        who = speaker(result.entity) if result.entity is not None else None
        if root == i or who is None:
            verdicts.append(Verdict(who, result.ground, (step,)))
        else:
            carried = Step("carried over", Ground.CARRIED, step.start, step.end, step.words, who.name)
            verdicts.append(Verdict(who, Ground.CARRIED, (step, carried)))
    chosen = cast.entities if everyone else [e for e in cast.entities if id(e) in speakers]
    return tuple(verdicts), tuple(speaker(e) for e in sorted(chosen, key=_first))


def _first(entity: Entity) -> tuple[int, str]:
    return (entity.place, entity.name)


def _roots(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the one whose source it goes by, over any number of carriers; None where they run in a ring."""
    # most go by their own source
    roots: list[int | None] = [i if draft.carrier is None else None for i, draft in enumerate(drafts)]
    done = [root is not None for root in roots]
    for i in range(len(drafts)):
        if done[i]:
            continue
        path = []
        at = i
        while not done[at]:
            done[at] = True
            path.append(at)
            carrier = drafts[at].carrier
            assert carrier is not None  # or it would be done
            at = carrier
        for step in path:
            roots[step] = roots[at]
    return roots


def _step(found: Found, draft: Draft, text: str) -> Step:
    """The step that tells how a source was settled."""
    source = draft.source
    assert source is not None
    start, end = source.start, source.end
    gave = found.entity.name if found.entity is not None else ""
    return Step(found.rule, found.ground, start, end, text[start:end], gave, found.over)
