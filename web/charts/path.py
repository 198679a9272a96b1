"""A lineage in one line: its findings in time, and on whose word each step rests."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from web.charts.marks import shape, tick_at
from web.charts.strokes import line_class, link_line
from web.charts.svg import element, line, picture, text

__all__ = ["Step", "mini_path", "tall_path", "wide_path"]


@dataclass(frozen=True)
class Step:
    """One finding of a path, and the link that leads to it (none for the first)."""

    kind: str
    year: int | None
    later_only: bool
    evidence: str = ""
    relation: str = ""
    checked: bool = False
    long: str = ""
    short: str = ""


def _places(steps: list[Step], left: float, right: float, closest: float) -> list[float]:
    """Where each mark stands: time to scale, but no two marks closer than `closest`."""
    years = [step.year if step.year is not None else 0 for step in steps]
    span = max(1, years[-1] - years[0])
    wanted = [left + (right - left) * (year - years[0]) / span for year in years]
    closest = min(closest, (right - left) / max(1, len(steps) - 1))
    for i in range(1, len(wanted)):
        wanted[i] = max(wanted[i], wanted[i - 1] + closest)
    wanted[-1] = right
    for i in range(len(wanted) - 2, -1, -1):
        wanted[i] = min(wanted[i], wanted[i + 1] - closest)
    return wanted


def mini_path(steps: list[Step]) -> Markup:
    """280 × 40: marks and lines, the years that differ from the one before below."""
    places = _places(steps, 16, 262, 26)
    drawn = [
        link_line(a + 7, b - 7, 10, step.evidence, step.relation, step.checked, big=False)
        for a, b, step in zip(places, places[1:], steps[1:], strict=False)
    ]
    for i, (x, step) in enumerate(zip(places, steps, strict=True)):
        drawn.append(shape(step.kind, step.later_only, x, 10, 6.3))
        if i == 0 or step.year != steps[i - 1].year:
            drawn.append(text(x, 34, str(step.year or "?"), "mid"))
    return picture(280, 40, *drawn)


def wide_path(steps: list[Step], width: float = 556) -> Markup:
    """The path over a pair of quotes: its last mark stands over the later quote."""
    places = _places(steps, 9, width + 9, 100)
    drawn: list[Markup] = []
    for a, b, step in zip(places, places[1:], steps[1:], strict=False):
        drawn.append(link_line(a + 17, b - 17, 12, step.evidence, step.relation, step.checked))
        words = step.long if b - a >= 190 else step.short
        drawn.append(text((a + b) / 2, 31, words, "q mid"))
    for x, step in zip(places, steps, strict=True):
        drawn += [shape(step.kind, step.later_only, x, 12, 8.4), text(x - 9, 51, str(step.year or "?"), "b")]
    return picture(width + 60, 58, *drawn, class_="wide")


def tall_path(steps: list[Step]) -> Markup:
    """The same path standing upright, for narrow pages."""
    drawn: list[Markup] = []
    for i, step in enumerate(steps):
        y = 12.0 + i * 52
        if i:
            drawn += _upright(y, step)
        drawn += [shape(step.kind, step.later_only, 9, y, 8.4), text(30, y + 5, str(step.year or "?"), "b")]
    return picture(260, 24 + 52 * (len(steps) - 1), *drawn, class_="path-tall")


def _upright(y: float, step: Step) -> list[Markup]:
    ring = tick_at(9, y - 26) if step.checked else Markup("")
    return [line(9, y - 40, 9, y - 12, line_class(step.evidence, step.relation)), ring, element("text", step.long, x=30, y=y - 21, class_="q")]
