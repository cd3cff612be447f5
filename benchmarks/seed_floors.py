"""How many of the seeds' answers hold, in all and one by one.

    python benchmarks/seed_floors.py            the figures beside their floors, and the seeds that do not hold whole
    python benchmarks/seed_floors.py NAME …     what is off in these seeds
    python benchmarks/seed_floors.py --off      what is off in all of them, a line each
    python benchmarks/seed_floors.py --update   raise the floors to the figures, and list what holds whole as golden

A seed is ``NAME.txt``, an article, and ``NAME.json``, what a reader finds in it:

- ``about``, ``published`` ("YYYY-MM-DD" or null), ``headline`` (where it is held apart from the text, or null);
- ``article``: optional, ``headline``, ``slug``, ``byline`` (the printed words) and ``dateline`` (``places``, ``date``,
  ``agency``);
- ``claims``: every direct and mixed claim, complete and in order, with ``kind``, ``text``, ``speaker`` (name or null),
  ``source``, ``cue`` (words or null), and where they matter ``said_on``, ``role``, ``addressee``, ``place``,
  ``medium``, ``ground``, ``stance``, ``negated``;
- ``indirect``: indirect claims that must be found, with the same fields;
- ``not``: exact words that must stand in no direct or mixed claim.

Floors only rise: ``--update`` never lowers one. A floor that has to fall is edited by hand, in a change that says why.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from quotetrack import Article, Claim, Reading, analyse

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FLOORS = SEEDS / "floors.json"
GOLDEN = SEEDS / "golden.txt"
KNOWN_FAILURES = SEEDS / "known-failures"

_ENDS = " \t\n.,;:!?…\"“”„'‘’«»()[]-–—"
_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")


@attrs.frozen
class Seed:
    """An article and what a reader finds in it; ``name`` is its path under seeds/, without ending."""

    name: str
    text: str
    want: dict[str, Any]


@attrs.define
class Judged:
    """How a seed held: ``counts`` add up over seeds, ``off`` says in words what does not hold."""

    counts: Counter[str]
    off: list[str]


def seeds(*folders: str) -> list[Seed]:
    """The seeds of these folders under seeds/; with none given, of all but known-failures."""
    found = []
    for path in sorted(SEEDS.rglob("*.txt")):
        if not path.with_suffix(".json").exists():
            continue
        name = path.relative_to(SEEDS).with_suffix("").as_posix()
        if name.split("/")[0] in folders if folders else KNOWN_FAILURES not in path.parents:
            text = path.read_bytes().decode("utf-8")  # line ends as they are
            found.append(Seed(name, text, json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))))
    return found


def read(seed: Seed) -> Reading:
    """The library's reading of the seed's article."""
    published = seed.want.get("published")
    day = dt.date.fromisoformat(published) if published else None
    return analyse(seed.text, published=day, headline=seed.want.get("headline"))


def judge(seed: Seed) -> Judged:
    """Hold the library's reading against what a reader finds."""
    reading = read(seed)
    judged = Judged(Counter(), [])
    for name, want, got in article_rows(reading.article, seed.want.get("article", {})):
        judged.counts["article rows"] += 1
        _note(judged, "article rows right", want == got, f"article {name}: {got!r}, not {want!r}")
    marked = [claim for claim in reading.claims if str(claim.kind) != "indirect"]
    wanted = seed.want["claims"]
    pairs = aligned(marked, wanted)
    judged.counts["claims"] += len(wanted)
    judged.counts["claims returned"] += len(marked)
    for want, claim in pairs:
        _judge_claim(judged, "claims", want, claim)
    found = {id(claim) for _, claim in pairs}
    judged.off.extend(f"no claim: {claim.text!r}" for claim in marked if id(claim) not in found)
    unmarked = [claim for claim in reading.claims if str(claim.kind) == "indirect"]
    for want in seed.want.get("indirect", []):
        judged.counts["indirect"] += 1
        _judge_claim(judged, "indirect", want, next((c for c in unmarked if same_text(c.text, want["text"])), None))
    for words in seed.want.get("not", []):
        judged.counts["traps"] += 1
        clear = not any(words in claim.text for claim in marked)
        _note(judged, "traps avoided", clear, f"in a claim, and should not be: {words!r}")
    return judged


def _judge_claim(judged: Judged, group: str, want: dict[str, Any], claim: Claim | None) -> None:
    if claim is None:
        judged.off.append(f"not found: {want['text']!r}")
        return
    judged.counts[f"{group} found"] += 1
    rows = list(claim_rows(claim, want))
    wrong = [f"{name} {got!r}, not {expected!r}" for name, expected, got in rows if expected != got]
    _note(judged, f"{group} right", not wrong, f"{want['text'][:60]!r}: {'; '.join(wrong)}")


def _note(judged: Judged, count: str, holds: bool, otherwise: str) -> None:
    judged.counts[count] += holds
    if not holds:
        judged.off.append(otherwise)


