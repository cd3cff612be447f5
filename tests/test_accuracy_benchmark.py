"""``benchmarks/accuracy.py`` and ``benchmarks/dates.py``: made articles and made claims with known figures."""

from __future__ import annotations

import doctest
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from benchmarks import accuracy, dates, marked
from benchmarks.marked import Marked, marked_passages
from quotetrack.records import Claim, Cue, Form, Ground, Kind, Mention, Speaker, SpeakerKind, Stance, Step
from quotetrack.spans import Span

TEXT = """\
"We go home," Ana Ruiz, the mayor, said.

"We stay," said Bo Lee, "until May."

Ruiz said that it was late. Lee called it "a long wait" for all.

The "magic bridge" is old, and the "big day" is near.
"""


def spans(*pieces: str) -> list[list[int]]:
    """Where each piece last stands."""
    return [[TEXT.rindex(piece), TEXT.rindex(piece) + len(piece)] for piece in pieces]


def attribution(source: str, *content: str) -> dict[str, Any]:
    return {"source": spans(source), "cue": [], "content": spans(*content)}


def article(id: str = "a") -> dict[str, Any]:
    return {
        "id": id,
        "text": TEXT,
        "date": "2021-03-02",
        "attributions": [
            attribution("Ana Ruiz, the mayor", "We go home,"),
            attribution("Bo Lee", "We stay,", "until May."),
            attribution("Ruiz", "that it was late"),
            attribution("Lee", '"a long wait" for all'),
        ],
    }


LABELS: list[dict[str, Any]] = [
    {"id": "a", "content": spans("We go home,"), "name": "Ana Ruiz", "also": ["Ruiz"], "kind": "person", "hard": False},
    {"id": "a", "content": spans("We stay,"), "name": "Bo Lee", "also": ["Lee"], "kind": "person", "hard": True},
    {"id": "a", "content": spans("a long wait"), "name": "Bo Lee", "also": ["Lee"], "kind": "person", "hard": True},
    {"id": "a", "content": spans("it was late"), "name": "Ana Ruiz", "also": ["Ruiz"], "kind": "person", "hard": True},
]


def claim(
    kind: str, content: str, source: str | None, speaker: str | None, ground: str, rule: str, lemma: str = "say"
) -> Claim:
    [[start, end]] = spans(content)
    words = None
    if source is not None:
        [[at, to]] = spans(source)
        words = Mention(at, to, source, Form.NAME if " " in source else Form.SURNAME)
    return Claim(
        id=content,
        article_id="a",
        text=content,
        spans=(Span(start, end),),
        quoted=(),
        kind=Kind(kind),
        speaker=Speaker(speaker, speaker, SpeakerKind.PERSON) if speaker else None,
        source=words,
        cue=Cue(start, end, lemma, lemma, Stance.STATES),
        addressee=None,
        medium=None,
        place=None,
        said=None,
        dateline=None,
        paragraph=Span(0, len(TEXT)),
        within=None,
        ground=Ground(ground),
        why=(Step(rule, Ground(ground), start, end, content, ""),),
    )


