"""The journal of a run: what each article gave, a line each, so that an interrupted run goes on where it stopped.

It stands beside the file that is to be made and is gone when that is whole. Its first line says what was asked of which
files; where that is no longer the same, the run begins anew. A last line that was cut off is dropped.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any
from weakref import ref

from quotetrack.codec import plain_json
from quotetrack.errors import QuotetrackError


class Journal:
    """A journal at ``path`` for the work that ``head`` describes (JSON values); ``done`` articles are in it already."""

    def __init__(self, path: Path, head: Mapping[str, Any]) -> None:
        self.path = path
        first = _line(head)
        self._file = path.open("a+b")
        self._lock()
        self._file.seek(0)
        self.done = 0
        self.stale = False
        length = 0
        for number, line in enumerate(self._file):
            if number == 0 and line != first:
                self.stale = True
                break
            if not line.endswith(b"\n"):
                break
            length += len(line)
            self.done = number
        self._file.seek(length)
        self._file.truncate()
        if length == 0:
            self._file.write(first)

    def _lock(self) -> None:
        """Keep a second run off the same file, where the system can."""
        try:
            import fcntl
        except ImportError:  # pragma: no cover - other systems
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise QuotetrackError(f"another run is at work on {self.path.name}; wait for it, or stop it") from None
        # a process that is forked from this one would hold the lock on, even when this one has been killed
        journal = ref(self)
        os.register_at_fork(after_in_child=lambda: _let_go(journal()))

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, entry: Mapping[str, Any]) -> None:
        """Write what one article gave."""
        self._file.write(_line(entry))
        self.done += 1

    def flush(self) -> None:
        """Hand what was written to the system."""
        self._file.flush()

    def entries(self) -> Iterator[Any]:
        """What each article gave, in order."""
        self.flush()
        with self.path.open("rb") as file:
            next(file)
            for line in file:
                yield json.loads(line)

    def remove(self) -> None:
        """The work is done."""
        self._file.close()
        os.unlink(self.path)


def _let_go(journal: Journal | None) -> None:
    if journal is not None and not journal._file.closed:  # pragma: no cover - runs in the other processes
        os.close(journal._file.fileno())


def _line(entry: Mapping[str, Any]) -> bytes:
    return plain_json(entry).encode("utf-8") + b"\n"
