"""A paragraph as a row of words, each with the letter of its class: the ground that cues and names are read on.

A quotation is one word here (letter ``Q``): what is said inside it never takes part in the grammar around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotetrack.phrases.lexicon import CUE_FORMS, LETTERS, NOUN_LINKS
from quotetrack.records import Passage
from quotetrack.rules.words import ABBREVIATIONS

_SUFFIX = r"(?:s|re|ve|d|ll|m|S)\b"
# The order is for speed: what is most common comes first, and the long list of abbreviations only before a full stop.
_TOKEN = re.compile(
    r" ?("  # a space is taken along, so that no alternative is tried on it in vain
    r"[A-Za-z][a-z]*(?=[ ,])"  # most words
    r"|[,\"():;]"
    r"|\.(?:\.\.+)?"
    r"|\d[\w,.:/-]*(?<![,.:/-])%?"
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[A-Z]-(?:[A-Z][a-z]*\.?)+"  # R-Ohio, D-N.Y.
    rf"|(?=[A-Za-z]{{1,{max(map(len, ABBREVIATIONS))}}}\.)"
    r"(?:(?:" + "|".join(ABBREVIATIONS) + r")\.|[A-Z]\.(?=[\sA-Z]))"
    r"|[A-Za-z]{2,8}n't\b"
    rf"|\w+(?:[-&.@/](?=\w)\w+|'(?!{_SUFFIX})\w+)*"
    rf"|'(?:{_SUFFIX})?"
    r"|-+|[^\w\s])"
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
_AS_A_MARK = frozenset("tweeted tweets retweeted".split())  # verbs that some papers print as a trade mark: "Tweeted"
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
        return known if known in "TWIMHCLXO" or low in _AS_A_MARK else "P"
    if head.isdigit() or head in "$£€":
        return "D"
    if not head.isalpha():
        return _PUNCTUATION.get(word[:3], "q")
    tag = _SUFFIXES.get(word[-2:], "N")
    if tag == "N" or len(word) < 5 or word in _NOUNS:
        return "N"
    return "J" if word in _NOT_ADVERBS else tag


_MOST_HELD, _LONGEST_HELD = 65536, 32  # words, and letters of a word


class _Letters(dict[str, str]):
    """Class letters by word: those of the lists, and of other words once they were met.

    It holds so many and no more, and changes nothing but the time that reading takes.
    """

    def __missing__(self, word: str) -> str:
        letter = _letter(word)
        if len(word) <= _LONGEST_HELD and len(self) < _MOST_HELD:
            self[word] = letter
        return letter


QUOTE = "\0"  # stands for a whole quotation in ``Line.words``; no folded text holds it
# Words that are settled by what follows or precedes them have a letter of their own till then.
_FIRST = {**LETTERS, "there": "t", "'s": "z", "back": "k", QUOTE: "Q"}
_LETTER_OF = _Letters(_FIRST).__getitem__


class Line:
    """The words of one paragraph.

    ``words`` (as printed) and ``starts`` (their offsets) run in step with ``tags``, a string of class letters;
    ``quotes`` maps the place of a ``Q`` to its passage; ``sentences`` are half-open ranges of places. ``titled`` says
    that the line is a headline, whose words may all begin with a capital.
    """

    __slots__ = ("_begin", "_starts", "image", "quotes", "sentences", "tags", "words")

    def __init__(self, image: str, start: int, end: int, passages: Sequence[Passage], *, titled: bool = False) -> None:
        self.image = image
        self._begin = start
        self._starts: list[int] | None = None
        self.quotes: dict[int, Passage] = {}
        self.words: list[str] = _TOKEN.findall(_outside(image, start, end, passages) if passages else image[start:end])
        letters = "".join(map(_LETTER_OF, self.words))
        place = -1
        for passage in passages:
            place = letters.index("Q", place + 1)
            self.quotes[place] = passage
        self.tags = _settled(_lowered(letters, self.words) if titled else letters, self.words)
        self.sentences = _sentences(self)

    @property
    def starts(self) -> list[int]:
        """The offset of each word; worked out where something is read from the line, which is not everywhere."""
        if self._starts is None:
            self._starts = self._offsets()
        return self._starts

    def _offsets(self) -> list[int]:
        offsets: list[int] = []
        add, find, words, quotes = offsets.append, self.image.find, self.words, self.quotes
        place, at = 0, self._begin
        for quote, passage in quotes.items():
            for word in words[place:quote]:
                at = find(word, at)
                add(at)
                at += len(word)
            add(passage.outer_start)
            place, at = quote + 1, passage.outer_end
        for word in words[place:]:
            at = find(word, at)
            add(at)
            at += len(word)
        return offsets

    def end(self, place: int) -> int:
        """The offset where the word at ``place`` ends."""
        word = self.words[place]
        return self.quotes[place].outer_end if word == QUOTE else self.starts[place] + len(word)

    def offsets(self, low: int, high: int) -> tuple[int, int]:
        """The offsets where the words from place ``low`` up to ``high`` begin and end."""
        starts, last = self._starts or self.starts, high - 1
        word = self.words[last]
        return starts[low], self.quotes[last].outer_end if word == QUOTE else starts[last] + len(word)


def _outside(image: str, start: int, end: int, passages: Sequence[Passage]) -> str:
    """The text from ``start`` to ``end`` with one mark in the place of each quotation."""
    pieces = []
    for passage in passages:
        pieces.append(image[start : passage.outer_start])
        start = passage.outer_end
    pieces.append(image[start:end])
    return QUOTE.join(pieces)


def _lowered(tags: str, words: list[str]) -> str:
    """In a headline every word may begin with a capital: a cue verb is read as one where it stands like one."""
    found = list(tags)
    for i, tag in enumerate(tags):
        if tag == "P" and i:
            known = _FIRST.get(words[i].lower(), "P")
            if known in "sVAIRSHt":
                found[i] = known
    return "".join(found)


_ADVERBS_OF_BEING = frozenset("certainly still clearly probably really also definitely simply never".split())
# Verbs of saying and thinking whose forms are no nouns.
_VERBS_ALONE = frozenset(
    form
    for lemma in (
        "say tell ask argue believe know think insist agree contend oppose acknowledge suggest admit deny predict "
        "describe announce declare explain conclude reveal indicate imply maintain assert assume expect prefer seek "
        "recommend propose accept reject defend identify consider recognize recognise understand hear learn write "
        "allege accuse warn complain confirm affirm concede confess disclose emphasize emphasise reiterate intend "
        "threaten foresee anticipate imagine realize realise discover determine decide remember forget criticize "
        "criticise denounce condemn dismiss applaud commend endorse encourage advise inform notify remind assure "
        "reassure persuade convince implore beg portray depict characterize characterise deem see speak discuss cite "
        "refer envision presume suppose reckon calculate speculate testify swear urge want"
    ).split()
    for form in (lemma, lemma[:-1] + "ies" if lemma[-1] == "y" and lemma[-2] not in "aeiou" else lemma + "s")
)
_SAID = frozenset("said says added warned noted argued claimed reported announced believes believed".split())
_ALONE = frozenset("one another some many most few both each this these those all".split())
_PLURAL_ENDINGS = ("ss", "us", "ers", "ors", "ees", "ists", "ians", "ions", "ings", "ments", "ies", "ities")
_PLURALS = frozenset("people police women men children media data staff public".split())
_SUBJECTS = frozenset("he she we they i who".split())
_SAME_PAST = frozenset("hit beat split spread shed thrust upset".split())
_ARTICLES = frozenset("the a an his its their my our your The A An His Its Their".split())
_HELPS = frozenset("help helps helped helping let lets dare dares dared make makes go come try".split())
_BEING = frozenset("is are was were be been being 's 're 'm am has have had having isn't aren't wasn't".split())
_LINKS = frozenset("of for about on to over".split())
_MEASURES = frozenset("more less much enough further no".split())
_MANY = frozenset("both many".split())
_SOME = frozenset("some most few several".split())
_PLURAL_VERBS = frozenset("are were have 've 're aren't weren't haven't".split())
_LEFT = frozenset("seconds minutes hours days weeks months years".split())
_SPELLS = frozenset("day week month year night morning afternoon evening weekend time moment point".split())


# Letters that are looked at again, each where the letters beside it let it change: of capitals only those that may
# begin a sentence. Every alternative begins with its letter, so that all other letters are passed over at once.
_UNSETTLED = re.compile(
    r"P(?:(?<=[.!Q:(;-]P)|(?<=^P))"
    rf"|H(?=[{''.join({_LETTER_OF(word) for word in sorted(_SPELLS)})}])"
    r"|t"
    r"|z"
    r"|N(?:(?<=[OW]N)|(?<=[NP]N)(?=[TU]))"
    r"|k"
    r"|v(?<=[NTJ]v)"
    r"|b(?:(?<=[TJDZIEVHz.!NPbsOtvGR]b)|(?<=^b))"
    r"|s(?:(?<=[TJDZIEVHzUvbGS]s)|(?<=[NPC]s)(?=R?[VA]|I)|(?<=[.!Q:(;-]Ps)|(?<=^Ps))"
    r"|V(?=[NPJb])(?:(?<=[TDRHt]V)|(?<=[.!Q:(;-]PV)|(?<=^PV))"
)


def _settled(letters: str, words: list[str]) -> str:
    """Capitals that only begin a sentence, and forms that may be a noun or a verb: what stands before them tells."""
    tags = list(letters)
    for m in _UNSETTLED.finditer(letters):
        i = m.start()
        tag = letters[i]
        tags[i] = _SETTLE[tag](letters, words, tags, i) or tag
    return "".join(tags)


def _capital(letters: str, words: list[str], tags: list[str], i: int) -> str:
    """A capital that may only begin a sentence."""
    word, after = words[i], letters[i + 1 : i + 2]
    known = None if word.isupper() and len(word) > 1 else LETTERS.get(word.lower())
    if known and known in "AvVbEIs" and after and after in "Vs":
        known = None  # Will urged, Shook said
    if known == "s" and words[i + 1 : i + 2] and words[i + 1] in _LINKS:
        return "N"  # Views of the president
    if known:
        return "" if known in "bsv" and after == "P" else "N" if known == "b" else known
    return "G" if word.endswith("ing") and not (after and after in "PVAz") else ""


def _that(letters: str, words: list[str], tags: list[str], i: int) -> str:
    """that month, that day"""
    return "T" if words[i + 1] in _SPELLS else ""


def _there(letters: str, words: list[str], tags: list[str], i: int) -> str:
    """there was, there are: it stands as a subject"""
    after = letters[i + 1 : i + 2]
    return "O" if after and (after in "Avz" or words[i + 1] in _ADVERBS_OF_BEING) else "R"


def _owned(letters: str, words: list[str], tags: list[str], i: int) -> str:
    """The 's of a possessor, or of "he's"."""
    if i > 1 and tags[i - 1] == "J" and tags[i - 2] == "T":
        return "Z" if letters[i + 1 : i + 2] == "N" else "A"  # the local's president
    return "Z" if i and tags[i - 1] in "PNMDs" else "A"


