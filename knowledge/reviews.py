"""Readers' judgements of two passages: `records/reviews/*.tsv`, read, checked and written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as calendar_date
from pathlib import Path

from knowledge.terms import short_hash, slug

__all__ = [
    "COLUMNS",
    "DECISIONS",
    "Passage",
    "REVIEWER_KINDS",
    "ReviewError",
    "ReviewRow",
    "Reviews",
    "SAME",
    "read_reviews",
    "record",
]

SAME = ("repeated", "narrowed", "widened")
DECISIONS = (*SAME, "related", "different", "unsure", "none")
REVIEWER_KINDS = ("person", "program")
COLUMNS = (
    "earlier_source earlier_start earlier_end earlier_text later_source later_start later_end later_text "
    "relation said_by_letter reason reviewer date reviewer_kind"
).split()
REPORT = "report/"


class ReviewError(Exception):
    """A review that cannot be used: file, line, what is wrong and what would be right."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a file's text, as the reader saw it."""

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One judgement. `later` is a passage, or with the decision *none* the slug of the report that was read against."""

    earlier: Passage
    later: Passage | str
    decision: str
    reason: str
    reviewer: str
    reviewer_kind: str
    date: str
    said_by_letter: str = ""
    file: str = ""
    line: int = 0

    @property
    def pair(self) -> tuple[Passage, Passage | str]:
        """What was judged."""
        return (self.earlier, self.later)

    @property
    def slug(self) -> str:
        """`{reviewer}-{date}-{8 hex digits of the SHA-256 of both passages}`."""
        return f"{slug(self.reviewer)}-{self.date}-{short_hash(' '.join(map(_place, self.pair)))}"

    @property
    def place(self) -> str:
        """Where the row stands, for a message."""
        return f"'{self.file}', line {self.line}"


@dataclass(frozen=True, slots=True)
class Reviews:
    """The rows that can be used, and what is wrong with the others."""

    rows: tuple[ReviewRow, ...] = ()
    problems: tuple[ReviewError, ...] = ()


def _place(side: Passage | str) -> str:
    return side if isinstance(side, str) else f"{side.source} {side.start} {side.end} {side.text}"


def read_reviews(folder: Path | str) -> Reviews:
    """Every row of every `*.tsv` in `folder`, in order of file and line; a broken row is a problem and the others stand."""
    rows: list[ReviewRow] = []
    problems: list[ReviewError] = []
    for path in sorted(Path(folder).glob("*.tsv")):
        _read_file(path, rows, problems)
    return Reviews(tuple(rows), tuple(problems))


def _read_file(path: Path, rows: list[ReviewRow], problems: list[ReviewError]) -> None:
    lines = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
    header = lines[0].split("\t") if lines else []
    if missing := [name for name in COLUMNS if name not in header]:
        problems.append(ReviewError(f"'{path.name}', line 1: there is no column '{missing[0]}'. Its columns are {', '.join(COLUMNS)}."))
        return
    for number, text in enumerate(lines[1:], start=2):
        try:
            if text.strip():
                rows.append(_fresh(_row(header, text, path.name, number), rows))
        except ReviewError as error:
            problems.append(error)


def _row(header: list[str], text: str, file: str, line: int) -> ReviewRow:
    """The row in `text`. Raises `ReviewError`."""
    cells = text.split("\t")
    if len(cells) != len(header):
        raise ReviewError(f"'{file}', line {line}: {len(cells)} cells where the first line names {len(header)} columns.")
    cell = {name: value.strip() for name, value in zip(header, cells, strict=True)}
    place = f"'{file}', line {line}"
    later = _later(cell, place)
    row = ReviewRow(
        earlier=_passage(cell, "earlier", place),
        later=later,
        decision=cell["relation"],
        reason=cell["reason"],
        reviewer=cell["reviewer"],
        reviewer_kind=cell["reviewer_kind"],
        date=cell["date"],
        said_by_letter=cell["said_by_letter"],
        file=file,
        line=line,
    )
    return _checked(row)


def _later(cell: dict[str, str], place: str) -> Passage | str:
    if cell["relation"] != "none":
        return _passage(cell, "later", place)
    if not cell["later_source"].startswith(REPORT):
        raise ReviewError(f"{place}: with the decision 'none', later_source is '{REPORT}' and a report's slug, not '{cell['later_source']}'.")
    return cell["later_source"].removeprefix(REPORT)


def _passage(cell: dict[str, str], side: str, place: str) -> Passage:
    source, start, end = (cell[f"{side}_{name}"] for name in ("source", "start", "end"))
    if not source:
        raise ReviewError(f"{place}: {side}_source is empty. It is the base name of the file that the passage stands in.")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise ReviewError(f"{place}: '{start}' to '{end}' is no stretch of text. {side}_start is smaller than {side}_end, both count characters.")
    return Passage(source, int(start), int(end), cell[f"{side}_text"])


def _checked(row: ReviewRow) -> ReviewRow:
    """`row`, if a reader, a kind, a date and a decision stand in it."""
    if row.decision not in DECISIONS:
        raise ReviewError(f"{row.place}: there is no decision '{row.decision}'. It is one of {', '.join(DECISIONS)}.")
    if not row.reviewer:
        raise ReviewError(f"{row.place}: the review names no reviewer.")
    if row.reviewer_kind not in REVIEWER_KINDS:
        raise ReviewError(f"{row.place}: '{row.reviewer_kind}' is no kind of reviewer. It is person or program.")
    if not _is_day(row.date):
        raise ReviewError(f"{row.place}: '{row.date}' is no date. Write it as 2026-11-22.")
    return row


def _is_day(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and bool(calendar_date.fromisoformat(text))
    except ValueError:
        return False


def _fresh(row: ReviewRow, rows: Iterable[ReviewRow]) -> ReviewRow:
    """`row`, if its reviewer has no other of that date on that pair, and was not of another kind before."""
    for other in rows:
        if other.reviewer != row.reviewer:
            continue
        if other.reviewer_kind != row.reviewer_kind:
            raise ReviewError(f"{row.place}: '{row.reviewer}' is a {other.reviewer_kind} in {other.place}, not a {row.reviewer_kind}.")
        if other.pair == row.pair and other.date == row.date:
            raise ReviewError(f"{row.place}: '{row.reviewer}' judged this pair on {row.date} already, in {other.place}. A later date replaces it.")
    return row


def record(folder: Path | str, row: ReviewRow) -> Path:
    """Append `row` to its reviewer's file in `folder`, whole or not at all. Raises `ReviewError`, and then nothing is changed."""
    path = Path(folder) / f"{slug(row.reviewer)}.tsv"
    held = read_reviews(folder).rows
    row = _checked(row)
    _fresh(row, held)
    text = path.read_bytes().decode("utf-8") if path.exists() else "\t".join(COLUMNS) + "\n"
    header = text.splitlines()[0].split("\t")
    cells = _cells(row)
    line = "\t".join(re.sub(r"\s+", " ", cells.get(name, "")).strip() for name in header)
    draft = path.with_suffix(".tmp")
    draft.write_bytes((text.rstrip("\n") + "\n" + line + "\n").encode())
    draft.replace(path)
    return path


def _cells(row: ReviewRow) -> dict[str, str]:
    sides = {"earlier": row.earlier, "later": row.later}
    cells = {
        f"{side}_{name}": str(getattr(passage, name))
        for side, passage in sides.items()
        if isinstance(passage, Passage)
        for name in ("source", "start", "end", "text")
    }
    if isinstance(row.later, str):
        cells["later_source"] = REPORT + row.later
    names = ("said_by_letter", "reason", "reviewer", "date", "reviewer_kind")
    return cells | {name: getattr(row, name) for name in names} | {"relation": row.decision}
