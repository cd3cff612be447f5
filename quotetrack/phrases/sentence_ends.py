"""Where the sentences of a paragraph end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotetrack.phrases.lexicon import CUE_FORMS
from quotetrack.records import Passage

# A subject and a verb behind a quotation: '"Why?" Kim asked.', '"Go!" Rep. Ana Ruiz, D-Ohio, said.'
_SAYS_AFTER = re.compile(
    r"(?:O|T?[JNPDZE(),]{0,9}[NP]\)?(?:,[^.!Q:;]{1,14},)?)R?([VbsE])|([Vs])(?:O|T?[JNPDZ]{0,9}[NP])"
)


def _says_after(tags: str, words: list[str], place: int, stopped: bool) -> bool:
    """Whether the words at ``place`` say who said the quotation before them; ``stopped``: it ends in a full stop."""
    m = _SAYS_AFTER.match(tags, place)
    if m is None:
        return False
    verb = m.start(m.lastindex or 0)
    cue = CUE_FORMS.get(words[verb].lower())
    if cue is None or "q" not in cue.frames:
        return cue is not None and tags[verb + 1 : verb + 2] == "."  # '"Is it?" Kim pressed.'
    if cue.verb.lemma == "go" and tags[verb + 2 : verb + 3] == "L":
        return False  # "He went on to endorse Kim"
    if tags.find(":Q", m.end(), m.end() + (8 if stopped else 2)) >= 0:
        return False  # "“Q.” The reply, from Kim, read in full: “Q2”", "“Q?” Kim shouted back: “Q2”"
    behind = tags[verb + 1 : verb + 2] if m.lastindex == 1 else tags[m.end() : m.end() + 1]
    if cue.verb.lemma in ("tell", "ask") and behind in tuple("NUPTJ"):
        return True
    if behind == "L" and "to" in cue.frames:
        return False  # "The agency declined to give details"
    return behind in ("", ".", "R", "M", "I", "L", "S", "!") or (behind == "," and not stopped)


def sentences(tags: str, words: list[str], image: str, quotes: dict[int, Passage]) -> list[tuple[int, int]]:
    """Where sentences end: at a full stop before a capital, and at a quotation that ends with one."""
    out: list[tuple[int, int]] = []
    begin = 0
    n = len(tags)
    for m in _ENDS.finditer(tags):
        i = m.start()
        if tags[i] == "Q":
            inside = quotes[i]
            last = image[inside.end - 1 : inside.end]
            if last not in ".!?'…—–" or not last or (tags[i + 1] != "Q" and words[i + 1][0].islower()):
                continue
            resumed = last == "." and tags.find("Q", begin, i) >= 0  # “It was,” he added, “late.” Kim laughed.
            if not resumed and _says_after(tags, words, i + 1, last == "."):
                continue
        elif i + 1 < n and words[i + 1][0].islower():
            continue
        out.append((begin, i + 1))
        begin = i + 1
    if begin < n:
        out.append((begin, n))
    return out if n <= _LONGEST else [piece for sentence in out for piece in _pieces(tags, *sentence)]


_LONGEST = 200  # words: what runs on for longer is a list or a heap of words, and is read piece by piece


def _pieces(tags: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces that are not too long, parted behind a quotation or at a comma where there is one."""
    while end - begin > _LONGEST:
        half, most = begin + _LONGEST // 2, begin + _LONGEST
        cut = max(tags.rfind("Q", half, most), tags.rfind(",", half, most), tags.rfind(";", half, most)) + 1 or most
        yield begin, cut
        begin = cut
    yield begin, end


_ENDS = re.compile(r"\.(?![,;:)!.-])|!(?![,;:)!.-])|Q(?=[^,.!;:)-])")
