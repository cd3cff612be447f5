"""Letters that the words beside them settle."""

from __future__ import annotations

import pytest

from quotetrack.phrases.letters import QUOTE
from tests.lines import line_of


def tagged(text: str, *, titled: bool = False) -> str:
    line = line_of(text, titled=titled)
    return " ".join("Q" if word == QUOTE else f"{word}/{tag}" for word, tag in zip(line.words, line.tags))


TAGGED = [
    # shapes
    ("Kim doesn't know.", "Kim/P doesn't/A know/b ./."),
    ("U.S. envoys paid $3.50, or 40%.", "U.S./P envoys/N paid/v $/D 3.50/D ,/, or/C 40%/D ./."),
    ("Rep. Kim, D-Ohio, left at 5 p.m. Friday.",
     "Rep./P Kim/P ,/, D-Ohio/P ,/, left/v at/I 5/D p.m./N Friday/M ./."),
    ("Kim's co-chair (a vet) waited -- then ran.",
     "Kim/P 's/Z co-chair/N (/( a/T vet/N )/) waited/E --/- then/R ran/v ./."),
    ("Visit * the O'Hara & Kim office.", "Visit/P */q the/T O'Hara/P &/C Kim/P office/N ./."),
    # capitals that only begin a sentence
    ("Asked whether she would go, Ruiz nodded.",
     "Asked/V whether/S she/O would/A go/b ,/, Ruiz/P nodded/V ./."),
    ("Will Urban said so.", "Will/A Urban/P said/V so/S ./."),
    ("Will urged her to go.", "Will/P urged/V her/T to/L go/b ./."),
    ("Taking the road, Kim left.", "Taking/G the/T road/N ,/, Kim/P left/v ./."),
    ("Sterling Ruiz left.", "Sterling/P Ruiz/P left/v ./."),
    ("Praise came early.", "Praise/N came/v early/J ./."),
    ("ASKED by Lee.", "ASKED/P by/I Lee/P ./."),
    # forms that may be a noun or a verb
    ("That day the US envoy told us.", "That/T day/N the/T US/P envoy/N told/V us/U ./."),
    ("In fact there was hope, there clearly is, there we go.",
     "In/I fact/N there/O was/A hope/b ,/, there/O clearly/R is/A ,/, there/R we/O go/b ./."),
    ("She leans back, and a vet who farms there nods.",
     "She/O leans/v back/I ,/, and/C a/T vet/N who/W farms/v there/R nods/s ./."),
    ("Ruiz hit back; the hit hurt.", "Ruiz/P hit/v back/I ;/; the/T hit/N hurt/v ./."),
    ("Sources close to Ruiz claim she left.", "Sources/P close/N to/L Ruiz/P claim/b she/O left/v ./."),
    ("The Ruiz claim she made.", "The/T Ruiz/P claim/N she/O made/v ./."),
    ("Road advocates said personal attacks on Lee began.",
     "Road/P advocates/N said/V personal/N attacks/N on/I Lee/P began/V ./."),
    ("Voters back Kim, Lee is back and Ana will back him.",
     "Voters/P back/b Kim/P ,/, Lee/P is/A back/I and/C Ana/P will/A back/b him/U ./."),
    ("The political left ran, and a lost dog left.",
     "The/T political/J left/N ran/v ,/, and/C a/T lost/E dog/N left/v ./."),
    ("Kim won overwhelming support and more support.",
     "Kim/P won/v overwhelming/G support/N and/C more/R support/N ./."),
    ("Many support the plan and few want it.", "Many/T support/b the/T plan/N and/C few/T want/b it/O ./."),
    ("Men under 35 support Kim.", "Men/P under/I 35/D support/b Kim/P ./."),
    ("Views of the plan ended.", "Views/N of/I the/T plan/N ended/E ./."),
    ("The plan failed.", "The/T plan/N failed/E ./."),
    ("The Ruiz campaign says no.", "The/T Ruiz/P campaign/N says/s no/T ./."),
    ("He held an angry press call.", "He/O held/V an/T angry/N press/N call/N ./."),
    ("A Las Vegas rally began.", "A/T Las/P Vegas/P rally/N began/V ./."),
    ("A man from the campaign say hello.", "A/T man/N from/I the/T campaign/N say/b hello/N ./."),
    ("Many say so, the say so.", "Many/T say/b so/S ,/, the/T say/N so/S ./."),
    ("The drivers and a cyclist oppose it.", "The/T drivers/N and/C a/T cyclist/N oppose/b it/O ./."),
    ("The voters plan it, and a neighbour and Kim plan it.",
     "The/T voters/N plan/b it/O ,/, and/C a/T neighbour/N and/C Kim/P plan/b it/O ./."),
    ("A hurriedly called meeting ended.", "A/T hurriedly/R called/E meeting/N ended/E ./."),
    ("The proposed road, two reported cases.", "The/T proposed/E road/N ,/, two/N reported/V cases/N ./."),
    ("With 38 seconds left, Kim left.", "With/I 38/D seconds/N left/R ,/, Kim/P left/v ./."),
    ("They made her say, they saw her say.",
     "They/O made/v her/O say/b ,/, they/O saw/V her/O say/b ./."),
    ("It left with her say.", "It/O left/v with/I her/T say/N ./."),
    ("She's here and Kim's gone.", "She/O 's/A here/R and/C Kim/P 's/Z gone/E ./."),
]


@pytest.mark.parametrize("text, expected", TAGGED)
def test_letters_in_their_sentence(text: str, expected: str) -> None:
    assert tagged(text) == expected


def test_in_a_headline_a_cue_is_read_as_one_though_it_has_a_capital() -> None:
    text = "Ruiz Says Bridge Is Safe"
    assert tagged(text, titled=True) == "Ruiz/P Says/s Bridge/P Is/A Safe/P"
    assert tagged(text) == "Ruiz/P Says/P Bridge/P Is/P Safe/P"
