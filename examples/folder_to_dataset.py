"""A small dataset from a folder of articles, one claim a line of JSON.

python examples/folder_to_dataset.py seeds/made claims.jsonl

What is known for certain goes into the columns that people filter by; the whole record stands beside them, so that
nothing is lost and from_dict gives the claim back.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from quotetrack import Claim, analyse, to_dict


def row(claim: Claim, file: str) -> dict[str, object]:
    """One line of the dataset."""
    return {
        "file": file,
        "speaker": claim.speaker.name if claim.speaker else None,
        "role": claim.speaker.role if claim.speaker else None,
        "said_on": claim.said_on.isoformat() if claim.said_on else None,
        "kind": str(claim.kind),
        "ground": str(claim.ground),
        "text": claim.text,
        "record": to_dict(claim),
    }


def main(folder: str, out: str) -> None:
    grounds: Counter[str] = Counter()
    with Path(out).open("w", encoding="utf-8") as lines:
        for path in sorted(Path(folder).glob("*.txt")):
            # bytes, then decode: line ends stay as they are, and the offsets with them
            reading = analyse(path.read_bytes().decode("utf-8"), id=path.stem)
            for claim in reading.claims:
                grounds[str(claim.ground)] += 1
                print(json.dumps(row(claim, path.name), ensure_ascii=False), file=lines)
    print(f"{sum(grounds.values())} claims:", ", ".join(f"{count} {ground}" for ground, count in grounds.most_common()))


if __name__ == "__main__":
    main(*sys.argv[1:3])
