"""How much a name stands in the foreground of its sentence: as who speaks, as the subject, or as an object."""

from __future__ import annotations

import re

from quotetrack.phrases.lexicon import CUE_FORMS, LETTERS
from quotetrack.rules import people as rules

# Who speaks ("Kim said", "said Kim", "by Kim, who said"), who is the subject of a main clause, of a clause inside
# another, a name that opens a sentence, one that is neither, one behind a preposition or a verb.
SPEAKS, SUBJECT, OPENS, INNER, LOOSE, OBJECT = 1.5, 1.15, 1.0, 0.7, 0.55, 0.35

_STOPS = ".!?:;\"'\n"
_BREAK = re.compile(r"[.!?:;\"\n—–(]\W|--")
_WORDS = re.compile(r"[A-Za-z][\w']*")
_BRACKETS = re.compile(r" \([^()\n]{1,60}\)")
_AFFILIATION = re.compile(r" (?:of|from|for|at) (?:the )?[A-Z][\w.'-]*(?: (?:of |the |and |in )?[A-Z][\w.'-]*){0,5}")
_OPENING = re.compile(r"(?:[.!?\"]|\n)\s+\S+(?: \S+)?,\s*\Z")
_BEFORE_AND = re.compile(r"(?:^|[,.;\"\n])\s?(?:and|or)\Z", re.IGNORECASE)
# Words that the object of a clause follows, and not its subject, beside prepositions and verbs.
_OBJECT = frozenset("than like unlike via told met beat hit vs".split())
_INNER = frozenset("that if when because as while though although since whether where what how why which who".split())
_SPEECH = frozenset(word for word, cue in CUE_FORMS.items() if "q" in cue.frames and cue.shape in ("s", "ed"))
_SAYING = frozenset(word for word, cue in CUE_FORMS.items() if "q" in cue.frames and cue.shape in ("base", "ed", "en"))
_THINKS = frozenset(
    word
    for word, cue in CUE_FORMS.items()
    if cue.shape in ("s", "ed") and cue.frames & {"q", "that", "wh", "as"}
)
# Between a subject and its verb.
_ADVERBS = frozenset("also then now later again still even just already often instead himself herself first".split())
_SAID_BY = frozenset(".,;\n\"")


def standing(image: str, at: int, end: int) -> float:
    """The weight of a name by its place in the sentence.

    Args:
        image: the folded text.
        at, end: where the name begins, its title taken in, and where it ends.

    >>> text = "Kim said that Lee had met Ann Park."
    >>> [standing(text, a, b) for a, b in ((0, 3), (14, 17), (26, 34))]
    [1.5, 0.7, 0.35]
    """
    if image.startswith("'", end):
        return OBJECT
    verb = _verb_after(image, end)
    before = image[max(0, at - 80) : at]
    stripped = before.rstrip()
    last = stripped[-1:]
    if last in _STOPS or (len(before) - len(stripped) > 1 and "\n\n" in before[len(stripped) :]):
        return _of_main(verb, OPENS)
    if last == ",":
        return _after_comma(before, stripped, verb)
    word = _last(stripped)
    if word == "the":
        stripped = stripped[:-4]
        word = _last(stripped)
    if word in ("and", "or"):
        return _of_main(verb, 0.6) if _BEFORE_AND.search(stripped) else 0.6
    governor = _governor(stripped, word)
    if governor in _SPEECH and governor != "told" and not verb:
        return SPEAKS if _is_inverted(image, end) else INNER
    if verb == "who":
        return SPEAKS
    if governor in _INNER or (governor in _THINKS and verb):
        return INNER
    if governor == "":
        return _of_main(verb, OPENS)
    if governor in ("and", "but", "or", "then"):
        return _of_main(verb, 0.7)
    return OBJECT if _takes_object(governor) else _of_main(verb, LOOSE)


def _of_main(verb: str, otherwise: float) -> float:
    return SPEAKS if verb in ("speech", "who") else SUBJECT if verb else otherwise


def _after_comma(before: str, stripped: str, verb: str) -> float:
    """A name behind a comma: "On Monday, Kim said", or "the mayor, Ann Kim, said"."""
    if verb:
        return _of_main(verb, OPENS)
    word = _last(stripped)
    kin = word in rules.RELATIVES or word in rules.ROLES
    return 0.5 if kin and not _OPENING.search(before) else 0.75


def _last(text: str) -> str:
    word = text[max(text.rfind(" "), text.rfind("\n")) + 1 :].casefold()
    return word if word.isalnum() else word.strip("\"'()[]-–—,")


def _governor(stripped: str, word: str) -> str:
    """The word that governs a name behind a noun of its own ("spokesman Don Lee"); empty where the sentence opens."""
    if not (word in rules.ROLES or word in rules.RELATIVES or word in rules.TITLES):
        return word
    clause = _BREAK.split(stripped)[-1]
    words = _WORDS.findall(clause, clause.rfind(", ") + 1)
    while words:
        word = words.pop().casefold()
        if word in _INNER or LETTERS.get(word, "") in _GOVERNORS:
            return word
    return ""


_GOVERNORS = frozenset("ICSHVAGL")


def _takes_object(word: str) -> bool:
    return word in _OBJECT or LETTERS.get(word, "") in _OBJECTIVE or word.endswith(("ing", "ed"))


_OBJECTIVE = frozenset("IVsvGbEL")


def _is_inverted(image: str, end: int) -> bool:
    """Whether a verb of saying before a name is its own: "…," said Kim."""
    return image[end : end + 1] in _SAID_BY or bool(_AFFILIATION.match(image, end)) or image.startswith(" (", end)


def _verb_after(image: str, end: int) -> str:
    """What a name is the subject of: "speech", "verb", "who" for a relative clause of speech, or nothing."""
    if image.startswith(" (", end):
        m = _BRACKETS.match(image, end)
        end = m.end() if m is not None else end
    if image.startswith(_OF, end):
        m = _AFFILIATION.match(image, end)
        end = m.end() if m is not None else end
    if not image.startswith(",", end):
        return finite(image, end)
    for _ in range(4):  # over appositions: ", 43, a teacher in Leeds, said"
        found = finite(image, end + 1)
        if found:
            return found
        comma = image.find(",", end + 1, end + 140)
        if comma < 0 or _BREAK.search(image, end + 1, comma):
            return ""
        end = comma
    return ""


_OF = (" of ", " from ", " for ", " at ")


def finite(image: str, at: int) -> str:
    """What the words right after a name say of its verb."""
    if not image.startswith((" ", "\n"), at):
        return ""
    found = ""
    who = False
    for raw in image[at : at + 48].split(None, 5)[:5]:
        word = raw.rstrip(",.;:!?\"").casefold()
        if word in _SPEECH or (found and word in _SAYING):
            return "who" if who else "speech"
        letter = LETTERS.get(word, "")
        if letter in _FINITE or (not letter and word.endswith("ed") and not found):
            return "" if who else "verb"
        if letter == "A" or word.endswith("n't"):
            found = "verb"
        elif word == "who" and not found:
            who = True
        elif letter != "M" and word not in _ADVERBS and not word.endswith("ly"):
            break
    return "" if who else found


_FINITE = frozenset("Vsv")
