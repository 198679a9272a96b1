"""Exports of the whole graph: one table from name to writer; every window and the command use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import BinaryIO

from exports.graphml import write_graphml
from exports.property_csv import write_csv, write_neo4j_csv
from exports.rdf import write
from knowledge.index import Index
from knowledge.store import Readable

__all__ = ["FORMATS", "ExportError", "Form", "export"]

# A writer gets the store, its index, where to write, and whether cells are guarded for Excel; it returns the literals it could not hold.
Writer = Callable[[Readable, Index, BinaryIO, bool], list[str]]


class ExportError(ValueError):
    """A format that is not there; the message names those that are."""


@dataclass(frozen=True)
class Form:
    """A format: how its files end, its media type, what people call it."""

    suffix: str
    media_type: str
    title: str
    writer: Writer


def _rdf(name: str) -> Writer:
    return lambda store, index, output, excel: write(store, name, output)


FORMATS: dict[str, Form] = {
    "turtle": Form(".ttl", "text/turtle", "Turtle", _rdf("turtle")),
    "ntriples": Form(".nt", "application/n-triples", "N-Triples", _rdf("ntriples")),
    "jsonld": Form(".jsonld", "application/ld+json", "JSON-LD", _rdf("jsonld")),
    "rdfxml": Form(".rdf", "application/rdf+xml", "RDF/XML", _rdf("rdfxml")),
    "nquads": Form(".nq", "application/n-quads", "N-Quads", _rdf("nquads")),
    "trig": Form(".trig", "application/trig", "TriG", _rdf("trig")),
    "csv": Form(".zip", "application/zip", "CSV, one file for each label and relationship", write_csv),
    "graphml": Form(".graphml", "application/graphml+xml", "GraphML", write_graphml),
    "neo4j-csv": Form(".neo4j.zip", "application/zip", "CSV for neo4j-admin database import", write_neo4j_csv),
}


def export(store: Readable, index: Index, format: str, output: BinaryIO, excel: bool = False) -> list[str]:
    """Write the graph in one of `FORMATS`; returns the literals that the format cannot hold, each named.

    Raises `ExportError` for a format that is not there.
    """
    if format not in FORMATS:
        near = get_close_matches(format, FORMATS, 1)
        hint = f"Did you mean '{near[0]}'?" if near else f"There is {', '.join(FORMATS)}."
        raise ExportError(f"There is no format '{format}'. {hint}")
    return FORMATS[format].writer(store, index, output, excel)
