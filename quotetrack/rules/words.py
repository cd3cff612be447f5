"""Closed classes of English: one entry a class, the words that a reader of news needs to tell clauses apart."""

from __future__ import annotations

# One letter a class; a sentence becomes a string of these letters, over which patterns are matched. A word stands in
# one class; forms of cue verbs (``rules.cues``) have their letter from there.
CLASSES: tuple[tuple[str, str, str], ...] = (
    (
        "T",
        "determiner",
        "the a an this these those his her its their my your our every each some any no another both all either "
        "neither several many few most such one",
    ),
    ("O", "pronoun, subject", "he she they we i it you everyone everybody someone somebody nobody anyone anybody"),
    ("U", "pronoun, object", "him them me us himself herself themselves itself myself ourselves yourself"),
    ("W", "relative or question word", "who which whom whose what where when why how whoever whatever"),
    ("H", "that", "that"),
    (
        "A",
        "auxiliary",
        "has have had having is are was were be been being am will would could can may might must should shall did "
        "does do 's 're 've 'd 'll 'm ca ai gonna",
    ),
    ("X", "negation", "not never n't"),
    ("L", "to", "to"),
    ("C", "co-ordinator", "and or but nor & yet plus"),
    (
        "S",
        "subordinator",
        "because although though if while as after before since until unless whereas whether once than so whilst lest",
    ),
    (
        "I",
        "preposition",
        "of in on at by for with from about against into over under between among during through across toward "
        "towards within without despite near behind beyond upon onto off out up down around along via per amid "
        "amidst alongside inside outside like except including regarding concerning ahead back beside besides "
        "below above throughout versus vs. following",
    ),
    (
        "R",
        "adverb",
        "also then now later again still even just already often twice soon always sometimes ever instead "
        "meanwhile however today yesterday tomorrow tonight there here too only very more less quite rather "
        "perhaps maybe almost nearly well far long much earlier recently further ago away together first last thus "
        "hence indeed otherwise nonetheless nevertheless moreover furthermore therefore afterward afterwards "
        "thereafter simply flatly abroad elsewhere upstairs downstairs indoors outdoors",
    ),
    (
        "J",
        "adjective",
        "new old former senior top chief own other same big great good bad small large high low key main major "
        "late young long-time longtime local federal national international public private civil political "
        "military foreign american british chinese russian wrong strong nearby overseas online downtown",
    ),
    (
        "M",
        "weekday or month",
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec.",
    ),
    (
        "b",
        "other verb, base form",
        "become come get give take make keep bring remain include require provide allow exist depend receive "
        "happen ensure create occur enter contain apply protect reduce improve send build buy sell grow lose meet "
        "arrive avoid carry choose consist destroy develop enable enjoy exceed fail follow involve join kill "
        "listen obtain operate participate perform prepare prevent produce pursue reach rely remove replace serve "
        "settle solve stay survive tend travel treat wait belong collapse compete decrease deserve differ "
        "disappear earn engage establish evolve extend fall handle help impose incur inherit invest lead lie need "
        "obey overcome owe pay possess proceed qualify raise recover regain resemble resign restore retain return "
        "rise run sink sit spend stand stem succeed suffer suit teach vary watch win work beat split spread shed "
        "thrust upset",
    ),
    (
        "v",
        "other finite verb",
        "came made took got left ran won lost met became kept stood brought led grew fell rose paid sent spent "
        "built goes comes makes takes gets leaves runs wins loses meets becomes keeps stands brings leads grows "
        "falls rises pays sends spends builds gave gives sat sits lay lies broke breaks drove drives flew flies "
        "ate eats chose chooses caught catches cost costs cut cuts drew draws fought fights hung hurt laid lays "
        "let lets put puts rode rides sold sells set sets shut slept sleeps stole struck swam taught teaches threw "
        "throws wore wears includes included remains remained happens happened needs works lives uses used faces "
        "faced allows helps died dies moved moves turned turns played plays oversaw undertook withdrew overcame "
        "arose bore bit blew burst clung dealt fed fled froze lent lit mistook overthrew quit rang sank shook "
        "shone shrank slid spun sprang stuck swept swung tore underwent wept upheld woke bought hid bent dug flung",
    ),
)

# Tokens that end in a full stop and do not end a sentence, without the stop.
ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cmdr Cpl Maj Adm Rev Hon Pres Supt Det Insp "
    "Atty Asst Dep Engr Arc Barr Smt Sh Comdr Brig Cllr Coun Snr Const Cst Adv Pst Bro "
    "Jr Sr St Ste Mt Ft Messrs Mme Mlle Esq "
    "Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Tenn Tex Va Vt Wash Wis Wyo "
    "Inc Corp Co Ltd Bros No Nos vs v al etc approx est Ave Blvd Rd dept Univ Assn"
).split()

# Forms that more than one rule asks for by name.
BE = frozenset("is are was were be been being am 's 're 'm".split())
POSSESSIVES = frozenset("his her their its my our your".split())
PARTS_OF_DAY = frozenset("night morning afternoon evening".split())
SPELLS = frozenset("week month year weekend fall spring summer winter night".split())  # behind "last" and "next"
UNITS_OF_TIME = frozenset(
    "moment moments minute minutes hour hours day days week weeks month months year years".split()
)  # counted: "two days after"
MEASURES = frozenset("more less much further enough".split())  # before a noun with no article: "more funding"
# Behind these stands whoever does what the infinitive says: "forced Kim to admit it".
MAKE_DO = frozenset(
    "force forces forced forcing allow allows allowed allowing lead leads led leading prompt prompts prompted "
    "prompting drive drives drove driven driving cause causes caused causing spur spurs spurred spurring enable "
    "enables enabled enabling compel compels compelled compelling inspire inspires inspired inspiring permit "
    "permits permitted permitting oblige obliges obliged obliging require requires required requiring provoke "
    "provokes provoked provoking".split()
)
PARTICLES = frozenset("back out up on off in".split())  # of a verb: "fired back", "pointed out"
