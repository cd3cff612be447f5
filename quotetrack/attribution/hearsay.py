"""Whom others heard: “Q,” he is alleged to have said · “Q,” she was heard shouting · He is said to have told her: “Q”.

The words in marks are his whose words they are said to be, not nobody's.
"""

from __future__ import annotations

import re

from quotetrack.attribution.relations import Range, Relation
from quotetrack.phrases.lexicon import CUE_FORMS
from quotetrack.phrases.words import Line

_WHO = r"(?P<who>[OP]|[TPNJZID]{2,10}?)"
_TOLD = r"(?P<group>A[AR]{0,3})(?P<told>[VE])LA(?P<cue>[VE])"  # "is alleged to have said"
_HEARD = r"(?P<group>A[AR]{0,3})(?P<told>[VEN])(?P<cue>G)"  # "could be heard shouting"
_BEHIND_TOLD = re.compile(rf"Q,?{_WHO}{_TOLD}")
_BEHIND_HEARD = re.compile(rf"Q,?{_WHO}{_HEARD}")
_BEFORE = re.compile(rf"(?:[CR],?)?{_WHO}{_TOLD}[TPNJZO]{{0,6}}[,:]?(?P<quote>Q)")
_TELLS = frozenset("alleged said reported understood believed thought claimed rumoured rumored supposed".split())
_HEARS = frozenset("heard overheard seen filmed caught recorded reported".split())


def hearsay(line: Line, low: int, high: int) -> Relation | None:
    """The relation of a quotation with the one who others say has said it; None where the sentence is none such."""
    tags = line.tags
    told = tags.find("LA", low, high) >= 0
    if tags[low] == "Q":
        found = _BEHIND_TOLD.match(tags, low, high) if told else _BEHIND_HEARD.match(tags, low, high)
        quote = low
    else:
        found = _BEFORE.match(tags, low, high) if told else None
        quote = found.start("quote") if found is not None else low
    if found is None or line.words[found.start("told")] not in (_TELLS if told else _HEARS):
        return None
    place = found.start("cue")
    form = CUE_FORMS.get(line.words[place])
    if form is None or "q" not in form.frames:
        return None
    cue: Range = (found.start("group"), place + 1)
    verb = form.verb
    return Relation("hearsay", cue, verb.lemma, verb.stance, False, found.span("who"), ((quote, quote + 1),))
