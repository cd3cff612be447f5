"""Says what to do about each quotation of a draft; ends with status 1 where one cannot stand as it is.

python examples/check_draft.py [DRAFT SOURCE...]
"""

import sys
from pathlib import Path

from quotetrack import verify_quotes

DRAFT = """\
The council is divided. "The bridge is safe," Mayor Ana Ruiz said. "It needs five million dollars in repairs," said
Peter Lang, the engineer. "We will never close it," Ruiz said.
"""
SOURCE = """\
"The bridge is safe," Mayor Ana Ruiz told the council. "We will not close it."

Peter Lang, the engineer, disagreed. "It needs six million dollars in repairs," Lang said.
"""

ADVICE = {
    "not found": "find the source, or take it out",
    "too short": "quote more of it, or look it up by hand",
    "altered": "write what was said",
    "wrong speaker": "name who said it",
    "bracketed": "read the brackets against the source",
    "elided": "see that what is left out changes nothing",
}


def main(draft: str, sources: list[str]) -> int:
    bad = 0
    for verdict in verify_quotes(draft, sources):
        quote = verdict.draft.of(draft)
        if verdict.good:
            print(f"ok     “{quote}”")
            continue
        bad += 1
        print(f"CHECK  “{quote}”\n       {verdict.verdict}: {ADVICE[str(verdict.verdict)]}. {verdict.why}")
    return int(bad > 0)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
        sys.exit(main(texts[0], texts[1:]))
    main(DRAFT, [SOURCE])
