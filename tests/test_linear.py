"""Work grows with the text and no faster: calls over hostile texts, and steps of every pattern over near-misses."""

from __future__ import annotations

import pkgutil
import re
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

import quotetrack
from benchmarks.speed import HOSTILE, grown
from quotetrack import analyse
from tests.pattern_steps import Steps, TooManySteps, near_misses

# More heaps of what a sentence is made of, than benchmarks/speed.py measures.
HEAPS = {
    **HOSTILE,
    "verbs between commas": "said, ",
    "cues around marks": 'he "we go" said ',
    "short and long marks": 'a "b" c "d e f g h" ',
    "titles of works": "Kim's \"The Big One\" ",
    "relative clauses": "the man who ",
    "according": "according to ",
    "passives": "said by ",
    "that": "said that ",
    "semicolons": "he said; ",
    "dashes": " - ",
    "bodies": "Bank of ",
    "joined names": "Kim and ",
    "titles": "Mr. ",
    "lead-ins": "He said:\n\"We go.\"\n",
    "namesakes": '"We are ready," Ana{0} Kim said.\n\n',
    "roles": '"We go," a senator from Ohio{0} said.\n\n"We go," the senator said.\n\n',
    "plain claims": "Kim said that he left. ",
    "unnamed": '"We go," said an official who was not authorized to speak. ',
    "apostrophes": "'",
    "times": "on Friday in Paris ",
    "wrapped lines": "aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll mmm nnn ooo\n",
}
SIZE = 6_000
MOST = 400_000


def calls(text: str) -> int:
    """How many calls, of Python and of C, reading a text takes."""
    count = 0

    def note(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        analyse(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", HEAPS)
def test_twice_the_text_takes_twice_the_calls(name: str) -> None:
    piece = HEAPS[name]
    analyse(grown(piece, 2 * SIZE))  # what is made once, on first use, is not counted
    small, large = calls(grown(piece, SIZE)), calls(grown(piece, 2 * SIZE))
    assert large <= 2.3 * small + 500


def test_depth_does_not_overflow_the_stack() -> None:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(200 + len(_stack()))
    try:
        for piece in ("“a ‘b ", "(", "[{(", "he said that ", '"', "of the man who "):
            analyse(piece * 3_000)
    finally:
        sys.setrecursionlimit(limit)


def _stack() -> list[object]:
    frames: list[object] = []
    frame = sys._getframe()
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back  # type: ignore[assignment]
    return frames


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern that a module of the library holds by name."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(quotetrack.__path__, "quotetrack."):
        if module.name.endswith("__main__"):
            continue
        try:
            loaded = import_module(module.name)
        except ImportError:  # an extra that is not installed
            continue
        for name, value in vars(loaded).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found.setdefault(f"{module.name.removeprefix('quotetrack.')}.{name}", value)
    return found


# Patterns that look back over a run again and again, and where nothing long ever comes to them.
BOUNDED = {
    "article.kinds._NOTE": "a line of no more than 500 characters, matched whole",
    "article.kinds._SIGNOFF_FOLDED": "a line of no more than 500 characters, matched whole",
    "article.kinds._FURNITURE": "a line of no more than 200 characters, matched whole",
    "attribution.contents._NAMED": "the letters of a sentence: no more than 200",
    "attribution.ends._NEXT_SUBJECT": "the letters of a sentence: no more than 200",
    "export.tables._FORMULA": "matched at the beginning of a cell",
    "phrases.forms._BREAK": "a noun phrase, cut to size before",
    "phrases.forms._NEXT_WORD": "matched at one place",
    "setting._WORD_BEFORE": "the 40 characters before a place",
}
PATTERNS = {name: pattern for name, pattern in patterns().items() if name not in BOUNDED}


@pytest.fixture
def deep() -> Iterator[None]:
    """The counting engine goes on by calls; the library does not."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(30_000)
    yield
    sys.setrecursionlimit(limit)


@pytest.mark.usefixtures("deep")
@pytest.mark.parametrize("name", PATTERNS)
def test_near_misses_take_steps_in_proportion(name: str) -> None:
    """A search over twice as long a near-miss takes no more than thrice the steps, and never very many."""
    pattern = PATTERNS[name]
    for short, long in zip(near_misses(pattern, 200), near_misses(pattern, 400)):
        try:
            small, large = Steps(pattern, MOST).search(short), Steps(pattern, MOST).search(long)
        except TooManySteps:
            pytest.fail(f"more than {MOST:,} steps over {short[:80]!r} …")
        assert large <= 3 * small + 2_000, short[:80]


@pytest.mark.usefixtures("deep")
def test_the_count_of_steps_tells_what_blows_up() -> None:
    with pytest.raises(TooManySteps):
        Steps(re.compile(r"(?:a+)+b"), MOST).search("a" * 40 + "c")
    square = [Steps(re.compile(r"a*a*b"), 10**7).search("a" * n) for n in (60, 120)]
    assert square[1] > 4 * square[0]
    assert Steps(re.compile(r"[a-z]{1,9}b|\bc(?=d)|(?i:X)y"), MOST).search("the end of it xy cd") < 400
