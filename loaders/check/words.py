"""What core.ttl says of its words: which are classes and which properties, of what and with what, and the words of others that it uses."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property

import pyoxigraph as ox

from knowledge.terms import BASE, EDTF, PREFIXES
from knowledge.vocabulary import ontology_text
from loaders.check.facts import TYPE, Facts, Term

__all__ = ["TYPES", "Words", "words"]

OWL, RDFS = PREFIXES["owl"], PREFIXES["rdfs"]
CONCEPT, SCHEME = PREFIXES["skos"] + "Concept", PREFIXES["skos"] + "ConceptScheme"
SELECTORS = tuple(PREFIXES["oa"] + name for name in ("TextQuoteSelector", "TextPositionSelector"))
# What stands between `id/` and the slug, and the class of what is named so (docs/decisions/graph-model.md).
TYPES: dict[str, tuple[str, ...]] = {
    **{name.lower(): (PREFIXES["kg"] + name,) for name in (
        "Document", "Letter", "Quote", "Report", "Round", "Judgement", "Finding", "Response", "Claim", "Recurrence", "Review", "Lineage", "Deadline",
        "Rule", "Person", "Reviewer", "Office", "Tenure", "Force", "Alliance", "Inspectorate", "Theme", "Correction", "Dataset", "Licence", "Publisher",
    )},
    **{short: (PREFIXES["kg"] + name,) for short, name in (
        ("count", "StatedCount"), ("body", "LocalPolicingBody"), ("membership", "AllianceMembership"), ("event", "AllianceEvent"),
        ("name", "InspectorateName"), ("system", "SystemOrProgramme"), ("fact", "RegisteredFact"),
    )},
    "concept": (CONCEPT, SCHEME),
    "selector": SELECTORS,
}  # fmt: skip


class Words:
    """The ontology as the gate asks it."""

    def __init__(self, turtle: str):
        self.facts = Facts(f"{quad.triple} ." for quad in ox.parse(turtle, ox.RdfFormat.TURTLE))

    def _of_kind(self, *names: str) -> frozenset[str]:
        return frozenset(term.value for name in names for term in self.facts.subjects(TYPE, ox.NamedNode(OWL + name)))

    @cached_property
    def classes(self) -> frozenset[str]:
        return self._of_kind("Class")

    @cached_property
    def properties(self) -> frozenset[str]:
        return self._of_kind("ObjectProperty", "DatatypeProperty")

    @cached_property
    def of_others(self) -> frozenset[str]:
        """The words of shared vocabularies that the graph uses, as the ontology's header lists them."""
        return frozenset(term.value for term in self.facts.values(ox.NamedNode(BASE + "ontology"), PREFIXES["dcterms"] + "references"))

    @cached_property
    def dates(self) -> tuple[str, ...]:
        """The properties whose values are EDTF dates."""
        return tuple(sorted(name for name in self.properties if EDTF in self.ends(name, "range")))

    @cached_property
    def links(self) -> frozenset[str]:
        """The properties whose values are things."""
        return self._of_kind("ObjectProperty")

    def ends(self, predicate: str, end: str) -> frozenset[str]:
        """The `domain` or `range` of a property; none where it has several kinds."""
        return self._ends[end].get(predicate, frozenset())

    @cached_property
    def _ends(self) -> dict[str, dict[str, frozenset[str]]]:
        return {end: {name: self._values(name, end) for name in self.properties} for end in ("domain", "range")}

    def _values(self, name: str, predicate: str) -> frozenset[str]:
        return frozenset(term.value for term in self.facts.values(ox.NamedNode(name), RDFS + predicate))

    def upward(self, classes: Iterable[Term]) -> frozenset[str]:
        """These classes and every class above them."""
        return frozenset().union(*(self._above.get(term.value, {term.value}) for term in classes))

    @cached_property
    def _above(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(self._climb(name)) for name in self.classes}

    def _climb(self, name: str) -> set[str]:
        return {name}.union(*(self._climb(above) for above in self._values(name, "subClassOf")))


@cache
def words() -> Words:
    """The house's own ontology."""
    return Words(ontology_text("core.ttl"))
