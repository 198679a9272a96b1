"""What a release is: its number, digest, counts and what it was built from. No time, no machine."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from knowledge.terms import BASE

__all__ = ["VERSION", "Manifest", "digest_of"]

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
VERSION: str = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]


def digest_of(lines: Iterable[str]) -> str:
    """The SHA-256 of sorted N-Triples lines (each with its line end): a graph's digest (CONTRACT section 0)."""
    total = hashlib.sha256()
    for line in lines:
        total.update(line.encode())
    return total.hexdigest()


@dataclass(frozen=True)
class Manifest:
    """A release's identity. `built_from` is the digest of records, ontology and program; `sources` maps the SHA-256 of each
    document to its file name, `ontology` is the version of core.ttl, `added` the SHA-256 of each file that `peelgraph add` took in to its
    name, body and number of arrival."""

    version: str = VERSION
    digest: str = ""
    base: str = BASE
    built_from: str = ""
    ontology: str = ""
    triples: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    warnings: int = 0
    added: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def issued(self) -> str | None:
        """The day of this version, as the changelog's heading has it (`## 0.1.0 (2026-11-24)`); `None` before it is released."""
        log = PROJECT.with_name("CHANGELOG.md").read_text(encoding="utf-8")
        found = re.search(rf"^## {re.escape(self.version)} \((\d{{4}}-\d\d-\d\d)\)", log, re.M)
        return found[1] if found else None

    @property
    def release(self) -> str:
        """How answers name it: version and the first twelve digits of the digest."""
        return f"{self.version}+{self.digest[:12]}"

    @classmethod
    def of_triples(cls, lines: Iterable[str]) -> Manifest:
        """The manifest of bare triples, as tests make them."""
        ordered = sorted(lines)
        return cls(digest=digest_of(ordered), triples=len(ordered))

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """Fields of a later version are passed over. Raises `OSError`, `ValueError` or `AttributeError` when the file is missing or not ours."""
        known = {f.name for f in fields(cls)}
        return cls(**{name: value for name, value in json.loads(path.read_text(encoding="utf-8")).items() if name in known})

    def write(self, path: Path) -> None:
        """Write as JSON, keys sorted."""
        path.write_text(json.dumps(asdict(self), indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
