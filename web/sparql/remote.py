"""Visitors' queries where the triples lie on a SPARQL server: passed on as they are, once the guard has let them through."""

from __future__ import annotations

import threading
from typing import Any
from urllib import error, request
from urllib.parse import urlencode

from knowledge.store import Readable
from web.sparql.pool import IN_HAND, TooLong, in_hand
from web.sparql.worker import RDF, RESULTS

__all__ = ["RemotePool"]


class RemotePool:
    """Asks the server behind `store`, a few at a time; waits for `seconds` and no longer. That server has a network."""

    is_isolated = False

    def __init__(self, store: Readable, seconds: float):
        self.url, self.seconds = store.url, seconds  # type: ignore[attr-defined]
        self.places = threading.BoundedSemaphore(IN_HAND)

    def ask(self, question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Head and body of an answer. Raises `TooLong` or `Busy`."""
        with in_hand(self.places):
            return self._ask(question)

    def _ask(self, question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        dataset = {"default-graph-uri": question["default"] or [], "named-graph-uri": question["named"] or []}
        body = urlencode({"query": question["query"], **dataset}, doseq=True).encode()
        accept = ", ".join(kind for kind in (question["results"], question["rdf"]) if kind)
        call = request.Request(self.url, body, {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"})
        try:
            with request.urlopen(call, timeout=self.seconds) as answer:
                kind = answer.headers.get_content_type()
                return {
                    "status": 200 if kind in RESULTS or kind in RDF else 406,
                    "type": kind,
                    "error": f"The server gave '{kind}'.",
                }, answer.read()
        except error.HTTPError as problem:
            return {"status": 400 if problem.code < 500 else 503, "error": problem.read().decode(errors="replace")[:2000]}, b""
        except OSError as problem:
            raise TooLong(f"The SPARQL server did not answer within {self.seconds:g} seconds ({problem}).") from problem
