"""Many articles: in order, over processes, bad ones passed over; datasets back to claims; frames, summaries, cards."""

from __future__ import annotations

import datetime as dt
import json
import logging
import multiprocessing
import os
import re
import sys
from collections import Counter

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_strategies import true_readings

from quotetrack import analyse, corpus, export
from quotetrack.codec import SCHEMA, dumps, to_dict
from quotetrack.corpus import (
    PassedOver,
    Summary,
    card,
    entry,
    extract_many,
    files,
    frame,
    pool,
    read_articles,
    read_dataset,
    sources,
)
from quotetrack.corpus.articles import BadArticle, counted, day, page
from quotetrack.errors import DatasetError, MissingExtra
from quotetrack.records import Reading

ROUNDS = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
# starting processes beside threads of other libraries is only a warning on newer Pythons
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def article(n: int) -> str:
    line = "LIMA, May 3, 2014 (Lake) -- "
    return f"{line}“We are ready for number {n},” Mayor Ana Ruiz said Saturday.\n\nRuiz said it rained."


ARTICLES = [article(n) for n in range(80)]


# many articles


@pytest.mark.parametrize("jobs", [None, 1, 2])
def test_the_order_is_kept_and_processes_change_nothing(jobs):
    readings = list(extract_many(iter(ARTICLES), jobs=jobs))
    assert [reading.article.text for reading in readings] == ARTICLES
    one = analyse(ARTICLES[7])
    assert readings[7] == attrs.evolve(one, claims=tuple(c for c in one.claims if c.kind != "indirect"))


def test_what_an_article_tells_of_itself():
    row = {"text": ARTICLES[0], "id": 7, "title": "Ready", "published": "2015-05-03", "url": "https://a.example/7"}
    (reading,) = extract_many([row], kinds=("indirect",))
    article_ = reading.article
    assert (article_.id, article_.headline, article_.url) == ("7", "Ready", "https://a.example/7")
    assert article_.published == dt.date(2015, 5, 3)
    assert [str(claim.kind) for claim in reading.claims] == ["indirect"]
    assert all(claim.article_id == "7" for claim in reading.claims)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_article_is_reported_and_passed_over(jobs):
    passed = []
    given_ = [ARTICLES[0], None, {"text": 3}, {"title": "x"}, {"text": "x", "published": "soon"}, b"x", ARTICLES[1]]
    readings = list(extract_many(given_, jobs=jobs, report=passed.append))
    assert [reading.article.text for reading in readings] == ARTICLES[:2]
    assert passed == [
        PassedOver("article 2", "an article is a str or a mapping with a text, not NoneType"),
        PassedOver("article 3", "the article's text is no str but int"),
        PassedOver("article 4", "the article's text is missing"),
        PassedOver("article 5", "'soon' is no date of publication; write it like 2015-01-30"),
        PassedOver("article 6", "an article is a str or a mapping with a text, not bytes"),
    ]


def test_without_a_report_a_warning_is_logged(caplog):
    with caplog.at_level(logging.WARNING, "quotetrack"):
        assert list(extract_many([None])) == []
    assert "passed over article 1: an article is a str" in caplog.text


def test_misuse_is_told_at_once():
    for single in ("a text", b"bytes", {"text": "a"}):
        with pytest.raises(TypeError, match="put a single one in a list"):
            extract_many(single)
    with pytest.raises(ValueError, match="'odd' is no kind of claim; the kinds are direct, mixed, indirect"):
        extract_many([], kinds=("direct", "odd"))
    for jobs in (0, -1, True, "2", 1.5):
        with pytest.raises(ValueError, match="jobs is a number of processes"):
            extract_many([], jobs=jobs)
    assert list(extract_many([], kinds="direct")) == []


def test_articles_are_read_as_they_are_needed():
    taken = []

    def endless():
        n = 0
        while True:
            taken.append(n)
            yield ARTICLES[0]
            n += 1

    for jobs in (1, 2):
        taken.clear()
        readings = extract_many(endless(), jobs=jobs)
        for _ in range(40):
            next(readings)
        readings.close()
        assert len(taken) <= 40 + 4 * jobs * pool.CHUNK
    assert multiprocessing.active_children() == []


