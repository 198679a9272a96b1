"""The order of lists: earliest day, latest day, id; what bears no date comes last (CONTRACT section 0)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from knowledge import dates, things

__all__ = ["ORDERS", "finding_key", "letter_key", "place_key", "report_key"]


def letter_key(letter: things.Letter | None) -> tuple[Any, ...]:
    """Earliest day, latest day, id; no date comes last."""
    return (*dates.order(letter.date if letter else None), letter.id if letter else "")


def report_key(report: things.Report | None) -> tuple[Any, ...]:
    """By publication."""
    return (*dates.order(report.published if report else None), report.id if report else "")


def finding_key(finding: things.Finding) -> tuple[Any, ...]:
    """By year."""
    return (*dates.order(str(finding.year) if finding.year else None), finding.id)


def place_key(part: Any) -> tuple[Any, ...]:
    """As it stands in the letter: by place, then id."""
    return (part.quote.start if part.quote else 0, part.quote.end if part.quote else 0, part.id)


ORDERS: dict[str, tuple[type, Callable[[Any], Any]]] = {
    "letters": (things.Letter, letter_key),
    "reports": (things.Report, report_key),
    "findings": (things.Finding, finding_key),
    "responses": (things.Response, lambda r: (letter_key(r.letter), r.id)),
    "judgements": (things.Judgement, lambda j: (report_key(j.report), j.id)),
    "claims": (things.Claim, lambda c: (letter_key(c.letter), c.id)),
    "counts": (things.StatedCount, lambda c: (letter_key(c.letter), c.id)),
    "recurrences": (things.Recurrence, lambda r: (finding_key(r.earlier), finding_key(r.later))),
    "lineages": (things.Lineage, lambda row: (row.earlier.id, row.later.id, row.id)),
    "reviews": (things.Review, lambda r: (dates.order(r.date), r.id)),
    "deadlines": (things.Deadline, lambda d: (letter_key(d.letter), report_key(d.report))),
    "tenures": (things.Tenure, lambda t: (dates.order(t.start), t.id)),
    "rounds": (things.Round, lambda r: (dates.order(str(r.year) if r.year else None), r.id)),
    "people": (things.Person, lambda thing: thing.id),
    "forces": (things.Force, lambda thing: thing.id),
    "alliances": (things.Alliance, lambda thing: thing.id),
    "themes": (things.Theme, lambda thing: thing.id),
    "systems": (things.System, lambda thing: thing.id),
    "offices": (things.Office, lambda thing: thing.id),
    "documents": (things.Document, lambda thing: thing.id),
}
