"""Grades on lines of their own: "Efficiency – good", a heading with the grade in brackets, columns of years."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.grades.bands import bands, beside, over_its_names
from loaders.recognise.grades.celled import CELL_END, in_cells, with_split_name
from loaders.recognise.grades.cells import (
    ANY,
    BARE,
    BULLET,
    EARLIER,
    GRADED,
    LABEL,
    MARK,
    STROKE,
    VERB,
    WORD,
    Row,
    is_asked,
    is_name,
    is_question,
    listed,
)
from loaders.recognise.grades.columns import across, flattened, of_introduction, years_above
from loaders.recognise.grades.given import GRADE, canonical
from loaders.recognise.grades.targets import PILLAR, QUESTION
from loaders.recognise.lines import Kind, Line
from loaders.recognise.words import PILLARS

__all__ = ["rows"]

ROW = re.compile(rf"{MARK}(?P<what>[A-Z][^:|().?!\n]{{3,110}}?\??)\s*(?:\(\s*(?:graded\s+|judged\s+|rated\s+|overall\s+)?|\s*\.{{2,}}\s*|\.\s+(?:grade|grading|judge?ment|rating)\s*:\s*|\|\s*|\s-+\s*|:\s*|,\s*|\s+)['\"]?(?P<grades>{WORD}(?:['\"]?\s*(?:\||,|/|\s)\s*['\"]?{WORD})*)['\"]?\s*[).|;,]*(?:\s*and)?(?P<before>\s*\((?:20\d\d|previous|last|was|formerly|(?:up|down)\s+from)[^()]{{0,30}}?['\"]?\b(?P<earlier>{WORD})['\"]?\s*\)|,?\s+(?:(?:up|down)\s+from|previously|was)\s+(?P<left>{WORD}))?$", re.I)
BAND = re.compile(rf"{MARK}['\"]?(?P<grade>{WORD})['\"]?(?:\s*\(\d{{1,2}}\))?\s*(?::|-+)\s*(?P<list>\S.*)?$", re.I)
LEAD = re.compile(rf"[^.;:]{{0,90}}\b(?P<grade>{ANY})['\")]*(?:[^.;:]{{0,60}})?(?::|\s-)?$", re.I)
ASKED = re.compile(rf"{MARK}(?P<what>(?:How|What|To\s+what\s+extent|Is|Does|Do|Are)\b[^?\n]{{5,180}}\?)\s*[-:]*\s*['\"(]*(?P<grade>{WORD})['\")]*\.?$", re.I)
HEAD = re.compile(r"^(?:areas?|questions?|graded|judged|rated|what|where)\b[^.]*$", re.I)
GRADE_FIRST = re.compile(rf"{MARK}(?P<grade>{WORD})(?:\s{{2,}}|\s*\|\s*)(?P<what>\w[^|]{{3,110}})$", re.I)
COLUMNS = re.compile(rf"{MARK}['\"]?{WORD}['\"]?(?:\s*[|,/\s]\s*['\"]?{WORD}['\"]?)+\s*\|?$", re.I)
LONGEST = 220


def rows(anatomy: Anatomy) -> list[Row]:
    """Every such line below the head, in order."""
    found: list[Row] = []
    pillar: str | None = None
    lines = _mended(anatomy.lines)
    greeting = next((i for i, line in enumerate(lines[: anatomy.body]) if line.kind is Kind.SALUTATION), -1)
    for i in range(greeting + 1, len(lines)):
        pillar = _pillar_heading(lines[i]) or pillar
        if len(lines[i].text) <= LONGEST and not any(row.start <= lines[i].start < row.end for row in found):
            earlier = of_introduction(lines, i)
            found += [replace(row, year=row.year if row.year is not None else earlier) for row in _on_line(lines, i, pillar, anatomy)]
    return found


def _mended(lines: list[Line]) -> list[Line]:
    """The lines, with a grade of two words that a narrow cell broke put together again."""
    found: list[Line] = []
    for line in lines:
        if found and re.fullmatch(r"improvement\W*", line.text, re.I) and re.search(r"(?:^|\s)requir(?:es|ing)$", found[-1].text, re.I):
            found[-1] = replace(found[-1], end=line.end, text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
    return found


def _on_line(lines: list[Line], i: int, pillar: str | None, anatomy: Anatomy) -> list[Row]:
    line = lines[i]
    if "\n" in anatomy.text[line.start : line.end] and (row := with_split_name(line, anatomy, pillar)):
        return row
    if match := BAND.fullmatch(line.text):
        return _in_band(lines, i, match, pillar)
    if COLUMNS.fullmatch(line.text):
        return bands(anatomy, i, pillar) or _under_columns(lines, i)
    if BARE.fullmatch(line.text):
        return flattened(lines, i, pillar) or beside(lines, i, pillar) or over_its_names(lines, i, pillar) or _below_its_name(lines, i, pillar)
    if match := GRADE_FIRST.fullmatch(line.text):
        what = match["what"].strip(" .;")
        return [Row(line.start, line.end, what, canonical(match["grade"]), pillar)] if is_asked(what) or STROKE in line.text else []
    if (match := LEAD.fullmatch(line.text)) and len(GRADE.findall(line.text)) == 1 and (led := _led(lines, i, canonical(match["grade"]), pillar)):
        return led
    if CELL_END.search(line.text) and (cells := across(lines, i) or in_cells(lines, i, pillar)):
        return cells
    if asked := ASKED.fullmatch(line.text):
        return [Row(line.start, line.end, asked["what"], canonical(asked["grade"]), pillar)]
    match = ROW.fullmatch(line.text)
    if match and (match["what"].endswith("?") or not VERB.search(match["what"])) and _is_graded(match["what"], line.text) and not GRADED.search(match["what"]):
        return (_labelled(lines, i, match, pillar) if LABEL.fullmatch(match["what"].strip()) else []) or _of_line(lines, i, match, pillar)
    return []


def _is_graded(what: str, line: str) -> bool:
    """A name before a grade: set off by a sign, or one that inspections ask about."""
    return what.endswith("?") or bool(re.search(r"[|:(]|\s-+\s|\.\.", line[len(what) :])) or bool(PILLAR.search(what) or QUESTION.search(what))


def _of_line(lines: list[Line], i: int, match: re.Match[str], pillar: str | None) -> list[Row]:
    grades = [canonical(found[0]) for found in GRADE.finditer(match["grades"])]
    years = years_above(lines, i, len(grades))
    what = match["what"].strip(" '\"-,")
    if left := match["earlier"] or match["left"]:
        grades, years = [*grades, canonical(left)], [*(years or [None] * len(grades)), EARLIER]
    return [Row(lines[i].start, lines[i].end, what, grade, pillar, years[at] if years else None) for at, grade in enumerate(grades)]


def _in_band(lines: list[Line], i: int, match: re.Match[str], pillar: str | None) -> list[Row]:
    """"Good: preventing crime; recording crime", or the same as a list below."""
    grade = canonical(match["grade"])
    if match["list"] and GRADED.search(match["list"]):
        return []
    if match["list"]:
        names = [name for name in listed(match["list"].strip(" .")) if len(name) < 110]
        return [Row(lines[i].start, lines[i].end, name, grade, pillar) for name in names] if not VERB.search(match["list"]) else []
    found = []
    for line in lines[i + 1 : i + 16]:
        mark = BULLET.match(line.text)
        if not mark or len(line.text) > 120:
            break
        found.append(Row(lines[i].start, line.end, line.text[mark.end() :].strip(" .;"), grade, pillar))
    return found


def _led(lines: list[Line], i: int, grade: str, pillar: str | None) -> list[Row]:
    """"The areas graded as adequate are:", and below it the areas, each an inspection's question and nothing more."""
    found: list[Row] = []
    is_head = lines[i].text.endswith(":") or bool(HEAD.search(lines[i].text))
    for line in lines[i + 1 : i + 16]:
        mark = BULLET.match(line.text)
        if not is_name(line) or not (mark or is_head):
            break
        found.append(Row(lines[i].start, line.end, line.text[mark.end() if mark else 0 :].strip(" .;,"), grade, pillar))
    return found if len(found) > 1 or is_head else []