def works(item):
    if item == "die":
        os._exit(9)
    if item == "raise":
        raise OSError(2, "No such file")
    return item * 2


def test_a_process_that_dies_costs_one_item():
    items = [*range(20), "die", *range(20, 60), "raise", "die", *range(60, 100)]
    answers = list(pool.mapped(works, items, 2))
    assert [answer for answer, why in answers if why is None] == [2 * n for n in range(100)]
    whys = [why for _, why in answers if why is not None]
    assert whys == ["the process that read it died", "No such file", "the process that read it died"]


def test_processes_start_where_they_pay(monkeypatch):
    monkeypatch.setattr(pool, "_spread", lambda work, items, jobs: iter([(f"{jobs} jobs", None)]))
    monkeypatch.setattr(pool, "_processors", lambda: 3)
    assert list(pool.mapped(works, [1, 2])) == [(2, None), (4, None)]
    assert list(pool.mapped(works, range(pool.FEW))) == [("3 jobs", None)]
    monkeypatch.setattr(pool, "_only_one", lambda: True)
    assert len(list(pool.mapped(works, range(pool.FEW)))) == pool.FEW


def test_how_many_processors():
    assert pool._processors() >= 1 and not pool._only_one()
    assert pool.reason(KeyError()) == "KeyError"
    assert pool.reason(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "odd")) == "not utf-8 text; name its encoding"


# articles from anywhere


def test_articles_from_a_folder(tmp_path, monkeypatch):
    parquet = pytest.importorskip("pyarrow.parquet")
    import pyarrow as pa

    monkeypatch.chdir(tmp_path)
    home = tmp_path / "news"
    (home / "b").mkdir(parents=True)
    (home / "a.txt").write_text(ARTICLES[0])
    (home / "b" / "c.TXT").write_text(ARTICLES[1])
    (home / "b" / "d.jsonl").write_text(
        "\ufeff" + json.dumps({"text": ARTICLES[2], "id": 5, "url": "https://a.example"}) + "\n\n"
        + json.dumps(ARTICLES[3]) + "\n[1]\n{\n"
    )  # fmt: skip
    parquet.write_table(pa.table({"text": [ARTICLES[4]], "published": [dt.date(2014, 5, 3)]}), home / "e.parquet")
    (home / "notes.pdf").write_bytes(b"%PDF")
    (home / ".hidden.txt").write_text("x")
    passed = []
    found = list(read_articles("news", report=passed.append))
    assert [row["text"] for row in found] == [ARTICLES[0], ARTICLES[4], ARTICLES[1], ARTICLES[2], ARTICLES[3]]
    assert [row["url"] for row in found] == [
        "news/a.txt",
        "news/e.parquet#1",
        "news/b/c.TXT",
        "https://a.example",
        "news/b/d.jsonl#L3",
    ]
    assert found[1]["published"] == dt.date(2014, 5, 3) and found[3]["id"] == "5"
    assert [left.name for left in passed] == ["news/notes.pdf", "news/b/d.jsonl#L4", "news/b/d.jsonl#L5"]
    assert passed[0].why == "no article is read from .pdf files" and not passed[0].fault
    assert passed[1].why == "a line of JSON is to be an object"
    assert passed[2].why.startswith("not a line of JSON")
    assert list(extract_many(found))[3].article.url == "https://a.example"
    # an absolute path leaves no trace of the machine
    assert next(read_articles([home], report=passed.append))["url"] == "news/a.txt"
    assert counted(files(["news"])[0]) == 7


def test_globs_and_what_is_not_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "[x].txt"):
        (tmp_path / name).write_text(name)
    passed = []
    assert [row["text"] for row in read_articles(["?.txt", "a.txt"], report=passed.append)] == ["a.txt", "b.txt"]
    assert [row["text"] for row in read_articles("[x].txt", report=passed.append)] == ["[x].txt"]
    assert passed == []
    assert list(read_articles(["*.md", "c.txt", "c.jsonl", "c.html"], report=passed.append)) == []
    assert [(left.name, left.why) for left in passed] == [
        ("*.md", "no file matches"),
        ("c.txt", "No such file or directory"),
        ("c.jsonl", "No such file or directory"),
        ("c.html", "No such file or directory"),
    ]
    found, _ = files([str(tmp_path)], without=[tmp_path / "a.txt"])
    assert [path.name for path, _ in found] == ["[x].txt", "b.txt"]
    assert counted(files(["c.jsonl", "c.parquet"])[0]) == 2


