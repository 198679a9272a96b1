"""The child process that evaluates visitors' queries, so that a heavy one can be killed: `python -m web.sparql.worker STORE [--isolated]`."""

from __future__ import annotations

import json
import resource
import struct
import sys
from typing import Any, BinaryIO

import pyoxigraph as ox

from web.sparql.isolation import isolate

__all__ = ["RDF", "RESULTS", "main", "receive", "send"]

RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
RDF = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
MEMORY = 6 << 30
LARGEST = 64 << 20


def send(pipe: BinaryIO, head: dict[str, Any], body: bytes = b"") -> None:
    """A message: two lengths, a JSON head, a body."""
    packed = json.dumps(head).encode()
    pipe.write(struct.pack(">II", len(packed), len(body)) + packed + body)
    pipe.flush()


def receive(pipe: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """The next message. Raises `EOFError` when the other side is gone."""
    lengths = pipe.read(8)
    if len(lengths) < 8:
        raise EOFError
    head, body = struct.unpack(">II", lengths)
    return json.loads(pipe.read(head)), pipe.read(body)


def _open(where: str) -> ox.Store:
    """A generation's folder, or a file of N-Quads for a store that lives in memory."""
    if not where.endswith(".nq"):
        return ox.Store.read_only(where)
    store = ox.Store()
    store.load(path=where, format=ox.RdfFormat.N_QUADS)
    return store


def _graphs(names: list[str] | None) -> list[ox.NamedNode] | None:
    return None if names is None else [ox.NamedNode(name) for name in names]


def _answer(store: ox.Store, ask: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Evaluate and serialise: results are lazy, so errors of evaluation arise while they are written."""
    dataset = {"default_graph": _graphs(ask["default"]), "named_graphs": _graphs(ask["named"])}
    result = store.query(ask["query"], base_iri=ask["base"], **{k: v for k, v in dataset.items() if v is not None})
    formats, wanted = (RDF, ask["rdf"]) if isinstance(result, ox.QueryTriples) else (RESULTS, ask["results"])
    if wanted is None:
        return {"status": 406, "error": f"This query's answer comes as {', '.join(formats)}."}, b""
    body = result.serialize(format=formats[wanted])
    if len(body) > LARGEST:
        return {
            "status": 413,
            "error": f"The answer is over {LARGEST >> 20} MB. Add a LIMIT, or take the whole graph from /export/ntriples.",
        }, b""
    return {"status": 200, "type": wanted}, body


def _safe(store: ox.Store, ask: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    try:
        return _answer(store, ask)
    except SyntaxError as error:
        return {"status": 400, "error": f"The query cannot be parsed: {error}"}, b""
    except (ValueError, OSError, RuntimeError, MemoryError) as error:
        return {"status": 400, "error": f"The query cannot be evaluated: {error}"}, b""


def main(where: str, isolated: bool) -> None:
    """Answer until the parent closes the pipe; `isolated`: without a network, or not at all."""
    if isolated and not isolate():
        raise SystemExit("This process cannot leave the network.")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    store = _open(where)
    try:
        while True:
            ask, _ = receive(sys.stdin.buffer)
            send(sys.stdout.buffer, *_safe(store, ask))
    except (EOFError, BrokenPipeError):
        return


if __name__ == "__main__":
    main(sys.argv[1], "--isolated" in sys.argv)
