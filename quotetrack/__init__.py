"""quotetrack: what was said in a news article, by whom, where and when, as typed claim records."""

__version__ = "0.1.0"
