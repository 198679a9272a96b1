"""The property graph as GraphML, as Gephi, yEd and APOC read it; the labels stand in `labels` and `label`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from exports.projection import Projection, project
from exports.property_csv import kind_of
from exports.rdf import NO_XML
from knowledge.index import Index
from knowledge.store import Readable

__all__ = ["write_graphml"]

Row = dict[str, Any]
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
# GraphML has no dates and no lists: both are strings there.
PLAIN = {"boolean", "long", "double"}


def write_graphml(store: Readable, index: Index, output: BinaryIO, excel: bool) -> list[str]:
    """Returns each property that XML cannot hold; its control characters are written as U+FFFD."""
    found, named = project(index), []
    for line in _lines(found, named):
        output.write(line.encode())
    return named


def _lines(found: Projection, named: list[str]) -> Iterator[str]:
    nodes = [node.row() | {"labels": "".join(f":{label}" for label in node.labels)} for some in found.nodes.values() for node in some]
    edges = [(one.start, one.end, one.row() | {"label": one.type}) for some in found.relationships.values() for one in some]
    yield HEAD
    yield from _keys("node", nodes)
    yield from _keys("edge", [row for _, _, row in edges])
    yield '<graph id="peelgraph" edgedefault="directed">\n'
    for row in nodes:
        yield f"<node id={quoteattr(row['id'])}>{_data('node', row, named)}</node>\n"
    for start, end, row in edges:
        yield f"<edge id={quoteattr(row['id'])} source={quoteattr(start)} target={quoteattr(end)}>{_data('edge', row, named)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _keys(of: str, rows: list[Row]) -> Iterator[str]:
    for name in sorted({name for row in rows for name in row}):
        kind = kind_of(rows, name)
        yield f'<key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{kind if kind in PLAIN else "string"}"/>\n'


def _data(of: str, row: Row, named: list[str]) -> str:
    named += [f"{row['id']} {name}" for name, value in sorted(row.items()) if NO_XML.search(_text(value))]
    return "".join(f'<data key="{of}-{name}">{_escaped(value)}</data>' for name, value in sorted(row.items()))


def _escaped(value: Any) -> str:
    """A bare carriage return would be read as a line feed."""
    return escape(NO_XML.sub("\ufffd", _text(value)), {"\r": "&#13;"})


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, list) else str(value)
