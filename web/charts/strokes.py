"""The lines that say on whose word a link rests: the same in a badge, a path, a timeline, the matrix and the graph."""

from __future__ import annotations

from markupsafe import Markup

from web.charts.marks import tick_at
from web.charts.svg import element, line, picture

__all__ = ["badge_line", "foot_line", "line_class", "link_line"]


def line_class(evidence: str, relation: str = "repeated", big: bool = False) -> str:
    """The classes of a link's line: `related` is no evidence, whoever said it."""
    return f"stroke s-{'related' if relation == 'related' else evidence}" + (" big" if big else "")


def link_line(x1: float, x2: float, y: float, evidence: str, relation: str, checked: bool, big: bool = True) -> Markup:
    """A level line between two marks, with its tick if a person has checked the link."""
    class_ = line_class(evidence, relation, big)
    double = evidence == "inspectorate" and relation != "related"
    drawn = line(x1, y - 2.5, x2, y - 2.5, class_) + line(x1, y + 2.5, x2, y + 2.5, class_) if double else line(x1, y, x2, y, class_)
    return drawn + (tick_at((x1 + x2) / 2, y) if checked else Markup(""))


def badge_line(evidence: str, relation: str, checked: bool) -> Markup:
    """The line that stands before a badge's words: 30 px, 52 with a tick."""
    width = 52 if checked else 30
    return picture(width, 18 if checked else 10, link_line(0, width, 9 if checked else 5, evidence, relation, checked, big=False))


def foot_line(evidence: str, half: str) -> Markup:
    """The line at the foot of a matrix cell: `full` across it, or the `left` or `right` half."""
    start, end = {"full": (0, 100), "left": (0, 50), "right": (50, 100)}[half]
    stroke = element("path", d=f"M{start} 3H{end}", class_=line_class(evidence), vector_effect="non-scaling-stroke")
    return element("svg", stroke, viewBox="0 0 100 6", preserveAspectRatio="none", aria_hidden="true", focusable="false")
