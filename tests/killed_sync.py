"""A sync in a process of its own, of a generated graph, in batches as a large load is, so that it can be killed in the midst of them."""

from __future__ import annotations

import os
import sys

from exports import neo4j, neo4j_write
from knowledge.index import Index
from knowledge.store import Store
from tests.generated import graph

__all__ = ["main"]


def main(letters: int, limit: int, batch: int) -> None:
    """Says each statement that is done; `limit` is what one transaction takes, `batch` its rows."""
    neo4j.ONE_TRANSACTION, neo4j_write.BATCH = limit, batch
    to = neo4j.Connection.of_environment()
    user = to.user if to.password else None
    neo4j.sync(Index.of(Store.of(graph(letters))), to.uri, user, to.password, to.database, lambda *told: print(*told, flush=True))


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    main(*map(int, sys.argv[1:]))
