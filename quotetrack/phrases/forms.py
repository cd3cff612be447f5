"""Noun phrases that name a source: which name is their head, or which noun, and in what form they name somebody."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quotetrack.phrases.names import ORGANIZATION, PERSON, PLACE, SINGLE, TITLED, Name, find_names
from quotetrack.records import Form
from quotetrack.rules import people as rules
from quotetrack.rules.words import POSSESSIVES

# Pronoun to gender and number: m, f, n (it), p (they), r (who), i (I and we); "" where it tells none.
PRONOUNS: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n", "they": "p", "them": "p", "their": "p", "themselves": "p", "theirs": "p",
    "who": "r", "whom": "r", "which": "r", "that": "r", "whose": "r", "i": "i", "we": "i", "me": "i", "us": "i",
    "you": "i", "my": "i", "our": "i",
}  # fmt: skip
_INDEFINITE = frozenset("a an one another some any each every no someone somebody anyone".split())
_SOMEBODY = frozenset("someone somebody anyone one".split())
_DEFINITE = frozenset("the this that these those both all".split())
_POSSESSIVE = POSSESSIVES | {"whose"}
_PREPOSITIONS = frozenset(
    "of for from to at in on with by about against under over near inside outside within among between like behind "
    "into through during after before since as including without around across".split()
)
_STOPS = frozenset(
    "who that which whose whom wearing where when while then now also himself herself themselves itself and or but nor "
    "said says is was are were has had speaking talking standing sitting such".split()
)
_NAMING = re.compile(
    r"\b(?:named|called|calling (?:him|her|them)sel(?:f|ves)|identified (?:only )?as|"
    r"known (?:only |simply |professionally )?as|nicknamed|"
    r"goes by(?: the name)?(?: of)?|gave (?:his|her|their) name as|identifying (?:him|her)self as|dubbed)\s+[\"']?$"
)
_BREAK = re.compile(r"\s*(?:,|--+|[—–:;(]|\s-\s)\s*$")
_CUT = re.compile(r",|--|[—–;:(]|\s-\s")
_AGE = re.compile(r"\b(\d{1,3})-year-old\b")
_EDGES = " ,-—–:;\n"
_AFTER_HEAD = frozenset(
    "familiar close aware present here there alike nationwide involved able unable eager not".split()
)
_RELATIVE = frozenset("who which that whose where".split())
_JOINERS = frozenset(("and", "or"))
_LINK = re.compile(r"(?:,? and |,? or | & )")
_OWNED = re.compile(r"'s?(?:\s+\S|,)")
_NEXT_WORD = re.compile(r"[ \n]+([a-z][\w'-]*)")
_COMPOUND = re.compile(r"-(?:based|style|backed|led|born|era|like|area|related|owned|run)\b")


LONGEST = 600  # no more characters of a phrase are looked at: what names somebody stands near its beginning


class Phrase(NamedTuple):
    """A noun phrase that names a source, taken apart. Offsets of ``name`` are within the phrase's own text.

    ``head`` is the head noun in lower case (empty where the head is a name), ``before`` the words between the
    determiner and the head, ``owner`` a possessive name or pronoun in front, ``lead`` the words before a head name.
    """

    text: str
    form: Form
    name: Name | None
    joined: bool
    head: str
    before: tuple[str, ...]
    determiner: str
    owner: str
    age: int | None
    plural: bool
    lead: str


@lru_cache(maxsize=8192)
def read_phrase(text: str) -> Phrase:
    """Take a noun phrase apart.

    >>> read_phrase("a spokesman for Mr. Smith").head
    'spokesman'
    >>> [str(read_phrase(s).form) for s in ("he", "Sung Kim", "Mr. Kim", "the envoy", "an official", "his mother")]
    ['pronoun', 'name', 'surname', 'role', 'anonymous', 'relative']
    """
    bare = text.strip(_EDGES)
    low = bare.casefold()
    if low in PRONOUNS:
        return Phrase(text, Form.PRONOUN, None, False, low, (), "", "", None, low in ("they", "we"), "")
    names = find_names(text) if low != bare else []  # no capital, no name
    name: Name | None
    if len(names) == 1 and names[0].title_start == 0 and names[0].end == len(text):
        name, joined, lead = names[0], False, ""  # the most common form: a name, and nothing around it
    else:
        name, joined, lead = _head_name(text, _bodies_whole(text, names) if len(names) > 1 else names)
    if name is not None and name.sort == SINGLE and _opens_as_noun(low, name):
        name, joined = None, False
    if name is not None and not _is_modifier(text, name):
        if joined:
            form = Form.GROUP
        elif name.sort == PERSON:
            form = Form.NAME
        elif name.sort in (SINGLE, TITLED):
            form = Form.SURNAME
        else:
            form = Form.ORGANIZATION
        return Phrase(text, form, name, joined, "", (), _determiner(low), "", _age(low), joined, lead)
    return _described(text, low, names)


def _opens_as_noun(low: str, name: Name) -> bool:
    """Whether a capital only begins the sentence: "Investors", "Residents of Holm"."""
    first, _, rest = low.partition(" ")
    if name.start or name.end != len(first) or _known(first) not in ("g", "d"):
        return False
    return not rest or rest.split(" ", 1)[0] in _PREPOSITIONS | _RELATIVE


def _age(low: str) -> int | None:
    m = _AGE.search(low) if "year-old" in low else None
    return int(m.group(1)) if m else None


def _determiner(low: str) -> str:
    first = low.split(" ", 1)[0]
    return first if first in _INDEFINITE or first in _DEFINITE or first in _POSSESSIVE else ""


def _is_modifier(text: str, name: Name) -> bool:
    """Whether the name only says whose or which ("the Sanders campaign"), so that a noun is the head."""
    if name.sort == ORGANIZATION and len(name.words) == 1 and _determiner(text.strip(_EDGES).casefold()) in ("a", "an"):
        return True  # "a super PAC"
    return name.sort in (SINGLE, PLACE, ORGANIZATION) and bool(re.match(r"'s? [a-z]", text[name.end : name.end + 4]))


def _head_name(text: str, names: list[Name]) -> tuple[Name | None, bool, str]:
    """The name at the head of the phrase, whether others are joined to it by "and", and the words in front."""
    buried = False  # inside a prepositional phrase
    at = 0
    for i, name in enumerate(names):
        gap = text[at : name.title_start]
        words = gap.casefold().split()
        if words and _NAMING.search(gap.casefold()):
            return name, False, text[: name.title_start]
        if at == 0 and len(words) > 1 and words[0] not in _PREPOSITIONS and _has(words[1:], _RELATIVE):
            return None, False, ""  # "a man who met Ann Example"
        if at and _has(words, _RELATIVE | _JOINERS):
            return None, False, ""
        if _BREAK.search(gap):
            buried = False
        elif _has(words, _PREPOSITIONS):
            person = name.sort in (PERSON, TITLED)  # "director of news Ann Example", but "farmers in northern Holm"
            buried = not person or not _anarthrous(text) or words[-1] in _PREPOSITIONS or words[-1] == "the"
        at = name.end
        if not buried and _is_head(text, at):
            return name, _is_joined(text, names, i, gap), text[: name.title_start]
    return None, False, ""


def _has(words: list[str], some: frozenset[str]) -> bool:
    return any(word.strip(",") in some for word in words)


def _is_head(text: str, end: int) -> bool:
    """Whether a name that ends here is a head: no owner ("Smith's aide"), no modifier ("Smith aide")."""
    if _OWNED.match(text, end) or _COMPOUND.match(text, end):
        return False
    m = _NEXT_WORD.match(text, end)
    return m is None or m.group(1) in _PREPOSITIONS or m.group(1) in _STOPS


def _is_joined(text: str, names: list[Name], i: int, gap: str) -> bool:
    """Whether other names are joined to the i-th: "Ann and Ben Example", "Ann, Ben and Cid"."""
    if i and _LINK.fullmatch(gap):
        return True
    end = names[i].end
    m = _NEXT_WORD.match(text, end)
    if m is not None and m.group(1) in _JOINERS:
        return True
    return i + 1 < len(names) and text[end : names[i + 1].title_start] == ", " and " and " in text[end:]


# Heads that "and" joins two names under: "the Press and Exchange Commission", "Holm and Brook Police".
_JOINING = frozenset("police council commission committee service society board agency authority".split())


def _bodies_whole(text: str, names: list[Name]) -> list[Name]:
    """The names, with two that are the name of one body as one."""
    whole: list[Name] = []
    for name in names:
        first = whole[-1] if whole else None
        gap = text[first.end : name.title_start] if first is not None else ""
        if first is not None and (_is_joint(first, gap, name) or _is_of_many(first, gap, name)):
            words = (*first.words, *gap.strip("' ").split(), *name.words)
            name = Name(first.start, name.end, first.title_start, "", words, ORGANIZATION)
            whole.pop()
        whole.append(name)
    return whole


def _is_joint(first: Name, gap: str, name: Name) -> bool:
    """Whether "and" stands inside the name of a body: "Holm and Brook Police"."""
    body = name.sort == ORGANIZATION and len(name.words) > 1 and name.words[-1] in _JOINING
    return body and gap == " and " and first.sort in (SINGLE, PLACE)


def _is_of_many(first: Name, gap: str, name: Name) -> bool:
    """Whether a body is named after those whose it is: "Drivers' Union", "Women's Institute", "St Ann's Hospital"."""
    if gap not in ("' ", "'s "):
        return False
    if first.sort != PLACE and name.words[-1] in _NAMED_AFTER:
        return True
    return name.words[0] in rules.ORGANIZATION_WORDS and _known(first.words[-1]) in ("g", "k")


_NAMED_AFTER = frozenset("hospital college school church cathedral hospice academy foundation infirmary".split())


def _anarthrous(text: str) -> bool:
    first = text.split(" ", 1)[0].casefold()
    return not (first in _INDEFINITE or first in _DEFINITE or first in _POSSESSIVE)


def _known(word: str) -> str:
    """What a noun is: one letter (r role, g group, o organisation, d document, k kin), or nothing."""
    if word in rules.RELATIVES:
        return "k"
    if word in rules.ROLES:
        return "r"
    if word in rules.DOCUMENTS:
        return "d"
    if word in rules.GROUPS:
        return "g"
    if word in rules.ORGANIZATIONS:
        return "o"
    single = singular(word)
    if single != word and (single in rules.ROLES or single in rules.GENDERED or single in rules.GROUPS):
        return "g"
    if (single != word and single in rules.ORGANIZATIONS) or word in rules.BELONGINGS:
        return "g"
    if single != word and single in rules.DOCUMENTS:
        return "d"
    if word.endswith("-elect"):
        return _known(word[:-6])
    last = word.rpartition("-")[2]
    if last != word:
        return _known(last)
    if word.endswith(("woman", "man")) or word in rules.GENDERED:
        return "r"
    if word.endswith(("women", "men")):
        return "g"
    return ""


def names_people(head: str) -> bool:
    """Whether a noun is known to name people: a role, kin, or many.

    >>> names_people("envoy"), names_people("heritage")
    (True, False)
    """
    return _known(head) in ("r", "g", "k")


def singular(word: str) -> str:
    """The singular of a regular plural.

    >>> singular("envoys"), singular("secretaries"), singular("boss")
    ('envoy', 'secretary', 'boss')
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _described(text: str, low: str, names: list[Name]) -> Phrase:
    """A phrase whose head is a noun."""
    bare = low.strip(_EDGES)
    determiner = _determiner(bare)
    cut = _CUT.search(bare)
    core = bare[: cut.start()] if cut else bare
    words = core.split()
    owned = 0  # so many words in front say whose it is
    known = ""
    head = -1
    for i, raw in enumerate(words):
        word = raw.strip(".\"'") if raw.endswith("'s") is False else raw[:-2]
        if i and (word in _PREPOSITIONS or word in _STOPS):
            break
        if raw.endswith(("'s", "s'")) and i < len(words) - 1:
            owned = i + 1
            head, known = -1, ""
            continue
        kind = _known(word)
        if kind:
            head, known = i, kind
        elif head >= 0 and (word.endswith(("ing", "ed")) or word in _AFTER_HEAD):
            break
        elif word not in _INDEFINITE and word not in _DEFINITE and word not in _POSSESSIVE:
            head, known = i, ""
    owner = " ".join(words[:owned])
    if head < 0 and words:
        head = 0 if words[0] in _SOMEBODY else len(words) - 1
    noun = words[head].strip(".\"'").removesuffix("'s") if words else ""
    if determiner in _POSSESSIVE:
        owner = owner or determiner
    first = len(owner.split()) if owner and determiner not in _POSSESSIVE else (1 if determiner else 0)
    before = tuple(w.strip(".\"'") for w in words[first:head]) if head > first else ()
    age = _age(bare)
    plural = known == "g" or noun == "family" or (known not in ("r", "o") and singular(noun) != noun)
    form = _form(known, noun, determiner, owner, age, plural)
    return Phrase(text, form, None, " and " in core, noun, before, determiner, owner, age, plural, "")


def _form(known: str, noun: str, determiner: str, owner: str, age: int | None, plural: bool) -> Form:
    if known == "k":
        return Form.RELATIVE if owner else Form.GROUP if plural else Form.ANONYMOUS
    if known == "d":
        return Form.DOCUMENT
    if known == "o":
        return Form.ORGANIZATION
    if known == "g" or plural:
        return Form.GROUP
    if age is not None and determiner != "a":
        return Form.DESCRIPTION
    if determiner in _INDEFINITE:
        return Form.ANONYMOUS
    if known == "r":
        return Form.ROLE
    if determiner in _DEFINITE or owner:
        return Form.DESCRIPTION
    return Form.ANONYMOUS