def _noun(letters: str, words: list[str], tags: list[str], i: int) -> str:
    """she leans back, who farms there, the law bars a sale: no noun stands there"""
    if letters[i - 1] in "OW":
        return "v" if words[i - 1].lower() in _SUBJECTS else ""
    word, before = words[i], words[i - 1]
    third = word[-1] == "s" and len(word) > 3 and not word.endswith(_PLURAL_ENDINGS)
    return "v" if third and before[-1] != "s" and before not in _PLURALS else ""


def _other_verb(letters: str, words: list[str], tags: list[str], i: int) -> str:
    """with 38 seconds left; a paid clerk; the left, the political left"""
    before = letters[i - 1]
    if before == "N":
        return "R" if words[i] == "left" and words[i - 1] in _LEFT else ""
    if words[i - 1 if before == "T" else i - 2] not in _ARTICLES:
        return ""
    return "E" if before == "T" and letters[i + 1 : i + 2] in ("N", "P", "J") else "N"


def _back(letters: str, words: list[str], tags: list[str], i: int) -> str:
    """The verb in "to back Kim", "voters back him", "would not back the plan"; else a preposition like others."""
    before, behind = letters[i - 1 : i] or ".", letters[i + 1 : i + 2] or "."
    if before in "ALX":  # but "is back", "has been back"
        return "I" if before == "A" and words[i - 1].lower() in _BEING else "b"
    plural = before == "O" or (i and (words[i - 1][-1] == "s" or words[i - 1] in _PLURALS))
    if behind not in "UPT" or before == "R" or not plural:
        return "I"
    return "I" if any(tag in "VvsbEG" for tag in letters[max(0, i - 6) : i]) else "b"


