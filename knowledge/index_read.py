"""From statements to records: one scan of the store for each property that a record has."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from knowledge.index_fields import FIELDS
from knowledge.index_fills import Fill, Records
from knowledge.store import Readable, value
from knowledge.terms import slug_of
from knowledge.triples import full

__all__ = ["LABEL", "Records", "read_records", "said"]

LABEL = "rdfs:label"
CLASSES = {full(f"kg:{name}"): cls for name, (cls, _) in FIELDS.items()}
Wanted = dict[type, list[tuple[str, Fill]]]


def read_records(store: Readable) -> Records:
    """Every thing of the graph that has a record, filled."""
    records: Records = {}
    captions = said(store, LABEL)
    for triple in store.triples(None, full("rdf:type")):
        cls, iri = CLASSES.get(triple.object.value), triple.subject.value
        if cls:
            records[iri] = cls(iri, slug_of(iri), min(captions.get(iri, ("",))))
    for iri, wanted in _by_property().items():
        _fill(store, iri, wanted, records)
    _put_in_order(records)
    return records


def said(store: Readable, curie: str) -> dict[str, list[Any]]:
    """What the graph says with one property, by subject."""
    found: dict[str, list[Any]] = defaultdict(list)
    for triple in store.triples(None, full(curie)):
        found[triple.subject.value].append(value(triple.object))
    return dict(found)


def _by_property() -> dict[str, Wanted]:
    found: dict[str, Wanted] = defaultdict(lambda: defaultdict(list))
    for cls, fields in FIELDS.values():
        for name, fill in fields.items():
            found[fill.iri][cls].append((name, fill))
    return found


def _fill(store: Readable, iri: str, wanted: Wanted, records: Records) -> None:
    for triple in store.triples(None, iri):
        record = records.get(triple.subject.value)
        for name, fill in wanted.get(type(record), ()):
            became = fill.become(triple.object, records)
            if fill.many and became is not None:
                getattr(record, name).append(became)
            elif became is not None:
                setattr(record, name, became)


def _put_in_order(records: Records) -> None:
    """What there may be several of comes from the store in no order of ours."""
    several = {cls: [name for name, fill in fields.items() if fill.many] for cls, fields in FIELDS.values()}
    for record in records.values():
        for name in several[type(record)]:
            if len(found := getattr(record, name)) > 1:
                found.sort(key=lambda one: getattr(one, "id", one))
