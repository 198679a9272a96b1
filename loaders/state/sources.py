"""Where the files of letters come from, as `sources.tsv` beside them says: page, licence, and the words as they were taken in."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from knowledge.triples import Triples
from loaders.letter import Document
from loaders.state.names import document_iri

__all__ = ["sources"]

UNKNOWN = "unknown"


def sources(documents: Iterable[Document], folder: Path) -> tuple[Triples, list[str]]:
    """The page and licence of each document, and a remark for a file that is not as it was taken in."""
    rows = [row for path in sorted(folder.rglob("sources.tsv")) for row in _rows(path)]
    known = {row["sha256"]: row for row in rows}
    names = {row["file"] for row in rows}
    triples, remarks = Triples(), []
    for document in documents:
        row = known.get(document.sha256)
        iri = document_iri(document.sha256)
        triples.say(iri, "kg:licence", row["licence"] if row else UNKNOWN).say(iri, "dcterms:source", (row and row["source"]) or None)
        if row is None and document.name in names:
            remarks.append(f"'{document.name}' is not the file that 'sources.tsv' describes: its SHA-256 is {document.sha256}.")
    return triples, remarks


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
