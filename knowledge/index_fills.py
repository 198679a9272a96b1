"""How a field of a record is filled from what the graph says of its subject."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from knowledge import things
from knowledge.terms import slug_of
from knowledge.triples import full

__all__ = ["Fill", "Node", "Records", "date", "every", "first", "ref", "refs", "word"]

Node = dict[str, list[Any]]
Records = dict[str, things.Thing]
Fill = Callable[[Node, Records], Any]


def first(curie: str, default: Any = None) -> Fill:
    """A single literal."""
    iri = full(curie)
    return lambda node, records: node.get(iri, (default,))[0]


def every(curie: str) -> Fill:
    """All literals, sorted."""
    iri = full(curie)
    return lambda node, records: sorted(node.get(iri, ()))


def ref(curie: str) -> Fill:
    """The record that a link leads to."""
    iri = full(curie)
    return lambda node, records: next((records[o] for o in node.get(iri, ()) if o in records), None)


def refs(curie: str) -> Fill:
    """All records that links lead to, in order of their IRIs."""
    iri = full(curie)
    return lambda node, records: [records[o] for o in sorted(node.get(iri, ())) if o in records]


def word(curie: str, scheme: str, default: str | None = None, gap: str = "_") -> Fill:
    """A controlled value as `read --json` writes it: `requires improvement`, `in_progress`."""
    iri, cut = full(curie), len(scheme) + 1
    return lambda node, records: slug_of(node[iri][0])[cut:].replace("-", gap) if iri in node else default


def date(name: str, curie: str) -> dict[str, Fill]:
    """An EDTF date with its first and last day: fields `published`, `published_from`, `published_to`."""
    return {name: first(curie), f"{name}_from": first(f"{curie}From"), f"{name}_to": first(f"{curie}To")}
