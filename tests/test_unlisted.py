"""A verb of saying that no list has: where one can stand, and where another verb does."""

from __future__ import annotations

import pytest

from tests.lines import relations

BROKE = '"It broke,"'


@pytest.mark.parametrize("text, expected", [
    (f"{BROKE} the envoy averred.", [("unlisted verb", "the envoy", "aver", BROKE)]),
    (f"{BROKE} averred the envoy.", [("unlisted verb", "the envoy", "aver", BROKE)]),
    ('"It broke", Kim averred.', [("unlisted verb", "Kim", "aver", '"It broke"')]),
    (f"{BROKE} Kim parried.", [("unlisted verb", "Kim", "parry", BROKE)]),
    (f"{BROKE} Kim crammed.", [("unlisted verb", "Kim", "cram", BROKE)]),
    (f'{BROKE} Kim harrumphed, "and fell."', [("unlisted verb", "Kim", "harrumph", f'{BROKE} | "and fell."')]),
    ('"It broke" Kim averred.', []),
    (f"{BROKE} averred the envoy was wrong.", []),
    (f"{BROKE} averred.", []),
    (f"{BROKE} had averred.", []),
    (f"{BROKE} Kim averred that it fell.", []),
    (f"{BROKE} Kim carried the road.", []),
    ("Averred, Kim averred.", []),
    ('"It broke," the driver riffed on the bridge.', [("unlisted verb", "the driver", "riff", '"It broke,"')]),
])
def test_verbs_that_no_list_has(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert relations(text) == expected
