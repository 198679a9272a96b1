"""The whole graph, or a few statements of it, in each RDF format; the same graph gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

import pyoxigraph as ox

from knowledge.store import Readable
from knowledge.terms import PREFIXES

__all__ = ["FORMATS", "MEDIA_TYPES", "serialise", "write"]

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}
MEDIA_TYPES = {name: form.media_type for name, form in FORMATS.items()}
# What XML 1.0 cannot hold (section 2.2): a literal with one of these is written with U+FFFD in its place, and named.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


# An identifier has a slash after its type, which no prefixed name may hold bare: it stands whole, to be read and clicked.
SHORT = {name: iri for name, iri in PREFIXES.items() if name != "id"}


def serialise(triples: Iterable[ox.Triple], format: str) -> bytes:
    """Some statements in one of `FORMATS`."""
    made = ox.serialize(triples, format=FORMATS[format], prefixes=SHORT)
    return _kept(made) if format == "rdfxml" else made


def _kept(xml: bytes) -> bytes:
    """A bare carriage return would be read as a line feed (XML 1.0, section 2.11)."""
    return xml.replace(b"\r", b"&#13;")


class _Keeping:
    """Writes RDF/XML whose line ends come back as they were."""

    def __init__(self, output: BinaryIO):
        self.output = output

    def write(self, xml: bytes) -> int:
        self.output.write(_kept(bytes(xml)))
        return len(xml)

    def flush(self) -> None:
        self.output.flush()


def _parsed(lines: Iterable[str]) -> Iterator[ox.Triple]:
    """Triples of sorted lines, a thousand lines in memory at a time."""
    rest = iter(lines)
    while chunk := "".join(islice(rest, 1000)):
        yield from (quad.triple for quad in ox.parse(chunk.encode(), ox.RdfFormat.N_TRIPLES))


def _for_xml(triples: Iterable[ox.Triple], named: list[str]) -> Iterator[ox.Triple]:
    """The same triples, literals that XML cannot hold mended and noted in `named`."""
    for triple in triples:
        term = triple.object
        if isinstance(term, ox.Literal) and NO_XML.search(term.value):
            named.append(f"{triple.subject} {triple.predicate}")
            term = ox.Literal(NO_XML.sub("\ufffd", term.value), datatype=None if term.language else term.datatype, language=term.language)
        yield ox.Triple(triple.subject, triple.predicate, term)


def write(store: Readable, format: str, output: BinaryIO) -> list[str]:
    """Write the graph to `output`, statement by statement; returns subject and predicate of each literal that the format could not hold."""
    named: list[str] = []
    if format in ("ntriples", "nquads"):
        for line in store.lines():
            output.write(line.encode())
        return named
    triples = _parsed(store.lines())
    if format == "rdfxml":
        triples, output = _for_xml(triples, named), _Keeping(output)  # type: ignore[assignment]
    ox.serialize(triples, output, FORMATS[format], prefixes=SHORT)
    return named
