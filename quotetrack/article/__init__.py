"""The structure of an article: slug, headline, notes, byline, dateline, paragraphs, sign-off and site furniture."""

from quotetrack.article.layout import Layout
from quotetrack.article.reader import read, walk

__all__ = ["Layout", "read", "walk"]
