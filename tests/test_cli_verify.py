"""``quotetrack verify``: the three ways to print, and the exit status."""

from __future__ import annotations

import io
import json
import sys

import pytest

from quotetrack.cli import main
from quotetrack.cli.verify import _escaped, _place

SOURCE = "LIMA -- “We will never accept the plan as it is,” Mayor Ana Ruiz said.\n\n“It rained all night,” "
SOURCE += "Peter Lang said.\n"
GOOD = 'The mayor was firm.\n\n"We will never accept the plan as it is," Ruiz said.\n'
BAD = f'{GOOD}\n"We will accept the plan as it is," Ruiz said. "It rained all night," she said.\n'


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A draft that is right, one that is not, and a source."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name, text in (("good.txt", GOOD), ("bad.txt", BAD), ("source.txt", SOURCE)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_a_draft_that_is_right(desk, capsys):
    assert main(["verify", "good.txt", "source.txt"]) == 0
    assert capsys.readouterr().out == (
        "    3  verbatim       We will never accept the plan as it is,\n1 quotations: 1 verbatim\n"
    )
    assert main(["verify", "good.txt", "source.txt", "--format", "github"]) == 0
    assert capsys.readouterr().out == ""


def test_a_draft_that_is_not(desk, capsys):
    assert main(["verify", "bad.txt", "source.txt"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert "altered" in out[1] and "never" in out[2] and out[2].endswith("[negation]")
    assert out[3].split()[:3] == ["5", "wrong", "speaker"] and "The source gives it to Peter Lang" in out[4]
    assert out[5] == "3 quotations: 1 verbatim, 1 altered, 1 wrong speaker"


def test_json(desk, capsys):
    assert main(["verify", "bad.txt", "source.txt", "--format", "json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [row["verdict"] for row in rows] == ["verbatim", "altered", "wrong speaker"]
    assert rows[1]["quote"] == "We will accept the plan as it is," and rows[1]["differs"] == [["", "never"]]
    assert (rows[1]["line"], rows[1]["column"], rows[1]["article_id"]) == (5, 2, "source.txt")
    span = rows[2]["source"]
    assert SOURCE[span["start"] : span["end"]] == "It rained all night,"


def test_github(desk, capsys):
    assert main(["verify", "bad.txt", "source.txt", "--format", "github"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("::error file=bad.txt,line=5,endLine=5,col=2,endColumn=35,title=Quotation altered::")
    assert "title=Quotation wrong speaker::The source gives it to Peter Lang, the draft to" in second


def test_standard_input_and_many_sources(desk, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    (desk / "more.jsonl").write_text(json.dumps({"text": SOURCE, "id": "s1", "published": "2014-05-03"}) + "\n")
    assert main(["verify", "-", "bad.txt", "more.jsonl"]) == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"No quotations here.")))
    assert main(["verify", "-", "source.txt"]) == 0
    assert capsys.readouterr().out.endswith("No quotations.\n")


def test_what_cannot_be_read_fails(desk, capsys):
    assert main(["verify", "missing.txt", "source.txt"]) == 1
    assert main(["verify", "good.txt", "source.txt", "missing.txt", "*.md"]) == 1
    (desk / "odd.txt").write_bytes(b"\xff")
    assert main(["verify", "odd.txt", "source.txt"]) == 1
    assert main(["verify", "good.txt", "source.txt", "odd.txt"]) == 1
    err = capsys.readouterr().err.splitlines()
    assert err == [
        "quotetrack: missing.txt: No such file or directory",
        "quotetrack: *.md: no file matches",
        "quotetrack: missing.txt: No such file or directory",
        "quotetrack: odd.txt: not utf-8 text; name its encoding with --encoding",
        "quotetrack: odd.txt: not utf-8 text; name its encoding",
    ]


@pytest.mark.parametrize("args", [[], ["draft.txt"], ["good.txt", "source.txt", "--format", "xml"]])
def test_wrong_arguments_end_with_2(desk, capsys, args):
    assert main(["verify", *args]) == 2
    assert "usage: quotetrack verify" in capsys.readouterr().err


def test_places_and_escapes():
    assert [_place("a\r\nb\nc\rd", at) for at in (0, 3, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]
    assert _escaped("50%: a,\nb", value=True) == "50%25%3A a%2C%0Ab"
    assert _escaped("50%: a,\r") == "50%25: a,%0D"
