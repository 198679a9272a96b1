"""Tables flattened to lines: under a row of column names, what inspectors found and what answers it, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.findings.layout.block import Span
from loaders.findings.layout.columns import Columns, columns_of, names_at_head
from loaders.findings.layout.marks import Label, read_label
from loaders.findings.wording.leads import kind_of

__all__ = ["Cell", "Table", "tables"]

CHUNK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
LINE = re.compile(r"[^\n]*\S[^\n]*")
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
BAR = re.compile(r"[ ]*\|[ ]*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that states or answers; `label` is made of its column's name and of its row's number, `by_when` is its row's date."""

    start: int
    end: int
    label: Label
    by_when: Span | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table stands in the shadow, and its cells that say something."""

    start: int
    end: int
    cells: list[Cell]


def tables(text: str, begin: int) -> list[Table]:
    """Every table with a column of findings and one of answers, or of owners and dates."""
    found: list[Table] = []
    columns: Columns | None = None
    for match in CHUNK.finditer(text, begin):
        head, rest = _head(text, match.span())
        if head:
            columns = _fitting(head, len(rest))
            found.append(Table(match.start(), rest[0][0] if rest else match.end(), []))
        for row in _in_rows(rest, columns) if head else _rows(text, match.span(), columns):
            columns = _take(text, row, columns, None if head else columns_of(text, row), found)
    return [table for table in found if table.cells]


def _take(text: str, row: list[Span], columns: Columns | None, header: Columns | None, found: list[Table]) -> Columns | None:
    """A row of names begins a table, one that fits goes on with it, any other ends it: the columns from here on."""
    if header:
        found.append(Table(row[0][0], row[-1][1], []))
        return header
    if columns is None or len(row) != len(columns):
        return None
    found[-1].cells.extend(_cells(text, row, columns))
    found[-1] = replace(found[-1], end=row[-1][1])
    return columns


def _head(text: str, chunk: Span) -> tuple[Columns | None, list[Span]]:
    """The columns that the first lines of a stretch name, one a line, and the lines below them."""
    lines = _lines(text, chunk)
    named = names_at_head(text, lines)
    most = 0 if "|" in text[slice(*chunk)] or named == len(lines) else named  # a stretch of nothing but names is the row above the others
    heads = [n for n in range(most, 1, -1) if columns_of(text, lines[:n])]
    n = next((n for n in heads if len(lines) % n == 0), max(heads, default=0))
    return columns_of(text, lines[:n]), lines[n:]


def _fitting(head: Columns, lines: int) -> Columns:
    """One more column, where the rows have one that nothing names and none of the others answers."""
    return head.with_answers() if not head.answers and lines % len(head) and lines % (len(head) + 1) == 0 else head


def _lines(text: str, chunk: Span) -> list[Span]:
    return [(chunk[0] + m.start(), chunk[0] + m.end()) for m in LINE.finditer(text[slice(*chunk)])]


def _in_rows(lines: list[Span], columns: Columns | None) -> Iterator[list[Span]]:
    """As many lines a row as there are columns; all of them together if they do not fit."""
    n = len(columns) if columns and len(lines) % len(columns) == 0 else len(lines)
    yield from (lines[i : i + n] for i in range(0, len(lines), n or 1))


def _rows(text: str, chunk: Span, columns: Columns | None) -> Iterator[list[Span]]:
    """The rows of a stretch of lines: a line with bars is one; without bars, as many lines as there are columns."""
    lines = _lines(text, chunk)
    if any("|" in text[a:b] for a, b in lines):
        yield from ([*_split(text, span)] for span in lines)
    else:
        yield from _in_rows(lines, columns)


def _split(text: str, line: Span) -> Iterator[Span]:
    start = line[0]
    for bar in [*BAR.finditer(text, *line)]:
        if bar.start() > start:
            yield start, bar.start()
        start = bar.end()
    if start < line[1]:
        yield start, line[1]


def _cells(text: str, row: list[Span], columns: Columns) -> Iterator[Cell]:
    """The cells of a row that state or answer. A status column only colours the answer, so one column answers."""
    when = row[columns.by_when] if columns.by_when is not None else None
    number = next((label for label in (read_label(text, *span) for span in row) if label and label.alone and label.role == "finding"), None)
    number = number or _number_of(text, row, columns)
    answered = False
    for (start, end), name in zip(row, columns.labels, strict=True):
        if name is None or (name.role == "response" and answered):
            continue
        answered = answered or name.role == "response"
        if name.role == "finding" and NUMBER.fullmatch(text[start:end].strip()):
            continue
        own = read_label(text, start, end) if name.role == "finding" else None
        if own and own.role == "finding" and not own.alone:
            yield Cell(own.end, end, own)
            continue
        named = number if number and name.role == "finding" and kind_of(number.word)[0] else None
        yield Cell(start, end, Label(name.role, (named or name).word, number.number if number and name.role == "finding" else None, start, False), when)


def _number_of(text: str, row: list[Span], columns: Columns) -> Label | None:
    """The number of a row, where a column such as `AFI` or `Recommendation` holds nothing else."""
    found = ((name, text[a:b].strip()) for (a, b), name in zip(row, columns.labels, strict=True) if name and name.role == "finding")
    return next((replace(name, number=words) for name, words in found if NUMBER.fullmatch(words)), None)
