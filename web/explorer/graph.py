"""The graph, one neighbourhood at a time: the list is the control, the picture says the same."""

from __future__ import annotations

from typing import Any

from knowledge import dates, things
from web.explorer.neighbours import BACK, LANES, SHOWN, Around, Edge, around, lane_of, places, rows_of, title_of, year_of
from web.explorer.page import Args, Page, page, refused
from web.explorer.reading import Reading
from web.explorer.site import Site
from web.explorer.steps import is_later_only
from web.explorer.words import address, counted, href, kind_word, theme_words

__all__ = ["graph"]

WIDTH = 700.0
DEFAULT_SHOW = ("again", "reports", "people")
UNASKED = "What is joined to what"
KINDS = ("finding", "letter", "report", "person", "theme", "force")


def graph(site: Site, given: Args) -> Page:
    """The page of `/graph`."""
    reading = Reading(site, "/graph", given)
    reading.only(("about", "steps", "show"))
    about = _about(site, reading)
    steps = (reading.words("steps", ("1", "2", "3")) or ("2",))[0]
    show = reading.words("show", SHOWN) or DEFAULT_SHOW
    context = {"reading": reading, "about": about, "kind": kind_of}
    if reading.problems:
        return refused(site, "graph.html", UNASKED, found=None, status=404 if "about" in reading.problems else 400, **context)
    if about is None:
        return page(site, "graph.html", UNASKED, here="/graph", found=None, **context)
    found = around(site, about, int(steps), show)
    kept = {"steps": steps if steps != "2" else None, "show": None if set(show) == set(DEFAULT_SHOW) else ",".join(show)}
    context |= {"own": _name(about), "steps": steps, "show": show, "choices": SHOWN, "found": found, "data": picture(found, about)}
    context |= {"titled": title_of, "back": BACK, "centre": lambda thing: address("/graph", about=_name(thing), **kept)}
    context["lead"] = f"{counted(len(found.things), 'thing')}, {counted(len(found.edges), 'link')}."
    context["note"] = note(found)
    context["lanes"] = [(lane, [(one, _links(found, one)) for one in found.things if lane_of(one) == lane and one is not about]) for lane in LANES]
    return page(site, "graph.html", f"Around: {named(about)}", here=address("/graph", about=_name(about), **kept), **context)


def note(found: Around) -> str | None:
    """On whose judgement the reviewed links rest, and whether a person has checked them."""
    reviewed = [edge for edge in found.edges if edge.evidence == "reviewed" and edge.relation != "related"]
    if not reviewed:
        return None
    readers = " or ".join(sorted({edge.words[:1].lower() + edge.words[1:] for edge in reviewed}))
    checked = sum(edge.checked for edge in reviewed)
    return f"{counted(len(reviewed), 'link')} between findings here: {readers}; {f'{checked} checked' if checked else 'not yet checked'} by a person."


def _name(thing: things.Thing) -> str:
    """`finding/{slug}`, as an address names what a picture is about."""
    return href(thing).removeprefix("/doc/")


def kind_of(thing: things.Thing) -> str:
    return type(thing).__name__.lower()


def named(thing: things.Thing) -> str:
    """What a picture is around: a finding by its themes and year."""
    if isinstance(thing, things.Finding) and thing.themes:
        return f"{theme_words(thing.themes)}, {thing.year or 'year not known'}"
    return title_of(thing)


def _about(site: Site, reading: Reading) -> Any:
    """What the picture is about: `finding/{slug}`, an IRI, or by default the later finding of the longest lineage."""
    raw = reading.raw("about")
    if not raw:
        rows = [row for row in site.index.lineages if (row.earlier.year, row.later.year) == site.pair and row.relation != "related"]
        longest = max(rows, key=lambda row: (len(row.path), row.id), default=None)
        return longest.later if longest else next(iter(site.index.letters), None)
    kind, _, slug = raw.partition("/")
    found = site.index.get(raw) if "://" in raw else site.index.get(slug, kind) if kind in KINDS else site.index.get(raw)
    if found is None or type(found).__name__.lower() not in KINDS:
        near = site.index.nearest(kind, slug[:200]) if kind in KINDS and slug else None
        reading.wrong("about", f"There is no thing “{raw[:200]}” to draw.", near and f"{kind}/{near}", near and title_of(site.index.get(near, kind)))
        return None
    return found


def _links(found: Around, thing: things.Thing) -> list[tuple[Any, things.Thing, bool]]:
    """The links of a thing within the picture: the link, the other end, and whether it leads there."""
    return [(e, e.target if e.source is thing else e.source, e.source is thing) for e in found.edges if thing in (e.source, e.target)]


def picture(found: Around, about: things.Thing) -> dict[str, Any]:
    """Nodes with their places, edges with their classes, and the lines between the lanes."""
    put = places(found, WIDTH)
    years = sorted({(year, put[thing.id][0]) for thing in found.things if (year := year_of(thing)) is not None})
    return {
        "nodes": [_node(thing, put[thing.id], thing is about) for thing in found.things],
        "edges": [_edge(edge, [year for year, _ in years]) for edge in found.edges if {edge.source.id, edge.target.id} <= put.keys()],
        "lanes": [{"name": lane, "y": round(top + height / 2)} for lane, (top, height) in rows_of(found).items()],
        "years": years,
    }


def _node(thing: things.Thing, place: tuple[float, float], about: bool) -> dict[str, Any]:
    kind = lane_of(thing).lower()
    finding = isinstance(thing, things.Finding)
    classes = [kind, thing.kind if finding else "", "later" if finding and is_later_only(thing) else "", "about" if about else ""]  # type: ignore[attr-defined]
    return {"id": thing.id, "label": _label(thing), "x": round(place[0]), "y": round(place[1]), "classes": " ".join(filter(None, classes)), "href": href(thing)}


def _label(thing: things.Thing) -> str:
    if isinstance(thing, things.Finding):
        return f"{kind_word(thing.kind).capitalize()} {thing.year or ''}".strip()
    day = thing.published if isinstance(thing, things.Report) else thing.date if isinstance(thing, things.Letter) else None
    if isinstance(thing, (things.Report, things.Letter)):
        return dates.display(day) or "no date"
    return thing.name


def _edge(edge: Edge, years: list[int]) -> dict[str, Any]:
    """A link; one between findings that passes a year in between is bent, so that it does not run through what stands there."""
    classes = "related" if edge.relation == "related" else edge.evidence or "plain"
    first, last = year_of(edge.source), year_of(edge.target)
    bent = edge.evidence and any(first < year < last for year in years) if first and last else False
    words = ("✓ " if edge.checked else "") + edge.short
    return {"source": edge.source.id, "target": edge.target.id, "label": words, "classes": classes + (" bent" if bent else "")}
