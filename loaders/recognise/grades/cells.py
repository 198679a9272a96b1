"""What a table of grades is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.recognise.grades.targets import PILLAR, QUESTION
from loaders.recognise.lines import Line

__all__ = ["BARE", "BULLET", "MARK", "STROKE", "VERB", "WORD", "Row", "is_name"]

WORD = r"(?:outstanding|good|adequate|inadequate|requir(?:es|ing)\s+improvement)"
MARK = r"(?:[•-]\s+|\d{1,2}\s{2,}|\(?\w{1,2}[.)]\s+|\|\s*)?"
BARE = re.compile(rf"{MARK}(?:grade\s*:?\s*|judge?ment\s*:?\s*|overall\s*:?\s*)?['\"]?(?P<grade>{WORD})['\"]?\s*[.|]?$", re.I)
BULLET = re.compile(r"\s*(?:[•-]|\(?\w{1,2}[.)])\s+")
VERB = re.compile(r"\b(?:is|are|was|were|has|have|been|be|I|we|should|would|will|said|found|graded|judged|rated|that|which|not)\b")
STROKE = "|"


@dataclass(frozen=True, slots=True)
class Row:
    """A grade of a table: what for, under which pillar's heading, and the year that its column is headed with."""

    start: int
    end: int
    what: str
    grade: str
    pillar: str | None = None
    year: int | None = None


def is_name(line: Line) -> bool:
    return bool(PILLAR.search(line.text) or QUESTION.search(line.text)) and len(line.text) < 90 and not VERB.search(line.text)
