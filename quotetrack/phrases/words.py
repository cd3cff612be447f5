"""A paragraph as a row of words, each with the letter of its class: the ground that cues and names are read on.

A quotation is one word here (letter ``Q``): what is said inside it never takes part in the grammar around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from quotetrack.phrases.lexicon import CUE_FORMS, LETTERS
from quotetrack.records import Passage
from quotetrack.rules.words import ABBREVIATIONS

_TOKEN = re.compile(
    r" ?("  # a space is taken along, so that no alternative is tried on it in vain
    r"[A-Za-z][a-z]*(?=[ ,])"  # most words: first, for speed
    r"|\d[\w,.:/-]*(?<![,.:/-])%?"
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[A-Z]-(?:[A-Z][a-z]*\.?)+"  # R-Ohio, D-N.Y.
    r"|(?:" + "|".join(ABBREVIATIONS) + r")\.|[A-Z]\.(?=[ A-Z])"
    r"|[A-Za-z]{2,8}n't\b"
    r"|\w+(?:[-&.@/](?=\w)\w+|'(?!(?:s|re|ve|d|ll|m|S)\b)\w+)*"
    r"|'(?:s|re|ve|d|ll|m|S)\b"
    r"|\.\.\.+|--+|[^\w\s])"
)
_PUNCTUATION = {
    ".": ".", "!": "!", "?": "!", ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "—": "-", "–": "-",
    "--": "-", "-": "-", "---": "-", "…": ",", "...": ",", "'": "Z", "&": "C", "$": "D", "%": "N",
}  # fmt: skip
_SUFFIXES = {"ly": "R", "ng": "G", "ed": "E"}
_NOT_ADVERBS = frozenset(
    "only early daily weekly monthly yearly family italy ally rally assembly supply july reply elderly friendly likely "
    "unlikely deadly lovely holy ugly fly bully".split()
)
_NOUNS = frozenset(
    "king thing things nothing something anything everything spring string ring wing evening morning building meeting "
    "hearing briefing ceiling wedding funding spending hundred need seed speed feed deed breed shed".split()
)


@lru_cache(maxsize=65536)
def _letter(word: str) -> str:
    """The class letter of a word that is in no list, by its shape and its ending."""
    head = word[0]
    if word.endswith("n't"):
        return "A"  # doesn't, wasn't
    if head.isupper():
        low = word.lower()
        known = LETTERS.get(low, "P")
        if word.isupper() and len(word) > 1:
            return "P"
        return known if known in "TWIMHCLX" or known == "O" else "P"
    if head.isdigit() or head in "$£€":
        return "D"
    if not head.isalpha():
        return _PUNCTUATION.get(word[:3], "q")
    tag = _SUFFIXES.get(word[-2:], "N")
    if tag == "N" or len(word) < 5 or word in _NOUNS:
        return "N"
    return "J" if word in _NOT_ADVERBS else tag


class Line:
    """The words of one paragraph.

    ``words`` (as printed) and ``starts`` (their offsets) run in step with ``tags``, a string of class letters;
    ``quotes`` maps the place of a ``Q`` to its passage; ``sentences`` are half-open ranges of places. ``titled`` says that
    the line is a headline, whose words may all begin with a capital.
    """

    __slots__ = ("image", "words", "starts", "tags", "quotes", "sentences")

    def __init__(self, image: str, start: int, end: int, passages: Sequence[Passage], *, titled: bool = False) -> None:
        self.image = image
        self.words: list[str] = []
        self.starts: list[int] = []
        self.quotes: dict[int, Passage] = {}
        at = start
        for passage in passages:
            if passage.outer_start > at:
                self._read(at, passage.outer_start)
            self.quotes[len(self.words)] = passage
            self.words.append(QUOTE)
            self.starts.append(passage.outer_start)
            at = passage.outer_end
        if end > at:
            self._read(at, end)
        get = LETTERS.get
        tags = [get(word) or _letter(word) for word in self.words]
        for place in self.quotes:
            tags[place] = "Q"
        if titled:
            _lower(tags, self.words)
        _settle(tags, self.words)
        self.tags = "".join(tags)
        self.sentences = _sentences(self)

    def _read(self, start: int, end: int) -> None:
        found = _TOKEN.findall(self.image, start, end)
        self.words += found
        find, add, at = self.image.find, self.starts.append, start
        for word in found:
            at = find(word, at)
            add(at)
            at += len(word)

    def end(self, place: int) -> int:
        """The offset where the word at ``place`` ends."""
        passage = self.quotes.get(place)
        return passage.outer_end if passage else self.starts[place] + len(self.words[place])


QUOTE = "\0"  # stands for a whole quotation in ``Line.words``


def _lower(tags: list[str], words: list[str]) -> None:
    """In a headline every word may begin with a capital: a cue verb is read as one where it stands like one."""
    for i, tag in enumerate(tags):
        if tag == "P" and i:
            known = LETTERS.get(words[i].lower(), "P")
            if known in "sVAIRSH":
                tags[i] = known


_ADVERBS_OF_BEING = frozenset("certainly still clearly probably really also definitely simply never".split())
_VERBS_ALONE = frozenset(
    "say says tell tells ask asks argue argues believe believes know knows think thinks insist insists agree agrees contend "
    "contends oppose opposes acknowledge acknowledges suggest suggests".split()
)
_ALONE = frozenset("another some many most both each this these those all".split())
_PLURALS = frozenset("people police women men children media data staff public".split())
_SPELLS = frozenset("day week month year night morning afternoon evening weekend time moment point".split())


def _settle(tags: list[str], words: list[str]) -> None:
    """Capitals that only begin a sentence, and forms that may be a noun or a verb: what stands before them tells."""
    before = "."
    for i, tag in enumerate(tags):
        if tag == "P":
            if before in ".!Q:-(;":
                known = None if words[i].isupper() and len(words[i]) > 1 else LETTERS.get(words[i].lower())
                if known == "A" and i + 1 < len(tags) and tags[i + 1] in "Vs":
                    known = None  # Will urged
                if known and not (known in "bs" and i + 1 < len(tags) and tags[i + 1] in "P"):
                    tags[i] = tag = "N" if known == "b" else known
                elif known is None and words[i].endswith("ing") and (i + 1 >= len(tags) or tags[i + 1] not in "PVA"):
                    tags[i] = "G"
        elif tag == "H":
            if i + 1 < len(words) and words[i + 1] in _SPELLS:
                tags[i] = "T"  # that month, that day
        elif tag == "U":
            if words[i].isupper():
                tags[i] = "P"  # the US
        elif tag == "R":
            if words[i] in ("there", "There") and i + 1 < len(tags) and (tags[i + 1] in "Av" or words[i + 1] in _ADVERBS_OF_BEING):
                tags[i] = "O"  # there was, there are: it stands as a subject
        elif tag in "bs":
            if words[i] in _VERBS_ALONE and (before != "T" or words[i - 1].lower() in _ALONE):
                pass  # "a man from the campaign say": no noun has this form
            elif before in "TJDZIE" or (before == "U" and tag == "s") or (before in ".!" and tag == "b"):
                tags[i] = "N"
            elif tag == "b" and before in "NP" and words[i - 1][-1] != "s" and words[i - 1] not in _PLURALS:
                if not (i > 2 and "C" in tags[max(0, i - 4) : i]):
                    tags[i] = "N"  # a singular noun takes no base form: "an angry press conference"
        elif tag == "V":
            if before in "TD" and i + 1 < len(tags) and tags[i + 1] in ("NPJ" if before == "T" else "N"):
                tags[i] = "E"
        elif tag == "Z":
            if words[i] == "'s" and before in "OWH":
                tags[i] = "A"
        elif tag == "A" and words[i] == "'s" and before in "PNMDs":
            tags[i] = "Z"
        before = tags[i]


# A subject and a verb behind a quotation: '"Why?" Kim asked.', '"Go!" Rep. Ana Ruiz, D-Ohio, said.'
_SAYS_AFTER = re.compile(r"(?:O|T?[JNPDZE(),]{0,9}[NP]\)?(?:,[^.!Q:;]{1,14},)?)R?([Vbs])|([Vs])(?:O|T?[JNPDZ]{0,9}[NP])")


def _says_after(line: Line, place: int, stopped: bool) -> bool:
    """Whether the words at ``place`` say who said the quotation before them; ``stopped``: it ends in a full stop."""
    m = _SAYS_AFTER.match(line.tags, place)
    if m is None:
        return False
    verb = m.start(m.lastindex or 0)
    cue = CUE_FORMS.get(line.words[verb].lower())
    if cue is None or "q" not in cue.frames:
        return False
    behind = line.tags[verb + 1 : verb + 2] if m.lastindex == 1 else line.tags[m.end() : m.end() + 1]
    if cue.verb.lemma in ("tell", "ask") and behind in tuple("NUPTJ"):
        return True
    return behind in ("", ".", "R", "M", "I", "!") or (behind == "," and not stopped)


def _sentences(line: Line) -> list[tuple[int, int]]:
    """Where sentences end: at a full stop before a capital, and at a quotation that ends with one."""
    tags, starts, image = line.tags, line.starts, line.image
    out: list[tuple[int, int]] = []
    begin = 0
    n = len(tags)
    for m in _ENDS.finditer(tags):
        i = m.start()
        if tags[i] == "Q":
            inside = line.quotes[i]
            last = image[inside.end - 1 : inside.end]
            if last not in ".!?'…" or not last or (tags[i + 1] != "Q" and image[starts[i + 1]].islower()):
                continue
            if _says_after(line, i + 1, last == "."):
                continue
        elif i + 1 < n and (tags[i + 1] in ",;:)!.-" or image[starts[i + 1]].islower()):
            continue
        out.append((begin, i + 1))
        begin = i + 1
    if begin < n:
        out.append((begin, n))
    return out


_ENDS = re.compile(r"[.!]|Q(?=[^,.!;:)-])")