def _under_columns(lines: list[Line], i: int) -> list[Row]:
    """A line of grades below a line of pillars."""
    above = lines[i - 1] if i else None
    names = [match[0] for match in PILLAR.finditer(above.text)] if above else []
    grades = [canonical(match[0]) for match in GRADE.finditer(lines[i].text)]
    if above is None or len(names) != len(grades):
        return []
    return [Row(above.start, lines[i].end, name, grade) for name, grade in zip(names, grades, strict=True)]


def _labelled(lines: list[Line], i: int, match: re.Match[str], pillar: str | None) -> list[Row]:
    """"Our grade: good", below the heading that says what for."""
    above = lines[i - 1] if i else None
    what = BULLET.sub("", above.text, count=1).strip(" .|") if above else ""
    grades = GRADE.findall(match["grades"])
    return [Row(above.start, lines[i].end, what, canonical(grades[0]), pillar)] if above and is_asked(what) and len(grades) == 1 and not GRADED.search(what) else []


def _below_its_name(lines: list[Line], i: int, pillar: str | None) -> list[Row]:
    """A grade alone on its line, below the line that says what for."""
    above = lines[i - 1] if i else None
    if above is None or len(above.text) > 110 or VERB.search(above.text) or BARE.fullmatch(above.text):
        return []
    match = BARE.fullmatch(lines[i].text)
    what = BULLET.sub("", above.text, count=1).strip(" |.:")
    if above.text.endswith((".", ":")) and not is_question(what):
        return []
    is_one_of_several = any(BARE.fullmatch(lines[at].text) for at in (i - 2, i + 2) if 0 <= at < len(lines))
    is_told = is_asked(what) or what.endswith("?") or is_one_of_several or bool(re.search(r"\b(?:grad(?:e|ing)|judge?ment|rating|overall)\b", what, re.I))
    return [Row(above.start, lines[i].end, what, canonical(match["grade"]), pillar)] if match and what and is_told else []


def _pillar_heading(line: Line) -> str | None:
    match = PILLAR.match(re.sub(r"^\W*(?:\w{1,2}[.)]\s+)?", "", line.text))
    return match[0].lower() if match and len(line.text) < 40 and match[0].lower() in PILLARS else None
