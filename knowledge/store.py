"""The triples and texts of one release, in memory or in a folder on disk; `knowledge.remote` speaks to a SPARQL server."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pyoxigraph as ox

from knowledge.manifest import Manifest

__all__ = ["DiskStore", "MemoryStore", "Readable", "Store", "StoreError", "Term", "value", "with_values"]

Term = ox.NamedNode | ox.Literal
XSD = "http://www.w3.org/2001/XMLSchema#"
PYTHON = {XSD + "integer": int, XSD + "boolean": lambda text: text in ("true", "1"), XSD + "decimal": float}


class StoreError(Exception):
    """A store that cannot be read or written; the message says which, why, and the way out."""


def value(term: Any) -> Any:
    """A term as Python has it: IRIs and dates as `str`, integers as `int`, booleans as `bool`, unbound as `None`."""
    if term is None or isinstance(term, (ox.NamedNode, ox.BlankNode)):
        return None if term is None else term.value
    return PYTHON.get(term.datatype.value, str)(term.value)


def with_values(query: str, bindings: dict[str, Term]) -> str:
    """The query with its parameters as a `VALUES` block of terms at the start of `WHERE` (SPARQL 1.1, section 10.2).

    The same for every engine; planners begin from such a block, where a variable that is bound from outside is none to them.
    """
    if not bindings:
        return query
    block = f"VALUES ({' '.join('?' + name for name in bindings)}) {{ ({' '.join(map(str, bindings.values()))}) }}"
    return re.sub(r"\bWHERE\s*\{", lambda m: f"{m[0]} {block} ", query, count=1)


class Readable(Protocol):
    """What every store can do, wherever its triples lie."""

    manifest: Manifest
    raw: ox.Store | None

    def triples(self, s: str | None = None, p: str | None = None, o: Term | None = None) -> Iterator[ox.Triple]: ...
    def select(self, query: str, **bindings: Term) -> list[dict[str, Any]]: ...
    def text(self, sha256: str) -> str | None: ...
    def lines(self) -> Iterator[str]: ...
    def close(self) -> None: ...


class _Local:
    """A store whose engine runs in this process."""

    raw: ox.Store
    manifest: Manifest

    def triples(self, s: str | None = None, p: str | None = None, o: Term | None = None) -> Iterator[ox.Triple]:
        """Statements of the default graph that match; `None` matches everything."""
        pattern = (s and ox.NamedNode(s), p and ox.NamedNode(p), o, ox.DefaultGraph())
        return (quad.triple for quad in self.raw.quads_for_pattern(*pattern))

    def select(self, query: str, **bindings: Term) -> list[dict[str, Any]]:
        """The rows of a SELECT query of ours as Python values; variables named in `bindings` are bound as terms.

        Never for a visitor's text: this has no limit of time and `SERVICE` would call out.
        """
        solutions = self.raw.query(with_values(query, bindings))
        names = [variable.value for variable in solutions.variables]
        return [{name: value(row[name]) for name in names} for row in solutions]

    def lines(self) -> Iterator[str]:
        """Every statement of the default graph as a line of N-Triples, sorted: the form that the digest is taken of."""
        return iter(sorted(f"{triple} .\n" for triple in self.triples()))


class MemoryStore(_Local):
    """A store that is gone when the process ends."""

    def __init__(self, ntriples: str | Iterable[str] = "", texts: dict[str, str] | None = None, manifest: Manifest | None = None):
        data = ntriples if isinstance(ntriples, str) else "\n".join(ntriples)
        self.raw = ox.Store()
        self.raw.load(data.encode(), ox.RdfFormat.N_TRIPLES)
        self.texts = texts or {}
        self.manifest = manifest or Manifest.of_triples(str(t) + " .\n" for t in self.triples())

    @classmethod
    def around(cls, engine: ox.Store) -> MemoryStore:
        """A store of what an engine holds, named graphs and all."""
        made = cls()
        made.raw = engine
        made.manifest = Manifest.of_triples(str(t) + " .\n" for t in made.triples())
        return made

    def text(self, sha256: str) -> str | None:
        """The text of the document whose file has this SHA-256."""
        return self.texts.get(sha256)

    def close(self) -> None:
        """Nothing is held open."""


class DiskStore(_Local):
    """One generation, opened read-only: nobody writes to a generation in service. Each process opens its own (engines do not survive a fork)."""

    def __init__(self, folder: Path):
        self.folder = folder
        try:
            self.manifest = Manifest.read(folder / "manifest.json")
            self._open()
        except (OSError, ValueError, AttributeError, RuntimeError) as error:
            raise StoreError(f"The store in '{folder}' cannot be read ({error}). Delete that folder and run `peelgraph build`.") from error

    def _open(self) -> None:
        self._engine, self._process = ox.Store.read_only(str(self.folder / "triples")), os.getpid()

    @property
    def raw(self) -> ox.Store:  # type: ignore[override]
        """This process's engine."""
        if self._process != os.getpid():
            self._open()
        return self._engine

    def lines(self) -> Iterator[str]:
        """Every statement as a line of N-Triples, sorted, read from the file that the release was loaded from."""
        with (self.folder / "graph.nt").open(encoding="utf-8", newline="\n") as lines:
            yield from lines

    def close(self) -> None:
        """Let go of the files."""
        del self._engine

    def text(self, sha256: str) -> str | None:
        """The text of the document whose file has this SHA-256, as it was read."""
        path = self.folder / "texts" / f"{sha256}.txt"
        return path.read_bytes().decode() if sha256.isalnum() and path.exists() else None


class Store:
    """Ways to a store: `Store.open()` for the one in force, `Store.of(...)` for one in memory."""

    @staticmethod
    def open(where: str | None = None) -> Readable:
        """The store named by `where`, else by `PEELGRAPH_STORE`, else this checkout's: a folder or the URL of a SPARQL server.

        Raises `StoreError` when there is none or it cannot be read.
        """
        from knowledge import generations, remote

        where = where or generations.location()
        return remote.RemoteStore(where) if where.startswith(("http://", "https://")) else generations.Folder(where).current()

    @staticmethod
    def of(ntriples: str | Iterable[str] = "", texts: dict[str, str] | None = None, manifest: Manifest | None = None) -> MemoryStore:
        """A store in memory of N-Triples text (or lines)."""
        return MemoryStore(ntriples, texts, manifest)

    @staticmethod
    def as_store(given: Any) -> Readable:
        """`given` if it is one of ours, else a `pyoxigraph.Store` or an rdflib graph (or dataset) as one in memory."""
        if hasattr(given, "manifest"):
            return given
        if isinstance(given, ox.Store):
            return MemoryStore.around(given)
        store = ox.Store()
        store.load(given.serialize(format="nquads", encoding="utf-8"), ox.RdfFormat.N_QUADS)
        return MemoryStore.around(store)
