"""Where and by what way something was said, as the clause of its cue prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotetrack.records import Form, Mention
from quotetrack.rules import settings as rules
from quotetrack.rules.times import CLAUSE_OPENERS, HOLIDAYS, WORDS
from quotetrack.spans import Span


def _either(words: Iterable[str]) -> str:
    """An alternation of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


_KINDS = {noun: medium.kind for medium in rules.MEDIA + rules.BARE for noun in medium.nouns.split("|")}
_NOUNS = _either({noun for medium in rules.MEDIA for noun in medium.nouns.split("|")})
_BARE_NOUNS = _either(rules.NEED_NO_ARTICLE)
_PHRASES = _either({noun for medium in rules.BARE for noun in medium.nouns.split("|")})
# Days and months follow a name without a joint ("told CNN Friday"); they are no part of it.
_DAYS = "|".join(
    word.title() for letter, _, words in WORDS if letter in "WM" for word in words.split() if len(word) > 2
)
_NOT_A_DAY = rf"(?!(?:{_DAYS})\b)"
_CAPITAL = rf"{_NOT_A_DAY}[A-Z0-9\u00c0-\u00de][\w.&'-]*"
_NAME = rf"(?:[Tt]he )?{_NOT_A_DAY}[A-Z\u00c0-\u00de][\w.&'-]*(?: {_CAPITAL}){{0,6}}"
_TITLE = r"""(?: ?"[^"\n]{1,40}"| '[^'\n]{1,40}'(?!\w))"""
# Words between the article and the noun: no joint that would lead into another phrase.
_JOINTS = "in|at|on|of|to|with|for|and|or|that|about|from|by|after|during|as|who|when|since|before|than|like|while"
_BETWEEN = rf"(?:(?!(?:{_JOINTS})\b)[\w.&'-]+ ){{0,4}}?"
_ARTICLE = (
    r"(?:an?|the|his|her|its|their|our|my|this|that|another|one|several|two|three|separate|recent)"
    r"(?: (?:series|string|number|pair|round) of)?"
)
_NETWORKS = _either(rules.NETWORKS)
_SHOW = rf"(?: (?:(?:the|of|with|and|the) )?{_CAPITAL}){{0,4}}"
_WITH = (
    rf"(?: (?:(?:with|to) {_NAME}|on (?:the )?(?:{_NETWORKS})(?![\w-])(?:'s)?{_SHOW}){_TITLE}?"
    r"(?: (?:newspaper|magazine|television|radio|news agency))?"
    rf"| on (?:{_either(rules.SITES)})(?![\w'-])"
    rf"| (?:to|with) (?:his |her |its |their |the )?(?:{_either(rules.WRITTEN_TO)})(?![\w-])"
    r"| with (?:the |a |an )?(?:[a-z]+ )?(?:newspaper|magazine|television|radio|news agency|broadcaster)\b)"
)
_MEDIUM = re.compile(
    r"\b(?:"
    rf"(?:(?:[Ii]n|[Aa]t|[Dd]uring|[Vv]ia|[Tt]hrough) (?!the event\b)"
    rf"(?:{_ARTICLE} {_BETWEEN}(?P<noun>{_NOUNS})|(?:[\w.&-]+ )?(?P<bare>{_BARE_NOUNS}))"
    rf"|[Oo]n {_ARTICLE} {_BETWEEN}(?P<on>{_either(rules.ON_NOUNS)}))(?![\w-]){_WITH}?"
    rf"|(?P<phrase>(?i:{_PHRASES}))(?![\w-])"
    rf"|(?P<site>(?:[Oo]n|via|over|through) (?:{_either(rules.SITES)})(?![\w'-]))"
    rf"|(?P<network>[Oo]n (?:the )?(?:(?:{_NETWORKS})(?![\w-])(?:'s)?{_SHOW}"
    rf"|{_CAPITAL}(?: {_CAPITAL}){{0,3}}? (?:{_either(rules.BROADCAST_ENDS)})(?![\w-])(?:'s)?{_SHOW}){_TITLE}?"
    rf"""|[Oo]n "[A-Z0-9][^"\n]{{1,40}}")"""
    r")"
)
_LEADS = re.compile(r"\b(?:in|at|on|by|via|over|from|under|online|during|through)\b", re.IGNORECASE)

_PLACE = re.compile(
    rf"\b(?P<lead>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]board|from|[Oo]n(?= (?:{_either(rules.ON_WHICH)})\b)) "
    r"(?P<the>the )?"
    rf"(?P<name>{_NOT_A_DAY}[A-Z\u00c0-\u00de][\w.'-]*(?:(?: (?:de|la|del|al|el|of|of the|the))? {_CAPITAL}){{0,4}})"
)
_WORD_BEFORE = re.compile(r"([\w'-]+|[,;:(\"])\s*\Z")
_FOLLOWING = re.compile(r" ([a-z]+)")
_SHORT = re.compile(r"(?:\b[A-Z]\.|\b(?:St|Mt|Ft)\.)\Z")
_OCCASIONS = frozenset(noun.split()[-1] for noun in _KINDS)
_TIMES = frozenset(word for letter, _, words in WORDS if letter in "WRUPKYMDO" for word in words.split())
_HOLIDAYS = frozenset(name for holiday in HOLIDAYS for name in holiday.names.split("|") if " " not in name)
_SEASONS_AND_MORE = frozenset(word for letter, _, words in WORDS if letter in "WMSRPO" for word in words.split())
_CALLERS = frozenset("phone telephone speaking spoke live video satellite email reporting writing".split())
_CLAUSE = re.compile(r"\b(?:" + "|".join(CLAUSE_OPENERS) + r")\b")
# How far back the word before a place is looked for, in code points.
_BACK = 40

