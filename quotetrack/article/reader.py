"""Reads the parts of an article in one walk from its head, one from its foot, and a glance at what is between."""

from __future__ import annotations

import datetime as dt
import re

from quotetrack.article import dateline as datelines
from quotetrack.article import kinds
from quotetrack.article.layout import Layout, Row
from quotetrack.article.lines import blocks
from quotetrack.records import Article, Dateline, Part, PartKind

# how many blocks at the head and the foot may hold what is not body, and how many body paragraphs (captions, most
# of them) may stand before a dateline
_HEAD_BLOCKS = 16
_FOOT_BLOCKS = 16
# how far above the foot the mark that the copy ends may stand, with a site's furniture below it
_END_BLOCKS = 80
_SHORTEST = 20
_BEFORE_DATELINE = 3
_LONGEST_HEADLINE = 160
# how far into a paragraph a caption may run before a dateline
_CAPTION = 600
# after the mark that the copy ends, shorter lines than this are furniture
_SHORT = 90

_NOT_BODY = frozenset((PartKind.FURNITURE, PartKind.NOTE, PartKind.BYLINE, PartKind.PUBLISHED, PartKind.SLUG))
_ABOUT = frozenset((PartKind.NOTE, PartKind.BYLINE, PartKind.PUBLISHED))
_SENTENCE_END = re.compile(r"[.!?][\"')\]]{0,3}$")
_INNER_SENTENCE = re.compile(r"[a-z)\"'][.!?][\"')]? [A-Z\"]")
_WORD = re.compile(r"[^\W\d_][\w'.-]*")
# "By Ann Lee WASHINGTON (Reuters) -": the byline runs into the dateline
_LOUD = re.compile(r" (?=[A-Z]{3})")
# a caption or the like that runs into a signed dateline
_SIGNED = re.compile(
    r"(?<=[a-z0-9.)] )(?=[A-Z]{3,}[A-Z.' /-]{0,40}(?:, [A-Z][\w.]{1,15}(?: [A-Z][\w.]{1,15})?)?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r" \((?:AP|Reuters|AFP|UPI|Xinhua|Yonhap|Kyodo)\) [-–—_])"
)


def read(
    text: str,
    image: str,
    *,
    published: dt.date | dt.datetime | None = None,
    headline: str | None = None,
    id: str | None = None,
) -> Article:
    """The article's parts. ``image`` is the folded text; any text at all is an article.

    ``published`` is the caller's, and goes before a date that the text prints; ``headline`` one held apart from the
    text: where the text prints it too it is a ``Part``, and nothing else is taken for a headline.

    >>> from quotetrack.text import fold
    >>> text = "Talks fail\\n\\nOSLO, May 3 (AP) -- Talks failed on Friday.\\n\\nNobody spoke."
    >>> article = read(text, fold(text))
    >>> [str(part.kind) for part in article.parts if part.kind != "blank"]
    ['headline', 'dateline', 'paragraph', 'paragraph']
    """
    return walk(text, image, published=published, headline=headline, id=id).article()


def walk(
    text: str,
    image: str,
    *,
    published: dt.date | dt.datetime | None = None,
    headline: str | None = None,
    id: str | None = None,
) -> Layout:
    """The article's pieces, as for ``read``, before any record is made of them."""
    reader = _Reader(text, image, published, headline)
    reader.head()
    reader.middle_and_foot()
    return reader.layout(id)


def _stands_alone(line: str) -> bool:
    return (
        kinds.is_byline(line)
        or kinds.is_end(line)
        or kinds.is_signoff(line)
        or kinds.is_furniture(line)
        or kinds.publication(line) is not None
        or kinds.is_affiliation(line)
    )


