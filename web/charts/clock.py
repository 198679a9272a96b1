"""The 56 days of one report and one letter."""

from __future__ import annotations

from itertools import pairwise

from markupsafe import Markup

from web.charts.placing import BOLD, PLAIN, box, free, inside, width_of
from web.charts.svg import element, group, line, text

__all__ = ["clock"]

LEFT, RIGHT, WIDTH, Y = 28.0, 860.0, 1030.0, 34.0
ABOVE, BELOW = (14.0, 54.0), (66.0, 84.0)
CLOSE = 66.0  # px: days nearer than that have their numbers on two sides of the line


def clock(day: int, limit: int, published: str, last_day: str, dated: str) -> Markup:
    """Days from publication on: thick to the last day, dotted after it, a page at the letter's day. A list says the same beside it."""
    last = max(76, day + 5)
    at = lambda n: LEFT + (RIGHT - LEFT) * (min(n, last) - 1) / (last - 1)  # noqa: E731
    thick = element("path", d=f"M{LEFT} {Y}H{at(min(day, limit)):.0f}", class_="axis thick")
    beyond = element("path", d=f"M{at(limit):.0f} {Y}H{at(day):.0f}", class_="stroke dotted") if day > limit else line(at(day), Y, at(limit), Y, "thin")
    ends = line(LEFT, Y - 8, LEFT, Y + 8, "axis") + line(at(limit), Y - 14, at(limit), Y + 14, "axis")
    page = element("path", d="M-5 -7H3L7 -3V7H-5Z", class_="m", transform=f"translate({at(day):.0f} {Y})")
    above = _row(ABOVE, [(LEFT, "Day 1"), (at(limit), f"Day {limit}"), (at(day), f"Day {day}")], BOLD)
    close = 10 if any(at(b) - at(a) < CLOSE for a, b in pairwise(sorted({1, limit, day}))) else 0
    told = [(LEFT, f"Report published, {published}"), (at(limit), f"last day, {last_day}"), (at(day), f"letter dated {dated}")]
    drawn = group(thick, beyond, ends, page, *above, *_row(tuple(y + close for y in BELOW), told, PLAIN))
    return element("svg", drawn, width=WIDTH, height=100, viewBox=f"0 0 {WIDTH:.0f} 100", aria_hidden="true", focusable="false", class_="clock")


def _row(rows: tuple[float, ...], told: list[tuple[float, str]], each: float) -> list[Markup]:
    """Words under their days, each in the row that is free; what says the same as another at one place is said once."""
    taken, drawn = [], []
    for x, words in {words: (x, words) for x, words in told}.values():
        width = width_of(words, each)
        middle = inside(x, width, 0, WIDTH)
        boxes = [box(middle, y, width) for y in rows]
        row = free(boxes, taken)
        taken.append(boxes[row])
        drawn.append(text(middle, rows[row], words, "b mid" if each == BOLD else "q mid"))
    return drawn
