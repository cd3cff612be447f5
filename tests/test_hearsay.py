"""Whom others heard: the words in marks are his whose they are said to be."""

from __future__ import annotations

import pytest

from quotetrack import extract_quotes
from quotetrack.attribution.hearsay import hearsay
from tests.lines import line_of, printed


@pytest.mark.parametrize(
    "text, who, cue",
    [
        ("“Out,” he is alleged to have said.", "he", "is alleged to have said"),
        ("“Out,” the driver is said to have told friends.", "the driver", "is said to have told"),
        ("“Out,” Kim was overheard saying.", "Kim", "was overheard saying"),
        ("“Out!” she could be heard shouting.", "she", "could be heard shouting"),
        ("Kim is reported to have told his son: “Wait here.”", "Kim", "is reported to have told"),
        ("But he is alleged to have said, “Wait here.”", "he", "is alleged to have said"),
        # and what is none
        ("“Out,” the driver was seen repairing.", "", ""),
        ("“Out,” the driver is said to have repaired.", "", ""),
        ("“Out,” the driver is seen to have said.", "", ""),
        ("He is said to have told friends the road that was “finished” broke.", "", ""),
        ("He is said to have left.", "", ""),
        ("“Out,” Kim shouted, running.", "", ""),
        ("Kim was overheard saying it.", "", ""),
    ],
)
def test_hearsay(text: str, who: str, cue: str) -> None:
    line = line_of(text)
    found = hearsay(line, 0, len(line.tags))
    if found is None or found.source is None:
        assert who == cue == ""
    else:
        assert (printed(line, found.source), printed(line, found.cue)) == (who, cue)


def test_its_speaker_is_the_one_who_is_said_to_have_said_it() -> None:
    text = "Kofi Lind stood in the dock on Monday. “Burn it,” he is alleged to have said."
    (claim,) = extract_quotes(text)
    assert claim.speaker is not None and claim.speaker.name == "Kofi Lind"
