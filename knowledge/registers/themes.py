"""Themes as `ontology/concepts.ttl` has them: the one place that names and defines them."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from knowledge.registers.rows import ThemeRow
from knowledge.terms import PREFIXES, slug_of, thing
from knowledge.vocabulary import ontology_text

__all__ = ["read_themes"]

SKOS = PREFIXES["skos"]


@cache
def read_themes() -> tuple[ThemeRow, ...]:
    """Every theme, by slug."""
    said: dict[str, dict[str, list[str]]] = {}
    for quad in ox.parse(ontology_text("concepts.ttl"), ox.RdfFormat.TURTLE):
        if quad.subject.value.startswith(thing("theme", "")):
            said.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object.value)
    return tuple(_theme(iri, said[iri]) for iri in sorted(said))


def _theme(iri: str, said: dict[str, list[str]]) -> ThemeRow:
    def words(name: str) -> tuple[str, ...]:
        return tuple(said.get(SKOS + name, ()))

    return ThemeRow(slug_of(iri), words("prefLabel")[0], words("definition")[0], words("altLabel"), words("hiddenLabel"))
