"""What changed from version to version of one story."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import pairwise

from quotetrack.ledger.adding import Writer
from quotetrack.ledger.prints import voice
from quotetrack.ledger.results import Alteration, Revision
from quotetrack.ledger.stories import Articles
from quotetrack.records import Claim
from quotetrack.wording import Comparison, Likeness, compare

_ORDER = tuple(Likeness)


def revisions(db: sqlite3.Connection, n: int) -> list[Revision]:
    """The steps between the versions of the story that an article belongs to, the oldest first."""
    story = Articles(db).story(n)
    writer = Writer(db)
    ids = {row: str(db.execute("SELECT id FROM articles WHERE n = ?", (row,)).fetchone()[0]) for row in story}
    told = []
    for number, (older, newer) in enumerate(pairwise(story), 1):
        added, dropped, altered = changes(writer.claims(older), writer.claims(newer))
        told.append(Revision(ids[older], ids[newer], number, added, dropped, altered))
    return told


def changes(
    older: Sequence[Claim], newer: Sequence[Claim]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...], tuple[Alteration, ...]]:
    """Claims added, dropped and altered. Each claim is paired once, with the one that it is most like."""
    pairs = []
    words: dict[tuple[str, str], list[int]] = {}
    for j, claim in enumerate(newer):
        words.setdefault((claim.text, voice(claim.speaker)), []).append(j)
    left_old, left_new = set(range(len(older))), set(range(len(newer)))
    for i, claim in enumerate(older):
        same = words.get((claim.text, voice(claim.speaker)))
        if same:
            left_old.discard(i)
            left_new.discard(same.pop(0))
    for i in sorted(left_old):
        for j in sorted(left_new):
            found = compare(older[i].text, newer[j].text)
            if found.kind is not Likeness.DIFFERENT:
                other = voice(older[i].speaker) != voice(newer[j].speaker)
                pairs.append((_ORDER.index(found.kind), other, -found.score, i, j, found))
    altered: list[tuple[int, Comparison, int, bool]] = []
    for _, other, _, i, j, found in sorted(pairs, key=lambda pair: pair[:5]):
        if i in left_old and j in left_new:
            left_old.discard(i)
            left_new.discard(j)
            altered.append((j, found, i, other))
    return (
        tuple(newer[j] for j in sorted(left_new)),
        tuple(older[i] for i in sorted(left_old)),
        tuple(
            Alteration(older[i], newer[j], found)
            for j, found, i, other in sorted(altered, key=lambda item: item[0])
            if other or found.kind is not Likeness.SAME
        ),
    )
