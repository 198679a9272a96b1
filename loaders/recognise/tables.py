"""Grades on lines of their own: "Efficiency – good", a heading with the grade in brackets, tables flattened to lines, columns of years."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.grades import GRADE, canonical
from loaders.recognise.lines import Line
from loaders.recognise.targets import PILLAR, QUESTION

__all__ = ["Row", "rows"]

WORD = r"(?:outstanding|good|adequate|inadequate|requir(?:es|ing)\s+improvement)"
MARK = r"(?:[•-]\s+|\(?\w{1,2}[.)]\s+|\|\s*)?"
ROW = re.compile(rf"{MARK}(?P<what>[A-Z][^:|().?!\n]{{3,110}}?\??)\s*(?:\(\s*(?:graded\s+|judged\s+|rated\s+|overall\s+)?|\|\s*|\s-+\s*|:\s*|,\s*|\s+)['\"]?(?P<grades>{WORD}(?:['\"]?\s*(?:\||,|/|\s)\s*['\"]?{WORD})*)['\"]?\s*[).|]*$", re.I)
BARE = re.compile(rf"{MARK}(?:grade\s*:?\s*|judge?ment\s*:?\s*|overall\s*:?\s*)?['\"]?(?P<grade>{WORD})['\"]?\s*[.|]?$", re.I)
BAND = re.compile(rf"{MARK}['\"]?(?P<grade>{WORD})['\"]?\s*(?::|-+)\s*(?P<list>\S.*)?$", re.I)
COLUMNS = re.compile(rf"{MARK}['\"]?{WORD}['\"]?(?:\s*[|,\s]\s*['\"]?{WORD}['\"]?)+\s*\|?$", re.I)
YEARS = re.compile(r"20\d\d(?:\s?/\s?\d\d)?")
BULLET = re.compile(r"\s*(?:[•-]|\(?\w{1,2}[.)])\s+")
VERB = re.compile(r"\b(?:is|are|was|were|has|have|been|be|I|we|should|would|will|said|found|graded|judged|rated|that|which|not)\b")
CELL = re.compile(r"[^\s|](?:[^\n|]*?[^\s|])?(?=\s{2,}|\s*\||\s*$)", re.M)
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
    for i in range(anatomy.body if anatomy.body < len(lines) else 0, len(lines)):
        pillar = _pillar_heading(lines[i]) or pillar
        if len(lines[i].text) <= LONGEST and not any(row.start <= lines[i].start < row.end for row in found):
            found += _on_line(lines, i, pillar, anatomy.text)
    return found


def _on_line(lines: list[Line], i: int, pillar: str | None, text: str) -> list[Row]:
    line = lines[i]
    if match := BAND.fullmatch(line.text):
        return _in_band(lines, i, match, pillar)
    if COLUMNS.fullmatch(line.text):
        return _bands(lines, i, text, pillar) or _under_columns(lines, i)
    if BARE.fullmatch(line.text):
        return _below_its_name(lines, i, pillar)
    match = ROW.fullmatch(line.text)
    if match and not VERB.search(match["what"]) and _is_graded(match["what"], line.text):
        return _of_line(lines, i, match, pillar)
    return []


def _is_graded(what: str, line: str) -> bool:
    """A name before a grade: set off by a sign, or one that inspections ask about."""
    return bool(re.search(r"[|:(]|\s-+\s", line[len(what) :])) or bool(PILLAR.search(what) or QUESTION.search(what))


def _of_line(lines: list[Line], i: int, match: re.Match[str], pillar: str | None) -> list[Row]:
    grades = [canonical(found[0]) for found in GRADE.finditer(match["grades"])]
    years = _years_above(lines, i, len(grades))
    what = match["what"].strip(" '\"-,")
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


def _bands(lines: list[Line], i: int, text: str, pillar: str | None) -> list[Row]:
    """The scale as the head of a table, and below each grade what was given it."""
    heads = [(match.start(), canonical(match[0])) for match in GRADE.finditer(text, lines[i].start, lines[i].end)]
    if len({grade for _, grade in heads}) < 3:
        return []
    found = []
    for line in lines[i + 1 : i + 12]:
        cells = list(CELL.finditer(text, line.start, line.end))
        if line.gap or VERB.search(line.text) or any(len(cell[0]) > 60 for cell in cells):
            break
        for cell in cells:
            at = cell.start() - line.start
            _, grade = min(heads, key=lambda head: abs(head[0] - lines[i].start - at))
            found.append(Row(cell.start(), cell.end(), cell[0].strip(), grade, pillar))
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
