"""Reads made-up articles until something raises that should not, guided by which code each one reaches.

    python benchmarks/fuzz.py [SECONDS] [--corpus FOLDER] [--found FOLDER]

Needs atheris; where it is not installed, hypothesis' targeted search does what it can. The bytes that the fuzzer turns
are pieces of news copy as well as letters, so that a short input is rich. Each input goes one of four ways: into
``analyse`` and the laws that hold for any text, through every exporter, as damaged dictionaries into ``from_dict``, and
into the readers of datelines and times. Nothing stops at the first find: one input of each kind of failure is written
to ``--found`` as text (it becomes a seed in ``seeds/fuzz/`` once it is put right), and the run goes on. ``--corpus``
keeps what reached new code for the next run; it begins with the project's seeds. Ends with status 1 where anything was
found.
"""

from __future__ import annotations

import argparse
import copy
import datetime as dt
import hashlib
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from quotetrack.errors import QuotetrackError  # a checkout need not be installed

try:
    import atheris
except ImportError:
    atheris = None

# Bytes from 128 on stand for these; the rest are ASCII characters themselves.
PIECES = [
    "“", "”", "‘", "’", "«", "»", "„", "''", "``", "—", "–", " -- ", "…", "\n\n", "\r\n", "\u2028", "\x85", "\u00a0",
    "\u200b", "\ufeff", "\u0301", "\ud800", "\udc00", "\U0001f600", "İ", "ß", "ﬁ", "K", "١", "²", "京", "ا", " said ",
    " said Friday, ", " told reporters that ", ", according to ", " says ", " asked", " would not say whether ",
    " thinks ", " called ", " was described as ", " accused ", " of ", " and ", " but ", " who ", " that ", " by ",
    " to ", " is ", " was ", " has ", " not ", "n't ", "'s ", "s' ", " he ", " she ", " they ", " it ", " I ",
    " his ", " the ", " a ", "Ana Ruiz", "Ruiz", "Mr. Kim", "Kim Jong-un", "O'Malley", "Van der Berg", "Jr.",
    "Sen. Bob Lee, R-Ohio, ", "the mayor", "the envoy", "a spokesman for the group", "an official", "residents",
    "the Ministry of Water", "U.S. ", "the report", "GENEVA, May 3 (Reuters) -- ", "ATHENS, Ohio (AP) — ", "LONDON: ",
    "By Ana Ruiz", "(END)", "###", "(LEAD)", "Updated ", "January 30, 2015", "2015-01-30T18:19Z", "30/01/2015",
    "Feb. 30", " on Tuesday", " last week", " two years ago", " a day later", " in 1999", " next month", " Nov. 8",
    " at a news conference", " in a statement", " in Paris", " on Twitter", " on condition of anonymity", '," ',
    '." ', ': "', '"We go', "KIM: ", "Q. ", "@ruiz: ", "http://a.b/c", "10,000", "$5", "50%", "1.", "(", ")", "[",
    "]", ";", "? ", "! ", ". ", ", ",
]  # fmt: skip
FIRST_PIECE = 128
# Not a bug of the library: what from_dict says of what is no record.
REFUSALS = (TypeError, ValueError, QuotetrackError)
SLOW = 5.0  # seconds of one core for one short input, instrumented: not linear any more
LONGEST = 3000
DAY = dt.date(2015, 1, 31)
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def text_of(data: bytes) -> str:
    """The article that the bytes stand for."""
    pieces = PIECES
    return "".join(chr(b) if b < FIRST_PIECE else pieces[(b - FIRST_PIECE) % len(pieces)] for b in data)


def import_library() -> None:
    """Import what is tested, once it is known whether it is to be instrumented."""
    global article, codec, datelines, export, fold, quotetrack, reasons, render, when
    import quotetrack.article as article
    import quotetrack.codec as codec
    import quotetrack.export as export
    import quotetrack.extract
    import quotetrack.reasons as reasons
    import quotetrack.render as render
    import quotetrack.when as when
    from quotetrack.article import dateline as datelines
    from quotetrack.text import fold

    global WHOLE
    story = 'GENEVA, May 3 (Lake) -- "We go," Ana Ruiz, the envoy, said Friday in Paris, adding that "it" is over.'
    WHOLE = codec.to_dict(quotetrack.extract.analyse(story, published=DAY, people=["Ana Ruiz"]))


