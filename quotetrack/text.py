"""``fold(text)``: an image of the text for matching, of the same length, so that offsets never move."""

from __future__ import annotations

# One line a plain character: the odd ones that count as it. Every one is a single code point, so that length stays.
FOLDS: tuple[tuple[str, str], ...] = (
    ('"', "“”„‟«»＂〝〞"),
    ("'", "‘’‚‛`´′ʼ＇"),
    (" ", "\t\v\f\u00a0\u1680\u3000\ufeff"),
    (" ", "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"),
    ("\n", "\x1c\x1d\x1e\x85\u2028\u2029"),
    ("-", "‐‑−"),
    ("—", "―⸺⸻"),
    ("\ufffd", "\0"),  # so that U+0000 is free to stand for something else in what is matched
)
_PAIRS = tuple((odd, plain) for plain, odds in FOLDS for odd in odds)
_ASCII = tuple(pair for pair in _PAIRS if pair[0].isascii())


def fold(text: str) -> str:
    """The text with odd quotation marks, spaces, line ends and hyphens made plain, code point for code point.

    ``\\r\\n`` becomes a space and ``\\n``; a lone ``\\r`` is a line end. Dashes that are longer than a hyphen stay.

    >>> fold("“It’s dead,” he\\u00a0said.\\r\\n")
    '"It\\'s dead," he said. \\n'
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for odd, plain in _ASCII if text.isascii() else _PAIRS:
        if odd in text:
            text = text.replace(odd, plain)
    return text
