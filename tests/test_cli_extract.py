"""``quotetrack extract``: to the terminal and to files, stopped and gone on with, wrong arguments, unreadable files."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from quotetrack.cli import extract, main
from quotetrack.cli import progress as progress_
from quotetrack.cli.journal import Journal
from quotetrack.cli.progress import Progress
from quotetrack.corpus import read_dataset
from quotetrack.export import FORMATS

# starting processes beside threads of other libraries is only a warning on newer Pythons
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
MANY = 800  # so many articles that a run is not over before it can be stopped
TEXT = "LIMA, May 3, 2014 (Lake) -- “We are ready 😀,” Mayor Ana Ruiz said Saturday.\n\nRuiz said it rained.\n"


@pytest.fixture
def news(tmp_path, monkeypatch):
    """A folder of three articles, the working directory beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "news").mkdir()
    for name in ("a", "b", "c"):
        (tmp_path / "news" / f"{name}.txt").write_text(TEXT.replace("ready", f"ready for {name}"), "utf-8")
    return tmp_path


def given_stdin(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


# to the terminal


def test_the_table_is_the_default(news, capsys):
    assert main(["extract", "news/a.txt"]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["WHO", "DAY", "KIND", "WORDS"]
    assert row.startswith("Ana Ruiz, Mayor  2014-05-03  direct") and "We are ready for a" in row


@pytest.mark.parametrize("args", [["extract"], ["extract", "-"]])
def test_standard_input(news, capsys, monkeypatch, args):
    given_stdin(monkeypatch, TEXT.encode())
    assert main(args) == 0
    assert "We are ready" in capsys.readouterr().out
    given_stdin(monkeypatch, "“Olé”".encode("cp1252"))
    assert main(args) == 1
    found = capsys.readouterr()
    assert found.err == "quotetrack: standard input: not utf-8 text; name its encoding with --encoding\n"
    given_stdin(monkeypatch, "“Olé amigos míos”, Ana Ruiz said.".encode("cp1252"))
    assert main([*args, "--encoding", "cp1252"]) == 0
    assert "Olé amigos míos" in capsys.readouterr().out


def test_several_files_have_their_names(news, capsys):
    (news / "news" / "d.txt").write_text("It rained.")
    assert main(["extract", "news"]) == 0
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if line.startswith("news/")] == [f"news/{n}.txt" for n in "abcd"]
    assert out.endswith("news/d.txt\nNo claims.\n")


def test_kinds_and_the_day_of_publication(news, capsys):
    (news / "a.txt").write_text("Mayor Ana Ruiz said on Saturday that it rained.")
    assert main(["extract", "a.txt", "--kinds", "indirect", "--published", "2014-05-04", "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["kind"], row["said_on"], row["published"]) == ("indirect", "2014-05-03", "2014-05-04")
    assert main(["extract", "a.txt"]) == 0
    assert capsys.readouterr().out == "No claims.\n"


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if known.text])
def test_text_formats_go_to_the_terminal(news, capfdbinary, name):
    assert main(["extract", "news/a.txt", "--format", name]) == 0
    out = capfdbinary.readouterr().out
    assert "We are ready for a 😀" in out.decode("utf-8")
    if name == "csv":
        assert out.count(b"\r\n") == 2
    elif name != "jsonl":
        json.loads(out)


def test_offsets_on_request(news, capsys):
    ends = []
    for unit in ("codepoints", "utf16", "bytes"):
        assert main(["extract", "news/a.txt", "--format", "jsonl", "--offsets", unit]) == 0
        row = json.loads(capsys.readouterr().out)
        ends.append(row["spans"][0]["end"])
        assert row["offsets"] == unit
    assert ends[1] == ends[0] + 1 and ends[2] == ends[0] + 5


def test_what_cannot_be_read_is_told_in_a_line_and_the_rest_is_done(news, capsys):
    (news / "bad.txt").write_bytes(b"\xff\xfe\xff")
    assert main(["extract", "missing.txt", "bad.txt", "news/a.txt", "*.md", "--format", "jsonl"]) == 1
    found = capsys.readouterr()
    assert len(found.out.splitlines()) == 1
    assert sorted(found.err.splitlines()) == [
        "quotetrack: *.md: no file matches",
        "quotetrack: bad.txt: not utf-8 text; name its encoding with --encoding",
        "quotetrack: missing.txt: No such file or directory",
    ]
    assert main(["extract", "*.md"]) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--format", "xml"], "there is no format 'xml'; there are table, jsonl, json, csv"),
        (["--format", "parquet"], "parquet is not text: name a file with --out"),
        (["--format", "brat"], "brat is not text: name a file with --out"),
        (["--out", "a.xml"], "'a.xml' tells no format: give one of jsonl"),
        (["--out", "a.csv", "--format", "table"], "a table is for the terminal"),
        (["--out", ".", "--format", "csv"], "'.' names no file"),
        (["--card", "README.md"], "give --out too"),
        (["--jobs", "0"], "'0' is no number of processes"),
        (["--jobs", "many"], "'many' is no number of processes"),
        (["--columns", "body=text"], "an article has text, id, title, published, url; there is no 'body'"),
        (["--columns", "text"], "write it like text=body,id=nr"),
        (["--offsets", "feet"], "invalid choice"),
        (["--kinds", "odd"], "direct,mixed,indirect"),
        (["--published", "soon"], "is not a date like"),
        (["--encoding", "odd"], "is not an encoding"),
    ],
)
def test_wrong_arguments_end_with_2(news, capsys, args, says):
    assert main(["extract", "news/a.txt", *args]) == 2
    assert says in capsys.readouterr().err
    assert sorted(path.name for path in news.iterdir()) == ["news"]


