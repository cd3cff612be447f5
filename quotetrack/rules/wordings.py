"""The vocabulary for comparing two wordings: negations, numbers, plain words, titles, cues. All in lower case.

A negation stands with a wording that it turns round and one that it does not touch; a number word with its value. The
plain words are the closed classes of English (articles, prepositions, auxiliaries, pronouns) and the few verbs and
adverbs that any speaker uses in any statement: they weigh little when two wordings are held against each other.
"""

from __future__ import annotations

# word, a wording that it turns round, the wording that it is turned from
NEGATIONS: tuple[tuple[str, str, str], ...] = (
    ("not", "the talks will not resume this year", "the talks will resume this year"),
    ("n't", "the talks didn't resume this year", "the talks did resume this year"),
    ("cannot", "the plant cannot open this year", "the plant can open this year"),
    ("no", "there is no evidence of fraud", "there is evidence of fraud"),
    ("never", "we will never accept the terms", "we will accept the terms"),
    ("none", "none of the children were hurt", "all of the children were hurt"),
    ("nobody", "nobody in the office knew about it", "everybody in the office knew about it"),
    ("nothing", "nothing in the report is true", "everything in the report is true"),
    ("nowhere", "the problem is nowhere to be seen", "the problem is everywhere to be seen"),
    ("neither", "neither of the ministers knew", "both of the ministers knew"),
    ("nor", "nor will the minister resign", "and the minister will resign"),
    (
        "without",
        "we will go ahead without the consent of parliament",
        "we will go ahead with the consent of parliament",
    ),
    ("hardly", "the school is hardly safe for children", "the school is safe for children"),
    ("barely", "the school is barely safe for children", "the school is safe for children"),
    ("scarcely", "the school is scarcely safe for children", "the school is safe for children"),
    ("unless", "we will leave unless the contract is signed", "we will leave if the contract is signed"),
)

# prefix, a word that it turns round, the word that it is turned from
NEGATIVE_PREFIXES: tuple[tuple[str, str, str], ...] = (
    ("un", "unacceptable", "acceptable"),
    ("in", "inaccurate", "accurate"),
    ("im", "impossible", "possible"),
    ("il", "illegal", "legal"),
    ("ir", "irresponsible", "responsible"),
    ("dis", "disagree", "agree"),
    ("non", "nonviolent", "violent"),
)

# word, value, and how it goes with the words beside it: "unit" adds, "scale" multiplies, "rank" is an ordinal
NUMBER_WORDS: tuple[tuple[str, float, str], ...] = (
    ("zero", 0, "unit"),
    ("one", 1, "unit"),
    ("two", 2, "unit"),
    ("three", 3, "unit"),
    ("four", 4, "unit"),
    ("five", 5, "unit"),
    ("six", 6, "unit"),
    ("seven", 7, "unit"),
    ("eight", 8, "unit"),
    ("nine", 9, "unit"),
    ("ten", 10, "unit"),
    ("eleven", 11, "unit"),
    ("twelve", 12, "unit"),
    ("thirteen", 13, "unit"),
    ("fourteen", 14, "unit"),
    ("fifteen", 15, "unit"),
    ("sixteen", 16, "unit"),
    ("seventeen", 17, "unit"),
    ("eighteen", 18, "unit"),
    ("nineteen", 19, "unit"),
    ("twenty", 20, "unit"),
    ("thirty", 30, "unit"),
    ("forty", 40, "unit"),
    ("fifty", 50, "unit"),
    ("sixty", 60, "unit"),
    ("seventy", 70, "unit"),
    ("eighty", 80, "unit"),
    ("ninety", 90, "unit"),
    ("dozen", 12, "scale"),
    ("dozens", 12, "scale"),
    ("hundred", 100, "scale"),
    ("hundreds", 100, "scale"),
    ("thousand", 1e3, "scale"),
    ("thousands", 1e3, "scale"),
    ("million", 1e6, "scale"),
    ("millions", 1e6, "scale"),
    ("billion", 1e9, "scale"),
    ("billions", 1e9, "scale"),
    ("trillion", 1e12, "scale"),
    ("trillions", 1e12, "scale"),
    ("half", 0.5, "rank"),
    ("twice", 2, "rank"),
    ("double", 2, "rank"),
    ("triple", 3, "rank"),
    ("second", 2, "rank"),
    ("third", 3, "rank"),
    ("fourth", 4, "rank"),
    ("fifth", 5, "rank"),
    ("sixth", 6, "rank"),
    ("seventh", 7, "rank"),
    ("eighth", 8, "rank"),
    ("ninth", 9, "rank"),
    ("tenth", 10, "rank"),
)

