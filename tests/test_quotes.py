"""The scanner of quotation marks: what it takes as a passage, what it does with marks that are wrong, and its laws."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack import quotes
from quotetrack.quotes import pairing, tokens
from quotetrack.records import Passage
from quotetrack.rules.marks import COUNTED, ELISIONS, ENDINGS, FOLLOWERS, MARKS, Elision, Mark
from quotetrack.text import fold


def scan(text: str) -> tuple[Passage, ...]:
    """The passages of a text whose lines are its paragraphs."""
    return quotes.scan(text, fold(text), [m.span() for m in re.finditer(r"[^\n]+", text)])


def shown(text: str) -> list[str]:
    """Each passage as a line: ``> `` a step of depth, its words, ``@`` its chain, ``#`` its fault."""
    lines = []
    for p in scan(text):
        line = "> " * p.depth + text[p.start : p.end]
        line += f" @{p.chain}" if p.chain is not None else ""
        lines.append(line + (f" #{p.fault}" if p.fault else ""))
    return lines


# One case a line: the text (``|`` ends a paragraph), then what is found.
PLAIN = [
    # American: double marks, stops inside
    ('"We are ready," the coach said.', "We are ready,"),
    ("“We are ready,” the coach said.", "We are ready,"),
    ('The coach said, "We are ready."', "We are ready."),
    ('"We are ready," she said. "Are you?"', "We are ready,", "Are you?"),
    ("“We are ready,” she said. “Are you?”", "We are ready,", "Are you?"),
    ('She called it "odd" and "late."', "odd", "late."),
    ('"Stop!" he cried.', "Stop!"),
    ('"Why me?" he asked.', "Why me?"),
    ('("We are ready," she added.)', "We are ready,"),
    ('The plan ("Project Nine") failed.', "Project Nine"),
    ('["We are ready"]', "We are ready"),
    ('"[We] are ready," she said.', "[We] are ready,"),
    ('"...and then we left," she said.', "...and then we left,"),
    ('". . . and then we left," she said.', ". . . and then we left,"),
    ("“… and then we left,” she said.", "… and then we left,"),
    ('"$5 is enough," she said.', "$5 is enough,"),
    ('"#MeToo" trended.', "#MeToo"),
    ('He tweeted "@anna is right" twice.', "@anna is right"),
    ('"Yes" or "no"?', "Yes", "no"),
    ('The letter read: "Dear all, we regret this."', "Dear all, we regret this."),
    ('"I --" he began.', "I --"),
    ('"I was—" he began.', "I was—"),
    ('"We left"—he paused—"at noon."', "We left", "at noon."),
    ('"We left"--said the mayor.', "We left"),
    ('He said—"We left."', "We left."),
    ('A so-called "pre-"deal came.', "pre-"),
    ('the "no"-vote and the "yes"/"no" split', "no", "yes", "no"),
    ('"Good morning"', "Good morning"),
    ('He is 6\'2" tall. "Tall," she said.', "Tall,"),
    ('The 12" gun was "huge" then.', "huge"),
    ('"He is 6\'2" tall," she said.', "He is 6'2\" tall,"),
    ('"Area 51" opened in 1990.', "Area 51"),
    ('"We won in 2016", he said.', "We won in 2016"),
    # British: stops outside, single marks first
    ("‘We are ready,’ the captain said.", "We are ready,"),
    ("'We are ready,' the captain said.", "We are ready,"),
    ("‘We are ready’, the captain said.", "We are ready"),
    ("'We are ready', the captain said.", "We are ready"),
    ("The captain said: 'We are ready.'", "We are ready."),
    ("'We are ready', she said, 'and you are not'.", "We are ready", "and you are not"),
    ("Minister 'sorry' over leak", "sorry"),
    ("'We won in 2016', he said.", "We won in 2016"),
    ("'90 per cent of us agree,' she said.", "90 per cent of us agree,"),
    ("It is '99.9' per cent pure.", "99.9"),
    ("The '1960s' remark hurt.", "1960s"),
    ("'I don't think it's right,' she said.", "I don't think it's right,"),
    ("‘I don’t think it’s right,’ she said.", "I don’t think it’s right,"),
    ("'The workers' union won't bend,' she said.", "The workers' union won't bend,"),
    ("‘The workers’ union won’t bend,’ she said.", "The workers’ union won’t bend,"),
    ("‘The childrens’ books are lost,’ she said.", "The childrens’ books are lost,"),
    ("'The players' he bought left.", "The players"),
    ("He praised 'the workers' in a speech.", "the workers"),
    ("He praised 'the workers', she said.", "the workers"),
    ("The 'strikers' and the 'bosses' met.", "strikers", "bosses"),
    ("'Where are the dogs' leads?' he asked.", "Where are the dogs' leads?"),
    ("'...and then we left,' she said.", "...and then we left,"),
    ("'£5 is enough,' she said.", "£5 is enough,"),
    ("'[We] are ready,' she said.", "[We] are ready,"),
    ("('We are ready,' she added.)", "We are ready,"),
    ("He said—'We left.'", "We left."),
    ("'We left'—he paused—'at noon.'", "We left", "at noon."),
    # nesting
    ("\"He told me 'no' twice,\" she said.", "He told me 'no' twice,", "> no"),
    ("“He told me ‘no’ twice,” she said.", "He told me ‘no’ twice,", "> no"),
    ("‘He told me “no” twice,’ she said.", "He told me “no” twice,", "> no"),
    ("'He told me \"no\" twice,' she said.", 'He told me "no" twice,', "> no"),
    ("“He said, ‘No,’” she recalled.", "He said, ‘No,’", "> No,"),
    ("\"He said, 'No,'\" she recalled.", "He said, 'No,'", "> No,"),
    ("“‘No,’ he said,” she recalled.", "‘No,’ he said,", "> No,"),
    ("\"'No,' he said,\" she recalled.", "'No,' he said,", "> No,"),
    (
        "“He said, ‘I read “Emma” once,’” she said.",
        "He said, ‘I read “Emma” once,’",
        "> I read “Emma” once,",
        "> > Emma",
    ),
    ('"He said "no" to me," she said.', 'He said "no" to me,', "> no"),
    ("'He said 'no' to me,' she said.", "He said 'no' to me,", "> no"),
    ("'He said 'no.''", "He said 'no.'", "> no."),
    ('"The “right” way," she said, "is ours."', "The “right” way,", "> right", "is ours."),
    ("«He told me “no” twice,» she said.", "He told me “no” twice,", "> no"),
    ("\"The workers' union said 'never',\" she said.", "The workers' union said 'never',", "> never"),
    ('"The Joneses\' cow is here," he said.', "The Joneses' cow is here,"),
    ("‘‘He said, ‘No,’ ’’ she recalled.", "He said, ‘No,’", "> No,"),
    ("''He said, 'No,''' she recalled.", "He said, 'No,'", "> No,"),
    # other marks
    ("''We are ready,'' he said.", "We are ready,"),
    ("``We are ready,'' he said.", "We are ready,"),
    ("`We are ready,' he said.", "We are ready,"),
    ("`We are ready,´ he said.", "We are ready,"),
    ("‘‘We are ready,’’ he said.", "We are ready,"),
    ("«We are ready,» he said.", "We are ready,"),
    ("« We are ready ! » he said.", "We are ready !"),
    ("»We are ready,« he said.", "We are ready,"),
    ("„We are ready,“ he said.", "We are ready,"),
    ("„We are ready,” he said.", "We are ready,"),
    ("‟We are ready,” he said.", "We are ready,"),
    ("‚We are ready,‘ he said.", "We are ready,"),
    ("＂We are ready,＂ he said.", "We are ready,"),
    # spaces
    ('" well , " he said', "well ,"),
    ("`` well , '' he said", "well ,"),
    ("“ well ,” he said", "well ,"),
    ("“\u00a0well,\u00a0” he said", "well,"),
    ("' well , ' he said", "well ,"),
    ("She said , ' the workers ' union is strong , ' and left .", "the workers ' union is strong ,"),
    # marks beside markup and other marks
    ('**"We go,"** he said.', "We go,"),
    ("*'We go,'* he said.", "We go,"),
    ("<p>'We go,' he said.</p>", "We go,"),
    ("> “We go,” he said.", "We go,"),
    ("“We go.”“We stay.”", "We go.", "We stay."),
    ("‘Why?’ ‘Because.’", "Why?", "Because."),
    ('He raised a "?" and a "!".', "?", "!"),
    # single marks among plurals, elisions and years
    ("Ministers' plans 'in tatters' after MPs' revolt", "in tatters"),
    ("He told the 'Today' show: 'We've got the nurses' backs.'", "Today", "We've got the nurses' backs."),
    ("'I'm not sayin' it's right,' he said.", "I'm not sayin' it's right,"),
    ("''Cause it's right,' she said.", "'Cause it's right,"),
    ("'Tis the season,' the vicar said.", "Tis the season,"),
    ("‘’Tis the season,’ the vicar said.", "’Tis the season,"),
    ("‘We’ll be back in ’22,’ he said, ‘not ’21.’", "We’ll be back in ’22,", "not ’21."),
    ("'We'll be back in '22,' he said, 'not '21.'", "We'll be back in '22,", "not '21."),
    ("'Rock 'n' roll is dead,' he said.", "Rock 'n' roll is dead,"),
    ("The Smiths' hit 'This Charming Man'", "This Charming Man"),
    ("The 'Boss's' fans and the 'Band's' foes", "Boss's", "Band's"),
    # over paragraphs
    ('"One.|"Two.|"Three," she said.', "One. @0", "Two. @0", "Three, @0"),
    ("“One.|“Two,” she said.", "One. @0", "Two, @0"),
    ("‘One.|‘Two,’ she said.", "One. @0", "Two, @0"),
    ("'One for the workers' fund.|'Two,' she said.", "One for the workers' fund. @0", "Two, @0"),
    ('She said: "One.|"Two."', "One. @0", "Two. @0"),
    ('"Well," she said. "One.|"Two."', "Well,", "One. @0", "Two. @0"),
    ('"One.|"Two," she said. "Three.|"Four."', "One. @0", "Two, @0", "Three. @1", "Four. @1"),
    ('"One.|"Two."|"Three.|"Four."', "One. @0", "Two. @0", "Three. @1", "Four. @1"),
    ("“He said ‘one’ and more.|“Two.”", "He said ‘one’ and more. @0", "> one", "Two. @0"),
    ('- "One.|- "Two."', "One. @0", "Two. @0"),
    ('"One."|"Two."', "One.", "Two."),
]

