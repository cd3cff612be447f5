"""Many articles: read from anywhere, worked on over processes, summed up; datasets read back, data frames."""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import attrs

from quotetrack.corpus.articles import (
    COLUMNS,
    BadArticle,
    Entry,
    Given,
    PassedOver,
    Report,
    Source,
    entry,
    files,
    sources,
)
from quotetrack.corpus.dataset import frame, read_dataset
from quotetrack.corpus.pool import checked_jobs, mapped, reason
from quotetrack.corpus.summary import Summary, card
from quotetrack.records import Kind, Reading

__all__ = [
    "COLUMNS",
    "BadArticle",
    "Entry",
    "PassedOver",
    "Report",
    "Source",
    "Summary",
    "card",
    "checked_columns",
    "checked_kinds",
    "entry",
    "extract_many",
    "files",
    "frame",
    "mapped",
    "read_articles",
    "read_dataset",
    "reading_of",
    "sources",
]

_log = logging.getLogger("quotetrack")


def extract_many(
    articles: Iterable[str | Mapping[str, Any]],
    *,
    jobs: int | None = None,
    kinds: Iterable[str] = ("direct", "mixed"),
    report: Report | None = None,
) -> Iterator[Reading]:
    """The readings of many articles, in their order, with the claims of the wanted kinds.

    ``articles`` is any iterable of texts or of mappings with ``text`` and, where known, ``id``, ``title``,
    ``published`` (a date or ISO 8601) and ``url``; it is read as the readings are taken, a bounded number ahead.
    ``jobs`` is the number of processes; None takes as many as there are processors, where they pay. ``kinds`` as for
    ``extract_quotes``. A bad article (no text, a date that is none) gives no reading: ``report`` is called with a
    :class:`PassedOver`, or a warning is logged to the logger ``quotetrack``.

    Raises ``TypeError`` for a single text, ``ValueError`` for an unknown kind or number of jobs.

    >>> [reading] = extract_many(['"The road is closed," Mayor Ana Ruiz said.'])
    >>> reading.claims[0].speaker.name
    'Ana Ruiz'
    """
    if isinstance(articles, (str, bytes, Mapping)):
        raise TypeError("extract_many takes many articles: put a single one in a list")
    given = (Given("", item=item) for item in articles)
    return _extracted(given, checked_jobs(jobs), checked_kinds(kinds), report or _warn)


def _extracted(
    given: Iterable[Source], jobs: int | None, kinds: frozenset[str], report: Report
) -> Iterator[Reading]:
    for number, (reading, why) in enumerate(mapped(partial(reading_of, kinds=kinds), given, jobs), 1):
        if why is None:
            yield reading
        else:
            report(PassedOver(f"article {number}", why))


def reading_of(source: Source, kinds: frozenset[str], published: dt.date | None = None) -> Reading:
    """One article loaded and read, with the claims of the wanted kinds. Raises what :meth:`Source.load` raises.

    ``published`` is the day of publication where the source tells none.
    """
    from quotetrack.extract import analyse

    found = source.load()
    reading = analyse(found.text, published=found.published or published, headline=found.title, id=found.id)
    claims = tuple(claim for claim in reading.claims if claim.kind in kinds)
    return attrs.evolve(reading, article=attrs.evolve(reading.article, url=found.url), claims=claims)


def checked_kinds(kinds: Iterable[str]) -> frozenset[str]:
    """The kinds as a set. Raises ``ValueError`` that lists the kinds where one is unknown."""
    known = [str(kind) for kind in Kind]
    wanted = [kinds] if isinstance(kinds, str) else [str(kind) for kind in kinds]
    wrong = [kind for kind in wanted if kind not in known]
    if wrong:
        raise ValueError(f"{wrong[0]!r} is no kind of claim; the kinds are {', '.join(known)}")
    return frozenset(wanted)


def checked_columns(columns: Mapping[str, str] | None) -> dict[str, str]:
    """The columns' names. Raises ``ValueError`` that lists what can be named where a key is unknown."""
    wrong = [name for name in columns or {} if name not in COLUMNS]
    if wrong:
        raise ValueError(f"an article has {', '.join(COLUMNS)}; there is no {wrong[0]!r}")
    return dict(columns or {})


def read_articles(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str = "utf-8",
    report: Report | None = None,
) -> Iterator[dict[str, Any]]:
    """Articles for :func:`extract_many` from text files, folders, globs, JSONL, Parquet and HTML pages, in order.

    ``columns`` names the columns of JSONL and Parquet files where they are called otherwise: ``{"text": "body"}``.
    ``report`` is called with what is passed over, as in :func:`extract_many`.
    """
    given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    found, passed = files([os.fspath(path) for path in given])
    return _loaded(sources(found, checked_columns(columns), encoding), passed, report or _warn)


def _loaded(found: Iterable[Source], passed: list[PassedOver], report: Report) -> Iterator[dict[str, Any]]:
    for left in passed:
        report(left)
    for source in found:
        try:
            article = source.load()
        except Exception as error:
            report(PassedOver(source.name, reason(error)))
        else:
            yield attrs.asdict(article)


def _warn(left: PassedOver) -> None:
    _log.warning("passed over %s: %s", left.name, left.why)
