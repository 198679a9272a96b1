"""What a table of grades is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.recognise.grades.targets import PILLAR, QUESTION
from loaders.recognise.lines import Line

__all__ = ["ANY", "BARE", "BULLET", "EARLIER", "MARK", "STROKE", "VERB", "WORD", "Row", "is_asked", "is_name", "names_of"]

WORD = r"(?:outstanding|good|adequate|inadequate|requir(?:es|ing)\s+improvement(?:\s+\(RI\))?)"
ANY = r"(?:outstanding|good|adequate|inadequate|requir(?:es?|ing|ed)[ \n-]+improvement(?:\s+\(RI\))?)"
MARK = r"(?:[•-]\s+|\d{1,2}\s{2,}|\(?\w{1,2}[.)]\s+|\|\s*)?"
BARE = re.compile(rf"{MARK}(?:grade\s*:?\s*|judge?ment\s*:?\s*|overall\s*:?\s*)?['\"]?(?P<grade>{WORD})['\"]?\s*[.|]?$", re.I)
BULLET = re.compile(r"\s*(?:[•-]|\(?\w{1,2}[.)])\s+")
VERB = re.compile(r"\b(?:is|are|was|were|has|have|been|be|I|we|should|would|will|said|found|graded|judged|rated|that|which|not)\b")
STROKE = "|"
EARLIER = 0  # a year that no report has


@dataclass(frozen=True, slots=True)
class Row:
    """A grade of a table: what for, under which pillar's heading, the year that its column is headed with, and whose it is where the row says so."""

    start: int
    end: int
    what: str
    grade: str
    pillar: str | None = None
    year: int | None = None
    of: str | None = None


NOTHING = re.compile(r"(?:none|nil|n/?a|no\s+areas?|nothing|-+|0)\W*", re.I)


def names_of(cell: str) -> list[str]:
    """The names in a cell, parted by semicolons; "none" and a dash are none."""
    parts = [part.strip(" .") for part in re.split(r"\s*;\s*(?:and\s+)?", cell)]
    return [part for part in parts if part and not NOTHING.fullmatch(part)]


def is_asked(what: str) -> bool:
    """Whether words name a pillar or a question, and tell nothing of it."""
    return len(what) < 110 and not VERB.search(what) and bool(PILLAR.search(what) or QUESTION.search(what))


def is_name(line: Line) -> bool:
    return bool(PILLAR.search(line.text) or QUESTION.search(line.text)) and len(line.text) < 90 and not VERB.search(line.text)
