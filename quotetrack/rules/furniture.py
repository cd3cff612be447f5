"""What stands around an article's body: slugs, notes, bylines, sign-offs, and the furniture of sites.

Each rule is a pattern over one folded line with lines that it must match and must not.
"""

from __future__ import annotations

from typing import NamedTuple


class LineRule(NamedTuple):
    """A pattern that a whole line must match (case aside unless it says otherwise), and examples."""

    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


# Before a headline, on its line: what the wire calls the piece.
SLUGS: tuple[LineRule, ...] = (
    LineRule(
        r"\((?:\d{1,2}(?:st|nd|rd|th) )?"
        r"(?:LEAD|LD|URGENT|FLASH|BULLETIN|UPDATE[DS]?|RECAST|CORRECTED|ADVISORY)(?: \d{1,2})?\)",
        ("(LEAD)", "(2nd LD)", "(URGENT)", "(UPDATE 2)"),
        ("(lead)", "(LEADER)"),
    ),
    LineRule(
        r"\((?:[A-Z][\w.-]+ ){0,3}"
        r"(?:Interview|Focus|Feature|Newsmaker|Profile|Analysis|Yearender|Editorial|Review|Special)\)",
        ("(News Focus)", "(Yonhap Interview)", "(Newsmaker)"),
        ("(the interview)",),
    ),
    LineRule(
        r"(?:(?:UPDATE|WRAPUP|REFILE|CORRECTED|RPT|FACTBOX|TIMELINE|ANALYSIS|INTERVIEW|EXCLUSIVE|FEATURE|INSIGHT|PREVIEW"
        r"|SPECIAL REPORT|BRIEF|NEWSMAKER|POLL|COLUMN|BREAKINGVIEWS"
        r"|SNAPSHOT|Q&A|EXPLAINER|FOCUS)(?: \d{1,2})?-){1,3}(?=[\w\"'$])",
        ("UPDATE 1-", "RPT-UPDATE 2-", "SPECIAL REPORT-"),
        ("UPDATE 1 -", "NEW YORK-"),
    ),
    LineRule(
        r"(?:BC|AM|PM|AP)-[A-Z][^\n ]{1,60}(?:,\d?[A-Za-z][^\n]{0,30})?$", ("BC-US--Trump,1st Ld-Writethru",), ("BC-",)
    ),
)

# Editors' words to editors and readers.
NOTES: tuple[LineRule, ...] = (
    LineRule(
        r"[\[(*]{0,2} ?(?:(?:news|press|media) release|for immediate release|(?:strictly )?embargoed?\b[^\"]{0,100}"
        r"|for release (?:on|at|after)\b[^\"]{2,60})[ :.)\]*]{0,3}",
        ("FOR IMMEDIATE RELEASE", "PRESS RELEASE", "EMBARGOED UNTIL 00:01 GMT ON MONDAY"),
        ("Embargoes hurt", "For release he prayed"),
    ),
    LineRule(r"[\[(*]? ?ATTN:?[ -].+", ("(ATTN: ADDS details in paras 4-5)",), ("ATTNX: no",)),
    LineRule(
        r"[\[(*]? ?Eds?(?:\.|:|itors?:).+", ("Eds: Updates with quotes.", "(Editors: photos move)"), ("Edsel: a car",)
    ),
    LineRule(
        r"[\[(*]{0,2} ?(?:Editor'?s'?|Author'?s|Publisher'?s|Reporter'?s) note[s]?\b.*",
        ("Editor's note: This has been updated.", "[Editor's Note: Names were changed.]"),
        ("The editor's note was short.",),
    ),
    LineRule(
        r"[\[(*]{0,2} ?(?:Correction|Clarification|Corrections and clarifications)s?(?: (?:appended|added))?"
        r"(?:[:.] ?.*| ?[)\]]?$"
        r"|,? \(?[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}.*)",
        (
            "CORRECTION: An earlier version misstated the date.",
            "Clarification",
            "Correction, Jan. 3, 2018: The age was wrong.",
        ),
        ("Corrections officers said so.",),
    ),
    LineRule(
        r"[\[(*]{0,2} ?(?:This|An earlier version of this) (?:story|article|report|post|piece|version|item)"
        r" (?:has been|was|had been|will be|is being|corrects?|misstated|incorrectly|said incorrectly|gave)"
        r"\b[^\"]{0,400}",
        ("This story has been updated with more details.", "(This version corrects the spelling of a name.)"),
        ("This story begins in Paris.",),
    ),
    LineRule(
        r"\((?:Adds?|Recasts?|"
        r"Updates?|Corrects?|Refiles?|Repeats?|Rewrites?|Releads?|Writes through)\b[^()\"]{3,300}\)",
        ("(Adds quotes, background)", "(Corrects name in third paragraph)"),
        ("(Adds)",),
    ),
    LineRule(
        r"\* ?(?:Adds|Recasts|Updates|Corrects)\b[^\"]{3,200}",
        ("* Adds details",),
        ("Adds details",),
    ),
    LineRule(
        r"In (?:a|an earlier) (?:story|version of this story) .{1,40}"
        r"The Associated Press (?:reported|misstated).{1,400}",
        ("In a story Nov. 21 about a fire, The Associated Press misstated the number.",),
        ("In a story of love, she wept.",),
    ),
)

