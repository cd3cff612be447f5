"""A dataset from a folder of articles: Parquet for programs, CSV for spreadsheets, and a card with the figures.

python examples/build_dataset.py seeds/made out
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from quotetrack import Reading, export, extract_many
from quotetrack.corpus import PassedOver, Summary, card, read_articles


def counted(readings: Iterator[Reading], summary: Summary) -> Iterator[Reading]:
    """The readings, counted on their way."""
    for reading in readings:
        summary.add(reading)
        yield reading


def main(folder: str, out: str) -> None:
    target = Path(out)
    target.mkdir(exist_ok=True)
    summary = Summary()

    def report(left: PassedOver) -> None:
        if left.fault:
            summary.passed.append(left)

    # one pass over the articles, with few of them held at once
    articles = read_articles(folder, report=report)
    export.write(counted(extract_many(articles, report=report), summary), target / "claims.parquet")

    # a second format from a second pass
    export.write(extract_many(read_articles(folder, report=report)), target / "claims.csv")

    (target / "README.md").write_text(card(summary, name="Quotations from news"), encoding="utf-8")
    print(*summary.lines(), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