def aligned(claims: list[Claim], wanted: list[dict[str, Any]]) -> list[tuple[dict[str, Any], Claim | None]]:
    """Each wanted claim with the one of the same words, in order: a claim that comes too early or late is not it."""
    at = 0
    pairs: list[tuple[dict[str, Any], Claim | None]] = []
    for want in wanted:
        index = next((i for i in range(at, len(claims)) if same_text(claims[i].text, want["text"])), None)
        pairs.append((want, claims[index] if index is not None else None))
        at = index + 1 if index is not None else at
    return pairs


def same_text(got: str, want: str) -> bool:
    """Whether the words are the same, punctuation and spaces at both ends aside."""
    return got.strip(_ENDS) == want.strip(_ENDS)


def claim_rows(claim: Claim, want: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    """Each field that the seed gives: its name, what is wanted, what there is."""
    cue = claim.cue
    got: dict[str, object] = {
        "kind": str(claim.kind),
        "role": claim.speaker and claim.speaker.role,
        "cue": cue and cue.text,
        "stance": cue and str(cue.stance),
        "negated": cue and cue.negated,
        "said_on": claim.said_on and claim.said_on.isoformat(),
        "addressee": claim.addressee and claim.addressee.text,
        "place": claim.place and claim.place.text,
        "medium": claim.medium and claim.medium.text,
        "ground": str(claim.ground),
    }
    yield from ((name, want[name], value) for name, value in got.items() if name in want)
    # where a noun phrase begins, and whether it opens its sentence, is the same to a reader
    speaker, source = claim.speaker, claim.source
    words = {"speaker": speaker.name if speaker else None, "source": source.text if source else None}
    yield from ((name, _bare(want[name]), _bare(value)) for name, value in words.items() if name in want)


def _bare(words: str | None) -> str | None:
    if words is None:
        return None
    article = next((one for one in _ARTICLES if words.startswith(one)), "")
    return words.removeprefix(article).rstrip(",")


def article_rows(article: Article, want: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    """Each part of the article that the seed gives: its name, what is wanted, what there is."""
    for name in ("headline", "slug", "byline"):
        if name in want:
            part = getattr(article, name)
            yield name, want[name], article.text[part.start : part.end] if hasattr(part, "start") else part
    if "dateline" not in want:
        return
    line = article.dateline
    if want["dateline"] is None:
        yield "dateline", None, line
        return
    got: dict[str, object] = {
        "places": [place.casefold() for place in line.places] if line else None,
        "date": line.date.isoformat() if line and line.date else None,
        "agency": line.agency if line else None,
    }
    wanted = dict(want["dateline"])
    if "places" in wanted:  # capitals are the agency's way to print a place
        wanted["places"] = [place.casefold() for place in wanted["places"]]
    yield from ((f"dateline {name}", wanted[name], got[name]) for name in got if name in wanted)


def figures(judged: dict[str, Judged]) -> dict[str, float]:
    """The counts over all seeds, with precision and recall of the marked claims (right ones, in parts of one)."""
    total: Counter[str] = Counter()
    for one in judged.values():
        total.update(one.counts)
    rights = {name: float(total[name]) for name in sorted(total) if name.endswith(("found", "right", "avoided"))}
    shares = {
        "claims recall": total["claims right"] / max(total["claims"], 1),
        "claims precision": total["claims right"] / max(total["claims returned"], 1),
        "indirect recall": total["indirect right"] / max(total["indirect"], 1),
        "traps share": total["traps avoided"] / max(total["traps"], 1),
        "article share": total["article rows right"] / max(total["article rows"], 1),
    }
    return {**rights, **{name: int(value * 1000) / 1000 for name, value in shares.items()}}


def golden() -> list[str]:
    """The names of the seeds that must hold whole."""
    return GOLDEN.read_text(encoding="utf-8").split() if GOLDEN.exists() else []


def floors() -> dict[str, float]:
    """The pinned figures."""
    pinned: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return pinned


def update(judged: dict[str, Judged]) -> None:
    """Raise the floors to the figures, and list the seeds that hold whole beside those already listed."""
    pinned = floors()
    raised = {name: max(value, pinned.get(name, 0)) for name, value in figures(judged).items()}
    FLOORS.write_text(json.dumps(raised, indent=1) + "\n", encoding="utf-8")
    whole = {name for name, one in judged.items() if not one.off}
    GOLDEN.write_text("".join(f"{name}\n" for name in sorted(whole | set(golden()))), encoding="utf-8")


def main(words: list[str]) -> int:
    names = [word for word in words if not word.startswith("-")]
    everything = [*seeds(), *seeds("known-failures")]
    chosen = [seed for seed in everything if seed.name in names or seed.name.split("/")[-1] in names]
    if names:
        for seed in chosen:
            print(seed.name, *judge(seed).off or ["holds"], sep="\n    ")
        return 0 if chosen else 1
    judged = {seed.name: judge(seed) for seed in seeds()}
    if "--update" in words:
        update(judged)
    pinned = floors()
    for name, value in figures(judged).items():
        print(f"{name:20} {value:8g}   floor {pinned.get(name, 0):g}")
    for name, one in judged.items():
        if "--off" in words:
            print(*(f"{name}: {line}" for line in one.off), sep="\n", end="\n" if one.off else "")
        elif one.off:
            print(f"{name}: {len(one.off)} off")
    print(f"{sum(not one.off for one in judged.values())} of {len(judged)} seeds hold whole")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
