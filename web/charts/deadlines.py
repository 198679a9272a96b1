"""Reports and letters along the days of the limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from web.charts.svg import chart, element, group, line, text

__all__ = ["Row", "deadlines", "deadlines_narrow"]

LEFT, RIGHT, STEP, MOST = 290.0, 866.0, 34.0, 20
PAGE = "M-5 -7H3L7 -3V7H-5Z"
NARROW, TALL = 280.0, 74.0  # px: as wide as the smallest page; a report with its words above its line


@dataclass(frozen=True)
class Row:
    """A report; `day` is the letter's day on the clock, if both dates are known to the day."""

    label: str
    day: int | None
    words: str


def deadlines(rows: list[Row], limit: int) -> Markup:
    """A line for each report from day 1 to the letter's day; thick past the last day. At most 20, the newest."""
    shown = rows[-MOST:]
    scale = _scale(shown, LEFT, RIGHT)
    foot = 24 + STEP * len(shown)
    drawn = [element("rect", x=LEFT, y=12, width=scale(limit) - LEFT, height=foot - 12, class_="washed")]
    for i, row in enumerate(shown):
        drawn += _row(row, 30 + STEP * i, scale, limit)
    drawn += [
        line(scale(limit), 4, scale(limit), foot + 6, "axis"),
        line(LEFT, foot, RIGHT, foot, "thin"),
        text(LEFT, foot + 24, "day 1, report published", "q"),
        text(scale(limit), foot + 24, f"day {limit}, the last day", "b mid"),
    ]
    return chart(1072, foot + 32, "Letters and the day of their limit", f"{len(shown)} reports; the table below says the same.", *drawn)


def _scale(rows: list[Row], left: float, right: float) -> Callable[[int], float]:
    """From a day to its place; day 80 or five days after the last letter at the right end."""
    last = max([80, *(row.day + 5 for row in rows if row.day)])
    return lambda day: left + (right - left) * (day - 1) / (last - 1)


def deadlines_narrow(rows: list[Row], limit: int) -> Markup:
    """The same for narrow pages: each report's name and words above its line, so that nothing has to be scrolled to."""
    shown = rows[-MOST:]
    scale = _scale(shown, 0, NARROW)
    foot = TALL * len(shown) + 8
    drawn = [element("rect", x=0, y=4, width=scale(limit), height=foot - 4, class_="washed")]
    for i, row in enumerate(shown):
        drawn += _above(row, 24 + TALL * i, scale, limit)
    drawn += [text(0, foot + 18, "day 1", "q"), text(scale(limit), foot + 18, f"day {limit}, the last", "b mid")]
    said = f"{len(shown)} reports; the table below says the same."
    return chart(NARROW, foot + 24, "Letters and the day of their limit, one below another", said, *drawn, class_="chart narrow")


def _above(row: Row, y: float, scale: Callable[[int], float], limit: int) -> list[Markup]:
    words = group(text(4, y, row.label, "b"), text(4, y + 18, row.words))
    last = line(scale(limit), y + 27, scale(limit), y + 41, "axis")
    if row.day is None:
        return [line(0, y + 34, NARROW, y + 34, "dots"), last, words]
    x = scale(row.day)
    late = line(scale(limit), y + 34, x, y + 34, "late") if row.day > limit else Markup("")
    page = element("path", d=PAGE, class_="m", transform=f"translate({min(x, NARROW - 7):.1f} {y + 34})")
    return [line(0, y + 34, min(x, scale(limit)), y + 34, "axis"), late, last, page, words]


def _row(row: Row, y: float, scale: Callable[[int], float], limit: int) -> list[Markup]:
    label = text(LEFT - 12, y + 5, row.label, "b end")
    if row.day is None:
        half = 4 + 3.7 * len(row.words)
        middle = (LEFT + scale(limit)) / 2
        return [label, line(LEFT, y, middle - half, y, "dots"), line(middle + half, y, RIGHT, y, "dots"), text(middle, y + 5, row.words, "mid")]
    x = scale(row.day)
    late = line(scale(limit), y, x, y, "late") if row.day > limit else Markup("")
    page = element("path", d=PAGE, class_="m", transform=f"translate({x + 8:.1f} {y})")
    return [label, line(LEFT, y, min(x, scale(limit)), y, "axis"), late, page, text(x + 22, y + 5, row.words)]
