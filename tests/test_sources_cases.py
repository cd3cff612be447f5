"""Whose words they are: invented sentences with their answers, in ``seeds/cases/sources.txt``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quotetrack import Claim, analyse

_CASES = Path(__file__).parent.parent / "seeds" / "cases" / "sources.txt"
_MARK = re.compile(r"\{(s?\d+):|\}")
_ARTICLES = re.compile(r"(?:the|a|an) ", re.IGNORECASE)


def lines() -> list[str]:
    return [line for line in _CASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def cases() -> list[object]:
    """The lines; those behind "! " are not read right yet."""
    wrong = pytest.mark.xfail(strict=True, reason="not read right yet")
    return [pytest.param(line[2:], marks=wrong) if line.startswith("! ") else line for line in lines()]


def parsed(line: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text without braces, and where each name's words stand: from the first of them to the last."""
    text, at, opened = "", 0, []
    spans: dict[str, tuple[int, int]] = {}
    for m in _MARK.finditer(line):
        text += line[at : m.start()]
        at = m.end()
        if m[1]:
            opened.append((m[1], len(text)))
        else:
            name, start = opened.pop()
            spans[name] = (spans.get(name, (start, start))[0], len(text))
    return text + line[at:], spans


def bare(words: str | None) -> str | None:
    return words and _ARTICLES.sub("", words, count=1).rstrip(",")


@pytest.mark.parametrize("line", cases())
def test_whose_words_they_are(line: str) -> None:
    text, spans = parsed(line.replace("\\n", "\n"))
    said = sorted((name for name in spans if name.isdigit()), key=lambda name: spans[name])
    claims: list[Claim] = [claim for claim in analyse(text).claims if str(claim.kind) != "indirect"]
    claims.sort(key=lambda claim: claim.quoted[0].start)
    assert len(claims) == len(said), [claim.text for claim in claims]
    for name, claim in zip(said, claims, strict=True):
        start, end = spans[name]
        assert all(start <= span.start and span.end <= end for span in claim.quoted)
        source = spans.get("s" + name)
        assert bare(claim.source.text if claim.source else None) == bare(text[slice(*source)] if source else None)


@pytest.mark.parametrize("line", lines())
def test_a_text_may_break_off_behind_any_word(line: str) -> None:
    text, _ = parsed(line.removeprefix("! ").replace("\\n", "\n"))
    for m in re.finditer(r"(?<=\S)(?=\s)", text):
        for begun in (text[: m.end()], f"“We are all ready to go home.” {text[: m.end()]}"):
            assert all(span.end <= len(begun) for claim in analyse(begun).claims for span in claim.spans)


@pytest.mark.parametrize(
    "text",
    [
        "“We are all ready to go home.” That",
        "“We are all ready to go home.” Such",
        "Told that Orr had called him “weak,” Lowe shot",
        "Lowe was asked about",
        "“We are all ready to go home.”\n\n- Ana Ruiz, of the",
    ],
)
def test_a_text_that_breaks_off_is_read(text: str) -> None:
    assert analyse(text).article.text == text
