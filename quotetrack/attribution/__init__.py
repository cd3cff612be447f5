"""Cue and source for each quotation and each reported clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quotetrack.attribution import beside, drafts, scare
from quotetrack.attribution.frames import frame
from quotetrack.attribution.headlines import read_headline
from quotetrack.attribution.loose import announced, called, cue_before, governed, in_relative, worded
from quotetrack.attribution.relations import Range, Relation
from quotetrack.attribution.sentences import read_sentence
from quotetrack.attribution.turns import Turn, find_turns
from quotetrack.phrases import nouns
from quotetrack.phrases.words import Line
from quotetrack.records import Cue, Draft, Form, Ground, Kind, Mention, Passage, Skipped, Step
from quotetrack.spans import Span


def attribute(
    text: str,
    image: str,
    paragraphs: Sequence[tuple[int, int]],
    passages: Sequence[Passage],
    *,
    indirect: bool = True,
    headlines: Collection[int] = (),
) -> tuple[tuple[Draft, ...], tuple[Skipped, ...]]:
    """Every claim of the body, its speaker not yet known, and the marked passages that are none.

    ``headlines`` are the indices of the paragraphs that are printed as headlines.
    """
    reader = _Reader(text, image, indirect, headlines, paragraphs)
    for passage in passages:
        if passage.depth == 0:
            reader.marked.setdefault(passage.paragraph, []).append(passage)
    marked, turns = reader.marked, find_turns(image, paragraphs)
    for index, (start, end) in enumerate(paragraphs):
        if index in turns and reader.turn(index, turns[index], marked.get(index, [])):
            continue
        if index in marked or indirect or image.endswith(":", start, end):
            reader.read(index, start, end, marked.get(index, []))
        else:
            reader.announced = None
    return tuple(reader.drafts), tuple(reader.skipped)


class _Reader:
    """Goes through the paragraphs in order and holds what one hands to the next."""

    def __init__(
        self, text: str, image: str, indirect: bool, headlines: Collection[int], paragraphs: Sequence[tuple[int, int]]
    ) -> None:
        self.text = text
        self.image = image
        self.indirect = indirect
        self.headlines = headlines
        self.paragraphs = paragraphs
        self.marked: dict[int, list[Passage]] = {}  # the passages of each paragraph
        self.drafts: list[Draft] = []
        self.skipped: list[Skipped] = []
        self.last_quoted: int | None = None  # the draft whose speaker a paragraph with no cue takes over
        self.last_paragraph = -1
        self.heads: dict[int, Mention] = {}  # by draft whose source is a "who": the words that it hangs on
        self.opened: int | None = None  # the draft of this paragraph that a following quotation may join
        self.spoken: tuple[Line, Relation] | None = None  # the last relation of this paragraph that quotes nothing
        # what a paragraph that ends in a colon announces
        self.announced: tuple[Mention | None, Cue, Step, tuple[Span, ...]] | None = None

    def read(self, index: int, start: int, end: int, marked: list[Passage]) -> None:
        headline = index in self.headlines
        line = Line(self.image, start, end, marked, titled=headline)
        if marked and not headline:
            self._names(line)
        tags = line.tags
        self.opened = self.spoken = None
        unread: list[Range] = []  # sentences that quote nothing: read only where a quotation may go on with them
        for low, high in line.sentences:
            # over the sentence, not over all marks of the paragraph: a paragraph may be as long as the text
            marks = _marks(tags, low, high) if marked else []
            if marks or self.indirect:
                self._sentence(line, index, (low, high), marks, unread, headline)
                unread.clear()
            else:
                unread.append((low, high))
        self.announced = self._announced(line) if tags.endswith(":") else self.announced if marked else None

    def _sentence(
        self, line: Line, index: int, sentence: Range, marks: list[int], unread: list[Range], headline: bool
    ) -> None:
        """The claims of one sentence; ``marks`` are its quotations, ``unread`` the sentences right before it."""
        low, high = sentence
        relations = read_sentence(line, low, high)
        if headline and not relations:
            relation = read_headline(line, low, high)
            relations = [relation] if relation is not None else relations
        held = [_within(marks, relation.content) if marks else [] for relation in relations]
        if len(relations) > 1 and marks:
            _said_once(relations, held)
        taken = {place for places in held for place in places} if marks else ()
        loose = []
        if len(taken) < len(marks):
            loose = [place for place in marks if place not in taken and not self._names_source(line, place, relations)]
        if unread and (loose or not taken):
            spoken = [r for before in unread for r in read_sentence(line, *before) if r.source is not None]
            if spoken:
                self.spoken, self.opened = (line, spoken[-1]), None
        for relation, places in zip(relations, held, strict=True):
            if places:
                for inner, place in self._inner(line, low, relation, places):
                    self.drafts.append(drafts.draft(self.text, line, index, inner, inner.frame, [place]))
                    places.remove(place)
            if not (places or taken) and relation.source is not None:
                self.spoken, self.opened = (line, relation), None
            if places or (self.indirect and relation.content):
                self._add(line, index, sentence, relation, places)
                if places:
                    self.opened = len(self.drafts) - 1
                    if relation.source is not None and line.tags[relation.source[0]] == "W":
                        self._head(line, low, relation.source[0])
        if loose:
            self.opened = self._loose(line, low, high, loose, index, self.opened, relations, headline)
        if self.opened is not None:
            self.last_quoted, self.last_paragraph = self.opened, index

    def _names_source(self, line: Line, place: int, relations: list[Relation]) -> bool:
        """Whether a word in marks stands in the phrase that names a source: "who has a “hold” rating on it"."""
        if not any(r.source is not None and r.source[0] < place < r.source[1] - 1 for r in relations):
            return False
        passage = line.quotes[place]
        words = self.text[passage.start : passage.end]
        if len(words) > 30:
            return False
        self.skipped.append(Skipped(passage.start, passage.end, words, "part of the phrase that names a source"))
        return True

    def _inner(self, line: Line, low: int, relation: Relation, places: list[int]) -> list[tuple[Relation, int]]:
        """Quotations in a relation's content that are another's words: "denied what Kim called “…”"."""
        found = []
        for place in places:
            if line.tags[place - 1] not in ",:HZ" and place > relation.cue[1]:
                inner = called(line, low, place) or in_relative(line, relation.cue[1], place)
                # "attacked what he calls “Q”": he is whoever attacks
                if inner is not None and inner.cue[1] != relation.cue[1] and line.tags[inner.cue[0] - 1] != "O":
                    found.append((inner, place))
        return found

    def _head(self, line: Line, low: int, who: int) -> None:
        """Keep what the "who" hangs on: a quotation that goes on with this one is its words."""
        end = who - (who > low and line.tags[who - 1] == ",")
        start = nouns.before(line, low, end)
        head = drafts.mention(self.text, line, (start, end)) if start < end else None
        if head is not None:
            self.heads[len(self.drafts) - 1] = head

    def _add(self, line: Line, index: int, sentence: Range, relation: Relation, places: list[int]) -> None:
        """The claim of a relation, with the quotations at these places, and all that stands around its cue."""
        around = frame(line, *sentence, relation)
        self.drafts.append(drafts.draft(self.text, line, index, relation, around, places))

    def turn(self, index: int, turn: Turn, marked: list[Passage]) -> bool:
        """A paragraph of a transcript, all of it what was said; False where it stands in marks and is read as ever."""
        if any(passage.outer_start <= turn.start for passage in marked):
            return False
        self.announced = None
        if turn.question:
            return True
        span = Span(turn.start, turn.end)
        words = span.of(self.text)
        carrier = self.last_quoted if turn.label is None else None
        source = Mention(*turn.label, self.text[slice(*turn.label)], Form.NAME) if turn.label else None
        gave = "the label before it" if source else "goes on with the turn before"
        ground = Ground.NAMED if source else Ground.CARRIED
        why = (Step("transcript", ground, turn.start, turn.end, words, gave),)
        self.drafts.append(Draft(Kind.DIRECT, (span,), (), source, None, index, (), None, carrier, why))
        self.last_quoted, self.last_paragraph = len(self.drafts) - 1, index
        return True

    def _names(self, line: Line) -> None:
        """Passages that are names of works count as names in their sentence."""
        tags = line.tags
        for place, passage in line.quotes.items():
            if scare.is_name(line, place):
                tags = f"{tags[:place]}P{tags[place + 1 :]}"
                words = self.text[passage.start : passage.end]
                why = "a nickname inside a name" if scare.is_nickname(line, place) else _NAME
                self.skipped.append(Skipped(passage.start, passage.end, words, why))
        line.tags = tags

    def _announced(self, line: Line) -> tuple[Mention | None, Cue, Step, tuple[Span, ...]] | None:
        """Source and cue of a paragraph that ends in a colon: what follows is its content."""
        low, high = line.sentences[-1]
        relation = announced(line, low, high - 1)
        if relation is None:
            return None
        around = drafts.stretches(line, frame(line, low, high - 1, relation))
        return drafts.mention(self.text, line, relation.source), *drafts.cue_and_step(self.text, line, relation), around

    def _loose(
        self,
        line: Line,
        low: int,
        high: int,
        loose: list[int],
        index: int,
        opened: int | None,
        relations: list[Relation],
        headline: bool,
    ) -> int | None:
        """Quotations that no cue of their sentence governs: they go on with the one before, or are no claims."""
        if _WORDS.search(line.tags, low, high) is None:
            size = sum(line.quotes[p].end - line.quotes[p].start for p in loose)
            whole = self.image[line.quotes[loose[-1]].end - 1] in ".?!"  # "Never.", a sentence of its own
            if size > 12 or whole or opened is not None:
                return self._floating(line, index, loose, opened)
        if loose[-1] == low and opened is None:
            signed = beside.signed_here(line, low, high)
            if signed is not None:
                self.drafts.append(self._from(line, index, loose, line, signed))
                return len(self.drafts) - 1
        for place in loose:
            passage = line.quotes[place]
            if self._resumed(line, low, place):
                self._join(line, len(self.drafts) - 1, [place])
            elif place == low and opened is not None and passage.end - passage.start > 20 and not relations:
                self._join(line, opened, [place])
            else:
                opened = self._alone(line, (low, high), place, index, opened, relations, headline)
        return opened

    def _alone(
        self,
        line: Line,
        sentence: Range,
        place: int,
        index: int,
        opened: int | None,
        relations: list[Relation],
        headline: bool,
    ) -> int | None:
        """One quotation that no cue governs and that goes on with none in its sentence; what is open behind it."""
        low, high = sentence
        announces = place > low and line.tags[place - 1] == ":"
        cued = self._is_cued(line, low, place, headline, announces)
        named = worded(line, low, high, place) is not None
        reason = "" if named else scare.reason(line, low, high, place, cued)
        if reason:
            self._skip(line, place, reason)
        elif not (relations or cued or named or announces) and (opened is not None or self.spoken is not None):
            self.drafts.append(self._after_speech(line, index, [place], opened))
        elif scare.unattributed(line, low, place):
            self.drafts.append(self._carried(line, index, [place], None))
        else:
            relation = read_headline(line, low, high) if headline else None
            relation = relation or governed(line, low, high, place, relations)
            if relation is not None:
                self._add(line, index, sentence, relation, [place])
                return len(self.drafts) - 1
            if opened is None:
                self._skip(line, place, _NOBODY)
            else:
                self.drafts.append(self._carried(line, index, [place], opened))
        return opened

    def _is_cued(self, line: Line, low: int, place: int, headline: bool, announces: bool) -> bool:
        """Whether something before the quotation shows that somebody said it."""
        passage = line.quotes[place]
        if headline and passage.end - passage.start > 14:  # 'Bollard is "temporary"': a word in marks
            return True
        if announces and self.image[passage.end - 1] in ".!?":  # 'one word: "Finally."'
            return True
        return cue_before(line, low, place)

    def _skip(self, line: Line, place: int, why: str) -> None:
        passage = line.quotes[place]
        self.skipped.append(Skipped(passage.start, passage.end, self.text[passage.start : passage.end], why))

    def _resumed(self, line: Line, low: int, place: int) -> bool:
        """Whether a quotation goes on behind an aside: “That’s” – he pats it – “what …” · “This,” …, “is where …”."""
        tags = line.tags
        before = tags.rfind("Q", low, place)
        if before < 0 or not self.drafts:
            return False
        dashes = place - before <= 12 and tags[before + 1] == tags[place - 1] == "-"
        last, first = self.image[line.quotes[before].end - 1], self.image[line.quotes[place].start]
        if not dashes and not (last == tags[place - 1] == "," and first.islower()):
            return False
        quoted = self.drafts[-1].quoted
        return bool(quoted) and quoted[-1].start == line.quotes[before].start

    def _after_speech(self, line: Line, index: int, places: list[int], opened: int | None) -> Draft:
        """Quotations in a sentence with no cue, behind one that told somebody's words: the same one goes on."""
        if opened is not None:
            return self._carried(line, index, places, opened)
        assert self.spoken is not None
        return self._from(line, index, places, *self.spoken)

    def _from(self, line: Line, index: int, places: list[int], other: Line, relation: Relation) -> Draft:
        """Quotations of ``line`` that go on with a relation of another line or sentence."""
        spans = drafts.quotations(line, places)
        source = drafts.mention(self.text, other, relation.source)
        _, step = drafts.cue_and_step(self.text, other, relation._replace(rule="after speech"))
        return Draft(Kind.DIRECT, spans, spans, source, None, index, why=(step,))

    def _floating(self, line: Line, index: int, places: list[int], opened: int | None) -> int:
        """A sentence that is a quotation and nothing else."""
        if opened is not None:
            other = beside.newcomer(line, places[0], self.drafts[opened].source)
            if other is None:
                self._join(line, opened, places)
                return opened
            self.drafts.append(self._from(line, index, places, line, other))
        elif self.spoken is not None:
            self.drafts.append(self._after_speech(line, index, places, None))
        elif self.announced is not None:
            source, cue, rule, around = self.announced
            spans = drafts.quotations(line, places)
            self.drafts.append(Draft(Kind.DIRECT, spans, spans, source, cue, index, around, why=(rule,)))
        else:
            carrier = self.last_quoted if self.last_quoted is not None and index - self.last_paragraph <= 2 else None
            told = self._told_beside(line, index, places, carrier)
            if told is not None:
                self.drafts.append(self._from(line, index, places, *told))
            else:
                self.drafts.append(self._carried(line, index, places, carrier))
        return len(self.drafts) - 1

    def _told_beside(
        self, line: Line, index: int, places: list[int], carrier: int | None
    ) -> tuple[Line, Relation] | None:
        """Who stands beside a sentence that is a quotation; ``carrier`` is the draft that it may go on with."""
        subject = beside.subject_before(line, places[0])
        if subject is not None:
            return line, subject
        below = index + 1
        if below < len(self.paragraphs) and below not in self.marked:
            signed = beside.signed_below(self.image, self.paragraphs[below], len(line.tags) <= len(places))
            if signed is not None:
                return signed
        if self.last_quoted is None or self.last_paragraph < index - 1:
            told = self._paragraph_before(index)
            if told is not None:
                return told
        subject = beside.subject_behind(line, places[0]) if carrier is None else None
        return (line, subject) if subject is not None else None

    def _paragraph_before(self, index: int) -> tuple[Line, Relation] | None:
        """Who is told of in the paragraph before one that is a quotation, where that is no headline."""
        if not index or index - 1 in self.headlines:
            return None
        line = Line(self.image, *self.paragraphs[index - 1], self.marked.get(index - 1, ()))
        told = beside.last_told(line)
        return (line, told) if told is not None else None

    def _carried(self, line: Line, index: int, places: list[int], carrier: int | None) -> Draft:
        spans = drafts.quotations(line, places)
        source = self.heads.get(carrier, self.drafts[carrier].source) if carrier is not None else None
        gave = "goes on with the quotation before" if carrier is not None else "no cue and none before it"
        rule, ground = ("carried", Ground.CARRIED) if carrier is not None else ("no cue", Ground.OPEN)
        why = (Step(rule, ground, spans[0].start, spans[0].end, spans[0].of(self.text), gave),)
        return Draft(Kind.DIRECT, spans, spans, source, None, index, (), None, carrier, why)

    def _join(self, line: Line, index: int, places: list[int]) -> None:
        self.drafts[index] = drafts.longer(self.drafts[index], drafts.quotations(line, places))


