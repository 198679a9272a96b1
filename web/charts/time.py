"""Time on a line: where a date stands, the years below it, who held an office above them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from web.charts.svg import line, text

__all__ = ["Scale", "Span", "bracket", "stagger"]


@dataclass(frozen=True)
class Span:
    """Who held an office, and from when to when (ISO days; `None` is open)."""

    name: str
    start: str | None
    end: str | None


@dataclass(frozen=True)
class Scale:
    """Whole years `first` to `last`, from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    def at(self, day: str) -> float:
        """The place of an ISO day, kept inside the scale."""
        when = date.fromisoformat(day)
        whole = (date(self.last, 12, 31) - date(self.first, 1, 1)).days + 1
        share = ((when - date(self.first, 1, 1)).days) / whole
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

    def years(self) -> list[tuple[int, float, float]]:
        """Each year with its two ends."""
        step = (self.right - self.left) / (self.last - self.first + 1)
        return [(year, self.left + i * step, self.left + (i + 1) * step) for i, year in enumerate(range(self.first, self.last + 1))]

    def axis(self, y: float) -> list[Markup]:
        """The line at the foot, its ticks, and the years (every second one where they would touch)."""
        skip = 1 if (self.right - self.left) / (self.last - self.first + 1) >= 44 else 2
        ticks = [line(start, y, start, y + 8, "axis") for _, start, _ in self.years()]
        words = [text((start + end) / 2, y + 24, str(year), "mid") for i, (year, start, end) in enumerate(self.years()) if i % skip == 0]
        return [line(self.left, y, self.right, y, "axis"), line(self.right, y, self.right, y + 8, "axis"), *ticks, *words]


def bracket(scale: Scale, span: Span, y: float) -> list[Markup]:
    """A bracket from first to last day, its name in the middle if it fits (else the surname, else nothing: the table has it)."""
    first, last = f"{scale.first}-01-01", f"{scale.last}-12-31"
    if (span.start or first) > last or (span.end or last) < first:
        return []
    a, b = scale.at(span.start or first), scale.at(span.end or last)
    words = next((name for name in (span.name, span.name.split()[-1]) if 7.6 * len(name) + 14 < b - a), "")
    half = (7.6 * len(words) + 12) / 2 if words else 0
    middle = (a + b) / 2
    ends = [line(a + 1, y - 6, a + 1, y + 6, "thin"), line(b - 1, y - 6, b - 1, y + 6, "thin")]
    return [*ends, line(a + 1, y, middle - half, y, "thin"), line(middle + half, y, b - 1, y, "thin"), text(middle, y + 5, words, "mid")]


def stagger(extents: Iterable[tuple[float, float]]) -> list[int]:
    """A row for each stretch, so that no two in a row touch."""
    ends: list[float] = []
    rows: list[int] = []
    for start, end in extents:
        row = next((i for i, taken in enumerate(ends) if taken + 8 <= start), len(ends))
        ends[row : row + 1] = [end]
        rows.append(row)
    return rows
