"""Transcripts: what stands behind a label is what was said."""

from __future__ import annotations

from quotetrack import extract_quotes
from quotetrack.attribution.turns import find_turns

HEARING = """MS. RUIZ: We will appeal.

THE COURT: On what ground?

MS. RUIZ: On the evidence.

It was not shown to us.

(Laughter.)

THE COURT: Noted."""


def turns(text: str) -> list[tuple[str | None, str]]:
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append((start, start + len(part)))
        start += len(part) + 2
    found = find_turns(text, paragraphs)
    return [(text[slice(*t.label)] if t.label else None, text[t.start : t.end]) for _, t in sorted(found.items())]


def test_each_turn_is_what_its_speaker_said() -> None:
    assert turns(HEARING) == [
        ("MS. RUIZ", "We will appeal."),
        ("THE COURT", "On what ground?"),
        ("MS. RUIZ", "On the evidence."),
        (None, "It was not shown to us."),
        ("THE COURT", "Noted."),
    ]


def test_turns_are_direct_claims_without_marks() -> None:
    claims = extract_quotes(HEARING)
    assert [str(claim.kind) for claim in claims] == ["direct"] * 5
    assert claims[3].source == claims[2].source or claims[3].source is None
    assert all(claim.quoted == () for claim in claims)


def test_questions_of_the_paper_are_nobodys_claims() -> None:
    text = '"I cook," Ana Ruiz said.\n\nQ: Since when?\n\nA: Since May.\n\nQ: Where?\n\nA: At home.'
    claims = extract_quotes(text)
    assert [claim.text for claim in claims] == ["I cook,", "Since May.", "At home."]
    assert {claim.speaker.name for claim in claims if claim.speaker} == {"Ana Ruiz"}


def test_facts_with_labels_are_no_transcript() -> None:
    assert turns("DIRECTOR: Ana Ruiz.\n\nCAST: Jon Bell.\n\nRUNNING TIME: 90 minutes.") == []
    assert turns("THE FACTS: It fell.\n\nTHE FACTS: It rose.\n\nTHE FACTS: It fell again.") == []
    assert turns("Date: Friday.\n\nTime: 7 p.m.\n\nPlace: The hall.") == []


def test_a_turn_in_marks_is_read_as_a_quotation() -> None:
    text = 'MS. RUIZ: "We will appeal."\n\nMR. BELL: "On what ground?"\n\nMS. RUIZ: "On the evidence."'
    assert [claim.text for claim in extract_quotes(text)] == ["We will appeal.", "On what ground?", "On the evidence."]
