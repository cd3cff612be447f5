"""What the article prints about somebody's role: before the name, after it, in brackets; and who a description fits."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotetrack.cast.people import Entity, People
from quotetrack.phrases.forms import Phrase
from quotetrack.phrases.names import PERSON, TITLED
from quotetrack.rules import people as rules
from quotetrack.rules import places

_AFTER = re.compile(
    r"(?:,? (?:Jr|Sr)\.?)?(?: \((?P<party>[RDI]-[\w. ]{2,12}|[A-Z][\w. &-]{1,40})\)|, (?P<seat>[RDI]-[A-Z][\w.]{1,6}))?"
    r"(?:,? (?:(?P<age>\d{1,3}),? ?)?(?:--? )?(?P<role>(?:of |from |with )?[^,;()\"\n:—–]{3,160}))?"
)
_BEFORE = re.compile(
    r"(?:^|(?<=[\s\"'(—–-]))((?:(?:[A-Z][\w.&'-]*|former|then|ex|late|longtime|fellow|retired|the|a|an|[a-z]+-[a-z]+|\w+'s)[ \n]){0,5}"
    r"(?:[a-z][\w-]*[ \n]){0,4}?[a-z][\w-]*)(, ?| |\n)\Z"
)
_WORDS = re.compile(r"[^\W\d_][\w'-]*")
_CLAUSE = re.compile(
    r"^(?:who|which|that|whose|where|and|but|or|said|says|told|he|she|they|it|in|on|at|as|is|was|were|has|had|will|would|"
    r"because|while|when|after|before|since|by|to|then|not|also|so|if|citing|adding|speaking|asked|according|for)\b",
)
_OF = re.compile("(?:of|from|with) ")
_WHO_IS = re.compile(r"^,? who (?:is|was|has been|served as|serves as|works as|worked as|became) (?:also )?((?:a|an|the|one)? ?[^,;.()\"\n]{3,90})")
_PREPOSITION = re.compile(r"\b(?:of|for|at|from|in|with|to|on|by|under|who|and)\b")

# From a word of a role to the words that a description may use for it.
SAME: dict[str, frozenset[str]] = {}
for _row in rules.SAME_ROLES:
    _key = next(iter(_row))
for _row in rules.SAME_ROLES:
    for _word in _row:
        SAME[_word] = SAME.get(_word, frozenset()) | _row

# Words before a role noun that narrow nothing down.
_LOOSE = frozenset(
    "former longtime long-time veteran top senior chief then late old new young current onetime one-time ex retired "
    "outgoing incoming outspoken embattled controversial popular famous same other first two-term three-term own "
    "us american national local state".split()
)


class Role(NamedTuple):
    """What is printed of a role: ``shown`` for the record, ``heads`` the role's own words, ``words`` all of them."""

    shown: str | None
    heads: frozenset[str]
    words: frozenset[str]
    age: int | None


def role_of(people: People, entity: Entity) -> Role:
    """Read what the article prints about somebody's role."""
    shown = affiliation = before = None
    heads: set[str] = set()
    words: set[str] = set()
    age = None
    if entity.given is not None and entity.given.role:
        shown = entity.given.role
        _take(shown, heads, words)
    for title in entity.titles:
        bare = title.casefold().rstrip(".")
        if bare not in rules.HONORIFICS:
            before = before or title
        _take(title, heads, words)
    done = 0
    for i in entity.at:
        name = people.names[i]
        if name.sort not in (PERSON, TITLED) or people.in_quote(name.start):
            continue
        done += 1
        if done > 6:
            break
        front = _front(people.image, name.title_start)
        if front:
            plain = not name.title or name.title.casefold().rstrip(".") in rules.HONORIFICS
            before = before or (front if plain else f"{front} {name.title}")
            _take(front, heads, words)
        after, party, years = _back(people.image, name.end)
        age = age or years
        if party:
            affiliation = affiliation or party
            _party(party, heads, words)
        if after:
            shown = shown or after
            _take(after, heads, words)
    if shown is not None and before and _OF.match(shown):
        shown = before
    return Role(shown or before or affiliation, frozenset(heads), frozenset(words), age)


