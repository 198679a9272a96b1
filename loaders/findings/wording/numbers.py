"""Findings cited by their numbers: `recommendations 16-18 and 20`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.findings.wording.leads import kind_of

__all__ = ["numbered"]

NUMBERS = re.compile(r"\b(?P<kind>recommendations?|areas? for improvement|afis?|causes? of concern)(?: (?:no\.? |nos\.? |numbers? |numbered )?|(?<=afi))(?P<list>\d{1,2}(?:\.\d{1,2})?(?: ?(?:,|and|&|to|-|,? and) ?\d{1,2}(?!\d| (?:months|days|weeks|years|per)))*)(?![\d%]|\.\d)\b")
RANGE = re.compile(r"(\d{1,2})(?: ?(?:-|to) ?(\d{1,2}))?")


def numbered(sentence: str) -> list[tuple[str, str, str | None]]:
    """Kind, word and number of each finding that a sentence cites by number: `recommendations 16-18 and 20`."""
    cited: list[tuple[str, str, str | None]] = []
    for match in NUMBERS.finditer(sentence.lower()):
        kind, word = kind_of(match["kind"])
        cited += [(number, kind or "recommendation", word) for number in _expand(match["list"])]
    return list(dict.fromkeys(cited))


def _expand(numbers: str) -> Iterator[str]:
    if "." in numbers:
        yield numbers
        return
    for match in RANGE.finditer(numbers):
        first, last = int(match[1]), int(match[2] or match[1])
        yield from (str(n) for n in range(first, min(last, first + 60) + 1))
