"""How a field of a record is filled from one statement of the graph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge import things
from knowledge.store import value
from knowledge.terms import slug_of
from knowledge.triples import full

__all__ = ["Fill", "Records", "date", "every", "first", "ref", "refs", "word"]

Records = dict[str, things.Thing]


@dataclass(frozen=True, slots=True)
class Fill:
    """The property's IRI, what its object becomes (none: nothing), and whether there may be several."""

    iri: str
    become: Callable[[Any, Records], Any]
    many: bool = False


def _literal(term: Any, records: Records) -> Any:
    return value(term)


def _record(term: Any, records: Records) -> things.Thing | None:
    return records.get(term.value)


def first(curie: str) -> Fill:
    """A single literal."""
    return Fill(full(curie), _literal)


def every(curie: str) -> Fill:
    """All literals, sorted."""
    return Fill(full(curie), _literal, many=True)


def ref(curie: str) -> Fill:
    """The record that a link leads to."""
    return Fill(full(curie), _record)


def refs(curie: str) -> Fill:
    """All records that links lead to, in order of their IRIs."""
    return Fill(full(curie), _record, many=True)


def word(curie: str, scheme: str, gap: str = "_") -> Fill:
    """A controlled value as `read --json` writes it: `requires improvement`, `in_progress`."""
    cut = len(scheme) + 1

    @cache
    def plain(iri: str) -> str:
        return slug_of(iri)[cut:].replace("-", gap)

    return Fill(full(curie), lambda term, records: plain(term.value))


def date(name: str, curie: str) -> dict[str, Fill]:
    """An EDTF date with its first and last day: fields `published`, `published_from`, `published_to`."""
    return {name: first(curie), f"{name}_from": first(f"{curie}From"), f"{name}_to": first(f"{curie}To")}
