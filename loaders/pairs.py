"""Pairs of findings with a judgement, one a row, for measuring suggestions: `evaluate recurrences --pairs FILE.tsv`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["COLUMNS", "JUDGEMENTS", "SAME", "Pair", "PairsError", "read_pairs"]

COLUMNS = ("earlier", "later", "theme", "judgement")
SAME = ("repeated", "narrowed", "widened")
JUDGEMENTS = (*SAME, "related", "different")


class PairsError(ValueError):
    """A file of pairs that cannot be used: file, line, what is wrong and what would be right."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and how they were judged; `theme` is what the writer calls their matter."""

    earlier: str
    later: str
    theme: str
    judgement: str


def read_pairs(path: Path) -> list[Pair]:
    """Every pair of a UTF-8 file: lines with # first, then the names of the columns, then rows. Raises `PairsError` at the first bad line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise PairsError(f"'{path}' cannot be opened: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise PairsError(f"'{path.name}', line {line}: this is not UTF-8. Save the file as UTF-8.") from error
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines or tuple(lines[0][1].split("\t")) != COLUMNS:
        raise PairsError(f"'{path.name}', line {lines[0][0] if lines else 1}: the columns are {', '.join(COLUMNS)}, with tabs between.")
    return _rows(path.name, lines[1:])


def _rows(name: str, lines: Iterable[tuple[int, str]]) -> list[Pair]:
    held: dict[tuple[str, str], int] = {}
    found = []
    for number, line in lines:
        pair = _pair(f"'{name}', line {number}", line)
        if first := held.setdefault((pair.earlier, pair.later), number) - number:
            raise PairsError(f"'{name}', line {number}: this pair stands in line {number + first} already.")
        found.append(pair)
    if not any(pair.judgement in SAME for pair in found):
        raise PairsError(f"'{name}', line 1: no pair is {', '.join(SAME[:-1])} or {SAME[-1]}, so there is nothing to find.")
    return found


def _pair(place: str, line: str) -> Pair:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(COLUMNS):
        raise PairsError(f"{place}: {len(cells)} cells where there are {len(COLUMNS)} columns: {', '.join(COLUMNS)}.")
    if empty := [name for name, cell in zip(COLUMNS, cells, strict=True) if not cell and name != "theme"]:
        raise PairsError(f"{place}: {empty[0]} is empty.")
    if cells[3] not in JUDGEMENTS:
        raise PairsError(f"{place}: there is no judgement '{cells[3]}'. It is one of {', '.join(JUDGEMENTS)}.")
    return Pair(*cells)