# Who wrote it. Names are checked by shape in article; these are the openings.
BYLINES: tuple[LineRule, ...] = (
    LineRule(r"by:? ", ("By Yoo Jee-ho", "BY JOHN SMITH"), ("Byron Smith",)),
    LineRule(r"byline: ?", ("BYLINE: Amber Phillips.",), ("Bylines matter",)),
    LineRule(r"(?:written|reported|story|text|words) by:? ", ("Written by Jane Doe",), ("Reported crimes fell",)),
    LineRule(r"from (?=our (?:own )?correspondent|staff|wire)", ("From Our Own Correspondent",), ("From Paris",)),
)

# A line alone, in the place of a byline: who wrote it, without a name.
UNNAMED_BYLINES: tuple[LineRule, ...] = (
    LineRule(
        r"(?:(?:our|own|the|staff|special|city|bureau|sports|crime|court|political|business|web|news|agency) ){1,3}"
        r"(?:correspondents?|reporters?|desk|report)",
        ("Special Correspondent", "Staff Reporter", "Our Own Correspondent", "Web Desk", "Bureau Report"),
        ("Reporter", "Special desk lamps", "Our man in Havana"),
    ),
)

# A line under the byline: whom the writer works for.
AFFILIATIONS: tuple[LineRule, ...] = (
    LineRule(
        r"(?:the )?(?:associated press|ap|reuters|yonhap(?: news agency)?|agence france-presse|afp|upi"
        r"|usa today|bloomberg|(?:the )?(?:new york times|washington post|guardian)|tribune news service|cnn)"
        r"(?: (?:\w+ )?(?:staff )?(?:writer|correspondent|reporter|editor)s?)?",
        ("The Associated Press", "Associated Press Writer", "USA TODAY", "Yonhap News Agency"),
        ("Associated Press reports",),
    ),
    LineRule(
        r"(?:(?:senior|special|national|political|white house|foreign|staff|chief|business|sports|of the)\s){0,3}"
        r"(?:staff )?(?:staff|writer|correspondent|reporter|editor|columnist|contributor)s?",
        ("Staff Writer", "Senior Political Reporter"),
        ("Writer dies",),
    ),
)

# A mark that the copy ends here.
ENDS: tuple[LineRule, ...] = (
    LineRule(
        r"[-(=\[ ]{0,3}(?:END|ENDS|ENDIT|ENDITEM|MORE|30|0|XXX)[-)=\] ]{1,3}",
        ("(END)", "-30-", "-0-", "(MORE)"),
        ("END", "30"),
    ),
    LineRule(r"#(?: ?#){1,4}", ("###", "# # #"), ("#",)),
    LineRule(r"(?:ENDS?|Ends|Enditem|ENDITEM)\.?", ("ENDS", "Enditem"), ("End of days",)),
)

