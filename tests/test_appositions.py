"""What hangs on a subject, and what is told beside it of the saying."""

from __future__ import annotations

import pytest

from tests.lines import before


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Kim, the envoy,", "Kim, the envoy"),
        ("Kim, 40, of Bergen,", "Kim, 40, of Bergen"),
        ("Kim, who drove the lorry,", "Kim, who drove the lorry"),
        ("Kim, then the mayor,", "Kim, then the mayor"),
        ("The mayor, asked if he would resign,", "The mayor"),
        ("Kim, pressed on the delay,", "Kim"),
        ("Kim, for the union,", "Kim, for the union"),
        # and what does not: it tells of the saying, or what else there is to tell
        ("Kim, in a statement on Friday,", "Kim"),
        ("Kim, the envoy, speaking in Bergen,", "Kim, the envoy"),
        ("Kim, for her part,", "Kim"),
        ("Kim, when asked,", "Kim"),
        ("The road fell and he, however,", "he"),
        ("Kim, prosecuting,", "Kim, prosecuting"),
        ("Kim, who asked not to be named,", "Kim, who asked not to be named"),
        ("A driver, speaking on condition of anonymity,", "A driver, speaking on condition of anonymity"),
        ("Kim, meanwhile,", "Kim"),
        ("Kim, who said it would break,", "Kim"),
        ("Kim, who has driven the lorry,", "Kim"),
        ("Kim, some of whom, a driver,", "Kim, some of whom, a driver"),
        ("Kim - the driver -", "Kim - the driver"),
        ("Lorries left; Kim, 40,", "Kim, 40"),
        ("At a meeting the mayor, Ana Ruiz,", "the mayor, Ana Ruiz"),
        ("The judge, mentioned by Lee as a rival,", "The judge, mentioned by Lee as a rival"),
        ("A projection by the bank, drawn for the fund,", "A projection by the bank, drawn for the fund"),
        ("A projection by the bank, made for the fund,", "A projection by the bank, made for the fund"),
        ("The judge, who drove the very old and dry lorry to the north of the town again and again,",
         "The judge"),
        # no subject at all
        ("Reacting, in Bergen,", ""),
        ("On Monday, in Bergen,", ""),
        ("A week, in Bergen,", ""),
        ("It broke, however,", ""),
        ("Kim drove it, it broke,", ""),
        (",", ""),
        ("Kim,,", ""),
    ],
)
def test_what_hangs_on_a_subject(text: str, expected: str) -> None:
    assert before(text) == expected
