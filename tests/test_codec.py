"""Records to dictionaries and back: nothing is lost, newer shapes are refused, what is no record says why."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from record_strategies import ODD_WORDS, any_record, claims

from quotetrack import codec
from quotetrack.codec import SCHEMA, dumps, from_dict, loads, to_dict
from quotetrack.errors import DatasetError
from quotetrack.records import Article, Cue, Ground, Mention, Step, Verdict
from quotetrack.spans import Span


@settings(max_examples=80, deadline=None)
@given(any_record(ODD_WORDS))
def test_a_record_comes_back_equal(record):
    back = from_dict(to_dict(record))
    assert back == record
    assert type(back) is type(record)


@settings(max_examples=60, deadline=None)
@given(any_record())
def test_a_record_survives_json(record):
    line = dumps(record)
    assert "\n" not in line and len(line.splitlines()) == 1
    line.encode("utf-8")
    assert loads(line) == record
    assert loads(line.encode("utf-8")) == record
    assert from_dict(json.loads(json.dumps(to_dict(record)))) == record


@settings(max_examples=60, deadline=None)
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
    assert set(codec.UPGRADES) == set(range(SCHEMA))


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
    assert codec._decoder(Span)([3, 7]) == Span(3, 7)
