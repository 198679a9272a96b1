"""The words that the graph carries with it: the concepts and themes of `ontology/concepts.ttl`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from knowledge.terms import localise

__all__ = ["ONTOLOGY", "concepts", "ontology_text", "ontology_version"]

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"


def ontology_text(name: str) -> str:
    """A file of `ontology/`, for the base in force."""
    return localise((ONTOLOGY / name).read_text(encoding="utf-8"))


@cache
def concepts() -> tuple[str, ...]:
    """Every statement of `concepts.ttl` as a line of N-Triples."""
    quads = ox.parse(ontology_text("concepts.ttl"), ox.RdfFormat.TURTLE)
    return tuple(f"{quad.triple} ." for quad in quads)


def ontology_version() -> str:
    """The version that core.ttl gives itself."""
    return re.findall(r'owl:versionInfo "([^"]+)"', ontology_text("core.ttl"))[0]