def test_columns_by_another_name(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    import pyarrow as pa

    rows = {"body": [ARTICLES[0], None], "nr": [3, 4], "when": ["2014-05-03", None]}
    parquet.write_table(pa.table(rows), tmp_path / "a.parquet")
    (tmp_path / "a.jsonl").write_text(json.dumps({"body": ARTICLES[0], "nr": 3, "when": "2014-05-03"}))
    names = {"text": "body", "id": "nr", "published": "when"}
    for path in (tmp_path / "a.parquet", tmp_path / "a.jsonl"):
        row = next(read_articles([path], columns=names))
        assert (row["text"], row["id"], row["published"]) == (ARTICLES[0], "3", dt.date(2014, 5, 3))
    with pytest.raises(ValueError, match="an article has text, id, title, published, url; there is no 'body'"):
        read_articles([], columns={"body": "text"})
    passed = []
    assert list(read_articles([tmp_path / "a.parquet"], report=passed.append)) == []
    assert passed[0].why == "it has no column 'text'; it has body, nr, when"


def test_a_dataset_of_claims_is_no_article(tmp_path):
    pytest.importorskip("pyarrow")
    reading = analyse(ARTICLES[0])
    for name in ("c.jsonl", "c.parquet"):
        export.write([reading], tmp_path / name)
        passed = []
        assert list(read_articles([tmp_path / name], report=passed.append)) == []
        assert "claim" in passed[0].why
    (tmp_path / "bad.parquet").write_bytes(b"no parquet")
    passed = []
    assert list(read_articles([tmp_path / "bad.parquet"], report=passed.append)) == []
    assert "Parquet" in passed[0].why or "parquet" in passed[0].why


def test_another_encoding(tmp_path):
    (tmp_path / "a.txt").write_bytes("“Olé”, señor".encode("cp1252"))
    passed = []
    assert list(read_articles([tmp_path / "a.txt"], report=passed.append)) == []
    assert passed[0].why == "not utf-8 text; name its encoding"
    assert [row["text"] for row in read_articles([tmp_path / "a.txt"], encoding="cp1252")] == ["“Olé”, señor"]
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "\xff"}')
    assert list(read_articles([tmp_path / "a.jsonl"], report=passed.append)) == []
    assert passed[1].why == "not utf-8 text; name its encoding"


PAGE = f"""<html><head><title>Ready</title><meta property="article:published_time" content="2014-05-03T10:00:00Z">
<link rel="canonical" href="https://news.example/ready"></head><body><nav><a href="/">Home</a></nav><article>
<h1>Ready</h1><p>{'</p><p>'.join(article(0).split(chr(10) * 2))}</p><p>{'It rained all day in the hills. ' * 20}</p>
</article><footer>Share</footer></body></html>"""


def test_pages(tmp_path, monkeypatch):
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.html").write_text("<html></html>")
    passed = []
    (row,) = read_articles([tmp_path], report=passed.append)
    assert "“We are ready for number 0,” Mayor Ana Ruiz said" in row["text"] and "Share" not in row["text"]
    assert (row["published"], row["title"]) == (dt.date(2014, 5, 3), "Ready")
    assert row["url"] == "https://news.example/ready"
    assert [left.why for left in passed] == ["no article was found on the page"]
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtra, match=r"pip install 'quotetrack\[web\]'"):
        page(b"")


@pytest.mark.parametrize(
    ("given_", "read"),
    [
        (None, None),
        (float("nan"), None),
        ("", None),
        ("2014-05-03", dt.date(2014, 5, 3)),
        ("20140503", dt.date(2014, 5, 3)),
        (20140503, dt.date(2014, 5, 3)),
        ("20140503T1015", dt.date(2014, 5, 3)),
        (dt.date(2014, 5, 3), dt.date(2014, 5, 3)),
        (dt.datetime(2014, 5, 3, 7), dt.datetime(2014, 5, 3, 7)),
        ("2014-05-03 07:00:00", dt.datetime(2014, 5, 3, 7)),
        ("2014-05-03T07:00:00Z", dt.datetime(2014, 5, 3, 7, tzinfo=dt.timezone.utc)),
        ("2014-05-03T07:00:00.5+0000", dt.datetime(2014, 5, 3, 7, 0, 0, 500_000, tzinfo=dt.timezone.utc)),
        ("Sat, 03 May 2014 07:00:00 +0000", dt.datetime(2014, 5, 3, 7, tzinfo=dt.timezone.utc)),
    ],
)
def test_dates_of_publication(given_, read):
    assert day(given_) == read


