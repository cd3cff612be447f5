"""From the time words of wire copy ("Friday", "late last year") to the days that they mean."""

from __future__ import annotations

from quotetrack.when.reading import resolve
from quotetrack.when.saying import said
from quotetrack.when.shapes import find

__all__ = ["find", "resolve", "said"]
