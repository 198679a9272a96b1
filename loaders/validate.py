"""`peelgraph validate`: the graph in service, or Turtle files, past the gate's rules; what is wrong in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from knowledge.store import Readable, Store, StoreError
from knowledge.terms import KG, PREFIXES
from knowledge.vocabulary import concepts
from loaders.check import Result, results_of
from loaders.check.facts import TYPE, Facts
from loaders.check.report import turtle
from loaders.check.rules import WITHOUT_TEXTS, Texts

__all__ = ["Found", "NotTurtle", "not_compared", "texts_at_hand", "validate_files", "validate_store"]

SOURCE = PREFIXES["oa"] + "hasSource"


class NotTurtle(ValueError):
    """A file that cannot be parsed; the message names file and line."""


def _texts(store: Readable) -> Texts:
    """Every document's text by SHA-256."""
    digests = {t.object.value for t in store.triples(None, KG + "sha256")}
    return {digest: text for digest in digests if (text := store.text(digest)) is not None}


def validate_store(store: Readable) -> list[Result]:
    """Everything in the graph in service that breaks a rule, violations first."""
    facts = Facts(store.lines())
    return results_of(facts, list(facts.of), _texts(store))


def _lines(path: Path) -> Iterable[str]:
    try:
        triples = [quad.triple for quad in ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        line = f", line {error.lineno}" if error.lineno else ""
        raise NotTurtle(f"'{path.name}'{line} is not Turtle: {error.msg}. Mend that line and try again.") from error
    if about := next((t for t in triples if isinstance(t.object, ox.Triple)), None):
        raise NotTurtle(f"'{path.name}' has a statement as a value (of {about.subject}). The graph is RDF 1.1: name a thing or a literal there.")
    return [f"{triple} ." for triple in triples]


def texts_at_hand(where: str | None) -> Texts:
    """The texts of the graph in service there; none if there is no graph."""
    try:
        return _texts(Store.open(where))
    except StoreError:
        return {}


def validate_files(files: Iterable[Path], texts: Texts) -> list[Result]:
    """Everything in these Turtle files, taken together, that breaks a rule. Quotes are compared with those documents whose texts are at hand.

    Raises `NotTurtle`, or `OSError` for a file that is not there.
    """
    own = [line for path in files for line in _lines(path)]
    facts = Facts([*own, *concepts()])
    return results_of(facts, list(Facts(own).of), texts, WITHOUT_TEXTS)


def not_compared(files: Iterable[Path], texts: Texts) -> int:
    """How many quotes of these files are from documents whose texts are not at hand, so that nobody compared their words."""
    facts = Facts(line for path in files for line in _lines(path))
    digests = {node: facts.one(facts.one(node, SOURCE), KG + "sha256") for node in facts.subjects(TYPE, ox.NamedNode(KG + "Quote"))}
    return sum(digest is None or digest.value not in texts for digest in digests.values())


@dataclass(frozen=True)
class Found:
    """What `validate` found, with its SHACL validation report as Turtle."""

    results: list[Result]

    @property
    def report(self) -> str:
        return turtle(self.results)
