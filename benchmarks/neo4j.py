"""Sync of 3,000 letters beside a bare UNWIND … MERGE loop of the same rows through the same driver, and a second sync (promise: at least 0.7 of the loop's speed).

Compared is the processor's time of server and client together, so that what else this machine does weighs nothing; the clock is printed beside.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path = [str(ROOT), *(path for path in sys.path if Path(path or ".").resolve() != Path(__file__).parent)]  # this file is no package `neo4j`

from neo4j import Driver  # noqa: E402

from exports.engines import Local, local_neo4j  # noqa: E402
from exports.neo4j import Connection, sync  # noqa: E402
from exports.neo4j_connection import opened  # noqa: E402
from exports.neo4j_write import BATCH, batches, constraints  # noqa: E402
from exports.projection import Projection, project  # noqa: E402
from knowledge.index import Index  # noqa: E402
from knowledge.store import Store  # noqa: E402
from tests.generated import graph  # noqa: E402

WARM, LETTERS, LEAST = 300, 3000, 0.7


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


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock, and of the processor."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:.0f} s, of the processor {self.processor:.1f} s"


def processor(server: int) -> float:
    """Seconds that this process and the server have had of the processor (proc_pid_stat(5): fields 14 and 15)."""
    fields = Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") + time.process_time()


def cost(server: int, work: Callable[[], object]) -> Cost:
    clock, spent = time.perf_counter(), processor(server)
    work()
    return Cost(time.perf_counter() - clock, processor(server) - spent)


def compared(index: Index, local: Local, driver: Driver) -> float:
    """The loop's processor time over the sync's: above 1 the sync is the faster."""
    table, server = project(index), local.process.pid
    emptied(driver)
    loop = cost(server, lambda: bare(driver, table))
    emptied(driver)
    first = cost(server, lambda: sync(index, local.uri, None, None))
    again = cost(server, lambda: sync(index, local.uri, None, None))
    elements = sum(map(len, table.nodes.values())) + sum(map(len, table.relationships.values()))
    print(f"{elements:,} elements of {len(index.letters)} letters, batches of {BATCH}: ratio {loop.processor / first.processor:.2f}")
    print(f"  loop {loop}\n  sync {first}\n  again {again}", flush=True)
    return loop.processor / first.processor


def main() -> int:
    small, large = (Index.of(Store.of(graph(letters))) for letters in (WARM, LETTERS))
    with local_neo4j() as local, opened(Connection(local.uri, None)) as driver:
        for text in constraints(project(small)):
            driver.execute_query(text)  # type: ignore[arg-type]
        for _ in range(2):  # until the server's own compiler has seen every statement
            compared(small, local, driver)
        ratio = compared(large, local, driver)
    print(f"sync at {ratio:.2f} of the loop's speed (promise: at least {LEAST})")
    return int(ratio < LEAST)


if __name__ == "__main__":
    sys.exit(main())