def _is_noun(letters: str, words: list[str], tags: list[str], i: int) -> bool:
    """Whether a base form or a form in -s is a noun by the words beside it: a verb, "more" and so on."""
    before, tag = tags[i - 1] if i else ".", letters[i]
    if before in "Vvb" or (before == "s" and tag == "b"):
        return words[i - 1] not in _HELPS  # announced support, made claims; but "helped win"
    if before == "G" and letters[i + 1 : i + 2] == "A":
        return True  # adding details would be
    if before == "G":  # had opposing views, won overwhelming support
        return i > 1 and tags[i - 2] in "AVvsb" and words[i - 1] not in _HELPS
    behind = letters[i + 1 : i + 2]
    if tag == "b":
        return before == "R" and words[i - 1] in _MEASURES and behind not in ("U", "T", "O", "P", "H")
    if behind == "R":
        behind = letters[i + 2 : i + 3]
    if behind == "I" and (words[i], words[i + 1]) in NOUN_LINKS:
        return True  # personal attacks on, relentless questions about
    return before in "NP" and (behind == "V" or (behind == "A" and words[i + 1] in _PLURAL_VERBS))  # advocates said


def _present(letters: str, words: list[str], tags: list[str], i: int) -> str:
    """A base form or a third person, which may be a noun."""
    tag, word, before = letters[i], words[i], tags[i - 1] if i else "."
    if word in _SAME_PAST and before in "PO":
        return "v"  # Ruiz hit back
    if word in _VERBS_ALONE and (before != "T" or words[i - 1].lower() in _ALONE):
        return ""  # "a man from the campaign say": no noun has this form
    if tag == "b" and words[i - 1] == "her" and i > 1 and tags[i - 2] in "AVvbEG" and word in _VERBS_ALONE:
        tags[i - 1] = "O"  # made her say, to have her ask
        return ""
    if before == "T" and letters[i + 1 : i + 2] in ("T", "I", "P", "O") and tag == "b":
        many = words[i - 1].lower()  # both advocate for, many support the plan, some view the plan
        if many in _MANY or (many in _SOME and letters[i + 1] != "I"):
            return ""
    if _is_noun(letters, words, tags, i):
        return "N"
    if tag == "b" and before == "D" and letters[i + 1 : i + 2] in ("P", "T", "U", "O"):
        return ""  # men under 35 support Kim
    if before == "G" and i > 1 and tags[i - 2] in "TJZ":
        return "N"  # "his scathing remarks"
    if before in "TJDZIES" or (before == "V" and words[i - 1] in _SAID):
        return "N"  # the call, said orders had fallen
    if tag == "s":
        return "N" if before == "U" else ""
    if before in ".!":
        return "N"
    if before not in "NP":
        return ""
    if letters[i + 1 : i + 2] in ("s", "V") or _one_thing(words, tags, i):
        return "N"  # the Ruiz campaign says; a Las Vegas rally
    if letters[i + 1 : i + 2] in _BEHIND_VERBS and _many_before(words, tags, i):
        return ""  # sources close to Ruiz claim she, polls in Ohio show the
    single = words[i - 1][-1] != "s" and words[i - 1] not in _PLURALS
    # a singular noun takes no base form: "an angry press conference"
    return "N" if single and not (i > 2 and "C" in tags[max(0, i - 4) : i]) else ""


