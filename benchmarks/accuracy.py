"""How well the claims agree with articles marked by hand: precision, recall and F1.

    python benchmarks/accuracy.py CORPUS.jsonl [--speakers LABELS.jsonl] [--hold-out] [--cues [LEAST]] [--single]
                                               [--json]

CORPUS is PolNeAR (Newell et al. 2018) or anything of its shape, one article a line: ``id``, ``text``, ``date`` (the
day of publication, "YYYY-MM-DD"; may be absent), ``attributions``, each with ``source``, ``cue`` and ``content`` as
lists of ``[start, end)`` in code points of ``text``, and, where some passages are not to be judged, ``ignore``, a list
of the same.

Letters and digits alone are compared: marks, spaces and punctuation at an end count for nothing. What the rows mean:

- *quoted passages*: stretches between double marks that stand in some attribution's content. **found**: a claim holds
  at least half of it, and at least half of what that claim quotes belongs to the same attribution. **source**: found,
  and the words for the source overlap, or end in the same name. **source to its first comma**: the same words as far as
  the first comma, dash or bracket, articles and titles aside. **whole source**: the same words to the end. Precision
  counts marked passages of no attribution (scare quotes, titles, slogans) as wrong where they are returned.
- *passages that nobody said*: the share of these that is returned, under P; less is better.
- *source of the passages found*, by ground and by kind: precision is the share whose source is right; recall, what
  this row brings of all quoted passages.
- *attributions*: all of them. **letters**: those of what was said, all together. **found**: claims and attributions,
  each used once, share half of the longer one. **overlap**: found, and the source as above. **exact**: the very same
  letters ("that" in front aside) and the whole source.
- *by kind*: an attribution is direct where all its letters stand between marks, mixed where some do, else indirect.
  Precision goes by the kind of the claim, recall by that of the attribution.
- *by ground* and *by rule* (the first step of ``why``): recall is the row's share of all attributions.
- *speakers*, with ``--speakers``: one label a line, with ``id``, ``content``, ``name`` (the fullest name printed),
  ``also`` (other printed forms), ``kind`` and ``hard`` (the sentence alone does not tell). **resolved**: the speaker is
  the full name; **named**: that, or another printed form of the same one. An unnamed source is right by its last word.
  Precision is over the labels that got a speaker, recall over all. *By form* is by that of the words for the source.
- *cues*, with ``--cues``: precision (overlap) of each cue's lemma, and of lemma and rule, from LEAST claims on (5).

Quoted passages and speakers are those of ``extract_quotes`` as it is called without arguments; the rest is with all
kinds. ``--single`` turns double marks into single ones first, as British papers print them. ``--hold-out`` puts the
articles with ``int(sha256(id), 16) % 3 == 0`` beside the others: rules are written with eyes on errors in the others.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import attrs

from benchmarks.marked import (  # a checkout need not be installed
    Claimed,
    Marked,
    NotThatShape,
    Relation,
    half,
    plain,
    rows,
    same_source,
    to_comma,
    without_that,
)

EVERY = ("direct", "mixed", "indirect")
GROUNDS = ("named", "linked", "carried", "open")
REST, HELD = "the other two thirds", "held back"
LEAST = 5


@attrs.define
class Count:
    """How many were claimed and how many there are, and how many of each are right."""

    said: int = 0
    there: int = 0
    said_right: int = 0
    there_right: int = 0

    def figures(self) -> dict[str, float | int | None]:
        """Precision, recall and F1, and what they are made of; None where there is nothing to divide by."""
        precision = self.said_right / self.said if self.said else None
        recall = self.there_right / self.there if self.there else None
        f1 = None
        if precision is not None and recall is not None:
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"precision": precision, "recall": recall, "f1": f1, **attrs.asdict(self)}


class Table:
    """Counts by section and row."""

    def __init__(self) -> None:
        self.sections: dict[str, dict[str, Count]] = {}

    def add(
        self, section: str, row: str, said: int, there: int, said_right: int, there_right: int | None = None
    ) -> None:
        """Add to a row; ``there_right`` is ``said_right`` where it is not given."""
        count = self.sections.setdefault(section, {}).setdefault(row, Count())
        count.said += said
        count.there += there
        count.said_right += said_right
        count.there_right += said_right if there_right is None else there_right

    def add_all(self, other: Table) -> None:
        """Add another table to this one."""
        for section, counts in other.sections.items():
            for row, count in counts.items():
                self.add(section, row, count.said, count.there, count.said_right, count.there_right)

    def share(self, section: str, whole: Count) -> None:
        """Make the recall of a section's rows their share of a whole."""
        for count in self.sections.get(section, {}).values():
            count.there = whole.there