# Who else worked on it, and how to reach them.
SIGNOFFS: tuple[LineRule, ...] = (
    LineRule(
        r"(?:With c|C)ontribut(?:ing|ions from|ed by|ors?):? [A-Z][^\"]{2,200}",
        ("Contributing: Ann Lee", "Contributed by Ann Lee"),
        ("Contributing to peace is hard.",),
    ),
    LineRule(
        r"[-–—(* ]{0,3}[A-Z][^\"]{1,250} (?:also )?(?:contributed|assisted)(?: reporting| research| with research)?"
        r"(?: from [A-Z][^\"]{1,60})?(?: (?:to|with|for) (?:this|the) (?:report|story|article|post|piece))?\W{0,3}",
        ("Ann Lee contributed to this report.", "Ann Lee in Oslo contributed reporting."),
        ("She contributed to the church.",),
    ),
    LineRule(
        r"[A-Z][^\".]{1,150} reported from [A-Z][^\".]{1,80}(?:, and [A-Z][^\".]{1,80} from [A-Z][^\".]{1,60})?\.?",
        ("Lee reported from Washington.",),
        ("Lee reported from Washington that talks had failed. He left.",),
    ),
    LineRule(
        r"[-–—]{1,2} ?(?:(?:[Ww]ith )?(?:files|reporting|contributions?) from |(?:[Rr]eporting )?[Bb]y )?"
        r"[A-Z][\w.'-]+(?: (?:and |of )?[A-Z][\w.'-]+){0,5}\.?",
        ("- Ann Lee.", "– With files from Reuters", "—Reuters"),
        ("- he said", '- "No"'),
    ),
)
SIGNOFFS_ANY_CASE: tuple[LineRule, ...] = (
    LineRule(
        r"(?:e-?mail:? |[^\"@\n]{2,60}[,:] )?[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}"
        r"(?:[,; ]+[\w.+-]{1,60}@[\w.-]{1,90}){0,3}",
        ("kdh@yna.co.kr", "Email: a.b@paper.com", "Ann Lee, a.lee@paper.com"),
        ("He wrote to kdh@yna.co.kr daily",),
    ),
    LineRule(
        r"\(?(?:additional |further )?"
        r"(?:reporting|writing|editing|compiled|translated|translation|graphics?|photography|video)"
        r"(?: and (?:reporting|writing|editing))? by\b[^\"]{2,400}",
        ("(Reporting by Ann Lee; Editing by Bo Ray)", "Additional reporting by Ann Lee in Oslo"),
        ("Reporting for duty, he wept.",),
    ),
    LineRule(
        r"follow (?:[a-z@][^\"]{1,80} )?on (?:twitter|facebook|instagram)\b[^\"]{0,100}",
        ("Follow Ann Lee on Twitter @annlee.",),
        ("Follow him home",),
    ),
    LineRule(
        r"(?:media|press|editorial) (?:contact|enquir(?:y|ies)|inquir(?:y|ies))s?(?::[^\"]{0,200})?",
        ("Media contact", "Press enquiries: Ann Lee"),
        ("Press contact with the wall",),
    ),
    LineRule(r"(?:on )?twitter: ?@\w{1,30}", ("Twitter: @annlee",), ("Twitter: a history",)),
)

