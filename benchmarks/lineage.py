"""The headline answer in a graph of 30 letters and of 3,000 (promise: the same time), and beside pyoxigraph for the same rows."""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from knowledge.index import Index  # noqa: E402
from knowledge.questions import read_questions  # noqa: E402
from knowledge.store import Store  # noqa: E402
from tests.generated import graph  # noqa: E402

LETTERS, MOST, LEAST = (30, 3000), 1.5, 20
ASKED = {"from": 2014, "to": 2016, "force": "west-mercia"}


def microseconds(work: Callable[[], object], repeats: int) -> float:
    """The median of the processor's time of one call."""
    took = []
    for _ in range(repeats):
        started = time.process_time_ns()
        work()
        took.append(time.process_time_ns() - started)
    return statistics.median(took) / 1000


def main() -> int:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    question = read_questions(ROOT / "queries")["recurrences"]
    by_index, by_sparql = [], []
    for letters in LETTERS:
        store = Store.of(graph(letters))
        started = time.process_time()
        index = Index.of(store)
        made = time.process_time() - started
        gc.collect()
        gc.freeze()
        rows = len(index.recurrences_between(2014, 2016, force="west-mercia").rows)
        by_index.append(microseconds(lambda index=index: index.recurrences_between(2014, 2016, force="west-mercia"), 2000))
        by_sparql.append(microseconds(lambda store=store: question.run(store, **ASKED), 40))
        print(f"{len(index.letters):>5} letters, {len(index.findings):>6} findings: index made in {made:.2f} s; {rows} rows")
        print(f"      index {by_index[-1]:,.0f} µs, pyoxigraph {by_sparql[-1]:,.0f} µs: {by_sparql[-1] / by_index[-1]:,.0f} times")
    growth = by_index[1] / by_index[0]
    print(f"the answer in a graph a hundred times as large: {growth:.2f} times the time (promise: at most {MOST})")
    return int(growth > MOST or by_sparql[1] / by_index[1] < LEAST)


if __name__ == "__main__":
    sys.exit(main())
