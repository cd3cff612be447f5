"""The floors of the house: every import, late ones too, goes down, and never across a floor."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

import quotetrack

ROOT = Path(quotetrack.__file__).parent
TOP = 8

FLOORS = {
    "spans": 0,
    "errors": 0,
    "records": 1,
    "rules": 2,
    "text": 2,
    "codec": 2,
    "wording": 2,
    "article": 3,
    "quotes": 3,
    "phrases": 3,
    "attribution": 4,
    "when": 4,
    "setting": 4,
    "cast": 5,
    "extract": 6,
    "ledger": 7,
    "verify": 7,
    "corpus": 7,
    "export": 7,
    "render": 7,
    "reasons": 7,
    "cli": TOP,
    "__main__": TOP,
    "__init__": TOP,
}

# Where a room may use less than all floors below it.
NARROWER = {
    "spans": set(),
    "errors": set(),
    "rules": {0, 1},
    "text": {0},
    "when": {0, 1, 2},
    "cast": {0, 1, 2, 3},
    "ledger": {0, 1, 2, 6},
    "verify": {0, 1, 2, 6},
    "corpus": {0, 1, 2, 6},
    "export": {0, 1, 2},
    "render": {0, 1, 2},
    "reasons": {0, 1, 2},
}

# The vocabulary and the fold are the ground of their floor: another room on it may stand on them.
BESIDE = {"wording": {"rules", "text"}}

# Packages from outside that one room alone may import, and the only ones that every installation has.
ALONE = {"dateparser": "when", "sqlite3": "ledger"}

MODULES = sorted(ROOT.rglob("*.py"))


def room_of(path: Path) -> str:
    """The room that a file belongs to: ``attribution`` for both attribution.py and attribution/cues.py."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Every module that a file names in an import statement or an ``import_module("…")``, with its line."""
    package = ("quotetrack", *path.relative_to(ROOT).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])
            base = base if node.level else node.module or ""
            if base == "quotetrack":
                yield from ((node.lineno, f"quotetrack.{name.name}") for name in node.names)
            else:
                yield node.lineno, base
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "import_module":
            if node.args and isinstance(node.args[0], ast.Constant):
                yield node.lineno, str(node.args[0].value)


def broken(path: Path) -> list[str]:
    """What a file imports against the table."""
    room = room_of(path)
    floor = FLOORS[room]
    allowed = NARROWER.get(room, set(range(floor)))
    found = []
    for line, name in imported(path):
        first, _, rest = name.partition(".")
        if first in ALONE and room != ALONE[first]:
            found.append(f"{path.name}:{line} {name}: only {ALONE[first]} imports {first}")
        if first != "quotetrack" or floor == TOP:
            continue
        other = rest.partition(".")[0] or "__init__"
        if other == room or other in BESIDE.get(room, ()):
            continue
        if FLOORS.get(other, TOP) not in allowed:
            found.append(f"{path.name}:{line} {name}: {room} (floor {floor}) may use floors {sorted(allowed)}")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down(path: Path) -> None:
    assert broken(path) == []


def test_every_room_stands_on_a_floor() -> None:
    assert {room_of(path) for path in MODULES} <= set(FLOORS)


def test_the_walk_sees_what_it_should(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that finds nothing proves little: each kind of wrong import, early and late, is found."""
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    (tmp_path / "cast").mkdir()
    wrong = {
        "quotes.py": "from quotetrack.article import read",
        "render.py": "def f():\n    import quotetrack.extract",
        "article.py": "from quotetrack import phrases",
        "text.py": "from .records import Claim",
        "cast/forms.py": "from ..attribution import cues",
        "reasons.py": "from importlib import import_module\nimport_module('quotetrack.ledger')",
        "export.py": "import sqlite3",
        "records.py": "from quotetrack import __version__",
    }
    right = {
        "setting.py": "from quotetrack.article import read\nfrom quotetrack.rules.times import X",
        "cast/names.py": "from .forms import x\nfrom quotetrack.cast import forms",
        "ledger.py": "import sqlite3",
    }
    for name, text in {**wrong, **right}.items():
        (tmp_path / name).write_text(text)
    assert [name for name in wrong if not broken(tmp_path / name)] == []
    assert [name for name in right if broken(tmp_path / name)] == []


def test_names_of_modules_say_what_is_in_them() -> None:
    names = {path.stem for path in MODULES} - {"__init__", "__main__"}
    assert not names & {"utils", "util", "helpers", "helper", "misc", "common", "tools"}


def test_no_module_of_the_package_is_named_like_a_public_function() -> None:
    functions = {name for name in quotetrack.__all__ if inspect.isroutine(getattr(quotetrack, name))}
    rooms = {room_of(path) for path in MODULES}
    assert functions
    assert not functions & rooms
