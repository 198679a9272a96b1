"""Findings cited by their numbers: `recommendations 16-18 and 20`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.findings.wording.leads import kind_of

__all__ = ["apart_by_number", "numbered"]

NUMBERS = re.compile(r"\b(?P<kind>recommendations?|areas? for improvement|afis?|causes? of concern)(?: (?:no\.? |nos\.? |numbers? |numbered )?|(?<=afi))(?P<list>\d{1,2}(?:\.\d{1,2})?(?: ?(?:,|and|&|to|-|,? and) ?\d{1,2}(?!\d| (?:months|days|weeks|years|per)))*)(?![\d%]|\.\d)\b")
RANGE = re.compile(r"(\d{1,2})(?: ?(?:-|to) ?(\d{1,2}))?")

EACH = re.compile(r"(?:^|,? and |[,;] (?:and |while |whilst )?)(?:by |under |in )?(?P<kind>recommendation|area for improvement|afi|cause of concern) (?:no\.? |number )?(?P<number>\d{1,2})\b,? (?=(?:(?:also )?(?:says?|asks?|requires?|calls?|states?|recommends?|provides?|would have|is|was|wants?|concerns?|relates?)\b[^,;]{0,40}? )?(?:that|to|for|how|forces|chief constables|them)\b)")
ANSWERED = re.compile(r"\b(?:has|have) (?:now |since |already |also )*been (?:met|complet|address|implement|accept|clos|discharg)\w*")


def numbered(sentence: str) -> list[tuple[str, str, str | None]]:
    """Kind, word and number of each finding that a sentence cites by number: `recommendations 16-18 and 20`."""
    cited: list[tuple[str, str, str | None]] = []
    for match in NUMBERS.finditer(sentence.lower()):
        kind, word = kind_of(match["kind"])
        cited += [(number, kind or "recommendation", word) for number in _expand(match["list"])]
    return list(dict.fromkeys(cited))


def apart_by_number(sentence: str) -> list[tuple[tuple[int, int], str, str, str | None]]:
    """`Recommendation 4 asks that …, and recommendation 7 that …`: where each stands, its number, kind and word."""
    low = sentence.lower()
    heads = list(EACH.finditer(low))
    if len(heads) < 2 or low[: heads[0].start()].strip() or ANSWERED.search(low):
        return []
    ends = [match.start() for match in heads[1:]] + [len(low)]
    kinds = [kind_of(match["kind"]) for match in heads]
    return [((match.start("kind"), end), match["number"], kind or "recommendation", word) for match, end, (kind, word) in zip(heads, ends, kinds, strict=True)]


def _expand(numbers: str) -> Iterator[str]:
    if "." in numbers:
        yield numbers
        return
    for match in RANGE.finditer(numbers):
        first, last = int(match[1]), int(match[2] or match[1])
        yield from (str(n) for n in range(first, min(last, first + 60) + 1))
