"""The ledger's indexes: lists of prints and crowds, full-text search in parts, and files of the schema before."""

from __future__ import annotations

import datetime as dt
import pickle
import random
import sqlite3

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_made import DAY, KIM, numbered, person, reading, view

from quotetrack.ledger import Ledger, Sighting, days, groups, index, search, store, tracking
from quotetrack.ledger.index import Index, member, packed, unpacked
from quotetrack.ledger.search import place
from quotetrack.records import Kind
from quotetrack.wording import Likeness, compare

# more than a crowd of wordings that share prints, by people of many names
MANY = [
    reading(f"many-{n}", (f"Voice{n} Name{n}", f"The old bridge is closed, and the ferry number{n} runs{n} instead{n}"))
    for n in range(50)
]


@pytest.fixture
def ledger():
    with Ledger(":memory:") as book:
        yield book


def filled(*readings):
    book = Ledger(":memory:")
    book.add_many(readings)
    return book


def lists(book):
    """What the index holds: the members of each print by article or by saying, and whether they are a crowd."""
    told = {}
    for one, text in (("article", "id"), ("saying", "text")):
        names = dict(book._db.execute(f"SELECT n, {text} FROM {one}s"))
        for key, head in book._db.execute(f"SELECT print, head FROM {one}_heads"):
            head = unpacked(head)
            hubs = head[2::2] if index.crowded(head) else []
            crowd = book._db.execute(f"SELECT member FROM {one}_crowds WHERE print = ?", (key,)).fetchall()
            members = [one for (one,) in crowd] if index.crowded(head) else list(head)
            told[one, key] = (
                sorted(names[one >> index.COUNT_BITS] for one in members),
                [names[one >> index.COUNT_BITS] for one in hubs],
            )
    return told


def older(book, path):
    """The same ledger as schema 1 had it."""
    db = sqlite3.connect(path)
    for step in store.MIGRATIONS[0]:
        db.execute(step)
    db.execute(f"PRAGMA application_id = {store.APPLICATION}")
    db.execute("PRAGMA user_version = 1")

    def copy(table, rows):
        for row in rows.fetchall():
            db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    for table in ("sayings", "article_links", "saying_links", "faces", "sightings", "reviews", "hands"):
        copy(table, book._db.execute(f"SELECT * FROM {table}"))
    copy("articles", book._db.execute("SELECT a.*, record, text FROM articles a JOIN bodies USING (n)"))
    for one, part in (("article", book._writer.articles), ("saying", book._writer.sayings)):
        for n, rank in book._db.execute(f"SELECT n, rank FROM {one}s").fetchall():
            db.executemany(f"INSERT INTO {one}_prints VALUES (?, ?, ?)", ((key, rank, n) for key in part.prints(n)))
    db.execute("INSERT INTO sayings_fts (rowid, text) SELECT n, text FROM sayings")
    db.commit()
    db.close()


def test_a_file_of_schema_1_is_brought_up_and_goes_on(tmp_path):
    first = [*map(numbered, range(30)), *MANY[:40]]
    later = [*map(numbered, range(25, 40)), *MANY[40:]]
    path = tmp_path / "a.ledger"
    with filled(*first) as book:
        tracks = book.tracks(text="bridge")
        book.review(tracks[0], "False", reviewer="me", on=DAY)
        book.merge(tracks[1], tracks[2])
        before, held = view(book), lists(book)
        assert any(hubs for _, hubs in held.values()), "a crowd is needed"
        older(book, path)
        book.add_many(later)
        book.remove("many-3")
        after, held_after = view(book), lists(book)
    with Ledger(path) as book:
        assert view(book) == before
        assert lists(book) == held
        book.add_many(later)
        book.remove("many-3")
        assert view(book) == after
        assert lists(book) == held_after
        assert book._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not book.add(numbered(3))
    with Ledger(path) as book:
        assert view(book) == after


