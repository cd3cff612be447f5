"""What stands around a cue: never what was said, who said it, or another clause."""

from __future__ import annotations

import pytest

from quotetrack.attribution import attribute
from quotetrack.quotes import scan
from quotetrack.text import fold


def frames(text: str) -> list[list[str]]:
    image, paragraphs = fold(text), [(0, len(text))]
    drafts, _ = attribute(text, image, paragraphs, scan(text, image, paragraphs))
    for draft in drafts:
        for stretch in draft.frame:
            assert not any(stretch.start < span.end and span.start < stretch.end for span in draft.spans)
    return [[text[f.start : f.end] for f in draft.frame] for draft in drafts]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ('"It is over," Kim said in a statement on Friday.', [["in a statement on Friday"]]),
        ('On Friday, Kim said it was "over".', [["On Friday"]]),
        ('Kim told reporters in Beijing on Tuesday that it was "over".', [["in Beijing on Tuesday"]]),
        ('In a statement on Monday, Lee said: "It is over."', [["In a statement on Monday"]]),
        ('Asked on Monday whether it was over, Kim replied: "No."', [["on Monday"]]),
        ('Speaking in Oslo on Friday, Kim said it was "over".', [["in Oslo on Friday"]]),
        ('"It is over," said Kim, the envoy, on Tuesday.', [["on Tuesday"]]),
        ('"It is over," Kim said on Friday, adding that it was late.', [["on Friday"], []]),
        ('After it fell on Friday, Kim said it was "over".', [[]]),
    ],
)
def test_frames(text: str, want: list[list[str]]) -> None:
    assert frames(text) == want
