"""The ledger: the same statement across articles, revisions and time, in one SQLite file."""

from __future__ import annotations

from quotetrack.ledger.adding import one_statement
from quotetrack.ledger.book import Ledger
from quotetrack.ledger.results import (
    Added,
    Alteration,
    Conflict,
    Fault,
    Listed,
    Person,
    Review,
    Revision,
    Sighting,
    Tally,
    Track,
)

__all__ = [
    "Added",
    "Alteration",
    "Conflict",
    "Fault",
    "Ledger",
    "Listed",
    "Person",
    "Review",
    "Revision",
    "Sighting",
    "Tally",
    "Track",
    "one_statement",
]
