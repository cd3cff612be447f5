"""brat's standoff files: a folder with a .txt and an .ann for each article, and the configuration that brat reads.

A claim is an event whose trigger is what was said, of the type Direct, Mixed or Indirect, with the arguments Source and
Cue; the ground and the cue's negation are attributes, the speaker and the day a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quotetrack.codec.columns import whole
from quotetrack.codec.offsets import Offsets
from quotetrack.export.sheet import Sheet
from quotetrack.records import Claim, Ground, Kind
from quotetrack.spans import Span

# brat splits its own files at line ends and tabs, and trims spaces: no piece of a span holds or ends with one
_PIECE = re.compile(r"[^\s\x1c-\x1f\x85](?:[^\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]*[^\s\x1c-\x1f\x85])?")
_ODD = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST_NAME = 100

CONFIGURATION = f"""[entities]
Source
Cue

[relations]

[events]
{"".join(f"{kind.value.title()}	Source*:Source, Cue*:Cue{chr(10)}" for kind in Kind)}
[attributes]
Ground	Arg:<EVENT>, Value:{"|".join(ground.value for ground in Ground)}
Negated	Arg:<EVENT>
"""


def brat(sheet: Sheet) -> list[dict[str, str]]:
    """The article as a document of brat: its name, its text, its annotations."""
    there = Offsets(sheet.text, sheet.offsets)
    lines: list[str] = []
    made: dict[str, str] = {}
    counts = {"T": 0, "E": 0, "A": 0, "#": 0}

    def add(mark: str, rest: str) -> str:
        counts[mark] += 1
        name = f"{mark}{counts[mark]}"
        lines.append(f"{name}\t{rest}\n")
        return name

    def words(label: str, spans: Iterable[Span]) -> str | None:
        found = list(_pieces(sheet.text, spans))
        if not found:
            return None
        ends = ";".join(f"{there.out(piece.start)} {there.out(piece.end)}" for piece in found)
        rest = f"{label} {ends}\t{whole(' '.join(piece.of(sheet.text) for piece in found))}"
        if rest not in made:  # the same words may be the cue of several claims
            made[rest] = add("T", rest)
        return made[rest]

    for claim in sheet.claims:
        label = claim.kind.value.title()
        trigger = words(label, claim.spans)
        if trigger is None:
            continue
        event = f"{label}:{trigger}"
        for role, mention in (("Source", claim.source), ("Cue", claim.cue)):
            name = words(role, [Span(mention.start, mention.end)]) if mention else None
            event += f" {role}:{name}" if name else ""
        name = add("E", event)
        add("A", f"Ground {name} {claim.ground}")
        if claim.cue is not None and claim.cue.negated:
            add("A", f"Negated {name}")
        note = _note(claim)
        if note:
            add("#", f"AnnotatorNotes {name}\t{note}")
    article = sheet.article
    return [{"name": _name(article.id if article else ""), "txt": whole(sheet.text), "ann": "".join(lines)}]


def _pieces(text: str, spans: Iterable[Span]) -> Iterable[Span]:
    for span in spans:
        for found in _PIECE.finditer(text, span.start, span.end):
            yield Span(*found.span())


def _note(claim: Claim) -> str:
    known = [
        ("speaker", claim.speaker.name if claim.speaker else None),
        ("role", claim.speaker.role if claim.speaker else None),
        ("said", claim.said_on.isoformat() if claim.said_on else None),
        ("id", claim.id),
    ]
    return whole("; ".join(f"{name}: {' '.join(value.split())}" for name, value in known if value))


def _name(article_id: str) -> str:
    return _ODD.sub("_", article_id).strip("._")[:LONGEST_NAME] or "article"


def brat_folder(documents: Iterable[dict[str, Any]], folder: Path) -> None:
    """Write the documents into a new folder. Names that come twice, big and small letters aside, get a number."""
    folder.mkdir()
    (folder / "annotation.conf").write_text(CONFIGURATION, encoding="utf-8", newline="\n")
    taken: dict[str, int] = {}
    for document in documents:
        name = document["name"]
        while name.casefold() in taken:
            taken[document["name"].casefold()] += 1
            name = f"{document['name']}-{taken[document['name'].casefold()]}"
        taken[name.casefold()] = 1
        for suffix in ("txt", "ann"):
            with (folder / f"{name}.{suffix}").open("w", encoding="utf-8", newline="") as file:
                file.write(document[suffix])