# to a file


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_goes_to_a_file(news, capsys, name):
    pytest.importorskip("pyarrow")
    assert main(["extract", "news", "--out", "out", "--format", name, "--jobs", "1"]) == 0
    assert (news / "out").is_dir() == (name == "brat")
    assert capsys.readouterr().err == "articles  3\nclaims    3: direct 3; named 3\nspeakers  1\n"
    assert sorted(path.name for path in news.iterdir()) == ["news", "out"]
    if f".{name}" in (".jsonl", ".json", ".parquet", ".arrow"):
        (news / "out").rename(news / f"claims.{name}")
        claims = list(read_dataset(news / f"claims.{name}"))
        assert [claim.text for claim in claims] == [f"We are ready for {n} 😀," for n in "abc"]


def test_a_run_into_the_folder_that_it_reads(news, capsys):
    for _ in range(2):
        assert main(["extract", "news", "--out", "news/claims.jsonl", "--card", "news/README.md"]) == 0
        assert "articles  3" in capsys.readouterr().err
    assert len((news / "news" / "claims.jsonl").read_text("utf-8").splitlines()) == 3
    assert "| articles | 3 |" in (news / "news" / "README.md").read_text("utf-8")


def test_the_summary_names_what_was_passed_over(news, capsys):
    (news / "news" / "bad.jsonl").write_text('{"text": 3}\n{"text": "x", "published": "soon"}\n')
    (news / "news" / "notes.pdf").write_bytes(b"x")
    assert main(["extract", "news", "--out", "claims.csv", "--jobs", "2"]) == 1
    err = capsys.readouterr().err
    assert "quotetrack: news/bad.jsonl#L1: the article's text is no str but int\n" in err
    assert err.endswith(
        "passed over 3:\n  news/notes.pdf: no article is read from .pdf files\n"
        "  news/bad.jsonl#L1: the article's text is no str but int\n"
        "  news/bad.jsonl#L2: 'soon' is no date of publication; write it like 2015-01-30\n"
    )
    (news / "news" / "bad.jsonl").unlink()
    assert main(["extract", "news", "--out", "claims.csv"]) == 0  # another kind of file is no fault


def test_standard_input_to_a_file(news, capsys, monkeypatch):
    given_stdin(monkeypatch, TEXT.encode())
    assert main(["extract", "-", "news/a.txt", "--out", "c.jsonl"]) == 0
    assert len((news / "c.jsonl").read_text("utf-8").splitlines()) == 2


