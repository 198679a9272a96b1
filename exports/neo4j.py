"""Neo4j made equal to the graph, as often as one likes, and asked the named questions in Cypher."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from neo4j import Session

from exports import neo4j_write as write
from exports.neo4j_connection import Connection, SyncError, opened
from exports.projection import DATASET, Projection, project
from knowledge.index import Index
from knowledge.questions import Question
from knowledge.store import Readable, value

__all__ = ["Connection", "SyncError", "Synced", "ask_cypher", "sync"]

QUERIES = Path(__file__).resolve().parent.parent / "queries"
# Up to so many elements the whole sync is one transaction, which happens or does not.
ONE_TRANSACTION = 50_000
COUNTERS = (
    "nodes_created",
    "nodes_deleted",
    "relationships_created",
    "relationships_deleted",
    "properties_set",
    "labels_added",
    "labels_removed",
)
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Synced:
    """What Neo4j holds of us now, and how many writes the server counted to get there."""

    nodes: int
    relationships: int
    writes: int


class _Writer:
    """Runs statements in one transaction of its own each, or in the one that it is given, and counts what the server wrote."""

    def __init__(self, session: Session, transaction: Any = None) -> None:
        self.session, self.transaction, self.writes = session, transaction, 0

    def __call__(self, text: str, parameters: dict[str, Any]) -> list[Any]:
        if self.transaction:
            return self._run(self.transaction, text, parameters)
        return self.session.execute_write(self._run, text, parameters)

    def _run(self, transaction: Any, text: str, parameters: dict[str, Any]) -> list[Any]:
        result = transaction.run(text, parameters)
        records = list(result)
        counters = result.consume().counters
        self.writes += sum(getattr(counters, name) for name in COUNTERS)
        return records


def sync(
    index: Index,
    uri: str,
    user: str | None,
    password: str | None,
    database: str = "neo4j",
    progress: Progress = lambda stage, done, total: None,
    suggestions: bool = False,
) -> Synced:
    """Make the database equal to the graph: what differs is written, what of ours is stale goes, what is of others stays.

    Raises `SyncError`; the database is then as before, or the next sync completes it.
    """
    to, found = Connection(uri, user, password, database), project(index, suggestions)
    with opened(to) as driver, driver.session(database=database) as session:
        for text in write.constraints(found):
            session.run(text).consume()  # type: ignore[arg-type]
        writes = _write(session, found, progress)
        return _counted(session, found, writes)


def _write(session: Session, found: Projection, progress: Progress) -> int:
    if _size(found.nodes) + _size(found.relationships) > ONE_TRANSACTION:
        return _equalise(_Writer(session), found, progress)
    return session.execute_write(lambda transaction: _equalise(_Writer(session, transaction), found, progress))


def _size(table: dict[Any, list[Any]]) -> int:
    return sum(map(len, table.values()))


def _equalise(run: _Writer, found: Projection, progress: Progress) -> int:
    """Stale elements first: one with an id of ours in a wrong place would stand in the way of the right one."""
    for label, iri in write.in_the_way(run, found):
        raise SyncError(
            f"A {label} of others in this Neo4j has the id '{iri}', which is one of ours. "
            "Rename its label or its id, or sync to another database with --database."
        )
    for statement in (*write.stale_relationships(run, found), *write.stale_nodes(run, found)):
        run(*statement)
    _told(run, "Nodes", _node_statements(found), progress)
    _told(run, "Relationships", _relationship_statements(found), progress)
    return run.writes


def _node_statements(found: Projection) -> Iterator[write.Statement]:
    for label, some in found.nodes.items():
        yield from write.nodes(label, some)
    yield from write.kinds(found.nodes.get("Finding", []))


def _relationship_statements(found: Projection) -> Iterator[write.Statement]:
    for ends, some in found.relationships.items():
        yield from write.relationships(ends, some)


def _told(run: _Writer, stage: str, statements: Iterator[write.Statement], progress: Progress) -> None:
    every = list(statements)
    for done, statement in enumerate(every, 1):
        run(*statement)
        progress(stage, done, len(every))


def _counted(session: Session, found: Projection, writes: int) -> Synced:
    """What is there, checked against what should be."""
    should = Synced(_size(found.nodes), _size(found.relationships), writes)
    nodes = session.run("MATCH (n) WHERE n.dataset = $dataset RETURN count(n)", dataset=DATASET).single(strict=True)[0]
    links = session.run("MATCH ()-[r]->() WHERE r.dataset = $dataset RETURN count(r)", dataset=DATASET).single(strict=True)[0]
    if (nodes, links) != (should.nodes, should.relationships):
        raise SyncError(
            f"Neo4j holds {nodes} nodes and {links} relationships of ours; the graph has {should.nodes} and {should.relationships}. Sync again while nobody else writes."
        )
    return should


def ask_cypher(question: Question, given: dict[str, Any], store: Readable, to: Connection | None = None) -> list[dict[str, Any]]:
    """The rows of a question by its Cypher, from the Neo4j that the environment names unless another is. Raises `SyncError`."""
    path = QUERIES / f"{question.name}.cypher"
    if not path.is_file():
        others = ", ".join(sorted(other.stem for other in QUERIES.glob("*.cypher")))
        raise SyncError(f"The question '{question.name}' has no Cypher. These have: {others}.")
    parameters, to = _parameters(question, given, store), to or Connection.of_environment()
    with opened(to) as driver, driver.session(database=to.database) as session:
        records = session.run(path.read_text(encoding="utf-8"), parameters)  # type: ignore[arg-type]
        return [record.data() for record in records]


def _parameters(question: Question, given: dict[str, Any], store: Readable) -> dict[str, Any]:
    """Every parameter, `None` where nothing is given: Cypher wants them all."""
    terms = question.bind(store, given)
    return {p.variable: value(terms[p.variable]) if p.variable in terms else None for p in question.parameters}
