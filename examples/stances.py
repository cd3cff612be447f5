"""What was denied, promised, wanted or warned of: python examples/stances.py FILE [STANCE …]

Without a stance, how often each occurs. Reported clauses count as well as quotations.
"""

import sys
from collections import Counter
from pathlib import Path

from quotetrack import extract_quotes

path, *asked = sys.argv[1:]
claims = extract_quotes(Path(path).read_text(encoding="utf-8"), kinds=("direct", "mixed", "indirect"))
with_cue = [(claim, claim.cue) for claim in claims if claim.cue]

for stance, count in Counter(str(cue.stance) for _, cue in with_cue).most_common():
    if not asked:
        print(f"{count:4} {stance}")
for claim, cue in with_cue:
    if str(cue.stance) in asked:
        speaker = claim.speaker.name if claim.speaker else "?"
        print(f"{speaker} {'did not ' if cue.negated else ''}{cue.lemma}: {claim.text}")
