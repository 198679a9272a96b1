"""What changed between two releases, thing by thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from knowledge.generations import Folder, location
from knowledge.store import StoreError
from knowledge.terms import PREFIXES, slug_of

__all__ = ["changes"]

LABEL = PREFIXES["rdfs"] + "label"
SHOWN = ("letter", "report", "finding", "response", "judgement", "recurrence", "review", "lineage", "deadline", "person", "force")
Statements = dict[str, set[str]]


def _file(name: str) -> Path:
    """The sorted N-Triples that `name` means. Raises `StoreError`."""
    choices = [Path(name), Path(name) / "graph.nt", Folder(location()).generations / name / "graph.nt"]
    found = next((path for path in choices if path.is_file()), None)
    if found is None:
        raise StoreError(f"There is no release '{name}'. Name a generation in '{Folder(location()).generations}', a folder, or an N-Triples file.")
    return found


def _statements(path: Path) -> tuple[Statements, dict[str, str]]:
    """Each thing's statements and caption."""
    of, labels = defaultdict(set), {}
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.N_TRIPLES):
        of[quad.subject.value].add(f"{quad.predicate} {quad.object}")
        if quad.predicate.value == LABEL:
            labels[quad.subject.value] = quad.object.value
    return of, labels


def _kind(iri: str) -> str:
    return iri.rsplit("/", 2)[-2] if iri.count("/") > 2 else ""


def _told(sign: str, iris: Iterable[str], labels: dict[str, str]) -> list[str]:
    return [f"{sign} {_kind(iri)} {slug_of(iri)}: {labels.get(iri, '')}" for iri in sorted(iris) if _kind(iri) in SHOWN]


def changes(before: str, after: str) -> str:
    """Lines that begin with `+` (new), `-` (gone) or `~` (says something else), and a count. Raises `StoreError`."""
    (old, old_labels), (new, labels) = _statements(_file(before)), _statements(_file(after))
    lines = _told("+", new.keys() - old.keys(), labels) + _told("-", old.keys() - new.keys(), old_labels)
    lines += _told("~", (iri for iri in new.keys() & old.keys() if new[iri] != old[iri]), labels)
    return "".join(line + "\n" for line in lines) + f"{len(lines)} things changed.\n"
