"""When a report came out: of what the register says and what a letter prints, the more exact."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge import dates
from knowledge.registers.rows import ReportRow

__all__ = ["Publication", "publication_of"]


@dataclass(frozen=True, slots=True)
class Publication:
    """When a report came out, as far as known. `note` is what a reader has to know of that date."""

    published: str | None
    basis: str | None = None
    confirmed: bool = True
    note: str | None = None


def publication_of(published: str | None, basis: str | None, row: ReportRow | None) -> Publication:
    """The more exact of the registered date and the printed one (EDTF); the registered one where they are alike."""
    printed = Publication(published, basis or ("printed" if published else None))
    if row is None or row.published is None:
        return printed
    registered = Publication(row.published, "registered", row.published_confirmed, row.note if _is_doubt(row.note) else None)
    return printed if _length(printed.published) < _length(registered.published) else registered


def _is_doubt(note: str | None) -> bool:
    """Whether a register's note is about the day of the report."""
    return bool(note and "day of its report" in note)


def _length(edtf: str | None) -> int:
    first, last = dates.interval(edtf) if edtf else (None, None)
    return (last - first).days if first and last else 10**6