def _take(text: str, heads: set[str], words: set[str]) -> None:
    low = text.casefold().replace(".", "")
    every = _WORDS.findall(low)
    words.update(w.removesuffix("'s") for w in every)
    cut = _PREPOSITION.search(low, 1)
    core = low if cut is None else low[: cut.start()]
    own = [w.removesuffix("'s") for w in _WORDS.findall(core)]
    for i, w in enumerate(own):
        if i and f"{own[i - 1]} {w}" in rules.ROLES:  # "vice president" is no president
            heads.add(f"{own[i - 1]} {w}")
        elif w in rules.ROLES or w in rules.TITLES or w in rules.GENDERED:
            heads.add(w)
        elif "-" in w and w.rpartition("-")[2] in rules.ROLES:
            heads.add(w.rpartition("-")[2])
    if len(own) > 1 and own[0] in ("a", "an", "the"):
        heads.add(own[-1])
    for place in re.findall(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?", text):
        if place in places.STATES:
            words.add(places.STATES[place].casefold())


def _party(text: str, heads: set[str], words: set[str]) -> None:
    kind, _, seat = text.partition("-")
    if kind in ("R", "D", "I") and seat:
        heads.add({"R": "republican", "D": "democrat", "I": "independent"}[kind])
        words.add({"R": "republican", "D": "democratic", "I": "independent"}[kind])
        state = places.STATES.get(seat) or places.STATES.get(seat.rstrip(".")) or places.STATES.get(seat + ".")
        if state:
            words.update(state.casefold().split())
    else:
        words.update(_WORDS.findall(text.casefold()))


def _front(image: str, at: int) -> str | None:
    """The words of a role right before a name: "Texas delegate", "the state's interior minister,"."""
    start = max(0, at - 90)
    piece = image[start:at]
    for stop in (". ", "; ", '"', "\n\n", "? ", "! ", "(", ": ", "—", "–", " - ", "--"):
        cut = piece.rfind(stop)
        if stop == ". ":
            piece = _SENTENCE.split(piece)[-1]
        elif cut >= 0:
            piece = piece[cut + len(stop) :]
    tail = piece.rstrip()
    comma = tail.endswith(",")
    tail = tail.rstrip(",")
    words = tail.split()
    if not words or (words[-1].casefold() not in rules.ROLES and words[-1].casefold().rpartition("-")[2] not in rules.ROLES):
        return None
    if words[-1].casefold() in ("will", "guest", "head", "model", "guard", "star", "champion", "host", "rival") and comma:
        return None
    first = len(words) - 1
    while first > 0 and len(words) - first < 8:
        word = words[first - 1]
        low = word.casefold()
        if low in ("the", "a", "an", "his", "her", "their", "another", "its", "our", "my"):
            first -= 1
            break
        if word.endswith(",") or low in _NOT_IN_FRONT or (low.endswith(("ed", "ing")) and low not in ("retired",)):
            break
        first -= 1
    front = words[first:]
    if comma and front[0].casefold() not in ("the", "a", "an", "his", "her", "their", "another", "its", "our", "my") and not any(
        w.endswith(("'s", "s'")) for w in front
    ):
        return None
    return " ".join(front)


_SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!Sen)(?<!Gov)(?<!Rep)(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!St)\. ")
_NOT_IN_FRONT = frozenset(
    "of for from to at in on with by about against and or but that as than said says told is was were are be been has "
    "have had when while if not like who which also only then after before meanwhile including between among under "
    "including because where what how added asked named called met".split()
)


def _names_role(word: str, comma: bool) -> bool:
    """Whether the word before a name is a role: one of the list, or without a comma anything that ends like one."""
    if word in rules.ROLES or word.rpartition("-")[2] in rules.ROLES or word in rules.RELATIVES:
        return True
    return not comma and word not in _NOT_IN_FRONT and word.endswith(("ist", "ian", "man", "woman", "writer", "maker"))


