"""The public face as a type checker sees it, in a program outside the package."""

from __future__ import annotations

from pathlib import Path

import pytest

api = pytest.importorskip("mypy.api")
HERE = Path(__file__).parent


def test_public_names_are_typed() -> None:
    config = str(HERE.parent / "setup.cfg")
    cache = str(HERE.parent / ".mypy_cache")
    out, err, status = api.run(
        ["--strict", "--config-file", config, "--cache-dir", cache, *map(str, (HERE / "typing").glob("*.py"))]
    )
    assert (status, err) == (0, ""), out
