"""What is said where there is no such thing or page, in the dress of the house, with the nearest right thing."""

from __future__ import annotations

from flask import Response, current_app

from knowledge.index import Index
from web.errors import Fault, NotFound, answer, prefers_html
from web.explorer.page import page
from web.explorer.site import Site
from web.explorer.words import address

__all__ = ["fault_page", "nothing_here", "sorry", "the_site"]


def the_site() -> Site:
    """The release that this application serves."""
    return current_app.jinja_env.globals["site"]  # type: ignore[return-value]


def sorry(index: Index, status: int, kind: str, slug: str) -> Response:
    """No such thing: the nearest ones, in the dress of the house, or a sentence for programs."""
    near = index.nearest(kind, slug[:200])
    hint = f" Did you mean '{near}'?" if near else ""
    fault = NotFound(f"There is no {kind} '{slug[:200]}'.{hint}")
    fault.status = status
    if not prefers_html():
        return answer(fault)
    found = index.get(near, kind) if near else None
    offers = [(found.name or near, f"/doc/{kind}/{near}")] if found else []
    return page(the_site(), "sorry.html", fault.title, here="/data", status=status, sentence=fault.message, offers=offers).response()


def nothing_here(site: Site, path: str) -> Response:
    """No such page."""
    words = path.strip("/").replace("/", " ")[:100]
    offers = [("Search for it", address("/search", q=words.replace("-", " ")))]
    return page(site, "sorry.html", "There is no such page", here="/", status=404, sentence=f"There is no page '{path[:200]}'.", offers=offers).response()


def fault_page(site: Site, fault: Fault) -> Response:
    """A fault of a request to one of our pages: a page for people, JSON for programs."""
    if not prefers_html():
        return answer(fault)
    word = fault.message.rsplit("Did you mean '", 1)[-1].partition("'")[0] if "Did you mean '" in fault.message else None
    offers = [(site.questions[word].sentence, f"/questions/{word}")] if word in site.questions else []
    return page(site, "sorry.html", fault.title, here="/questions", status=fault.status, sentence=fault.message, offers=offers).response()
