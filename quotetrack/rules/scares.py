"""Words that tell a title, a name or a term from something said."""

from __future__ import annotations

# Before a passage: what follows is what a thing is called, not what somebody said.
BEFORE_NAMES = frozenset(
    "so-called self-described self-styled self-proclaimed named titled entitled aka a.k.a. term terms word "
    "codenamed christened hashtag means meaning".split()
)
# Nouns that bear words, so that capitals behind them may be somebody's words: a sign “Keep Out”.
BEARING = frozenset(
    "banner caption comment headline message motto note placard post poster sign statement tweet words".split()
)
# Before "for" and what a word of theirs means: Russian for “goodbye”.
TONGUES = frozenset(
    "afrikaans arabic cantonese chinese dutch french gaelic german greek hebrew hindi irish italian japanese korean "
    "latin mandarin maori persian polish portuguese russian shorthand slang spanish swahili tagalog turkish urdu "
    "welsh xhosa yiddish yoruba zulu".split()
)
# What somebody says again and again; behind it stand his words, however few: ran on the slogan “Work and Bread”.
UTTERED = frozenset("chant mantra phrase slogan slogans".split())
# Directly before a passage: it is said of somebody, so somebody says it.
PREDICATING = frozenset("was were been being as".split())
# Participles before a passage, where nobody is named who calls it so ("known as “…”").
UNATTRIBUTED = frozenset("known dubbed labeled labelled branded billed nicknamed".split())
# Before a title of a work.
BEFORE_TITLES = frozenset(
    "book books novel novels film films movie movies show shows series song songs album albums play plays musical poem "
    "essay memoir documentary sitcom drama comedy opera ballet painting magazine podcast program programme episode "
    "single hit thriller author co-author host hosts star stars anchor co-host director watch watching hosted "
    "aired".split()
)
# Directly before the name of a work, which they make or perform; words that are said have a comma before them.
MAKING = frozenset(
    "sing sings sang sung perform performs performed recite recites recited composes composed writes wrote "
    "finished".split()
)
# Words that stay small in a title.
SMALL_WORDS = frozenset(
    "a an and as at but by for from in is it nor of off on or out over per so the to up via vs with into "
    "de del di du la le el der von y".split()
)
# Directly before the name of what is printed or sent.
PAPERS = frozenset(
    "newspaper paper daily weekly monthly magazine tabloid broadsheet journal broadcaster website podcast "
    "programme".split()
)
# Directly before the name of a work, or before whose it is: on CNN's “…”, hosts of “…”.
BEFORE_WORKS = frozenset("on of in from to told into via".split())