# --- the quoted passages

_PASSAGES = ("found", "source", "source to its first comma", "whole source")


def judge_passages(article: Marked, said: Sequence[Claimed], table: Table) -> None:
    """Each marked passage, with the claim that holds most of it."""
    quotes = [one.content & article.between_marks for one in said]
    for passage in article.passages:
        order = sorted(range(len(said)), key=lambda n: (-(passage & quotes[n]).bit_count(), quotes[n].bit_count()))
        best = order[0] if order and half(passage & quotes[order[0]], passage) else None
        gold = max(article.gold, key=lambda each: (passage & each.content).bit_count(), default=None)
        if gold is None or not half(passage & gold.content, passage):
            table.add("passages that nobody said", "returned", 1, 0, best is not None, 0)
            for row in _PASSAGES:
                table.add("quoted passages", row, best is not None, 0, 0)
        elif best is None or not half(quotes[best] & gold.content, quotes[best]):
            for row in _PASSAGES:
                table.add("quoted passages", row, 0, 1, 0)
        else:
            _add_found(article.text, gold, said[best], table)


def _add_found(text: str, gold: Relation, said: Claimed, table: Table) -> None:
    """A passage that was found: whether its source is right, and how exactly."""
    right = same_source(text, gold, said)
    core = right and plain(text, to_comma(text, gold.source)) == plain(text, to_comma(text, said.source))
    whole = right and plain(text, gold.source) == plain(text, said.source)
    for row, hit in zip(_PASSAGES, (True, right, core, whole)):
        table.add("quoted passages", row, 1, 1, hit)
    for row in (str(said.claim.ground), str(said.claim.kind)):
        table.add("source of the passages found", row, 1, 0, right)


# --- all attributions


def pairs(gold: Sequence[Relation], said: Sequence[Relation]) -> list[tuple[int, int]]:
    """The places of attributions and claims that share half of the longer one, most letters first, each used once."""
    shared = []
    for n, one in enumerate(gold):
        for m, other in enumerate(said):
            both = one.content & other.content
            if both and half(both, one.content) and half(both, other.content):
                shared.append((-both.bit_count(), n, m))
    gold_used: set[int] = set()
    said_used: set[int] = set()
    out = []
    for _, n, m in sorted(shared):
        if n not in gold_used and m not in said_used:
            gold_used.add(n)
            said_used.add(m)
            out.append((n, m))
    return out


def judge_attributions(article: Marked, said: Sequence[Claimed], table: Table) -> None:
    """All attributions against the claims of every kind."""
    gold, text = article.gold, article.text
    marked, claimed = _union(gold), _union(said)
    hits = (marked & claimed).bit_count()
    table.add("attributions", "letters", claimed.bit_count(), marked.bit_count(), hits)
    partners = {m: gold[n] for n, m in pairs(gold, said)}
    for each in gold:
        for measure in ("found", "overlap", "exact"):
            table.add("attributions", measure, 0, 1, 0)
            table.add("by kind", f"{article.kind(each)}, {measure}", 0, 1, 0)
    for m, one in enumerate(said):
        partner = partners.get(m)
        overlap = partner is not None and same_source(text, partner, one)
        exact = (
            overlap
            and partner is not None
            and without_that(text, partner.content) == without_that(text, one.content)
            and plain(text, partner.source) == plain(text, one.source)
        )
        for measure, hit in (("found", partner is not None), ("overlap", overlap), ("exact", exact)):
            table.add("attributions", measure, 1, 0, hit)
            table.add("by kind", f"{one.claim.kind}, {measure}", 1, 0, hit, 0)
            if hit and partner is not None:
                table.add("by kind", f"{article.kind(partner)}, {measure}", 0, 0, 0, 1)
        _add_claim(one, overlap, exact, table)


def _union(relations: Sequence[Relation]) -> int:
    letters = 0
    for each in relations:
        letters |= each.content
    return letters


def _add_claim(one: Claimed, overlap: bool, exact: bool, table: Table) -> None:
    """A claim by what it rests on."""
    claim = one.claim
    rule = claim.why[0].rule if claim.why else "none"
    grounds = [str(claim.ground)]
    grounds += [f"{least} or better" for least in ("linked", "carried") if claim.ground >= least]
    for measure, hit in (("overlap", overlap), ("exact", exact)):
        for ground in grounds:
            table.add(f"by ground, {measure}", ground, 1, 0, hit)
        table.add(f"by rule, {measure}", rule, 1, 0, hit)
    if claim.cue is not None:
        table.add("cues", claim.cue.lemma, 1, 0, overlap, 0)
        table.add("cues with their rules", f"{claim.cue.lemma} · {rule}", 1, 0, overlap, 0)


