"""The words that say by what way, on what occasion and where something was said."""

from __future__ import annotations

import attrs

WRITTEN = "written"
SPOKEN = "spoken"
BROADCAST = "broadcast"


@attrs.frozen
class Medium:
    """A way of saying: the nouns that name it, its kind, and a phrase that holds it."""

    nouns: str
    kind: str
    must: str


# Nouns after "in a …", "at a …", "during a …", "on a …". One thing a line.
MEDIA: tuple[Medium, ...] = (
    Medium("statement|statements", WRITTEN, "in a statement"),
    Medium("press release|news release|release", WRITTEN, "in a press release"),
    Medium("communique|communiqué", WRITTEN, "in a joint communique"),
    Medium("letter|letters|open letter", WRITTEN, "in a letter"),
    Medium("email|e-mail|emails|e-mails", WRITTEN, "in an email"),
    Medium("memo|memorandum|note|cable", WRITTEN, "in a memo"),
    Medium("text message|message|messages|text messages", WRITTEN, "in a text message"),
    Medium("report|reports|study|survey|audit|review|briefing paper", WRITTEN, "in a report"),
    Medium("article|commentary|essay|op-ed|column|editorial|opinion piece|piece", WRITTEN, "in an op-ed"),
    Medium("book|memoir|autobiography|biography", WRITTEN, "in her memoir"),
    Medium("blog|blog post|post|posts|posting", WRITTEN, "in a blog post"),
    Medium("website|web site|page|account|feed|channel", WRITTEN, "on its website"),
    Medium("tweet|tweets|thread", WRITTEN, "in a series of tweets"),
    Medium("filing|court filing|court papers|court documents|court records", WRITTEN, "in a court filing"),
    Medium("lawsuit|complaint|suit|petition|indictment|affidavit", WRITTEN, "in the lawsuit"),
    Medium("ruling|decision|dissent|verdict|judgment", WRITTEN, "in her ruling"),
    Medium("deposition|testimony|written testimony", SPOKEN, "in testimony"),
    Medium("interview|interviews|phone interview|telephone interview", SPOKEN, "in an interview with the BBC"),
    Medium("news conference|press conference|media conference|news conferences", SPOKEN, "at a news conference"),
    Medium("briefing|press briefing|news briefing|background briefing", SPOKEN, "at a briefing"),
    Medium("speech|address|keynote|keynote address|sermon|homily|lecture|talk", SPOKEN, "in a speech"),
    Medium("remarks|comments", SPOKEN, "in remarks"),
    Medium("hearing|court hearing|court|trial|session", SPOKEN, "at a hearing"),
    Medium("meeting|summit|conference|forum|town hall|panel discussion", SPOKEN, "at a meeting"),
    Medium("gathering|event|luncheon|reception", SPOKEN, "at a luncheon"),
    Medium("rally|campaign rally|protest|vigil|ceremony|funeral|service", SPOKEN, "at a rally"),
    Medium("debate|presidential debate", SPOKEN, "in the debate"),
    Medium("call|conference call|phone call|telephone call|phone conversation|conversation", SPOKEN, "in a phone call"),
    Medium("video|video message|podcast|recording|audio recording|voicemail|webinar", BROADCAST, "in a video"),
    Medium("broadcast|program|programme|show|radio show|documentary|telecast", BROADCAST, "in a broadcast"),
)

# Nouns of these that as often name what is talked about: "backed the plan in a report".
TOPICS = frozenset(
    "report reports study survey audit review paper decision dissent verdict judgment ruling lawsuit complaint suit "
    "petition indictment court trial service page account feed channel call release program programme piece cable "
    "book biography note message records documents papers protest".split()
)
# Nouns that hold what stands behind them as theirs: "her comments in an interview", "his part in a debate".
HELD_THERE = frozenset(
    "comments remarks statement statements speech words answer answers appearance address claim claims interview "
    "testimony performance role part place".split()
)

# Ways that need no article: "by phone", "via email", "under oath". One thing a line.
BARE: tuple[Medium, ...] = (
    Medium("by phone|by telephone|over the phone|on the phone|over the telephone", SPOKEN, "by phone"),
    Medium("by email|by e-mail|via email|via e-mail|by text message|by letter|by fax", WRITTEN, "by email"),
    Medium("via video link|by video link|by videoconference|via satellite|by satellite", BROADCAST, "via video link"),
    Medium("in writing", WRITTEN, "in writing"),
    Medium("under oath|in court|in testimony", SPOKEN, "under oath"),
    Medium("on social media|online", WRITTEN, "online"),
    Medium("on television|on tv|on live television|on national television", BROADCAST, "on television"),
    Medium("on state television|on state tv|on state radio|on the radio|on radio|on air", BROADCAST, "on state TV"),
)