def test_one_by_one_or_together_writes_the_same_lists(tmp_path):
    mixed = [*map(numbered, range(20)), *MANY]
    random.Random(3).shuffle(mixed)
    with Ledger(tmp_path / "l") as book:
        for one in mixed[:-40]:
            book.add(one)
    with Ledger(tmp_path / "l") as book, filled(*reversed(mixed)) as other:
        for one in mixed[-40:]:
            book.add(one)
        assert lists(book) == lists(other)
        assert view(book) == view(other)


def test_what_is_held_in_memory_is_written_when_it_grows(monkeypatch):
    made = [*map(numbered, range(10)), *MANY]
    with filled(*made) as whole:
        monkeypatch.setattr(index, "HELD", 3)
        monkeypatch.setattr(search, "HELD", 3)
        with filled(*made) as book:
            assert lists(book) == lists(whole)
            assert view(book) == view(whole)


def test_a_crowd_that_shrinks_is_none_again():
    with filled(*MANY) as book, filled(*MANY[:20]) as other:
        for one in MANY[20:]:
            book.remove(one.article.id)
        assert lists(book) == lists(other)
        assert book._db.execute("SELECT count(*) FROM saying_crowds").fetchone() == (0,)
        assert view(book) == view(other)


def test_what_was_not_kept_is_forgotten(ledger, monkeypatch):
    ledger.add(numbered(0))
    before = lists(ledger)
    real = ledger._writer._insert

    def failing(given, meta, text):
        if meta.id == "article-3":
            raise OSError("no more")
        return real(given, meta, text)

    with monkeypatch.context() as patch:
        patch.setattr(ledger._writer, "_insert", failing)
        with pytest.raises(Exception, match="no more"):
            ledger.add_many(map(numbered, range(1, 5)))
    assert lists(ledger) == before
    ledger.add_many(map(numbered, range(1, 5)))
    with filled(*map(numbered, range(5))) as other:
        assert lists(ledger) == lists(other)
        assert view(ledger) == view(other)
        assert [one.id for one in ledger.tracks(text="open")] == [one.id for one in other.tracks(text="open")]


@given(st.lists(st.integers(1, (1 << 64) - 1)))
def test_lists_come_back_as_they_were_on_any_machine(values):
    head = index.array("Q", values)
    stored = packed(head)
    assert stored == b"".join(value.to_bytes(8, "little") for value in values)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index.sys, "byteorder", "big")
        turned = index.array("Q", values)
        turned.byteswap()
        assert packed(turned) == stored and unpacked(stored) == turned
    assert unpacked(stored) == head


@settings(max_examples=60)
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 12)), max_size=40), st.integers(1, 3), st.integers(3, 5))
def test_an_index_shows_all_of_a_few_and_the_hubs_of_a_crowd(acts, hubs, crowd):
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE things (n INTEGER PRIMARY KEY, rank INTEGER)")
    db.execute("CREATE TABLE thing_heads (print INTEGER PRIMARY KEY, head BLOB)")
    db.execute("CREATE TABLE thing_crowds (print, member, PRIMARY KEY (print, member))")
    ranks = {n: groups.ranked(bytes([n * 37 % 101]) * 16, n) for n in range(1, 13)}
    db.executemany("INSERT INTO things VALUES (?, ?)", ranks.items())
    one, there = Index(db, "thing"), set()
    for come, n in acts:
        its = member(n, ranks[n])
        order = sorted(there, key=lambda row: ranks[row])
        if come and n not in there:
            placed = one.put(7, ranks[n], its, crowd, hubs)
            after = sorted([*order, n], key=lambda row: ranks[row])
            seen = order if len(after) <= crowd or n in after[:hubs] else after[:hubs]
            assert sorted(m >> index.COUNT_BITS for m in placed.shown) == sorted(seen)
            assert placed.crossed == (len(order) == crowd)
            assert (placed.displaced is not None) == (len(order) > crowd and n in after[:hubs])
            there.add(n)
        elif not come and n in there:
            again = {m >> index.COUNT_BITS for m in one.drop(7, its, crowd, hubs)}
            there.discard(n)
            left = sorted(there, key=lambda row: ranks[row])
            if len(left) == crowd:
                assert again == there
            else:
                assert again == ({left[hubs - 1]} if len(left) > crowd and n in order[:hubs] else set())
        assert {m >> index.COUNT_BITS for m in one.everyone(7)} == there
        assert all(one.has(7, member(row, rank)) == (row in there) for row, rank in ranks.items())
        one.flush()
    assert db.execute("SELECT count(*) FROM thing_heads").fetchone()[0] == bool(there)


