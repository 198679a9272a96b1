"""How much a word or concept tells: the frozen, versioned table `ontology/frequencies.tsv`, so that no letter re-ranks another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from knowledge.vocabulary import ONTOLOGY

__all__ = ["COLUMNS", "TABLE", "Frequencies", "FrequenciesError", "frequencies"]

TABLE = ONTOLOGY / "frequencies.tsv"
COLUMNS = ("kind", "name", "passages")
WORD, CONCEPT, ALL = "word", "concept", "all"


class FrequenciesError(ValueError):
    """A table that is missing or broken: which, why, and the way out."""


@dataclass(frozen=True)
class Frequencies:
    """In how many passages each word (as a stem) and concept stands, of how many. `version`: eight hex digits of the table's SHA-256."""

    version: str
    counts: dict[tuple[str, str], int]

    @property
    def total(self) -> int:
        """Passages counted."""
        return self.counts[ALL, ALL]

    def weight(self, kind: str, name: str) -> float:
        """From 0 to 1, the square of the inverse document frequency: what no passage had tells most."""
        rare = math.log((1 + self.total) / (1 + self.counts.get((kind, name), 0))) / math.log(1 + self.total)
        return rare**2


@cache
def frequencies() -> Frequencies:
    """The table as it is shipped. `make frequencies` makes it anew. Raises `FrequenciesError`."""
    try:
        text = TABLE.read_text(encoding="utf-8")
        rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
        counts = {(kind, name): int(passages) for kind, name, passages in rows[1:]}
        if counts.get((ALL, ALL), 0) < 1:
            raise ValueError("it does not say of how many passages")
    except (OSError, ValueError) as error:
        raise FrequenciesError(f"'{TABLE}' cannot be used: {error}. Make it anew with `make frequencies`.") from error
    return Frequencies(sha256(text.encode()).hexdigest()[:8], counts)
