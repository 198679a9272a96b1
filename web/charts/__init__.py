"""Pictures drawn on the server as inline SVG: lengths are attributes, colours are classes, so that no page needs a `style`."""

from __future__ import annotations

from web.charts.bar import coverage_bar, swatch
from web.charts.clock import clock
from web.charts.deadlines import deadlines
from web.charts.grades import grades
from web.charts.letters import letters
from web.charts.lineage import lineage
from web.charts.marks import glyph, hollow_square, mark, tick
from web.charts.path import mini_path, tall_path, wide_path
from web.charts.strokes import badge_line, foot_line

__all__ = [
    "badge_line",
    "clock",
    "coverage_bar",
    "deadlines",
    "foot_line",
    "glyph",
    "grades",
    "hollow_square",
    "letters",
    "lineage",
    "mark",
    "mini_path",
    "swatch",
    "tall_path",
    "tick",
    "wide_path",
]