# search


def test_parts_are_ranked_one_after_the_other_whatever_the_order(monkeypatch):
    monkeypatch.setattr(search, "PART", 3)
    made = [
        reading(f"a{n}", (f"Voice{n} Name{n}", "The bridge " + "of the town " * (n % 7) + f"has number{n} now{n}"))
        for n in range(40)
    ]
    with filled(*made) as book, filled(*reversed(made)) as other:
        found = book.tracks(text="bridge")
        assert len(found) == 40 == len({track.id for track in found})
        assert found == other.tracks(text="bridge")
        sizes = [track.text.count(" ") for track in found]
        assert sizes == sorted(sizes)
        for limit in (0, 1, 2, 7, 39, 50):
            assert book.tracks(text="bridge", limit=limit) == found[:limit]
        assert book.tracks(text="bridge", limit=-1) == []


def test_few_or_many_that_fit_give_the_same_answer(monkeypatch):
    made = [
        reading(f"a{n}", (f"Voice{n % 3} Name{n % 3}", f"The bridge has number{n} now{n}"),
                published=DAY + dt.timedelta(days=n), kind="direct" if n % 2 else "indirect")
        for n in range(30)
    ]  # fmt: skip
    asked = [
        {"speaker": "Voice1 Name1"},
        {"since": DAY + dt.timedelta(days=10)},
        {"until": DAY + dt.timedelta(days=4), "kind": "direct"},
        {"speaker": "Voice2 Name2", "kind": "indirect", "since": DAY + dt.timedelta(days=3)},
        {"kind": "direct"},
        {"speaker": "Nobody Known"},
    ]
    with filled(*made) as book:
        few = [book.tracks(text="bridge", **one) for one in asked]
        monkeypatch.setattr(tracking, "FEW", 0)
        many = [book.tracks(text="bridge", **one) for one in asked]
        assert few == many
        assert [len(found) for found in few] == [10, 20, 2, 4, 15, 0]
        assert all(book.tracks(text="", **one) == [] for one in asked)


def test_the_index_has_each_saying_where_its_length_puts_it(ledger):
    made = [*map(numbered, range(20)), *MANY]
    ledger.add_many(made)
    for one in made[::3]:
        ledger.remove(one.article.id)
    ledger.add(made[0])
    rows = ledger._db.execute("SELECT n, text FROM sayings").fetchall()
    there = [n for (n,) in ledger._db.execute("SELECT id FROM sayings_fts_docsize ORDER BY id")]
    assert there == sorted(place(n, text) for n, text in rows)
    ledger._db.execute("INSERT INTO sayings_fts (sayings_fts) VALUES ('integrity-check')")
    assert place(1, "word " * 100_000) < 1 << 62


def test_a_timeline_about_words_that_another_printed(ledger):
    said = "We will not accept any talks that come with conditions attached to them."
    ledger.add(reading("a", (KIM, said)))
    ledger.add(reading("b", (KIM, "The harbour is closed for the winter.")))
    ledger.add(reading("c", (None, said.replace("attached", "strictly attached"))))
    assert [seen.text for seen in ledger.timeline(KIM, about="strictly")] == [said]
    assert [seen.text for seen in ledger.timeline(KIM, about='"any talks"')] == [said]
    assert ledger.timeline(KIM, about="ferry") == []


