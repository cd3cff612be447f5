"""The formats: each is opened by the real reader of its world, and what can be read back comes back equal."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from types import SimpleNamespace

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from record_strategies import ODD_WORDS, claims, true_readings

from quotetrack import export
from quotetrack.codec import from_dict, loads
from quotetrack.codec.columns import whole
from quotetrack.codec.offsets import Offsets
from quotetrack.codec.shape import json_schema
from quotetrack.export import FORMATS, UNITS, checks, format_of, linked, parts, sheets, standoff, tables, write
from quotetrack.records import (
    Article,
    Claim,
    Cue,
    Dateline,
    Form,
    Ground,
    Kind,
    Mention,
    Part,
    PartKind,
    Precision,
    Reading,
    Speaker,
    SpeakerKind,
    Stance,
    When,
)
from quotetrack.spans import Span

pa = pytest.importorskip("pyarrow")
CONTEXTS = Path(__file__).parent / "contexts"
ROUNDS = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

TEXT = 'LIMA, May 3 (Lake) -- "=No,"\nMayor Ana Ruiz 😀 said. "Not now." The roads report said it was shut.'


def claim_at(*words: str, kind: Kind = Kind.DIRECT, **more: object) -> Claim:
    spans = tuple(Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words)
    fields: dict[str, object] = dict.fromkeys(
        ("speaker", "source", "cue", "addressee", "medium", "place", "said", "dateline", "within")
    )
    fields |= {"quoted": spans, "paragraph": Span(0, len(TEXT)), "ground": Ground.NAMED, "why": ()}
    fields |= {"id": f"{spans[0].start:016x}", "article_id": "a1", "text": " … ".join(words)}
    return Claim(**{**fields, "spans": spans, "kind": kind, **more})


def mention(words: str, form: Form) -> Mention:
    return Mention(TEXT.index(words), TEXT.index(words) + len(words), words, form)


DAY = dt.date(2014, 5, 3)
RUIZ = Speaker("https://people.example/ruiz", "Ana Ruiz", SpeakerKind.PERSON, "Mayor")
REPORT = Speaker("s2", "the roads report", SpeakerKind.DOCUMENT)
LINE = Dateline(0, 21, ("LIMA",), (), "Peru", DAY, "Lake")
SAID = Cue(TEXT.index("said"), TEXT.index("said") + 4, "said", "say", Stance.STATES)
FIRST = claim_at(
    "=No,",
    "Not now.",
    speaker=RUIZ,
    cue=SAID,
    source=mention("Mayor Ana Ruiz", Form.NAME),
    said=When(DAY, DAY, Precision.DAY, "May 3"),
    dateline=LINE,
)
SECOND = claim_at(
    "it was shut", kind=Kind.INDIRECT, speaker=REPORT, cue=attrs.evolve(SAID, negated=True), ground=Ground.OPEN
)
THIRD = claim_at("The roads", kind=Kind.MIXED)
ARTICLE = Article("a1", TEXT, headline="Roads shut", dateline=LINE, published=DAY, url="https://news.example/a1")
READING = Reading(ARTICLE, (FIRST, SECOND, THIRD))
REVIEW = SimpleNamespace(
    rating="Refuted", reviewer="Lake Checks", url="https://checks.example/7", note="It was open.", on=DAY
)


def whole_text(items, name, **more):
    return "".join(export.text(items, name, **more))


# the table


def test_the_table_of_formats():
    names = ["jsonl", "json", "csv", "parquet", "arrow", "webannotation", "schemaorg", "brat", "averitec"]
    assert list(FORMATS) == names
    for name, known in FORMATS.items():
        assert known.name == name and (known.text is None) != (known.file is None)


def test_unknown_names_list_what_there_is():
    with pytest.raises(ValueError, match="no format 'xml'; there are jsonl, json, csv, parquet"):
        format_of("xml")
    with pytest.raises(ValueError, match="no format None"):
        format_of(None)
    with pytest.raises(ValueError, match=r"'claims\.xml' tells no format: give one of jsonl"):
        format_of(None, "claims.xml")
    with pytest.raises(ValueError, match="codepoints, utf16, bytes; there is no 'chars'"):
        parts([READING], "jsonl", offsets="chars")
    assert format_of(None, "X.PARQUET").name == "parquet"
    with pytest.raises(ValueError, match="parquet is not text"):
        export.text([], "parquet")


def test_what_cannot_be_exported_says_so():
    with pytest.raises(TypeError, match="claims or readings can be exported, not str"):
        list(parts(["a"], "jsonl"))
    for name in ("brat", "webannotation"):
        with pytest.raises(TypeError, match=f"{name} needs the article's text: give readings"):
            list(parts([FIRST], name))
    with pytest.raises(TypeError, match="offsets in bytes need the article's text"):
        list(parts([FIRST], "jsonl", offsets="bytes"))


def test_claims_that_stand_side_by_side_share_a_sheet():
    other = attrs.evolve(FIRST, article_id="a2")
    assert [len(s.claims) for s in sheets([FIRST, SECOND, other, READING, READING])] == [2, 1, 3, 3]
    assert [s.claims for s in sheets(FIRST)] == [(FIRST,)]
    assert [s.article for s in sheets(READING)] == [ARTICLE]


# lines of JSON


@ROUNDS
@given(st.lists(true_readings(), max_size=3))
def test_jsonl_comes_back_equal(readings):
    lines = whole_text(readings, "jsonl").splitlines()
    assert [loads(line) for line in lines] == [claim for reading in readings for claim in reading.claims]


@ROUNDS
@given(true_readings(ODD_WORDS), st.sampled_from(UNITS))
def test_jsonl_is_valid_in_every_unit(reading, unit):
    validator = Draft202012Validator(json_schema())
    there = Offsets(reading.article.text, unit)
    rows = [json.loads(line) for line in whole_text([reading], "jsonl", offsets=unit).splitlines()]
    for row, claim in zip(rows, reading.claims, strict=True):
        validator.validate(row)
        assert row["offsets"] == unit
        assert [(s["start"], s["end"]) for s in row["spans"]] == [
            (there.out(s.start), there.out(s.end)) for s in claim.spans
        ]


def test_a_row_tells_its_article():
    row = json.loads(next(parts([READING], "jsonl")))
    known = {name: row[name] for name in ("url", "title", "published", "said_on")}
    url = "https://news.example/a1"
    assert known == {"url": url, "title": "Roads shut", "published": "2014-05-03", "said_on": "2014-05-03"}
    article = attrs.evolve(ARTICLE, headline=Part(PartKind.HEADLINE, 0, 4), published=None, url=None)
    row = json.loads(next(parts([attrs.evolve(READING, article=article)], "jsonl")))
    assert (row["title"], row["published"], row["url"]) == ("LIMA", None, None)
    row = json.loads(next(parts([FIRST], "jsonl")))
    assert (row["title"], row["published"], row["url"]) == (None, None, None)


# CSV


@ROUNDS
@given(true_readings(ODD_WORDS))
def test_csv_holds_the_words_and_starts_no_formula(reading):
    text = whole_text([reading], "csv")
    text.encode("utf-8")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    assert head == [name for name, _ in tables.CSV_COLUMNS]
    assert len(rows) == len(reading.claims)
    for row, claim in zip(rows, reading.claims):
        for cell in row:
            assert cell[:1] not in set("=+-@＝＋－＠|%\t\r\n")
            assert cell.lstrip()[:1] not in set("=+-@|%")
        cells = dict(zip(head, map(tables.unguarded, row)))
        assert cells["text"] == whole(claim.text).replace("\0", "\ufffd")
        assert cells["kind"] == claim.kind
        assert json.loads(cells["spans"]) == [[s.start, s.end] for s in claim.spans]


@given(st.text(st.sampled_from("=+-@'\t\r\n a1＝"), max_size=5))
def test_guarded_cells_come_back(words):
    assert tables.unguarded(tables.guarded(words)) == words


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "'=1", "＝1", "|calc", "%0"])
def test_what_could_be_a_formula_is_guarded(words):
    assert tables.guarded(words) == "'" + words


@pytest.mark.parametrize("words", ["", "It's 1 + 1", "'Til death", "a=b", "1-2", "“=1”"])
def test_what_is_no_formula_stays(words):
    assert tables.guarded(words) == words


def test_pandas_and_polars_open_csv(tmp_path):
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    write([READING], tmp_path / "c.csv")
    frame = pandas.read_csv(tmp_path / "c.csv", parse_dates=["said_on"])
    assert frame["text"].tolist() == ["'=No, … Not now.", "it was shut", "The roads"]
    assert frame["said_on"].iloc[0] == pandas.Timestamp(2014, 5, 3)
    assert frame["negated"].tolist()[:2] == [False, True]
    assert polars.read_csv(tmp_path / "c.csv")["speaker"].to_list() == ["Ana Ruiz", "the roads report", None]


# Parquet and Arrow


@ROUNDS
@given(readings=st.lists(true_readings(), max_size=3), name=st.sampled_from(["parquet", "arrow"]))
def test_columns_come_back_equal(tmp_path, readings, name):
    path = tmp_path / f"claims.{name}"
    write(readings, path)
    if name == "parquet":
        import pyarrow.parquet as pq

        table = pq.read_table(path)
    else:
        with pa.ipc.open_file(path) as file:
            table = file.read_all()
    back = [from_dict(row) for row in export.tables.columns.rows_of(table)]
    unpaired = [claim for reading in readings for claim in reading.claims]
    assert [attrs.evolve(claim, text=whole(claim.text)) for claim in unpaired] == back


def test_pandas_polars_and_datasets_open_parquet(tmp_path):
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    write([READING], tmp_path / "c.parquet")
    frame = pandas.read_parquet(tmp_path / "c.parquet")
    assert isinstance(frame["kind"].dtype, pandas.CategoricalDtype)
    assert frame["said_on"].tolist()[0] == DAY
    frame = polars.read_parquet(tmp_path / "c.parquet")
    assert frame.schema["said_on"] == polars.Date
    assert frame.select(polars.col("speaker").struct.field("name")).to_series()[0] == "Ana Ruiz"
    assert frame["spans"].list.len().to_list() == [2, 1, 1]


def test_datasets_opens_parquet_and_jsonl(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")
    write([READING], tmp_path / "c.parquet")
    write([READING], tmp_path / "c.jsonl")
    for kind, name in (("parquet", "c.parquet"), ("json", "c.jsonl")):
        found = datasets.load_dataset(
            kind, data_files=str(tmp_path / name), split="train", cache_dir=str(tmp_path / "cache")
        )
        assert found["text"] == ["=No, … Not now.", "it was shut", "The roads"]
        assert found[0]["speaker"]["name"] == "Ana Ruiz"


# linked data


def expanded(document):
    jsonld = pytest.importorskip("pyld").jsonld
    known = {"http://www.w3.org/ns/anno.jsonld": "anno.jsonld", "https://schema.org": "schemaorg.jsonld"}

    def load(url, options):
        text = (CONTEXTS / known[url.rstrip("/")]).read_text("utf-8")
        kind = "application/ld+json"
        return {"contentType": kind, "contextUrl": None, "documentUrl": url, "document": json.loads(text)}

    return jsonld.expand(document, {"documentLoader": load})


def terms(node):
    """Every key and type of a JSON-LD document."""
    if isinstance(node, list):
        return set().union(*map(terms, node)) if node else set()
    if not isinstance(node, dict):
        return set()
    kinds = node.get("type", node.get("@type", ()))
    return {*node, *([kinds] if isinstance(kinds, str) else kinds)}.union(*map(terms, node.values()))


OA = "http://www.w3.org/ns/oa#"


@ROUNDS
@given(true_readings(ODD_WORDS))
def test_annotations_point_at_the_words(reading):
    page = json.loads(whole_text([reading], "webannotation"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    text = whole(reading.article.text)
    for node, claim in zip(page["items"], reading.claims, strict=True):
        assert len(node["target"]) == len(claim.spans)
        for target, span in zip(node["target"], claim.spans):
            quoted, position = target["selector"]
            assert (position["start"], position["end"]) == (span.start, span.end)
            around = quoted.get("prefix", "") + quoted["exact"] + quoted.get("suffix", "")
            assert quoted["exact"] == text[span.start : span.end]
            assert text.find(around, max(0, span.start - linked.AROUND)) >= 0


def test_a_json_ld_reader_expands_annotations():
    document = json.loads(whole_text([READING], "webannotation", offsets="utf16"))
    (page,) = expanded(document)
    nodes = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert [node["@type"] for node in nodes] == [[OA + "Annotation"]] * 3
    first = nodes[0]
    assert first[OA + "motivatedBy"] == [{"@id": OA + "describing"}]
    assert [body[OA + "hasPurpose"][0]["@id"] for body in first[OA + "hasBody"]] == [
        OA + "identifying",
        OA + "tagging",
        OA + "describing",
    ]
    assert [target[OA + "hasSource"][0]["@id"] for target in first[OA + "hasTarget"]] == ["https://news.example/a1"] * 2
    quoted, position = first[OA + "hasTarget"][1][OA + "hasSelector"]
    assert quoted[OA + "exact"] == [{"@value": "Not now."}]
    start = TEXT.index("Not now.")
    assert position[OA + "start"][0]["@value"] == start + 1  # one character before it takes two units
    known = set(json.loads((CONTEXTS / "anno.jsonld").read_text("utf-8"))["@context"])
    assert terms(document) - known == {"@context"}


# the properties of each type, as schema.org (version 30) defines them
SCHEMA_ORG = {
    "NewsArticle": {"url", "headline", "datePublished", "dateline", "locationCreated"},
    "Quotation": {"text", "spokenByCharacter", "isBasedOn", "dateCreated", "citation"},
    "Claim": {"text", "author", "isBasedOn", "dateCreated", "datePublished", "appearance", "firstAppearance"},
    "ClaimReview": {
        "claimReviewed",
        "itemReviewed",
        "author",
        "reviewRating",
        "url",
        "reviewBody",
        "datePublished",
    },
    "Person": {"name", "jobTitle", "sameAs"},
    "Organization": {"name", "sameAs"},
    "CreativeWork": {"name"},
    "Place": {"name"},
    "Rating": {"alternateName"},
}


def typed(node):
    """Every node with a type, wherever it stands."""
    if isinstance(node, list):
        return [found for item in node for found in typed(item)]
    if not isinstance(node, dict):
        return []
    return [*([node] if "@type" in node else []), *typed(list(node.values()))]


@ROUNDS
@given(true_readings(ODD_WORDS))
def test_schema_org_uses_what_schema_org_defines(reading):
    reviews = {claim.id: [REVIEW] for claim in reading.claims}
    document = json.loads(whole_text([reading], "schemaorg", reviews=reviews))
    for node in typed(document["@graph"]):
        assert set(node) - {"@type", "@id"} <= SCHEMA_ORG[node["@type"]]
    json.dumps(document, ensure_ascii=False).encode("utf-8")


def test_schema_org_of_claims():
    document = json.loads(whole_text([READING], "schemaorg"))
    assert [node["@type"] for node in document["@graph"]] == [
        "NewsArticle",
        "Quotation",
        "Claim",
        "Claim",
        "Quotation",
        "Claim",
    ]
    article, quotation, claim, report, *_ = document["@graph"]
    assert article == {
        "@type": "NewsArticle",
        "@id": "https://news.example/a1",
        "url": "https://news.example/a1",
        "headline": "Roads shut",
        "datePublished": "2014-05-03",
        "dateline": "LIMA, May 3 (Lake) --",
        "locationCreated": [{"@type": "Place", "name": "LIMA"}],
    }
    person = {"@type": "Person", "name": "Ana Ruiz", "jobTitle": "Mayor", "sameAs": "https://people.example/ruiz"}
    assert quotation["spokenByCharacter"] == claim["author"] == person
    assert claim["firstAppearance"] == {"@id": "https://news.example/a1"} and claim["dateCreated"] == "2014-05-03"
    assert report["isBasedOn"] == {"@type": "CreativeWork", "name": "the roads report"} and "author" not in report
    group = Speaker("g", "residents", SpeakerKind.GROUP)
    found = list(parts([attrs.evolve(FIRST, speaker=group, article_id="x y")], "schemaorg"))
    assert found[0] == {"@type": "NewsArticle", "@id": "urn:quotetrack:article:x%20y"}
    assert found[1]["spokenByCharacter"] == {"@type": "Organization", "name": "residents"}


def test_reviews_come_only_from_what_was_recorded():
    assert "ClaimReview" not in whole_text([READING], "schemaorg")
    document = json.loads(whole_text([READING], "schemaorg", reviews={FIRST.id: [REVIEW]}))
    (review,) = [node for node in document["@graph"] if node["@type"] == "ClaimReview"]
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Refuted"}
    assert review["itemReviewed"] == {"@id": f"urn:quotetrack:claim:{FIRST.id}"}
    assert review["datePublished"] == "2014-05-03" and review["url"] == "https://checks.example/7"
    bare = SimpleNamespace(rating="So-so", reviewer="Lake Checks", on="2014-05-04")
    document = json.loads(whole_text([READING], "schemaorg", reviews={FIRST.id: [bare]}))
    (review,) = [node for node in document["@graph"] if node["@type"] == "ClaimReview"]
    assert review["datePublished"] == "2014-05-04" and "url" not in review


def test_a_json_ld_reader_expands_schema_org():
    nodes = expanded(json.loads(whole_text([READING], "schemaorg", reviews={FIRST.id: [REVIEW]})))
    kinds = {node["@type"][0].removeprefix("http://schema.org/") for node in nodes}
    assert kinds == {"NewsArticle", "Quotation", "Claim", "ClaimReview"}
    claim = next(node for node in nodes if node["@type"] == ["http://schema.org/Claim"])
    appearance = claim["http://schema.org/appearance"]
    assert appearance == [{"@id": "https://news.example/a1"}] == claim["http://schema.org/firstAppearance"]


# brat


def test_a_brat_parser_opens_the_folder(tmp_path):
    parser = pytest.importorskip("pybrat.parser")
    again = attrs.evolve(READING, article=attrs.evolve(ARTICLE, id="A1"))
    write([READING, again, again], tmp_path / "corpus", "brat")
    names = sorted(path.name for path in (tmp_path / "corpus").iterdir())
    assert names == ["A1-2.ann", "A1-2.txt", "A1-3.ann", "A1-3.txt", "a1.ann", "a1.txt", "annotation.conf"]
    examples = parser.BratParser().parse(tmp_path / "corpus")
    assert len(examples) == 3
    for example in examples:
        assert example.text == TEXT
        for entity in example.entities:
            assert " ".join(TEXT[s.start : s.end] for s in entity.spans) == entity.mention
        first = next(event for event in example.events if event.type == "Direct")
        assert first.trigger.mention == "=No, Not now."
        assert [entity.mention for entity in first.arguments] == ["Mayor Ana Ruiz", "said"]
        assert {event.type for event in example.events} == {"Direct", "Indirect", "Mixed"}
    lines = (tmp_path / "corpus" / "a1.ann").read_text("utf-8").splitlines()
    assert "A1\tGround E1 named" in lines and "A3\tNegated E2" in lines
    note = f"#1\tAnnotatorNotes E1\tspeaker: Ana Ruiz; role: Mayor; said: 2014-05-03; id: {FIRST.id}"
    assert note in lines


@ROUNDS
@given(true_readings(ODD_WORDS), st.sampled_from(UNITS))
def test_brat_lines_are_true(reading, unit):
    (document,) = parts([reading], "brat", offsets=unit)
    text, there = document["txt"], Offsets(reading.article.text, unit)
    assert len(text) == len(reading.article.text)
    known = set()
    for line in document["ann"].splitlines():
        name, rest, *words = line.split("\t")
        assert name not in known
        known.add(name)
        if name.startswith("T"):
            label, ends = rest.split(" ", 1)
            pieces = [tuple(map(there.back, map(int, piece.split()))) for piece in ends.split(";")]
            assert words == [" ".join(text[a:b] for a, b in pieces)]
            assert all(a < b for a, b in pieces) and label in standoff.CONFIGURATION
        elif name.startswith("E"):
            assert all(argument.split(":")[1] in known for argument in rest.split())
        else:
            assert rest.split()[1] in known


@pytest.mark.parametrize(
    ("article_id", "name"),
    [
        ("https://a.example/x?y", "https_a.example_x_y"),
        ("../../etc/passwd", "etc_passwd"),
        (".", "article"),
        ("a" * 200, "a" * 100),
        ("", "article"),
    ],
)
def test_names_of_documents_are_safe(article_id, name):
    (document,) = parts([Reading(Article(article_id, "x"))], "brat")
    assert document == {"name": name, "txt": "x", "ann": ""}


# AVeriTeC

# the fields of a record of the data set, in the order of its paper and files
AVERITEC = (
    "claim required_reannotation label justification claim_date speaker original_claim_url cached_original_claim_url "
    "fact_checking_article reporting_source location_ISO_code claim_types fact_checking_strategies questions"
).split()


def test_averitec():
    other = SimpleNamespace(rating="Mostly true", reviewer="Lake Checks")
    entries = json.loads(whole_text([READING], "averitec", reviews={FIRST.id: [REVIEW, other]}))
    assert all(list(entry) == AVERITEC for entry in entries)
    first, second, _ = entries
    assert first["claim_date"] == "03-05-2014" and first["speaker"] == "Ana Ruiz"
    assert first["label"] == "Refuted" and first["justification"] == "It was open."
    assert first["fact_checking_article"] == "https://checks.example/7" and first["reporting_source"] == "Lake"
    assert second["label"] is None and second["claim_date"] is None and second["questions"] == []
    assert entries[2]["speaker"] is None
    assert set(checks.LABELS) == {
        "Supported",
        "Refuted",
        "Not Enough Evidence",
        "Conflicting Evidence/Cherrypicking",
    }


# files


@given(st.lists(claims(ODD_WORDS), max_size=2), st.sampled_from([n for n, f in FORMATS.items() if not f.needs_text]))
@ROUNDS
def test_claims_alone_are_enough_for_most_formats(tmp_path, found, name):
    path = tmp_path / "out"
    write(found, path, name)
    assert path.is_file()


def test_a_file_is_whole_or_not_there(tmp_path):
    def broken():
        yield READING
        raise OSError("the disk is gone")

    for name in FORMATS:
        with pytest.raises(OSError, match="the disk is gone"):
            write(broken(), tmp_path / "out", name)
        assert list(tmp_path.iterdir()) == []
    (tmp_path / "out.jsonl").write_text("kept")
    with pytest.raises(OSError, match="the disk is gone"):
        write(broken(), tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_text() == "kept"


def test_folders_and_files_do_not_replace_each_other(tmp_path):
    (tmp_path / "corpus").mkdir()
    write([READING], tmp_path / "corpus", "brat")
    with pytest.raises(FileExistsError, match="is there already; brat is written to a new folder"):
        write([READING], tmp_path / "corpus", "brat")
    with pytest.raises(IsADirectoryError, match="is a folder; csv is written to a file"):
        write([READING], tmp_path / "corpus", "csv")


def test_an_unfinished_neighbour_of_an_earlier_run_is_replaced(tmp_path):
    (tmp_path / "corpus.unfinished").mkdir()
    (tmp_path / "corpus.unfinished" / "x").write_text("x")
    write([READING], tmp_path / "corpus", "brat")
    assert [path.name for path in tmp_path.iterdir()] == ["corpus"]
