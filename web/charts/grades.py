"""Grades by round: small multiples, one for each pillar, joined only where rounds may be compared."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from web.charts.svg import chart, element, group, line, text

__all__ = ["Point", "grades"]

SCALE = ("outstanding", "good", "adequate", "requires improvement", "inadequate")
TOP, STEP, LEFT, CELL = 52.0, 42.0, 166.0, 58.0


@dataclass(frozen=True)
class Point:
    """One grade: its round, whether a letter prints it, whether it may be compared with the round before."""

    round: str
    grade: str
    printed: bool
    comparable: bool


def grades(pillars: dict[str, list[Point]]) -> Markup:
    """Rounds across, grades up, the same scale in each panel."""
    rounds = sorted({point.round for points in pillars.values() for point in points})
    scale = [grade for grade in SCALE if grade != "adequate" or any(p.grade == grade for ps in pillars.values() for p in ps)]
    if not rounds:
        return Markup("")
    panel = max(CELL * len(rounds), 130.0)
    foot = TOP + STEP * len(scale)
    drawn = [text(0, TOP + STEP * i + 5, grade.capitalize()) for i, grade in enumerate(scale)]
    for n, (pillar, points) in enumerate(pillars.items()):
        drawn.append(_panel(LEFT + n * (panel + 28), pillar, points, rounds, scale, foot))
    width = max(1072.0, LEFT + len(pillars) * (panel + 28))
    return chart(width, foot + 20, "Grades by round", "One panel for each pillar; the table below says the same.", *drawn)


def _panel(x: float, pillar: str, points: list[Point], rounds: list[str], scale: list[str], foot: float) -> Markup:
    width = CELL * len(rounds)
    place = lambda p: (x + CELL * (rounds.index(p.round) + 0.5), TOP + STEP * scale.index(p.grade))  # noqa: E731
    drawn = [text(x, 20, pillar, "b")]
    drawn += [line(x, TOP + STEP * i, x + max(width, 100), TOP + STEP * i, "hair") for i in range(len(scale))]
    drawn += [text(x + CELL * (i + 0.5), foot + 2, name, "mid") for i, name in enumerate(rounds)]
    known = [point for point in points if point.grade in scale]
    drawn += [line(*place(a), *place(b), "thin dark") for a, b in pairwise(known) if b.comparable and a.round != b.round]
    drawn += [_square(*place(point), point.printed) for point in known]
    return group(*drawn)


def _square(x: float, y: float, printed: bool) -> Markup:
    return element("rect", x=x - 7, y=y - 7, width=14, height=14, class_="m" if printed else "m hollow")