CLAIMS = [
    claim("direct", "We go home,", "Ana Ruiz", "Ana Ruiz", "named", "before"),  # right, but not the whole source
    claim("direct", "We stay,", "Ana Ruiz", None, "linked", "inverted"),  # a wrong source, and half of the words
    claim("indirect", "it was late", "Ruiz", "Ana Ruiz", "linked", "that"),
    claim("mixed", '"a long wait" for all', "Lee", "Lee", "linked", "before", "call"),
    claim("direct", "magic bridge", None, None, "open", "near cue"),  # nobody said it
]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The claims above, whatever the text; gives the texts that were read."""
    read: list[str] = []

    def extract_quotes(text: str, *, kinds: Iterable[str], published: object) -> list[Claim]:
        read.append(text)
        return [each for each in CLAIMS if str(each.kind) in kinds]

    monkeypatch.setattr(marked, "extract_quotes", extract_quotes)
    return read


def written(path: Path, rows: Iterable[object]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def measured(tmp_path: Path, capsys: pytest.CaptureFixture[str], *options: str, ids: tuple[str, ...] = ("a",)) -> Any:
    corpus = written(tmp_path / "corpus.jsonl", map(article, ids))
    labels = written(tmp_path / "labels.jsonl", LABELS)
    assert accuracy.main([corpus, "--speakers", labels, "--json", *options]) == 0
    return json.loads(capsys.readouterr().out)


def counts(section: dict[str, dict[str, int]]) -> dict[str, tuple[int, int, int, int]]:
    """By row: claimed and right of these, there and right of these."""
    return {row: (it["said"], it["said_right"], it["there"], it["there_right"]) for row, it in section.items()}


@pytest.mark.usefixtures("made")
def test_the_figures_of_made_claims(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    got = measured(tmp_path, capsys)["all"]
    assert got["articles"] == 1
    assert counts(got["quoted passages"]) == {
        "found": (4, 3, 4, 3),
        "source": (4, 2, 4, 2),
        "source to its first comma": (4, 2, 4, 2),
        "whole source": (4, 1, 4, 1),
    }
    assert counts(got["passages that nobody said"]) == {"returned": (2, 1, 0, 0)}
    assert counts(got["source of the passages found"]) == {
        "named": (1, 1, 4, 1),
        "linked": (2, 1, 4, 1),
        "direct": (2, 1, 4, 1),
        "mixed": (1, 1, 4, 1),
    }
    assert counts(got["attributions"]) == {
        "letters": (8 + 6 + 9 + 15 + 11, 8 + 6 + 9 + 15, 8 + 14 + 13 + 15, 8 + 6 + 9 + 15),
        "found": (5, 3, 4, 3),
        "overlap": (5, 3, 4, 3),
        "exact": (5, 2, 4, 2),
    }
    assert {row: it for row, it in counts(got["by kind"]).items() if "found" not in row} == {
        "direct, overlap": (3, 1, 2, 1),
        "direct, exact": (3, 0, 2, 0),
        "mixed, overlap": (1, 1, 1, 1),
        "mixed, exact": (1, 1, 1, 1),
        "indirect, overlap": (1, 1, 1, 1),
        "indirect, exact": (1, 1, 1, 1),
    }
    assert counts(got["by ground, overlap"]) == {
        "named": (1, 1, 4, 1),
        "linked": (3, 2, 4, 2),
        "open": (1, 0, 4, 0),
        "linked or better": (4, 3, 4, 3),
        "carried or better": (4, 3, 4, 3),
    }
    assert counts(got["by rule, exact"]) == {
        "before": (2, 1, 4, 1),
        "inverted": (1, 0, 4, 0),
        "that": (1, 1, 4, 1),
        "near cue": (1, 0, 4, 0),
    }
    found = got["quoted passages"]["source"]
    assert (found["precision"], found["recall"], found["f1"]) == (0.5, 0.5, 0.5)
    assert "cues" not in got


@pytest.mark.usefixtures("made")
def test_speakers_by_form_and_by_ground(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    got = measured(tmp_path, capsys)["all"]
    assert counts(got["speakers"]) == {
        "all, resolved": (2, 1, 4, 1),
        "all, named": (2, 2, 4, 2),
        "hard, resolved": (1, 0, 3, 0),
        "hard, named": (1, 1, 3, 1),
        "plain, resolved": (1, 1, 1, 1),
        "plain, named": (1, 1, 1, 1),
        "person, resolved": (2, 1, 4, 1),
        "person, named": (2, 2, 4, 2),
    }
    assert counts(got["speakers by form"]) == {
        "name, resolved": (1, 1, 2, 1),
        "name, named": (1, 1, 2, 1),
        "surname, resolved": (1, 0, 1, 0),
        "surname, named": (1, 1, 1, 1),
        "no claim, resolved": (0, 0, 1, 0),
        "no claim, named": (0, 0, 1, 0),
    }
    assert counts(got["speakers by ground"])["linked, named"] == (1, 1, 2, 1)


@pytest.mark.usefixtures("made")
def test_cues_are_those_with_enough_claims(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    got = measured(tmp_path, capsys, "--cues", "1")["all"]
    assert counts(got["cues"]) == {"say": (4, 2, 0, 0), "call": (1, 1, 0, 0)}
    assert counts(got["cues with their rules"])["say · that"] == (1, 1, 0, 0)
    assert list(measured(tmp_path, capsys, "--cues", "2")["all"]["cues"]) == ["say"]
    assert "cues" not in measured(tmp_path, capsys, "--cues")["all"]


@pytest.mark.usefixtures("made")
def test_the_held_back_third_stands_beside_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ids = tuple("abcdefgh")
    held = sum(accuracy.held_back(id) for id in ids)
    assert 0 < held < 8
    got = measured(tmp_path, capsys, "--hold-out", ids=ids)
    assert {part: it["articles"] for part, it in got.items()} == {accuracy.REST: 8 - held, accuracy.HELD: held}
    assert got[accuracy.HELD]["attributions"]["exact"]["there"] == 4 * held
    corpus = written(tmp_path / "corpus.jsonl", map(article, ids))
    assert accuracy.main([corpus, "--hold-out"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rest, back = (f" 0.750 0.750 0.750{4 * count:8}{4 * count:8}" for count in (8 - held, held))
    assert f"  {'found':34}{rest}{back} +0.000 +0.000" in lines


def test_the_table_of_what_the_library_finds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = '"The bridge is closed," Ana Ruiz said.\n'
    relation = {"source": [[24, 32]], "cue": [[33, 37]], "content": [[0, 23]]}
    assert (text[24:32], text[0:23]) == ("Ana Ruiz", '"The bridge is closed,"')
    corpus = written(tmp_path / "corpus.jsonl", [{"id": "x", "text": text, "attributions": [relation]}])
    assert accuracy.main([corpus]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("all: 1 articles\n")
    for row in ("found", "whole source", "overlap", "exact", "direct, exact", "named"):
        assert f"  {row:34} 1.000 1.000 1.000       1       1\n" in printed
    assert accuracy.main([corpus, "--single"]) == 0
    assert f"  {'whole source':34} 1.000 1.000 1.000       1       1\n" in capsys.readouterr().out


def test_single_marks_reach_the_library(made: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    measured(tmp_path, capsys, "--single")
    assert {'"' in text for text in made} == {False}
    assert {len(text) for text in made} == {len(TEXT)}


def test_passages_that_are_not_to_be_judged() -> None:
    row = article() | {"ignore": spans("magic")}
    assert len(Marked(article()).passages) == 6
    assert len(Marked(row).passages) == 5


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ('She said, "One," and "two."', ["One,", "two."]),
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        ("``One,'' she said.", ["One,"]),
        ('"One goes on\n"and ends."', ["One goes on", "and ends."]),
        ("“One,” she said, “and", ["One,"]),  # a mark inside a line that never closes
        ("“One “two” three", ["two"]),
        ("A 6\" pipe and a ''' fence", []),
        ("", []),
    ],
)
def test_marked_passages(text: str, passages: list[str]) -> None:
    assert [text[start:end] for start, end in marked_passages(text)] == passages


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("Rep. Ana Ruiz", "Ruiz", True),
        ("She", "she", True),
        ("Ana Ruiz", "Bo Lee", False),
        ("Ana Ruiz", "", False),
        ("", "", True),
        ("Ana Ruiz", "the council, which met on the bridge for two days with Ruiz in the chair", False),
    ],
)
def test_same_source(gold: str, said: str, same: bool) -> None:
    text = f"{gold} / {said}"
    read = Marked({"id": "x", "text": text, "attributions": []})
    one = read.relation([], [[0, len(gold)]] if gold else [])
    other = read.relation([], [[len(gold) + 3, len(text)]] if said else [])
    assert marked.same_source(text, one, other) is same


@pytest.mark.parametrize(
    ("kind", "label", "name", "judged"),
    [
        ("person", "Ana Ruiz", "Mayor Ana Ruiz", (True, True)),
        ("person", "Ana Ruiz", "Ruiz", (False, True)),
        ("person", "Ana Ruiz", "Bo Lee", (False, False)),
        ("person", "Ana Ruiz", None, (False, False)),
        ("anonymous", "an official of the ministry", "a senior official", (True, True)),
        ("group", "residents", "officials", (False, False)),
        ("anonymous", None, None, (True, True)),
        ("anonymous", None, "Bo Lee", (False, False)),
    ],
)
def test_judged_names(kind: str, label: str | None, name: str | None, judged: tuple[bool, bool]) -> None:
    assert accuracy.judge_name({"kind": kind, "name": label, "also": ["Ruiz"]}, name) == judged


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no json\n", "line 1, is no JSON"),
        ('{"id": "x", "text": ""}\n', "line 1, has no attributions"),
        ("\n[]\n", "line 2, has no id, text, attributions"),
        ('{"id": "x", "text": "", "attributions": [{}]}\n', "'x' is not of the corpus's shape"),
    ],
)
def test_what_is_not_of_the_shape(
    content: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(content, encoding="utf-8")
    assert accuracy.main([str(path)]) == 2
    assert said in capsys.readouterr().err
    assert accuracy.main([str(tmp_path / "absent.jsonl")]) == 2


@pytest.mark.parametrize("module", [accuracy, marked])
def test_examples(module: Any) -> None:
    assert doctest.testmod(module).failed == 0


def test_the_page_shows_options_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parent.parent / "docs" / "accuracy.md").read_text(encoding="utf-8")
    for script in (accuracy, dates):
        with pytest.raises(SystemExit):
            script.main(["--help"])
    known = capsys.readouterr().out
    shown = set(re.findall(r"--[a-z][a-z-]+", page))
    assert {"--hold-out", "--speakers", "--cues", "--single", "--json", "--datelines", "--times"} == shown
    assert [option for option in shown if option not in known] == []


DATELINE = {"start": 0, "end": 21, "place": "GENEVA", "date": "2021-03-03", "agency": "Reuters"}
OPENINGS: list[dict[str, Any]] = [
    {"text": "GENEVA, March 3 (Reuters) - Talks began.", "published": "2021-03-03", "dateline": DATELINE},
    {"text": "Talks began on Monday.", "published": None, "dateline": None},
    {"text": "Talks began on Monday.", "published": None, "dateline": DATELINE | {"agency": None}},
]
TIMES = [
    {"anchor": "2021-03-03", "words": "yesterday", "value": "2021-03-02"},
    {"anchor": "2021-03-03", "words": "Monday", "value": "2021-02-28"},  # a Sunday: counted as wrong
    {"anchor": "2021-03-03", "words": "the dog", "value": "2021-03-02"},
]


def test_datelines_and_times(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--datelines", written(tmp_path / "d", OPENINGS), "--times", written(tmp_path / "t", TIMES)]
    assert dates.main([*given, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "datelines": {
            "found": [1, 2], "place": [1, 2], "date": [1, 2], "agency": [1, 1], "found where there is none": [0, 1]
        },
        "time words": {"right": [1, 3], "not told": [1, 3], "wrong": [1, 3]},
    }  # fmt: skip
    assert dates.main(given) == 0
    assert "  place                          1 of      2  0.5000\n" in capsys.readouterr().out
    assert dates.main(["--times", str(tmp_path / "absent")]) == 2
    with pytest.raises(SystemExit):
        dates.main([])
