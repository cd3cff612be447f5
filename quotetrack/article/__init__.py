"""The structure of an article: slug, headline, notes, byline, dateline, paragraphs, sign-off and site furniture."""

from quotetrack.article.reader import read

__all__ = ["read"]
