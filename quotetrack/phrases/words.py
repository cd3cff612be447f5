"""A paragraph as a row of words, each with the letter of its class: the ground that cues and names are read on.

A quotation is one word here (letter ``Q``): what is said inside it never takes part in the grammar around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotetrack.phrases.lexicon import CUE_FORMS, LETTERS
from quotetrack.records import Passage
from quotetrack.rules.words import ABBREVIATIONS

_TOKEN = re.compile(
    r" ?("  # a space is taken along, so that no alternative is tried on it in vain
    r"[A-Za-z][a-z]*(?=[ ,])"  # most words: first, for speed
    r"|\d[\w,.:/-]*(?<![,.:/-])%?"
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[A-Z]-(?:[A-Z][a-z]*\.?)+"  # R-Ohio, D-N.Y.
    r"|(?:" + "|".join(ABBREVIATIONS) + r")\.|[A-Z]\.(?=[\sA-Z])"
    r"|[A-Za-z]{2,8}n't\b"
    r"|\w+(?:[-&.@/](?=\w)\w+|'(?!(?:s|re|ve|d|ll|m|S)\b)\w+)*"
    r"|'(?:s|re|ve|d|ll|m|S)\b"
    r"|\.\.\.+|--+|[^\w\s])"
)
_PUNCTUATION = {
    ".": ".", "!": "!", "?": "!", ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")",
    "—": "-", "–": "-", "--": "-", "-": "-", "---": "-", "…": ",", "...": ",", "'": "Z", "%": "N",
}  # fmt: skip
_SUFFIXES = {"ly": "R", "ng": "G", "ed": "E"}
_NOT_ADVERBS = frozenset(
    "early daily weekly monthly yearly family assembly supply elderly friendly likely unlikely deadly lovely "
    "bully".split()
)
_NOUNS = frozenset(
    "thing nothing something anything everything spring string evening morning building meeting briefing "
    "ceiling wedding funding spending speed breed".split()
)


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
        return known if known in "TWIMHCLXO" else "P"
    if head.isdigit() or head in "$£€":
        return "D"
    if not head.isalpha():
        return _PUNCTUATION.get(word[:3], "q")
    tag = _SUFFIXES.get(word[-2:], "N")
    if tag == "N" or len(word) < 5 or word in _NOUNS:
        return "N"
    return "J" if word in _NOT_ADVERBS else tag


class _Letters(dict[str, str]):
    """Class letters by word: those of the lists, and of other words once they were met.

    It holds so many and no more, and changes nothing but the time that reading takes.
    """

    MOST, LONGEST = 65536, 32

    def __missing__(self, word: str) -> str:
        letter = _letter(word)
        if len(word) <= self.LONGEST and len(self) < self.MOST:
            self[word] = letter
        return letter


_LETTER_OF = _Letters(LETTERS).__getitem__


class Line:
    """The words of one paragraph.

    ``words`` (as printed) and ``starts`` (their offsets) run in step with ``tags``, a string of class letters;
    ``quotes`` maps the place of a ``Q`` to its passage; ``sentences`` are half-open ranges of places. ``titled`` says
    that the line is a headline, whose words may all begin with a capital.
    """

    __slots__ = ("_starts", "_stretches", "image", "quotes", "sentences", "tags", "words")

    def __init__(self, image: str, start: int, end: int, passages: Sequence[Passage], *, titled: bool = False) -> None:
        self.image = image
        self.words: list[str] = []
        self.quotes: dict[int, Passage] = {}
        # the stretches between quotations: where each begins, and how many words it has (-1: a quotation)
        self._stretches: list[tuple[int, int]] = []
        self._starts: list[int] | None = None
        tags: list[str] = []
        at = start
        for passage in passages:
            if passage.outer_start > at:
                tags.append(self._read(at, passage.outer_start))
            self.quotes[len(self.words)] = passage
            self.words.append(QUOTE)
            tags.append("Q")
            self._stretches.append((passage.outer_start, -1))
            at = passage.outer_end
        if end > at:
            tags.append(self._read(at, end))
        letters = "".join(tags)
        self.tags = _settled(_lowered(letters, self.words) if titled else letters, self.words)
        self.sentences = _sentences(self)

    def _read(self, start: int, end: int) -> str:
        """Add the words of a stretch, and give their letters."""
        found: list[str] = _TOKEN.findall(self.image, start, end)
        self.words += found
        self._stretches.append((start, len(found)))
        return "".join(map(_LETTER_OF, found))

    @property
    def starts(self) -> list[int]:
        """The offset of each word; worked out where something is read from the line, which is not everywhere."""
        if self._starts is None:
            self._starts = self._offsets()
        return self._starts

    def _offsets(self) -> list[int]:
        offsets: list[int] = []
        add, find, words, place = offsets.append, self.image.find, self.words, 0
        for at, count in self._stretches:
            if count < 0:
                add(at)
                place += 1
                continue
            for word in words[place : place + count]:
                at = find(word, at)
                add(at)
                at += len(word)
            place += count
        return offsets

    def end(self, place: int) -> int:
        """The offset where the word at ``place`` ends."""
        passage = self.quotes.get(place)
        return passage.outer_end if passage else self.starts[place] + len(self.words[place])


QUOTE = "\0"  # stands for a whole quotation in ``Line.words``


def _lowered(tags: str, words: list[str]) -> str:
    """In a headline every word may begin with a capital: a cue verb is read as one where it stands like one."""
    found = list(tags)
    for i, tag in enumerate(tags):
        if tag == "P" and i:
            known = LETTERS.get(words[i].lower(), "P")
            if known in "sVAIRSH":
                found[i] = known
    return "".join(found)


_ADVERBS_OF_BEING = frozenset("certainly still clearly probably really also definitely simply never".split())
_VERBS_ALONE = frozenset(
    "say says tell tells ask asks argue argues believe believes know knows think thinks insist insists agree agrees "
    "contend contends oppose opposes acknowledge acknowledges suggest suggests".split()
)
_SAID = frozenset("said says added warned noted argued claimed reported announced believes believed".split())
_ALONE = frozenset("another some many most both each this these those all".split())
_PLURALS = frozenset("people police women men children media data staff public".split())
_SUBJECTS = frozenset("he she we they i who".split())
_SAME_PAST = frozenset("hit beat split spread shed thrust upset".split())
_LEFT = frozenset("seconds minutes hours days weeks months years".split())
_SPELLS = frozenset("day week month year night morning afternoon evening weekend time moment point".split())


# The letters that are looked at again: of capitals only those that may begin a sentence.
_UNSETTLED = re.compile(r"(?:^|(?<=[.!Q:(;-]))P|[HRbsVA]|(?<=N)v|(?<=[OW])N")


def _settled(letters: str, words: list[str]) -> str:
    """Capitals that only begin a sentence, and forms that may be a noun or a verb: what stands before them tells."""
    tags = list(letters)
    for m in _UNSETTLED.finditer(letters):
        i = m.start()
        tag = letters[i]
        before = tags[i - 1] if i else "."
        if tag == "P":
            known = None if words[i].isupper() and len(words[i]) > 1 else LETTERS.get(words[i].lower())
            if known and known in "AvVbEIs" and i + 1 < len(tags) and tags[i + 1] in "Vs":
                known = None  # Will urged, Shook said
            if known and not (known in "bsv" and i + 1 < len(tags) and tags[i + 1] in "P"):
                tags[i] = tag = "N" if known == "b" else known
            elif known is None and words[i].endswith("ing") and (i + 1 >= len(tags) or tags[i + 1] not in "PVA"):
                tags[i] = "G"
        elif tag == "H":
            if i + 1 < len(words) and words[i + 1] in _SPELLS:
                tags[i] = "T"  # that month, that day
        elif tag == "R":
            if words[i] in ("there", "There") and i + 1 < len(tags):
                if tags[i + 1] in "Av" or words[i + 1] in _ADVERBS_OF_BEING:
                    tags[i] = "O"  # there was, there are: it stands as a subject
        elif tag == "N":
            if words[i - 1].lower() in _SUBJECTS:
                tags[i] = "v"  # "she leans back", "who farms there": no noun follows them
        elif tag in "bs":
            if words[i] in _SAME_PAST and before in "PO":
                tags[i] = "v"  # Ruiz hit back
            elif words[i] in _VERBS_ALONE and (before != "T" or words[i - 1].lower() in _ALONE):
                pass  # "a man from the campaign say": no noun has this form
            elif before in "TJDZIE" or (before == "U" and tag == "s") or (before in ".!" and tag == "b"):
                tags[i] = "N"
            elif before == "V" and words[i - 1] in _SAID:
                tags[i] = "N"  # said orders had fallen, said demand for steel rose
            elif tag == "b" and before in "NP" and (letters[i + 1 : i + 2] in ("s", "V") or _one_thing(words, tags, i)):
                tags[i] = "N"  # the Ruiz campaign says; a Las Vegas rally
            elif tag == "b" and before in "NP" and words[i - 1][-1] != "s" and words[i - 1] not in _PLURALS:
                if not (i > 2 and "C" in tags[max(0, i - 4) : i]):
                    tags[i] = "N"  # a singular noun takes no base form: "an angry press conference"
        elif tag == "V":
            if before == "R" and i > 1 and tags[i - 2] == "T" and i + 1 < len(tags) and tags[i + 1] in "NJb":
                tags[i] = "E"  # a hurriedly called meeting
            elif before in "TD" and i + 1 < len(tags) and tags[i + 1] in ("NPJ" if before == "T" else "N"):
                tags[i] = "E"
        elif tag == "v":
            if words[i] == "left" and words[i - 1] in _LEFT:
                tags[i] = "R"  # with 38 seconds left
        elif tag == "A" and words[i] == "'s" and before in "PNMDs":
            tags[i] = "Z"
    return "".join(tags)


def _one_thing(words: list[str], tags: list[str], i: int) -> bool:
    """Whether the words before place ``i`` are a noun phrase behind "a" or "an", which takes no base form."""
    k = i - 1
    while k > 0 and i - k < 5 and tags[k] in "NPJ":
        k -= 1
    return k >= 0 and words[k] in ("a", "an", "A", "An")


# A subject and a verb behind a quotation: '"Why?" Kim asked.', '"Go!" Rep. Ana Ruiz, D-Ohio, said.'
_SAYS_AFTER = re.compile(
    r"(?:O|T?[JNPDZE(),]{0,9}[NP]\)?(?:,[^.!Q:;]{1,14},)?)R?([Vbs])|([Vs])(?:O|T?[JNPDZ]{0,9}[NP])"
)


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
    return behind in ("", ".", "R", "M", "I", "L", "S", "!") or (behind == "," and not stopped)


def _sentences(line: Line) -> list[tuple[int, int]]:
    """Where sentences end: at a full stop before a capital, and at a quotation that ends with one."""
    tags, words, image = line.tags, line.words, line.image
    out: list[tuple[int, int]] = []
    begin = 0
    n = len(tags)
    for m in _ENDS.finditer(tags):
        i = m.start()
        if tags[i] == "Q":
            inside = line.quotes[i]
            last = image[inside.end - 1 : inside.end]
            if last not in ".!?'…" or not last or (tags[i + 1] != "Q" and words[i + 1][0].islower()):
                continue
            if _says_after(line, i + 1, last == "."):
                continue
        elif i + 1 < n and (tags[i + 1] in ",;:)!.-" or words[i + 1][0].islower()):
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


_ENDS = re.compile(r"[.!]|Q(?=[^,.!;:)-])")
