"""The words of the graph as a page: classes, properties and controlled values, each with what it is, what it is not, and whose word it narrows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from knowledge.terms import thing
from knowledge.triples import full
from web.explorer.labels import curie
from web.explorer.page import page
from web.explorer.rules import rules
from web.explorer.sorry import the_site

__all__ = ["Link", "Scheme", "Term", "Words", "ontology_page", "words_of"]

CONCEPTS, THEMES = thing("concept", ""), thing("theme", "")
LABEL, DEFINITION, NOTE, EXAMPLE, SCHEME, TYPE = (full(n) for n in ("skos:prefLabel", "skos:definition", "skos:scopeNote", "skos:example", "skos:inScheme", "rdf:type"))
NARROWER = tuple(full(name) for name in ("rdfs:subClassOf", "rdfs:subPropertyOf"))
SAME = tuple(full(name) for name in ("skos:exactMatch", "skos:closeMatch", "owl:equivalentClass", "owl:equivalentProperty", "rdfs:seeAlso"))
COUNTER = " Not: "
Said = dict[str, list[str]]
Link = tuple[str, str]
"""A CURIE, and where it leads."""


@dataclass(frozen=True)
class Term:
    """A class, a property or a controlled value."""

    iri: str
    label: str
    definition: str
    note: str
    example: str
    counter: str
    domain: list[Link]
    range: list[Link]
    narrower: list[Link]
    same: list[Link]
    notation: str
    also: list[str]

    @property
    def name(self) -> str:
        return short(self.iri)

    @property
    def anchor(self) -> str:
        return anchor(self.iri)


@dataclass(frozen=True)
class Scheme:
    """A set of controlled values: its own, and those that it takes from another set."""

    term: Term
    own: list[Term]
    taken: list[Link]


@dataclass(frozen=True)
class Words:
    """Everything that the ontology says, in the order of the page."""

    header: Said
    namespace: str
    classes: list[Term]
    properties: list[Term]
    schemes: list[Scheme]


def short(iri: str) -> str:
    """`kg:Finding`, `c:kind-concern`, `theme:vetting`: as the files of the ontology write it."""
    for start, prefix in ((CONCEPTS, "c:"), (THEMES, "theme:")):
        if iri.startswith(start):
            return prefix + iri.removeprefix(start)
    return curie(iri)


def anchor(iri: str) -> str:
    """Where a term stands on the page: `/ontology#Finding`; values have their own, since some are called as a property is."""
    return iri.rpartition("#")[2] if "#" in iri else short(iri).replace(":", "-")


def link(iri: str) -> Link:
    """A term with the place where it is defined."""
    ours = iri.startswith((full("kg:"), CONCEPTS, THEMES))
    return short(iri), f"#{anchor(iri)}" if ours else iri


def said_of(triples: Iterable[ox.Triple]) -> dict[str, Said]:
    """What is said of each thing that has a name, by the IRI of the property."""
    found: dict[str, Said] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode):
            found[triple.subject.value][triple.predicate.value].append(triple.object.value)
    return found


def _term(iri: str, said: Said) -> Term:
    first = lambda *names: next((said[name][0] for name in names if name in said), "")  # noqa: E731
    links = lambda *names: [link(other) for name in names for other in said.get(name, ())]  # noqa: E731
    example, _, counter = first(EXAMPLE).partition(COUNTER)
    return Term(
        iri, first(LABEL), first(DEFINITION), first(NOTE), example, counter,
        links(full("rdfs:domain")), links(full("rdfs:range")), links(*NARROWER), links(*SAME),
        first(full("skos:notation")), said.get(full("skos:altLabel"), []),
    )  # fmt: skip


def words_of(triples: Iterable[ox.Triple]) -> Words:
    """Classes and properties by name, then each set of values with its own."""
    said = dict(sorted(said_of(triples).items(), key=lambda pair: pair[0].lower()))
    of = lambda *kinds: [_term(iri, one) for iri, one in said.items() if {full(kind) for kind in kinds} & set(one.get(TYPE, ()))]  # noqa: E731
    header = next(one for one in said.values() if full("owl:Ontology") in one.get(TYPE, ()))
    schemes = [_scheme(scheme, said) for scheme in of("skos:ConceptScheme")]
    return Words(header, full("kg:"), of("owl:Class"), of("owl:ObjectProperty", "owl:DatatypeProperty"), schemes)


def _scheme(scheme: Term, said: dict[str, Said]) -> Scheme:
    """A value stands in full in the first of its sets."""
    values = {iri: sorted(one[SCHEME]) for iri, one in said.items() if scheme.iri in one.get(SCHEME, ())}
    own = [_term(iri, said[iri]) for iri, sets in values.items() if sets[0] == scheme.iri]
    return Scheme(scheme, own, [link(iri) for iri, sets in values.items() if sets[0] != scheme.iri])


def ontology_page(name: str, triples: list[ox.Triple]) -> str:
    """The page of `/ontology`, or of `/ontology/shapes`."""
    if "shapes" in name:
        return page(the_site(), "shapes.html", "The shapes", here="/ontology/shapes", groups=rules(triples)).html
    return page(the_site(), "ontology.html", "The ontology", here="/ontology", words=words_of(triples), about=full).html
