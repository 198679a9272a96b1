"""From a store's folder to the first answer, against loading its triples into memory (promise: at most 0.15 of it), in children of their own."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from knowledge.generations import Folder  # noqa: E402
from knowledge.manifest import Manifest  # noqa: E402
from tests.generated_facts import everything  # noqa: E402

LETTERS, MOST, PAIRS = 3000, 0.15, 5
CLOCKED = "import sys, time, pyoxigraph as ox; from knowledge.index import Index; from knowledge.generations import Folder; began = time.process_time()\n"
LOAD = CLOCKED + "store = ox.Store(); store.load(path=sys.argv[1] + '/graph.nt', format=ox.RdfFormat.N_TRIPLES); print(time.process_time() - began)"
START = (
    CLOCKED + "index = Index.of(Folder(sys.argv[2]).current()); assert index.recurrences_between(2014, 2016).rows; print(time.process_time() - began)"
)


def seconds(program: str, *given: str) -> float:
    """What a program in a child prints: the processor's time of its work, imports left out."""
    return float(subprocess.run([sys.executable, "-c", program, *given], cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def main() -> int:
    """1 if a start takes too long."""
    lines = sorted({f"{line}\n" for line in everything(LETTERS).splitlines() if line})
    with tempfile.TemporaryDirectory(prefix="peelgraph-start-") as where:
        with Folder(where).writing() as generation:
            generation.fill("".join(lines))
            folder = str(generation.commit(Manifest.of_triples(lines)).folder)
        kept = [(seconds(START, folder, where), seconds(LOAD, folder)) for _ in range(PAIRS)]
        (Path(folder) / "index.json").unlink()
        made = seconds(START, folder, where)
    start, load = (statistics.median(times) for times in zip(*kept, strict=True))
    ratio = statistics.median(a / b for a, b in kept)
    print(f"{LETTERS:,} letters, {len(lines):,} triples: load {load:.2f} s, start to first answer {start:.2f} s: {ratio:.2f} of it (promise: at most {MOST})")
    print(f"without index.json, worked out from the statements on disk: {made:.2f} s, {made / load:.2f} of it")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