# No marks at all, only what looks like them.
NONE = [
    "",
    "No marks here.",
    "It's the dog's dinner, isn't it?",
    "The workers' union met the owners' league.",
    "The class of '98 met in the '90s.",
    "‘Til then, the ‘90s were fine.",
    "’Til then, the ’90s were fine.",
    "Rock 'n' roll isn't dead.",
    "Rock ’n’ roll isn’t dead.",
    "Get 'em while they're hot, 'cause they're goin' fast.",
    "Mr. O'Malley and Ms. D'Souza met.",
    "She is 5'11 and he is 6' tall.",
    "The board is 9′ by 12″ wide.",
    'The board is 12" wide.',
    "Kim 's plan did n't work , and they 're late .",
    "The workers ' union met .",
    "A cup o' tea and a pint o' bitter.",
    "James' car and Jesus' words.",
    'She said ="nothing" of it.',
    "<a href=\"x.html\">here</a> and <a href='y.html'>there</a>",
    '""',
    '" "',
    "''",
    "‘’",
    '"',
    "'",
    "“",
    "”",
    '""""""""""""',
    "\"'\"'\"'\"'\"'\"'\"'",
    "a''b",
    "The hawaiʼi ʼohana met.",
]

# Marks that are wrong: what is still found, and at what cost.
WRONG = [
    ('"Hello“ he said.', "Hello #mixed"),
    ('“Hello" he said.', "Hello #mixed"),
    ("“Hello,“ he said.", "Hello, #mixed"),
    ("”Hello,” he said.", "Hello, #mixed"),
    ("”Hello,“ he said.", "Hello, #mixed"),
    ("''Hello\" he said.", "Hello #mixed"),
    ('`` well , " he said', "well , #mixed"),
    ("‘Hello,' he said.", "Hello, #mixed"),
    ("“Hello,“ he said. “Bye,” she said.", "Hello, #mixed", "Bye,"),
    ('Bill told me I "shouldn‘t wear those shoes" here.', "shouldn‘t wear those shoes"),
    ('"We go, "he said. "Now," he added.', "We go,", "Now,"),
    ('"We go,"he said. "Now," he added.', "We go,", "Now,"),
    ('He said"We go," and left.', "We go,"),
    ('He said:"We go," and left.', "We go,"),
    ("He said:'We go,' and left.", "We go,"),
    ("'We go,'he said. 'Now,' he added.", "We go,", "Now,"),
    # never closed
    ('"We go, he said. "Now," he added.', "Now,"),
    ("“We go, he said. “Now,” he added.", "Now,"),
    ('He called it a "disaster and left.', None),
    ('"We go and we never stop.', "We go and we never stop. #unclosed"),
    ("‘We go and we never stop.", "We go and we never stop. #unclosed"),
    ('"We go and we never stop.|The mayor left.', "We go and we never stop. #unclosed"),
    ('"One.|"Two.|The mayor left. "Three."', "One. @0", "Two. @0 #unclosed", "Three."),
    ('The sign read: "No way out.', "No way out. #unclosed"),
    ('"One.|The mayor left.|"Two."', "One. #unclosed", "Two."),
    ("“He said ‘no and left,” she said.", "He said ‘no and left,"),
    ('He called it a "disaster.|The mayor said, "No."', "No."),
    ("The 'big one was the workers' fault.", "big one was the workers"),
    # never opened
    ('We go home , " the mayor said .', "We go home , #unopened"),
    ('We go home," the mayor said.', "We go home, #unopened"),
    ("We go home,’ the mayor said.", "We go home, #unopened"),
    ('We go home," the mayor said. "Now," he added.', "We go home, #unopened", "Now,"),
    ("The mayor left town.”", None),
    ('The word" was odd.', None),
    # cut in mid-sentence by a line end
    ("She said, “We go home|and stay there.”", "We go home @0", "and stay there. @0"),
    ("“We go home.|Kim Lee, mayor.”", "We go home. #unclosed"),
    # other paragraphs stand
    ('"A|B "c" d|"E," she said.', "A #unclosed", "c", "E,"),
    ('One" two.|“Three,” she said.', "Three,"),
    ('He said : " One .|" Two . "', "One . @0", "Two . @0"),
    ("‘ “ ’ ” \" '|“Three,” she said.", "Three,"),
]


