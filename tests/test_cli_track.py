"""``quotetrack track``: a ledger filled and asked from the command line."""

from __future__ import annotations

import io
import json

import pytest

from quotetrack import cli
from quotetrack.cli import main
from quotetrack.ledger import Ledger

FIRST = """\
The valley will keep its school, the mayor said.

"We will not close the school in the valley, whatever it costs us," Mayor Ana Ruiz said Friday.
"""
SECOND = """\
"We will close the school in the valley, whatever it costs us," Ana Ruiz said.

"The river came through my kitchen twice this spring," said Tom Odell, a farmer.
"""


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    if "track" not in cli.COMMANDS:
        monkeypatch.setattr(cli, "COMMANDS", (*cli.COMMANDS, "track"))
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def db(tmp_path, capsys):
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    path = str(tmp_path / "news.ledger")
    for name, day in (("first", "2015-01-30"), ("second", "2015-02-02")):
        assert main(["track", "add", str(tmp_path / f"{name}.txt"), "--db", path, "--published", day]) == 0
    capsys.readouterr()
    return path


def said(capsys, *words):
    status = main(["track", *words])
    got = capsys.readouterr()
    return status, got.out, got.err


def test_add_counts_what_was_new_and_again_nothing(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    words = ("add", str(tmp_path / "a.txt"), "--db", str(tmp_path / "l"))
    status, out, err = said(capsys, *words)
    assert (status, err) == (0, "") and out.startswith("1 articles, 1 of them new (0 revisions): ")
    assert said(capsys, *words)[1] == "1 articles, 0 of them new (0 revisions): 0 new claims, 0 new statements\n"


def test_add_reads_folders_lines_and_input_and_passes_over_what_it_cannot(tmp_path, capsys, monkeypatch):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\xff\xfe\xfd")
    row = {"id": "row-1", "text": SECOND, "url": "https://example.com/1", "published": "2015-02-02"}
    (folder / "c.jsonl").write_text(json.dumps(row) + "\n{broken\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'"We are ready," Bo Lee said.')))
    status, out, err = said(capsys, "add", str(folder), "-", "missing.txt", "--db", str(tmp_path / "l"))
    assert status == 1 and out.startswith("3 articles, 3 of them new")
    assert err.count("quotetrack: ") == 3 and "missing.txt" in err and "b.txt" in err
    with Ledger(tmp_path / "l") as book:
        [listed] = [one for one in book.articles() if one.id == "row-1"]
        assert listed.url == "https://example.com/1"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    status, out, err = said(capsys, "add", "-", "--db", str(tmp_path / "l"))
    assert status == 1 and "standard input" in err


def test_list(db, capsys):
    status, out, err = said(capsys, "list", "--db", db, "--text", "school", "--speaker", "Ana Ruiz", "--kind", "direct")
    assert (status, err) == (0, "")
    [line] = out.splitlines()
    assert "2x  2015-01-30 to 2015-02-02  Ana Ruiz: We will not close the school" in line and len(line) <= 100
    assert len(said(capsys, "list", "--db", db, "--since", "2015-02-01", "--until", "2015-02-03")[1].splitlines()) == 2
    assert len(said(capsys, "list", "--db", db, "--limit", "1")[1].splitlines()) == 1
    assert said(capsys, "list", "--db", db, "--text", "zebra")[:2] == (0, "")


def test_list_as_json(db, capsys):
    status, out, _ = said(capsys, "list", "--db", db, "--text", "kitchen", "--format", "json")
    [track] = json.loads(out)
    assert status == 0 and track["speaker"]["name"] == "Tom Odell" and track["first"] == "2015-02-02"
    assert track["sightings"][0]["how"] == "same" and track["sightings"][0]["spans"][0]["start"] > 0


def test_show_and_review(db, capsys):
    id = said(capsys, "list", "--db", db, "--text", "close")[1].split()[0]
    status, out, err = said(
        capsys, "review", id, "False", "--db", db, "--reviewer", "Checkers", "--on", "2015-02-03", "--note", "see there"
    )
    assert (status, err) == (0, "") and "False, by Checkers: “We will not close" in out
    status, out, _ = said(capsys, "show", id, "--db", db)
    assert status == 0
    assert "altered [negation], Ana Ruiz, in " in out and "“not” -> (nothing)" in out
    assert out.endswith("reviewed 2015-02-03 by Checkers: False\n    see there\n")
    assert json.loads(said(capsys, "show", id, "--db", db, "--format", "json")[1])[1]["rating"] == "False"


def test_show_tells_older_versions(tmp_path, capsys):
    path = tmp_path / "a.txt"
    for text in (FIRST, FIRST + "\nMore is to come from the valley tomorrow.\n"):
        path.write_text(text, encoding="utf-8")
        assert said(capsys, "add", str(path), "--db", str(tmp_path / "l"), "--published", "2015-01-30")[0] == 0
    id = said(capsys, "list", "--db", str(tmp_path / "l"), "--text", "costs")[1].split()[0]
    assert ", in an older version" in said(capsys, "show", id, "--db", str(tmp_path / "l"))[1]


def test_timeline(db, capsys):
    status, out, err = said(capsys, "timeline", "Ana Ruiz", "--db", db, "--about", "school")
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == ["2015-01-30", "2015-01-30", "2015-02-02"] or len(
        out.splitlines()
    ) == 2
    assert said(capsys, "timeline", "Nobody Known", "--db", db)[:2] == (0, "")


def test_conflicts_and_speakers(db, capsys):
    status, out, _ = said(capsys, "conflicts", "--db", db)
    assert status == 0 and out.startswith("negation  ") and out.count("Ana Ruiz, in ") == 2
    status, out, _ = said(capsys, "speakers", "--db", db)
    assert status == 0 and "Ana Ruiz" in out.splitlines()[0] and "farmer" in out


def test_revisions(tmp_path, capsys):
    path = tmp_path / "a.txt"
    for text, day in ((FIRST, "2015-01-30"), (SECOND, "2015-01-31")):
        path.write_text(text, encoding="utf-8")
        assert said(capsys, "add", str(path), "--db", str(tmp_path / "l"), "--published", day)[0] == 0
    with Ledger(tmp_path / "l") as book:
        id = next(book.articles()).id
    status, out, _ = said(capsys, "revisions", id, "--db", str(tmp_path / "l"))
    assert status == 0 and "  + Tom Odell: “The river" in out and "  ~ Ana Ruiz: “We will not close" in out


@pytest.mark.parametrize(
    "words", [("show", "0000"), ("revisions", "nothing"), ("review", "0000", "X", "--reviewer", "Y")]
)
def test_what_is_not_there_is_one_clear_line(db, words, capsys):
    status, out, err = said(capsys, *words, "--db", db)
    assert (status, out) == (1, "") and err.startswith("quotetrack: no ") and len(err.splitlines()) == 1


def test_a_name_that_fits_several_is_one_clear_line(db, tmp_path, capsys):
    (tmp_path / "third.txt").write_text('"We are ready for the river," Bo Ruiz said.', encoding="utf-8")
    assert said(capsys, "add", str(tmp_path / "third.txt"), "--db", db)[0] == 0
    status, _out, err = said(capsys, "timeline", "Ruiz", "--db", db)
    assert status == 1 and "Ana Ruiz, Bo Ruiz" in err


@pytest.mark.parametrize("part", ["list", "conflicts", "speakers"])
def test_a_misspelt_ledger_is_not_made(tmp_path, part, capsys):
    status, out, err = said(capsys, part, "--db", str(tmp_path / "l"))
    assert (status, out) == (1, "") and "there is no ledger" in err
    assert not (tmp_path / "l").exists()


def test_what_is_no_ledger_is_one_clear_line(tmp_path, capsys):
    path = tmp_path / "notes.txt"
    path.write_text("not a ledger")
    status, _out, err = said(capsys, "add", str(path), "--db", str(path))
    assert status == 1 and "not a ledger" in err and path.read_text() == "not a ledger"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["track"], "PART"),
        (["track", "list"], "--db"),
        (["track", "list", "--db", "l", "--limit", "none"], "1 or more"),
        (["track", "list", "--db", "l", "--since", "Friday"], "not a date"),
        (["track", "review", "a", "b", "--db", "l"], "--reviewer"),
    ],
)
def test_wrong_arguments_are_status_2(words, says, capsys):
    assert main(words) == 2
    assert says in capsys.readouterr().err.splitlines()[-1]
