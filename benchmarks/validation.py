"""The gate: one more letter in a graph of 30 letters and of 3,000 (promise: at most 1.5 times), and a whole graph against loading it."""

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

from knowledge.store import MemoryStore, Store  # noqa: E402
from loaders.check import check, check_all  # noqa: E402
from tests.generated import graph  # noqa: E402
from tests.test_check import letter_lines, real_lines, real_texts, without_the_letter  # noqa: E402

LETTERS, MOST, ROUNDS = 3000, 1.5, 9


def milliseconds(work: Callable[[], object]) -> float:
    """The processor's time of one call."""
    started = time.process_time_ns()
    work()
    return (time.process_time_ns() - started) / 1e6


def grown(small: MemoryStore, letters: int) -> MemoryStore:
    """The same graph among so many letters of other forces."""
    held = [f"{t} ." for t in small.triples()]
    known = {line[: line.index(">")] for line in held}
    others = [line for line in graph(letters).splitlines() if line[: line.index(">")] not in known]
    return Store.of([*held, *others])


def main() -> int:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    letter, texts, small = letter_lines(), real_texts(), without_the_letter()
    large = grown(small, LETTERS)
    gc.collect()
    gc.freeze()
    assert check(letter, small, texts) == check(letter, large, texts) == []
    pairs = [[milliseconds(lambda store=store: check(letter, store, texts)) for store in (small, large)] for _ in range(ROUNDS)]
    few, many = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    print(
        f"one letter of {len(letter)} triples: {few:.0f} ms among 28 letters, {many:.0f} ms among {LETTERS}: ratio {ratio:.2f} (at most {MOST})"
    )
    whole = statistics.median(milliseconds(lambda: check_all(real_lines(), texts)) for _ in range(3))
    load = statistics.median(milliseconds(lambda: Store.of(real_lines())) for _ in range(3))
    print(f"all {len(real_lines())} triples: {whole:.0f} ms, {whole / load:.1f} times loading them; one letter is {few / whole:.0%} of it")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
