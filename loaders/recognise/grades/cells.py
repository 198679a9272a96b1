"""What a table of grades is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.recognise.grades.targets import PILLAR, QUESTION
from loaders.recognise.lines import Line
from loaders.recognise.words import GRADES

__all__ = ["ANY", "BARE", "BULLET", "EARLIER", "GRADED", "LABEL", "MARK", "STROKE", "UNGRADED", "VERB", "WORD", "Row", "is_asked", "is_name", "is_question", "listed", "names_of"]

WORD = rf"(?:{GRADES}|requir(?:es|ing)\s+improvement(?:\s+\(RI\))?)"
ANY = rf"(?:{GRADES}|requir(?:es?|ing|ed)[ \n-]+improvement(?:\s+\(RI\))?)"
MARK = r"(?:[•-]\s+|\d{1,2}\s{2,}|\d{1,2}(?:\.\d{1,2})+\.?\s+|\(?[ivx]{1,4}[.)]\s+|\(?\w{1,2}[.)]\s+|\|\s*)?"
BARE = re.compile(rf"{MARK}(?:grade\s*:?\s*|judge?ment\s*:?\s*|overall(?:\s?:\s?|\s)(?!\s))?['\"]?(?P<grade>{WORD})['\"]?\s*[.|]?$", re.I)
LABEL = re.compile(r"(?:(?:HMIC(?:FRS)?(?:'s)?|PEEL|overall|inspection|current|our|force|the)\s+)*(?:grade|grading|judge?ment|rating|assessment|verdict)", re.I)
BULLET = re.compile(r"\s*(?:[•-]|\d{1,2}(?:\.\d{1,2})+\.?|\(?[ivx]{1,4}[.)]|\(?\w{1,2}[.)])\s+")
GRADED = re.compile(rf"\b{ANY}(?!\w|\s+use\s+of)", re.I)
VERB = re.compile(r"\b(?:is|are|was|were|has|have|been|be|I|we|should|would|will|could|can|may|might|must|had|says?|said|found|graded|judged|rated|that|which|not)\b")
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


NOTHING = re.compile(r"(?:none|nil|n/?a|no\s+areas?|nothing|-+|\d{1,2}(?:\s+areas?)?)\W*", re.I)
UNGRADED = re.compile(r"(?:not\s+(?:asked|graded|inspected|assessed|applicable|included|judged|given|yet\s+graded)|ungraded|no\s+grade|n/?a|new|none|-+)\W*", re.I)
BETWEEN = re.compile(r"(?:[\s,;&.]|\b(?:and|in|at|for|how|it|the|force|on|its|of|as|well)\b)*", re.I)
LEADING = re.compile(r"^(?:(?:and|in|at|for|on)\s+)+", re.I)


def names_of(cell: str) -> list[str]:
    """The names in a cell or a list: as the inspection asks them, else parted by semicolons; "none" and a dash are none."""
    parts = [LEADING.sub("", part.strip(" .")) for part in re.split(r"\s*;\s*(?:and\s+)?", cell)]
    return [name for part in parts if part and not NOTHING.fullmatch(part) for name in _asked(part) or [part]]


def listed(words: str) -> list[str]:
    """The names of a list in a sentence or after a colon; commas part them where semicolons do not."""
    names = names_of(words)
    if len(names) > 1 or ";" in words or is_question(words.strip(" .")):
        return names
    parts = [LEADING.sub("", part.strip(" .")) for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+(?=(?:in|at|for)\s)", words)]
    return [part for part in parts if part and not NOTHING.fullmatch(part)]


def is_question(words: str) -> bool:
    return bool(QUESTION.fullmatch(LEADING.sub("", words)))


def _asked(words: str) -> list[str]:
    """The questions and pillars of which a list is made, where it holds nothing else."""
    found = [match[0] for match in QUESTION.finditer(words)] or [match[0] for match in PILLAR.finditer(words)]
    rest = QUESTION.sub(" ", words) if QUESTION.search(words) else PILLAR.sub(" ", words)
    return found if len(found) > 1 and BETWEEN.fullmatch(rest) else []


def is_asked(what: str) -> bool:
    """Whether words name a pillar or a question, and tell nothing of it."""
    return len(what) < 110 and not VERB.search(what) and bool(PILLAR.search(what) or QUESTION.search(what))


def is_name(line: Line) -> bool:
    return bool(PILLAR.search(line.text) or QUESTION.search(line.text)) and len(line.text) < 90 and not VERB.search(line.text) and not GRADED.search(line.text)
