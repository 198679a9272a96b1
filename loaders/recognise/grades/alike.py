"""Grades that are none by their own words, and are by those beside them: "at A, adequate; and at B, good"."""

from __future__ import annotations

import re

__all__ = ["ENDS", "is_alike"]

SPAN = 140
ENDS = re.compile(r"""['")]*(?:\s+(?:too|also|again|overall|as\s+well))?\s*(?:[;,.)]|$)""")
PART = re.compile(
    r"(?:^|[;,(:]|\band)\s*(?:(?:and|but|then|now|currently|this\s+time)\s+)?(?:(?:at|in|for|on|as\s+(?:to|for|regards))\s+[^,;:]{3,110},|[^,;:()]{3,60}\s*(?:=|:|\s-)|(?<=;)\s*(?:and\s+)?[a-z][^,;:()]{3,60},|(?<=:)\s*[a-z][^,;:()]{3,60},)\s*['\"]?$",
    re.I,
)
AND_AS = re.compile(r"(?:\band|\bthen|,|;)\s+(?:(?:[^,;:.]{3,80}|in\s+20\d\d),?\s+)?(?:as|to\s+be)\s+(?:an?\s+)?['\"]?$", re.I)
ON_THE_NEXT = re.compile(r"['\"]\s+(?:on|in|for|at)\s+the\s+(?:first|second|third|fourth|other|last|rest)\b", re.I)
AND_TO = re.compile(r"(?:,|;|\band|\bbut)\s+[^,;:.]{3,80}\s+to\s+['\"]?$", re.I)


def is_alike(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether a grade stands, beside others, as the end of a part of its sentence: "at A, adequate;", "vetting, good;"."""
    before = text[max(start, match.start() - SPAN) : match.start()]
    if text[match.start() - 1] in "'\"" and ON_THE_NEXT.match(text, match.end(), end):
        return True
    return bool(
        ENDS.match(text, match.end(), end)
        and (PART.search(before) or AND_AS.search(before) or (match["grade"].lower() == "require improvement" and AND_TO.search(before)))
    )
