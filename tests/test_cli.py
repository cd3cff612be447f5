"""The command line as a whole, and ``quotetrack explain``; the other commands have tests of their own."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

import quotetrack
from quotetrack import cli
from quotetrack.cli import main
from quotetrack.errors import QuotetrackError

STORY = '"We are ready," Ana Ruiz said Friday. Ruiz said that the road was closed.\n'

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_version(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"quotetrack {quotetrack.__version__}\n"


def test_help(capsys: Captured) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in cli.COMMANDS)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "required: COMMAND"),
        (["read"], "invalid choice: 'read'"),
        (["explain", "--kinds", "direct,spoken"], "direct,mixed,indirect"),
        (["explain", "--kinds", ","], "direct,mixed,indirect"),
        (["explain", "--published", "30 January"], "not a date like 2015-01-30"),
        (["explain", "--encoding", "utf-99"], "not an encoding that Python knows"),
        (["explain", "--loud"], "--loud"),
        (["explain", "a", "b"], "b"),
    ],
)
def test_wrong_arguments_are_status_2_and_one_clear_word(words: list[str], says: str, capsys: Captured) -> None:
    assert main(words) == 2
    err = capsys.readouterr().err
    assert says in err.splitlines()[-1]
    assert "Traceback" not in err


def test_explain_tells_each_claim(story: Path, capsys: Captured) -> None:
    assert main(["explain", str(story)]) == 0
    out = capsys.readouterr().out
    assert out.count("The speaker is Ana Ruiz") == 1
    assert "“We are ready,”" in out


def test_explain_of_other_kinds(story: Path, capsys: Captured) -> None:
    assert main(["explain", str(story), "--kinds", "indirect,direct", "--published", "2015-01-30"]) == 0
    out = capsys.readouterr().out
    assert out.count("The speaker is Ana Ruiz") == 2
    assert "It was said on 2015-01-30, from the cue's own words “Friday”" in out


def test_explain_of_nothing_says_so(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert main(["explain", str(tmp_path / "empty.txt")]) == 0
    assert capsys.readouterr().out == "No claims.\n"


@pytest.mark.parametrize("words", [["explain"], ["explain", "-"]])
def test_explain_reads_standard_input(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode("utf-8"))))
    assert main(words) == 0
    assert "The speaker is Ana Ruiz" in capsys.readouterr().out


def test_a_file_in_another_encoding(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("“We are ready,” José Núñez said.".encode("cp1252"))
    assert main(["explain", str(path)]) == 1
    err = capsys.readouterr().err
    assert err == f"quotetrack: {path}: not utf-8 text; name its encoding with --encoding\n"
    assert main(["explain", str(path), "--encoding", "cp1252"]) == 0
    assert "The speaker is José Núñez" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_read_is_one_line_and_status_1(name: str, tmp_path: Path, capsys: Captured) -> None:
    assert main(["explain", str(tmp_path / name)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"quotetrack: {tmp_path / name}: ")
    assert captured.err.count("\n") == 1


def ends_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def stop(args: object) -> int:
        raise error

    monkeypatch.setattr("quotetrack.cli.explain.run", stop)


def test_an_error_of_ours_is_one_line_and_status_1(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    ends_with(monkeypatch, QuotetrackError("not a ledger"))
    assert main(["explain"]) == 1
    assert capsys.readouterr().err == "quotetrack: not a ledger\n"


def test_an_interruption_is_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    ends_with(monkeypatch, KeyboardInterrupt())
    assert main(["explain"]) == 130


def test_a_reader_that_has_had_enough_is_no_error(story: Path) -> None:
    """As in ``quotetrack explain long.txt | head -n 1``."""
    story.write_text(STORY * 2000, encoding="utf-8")
    command = [sys.executable, "-m", "quotetrack", "explain", str(story)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_a_terminal_that_cannot_show_a_letter_gets_its_escape(story: Path) -> None:
    story.write_text("“We are ready,” Ana Ruiz said.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "quotetrack", "explain", str(story)],
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u201cWe are ready,\\u201d" in done.stdout
