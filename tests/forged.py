"""The shipped graph with one false thing in it: what a forger would change, in the words of the graph."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from knowledge.terms import EDTF, concept, thing
from knowledge.triples import Triples, full, node
from tests.real import real_store

__all__ = ["Forged", "now", "some"]


def some(kind: str, predicate: str, value: str | None = None) -> str:
    """The first thing of a kind, by IRI, that has a statement with this predicate (and this value)."""
    found = real_store().triples(None, full(predicate))
    return min(t.subject.value for t in found if f"/id/{kind}/" in t.subject.value and value in (None, t.object.value))


def now(subject: str, predicate: str) -> str:
    """What the shipped graph says, as plain text; the first of several."""
    return min(t.object.value for t in real_store().triples(subject, full(predicate)))


@cache
def shipped() -> frozenset[str]:
    """The shipped graph, a statement a line."""
    return frozenset(f"{triple} ." for triple in real_store().triples())


class Forged:
    """Statements that may be taken out, changed and added to. Each method gives the forgery back, so that changes read as a sentence."""

    def __init__(self) -> None:
        self.lines = set(shipped())

    def value(self, subject: str, predicate: str) -> str:
        """What the forgery says now."""
        start = f"{node(subject)} {node(predicate)} "
        found = min(line[len(start) : -2] for line in self.lines if line.startswith(start))
        return re.sub(r'^[<"]|[>"]$|"\^\^<.*>$', "", found)

    def drop(self, subject: str, predicate: str) -> Forged:
        """Take out every such statement; there must be one."""
        start = f"{node(subject)} {node(predicate)} "
        kept = {line for line in self.lines if not line.startswith(start)}
        assert kept != self.lines, f"there is no {predicate} to take out"
        self.lines = kept
        return self

    def add(self, change: Callable[[Triples], object]) -> Forged:
        """Whatever `change` says, which must be new."""
        made = Triples()
        change(made)
        return self.raw(*made)

    def raw(self, *lines: str) -> Forged:
        """Lines of N-Triples as they stand."""
        assert not set(lines) <= self.lines, "the graph says that already"
        self.lines |= set(lines)
        return self

    def link(self, subject: str, predicate: str, value: str) -> Forged:
        """One more link."""
        return self.add(lambda t: t.link(subject, predicate, value))

    def say(self, subject: str, predicate: str, value: str | int | bool, datatype: str | None = None) -> Forged:
        """One more literal."""
        return self.add(lambda t: t.say(subject, predicate, value, datatype=datatype))

    def put(self, subject: str, predicate: str, value: str | int | bool, datatype: str | None = None) -> Forged:
        """The only literal from now on."""
        return self.drop(subject, predicate).say(subject, predicate, value, datatype)

    def turn(self, subject: str, predicate: str, value: str) -> Forged:
        """The only link from now on."""
        return self.drop(subject, predicate).link(subject, predicate, value)

    def word(self, subject: str, predicate: str, scheme: str, word: str) -> Forged:
        """The only concept from now on."""
        return self.turn(subject, predicate, concept(scheme, word))

    def dated(self, subject: str, predicate: str, edtf: str) -> Forged:
        """The only date from now on; what was derived from the old one stays."""
        return self.put(subject, predicate, edtf, EDTF)

    def named(self, kind: str, slug: str, of_class: str) -> str:
        """A new thing with its class and label; its IRI."""
        iri = thing(kind, slug)
        self.add(lambda t: t.a(iri, slug, of_class))
        return iri
