"""What the store knows of the things that new statements are about or point at: one hop, so that cost follows the letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from knowledge.store import Readable
from knowledge.terms import KG, PREFIXES
from loaders.check.facts import TYPE, Facts

__all__ = ["hop"]

SCHEME = PREFIXES["skos"] + "inScheme"
OURS = PREFIXES["id"]
TIES = {KG + name for name in ("Tenure", "AllianceMembership")}
FAR = {KG + name for name in ("earlier", "later", "raisedIn", "quote", "givenIn", "inRound", "answers", "hasSource")}
WIDE = {KG + name for name in ("raises", "gives")}
# What rules ask of a finding or a force the other way round: its lineages, reviews and registered facts.
BACK = tuple(KG + name for name in ("earlier", "ofEarlier", "subject"))


def hop(fresh: Iterable[str], store: Readable) -> list[str]:
    """Statements of the store about every subject and object of `fresh`, and about what the rules over two things look at."""
    quads = list(ox.parse("\n".join(fresh), ox.RdfFormat.N_TRIPLES))
    near = {q.subject.value for q in quads} | {
        o.value for q in quads if isinstance(o := q.object, ox.NamedNode) and o.value.startswith(OURS)
    }
    lines: set[str] = set()
    for _ in range(2):
        near = {iri for iri in near if iri.startswith(OURS)}
        found = [t for iri in sorted(near) for t in store.triples(iri)]
        lines.update(f"{t} ." for t in found if t.predicate.value not in WIDE)
        near = {t.object.value for t in found if t.predicate.value in FAR}
    lines.update(_back(quads, store))
    return sorted(lines | set(_ties(store)) | set(_kinds(Facts(lines), store)))


def _back(quads: Iterable[ox.Quad], store: Readable) -> Iterator[str]:
    """What points at the findings that gain a statement, and at the forces that they are on."""
    ends = {q.subject for q in quads if "/finding/" in q.subject.value} | {q.object for q in quads if q.predicate.value == KG + "force"}
    for end in sorted(ends, key=str):
        for pointing in (t.subject.value for predicate in BACK for t in store.triples(None, predicate, end)):
            yield from (f"{t} ." for t in store.triples(pointing))


def _ties(store: Readable) -> Iterator[str]:
    """Tenures and memberships: few, and no statement of a letter points at them."""
    for kind in sorted(TIES):
        for typed in store.triples(None, TYPE, ox.NamedNode(kind)):
            yield from (f"{t} ." for t in store.triples(typed.subject.value))


def _kinds(facts: Facts, store: Readable) -> Iterator[str]:
    """The classes and schemes of what the context itself points at."""
    objects = {
        o
        for said in facts.of.values()
        for values in said.values()
        for o in values
        if isinstance(o, ox.NamedNode) and o.value.startswith(OURS)
    }
    for thing in sorted(o.value for o in objects if o not in facts.of):
        yield from (f"{t} ." for predicate in (TYPE, SCHEME) for t in store.triples(thing, predicate))
