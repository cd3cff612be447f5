"""How the ledger bears a large collection: made articles of eight claims each, wordings repeated as news repeats them.

Run ``python benchmarks/ledger.py``: 100,000 articles go into a new file, and a table says what each ten thousand cost,
how large the process and the file became, and how long a search and a timeline take at the end. ``--articles N`` and
``--db FILE`` make it shorter or keep the file. Nothing is extracted: the claims are made, so that the ledger alone is
measured.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from quotetrack.ledger import Ledger
from quotetrack.records import (
    Article,
    Claim,
    Form,
    Ground,
    Kind,
    Mention,
    Part,
    PartKind,
    Reading,
    Speaker,
    SpeakerKind,
    Step,
)
from quotetrack.spans import Span

CLAIMS = 8
RECENT = 4_000  # statements that are still going round
FRESH = 0.5  # the part of claims that nobody has printed before
VOICES = 8_000
START = dt.date(2015, 1, 1)
A_DAY = 400  # articles

CHUNK = 2_000  # articles made at a time, and added in one transaction

PLAIN = "the of to and a in that is for it with as was on be by this have from or had not but what all were we".split()
ONSETS = "b br c cl d dr f fl g gr h j k l m n p pl pr r s sh sl st t th tr v w".split()
VOWELS = "a e i o u ai ea ee oo ou".split()
CODAS = "b ck d ft g l ld lt m mp n nd nt p r rd rk rm rn rt sh sk sp st t th v x".split()
ROLES = "president|mayor|spokeswoman|economist|prosecutor|coach|union leader|foreign minister".split("|")


class Press:
    """Writes articles: the same ones for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)
        words: dict[str, None] = {}
        while len(words) < 30_000:
            words[self._word()] = None
        self.words = list(words)
        # few words carry most of any text (Zipf)
        self.weights = [1 / (rank + 10) for rank in range(len(self.words))]
        self.stock: list[str] = []
        self.voices = [self._voice(n) for n in range(VOICES)]
        self.voice_weights = [1 / (rank + 40) for rank in range(VOICES)]
        self.recent: list[tuple[str, Speaker]] = []

    def _word(self) -> str:
        pick = self.random.choice
        return "".join(pick(ONSETS) + pick(VOWELS) for _ in range(self.random.randint(1, 2))) + pick(CODAS)

    def _voice(self, n: int) -> Speaker:
        pick = self.random.choice
        name = f"{self._word().title()} {self._word().title()}"
        return Speaker(f"{n:016x}", name, SpeakerKind.PERSON, pick(ROLES))

    def statement(self) -> str:
        """A new statement of 8 to 40 words, half of them plain ones."""
        if len(self.stock) < 64:
            self.stock = self.random.choices(self.words, self.weights, k=20_000)
        told = [
            self.random.choice(PLAIN) if self.random.random() < 0.5 else self.stock.pop()
            for _ in range(min(40, max(8, int(self.random.gauss(22, 8)))))
        ]
        return " ".join(told).capitalize() + "."

    def repeated(self, text: str) -> str:
        """A statement as another paper prints it."""
        words = text.split()
        way = self.random.random()
        if way < 0.5:
            return text
        if way < 0.65:
            return text.replace(" and ", ", and ").rstrip(".") + ","
        cut = self.random.randint(2, max(2, len(words) // 2))
        if way < 0.8:
            return " ".join(words[cut:] if self.random.random() < 0.5 else words[:-cut])
        if way < 0.9 and len(words) > 10:
            return " ".join([*words[:5], "…", *words[-5:]])
        at = self.random.randrange(1, len(words))
        return " ".join([*words[:at], self.statement().split()[1], *words[at + 1 :]])

    def claim(self) -> tuple[str, Speaker]:
        """The next claim's words and voice."""
        if not self.recent or self.random.random() < FRESH:
            [voice] = self.random.choices(self.voices, self.voice_weights)
            self.recent.append((self.statement(), voice))
            if len(self.recent) > RECENT:
                del self.recent[: RECENT // 10]
            return self.recent[-1]
        # what is newest goes round most
        text, voice = self.recent[-1 - int(self.random.paretovariate(0.7)) % len(self.recent)]
        if self.random.random() < 0.02:
            voice = self.random.choice(self.voices)
        return self.repeated(text), voice

    def readings(self, count: int) -> Iterator[Reading]:
        """Articles, as an extraction would hand them over."""
        for n in range(count):
            yield self.reading(n)

    def reading(self, n: int) -> Reading:
        """One article of eight claims, each a paragraph."""
        id = f"{n:016x}"
        claims: list[Claim] = []
        parts: list[Part] = []
        text = ""
        for _ in range(CLAIMS):
            words, voice = self.claim()
            start = len(text) + 1
            end = start + len(words)
            line = f"“{words}” said {voice.name}, the {voice.role}."
            paragraph = Span(len(text), len(text) + len(line))
            parts.append(Part(PartKind.PARAGRAPH, paragraph.start, paragraph.end))
            parts.append(Part(PartKind.BLANK, paragraph.end, paragraph.end + 2))
            text += line + "\n\n"
            claims.append(_claim(id, words, Span(start, end), voice, paragraph))
        published = START + dt.timedelta(days=n // A_DAY)
        return Reading(Article(id, text, tuple(parts), published=published), tuple(claims))


def _claim(article: str, words: str, span: Span, voice: Speaker, paragraph: Span) -> Claim:
    id = hashlib.sha256(f"{article} {span.start}".encode()).hexdigest()[:16]
    name = Mention(span.end + 7, span.end + 7 + len(voice.name), voice.name, Form.NAME)
    step = Step("after", Ground.NAMED, span.end + 2, span.end + 6, "said", "cue")
    return Claim(
        id, article, words, (span,), (span,), Kind.DIRECT, voice, name, None, None, None, None, None, None,
        paragraph, None, Ground.NAMED, (step,),
    )  # fmt: skip


def memory() -> float:
    """The most that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(call: Callable[[], object], times: int = 5) -> float:
    """The middle one of some runs, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)[times // 2]


def main() -> None:
    """Fill a ledger, ask it, print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--db", type=Path)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.db or Path(folder, "made.ledger")
        with Ledger(path) as ledger:
            fill(ledger, path, args.articles)
            ask(ledger)


def fill(ledger: Ledger, path: Path, count: int) -> None:
    """Add the articles, a tenth at a time."""
    press = Press()
    step = max(1, count // 10)
    costs = []
    print("| articles | ms an article | of it CPU | new statements | memory MB | file MB |\n|---|---|---|---|---|---|")
    made = press.readings(count)
    for done in range(0, count, step):
        taken = busy = 0.0
        tracks = 0
        for _ in range(0, step, CHUNK):
            batch = list(islice(made, CHUNK))  # what making them costs is not counted
            start, cpu = time.perf_counter(), time.process_time()
            tracks += ledger.add_many(batch).tracks
            taken, busy = taken + time.perf_counter() - start, busy + time.process_time() - cpu
        costs.append((taken / step * 1000, busy / step * 1000))
        size = sum(os.path.getsize(f"{path}{end}") for end in ("", "-wal") if os.path.exists(f"{path}{end}")) / 1e6
        row = f"| {done + step:,} | {costs[-1][0]:.2f} | {costs[-1][1]:.2f} |"
        print(f"{row} {tracks:,} | {memory():.0f} | {size:.0f} |", flush=True)
    wall, cpu = (last / first for first, last in zip(costs[0], costs[-1]))
    print(f"\nlast tenth over first tenth: {wall:.2f} (CPU alone {cpu:.2f})")
    single = [press.reading(count + n) for n in range(200)]
    start = time.perf_counter()
    for reading in single:
        ledger.add(reading)
    print(f"one `add` at a time: {(time.perf_counter() - start) / len(single) * 1000:.2f} ms an article")


def ask(ledger: Ledger) -> None:
    """Search and timeline, for what is rare and for what is frequent."""
    press = Press()
    [first, *_] = press.readings(1)
    words = [word for word in first.claims[0].text.rstrip(".").split() if word not in PLAIN]
    rare, frequent = " ".join(words[:3]), press.words[0]
    most = max(press.voices[:50], key=lambda voice: len(ledger.timeline(voice.name)))
    middle = press.voices[VOICES // 20]
    rows = (
        ("search, three words", lambda: ledger.tracks(text=rare)),
        ("search, the most frequent word, best 20", lambda: ledger.tracks(text=frequent, limit=20)),
        ("search with a speaker", lambda: ledger.tracks(text=words[0], speaker=most.name, limit=20)),
        (f"timeline of {len(ledger.timeline(middle.name))} statements", lambda: ledger.timeline(middle.name)),
        (f"timeline of {len(ledger.timeline(most.name))} statements", lambda: ledger.timeline(most.name)),
        ("timeline about one word", lambda: ledger.timeline(most.name, about=words[0])),
    )
    print("\n| question | ms |\n|---|---|")
    for name, call in rows:
        print(f"| {name} | {timed(call):.1f} |")


if __name__ == "__main__":
    main()
