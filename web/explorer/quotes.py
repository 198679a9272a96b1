"""Where quoted words stand: the paragraph's number, the rest of the printed sentence, the place in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge import things

__all__ = ["paragraph_of", "paragraphs", "sentence"]

BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
ENDS = re.compile(r"([.!?][\"'”’)*]*)\s+(?=[\"'“‘(*]?[A-Z0-9])|\n\s*(?:[-–•*]+|\d{1,2}[.)])\s*[*_]*")  # a full stop, or a new line of a list
ABBREVIATED = re.compile(r"\b(?:Rt|Hon|Mr|Mrs|Ms|Dr|St|No|cc|Cc|e\.g|i\.e|[A-Z])\.\s*$")
LONG_LINE = 200


@lru_cache(maxsize=4096)
def paragraphs(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The paragraphs of a letter: what blank lines part; in a block with long lines, each line."""
    return tuple(piece for block in _pieces(text, start, end, BLANK) for piece in _lines(text, *block))


def _pieces(text: str, start: int, end: int, between: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches between matches, without white space at their ends."""
    cuts = [start, *(place for match in between.finditer(text, start, end) for place in match.span()), end]
    for a, b in zip(cuts[::2], cuts[1::2], strict=True):
        words = text[a:b]
        if words.strip():
            yield a + len(words) - len(words.lstrip()), b - len(words) + len(words.rstrip())


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = list(_pieces(text, start, end, re.compile("\n")))
    return lines if any(b - a > LONG_LINE for a, b in lines) else [(start, end)]


def paragraph_of(text: str, letter: things.Letter | None, place: int) -> int | None:
    """The number of the paragraph that a place stands in, counted from the letter's first line."""
    if letter is None:
        return None
    found = [n for n, (_, end) in enumerate(paragraphs(text, letter.start, letter.end), 1) if place < end]
    return found[0] if found else None


def sentence(text: str, letter: things.Letter | None, start: int, end: int) -> tuple[int, int]:
    """The printed sentence (or sentences) that the words stand in, without a list's marks; the words alone where no letter is known."""
    if letter is None:
        return start, end
    around = [span for span in paragraphs(text, letter.start, letter.end) if span[0] < end and start < span[1]]
    if not around:
        return start, end
    first, last = around[0][0], around[-1][1]
    ends = [match for match in ENDS.finditer(text, first, last) if not ABBREVIATED.search(text[max(first, match.start() - 6) : match.end()])]
    begins = max([first, *(match.end() for match in ends if match.end() <= start)])
    stops = min([last, *(match.start() + len(match[1] or "") for match in ends if match.start() + 1 >= end)])
    before, after = text[min(begins, start) : start], text[end : max(stops, end)]
    return (begins if any(map(str.isalnum, before)) else start), (stops if any(map(str.isalnum, after)) or after[:1] == "." else end)
