"""Grades on lines of their own: "Efficiency – good", a heading with the grade in brackets, tables flattened to lines, columns of years."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.grades import GRADE, canonical
from loaders.recognise.lines import Kind, Line
from loaders.recognise.targets import PILLAR, QUESTION

__all__ = ["Row", "rows"]

WORD = r"(?:outstanding|good|adequate|inadequate|requir(?:es|ing)\s+improvement)"
MARK = r"(?:[•-]\s+|\d{1,2}\s{2,}|\(?\w{1,2}[.)]\s+|\|\s*)?"
ROW = re.compile(rf"{MARK}(?P<what>[A-Z][^:|().?!\n]{{3,110}}?\??)\s*(?:\(\s*(?:graded\s+|judged\s+|rated\s+|overall\s+)?|\s*\.{2,}\s*|\.\s+(?:grade|grading|judge?ment|rating)\s*:\s*|\|\s*|\s-+\s*|:\s*|,\s*|\s+)['\"]?(?P<grades>{WORD}(?:['\"]?\s*(?:\||,|/|\s)\s*['\"]?{WORD})*)['\"]?\s*[).|;,]*(?:\s*and)?(?P<before>\s*\((?:20\d\d|previous|last)[^()]{0,30}?['\"]?\b(?P<earlier>{WORD})['\"]?\s*\))?$", re.I)
BARE = re.compile(rf"{MARK}(?:grade\s*:?\s*|judge?ment\s*:?\s*|overall\s*:?\s*)?['\"]?(?P<grade>{WORD})['\"]?\s*[.|]?$", re.I)
BAND = re.compile(rf"{MARK}['\"]?(?P<grade>{WORD})['\"]?\s*(?::|-+)\s*(?P<list>\S.*)?$", re.I)
COLUMNS = re.compile(rf"{MARK}['\"]?{WORD}['\"]?(?:\s*[|,\s]\s*['\"]?{WORD}['\"]?)+\s*\|?$", re.I)
YEARS = re.compile(r"20\d\d(?:\s?/\s?\d\d)?")
BULLET = re.compile(r"\s*(?:[•-]|\(?\w{1,2}[.)])\s+")
VERB = re.compile(r"\b(?:is|are|was|were|has|have|been|be|I|we|should|would|will|said|found|graded|judged|rated|that|which|not)\b")
CELL = re.compile(r"[^\s|](?:[^\n|]*?[^\s|])?(?=\s{2,}|\s*\||\s*$)", re.M)
EARLIER = 0  # a year that no report has
CROSS = re.compile(r"[Xx✓✔•☒☑]|Yes")
STROKE = "|"
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Row:
    """A grade of a table: what for, under which pillar's heading, and the year that its column is headed with."""

    start: int
    end: int
    what: str
    grade: str
    pillar: str | None = None
    year: int | None = None


def rows(anatomy: Anatomy) -> list[Row]:
    """Every such line below the head, in order."""
    found: list[Row] = []
    pillar: str | None = None
    lines = anatomy.lines
    greeting = next((i for i, line in enumerate(lines[: anatomy.body]) if line.kind is Kind.SALUTATION), -1)
    for i in range(greeting + 1, len(lines)):
        pillar = _pillar_heading(lines[i]) or pillar
        if len(lines[i].text) <= LONGEST and not any(row.start <= lines[i].start < row.end for row in found):
            found += _on_line(lines, i, pillar, anatomy)
    return found


def _on_line(lines: list[Line], i: int, pillar: str | None, anatomy: Anatomy) -> list[Row]:
    line = lines[i]
    if match := BAND.fullmatch(line.text):
        return _in_band(lines, i, match, pillar)
    if COLUMNS.fullmatch(line.text):
        return _numbered_bands(anatomy, i, pillar) or _bands(lines, i, anatomy.text, pillar) or _under_columns(lines, i)
    if BARE.fullmatch(line.text):
        return _beside(lines, i, pillar) or _over_its_names(lines, i, pillar) or _below_its_name(lines, i, pillar)
    if "|" in line.text and (cells := _cells(lines, i, pillar)):
        return cells
    match = ROW.fullmatch(line.text)
    if match and (match["what"].endswith("?") or not VERB.search(match["what"])) and _is_graded(match["what"], line.text):
        return _of_line(lines, i, match, pillar)
    return []