def test_columns_of_jsonl(news, capsys):
    (news / "a.jsonl").write_text(json.dumps({"body": TEXT, "nr": 7}) + "\n")
    assert main(["extract", "a.jsonl", "--out", "c.jsonl", "--columns", "text=body, id=nr"]) == 0
    assert json.loads((news / "c.jsonl").read_text("utf-8"))["article_id"] == "7"


def test_surrogates_reach_every_format(news, capsys):
    pytest.importorskip("pyarrow")
    line = json.dumps({"text": "Ana Ruiz said: “It is \ud83d over \udc00 now.”", "id": "x\ud800"})
    (news / "a.jsonl").write_text(line + "\n")
    for name in FORMATS:
        assert main(["extract", "a.jsonl", "--out", f"out-{name}", "--format", name]) == 0


def test_targets_that_cannot_be(news, capsys):
    assert main(["extract", "news", "--out", "news", "--format", "csv"]) == 1
    assert main(["extract", "news", "--out", "news", "--format", "brat"]) == 1
    assert main(["extract", "news", "--out", "nowhere/c.csv"]) == 1
    assert main(["extract", "news", "--out", "c.csv", "--card", "nowhere/README.md"]) == 1
    err = capsys.readouterr().err
    assert "news is a folder; csv is written to a file" in err
    assert "news is there already; brat is written to a new folder" in err
    assert "nowhere/c.csv.partial: No such file or directory" in err
    assert "nowhere/README.md: No such file or directory" in err


