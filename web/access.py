"""One line for each request: what was asked for and what came of it. Never a body, never a query of GraphQL or SPARQL, never who asked."""

from __future__ import annotations

import logging

import orjson
from flask import Response, request

__all__ = ["noted", "to_standard_error"]

log = logging.getLogger("peelgraph.access")
# A document or query that a visitor wrote may hold the words of a letter, and is nobody's business; nor is one sent to a
# wrong address or by a wrong method, which belongs to no window.
SILENT = ("graphql", "sparql", None)
LONGEST = 200


def noted(response: Response, seconds: float) -> None:
    """Log the request that this answers."""
    if not log.isEnabledFor(logging.INFO):
        return
    asked = {"method": request.method, "path": request.path[:LONGEST]}
    if request.blueprint not in SILENT and request.query_string:
        asked["query"] = request.query_string.decode(errors="replace")[:LONGEST]
    told = {"status": response.status_code, "bytes": response.content_length, "ms": round(seconds * 1000, 1)}
    log.info(orjson.dumps(asked | told).decode())


def to_standard_error() -> None:
    """Write the lines where a server's words go; without this nobody reads them."""
    if not log.handlers:
        log.addHandler(logging.StreamHandler())
    log.setLevel(logging.INFO)
    log.propagate = False
