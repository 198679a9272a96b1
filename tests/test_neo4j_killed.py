"""A sync that is killed anywhere leaves what the next one completes: the database is then that of one undisturbed sync."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.index import Index
from knowledge.store import Store
from tests.generated import graph
from tests.neo4j_in_use import dump, emptied, neo4j, synced

pytestmark = [pytest.mark.engine, pytest.mark.slow]
HOUSE = Path(__file__).resolve().parent.parent
LETTERS, BATCH = 24, 40


def killed(after: str, limit: int) -> list[str]:
    """What a sync had done when SIGKILL met it: just after it said a line that begins so."""
    to = neo4j()
    environment = os.environ | {"NEO4J_URI": to.uri, "NEO4J_USER": to.user or "", "NEO4J_PASSWORD": to.password or "", "PYTHONPATH": str(HOUSE)}
    command = [sys.executable, "-m", "tests.killed_sync", str(LETTERS), str(limit), str(BATCH)]
    with subprocess.Popen(command, cwd=HOUSE, env=environment, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            if line.startswith(after):
                process.send_signal(signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL
    return dump()


def undisturbed() -> list[str]:
    emptied()
    synced(Index.of(Store.of(graph(LETTERS))))
    return dump()


@pytest.mark.parametrize("after", ["Nodes 3 ", "Relationships 2 ", "Relationships 20 "])
def test_a_large_load_that_is_killed_among_its_batches_is_completed_by_the_next(after: str) -> None:
    whole = undisturbed()
    emptied()
    half = killed(after, limit=0)
    assert 0 < len(half) < len(whole)
    synced(Index.of(Store.of(graph(LETTERS))))
    assert dump() == whole


def test_a_small_load_that_is_killed_leaves_the_database_as_it_was() -> None:
    emptied()
    synced(Index.of(Store.of(graph(6))))
    before = dump()
    assert killed("Relationships 2 ", limit=50_000) == before
    synced(Index.of(Store.of(graph(LETTERS))))
    assert dump() == undisturbed()