def test_without_pyarrow_it_is_told_before_the_work(news, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert main(["extract", "news", "--out", "c.parquet"]) == 1
    assert "pip install 'quotetrack[arrow]'" in capsys.readouterr().err
    assert not (news / "c.parquet.partial").exists()


def test_a_full_disk_keeps_the_journal(news, capsys, monkeypatch):
    def full(parts, path, to):
        list(parts)
        raise OSError(28, "No space left on device", str(path))

    with monkeypatch.context() as broken:
        broken.setattr(extract.export, "finish", full)
        assert main(["extract", "news", "--out", "c.csv"]) == 1
    assert capsys.readouterr().err == "quotetrack: c.csv: No space left on device\n"
    assert (news / "c.csv.partial").exists() and not (news / "c.csv").exists()
    assert main(["extract", "news", "--out", "c.csv"]) == 0
    assert "quotetrack: 3 articles were done before\n" in capsys.readouterr().err


# stopped, and gone on with


def test_an_interrupted_run_goes_on_and_nothing_is_done_twice(news, capsys, monkeypatch):
    assert main(["extract", "news", "--out", "whole.jsonl"]) == 0
    read = []
    reading_of = extract.reading_of

    def stopping(source, *rest):
        if source.name == "news/c.txt" and "news/c.txt" not in read:
            read.append(source.name)
            raise KeyboardInterrupt
        read.append(source.name)
        return reading_of(source, *rest)

    monkeypatch.setattr(extract, "reading_of", stopping)
    capsys.readouterr()
    command = ["extract", "news", "--out", "c.jsonl", "--jobs", "1"]
    assert main(command) == 130
    assert "stopped; 2 articles are kept in c.jsonl.partial: give the same command again" in capsys.readouterr().err
    assert not (news / "c.jsonl").exists()
    with (news / "c.jsonl.partial").open("ab") as journal:
        journal.write(b'{"parts": ["cut o')  # as a kill leaves it
    assert main(command) == 0
    assert "2 articles were done before" in capsys.readouterr().err
    assert read == ["news/a.txt", "news/b.txt", "news/c.txt", "news/c.txt"]
    assert (news / "c.jsonl").read_bytes() == (news / "whole.jsonl").read_bytes()
    assert sorted(path.name for path in news.iterdir()) == ["c.jsonl", "news", "whole.jsonl"]


def test_another_task_begins_anew(news, capsys):
    head = extract.journal_of(news / "c.jsonl")
    head.write_bytes(b'{"of": "another task"}\n{"parts": []}\n')
    assert main(["extract", "news", "--out", "c.jsonl"]) == 0
    assert "the files or the options have changed: begun anew" in capsys.readouterr().err
    assert len((news / "c.jsonl").read_text("utf-8").splitlines()) == 3


def lines(path):
    return max(0, path.read_bytes().count(b"\n") - 1) if path.exists() else 0


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_a_run_stopped_by_a_signal_gives_the_same_file(news, capsys, number, status):
    with (news / "many.jsonl").open("w", encoding="utf-8") as file:
        for n in range(MANY):
            text = TEXT.replace("ready", f"ready for {n}") * (n % 3 + 2)
            file.write(json.dumps({"id": f"a{n}", "text": text}) + "\n")
    command = ["extract", "many.jsonl", "--out", "c.jsonl", "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    words = [sys.executable, "-m", "quotetrack", *command]
    run = subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)
    while run.poll() is None and lines(news / "c.jsonl.partial") < 30:
        time.sleep(0.005)
    run.send_signal(number)
    assert run.wait() == status
    kept = lines(news / "c.jsonl.partial")
    assert 0 < kept < MANY and not (news / "c.jsonl").exists()
    assert main(command) == 0
    assert f"{kept} articles were done before" in capsys.readouterr().err
    ids = [json.loads(line)["article_id"] for line in (news / "c.jsonl").read_text("utf-8").splitlines()]
    assert list(dict.fromkeys(ids)) == [f"a{n}" for n in range(MANY)]
    if number == signal.SIGINT:
        assert main(["extract", "many.jsonl", "--out", "whole.jsonl", "--jobs", "1"]) == 0
        assert (news / "c.jsonl").read_bytes() == (news / "whole.jsonl").read_bytes()


def test_two_runs_at_once_do_not_mix(news, capsys):
    pytest.importorskip("fcntl")
    with Journal(news / "c.jsonl.partial", {}) as first:
        first.add({"parts": []})
        assert main(["extract", "news", "--out", "c.jsonl"]) == 1
        assert "another run is at work on c.jsonl.partial" in capsys.readouterr().err
        assert [*first.entries()] == [{"parts": []}]


# the journal and the progress


def test_a_journal_keeps_whole_lines(tmp_path):
    path = tmp_path / "j"
    with Journal(path, {"a": 1}) as journal:
        journal.add({"parts": ["\ud800", "x\u2028"]})
        assert journal.done == 1
    with Journal(path, {"a": 1}) as journal:
        assert journal.done == 1 and not journal.stale
        assert [*journal.entries()] == [{"parts": ["\ud800", "x\u2028"]}]
    with Journal(path, {"a": 2}) as journal:
        assert journal.done == 0 and journal.stale
        journal.remove()
    assert not path.exists()
    path.write_bytes(b'{"a":')
    with Journal(path, {"a": 1}) as journal:
        assert journal.done == 0 and journal.stale


class Screen(io.StringIO):
    def isatty(self):
        return True


def test_a_bar_on_a_terminal(monkeypatch):
    pytest.importorskip("rich")
    monkeypatch.setattr(progress_, "REFRESH", 0.0)
    screen = Screen()
    with Progress(4, done=1, stream=screen) as progress:
        progress.step()
        progress.say("quotetrack: [x]: odd")
    shown = screen.getvalue()
    assert "2/4" in shown and "a second" in shown and "quotetrack: [x]: odd" in shown


def test_plain_lines_elsewhere(monkeypatch):
    monkeypatch.setattr(progress_, "EVERY", 0.0)
    stream = io.StringIO()
    with Progress(4, done=1, stream=stream) as progress:
        progress.step()
        progress.say("odd")
    first, second = stream.getvalue().splitlines()
    assert first.startswith("2 of 4 articles, ") and first.endswith(" s left") and second == "odd"
    assert progress.line(progress._started) == "2 of 4 articles, 0 a second"
    monkeypatch.setitem(sys.modules, "rich.console", None)
    screen = Screen()
    with Progress(1, stream=screen) as progress:
        progress.step()
    assert screen.getvalue().startswith("1 of 1 articles")


def test_a_command_outside_the_main_thread(news, capsys):
    from threading import Thread

    status = []
    thread = Thread(target=lambda: status.append(main(["extract", "news", "--out", "c.csv", "--jobs", "1"])))
    thread.start()
    thread.join()
    assert status == [0] and (news / "c.csv").exists()


