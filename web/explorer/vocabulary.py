"""The words of the graph and the rules that it meets, as a page: each term with its definition, each rule with what puts it right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from knowledge.triples import full
from web.explorer.labels import curie
from web.explorer.page import page
from web.explorer.sorry import the_site

__all__ = ["Rule", "Term", "ontology_page", "rules", "terms"]

SHACL = "http://www.w3.org/ns/shacl#"
MESSAGE, SEVERITY, REMEDY, SPARQL = (SHACL + name for name in ("message", "severity", "description", "sparql"))
LABEL, DEFINITION, NOTE, EXAMPLE = (full(f"skos:{name}") for name in ("prefLabel", "definition", "scopeNote", "example"))
SEVERITIES = {SHACL + "Violation": "Refused", SHACL + "Warning": "Loaded, and listed"}
Said = dict[str, list[str]]


@dataclass(frozen=True)
class Term:
    """A class, property or controlled value."""

    iri: str
    label: str
    definition: str
    example: str

    @property
    def name(self) -> str:
        return curie(self.iri)


@dataclass(frozen=True)
class Rule:
    """A rule, what becomes of what breaks it, and what would be right."""

    iri: str
    message: str
    severity: str
    remedy: str

    @property
    def name(self) -> str:
        return curie(self.iri)


def said_of(triples: Iterable[ox.Triple]) -> dict[ox.NamedNode | ox.BlankNode, Said]:
    """What is said of each subject, by the IRI of the property."""
    found: dict[ox.NamedNode | ox.BlankNode, Said] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        found[triple.subject][triple.predicate.value].append(triple.object.value)
    return found


def named(said: dict[ox.NamedNode | ox.BlankNode, Said]) -> list[tuple[str, Said]]:
    """The subjects that have a name, in its order."""
    return sorted((subject.value, of) for subject, of in said.items() if isinstance(subject, ox.NamedNode))


def first(said: Said, *properties: str, default: str = "") -> str:
    """The first thing said with the first of these properties that says anything."""
    return next((said[name][0] for name in properties if name in said), default)


def terms(triples: Iterable[ox.Triple]) -> list[Term]:
    """Every term that has a definition or a label of its own."""
    return [
        Term(iri, first(said, LABEL), first(said, DEFINITION, NOTE), first(said, EXAMPLE))
        for iri, said in named(said_of(triples))
        if DEFINITION in said or LABEL in said
    ]


def rules(triples: Iterable[ox.Triple]) -> list[Rule]:
    """Every named shape with a message: its own, or that of the query which checks it."""
    everything = said_of(triples)
    queries = {subject.value: said for subject, said in everything.items()}
    found = [(iri, said, next((queries[one] for one in said.get(SPARQL, ())), said)) for iri, said in named(everything)]
    return [
        Rule(iri, first(said, MESSAGE, default=first(query, MESSAGE)), SEVERITIES[first(said, SEVERITY, default=SHACL + "Violation")], first(said, REMEDY))
        for iri, said, query in found
        if MESSAGE in said or MESSAGE in query
    ]


def ontology_page(name: str, triples: list[ox.Triple]) -> str:
    """The page of `/ontology`, or of `/ontology/shapes`."""
    if "shapes" in name:
        return page(the_site(), "shapes.html", "The shapes", here="/ontology/shapes", rules=rules(triples)).html
    return page(the_site(), "ontology.html", "The ontology", here="/ontology", terms=terms(triples)).html