# --- the speakers

_HONORIFICS = frozenset(
    "the a an mr mrs ms miss dr sir lord lady dame sen senator rep representative gov governor president prime "
    "minister vice deputy secretary chancellor ambassador judge justice gen general lt col colonel capt captain sgt "
    "maj major adm admiral rev reverend father sister pope prof professor coach king queen prince princess former then "
    "ex president-elect chairman chairwoman congressman congresswoman mayor speaker".split()
)
_AFTER_HEAD = re.compile(r",|\b(?:of|with|from|in|at|for|who|that)\b")


def name_words(name: str) -> list[str]:
    """The words of a name, honorifics in front, case, full stops, brackets and "'s" aside.

    >>> name_words("Sen. Ana M. O’Neill (D)")
    ['ana', 'm', "o'neill"]
    """
    folded = unicodedata.normalize("NFC", name).casefold().replace("’", "'")
    words = re.findall(r"[\w'-]+", re.sub(r"'s\b|\([^)]*\)", " ", folded).replace(".", ""))
    while len(words) > 1 and words[0] in _HONORIFICS:
        del words[0]
    return words


def judge_name(label: dict[str, Any], name: str | None) -> tuple[bool, bool]:
    """Whether a speaker's name is the label's full one, and whether it is any printed form of it."""
    if name is None or label["name"] is None:
        both = name is None and label["name"] is None
        return both, both
    words = name_words(name)
    other = any(words == name_words(form) for form in label["also"])
    if label["kind"] in ("person", "organization"):
        full = words == name_words(label["name"])
        return full, full or other
    same = other or _head(name) == _head(label["name"])
    return same, same


def _head(phrase: str) -> str:
    return (name_words(_AFTER_HEAD.split(phrase)[0]) or [""])[-1]


def judge_speakers(
    article: Marked, said: Sequence[Claimed], labels: Sequence[dict[str, Any]], table: Table
) -> None:
    """Each label, with the claim that holds most of its words."""
    for label in labels:
        letters = article.letters.of(label["content"])
        order = sorted(said, key=lambda one: (-(letters & one.content).bit_count(), one.content.bit_count()))
        claim = order[0].claim if order and letters & order[0].content else None
        name = claim.speaker.name if claim and claim.speaker else None
        resolved, named = judge_name(label, name) if claim else (False, False)
        form = str(claim.source.form) if claim and claim.source else "no words" if claim else "no claim"
        ground = str(claim.ground) if claim else "no claim"
        for how, hit in (("resolved", resolved), ("named", named)):
            for who in ("all", "hard" if label["hard"] else "plain", label["kind"]):
                table.add("speakers", f"{who}, {how}", name is not None or hit, 1, hit)
            table.add("speakers by form", f"{form}, {how}", name is not None or hit, 1, hit)
            table.add("speakers by ground", f"{ground}, {how}", name is not None or hit, 1, hit)


# --- all of it


def judge(article: Marked, labels: Sequence[dict[str, Any]], *, single: bool = False) -> Table:
    """One article's counts."""
    table = Table()
    quotes = article.claims(single=single)
    judge_passages(article, quotes, table)
    judge_attributions(article, article.claims(EVERY, single=single), table)
    judge_speakers(article, quotes, labels, table)
    return table


def held_back(id: str) -> bool:
    """Whether an article belongs to the third that is held back."""
    return int(hashlib.sha256(id.encode()).hexdigest(), 16) % 3 == 0


def measure(
    articles: Sequence[dict[str, Any]],
    labels: Sequence[dict[str, Any]],
    *,
    hold_out: bool = False,
    single: bool = False,
) -> dict[str, tuple[int, Table]]:
    """How many articles there are and what they give: of all, or with ``hold_out`` of either part."""
    by_article: dict[str, list[dict[str, Any]]] = {}
    for label in labels:
        by_article.setdefault(label["id"], []).append(label)
    counted: dict[str, int] = {}
    tables = {part: Table() for part in ((REST, HELD) if hold_out else ("all",))}
    for row in articles:
        part = "all" if not hold_out else HELD if held_back(row["id"]) else REST
        try:
            article = Marked(row)
        except (KeyError, TypeError, ValueError) as wrong:
            raise NotThatShape(f"article {row['id']!r} is not of the corpus's shape: {wrong!r}") from wrong
        tables[part].add_all(judge(article, by_article.get(row["id"], ()), single=single))
        counted[part] = counted.get(part, 0) + 1
    for table in tables.values():
        passages = table.sections.get("quoted passages", {}).get("found", Count())
        table.share("source of the passages found", passages)
        every = table.sections.get("attributions", {}).get("overlap", Count())
        for section in list(table.sections):
            if section.startswith(("by ground", "by rule")):
                table.share(section, every)
    return {part: (counted.get(part, 0), table) for part, table in tables.items()}


