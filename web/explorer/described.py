"""What the graph and the registers say of a thing, as rows for people: each with its source, both values where sources disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from knowledge import dates, things
from knowledge.store import value
from knowledge.triples import full
from web.explorer.labels import HELD_BY, curie, fact_name, fact_value, office_name, property_name, shown
from web.explorer.site import Site
from web.explorer.words import href, span_words

__all__ = ["Fact", "Stated", "facts", "links_back", "offices", "registered"]

VALUES, LINKS, FACTS = 24, 8, 60
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
    """A registered fact: its name, when it holds, and each value with its page, sources and whether it is confirmed."""

    label: str
    span: str
    values: list[tuple[str, str | None, str, bool]]


def facts(site: Site, own: list[ox.Triple]) -> list[Fact]:
    """Every property with its values; several values of one stand together, joined by *or* where they disagree."""
    held: dict[str, list[Any]] = defaultdict(list)
    for triple in own:
        held[triple.predicate.value].append(triple.object)
    return [
        Fact(property_name(iri), curie(iri), [shown(site, term, iri) for term in terms[:VALUES]], max(0, len(terms) - VALUES))
        for iri, terms in sorted(held.items(), key=lambda pair: curie(pair[0]))
    ]


def links_back(site: Site, back: Iterable[ox.Triple]) -> list[Fact]:
    """What points here, by the property read backwards; at most eight of each, and how many more."""
    held: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for triple in back:
        if not any(f"/id/{kind}/" in triple.subject.value for kind in INNER):
            held[triple.predicate.value].append(shown(site, triple.subject))
    return [
        Fact(property_name(iri), curie(iri), sorted(found, key=lambda row: (row[0], row[1] or ""))[:LINKS], max(0, len(found) - LINKS))
        for iri, found in sorted(held.items(), key=lambda pair: curie(pair[0]))
    ]


def registered(site: Site, back: Iterable[ox.Triple]) -> list[Stated]:
    """What the registers state of a thing, each fact with its source; several values of one stand together."""
    found: dict[tuple[str, str], list[tuple[str, str | None, str, bool]]] = defaultdict(list)
    for triple in back:
        if triple.predicate.value == full("kg:subject"):
            said = {one.predicate.value: value(one.object) for one in site.store.triples(triple.subject.value)}
            span = span_words(said.get(full("kg:from")), said.get(full("kg:to"))) if full("kg:from") in said or full("kg:to") in said else ""
            name, sources = str(said.get(full("kg:property"), "")), str(said.get(full("kg:factSource"), ""))
            told = (*fact_value(site, name, str(said.get(full("kg:value"), ""))), sources, bool(said.get(full("kg:confirmed"), True)))
            found[name, span].append(told)
    return [Stated(fact_name(site, name), span, sorted(set(told), key=str)[:VALUES]) for (name, span), told in sorted(found.items())][:FACTS]


def _value(thing: Any, tenure: things.Tenure) -> tuple[str, str | None, str, bool]:
    return thing.name, href(thing), " | ".join(tenure.sources), tenure.confirmed


def offices(site: Site, found: Any) -> list[Stated]:
    """Who held which office of a force, or which offices a person held, from the registers of tenures and alliances."""
    is_person = isinstance(found, things.Person)
    mine = [t for t in site.index.tenures if t.office and t.holder and (t.holder if is_person else t.office.force) is found]
    rows = [
        Stated(
            t.office.name if is_person else office_name(t.office.kind),  # type: ignore[union-attr]
            span_words(t.start, t.end),
            [_value(t.office if is_person else t.holder, t)],
        )
        for t in sorted(mine, key=lambda t: (office_name(t.office.kind) != HELD_BY, t.office.kind, dates.order(t.start)))  # type: ignore[union-attr]
    ]
    rows = rows if found else []
    for alliance in site.index.alliances:
        rows += [Stated("Member of", span_words(a, b), [(alliance.name, href(alliance), "", True)]) for force, a, b in alliance.members if force is found]
    return rows
