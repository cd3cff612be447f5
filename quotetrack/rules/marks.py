"""Quotation marks: the characters, which way each points, and what looks like a mark and is an apostrophe."""

from __future__ import annotations

import attrs


@attrs.frozen
class Mark:
    """A character (or a pair that stands for one): its family, the side that it is printed for, and an example.

    ``family`` is ``"``, ``'`` or ``«``; ``side`` is ``opens``, ``closes``, ``both`` or ``never`` (an apostrophe or a
    prime, which only looks like a mark). ``example`` is a sentence in which it is a mark (or, for ``never``, is none).
    """

    signs: str
    family: str
    side: str
    example: str


MARKS: tuple[Mark, ...] = (
    Mark('"', '"', "both", '"We won," he said.'),
    Mark("“", '"', "opens", "“We won,” he said."),
    Mark("”", '"', "closes", "“We won,” he said."),
    Mark("„", '"', "opens", "„We won,“ he said."),
    Mark("‟", '"', "opens", "‟We won,” he said."),
    Mark("＂", '"', "both", "＂We won,＂ he said."),
    Mark("〝", '"', "opens", "〝We won,〞 he said."),
    Mark("〞", '"', "closes", "〝We won,〞 he said."),
    Mark("``", '"', "opens", "``We won,'' he said."),
    Mark("''", '"', "both", "''We won,'' he said."),
    Mark("‘‘", '"', "opens", "‘‘We won,’’ he said."),
    Mark("’’", '"', "closes", "‘‘We won,’’ he said."),
    Mark("«", "«", "opens", "«We won,» he said."),
    Mark("»", "«", "closes", "«We won,» he said."),
    Mark("'", "'", "both", "'We won,' he said."),
    Mark("‘", "'", "opens", "‘We won,’ he said."),
    Mark("’", "'", "closes", "‘We won,’ he said."),
    Mark("‚", "'", "opens", "‚We won,’ he said."),
    Mark("‛", "'", "opens", "‛We won,’ he said."),
    Mark("`", "'", "opens", "`We won,' he said."),
    Mark("´", "'", "closes", "`We won,´ he said."),
    Mark("＇", "'", "both", "＇We won,＇ he said."),
    Mark("′", "'", "never", "The mast is 9′ tall."),
    Mark("ʼ", "'", "never", "The Hawaiʼi ʼohana met."),
)


@attrs.frozen
class Elision:
    """A word that is printed with an apostrophe before it; ``no`` is a like word that is not one."""

    word: str
    yes: str
    no: str


# Words that lose their head. A quotation may begin with one, but a lone mark before one is an apostrophe.
ELISIONS: tuple[Elision, ...] = (
    Elision("til", "'til death", "'tilted"),
    Elision("till", "'till Sunday", "'tiller"),
    Elision("tis", "'tis the season", "'tissue"),
    Elision("twas", "'twas cold", "'twasn"),
    Elision("twere", "'twere best", "'tweren"),
    Elision("twill", "'twill do", "'twilled"),
    Elision("em", "'em all", "'emperor"),
    Elision("cause", "'cause he can", "'causes"),
    Elision("cuz", "'cuz he can", "'cuzco"),
    Elision("cos", "'cos he can", "'cost"),
    Elision("bout", "'bout time", "'bouts"),
    Elision("round", "'round here", "'rounds"),
    Elision("cross", "'cross town", "'crossed"),
    Elision("neath", "'neath it", "'neatherd"),
    Elision("fore", "'fore dawn", "'foreman"),
    Elision("gainst", "'gainst all", "'gainsta"),
    Elision("nother", "a whole 'nother", "'nothers"),
    Elision("n", "rock 'n' roll", "'no"),
    Elision("nuff", "'nuff said", "'nuffield"),
    Elision("un", "a good 'un", "'unit"),
    Elision("uns", "young 'uns", "'unsure"),
    Elision("im", "get 'im", "'imp"),
    Elision("er", "get 'er", "'era"),
    Elision("burbs", "the 'burbs", "'burbsy"),
    Elision("hood", "the 'hood", "'hoods"),
    Elision("fro", "his 'fro", "'from"),
    Elision("tude", "the 'tude", "'tudes"),
)

# What is left of a verb or a genitive where a text was cut into words: "Kim 's", "they 'll".
ENDINGS: tuple[Elision, ...] = (
    Elision("s", "Kim 's plan", "'so"),
    Elision("re", "they 're here", "'red"),
    Elision("ll", "they 'll come", "'llama"),
    Elision("ve", "they 've come", "'very"),
    Elision("d", "they 'd come", "'do"),
    Elision("m", "I 'm here", "'me"),
    Elision("t", "he did n 't", "'to"),
)

# What is counted: a mark and two digits before it open a quotation ('90 percent of them …'), and are no year.
COUNTED: tuple[Elision, ...] = (
    Elision("percent", "'90 percent of it is done,'", "in '90 Percy"),
    Elision("per cent", "'90 per cent of it is done,'", "in '90 per se"),
    Elision("million", "'20 million of us,'", "in '20 millions"),
    Elision("billion", "'20 billion pounds,'", "in '20 billionaires"),
    Elision("thousand", "'20 thousand of us,'", "in '20 thousands"),
    Elision("people", "'20 people came,'", "in '20 peoples"),
    Elision("years", "'20 years on,'", "in '20 year"),
    Elision("days", "'20 days on,'", "in '20 daylight"),
    Elision("minutes", "'20 minutes on,'", "in '20 minute"),
)

# Words that follow a closing mark and never a plural's apostrophe, which wants a noun: 'the players' said ….
FOLLOWERS: tuple[str, ...] = (
    *("he", "she", "it", "they", "we", "I", "you", "who", "which", "that"),
    *(
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "has",
        "had",
        "will",
        "would",
        "could",
        "should",
        "may",
        "might",
        "can",
    ),
    *("said", "says", "told", "added", "tweeted", "wrote"),
    *("in", "on", "at", "by", "for", "from", "of", "to", "with", "as", "after", "before", "when", "while", "because"),
    *("but", "if", "than", "the", "a", "an", "this", "these", "those", "his", "her", "its", "their"),
)
