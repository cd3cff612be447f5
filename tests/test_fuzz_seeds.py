"""What fuzzing found once is read for good: no exception, and the laws hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import fuzz

FOUND = sorted((Path(__file__).parent.parent / "seeds" / "fuzz").glob("*.txt"))


@pytest.fixture(scope="module", autouse=True)
def library() -> None:
    fuzz.import_library()


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_was_found_holds(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "surrogatepass")
    fuzz.read(text)
    fuzz.send_out(text)
    fuzz.read_datelines(text)


def test_any_bytes_stand_for_a_text() -> None:
    assert fuzz.text_of(bytes(range(256))).startswith("\x00\x01")
    assert fuzz.bytes_of(fuzz.text_of(b"ab\x80\x81")) == b"ab\x80\x81"


def test_damaged_records_are_refused_or_read() -> None:
    for number in range(60):
        fuzz.check(bytes((6, number, number * 3 % 251)))