Found = tuple[Mention | None, Mention | None]


def read(text: str, image: str, frame: Sequence[Span]) -> Found:
    """The place and the medium that a cue's clause gives, each None where it gives none.

    ``frame`` are the stretches of the clause outside what was said, its source and its cue. ``image`` is the folded
    text; offsets are in code points. The place is the city or site alone ("Beijing"), the medium as printed ("in a
    statement"), its form ``document`` where it is written.

    >>> text = "Kim told reporters in Beijing in a statement."
    >>> place, medium = read(text, text, [Span(8, 44)])
    >>> place.text, medium.text, str(medium.form)
    ('Beijing', 'in a statement', 'document')
    """
    place = medium = None
    for stretch in frame:
        if not _LEADS.search(image, stretch.start, stretch.end):
            continue
        clause = _CLAUSE.search(image, stretch.start, stretch.end)
        end = clause.start() if clause else stretch.end
        match = _MEDIUM.search(image, stretch.start, end)
        if match and medium is None:
            medium = _medium(text, match)
        if place is None:
            place = _place(text, image, Span(stretch.start, end), match)
    return place, medium


def _medium(text: str, match: re.Match[str]) -> Mention:
    """The medium that a match found, with its kind as form."""
    noun = match["noun"] or match["bare"] or match["on"] or (match["phrase"] or "").lower()
    kind = _KINDS.get(noun, rules.SPOKEN) if noun else rules.BROADCAST if match["network"] else rules.WRITTEN
    start, end = match.span()
    if text[end - 1] == "." and not _SHORT.search(text, max(start, end - 4), end):
        end -= 1
    form = Form.DOCUMENT if kind == rules.WRITTEN else Form.DESCRIPTION
    return Mention(start, end, text[start:end], form)


def _place(text: str, image: str, stretch: Span, medium: re.Match[str] | None) -> Mention | None:
    """The first place in a stretch that is where it was said."""
    for match in _PLACE.finditer(image, stretch.start, stretch.end):
        start, end = match.span("name")
        if medium is not None and start < medium.end() and medium.start() < end:
            continue
        if _led_to(image, stretch, match, medium) and _is_place(image, match):
            end = _place_end(image, start, end)
            return Mention(start, end, text[start:end], Form.NAME)
    return None


def _place_end(image: str, start: int, end: int) -> int:
    """Where the place's name ends: before the sentence's full stop, and before a possessive ending."""
    if image[end - 1] == "." and not _SHORT.search(image, max(start, end - 4), end):
        end -= 1
    if image.endswith("'s", start, end):
        end -= 2
    while image[end - 1] in "'-":
        end -= 1
    return end


def _led_to(image: str, stretch: Span, match: re.Match[str], medium: re.Match[str] | None) -> bool:
    """Whether what stands before lets a place of the saying follow: never a role ("the envoy in Beijing")."""
    if medium is not None and medium.end() <= match.start() and not image[medium.end() : match.start()].strip(" ,"):
        return True
    inside = image[stretch.start : match.start()].strip()
    before = _WORD_BEFORE.search(image[max(0, match.start() - _BACK) : match.start()])
    word = before[1].lower() if before else ""
    if match["lead"] == "from":
        return word in _CALLERS
    if not inside:
        return word not in rules.ROLE_NOUNS
    if word in (",", ""):
        return inside == "," or inside[-2:-1] != '"'
    return word.isdigit() or any(word in known for known in (rules.AUDIENCES, rules.ON_THE_SPOT, _OCCASIONS, _TIMES))


def _is_place(image: str, match: re.Match[str]) -> bool:
    """Whether the capitalised words can be a place to stand in."""
    words = match["name"].rstrip(".").split()
    if match["lead"].lower() == "on":
        return True
    first = words[0].removesuffix("'s")
    if first in rules.NOT_PLACES or first.lower() in _SEASONS_AND_MORE or first.lower() in _HOLIDAYS:
        return False
    if first in rules.SITES or first in rules.NETWORKS or words[-1] in rules.BROADCAST_ENDS:
        return False
    following = _FOLLOWING.match(image, match.end())
    if following and following[1] in _OCCASIONS:
        return False
    if match["lead"].lower() == "at":
        return words[-1] in rules.SITES_OF_SPEECH or any(word in rules.SITES_OF_SPEECH for word in words[:-1])
    return not match["the"] or len(words) > 1 or words[0] in rules.WITH_THE
