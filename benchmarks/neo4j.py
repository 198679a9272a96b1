"""Sync of 3,000 letters beside a bare UNWIND … MERGE loop of the same rows through the same driver, and a second sync (promise: at least 0.7 of the loop's speed)."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path = [str(ROOT), *(path for path in sys.path if Path(path or ".").resolve() != Path(__file__).parent)]  # this file is no package `neo4j`

from neo4j import Driver  # noqa: E402

from exports.engines import local_neo4j  # noqa: E402
from exports.neo4j import Connection, sync  # noqa: E402
from exports.neo4j_connection import opened  # noqa: E402
from exports.neo4j_write import BATCH, batches, constraints  # noqa: E402
from exports.projection import Projection, project  # noqa: E402
from knowledge.index import Index  # noqa: E402
from knowledge.store import Store  # noqa: E402
from tests.generated import graph  # noqa: E402

LETTERS, LEAST, ROUNDS = int(os.environ.get("PEELGRAPH_BENCH_LETTERS", "3000")), 0.7, 2


def bare(driver: Driver, table: Projection) -> None:
    """What anybody would write first: no look at what is there, one transaction a batch."""
    for label, some in table.nodes.items():
        for rows in batches([node.row() for node in some]):
            driver.execute_query(f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row", rows=rows)
    for (start, kind, end), links in table.relationships.items():
        text = (
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
            f"MERGE (a)-[r:{kind} {{id: row.own.id}}]->(b) SET r = row.own"
        )
        for rows in batches([{"start": one.start, "end": one.end, "own": one.row()} for one in links]):
            driver.execute_query(text, rows=rows)


def emptied(driver: Driver) -> None:
    """Nothing is left but constraints and indexes."""
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS").consume()
        session.run("CALL db.awaitIndexes()").consume()


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> int:
    index = Index.of(Store.of(graph(LETTERS)))
    table = project(index)
    elements = sum(map(len, table.nodes.values())) + sum(map(len, table.relationships.values()))
    with local_neo4j() as local, opened(Connection(local.uri, None)) as driver:
        for text in constraints(table):
            driver.execute_query(text)  # type: ignore[arg-type]
        ratios = []
        for _ in range(ROUNDS + 1):  # the first warms the server up
            emptied(driver)
            loop = seconds(lambda: bare(driver, table))
            emptied(driver)
            first = seconds(lambda: sync(index, local.uri, None, None))
            again = seconds(lambda: sync(index, local.uri, None, None))
            ratios.append(loop / first)
            print(f"{elements:,} elements of {len(index.letters)} letters, batches of {BATCH}: loop {loop:.1f} s, sync {first:.1f} s, again {again:.1f} s: {loop / first:.2f}")
    print(f"sync at {max(ratios[1:]):.2f} of the loop's speed (promise: at least {LEAST})")
    return int(max(ratios[1:]) < LEAST)


if __name__ == "__main__":
    sys.exit(main())
