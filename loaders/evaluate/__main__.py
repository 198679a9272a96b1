"""`python -m loaders.evaluate`: the table, and with `--misses` what was missed or made up (for whoever writes rules)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from knowledge.registers import read_registers
from loaders.evaluate import evaluate
from loaders.evaluate.table import misses, table

RECORDS = Path(__file__).resolve().parents[2] / "records"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m loaders.evaluate", description=__doc__)
    parser.add_argument("--examples", type=Path, default=RECORDS / "examples" / "letters.yaml")
    parser.add_argument("--documents", type=Path, default=RECORDS / "letters")
    parser.add_argument("--misses", action="store_true", help="list each miss and each invention with its words")
    arguments = parser.parse_args()
    scores = evaluate(arguments.examples, arguments.documents, read_registers(RECORDS / "registers"))
    sys.stdout.write((misses(scores) + "\n" if arguments.misses else "") + table(scores))
    return 0


if __name__ == "__main__":
    sys.exit(main())
