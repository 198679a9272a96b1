"""The files of `ontology/`: their text, their statements, and the words that the graph carries with it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from knowledge.terms import localise

__all__ = ["ONTOLOGY", "OntologyError", "concepts", "ontology_text", "ontology_triples", "ontology_version"]

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"


class OntologyError(ValueError):
    """A file of `ontology/` that cannot be used: which, where, and the way out."""


def ontology_text(name: str) -> str:
    """A file of `ontology/`, for the base in force."""
    return localise((ONTOLOGY / name).read_text(encoding="utf-8"))


def ontology_triples(name: str) -> list[ox.Triple]:
    """The statements of a Turtle file of `ontology/`. Raises `OntologyError`."""
    try:
        return [quad.triple for quad in ox.parse(ontology_text(name), ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise OntologyError(f"'{ONTOLOGY / name}', line {error.lineno}, is not Turtle: {error.msg}. Mend that line.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"'{ONTOLOGY / name}' cannot be read: {error}. Put the file back, as UTF-8.") from error


@cache
def concepts() -> tuple[str, ...]:
    """Every statement of `concepts.ttl` as a line of N-Triples. Raises `OntologyError`."""
    return tuple(f"{triple} ." for triple in ontology_triples("concepts.ttl"))


def ontology_version() -> str:
    """The version that core.ttl gives itself."""
    return re.findall(r'owl:versionInfo "([^"]+)"', ontology_text("core.ttl"))[0]