def _cells(lines: list[Line], i: int, pillar: str | None) -> list[Row]:
    """A row of more cells than two: grades at its end, before them what for, and perhaps its pillar."""
    cells = [cell.strip() for cell in lines[i].text.strip("| ").split("|")]
    names = [cell for cell in cells if not BARE.fullmatch(cell)]
    grades = [canonical(cell) for cell in cells if BARE.fullmatch(cell)]
    if len(cells) == 2 and grades and BARE.fullmatch(cells[0]):
        return [Row(lines[i].start, lines[i].end, names[0], grades[0], pillar)] if names else []
    if not names or not names[-1] or cells[: len(names)] != names or not all(len(name) < 110 for name in names):
        return []
    years = _years_above(lines, i, len(grades))
    own = next((match[0].lower() for name in names[:-1] if (match := PILLAR.fullmatch(name))), pillar)
    return [Row(lines[i].start, lines[i].end, names[-1], grade, own, years[at] if years else None) for at, grade in enumerate(grades)]


def _is_graded(what: str, line: str) -> bool:
    """A name before a grade: set off by a sign, or one that inspections ask about."""
    return what.endswith("?") or bool(re.search(r"[|:(]|\s-+\s|\.\.", line[len(what) :])) or bool(PILLAR.search(what) or QUESTION.search(what))


def _of_line(lines: list[Line], i: int, match: re.Match[str], pillar: str | None) -> list[Row]:
    grades = [canonical(found[0]) for found in GRADE.finditer(match["grades"])]
    years = _years_above(lines, i, len(grades))
    what = match["what"].strip(" '\"-,")
    if match["earlier"]:
        grades, years = [*grades, canonical(match["earlier"])], [*(years or [None] * len(grades)), EARLIER]
    return [Row(lines[i].start, lines[i].end, what, grade, pillar, years[at] if years else None) for at, grade in enumerate(grades)]


def _years_above(lines: list[Line], i: int, columns: int) -> list[int]:
    """The years that head the columns of a table, where there are as many."""
    for line in reversed(lines[max(0, i - 14) : i]):
        years = YEARS.findall(line.text)
        if years and len(line.text) < 80 and not VERB.search(line.text):
            return [int(year[:4]) for year in years] if len(years) == columns else []
    return []


def _in_band(lines: list[Line], i: int, match: re.Match[str], pillar: str | None) -> list[Row]:
    """"Good: preventing crime; recording crime", or the same as a list below."""
    grade = canonical(match["grade"])
    if match["list"]:
        parts = [part for part in re.split(r"\s*[;,]\s*(?:and\s+)?", match["list"].strip(" .")) if part and len(part) < 110]
        return [Row(lines[i].start, lines[i].end, part, grade, pillar) for part in parts] if not VERB.search(match["list"]) else []
    found = []
    for line in lines[i + 1 : i + 16]:
        mark = BULLET.match(line.text)
        if not mark or len(line.text) > 120:
            break
        found.append(Row(lines[i].start, line.end, line.text[mark.end() :].strip(" .;"), grade, pillar))
    return found


