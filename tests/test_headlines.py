"""Headlines whose colon stands for the cue."""

from __future__ import annotations

import pytest

from quotetrack import extract_quotes

BODY = "\n\nGENEVA, May 3 (Lake) -- The talks go on."


@pytest.mark.parametrize(
    ("headline", "text", "source"),
    [
        ("Talks are 'closer than ever': Norwegian envoy", "Talks are 'closer than ever'", "Norwegian envoy"),
        ("Ruiz: the road is 'a disgrace'", "the road is 'a disgrace'", "Ruiz"),
    ],
)
def test_words_and_source_on_the_sides_of_a_colon(headline: str, text: str, source: str) -> None:
    [claim] = [c for c in extract_quotes(headline + BODY) if c.spans[0].start < len(headline)]
    assert (claim.text, claim.source and claim.source.text, claim.cue and claim.cue.text) == (text, source, ":")


def test_no_claim_where_one_side_is_no_source() -> None:
    headline = "What we know: the 'ghost ship' that came back to the harbour empty"
    assert not [c for c in extract_quotes(headline + BODY) if c.cue and c.cue.text == ":"]
