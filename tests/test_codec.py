"""Records to dictionaries and back: nothing is lost, newer shapes are refused, what is no record says why."""

from __future__ import annotations

import json
import re
import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from record_strategies import ODD_WORDS, any_record, claims

from quotetrack.codec import SCHEMA, columns, dumps, from_dict, loads, plain, shape, to_dict
from quotetrack.codec.offsets import UNITS, Offsets, converted
from quotetrack.errors import DatasetError, MissingExtra
from quotetrack.records import Article, Claim, Cue, Ground, Kind, Mention, Step, Verdict
from quotetrack.spans import Span

LONG = {unit: Offsets("aé😀" * 350_000, unit) for unit in UNITS}
VALIDATOR = Draft202012Validator(json.loads(shape.PUBLISHED.read_text("utf-8")))


@settings(max_examples=40, deadline=None)
@given(any_record(ODD_WORDS))
def test_a_record_comes_back_equal(record):
    back = from_dict(to_dict(record))
    assert back == record
    assert type(back) is type(record)


@settings(max_examples=25, deadline=None)
@given(any_record())
def test_a_record_survives_json(record):
    line = dumps(record)
    assert "\n" not in line and len(line.splitlines()) == 1
    line.encode("utf-8")
    assert loads(line) == record
    assert loads(line.encode("utf-8")) == record
    assert from_dict(json.loads(json.dumps(to_dict(record)))) == record


@settings(max_examples=25, deadline=None)
@given(claims(ODD_WORDS))
def test_json_keeps_lone_surrogates_and_every_offset(claim):
    back = loads(dumps(claim).encode("utf-8"))
    assert len(back.text) == len(claim.text)
    alone = re.sub("[\ud800-\udbff][\udc00-\udfff]", "\ufffd\ufffd", claim.text)
    assert back.text == alone


def test_the_dictionary_is_plain_and_says_what_it_is():
    step = Step("surname", Ground.LINKED, 1, 4, "Kim", "Kim Jong-un", ("Kim Yo-jong",))
    assert to_dict(step) == {
        "schema": SCHEMA,
        "record": "step",
        "rule": "surname",
        "ground": "linked",
        "start": 1,
        "end": 4,
        "words": "Kim",
        "gave": "Kim Jong-un",
        "over": ["Kim Yo-jong"],
    }
    assert type(to_dict(step)["ground"]) is str


@given(claims())
@settings(max_examples=20, deadline=None)
def test_a_claim_tells_its_day(claim):
    told = to_dict(claim)["said_on"]
    assert told == (claim.said_on.isoformat() if claim.said_on else None)


def test_a_newer_schema_is_refused_with_a_clear_word():
    with pytest.raises(DatasetError, match=f"schema {SCHEMA + 1}.*install a newer quotetrack"):
        from_dict({"schema": SCHEMA + 1, "record": "span", "start": 0, "end": 1})


@given(claims())
@settings(max_examples=20, deadline=None)
def test_an_older_schema_is_read(claim):
    def paired(value):
        if isinstance(value, dict):
            if set(value) == {"start", "end"}:
                return [value["start"], value["end"]]
            return {key: paired(item) for key, item in value.items()}
        return [paired(item) for item in value] if isinstance(value, list) else value

    data = to_dict(claim)
    del data["schema"], data["record"], data["said_on"]
    when = data.pop("said")
    old = paired(data)
    old["said"] = when
    assert from_dict(old) == claim
    assert from_dict({**old, "schema": 0}) == claim


