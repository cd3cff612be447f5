"""The class letter of a word alone, with nothing known of the words beside it."""

from __future__ import annotations

from quotetrack.phrases.lexicon import LETTERS

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
FIRST = {**LETTERS, "there": "t", "'s": "z", "back": "k", QUOTE: "Q"}
letter_of = _Letters(FIRST).__getitem__
