"""Who was told, and what."""

from __future__ import annotations

import pytest

from quotetrack.attribution.told import told
from quotetrack.phrases.lexicon import CUE_FORMS
from tests.lines import line_of, printed


def read(verb: str, text: str) -> tuple[str, str, str] | None:
    """The frame, the addressee and the content behind a verb; None where nobody is told."""
    line = line_of(f"Kim {verb} {text}")
    found = told(line, 2, len(line.tags), CUE_FORMS[verb].frames)
    if found is None:
        return None
    return found.frame_name, printed(line, found.addressee), " | ".join(printed(line, c) for c in found.content)


@pytest.mark.parametrize(
    "verb, text, expected",
    [
        ("told", "reporters that it broke.", ("that", "reporters", "that it broke")),
        ("told", "reporters in Oslo that it broke.", ("that", "reporters", "that it broke")),
        ("told", "Lee on Friday it broke.", ("clause", "Lee", "it broke")),
        ("told", "Friday's meeting that it broke.", ("that", "Friday's meeting", "that it broke")),
        ("told", "his host, Lee Min, that it broke.", ("that", "his host", "that it broke")),
        ("told", 'the town: "It broke."', ("quotation", "the town", '"It broke."')),
        ("told", "drivers not to wait.", ("np-to", "drivers", "not to wait")),
        ("told", "drivers to wait.", ("np-to", "drivers", "to wait")),
        ("warned", "them against the road.", ("prep", "them", "the road")),
        ("asked", "drivers whether it broke.", ("wh", "drivers", "whether it broke")),
        ("reminded", "voters of his plan.", ("prep", "voters", "his plan")),
        ("told", "the Herald visitors had come.", ("clause", "the Herald", "visitors had come")),
        ("told", "the Herald drivers.", ("", "the Herald drivers", "")),
        ("told", "reporters.", ("", "reporters", "")),
        ("told", "that it broke.", None),
        ("said", "reporters that it broke.", None),
    ],
)
def test_told(verb: str, text: str, expected: tuple[str, str, str] | None) -> None:
    assert read(verb, text) == expected
