"""Who is who across articles: by full name and role, never by a surname alone, and as hands have settled it.

A face is a name with a kind and a role as one article printed it. Who a face belongs to is worked out from the faces
that are in the ledger, so it does not depend on which came first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import attrs

from quotetrack.ledger.prints import bare_name, digest, full_name, name_words
from quotetrack.records import Speaker, SpeakerKind

CACHED = 20_000  # faces kept in memory while one question is answered


@attrs.frozen
class Face:
    """One row of the faces."""

    n: int
    name: str
    kind: SpeakerKind
    role: str
    key: str
    family: str

    @property
    def full(self) -> bool:
        """Whether it is a person's full name."""
        return self.kind is SpeakerKind.PERSON and self.key[:1] not in ("~", "@")

    @property
    def settled(self) -> bool:
        """Whether it is somebody who can be known again in another article."""
        return not self.key.startswith("@")


def keyed(speaker: Speaker, article: str) -> tuple[str, str]:
    """The key and the family name that a speaker is stored under.

    A full name, initials aside; ``~surname`` where a role stands beside a surname; ``=name`` for a body; ``@…`` for
    those that only their article tells apart: a surname alone, the unnamed, "residents".
    """
    words = name_words(speaker.name)
    if speaker.kind is SpeakerKind.PERSON:
        if full_name(speaker):
            bare = bare_name(speaker.name)[0]
            return bare, bare.split()[-1]
        family = words[-1] if words else ""
        if speaker.role and role_words(speaker.role) and words:
            return "~" + " ".join(words), family
        return f"@{article} {' '.join(words)}", family
    if speaker.kind is SpeakerKind.ANONYMOUS or (
        speaker.kind is SpeakerKind.GROUP and speaker.name == speaker.name.lower()
    ):
        return f"@{article} {' '.join(words)}", ""
    return "=" + " ".join(word for word in words if word != "the"), ""


def role_words(role: str) -> frozenset[str]:
    """A role's words without articles."""
    return frozenset(name_words(role)) - {"the", "a", "an", "s"}


