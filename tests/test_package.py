"""The package's face: its names, and what importing it costs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import quotetrack


def test_every_public_name_is_there() -> None:
    assert [name for name in quotetrack.__all__ if getattr(quotetrack, name, None) is None] == []
    assert sorted(quotetrack.__all__) == quotetrack.__all__
    assert set(quotetrack.__all__) <= set(dir(quotetrack))


def test_every_public_name_has_a_docstring() -> None:
    functions = [name for name in quotetrack.__all__ if callable(getattr(quotetrack, name))]
    assert [name for name in functions if not getattr(quotetrack, name).__doc__] == []


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'quotes_of'"):
        quotetrack.quotes_of  # noqa: B018


def loaded(code: str, name: str) -> bool:
    """Whether a fresh process has loaded a module after running the code; a coverage run stays out of it."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")}
    code += f"; print({name!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", f"import sys; {code}"], env=env, capture_output=True, check=True)
    return done.stdout.strip() == b"True"


@pytest.mark.parametrize("late", ["dateparser", "sqlite3", "csv", "multiprocessing", "rich", "pyarrow", "argparse"])
def test_importing_the_package_does_not_load_what_few_need(late: str) -> None:
    assert not loaded("import quotetrack; quotetrack.extract_quotes", late)


def test_reading_without_a_date_to_work_out_does_not_load_dateparser() -> None:
    assert not loaded("from quotetrack import extract_quotes as q; q('\"We go,\" Ana Ruiz said Friday.')", "dateparser")


def test_it_runs_as_a_module() -> None:
    words = [sys.executable, "-m", "quotetrack", "--version"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"quotetrack {quotetrack.__version__}\n")
