"""Things as pages for people: what the graph says of them, where it comes from, and where to read on."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pyoxigraph as ox

from exports.rdf import serialise
from knowledge import things
from knowledge.index import Index
from knowledge.questions import Question
from knowledge.store import Readable
from knowledge.terms import PREFIXES, thing
from web.explorer.described import curie, facts, links_back, offices, registered
from web.explorer.letter import letter
from web.explorer.lineage import lineage
from web.explorer.onward import in_the_letters
from web.explorer.page import page
from web.explorer.sorry import the_site

__all__ = ["ontology_page", "resource_page"]

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


def resource_page(questions: dict[str, Question], store: Readable, index: Index, kind: str, slug: str, triples: list[ox.Triple]) -> str:
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


def ontology_page(index: Index, name: str, triples: list[ox.Triple]) -> str:
    """The words of the graph, or its shapes, as a page: each term with its definition."""
    site = the_site()
    by_subject: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode):
            by_subject[triple.subject.value][curie(triple.predicate.value)].append(triple.object.value)
    terms = [(curie(iri), iri, said) for iri, said in sorted(by_subject.items()) if "skos:definition" in said or "sh:message" in said or "skos:prefLabel" in said]
    shapes = "shapes" in name
    return page(site, "ontology.html", "The shapes" if shapes else "The ontology", here="/ontology/shapes" if shapes else "/ontology", terms=terms, shapes=shapes).html
