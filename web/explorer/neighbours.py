"""What stands around a thing: who is joined to whom, step by step, and where each stands in the picture."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge import dates, things
from web.explorer.labels import on_reports
from web.explorer.words import badge_words, caption, short_words, where

__all__ = ["BACK", "LANES", "SHOWN", "Around", "Edge", "around", "lane_of", "places", "rows_of", "title_of", "year_of"]

SHOWN = {"again": "Found again", "reports": "Reports and letters", "people": "People", "themes": "Themes", "related": "Related only"}
LANES = ("Themes", "Findings", "Reports", "Letters", "People", "Forces")
MOST, MARGIN, LEAST, CELL = 60, 100.0, 96.0, 76.0
BACK = {
    "raised by": "raised",
    "answered in": "answers",
    "told in": "tells of",
    "written by": "wrote",
    "addressed to": "received",
    "about": "is a theme of",
    "concerns": "is the force of",
}
KINDS = {things.Theme: "Themes", things.Finding: "Findings", things.Report: "Reports", things.Letter: "Letters", things.Person: "People", things.Force: "Forces"}


@dataclass(frozen=True)
class Edge:
    """A link from one thing to another, with its words; `evidence` only between findings."""

    source: things.Thing
    target: things.Thing
    words: str
    short: str = ""
    evidence: str = ""
    relation: str = ""
    checked: bool = False


@dataclass
class Around:
    """Things in the order in which they were reached, the links between them, and how many more there are."""

    things: list[things.Thing] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    more: int = 0


def lane_of(thing: things.Thing) -> str:
    return KINDS[type(thing)]


def edges_of(thing: things.Thing, show: tuple[str, ...]) -> Iterator[Edge]:
    """The links of one thing, both ways, always drawn in the same direction."""
    if isinstance(thing, things.Finding):
        yield from _of_finding(thing, show)
    if isinstance(thing, things.Report) and "reports" in show:
        yield from (Edge(finding, thing, "raised by") for finding in thing.findings)
        yield from (Edge(thing, letter, "answered in") for letter in thing.letters)
    if isinstance(thing, things.Letter):
        yield from _of_letter(thing, show)


def _of_finding(finding: things.Finding, show: tuple[str, ...]) -> Iterator[Edge]:
    for link in (*finding.earlier, *finding.later):
        wanted = "related" if link.relation == "related" else "again"
        if wanted in show and link.evidence != "suggested":
            told = (link.evidence, link.relation, link.persons, link.programs)
            yield Edge(link.earlier, link.later, badge_words(*told), short_words(*told), link.evidence, link.relation, bool(link.persons))
    if "reports" in show and finding.report:
        yield Edge(finding, finding.report, "raised by")
    if "reports" in show and finding.letter:
        yield Edge(finding, finding.letter, "told in")
    if "themes" in show:
        yield from (Edge(finding, theme, "about") for theme in finding.themes)


def _of_letter(letter: things.Letter, show: tuple[str, ...]) -> Iterator[Edge]:
    if "reports" in show:
        yield from (Edge(report, letter, "answered in") for report in letter.reports)
        yield from (Edge(finding, letter, "told in") for finding in letter.findings)
    if "people" in show and letter.author:
        yield Edge(letter, letter.author, "written by")
    if "people" in show and letter.addressee:
        yield Edge(letter, letter.addressee, "addressed to")


def turned(index_letters: tuple[things.Letter, ...], findings: tuple[things.Finding, ...], thing: things.Thing) -> list[Edge]:
    """The links of a thing that keeps none itself: a person's letters, a theme's findings, a force's reports."""
    if isinstance(thing, things.Person):
        written = [Edge(letter, thing, "written by") for letter in index_letters if letter.author is thing]
        return written + [Edge(letter, thing, "addressed to") for letter in index_letters if letter.addressee is thing]
    if isinstance(thing, things.Theme):
        return [Edge(finding, thing, "about") for finding in findings if thing in finding.themes]
    if isinstance(thing, things.Force):
        return [Edge(letter, thing, "concerns") for letter in index_letters if letter.force is thing]
    return []


