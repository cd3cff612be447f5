"""Conflicts: the same words with different speakers, and wordings of one statement that differ in what weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotetrack.ledger.adding import track_id
from quotetrack.ledger.results import Conflict, Fault
from quotetrack.ledger.tracking import Reader, Seen, compared
from quotetrack.wording import Comparison, Likeness


class Conflicts:
    """Finds what sightings disagree about; the caller holds the transaction."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def all(self) -> Iterator[Conflict]:
        """What sightings of one statement disagree about, once for each pair of speakers or of differing words."""
        labels = self.reader.db.execute(
            "SELECT y.track FROM sayings y GROUP BY y.track HAVING count(*) > 1"
            " UNION SELECT y.track FROM sightings s JOIN sayings y ON y.n = s.saying"
            " GROUP BY y.track HAVING count(DISTINCT s.face) > 1"
        ).fetchall()
        told: list[list[Seen]] = []
        for (label,) in labels:
            rows = sorted(self.reader.rows("y.track = ?", label), key=lambda row: row.place)
            told.append(rows)
        for rows in sorted(told, key=lambda rows: rows[0].place):
            yield from self._conflicts(rows)

    def _conflicts(self, rows: Sequence[Seen]) -> Iterator[Conflict]:
        name = track_id(rows[0].claim, rows[0].text)
        firsts: dict[int, list[Seen]] = {}
        for row in rows:
            firsts.setdefault(row.saying, []).append(row)
        done: set[object] = set()
        for one, two in self._pairs(sorted(firsts, key=lambda saying: firsts[saying][0].place)):
            found = compared(firsts[one][0].text, firsts[two][0].text)
            a, b = firsts[one][0], firsts[two][0]
            words = frozenset((d.a_words.casefold(), d.b_words.casefold()) for d in found.differs)
            for fault in faults(found):
                if (fault, words) not in done:
                    done |= {(fault, words), (fault, frozenset((y, x) for x, y in words))}
                    yield self._conflict(fault, name, a, b, found)
            if found.kind is not Likeness.ALTERED:
                for a in by_face(firsts[one]):
                    for b in by_face(firsts[two]):
                        yield from self._other_speaker(name, a, b, found, done)
        for group in firsts.values():
            for row in by_face(group)[1:]:
                yield from self._other_speaker(name, group[0], row, compared(group[0].text, row.text), done)

    def _pairs(self, sayings: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The linked pairs among sayings, in their order."""
        place = {saying: k for k, saying in enumerate(sayings)}
        for one in sayings:
            near = self.reader.db.execute(
                "SELECT b FROM saying_links WHERE a = ?1 UNION SELECT a FROM saying_links WHERE b = ?1", (one,)
            )
            for two in sorted((n for (n,) in near if place.get(n, -1) > place[one]), key=lambda n: place[n]):
                yield one, two

    def _other_speaker(self, name: str, a: Seen, b: Seen, found: Comparison, done: set[object]) -> Iterator[Conflict]:
        keys = [self._settled(row.face) for row in (a, b)]
        pair = frozenset(keys)
        if None in pair or len(pair) < 2 or pair in done:
            return
        done.add(pair)
        yield self._conflict(Fault.SPEAKER, name, a, b, found)

    def _settled(self, face: int | None) -> str | None:
        """The key of a person or body that can be told from others, or None."""
        if face is None:
            return None
        one = self.reader.people.face(face)
        key = self.reader.people.key_of(one)
        return None if key[:1] in ("@", "~") else key

    def _conflict(self, fault: Fault, name: str, a: Seen, b: Seen, found: Comparison) -> Conflict:
        first = self.reader.sighting(a, name, a.text)
        return Conflict(fault, name, first, self.reader.sighting(b, name, a.text, found), found)


def faults(found: Comparison) -> list[Fault]:
    """What two wordings disagree about."""
    flags = ((found.negation, Fault.NEGATION), (found.number, Fault.NUMBER), (found.name, Fault.NAME))
    return [fault for flag, fault in flags if flag]


def by_face(rows: Sequence[Seen]) -> list[Seen]:
    """The first row of each face."""
    return list({row.face: row for row in reversed(rows)}.values())[::-1]
