"""What the documents show runs: every command, every public name, every example, every doctest."""

from __future__ import annotations

import argparse
import contextlib
import doctest
import io
import pkgutil
import re
import runpy
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import quotetrack
from quotetrack.cli import main, parser

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
STORY = "seeds/wild/beijing-envoy.txt"
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

# How each example is called; a new example is entered here or the test says so. OUT is a file in a temporary folder.
ARGUMENTS = {
    "who_said_what": [STORY],
    "folder_to_dataset": ["seeds/made", "OUT"],
    "stances": [STORY, "denies", "urges"],
    "highlight": [STORY],
    "build_dataset": ["seeds/made", "OUT"],
    "check_draft": [],
}

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, *languages: str) -> Iterator[tuple[str, str]]:
    for found in _FENCE.finditer(page.read_text(encoding="utf-8")):
        if found[1] in languages:
            yield found[1], found[2]


def by_name(path: Path) -> str:
    return path.stem


def modules() -> list[str]:
    found = pkgutil.walk_packages(quotetrack.__path__, "quotetrack.")
    return ["quotetrack", *(module.name for module in found if not module.name.endswith("__main__"))]


@pytest.fixture(autouse=True)
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths in the documents are those of a checkout; a terminal is 100 columns wide."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.parametrize("name", modules())
def test_doctests(name: str) -> None:
    try:
        module: ModuleType = import_module(name)
    except quotetrack.errors.MissingExtra as missing:
        pytest.skip(str(missing))
    assert doctest.testmod(module, optionflags=FLAGS).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_python_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python blocks of a page run one after the other; a ``text`` block right after one is what it prints."""
    names: dict[str, object] = {"__name__": page.stem}
    printed = ""
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    for language, code in blocks(page, "python", "pycon", "text"):
        if language == "text":
            assert printed == code
        elif language == "pycon":
            test = doctest.DocTestParser().get_doctest(code, names, page.name, str(page), 0)
            runner.run(test, clear_globs=False)
            names = test.globs
        else:
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(code, str(page), "exec"), names)
            printed = out.getvalue()
    assert runner.summarize(verbose=False).failed == 0


def commands() -> list[tuple[Path, str, str]]:
    """Each ``$ quotetrack …`` of the pages with what stands under it."""
    found = []
    for page in PAGES:
        for _, block in blocks(page, "console"):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found.append((page, command, output))
    return found


@pytest.mark.parametrize(("page", "command", "output"), commands(), ids=lambda value: getattr(value, "name", None))
def test_command_of_a_page_runs(page: Path, command: str, output: str, capsys: pytest.CaptureFixture[str]) -> None:
    program, *words = shlex.split(command)
    assert program == "quotetrack"
    status = main(words)
    got = capsys.readouterr()
    assert (status, got.err) == (0, "")
    checker = doctest.OutputChecker()
    assert checker.check_output(output, got.out, FLAGS), f"{command} prints:\n{got.out}"


@pytest.mark.parametrize("path", EXAMPLES, ids=by_name)
def test_example_runs(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [str(tmp_path / "out") if word == "OUT" else word for word in ARGUMENTS[path.stem]]
    monkeypatch.setattr(sys, "argv", [str(path), *words])
    runpy.run_path(str(path), run_name="__main__")
    assert len(capsys.readouterr().out) > 20


def test_the_highlighted_page_is_the_article(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["highlight.py", STORY])
    runpy.run_path("examples/highlight.py", run_name="__main__")
    page = capsys.readouterr().out
    without_tags = re.sub(r"<mark[^>]*>|</mark>", "", page.partition("</style>\n")[2])
    assert without_tags.replace("&quot;", '"').replace("&#x27;", "'") == Path(STORY).read_text(encoding="utf-8") + "\n"


def test_every_public_name_is_documented() -> None:
    words = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [name for name in quotetrack.__all__ if f"`{name}" not in words and name != "__version__"] == []


def subcommands(top: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield name, command
                yield from ((f"{name} {rest}", below) for rest, below in subcommands(command))


def test_every_command_and_option_is_documented() -> None:
    words = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    commands_ = dict(subcommands(parser()))
    assert [name for name in commands_ if f"quotetrack {name}" not in words] == []
    options = {
        option for command in commands_.values() for action in command._actions for option in action.option_strings
    }
    assert (
        sorted(option for option in options if option.startswith("--") and option != "--help" and option not in words)
        == []
    )


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CHANGELOG.md"], ids=by_name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_the_check_script_is_sound_and_runs_the_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert subprocess.run(["bash", "-n", ".ci/run"], check=False).returncode == 0
    for mark in re.findall(r'readme "?([a-z ]+)"?\)', script):
        assert f"<!-- {mark} -->\n\n    python3 -m venv .venv && " in readme