def read(text: str) -> None:
    """Any text is an article; offsets hold, parts partition, ids are unique, claims are in order."""
    reading = quotetrack.extract.analyse(text)
    spans = [(m.start, m.end, m.text) for speaker in reading.cast for m in speaker.mentions]
    spans += [(one.start, one.end, one.text) for one in reading.skipped]
    for claim in reading.claims:
        named = (claim.source, claim.cue, claim.addressee, claim.place, claim.medium)
        spans += [(one.start, one.end, one.text) for one in named if one is not None]
        spans += [(step.start, step.end, step.words) for step in claim.why]
        assert claim.spans and all(0 <= s.start < s.end <= len(text) for s in (*claim.spans, *claim.quoted))
        assert all(a.end <= b.start for a, b in zip(claim.spans, claim.spans[1:])), "a claim's spans are in order"
        reasons.explain(claim)
    assert all(text[start:end] == words for start, end, words in spans), "offsets tell the words"
    assert "".join(text[part.start : part.end] for part in reading.article.parts) == text, "parts partition"
    assert len({claim.id for claim in reading.claims}) == len(reading.claims), "ids are unique"
    starts = [claim.spans[0].start for claim in reading.claims]
    assert starts == sorted(starts), "claims are in order"
    few = [c for c in reading.claims if str(c.kind) != "indirect"]
    asked = quotetrack.extract.extract_quotes(text)
    assert [claim.id for claim in asked] == [claim.id for claim in few], "one reading, whatever is asked"


def send_out(text: str) -> None:
    """Every exporter takes every reading, and a record comes back from JSON as it was."""
    text = PAIR.sub("", text)  # the two would come back from JSON as one character
    reading = quotetrack.extract.analyse(text, id="an id" if len(text) % 2 else None, published=DAY, headline=text[:40])
    assert codec.from_dict(json.loads(json.dumps(codec.to_dict(reading)))) == reading
    for unit in export.UNITS:
        for known in export.FORMATS.values():
            parts = list(export.parts([reading], known.name, offsets=unit))
            if known.text is not None:
                "".join(known.text(parts))
    render.table(reading.claims)
    for claim in reading.claims:
        assert codec.loads(codec.dumps(claim)) == claim


def take_in(data: bytes) -> None:
    """A damaged dictionary gives a record or a refusal, and nothing else."""
    pick = random.Random(data)
    damaged = copy.deepcopy(WHOLE)
    for _ in range(1 + len(data) % 3):
        at = damaged
        while True:
            keys: Any = list(at) if isinstance(at, dict) else range(len(at))
            if not keys:
                break
            key = pick.choice(list(keys))
            below = at[key]
            if isinstance(below, (dict, list)) and below and pick.random() < 0.8:
                at = below
                continue
            if isinstance(at, dict) and pick.random() < 0.3:
                del at[key]
            else:
                at[key] = pick.choice(ODD)
            break
    for attempt in (lambda: codec.from_dict(damaged), lambda: codec.loads(text_of(data))):
        try:
            attempt()
        except REFUSALS:
            pass
    try:
        back = codec.from_dict(damaged)
    except REFUSALS:
        return
    assert codec.from_dict(codec.to_dict(back)) == back


def read_datelines(text: str) -> None:
    """The readers of datelines and times take any words."""
    image = fold(text)
    for start in range(0, min(len(text), 40)):
        for first in (True, False):
            found = datelines.find(text, image, start, len(text), DAY, first)
            assert found is None or start <= found.start < found.end <= len(text)
    article.read(text, image, published=None)
    for start, end in when.find(image, 0, len(image)):
        when.resolve(text[start:end], DAY)
    for words in text.split("\n")[:8]:
        when.resolve(words, DAY, tense="future")


def check(data: bytes) -> None:
    """One input, one of the four ways."""
    way, rest = (data[0] % 8, data[1:]) if data else (0, b"")
    if way < 4:
        read(text_of(rest))
    elif way < 6:
        send_out(text_of(rest))
    elif way < 7:
        take_in(rest)
    else:
        read_datelines(text_of(rest))