@pytest.mark.parametrize("case", PLAIN, ids=lambda case: case[0])
def test_plain(case: tuple[str, ...]) -> None:
    assert shown(case[0].replace("|", "\n")) == list(case[1:])


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize("case", WRONG, ids=lambda case: str(case[0]))
def test_wrong(case: tuple[str, str | None]) -> None:
    assert shown(case[0].replace("|", "\n")) == [line for line in case[1:] if line is not None]


# Known to be read wrong: a right answer that the marks alone do not give away.
KNOWN_FAILURES = [
    # the first quotation lost its closing mark; where it ended only the sense tells
    ('"We go," she said. "No, he said. "Never."', "We go,", "No,", "Never."),
    # a plural's apostrophe looks like the mark that is missing
    ("The 'big one was the workers' fault.", None),
    # the two closing marks changed places
    ("“He built ‘a wall” in the sand,’ she said.", "He built ‘a wall” in the sand,", "> a wall"),
    # a stray mark between spaces looks like one that opens, for the next paragraph opens with one too
    ('One " two.|“Three,” she said.', "Three,"),
]


@pytest.mark.xfail(strict=True, reason="the marks alone do not tell")
@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=lambda case: str(case[0]))
def test_known_failures(case: tuple[str, str | None]) -> None:
    assert shown(case[0].replace("|", "\n")) == [line for line in case[1:] if line is not None]


