"""How far a long run is: a bar on a terminal (rich, the extra ``cli``), else a plain line now and then."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any, TextIO

EVERY = 10.0
"""Seconds between two plain lines."""

REFRESH = 0.1
"""Seconds between two pictures of the bar."""


class Progress:
    """Counts articles on standard error. ``total`` is how many there are, ``done`` how many an earlier run has done.

    >>> with Progress(2) as progress:
    ...     progress.step()
    """

    def __init__(self, total: int, done: int = 0, stream: TextIO | None = None) -> None:
        self.total = total
        self.done = self._before = done
        self._stream = stream or sys.stderr
        self._started = self._shown = time.monotonic()
        self._bar: Any = None
        self._task: Any = None
        if self._stream.isatty():
            self._bar, self._task = self._rich()

    def _rich(self) -> tuple[Any, Any]:
        try:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar
        except ImportError:
            return None, None
        # no thread of its own: processes are forked while it runs
        bar = Bar(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[speed]}"),
            TimeRemainingColumn(),
            console=Console(file=self._stream),
            auto_refresh=False,
            transient=True,
        )
        return bar, bar.add_task("articles", total=self.total, completed=self.done, speed="")

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self) -> None:
        """One article more is done."""
        self.done += 1
        now = time.monotonic()
        if self._bar is not None:
            if now - self._shown >= REFRESH:
                self._shown = now
                self._bar.update(self._task, completed=self.done, speed=f"{self._speed(now):,.0f} a second")
                self._bar.refresh()
        elif now - self._shown >= EVERY:
            self._shown = now
            print(self.line(now), file=self._stream, flush=True)

    def say(self, words: str) -> None:
        """Print a line above the bar."""
        if self._bar is not None:
            self._bar.console.print(words, markup=False, highlight=False, soft_wrap=True)
        else:
            print(words, file=self._stream, flush=True)

    def line(self, now: float) -> str:
        """How far it is, in words; ``now`` in seconds of the monotonic clock."""
        speed = self._speed(now)
        left = f", {(self.total - self.done) / speed:,.0f} s left" if speed and self.total > self.done else ""
        return f"{self.done:,} of {self.total:,} articles, {speed:,.0f} a second{left}"

    def _speed(self, now: float) -> float:
        return (self.done - self._before) / (now - self._started) if now > self._started else 0.0
