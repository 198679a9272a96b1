"""What the ontology says of a term, so that the schema's descriptions are its definitions and not second ones."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from knowledge.terms import KG, PREFIXES, concept
from knowledge.vocabulary import ontology_triples

__all__ = ["meaning", "meaning_of_word"]


@cache
def _definitions() -> dict[str, str]:
    """Every `skos:definition` of our own files, by IRI."""
    definition = ox.NamedNode(PREFIXES["skos"] + "definition")
    triples = [triple for name in ("core.ttl", "concepts.ttl") for triple in ontology_triples(name)]
    return {triple.subject.value: triple.object.value for triple in triples if triple.predicate == definition}


def meaning(term: str, more: str = "") -> str:
    """The definition of `kg:{term}`, then what only GraphQL's readers need. Raises `LookupError` for a term without one."""
    return " ".join(part for part in (_of(KG + term), more) if part)


def meaning_of_word(scheme: str, word: str) -> str:
    """The definition of a controlled value: `meaning_of_word("status", "in_progress")`."""
    return _of(concept(scheme, word))


def _of(iri: str) -> str:
    if iri not in _definitions():
        raise LookupError(f"The ontology has no definition of <{iri}>. Add a skos:definition to ontology/core.ttl or concepts.ttl.")
    return _definitions()[iri]
