"""What changed between two releases: the ontology, the sources, and every thing by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from knowledge.generations import Folder, location
from knowledge.manifest import Manifest
from knowledge.store import StoreError
from knowledge.terms import BASE, KG, PREFIXES, slug_of

__all__ = ["changes"]

LABEL = PREFIXES["rdfs"] + "label"
# Told of by the thing that they show, and by the source that they stand in.
COUNTED_ONLY = ("quote", "selector")
SOURCE = "document"


@dataclass
class Release:
    """A graph to compare: each thing's statements and caption, and its manifest where it has one."""

    name: str
    manifest: Manifest | None
    of: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return self.manifest.release if self.manifest else self.name


def _found(name: str) -> Path:
    """The graph that `name` means: a generation, the name of a release, a store, a folder or an export. Raises `StoreError`."""
    here, folder = Path(name), Folder(location())
    choices = [here, here / "graph.nt", folder.generations / name / "graph.nt"]
    choices += [path / "graph.nt" for path in [Folder(name).in_service() if here.is_dir() else None] if path]
    choices += [path.parent / "graph.nt" for path in folder.generations.glob("[0-9]*/manifest.json") if _release(path) == name]
    found = next((path for path in choices if path.is_file()), None)
    if found is None:
        held = ", ".join(sorted(path.name for path in folder.generations.glob("[0-9]*"))) or "none"
        raise StoreError(
            f"There is no release '{name}'. Name a generation of '{folder.path}' ({held}), a store's folder, or an export (.nt, .ttl, .nq, .trig, .rdf, .jsonld)."
        )
    return found


def _release(path: Path) -> str | None:
    manifest = _manifest(path)
    return manifest.release if manifest else None


def _manifest(path: Path) -> Manifest | None:
    try:
        return Manifest.read(path)
    except (OSError, ValueError, AttributeError):
        return None


def _opened(name: str) -> Release:
    """Raises `StoreError`."""
    path = _found(name)
    release = Release(name, _manifest(path.with_name("manifest.json")) if path.name == "graph.nt" else None)
    kind = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    try:
        for quad in ox.parse(path=str(path), format=kind) if kind else ():
            release.of[quad.subject.value][quad.predicate.value].add(str(quad.object))
            if quad.predicate.value == LABEL:
                release.labels[quad.subject.value] = quad.object.value
    except SyntaxError as error:
        raise StoreError(f"'{path}' cannot be read: {error.msg}. Name an export of a release.") from error
    if not release.of:
        raise StoreError(f"'{path}' holds no statements that can be read. Name an export (.nt, .ttl, .nq, .trig, .rdf, .jsonld).")
    return release


def _kind(iri: str) -> str:
    return iri.removeprefix(BASE + "id/").partition("/")[0] if iri.startswith(BASE + "id/") else "other"


def changes(before: str, after: str) -> str:
    """The two releases, ontology and sources, then a line for each thing: `+` new, `-` gone, `~` says something else, with what it says.

    Raises `StoreError`.
    """
    old, new = _opened(before), _opened(after)
    signs = {**dict.fromkeys(old.of.keys() - new.of.keys(), "-"), **dict.fromkeys(new.of.keys() - old.of.keys(), "+")}
    signs |= {iri: "~" for iri in old.of.keys() & new.of.keys() if old.of[iri] != new.of[iri]}
    told = sorted((_kind(iri) != SOURCE, _kind(iri), "+-~".index(sign), iri) for iri, sign in signs.items() if _kind(iri) not in COUNTED_ONLY)
    lines = [_headline(old, new), _ontology(old, new)]
    for _, kind, _, iri in told:
        release = old if signs[iri] == "-" else new
        lines.append(f"{signs[iri]} {'source' if kind == SOURCE else kind} {slug_of(iri)}: {release.labels.get(iri, '')}")
        lines += _said(old.of[iri], new.of[iri]) if signs[iri] == "~" else ()
    return "".join(line + "\n" for line in [*lines, _total(signs)])


def _headline(old: Release, new: Release) -> str:
    return f"From {old.title} to {new.title}."


def _ontology(old: Release, new: Release) -> str:
    versions = [release.manifest.ontology if release.manifest else None for release in (old, new)]
    if None in versions:
        return "Ontology: an export does not say its version."
    return f"Ontology: {versions[0]}, unchanged." if versions[0] == versions[1] else f"Ontology: {versions[0]} became {versions[1]}."


def _said(old: dict[str, set[str]], new: dict[str, set[str]]) -> Iterator[str]:
    """What a thing no longer says, and what it says now, property by property."""
    for predicate in sorted(old.keys() | new.keys()):
        for sign, gone in (("-", old[predicate] - new[predicate]), ("+", new[predicate] - old[predicate])):
            yield from (f"    {sign} {_short(predicate)} {_plain(value)}" for value in sorted(gone))


def _short(predicate: str) -> str:
    return predicate.removeprefix(KG) if predicate.startswith(KG) else predicate.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _plain(value: str) -> str:
    """A thing by type and slug, a literal without its datatype; at most 120 characters."""
    plain = value[1:-1].removeprefix(BASE + "id/") if value.startswith("<") else value.rpartition("^^")[0] or value
    return plain if len(plain) <= 120 else plain[:120] + "…"


def _total(signs: dict[str, str]) -> str:
    """`3 things changed: 1 letter (+1), …`, kind by kind."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for iri, sign in signs.items():
        kinds["source" if _kind(iri) == SOURCE else _kind(iri)][sign] += 1
    parts = [f"{kind} {' '.join(f'{sign}{count[sign]}' for sign in '+-~' if count[sign])}" for kind, count in sorted(kinds.items())]
    return f"{len(signs)} things changed{': ' if parts else ''}{', '.join(parts)}."