def test_every_older_schema_has_its_step():
    assert set(plain.UPGRADES) == set(range(SCHEMA))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"start": "3"}, "start: expected int, got '3'"),
        ({"start": True}, "start: expected int, got True"),
        ({"form": "nym"}, "form: expected a form, got 'nym'"),
        ({"form": None}, "form: expected a form, got None"),
        ({"text": None}, "text: expected str, got None"),
        ({"record": "mension"}, "no record is called 'mension'; there are article, claim"),
        ({"record": 3}, "no record is called 3"),
        ({"schema": "1"}, "the schema is a whole number"),
        ({"schema": True}, "the schema is a whole number"),
        ({"schema": -1}, "the schema is a whole number"),
    ],
)
def test_what_is_no_record_says_why(change, says):
    good = {"schema": 1, "record": "mention", "start": 3, "end": 6, "text": "Kim", "form": "name"}
    assert from_dict(good) == Mention(3, 6, "Kim", from_dict(good).form)
    with pytest.raises(DatasetError, match=re.escape(says)):
        from_dict({**good, **change})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"parts": "x"}, "parts: expected a list"),
        ({"parts": [3]}, "parts: expected a part, got 3"),
        ({"parts": [{"kind": "blank", "start": 0}]}, "parts.end: it is missing"),
        ({"headline": 3}, "headline: expected Part or str, got 3"),
        ({"published": 2015}, "published: expected date or datetime, got 2015"),
        ({"published": "today"}, "published: expected a date, got 'today'"),
        ({"published": "2015-01-30Tnoon"}, "published: expected a datetime"),
    ],
)
def test_the_path_to_what_is_wrong(change, says):
    data = to_dict(Article("a", "text"))
    with pytest.raises(DatasetError, match=re.escape(says)):
        from_dict({**data, **change})


def test_unknown_keys_are_passed_over_and_defaults_stand_in():
    data = {"schema": 1, "record": "cue", "start": 0, "end": 4, "text": "said", "lemma": "say", "stance": "states"}
    assert from_dict({**data, "mood": "calm"}) == from_dict(data)
    assert isinstance(from_dict(data), Cue)
    assert from_dict(data).negated is False


@pytest.mark.parametrize("line", ["", "{", "[1]", '"x"', "[" * 100_000])
def test_lines_that_are_no_record(line):
    with pytest.raises(DatasetError):
        loads(line)


def test_misuse_is_told():
    with pytest.raises(TypeError, match="from_dict takes a dictionary"):
        from_dict([1])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"to_dict takes a record .*, not Verdict"):
        to_dict(Verdict(None, Ground.OPEN))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not dict"):
        to_dict({})  # type: ignore[arg-type]


def test_a_span_of_the_first_schema_is_a_pair():
    assert plain._decoder(Span)([3, 7]) == Span(3, 7)


# offsets in other units


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(), max_size=40), st.sampled_from(UNITS))
def test_offsets_go_out_and_come_back(text, unit):
    there = Offsets(text, unit)
    ends = [there.out(i) for i in range(len(text) + 1)]
    sizes = {"codepoints": len, "utf16": _utf16, "bytes": lambda t: len(t.encode("utf-8", "surrogatepass"))}
    assert ends == [sizes[unit](text[:i]) for i in range(len(text) + 1)]
    assert [there.back(i) for i in ends] == list(range(len(text) + 1))
    for inside in set(range(ends[-1] + 3)) - set(ends):
        with pytest.raises(ValueError, match="no character of the text"):
            there.back(inside)
    for outside in (-1, len(text) + 1):
        with pytest.raises(ValueError, match="no offset"):
            there.out(outside)
    with pytest.raises(ValueError, match="no character"):
        there.back(-1)


def _utf16(text: str) -> int:
    return sum(2 if letter > "\uffff" else 1 for letter in text)


def test_utf16_offsets_are_those_of_utf16():
    text = "né 😀 “ok”"
    there = Offsets(text, "utf16")
    data = text.encode("utf-16-le")
    start, end = there.out(text.index("“")), there.out(len(text))
    assert data[2 * start : 2 * end].decode("utf-16-le") == "“ok”"


@settings(max_examples=30, deadline=None)
@given(claims(), st.sampled_from(UNITS))
def test_a_record_converted_comes_back(claim, unit):
    there = LONG[unit]
    data = to_dict(claim)
    out = converted(data, there)
    assert converted(out, there, back=True) == data
    if unit == "codepoints":
        assert out == data


def test_an_unknown_unit_lists_the_units():
    with pytest.raises(ValueError, match=r"codepoints, utf16, bytes; there is no 'words'"):
        Offsets("", "words")


