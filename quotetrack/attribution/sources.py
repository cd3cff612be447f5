"""Whose a cue is: the subject before it, of the verb that it is joined to, or of the whole sentence."""

from __future__ import annotations

from quotetrack.attribution import ends, subjects, times
from quotetrack.attribution.relations import FINITE, Range, Relation
from quotetrack.phrases import nouns
from quotetrack.phrases.forms import names_people
from quotetrack.phrases.words import Line
from quotetrack.rules.voices import RECORDS, SHOWS
from quotetrack.rules.words import MAKE_DO

# Things that bear words themselves: "a sign saying", but of "a statement saying" the one who issued it is the source.
_GIVEN_OUT = frozenset(
    "statement release letter message email e-mail memo tweet post note petition column essay op-ed editorial piece "
    "speech statements letters messages emails tweets posts".split()
)

_THOSE = frozenset("those many some anyone everyone someone".split())

_HELD_UP = frozenset("signs banners placards posters T-shirts stickers".split())
_BEARERS = frozenset(
    "sign banner poster placard report poll survey study article headline ad advertisement book law bill hat cap shirt "
    "t-shirt sweatshirt button badge sticker card plaque billboard flag mug caption inscription".split()
)


def subject(
    line: Line, low: int, group: int, i: int, done: list[Relation], shape: str, *, says: bool = True
) -> Range | None:
    """Who said it: the subject before the verb, of the verb it is joined to, or of the whole sentence."""
    tags, words = line.tags, line.words
    if group <= low:
        if shape == "G":
            return _main_behind(line, i)
        return None
    before = tags[group - 1]
    if shape == "G" and before == "T" and words[group - 1] in ("all", "both", "each") and group - 1 > low:
        group -= 1  # "with Kim and Lee both calling for"
        before = tags[group - 1]
    if shape == "G" and before in "NMD" and group == i:
        group = times.before_time(line, low, group)  # "a statement Thursday night condemning"
        before = tags[group - 1]
        i = group
    # an adverb or article may stand before a participle, and behind a comma "not": "…, not saying why"
    if shape == "G" and not tags[group:i].strip("RTX" if before in ",-Q" else "RT"):
        if before in ",-" or before in "NPUDM)QOISEVvbs" or (before == "T" and words[group - 1] in _THOSE):
            start = nouns.before(line, low, group) if before in "NPT" or words[group - 1].lower() in _THOSE else group
            if before == "U" and words[group - 2] in SHOWS:
                return group - 1, group  # "the tape shows him calling it"
            if start < group and words[start - 1] not in _ISSUED and words[group - 1] not in times.SPANS:
                noun = words[group - 1]
                if start > low and (words[start - 1].lower() == "with" or _is_second(line, start, done)):
                    return start, group
                if not says and noun not in _GIVEN_OUT and not _is_record(line, low, start, noun):
                    return start, group
                if before == "N" and noun in _HELD_UP:
                    return group - 1, group  # "carried signs reading"
                if before == "N" and tags[start] == "T" and noun in _BEARERS:
                    return start, group
            if before in "IS" and FINITE.isdisjoint(tags[low : group - 1]):
                return _of_opening(line, low, group, i)
            over = "HWS" if before == "," else "" if before == "I" else "H"
            found = _last_subject(line, low, group, done, over)
            if found is None and before == ",":
                start = nouns.before(line, low, group - 1)  # "Kim, citing costs, said"
                found = (start, group - 1) if start < group - 1 else None
            return found
        return _of_twin(line, low, group, done) if before == "C" else None
    if before == "L":
        return _of_infinitive(line, low, group - 1, done)
    if before == "C":
        return _last_subject(line, low, group - 1, done)
    found = subjects.subject_before(line, low, group)
    if found is None and before == "," and shape in "Vs":
        return _last_subject(line, low, group - 1, done)
    return found


def _of_infinitive(line: Line, low: int, to: int, done: list[Relation]) -> Range | None:
    """For an infinitive: who is to do it, who is made to, or the subject so far ("Kim went on to say")."""
    found = _for_whom(line, low, to) or _made_to(line, low, to) or _last_subject(line, low, to, done, "")
    if found is not None and line.words[found[0]].lower() == "it" and line.tags[to - 1] in "JN" and found[1] < to - 1:
        return None  # "it is hard to see why"
    return found


