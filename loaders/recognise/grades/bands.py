"""Tables whose head is the scale, and columns that were read one after the other."""

from __future__ import annotations

import re

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.grades.cells import BARE, BULLET, STROKE, VERB, Row, is_asked, is_name, names_of
from loaders.recognise.grades.given import GRADE, canonical
from loaders.recognise.lines import Line

__all__ = ["bands", "beside", "over_its_names"]

CELL = re.compile(r"[^\s|](?:[^\n|]*?[^\s|])?(?=\s{2,}|\s*\||\s*$)", re.M)
CROSS = re.compile(r"[Xx✓✔•☒☑]|Yes")


def bands(anatomy: Anatomy, i: int, pillar: str | None) -> list[Row]:
    """The rows below a line that holds the scale, by cell number where cells are parted by a sign, else by column."""
    return _numbered_bands(anatomy, i, pillar) or _bands(anatomy.lines, i, anatomy.text, pillar)


def _numbered_bands(anatomy: Anatomy, i: int, pillar: str | None) -> list[Row]:
    """The scale as the head of a table whose cells are parted by tabs or strokes: what stands under each grade, by the cell's number."""
    head = _cells_of(anatomy, anatomy.lines[i])
    if len({canonical(cell) for cell in head if GRADE.fullmatch(cell)}) < 3:
        return []
    found = []
    for line in anatomy.lines[i + 1 : i + 12]:
        cells = _cells_of(anatomy, line)
        if _is_apart(line, anatomy.lines[i + 1]) or len(cells) < 2 or (STROKE in line.text and len(cells) != len(head)):
            break
        name = next((cell for cell in cells if CROSS.fullmatch(cell)), None) and cells[0]
        under = [(cell, grade) for cell, grade in zip(cells, head, strict=False) if cell and GRADE.fullmatch(grade)]
        found += [Row(line.start, line.end, part, canonical(grade), pillar) for cell, grade in under for part in ([name] if name else names_of(cell))]
    return found


def _cells_of(anatomy: Anatomy, line: Line) -> list[str]:
    """A line's cells, the empty ones too; one cell where no tab and no stroke parts it."""
    text = anatomy.document.text
    first, last = anatomy.shadow.span(line.start, line.end)
    printed = text[max(text.rfind(end, 0, first) for end in "\n\r\f") + 1 : last].replace("*", "")
    parts = printed.strip().strip(STROKE).split(STROKE) if STROKE in printed else printed.split("\t")
    return [part.strip() for part in parts]


def _bands(lines: list[Line], i: int, text: str, pillar: str | None) -> list[Row]:
    """The scale as the head of a table, and below each grade what was given it."""
    heads = [(_column(text, match.start()), canonical(match[0])) for match in GRADE.finditer(text, lines[i].start, lines[i].end)]
    if len({grade for _, grade in heads}) < 3:
        return []
    found = []
    for line in lines[i + 1 : i + 12]:
        cells = _named_by_mark(list(CELL.finditer(text, line.start, line.end)))
        if _is_apart(line, lines[i + 1]) or VERB.search(line.text) or any(len(name[0]) > 60 for name, _ in cells):
            break
        for name, place in cells:
            at = _column(text, place.start())
            _, grade = min(heads, key=lambda head: abs(head[0] - at))
            found += [Row(name.start(), name.end(), part, grade, pillar) for part in names_of(name[0])]
    return found


def _is_apart(line: Line, first: Line) -> bool:
    """Whether a blank line ends the table before this line; one below the head does not, where an inspection's question follows."""
    return line.gap and not (line is first and any(is_asked(cell[0]) for cell in CELL.finditer(line.text)))


def _named_by_mark(cells: list[re.Match[str]]) -> list[tuple[re.Match[str], re.Match[str]]]:
    """Each cell with the cell that says its column: itself, or the cross in its row."""
    crosses = [cell for cell in cells if CROSS.fullmatch(cell[0].strip())]
    return [(cells[0], crosses[0])] if crosses and cells[0] is not crosses[0] else [(cell, cell) for cell in cells]


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at)


def beside(lines: list[Line], i: int, pillar: str | None) -> list[Row]:
    """Two columns that were read one after the other: as many names as grades."""
    last = i
    while last + 1 < len(lines) and BARE.fullmatch(lines[last + 1].text):
        last += 1
    size = last - i + 1
    names = lines[i - size : i] if i >= size else []
    if size < 2 or len(names) != size or not all(is_name(line) for line in names):
        return []
    pairs = zip(names, lines[i : last + 1], strict=True)
    return [Row(name.start, lines[last].end, BULLET.sub("", name.text, count=1), canonical(BARE.fullmatch(line.text)["grade"]), pillar) for name, line in pairs]


def over_its_names(lines: list[Line], i: int, pillar: str | None) -> list[Row]:
    """Grades as headings, with the names of what was given each below them."""
    if (i and is_name(lines[i - 1])) or i + 1 >= len(lines) or not is_name(lines[i + 1]):
        return []
    found, head = [], lines[i]
    for line in lines[i : i + 40]:
        if match := BARE.fullmatch(line.text):
            head, grade = line, canonical(match["grade"])
        elif is_name(line):
            found.append(Row(head.start, line.end, BULLET.sub("", line.text, count=1), grade, pillar))
        else:
            break
    return found