# what stands right behind the digits: "5m", "1.5bn"
NUMBER_SUFFIXES: tuple[tuple[str, float], ...] = (
    ("k", 1e3),
    ("m", 1e6),
    ("mn", 1e6),
    ("bn", 1e9),
    ("b", 1e9),
    ("tn", 1e12),
    ("st", 1),
    ("nd", 1),
    ("rd", 1),
    ("th", 1),
)

# the sign or the word, and the unit that both stand for
UNITS: tuple[tuple[str, str], ...] = (
    ("%", "percent"),
    ("percent", "percent"),
    ("$", "dollar"),
    ("dollar", "dollar"),
    ("dollars", "dollar"),
    ("€", "euro"),
    ("euro", "euro"),
    ("euros", "euro"),
    ("£", "pound"),
    ("pound", "pound"),
    ("pounds", "pound"),
    ("¥", "yen"),
    ("yen", "yen"),
    ("₩", "won"),
    ("₹", "rupee"),
    ("rupee", "rupee"),
    ("rupees", "rupee"),
)

# verbs that can stand in a cue between two halves of a quotation ("..., he said, ...")
CUES: tuple[str, ...] = (
    "said",
    "says",
    "added",
    "adds",
    "told",
    "tells",
    "wrote",
    "writes",
    "tweeted",
    "continued",
    "explained",
    "insisted",
    "warned",
    "argued",
    "noted",
    "claimed",
    "stated",
    "asked",
    "replied",
    "recalled",
    "concluded",
    "declared",
    "announced",
    "stressed",
    "acknowledged",
    "conceded",
    "joked",
    "quipped",
)

# ends of common nouns: a capital at the start of a sentence on such a word does not make it a name
COMMON_ENDS: tuple[tuple[str, str], ...] = (
    ("s", "taxes"),
    ("ing", "spending"),
    ("tion", "inflation"),
    ("sion", "decision"),
    ("ment", "investment"),
    ("ness", "illness"),
    ("ity", "security"),
    ("ship", "leadership"),
    ("ly", "clearly"),
)

PLAIN: frozenset[str] = frozenset(
    """
    a an the this that these those such same other another each every either both all any some few many much more most
    less least several own
    i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its
    itself they them their theirs themselves who whom whose which what whoever whatever one ones someone somebody
    something anyone anybody anything everyone everybody everything there here where when why how
    am is are was were be been being do does did done doing have has had having will would shall should can could may
    might must ought wo ca sha let's i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll he's he'd he'll
    she's she'd she'll it's it'd it'll they're they've they'd they'll that's there's what's who's here's
    and or but if then than because so as while although though until since whether also too just only even very really
    quite still already again ever yet now today well
    of in on at to from by for with about into onto over under after before between through during against among around
    behind beyond across toward towards upon within off up down out away back along near like per via
    said says say saying think thinks thought know knows knew want wants wanted go goes going went gone get gets getting
    got come comes coming came make makes making made take takes taking took see sees seen saw look looks need needs way
    thing things lot kind bit let put
    yes oh okay ok mr mrs ms dr
    """.split()
)

PRONOUNS: frozenset[str] = frozenset(
    """
    i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself it its itself
    they them their theirs themselves this that these those
    """.split()
)
