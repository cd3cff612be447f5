"""How a headline or a slug says which version of an article this is. Data only.

Each entry: a pattern for the front of the line, the version where the pattern's group gives no number, a line that must
match and one that must not.
"""

from __future__ import annotations

SLUGS: tuple[tuple[str, int, str, str], ...] = (
    (r"\(?\s*(\d{1,2})(?:st|nd|rd|th)\s+LD\s*\)?[\s:-]*", 2, "(2nd LD) Talks end", "2nd lady speaks"),
    (r"\(?\s*LEAD\s*\)?(?=[\s:-]|$)[\s:-]*", 1, "(LEAD) Talks end", "LEADERS meet in Geneva"),
    (r"\(?\s*UPDATE\s+(\d{1,2})\s*\)?(?=[\s:-]|$)[\s:-]*", 1, "UPDATE 3-Talks end", "UPDATED figures please markets"),
    (r"\(?\s*WRAPUP\s+(\d{1,2})\s*\)?(?=[\s:-]|$)[\s:-]*", 1, "WRAPUP 2-Talks end", "Wrap up warm, forecasters say"),
    (r"\(?\s*UPDATED?\s*\)?\s*\d{0,2}\s*[:-][\s:-]*", 1, "UPDATE: Talks end", "UPDATED figures please markets"),
    (r"\(?\s*CORRECTED\s*\)?\s*[:-][\s:-]*", 1, "CORRECTED: Talks end", "CORRECTED figures please markets"),
    (r"\(\s*URGENT\s*\)\s*", -1, "(URGENT) Talks end", "URGENT talks begin"),
)