def test_a_date_of_pandas():
    pandas = pytest.importorskip("pandas")
    found = day(pandas.Timestamp(2014, 5, 3))
    assert found == dt.datetime(2014, 5, 3) and type(found) is dt.datetime


@pytest.mark.parametrize("words", ["yesterday", "2014-13-03", "2014-5-3x", "03/05/2014", "99999999", "2014-05-03Tx"])
def test_what_is_no_date(words):
    with pytest.raises(BadArticle, match="is no date of publication"):
        day(words)


def test_empty_cells_are_nothing():
    assert entry({"text": "x", "id": float("nan"), "title": "", "url": None}) == corpus.Entry("x")
    with pytest.raises(NotImplementedError):
        corpus.Source("x").load()
    assert list(sources([])) == []


# datasets back


@ROUNDS
@given(readings=st.lists(true_readings(), max_size=2), name=st.sampled_from(["jsonl", "json", "parquet", "arrow"]))
def test_datasets_come_back_equal(tmp_path, readings, name):
    pytest.importorskip("pyarrow")
    path = tmp_path / f"claims.{name}"
    export.write(readings, path)
    back = list(read_dataset(path))
    claims = [claim for reading in readings for claim in reading.claims]
    if name in ("parquet", "arrow"):
        claims = [attrs.evolve(claim, text=export.tables.whole(claim.text)) for claim in claims]
    else:  # two surrogates that stand together make a pair
        pairs = r"[\ud800-\udbff][\udc00-\udfff]"
        claims = [attrs.evolve(c, text=re.sub(pairs, "\ufffd\ufffd", c.text)) for c in claims]
    assert back == claims


@ROUNDS
@given(reading=true_readings(), unit=st.sampled_from(["utf16", "bytes"]))
def test_offsets_in_other_units_come_back(tmp_path, reading, unit):
    path = tmp_path / "claims.jsonl"
    export.write([reading], path, offsets=unit)
    back = list(read_dataset(path, texts={reading.article.id: reading.article.text}))
    assert [claim.spans for claim in back] == [claim.spans for claim in reading.claims]
    assert [claim.why for claim in back] == [claim.why for claim in reading.claims]
    if reading.claims:
        with pytest.raises(DatasetError, match=f"row 1: offsets in {unit} need the text of article"):
            list(read_dataset(path))


def test_older_and_newer_schemas(tmp_path):
    path = tmp_path / "claims.jsonl"
    (claim,) = (c for c in analyse(ARTICLES[0]).claims if c.kind == "direct")
    row = to_dict(claim)
    del row["schema"], row["record"]
    path.write_text(json.dumps(row) + "\n")
    assert list(read_dataset(path)) == [claim]
    path.write_text(dumps(claim) + "\n" + json.dumps({**row, "schema": SCHEMA + 1}) + "\n")
    with pytest.raises(DatasetError, match=f"claims.jsonl, row 2: this was written in schema {SCHEMA + 1}.*newer"):
        list(read_dataset(path))


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.jsonl", b"{", "a.jsonl, row 1: a claim is a JSON object"),
        ("a.jsonl", b"\xff\n", "row 1: a claim is a JSON object"),
        ("a.jsonl", b'{"schema": 1, "record": "span", "start": 0, "end": 1}', "a span stands where a claim should"),
        ("a.jsonl", b'{"schema": 1, "offsets": "feet"}', "offsets are counted in codepoints"),
        ("a.json", b"{}", "a JSON dataset is a list of claims"),
        ("a.parquet", b"x", "a.parquet is no Parquet file"),
        ("a.arrow", b"x", "a.arrow is no Arrow file"),
    ],
)
def test_what_is_no_dataset(tmp_path, name, data, says):
    pytest.importorskip("pyarrow")
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DatasetError, match=says):
        list(read_dataset(tmp_path / name))


