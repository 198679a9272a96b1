"""Capital and small letters of the alphabets that have both: Latin with its marks, Greek, Cyrillic, Armenian."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["LOWER", "UPPER"]

BLOCKS = (range(0x41, 0x250), range(0x370, 0x588), range(0x1E00, 0x2000))  # Unicode blocks, by code points
MARKS = "\u0300-\u036f"  # accents that stand as characters of their own


def _class(belongs: Callable[[str], bool]) -> str:
    """The inside of a pattern's character class: every run of letters that belong."""
    found: list[list[int]] = []
    for point in (point for block in BLOCKS for point in block if belongs(chr(point))):
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in found)


UPPER = _class(str.isupper)
LOWER = _class(str.islower) + MARKS
