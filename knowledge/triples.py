"""Statements on their way into a store: N-Triples lines, made once, sorted once (text is the fast way in)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge import dates
from knowledge.terms import EDTF, KG, PREFIXES, concept

__all__ = ["Triples", "full"]

XSD = PREFIXES["xsd"]
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
UNSAFE_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def full(name: str) -> str:
    """A CURIE of ours (`kg:dated`, `dcterms:title`) or an IRI, as an IRI."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name


def node(iri: str) -> str:
    """`<iri>`; raises `ValueError` for a character that no IRI may hold (RFC 3987)."""
    iri = full(iri)
    if UNSAFE_IRI.search(iri):
        raise ValueError(f"'{iri}' is not an IRI.")
    return f"<{iri}>"


def literal(text: str, datatype: str | None = None) -> str:
    """A literal in N-Triples (RDF 1.1 N-Triples, section 2.4)."""
    quoted = '"' + "".join(ESCAPES.get(c, c) for c in text) + '"'
    return f"{quoted}^^<{datatype}>" if datatype else quoted


class Triples:
    """A set of statements. `None` as a value adds nothing, so that optional facts need no `if`."""

    def __init__(self) -> None:
        self.lines: set[str] = set()

    def link(self, subject: str, predicate: str, *objects: str | None) -> Triples:
        """Statements whose objects are IRIs or CURIEs."""
        for value in objects:
            if value is not None:
                self.lines.add(f"{node(subject)} {node(predicate)} {node(value)} .")
        return self

    def say(self, subject: str, predicate: str, *values: str | int | bool | None, datatype: str | None = None) -> Triples:
        """Statements whose objects are literals: `str` plain, `int` xsd:integer, `bool` xsd:boolean."""
        for value in values:
            if value is not None:
                self.lines.add(f"{node(subject)} {node(predicate)} {self._literal(value, datatype)} .")
        return self

    @staticmethod
    def _literal(value: str | int | bool, datatype: str | None) -> str:
        if isinstance(value, bool):
            return literal(str(value).lower(), XSD + "boolean")
        if isinstance(value, int):
            return literal(str(value), XSD + "integer")
        return literal(value, datatype)

    def word(self, subject: str, predicate: str, scheme: str, word: str | None) -> Triples:
        """A controlled value: `word(s, "kg:status", "status", "in_progress")`."""
        return self.link(subject, predicate, concept(scheme, word)) if word is not None else self

    def date(self, subject: str, predicate: str, edtf: str | None) -> Triples:
        """An EDTF date with its first and last day: `kg:dated`, `kg:datedFrom`, `kg:datedTo`."""
        if edtf is None:
            return self
        first, last = dates.interval(edtf)
        self.say(subject, predicate, edtf, datatype=EDTF)
        self.say(subject, predicate + "From", first and first.isoformat(), datatype=XSD + "date")
        return self.say(subject, predicate + "To", last and last.isoformat(), datatype=XSD + "date")

    def a(self, subject: str, label: str, *classes: str) -> Triples:
        """The subject's classes (names of ours without prefix, or CURIEs) and its caption."""
        self.link(subject, "rdf:type", *(c if ":" in c else KG + c for c in classes))
        return self.say(subject, "rdfs:label", label)

    def update(self, other: Iterable[str]) -> Triples:
        """Take in the lines of `other`."""
        self.lines.update(other)
        return self

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.lines))

    def __len__(self) -> int:
        return len(self.lines)

    def text(self) -> str:
        """Sorted N-Triples: the form that the digest is taken of (CONTRACT section 0)."""
        return "".join(line + "\n" for line in self)
