"""Who said what in one article: python examples/who_said_what.py seeds/wild/beijing-envoy.txt"""

import sys
from pathlib import Path

from quotetrack import extract_quotes

text = Path(sys.argv[1]).read_text(encoding="utf-8")
for claim in extract_quotes(text):
    speaker = claim.speaker.name if claim.speaker else "somebody"
    print(f"{speaker}, {claim.said_on or 'no day given'}: {claim.text}")
