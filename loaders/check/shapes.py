"""Shapes as functions: what a compiled shape is, and what it finds (`loaders.check.compiler` makes them)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.check.constraints import SH, Test
from loaders.check.facts import TYPE, Facts, Term

__all__ = ["Fault", "Path", "Shape", "Shapes", "ShapesError", "SparqlRule"]

Path = Callable[[Facts, Term], list[Term]]


class ShapesError(Exception):
    """A shapes file that does not parse or asks for what the gate cannot do; the message names the shape."""


class Fault(NamedTuple):
    """What breaks a shape: which constraint, at which thing, with which value."""

    shape: Shape
    component: str
    focus: Term
    value: Term | None


@dataclass
class Shape:
    """A node or property shape. `path` is `None` for a node shape."""

    iri: str
    message: str = ""
    remedy: str = ""
    severity: str = "Violation"
    targets: list[tuple[str, Term]] = field(default_factory=list)
    path: Path | None = None
    predicate: str | None = None
    tests: list[tuple[str, Test]] = field(default_factory=list)
    parts: list[Shape] = field(default_factory=list)

    def broken(self, facts: Facts, focus: Term) -> Iterator[Fault]:
        """Every fault against this shape or a property shape of it."""
        values = [focus] if self.path is None else self.path(facts, focus)
        for component, test in self.tests:
            for value in test(facts, focus, values):
                yield Fault(self, component, focus, value)
        for part in self.parts:
            for value in values:
                yield from part.broken(facts, value)

    def fits(self, facts: Facts, focus: Term) -> bool:
        """Whether nothing breaks it."""
        return next(self.broken(facts, focus), None) is None

    def focus_nodes(self, facts: Facts) -> Iterable[Term]:
        """What the shape is about."""
        for kind, term in self.targets:
            yield from facts.subjects(TYPE, term) if kind == SH + "targetClass" else facts.subjects_with(term.value)


@dataclass(frozen=True)
class SparqlRule:
    """A SPARQL constraint, asked once of the whole set instead of once for each thing."""

    shape: Shape
    query: str


@dataclass(frozen=True)
class Shapes:
    """All shapes: those with a target, the SPARQL rules, and every shape by IRI (for rules kept in Python)."""

    targeted: tuple[Shape, ...]
    rules: tuple[SparqlRule, ...]
    by_iri: dict[str, Shape]
