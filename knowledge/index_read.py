"""From statements to records: one scan of a store."""

from __future__ import annotations

from collections import defaultdict

from knowledge import things
from knowledge.index_fields import FIELDS
from knowledge.index_fills import Node, Records
from knowledge.store import Readable, value
from knowledge.terms import slug_of
from knowledge.triples import full

__all__ = ["LABEL", "Node", "Records", "read_records"]

TYPE, LABEL = full("rdf:type"), full("rdfs:label")
CLASSES = {full(f"kg:{name}"): name for name in FIELDS}


def read_records(store: Readable) -> tuple[Records, dict[str, Node]]:
    """Every thing of the graph that has a record, filled, and what is said of every subject."""
    nodes = _scan(store)
    records: Records = {}
    for iri, node in nodes.items():
        kind = next((CLASSES[c] for c in node.get(TYPE, ()) if c in CLASSES), None)
        if kind:
            records[iri] = FIELDS[kind][0](iri, slug_of(iri), _caption(node))
    for iri, record in records.items():
        _fill(record, nodes[iri], records)
    return records, nodes


def _scan(store: Readable) -> dict[str, Node]:
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    for triple in store.triples():
        nodes[triple.subject.value][triple.predicate.value].append(value(triple.object))
    return {iri: dict(node) for iri, node in nodes.items()}


def _caption(node: Node) -> str:
    return min(node.get(LABEL, ("",)))


BY_TYPE = {cls: list(fields.items()) for cls, fields in FIELDS.values()}


def _fill(record: things.Thing, node: Node, records: Records) -> None:
    for name, fill in BY_TYPE[type(record)]:
        filled = fill(node, records)
        if name != "name" or filled:
            setattr(record, name, filled)
