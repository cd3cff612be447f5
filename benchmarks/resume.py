"""Makes articles, extracts them with two processes, stops the run half-way by a signal, starts it again, compares.

    python benchmarks/resume.py [ARTICLES]

Prints the times, and ends with status 1 where the resumed file is not the uninterrupted one, byte for byte.
"""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NAMES = "Ana Ruiz|Peter Lang|Mina Sato|Omar Haddad|Grace Obi|Lena Koch|Juan Soto|Ivy Chen".split("|")
ROLES = "Mayor|Finance Minister|Judge|Police Chief|Senator|Coach|Professor|Spokesman".split("|")
TOWNS = "LIMA|GENEVA|OSLO|NAIROBI|MANILA|DUBLIN".split("|")
WORDS = "the road bridge school budget vote plan match storm will not open close hold fall rise before after".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()


def article(number: int) -> str:
    """A made article of a few paragraphs, another one for each number."""
    pick = random.Random(number)
    name, role, town = pick.choice(NAMES), pick.choice(ROLES), pick.choice(TOWNS)
    said = [" ".join(pick.choices(WORDS, k=pick.randint(4, 14))) for _ in range(6)]
    last, day = name.split()[1], pick.choice(DAYS)
    return (
        f"{town}, May {pick.randint(1, 28)} (Lake) -- “{said[0].capitalize()},” {role} {name} said {day}.\n\n"
        f"{last} told reporters that {said[1]}. “{said[2].capitalize()}, {said[3]},” {last} added.\n\n"
        f"The council met for {pick.randint(2, 9)} hours. According to residents, {said[4]} “{said[5]}.”\n"
    )


def make(path: Path, count: int) -> None:
    """Write the articles as JSONL."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            row = {"id": f"made-{number}", "text": article(number), "published": "2014-05-30"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def command(articles: Path, out: Path) -> list[str]:
    """The command that is run, stopped and run again."""
    return [sys.executable, "-m", "quotetrack", "extract", str(articles), "--out", str(out), "--jobs", "2"]


def stop_half_way(words: list[str], journal: Path, count: int) -> int:
    """Start the command, send it an interrupt when half of the articles are in the journal; how many were kept."""
    run = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    while run.poll() is None and lines(journal) < count // 2:
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    run.wait()
    return lines(journal)


def lines(path: Path) -> int:
    """How many articles are in the journal."""
    return max(0, path.read_bytes().count(b"\n") - 1) if path.exists() else 0


def main(count: int) -> int:
    """Run it all, print the table."""
    with tempfile.TemporaryDirectory() as folder:
        articles, whole, resumed = (Path(folder, name) for name in ("articles.jsonl", "whole.jsonl", "resumed.jsonl"))
        make(articles, count)
        started = time.monotonic()
        subprocess.run(command(articles, whole), check=True, stderr=subprocess.DEVNULL)
        took = time.monotonic() - started
        kept = stop_half_way(command(articles, resumed), Path(f"{resumed}.partial"), count)
        there = resumed.exists()
        started = time.monotonic()
        subprocess.run(command(articles, resumed), check=True, stderr=subprocess.DEVNULL)
        rest = time.monotonic() - started
        same = whole.read_bytes() == resumed.read_bytes()
        print(f"{count:,} articles, uninterrupted: {took:.1f} s, {count / took:,.0f} a second")
        print(f"stopped with {kept:,} articles in the journal{' and a file there already' if there else ''}")
        print(f"started again: {rest:.1f} s; the same file, byte for byte: {same}")
        return 0 if same and not there and 0 < kept < count else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
