"""What the article prints about somebody's role: before the name, after it, in brackets; whom a description fits."""

from __future__ import annotations

import re
from functools import lru_cache

from quotetrack.cast.entities import Entity
from quotetrack.cast.people import People
from quotetrack.phrases.forms import Phrase
from quotetrack.phrases.lexicon import LETTERS
from quotetrack.phrases.names import PERSON, TITLED
from quotetrack.rules import people as rules
from quotetrack.rules import places

# After a name: ", Jr.", "(R-Ohio)" or ", R-Ohio", ", 43", and the words up to the next comma.
_AFTER = re.compile(
    r"(?:,? (?:Jr|Sr)\.?)?(?: \((?P<party>[RDI]-[\w. ]{2,12}|[A-Z][\w. &-]{1,40})\)|, (?P<seat>[RDI]-[A-Z][\w.]{1,6}))?"
    r"(?:,? (?:(?P<age>\d{1,3}),? ?)?(?:--? )?(?P<role>(?:of |from |with )?[^,;()\"\n:—–]{3,160}))?"
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_CLAUSE = re.compile(
    r"(?:who|which|that|whose|where|and|but|or|said|says|told|he|she|they|it|in|on|at|as|is|was|were|has|had|will|would|"
    r"because|while|when|after|before|since|by|to|then|not|also|so|if|citing|adding|speaking|asked|according|for)\b"
)
_WHO_IS = re.compile(
    r",? who (?:is|was|has been|served as|serves as|works as|worked as|became) (?:also )?"
    r"((?:a|an|the|one)? ?[^,;.()\"\n]{3,90})"
)
_AFFILIATION = re.compile(r"(?:of|from|with) ")
_PREPOSITION = re.compile(r"\b(?:of|for|at|from|in|with|to|on|by|under|who|and)\b")
_FULL_STOP = re.compile(r"\.(?:\s|$)")
_SHORT = re.compile(r"(?:\b[A-Z]|Sen|Gov|Rep|Mr|Mrs|Ms|Dr|St|Jr|Gen|Lt|Col)\Z")
_PLACE = re.compile(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?")
_BREAKS = ("; ", '"', "\n\n", "? ", "! ", "(", ": ", "—", "–", " - ", "--")
_DETERMINERS = frozenset("the a an his her their another its our my".split())
_NOT_IN_FRONT = frozenset(
    "of for from to at in on with by about against and or but that as than said says told is was are were be been has "
    "have had when while if not like who which also only then after before meanwhile including between among under "
    "because where what how added asked named called met".split()
)
_VERBS = frozenset("said says told who which that wrote added tweeted is was has had will".split())
_ROLE_FOLLOWS = (", ", " (", " -", " of ", " from ", " with ", " Jr", " Sr")
_FEW = 6  # so many mentions of a name are looked at for its role

# From a word of a role to the words that a description may use for it.
SAME: dict[str, frozenset[str]] = {}
for _row in rules.SAME_ROLES:
    for _word in _row:
        SAME[_word] = SAME.get(_word, frozenset()) | _row

# Words before a role noun that narrow nothing down.
_LOOSE = frozenset(
    "former longtime long-time veteran top senior chief then late old new young current onetime one-time ex retired "
    "outgoing incoming outspoken embattled controversial popular famous same other first two-term three-term own "
    "us american national local state".split()
)


class Role:
    """What is printed of a role: ``shown`` for the record, ``heads`` the role's own nouns, ``words`` all of them.

    The nouns and the words are gathered where somebody asks for them: of most speakers nobody does.
    """

    __slots__ = ("_heads", "_pieces", "_seats", "_words", "age", "shown")

    def __init__(self, shown: str | None, age: int | None, pieces: list[str], seats: list[str]) -> None:
        self.shown = shown
        self.age = age
        self._pieces = pieces  # titles and appositions
        self._seats = seats  # what stands in brackets
        self._heads: frozenset[str] | None = None
        self._words: frozenset[str] | None = None

    @property
    def heads(self) -> frozenset[str]:
        """The role's own nouns."""
        if self._heads is None:
            parties = [_PARTIES[seat[0]][0] for seat in self._seats if _is_seat(seat)]
            self._heads = frozenset().union(parties, *[_heads_of(piece) for piece in self._pieces])
        return self._heads

    @property
    def words(self) -> frozenset[str]:
        """All words of the role."""
        if self._words is None:
            pieces = [_words_of(piece) for piece in self._pieces]
            self._words = frozenset().union(*pieces, *[_bracketed_words(seat) for seat in self._seats])
        return self._words


@lru_cache(maxsize=2048)
def _heads_of(text: str) -> frozenset[str]:
    """The nouns of a role in the words of a title or an apposition."""
    low = text.casefold().replace(".", "")
    cut = _PREPOSITION.search(low, 1)
    own = [w.removesuffix("'s") for w in _WORD.findall(low if cut is None else low[: cut.start()])]
    heads = set()
    for i, word in enumerate(own):
        if i and f"{own[i - 1]} {word}" in rules.ROLES:  # a "vice president" is no president
            heads.add(f"{own[i - 1]} {word}")
        elif word in rules.ROLES or word in rules.TITLES or word in rules.GENDERED:
            heads.add(word)
        elif word.endswith("-elect"):
            heads.update((word, word[:-6]))
        elif "-" in word and word.rpartition("-")[2] in rules.ROLES:
            heads.add(word.rpartition("-")[2])
    if len(own) > 1 and own[0] in _DETERMINERS:
        heads.add(own[-1])
    return frozenset(heads)


@lru_cache(maxsize=2048)
def _words_of(text: str) -> frozenset[str]:
    """The words of a title or an apposition, and the state that a short form in it stands for."""
    words = {w.removesuffix("'s") for w in _WORD.findall(text.casefold().replace(".", ""))}
    words.update([places.STATES[place].casefold() for place in _PLACE.findall(text) if place in places.STATES])
    return frozenset(words)


def _is_seat(text: str) -> bool:
    """Whether what stands in brackets is a party and a seat, "R-Ohio", and not a body, "Northwind Capital"."""
    party, _, seat = text.partition("-")
    return party in _PARTIES and seat != ""


def _bracketed_words(text: str) -> list[str]:
    """The words that stand in brackets, those of the party and the state taken in."""
    party, _, seat = text.partition("-")
    if party not in _PARTIES or not seat:
        return _WORD.findall(text.casefold())
    words = [_PARTIES[party][1]]
    state = places.STATES.get(seat) or places.STATES.get(seat.rstrip(".")) or places.STATES.get(seat + ".")
    if state:
        words += state.casefold().split()
        words.append(state.casefold())
    return words


_PARTIES = {"R": ("republican", "republican"), "D": ("democrat", "democratic"), "I": ("independent", "independent")}


def role_of(people: People, entity: Entity) -> Role:
    """Read what the article prints about somebody's role."""
    pieces: list[str] = []
    seats: list[str] = []
    front = back = brackets = None
    age = None
    given = entity.given.role if entity.given is not None else None
    if given:
        pieces.append(given)
    for title in entity.titles:
        if not _is_honorific(title):
            front = front or title
        pieces.append(title)
    if front and (lead := _lead(people, entity)):
        front = f"{lead} {front}"
    said, quoted = people.said, people.quoted()
    single = len(entity.words) == 1  # "her brother Felipe"
    outside = [i for i in entity.at[: 4 * _FEW] if (single or said[i].sort in (PERSON, TITLED)) and not quoted[i]]
    for i in outside[:_FEW]:
        before = _before(people.image, people.title_start(i))
        if before:
            title = said[i].title
            front = front or (before if not title or _is_honorific(title) else f"{before} {title}")
            pieces.append(before)
        after, bracketed, years = _after(people.image, people.end(i))
        age = age or years
        if bracketed:
            brackets = brackets or bracketed
            seats.append(bracketed)
        if after:
            back = back or after
            pieces.append(after)
    if back is not None and front and _AFFILIATION.match(back):
        back = front
    shown = given or back or front or brackets
    shown = " ".join(shown.split()) if shown else None
    return Role(shown, age, pieces, seats)


def _lead(people: People, entity: Entity) -> str:
    """ "former" or the like in lower case before the first title."""
    for i in entity.at[:_FEW]:
        title, start = people.said[i].title, people.title_start(i)
        if title and not _is_honorific(title):
            before = people.image[max(0, start - 9) : start].split()
            return before[-1] if before and before[-1] in ("former", "then", "acting", "late") else ""
    return ""


def _is_honorific(title: str) -> bool:
    return title.casefold().rstrip(".") in rules.HONORIFICS


def _before(image: str, at: int) -> str | None:
    """The words of a role right before a name: "Texas delegate", "the state's interior minister,"."""
    if at < 2 or not (image[at - 2].isalpha() or image[at - 2] == ","):
        return None
    tail = image[max(0, at - 24) : at].rstrip()
    comma = tail.endswith(",")
    tail = tail.rstrip(" ,\n")
    last = tail[max(tail.rfind(" "), tail.rfind("\n")) + 1 :].casefold()
    if not _ends_in_role(last, comma):
        return None
    piece = image[max(0, at - 90) : at]
    for stop in _BREAKS:
        cut = piece.rfind(stop)
        if cut >= 0:
            piece = piece[cut + len(stop) :]
    cut = piece.rfind(". ")
    while cut >= 0 and _SHORT.search(piece[:cut]):
        cut = piece.rfind(". ", 0, cut)
    piece = piece[cut + 2 :] if cut >= 0 else piece
    words = piece.rstrip(" ,\n").split()
    if not words:
        return None
    first = len(words) - 1
    while first > 0 and len(words) - first < 8:
        low = words[first - 1].casefold()
        if low in _DETERMINERS:
            first -= 1
            break
        if low.endswith((",", "am", "pm")) and low[0].isdigit():
            break  # a time of day above the paragraph
        if low.endswith(",") or low in _NOT_IN_FRONT or (low.endswith(("ed", "ing")) and low != "retired"):
            break
        first -= 1
    front = words[first:]
    if comma and front[0].casefold() not in _DETERMINERS and not any(w.endswith(("'s", "s'")) for w in front):
        return None
    return " ".join(front)


def _ends_in_role(word: str, comma: bool) -> bool:
    """Whether the word before a name is a role: one of the list, or without a comma anything that ends like one."""
    if word in rules.ROLES or word.rpartition("-")[2] in rules.ROLES or word in rules.RELATIVES:
        return True
    return not comma and word not in _NOT_IN_FRONT and word.endswith(("ist", "ian", "man", "woman", "writer", "maker"))


def _after(image: str, at: int) -> tuple[str | None, str | None, int | None]:
    """The role after a name, what stands in brackets, and the age."""
    if not image.startswith(_ROLE_FOLLOWS, at):
        return None, None, None
    m = _AFTER.match(image, at, at + 240)
    if m is None:
        return None, None, None
    brackets = m["party"] or m["seat"]
    age = int(m["age"]) if m["age"] else None
    role = m["role"]
    if role is None:
        return None, brackets, age
    stop = _FULL_STOP.search(role)
    while stop is not None and _SHORT.search(role[: stop.start()]):
        stop = _FULL_STOP.search(role, stop.end())
    words = (role if stop is None else role[: stop.start()]).split()
    if not words:
        return None, brackets, age
    gap = image[m.end() - len(role) - 3 : m.start("role")]
    apposed = "," in gap or "-" in gap or age is not None
    return _apposition(words, apposed), brackets, age


def _apposition(words: list[str], apposed: bool) -> str | None:
    """The role in the words after a name, or None where they say none."""
    role = " ".join(words)
    first = words[0].casefold().strip(".'")
    if apposed:
        who = _WHO_IS.match(", " + role)
        if who is not None and (
            who[1].startswith(("a ", "an ", "the ", "one ")) or any(_is_role(w) for w in who[1].casefold().split()[:8])
        ):
            return who[1].strip()
    if first in ("of", "from", "with"):
        second = words[1] if len(words) > 1 else ""
        named = second[:1].isupper() or second.casefold().strip(".'") == "the"
        return (_affiliation(words) or None) if named else None
    if not apposed or _CLAUSE.match(role):
        return None
    if LETTERS.get(first) in ("s", "v"):  # the clause goes on: "..., Ann Example, follows a widow"
        return None
    low = [w.casefold().strip(".'") for w in words]
    core = low[: next((i for i, w in enumerate(low) if i and w in _NOT_IN_FRONT), len(low))]
    if first not in _DETERMINERS:
        if any(words[i][:1].isupper() and _is_role(low[i - 1]) for i in range(1, len(core))):
            return None  # the subject of the clause: "..., candidate Ann Example met"
    if any(_is_role(w) for w in core[:9]) or (first in ("a", "an") and 1 < len(core) < 7):
        end = next((i for i, w in enumerate(low) if i and w in _VERBS), len(words))
        return " ".join(words[:end])
    return None


def _is_role(word: str) -> bool:
    word = word.removesuffix("'s")
    return (
        word in rules.ROLES or word in rules.RELATIVES or word in rules.TITLES or word.rpartition("-")[2] in rules.ROLES
    )


def _affiliation(words: list[str]) -> str:
    """ "of Madison", "of the Eurasia Group": the preposition and the capitals after it; empty where there are none."""
    end = next(
        (
            i
            for i, w in enumerate(words)
            if i > 1 and not w[:1].isupper() and w not in ("of", "and", "the", "for", "in")
        ),
        len(words),
    )
    while end and words[end - 1] in ("of", "and", "the", "for", "in"):
        end -= 1
    return " ".join(words[:end])


# Words before a role that make another man's of it.
_ANOTHER = frozenset("deputy vice assistant acting interim shadow associate junior under designate".split())


def fits(role: Role, phrase: Phrase) -> int:
    """How a description fits a role: 0 not, 1 by its noun alone, 2 with all that stands before the noun."""
    head = phrase.head
    if phrase.age is not None and role.age is not None:
        return 2 if phrase.age == role.age else 0
    narrowed = phrase.before
    if narrowed and f"{narrowed[-1]} {head}" in rules.ROLES:
        head, narrowed = f"{narrowed[-1]} {head}", narrowed[:-1]
    if not any(head == w or head in SAME.get(w, ()) for w in role.heads):
        return 2 if rules.DEMONYMS.get(head, "-") in role.words else 0
    if not (_ANOTHER & role.words) <= set(phrase.before):
        return 0  # nor is the minister the deputy minister
    for word in narrowed:
        low = word.removesuffix("'s").replace(".", "")
        if low in _LOOSE or low in role.words or rules.DEMONYMS.get(low, "-") in role.words or low.endswith("-old"):
            continue
        if low in _ANOTHER:
            return 0  # "the deputy minister" is not the minister
        return 1
    return 2