def test_fields() -> None:
    text = "SEOUL -- “He said ‘no’,” she said."
    outer, inner = quotes.scan(text, fold(text), [(9, len(text))])
    assert outer == Passage(10, 23, 9, 24, '"', 0, 0)
    assert inner == Passage(19, 21, 18, 22, "'", 1, 0)
    assert text[outer.outer_start] == "“" and text[outer.outer_end - 1] == "”"


def test_paragraphs_are_counted_and_what_is_between_them_is_left_out() -> None:
    text = '"One."\n"Skipped."\n"Two."'
    found = quotes.scan(text, fold(text), [(0, 6), (18, 24)])
    assert [(text[p.start : p.end], p.paragraph) for p in found] == [("One.", 0), ("Two.", 1)]


def test_no_paragraphs() -> None:
    assert quotes.scan('"One."', '"One."', []) == ()


def test_a_pair_of_single_marks_cut_by_its_paragraph_end() -> None:
    text = "''One.''"
    found = quotes.scan(text, text, [(0, 7)])
    assert [p.fault for p in found] == ["unclosed"]


def test_a_paragraph_with_too_many_odd_marks_is_paired_plainly() -> None:
    text = "“a ‘b“ c” d’ " * 2000
    found = scan(text)
    assert found and found == scan(text)
    _stand_right(text, found)


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: str(mark.signs))
def test_every_mark_is_one(mark: Mark) -> None:
    text = mark.example
    assert mark.signs in text
    found = scan(text)
    if mark.side == "never":
        assert not found
        return
    assert [text[p.start : p.end] for p in found] == ["We won,"]
    assert found[0].mark == mark.family and not found[0].fault


