"""The property graph as CSV in one zip: plain, one file for each label and type, or with the headers of `neo4j-admin database import`."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, BinaryIO

from exports.projection import Node, Projection, Relationship, project
from exports.tables import guarded
from knowledge.index import Index
from knowledge.store import Readable

__all__ = ["kind_of", "write_csv", "write_neo4j_csv"]

TYPES = {bool: "boolean", int: "long", float: "double", date: "date", list: "string[]", str: "string"}
NODE, ENDS = ("id", "slug", "name", "dataset"), ("start", "end", "id", "dataset")
# Fixed, so that one release makes the same bytes on every day.
EPOCH = (1980, 1, 1, 0, 0, 0)
HOW = "bin/neo4j-admin database import full neo4j --overwrite-destination --multiline-fields=true"
Row = dict[str, Any]


def kind_of(rows: Iterable[Row], name: str) -> str:
    """The Neo4j type of a property: that of all its values, or `string`."""
    kinds = {TYPES[type(row[name])] for row in rows if name in row}
    return kinds.pop() if len(kinds) == 1 else "string"


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return ";".join(value) if isinstance(value, list) else value


def _sheet(header: Sequence[str], names: Sequence[str], rows: Iterable[Row], guard: Callable[[Any], Any]) -> bytes:
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([guard(_cell(row.get(name))) for name in names] for row in rows)
    return output.getvalue().encode()


def _zip(members: dict[str, bytes], output: BinaryIO) -> None:
    with zipfile.ZipFile(output, "w") as archive:
        for name, content in sorted(members.items()):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)


def _names(first: Sequence[str], rows: Iterable[Row]) -> list[str]:
    return [*first, *sorted({name for row in rows for name in row} - set(first))]


def _ends(one: Relationship) -> Row:
    """A relationship's row. Where a quote starts would stand in the column of the node that it starts from, so it has another name."""
    own = {f"quote{name.title()}" if name in ("start", "end") else name: value for name, value in one.row().items()}
    return own | {"start": one.start, "end": one.end}


def _by_type(found: Projection) -> dict[str, list[Relationship]]:
    by_type: dict[str, list[Relationship]] = defaultdict(list)
    for (_, kind, _), some in found.relationships.items():
        by_type[kind] += some
    return by_type


def write_csv(store: Readable, index: Index, output: BinaryIO, excel: bool) -> list[str]:
    """One CSV for each label and each type of relationship; cells are guarded for Excel only where that is asked for."""
    found = project(index)
    guard = guarded if excel else lambda cell: cell
    sheets = {label: (NODE, [node.row() for node in some]) for label, some in found.nodes.items()}
    sheets |= {kind: (ENDS, [_ends(one) for one in some]) for kind, some in _by_type(found).items()}
    members = {}
    for name, (first, rows) in sheets.items():
        names = _names(first, rows)
        members[f"{name}.csv"] = _sheet(names, names, rows, guard)
    _zip(members, output)
    return []


def _typed(names: Iterable[str], rows: list[Row]) -> list[str]:
    return [f"{name}:{kind_of(rows, name)}" for name in names]


def _whole(row: Row, named: list[str]) -> Row:
    """A semicolon divides the members of a list, and nothing escapes it: inside a member it becomes a comma, and is named."""
    broken = [name for name, value in row.items() if isinstance(value, list) and any(";" in member for member in value)]
    named += [f"{row['id']} {name} (a list member with a semicolon)" for name in broken]
    return row | {name: [member.replace(";", ",") for member in row[name]] for name in broken}


def _nodes_sheet(some: list[Node], named: list[str]) -> bytes:
    rows = [_whole(node.row() | {":LABEL": ";".join(node.labels)}, named) for node in some]
    names = [name for name in _names(NODE, rows) if name not in ("id", ":LABEL")]
    return _sheet(["id:ID", ":LABEL", *_typed(names, rows)], ["id", ":LABEL", *names], rows, lambda cell: cell)


def _relationships_sheet(some: list[Relationship], named: list[str]) -> bytes:
    rows = [_whole(one.row() | {":START_ID": one.start, ":END_ID": one.end, ":TYPE": one.type}, named) for one in some]
    ends = [":START_ID", ":END_ID", ":TYPE"]
    names = [name for name in _names(("id", "dataset"), rows) if name not in ends]
    return _sheet([*ends, *_typed(names, rows)], [*ends, *names], rows, lambda cell: cell)


def write_neo4j_csv(store: Readable, index: Index, output: BinaryIO, excel: bool) -> list[str]:
    """What `neo4j-admin database import` reads, and the command line for it."""
    found, named = project(index), []
    members = {f"nodes-{label}.csv": _nodes_sheet(some, named) for label, some in found.nodes.items()}
    members |= {f"relationships-{kind}.csv": _relationships_sheet(some, named) for kind, some in _by_type(found).items()}
    _zip(members | {"import.txt": _how(members)}, output)
    return named


def _how(members: Iterable[str]) -> bytes:
    """The command line: each file by itself, since of files that one pattern finds only the first may have a header."""
    files = [f"--{name.partition('-')[0]}={name}" for name in sorted(members)]
    return (" \\\n  ".join([HOW, *files]) + "\n").encode()
