"""Quotations that no verb of saying governs, and whose they are."""

from __future__ import annotations

import pytest

from quotetrack import extract_quotes
from quotetrack.attribution import voices
from quotetrack.rules.voices import CRIES, PUTS, SAID, SAYS, TERMS, USES, VIEWS
from tests.lines import line_of, printed, read_out

Q = '"not safe at all"'


def voiced(text: str) -> tuple[str, str] | None:
    """Source and lemma for the last quotation of a text's last sentence."""
    line = line_of(text)
    made = voices.voiced(line, *line.sentences[-1], max(line.quotes))
    return read_out(line, made)[1:3] if made is not None else None


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"{Q} was how Ana Kim put it.", ("Ana Kim", "put")),
        (f"{Q}, is how the envoy describes it.", ("the envoy", "describes")),
        ('"No," was all he said.', ("he", "said")),
        ('"Too old" was what the envoy said.', ("the envoy", "said")),
        ('"No," was all he had.', None),
        ('"Too old," as the envoy likes to say.', ("the envoy", "say")),
        ('"Too old", as Kim put it.', ("Kim", "put")),
        ('"Too old" as Kim left it.', None),
        (f"Kim's famous line - {Q} - has stuck.", ("Kim", "line")),
        (f"Her reply, {Q}, was short.", ("Her", "reply")),
        (f"The line {Q} has stuck.", None),
        ('Cries of "Shame!" rang out.', ("", "cries")),
        ('There were cries of "Shame!" from the gallery.', ("the gallery", "cries")),
        ('The road of "Shame!" broke.', None),
        ('"Too old" is how the envoy sums it up.', ("the envoy", "sums")),
        (f"{Q} was how it ended.", None),
        (f"It was {Q}, as he put it, in May.", ("he", "put")),
        (f"It was {Q}, as he left it.", None),
        (f"{Q} was how.", None),
        (f"{Q} was the verdict of the envoy.", ("the envoy", "verdict")),
        (f"{Q} was a message from the envoy.", ("the envoy", "message")),
        (f"{Q} was the road of the envoy.", None),
        (f"{Q} was Kim's advice.", ("Kim", "advice")),
        (f"{Q} was her advice.", ("her", "advice")),
        (f"{Q} was the advice.", None),
        (f"{Q} was Kim's road.", None),
        (f"{Q} stood on the road of Kim.", None),
        (f"{Q} was.", None),
        (f"{Q}: Ana Kim on the road", ("Ana Kim", ":")),
        (f"{Q}: Ana Kim", ("Ana Kim", ":")),
        (f"{Q}: the road", None),
        (f"{Q}: Ana Kim left", None),
        (f"For Kim, {Q}.", ("Kim", "for")),
        (f"For the road, {Q}.", None),
        (f"For now {Q}.", None),
        (f"To quote the envoy, {Q}.", ("the envoy", "to")),
        (f"To paraphrase Kim, {Q}.", ("Kim", "to")),
        (f"In Kim's view, it is {Q}.", ("Kim", "view")),
        (f"In her view, it is {Q}.", ("her", "view")),
        (f"In the view, it is {Q}.", None),
        (f"In Kim's car, it is {Q}.", None),
        (f"Often, {Q}.", None),
        (f"By then, it was {Q}.", None),
        ('By her own admission, it was "too old".', ("her", "admission")),
        (f"To Kim, the road is {Q}.", ("Kim", "to")),
        (f"For Ana Kim, it was {Q}.", ("Ana Kim", "for")),
        (f"For Kim, who left, it was {Q}.", None),
        (f"To Kim, Lee said it was {Q}.", None),
        (f"For Kim, the road led to {Q}.", None),
        (f"It was, as Kim put it, {Q}.", ("Kim", "put")),
        (f"They owe it to, as one envoy puts it, a {Q}.", ("one envoy", "puts")),
        (f"It was, as Kim left it, {Q}.", None),
        (f"As Kim put it there, they saw, {Q}.", None),
        ('Kim and Lee have both used the term "too old" of it.', ("Kim and Lee", "use")),
        ('She repeatedly used the word "shame".', ("She", "use")),
        ('The word "shame" fell.', None),
        ('Used the word "shame".', None),
        ('The man who used the word "shame" left.', None),
        ('Kim loves the word "shame".', None),
    ],
)
def test_whose_it_is(text: str, expected: tuple[str, str] | None) -> None:
    assert voiced(text) == expected