# Arrow columns


def rows(claim):
    return {**to_dict(claim), "offsets": "codepoints", "url": None, "title": None, "published": None}


@settings(max_examples=25, deadline=None)
@given(st.lists(claims(), max_size=3))
def test_claims_survive_arrow(found):
    table = columns.table(map(rows, found))
    assert table.schema.equals(columns.schema(), check_metadata=True)
    assert [from_dict(row) for row in columns.rows_of(table)] == found


@settings(max_examples=30, deadline=None)
@given(claims(ODD_WORDS))
def test_arrow_takes_surrogates_one_for_one(claim):
    (row,) = columns.rows_of(columns.table([rows(claim)]))
    back = from_dict(row)
    assert back.text == columns.whole(claim.text)
    assert (back.spans, back.said_on, back.kind) == (claim.spans, claim.said_on, claim.kind)


def test_the_arrow_schema_is_fixed():
    pa = pytest.importorskip("pyarrow")
    schema = columns.schema()
    assert schema.names == [
        "schema",
        *(field.name for field in attrs.fields(Claim)),
        *("said_on", "offsets", "url", "title", "published"),
    ]
    assert schema.field("spans").type == pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64())]))
    assert schema.field("said").type.field("start").type == pa.date32()
    assert schema.field("cue").type.field("negated").type == pa.bool_()
    assert schema.field("kind").type == pa.dictionary(pa.int8(), pa.string())
    assert schema.field("ground").type == pa.dictionary(pa.int8(), pa.string())
    assert not schema.field("kind").nullable and schema.field("said").nullable
    assert schema.metadata == {b"quotetrack.schema": str(SCHEMA).encode()}


def test_files_are_written_in_batches(tmp_path, monkeypatch):
    ipc, parquet = pytest.importorskip("pyarrow.ipc"), pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(columns, "ROWS", 2)
    found = [claims_of(kind) for kind in ("direct", "mixed", "indirect", "direct", "direct")]
    columns.write_parquet(map(rows, found), tmp_path / "a.parquet")
    columns.write_arrow(map(rows, found), tmp_path / "a.arrow")
    assert [from_dict(row) for row in columns.parquet_rows(tmp_path / "a.parquet")] == found
    with ipc.open_file(tmp_path / "a.arrow") as file:
        assert file.num_record_batches == 3
        assert [from_dict(row) for row in columns.rows_of(file.read_all())] == found
    assert parquet.ParquetFile(tmp_path / "a.parquet").num_row_groups == 3


def claims_of(kind):
    empty = dict.fromkeys(("speaker", "source", "cue", "addressee", "medium", "place", "said", "dateline", "within"))
    ends = {"spans": (Span(0, 1),), "quoted": (), "paragraph": Span(0, 1)}
    return Claim(id=kind, article_id="a", text="x", kind=Kind(kind), ground=Ground.OPEN, why=(), **empty, **ends)


def test_a_missing_pyarrow_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    columns.schema.cache_clear()
    with pytest.raises(MissingExtra, match=r"pip install 'quotetrack\[arrow\]'"):
        columns.schema()


# the published schema


def test_the_published_schema_is_up_to_date():
    assert json.loads(shape.PUBLISHED.read_text("utf-8")) == shape.json_schema(), "run python -m quotetrack.codec.shape"


@settings(max_examples=25, deadline=None)
@given(claims(ODD_WORDS))
def test_every_claim_is_valid_under_the_published_schema(claim):
    VALIDATOR.validate(json.loads(dumps(claim)))
    VALIDATOR.validate({**to_dict(claim), "offsets": "utf16", "url": "https://a.example/1", "title": None})


@settings(max_examples=20, deadline=None)
@given(claims(), st.sampled_from(["kind", "spans", "id", "schema"]))
def test_the_schema_refuses_what_is_no_claim(claim, name):
    data = to_dict(claim)
    assert not VALIDATOR.is_valid({**data, name: {"odd": 1}})
    assert not VALIDATOR.is_valid({**data, "mood": "calm"})
    del data[name]
    assert not VALIDATOR.is_valid(data)