_WORDS = re.compile(r"[^Q.,!\-:;CZq]")  # what is neither a mark nor a link
_NOBODY = "no cue and nobody who could say it in its sentence, and no quotation before it"


_NAME = "the name of a work or a programme"


def _said_once(relations: list[Relation], held: list[list[int]]) -> None:
    """What two claim for themselves is one's: "Minutes after Lee tweeted, “Q,” Kim replied: “Q2”".

    The first has it, unless it was told from the colon or from a verb in no list, and not from a cue beside it.
    """
    taken: set[int] = set()
    for n in sorted(range(len(held)), key=lambda n: relations[n].rule in _LESS_SURE):
        twice = taken.intersection(held[n])
        if twice:
            apart = [r for r in relations[n].content if r[0] not in twice or r[1] > r[0] + 1]
            relations[n] = relations[n]._replace(content=tuple(apart))
            held[n] = [place for place in held[n] if place not in twice]
        taken.update(held[n])


_LESS_SURE = frozenset({"colon", "unlisted verb"})


def _within(marks: list[int], content: tuple[Range, ...]) -> list[int]:
    """The quotations that stand in a content, stretch by stretch."""
    if len(content) == 1:
        start, end = content[0]
        return [place for place in marks if start <= place < end]
    return [place for start, end in content for place in marks if start <= place < end]


def _marks(tags: str, low: int, high: int) -> list[int]:
    """The places of the quotations from ``low`` up to ``high``."""
    found, place = [], tags.find("Q", low, high)
    while place >= 0:
        found.append(place)
        place = tags.find("Q", place + 1, high)
    return found