def _many_before(words: list[str], tags: list[str], i: int) -> bool:
    """Whether the clause begins with a plural that the words up to place ``i`` hang on."""
    k = i - 1
    while k >= 0 and i - k < 9 and tags[k] in "NPJIDLTR":
        k -= 1
    k += 1
    if words[k].lower() in _ALONE:
        return "I" in tags[k + 1 : i]  # some in the party call it
    while k < i and tags[k] in "TJDR":
        k += 1
    head = k
    while head + 1 < i and tags[head + 1] in "NP":
        head += 1
    plural = words[k][-1] == "s" or words[k].lower() in _PLURALS or words[head][-1] == "s"
    return plural and not {"I", "L"}.isdisjoint(tags[k + 1 : i])


_BEHIND_VERBS = ("O", "H", "T", "U")


def _past(letters: str, words: list[str], tags: list[str], i: int) -> str:
    """A participle before its noun: a hurriedly called meeting, a called meeting"""
    before, after = tags[i - 1] if i else ".", letters[i + 1]
    if before == "R":
        return "E" if i > 1 and tags[i - 2] in "TZ" and after in "NJPb" else ""
    return "E" if (before == "T" and after in "NPJ") or (before == "D" and after == "N") else ""


_SETTLE = {
    "P": _capital, "H": _that, "t": _there, "z": _owned, "k": _back, "N": _noun, "v": _other_verb, "b": _present,
    "s": _present, "V": _past,
}  # fmt: skip


