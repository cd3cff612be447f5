"""Small cases over names and forms of many cultures: seeds/cases/names.json."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from tests.cast_stage import settled

NAMES = json.loads(
    (pathlib.Path(__file__).parent.parent / "seeds" / "cases" / "names.json").read_text(encoding="utf8")
)
CASES, KNOWN = NAMES["cases"], NAMES["known"]


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    _check(case)


@pytest.mark.xfail(strict=True, reason="not read yet; a case that comes right moves up to the others")
@pytest.mark.parametrize("case", KNOWN, ids=[case["about"] for case in KNOWN])
def test_known_failure(case: dict[str, Any]) -> None:
    _check(case)


def _check(case: dict[str, Any]) -> None:
    verdicts, _ = settled(case["text"], [source for source, _ in case["who"]])
    got = [v.speaker.name if v.speaker else None for v in verdicts]
    assert got == [name for _, name in case["who"]]
    for key in ("kind", "role", "anonymity"):
        if key in case:
            value = getattr(verdicts[0].speaker, key)
            assert (str(value) if value is not None else None) == case[key]


def test_there_are_enough() -> None:
    assert len(CASES) >= 60
