"""The timeline of letters: one page for each, stacked at the date that it bears."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from web.charts.svg import chart, element, group, line, text
from web.charts.time import Scale, Span, bracket

__all__ = ["Mark", "letters"]

LEFT, RIGHT, TALLEST, STEP = 20.0, 936.0, 7, 15.0
PAGE = "M0 0H7.5L11 3.5V11H0Z"


@dataclass(frozen=True)
class Mark:
    """One letter: the first and last day that it may have been written, whether it names a finding, its date in words."""

    first: str | None
    last: str | None
    names_findings: bool
    words: str


def letters(marks: list[Mark], lanes: dict[str, list[Span]], limit: str | None, limit_words: str) -> Markup:
    """Letters along the years, those without a date at the right; brackets below for who held which office."""
    dated = [mark for mark in marks if mark.first]
    if not dated:
        return Markup("")
    scale = Scale(int(min(m.first for m in dated)[:4]), int(max(m.last or m.first for m in dated)[:4]), LEFT, RIGHT)  # type: ignore[type-var, index]
    columns = _columns(dated, scale)
    ground = 60.0 + STEP * min(TALLEST, max(map(len, columns.values())))
    drawn = [*scale.axis(ground), *_stacks(columns, ground), *_labels(columns, ground), *_undated([m for m in marks if not m.first], ground)]
    if limit and scale.first <= int(limit[:4]) <= scale.last:
        x = scale.at(limit)
        drawn += [line(x, ground - 34, x, ground, "dots"), text(x, ground - 40, limit_words, "q mid")]
    y = ground + 44
    for name, spans in lanes.items():
        drawn += [text(0, y + 4, name, "q3"), *(part for span in spans for part in bracket(scale, span, y + 22))]
        y += 48
    return chart(1072, y + 4, "Letters by the date that they bear", f"{len(marks)} letters; the list of letters says the same.", *drawn)


def _columns(dated: list[Mark], scale: Scale) -> dict[float, list[Mark]]:
    """Letters by column: each column is as wide as a page, so that stacks never overlap."""
    columns: dict[float, list[Mark]] = defaultdict(list)
    for mark in dated:
        middle = (scale.at(mark.first or "") + scale.at(mark.last or mark.first or "")) / 2
        columns[LEFT + round((middle - LEFT) / STEP) * STEP].append(mark)
    return dict(sorted(columns.items()))


def _page(x: float, y: float, mark: Mark) -> Markup:
    return element("path", d=PAGE, class_="m" if mark.names_findings else "glyph paper", transform=f"translate({x - 5.5:.1f} {y:.1f})")


def _stacks(columns: dict[float, list[Mark]], ground: float) -> list[Markup]:
    """The pages of each column, full ones at the foot; beyond the tallest stack the number says the rest."""
    drawn = []
    for x, column in columns.items():
        shown = sorted(column, key=lambda mark: not mark.names_findings)[:TALLEST]
        drawn += [_page(x, ground - 15 - STEP * i, mark) for i, mark in enumerate(shown)]
        if len(column) > TALLEST:
            drawn.append(text(x, ground - 20 - STEP * TALLEST, f"{len(column)}", "b mid"))
        if any(mark.first != mark.last for mark in column):
            drawn.append(line(x - 8, ground - 2, x + 8, ground - 2, "dots"))
    return [group(*drawn)]


def _labels(columns: dict[float, list[Mark]], ground: float) -> list[Markup]:
    """Words on the first, the last and the tallest column, if they stand apart."""
    places = list(columns)
    tallest = max(places, key=lambda x: len(columns[x]))
    drawn: list[Markup] = []
    taken: list[float] = []
    for x in dict.fromkeys((tallest, places[0], places[-1])):
        if any(abs(x - other) < 150 for other in taken):
            continue
        taken.append(x)
        words = "the first letter" if x == places[0] else "the last letter"
        drawn += _label(x, columns, words, ground)
    return drawn


def _label(x: float, columns: dict[float, list[Mark]], words: str, ground: float) -> list[Markup]:
    """The date and what is there, on the side where no other column is as tall."""
    column = columns[x]
    tall = min(len(column), TALLEST)
    level = tall - 1 if tall > 2 else tall + 2
    crowded = x > LEFT + 150 and any(x < other < x + 140 and len(columns[other]) >= level for other in columns)
    end = crowded or x > RIGHT - 150
    across, top = (x + (-12 if end else 12), ground - 9 - STEP * tall) if tall > 2 else (x + (6 if end else -6), ground - 40 - STEP * (tall - 1))
    said = f"{len(column)} letters" if len(column) > 1 else words
    return [text(across, top, column[0].words, "b end" if end else "b"), text(across, top + 17, said, "q end" if end else "q")]


def _undated(marks: list[Mark], ground: float) -> list[Markup]:
    """The dotted stretch at the right, for letters that bear no date."""
    if not marks:
        return []
    pages = [_page(1004, ground - 15 - STEP * i, mark) for i, mark in enumerate(marks[:TALLEST])]
    y = ground - 22 - STEP * min(len(marks), TALLEST)
    count = f"{len(marks)} letter{'s' if len(marks) > 1 else ''}"
    return [line(950, ground, 1062, ground, "dots"), *pages, text(1004, y - 12, "No date printed", "b mid"), text(1004, y + 4, count, "q mid")]