@pytest.mark.parametrize("entry", ELISIONS, ids=lambda entry: str(entry.word))
def test_every_elision_is_no_mark(entry: Elision) -> None:
    for sign in "'‘’":
        yes = entry.yes.replace("'", sign)
        assert scan(f"They said so {yes} and more, and the workers{sign} league agreed.") == ()
    assert _context(entry.yes, entry.word) == "elision"
    assert _context(entry.no) != "elision"


@pytest.mark.parametrize("entry", ENDINGS, ids=lambda entry: str(entry.word))
def test_every_ending_is_no_mark(entry: Elision) -> None:
    assert _context(entry.yes, entry.word) == ""
    assert _context(entry.no) == "opens"


@pytest.mark.parametrize("entry", COUNTED, ids=lambda entry: str(entry.word))
def test_every_counted_thing_makes_a_number_no_year(entry: Elision) -> None:
    assert _context(entry.yes) == "opens"
    assert _context(entry.no) == "elision"


@pytest.mark.parametrize("word", FOLLOWERS)
def test_every_follower_makes_a_closing_mark(word: str) -> None:
    assert shown(f"'The players' {word} the owners' league' stands.") == ["The players"]
    assert shown(f"'The players' {word}xx the owners' league' stands.") != ["The players"]


def _context(text: str, word: str = "") -> str:
    """What the first single mark (the one before ``word``, where one is given) is by its place."""
    at = text.index("'" + word)
    for m in tokens._SINGLE.finditer(text):
        if m.start() == at and m.lastindex:
            return {11: "elision", 12: "opens"}.get(m.lastindex + tokens._LAST_OF_DOUBLE, "other")
    return ""


# Laws.

HOSTILE = st.text(alphabet="\"'“”‘’«»„‟`´as .,-—\n(9=", max_size=60)
WORDS = st.sampled_from(["we go", "it's late", "the workers' plan", "no", "rock 'n' roll", "he is 30", "so, then"])