class People:
    """The persons and bodies of a ledger, resolved from its faces. Cached while the ledger stays as it is."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._keys: dict[str, dict[int, str]] = {}
        self._known: dict[int, Face] = {}
        self._speakers: dict[int, Speaker] = {}

    def forget(self) -> None:
        """Drop what is cached: faces or hands have changed."""
        self._keys.clear()
        self._known.clear()
        self._speakers.clear()

    def speaker(self, n: int) -> Speaker:
        """A face as a speaker, under the person's id."""
        if n not in self._speakers:
            if len(self._speakers) > CACHED:
                self._speakers.clear()
            face = self.face(n)
            self._speakers[n] = Speaker(self.id_of(self.key_of(face)), face.name, face.kind, face.role or None)
        return self._speakers[n]

    def face(self, n: int) -> Face:
        """A face by its number."""
        if n not in self._known:
            if len(self._known) > CACHED:
                self._known.clear()
            [self._known[n]] = self._faces("n = ?", n)
        return self._known[n]

    def _faces(self, where: str, *values: object) -> list[Face]:
        rows = self.db.execute(f"SELECT n, name, kind, role, key, family FROM faces WHERE {where} ORDER BY n", values)
        return [Face(n, name, SpeakerKind(kind), role, key, family) for n, name, kind, role, key, family in rows]

    def key_of(self, face: Face) -> str:
        """The key of the person that a face belongs to."""
        if face.key not in self._keys:
            if len(self._keys) > CACHED:
                self._keys.clear()
            self._keys[face.key] = self._resolved(face.key)
        return self._keys[face.key][face.n]

    def own_key(self, face: Face) -> str:
        """The key of the person that a face belongs to, merges by hand aside."""
        return self._parted(self._own([face])[face.n] if face.key[:1] == "~" else self._own_of(face), face)

    def _own_of(self, face: Face) -> str:
        return self._own(self._faces("key = ?", face.key))[face.n]

    def _own(self, faces: list[Face]) -> dict[int, str]:
        """Keys as names and roles tell them, of faces with one key."""
        if faces[0].key.startswith("~"):
            return {face.n: self._by_role(face) for face in faces}
        if faces[0].full:
            return self._by_initials(faces)
        return {face.n: face.key for face in faces}

    def _resolved(self, key: str) -> dict[int, str]:
        faces = self._faces("key = ?", key)
        own = self._own(faces)
        return {face.n: self._merged(self._parted(own[face.n], face)) for face in faces}

    def _by_initials(self, faces: list[Face]) -> dict[int, str]:
        """One person, unless two different initials stand between the same names."""
        marks = {face.n: bare_name(face.name)[1] for face in faces}
        several = len({mark for mark in marks.values() if mark}) > 1
        return {face.n: f"{face.key} {marks[face.n]}".strip() if several else face.key for face in faces}

    def _by_role(self, face: Face) -> str:
        """A surname with a role is the one person of that family name who has that role; else somebody apart."""
        role = role_words(face.role)
        near = [
            other
            for other in self._faces("family = ? AND substr(key, 1, 1) NOT IN ('~', '@', '=')", face.family)
            if role_words(other.role) and (role <= role_words(other.role) or role_words(other.role) <= role)
        ]
        keys = {self._by_initials(self._faces("key = ?", other.key))[other.n] for other in near}
        if len(keys) == 1:
            return keys.pop()
        return f"{face.key}|{' '.join(sorted(role))}"

    def _parted(self, key: str, face: Face) -> str:
        """The key where a hand has parted this face's role or name off."""
        for what in (f"role {' '.join(sorted(role_words(face.role)))}", f"name {face.name.casefold()}"):
            row = self.db.execute(
                "SELECT 1 FROM hands WHERE what = 'person' AND act = 'split' AND a = ? AND b = ?", (key, what)
            ).fetchone()
            if row is not None:
                return f"{key}|{what}"
        return key

    def _merged(self, key: str) -> str:
        """The key where a hand has joined this person with another; the last word on it holds."""
        seen = {key}
        while True:
            row = self.db.execute(
                "SELECT act, a FROM hands WHERE what = 'person' AND act IN ('merge', 'part') AND b = ?"
                " ORDER BY n DESC LIMIT 1",
                (key,),
            ).fetchone()
            if row is None or row[0] == "part" or row[1] in seen:
                return key
            key = str(row[1])
            seen.add(key)

    def id_of(self, key: str) -> str:
        """The id of a person by the key."""
        return digest("person", key).hex()[:16]

    def of(self, key: str) -> list[Face]:
        """All faces of a person."""
        keys = {key, key.split("|")[0]}
        edge = set(keys)
        while edge:
            rows = {
                str(b)
                for one in edge
                for (b,) in self.db.execute(
                    "SELECT b FROM hands WHERE what = 'person' AND act = 'merge' AND a = ?", (one,)
                )
            }
            rows |= {one.split("|")[0] for one in rows}
            edge = rows - keys
            keys |= edge
        found: dict[int, Face] = {}
        for one in sorted(keys):
            for base in {one, self._base(one)}:
                for face in self._faces("key = ?", base):
                    found[face.n] = face
        families = {face.family for face in found.values() if face.full}
        for family in sorted(families):
            for face in self._faces("family = ? AND key LIKE '~%'", family):
                found[face.n] = face
        return [face for _, face in sorted(found.items()) if self.key_of(face) == key]

    def _base(self, key: str) -> str:
        """A key without the initials that tell namesakes apart."""
        bare, _ = bare_name(key) if key[:1] not in ("~", "=", "@") else (key, "")
        return bare

    def named(self, name: str) -> list[str]:
        """The keys of those whom a name fits: a full name or a body's name exactly, else all that have its words."""
        words = name_words(name)
        if not words:
            return []
        speaker = Speaker("", name, SpeakerKind.PERSON)
        exact = self._faces("key IN (?, ?)", bare_name(name)[0], "=" + " ".join(w for w in words if w != "the"))
        if full_name(speaker) and bare_name(name)[1]:
            wanted = set(words)
            closer = [face for face in exact if wanted <= set(name_words(face.name))]
            exact = closer or [face for face in exact if not bare_name(face.name)[1]] or exact
        if not exact:
            like = "%" + "%".join(words) + "%"
            exact = [face for face in self._faces("key LIKE ?", like) if set(words) <= set(name_words(face.name))]
        return sorted({self.key_of(face) for face in exact})

    def by_id(self, id: str) -> str | None:
        """The key of the person with an id, or None."""
        for face in self._faces("1"):
            if self.id_of(self.key_of(face)) == id:
                return self.key_of(face)
        return None

    def shown(self, faces: Iterable[Face], key: str) -> Speaker:
        """A person as a speaker: the fullest name, the roles and other names as printed."""
        group = sorted(faces, key=lambda face: (-len(name_words(face.name)), -len(face.name), face.name, face.role))
        names = list(dict.fromkeys(face.name for face in group))
        roles = sorted({face.role for face in group if face.role}, key=lambda role: (-len(role), role))
        best = group[0]
        return Speaker(self.id_of(key), best.name, best.kind, roles[0] if roles else None, tuple(names[1:]))