# Phrases of site chrome; a line made of nothing else is furniture. Case aside, longest first at run time.
CHROME: tuple[str, ...] = (
    "abstract",
    "ad feedback",
    "add comment",
    "advertisement",
    "advertising",
    "all rights reserved",
    "article continues after advertisement",
    "article continues below",
    "back to top",
    "bookmark",
    "click to expand",
    "close",
    "comment",
    "comments",
    "continue reading",
    "continue reading below",
    "continue reading the main story",
    "copy link",
    "email",
    "email this",
    "enlarge this image",
    "facebook",
    "full text",
    "getty images",
    "go to contents",
    "go to navigation",
    "home",
    "home top",
    "hide caption",
    "how can we improve",
    "image copyright",
    "instagram",
    "leave a comment",
    "linkedin",
    "listen to article",
    "load more",
    "loading",
    "log in",
    "media playback is unsupported on your device",
    "menu",
    "more on this story",
    "more stories",
    "most popular",
    "most read",
    "newsletter",
    "newsletter sign-up",
    "next article",
    "pinterest",
    "play video",
    "post",
    "previous article",
    "print",
    "print this",
    "read full article",
    "read more",
    "reddit",
    "related articles",
    "related stories",
    "related topics",
    "report a typo",
    "reprints",
    "save",
    "scroll to continue",
    "search",
    "send feedback",
    "send",
    "share",
    "share on facebook",
    "share on twitter",
    "share this",
    "share this article",
    "share this story",
    "show caption",
    "sign in",
    "sign up",
    "skip advertisement",
    "skip to content",
    "skip to main content",
    "skip to navigation",
    "sponsored content",
    "story continues below",
    "story continues below advertisement",
    "story highlights",
    "subscribe",
    "subscribe now",
    "text size",
    "thank you for your feedback",
    "thanks for your feedback",
    "toggle caption",
    "toggle navigation",
    "top stories",
    "trending",
    "tweet",
    "twitter",
    "view comments",
    "watch live",
    "whatsapp",
)

# Words that alone are as well a body's line ("Close." "Save."): furniture only beside other chrome.
CHROME_NOT_ALONE: tuple[str, ...] = ("close", "home", "post", "save", "search", "send")

# Chrome that stands between the headline and the text.
OPENS_TEXT: tuple[str, ...] = ("abstract", "full text", "story highlights")

# Furniture that carries words of its own.
FURNITURE: tuple[LineRule, ...] = (
    LineRule(
        r"(?:read more|see more|also read|read also|read next|related|see also|more"
        r"|up next|must read|recommended|don't miss|more from [^:\n]{2,40})"
        r"(?: stor(?:y|ies))?(?: on [^:\n]{2,30})?: ?[^\n]{3,160}(?<![.])",
        ("READ MORE: Talks fail in Oslo", "Related: Why it matters"),
        ("More: she wanted more.",),
    ),
    LineRule(
        r"(?:(?:\(c\)|©) ?\w|copyright,? (?:©|\(c\)|\d{4}|by\b))[^\"]{0,250}",
        ("© 2015 The Daily Paper. All rights reserved.", "Copyright 2015 The Paper"),
        ("copyrights matter",),
    ),
    LineRule(
        r"(?:(?:this material|this content) may not be (?:published|reproduced))[^\"]{0,200}",
        ("This material may not be published, broadcast, rewritten or redistributed.",),
        ("This material may burn.",),
    ),
    LineRule(r"our standards: ?[^\"]{3,80}", ("Our Standards: The Trust Principles.",), ("Our standards fell",)),
    LineRule(r"(?:click|tap) here (?:to|for) [^\"]{3,120}", ("Click here to read more.",), ("Click here.",)),
    LineRule(
        r"(?:sign up (?:for|to)|subscribe to|get) [^\"]{0,80}(?:newsletter|inbox|alerts)[^\"]{0,120}",
        ("Sign up for our daily newsletter.",),
        ("Sign up for class.",),
    ),
    LineRule(r"https?://[^\s]{4,300}", ("https://paper.com/story",), ("http",)),
)

# Words that may stand beside a date in a publication line.
PUBLICATION_WORDS: tuple[str, ...] = (
    "published",
    "updated",
    "posted",
    "modified",
    "edited",
    "filed",
    "created",
    "released",
    "issued",
    "date",
    "first",
    "last",
    "on",
    "at",
    "in",
    "of",
    "am",
    "pm",
    "est",
    "edt",
    "et",
    "pst",
    "pdt",
    "pt",
    "cst",
    "cdt",
    "ct",
    "mst",
    "mdt",
    "mt",
    "gmt",
    "bst",
    "utc",
    "cet",
    "cest",
    "kst",
    "jst",
    "ist",
    "hkt",
    "sgt",
    "aest",
    "aedt",
    "msk",
    "z",
    "t",
    "all",
    "news",
    "min",
    "mins",
    "minute",
    "minutes",
    "read",
    "hours",
    "hrs",
    "h",
    "the",
    "online",
    "and",
    "local",
    "time",
    "eastern",
    "pacific",
    "central",
)
