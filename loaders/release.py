"""A release while it is made: letters read, everything stated and joined, past the gate, with its manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from knowledge.dataset import described
from knowledge.deadlines import clock
from knowledge.generations import CHECKOUT
from knowledge.manifest import Manifest, digest_of
from knowledge.registers import Registers, read_registers
from knowledge.reviews import read_reviews
from knowledge.terms import BASE
from knowledge.triples import Triples, full
from knowledge.vocabulary import concepts, ontology_version
from loaders.check import Result, check_all
from loaders.corrections import Correction, read_corrections, unused
from loaders.extract import extract, words_digest
from loaders.letter import Letter
from loaders.read import SUFFIXES, read
from loaders.state import curated, deadline_facts, key_of, letter_iris, link, sources, state

__all__ = ["Checked", "Kept", "Letters", "Progress", "Records", "checked", "inputs_digest", "quiet"]

Progress = Callable[[str, int, int], None]
Kept = dict[str, dict[str, Any]]
Letters = dict[str, Letter]
COUNTED = {"letters": "kg:Letter", "findings": "kg:Finding", "responses": "kg:Response"}
NO_LETTERS = ("readme", "sources")


def quiet(stage: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True)
class Records:
    """A folder of records; registers and corrections are read when first asked for."""

    folder: Path

    @cached_property
    def registers(self) -> Registers:
        return read_registers(self.folder / "registers")

    @cached_property
    def corrections(self) -> list[Correction]:
        return read_corrections(self.folder / "corrections")

    def files(self) -> list[tuple[Path, str | None]]:
        """Every letter file, in order of path, with no body given."""
        found = (p for p in (self.folder / "letters").rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
        return [(p, None) for p in sorted(found) if not p.name.lower().startswith(NO_LETTERS)]

    def read(self, path: Path, body: str | None = None) -> Letters:
        """The letters of one file by the digest of their words, corrected."""
        return {words_digest(letter): letter for letter in extract(read(path), self.registers, body, self.corrections)}

    def read_all(self, files: list[tuple[Path, str | None]], progress: Progress) -> Letters:
        """The letters of every file, each once: of two with the same words the first stays."""
        letters: Letters = {}
        for number, (path, body) in enumerate(files, 1):
            progress("Reading letters", number, len(files))
            for words, letter in self.read(path, body).items():
                letters.setdefault(words, letter)
        return letters


@dataclass(frozen=True)
class Checked:
    """A release that the gate has let through: what goes into a store, its warnings, and sentences a person should read."""

    ntriples: str
    texts: dict[str, str]
    manifest: Manifest
    warnings: list[str]
    remarks: list[str]
    results: tuple[Result, ...] = ()

    @property
    def report(self) -> str:
        """The warnings as a `sh:ValidationReport`."""
        from loaders.check.report import turtle  # brings rdflib, which no build needs

        return turtle(list(self.results))


def inputs_digest(folder: Path, added: Iterable[str] = ()) -> str:
    """The digest of records, ontology and program: a release built from another one is stale (CONTRACT section 2)."""
    rooms = {"records": folder, **{name: CHECKOUT / name for name in ("ontology", "knowledge", "loaders")}}
    files = [(name, room, p) for name, room in rooms.items() for p in room.rglob("*") if p.is_file() and p.suffix != ".pyc"]
    lines = sorted(f"{name}/{p.relative_to(room).as_posix()} {sha256(p.read_bytes()).hexdigest()}\n" for name, room, p in files)
    return digest_of([BASE, *lines, *sorted(added)])


def _compose(letters: list[Letter], records: Records, progress: Progress) -> tuple[Triples, list[str]]:
    """All statements of a release, not yet checked, and remarks on reviews."""
    registers, iris = records.registers, letter_iris(letters)
    triples = Triples().update(concepts()).update(described()).update(registers.triples())
    for number, letter in enumerate(letters, 1):
        progress("Stating what was read", number, len(letters))
        triples.update(state(letter, registers, iris[key_of(letter)]))
    progress("Joining findings", 0, 1)
    joined, remarks = link(letters, read_reviews(records.folder / "reviews"), registers, iris)
    told, more = sources({letter.document.sha256: letter.document for letter in letters}.values(), records.folder / "letters")
    facts = clock(deadline_facts(letters, registers, iris), registers)
    for part in (curated(letters, records.corrections, iris), joined, facts, told):
        triples.update(part)
    progress("Joining findings", 1, 1)
    return triples, remarks + more


def checked(found: Letters, records: Records, added: Kept, progress: Progress) -> Checked:
    """Everything of a release, past the gate. Raises `Refusal` and what the records' readers raise."""
    letters = list(found.values())
    triples, remarks = _compose(letters, records, progress)
    texts = {letter.document.sha256: letter.document.text for letter in letters}
    progress("Checking", 0, 1)
    results = check_all(triples, texts)
    warnings = [str(warning) for warning in results]
    progress("Checking", 1, 1)
    left = [
        f"The correction {c.place} no longer applies: no letter has these words any more." for c in unused(letters, records.corrections)
    ]
    text = triples.text()
    return Checked(text, texts, _manifest(text, letters, records, added, len(warnings)), warnings, left + remarks, tuple(results))


def _held(ntriples: str, name: str) -> int:
    """How many things of a class the graph holds; findings that a claim or a review alone names are findings too."""
    return ntriples.count(f" <{full('rdf:type')}> <{full(name)}> .\n")


def _manifest(ntriples: str, letters: list[Letter], records: Records, added: Kept, warnings: int) -> Manifest:
    return Manifest(
        digest=digest_of([ntriples]),
        built_from=inputs_digest(records.folder, added),
        ontology=ontology_version(),
        triples=ntriples.count("\n"),
        counts={name: _held(ntriples, of) for name, of in COUNTED.items()},
        sources={letter.document.sha256: letter.document.name for letter in letters},
        warnings=warnings,
        added=added,
    )
