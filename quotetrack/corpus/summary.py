"""What a run over many articles found, and the card of the dataset that it made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from quotetrack.corpus.articles import PassedOver
from quotetrack.records import Claim, Ground, Kind, Reading

SIZES = (("n<1K", 1_000), ("1K<n<10K", 10_000), ("10K<n<100K", 100_000), ("100K<n<1M", 1_000_000))
"""The size categories of dataset cards, each with the first number that is past it."""


@attrs.define
class Summary:
    """Counts of a run: articles, claims by kind and by ground, speakers by name, claims with a day, what was left."""

    articles: int = 0
    kinds: Counter[str] = attrs.Factory(Counter)
    grounds: Counter[str] = attrs.Factory(Counter)
    speakers: Counter[str] = attrs.Factory(Counter)
    dated: int = 0
    passed: list[PassedOver] = attrs.Factory(list)

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return self.kinds.total()

    def add(self, reading: Reading) -> None:
        """Count one reading."""
        self.articles += 1
        self.add_claims(reading.claims)

    def add_claims(self, claims: Iterable[Claim]) -> None:
        """Count claims."""
        for claim in claims:
            self.kinds[str(claim.kind)] += 1
            self.grounds[str(claim.ground)] += 1
            self.dated += claim.said_on is not None
            if claim.speaker is not None:
                self.speakers[claim.speaker.name] += 1

    def merge(self, other: Summary) -> None:
        """Count what another run found."""
        self.articles += other.articles
        self.kinds.update(other.kinds)
        self.grounds.update(other.grounds)
        self.speakers.update(other.speakers)
        self.dated += other.dated
        self.passed += other.passed

    def lines(self) -> list[str]:
        """The summary as lines for a terminal.

        >>> print(*Summary(articles=2, kinds=Counter(direct=3), grounds=Counter(named=3)).lines(), sep="\\n")
        articles  2
        claims    3: direct 3; named 3
        speakers  0
        """
        counts = [
            "articles  " + f"{self.articles:,}",
            f"claims    {self.claims:,}" + _counted(self.kinds, Kind) + _counted(self.grounds, Ground, "; "),
            f"speakers  {len(self.speakers):,}",
        ]
        if self.passed:
            counts.append(f"passed over {len(self.passed):,}:")
            counts += [f"  {left.name}: {left.why}" for left in self.passed[:SHOWN]]
            if len(self.passed) > SHOWN:
                counts.append(f"  and {len(self.passed) - SHOWN:,} more")
        return counts


SHOWN = 20
"""How many of the articles that were passed over a summary names."""


def _counted(counts: Counter[str], of: Iterable[Kind] | Iterable[Ground], before: str = ": ") -> str:
    known = [f"{name} {counts[str(name)]:,}" for name in of if counts[str(name)]]
    return before + ", ".join(known) if known else ""


def card(summary: Summary, *, name: str = "Quotations from news articles", licence: str = "unknown") -> str:
    """A dataset card (README.md) for a hub of datasets: its metadata block, the figures, the fields, the limits.

    ``name`` is the dataset's title; ``licence`` the identifier of the licence of your articles' words.

    >>> print(card(Summary(articles=2)).splitlines()[0])
    ---
    """
    size = next((label for label, end in SIZES if summary.claims < end), "n>1M")
    title = " ".join(name.split()).replace('"', "'")
    rows = [("articles", summary.articles), ("claims", summary.claims), ("speakers", len(summary.speakers))]
    rows += [("claims with a day", summary.dated)]
    rows += [(f"claims, {kind}", summary.kinds[str(kind)]) for kind in Kind]
    rows += [(f"speakers settled: {ground}", summary.grounds[str(ground)]) for ground in Ground]
    table = "\n".join(f"| {label} | {count:,} |" for label, count in rows)
    return f"""---
pretty_name: "{title}"
license: {licence}
language:
- en
size_categories:
- {size}
tags:
- quotations
- attribution
- news
- fact-checking
---

# {title}

What was said in news articles, by whom, where and when: one claim a row, with the offsets in its article and the
reasons for its speaker and date. Made with quotetrack.

| what | count |
|---|---:|
{table}

## Fields

`text` is what was said; `kind` says whether it stands between marks (`direct`), partly (`mixed`) or not (`indirect`);
`speaker` who said it, and `ground` how that was settled; `said_on` the day, `said` the stretch of days; `spans` and
`quoted` the offsets in the article's text (half-open, in the unit that `offsets` names); `why` each step of the
reasons; `url`, `title` and `published` where the article is from.

## Limits

The claims were read by rules, not by people: check a claim against its article before you rely on it. A claim whose
`ground` is `open` has no settled speaker. The articles' words are their publishers'.
"""
