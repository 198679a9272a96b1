"""Writing one review down: two findings (or a finding and a report), a decision, who and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from knowledge.index import Index
from knowledge.review_rows import Passage, ReviewRow, checked
from knowledge.reviews import ReviewError, record
from knowledge.things import Finding, Report

__all__ = ["judge"]


def judge(index: Index, folder: Path, earlier: str, later: str, decision: str, reviewer: str, kind: str, reason: str) -> Path:
    """Append one review of today to the reviewer's file; returns the file. Raises `ReviewError`, and then nothing is written."""
    if not reason.strip():
        raise ReviewError("A review says why: pass --reason with a sentence.")
    first = _passage(index, earlier)
    side = _report(index, later) if decision == "none" else _passage(index, later)
    row = ReviewRow(first, side, decision, reason, reviewer, kind, date.today().isoformat(), file="the new review", line=1)
    return record(folder, checked(row))


def _passage(index: Index, given: str) -> Passage:
    found = index.get(given, "finding")
    if not isinstance(found, Finding) or found.quote is None:
        near = index.nearest("finding", given)
        raise ReviewError(f"There is no finding '{given}'." + (f" Did you mean '{near}'?" if near else " `peelgraph review list` names them."))
    return Passage(found.quote.source, found.quote.start, found.quote.end, found.quote.text)


def _report(index: Index, given: str) -> str:
    found = index.get(given, "report")
    if not isinstance(found, Report):
        near = index.nearest("report", given)
        raise ReviewError(f"With the decision 'none', --later is a report, and there is no report '{given}'." + (f" Did you mean '{near}'?" if near else ""))
    return found.slug
