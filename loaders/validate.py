"""`peelgraph validate`: the graph in service, or Turtle files, past the gate's rules; what is wrong in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from knowledge.store import Readable
from knowledge.vocabulary import concepts
from loaders.check import Result, results_of
from loaders.check.facts import Facts
from loaders.check.report import turtle
from loaders.check.rules import Texts

__all__ = ["NotTurtle", "report", "validate_files", "validate_store"]


class NotTurtle(ValueError):
    """A file that cannot be parsed; the message names file and line."""


def _texts(store: Readable) -> Texts:
    """Every document's text by SHA-256."""
    return {digest: text for digest in store.manifest.sources.values() if (text := store.text(digest)) is not None}


def validate_store(store: Readable) -> list[Result]:
    """Everything in the graph in service that breaks a rule, violations first."""
    facts = Facts(store.lines())
    return results_of(facts, list(facts.of), _texts(store))


def _lines(path: Path) -> Iterable[str]:
    try:
        return [f"{quad.triple} ." for quad in ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        line = f", line {error.lineno}" if error.lineno else ""
        raise NotTurtle(f"'{path.name}'{line} is not Turtle: {error.msg}. Mend that line and try again.") from error


def validate_files(files: Iterable[Path]) -> list[Result]:
    """Everything in these Turtle files, taken together, that breaks a rule; texts of documents are not at hand, so quotes are not compared.

    Raises `NotTurtle`, or `OSError` for a file that is not there.
    """
    own = [line for path in files for line in _lines(path)]
    facts = Facts([*own, *concepts()])
    return results_of(facts, list(Facts(own).of), None)


def report(results: list[Result]) -> str:
    """The SHACL validation report as Turtle."""
    return turtle(results)