@pytest.mark.parametrize("noun", sorted(SAID))
def test_each_thing_said(noun: str) -> None:
    line = line_of(f"Ana Kim's {noun}")
    assert printed(line, voices.whose(line, 0, len(line.tags))) == "Ana Kim"


@pytest.mark.parametrize("noun", sorted(VIEWS))
def test_each_view(noun: str) -> None:
    assert voiced(f"In Ana Kim's {noun}, it is {Q}.") == ("Ana Kim", noun)


@pytest.mark.parametrize("verb", sorted(USES))
@pytest.mark.parametrize("noun", sorted(TERMS))
def test_each_term(verb: str, noun: str) -> None:
    use = f"was {verb}" if verb == "using" else "did use" if verb == "use" else verb
    assert voiced(f'Ana Kim {use} the {noun} "too old".') == ("Ana Kim", "use")


@pytest.mark.parametrize("noun", sorted(CRIES))
def test_each_cry(noun: str) -> None:
    assert voiced(f'{noun.title()} of "Shame!" from the road.') == ("the road", noun)


@pytest.mark.parametrize("verb", sorted(SAYS))
def test_each_saying(verb: str) -> None:
    assert voiced(f'"Too old," as Kim {verb}.') == ("Kim", verb)


@pytest.mark.parametrize("verb", sorted(PUTS))
def test_each_way_of_putting_it(verb: str) -> None:
    assert voiced(f"{Q} was how Kim {verb} it.") == ("Kim", verb)


@pytest.mark.parametrize(
    "phrase, owner", [("her reply", "her"), ("the reply", ""), ("reply", ""), ("Kim's lawyer", "")]
)
def test_whose(phrase: str, owner: str) -> None:
    line = line_of(phrase)
    assert printed(line, voices.whose(line, 0, len(line.tags))) == owner


@pytest.mark.parametrize(
    "text",
    [
        'Ana Kim\'s verdict? "It is not safe at all."',
        'Ana Kim\'s reply: "It is not safe at all."',
        'The town asked. Ana Kim\'s reply was short: "It is not safe at all."',
    ],
)
def test_a_reply_is_its_owners(text: str) -> None:
    (claim,) = extract_quotes(text)
    assert claim.speaker is not None and claim.speaker.name == "Ana Kim"


@pytest.mark.parametrize(
    "text, name",
    [
        ('Ana Kim leans back in her chair. "It is not safe at all."', "Ana Kim"),
        ('"It is not safe at all." Ana Kim leans back in her chair.', "Ana Kim"),
        ('"It is not safe at all." That was the message from Ana Kim on Monday.', "Ana Kim"),
        ('"It is not safe at all." So said Ana Kim.', "Ana Kim"),
        ('"It is not safe at all." That is the road.', None),
        ('Ana Kim, in full flow: "It is not safe at all."', "Ana Kim"),
        ('Adds Ana Kim: "It is not safe at all."', "Ana Kim"),
        ('The coach shook his head. "It is not safe at all."', "The coach"),
        ('His first words to the press: "It is not safe at all."', None),
        ('The town asked Ana Kim. "It is not safe at all." The road shook.', "The town"),
    ],
)
def test_who_the_sentence_beside_it_is_about(text: str, name: str | None) -> None:
    (claim,) = [claim for claim in extract_quotes(text) if "safe" in claim.text]
    assert (claim.speaker.name if claim.speaker else None) == name


def test_the_road_says_nothing() -> None:
    (claim,) = extract_quotes('The road shook again. "It is not safe at all."')
    assert claim.speaker is None and claim.source is None


@pytest.mark.parametrize(
    "text, words",
    [
        ('"This," Ana Kim says, pointing at the wall, "is where he stood."', "This, … is where he stood."),
        ('"We are," as Kim likes to say, "a family with a shop."', "We are, … a family with a shop."),
        ('It was - in Kim\'s words - "a mess".', "a mess"),
        ('Chants of "Out! Out!" filled the hall.', "Out! Out!"),
    ],
)
def test_one_claim(text: str, words: str) -> None:
    (claim,) = extract_quotes(text)
    assert claim.text == words


def test_a_lawyer_is_no_reply() -> None:
    (claim,) = extract_quotes('Ana Kim\'s lawyer: "It is not safe at all."')
    assert claim.speaker is not None and claim.speaker.name == "Ana Kim's lawyer"
