"""When a finding was made: the year that CONTRACT section 4 gives it, on what basis, and the dates it is ordered by."""

from __future__ import annotations

from knowledge import dates
from loaders.letter import Finding, Report

__all__ = ["dated", "year_of"]


def year_of(finding: Finding, report: Report | None) -> tuple[int | None, str]:
    """The year, and its basis as a word of the scheme `year-basis`: the inspection printed in one calendar year, else the
    report's publication (printed, else registered), else the year that the letter gives, else none."""
    if report:
        if year := _one_year(report.inspected):
            return year, "inspection_printed"
        if year := _one_year(report.published):
            return year, f"published_{report.published_basis or 'printed'}"
    return (finding.year, "stated") if finding.year else (None, "unknown")


def dated(finding: Finding, report: Report | None) -> str | None:
    """The EDTF date that tells which of two findings came first: inspection, publication or stated year."""
    if report and (report.inspected or report.published):
        return report.inspected or report.published
    return str(finding.year) if finding.year else None


def _one_year(edtf: str | None) -> int | None:
    first, last = dates.interval(edtf) if edtf else (None, None)
    return first.year if first and last and first.year == last.year else None