def _numbered_bands(anatomy: Anatomy, i: int, pillar: str | None) -> list[Row]:
    """The scale as the head of a table whose cells are parted by tabs or strokes: what stands under each grade, by the cell's number."""
    head = _cells_of(anatomy, anatomy.lines[i])
    if len({canonical(cell) for cell in head if GRADE.fullmatch(cell)}) < 3:
        return []
    found = []
    for line in anatomy.lines[i + 1 : i + 12]:
        cells = _cells_of(anatomy, line)
        if line.gap or len(cells) < 2 or (STROKE in line.text and len(cells) != len(head)):
            break
        name = next((cell for cell in cells if CROSS.fullmatch(cell)), None) and cells[0]
        under = [(cell, grade) for cell, grade in zip(cells, head, strict=False) if cell and GRADE.fullmatch(grade)]
        found += [Row(line.start, line.end, name or cell, canonical(grade), pillar) for cell, grade in under]
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
        if line.gap or VERB.search(line.text) or any(len(name[0]) > 60 for name, _ in cells):
            break
        for name, place in cells:
            at = _column(text, place.start())
            _, grade = min(heads, key=lambda head: abs(head[0] - at))
            found.append(Row(name.start(), name.end(), name[0].strip(), grade, pillar))
    return found


def _named_by_mark(cells: list[re.Match[str]]) -> list[tuple[re.Match[str], re.Match[str]]]:
    """Each cell with the cell that says its column: itself, or the cross in its row."""
    crosses = [cell for cell in cells if CROSS.fullmatch(cell[0].strip())]
    return [(cells[0], crosses[0])] if crosses and cells[0] is not crosses[0] else [(cell, cell) for cell in cells]


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at)


def _under_columns(lines: list[Line], i: int) -> list[Row]:
    """A line of grades below a line of pillars."""
    above = lines[i - 1] if i else None
    names = [match[0] for match in PILLAR.finditer(above.text)] if above else []
    grades = [canonical(match[0]) for match in GRADE.finditer(lines[i].text)]
    if above is None or len(names) != len(grades):
        return []
    return [Row(above.start, lines[i].end, name, grade) for name, grade in zip(names, grades, strict=True)]


def _beside(lines: list[Line], i: int, pillar: str | None) -> list[Row]:
    """Two columns that were read one after the other: as many names as grades."""
    last = i
    while last + 1 < len(lines) and BARE.fullmatch(lines[last + 1].text):
        last += 1
    size = last - i + 1
    names = lines[i - size : i] if i >= size else []
    if size < 2 or len(names) != size or not all(_is_name(line) for line in names):
        return []
    pairs = zip(names, lines[i : last + 1], strict=True)
    return [Row(name.start, lines[last].end, BULLET.sub("", name.text, count=1), canonical(BARE.fullmatch(line.text)["grade"]), pillar) for name, line in pairs]


def _over_its_names(lines: list[Line], i: int, pillar: str | None) -> list[Row]:
    """Grades as headings, with the names of what was given each below them."""
    if (i and _is_name(lines[i - 1])) or i + 1 >= len(lines) or not _is_name(lines[i + 1]):
        return []
    found, head = [], lines[i]
    for line in lines[i : i + 40]:
        if match := BARE.fullmatch(line.text):
            head, grade = line, canonical(match["grade"])
        elif _is_name(line):
            found.append(Row(head.start, line.end, BULLET.sub("", line.text, count=1), grade, pillar))
        else:
            break
    return found


def _is_name(line: Line) -> bool:
    return bool(PILLAR.search(line.text) or QUESTION.search(line.text)) and len(line.text) < 90 and not VERB.search(line.text)


def _below_its_name(lines: list[Line], i: int, pillar: str | None) -> list[Row]:
    """A grade alone on its line, below the line that says what for."""
    above = lines[i - 1] if i else None
    if above is None or len(above.text) > 110 or VERB.search(above.text) or BARE.fullmatch(above.text) or above.text.endswith((".", ":")):
        return []
    match = BARE.fullmatch(lines[i].text)
    what = BULLET.sub("", above.text, count=1).strip(" |")
    return [Row(above.start, lines[i].end, what, canonical(match["grade"]), pillar)] if match and what else []


def _pillar_heading(line: Line) -> str | None:
    match = PILLAR.match(re.sub(r"^\W*(?:\w{1,2}[.)]\s+)?", "", line.text))
    return match[0].lower() if match and len(line.text) < 40 and match[0].lower() in ("effectiveness", "efficiency", "legitimacy", "leadership") else None
