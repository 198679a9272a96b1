"""Reports and letters along the days of the limit."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from web.charts.svg import chart, element, line, text

__all__ = ["Row", "deadlines"]

LEFT, RIGHT, STEP, MOST = 290.0, 866.0, 34.0, 20


@dataclass(frozen=True)
class Row:
    """A report; `day` is the letter's day on the clock, if both dates are known to the day."""

    label: str
    day: int | None
    words: str


def deadlines(rows: list[Row], limit: int) -> Markup:
    """A line for each report from day 1 to the letter's day; thick past the last day. At most 20, the newest."""
    shown = rows[-MOST:]
    last = max([80, *(row.day + 5 for row in shown if row.day)])
    scale = lambda day: LEFT + (RIGHT - LEFT) * (day - 1) / (last - 1)  # noqa: E731
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


def _row(row: Row, y: float, scale, limit: int) -> list[Markup]:  # type: ignore[no-untyped-def]
    label = text(LEFT - 12, y + 5, row.label, "b end")
    if row.day is None:
        half = 4 + 3.7 * len(row.words)
        middle = (LEFT + scale(limit)) / 2
        return [label, line(LEFT, y, middle - half, y, "dots"), line(middle + half, y, RIGHT, y, "dots"), text(middle, y + 5, row.words, "mid")]
    x = scale(row.day)
    late = line(scale(limit), y, x, y, "late") if row.day > limit else Markup("")
    page = element("path", d="M-5 -7H3L7 -3V7H-5Z", class_="m", transform=f"translate({x + 8:.1f} {y})")
    return [label, line(LEFT, y, min(x, scale(limit)), y, "axis"), late, page, text(x + 22, y + 5, row.words)]