def test_misuse_of_read_dataset(tmp_path):
    with pytest.raises(ValueError, match=r"read from \.jsonl, .* files; 'a\.xml' is none"):
        read_dataset(tmp_path / "a.xml")
    with pytest.raises(FileNotFoundError):
        read_dataset(tmp_path / "a.jsonl")


def test_a_dataset_that_went_through_other_libraries(tmp_path):
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    readings = list(extract_many(ARTICLES[:3], kinds=("direct", "indirect")))
    claims = [claim for reading in readings for claim in reading.claims]
    export.write(readings, tmp_path / "a.parquet")
    pandas.read_parquet(tmp_path / "a.parquet").to_parquet(tmp_path / "pandas.parquet")
    polars.read_parquet(tmp_path / "a.parquet").write_parquet(tmp_path / "polars.parquet")
    for name in ("pandas", "polars"):
        assert list(read_dataset(tmp_path / f"{name}.parquet")) == claims


# frames


@ROUNDS
@given(true_readings())
def test_frames_hold_the_claims(reading):
    pytest.importorskip("pandas")
    table = frame([reading], library="arrow")
    assert table.column("id").to_pylist() == [claim.id for claim in reading.claims]
    names = [claim.speaker.name if claim.speaker else None for claim in reading.claims]
    assert table.column("speaker_name").to_pylist() == names
    assert len(frame(reading.claims)) == len(frame([reading], library="polars")) == len(reading.claims)


def test_frames():
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    readings = [attrs.evolve(r, article=attrs.evolve(r.article, headline="T")) for r in extract_many(ARTICLES[:3])]
    table = frame(readings)
    assert isinstance(table, pandas.DataFrame) and len(table) == 3
    assert table.groupby("speaker_name").size().to_dict() == {"Ana Ruiz": 3}
    assert set(table["title"]) == {"T"} and isinstance(table["kind"].dtype, pandas.CategoricalDtype)
    table = frame(readings[0], library="polars")
    assert table.schema["said_on"] == polars.Date and table["speaker_role"].to_list() == ["Mayor"]
    assert len(frame(readings[0].claims[0])) == 1


def test_misuse_of_frame(monkeypatch):
    pytest.importorskip("pyarrow")
    with pytest.raises(ValueError, match="for pandas, polars, arrow; there is no 'dask'"):
        frame([], library="dask")
    with pytest.raises(TypeError, match="made of claims or readings, not of str"):
        frame(["x"])
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtra, match=r"pip install 'quotetrack\[polars\]'"):
        frame([], library="polars")


# summaries and cards


def test_a_summary_counts():
    summary = Summary()
    for reading in extract_many(ARTICLES[:3], kinds=("direct", "mixed", "indirect")):
        summary.add(reading)
    other = Summary(passed=[PassedOver(f"f{n}", "odd") for n in range(22)])
    other.merge(summary)
    assert other.articles == 3 and other.claims == sum(other.kinds.values()) == sum(other.grounds.values())
    assert other.speakers == Counter({"Ana Ruiz": other.claims})
    lines = other.lines()
    assert lines[0] == "articles  3" and lines[2] == "speakers  1" and lines[3] == "passed over 22:"
    assert lines[-1] == "  and 2 more"
    assert Summary(passed=[PassedOver("f", "odd")]).lines()[-1] == "  f: odd"


def test_a_card_is_made_from_the_summary():
    yaml = pytest.importorskip("yaml")
    summary = Summary(articles=2, kinds=Counter(direct=1_500), speakers=Counter({"Ana Ruiz": 3}))
    text = card(summary, name='Our\n"news": quotes', licence="cc-by-4.0")
    _, head, body = text.split("---\n", 2)
    known = yaml.safe_load(head)
    assert known["pretty_name"] == "Our 'news': quotes" and known["size_categories"] == ["1K<n<10K"]
    assert known["license"] == "cc-by-4.0" and known["language"] == ["en"]
    assert "| claims, direct | 1,500 |" in body and "| speakers | 1 |" in body
    assert "n>1M" in card(Summary(kinds=Counter(direct=2_000_000)))


def test_readings_pass_between_processes():
    import pickle

    reading = analyse(ARTICLES[0])
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert isinstance(reading, Reading)
