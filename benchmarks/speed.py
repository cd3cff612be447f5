"""How fast articles are read, beside two tokenizers, and what it costs as texts grow.

    python benchmarks/speed.py [JSONL …] [--rounds N] [--articles N] [--most MB] [--only articles|length|rest]
                               [--installed]

With ``--installed`` it measures the package that is installed, a wheel with compiled rooms for instance, and not the
checkout that it stands in.

One core, process time. The articles are the project's seeds, or the ``text`` of each row of the JSONL files given.
Every reader goes over all articles once a round, turn by turn with the others, so that a slow moment of the machine
meets all of them alike; the figures are medians over the rounds, after one that is not counted. The yardsticks are
``re.findall(r"\\w+|[^\\w\\s]", text)`` and, where spaCy is installed (extra ``bench``), the tokenizer of
``spacy.blank("en")``.

The cost against length is that of all kinds, on news and on hostile texts, with Python's cyclic collector frozen and
off and the text made before the clock starts: the best of three, and by how much doubling the text multiplies it.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import re
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if "--installed" not in sys.argv:
    sys.path.insert(0, str(ROOT))  # a checkout need not be installed

from quotetrack import analyse, extract_quotes  # noqa: E402
from quotetrack.phrases import words  # noqa: E402

EVERY = ("direct", "mixed", "indirect")
KILO = 1000
MEGA = 1000 * KILO

Reader = Callable[[str], Any]


def findall(text: str) -> Any:
    """The first yardstick: words and marks, by a pattern."""
    return re.findall(r"\w+|[^\w\s]", text)


def default_kinds(text: str) -> Any:
    """What ``extract_quotes`` gives of itself: direct and mixed claims."""
    return extract_quotes(text)


def all_kinds(text: str) -> Any:
    """Reported clauses too."""
    return extract_quotes(text, kinds=EVERY)


def readers() -> dict[str, Reader]:
    """What is measured, in the order of each round."""
    found: dict[str, Reader] = {"re.findall": findall}
    try:
        import spacy
    except ImportError:
        print("spaCy is not installed: pip install 'quotetrack[bench]' brings it\n")
    else:
        found['spacy.blank("en")'] = spacy.blank("en")
    return found | {"extract_quotes": default_kinds, "extract_quotes, all kinds": all_kinds, "analyse": analyse}


def articles(paths: list[Path]) -> list[str]:
    """The texts of JSONL files, or the seeds."""
    if not paths:
        seeds = [path for path in sorted(ROOT.glob("seeds/**/*.txt")) if path.with_suffix(".json").exists()]
        return [path.read_text(encoding="utf-8") for path in seeds]
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").split("\n"))
    return [json.loads(line)["text"] for line in lines if line.strip()]


def spent(reader: Reader, texts: list[str]) -> float:
    """Seconds of the process for all texts."""
    started = time.process_time()
    for text in texts:
        reader(text)
    return time.process_time() - started


def compare(texts: list[str], rounds: int) -> None:
    """The table of readers."""
    size = sum(map(len, texts))
    every = readers()
    took: dict[str, list[float]] = {name: [] for name in every}
    for number in range(rounds + 1):
        for name, reader in every.items():
            gc.collect()
            seconds = spent(reader, texts)
            if number:
                took[name].append(seconds)
    best = {name: statistics.median(times) for name, times in took.items()}
    made = "plain Python" if words.__file__.endswith(".py") else "compiled rooms"
    print(f"{len(texts)} articles of {size / len(texts):,.0f} characters, {rounds} rounds, one core, {made}")
    print(f"{'':28}{'articles/s':>11}{'Mchar/s':>9}{'ms/article':>12}{'× re.findall':>14}{'× spaCy’s speed':>17}")
    blank = best.get('spacy.blank("en")')
    for name, seconds in best.items():
        faster = f"{blank / seconds:17.2f}" if blank else f"{'':17}"
        print(
            f"{name:28}{len(texts) / seconds:11,.0f}{size / seconds / MEGA:9.2f}{seconds / len(texts) * 1000:12.3f}"
            f"{seconds / best['re.findall']:14.2f}{faster}"
        )
    print()


# What a text of any length is made of. ``{0}`` is another word each time.
HOSTILE = {
    "nothing but marks": '"',
    "marks that open": "“",
    "marks by turns": "“\"'‘’” ",
    "nested marks": "“a ‘b ",
    "cues": "he said ",
    "a name of many words": "Kim ",
    "one paragraph": '"We are ready," Ana Ruiz said. He told reporters that "it" is over. ',
    "many people": '"We are ready," Ana{0} Ruiz{0} said.\n\n',
    "brackets": "(",
    "blank lines": " \n",
}


def grown(piece: str, size: int) -> str:
    """The piece again and again, up to about a size."""
    if "{0}" not in piece:
        return piece * (size // len(piece))
    letters = "abcdefghij"
    count = size // (len(piece) + 4)
    return "".join(piece.replace("{0}", "".join(letters[int(d)] for d in str(n))) for n in range(count))


def news(texts: list[str], size: int) -> str:
    """Articles one after the other, up to a size."""
    found: list[str] = []
    length = 0
    while length < size:
        for text in texts:
            found.append(text)
            length += len(text) + 2
            if length >= size:
                break
    return "\n\n".join(found)[:size]


def best_of_three(text: str) -> float:
    """Seconds for all kinds, without the cyclic collector."""
    times = []
    for _ in range(3):
        gc.collect()
        gc.freeze()
        gc.disable()
        try:
            times.append(spent(all_kinds, [text]))
        finally:
            gc.enable()
            gc.unfreeze()
    return min(times)


def lengths(most: float) -> Iterator[int]:
    """1 KB, 10 KB, 100 KB, then from 1 MB on each twice the one before."""
    yield from (size for size in (KILO, 10 * KILO, 100 * KILO) if size <= most * MEGA)
    size = MEGA
    while size <= most * MEGA:
        yield size
        size *= 2
    if size // 2 < most * MEGA:
        yield int(most * MEGA)


def growth(texts: list[str], most: float) -> None:
    """The table of lengths."""
    print("cost of all kinds against length: ns a character; in brackets what doubling the text multiplied the time by")
    sizes = list(lengths(most))
    print(f"{'':24}" + "".join(f"{size / MEGA:>9,g} MB" + " " * 7 for size in sizes))
    worst = 0.0
    for name, piece in {"news": "", **HOSTILE}.items():
        before: float | None = None
        cells = []
        for at, size in enumerate(sizes):
            text = grown(piece, size) if piece else news(texts, size)
            seconds = best_of_three(text)
            doubled = before is not None and size == 2 * sizes[at - 1]
            ratio = seconds / before if doubled and before else 0.0
            worst = max(worst, ratio)
            cells.append(f"{seconds / len(text) * 1e9:10,.0f} " + (f"({ratio:.2f})" if ratio else " " * 6) + "  ")
            before = seconds
        print(f"{name:24}" + "".join(cells), flush=True)
    print(f"the most that doubling multiplied: {worst:.2f}\n")


def importing() -> None:
    """What it takes to import the package and its first function: processor time beyond an empty Python's."""

    def median(code: str) -> float:
        times = []
        for _ in range(7):
            before = os.times()
            subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
            after = os.times()
            times.append(after[2] + after[3] - before[2] - before[3])
        return statistics.median(times)

    empty = median("pass")
    for name, code in {
        "import quotetrack": "import quotetrack",
        "… and extract_quotes": "from quotetrack import extract_quotes",
        "… and the first article": "from quotetrack import extract_quotes as q; q('\"We go,\" Ana Ruiz said Friday.')",
    }.items():
        print(f"{name:28}{(median(code) - empty) * 1000:8.0f} ms")