def test_many_tracks_are_read_together(monkeypatch):
    with filled(*map(numbered, range(20))) as book:
        whole = book.tracks()
        monkeypatch.setattr(tracking, "TOGETHER", 3)
        assert book.tracks() == whole
        assert [book.track(one.id) for one in whole] == whole


# sightings


def test_a_comparison_is_worked_out_when_asked_for():
    said = "We will not go"
    plain = Sighting("c", "a", "t", person(KIM), Kind.DIRECT, said, (), DAY, against=said)
    told = attrs.evolve(plain, found=compare(said, said))
    assert plain == told and hash(plain) == hash(told) and repr(plain) == repr(told)
    again = Sighting("c", "a", "t", person(KIM), Kind.DIRECT, said, (), DAY, against=said)
    assert pickle.loads(pickle.dumps(again)) == again
    assert again.found.shared == 4 and again.how is Likeness.SAME
    assert Sighting("c", "a", "t", None, Kind.DIRECT, said, (), None).found.kind is Likeness.SAME
    with pytest.raises(AttributeError, match="nothing"):
        _ = plain.nothing


# days

SAID = "We will not accept any talks that come with conditions attached to them."
FILLER = tuple(f"The committee met for the {n} time since the spring and heard from many witnesses." for n in "1234")


def test_a_day_shows_the_newest_version_and_the_id_of_the_first_sighting(ledger):
    later = DAY + dt.timedelta(days=1)
    ledger.add(reading("b", (KIM, SAID), (KIM, SAID), filler=FILLER[:2]))
    ledger.add(reading("b", (KIM, SAID), filler=FILLER, headline="2nd LD: Talks"))
    ledger.add(reading("c", (KIM, SAID), published=later))
    [first, second] = ledger.timeline(KIM)
    [track] = ledger.tracks(speaker=KIM)
    assert (first.day, second.day, second.article) == (DAY, later, "c")
    assert first.spans == track.sightings[0].spans and first.track == second.track == track.id
    # what others are named in counts for the id, where it came first
    ledger.add(reading("a", ("Ana Ruiz", SAID)))
    ledger.add(reading("d", ("Ana Ruiz", SAID), published=later))
    [moved] = ledger.tracks(speaker=KIM)
    assert moved.id != track.id
    assert [seen.track for seen in ledger.timeline(KIM)] == [moved.id, moved.id]
    ledger.add(reading("z", ("Tom Okafor", SAID), published=DAY - dt.timedelta(days=9)))
    assert {seen.track for seen in ledger.timeline(KIM)} == {ledger.tracks(speaker=KIM)[0].id} != {moved.id}


@pytest.mark.parametrize("few", [0, 300])
def test_a_timeline_is_what_the_tracks_say(few, monkeypatch):
    monkeypatch.setattr(days, "FEW", few)
    pick = random.Random(5)
    made = []
    for n in range(60):
        said = pick.choice([SAID, SAID[:-1] + ",", "… " + SAID[8:], SAID.replace("any", "[any]"), "The ferry is late."])
        who, kind = pick.choice([KIM, "Ana Ruiz"]), pick.choice(["direct", "indirect"])
        made.append(reading(f"a{n % 45}", (who, said), published=DAY + dt.timedelta(days=n % 4), kind=kind))
    with filled(*made) as book:
        for name in (KIM, "Ana Ruiz"):
            for about in (None, "conditions attached", "late", "nothing"):
                wanted = []
                for track in book.tracks(speaker=name):
                    seen = [one for one in (*track.sightings, *track.folded) if one.speaker.name == name]
                    for day in {one.day for one in seen if about is None or about in track.text}:
                        there = [one for one in seen if one.day == day]
                        quoted = {one.text for one in there if one.kind is not Kind.INDIRECT}
                        wanted.append((day, tracking.fullest(quoted or {one.text for one in there}), track.id))
                found = [(one.day, one.text, one.track) for one in book.timeline(name, about=about)]
                assert sorted(found) == sorted(wanted)
            assert book.timeline(name, about='"any talks"') == book.timeline(name, about="talks")
            assert book.timeline(name, about="!") == []
