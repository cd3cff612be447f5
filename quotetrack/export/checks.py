"""AVeriTeC: the claim records of the fact-check data set of Schlichtkrull, Guo and Vlachos (NeurIPS 2023).

Only what an article tells is filled in. A label is given where a recorded review's rating is one of the four labels;
questions and answers are a checker's work, and their list is empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotetrack.export.linked import listed
from quotetrack.export.sheet import Sheet
from quotetrack.records import Claim

LABELS = ("Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking")


def averitec(sheet: Sheet) -> list[dict[str, Any]]:
    """The claims as entries of AVeriTeC."""
    return [_entry(claim, sheet) for claim in sheet.claims]


def _entry(claim: Claim, sheet: Sheet) -> dict[str, Any]:
    labels = {label.casefold(): label for label in LABELS}
    reviews = [review for review in sheet.reviews.get(claim.id, ()) if review.rating.casefold() in labels]
    last = reviews[-1] if reviews else None
    return {
        "claim": claim.text,
        "required_reannotation": False,
        "label": labels[last.rating.casefold()] if last else None,
        "justification": getattr(last, "note", None),
        "claim_date": claim.said_on.strftime("%d-%m-%Y") if claim.said_on else None,
        "speaker": claim.speaker.name if claim.speaker else None,
        "original_claim_url": sheet.url,
        "cached_original_claim_url": None,
        "fact_checking_article": getattr(last, "url", None),
        "reporting_source": claim.dateline.agency if claim.dateline else None,
        "location_ISO_code": None,
        "claim_types": [],
        "fact_checking_strategies": [],
        "questions": [],
    }


def averitec_text(entries: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A JSON array, piece by piece."""
    return listed(entries, "[", "]\n")
