"""The graph as a property graph: one table of nodes and relationships, which Neo4j, CSV and GraphML are all written from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain

from exports.projected_nodes import DATASET, Node, nodes
from exports.projected_relationships import Relationship, relationships, suggested
from knowledge.index import Index

__all__ = ["DATASET", "Node", "Projection", "Relationship", "project"]


@dataclass(frozen=True)
class Projection:
    """Nodes by first label and relationships by (label, type, label), each in order of `id`."""

    nodes: dict[str, list[Node]] = field(default_factory=dict)
    relationships: dict[tuple[str, str, str], list[Relationship]] = field(default_factory=dict)


def project(index: Index, suggestions: bool = False) -> Projection:
    """Everything of the index that has a place in the property graph; with `suggestions`, what nobody has judged too."""
    found = {node.id: node for node in nodes(index)}
    by_label: dict[str, list[Node]] = defaultdict(list)
    for _, node in sorted(found.items()):
        by_label[node.labels[0]].append(node)
    every = {r.id: r for r in chain(relationships(index), suggested(index) if suggestions else ())}
    by_ends: dict[tuple[str, str, str], list[Relationship]] = defaultdict(list)
    for _, one in sorted(every.items()):
        by_ends[(found[one.start].labels[0], one.type, found[one.end].labels[0])].append(one)
    return Projection(dict(sorted(by_label.items())), dict(sorted(by_ends.items())))
