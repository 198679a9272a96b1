"""`ontology/shapes.ttl` as functions: read once, compiled once, asked of as many things as there are.

pySHACL is the oracle that this is tested against (docs/decisions/gate.md says why it is not the engine).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pyoxigraph as ox

from knowledge.vocabulary import ontology_text
from loaders.check.constraints import CONSTRAINTS, SH, Test
from loaders.check.facts import TYPE, Facts, Term
from loaders.check.shapes import Path, Shape, Shapes, ShapesError, SparqlRule

__all__ = ["compile_shapes", "component", "shapes"]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TARGETS = {SH + "targetClass", SH + "targetSubjectsOf"}
SAYS = {SH + name for name in ("message", "description", "severity", "path", "name")} | TARGETS | {TYPE}


def component(name: str) -> str:
    """The IRI that SHACL gives a constraint: `minCount` is checked by `sh:MinCountConstraintComponent`."""
    return f"{SH}{name[0].upper()}{name[1:]}ConstraintComponent"


class Compiler:
    """Reads a shapes graph; each shape is compiled once."""

    def __init__(self, turtle: str):
        try:
            quads = ox.parse(turtle, ox.RdfFormat.TURTLE)
            self.facts = Facts(f"{quad.triple} ." for quad in quads)
        except SyntaxError as error:
            raise ShapesError(f"The shapes do not parse ({error}). Mend that line of ontology/shapes.ttl.") from error
        self.done: dict[Term, Shape] = {}

    def say(self, node: Term, name: str) -> Term | None:
        return self.facts.one(node, SH + name)

    def shape(self, node: Term) -> Shape:
        """The compiled shape of a node."""
        if node not in self.done:
            severity, path = self.say(node, "severity"), self.say(node, "path")
            words = {name: found.value if (found := self.say(node, name)) else "" for name in ("message", "description")}
            made = Shape(node.value, words["message"], words["description"], severity.value.removeprefix(SH) if severity else "Violation")
            made.path = self.path(path) if path else None
            made.predicate = path.value if isinstance(path, ox.NamedNode) else None
            self.done[node] = made
            self._fill(node, made)
        return self.done[node]

    def _fill(self, node: Term, made: Shape) -> None:
        for predicate, values in self.facts.of[node].items():
            name = predicate.removeprefix(SH)
            if predicate in TARGETS:
                made.targets += [(predicate, value) for value in values]
            elif name == "property":
                made.parts += [self.shape(value) for value in values]
            elif name in CONSTRAINTS:
                made.tests += [(component(name), CONSTRAINTS[name](value)) for value in values]
            elif name in LOGICAL:
                made.tests += [(component(name), LOGICAL[name](self, value)) for value in values]
            elif predicate.startswith(SH) and predicate not in SAYS and name != "sparql":
                raise ShapesError(
                    f"The shape '{made.iri}' uses 'sh:{name}', which the gate does not know. Add it to loaders/check/constraints.py."
                )

    def members(self, node: Term | None) -> list[Term]:
        """The members of an RDF list."""
        members = []
        while node is not None and node != ox.NamedNode(RDF + "nil"):
            members.append(self.facts.values(node, RDF + "first")[0])
            node = self.facts.one(node, RDF + "rest")
        return members

    def path(self, node: Term) -> Path:
        """A property path: a predicate, a sequence, an inverse or alternatives (SHACL, section 2.3.1)."""
        if isinstance(node, ox.NamedNode):
            return lambda facts, focus: facts.values(focus, node.value)
        if inverse := self.say(node, "inversePath"):
            return lambda facts, focus: facts.subjects(inverse.value, focus)
        if choices := self.say(node, "alternativePath"):
            paths = [self.path(member) for member in self.members(choices)]
            return lambda facts, focus: list(dict.fromkeys(v for path in paths for v in path(facts, focus)))
        return self._sequence([self.path(member) for member in self.members(node)])

    @staticmethod
    def _sequence(steps: list[Path]) -> Path:
        def follow(facts: Facts, focus: Term) -> list[Term]:
            found = [focus]
            for step in steps:
                found = list(dict.fromkeys(v for node in found for v in step(facts, node)))
            return found

        return follow

    def _some(self, parameter: Term, wanted: Callable[[int], bool]) -> Test:
        choices = [self.shape(member) for member in self.members(parameter)]
        return lambda facts, focus, values: [v for v in values if not wanted(sum(c.fits(facts, v) for c in choices))]

    def _node(self, parameter: Term) -> Test:
        shape = self.shape(parameter)
        return lambda facts, focus, values: [v for v in values if not shape.fits(facts, v)]

    def _not(self, parameter: Term) -> Test:
        shape = self.shape(parameter)
        return lambda facts, focus, values: [v for v in values if shape.fits(facts, v)]

    def _in(self, parameter: Term) -> Test:
        allowed = set(self.members(parameter))
        return lambda facts, focus, values: [v for v in values if v not in allowed]

    def rule(self, node: Term, constraint: Term) -> SparqlRule:
        """A SPARQL constraint with the targets' classes written in and the declared prefixes before it."""
        shape = self.shape(node)
        shape.message = self.facts.one(constraint, SH + "message").value  # type: ignore[union-attr]
        declared = [d for source in self.facts.values(constraint, SH + "prefixes") for d in self.facts.values(source, SH + "declare")]
        prefixes = "".join(f"PREFIX {self.say(d, 'prefix').value}: <{self.say(d, 'namespace').value}>\n" for d in declared)  # type: ignore[union-attr]
        select = self.say(constraint, "select").value  # type: ignore[union-attr]
        classes = " ".join(f"<{target.value}>" for _, target in shape.targets)
        return SparqlRule(shape, prefixes + select.replace("WHERE {", f"WHERE {{ VALUES ?targetClass {{ {classes} }} $this a ?targetClass .", 1))


LOGICAL: dict[str, Callable[[Compiler, Term], Test]] = {
    "in": Compiler._in,
    "node": Compiler._node,
    "not": Compiler._not,
    "or": lambda compiler, p: compiler._some(p, lambda n: n > 0),
    "xone": lambda compiler, p: compiler._some(p, lambda n: n == 1),
}


def compile_shapes(turtle: str) -> Shapes:
    """Raises `ShapesError`."""
    compiler = Compiler(turtle)
    named = [
        n
        for kind in ("NodeShape", "PropertyShape")
        for n in compiler.facts.subjects(TYPE, ox.NamedNode(SH + kind))
        if isinstance(n, ox.NamedNode)
    ]
    made = [compiler.shape(node) for node in sorted(named, key=lambda n: n.value)]
    rules = [compiler.rule(n, c) for n in named for c in compiler.facts.values(n, SH + "sparql")]
    return Shapes(tuple(s for s in made if s.targets and (s.tests or s.parts)), tuple(rules), {s.iri: s for s in made})


@cache
def shapes() -> Shapes:
    """The house's own shapes."""
    return compile_shapes(ontology_text("shapes.ttl"))
