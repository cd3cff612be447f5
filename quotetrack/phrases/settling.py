"""Letters that the words beside them settle: capitals that begin a sentence, nouns that may be verbs, "there", "'s"."""

from __future__ import annotations

import re

from quotetrack.phrases.letters import FIRST, letter_of
from quotetrack.phrases.lexicon import LETTERS, NOUN_LINKS

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
    rf"|H(?=[{''.join({letter_of(word) for word in sorted(_SPELLS)})}])"
    r"|t"
    r"|z"
    r"|N(?:(?<=[OW]N)|(?<=[NP]N)(?=[TU]))"
    r"|k"
    r"|v(?<=[NTJ]v)"
    r"|b(?:(?<=[TJDZIEVHz.!NPbsOtvGR]b)|(?<=^b))"
    r"|s(?:(?<=[TJDZIEVHzUvbGS]s)|(?<=[NPC]s)(?=R?[VA]|I)|(?<=[.!Q:(;-]Ps)|(?<=^Ps))"
    r"|V(?=[NPJb])(?:(?<=[TDRHt]V)|(?<=[.!Q:(;-]PV)|(?<=^PV))"
)


def settled(letters: str, words: list[str]) -> str:
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


def lowered(tags: str, words: list[str]) -> str:
    """In a headline every word may begin with a capital: a cue verb is read as one where it stands like one."""
    found = list(tags)
    for i, tag in enumerate(tags):
        if tag == "P" and i:
            known = FIRST.get(words[i].lower(), "P")
            if known in "sVAIRSHt":
                found[i] = known
    return "".join(found)
