"""Reports of the PEEL programme as running text names them: `the PEEL 2021/22 inspection of Exmoor Police`, `the effectiveness strand of PEEL 2016`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.recognise.words import PILLARS

__all__ = ["peel_names"]

PILLAR = rf"(?:{'|'.join(PILLARS)}|vulnerability)"
YEAR = r"20\d\d(?:\s?[/-]\s?(?:20)?\d\d)?\b"
PROPER = r"(?-i:(?!HMI|PEEL\b|Her\b|His\b|Home\b|I\b|The\b|We\b|My\b|It\b|In\b|This\b|These\b|Its\b)[A-Z][\w'-]+(?:\s+(?:(?:and|&|of|upon)\s+)?(?!HMI|An?\b)[A-Z][\w'-]+){0,4})"
KIND = r"(?:inspections?|assessments?|reports?|reviews?|round|programme|re-?inspections?)"
SMALL = r"(?:of|into|in|for|on|to|about|my|our|your|the|this|and|&|by)"
ROUND = rf"\((?=[^()]{{0,60}}\b{YEAR})(?=[^()]*\b(?:round|tranche|cycle|programme)\b)[^()]*\)"
STEP = rf"\s+(?:police\b|{PILLAR}\b|{KIND}\b|{YEAR}|\(including\s+leadership\)|{ROUND}|\({PILLAR}\)|An?\s+inspection\s+of\b|{SMALL}\b|{PROPER})"
JOIN = rf"(?:\s*[:,-](?=\s+(?:police\s+)?{PILLAR}\b|\s+{YEAR})|\s*[:,-](?=\s+(?:An?\s+)?inspection\s+of)|\s*[:-](?=\s+(?-i:[A-Z])))?"
STRAND = rf"(?:{PILLAR}\s+(?:strand|part|pillar|element|arm|leg|section|report|inspection|assessment)s?\s+of\s+(?:(?:the|its|their|this|your)\s+)?(?:HMIC\w*(?:'s)?\s+)?)?"
NAME = re.compile(rf"{STRAND}(?:(?<!\d){YEAR}\s+)?(?:\b(?:integrated|full)\s+)?\bPEEL\b(?:{JOIN}{STEP}){{0,24}}+", re.I)
ON_PILLAR = re.compile(rf"\b{KIND}\s+(?:on|into|of)\s+(?:the\s+)?{PILLAR}\b[^.;()\n]{{0,60}}\(\s*PEEL\s+{YEAR}\)", re.I)
LOOSE_END = re.compile(rf"(?:[\s:,-]+(?:{SMALL}|(?-i:police)|programme|An?\s+inspection\s+of))+$", re.I)


def peel_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of what names a report of a round: with its year or a pillar, or as the assessment of somebody."""
    whole = [match.span() for match in ON_PILLAR.finditer(text, start, end)]
    yield from whole
    for match in NAME.finditer(text, start, end):
        words = match[0]
        if any(a < match.start() < b for a, b in whole):
            continue
        words = words[: len(words) - len(cut[0])] if (cut := LOOSE_END.search(words)) else words
        if re.search(rf"\b{YEAR}", words) or re.search(rf"\b{PILLAR}\b.*\b{KIND}\b|\b{KIND}\b.*\b{PILLAR}\b|\b{KIND}\s+(?:of|into|on|for)\s+(?-i:[A-Z])", words, re.I):
            yield match.start(), match.start() + len(words)
