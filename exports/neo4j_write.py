"""The statements that make a Neo4j equal to a projection. Values are parameters; labels and types come from the projection alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from exports.projection import DATASET, Node, Projection, Relationship
from knowledge.terms import BASE

__all__ = ["KINDS", "RANGES", "Run", "batches", "constraints", "in_the_way", "kinds", "nodes", "relationships", "stale_nodes", "stale_relationships"]

# A statement with its parameters goes in; its records come back.
Run = Callable[[str, dict[str, Any]], list[Any]]
Statement = tuple[str, dict[str, Any]]
BATCH = 2000
KINDS = ("AreaForImprovement", "CauseOfConcern", "Recommendation", "Concern")
# What Bloom looks words up in, whatever their case; and what its phrases and ours ask for whole.
SEARCHED = "Alliance|Finding|Force|Inspectorate|Judgement|Letter|Office|Person|Report|Response|Review|Theme"
WORDS = ("name", "text", "title", "aliases", "definition", "word", "pillar", "question", "reason", "source")
RANGES = (
    ("Finding", "year"), ("Finding", "kind"), ("Letter", "datedFrom"), ("Report", "publishedFrom"), ("Judgement", "grade"),
    *((label, "name") for label in ("Alliance", "Finding", "Force", "Office", "Person", "Theme")),
)  # fmt: skip


def constraints(found: Projection) -> Iterator[str]:
    """What makes `id` unique, then what is searched."""
    for label in found.nodes:
        yield f"CREATE CONSTRAINT peelgraph_{label.lower()} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for kind in sorted({kind for _, kind, _ in found.relationships}):
        yield f"CREATE CONSTRAINT peelgraph_{kind.lower()} IF NOT EXISTS FOR ()-[r:{kind}]-() REQUIRE r.id IS UNIQUE"
    words = ", ".join(f"n.{name}" for name in WORDS)
    yield f"CREATE FULLTEXT INDEX peelgraph_search IF NOT EXISTS FOR (n:{SEARCHED}) ON EACH [{words}]"
    for label, name in RANGES:
        yield f"CREATE INDEX peelgraph_{label.lower()}_{name.lower()} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"


def in_the_way(run: Run, found: Projection) -> Iterator[tuple[str, str]]:
    """Label and id of nodes of others that stand where ours would. One that has our slug is ours and has lost its mark."""
    for label, some in found.nodes.items():
        slugs = {node.id: node.slug for node in some}
        text = f"MATCH (n:{label}) WHERE n.id STARTS WITH $start AND coalesce(n.dataset, '') <> $dataset RETURN n.id AS id, n.slug AS slug, n.dataset AS dataset"
        for row in run(text, {"start": f"{BASE}id/", "dataset": DATASET}):
            if row["id"] in slugs and (row["dataset"] or row["slug"] != slugs[row["id"]]):
                yield label, row["id"]


def batches(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """`rows`, some at a time."""
    return (rows[first : first + BATCH] for first in range(0, len(rows), BATCH))


def nodes(label: str, some: list[Node]) -> Iterator[Statement]:
    """SET counts as writing even where nothing changes, so what is equal is left out of it."""
    text = f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) WITH n, row WHERE properties(n) <> row SET n = row"
    return ((text, {"rows": rows}) for rows in batches([node.row() for node in some]))


def kinds(findings: list[Node]) -> Iterator[Statement]:
    """Each finding bears the label of its kind and of no other."""
    for kind in KINDS:
        others = [other for other in KINDS if other != kind]
        text = f"UNWIND $rows AS row MATCH (n:Finding {{id: row.id}}) WHERE NOT n:{kind} OR n:{'|'.join(others)} REMOVE n:{':'.join(others)} SET n:{kind}"
        for rows in batches([{"id": node.id} for node in findings if kind in node.labels]):
            yield text, {"rows": rows}


def relationships(ends: tuple[str, str, str], some: list[Relationship]) -> Iterator[Statement]:
    """Merged on the relationship's own id: of two tenures of one person in one office, MERGE on the ends alone would make one."""
    start, kind, end = ends
    text = (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
        f"MERGE (a)-[r:{kind} {{id: row.own.id}}]->(b) WITH r, row WHERE properties(r) <> row.own SET r = row.own"
    )
    rows = [{"start": one.start, "end": one.end, "own": one.row()} for one in some]
    return ((text, {"rows": part}) for part in batches(rows))


def stale_relationships(run: Run, found: Projection) -> Iterator[Statement]:
    """Ours that the projection has not, or has between other nodes."""
    known = {one.id: (one.type, one.start, one.end) for some in found.relationships.values() for one in some}
    text = "MATCH (a)-[r]->(b) WHERE r.dataset = $dataset RETURN elementId(r) AS element, r.id AS id, type(r) AS kind, a.id AS start, b.id AS end"
    there = run(text, {"dataset": DATASET})
    gone = [{"element": r["element"]} for r in there if known.get(r["id"]) != (r["kind"], r["start"], r["end"])]
    text = "UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.element DELETE r"
    return ((text, {"rows": rows}) for rows in batches(gone))


def stale_nodes(run: Run, found: Projection) -> Iterator[Statement]:
    """Ours that the projection has not. One that others have tied to theirs stays for them, and is ours no more."""
    known = {node.id: label for label, some in found.nodes.items() for node in some}
    text = "MATCH (n) WHERE n.dataset = $dataset RETURN elementId(n) AS element, n.id AS id, labels(n) AS labels"
    there = run(text, {"dataset": DATASET})
    gone = [{"element": r["element"]} for r in there if known.get(r["id"]) not in r["labels"]]
    for rows in batches(gone):
        ours = "UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.element "
        yield ours + "MATCH (n)-[r]-() WHERE r.dataset = $dataset DELETE r", {"rows": rows, "dataset": DATASET}
        yield ours + "AND EXISTS { (n)--() } REMOVE n.dataset", {"rows": rows}
        yield ours + "AND NOT EXISTS { (n)--() } DELETE n", {"rows": rows}
