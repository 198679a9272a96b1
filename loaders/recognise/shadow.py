"""A normalised copy of a text that patterns run on, with the way back to the exact words (paragraphs, sentences: prose.py)."""

from __future__ import annotations

import re
from array import array

__all__ = ["Shadow", "legible"]

SAME = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u02bc",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "  ": "\t",
    "\n": "\f\v\u0085\u2028\u2029",
    "•": "\u2023\u25a0\u25aa\u25ab\u25cb\u25cf\u25e6\u2043\u2219\u27a2\uf0a7\uf0b7\uf0d8\uf0fc\u00b7",
    "": "\u200b\u200c\u200d\u2060\ufeff",
}
PLAIN = {odd: plain for plain, odds in SAME.items() for odd in odds}
PLAIN |= {"\u2026": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
ODD = r"(?<![ \t])[ \t]++(?=[\r\n])|\r\n?|\u00ad(?:\r\n?|\n)?|\*+|[" + "".join(map(re.escape, PLAIN)) + "]"
SET_IN = re.compile(r"(?<=[\r\n])[ \t\u00a0]*+(?=\S)")
FEWEST = 4  # lines that make a margin


INVISIBLE = re.compile(r"\u00ad(?:\r?\n)?|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|[\u200b\u200c\u200d\u2060\ufeff]")
LIGATURES = {ord(odd): plain for odd, plain in PLAIN.items() if odd in "ﬀﬁﬂﬃﬄﬅﬆ"}


def legible(printed: str) -> str:
    """Printed words on one line, as a reader sees them: dashes and quotation marks stay, what is invisible goes."""
    return " ".join(INVISIBLE.sub("", printed).translate(LIGATURES).split())


class Shadow:
    """`text` with one kind of quote, dash, space, bullet and line end; ligatures open; soft hyphens, emphasis, a margin and spaces at line ends gone.

    `start` is where the given text begins in its document: `origin` and `span` answer in the document's offsets.
    """

    __slots__ = ("_ends", "_origins", "length", "start", "text")

    def __init__(self, text: str, start: int = 0) -> None:
        self.start, self.length = start, len(text)
        self._origins, self._ends = array("l"), array("l")
        pieces: list[str] = []
        done = 0
        for match in _odd(text).finditer(text):
            pieces.append(self._copy(text, done, match.start()))
            pieces.append(self._replace(text, match))
            done = match.end()
        pieces.append(self._copy(text, done, len(text)))
        self.text = "".join(pieces)

    def origin(self, i: int) -> int:
        """Where in the document the character `i` of the shadow came from; past the end, the end."""
        if i < len(self._origins):
            return self.start + self._origins[i]
        return self.start + (self._ends[-1] if self._ends else 0)

    def span(self, i: int, j: int) -> tuple[int, int]:
        """Start and end in the document of the shadow's characters `i` to `j`."""
        first = self.origin(i)
        return (first, self.start + self._ends[j - 1]) if j > i else (first, first)

    def place(self, offset: int) -> int:
        """The first character of the shadow that came from `offset` of the document, or from beyond it."""
        low, high = 0, len(self._origins)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._origins[middle] < offset - self.start else (low, middle)
        return low

    def _copy(self, text: str, start: int, end: int) -> str:
        self._origins.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))
        return text[start:end]

    def _replace(self, text: str, match: re.Match[str]) -> str:
        plain = _plain(text, match)
        self._origins.extend([match.start()] * len(plain))
        self._ends.extend([match.end()] * len(plain))
        return plain


def _odd(text: str) -> re.Pattern[str]:
    """What is not copied as it stands; also the margin, where every line but perhaps the first is set in by it."""
    before = SET_IN.findall(text)
    margin = _shared(min(before), max(before)) if len(before) >= FEWEST else ""
    return re.compile(rf"(?P<margin>(?<![^\r\n]){re.escape(margin)}(?=[^\r\n]))|{ODD}" if margin else ODD)


def _shared(first: str, last: str) -> str:
    """What two words begin with; of the first and the last in order, it is what all between begin with too."""
    differ = (i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b)
    return first[: next(differ, min(len(first), len(last)))]


def _plain(text: str, match: re.Match[str]) -> str:
    odd = match[0]
    if odd[0] == "\r":
        return "\n"
    if match.groupdict().get("margin") or (odd[0] in " \t" and text[match.end() : match.end() + 1] in ("\r", "\n")):
        return ""
    if odd[0] == "*":
        return "•" if odd == "*" and _is_list_mark(text, match.start()) else ""
    return PLAIN.get(odd, "")


def _is_list_mark(text: str, at: int) -> bool:
    """An asterisk alone before a space at the head of a line; any other is emphasis."""
    before = re.split(r"[\r\n]", text[max(0, at - 9) : at])[-2:]
    heads_line = not before[-1].strip() and (len(before) == 2 or at < 9)
    return heads_line and text[at + 1 : at + 2] in (" ", "\t")
