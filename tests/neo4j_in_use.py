"""The Neo4j of the tests: that of NEO4J_URI, or one of their own that all files of a run share."""

from __future__ import annotations

import atexit
import os
from contextlib import ExitStack
from functools import cache
from typing import Any

import pytest
from neo4j import GraphDatabase

from exports.engines import EngineError, local_neo4j
from exports.neo4j import Connection, Synced, sync
from knowledge.index import Index

__all__ = ["dump", "emptied", "neo4j", "rows", "synced"]


@cache
def neo4j() -> Connection:
    """Where it is. Skips by name where it cannot be had, fails when `CI` is set."""
    if "NEO4J_URI" in os.environ:
        return Connection.of_environment()
    try:
        stack = ExitStack()
        atexit.register(stack.close)
        return Connection(stack.enter_context(local_neo4j()).uri, None)
    except EngineError as error:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"Neo4j cannot be had: {error}")


def synced(index: Index, **more: Any) -> Synced:
    to = neo4j()
    return sync(index, to.uri, to.user, to.password, to.database, **more)


@cache
def _driver() -> Any:
    driver = GraphDatabase.driver(neo4j().uri, auth=neo4j().auth)
    atexit.register(driver.close)
    return driver


def rows(text: str, **values: Any) -> list[dict[str, Any]]:
    """What a statement returns."""
    return [record.data() for record in _driver().execute_query(text, values, database_=neo4j().database).records]


def emptied() -> None:
    """Nothing of ours is left; a database of NEO4J_URI may hold what is of others."""
    rows("MATCH (n {dataset: 'peelgraph'}) DETACH DELETE n")


def dump() -> list[str]:
    """Everything of ours that the database holds, in an order that does not depend on how it came in."""
    nodes = rows("MATCH (n {dataset: 'peelgraph'}) RETURN labels(n) AS labels, properties(n) AS own")
    links = rows("MATCH (a)-[r {dataset: 'peelgraph'}]->(b) RETURN type(r) AS type, properties(r) AS own, a.id AS start, b.id AS end")
    told = [(sorted(row["labels"]), sorted(row["own"].items())) for row in nodes]
    return sorted(map(repr, [*told, *((row["type"], row["start"], row["end"], sorted(row["own"].items())) for row in links)]))
