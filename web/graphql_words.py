"""What the ontology says of a term, so that the schema's descriptions are its definitions and not second ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox

from knowledge.terms import KG, PREFIXES, concept, localise

__all__ = ["meaning", "meaning_of_word"]

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"


@cache
def _definitions() -> dict[str, str]:
    """Every `skos:definition` of our own files, by IRI."""
    definition = ox.NamedNode(PREFIXES["skos"] + "definition")
    texts = [localise((ONTOLOGY / name).read_text(encoding="utf-8")) for name in ("core.ttl", "concepts.ttl") if (ONTOLOGY / name).exists()]
    quads = [quad for text in texts for quad in ox.parse(text, ox.RdfFormat.TURTLE)]
    return {quad.subject.value: quad.object.value for quad in quads if quad.predicate == definition}


def meaning(term: str, more: str = "") -> str:
    """The definition of `kg:{term}`, then what only GraphQL's readers need."""
    return " ".join(part for part in (_of(KG + term), more) if part)


def meaning_of_word(scheme: str, word: str) -> str:
    """The definition of a controlled value: `meaning_of_word("status", "in_progress")`."""
    return _of(concept(scheme, word))


def _of(iri: str) -> str:
    return _definitions().get(iri, f"See <{iri}>.")
