"""JSON-LD as people read it: compacted with our context, which stands in the file, so that nothing has to be fetched."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox
import rdflib

from knowledge.vocabulary import ontology_text

__all__ = ["compact"]


@cache
def _context() -> dict[str, object]:
    return json.loads(ontology_text("context.jsonld"))["@context"]


def compact(triples: Iterable[ox.Triple]) -> bytes:
    """Some statements as compacted JSON-LD 1.1, keys sorted."""
    graph = rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in triples), format="nt")
    return graph.serialize(format="json-ld", context=_context(), auto_compact=False, sort_keys=True, indent=1).encode()