# --- what is printed

_USUAL = ["letters", *_PASSAGES, "overlap", "exact", *GROUNDS, "linked or better", "carried or better", *EVERY]
_USUAL += [f"{kind}, {how}" for kind in EVERY for how in ("found", "overlap", "exact")]
_USUAL += [f"{who}, {how}" for who in ("all", "hard", "plain", *GROUNDS) for how in ("resolved", "named")]
_PLACE = {row: place for place, row in enumerate(_USUAL)}
_SECTIONS = [
    "quoted passages", "passages that nobody said", "source of the passages found", "attributions", "by kind",
    "by ground, overlap", "by ground, exact", "by rule, overlap", "by rule, exact", "speakers", "speakers by form",
    "speakers by ground", "cues", "cues with their rules",
]  # fmt: skip

Figures = dict[str, dict[str, dict[str, float | int | None]]]


def figures(table: Table, least: int | None) -> Figures:
    """Sections, rows and figures; rows in their usual order, others by how many there are. ``least``: for cues."""
    out: Figures = {}
    for section in _SECTIONS:
        counts = table.sections.get(section, {})
        place = {} if section.startswith(("by rule", "cues")) else _PLACE
        if section.startswith("cues"):
            counts = {row: count for row, count in counts.items() if least is not None and count.said >= least}
        rank = {row: (place.get(row, len(_PLACE)), -max(count.said, count.there)) for row, count in counts.items()}
        if counts:
            out[section] = {row: counts[row].figures() for row in sorted(counts, key=rank.__getitem__)}
    return out


def show(parts: dict[str, tuple[int, Figures]]) -> None:
    """Print the figures, parts side by side; with two, by how much P and F1 of the second are higher."""
    print("; ".join(f"{part}: {count} articles" for part, (count, _) in parts.items()))
    both = len(parts) > 1
    if both:
        print(" " * 36 + "".join(f"{part:^34}" for part in parts) + f"{'difference':>14}")
    given = [found for _, found in parts.values()]
    for section in dict.fromkeys(section for found in given for section in found):
        columns = f"{'P':>6}{'R':>6}{'F1':>6}{'said':>8}{'there':>8}"
        print(f"\n{section:36}" + columns * len(given) + (f"{'P':>7}{'F1':>7}" if both else ""))
        for row in dict.fromkeys(row for found in given for row in found.get(section, {})):
            cells = [found.get(section, {}).get(row, Count().figures()) for found in given]
            line = f"  {row:34}" + "".join(_cells(cell) for cell in cells)
            if both:
                line += _difference(cells, "precision") + _difference(cells, "f1")
            print(line)


def _cells(cell: dict[str, float | int | None]) -> str:
    shares = "".join("     –" if cell[key] is None else f"{cell[key]:6.3f}" for key in ("precision", "recall", "f1"))
    return f"{shares}{cell['said']:8}{cell['there']:8}"


def _difference(cells: Sequence[dict[str, float | int | None]], key: str) -> str:
    one, other = cells[0][key], cells[1][key]
    return "      –" if one is None or other is None else f"{other - one:+7.3f}"


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; 2 where a file is not of the shape."""
    top = argparse.ArgumentParser(description="Precision, recall and F1 on articles marked by hand.")
    top.add_argument("corpus", type=Path, help="JSONL: id, text, date, attributions with source, cue, content")
    top.add_argument("--speakers", type=Path, metavar="LABELS", help="JSONL: id, content, name, also, kind, hard")
    top.add_argument("--hold-out", action="store_true", help="the held-back third beside the rest")
    top.add_argument("--cues", type=int, nargs="?", const=LEAST, metavar="LEAST", help="precision of each cue")
    top.add_argument("--single", action="store_true", help="turn double marks into single ones first")
    top.add_argument("--json", action="store_true", help="one JSON object")
    given = top.parse_args(words)
    try:
        articles = rows(given.corpus, "id", "text", "attributions")
        labels = rows(given.speakers, "id", "content", "name", "also", "kind", "hard") if given.speakers else []
        measured = measure(articles, labels, hold_out=given.hold_out, single=given.single)
    except (OSError, UnicodeDecodeError, NotThatShape) as wrong:
        print(wrong, file=sys.stderr)
        return 2
    parts = {part: (count, figures(table, given.cues)) for part, (count, table) in measured.items()}
    if given.json:
        print(json.dumps({part: {"articles": count, **found} for part, (count, found) in parts.items()}, indent=1))
    else:
        show(parts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
