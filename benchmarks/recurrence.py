"""Suggestions: five times the forces cost at most six times the time; one more letter costs the same whatever the number of forces."""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from knowledge.index import Index  # noqa: E402
from knowledge.pool import Pool  # noqa: E402
from knowledge.precedence import pools  # noqa: E402
from knowledge.recurrence import judged_pairs, offered, queue  # noqa: E402
from knowledge.store import Store  # noqa: E402
from knowledge.vocabulary import concepts  # noqa: E402
from loaders.pairs import read_pairs  # noqa: E402
from tests.generated import YEARS, graph  # noqa: E402

FORCES, MOST, SAME, ROUNDS = (8, 40), 6.0, 1.5, 5


def index_of(forces: int) -> Index:
    """Generated forces of six letters and sixty findings, with the words of the pairs that suggestions were chosen on."""
    index = Index.of(Store.of(graph(forces * len(YEARS)) + "\n".join(concepts())))
    pairs = read_pairs(ROOT / "tests" / "recurrences" / "choose.tsv")
    for finding, text in zip(index.findings, cycle(dict.fromkeys(pair.earlier for pair in pairs)), strict=False):
        finding.text = text
    return index


def seconds(work: Callable[[], object]) -> float:
    """The processor's time of one call."""
    started = time.process_time()
    work()
    return time.process_time() - started


def one_letter(index: Index) -> Callable[[], object]:
    """The last letter of the first force set beside the force's findings, theirs read anew."""
    judged = judged_pairs(index)
    laters, findings = next(pool for pool in pools(index) if pool[0][0].force and pool[0][0].force.slug == "west-mercia")
    last = [finding for finding in laters if finding.year == YEARS[-1]]

    def work() -> int:
        pool = Pool(findings)
        return sum(len(offered(later, pool.findings, judged, pool.scores(later))) for later in last)

    assert work()
    return work


def main() -> int:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    few, many = map(index_of, FORCES)
    gc.collect()
    gc.freeze()
    letters = [one_letter(index) for index in (few, many)]
    whole = [[seconds(lambda index=index: queue(index)) for index in (few, many)] for _ in range(ROUNDS)]
    single = [[seconds(work) for work in letters] for _ in range(ROUNDS * 4)]
    for name, times, most in (("every force", whole, MOST), ("one more letter", single, SAME)):
        small, large = (statistics.median(column) for column in zip(*times, strict=True))
        ratio = statistics.median(b / a for a, b in times)
        print(f"{name}: {small * 1000:,.0f} ms among {FORCES[0]} forces, {large * 1000:,.0f} ms among {FORCES[1]}: ratio {ratio:.2f} (at most {most})")
        if ratio > most:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