class _Reader:
    """One article's reading: what is known so far of each block."""

    def __init__(self, text: str, image: str, published: dt.date | dt.datetime | None, headline: str | None) -> None:
        self.text = text
        self.image = image
        self.given_published = published
        # publication dates that the text prints: block and moment
        self.moments: list[tuple[int, dt.date | dt.datetime]] = []
        self.given_headline = headline
        self.blocks = blocks(image, _stands_alone)
        self.kinds: list[PartKind] = [PartKind.PARAGRAPH] * len(self.blocks)
        # pieces that stand before the rest of a block on its line: block to parts
        self.leading: dict[int, list[Part]] = {}
        self.dateline: Dateline | None = None
        self.headline: int | None = None
        self.read_to = 0
        self.unknown: list[int] = []

    def line(self, index: int) -> str:
        start, end, _ = self.blocks[index]
        return self.image[start:end]

    # the head

    def head(self) -> None:
        """Walk down until the body is plain; settle the headline last, since what follows it says what it is."""
        count = len(self.blocks)
        index = 0
        while index < min(count, _HEAD_BLOCKS):
            if self._dateline_at(index):
                index += 1
                break
            if self._head_kind(index):
                index += 1
                continue
            self.unknown.append(index)
            index += 1
            if len(self.unknown) > _BEFORE_DATELINE:
                break
        self.read_to = index
        if self.dateline is None:
            self._dateline_within()
        self._settle_headline()
        if self.dateline is None:
            self._take_back()

    def _take_back(self) -> None:
        """With no dateline below, the head ends where the body begins; the rest is the foot's."""
        if not self.unknown:
            return
        body = self.unknown[1] if self.headline == self.unknown[0] and len(self.unknown) > 1 else self.unknown[0]
        read_to, self.read_to = self.read_to, min(self.read_to, body + 1)
        for index in range(body + 1, read_to):
            if self.kinds[index] in _NOT_BODY and index not in self.leading:
                self.kinds[index] = PartKind.PARAGRAPH
        self.moments = [(index, moment) for index, moment in self.moments if index <= body]

    @property
    def published(self) -> dt.date | dt.datetime | None:
        """The caller's moment of publication, or the first that the text prints."""
        if self.given_published is not None:
            return self.given_published
        return self.moments[0][1] if self.moments else None

    def _anchor(self) -> dt.date | None:
        moment = self.published
        return moment.date() if isinstance(moment, dt.datetime) else moment

    def _dateline_at(self, index: int) -> bool:
        start, end, _ = self.blocks[index]
        first = len(self.unknown) < 2
        found = datelines.find(self.text, self.image, start, end, self._anchor(), first)
        if found is None:
            found = self._after_byline(index, start, end)
        if found is None or (found.end >= end and index + 1 >= len(self.blocks)):
            return False
        if found.agency is None and not found.regions and self._speaks(found):
            return False
        self._place_dateline(index, found)
        return True

    def _speaks(self, found: Dateline) -> bool:
        """Whether the name is a speaker's in a transcript, which labels him again further down."""
        name = self.image[found.start : found.start + len(found.places[0])] if found.places else ""
        return bool(name) and any(self.image.find(f"\n{name}{mark}", found.end) >= 0 for mark in ":-")

    def _after_byline(self, index: int, start: int, end: int) -> Dateline | None:
        """A signed dateline behind a byline on the same line."""
        if not self.image.startswith(("By ", "BY "), start):
            return None
        for match in _LOUD.finditer(self.image, start, min(end, start + 120)):
            found = datelines.find(self.text, self.image, match.end(), end, self._anchor(), False)
            if found is not None and found.agency and kinds.is_byline(self.image[start : match.start()]):
                self.leading[index] = [Part(PartKind.BYLINE, start, match.start())]
                return found
        return None

    def _dateline_within(self) -> None:
        """A signed dateline in the midst of one of the first paragraphs, behind a caption that runs into it."""
        for index in self.unknown[:2]:
            start, end, _ = self.blocks[index]
            stop = min(end, start + _CAPTION)
            if not any(self.image.find(mark, start, stop) >= 0 for mark in (") -", ") –", ") —", ") _")):
                continue
            match = _SIGNED.search(self.image, start, stop)
            if match is None:
                continue
            found = datelines.find(self.text, self.image, match.end(), end, self._anchor(), True)
            if found is not None and found.end < end:
                self.leading[index] = [Part(PartKind.PARAGRAPH, start, len(self.image[: match.start()].rstrip()))]
                self._place_dateline(index, found)
                return

    def _place_dateline(self, index: int, found: Dateline) -> None:
        self.dateline = found
        self.leading.setdefault(index, []).append(Part(PartKind.DATELINE, found.start, found.end))

    def _head_kind(self, index: int) -> bool:
        """Settle a block of the head that is no body, where its line says so."""
        start, end, _ = self.blocks[index]
        if end - start > kinds.LONGEST:
            return False
        line = self.image[start:end]
        if self._slug(index, start, line):
            return self.kinds[index] is PartKind.SLUG
        if kinds.is_furniture(line):
            self.kinds[index] = PartKind.FURNITURE
        elif kinds.is_note(line):
            self.kinds[index] = PartKind.NOTE
        elif kinds.is_byline(line):
            self.kinds[index] = PartKind.BYLINE
            self._publish(index, kinds.date_in(line))
        elif index and self.kinds[index - 1] is PartKind.BYLINE and kinds.is_affiliation(line):
            self.kinds[index] = PartKind.BYLINE
        else:
            moment = kinds.publication(line)
            if moment is None:
                return False
            self.kinds[index] = PartKind.PUBLISHED
            self._publish(index, moment)
        return True

    def _publish(self, index: int, moment: dt.date | dt.datetime | None) -> None:
        if moment is not None:
            self.moments.append((index, moment))

    def _slug(self, index: int, start: int, line: str) -> bool:
        """Part the slugs off the head of a line; what is left of it is the headline."""
        if self.unknown and not line.startswith("("):
            return False
        offset = 0
        found: list[Part] = []
        while (match := kinds.SLUG.match(line, offset)) and match.end() > offset and len(found) < 4:
            found.append(Part(PartKind.SLUG, start + offset, start + match.end()))
            offset = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip())
        if not found:
            return False
        if offset >= len(line):
            self.kinds[index] = PartKind.SLUG
        else:
            self.leading[index] = found
            self._headline_is(index)
        return True

    def _headline_is(self, index: int) -> None:
        """Name the headline; the unknown lines before it, short as they are, stand outside the article."""
        for before in self.unknown:
            if len(self.line(before)) <= _SHORT and not _SENTENCE_END.search(self.line(before)):
                self.kinds[before] = PartKind.FURNITURE
        self.unknown = [index]
        self.headline = index
        self.kinds[index] = PartKind.HEADLINE

    def _settle_headline(self) -> None:
        if self.given_headline is not None:
            self._find_given()
            return
        if self.headline is not None or not self.unknown:
            return
        first = self.unknown[0]
        if first in self.leading or not self._like_headline(first):
            return
        self.headline = first
        self.kinds[first] = PartKind.HEADLINE
        self._second_deck(first)

    def _find_given(self) -> None:
        wanted = _plain(self.given_headline or "")
        for index in ([] if self.headline is None else [self.headline]) + self.unknown[:2]:
            if wanted and len(self.line(index)) <= 2 * len(self.given_headline or "") + 40:
                if _plain(self.line(index)) == wanted:
                    self.kinds[index] = PartKind.HEADLINE
                    self.headline = index
                    return

    def _like_headline(self, index: int) -> bool:
        """Whether the first unknown block is a headline: short, apart from the body, and no sentence of it."""
        line = self.line(index)
        if index + 1 in self.leading and len(line) <= _SHORT and '"' not in line:
            return True
        if (
            len(line) > _LONGEST_HEADLINE
            or index + 1 >= len(self.blocks)
            or line[-1] in ":,"
            or _INNER_SENTENCE.search(line)
        ):
            return False
        if line[-1] == ";":
            return True
        below = index + 1
        # a line about the piece stands between the headline and the body, not after a body of one paragraph
        more = len(self.unknown) > 1 or self.dateline is not None
        about = more and (self.kinds[below] in _ABOUT or kinds.opens_text(self.line(below)))
        settled = below in self.leading or about
        if not _SENTENCE_END.search(line):
            return settled or (self.blocks[below][2] and self._body_below(below, len(line)))
        if '"' in line and not _title_case(line):
            return False
        return settled or (self.blocks[below][2] and _title_case(line) and self._body_below(below, 0))

    def _body_below(self, index: int, least: int) -> bool:
        """Whether sentences follow: a line that ends one, or is longer than a line of verse or a label."""
        start, end, _ = self.blocks[index]
        return end - start > 200 or (
            end - start > min(least, 40) and _SENTENCE_END.search(self.line(index)) is not None
        )

    def _second_deck(self, first: int) -> None:
        """A semicolon at the line's end runs the headline on to the next line."""
        if self.line(first).endswith(";") and first + 1 in self.unknown and len(self.blocks) > first + 2:
            if len(self.line(first + 1)) <= _LONGEST_HEADLINE and not self.blocks[first + 1][2]:
                self.kinds[first + 1] = PartKind.HEADLINE

    # the rest

    def middle_and_foot(self) -> None:
        """Furniture between paragraphs; sign-offs, notes and furniture under the last one."""
        count = len(self.blocks)
        for index in range(self.read_to, count):
            start, end, _ = self.blocks[index]
            if end - start <= _SHORT and kinds.is_furniture(self.image[start:end]):
                self.kinds[index] = PartKind.FURNITURE
        # an article has a first paragraph, whatever it looks like
        top = next((i for i, kind in enumerate(self.kinds) if kind is PartKind.PARAGRAPH), count) + 1
        ended = self._end_mark(top)
        for index in range(ended, count):
            self._below_end(index, ended)
        for index in range(ended - 1, max(top, ended - _FOOT_BLOCKS) - 1, -1):
            if self.kinds[index] is PartKind.PARAGRAPH and not self._foot_kind(index):
                break
        self._date_again()
        if PartKind.PARAGRAPH not in self.kinds and self.headline is not None and self.headline not in self.leading:
            self.kinds[self.headline] = PartKind.PARAGRAPH
            self.headline = None

    def _end_mark(self, top: int) -> int:
        """The block of the first mark that the copy ends, of those with short lines alone below; else the count."""
        count = ended = len(self.blocks)
        for index in range(count - 1, max(top, count - _END_BLOCKS) - 1, -1):
            start, end, _ = self.blocks[index]
            if end - start <= _SHORTEST and kinds.is_end(self.image[start:end]):
                ended = index
            elif end - start > 2 * _SHORT and not self._foot_kind(index):
                break
        return ended

    def _date_again(self) -> None:
        """Give a dateline its year where the text prints its publication only below it."""
        if self.dateline is None or self.dateline.date is not None or self.published is None:
            return
        start = self.dateline.start
        block_end = next((end for begin, end, _ in self.blocks if begin <= start < end), self.dateline.end)
        again = datelines.find(self.text, self.image, start, block_end, self._anchor(), True)
        if again is not None and again.end == self.dateline.end:
            self.dateline = again

    def _below_end(self, index: int, ended: int) -> None:
        line = self.line(index)
        if index == ended:
            self.kinds[index] = PartKind.SIGNOFF
        elif not self._foot_kind(index) and len(line) <= _SHORT and '"' not in line:
            self.kinds[index] = PartKind.FURNITURE

    def _foot_kind(self, index: int) -> bool:
        start, end, _ = self.blocks[index]
        if end - start > kinds.LONGEST or index in self.leading:
            return False
        line = self.image[start:end]
        if kinds.is_end(line) or kinds.is_signoff(line) or kinds.is_byline(line) or kinds.is_affiliation(line):
            self.kinds[index] = PartKind.SIGNOFF
        elif kinds.is_note(line):
            self.kinds[index] = PartKind.NOTE
        elif kinds.is_furniture(line):
            self.kinds[index] = PartKind.FURNITURE
        else:
            moment = kinds.publication(line)
            if moment is None:
                return False
            self.kinds[index] = PartKind.PUBLISHED
            # a bare date at the foot is a correction's more often
            if line[:1].casefold() in "pfu":
                self._publish(index, moment)
        return True

    # what was read

    def layout(self, id: str | None) -> Layout:
        return Layout(self.text, self._rows(), self.dateline, self.published, self.given_headline, id)

    def _rows(self) -> list[Row]:
        leading, image = self.leading, self.image
        rows: list[Row] = []
        for index, (kind, (start, end, _)) in enumerate(zip(self.kinds, self.blocks, strict=True)):
            if index in leading:
                for part in leading[index]:
                    rows.append((part.kind, part.start, part.end))
                    start = part.end
                start += len(image[start:end]) - len(image[start:end].lstrip())
            if start < end:
                rows.append((kind, start, end))
        return rows


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words)).casefold().replace(".", "")


def _title_case(line: str) -> bool:
    """Whether a line is set as headlines are: nearly all its longer words begin with a capital.

    >>> _title_case("Clinton Holds Lead in Poll."), _title_case("Clinton holds a lead in the poll.")
    (True, False)
    """
    words = [w for w in _WORD.findall(line) if len(w) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= 0.85 * len(words)
