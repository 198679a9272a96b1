"""Tables flattened to lines: under a row of column names, what inspectors found and what answers it, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.findings.layout.marks import Label, read_label
from loaders.findings.wording.leads import kind_of

__all__ = ["Cell", "Table", "tables"]

Span = tuple[int, int]
CHUNK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
BAR = re.compile(r"[ ]*\|[ ]*")
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that states or answers; `label` is made of its column's name and of its row's number."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table stands in the shadow, and its cells that say something."""

    start: int
    end: int
    cells: list[Cell]


def tables(text: str, begin: int) -> list[Table]:
    """Every table with a column of findings and one of answers."""
    found: list[Table] = []
    names: list[Label | None] | None = None
    for match in CHUNK.finditer(text, begin):
        for row in _rows(text, match.span(), len(names) if names else 0):
            header = _names(text, row)
            if header:
                names = header
                found.append(Table(row[0][0], row[-1][1], []))
            elif names and len(row) == len(names):
                found[-1] = Table(found[-1].start, row[-1][1], [*found[-1].cells, *_cells(text, row, names)])
            else:
                names = None
    return [table for table in found if table.cells]


def _rows(text: str, chunk: Span, columns: int) -> Iterator[list[Span]]:
    """The rows of a stretch of lines: a line with bars is one; without bars, as many lines as there are columns."""
    lines = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text[chunk[0] : chunk[1]])]
    spans = [(chunk[0] + a, chunk[0] + b) for a, b in lines]
    if any("|" in text[a:b] for a, b in spans):
        yield from ([*_split(text, span)] for span in spans)
    elif columns and len(spans) % columns == 0:
        yield from (spans[i : i + columns] for i in range(0, len(spans), columns))
    else:
        yield spans


def _split(text: str, line: Span) -> Iterator[Span]:
    start = line[0]
    for bar in [*BAR.finditer(text, *line)]:
        if bar.start() > start:
            yield start, bar.start()
        start = bar.end()
    if start < line[1]:
        yield start, line[1]


def _names(text: str, row: list[Span]) -> list[Label | None] | None:
    """The names of columns, if the row is one of names, among them one for findings and one for answers."""
    if not 2 <= len(row) <= 8 or any(b - a > LONGEST_NAME for a, b in row):
        return None
    labels = [_name(text, *span) for span in row]
    roles = [label.role for label in labels if label]
    return labels if "finding" in roles and "response" in roles else None


def _name(text: str, start: int, end: int) -> Label | None:
    label = read_label(text, start, end)
    return label if label and label.alone and label.number is None else None


def _cells(text: str, row: list[Span], names: list[Label | None]) -> Iterator[Cell]:
    """The cells of a row that state or answer. A status column only colours the answer, so one column answers."""
    number = next((label for label in (read_label(text, *span) for span in row) if label and label.alone and label.number), None)
    answered = False
    for (start, end), name in zip(row, names, strict=True):
        if name is None or (name.role == "response" and answered):
            continue
        answered = answered or name.role == "response"
        own = read_label(text, start, end) if name.role == "finding" else None
        if own and own.role == "finding" and not own.alone:
            yield Cell(own.end, end, own)
            continue
        named = number if number and name.role == "finding" and kind_of(number.word)[0] else None
        yield Cell(start, end, Label(name.role, (named or name).word, number.number if number and name.role == "finding" else None, start, False))
