"""Readers' judgements of two passages: `records/reviews/*.tsv`, read, checked and written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from knowledge.review_rows import DECISIONS, REVIEWER_KINDS, SAME, Passage, ReviewError, ReviewRow, Reviews, checked
from knowledge.terms import slug

__all__ = [
    "COLUMNS",
    "DECISIONS",
    "REVIEWER_KINDS",
    "SAME",
    "Passage",
    "ReviewError",
    "ReviewRow",
    "Reviews",
    "read_reviews",
    "record",
]

SIDES = [f"{side}_{name}" for side in ("earlier", "later") for name in ("source", "start", "end", "text")]
COLUMNS = [*SIDES, "relation", "said_by_letter", "reason", "reviewer", "date", "reviewer_kind"]
REPORT = "report/"


def read_reviews(folder: Path | str) -> Reviews:
    """Every row of every `*.tsv` in `folder`, in order of file and line; a broken row is a problem and the others stand."""
    rows: list[ReviewRow] = []
    problems: list[ReviewError] = []
    for path in sorted(Path(folder).glob("*.tsv")):
        _read_file(path, rows, problems)
    return Reviews(tuple(rows), tuple(problems))


def _read_file(path: Path, rows: list[ReviewRow], problems: list[ReviewError]) -> None:
    lines = path.read_bytes().split(b"\n")
    try:
        header = _header(lines[0], path.name)
    except ReviewError as error:
        problems.append(error)
        return
    for number, line in enumerate(lines[1:], start=2):
        try:
            if line.strip():
                rows.append(_fresh(_row(header, _text(line, path.name, number), path.name, number), rows))
        except ReviewError as error:
            problems.append(error)


def _text(line: bytes, file: str, number: int) -> str:
    try:
        return line.decode("utf-8-sig").rstrip("\r")
    except UnicodeDecodeError as error:
        raise ReviewError(f"'{file}', line {number}: this is not UTF-8. Save the file as UTF-8.") from error


def _header(line: bytes, file: str) -> list[str]:
    header = _text(line, file, 1).split("\t")
    if missing := [name for name in COLUMNS if name not in header]:
        raise ReviewError(f"'{file}', line 1: there is no column '{missing[0]}'. Its columns are {', '.join(COLUMNS)}.")
    return header


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
    return checked(row)


def _later(cell: dict[str, str], place: str) -> Passage | str:
    if cell["relation"] != "none":
        return _passage(cell, "later", place)
    if not cell["later_source"].startswith(REPORT):
        raise ReviewError(
            f"{place}: with the decision 'none', later_source is '{REPORT}' and a report's slug, not '{cell['later_source']}'."
        )
    return cell["later_source"].removeprefix(REPORT)


def _passage(cell: dict[str, str], side: str, place: str) -> Passage:
    source, start, end = (cell[f"{side}_{name}"] for name in ("source", "start", "end"))
    if not source:
        raise ReviewError(f"{place}: {side}_source is empty. It is the base name of the file that the passage stands in.")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise ReviewError(
            f"{place}: '{start}' to '{end}' is no stretch of text. {side}_start is smaller than {side}_end, both count characters."
        )
    return Passage(source, int(start), int(end), cell[f"{side}_text"])


def _fresh(row: ReviewRow, rows: Iterable[ReviewRow]) -> ReviewRow:
    """`row`, if its reviewer has no other of that date on that pair, and was not of another kind before."""
    for other in rows:
        if other.reviewer != row.reviewer:
            continue
        if other.reviewer_kind != row.reviewer_kind:
            raise ReviewError(f"{row.place}: '{row.reviewer}' is a {other.reviewer_kind} in {other.place}, not a {row.reviewer_kind}.")
        if other.pair == row.pair and other.date == row.date:
            raise ReviewError(
                f"{row.place}: '{row.reviewer}' judged this pair on {row.date} already, in {other.place}. A later date replaces it."
            )
    return row


def record(folder: Path | str, row: ReviewRow) -> Path:
    """Append `row` to its reviewer's file in `folder`, whole or not at all. Raises `ReviewError`, and then nothing is changed."""
    path = Path(folder) / f"{slug(row.reviewer)}.tsv"
    held = path.read_bytes() if path.exists() else ("\t".join(COLUMNS) + "\n").encode()
    held = held if held.endswith(b"\n") else held + b"\n"
    header = _header(held.partition(b"\n")[0], path.name)
    cells = {name: " ".join(cell.split()) for name, cell in _cells(row).items()}
    line = "\t".join(cells.get(name, "") for name in header)
    _fresh(_row(header, line, path.name, held.count(b"\n") + 1), read_reviews(folder).rows)
    draft = path.with_suffix(".tmp")
    draft.write_bytes(held + (line + "\n").encode())
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
