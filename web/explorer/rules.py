"""The rules that the graph meets: what each guards, what becomes of what breaks it, and what puts it right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from knowledge.triples import full
from web.explorer.labels import curie, property_name
from web.explorer.words import upper_first

__all__ = ["Rule", "rules"]

SHACL = "http://www.w3.org/ns/shacl#"
MESSAGE, SEVERITY, REMEDY, SPARQL, PATH, PROPERTY = (SHACL + name for name in ("message", "severity", "description", "sparql", "path", "property"))
TARGET, SUBJECTS = SHACL + "targetClass", SHACL + "targetSubjectsOf"
SEVERITIES = {SHACL + "Violation": "Refused", SHACL + "Warning": "Loaded, and listed"}
EVERYTHING, WHATEVER = "Everything", "Whatever has a certain property"
Said = dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]


@dataclass(frozen=True)
class Rule:
    """A rule, what becomes of what breaks it, and what would be right; `path` is the property that it looks at, if it is of one."""

    iri: str
    message: str
    severity: str
    remedy: str
    path: str

    @property
    def name(self) -> str:
        return curie(self.iri)

    @property
    def anchor(self) -> str:
        return self.iri.rpartition("#")[2]


def rules(triples: Iterable[ox.Triple]) -> dict[tuple[str, str], list[Rule]]:
    """Every named shape with a message, its own or that of the query which checks it, by what it guards: words and CURIE."""
    said: dict[str, Said] = defaultdict(lambda: defaultdict(list))
    named = set()
    for triple in triples:
        said[triple.subject.value][triple.predicate.value].append(triple.object)
        named |= {triple.subject.value} if isinstance(triple.subject, ox.NamedNode) else set()
    owners = {part.value: iri for iri in named for part in said[iri].get(PROPERTY, ())}
    found: dict[tuple[str, str], list[Rule]] = defaultdict(list)
    for iri in sorted(named):
        told = next((said[one.value] for one in said[iri].get(SPARQL, ())), said[iri])
        if message := first(said[iri], MESSAGE) or first(told, MESSAGE):
            severity = SEVERITIES[first(said[iri], SEVERITY) or SHACL + "Violation"]
            found[_guarded(said, iri, owners)].append(Rule(iri, message, severity, first(said[iri], REMEDY), _path(said, first(said[iri], PATH) or first(said[iri], SUBJECTS))))
    return dict(sorted(found.items(), key=lambda pair: (pair[0][0] != EVERYTHING, pair[0][0] == WHATEVER, pair[0])))


def first(said: Said, name: str) -> str:
    return next((one.value for one in said.get(name, ())), "")


def _guarded(said: dict[str, Said], iri: str, owners: dict[str, str]) -> tuple[str, str]:
    """The class that a shape, or the shape that it is part of, is about; else what has the property that it is about."""
    about = lambda name: [one.value for shape in (iri, owners.get(iri, "")) for one in said.get(shape, {}).get(name, ())]  # noqa: E731
    if classes := about(TARGET):
        return upper_first(", ".join(property_name(one).lower() for one in classes)), ", ".join(map(curie, classes))
    return (WHATEVER if about(SUBJECTS) else EVERYTHING), ""


def _path(said: dict[str, Said], node: str) -> str:
    """`kg:text`, `^kg:answers`, `oa:hasSelector / oa:exact`."""
    if back := first(said[node], SHACL + "inversePath"):
        return "^" + _path(said, back)
    if several := first(said[node], SHACL + "alternativePath"):
        return " or ".join(_path(said, one) for one in _members(said, several))
    steps = _members(said, node)
    return " / ".join(_path(said, one) for one in steps) if steps else curie(node)


def _members(said: dict[str, Said], node: str) -> list[str]:
    """What stands in a list of RDF, in order; nothing where the node is no list."""
    found = []
    while step := first(said[node], full("rdf:first")):
        found.append(step)
        node = first(said[node], full("rdf:rest"))
    return found
