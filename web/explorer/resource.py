"""Things as pages for people: what the graph says of them, where it comes from, and where to read on."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from exports.rdf import serialise
from knowledge import things
from knowledge.index import Index
from knowledge.terms import PREFIXES, thing
from web.explorer.described import facts, links_back, offices, registered
from web.explorer.letter import letter
from web.explorer.lineage import lineage
from web.explorer.onward import in_the_letters
from web.explorer.page import page
from web.explorer.sorry import the_site

__all__ = ["resource_page"]

TURTLE_LINES = 24
SENTENCES = {
    "force": "A police force.",
    "person": "Someone who wrote, received or is named in a letter, or held an office.",
    "report": "A report of the inspectorate that a letter answers or names.",
    "theme": "A subject that findings are about.",
    "alliance": "Forces that worked as one for a time.",
    "response": "What a letter answers to a finding.",
    "judgement": "A grade, as a letter tells of it.",
    "recurrence": "A link between a finding and a later one.",
    "review": "What a named reader decided on two passages.",
    "document": "A file’s text: the source that quotes are counted in.",
    "deadline": "How a letter stands to the time limit of a report that it answers.",
}


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
    label = found.name if found and found.name else _label(own) or slug
    return page(
        site,
        "resource.html",
        label,
        here=f"/doc/{kind}/{slug}",
        kind=kind,
        iri=iri,
        sentence=_definition(found) or SENTENCES.get(kind, "A thing of the graph."),
        facts=facts(site, own),
        letters=in_the_letters(site, found),
        stated=offices(site, found) + registered(site, back),
        back=links_back(site, back),
        turtle="\n".join(serialise(own, "turtle").decode().splitlines()[:TURTLE_LINES]),
        drawable=kind in ("report", "person", "theme", "force"),
    ).html


def _label(own: list[ox.Triple]) -> str | None:
    return next((t.object.value for t in own if t.predicate.value in (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel")), None)


def _definition(found: Any) -> str | None:
    return getattr(found, "definition", None) or None
