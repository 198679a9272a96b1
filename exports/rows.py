"""The rows of an answer as text: a table for people, JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["FORMATS", "render"]

WIDTH = 100


def _json(columns: Sequence[str], rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _csv(columns: Sequence[str], rows: list[dict[str, Any]]) -> str:
    """RFC 4180, quotes exact."""
    output = io.StringIO()
    writer = csv.DictWriter(output, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return output.getvalue()


def _table(columns: Sequence[str], rows: list[dict[str, Any]]) -> str:
    """One block a row, a line a column: quotes are long and must stand whole."""
    wide = max(map(len, columns), default=0)
    blocks = [
        f"{number} of {len(rows)}\n" + "".join(_line(name.ljust(wide), row[name]) for name in columns) for number, row in enumerate(rows, 1)
    ]
    return "\n".join(blocks) if blocks else "No rows.\n"


def _line(name: str, cell: Any) -> str:
    text = "" if cell is None else str(cell)
    body = textwrap.wrap(text, WIDTH - len(name) - 4, break_long_words=False, break_on_hyphens=False) or [""]
    return f"  {name}  " + f"\n  {' ' * len(name)}  ".join(body) + "\n"


FORMATS = {"table": _table, "json": _json, "csv": _csv}


def render(format: str, columns: Iterable[str], rows: list[dict[str, Any]]) -> str:
    """`rows` in one of `FORMATS`; keys in the order of `columns`."""
    names = list(columns)
    return FORMATS[format](names, [{name: row.get(name) for name in names} for row in rows])
