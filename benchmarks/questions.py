"""Every named question about one force in a graph of 30 letters and of 3,000 (promise: at most 4 times the time, for the same rows)."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from knowledge.questions import read_questions  # noqa: E402
from knowledge.store import Store  # noqa: E402
from tests.generated_facts import ASKED, everything  # noqa: E402

LETTERS, MOST, PAIRS = (30, 3000), 4, 9


def seconds(work: Callable[[], object]) -> float:
    """The processor's time of one call, so that neighbours do not count."""
    started = process_time()
    work()
    return process_time() - started


def main() -> int:
    """1 if a question grows with the graph."""
    small, large = (Store.of(everything(letters)) for letters in LETTERS)
    grown: list[str] = []
    for name, question in read_questions(ROOT / "queries").items():
        rows = question.run(small, **ASKED[name])
        assert rows == question.run(large, **ASKED[name]), name
        pairs = [tuple(seconds(partial(question.run, store, **ASKED[name])) for store in (small, large)) for _ in range(PAIRS)]
        ratio = statistics.median(there / here for here, there in pairs)
        grown += [name] * (ratio > MOST)
        here, there = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
        print(f"{name:30} {len(rows):3} rows: {here:6.2f} ms in {LETTERS[0]} letters, {there:6.2f} ms in {LETTERS[1]:,}: {ratio:5.2f} times")
    print(f"Grows with the graph: {', '.join(grown)}" if grown else f"No question takes more than {MOST} times as long in a graph a hundred times as large.")
    return bool(grown)


if __name__ == "__main__":
    sys.exit(main())
