"""Statements as the gate looks at them: by subject and predicate, with what a person calls each thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import pyoxigraph as ox

from knowledge.terms import PREFIXES

__all__ = ["TYPE", "Broken", "Facts", "Rule", "Term", "Texts"]

Term = ox.NamedNode | ox.BlankNode | ox.Literal
Texts = dict[str, str]
Broken = tuple[str, Term, str | None, str | None, str]
"""Shape (without prefix), focus, predicate, value and a sentence of detail."""
TYPE = PREFIXES["rdf"] + "type"
LABEL = PREFIXES["rdfs"] + "label"
KG = PREFIXES["kg"]
HELD = tuple(KG + name for name in ("quotes", "contains", "reports", "claims", "states"))


class Facts:
    """The statements of `lines` (N-Triples), each once. Cost follows the statements, not what they point at."""

    def __init__(self, lines: Iterable[str]):
        self.lines = sorted(set(lines))
        self.of: dict[Term, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self.to: dict[Term, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for quad in ox.parse("\n".join(self.lines), ox.RdfFormat.N_TRIPLES):
            self.of[quad.subject][quad.predicate.value].append(quad.object)
            if isinstance(quad.object, ox.NamedNode):
                self.to[quad.object][quad.predicate.value].append(quad.subject)

    def values(self, subject: Term, predicate: str) -> list[Term]:
        """The objects of these statements; none for what has no statements."""
        found = self.of.get(subject)
        return found.get(predicate, []) if found else []

    def subjects(self, predicate: str, value: Term) -> list[Term]:
        """The subjects of these statements."""
        found = self.to.get(value)
        return found.get(predicate, []) if found else []

    def subjects_with(self, predicate: str) -> list[Term]:
        """Every subject that has a statement with this predicate."""
        return [subject for subject, said in self.of.items() if predicate in said]

    def one(self, subject: Term | None, predicate: str) -> Term | None:
        """The first object, if there is any."""
        return next(iter(self.values(subject, predicate)), None) if subject is not None else None

    def label(self, subject: Term) -> str:
        """What a person calls it: its caption, else its IRI."""
        found = self.one(subject, LABEL)
        return found.value if found is not None else subject.value

    def quote(self, focus: Term) -> Term | None:
        """The quote that shows a thing, or the thing if it is one."""
        if ox.NamedNode(KG + "Quote") in self.values(focus, TYPE):
            return focus
        return self.one(focus, KG + "quote")

    def letter(self, focus: Term) -> Term | None:
        """The letter that a thing stands in, or the thing if it is one."""
        if ox.NamedNode(KG + "Letter") in self.values(focus, TYPE):
            return focus
        holder = next((held[0] for name in HELD if (held := self.subjects(name, focus))), None)
        return holder or self.one(self.quote(focus), KG + "inLetter")


Rule = Callable[[Facts, Term, Texts], Iterator[Broken]]
"""A rule that SHACL cannot say: what one thing breaks of it."""
