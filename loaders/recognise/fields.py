"""Labelled lines of a memorandum, a form or a panel paper (`FROM`, `Date of response:`): what each label asks for."""

from __future__ import annotations

import re
from enum import Enum

__all__ = ["Field", "field_of"]


class Field(Enum):
    """What the value of a labelled line says."""

    AUTHOR = "author"
    ADDRESSEE = "addressee"
    DATE = "date"
    TITLE = "title"
    ISSUED = "issued"
    COPIES = "copies"
    FORCE = "force"
    OFFICE_WORK = "office work"


OVERSEER = r"(?:(?:police\s+and\s+crime\s+)?commissioner|PF?CC|author|respondent|sender|writer|signatory)"
RESPONSE = r"(?:(?:this\s+)?(?:response|letter|reply|comments?|submission|statement|memorandum))"
REPORT = r"(?:(?:the\s+)?(?:HMIC(?:FRS)?\s+)?(?:inspection\s+report|inspection|report|publication|review)s?)"
LABELS = (
    (Field.TITLE, rf"(?:title|name)(?:\s+of)?\s+{REPORT}|{REPORT}\s+(?:title|name)|{REPORT}(?:\s+(?:answered|commented\s+on))?(?=\s*:)|(?:in\s+)?respon(?:se|ding)\s+to(?=\s*:)|subject|title|re|pwnc|regarding|on(?=\s*:)"),
    (Field.DATE, rf"date\s+of\s+(?:the\s+)?meeting|meeting\s+date|(?:date\s+of\s+)?{RESPONSE}\s+(?:dated?|sent)|date\s+(?:of\s+)?{RESPONSE}|date\s+of\s+decision|decision\s+date|dated?|sent|dyddiad(?:\s*/\s*date)?"),
    (Field.ISSUED, r"(?:date\s+of\s+)?(?:issue|publication|release)(?:\s+date)?|date\s+(?:of\s+)?(?:published|issued)|(?:report\s+)?(?:published|issued|released)(?:\s+on)?"),
    (Field.AUTHOR, rf"name\s+of\s+(?:the\s+)?{OVERSEER}|{OVERSEER}(?:'s)?(?:\s+name)?(?=\s*:)|{RESPONSE}\s+(?:of|from|by)|report\s+(?:of|by|author)|decision[- ]maker|local\s+policing\s+body(?=\s*:)|(?:completed|submitted|prepared|written|signed)\s+by|on\s+behalf\s+of|from|author|by(?=\s*:)|o(?=\s*:)"),
    (Field.ADDRESSEE, rf"(?:{RESPONSE}\s+)?(?:addressed|sent|submitted)\s+to|report\s+to|prepared\s+for|for\s+the\s+attention\s+of|addressee|recipient|to|FAO|(?:for|at|i)(?=\s*:)"),
    (Field.COPIES, r"copies(?:\s+to)?|cop(?:y|ied)(?:\s+to)?|c\.?c\.?|for\s+information|(?:other\s+)?recipients|distribution"),
    (Field.FORCE, r"name\s+of\s+(?:the\s+)?(?:police\s+)?(?:force|area)|police\s+(?:force|area)|force\s+area"),
    (
        Field.OFFICE_WORK,
        r"(?:document|file|case|form)(?:\s+(?:ref(?:erence)?|name|no|number|title|status))?|handling|(?:security\s+)?(?:classification|marking)|version|lead\s+(?:officer|inspector)|issued\s+by|published\s+by"
        r"|(?:time|place)\s+of\s+(?:the\s+)?meeting|meeting|agenda\s+item|committee|public\s*/\s*non[- ]public\W*|contact(?:\s+officer)?|attach(?:ed|ments?)|enclos(?:ed|ures?)|scanned",
    ),
)
SEPARATOR = r"(?P<mark>\s*:\s*|\s{2,}(?=['\"(]?[A-Z0-9]))"
PATTERNS = tuple((field, re.compile(rf"(?:{label}){SEPARATOR}", re.I)) for field, label in LABELS)
LONGEST = 260


def field_of(words: str) -> tuple[Field, int] | None:
    """What a labelled line asks for, and where its value begins; nothing where the line has no known label."""
    if len(words) > LONGEST:
        return None
    for field, pattern in PATTERNS:
        match = pattern.match(words)
        if match and (":" in match["mark"] or words[: match.start("mark")].strip()[:1].isupper()):
            return field, match.end()
    return None
