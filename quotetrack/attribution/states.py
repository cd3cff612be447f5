"""Cues that are adjectives: "was critical of the plan", "is confident that it will pass", "eager to return"."""

from __future__ import annotations

from quotetrack.attribution import ends, said, subjects
from quotetrack.attribution.relations import Range, Relation
from quotetrack.phrases.words import Line
from quotetrack.rules.states import STATES

_FORMS = {state.word: (state, frozenset(state.frames.split())) for state in STATES}
WORDS: frozenset[str] = frozenset(_FORMS)
_BE = frozenset("is are was were be been being am 's 're 'm isn't aren't wasn't weren't".split())
_LINKING = frozenset(
    "seem seems seemed appear appears appeared feel feels felt remain remains remained sound sounds sounded look looks "
    "looked become becomes became grow grows grew stay stays stayed get got".split()
)
_NOT = frozenset("not never n't no hardly".split())


def read(line: Line, low: int, i: int, high: int) -> Relation | None:
    """The relation of the adjective at ``i``; None where the words around it make none."""
    tags, words = line.tags, line.words
    if i + 1 >= high:
        return None
    state, frames = _FORMS[words[i]]
    group = subjects.group_start(line, low, i)
    if group > low and words[group - 1] in _LINKING:
        group = subjects.group_start(line, low, group - 1)
        linked = True
    else:
        linked = any(words[k] in _BE for k in range(group, i))
    if not linked and words[i] in _MADE and group > low:
        group = _making(line, low, group)
        linked = group < i
    source = _source(line, low, group, linked)
    if source is None or words[source[0]].lower() in ("it", "there"):
        return None
    content = _content(line, i + 1, ends.clause_limit(line, low, source[0], i, high), frames, linked)
    if content is None:
        return None
    negated = any(w in _NOT or w.endswith("n't") for w in words[group:i])
    behind = i + 1 if tags[content[0]] in "HLWS" or content[0] == i + 1 else content[0]
    return Relation("state", (group, behind), state.word, state.stance, negated, source, (content,))


_MADE = frozenset({"clear", "plain"})
_MAKES = frozenset("make makes made making".split())


def _making(line: Line, low: int, group: int) -> int:
    """Where the verb group of "made clear", "makes it plain" begins; ``group`` itself for other words."""
    words = line.words
    verb = group - 1
    if words[verb] == "it" and verb > low:
        verb -= 1
    return subjects.group_start(line, low, verb) if words[verb] in _MAKES else group


def _source(line: Line, low: int, group: int, linked: bool) -> Range | None:
    """Who is so: the subject before the verb, or of the sentence where the adjective stands alone."""
    tags = line.tags
    if group <= low:
        return None
    if linked:
        if tags[group - 1] in "C,":
            return subjects.main_subject(line, low, group)
        return subjects.subject_before(line, low, group)
    return subjects.main_subject(line, low, group) if tags[group - 1] in ",C" else None


def _content(line: Line, k: int, high: int, frames: frozenset[str], linked: bool) -> Range | None:
    """What it is about, by the first frame that fits."""
    tags, words = line.tags, line.words
    while linked and tags[k] == "M" and k + 1 < high:  # "was hopeful Tuesday that"
        k += 1
    tag = tags[k]
    if tag == "H":
        return (k, ends.clause_end(line, k + 1, high)) if "that" in frames and k + 2 < high else None
    if not linked:
        return None
    if tag == "L":
        if "to" in frames and k + 1 < high and tags[k + 1] not in "DM.,":
            return k, ends.clause_end(line, k + 1, high)
        return None
    if tag in "WS" and "wh" in frames and words[k] in said.WH:
        return k, ends.clause_end(line, k + 1, high)
    if words[k] in frames and k + 1 < high and tags[k + 1] in "TJNPDOUWGZEbQRMs":
        return k + 1, ends.clause_end(line, k + 1, high, phrase=True)
    if "that" in frames and tag in "OTP":
        end = ends.clause_end(line, k, high)
        return (k, end) if ends.is_clause(line, k, end) else None
    return None