def _one_thing(words: list[str], tags: list[str], i: int) -> bool:
    """Whether the words before place ``i`` are a noun phrase behind "a" or "an", which takes no base form."""
    k = i - 1
    while k > 0 and i - k < 5 and tags[k] in "NPJ":
        k -= 1
    return k >= 0 and words[k] in ("a", "an", "A", "An")


# A subject and a verb behind a quotation: '"Why?" Kim asked.', '"Go!" Rep. Ana Ruiz, D-Ohio, said.'
_SAYS_AFTER = re.compile(
    r"(?:O|T?[JNPDZE(),]{0,9}[NP]\)?(?:,[^.!Q:;]{1,14},)?)R?([VbsE])|([Vs])(?:O|T?[JNPDZ]{0,9}[NP])"
)


def _says_after(line: Line, place: int, stopped: bool) -> bool:
    """Whether the words at ``place`` say who said the quotation before them; ``stopped``: it ends in a full stop."""
    m = _SAYS_AFTER.match(line.tags, place)
    if m is None:
        return False
    verb = m.start(m.lastindex or 0)
    cue = CUE_FORMS.get(line.words[verb].lower())
    if cue is None or "q" not in cue.frames:
        return cue is not None and line.tags[verb + 1 : verb + 2] == "."  # '"Is it?" Kim pressed.'
    if cue.verb.lemma == "go" and line.tags[verb + 2 : verb + 3] == "L":
        return False  # "He went on to endorse Kim"
    if stopped and line.tags.find(":Q", m.end(), m.end() + 8) >= 0:
        return False  # "“Q.” The reply, from Kim, read in full: “Q2”"
    behind = line.tags[verb + 1 : verb + 2] if m.lastindex == 1 else line.tags[m.end() : m.end() + 1]
    if cue.verb.lemma in ("tell", "ask") and behind in tuple("NUPTJ"):
        return True
    if behind == "L" and "to" in cue.frames:
        return False  # "The agency declined to give details"
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
            if last not in ".!?'…—–" or not last or (tags[i + 1] != "Q" and words[i + 1][0].islower()):
                continue
            resumed = last == "." and tags.find("Q", begin, i) >= 0  # “It was,” he added, “late.” Kim laughed.
            if not resumed and _says_after(line, i + 1, last == "."):
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
