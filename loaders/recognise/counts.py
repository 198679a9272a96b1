"""Numbers that a letter states: how many areas for improvement, recommendations, causes of concern a report has."""

from __future__ import annotations

import re

from loaders.letter import Count
from loaders.recognise.anatomy import Anatomy

__all__ = ["counts"]

WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
NUMBERS = {word: n for n, word in enumerate(WORDS, 1)} | {"no": 0, "a": 1, "an": 1}
NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(WORDS)})"
BETWEEN = r"(?:\s+(?!(?i:recommendations?|areas?|causes?|afi|of|and|or|that|which|the|in)\b)[a-z'-]+){0,3}?"
KINDS = (
    ("area_for_improvement", r"areas?\s+(?:for\s+improvement|AFI'?s)|areas?\s+identified\s+for\s+improvement|AFI'?s?"),
    ("recommendation", r"recommendations?"),
    ("cause_of_concern", r"causes?\s+(?:of|for)\s+concern"),
    ("concern", r"concerns"),
    ("other", r"areas|categories|questions|themes|pillars|forces|requirements|examples|strands"),
)
COUNT = re.compile(rf"\b{NUMBER}{BETWEEN}\s+(?:(?P<{KINDS[0][0]}>{KINDS[0][1]})|" + "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS[1:]) + r")\b", re.I)
OF_WHICH = re.compile(rf"(?:\bof\s+(?:which|these|them),?\s+|\bwith\s+){NUMBER}\b(?=\s+(?:\w+\s+){{0,4}}(?:for|to|relate|appl|are|is|specif|directed|addressed))", re.I)


def counts(anatomy: Anatomy) -> tuple[Count, ...]:
    """Every stated number with its clause; *eight of them* counts what the sentence counted before."""
    found = []
    for start, end in anatomy.sentences:
        last = "other"
        for match in COUNT.finditer(anatomy.flat, start, end):
            last = match.lastgroup if match.lastgroup != "n" else last
            found.append(_count(anatomy, match, str(last)))
        found += [_count(anatomy, match, last) for match in OF_WHICH.finditer(anatomy.flat, start, end) if last != "other"]
    return tuple(sorted(found, key=lambda count: count.quote.start))


def _count(anatomy: Anatomy, match: re.Match[str], kind: str) -> Count:
    word = match["n"].lower()
    return Count(kind, int(word) if word.isdigit() else NUMBERS[word], anatomy.quote(*match.span()))
