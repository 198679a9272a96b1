"""Register files: eight columns, one fact a row; what is wrong is refused with its file, its line and the fix."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge import dates

__all__ = ["COLUMNS", "Entry", "RegisterError", "Row", "entries", "read_table"]

COLUMNS = ("subject", "kind", "property", "value", "from", "to", "source", "confirmed")
CONFIRMED = ("yes", "no", "from", "to")
NO_PAGE = "no page found"
REPORT = (
    *("title", "also-known-as", "published", "scope", "force", "programme", "round", "inspected"),
    *("published-with", "national-report", "note"),
)
# File → kind of row → its properties; None where the property is free (a kind of event, a theme, a round).
PROPERTIES: dict[str, dict[str, tuple[str, ...] | None]] = {
    "forces": {"force": ("name", "alias", "police-uk-id", "ons-code", "area", "home-office-number")},
    "bodies": {"body": ("name", "body-kind", "oversees")},
    "offices": {"office": ("name", "office-kind", "oversees", "post-in")},
    "people": {"person": ("name", "alias", "party")},
    "tenures": {"tenure": ("holds",)},
    "alliances": {"alliance": ("name", "alias", "ran", "member", "joint-body"), "event": None},
    "inspectorate": {"inspectorate": ("founded", "name", "alias", "renamed", "remit")},
    "rounds": {"round": ("name", "label", "grade-scale", "year", "grades", "comparable-with", "not-comparable-with")},
    "reports": {"report": REPORT, "family": REPORT},
    "grades": {"grade": None},
    "coverage": {"coverage": None},
    "rules": {"rule": ("name", "days", "version", "legislation", "first-day", "unsettled")},
    "systems": {"system": ("name", "alias", "supplier", "used-by")},
}


class RegisterError(ValueError):
    """A row that cannot be true or cannot be read: `file`, `line` and what would be right."""

    def __init__(self, file: str, line: int, sentence: str) -> None:
        super().__init__(f"{file}, line {line}: {sentence}")
        self.file, self.line = file, line


@dataclass(frozen=True, slots=True)
class Row:
    """One fact, and where it stands."""

    subject: str
    kind: str
    property: str
    value: str
    start: str | None
    end: str | None
    source: str
    confirmed: str
    file: str
    line: int

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.source.split(" | "))

    def wrong(self, sentence: str) -> RegisterError:
        return RegisterError(self.file, self.line, sentence)


def read_table(path: Path) -> list[Row]:
    """The rows of one file, each checked by itself."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise RegisterError(path.name, 1, f"The first line is not '{' '.join(COLUMNS)}', a tab between. Write it so.")
    rows = [_row(path, number, line) for number, line in enumerate(lines[1:], 2) if line.strip()]
    _refuse_twice(rows)
    return rows


def _row(path: Path, number: int, line: str) -> Row:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(COLUMNS):
        told = f"The row has {len(cells)} columns, not {len(COLUMNS)}"
        raise RegisterError(path.name, number, f"{told}. Separate {', '.join(COLUMNS)} by one tab each.")
    subject, kind, name, value, start, end, source, confirmed = cells
    row = Row(subject, kind, name, value, start or None, end or None, source, confirmed, path.name, number)
    _check_words(row, path.stem)
    _check_dates(row)
    return row


def _check_words(row: Row, file: str) -> None:
    kinds = PROPERTIES[file]
    if not re.fullmatch(r"[a-z0-9-]+", row.subject):
        raise row.wrong(f"'{row.subject}' is not a slug. Use a-z, 0-9 and '-' only.")
    if row.kind not in kinds:
        raise row.wrong(f"There is no kind '{row.kind}' in this file. Write {' or '.join(repr(k) for k in kinds)}.")
    known = kinds[row.kind]
    if known and row.property not in known:
        raise row.wrong(f"There is no property '{row.property}' of a {row.kind}.{_nearest(row.property, known)}")
    if not row.value or not row.property:
        raise row.wrong(f"'{row.subject}' has a row without {'value' if row.property else 'property'}. Fill it in or take the row out.")
    if not row.source:
        raise row.wrong(f"No source is given for '{row.value}'. Name the page, or 'no page found' with confirmed 'no'.")
    if row.source == NO_PAGE and row.confirmed != "no":
        raise row.wrong(f"'{row.value}' is confirmed, but no page was found that states it. Name the page, or write 'no'.")
    if row.confirmed not in CONFIRMED:
        raise row.wrong(f"'{row.confirmed}' does not say whether the fact is confirmed. Write yes, no, from or to.")


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), 1)
    return f" Did you mean '{near[0]}'?" if near else f" Write one of {', '.join(known)}."


def _check_dates(row: Row) -> None:
    for column, text in (("from", row.start), ("to", row.end)):
        if text:
            _check_date(row, column, text)
    if row.start and row.end and row.end != "..":
        first, last = dates.interval(row.start)[0], dates.interval(row.end)[1]
        if first and last and last < first:
            raise row.wrong(f"The end '{row.end}' is before the start '{row.start}'. Exchange them or mend the year.")


def _check_date(row: Row, column: str, text: str) -> None:
    try:
        first, last = dates.interval(text)
    except ValueError as error:
        raise row.wrong(f"'{text}' in column '{column}' is no date ({error}). Write 2014, 2014-10 or 2014-10-02.") from error
    if first and last and last < first:
        raise row.wrong(f"The interval '{text}' ends before it starts. Exchange its two dates.")


def _refuse_twice(rows: list[Row]) -> None:
    seen: dict[tuple, int] = {}
    for row in rows:
        key = (row.subject, row.kind, row.property, row.value, row.start, row.end)
        if key in seen:
            raise row.wrong(f"The row says the same as line {seen[key]}. Take one of them out, or join their sources by ' | '.")
        seen[key] = row.line


@dataclass(frozen=True, slots=True)
class Entry:
    """All rows of one subject."""

    slug: str
    kind: str
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def all(self, name: str, confirmed: bool = False) -> list[Row]:
        """The rows of one property, in file order; with `confirmed` without those that are not."""
        return [row for row in self.rows if row.property == name and (row.confirmed != "no" or not confirmed)]

    def values(self, name: str) -> tuple[str, ...]:
        return tuple(row.value for row in self.all(name))

    def maybe(self, name: str) -> str | None:
        """The value of a property that has one at most; a confirmed one before one that is not."""
        rows = self.all(name, confirmed=True) or self.all(name)
        return rows[0].value if rows else None

    def need(self, name: str) -> str:
        """The value of a property that must be there."""
        value = self.maybe(name)
        if value is None:
            raise self.rows[0].wrong(f"'{self.slug}' has no {name}. Add a row with the property '{name}'.")
        return value

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of what is confirmed, each once, in file order; of all where nothing is."""
        told = [row for row in self.rows if row.confirmed != "no"] or self.rows
        return tuple(dict.fromkeys(source for row in told for source in row.sources))


def entries(rows: Iterable[Row], kind: str) -> list[Entry]:
    """The rows of one kind, gathered by subject, in file order."""
    gathered: dict[str, list[Row]] = {}
    for row in rows:
        if row.kind == kind:
            gathered.setdefault(row.subject, []).append(row)
    return [Entry(slug, kind, tuple(found)) for slug, found in gathered.items()]
