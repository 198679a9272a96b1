"""Things as pages for people: what the graph says of them, where it comes from, and where to read on."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from exports.rdf import serialise
from knowledge import things
from knowledge.index import Index
from knowledge.terms import thing
from knowledge.triples import full
from web.explorer.described import facts, links_back, offices, registered
from web.explorer.labels import HELD_BY, definition_of, fact_name, fact_value, office_name
from web.explorer.letter import letter
from web.explorer.lineage import lineage
from web.explorer.onward import in_the_letters
from web.explorer.page import page
from web.explorer.site import Site
from web.explorer.sorry import the_site
from web.explorer.words import upper_first

__all__ = ["resource_page"]

TURTLE_LINES = 24
CAPITALISED = ("theme", "concept")  # elsewhere a name can be the letter's words, or a reader's own name


def resource_page(index: Index, kind: str, slug: str, triples: list[ox.Triple]) -> str:
    """The page of `/doc/{kind}/{slug}`; `triples` are what the graph says of the thing and what points at it."""
    site = the_site()
    found = index.get(slug, kind)
    if isinstance(found, things.Letter):
        return letter(site, found).html
    if isinstance(found, things.Finding):
        return lineage(site, found).html
    iri = thing(kind, slug)
    own = [triple for triple in triples if triple.subject.value == iri]
    back = [triple for triple in triples if triple.subject.value != iri]
    label = found.name if found and found.name else _fact(site, own) if kind == "fact" else _said(own, "rdfs:label", "skos:prefLabel") or slug
    return page(
        site,
        "resource.html",
        upper_first(label) if kind in CAPITALISED else label,
        here=f"/doc/{kind}/{slug}",
        kind=kind,
        iri=iri,
        sentence=_sentence(site, found, own),
        facts=facts(site, own),
        letters=in_the_letters(site, found),
        stated=offices(site, found) + registered(site, back),
        back=links_back(site, back),
        turtle="\n".join(serialise(own, "turtle").decode().splitlines()[:TURTLE_LINES]),
        drawable=kind in ("report", "person", "theme", "force"),
    ).html


def _said(own: list[ox.Triple], *properties: str) -> str | None:
    """The first thing that the graph says of it with one of these properties."""
    return next((t.object.value for name in properties for t in own if t.predicate.value == full(name)), None)


def _fact(site: Site, own: list[ox.Triple]) -> str:
    """A registered fact by its name and value in words."""
    name, told = _said(own, "kg:property") or "", _said(own, "kg:value") or ""
    return f"{fact_name(site, name)}: {fact_value(site, name, told)[0]}"


def _sentence(site: Site, found: Any, own: list[ox.Triple]) -> str:
    """What it is: its own definition, else that of its class; a force with the office that holds it to account."""
    classes = [triple.object.value for triple in own if triple.predicate.value == full("rdf:type")]
    told = getattr(found, "definition", None) or _said(own, "skos:definition") or definition_of(classes) or "A thing of the graph."
    held = _held_to_account(site, found) if isinstance(found, things.Force) else []
    return f"{told.rstrip('.')}, held to account by the {held[0]}." if len(held) == 1 else told


def _held_to_account(site: Site, force: things.Force) -> list[str]:
    """The offices that hold a force to account, from the register."""
    offices = [tenure.office for tenure in site.index.tenures if tenure.office and tenure.office.force is force]
    return sorted({office.name for office in offices if office_name(office.kind) == HELD_BY})
