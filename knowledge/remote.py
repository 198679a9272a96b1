"""A store on a SPARQL 1.1 server: questions go to its query address, a build is one Graph Store Protocol `PUT`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib import error, request

import pyoxigraph as ox

from knowledge.manifest import Manifest
from knowledge.store import StoreError, Term, value, with_values

__all__ = ["RemoteStore"]

RESULTS = "application/sparql-results+json"
SECONDS = 60


class RemoteStore:
    """The default graph of a SPARQL server at `url`, its query address.

    The graph store address is `PEELGRAPH_STORE_DATA`, else `url` with its last part replaced by `data` (as Fuseki has it).
    Texts and manifest are kept in the user's data folder: a server holds triples only.
    """

    raw = None

    def __init__(self, url: str, folder: Path | None = None):
        from knowledge.generations import CHECKOUT

        self.url = url
        self.data = os.environ.get("PEELGRAPH_STORE_DATA") or url.rsplit("/", 1)[0] + "/data"
        home = Path(os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share"))
        self.folder = folder or home / "peelgraph" / sha256(f"{CHECKOUT} {url}".encode()).hexdigest()[:12]

    @property
    def is_loaded(self) -> bool:
        """Whether a graph was put there from here."""
        return (self.folder / "manifest.json").exists()

    @cached_property
    def manifest(self) -> Manifest:
        """What was last put there from here. Raises `StoreError` if nothing was."""
        try:
            return Manifest.read(self.folder / "manifest.json")
        except (OSError, ValueError, AttributeError) as problem:
            raise StoreError(f"Nothing was loaded into '{self.url}' from here yet. Run `peelgraph build` first.") from problem

    def _send(self, url: str, body: bytes, method: str, **headers: str) -> bytes:
        call = request.Request(url, body, {k.replace("_", "-"): v for k, v in headers.items()}, method=method)
        try:
            with request.urlopen(call, timeout=SECONDS) as answer:
                return answer.read()
        except (error.URLError, OSError) as problem:
            raise StoreError(f"The SPARQL server at '{url}' does not answer as it should: {problem}. Check PEELGRAPH_STORE.") from problem

    def select(self, query: str, **bindings: Term) -> list[dict[str, Any]]:
        """The rows of a SELECT query of ours as Python values."""
        body = with_values(query, bindings).encode()
        answer = self._send(self.url, body, "POST", Content_Type="application/sparql-query", Accept=RESULTS)
        solutions = ox.parse_query_results(answer, format=ox.QueryResultsFormat.JSON)
        names = [variable.value for variable in solutions.variables]
        return [{name: value(row[name]) for name in names} for row in solutions]

    def triples(self, s: str | None = None, p: str | None = None, o: Term | None = None) -> Iterator[ox.Triple]:
        """Statements of the default graph that match; `None` matches everything."""
        terms = [s and f"<{s}>", p and f"<{p}>", o and str(o)]
        pattern = " ".join(term or f"?{name}" for term, name in zip(terms, "spo", strict=True))
        query = f"CONSTRUCT {{ {pattern} }} WHERE {{ {pattern} }}"
        answer = self._send(self.url, query.encode(), "POST", Content_Type="application/sparql-query", Accept="application/n-triples")
        return (quad.triple for quad in ox.parse(answer, ox.RdfFormat.N_TRIPLES))

    def lines(self) -> Iterator[str]:
        """Every statement of the default graph as a line of N-Triples, sorted."""
        return iter(sorted(f"{triple} .\n" for triple in self.triples()))

    def text(self, sha256: str) -> str | None:
        """The text of the document whose file has this SHA-256, as it was read."""
        path = self.folder / "texts" / f"{sha256}.txt"
        return path.read_bytes().decode() if sha256.isalnum() and path.exists() else None

    def put(self, ntriples: str, texts: dict[str, str], manifest: Manifest) -> None:
        """Replace the default graph in one request, as atomic as the server makes it (SPARQL 1.1 Graph Store HTTP Protocol, 5.3)."""
        (self.folder / "texts").mkdir(parents=True, exist_ok=True)
        for digest, text in texts.items():
            (self.folder / "texts" / f"{digest}.txt").write_bytes(text.encode())
        self._send(self.data + "?default", ntriples.encode(), "PUT", Content_Type="application/n-triples")
        manifest.write(self.folder / "manifest.json")
        self.__dict__["manifest"] = manifest

    def close(self) -> None:
        """Nothing is held open."""