def _of_opening(line: Line, low: int, group: int, i: int) -> Range | None:
    """For a participle in an opening: "In calling it unfair, Kim …", "Kim, after calling it unfair, …"."""
    comma = group - 2
    if comma > low and line.tags[comma] == "," and line.tags[comma - 1] in "NPO)":
        start = nouns.before(line, low, comma)
        return (start, comma) if start < comma else None
    return _main_behind(line, i)


def _of_twin(line: Line, low: int, group: int, done: list[Relation]) -> Range | None:
    """For a participle behind "and": the subject of the one it is joined to ("calling it late and blaming Lee")."""
    if done and line.tags[done[-1].cue[1] - 1] == "G":
        return done[-1].source
    twin = line.tags.rfind("G", max(low, group - 12), group)
    return _last_subject(line, low, twin, done) if twin > low and line.tags[twin - 1] in ",-" else None


def _made_to(line: Line, low: int, to: int) -> Range | None:
    """For an infinitive: the object of a verb of causing ("forced Kim to admit that")."""
    if line.tags[to - 1] not in "NPU":
        return None
    start = nouns.before(line, low, to)
    return (start, to) if low < start < to and line.words[start - 1] in MAKE_DO else None


# Whose object is given out by their subject, who says what stands in it: "issued a report charging".
_ISSUED = frozenset("issue issued issuing release released releasing publish published publishing sent sending".split())


def _is_record(line: Line, low: int, start: int, noun: str) -> bool:
    """Whether the noun is where somebody else is heard or seen: "he was caught on tape calling it"."""
    return line.words[start - 1] in ("in", "on") and (noun in RECORDS or "quoted" in line.words[low:start])


def _is_second(line: Line, start: int, done: list[Relation]) -> bool:
    """Whether the words at ``start`` are a second one behind "with": "with Orr calling it late and Kim early"."""
    if line.words[start - 1] != "and" or not done:
        return False
    source = done[-1].source
    return source is not None and source[0] > 0 and line.words[source[0] - 1].lower() == "with"


def _for_whom(line: Line, low: int, to: int) -> Range | None:
    """Who stands before the "to" of an infinitive: "it is common for critics to call him …"."""
    if to - 2 <= low or line.tags[to - 1] not in "NPU":
        return None
    start = nouns.before(line, low, to)
    if start >= to or line.words[start - 1] != "for":
        return None
    named = line.tags[to - 1] in "PU" or names_people(line.words[to - 1]) or line.words[low] in ("It", "There")
    return (start, to) if named else None


def _last_subject(line: Line, low: int, end: int, done: list[Relation], over: str = "H") -> Range | None:
    """The subject of the sentence so far: that of its last relation, or of its first finite verb."""
    nearest = subjects.nearest_subject(line, low, end, over)
    for relation in reversed(done):
        if relation.source is None or relation.rule == "document" or _is_owner(line, relation.source):
            continue
        if relation.cue[0] < end and relation.source[0] >= low:
            if nearest is not None and nearest[0] > max(e for _, e in (*relation.content, relation.cue)):
                break  # another clause stands between
            return relation.source
    if nearest is not None and line.words[nearest[0]].lower() == "there":
        return _relative_subject(line, low, end)  # "there is a man who lies and calls it art"
    return nearest or subjects.main_subject(line, low, end) or _relative_subject(line, low, end)


def _is_owner(line: Line, source: Range) -> bool:
    """Whether the words are a possessor, which is no subject: "raised his doubts, saying"."""
    return line.tags[source[1] - 1] == "Z" or (source[1] - source[0] == 1 and line.tags[source[0]] == "T")


def _relative_subject(line: Line, low: int, end: int) -> Range | None:
    """For a second verb of a relative clause ("Kim, who took the post and says"): its "who"."""
    tags = line.tags
    for k in range(end - 1, max(low, end - 14), -1):
        if tags[k] in ",;.Q":
            return None
        if tags[k] == "W" and line.words[k].lower() in ("who", "which") and tags[k - 1 : k] in (",", "N", "P"):
            return k, k + 1
    return None


def _main_behind(line: Line, i: int) -> Range | None:
    """For a participle that opens the sentence ("Citing costs, Kim …"): the subject behind the comma."""
    comma = line.tags.find(",", i)
    quote = line.tags.find("Q", i)
    if quote >= 0 and (comma < 0 or quote < comma) and ends.ends_with_comma(line, quote):
        comma = quote  # 'Noting that it was "the last," Kim said'
    if comma < 0 or comma + 1 >= len(line.tags):
        return None
    end = nouns.after_with_tail(line, comma + 1, len(line.tags))
    return (comma + 1, end) if end > comma + 1 else None
