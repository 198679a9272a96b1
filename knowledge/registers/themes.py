"""Themes as `ontology/concepts.ttl` has them: the one place that names and defines them."""

from __future__ import annotations

from functools import cache

from knowledge.registers.rows import ThemeRow
from knowledge.terms import PREFIXES, slug_of, thing
from knowledge.vocabulary import ontology_triples

__all__ = ["read_themes"]

SKOS = PREFIXES["skos"]


@cache
def read_themes() -> tuple[ThemeRow, ...]:
    """Every theme, by slug."""
    said: dict[str, dict[str, list[str]]] = {}
    for triple in ontology_triples("concepts.ttl"):
        if triple.subject.value.startswith(thing("theme", "")):
            said.setdefault(triple.subject.value, {}).setdefault(triple.predicate.value, []).append(triple.object.value)
    return tuple(_theme(iri, said[iri]) for iri in sorted(said))


def _theme(iri: str, said: dict[str, list[str]]) -> ThemeRow:
    def words(name: str) -> tuple[str, ...]:
        return tuple(said.get(SKOS + name, ()))

    return ThemeRow(slug_of(iri), words("prefLabel")[0], words("definition")[0], words("altLabel"), words("hiddenLabel"))
