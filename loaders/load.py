"""Releases into service: `build` from records, `add` of letters; all of it or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from knowledge.generations import CHECKOUT, Folder, location
from knowledge.manifest import Manifest
from knowledge.remote import RemoteStore
from knowledge.store import MemoryStore, Store, StoreError
from loaders.release import Checked, Kept, Letters, Progress, Records, checked, inputs_digest, quiet

__all__ = ["RECORDS", "Added", "add", "build", "build_in_memory", "is_stale"]

RECORDS = CHECKOUT / "records"
MEMORY = ":memory:"


@dataclass(frozen=True)
class Added:
    """What `add` did: the release if there is a new one, the names of files taken in and of those held already."""

    built: Checked | None
    taken: list[str]
    held: list[str]


class Place:
    """Where releases are put: a folder of generations, or a SPARQL server."""

    def __init__(self, where: str):
        self.remote = RemoteStore(where) if "://" in where else None
        self.folder = Folder(self.remote.folder if self.remote else where)

    @property
    def manifest(self) -> Manifest | None:
        """What is in service there; `None` if nothing is. Raises `StoreError` where that cannot be told."""
        if self.remote is None:
            return self.folder.manifest()
        return self.remote.manifest if self.remote.is_loaded else None

    def files(self) -> list[tuple[Path, str | None]]:
        """What `add` took in, in order of arrival."""
        manifest = self.manifest
        held = manifest.added if manifest else {}
        entries = sorted(held.items(), key=lambda item: item[1]["number"])
        return [(self.folder.letters / digest / entry["name"], entry["body"]) for digest, entry in entries]

    def keep(self, path: Path) -> None:
        """Copy a file, unchanged, into the store; it counts only once a release names it."""
        target = self.folder.letters / _digest(path) / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else writes from here. Raises `StoreError`."""
        with self.folder.alone():
            yield

    def put(self, made: Checked) -> None:
        """Into service: one request to a server, or a new generation beside the old."""
        if self.remote:
            return self.remote.put(made.ntriples, made.texts, made.manifest)
        with self.folder.generation() as generation:
            generation.fill(made.ntriples)
            for digest, text in made.texts.items():
                generation.keep_text(digest, text)
            generation.commit(made.manifest)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def is_stale(records: Path = RECORDS, where: str | None = None) -> bool:
    """Whether the store has to be built (again); one in memory is built by whoever opens it."""
    where = where or location()
    if where == MEMORY:
        return False
    try:
        manifest = Store.open(where).manifest
    except StoreError:
        return True
    return manifest.built_from != inputs_digest(records, manifest.added)


def _records(folder: Path) -> Records:
    if not (folder / "letters").is_dir():
        raise StoreError(f"There are no records in '{folder}': it has no folder 'letters'. Pass --records DIR.")
    return Records(folder)


def build(records: Path = RECORDS, where: str | None = None, progress: Progress = quiet) -> Checked:
    """Read every record and what `add` took in, check, and put the new release in service.

    Raises `Refused`, `Refusal`, `RegisterError`, `CorrectionError` or `StoreError`; then the old release stays in service.
    """
    known, where = _records(records), where or location()
    if where == MEMORY:
        return checked(known.read_all(known.files(), progress), known, {}, progress)
    place = Place(where)
    with place.alone():
        manifest = place.manifest
        added = manifest.added if manifest else {}
        made = checked(known.read_all(known.files() + place.files(), progress), known, added, progress)
        place.put(made)
    return made


def build_in_memory(records: Path = RECORDS, progress: Progress = quiet) -> MemoryStore:
    """A release that is gone when the process ends (`PEELGRAPH_STORE=:memory:`)."""
    made = build(records, MEMORY, progress)
    return Store.of(made.ntriples, made.texts, made.manifest)


def add(files: list[Path], where: str | None = None, body: str | None = None, records: Path = RECORDS, progress: Progress = quiet) -> Added:
    """Take in letters, all or none. A file whose letters are all held already changes nothing.

    Raises what `build` raises; then nothing is kept.
    """
    known, where = _records(records), where or location()
    if where == MEMORY:
        raise StoreError("A store in memory is gone when the command ends. Set PEELGRAPH_STORE to a folder to add letters.")
    place = Place(where)
    with place.alone():
        letters = known.read_all(known.files() + place.files(), progress)
        fresh, held = _sort_out(files, body, letters, known)
        if not fresh:
            return Added(None, [], held)
        made = checked(letters, known, _kept(place.manifest, fresh, body), progress)
        for path in fresh:
            place.keep(path)
        place.put(made)
    return Added(made, [path.name for path in files if path in fresh], held)


def _sort_out(files: list[Path], body: str | None, letters: Letters, records: Records) -> tuple[list[Path], list[str]]:
    """The files that bring a letter that is not held, whose letters join `letters`; and the names of the others.

    In order of their digests: which letter of two with one slug is the first is not a matter of how files were listed.
    """
    fresh, held = [], []
    for found, path in sorted(((records.read(path, body), path) for path in files), key=lambda one: _digest(one[1])):
        (held.append(path.name) if found.keys() <= letters.keys() else fresh.append(path))
        letters.update({words: letter for words, letter in found.items() if words not in letters})
    return fresh, held


def _kept(manifest: Manifest | None, fresh: list[Path], body: str | None) -> Kept:
    """What the new release names as added: later arrivals have higher numbers, so that no earlier slug changes."""
    before = dict(manifest.added) if manifest else {}
    first = max((entry["number"] for entry in before.values()), default=0) + 1
    return before | {_digest(path): {"name": path.name, "body": body, "number": number} for number, path in enumerate(fresh, first)}