def _onward(site, ring: list[things.Thing], begins: bool, show: tuple[str, ...]) -> Iterator[tuple[Edge, things.Thing]]:  # type: ignore[no-untyped-def]
    """Where the links of some things lead; to a report's other findings, a person's letters only where the walk begins."""
    for thing in ring:
        turning = turned(site.index.letters, site.index.findings, thing) if begins else []
        for edge in (*edges_of(thing, show), *turning):
            other = edge.target if edge.source is thing else edge.source
            if begins or isinstance(thing, things.Finding) or not isinstance(other, things.Finding):
                yield edge, other


def around(site, about: things.Thing, steps: int, show: tuple[str, ...]) -> Around:  # type: ignore[no-untyped-def]
    """Everything within so many steps, at most 60 things."""
    found, edges = Around([about]), {}
    reached, beyond, ring = {about}, set(), [about]
    for step in range(steps):
        begun = len(found.things)
        for edge, other in _onward(site, ring, step == 0, show):
            if other not in reached and len(reached) >= MOST:
                beyond.add(other)
                continue
            if other not in reached:
                reached.add(other)
                found.things.append(other)
            edges[(edge.source.id, edge.target.id, edge.words)] = edge
        ring = found.things[begun:]
    found.edges, found.more = _without_short_cuts(list(edges.values())), len(beyond)
    return found


def _without_short_cuts(edges: list[Edge]) -> list[Edge]:
    """Not that a finding is told in a letter, where its report is drawn between the two."""
    ways = {(edge.source, edge.target) for edge in edges}
    reports = {edge.source: edge.target for edge in edges if edge.words == "raised by"}
    return [edge for edge in edges if edge.words != "told in" or (reports.get(edge.source), edge.target) not in ways]


def year_of(thing: things.Thing) -> int | None:
    """The year that a thing is drawn at."""
    if isinstance(thing, things.Finding):
        return thing.year
    day = thing.published if isinstance(thing, things.Report) else thing.date if isinstance(thing, things.Letter) else None
    return int(day[:4]) if day and day[:4].isdigit() else None


def rows_of(found: Around) -> dict[str, tuple[float, float]]:
    """Each lane with its top and height: as high as its fullest year needs."""
    cells = Counter((lane_of(thing), year_of(thing)) for thing in found.things)
    rows, top = {}, 0.0
    for lane in LANES:
        most = max((n for (name, year), n in cells.items() if name == lane and year is not None), default=1)
        if any(name == lane for name, _ in cells):
            rows[lane] = (top, max(LEAST, CELL * most + 20))
            top += rows[lane][1]
    return rows


def places(found: Around, width: float) -> dict[str, tuple[float, float]]:
    """Left to right is the year, lanes are kinds; what shares a year and lane is spread. The same question gives the same picture."""
    years = sorted({year for thing in found.things if (year := year_of(thing)) is not None})
    column = {year: MARGIN + (width - MARGIN) * (i + 0.5) / len(years) for i, year in enumerate(years)}
    put: dict[str, tuple[float, float]] = {}
    for lane, (top, height) in rows_of(found).items():
        cells: dict[int | None, list[things.Thing]] = defaultdict(list)
        for thing in found.things:
            if lane_of(thing) == lane:
                cells[year_of(thing)].append(thing)
        for year, cell in cells.items():
            for n, thing in enumerate(sorted(cell, key=lambda one: _middle(one, found, put)) if year is None else cell):
                share = (n + 0.5) / len(cell)
                put[thing.id] = (MARGIN + (width - MARGIN) * share, top + height / 2) if year is None else (column[year], top + height * share)
    return put


def _middle(thing: things.Thing, found: Around, put: dict[str, tuple[float, float]]) -> float:
    """Where what it is joined to stands, from left to right."""
    ends = [edge.target if edge.source is thing else edge.source for edge in found.edges if thing in (edge.source, edge.target)]
    places_of = [put[end.id][0] for end in ends if end.id in put]
    return sum(places_of) / len(places_of) if places_of else 0.0


def title_of(thing: things.Thing) -> str:
    """How the list names a thing."""
    if isinstance(thing, things.Finding):
        return caption(thing)
    if isinstance(thing, things.Letter):
        return where(thing) + on_reports(thing)
    if isinstance(thing, things.Report):
        return f"{thing.title}{', ' + dates.display(thing.published) if thing.published else ''}"
    return thing.name
