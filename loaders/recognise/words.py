"""Words of which there is one list: numbers, their places in a row, months, pillars and grades."""

from __future__ import annotations

import calendar

__all__ = ["GRADES", "MONTHS", "MONTH_WORDS", "NUMBERS", "ORDINALS", "OTHER_BODIES", "PILLARS", "number_words", "ordinal_words"]

UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
NUMBERS = {word: n for n, word in enumerate(UNITS, 1)} | TENS | {f"{ten}-{unit}": n + i for ten, n in TENS.items() for i, unit in enumerate(UNITS[:9], 1)}
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth "
    "twenty-ninth thirtieth thirty-first"
).split()
MONTHS = [name for name in calendar.month_name if name]
MONTH_WORDS = "|".join(MONTHS).lower()  # alternatives of a pattern
PILLARS = ("effectiveness", "efficiency", "legitimacy", "leadership")
GRADES = "outstanding|good|adequate|inadequate"  # alternatives of a pattern; the fifth is a verb of many forms, `requires improvement`

OTHER_BODIES = "panel|auditors?|ombudsman|ipcc|iopc|coroner|committee|council|commission|federation|union|peer review|ministry|department"  # who recommends besides the inspectors


def number_words(first: int, last: int) -> str:
    """The numbers from `first` to `last`, at most 20, as the alternatives of a pattern: `two|three|four`."""
    return "|".join(UNITS[first - 1 : last])


def ordinal_words(last: int) -> str:
    """The places from the first to `last` as the alternatives of a pattern: `first|second|third`."""
    return "|".join(ORDINALS[:last])
