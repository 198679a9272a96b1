"""Grades by round: small multiples, one for each pillar, joined only where one round may be compared with the one before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from web.charts.svg import chart, element, group, line, text

__all__ = ["SCALE", "Column", "Panel", "Point", "grades"]

SCALE = ("outstanding", "good", "adequate", "requires improvement", "inadequate")
TOP, STEP, LEFT, CELL, GAP, ASIDE = 52.0, 42.0, 172.0, 44.0, 16.0, 190.0
SHORT = 4  # letters: a longer name of a round stands in a row of its own, below


@dataclass(frozen=True)
class Column:
    """A round. `comparable` is whether it may be compared with the round before; `None` if nothing says so."""

    label: str
    comparable: bool | None


@dataclass(frozen=True)
class Point:
    """A grade in the round of a column; `printed` if a letter tells of it, else it is from the register."""

    column: int
    grade: str
    printed: bool


@dataclass(frozen=True)
class Panel:
    """A pillar: its grades, and the rounds that are told to have given it none."""

    name: str
    points: list[Point]
    ungraded: list[int]


def grades(columns: list[Column], panels: list[Panel], beyond: list[str]) -> Markup:
    """Rounds across, grades up, the same scale in each panel; `beyond` are later rounds that may not be compared with these."""
    if not columns or not panels:
        return Markup("")
    scale = [grade for grade in SCALE if grade != "adequate" or any(p.grade == grade for panel in panels for p in panel.points)]
    width = max(CELL * len(columns), 130.0)
    foot = TOP + STEP * len(scale)
    drawn = [text(0, TOP + STEP * i + 5, grade.capitalize()) for i, grade in enumerate(scale)]
    drawn += [_panel(LEFT + n * (width + GAP), panel, columns, scale, foot) for n, panel in enumerate(panels)]
    end = LEFT + len(panels) * (width + GAP)
    if beyond:
        drawn.append(_beyond(end, beyond, foot))
    return chart(max(1072.0, end + (ASIDE if beyond else 0)), foot + 28, "Grades by round", "A panel for each pillar; the table says the same.", *drawn)


def _panel(x: float, panel: Panel, columns: list[Column], scale: list[str], foot: float) -> Markup:
    across = lambda n: x + CELL * (n + 0.5)  # noqa: E731
    up = lambda grade: TOP + STEP * scale.index(grade)  # noqa: E731
    drawn = [text(x, 20, panel.name, "b")]
    drawn += [line(x, up(grade), x + max(CELL * len(columns), 100), up(grade), "hair") for grade in scale]
    drawn += [text(across(n), foot + (2 if len(column.label) <= SHORT else 20), column.label, "mid") for n, column in enumerate(columns)]
    drawn += [line(x + CELL * n, TOP - 14, x + CELL * n, foot - 18, "dots") for n, column in enumerate(columns) if column.comparable is False]
    drawn += [text(across(n), up("good") + 17 + 18 * i, word, "q mid") for n in panel.ungraded for i, word in enumerate(("no", "grade"))]
    drawn += [line(across(n - 1), up(a), across(n), up(b), "thin dark") for n, a, b in joined(panel.points, columns)]
    return group(*drawn, *(_square(across(p.column), up(p.grade), p.printed) for p in panel.points))


def joined(points: list[Point], columns: list[Column]) -> list[tuple[int, str, str]]:
    """The column that a line leads to, and the grades at its two ends: neighbouring rounds, comparable, one grade in each."""
    held: dict[int, set[str]] = defaultdict(set)
    for point in points:
        held[point.column].add(point.grade)
    one = {column: next(iter(told)) for column, told in held.items() if len(told) == 1}
    return [(n, one[n - 1], one[n]) for n, column in enumerate(columns) if column.comparable and n in one and n - 1 in one]


def _square(x: float, y: float, printed: bool) -> Markup:
    return element("rect", x=x - 7, y=y - 7, width=14, height=14, class_="m" if printed else "m hollow")


def _beyond(x: float, rounds: list[str], foot: float) -> Markup:
    """The break after the last round that is drawn, with its reason in words."""
    said = [text(x + 14, TOP + 5, "Not comparable", "b"), text(x + 14, TOP + 25, "with any round before:", "q")]
    return group(line(x, TOP - 14, x, foot - 18, "dots"), *said, *(text(x + 14, TOP + 45 + 20 * i, name, "q") for i, name in enumerate(rounds)))
