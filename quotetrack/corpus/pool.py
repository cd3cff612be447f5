"""Work on many items over processes, the answers in the order of the items, with few items held at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Any

CHUNK = 16
"""Items that go to a process at once: enough to make the way there cheap."""

FEW = 32
"""Fewer items than this are done in this process, where the number of jobs is not given: starting others costs more."""

Answer = tuple[Any, str | None]
"""What the work gave, or None and why it failed."""


def checked_jobs(jobs: Any) -> int | None:
    """The number of processes, or ``ValueError`` that says what it may be."""
    if jobs is None:
        return None
    if isinstance(jobs, bool) or not isinstance(jobs, int) or jobs < 1:
        raise ValueError(f"jobs is a number of processes, 1 or more (or None for as many as pay), not {jobs!r}")
    return jobs


def mapped(work: Callable[[Any], Any], items: Iterable[Any], jobs: int | None = None) -> Iterator[Answer]:
    """``work`` done on each item, in order. What it raises becomes the second half of the answer.

    ``work`` and the items must be picklable where ``jobs`` is not 1. With None there are as many processes as this one
    may use processors, and none for few items. At most a few chunks an extra process are held at once. A process that
    dies costs the one item that it died of. Closing the iterator, or an interrupt, stops the processes.
    """
    items = iter(items)
    if jobs is None:
        first = list(islice(items, FEW))
        jobs = 1 if len(first) < FEW or _only_one() else _processors()
        items = chain(first, items)
    if jobs == 1:
        for item in items:
            yield _done(work, item)
    else:
        yield from _spread(work, items, jobs)


def _only_one() -> bool:
    """Whether this process may not start others: it is itself a daemonic worker of somebody's."""
    return multiprocessing.current_process().daemon


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - platforms without it


def _done(work: Callable[[Any], Any], item: Any) -> Answer:
    try:
        return work(item), None
    except Exception as error:
        return None, reason(error)


def reason(error: Exception) -> str:
    """Why an article was passed over, in one line.

    >>> reason(ValueError("odd"))
    'odd'
    """
    if isinstance(error, UnicodeDecodeError):
        return f"not {error.encoding} text; name its encoding"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return " ".join(str(error).split()) or type(error).__name__


def _spread(work: Callable[[Any], Any], items: Iterator[Any], jobs: int) -> Iterator[Answer]:
    pool = _pool(jobs)
    waiting: deque[tuple[list[Any], Future[list[Answer]]]] = deque()
    try:
        while True:
            while len(waiting) < 3 * jobs and (chunk := list(islice(items, CHUNK))):
                waiting.append((chunk, _submit(pool, work, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                answers = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=True, cancel_futures=True)
                answers = _one_by_one(work, chunk)
                pool = _pool(jobs)
                waiting = deque((later, _submit(pool, work, later)) for later, _ in waiting)
            yield from answers
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, work: Callable[[Any], Any], chunk: list[Any]) -> Future[list[Answer]]:
    try:
        return pool.submit(_chunk_done, work, chunk)
    except BrokenProcessPool as error:  # it broke before its turn: the answer tells
        failed: Future[list[Answer]] = Future()
        failed.set_exception(error)
        return failed


def _one_by_one(work: Callable[[Any], Any], chunk: list[Any]) -> list[Answer]:
    """The items of a chunk that a process died of, each in its turn."""
    answers: list[Answer] = []
    pool = _pool(1)
    try:
        for item in chunk:
            try:
                answers += pool.submit(_chunk_done, work, [item]).result()
            except BrokenProcessPool:
                answers.append((None, "the process that read it died"))
                pool.shutdown(wait=True)
                pool = _pool(1)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return answers


def _chunk_done(work: Callable[[Any], Any], chunk: list[Any]) -> list[Answer]:
    return [_done(work, item) for item in chunk]


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_in_worker)


def _in_worker() -> None:  # pragma: no cover - runs in the other processes
    """An interrupt is the parent's to handle; a parent that was killed takes its workers with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:

        def watch() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
