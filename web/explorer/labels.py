"""What a term, a thing, a registered fact and a value are called on a page: never by their keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import pyoxigraph as ox

from knowledge import things
from knowledge.terms import PREFIXES, thing
from knowledge.triples import full
from knowledge.vocabulary import ontology_triples
from web.explorer.site import Site
from web.explorer.words import counted, href, said_date, short_title, upper_first

__all__ = ["HELD_BY", "curie", "definition_of", "fact_name", "fact_value", "office_name", "on_reports", "property_name", "shown", "thing_name"]

HELD_BY = "Held to account by"
OFFICES = dict.fromkeys(("pcc", "pfcc", "mayor", "common-council"), HELD_BY) | {
    "hmi": "HM Inspector",
    "hmcic": "HM Chief Inspector",
    "home-secretary": "Home Secretary",
}
FOREIGN = {
    "rdfs:label": "Label",
    "rdf:type": "Kind of thing",
    "skos:prefLabel": "Name",
    "skos:altLabel": "Also called",
    "skos:hiddenLabel": "Found by",
    "skos:notation": "Notation",
    "foaf:name": "Name",
}
FACTS = {"home-office-number": "Home Office number", "alias": "Also called", "office-kind": "Kind of office", "post-in": "A post in", "used-by": "Used by"}
KINDS = {"national-report": "report", "oversees": "force", "used-by": "force", "post-in": "body"}
WORDED = {full(f"kg:{name}") for name in ("officeKind", "bodyKind", "eventKind", "claimKind", "countedKind")}
DATE = re.compile(r"(\d{4}-\d{2}(-\d{2})?|\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2})")
PAGES = ("https://", "http://")
Shown = tuple[str, str | None]
"""Words, and the page or address that they lead to."""


def curie(iri: str) -> str:
    """`kg:oversees`, or the IRI where no prefix of ours fits."""
    fits = [(len(start), name, iri[len(start) :]) for name, start in PREFIXES.items() if iri.startswith(start) and name != "id"]
    return f"{max(fits)[1]}:{max(fits)[2]}" if fits else iri


@cache
def _terms(said: str = "skos:prefLabel") -> dict[str, str]:
    """What is said of every term of ours, by IRI: its label, if nothing else is asked for."""
    return {triple.subject.value: triple.object.value for triple in ontology_triples("core.ttl") if triple.predicate.value == full(said)}


def property_name(iri: str) -> str:
    """A property or class as the ontology calls it; one of others by the last part of its IRI: `Was derived from`."""
    name = iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
    return upper_first(_terms().get(iri) or FOREIGN.get(curie(iri)) or words)


def thing_name(site: Site, iri: str) -> str:
    """What a thing is called."""
    found = site.index.get(iri)
    if isinstance(found, things.Letter):
        return found.name + on_reports(found)
    return found.name if found and found.name else _label(site, iri) or iri.partition("/id/")[2] or curie(iri)


def on_reports(letter: things.Letter) -> str:
    """The reports that a letter answers, after its name: one author writes several letters on one day."""
    titles = [short_title(report.title, 60) for report in letter.reports[:2]]
    more = len(letter.reports) - len(titles)
    if not titles:
        return f", which names no report (from character {letter.start:,})"
    return f", on {'; '.join(titles)}" + (f" and {counted(more, 'more report')}" if more else "")


def _label(site: Site, iri: str) -> str | None:
    named = next(iter(site.store.triples(iri, full("rdfs:label"))), None)
    return named.object.value if named else None


def shown(site: Site, term: Any, of: str = "") -> Shown:
    """A value of the property `of` in words, and its page or address."""
    if isinstance(term, ox.Literal):
        return _literal(site, term, of)
    iri = term.value
    _, _, local = iri.partition("/id/")
    if iri.startswith(PREFIXES["id"]) and local:
        return thing_name(site, iri), f"/doc/{local}"
    if iri in _terms():
        return upper_first(_terms()[iri]), f"/ontology#{iri.rsplit('#', 1)[-1]}"
    return curie(iri), iri if iri.startswith(PAGES) else None


def _literal(site: Site, term: ox.Literal, of: str) -> Shown:
    told = term.value
    if term.datatype.value.endswith("#boolean"):
        return ("yes" if told == "true" else "no"), None
    if of == full("kg:property"):
        return fact_name(site, told), None
    if of in WORDED:
        return told.replace("-", " "), None
    parts = told.split()
    if parts and all(part.startswith(PREFIXES["id"]) for part in parts):
        return " → ".join(thing_name(site, part) for part in parts), None
    return (said_date(told) if DATE.fullmatch(told) else told), told if told.startswith(PAGES) and len(parts) == 1 else None


def definition_of(classes: Iterable[str]) -> str | None:
    """What the ontology says that a thing of these classes is."""
    return next((_terms("skos:definition")[iri] for iri in classes if iri in _terms("skos:definition")), None)


def office_name(kind: str) -> str:
    """What holders of an office are to a force: `Chief constable`, `HM Inspector`."""
    return OFFICES.get(kind) or upper_first(kind.replace("-", " "))


def fact_name(site: Site, name: str) -> str:
    """A registered fact's name; a grade by its round: `PEEL 2014: effectiveness, anti-social behaviour`."""
    slug, *parts = name.split("/")
    held = site.index.get(slug, "round") if parts else None
    if held:
        return f"{held.name}: {', '.join(parts)}"
    return FACTS.get(name) or upper_first(name.replace("-", " "))


def fact_value(site: Site, name: str, told: str) -> Shown:
    """A registered fact's value: a thing by its name, a date in words, an office by its kind, an address as a link."""
    if name in KINDS:
        kind = KINDS[name]
        found = site.index.get(told, kind)
        return (found.name or told, href(found)) if found else (_label(site, thing(kind, told)) or told, f"/doc/{kind}/{told}")
    if name == "office-kind":
        return told.replace("-", " "), None
    return (said_date(told) if DATE.fullmatch(told) else told), told if told.startswith(PAGES) else None