# Sites, after "on" and "via".
SITES: tuple[str, ...] = (
    "Twitter",
    "X",
    "Facebook",
    "Instagram",
    "Telegram",
    "WhatsApp",
    "LinkedIn",
    "Reddit",
    "TikTok",
    "Truth Social",
    "YouTube",
    "Weibo",
    "WeChat",
    "Snapchat",
    "Tumblr",
    "Threads",
    "Bluesky",
    "Mastodon",
    "VKontakte",
    "Medium",
)

# Broadcasters, after "on"; a name that ends in one of BROADCAST_ENDS is one too.
NETWORKS: tuple[str, ...] = (
    "ABC",
    "BBC",
    "CBC",
    "CBS",
    "CNBC",
    "CNN",
    "C-SPAN",
    "Fox",
    "HBO",
    "ITV",
    "MSNBC",
    "NBC",
    "NHK",
    "NPR",
    "PBS",
    "RTE",
    "SBS",
    "ZDF",
    "CCTV",
    "Al Jazeera",
    "Al Arabiya",
    "Sky",
    "KBS",
    "Univision",
    "Telemundo",
    "Bloomberg",
)
BROADCAST_ENDS: tuple[str, ...] = ("News", "TV", "Television", "Radio", "Channel", "Network", "FM")

# Who is told, and "in" or "at" may follow with the place: "told reporters in Beijing".
AUDIENCES = frozenset(
    "reporters reporter journalists journalist newsmen crowd supporters delegates lawmakers parliament audience media"
    " press students worshippers worshipers troops soldiers investors analysts residents voters voter viewers"
    " correspondents senators legislators diplomats mourners fans members workers leaders executives".split()
)

# Ways of being somewhere to say it: "speaking in Geneva", "during a visit to Seoul".
ON_THE_SPOT = frozenset(
    "speaking speak spoke arriving visiting visit trip stop stopover appearance tour here there reached phone telephone"
    " testifying talking interviewed gathered lunch dinner breakfast luncheon talks".split()
)

# Capitalised words that "in" and "at" may lead and that are no place to stand in.
NOT_PLACES = frozenset(
    "Congress Parliament English French Spanish German Russian Chinese Arabic Hebrew Japanese Korean Mandarin"
    " Portuguese Italian Persian Farsi Turkish Hindi Urdu Latin God Christ Jesus Islam Christianity Twitter Facebook"
    " Court Mr Mrs"
    " Ms Dr Sen Rep Gov President Republicans Democrats Republican Democratic I He She They It We You".split()
)

# Built and named places that "at" may lead.
SITES_OF_SPEECH = frozenset(
    "House Kremlin Pentagon Capitol Palace Tower University College School Airport Stadium Hall Center Centre Hospital"
    " Park Square Church Cathedral Mosque Temple Synagogue Hotel Museum Library Institute Club Base Camp Embassy Arena"
    " Theatre Theater Garden Headquarters Nations Plaza Building Bridge Field Station Street Vatican".split()
)

# Role nouns, after which "in Beijing" says where the role is held, not where it was said.
ROLE_NOUNS = frozenset(
    "ambassador envoy minister mayor governor senator official officials spokesman spokeswoman spokesperson chief head"
    " director analyst analysts expert experts professor correspondent bureau people police authorities office embassy"
    " court judge prosecutor prosecutors leader activists activist secretary president chairman lawyer lawyers attorney"
    " doctor doctors economist economists diplomat diplomats representative commissioner consul delegate deputy".split()
)

# Nouns of MEDIA that stand without an article: "in remarks", "in court papers".
NEED_NO_ARTICLE = frozenset(
    {
        "testimony",
        "written testimony",
        "remarks",
        "comments",
        "statements",
        "interviews",
        "letters",
        "emails",
        "e-mails",
        "tweets",
        "messages",
        "text messages",
        "court papers",
        "court documents",
        "court records",
        "posts",
    }
)

# Places that bear "the": "in the Philippines".
WITH_THE = frozenset(
    "Philippines Netherlands Hague Bronx Vatican Bahamas Maldives Kremlin Pentagon Capitol Congo Gambia Sudan Ukraine"
    " Caribbean Balkans Seychelles".split()
)

# Places that "on" leads.
ON_WHICH: tuple[str, ...] = ("Capitol Hill", "Downing Street", "Parliament Hill")

# Nouns of MEDIA that "on" may lead: "on his website", but not "on the debate stage".
ON_NOUNS = frozenset(
    {
        *"website page account feed channel blog show program programme broadcast podcast call thread webinar".split(),
        "web site",
        "radio show",
        "conference call",
        "phone call",
        "telephone call",
    }
)

# To or with whom a note is written or a call held: "in a note to clients", "on a call with investors".
WRITTEN_TO: tuple[str, ...] = (
    "analysts", "clients", "customers", "employees", "fans", "followers", "investors", "lawmakers", "members",
    "parents", "parliament", "residents", "shareholders", "staff", "students", "supporters", "workers",
)  # fmt: skip
