"""Nouns that name words as somebody's, where no verb does: "Kim's reply: “…”", "in her view, …"."""

from __future__ import annotations

# What a quotation can be called, as the head of its possessor's phrase.
SAID = frozenset(
    "answer reply response retort riposte rejoinder comeback verdict message view opinion conclusion assessment advice "
    "explanation warning plea motto mantra slogan comment comments statement words word tweet post caption quip joke "
    "reaction argument question observation prediction description complaint refrain summary note letter email text "
    "toast prayer promise pledge excuse defence defense line phrase remark remarks quote soundbite catchphrase jab "
    "jibe dig gibe taunt insult gaffe chant pitch theory rule reason lesson philosophy prescription".split()
)
# What a statement can be told to stand in: "in her view", "by her own admission".
VIEWS = frozenset(
    "view opinion eyes mind judgment judgement estimation telling account reckoning phrase admission".split()
)
# What somebody uses, where what is quoted is a word of theirs: "he used the word “…”".
TERMS = frozenset("term terms word words phrase expression".split())
USES = frozenset("use uses used using".split())
# Before one who is heard or seen to say it: "the tape shows him calling it late".
SHOWS = frozenset("show shows showed showing hear hears heard see sees saw capture captures captured has".split())
# Where somebody is heard or seen: "he was caught on tape calling it late".
RECORDS = frozenset("tape video camera film record audio footage television TV air radio".split())
# How somebody put it.
PUTS = frozenset("put puts described describes summed sums explained phrased saw sees".split())
SAYS = frozenset("say says said".split())
# What is heard of a crowd: "cries of “…”".
CRIES = frozenset("cries cry chants chant calls shouts shout screams yells jeers".split())
