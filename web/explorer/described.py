"""What the graph and the registers say of a thing, as rows for people: each with its source, both values where sources disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from knowledge import dates, things
from knowledge.store import value
from knowledge.terms import PREFIXES
from knowledge.triples import full
from web.explorer.site import Site
from web.explorer.words import span_words

__all__ = ["Fact", "Stated", "curie", "facts", "links_back", "offices", "registered"]

VALUES, LINKS, FACTS = 24, 8, 60
OFFICES = dict.fromkeys(("pcc", "pfcc", "mayor"), "Held to account by")
INNER = ("quote", "lineage", "selector", "fact")


@dataclass(frozen=True)
class Fact:
    """A property with its CURIE and values; each value is words, a page if it has one, and a source if one is stated."""

    label: str
    curie: str
    values: list[tuple[str, str | None]]
    more: int = 0


@dataclass(frozen=True)
class Stated:
    """A registered fact: its name, when it holds, and each value with its source and whether a second source confirms it."""

    label: str
    span: str
    values: list[tuple[str, str, bool]]


def curie(iri: str) -> str:
    """`kg:oversees`, or the IRI where no prefix of ours fits."""
    fits = [(len(start), name, iri[len(start) :]) for name, start in PREFIXES.items() if iri.startswith(start) and name != "id"]
    return f"{max(fits)[1]}:{max(fits)[2]}" if fits else iri


def worded(iri: str) -> str:
    """A property's name as words: `wasDerivedFrom` is `was derived from`."""
    name = iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip().capitalize()


def shown(site: Site, term: Any) -> tuple[str, str | None]:
    """A value in words, and its page or address."""
    if isinstance(term, ox.Literal):
        return term.value, None
    _, _, local = term.value.partition("/id/")
    if term.value.startswith(PREFIXES["id"]) and local:
        found = site.index.get(term.value)
        name = found.name if found and found.name else local
        return name, f"/doc/{local}"
    return curie(term.value), term.value if term.value.startswith("http") else None


def facts(site: Site, own: list[ox.Triple]) -> list[Fact]:
    """Every property with its values; several values of one stand together, joined by *or* where they disagree."""
    held: dict[str, list[Any]] = defaultdict(list)
    for triple in own:
        held[triple.predicate.value].append(triple.object)
    return [
        Fact(worded(iri), curie(iri), [shown(site, term) for term in terms[:VALUES]], max(0, len(terms) - VALUES))
        for iri, terms in sorted(held.items(), key=lambda pair: curie(pair[0]))
    ]


def links_back(site: Site, back: Iterable[ox.Triple]) -> list[tuple[str, list[tuple[str, str | None]], int]]:
    """What points here, by the property read backwards; at most eight of each, and how many more."""
    by_curie: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for triple in back:
        if not any(f"/id/{kind}/" in triple.subject.value for kind in INNER):
            by_curie[curie(triple.predicate.value)].append(shown(site, triple.subject))
    return [(name, sorted(found, key=lambda row: (row[0], row[1] or ""))[:LINKS], max(0, len(found) - LINKS)) for name, found in sorted(by_curie.items())]


def registered(site: Site, back: Iterable[ox.Triple]) -> list[Stated]:
    """What the registers state of a thing, each fact with its source; several values of one stand together."""
    found: dict[tuple[str, str], list[tuple[str, str, bool]]] = defaultdict(list)
    for triple in back:
        if triple.predicate.value == full("kg:subject"):
            said = {one.predicate.value: value(one.object) for one in site.store.triples(triple.subject.value)}
            span = span_words(said.get(full("kg:from")), said.get(full("kg:to"))) if full("kg:from") in said or full("kg:to") in said else ""
            told = (str(said.get(full("kg:value"), "")), str(said.get(full("kg:factSource"), "")), bool(said.get(full("kg:confirmed"), True)))
            found[(str(said.get(full("kg:property"), "")), span)].append(told)
    return [Stated(name.replace("-", " ").capitalize(), span, sorted(set(told))[:VALUES]) for (name, span), told in sorted(found.items())][:FACTS]


def offices(site: Site, found: Any) -> list[Stated]:
    """Who held which office of a force, or which offices a person held, from the registers of tenures and alliances."""
    is_person = isinstance(found, things.Person)
    mine = [t for t in site.index.tenures if t.office and t.holder and (t.holder if is_person else t.office.force) is found]
    rows = [
        Stated(
            t.office.name if is_person else OFFICES.get(t.office.kind, t.office.kind.replace("-", " ").capitalize()),  # type: ignore[union-attr]
            span_words(t.start, t.end),
            [(t.office.name if is_person else t.holder.name, " | ".join(t.sources), t.confirmed)],  # type: ignore[union-attr]
        )
        for t in sorted(mine, key=lambda t: (t.office.kind not in OFFICES, t.office.kind, dates.order(t.start)))  # type: ignore[union-attr]
    ]
    rows = rows if found else []
    for alliance in site.index.alliances:
        rows += [Stated("Member of", span_words(a, b), [(alliance.name, "", True)]) for force, a, b in alliance.members if force is found]
    return rows
