"""From records to a release: every letter read, joined, checked and put in service, or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from knowledge.dataset import described
from knowledge.deadlines import clock
from knowledge.generations import CHECKOUT, Folder, location
from knowledge.manifest import Manifest, digest_of
from knowledge.registers import Registers, read_registers
from knowledge.remote import RemoteStore
from knowledge.reviews import read_reviews
from knowledge.store import MemoryStore, Store, StoreError
from knowledge.terms import BASE
from knowledge.triples import Triples
from knowledge.vocabulary import concepts, ontology_version
from loaders.check import check_all
from loaders.corrections import read_corrections, unused
from loaders.extract import extract, words_digest
from loaders.letter import Document, Letter
from loaders.read import SUFFIXES, read
from loaders.state import curated, deadline_facts, key_of, letter_iris, link, sources, state

__all__ = ["RECORDS", "Added", "Built", "add", "build", "build_in_memory", "inputs_digest", "is_stale"]

RECORDS = CHECKOUT / "records"
Progress = Callable[[str, int, int], None]
Kept = dict[str, dict[str, str | None]]


@dataclass(frozen=True)
class Built:
    """What a build did: the release, its warnings, and sentences a person should read."""

    manifest: Manifest
    warnings: list[str]
    remarks: list[str]


@dataclass(frozen=True)
class Added:
    """What `add` did: the names of letters taken in and of those held already."""

    built: Built | None
    taken: list[str]
    held: list[str]


@dataclass(frozen=True)
class Source:
    """A file to read, and the force whose commissioner wrote where it does not say."""

    path: Path
    body: str | None = None


def _quiet(stage: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


def _record_files(records: Path) -> list[Path]:
    return sorted(
        p
        for p in (records / "letters").rglob("*")
        if p.is_file() and p.suffix.lower() in SUFFIXES and not p.name.lower().startswith(("readme", "sources"))
    )


def _added(manifest: Manifest | None, letters: Path) -> list[Source]:
    """What `add` took in for the release in service."""
    held = manifest.added if manifest else {}
    return [Source(letters / digest / entry["name"], entry["body"]) for digest, entry in sorted(held.items())]


def inputs_digest(records: Path, added: Iterable[str] = ()) -> str:
    """The digest of records, ontology and program: a release built from another one is stale (CONTRACT section 2)."""
    parts = [p for folder in (records, CHECKOUT / "ontology") for p in folder.rglob("*")]
    parts += [p for folder in ("knowledge", "loaders") for p in (CHECKOUT / folder).rglob("*.py")]
    lines = sorted(f"{p.relative_to(p.anchor)} {sha256(p.read_bytes()).hexdigest()}\n" for p in parts if p.is_file())
    return digest_of([BASE, *lines, *sorted(added)])


def _current(where: str) -> Manifest | None:
    """The release in service there; `None` if there is none that can be read."""
    try:
        store = RemoteStore(where) if "://" in where else Folder(where).current()
        return store.manifest
    except StoreError:
        return None


def is_stale(records: Path = RECORDS, where: str | None = None) -> bool:
    """Whether the store has to be built (again)."""
    manifest = _current(where or location())
    return manifest is None or manifest.built_from != inputs_digest(records, manifest.added)


def _read_all(sources: list[Source], registers: Registers, records: Path, progress: Progress) -> tuple[list[Letter], list[str]]:
    """Every letter of every source, each once, and remarks on corrections that no longer apply."""
    corrections = read_corrections(records / "corrections")
    letters: dict[str, Letter] = {}
    for number, source in enumerate(sources, 1):
        progress("Reading letters", number, len(sources))
        for letter in extract(read(source.path), registers, source.body, corrections):
            letters.setdefault(words_digest(letter), letter)
    left = unused(letters.values(), corrections)
    return list(letters.values()), [f"The correction {c.place} no longer applies: no letter has these words any more." for c in left]


def compose(letters: list[Letter], registers: Registers, records: Path, progress: Progress = _quiet) -> tuple[Triples, list[str]]:
    """All statements of a release, not yet checked, and remarks on reviews."""
    triples, iris = Triples().update(concepts()).update(described()).update(registers.triples()), letter_iris(letters)
    for number, letter in enumerate(letters, 1):
        progress("Stating what was read", number, len(letters))
        triples.update(state(letter, registers, iris[key_of(letter)]))
    triples.update(curated(letters, read_corrections(records / "corrections"), iris))
    progress("Joining findings", 0, 1)
    joined, remarks = link(letters, read_reviews(records / "reviews"), registers, iris)
    triples.update(joined).update(clock(deadline_facts(letters, registers, iris), registers))
    told, more = sources({letter.document.sha256: letter.document for letter in letters}.values(), records / "letters")
    triples.update(told)
    progress("Joining findings", 1, 1)
    return triples, remarks + more


def build(records: Path = RECORDS, where: str | None = None, progress: Progress = _quiet) -> Built:
    """Read every record and what `add` took in, check, and put the new release in service.

    Raises `Refused`, `Refusal`, `RegisterError`, `ReviewError`, `CorrectionError` or `StoreError`; then the old release stays in service.
    """
    where = where or location()
    if not (records / "letters").is_dir():
        raise StoreError(f"There are no records in '{records}': it has no folder 'letters'. Pass --records DIR.")
    before = _current(where)
    kept = _added(before, _letters_folder(where))
    return _build([Source(p) for p in _record_files(records)] + kept, before.added if before else {}, records, where, progress)


def build_in_memory(records: Path = RECORDS, progress: Progress = _quiet) -> MemoryStore:
    """A release that is gone when the process ends (`PEELGRAPH_STORE=:memory:`)."""
    triples, texts, built = _checked([Source(p) for p in _record_files(records)], {}, records, progress)
    return Store.of(triples.text(), texts, built.manifest)


def _build(sources: list[Source], added: Kept, records: Path, where: str, progress: Progress) -> Built:
    triples, texts, built = _checked(sources, added, records, progress)
    _put(where, triples.text(), texts, built.manifest)
    return built


def _checked(sources: list[Source], added: Kept, records: Path, progress: Progress) -> tuple[Triples, dict[str, str], Built]:
    """Everything of a release, past the gate."""
    registers = read_registers(records / "registers")
    letters, remarks = _read_all(sources, registers, records, progress)
    triples, more = compose(letters, registers, records, progress)
    documents = {letter.document.sha256: letter.document for letter in letters}
    texts = {digest: document.text for digest, document in documents.items()}
    progress("Checking", 0, 1)
    warnings = [str(warning) for warning in check_all(triples, texts)]
    progress("Checking", 1, 1)
    manifest = _manifest(triples, letters, documents, records, added, len(warnings))
    return triples, texts, Built(manifest, warnings, remarks + more)


def _manifest(
    triples: Triples, letters: list[Letter], documents: dict[str, Document], records: Path, added: Kept, warnings: int
) -> Manifest:
    counts = {
        "letters": len(letters),
        "findings": sum(len(letter.findings) for letter in letters),
        "responses": sum(len(letter.responses) for letter in letters),
    }
    sources = {document.name: digest for digest, document in sorted(documents.items())}
    digest = digest_of(line + "\n" for line in triples)
    return Manifest(
        digest=digest,
        built_from=inputs_digest(records, added),
        ontology=ontology_version(),
        triples=len(triples),
        counts=counts,
        sources=sources,
        warnings=warnings,
        added=added,
    )


def _put(where: str, ntriples: str, texts: dict[str, str], manifest: Manifest) -> None:
    """Into service: one request to a server, or a new generation beside the old."""
    if "://" in where:
        return RemoteStore(where).put(ntriples, texts, manifest)
    with Folder(where).writing() as generation:
        generation.fill(ntriples)
        for digest, text in texts.items():
            generation.keep_text(digest, text)
        generation.commit(manifest)


def _letters_folder(where: str) -> Path:
    return RemoteStore(where).folder / "letters" if "://" in where else Folder(where).letters


def add(
    files: list[Path], where: str | None = None, body: str | None = None, records: Path = RECORDS, progress: Progress = _quiet
) -> Added:
    """Take in letters, all or none. A file whose letters are all held already changes nothing.

    Raises what `build` raises; then nothing is kept.
    """
    where = where or location()
    before = _current(where)
    sources = [Source(p) for p in _record_files(records)] + _added(before, _letters_folder(where))
    fresh, held = _sort_out(files, body, sources, read_registers(records / "registers"), records)
    if not fresh:
        return Added(None, [], held)
    kept = dict(before.added) if before else {}
    for source in fresh:
        kept[_keep(source, _letters_folder(where))] = {"name": source.path.name, "body": source.body}
    sources = [Source(p) for p in _record_files(records)]
    added = [Source(_letters_folder(where) / digest / str(entry["name"]), entry["body"]) for digest, entry in sorted(kept.items())]
    built = _build(sources + added, kept, records, where, progress)
    return Added(built, [source.path.name for source in fresh], held)


def _sort_out(
    files: list[Path], body: str | None, sources: list[Source], registers: Registers, records: Path
) -> tuple[list[Source], list[str]]:
    """The files that bring a letter that is not held, and the names of the others."""
    known = {words_digest(letter) for letter in _read_all(sources, registers, records, _quiet)[0]}
    fresh, held = [], []
    for path in files:
        words = {words_digest(letter) for letter in extract(read(path), registers, body)}
        (held.append(path.name) if words <= known else fresh.append(Source(path, body)))
        known |= words
    return fresh, held


def _keep(source: Source, letters: Path) -> str:
    """Copy the file, unchanged, into the store; it counts only once a release names it."""
    digest = sha256(source.path.read_bytes()).hexdigest()
    target = letters / digest / source.path.name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source.path, target)
    return digest
