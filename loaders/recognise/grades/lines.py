"""Grades on lines of their own: "Efficiency – good", a heading with the grade in brackets, columns of years."""

from __future__ import annotations

import re

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.grades.bands import bands, beside, over_its_names
from loaders.recognise.grades.cells import BARE, BULLET, MARK, VERB, WORD, Row
from loaders.recognise.grades.mentions import GRADE, canonical
from loaders.recognise.grades.targets import PILLAR, QUESTION
from loaders.recognise.lines import Kind, Line

__all__ = ["rows"]

ROW = re.compile(rf"{MARK}(?P<what>[A-Z][^:|().?!\n]{{3,110}}?\??)\s*(?:\(\s*(?:graded\s+|judged\s+|rated\s+|overall\s+)?|\s*\.{2,}\s*|\.\s+(?:grade|grading|judge?ment|rating)\s*:\s*|\|\s*|\s-+\s*|:\s*|,\s*|\s+)['\"]?(?P<grades>{WORD}(?:['\"]?\s*(?:\||,|/|\s)\s*['\"]?{WORD})*)['\"]?\s*[).|;,]*(?:\s*and)?(?P<before>\s*\((?:20\d\d|previous|last)[^()]{0,30}?['\"]?\b(?P<earlier>{WORD})['\"]?\s*\))?$", re.I)
BAND = re.compile(rf"{MARK}['\"]?(?P<grade>{WORD})['\"]?\s*(?::|-+)\s*(?P<list>\S.*)?$", re.I)
COLUMNS = re.compile(rf"{MARK}['\"]?{WORD}['\"]?(?:\s*[|,\s]\s*['\"]?{WORD}['\"]?)+\s*\|?$", re.I)
YEARS = re.compile(r"20\d\d(?:\s?/\s?\d\d)?")
EARLIER = 0  # a year that no report has
LONGEST = 160


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
        return bands(anatomy, i, pillar) or _under_columns(lines, i)
    if BARE.fullmatch(line.text):
        return beside(lines, i, pillar) or over_its_names(lines, i, pillar) or _below_its_name(lines, i, pillar)
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


def _under_columns(lines: list[Line], i: int) -> list[Row]:
    """A line of grades below a line of pillars."""
    above = lines[i - 1] if i else None
    names = [match[0] for match in PILLAR.finditer(above.text)] if above else []
    grades = [canonical(match[0]) for match in GRADE.finditer(lines[i].text)]
    if above is None or len(names) != len(grades):
        return []
    return [Row(above.start, lines[i].end, name, grade) for name, grade in zip(names, grades, strict=True)]


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
