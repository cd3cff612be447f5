"""The pipeline, and the only module that knows its order: text in at the door, claim records out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from hashlib import sha256

import attrs

from quotetrack import article as articles
from quotetrack import cast, quotes, setting, when
from quotetrack.attribution import attribute
from quotetrack.records import (
    Article,
    Claim,
    Draft,
    Kind,
    Mention,
    PartKind,
    Passage,
    Reading,
    Speaker,
    Verdict,
    When,
)
from quotetrack.spans import Span, joined
from quotetrack.text import fold

_KINDS = {str(kind): kind for kind in Kind}


def extract_quotes(
    text: str,
    *,
    kinds: Iterable[str] = ("direct", "mixed"),
    published: dt.date | dt.datetime | None = None,
    headline: str | None = None,
    people: Iterable[str | Speaker] = (),
    id: str | None = None,
) -> list[Claim]:
    """What was said in an article, as claims in the order of the text.

    ``kinds`` may hold ``direct``, ``mixed`` and ``indirect``. ``published`` is the day of publication, where the text
    does not say it; ``headline`` the headline, where it is held apart from the text; ``people`` names or ``Speaker``
    records that the caller knows; ``id`` the article's id. Offsets in the claims are half-open and count code points of
    ``text``.

    Raises ``TypeError`` where ``text`` is no ``str`` (decode bytes first) or another argument is of a wrong type, and
    ``ValueError`` for an unknown kind. No text makes it raise.

    >>> [claim] = extract_quotes('"The road is closed," Mayor Ana Ruiz said.')
    >>> claim.speaker.name, claim.text, str(claim.kind)
    ('Ana Ruiz', 'The road is closed,', 'direct')
    """
    wanted = _checked_kinds(kinds)
    known = _checked(text, published, headline, people, id)
    read = _Pipeline(text, published, headline, known, id, indirect=Kind.INDIRECT in wanted)
    return [claim for claim in read.claims(everyone=False)[0] if claim.kind in wanted]


def analyse(
    text: str,
    *,
    published: dt.date | dt.datetime | None = None,
    headline: str | None = None,
    people: Iterable[str | Speaker] = (),
    id: str | None = None,
) -> Reading:
    """Everything in an article: its parts, the claims of every kind, the cast, and the marked passages that are none.

    Arguments and errors as for :func:`extract_quotes`.

    >>> reading = analyse('Ana Ruiz, the mayor, said the road was closed.')
    >>> [speaker.name for speaker in reading.cast], [claim.text for claim in reading.claims]
    (['Ana Ruiz'], ['the road was closed'])
    """
    known = _checked(text, published, headline, people, id)
    read = _Pipeline(text, published, headline, known, id, indirect=True)
    claims, everyone = read.claims(everyone=True)
    return Reading(read.article.article(), tuple(claims), everyone, read.skipped)


def read_article(
    text: str,
    *,
    published: dt.date | dt.datetime | None = None,
    headline: str | None = None,
    id: str | None = None,
) -> Article:
    """An article's structure alone: headline, slug, byline, dateline, paragraphs. Arguments as for ``extract_quotes``.

    >>> read_article("GENEVA, May 3 (Lake) -- Talks began.").dateline.places
    ('GENEVA',)
    """
    _checked(text, published, headline, (), id)
    return articles.read(text, fold(text), published=published, headline=headline, id=id)


class _Pipeline:
    """One article on its way up through the floors."""

    def __init__(
        self,
        text: str,
        published: dt.date | dt.datetime | None,
        headline: str | None,
        people: Sequence[str | Speaker],
        id: str | None,
        *,
        indirect: bool,
    ) -> None:
        self.text = text
        self.image = image = fold(text)
        self.people = people
        self.article = articles.walk(text, image, published=published, headline=headline, id=id)
        read = [row for row in self.article.rows if row[0] in _READ]
        self.body = [(start, end) for _, start, end in read]
        headlines = [place for place, (kind, _, _) in enumerate(read) if kind is _HEADLINE]
        dateline = self.article.dateline
        # the day that a claim's time words are reckoned from
        self.anchor = dateline.date if dateline and dateline.date else _day(self.article.published)
        self.heads = {kind: f"{self.article.id}\n{name}\n" for name, kind in _KINDS.items()}
        # when what has no clause of its own was said
        self.unclaused = when.said(text, image, (), None, self.anchor, self.article.published, dateline)
        self.paragraphs: dict[int, Span] = {}
        self.passages: tuple[Passage, ...] = quotes.scan(text, image, self.body)
        self.drafts, self.skipped = attribute(
            text, image, self.body, self.passages, indirect=indirect, headlines=headlines
        )

    def claims(self, *, everyone: bool) -> tuple[list[Claim], tuple[Speaker, ...]]:
        """The claims in the order of the text, and the cast."""
        verdicts, people = cast.settle(
            self.text,
            self.image,
            [(start, end) for kind, start, end in self.article.rows if kind is _PARAGRAPH],
            self.passages,
            self.drafts,
            self.people,
            everyone=everyone,
            article_id=self.article.id,
        )
        made = [self._claim(draft, verdict) for draft, verdict in zip(self.drafts, verdicts, strict=True)]
        made.sort(key=lambda claim: (claim.spans[0].start, claim.spans[0].end, claim.kind))
        return _nested(made), people

    def _claim(self, draft: Draft, verdict: Verdict) -> Claim:
        text, article, spans, why = self.text, self.article, draft.spans, draft.why
        place, medium, said = self._setting(draft.frame) if draft.frame else (None, None, self.unclaused)
        paragraph = self.paragraphs.get(draft.paragraph)
        if paragraph is None:
            paragraph = self.paragraphs[draft.paragraph] = Span(*self.body[draft.paragraph])
        ground = verdict.ground
        if why and why[0].ground is not ground:
            ground = min(ground, why[0].ground)  # a speaker is no surer than the rule that found the words for it
        return Claim(
            id=_claim_id(self.heads[draft.kind], spans),
            article_id=article.id,
            text=spans[0].of(text) if len(spans) == 1 else joined(text, spans),
            spans=spans,
            quoted=draft.quoted,
            kind=draft.kind,
            speaker=verdict.speaker,
            source=draft.source,
            cue=draft.cue,
            addressee=draft.addressee,
            medium=medium,
            place=place,
            said=said,
            dateline=article.dateline,
            paragraph=paragraph,
            within=None,
            ground=ground,
            why=why + verdict.why,
        )

    def _setting(self, frame: Sequence[Span]) -> tuple[Mention | None, Mention | None, When | None]:
        """Where, by what way and when something was said, as the clause of its cue tells."""
        text, image, article = self.text, self.image, self.article
        place, medium = setting.read(text, image, frame)
        said = when.said(text, image, frame, None, self.anchor, article.published, article.dateline)
        return place, medium, said


# What is read for claims: the paragraphs, and the headline, which quotes too. Looked up once: an enum's members are
# slow to come by.
_PARAGRAPH, _HEADLINE = PartKind.PARAGRAPH, PartKind.HEADLINE
_READ = frozenset({_PARAGRAPH, _HEADLINE})


def _day(moment: dt.date | dt.datetime | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _claim_id(head: str, spans: Sequence[Span]) -> str:
    if len(spans) == 1:
        places = f"{spans[0].start}-{spans[0].end}"
    else:
        places = ",".join([f"{span.start}-{span.end}" for span in spans])
    return sha256((head + places).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _nested(claims: list[Claim]) -> list[Claim]:
    """The same claims, each once and with the id of the innermost other claim that it stands in."""
    open_: list[tuple[int, Claim]] = []
    out: list[Claim] = []
    seen = set()
    for claim in claims:
        if claim.id in seen:  # two cues of one sentence may have the same words: the first has them
            continue
        seen.add(claim.id)
        start, end = claim.spans[0].start, claim.spans[-1].end
        if open_:
            open_ = [row for row in open_ if row[0] > start][-_DEEPEST:]
            for _, other in reversed(open_):
                if any(span.start <= start and end <= span.end for span in other.spans):
                    claim = attrs.evolve(claim, within=other.id)
                    break
        open_.append((end, claim))
        out.append(claim)
    return out


_DEEPEST = 64  # claims that one claim may be looked for in: no more of them stand around it


def _checked_kinds(kinds: Iterable[str]) -> frozenset[Kind]:
    if isinstance(kinds, str):
        raise TypeError(f"kinds is a collection of names, not one str: write kinds=({str(kinds)!r},)")
    wanted = tuple(kinds)
    for kind in wanted:
        if kind not in _KINDS:
            raise ValueError(f"{kind!r} is no kind of claim; the kinds are {', '.join(_KINDS)}")
    return frozenset([_KINDS[kind] for kind in wanted])


def _checked(
    text: object, published: object, headline: object, people: Iterable[str | Speaker], id: object
) -> tuple[str | Speaker, ...]:
    """The known people, once every argument is of the type it should be."""
    if isinstance(text, (bytes, bytearray, memoryview)):
        raise TypeError("text is bytes: decode it first, for example text.decode('utf-8')")
    if not isinstance(text, str):
        raise TypeError(f"text is {type(text).__name__}, not str: pass the article as a decoded str")
    if published is not None and not isinstance(published, dt.date):
        says = "published is a datetime.date or datetime.datetime: parse it first, for example date.fromisoformat"
        raise TypeError(says)
    if headline is not None and not isinstance(headline, str):
        raise TypeError(f"headline is {type(headline).__name__}, not str")
    if id is not None and not isinstance(id, str):
        raise TypeError(f"id is {type(id).__name__}, not str: pass str(id)")
    if isinstance(people, (str, Speaker)):
        raise TypeError("people is a collection of names or Speakers: put a single one into a tuple")
    known = tuple(people)
    for person in known:
        if not isinstance(person, (str, Speaker)):
            raise TypeError(f"people holds a {type(person).__name__}: give names (str) or Speaker records")
    return known
