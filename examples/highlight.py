"""An article as a page with its quotations marked: python examples/highlight.py FILE > page.html

Each passage carries its speaker and the reasons as a tooltip. The offsets of the records are all that is needed.
"""

import html
import sys
from pathlib import Path

from quotetrack import analyse, explain

text = Path(sys.argv[1]).read_bytes().decode("utf-8")
reading = analyse(text)

marks = sorted((span.start, span.end, claim) for claim in reading.claims for span in claim.quoted if not claim.within)
print("<!doctype html><meta charset=utf-8><style>body{white-space:pre-wrap;max-width:45em}</style>")
at = 0
for start, end, claim in marks:
    if start < at:
        continue  # a quotation inside another is shown with the outer one
    tip = html.escape(explain(claim), quote=True)
    print(html.escape(text[at:start]), f'<mark title="{tip}">', html.escape(text[start:end]), "</mark>", sep="", end="")
    at = end
print(html.escape(text[at:]))
