"""What misuse raises. Content never raises: any ``str`` is an article."""

from __future__ import annotations


class QuotetrackError(Exception):
    """The base of every error that the library raises on purpose."""


class LedgerError(QuotetrackError):
    """A ledger file cannot be used: not a ledger, of a newer schema, or not writable."""


class DatasetError(QuotetrackError):
    """A dataset file cannot be read: of a newer schema, or not one of ours."""


class MissingExtra(QuotetrackError, ImportError):
    """A feature needs a package that is not installed; the message names the extra that brings it."""
