"""A grade in a row of cells, parted by strokes, tabs or two spaces and more."""

from __future__ import annotations

import re
from itertools import takewhile

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.grades.cells import BARE, BULLET, STROKE, UNGRADED, VERB, Row, is_asked
from loaders.recognise.grades.columns import years_above
from loaders.recognise.grades.given import canonical
from loaders.recognise.grades.targets import PILLAR
from loaders.recognise.lines import Line

__all__ = ["CELL_END", "in_cells", "with_split_name"]

CELL_END = re.compile(r"\s{2,}|\s*\|\s*|\n")
SAID_BESIDE = re.compile(r"(\w.{8,100}?) (not\s+(?:graded|asked|inspected|assessed|judged)|ungraded|n/?a)", re.I)  # a cell that is as wide as its column
ARROWS = re.compile(r"\s*[\u2190-\u2195\u25b2\u25b6\u25bc\u25c0\u2b06\u2b07]\ufe0f?\s*")


def in_cells(lines: list[Line], i: int, pillar: str | None) -> list[Row]:
    """A row of cells: what for, perhaps after its pillar or its number, then the grades; what follows them is somebody's remark."""
    cells = [cell.strip() for cell in CELL_END.split(ARROWS.sub("", lines[i].text.strip("| ")))]
    cells = [part for cell in cells for part in (SAID_BESIDE.fullmatch(cell).groups() if SAID_BESIDE.fullmatch(cell) else (cell,))]
    at = next((n for n, cell in enumerate(cells) if n and (BARE.fullmatch(cell) or UNGRADED.fullmatch(cell))), 0)
    names = [cell for cell in cells[:at] if cell and not re.fullmatch(r"\(?\w{1,2}[.)]?", cell)]
    columns = list(takewhile(lambda cell: BARE.fullmatch(cell) or UNGRADED.fullmatch(cell), cells[at:]))
    if not names or not all(len(name) < 130 for name in names) or not (STROKE in lines[i].text or names[-1].endswith("?") or is_asked(names[-1]) or _is_in_table(lines, i)):
        return []
    years = years_above(lines, i, len(columns))
    own = next((match[0].lower() for name in names[:-1] if (match := PILLAR.fullmatch(name))), pillar)
    what = BULLET.sub("", names[-1], count=1)
    return [Row(lines[i].start, lines[i].end, what, canonical(bare["grade"]), own, years[n] if years else None) for n, cell in enumerate(columns) if (bare := BARE.fullmatch(cell))]


def _is_in_table(lines: list[Line], i: int) -> bool:
    """Whether a line beside this one gives a grade in a cell too; a name with a verb is none."""
    beside = [lines[at].text for at in (i - 1, i + 1) if 0 <= at < len(lines)]
    return not VERB.search(lines[i].text) and any(BARE.fullmatch(cell) for text in beside for cell in CELL_END.split(text)[1:])


def with_split_name(line: Line, anatomy: Anatomy, pillar: str | None) -> list[Row]:
    """A row whose name goes on below its grade: "Preventing crime and antisocial   Adequate / behaviour"."""
    printed = anatomy.text[line.start : line.end].split("\n")
    cells = CELL_END.split(printed[0].strip())
    if len(printed) != 2 or len(cells) != 2 or not (match := BARE.fullmatch(cells[1])) or len(printed[1]) > 70:
        return []
    return [Row(line.start, line.end, f"{cells[0]} {printed[1].strip()}", canonical(match["grade"]), pillar)]