@st.composite
def balanced(draw: st.DrawFn) -> str:
    """Paragraphs with curly double marks that balance."""
    paragraphs = []
    for _ in range(draw(st.integers(1, 3))):
        pieces = []
        for _ in range(draw(st.integers(1, 4))):
            words, after = draw(WORDS), draw(st.sampled_from([" he said.", " and more", ", she said", " — and"]))
            stop = draw(st.sampled_from([",", ".", "", "?", "—"]))
            pieces.append(f"“{words}{stop}”{after}")
        paragraphs.append(draw(st.sampled_from(["", "He said, ", "(", "It was—"])) + " ".join(pieces))
    return "\n".join(paragraphs)


def _stand_right(text: str, found: tuple[Passage, ...]) -> None:
    """Every passage is in its paragraph and holds words; they come in order, and nest or stand apart."""
    spans = [m.span() for m in re.finditer(r"[^\n]+", text)]
    open_: list[Passage] = []
    chains: dict[int, list[Passage]] = {}
    for p in found:
        first, last = spans[p.paragraph]
        assert first <= p.outer_start <= p.start < p.end <= p.outer_end <= last
        assert not text[p.start].isspace() and not text[p.end - 1].isspace()
        assert p.mark in ('"', "'", "«") and p.fault in ("", "unclosed", "unopened", "mixed")
        while open_ and open_[-1].outer_end <= p.outer_start:
            open_.pop()
        assert p.depth == len(open_)
        assert not open_ or (open_[-1].outer_start <= p.outer_start and p.outer_end <= open_[-1].outer_end)
        open_.append(p)
        if p.chain is not None:
            chains.setdefault(p.chain, []).append(p)
    order = [(p.outer_start, -p.outer_end) for p in found]
    assert order == sorted(set(order))
    for links in chains.values():
        assert len(links) > 1
        assert all(b.paragraph == a.paragraph + 1 and a.mark == b.mark for a, b in pairwise(links))


@settings(max_examples=500)
@given(HOSTILE)
def test_passages_are_in_range_and_nest_or_stand_apart(text: str) -> None:
    found = scan(text)
    _stand_right(text, found)
    assert found == scan(text)


@pytest.mark.parametrize("text", ["`'=\"“\n`'\n``9", '"One.\n"\n"Two.\n"Three," she said.'])
def test_a_paragraph_of_nothing_but_marks_parts_a_chain(text: str) -> None:
    _stand_right(text, scan(text))


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    _stand_right(text, scan(text))


@settings(max_examples=200)
@given(balanced())
def test_curly_or_straight_double_marks_give_the_same_passages(text: str) -> None:
    straight = text.replace("“", '"').replace("”", '"')
    curly_found, straight_found = scan(text), scan(straight)
    assert curly_found == straight_found
    assert len(curly_found) == text.count("“")


@settings(max_examples=200)
@given(HOSTILE, HOSTILE)
def test_a_broken_mark_stays_in_its_paragraph(before: str, after: str) -> None:
    """Across a paragraph without marks, what others hold does not matter."""
    head = before + "\nThe mayor left town.\n"
    shift = len(head)
    together = scan(head + after)
    assert [(p.start, p.end) for p in together if p.end <= shift] == [(p.start, p.end) for p in scan(before)]
    assert [(p.start - shift, p.end - shift) for p in together if p.start >= shift] == [
        (p.start, p.end) for p in scan(after)
    ]


UNITS = ['"', "'", "“", "”", "‘“", "\"'", ' "a', " 'a", "a' ", "''", "='", '="', "“a ‘b ", "“a”\n", "a's' 'a", '"a\n']


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_text(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks read and readings weighed, counted: for twice the text about twice as many, and few for each mark."""
    steps = 0
    keep = pairing._keep

    def counted(states: Any, key: str, state: Any) -> None:
        nonlocal steps
        steps += 1
        keep(states, key, state)

    monkeypatch.setattr(pairing, "_keep", counted)

    def work(times: int) -> int:
        nonlocal steps
        steps = 0
        text = unit * times
        scan(text)
        image = fold(text)
        return steps + sum(1 for _ in tokens._DOUBLE.finditer(image)) + sum(1 for _ in tokens._SINGLE.finditer(image))

    small, large = work(300), work(600)
    assert large <= 2 * small + 1000
    assert large <= 200 * 600
