"""Search: letters and findings apart, each hit in its sentence with the words marked and its place."""

from __future__ import annotations

from markupsafe import Markup, escape

from knowledge import things
from knowledge.index import Hit
from web.explorer.labels import on_reports
from web.explorer.page import Args, Page, page
from web.explorer.reading import Reading
from web.explorer.site import Site
from web.explorer.words import address

__all__ = ["search"]

SIZE, LONGEST = 20, 500


def search(site: Site, given: Args) -> Page:
    """The page of `/search`."""
    asked = given.get("q", "").strip()
    reading = Reading(site, "/search", given)
    reading.only(("q", "after"))
    after = reading.whole("after")
    if len(asked) > LONGEST:
        reading.wrong("q", f"That is {len(asked):,} characters. At most {LONGEST} are searched for: name the words that matter.")
    hits = site.index.search(asked) if asked and not reading.problems else []
    if after and after >= max(1, len(hits)) and not reading.problems:
        reading.wrong("after", f"There is no hit after the {after:,}th: there are {len(hits):,}.", "0", "the first page")
    shown = hits[after : after + SIZE]
    context = {"reading": reading, "searched": asked, "hits": hits, "shown": shown, "after": after, "size": SIZE, "excerpt": excerpt, "on_reports": on_reports}
    for name, kind in (("letters", things.Letter), ("findings", things.Finding)):
        context[name] = [hit for hit in shown if isinstance(hit.thing, kind)]
    context["counts"] = [sum(isinstance(hit.thing, kind) for hit in hits) for kind in (things.Letter, things.Finding)]
    context["near"] = nearest(site, asked[:100]) if asked and not hits else None
    status = 200 if not reading.problems else 404 if set(reading.problems) == {"after"} else 400
    title = f"Search: {asked[:80].rstrip()}" if asked else "Search letters and findings"
    return page(site, "search.html", title, here=address("/search", q=asked[:LONGEST], after=after), status=status, **context)


def nearest(site: Site, asked: str) -> things.Thing | None:
    """A theme, person, force or report with a name like the words."""
    for kind in ("theme", "person", "force", "report"):
        if near := site.index.nearest(kind, asked):
            return site.index.get(near, kind)
    return None


def excerpt(hit: Hit) -> Markup:
    """The hit's words, those searched for marked, every character escaped."""
    place, parts = 0, []
    for start, end in sorted(hit.marks):
        if start >= place:
            parts += [escape(hit.excerpt[place:start]), Markup("<mark>{}</mark>").format(hit.excerpt[start:end])]
            place = end
    return Markup("").join([*parts, escape(hit.excerpt[place:])])