def _back(image: str, at: int) -> tuple[str | None, str | None, int | None]:
    """The role after a name, the party or firm in brackets, and the age."""
    m = _AFTER.match(image, at, min(len(image), at + 240))
    if m is None:
        return None, None, None
    party = m["party"] or m["seat"]
    age = int(m["age"]) if m["age"] else None
    role = m["role"]
    if role is None:
        who = _WHO_IS.match(image, at)
        told = who is not None and any(_is_role(w) for w in who[1].casefold().split()[:8])
        return (who[1] if who is not None and told else None), party, age
    before = image[m.end() - len(role) - 3 : m.start("role")]
    words = role.split()
    low = [w.casefold().strip(".'") for w in words]
    end = re.search(r"\.(?:\s|$)", role)
    if end is not None and not re.search(r"(?:\b[A-Z]|Sen|Gov|Rep|Mr|Mrs|Ms|Dr|St|Jr)$", role[: end.start()]):
        role = role[: end.start()]
        words = role.split()
        low = low[: len(words)]
    if not words:
        return None, party, age
    attached = "," in before or "-" in before or age is not None
    if attached:
        who = _WHO_IS.match(", " + role)
        if who and any(_is_role(w) for w in who[1].casefold().split()[:8]):
            return who[1].strip(), party, age
    if low[0] in ("of", "from", "with"):
        if len(words) > 1 and (words[1][:1].isupper() or low[1] == "the"):
            return _short(words), party, age
        return None, party, age
    if not attached or _CLAUSE.match(role):
        return None, party, age
    core = low[: next((i for i, w in enumerate(low) if i and w in _NOT_IN_FRONT), len(low))]
    if any(_is_role(w) for w in core[:9]) or (low[0] in ("a", "an") and 1 < len(core) < 7):
        return _short(words, of=True), party, age
    return None, party, age


def _is_role(word: str) -> bool:
    word = word.removesuffix("'s")
    return word in rules.ROLES or word in rules.RELATIVES or word in rules.TITLES or word.rpartition("-")[2] in rules.ROLES


def _short(words: list[str], of: bool = False) -> str:
    """A role's words up to a verb or a clause."""
    out: list[str] = []
    for i, word in enumerate(words):
        low = word.casefold()
        if i and low in ("said", "says", "told", "who", "which", "that", "wrote", "added", "tweeted", "is", "was", "has", "had", "will"):
            break
        if not of and i > 1 and not word[:1].isupper() and low not in ("of", "and", "the", "for", "in"):
            break
        out.append(word)
    while out and out[-1].casefold() in ("of", "and", "the", "for", "in"):
        out.pop()
    return " ".join(out)


def fits(role: Role, phrase: Phrase) -> int:
    """How a description fits a role: 0 not, 1 by its noun alone, 2 with all that stands before the noun."""
    head = phrase.head
    if phrase.age is not None and role.age is not None:
        return 2 if phrase.age == role.age else 0
    pair = f"{phrase.before[-1]} {head}" if phrase.before else ""
    narrowed = phrase.before
    if pair and pair in rules.ROLES:
        head, narrowed = pair, phrase.before[:-1]
    if not any(head == w or head in SAME.get(w, ()) for w in role.heads):
        state = _DEMONYMS.get(head)
        if state is None or state not in role.words:
            return 0
        return 2
    for word in narrowed:
        low = word.removesuffix("'s").replace(".", "")
        if low in _LOOSE or low in role.words or _DEMONYMS.get(low, "-") in role.words or low.rpartition("-")[2] == "old":
            continue
        return 1
    return 2


# A people's or a nation's word to the place: "Texan" to "texas".
_DEMONYMS = {
    "texan": "texas", "californian": "california", "floridian": "florida", "iowan": "iowa", "hoosier": "indiana",
    "new yorker": "new york", "russian": "russia", "german": "germany", "french": "france", "british": "britain",
    "chinese": "china", "japanese": "japan", "israeli": "israel", "turkish": "turkey", "mexican": "mexico",
    "canadian": "canada", "australian": "australia", "italian": "italy", "spanish": "spain", "indian": "india",
    "iranian": "iran", "iraqi": "iraq", "syrian": "syria", "egyptian": "egypt", "brazilian": "brazil",
    "polish": "poland", "ukrainian": "ukraine", "korean": "korea", "pakistani": "pakistan", "afghan": "afghanistan",
}  # fmt: skip