class Finds:
    """One input of each kind of failure, told apart by where in the library it happened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: dict[str, str] = {}
        self.inputs = 0

    def __call__(self, data: bytes) -> None:
        self.inputs += 1
        started = time.process_time()
        try:
            check(data)
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            place = next((f for f in reversed(frames) if "quotetrack" in Path(f.filename).parts), frames[-1])
            self.keep(f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}: {error}", data)
        else:
            if time.process_time() - started > SLOW:
                self.keep("slow", data)

    def keep(self, what: str, data: bytes) -> None:
        kind = what if what.startswith("AssertionError") else what.split(": ", 1)[0]
        if kind in self.known:
            return
        self.known[kind] = what
        self.folder.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(kind.encode()).hexdigest()[:8]
        text = text_of(data[1:]).encode("utf-8", "surrogatepass")
        (self.folder / f"{name}.txt").write_bytes(text)
        (self.folder / f"{name}.why").write_text(f"way {data[:1]!r}\n{what}\n", encoding="utf-8")
        print(f"found: {what}", flush=True)


def bytes_of(text: str) -> bytes:
    """Bytes that stand for about this text: what is neither a piece nor ASCII is left out."""
    pieces = sorted(range(len(PIECES)), key=lambda n: -len(PIECES[n]))
    out = bytearray()
    at = 0
    while at < len(text):
        piece = next((n for n in pieces if text.startswith(PIECES[n], at)), None)
        if piece is not None:
            out.append(FIRST_PIECE + piece)
            at += len(PIECES[piece])
        else:
            if ord(text[at]) < FIRST_PIECE:
                out.append(ord(text[at]))
            at += 1
    return bytes(out)


def begin(corpus: Path) -> None:
    """The project's seeds, cut to size, so that the fuzzer need not find out what an article is."""
    corpus.mkdir(parents=True, exist_ok=True)
    if any(corpus.iterdir()):
        return
    for path in sorted(Path(__file__).resolve().parent.parent.glob("seeds/**/*.txt")):
        data = bytes_of(path.read_text(encoding="utf-8", errors="surrogatepass"))
        for at in range(0, len(data), 600):
            for way in (0, 4, 7):
                (corpus / f"{path.stem}-{at}-{way}").write_bytes(bytes((way,)) + data[at : at + 600])


def with_atheris(finds: Finds, seconds: int, corpus: Path) -> None:
    """Coverage-guided, until the time is up; then the process ends."""
    begin(corpus)
    words = [sys.argv[0], f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-len_control=0", "-timeout=120"]
    atheris.Setup([*words, "-verbosity=0", "-print_final_stats=1", str(corpus)], finds)
    atheris.Fuzz()


def with_hypothesis(finds: Finds, seconds: int) -> None:
    """Targeted search: inputs of many claims and many kinds of steps are kept and turned further."""
    from hypothesis import HealthCheck, given, settings, target
    from hypothesis import strategies as st

    until = time.monotonic() + seconds

    @given(st.binary(max_size=400))
    @settings(max_examples=2000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def search(data: bytes) -> None:
        if time.monotonic() > until:
            return
        finds(data)
        reading = quotetrack.extract.analyse(text_of(data[1:]))
        target(float(len({step.rule for claim in reading.claims for step in claim.why})), label="rules")
        target(float(len(reading.claims)), label="claims")

    while time.monotonic() < until:
        search()


ODD: list[Any] = [
    None, True, 0, -1, 1 << 70, 1.5, float("nan"), "", "a", "\ud800", "2015-01-30", "2015-13-40", "direct", [], {},
    [[]], {"start": 1}, ["a"], "x" * 300,
]  # fmt: skip
WHOLE: Any = None


def fuzz(seconds: int, corpus: Path, found: Path) -> None:
    """Run in this process; atheris ends it."""
    if atheris is not None:
        with atheris.instrument_imports(include=["quotetrack"]):
            import_library()
    else:
        import_library()
    finds = Finds(found)
    if atheris is not None:
        with_atheris(finds, seconds, corpus)
    else:
        with_hypothesis(finds, seconds)
        print(f"{finds.inputs:,} inputs", flush=True)


def main() -> int:
    """Run in a process of its own, and say what was found."""
    parser = argparse.ArgumentParser(description="fuzzing of the reader, the exporters and the decoders")
    parser.add_argument("seconds", nargs="?", type=int, default=60)
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what reached new code (default: none is kept)")
    parser.add_argument("--found", type=Path, default=Path("fuzz-found"), help="a folder for one input of each failure")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.here:
        fuzz(asked.seconds, asked.corpus, asked.found)
        return 0
    with tempfile.TemporaryDirectory() as spare:
        corpus = asked.corpus or Path(spare, "corpus")
        words = [str(asked.seconds), "--corpus", str(corpus), "--found", str(asked.found)]
        status = subprocess.run([sys.executable, __file__, *words, "--here"], check=False).returncode
    found = sorted(asked.found.glob("*.why"))
    for path in found:
        print(path.stem, path.read_text(encoding="utf-8").replace("\n", "  "))
    print(f"{asked.seconds} s, {len(found)} kinds of failure in {asked.found}")
    return 1 if found or status else 0


if __name__ == "__main__":
    sys.exit(main())
