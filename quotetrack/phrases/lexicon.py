"""Word forms looked up at once: the class letter of a word, and the cue verb that it is a form of."""

from __future__ import annotations

from typing import NamedTuple

from quotetrack.rules.cues import NOUNS, VERBS, Noun, Verb
from quotetrack.rules.nominals import NOMINALS
from quotetrack.rules.words import CLASSES


class CueForm(NamedTuple):
    """A form of a cue verb: ``shape`` is ``base``, ``s``, ``ed`` (past), ``en`` (participle) or ``ing``."""

    verb: Verb
    frames: frozenset[str]
    shape: str


# Class letters that a form of a cue verb gets: base, third person, past, participle, -ing.
_LETTER = {"base": "b", "s": "s", "ed": "V", "en": "E", "ing": "G"}
_DOUBLES = frozenset(
    "admit quip rip pan refer rebut recap dub plan slam prefer regret beg snap sob concur infer demur "
    "blog spar snub abhor grin hit sum begin commit submit peg tag".split()
)
_EITHER = frozenset("label signal counsel marvel quarrel".split())


def inflected(lemma: str, past: str) -> dict[str, str]:
    """Every form of a verb with its shape.

    >>> inflected("deny", "")["denied"], inflected("write", "wrote written")["written"]
    ('ed', 'en')
    """
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    doubled = lemma in _DOUBLES
    forms = {lemma: "base"}
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        forms[lemma[:-1] + "ies"] = "s"
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        forms[lemma + "es"] = "s"
    else:
        forms[lemma + "s"] = "s"
    forms[(stem + lemma[-1] if doubled else stem) + "ing"] = "ing"
    if past:
        first, _, second = past.partition(" ")
        forms.setdefault(first, "ed")
        if second and second != first:
            forms[second] = "en"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        forms[lemma[:-1] + "ied"] = "ed"
    elif doubled:
        forms[lemma + lemma[-1] + "ed"] = "ed"
    else:
        forms[lemma + "d" if lemma.endswith("e") else lemma + "ed"] = "ed"
    if lemma in _EITHER:  # labelled in London, labeled in New York
        forms[lemma + lemma[-1] + "ed"] = "ed"
        forms[lemma + lemma[-1] + "ing"] = "ing"
    return forms


def _cue_forms() -> dict[str, CueForm]:
    out: dict[str, CueForm] = {}
    for verb in VERBS:
        frames = frozenset(verb.frames.split())
        for form, shape in inflected(verb.lemma, verb.past).items():
            out.setdefault(form, CueForm(verb, frames, shape))
    return out


CUE_FORMS: dict[str, CueForm] = _cue_forms()


def _noun_forms() -> dict[str, Noun]:
    """Singular and plural of the nouns that are cues."""
    out: dict[str, Noun] = {}
    for noun in NOUNS:
        plural = noun.lemma[:-1] + "ies" if noun.lemma.endswith("y") else noun.lemma + "s"
        out[noun.lemma] = out[plural] = noun
    return out


NOUN_FORMS: dict[str, Noun] = _noun_forms()


def _noun_links() -> frozenset[tuple[str, str]]:
    """A word in -s that may be a cue verb or a noun, with a preposition that only the noun takes: attacks on."""
    out = set()
    for noun in NOMINALS:
        form = CUE_FORMS.get(noun.lemma + "s")
        if form is not None and noun.plural != "-":
            out |= {(noun.lemma + "s", link) for link in noun.frames.split() if "+" + link not in form.frames}
    return frozenset(out)


NOUN_LINKS = _noun_links()


def _letters() -> dict[str, str]:
    letters = {form: _LETTER[cue.shape] for form, cue in CUE_FORMS.items()}
    for letter, _, words in reversed(CLASSES):
        for word in words.split():
            letters[word] = letter
    for word in ("read", "cast", "forecast"):  # past and base alike: the news tells what was
        letters[word] = "V"
    return letters


LETTERS: dict[str, str] = _letters()
