"""Which year each column of a table of grades is of, and tables that were flattened to one cell a line."""

from __future__ import annotations

import re

from loaders.recognise.grades.cells import BARE, BULLET, EARLIER, GRADED, UNGRADED, VERB, Row, is_asked
from loaders.recognise.grades.given import canonical
from loaders.recognise.lines import Line

__all__ = ["across", "flattened", "of_introduction", "years_above"]

YEARS = re.compile(r"20\d\d(?:\s?[/-]\s?(?:20)?\d\d)?(?!\d)")
BEFORE = re.compile(r"\b(?:previous|last|prior|former|before|then|earlier)\b", re.I)
NOW = re.compile(r"\b(?:current|this|now|latest|new|present|today)\b", re.I)
MOST = 4  # columns of grades
CELL_END = re.compile(r"\s{2,}|\s*\|\s*")
NEAR = 3  # lines between a table and the words that lead to it
FEWEST = 2  # rows that make a table of lines


def flattened(lines: list[Line], i: int, pillar: str | None) -> list[Row]:
    """A name, then as many grades as the table has columns, one a line; the next name, as many again. `i` is the first grade."""
    while i and UNGRADED.fullmatch(lines[i - 1].text):
        i -= 1
    width = _run(lines, i)
    if not 2 <= width <= MOST or i < 1:
        return []
    found: list[Row] = []
    years, at, records = _of_heads(lines, i - 1, width), i - 1, 0
    while at < len(lines) and _is_record(lines, at, width):
        what = BULLET.sub("", lines[at].text, count=1).strip(" |")
        last = lines[at + width].end
        cells = [BARE.fullmatch(line.text) for line in lines[at + 1 : at + 1 + width]]
        given = [(column, canonical(cell["grade"])) for column, cell in enumerate(cells) if cell]
        found += [Row(lines[at].start, last, what, grade, pillar, years[column] if years else None) for column, grade in given]
        at, records = at + width + 1, records + 1
    return found if records >= FEWEST or years else []


def _run(lines: list[Line], i: int) -> int:
    last = i
    while last < len(lines) and (BARE.fullmatch(lines[last].text) or UNGRADED.fullmatch(lines[last].text)):
        last += 1
    return last - i


def _is_record(lines: list[Line], at: int, width: int) -> bool:
    name = lines[at].text
    return len(name) < 110 and not VERB.search(name) and not BARE.fullmatch(name) and not name.endswith((".", ":")) and _run(lines, at + 1) == width


def _of_heads(lines: list[Line], name: int, width: int) -> list[int | None]:
    """The years of the columns of such a table: its heads are the lines above the first name, one a column or all on one."""
    heads = [line.text for line in lines[max(0, name - width) : name]]
    own = [_year(head) for head in heads if len(head) < 40]
    if len(own) == width and any(year is not None for year in own):
        return own
    return list(years_above(lines, name, width))


def _year(head: str) -> int | None:
    if found := YEARS.search(head):
        return int(found[0][:4])
    return EARLIER if BEFORE.search(head) else None


def years_above(lines: list[Line], i: int, columns: int) -> list[int | None]:
    """The years that head the columns of a table, where there are as many; "Previous grade … Current grade" does too."""
    for line in reversed(lines[max(0, i - 14) : i]):
        if len(line.text) >= 110 or VERB.search(line.text) or GRADED.search(line.text):
            continue
        years = YEARS.findall(line.text)
        if years:
            return [int(year[:4]) for year in years] if len(years) == columns else []
        then, now = BEFORE.search(line.text), NOW.search(line.text)
        if columns == 2 and then and (now or re.search(r"\b(?:grade|rating|judge?ment)\b", line.text, re.I)):
            return [EARLIER, None] if not now or then.start() < now.start() else [None, EARLIER]
    return []


def of_introduction(lines: list[Line], i: int) -> int | None:
    """The year that a table is said to be of by the line that leads to it: "In the previous round (2018/19) the columns read:"."""
    lead = next((line.text for line in reversed(lines[max(0, i - NEAR) : i]) if line.text.endswith(":") and len(line.text) > len("Grades 2019:")), "")
    found = YEARS.findall(lead)
    if NOW.search(lead) or not BEFORE.search(lead):
        return None
    return int(found[0][:4]) if len(found) == 1 else EARLIER


def across(lines: list[Line], i: int) -> list[Row]:
    """A table whose columns are pillars or questions: `i` is its head, each row below says of which year or force its grades are."""
    names = [cell for cell in CELL_END.split(lines[i].text.strip("| ")) if is_asked(cell)]
    found: list[Row] = []
    for line in lines[i + 1 :] if len(names) >= 2 else ():
        cells = [cell for cell in CELL_END.split(line.text.strip("| ")) if cell.strip("-")]
        grades = [canonical(bare["grade"]) for cell in cells if (bare := BARE.fullmatch(cell))]
        if len(grades) != len(names) or len(cells) - len(grades) > 1:
            break
        label = cells[0] if len(cells) > len(grades) else ""
        found += [Row(line.start, line.end, name, grade, None, _year(label), None if _year(label) is not None else label) for name, grade in zip(names, grades, strict=True)]
    return found
