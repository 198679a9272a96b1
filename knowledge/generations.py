"""A store's folder: generations side by side, one pointer file that says which is in service.

    STORE/current               the name of the generation in service
    STORE/generations/000007/   triples/ graph.nt index.json texts/ manifest.json
    STORE/letters/              what `peelgraph add` took in, unchanged
    STORE/lock                  held by whoever writes

A generation is written under a name that begins with a dot, made durable, renamed, and only then pointed at. Killed anywhere, the
old one stays in service and the next run sweeps what is left.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from knowledge.manifest import Manifest
from knowledge.store import DiskStore, MemoryStore, StoreError
from knowledge.terms import BASE

__all__ = ["CHECKOUT", "Folder", "Generation", "location"]

CHECKOUT = Path(__file__).resolve().parent.parent
KEPT = 2


def location() -> str:
    """`PEELGRAPH_STORE`, else `peelgraph/{hash of the checkout's path}` in the user's data folder (XDG Base Directory)."""
    data = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    default = Path(data, "peelgraph", sha256(str(CHECKOUT).encode()).hexdigest()[:12])
    return os.environ.get("PEELGRAPH_STORE") or str(default)


def _durable(path: Path) -> None:
    """Force a file or folder to disk, so that a rename after it never points at nothing."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Generation:
    """A generation being written; `commit` makes it the one in service, anything else leaves no trace."""

    def __init__(self, folder: Folder, number: int):
        self.folder, self.name = folder, f"{number:06d}"
        self.path = folder.generations / f".{self.name}"
        self.path.mkdir(parents=True)
        (self.path / "texts").mkdir()
        self.ntriples = ""

    def fill(self, ntriples: str) -> None:
        """Load all triples into an empty engine, and keep the sorted text that exports are made from."""
        self.ntriples = ntriples
        (self.path / "graph.nt").write_bytes(ntriples.encode())
        store = ox.Store(str(self.path / "triples"))
        store.bulk_load(ntriples.encode(), ox.RdfFormat.N_TRIPLES)
        store.flush()

    def _keep_records(self, manifest: Manifest) -> None:
        """Beside the triples, so that who serves them need not work out the index."""
        from knowledge.index_making import keep_records  # which reads stores

        keep_records(MemoryStore(self.ntriples, manifest=manifest), self.path)

    def keep_text(self, digest: str, text: str) -> None:
        """Keep a document's text, line ends and all."""
        path = self.path / "texts" / f"{digest}.txt"
        path.write_bytes(text.encode())
        _durable(path)

    def commit(self, manifest: Manifest) -> DiskStore:
        """Make durable, rename, point at it; old generations but the last two go."""
        manifest.write(self.path / "manifest.json")
        self._keep_records(manifest)
        for path in (self.path / "manifest.json", self.path / "index.json", self.path / "graph.nt", self.path / "texts", self.path):
            _durable(path)
        final = self.folder.generations / self.name
        self.path.rename(final)
        _durable(self.folder.generations)
        self.folder.point_at(self.name)
        return DiskStore(final)


class Folder:
    """A store's folder."""

    def __init__(self, where: str | Path):
        self.path = Path(where)
        self.generations = self.path / "generations"
        self.letters = self.path / "letters"
        self.pointer = self.path / "current"

    def in_service(self) -> Path | None:
        """The folder of the generation in service, if there is one."""
        try:
            name = self.pointer.read_text(encoding="utf-8").strip()
        except OSError:
            return None
        return self.generations / name if name.isdigit() else None

    def current(self) -> DiskStore:
        """The generation in service. Raises `StoreError` if there is none or it cannot be read."""
        found = self.in_service()
        if found is None:
            raise StoreError(f"There is no graph in '{self.path}'. Run `peelgraph build` first.")
        store = DiskStore(found)
        if store.manifest.base != BASE:
            raise StoreError(
                f"The graph in '{self.path}' was built for '{store.manifest.base}', not for '{BASE}'. Set PEELGRAPH_BASE to that, or run `peelgraph build`."
            )
        return store

    def manifest(self) -> Manifest | None:
        """That of the generation in service; if it cannot be read, of the newest one that can, so that what was added is not forgotten.

        `None` where nothing was ever built. Raises `StoreError` where letters were added and no manifest says which.
        """
        finished = sorted(self.generations.glob("[0-9]*"), reverse=True)
        live = self.in_service()
        for folder in [p for p in finished if live and p.name <= live.name]:
            with suppress(OSError, ValueError, AttributeError):
                return Manifest.read(folder / "manifest.json")
        if self.letters.is_dir() and any(self.letters.iterdir()):
            raise StoreError(
                f"Letters were added to '{self.path}', but no manifest there can be read to say which are in service. "
                f"Move '{self.letters}' away, run `peelgraph build`, and add them again."
            )
        return None

    @contextmanager
    def writing(self) -> Iterator[Generation]:
        """A new generation, alone: `alone` and `generation` in one."""
        with self.alone(), self.generation() as made:
            yield made

    @contextmanager
    def generation(self) -> Iterator[Generation]:
        """A new generation, for whoever is alone. What earlier, killed writers left is swept first."""
        self._sweep()
        taken = [int(p.name) for p in self.generations.iterdir() if p.name.isdigit()]
        generation = Generation(self, max(taken, default=0) + 1)
        try:
            yield generation
        finally:
            shutil.rmtree(generation.path, ignore_errors=True)
            self._sweep()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else writes: held from reading what is there to pointing at what is new, so that no letter is lost between. Raises `StoreError`."""
        try:
            self.generations.mkdir(parents=True, exist_ok=True)
            handle = open(self.path / "lock", "w")  # noqa: SIM115, held beyond this block
        except OSError as error:
            raise StoreError(
                f"Cannot write to the store '{self.path}': {error.strerror}. Set PEELGRAPH_STORE to a folder that you may write."
            ) from error
        with handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise StoreError(f"Another build or add is writing to '{self.path}'. Wait until it has ended.") from error
            yield

    def point_at(self, name: str) -> None:
        """Rename a new pointer over the old: readers see the one or the other, never half."""
        fresh = self.path / ".current"
        fresh.write_text(name + "\n", encoding="utf-8")
        _durable(fresh)
        fresh.rename(self.pointer)
        _durable(self.path)

    def _sweep(self) -> None:
        """Remove unfinished generations, those never pointed at, and all but the last two."""
        live = self.in_service()
        finished = sorted(p for p in self.generations.iterdir() if p.name.isdigit())
        kept = [p for p in finished if live and p.name <= live.name][-KEPT:]
        for path in self.generations.iterdir():
            if path not in kept:
                shutil.rmtree(path, ignore_errors=True)
