"""What letters do not print: forces, offices, people, reports, rounds, rules; each fact with its source.

`RegisterError` (a `ValueError`) names file, line and what would be right.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from knowledge.registers.build import build
from knowledge.registers.facts import report_statements
from knowledge.registers.registers import Registers
from knowledge.registers.table import RegisterError

__all__ = ["RegisterError", "Registers", "read_registers", "report_statements"]


def read_registers(folder: Path | str) -> Registers:
    """The registers of a folder; read once for each state of its files."""
    folder = Path(folder)
    stamp = tuple((p.name, p.stat().st_mtime_ns, p.stat().st_size) for p in sorted(folder.glob("*.tsv")))
    return _read(folder.resolve(), stamp)


@lru_cache(maxsize=8)
def _read(folder: Path, stamp: tuple) -> Registers:
    return build(folder)
