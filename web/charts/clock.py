"""The 56 days of one report and one letter."""

from __future__ import annotations

from markupsafe import Markup

from web.charts.svg import element, group, line, text

__all__ = ["clock"]

LEFT, RIGHT, Y = 28.0, 860.0, 34.0


def clock(day: int, limit: int, published: str, last_day: str, dated: str) -> Markup:
    """Days from publication on: thick to the last day, dotted after it, a page at the letter's day. A list says the same beside it."""
    last = max(76, day + 5)
    at = lambda n: LEFT + (RIGHT - LEFT) * (min(n, last) - 1) / (last - 1)  # noqa: E731
    thick = element("path", d=f"M{LEFT} {Y}H{at(min(day, limit)):.0f}", class_="axis thick")
    beyond = element("path", d=f"M{at(limit):.0f} {Y}H{at(day):.0f}", class_="stroke dotted") if day > limit else line(at(day), Y, at(limit), Y, "thin")
    ends = line(LEFT, Y - 8, LEFT, Y + 8, "axis") + line(at(limit), Y - 14, at(limit), Y + 14, "axis")
    page = element("path", d="M-5 -7H3L7 -3V7H-5Z", class_="m", transform=f"translate({at(day):.0f} {Y})")
    words = [
        text(LEFT, 14, "Day 1", "b"),
        text(at(limit), 14, f"Day {limit}", "b mid"),
        text(LEFT, 66, f"Report published, {published}", "q"),
        text(at(limit) - 4, 66, f"last day, {last_day}", "q end"),
        text(at(day), 14 if abs(at(day) - at(limit)) > 60 else 84, f"Day {day}", "b mid"),
        text(at(day) + (10 if day > limit else 0), 66 if day > limit else 86, f"letter dated {dated}", "q" if day > limit else "q mid"),
    ]
    drawn = group(thick, beyond, ends, page, *words)
    return element("svg", drawn, width=1030, height=92, viewBox="0 0 1030 92", aria_hidden="true", focusable="false", class_="clock")
