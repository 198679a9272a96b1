"""Grades, round by round, for one force; joined only where rounds may be compared."""

from __future__ import annotations

from typing import Any

from web.charts.grades import Point
from web.charts.grades import grades as chart
from web.explorer import drawer
from web.explorer.page import Args, Page, page, refused
from web.explorer.reading import Reading
from web.explorer.site import Site
from web.explorer.words import address

__all__ = ["grades"]

PATH = "/questions/judgement_history"
UNNAMED = "No pillar named"


def grades(site: Site, given: Args) -> Page:
    """The page of `/questions/judgement_history`."""
    reading = Reading(site, PATH, given)
    reading.only(("force", "pillar"))
    force = reading.thing("force", "force") or (site.only_force or (site.forces[0] if site.forces else None))
    pillar = reading.raw("pillar") or None
    pillars = sorted({judgement.pillar for judgement in site.index.judgements if judgement.pillar})
    if pillar and pillar not in pillars:
        reading.wrong("pillar", f"No letter held here grades a pillar “{pillar[:100]}”.", next((p for p in pillars if p[:3] == pillar[:3]), None))
    context = {"force": force, "pillar": pillar, "pillars": pillars}
    if reading.problems:
        return refused(site, "grades.html", "Grades, round by round", reading, rows=None, **context)
    values = {"force": force.slug if force else "", "pillar": pillar}
    rows = site.questions["judgement_history"].run(site.store, **values) if force else []
    return page(
        site,
        "grades.html",
        "Grades, round by round",
        here=address(PATH, **values),
        reading=reading,
        rows=rows,
        chart=chart(panels(rows)),
        report=lambda row: site.index.get(row["report"] or "", "report"),
        judgement=lambda row: _judgement(site, row),
        drawn=drawer.queries(site, "judgement_history", values),
        **context,
    )


def panels(rows: list[dict[str, Any]]) -> dict[str, list[Point]]:
    """A panel for each pillar with the grades of the whole pillar; those of single questions stand in the table only."""
    found: dict[str, list[Point]] = {}
    for row in rows:
        if row["pillar"] and not row["question"] and row["published"]:
            point = Point(row["published"][:4], row["grade"].lower().replace("_", " "), True, row["comparable"] == "COMPARABLE")
            found.setdefault(row["pillar"].capitalize(), []).append(point)
    return dict(sorted(found.items()))


def _judgement(site: Site, row: dict[str, Any]) -> Any:
    """The record behind a row, for its quote."""
    letter = site.index.get(row["letter"] or "", "letter")
    held = letter.judgements if letter else []
    return next((j for j in held if j.quote and (j.quote.start, j.quote.end) == (row["start"], row["end"])), None)