def memory(texts: list[str]) -> None:
    """Python's own count of the memory that reading takes at its peak, and what is left behind."""
    longest = max(texts, key=len)
    for name, text in {"the longest article": longest, "1 MB of news": news(texts, MEGA)}.items():
        all_kinds(text)
        gc.collect()
        tracemalloc.start()
        held = all_kinds(text)
        _, peak = tracemalloc.get_traced_memory()
        claims = len(held)
        del held
        gc.collect()
        left, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        print(
            f"{name}: {len(text):,} characters, {claims:,} claims: {peak / MEGA:.1f} MB at the peak"
            f" ({peak / len(text):.0f} bytes a character), {left / KILO:.0f} KB not given back"
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="speed beside two tokenizers, cost against length, import, memory")
    parser.add_argument("jsonl", nargs="*", type=Path, help="articles: rows with a text (default: the project's seeds)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, help="no more articles than so many, taken evenly")
    parser.add_argument("--most", type=float, default=10, help="the longest text, in millions of characters")
    parser.add_argument("--only", choices=("articles", "length", "rest"), help="one of the tables")
    parser.add_argument("--installed", action="store_true", help="measure the installed package, not the checkout")
    asked = parser.parse_args()
    texts = articles(asked.jsonl)
    if asked.articles and asked.articles < len(texts):
        texts = [texts[n * len(texts) // asked.articles] for n in range(asked.articles)]
    if asked.only in (None, "articles"):
        compare(texts, asked.rounds)
    if asked.only in (None, "length"):
        growth(texts, asked.most)
    if asked.only in (None, "rest"):
        importing()
        memory(texts)


if __name__ == "__main__":
    main()
