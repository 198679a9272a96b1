"""Themes by year: how many findings each year has, and which were found again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from knowledge import things
from knowledge.index import groups_of
from web.explorer import drawer
from web.explorer.page import Args, Page, page, refused
from web.explorer.reading import Reading
from web.explorer.site import Site
from web.explorer.words import address, counted

__all__ = ["themes"]

PATH, ROWS, LISTED = "/questions/findings_by_theme", 20, 100


@dataclass
class Row:
    """A theme: its findings by year, each `sameAs` group once, and the links along its foot."""

    theme: things.Theme
    cells: dict[int, int] = field(default_factory=dict)
    asked: dict[int, str] = field(default_factory=dict)
    feet: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    total: int = 0
    again: int = 0


def themes(site: Site, given: Args) -> Page:
    """The page of `/questions/findings_by_theme`: the matrix, and with a theme or year named, the findings."""
    reading = Reading(site, PATH, given)
    reading.only(("theme", "force", "year", "all", "after"))
    theme, force, year = reading.thing("theme", "theme"), reading.thing("force", "force"), reading.year("year")
    everything, after = reading.flag("all"), reading.whole("after")
    found = [f for f in site.index.findings if f.themes and (force is None or f.force is force) and year in (None, f.year) and (theme is None or theme in f.themes)]
    listed = found if theme or year else []
    if after and after >= max(1, len(listed)):
        reading.wrong("after", f"There is no finding after the {after:,}th.")
    title = f"Findings about {theme.name}, year by year" if theme else "Which findings are about a theme, year by year"
    context = {"theme": theme, "force": force, "year": year, "reading": reading}
    if reading.problems:
        return refused(site, "themes.html", title, status=404 if set(reading.problems) == {"after"} else 400, rows=None, **context)
    values = {"theme": theme and theme.slug, "force": force and force.slug, "year": year}
    context |= told(found, theme, everything) | {"listed": listed, "shown": listed[after : after + LISTED], "after": after, "size": LISTED}
    context["drawn"] = drawer.queries(site, "findings_by_theme", values)
    return page(site, "themes.html", title, here=address(PATH, **values, all=everything, after=after), **context)


def told(found: list[things.Finding], theme: things.Theme | None, everything: bool) -> dict[str, object]:
    """The matrix of these findings, with its totals and its sentence."""
    rows = [row for row in matrix(found) if theme in (None, row.theme)]
    return {
        "lead": lead(found, rows),
        "years": sorted({finding.year for finding in found if finding.year}),
        "rows": rows[: None if everything else ROWS],
        "count": len(rows),
        "columns": totals(found),
        "undated": len(groups_of([finding for finding in found if not finding.year])),
    }


def lead(found: list[things.Finding], rows: list[Row]) -> str:
    """A sentence with its denominators."""
    groups = groups_of(found)
    same = f", counted as {len(groups):,} since some are stated in more than one letter" if len(groups) != len(found) else ""
    several = " A finding can have several themes, so columns add up to more than their findings." if len(rows) > 1 else ""
    return f"{counted(len(found), 'finding')} with {counted(len(rows), 'theme')}{same}.{several}"


def totals(found: list[things.Finding]) -> dict[int, int]:
    """The findings of each year, each group once."""
    by_year: dict[int, list[things.Finding]] = defaultdict(list)
    for finding in found:
        if finding.year:
            by_year[finding.year].append(finding)
    return {year: len(groups_of(these)) for year, these in by_year.items()}


def matrix(found: list[things.Finding]) -> list[Row]:
    """A row for each theme: those found again first, then those with most findings."""
    by_theme: dict[str, list[things.Finding]] = defaultdict(list)
    named = {theme.id: theme for finding in found for theme in finding.themes}
    for finding in found:
        for theme in finding.themes:
            by_theme[theme.id].append(finding)
    rows = [_row(named[iri], these) for iri, these in by_theme.items()]
    return sorted(rows, key=lambda row: (-bool(row.again), -row.total, row.theme.name))


def _row(theme: things.Theme, found: list[things.Finding]) -> Row:
    row = Row(theme, totals(found), total=len(groups_of(found)))
    for finding in found:
        for year in finding.not_asked_in:
            row.asked[year] = "not asked"
        for link in finding.later:
            if link.relation != "related" and link.evidence != "suggested" and theme in link.later.themes and finding.year and link.later.year:
                row.again += 1
                _feet(row, finding.year, link.later.year, link.evidence)
    return row


def _feet(row: Row, frm: int, to: int, evidence: str) -> None:
    """The line along the foot of the cells, from the middle of the first year to the middle of the second."""
    if frm == to:
        return
    for year in range(frm, to + 1):
        half = "right" if year == frm else "left" if year == to else "full"
        if (half, evidence) not in row.feet.setdefault(year, []):
            row.feet[year].append((half, evidence))
