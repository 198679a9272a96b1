"""Where words stand in a drawing: inside it, and on the side where least is in their way."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["BOLD", "PLAIN", "Box", "box", "free", "inside", "width_of"]

PLAIN, BOLD = 8.3, 9.3  # px: how wide a letter of the charts is at most on average, in the widest sans face that a system may choose
HEIGHT = 18.0
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def width_of(words: str, each: float = PLAIN) -> float:
    """How wide words are drawn at most, in px."""
    return each * len(words)


def inside(x: float, width: float, left: float, right: float) -> float:
    """The middle of words that are to stand around `x` and must not leave the drawing."""
    return max(left + width / 2, min(x, right - width / 2))


def box(middle: float, base: float, width: float, lines: int = 1) -> Box:
    """What lines of words cover, the last of them written at `base`."""
    return middle - width / 2, base - HEIGHT * lines + 4, middle + width / 2, base + 4


def overlap(a: Box, b: Box) -> float:
    """The area that two boxes share."""
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def free(places: Iterable[Box], taken: Iterable[Box]) -> int:
    """Which of several places is least covered by what is taken; the first of equals."""
    taken = list(taken)
    costs = [sum(overlap(place, other) for other in taken) for place in places]
    return costs.index(min(costs))
