"""Grades that the words right beside them say are an earlier year's."""

from __future__ import annotations

import re

__all__ = ["AS_BEFORE", "IN_A_YEAR", "is_of_before"]

SPAN = 140
THAT_WAS = r"\b[^.;]{0,30}\b(?:that|it|this|they|both|the\s+(?:force|grade))\s+(?:was|were|had\s+been)\s*['\"]?$"
AS_BEFORE = re.compile(
    rf"\b(?:(?:a|one|two|three|four)\s+years?\s+(?:ago|earlier|before)|last\s+(?:year|time)|previously|before\s+that|the\s+(?:year|time|inspection|round)\s+before){THAT_WAS}", re.I
)
IN_A_YEAR = re.compile(rf"\bin\s+20\d\d{THAT_WAS}", re.I)
OF_A_YEAR = re.compile(
    r"['\")]*\s+(?:of|in|from)\s+(?:20\d\d(?:\s?[/-]\s?\d\d)?|(?:the\s+)?(?:previous|last|preceding|prior)\s+\w+)\b|['\")]*,?\s+(?:(?:only|just|some)\s+)?(?:an?|one|two|three|four|five|six|seven|eight|\d)\s+years?\s+(?:earlier|before|ago|previously)\b",
    re.I,
)
LEFT = re.compile(
    r"\b(?:from|than|up\s+on|down\s+on|fall|rise|drop|(?:as\s+)?against|compared\s+(?:with|to)|improvement\s+(?:on|from|over))\b[^.;:]{0,24}$",
    re.I,
)
WAS = re.compile(
    r"\b(?:last\s+time|previously|in\s+20\d\d|(?:an?|one|two|three|four|five)\s+years?\s+(?:earlier|before|ago)|at\s+(?:the|our|its)\s+(?:last|previous)\s+\w+|when)\b[^.;]{0,30}\b(?:had|held|was|were|got|received|been)\s+(?:an?\s+|the\s+)?(?:grade\s+of\s+)?['\"]?$",
    re.I,
)


ONCE = re.compile(r"(?:^|[,(])\s*(?:previously|formerly|once|hitherto|last\s+time|until\s+(?:now|then))\s+(?:graded\s+|rated\s+|judged\s+)?(?:as\s+)?['\"]?$", re.I)


def is_of_before(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the words right beside a grade say that it is an earlier one: "where last time we had …", "inadequate two years earlier", "a fall from the good of 2017"."""
    before, after = text[max(start, match.start() - SPAN) : match.start()], text[match.end() : match.end() + 60]
    if AS_BEFORE.search(before) or WAS.search(before) or ONCE.search(before):
        return True
    aside = re.match(
        r"['\")]*,?\s+(?:(?:only|just|some)\s+)?(?:an?|one|two|three|four|five|six|seven|eight|\d)\s+years?\s+(?:earlier|before|ago|previously)\b",
        after,
        re.I,
    )
    return bool(aside) or bool(LEFT.search(before) and OF_A_YEAR.match(after))
