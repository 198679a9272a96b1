"""Things as pages for people, and what is said where there is no such thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
from flask import Response, current_app

from exports.rdf import serialise
from knowledge import dates, things
from knowledge.index import Index
from knowledge.questions import Question
from knowledge.store import Readable, value
from knowledge.terms import PREFIXES, thing
from knowledge.triples import full
from web.errors import Fault, NotFound, answer, prefers_html
from web.explorer.letter import letter
from web.explorer.lineage import lineage
from web.explorer.page import page
from web.explorer.site import Site
from web.explorer.words import address, span_words

__all__ = ["fault_page", "nothing_here", "ontology_page", "resource_page", "sorry"]

VALUES, LINKS, FACTS, TURTLE_LINES = 24, 8, 60, 24
OFFICES = dict.fromkeys(("pcc", "pfcc", "mayor"), "Held to account by")
INNER = ("quote", "lineage", "selector", "fact")
SENTENCES = {
    "force": "A police force.",
    "person": "Someone who wrote, received or is named in a letter, or held an office.",
    "report": "A report of the inspectorate that a letter answers or names.",
    "theme": "A subject that findings are about.",
    "alliance": "Forces that worked as one for a time.",
    "response": "What a letter answers to a finding.",
    "judgement": "A grade, as a letter tells of it.",
    "recurrence": "A link between a finding and a later one.",
    "review": "What a named reader decided on two passages.",
    "document": "A file’s text: the source that quotes are counted in.",
    "deadline": "How a letter stands to the time limit of a report that it answers.",
}


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


def the_site() -> Site:
    """The release that this application serves."""
    return current_app.jinja_env.globals["site"]  # type: ignore[return-value]


def resource_page(questions: dict[str, Question], store: Readable, index: Index, kind: str, slug: str, triples: list[ox.Triple]) -> str:
    """The page of `/doc/{kind}/{slug}`; `triples` are what the graph says of the thing and what points at it."""
    site = the_site()
    found = index.get(slug, kind)
    if isinstance(found, things.Letter):
        return letter(site, found).html
    if isinstance(found, things.Finding):
        return lineage(site, found).html
    iri = thing(kind, slug)
    own = [triple for triple in triples if triple.subject.value == iri]
    back = [triple for triple in triples if triple.subject.value != iri]
    label = found.name if found and found.name else _label(own) or slug
    return page(
        site,
        "resource.html",
        label,
        here=f"/doc/{kind}/{slug}",
        kind=kind,
        iri=iri,
        sentence=_definition(found) or SENTENCES.get(kind, "A thing of the graph."),
        facts=facts(site, own),
        letters=in_the_letters(site, kind, slug, found),
        stated=offices(site, found) + registered(site, back),
        back=links_back(site, back),
        turtle="\n".join(serialise(own, "turtle").decode().splitlines()[:TURTLE_LINES]),
        drawable=kind in ("report", "person", "theme", "force"),
    ).html


def _label(own: list[ox.Triple]) -> str | None:
    return next((t.object.value for t in own if t.predicate.value in (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel")), None)


def _definition(found: Any) -> str | None:
    return getattr(found, "definition", None) or None


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


def in_the_letters(site: Site, kind: str, slug: str, found: Any) -> list[tuple[str, str]]:
    """Where to read on: lists and questions about this thing, with true counts."""
    index = site.index
    if isinstance(found, things.Force):
        written = site.letters_of[found.slug]
        raised = sum(1 for finding in index.findings if finding.force is found)
        pair = site.pair
        told = index.recurrences_between(*pair, force=found).coverage
        return [
            (f"{written:,} letters", address("/letters", force=slug)),
            (f"{raised:,} findings", address("/findings", force=slug)),
            (f"{told.recurring} of {told.findings} findings of {pair[0]} found again in {pair[1]}", address("/questions/recurrences", **{"from": pair[0], "to": pair[1], "force": slug})),
            ("Grades", address("/questions/judgement_history", force=slug)),
            ("Letters and the time limit", address("/questions/deadlines", force=slug)),
        ]
    if isinstance(found, things.Person):
        wrote, got = (sum(1 for one in index.letters if getattr(one, role) is found) for role in ("author", "addressee"))
        told = [(f"{wrote:,} letters written", address("/letters", author=slug)), (f"{got:,} letters received", address("/letters", addressee=slug))]
        return [row for row, n in zip(told, (wrote, got), strict=True) if n]
    if isinstance(found, things.Report):
        answering = [(f"Answered in the letter of {one.name}", f"/doc/letter/{one.slug}") for one in found.letters]
        return [(f"{len(found.findings):,} findings", address("/findings", report=slug)), *answering]
    if isinstance(found, things.Theme):
        about = sum(1 for finding in index.findings if found in finding.themes)
        return [(f"{about:,} findings", address("/findings", theme=slug)), ("By year", address("/questions/findings_by_theme", theme=slug))]
    return []


def sorry(index: Index, status: int, kind: str, slug: str) -> Response:
    """No such thing: the nearest ones, in the dress of the house, or a sentence for programs."""
    near = index.nearest(kind, slug[:200])
    hint = f" Did you mean '{near}'?" if near else ""
    fault = NotFound(f"There is no {kind} '{slug[:200]}'.{hint}")
    fault.status = status
    if not prefers_html():
        return answer(fault)
    found = index.get(near, kind) if near else None
    offers = [(found.name or near, f"/doc/{kind}/{near}")] if found else []
    return page(the_site(), "sorry.html", fault.title, here="/data", status=status, sentence=fault.message, offers=offers).response()


def nothing_here(site: Site, path: str) -> Response:
    """No such page."""
    words = path.strip("/").replace("/", " ")[:100]
    offers = [("Search for it", address("/search", q=words.replace("-", " ")))]
    return page(site, "sorry.html", "There is no such page", here="/", status=404, sentence=f"There is no page '{path[:200]}'.", offers=offers).response()


def fault_page(site: Site, fault: Fault) -> Response:
    """A fault of a request to one of our pages: a page for people, JSON for programs."""
    if not prefers_html():
        return answer(fault)
    word = fault.message.rsplit("Did you mean '", 1)[-1].partition("'")[0] if "Did you mean '" in fault.message else None
    offers = [(site.questions[word].sentence, f"/questions/{word}")] if word in site.questions else []
    return page(site, "sorry.html", fault.title, here="/questions", status=fault.status, sentence=fault.message, offers=offers).response()


def ontology_page(index: Index, name: str, triples: list[ox.Triple]) -> str:
    """The words of the graph, or its shapes, as a page: each term with its definition."""
    site = the_site()
    by_subject: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode):
            by_subject[triple.subject.value][curie(triple.predicate.value)].append(triple.object.value)
    terms = [(curie(iri), iri, said) for iri, said in sorted(by_subject.items()) if "skos:definition" in said or "sh:message" in said or "skos:prefLabel" in said]
    shapes = "shapes" in name
    return page(site, "ontology.html", "The shapes" if shapes else "The ontology", here="/ontology/shapes" if shapes else "/ontology", terms=terms, shapes=shapes).html
