"""What a type checker sees at the door: read by mypy, never run."""

from __future__ import annotations

import datetime as dt

from typing_extensions import assert_type

import quotetrack
from quotetrack import Article, Claim, Reading, Speaker, analyse, explain, extract_quotes, read_article, to_dict

claims = extract_quotes("", kinds=("direct", "indirect"), published=dt.date(2015, 1, 30), people=["Ana Ruiz"], id="1")
assert_type(claims, list[Claim])
assert_type(claims[0].speaker, Speaker | None)
assert_type(claims[0].said_on, dt.date | None)
assert_type(explain(claims[0]), str)
assert_type(analyse("", headline="h"), Reading)
assert_type(analyse("").article, Article)
assert_type(read_article("", published=dt.datetime(2015, 1, 30, 18, 19)), Article)
assert_type(quotetrack.__version__, str)
to_dict(claims[0])["text"]

extract_quotes(b"")  # type: ignore[arg-type]  # bytes are to be decoded first
extract_quotes("", "direct")  # type: ignore[call-arg]  # everything but the text goes by name
claims[0].text = ""  # type: ignore[misc]  # records are frozen
