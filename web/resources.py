"""Linked data: `/id` points, `/doc` describes in the form that is asked for, `/ontology` says what the words mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain

import pyoxigraph as ox
from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as Redirect

from exports.compact import compact
from exports.rdf import serialise
from exports.tables import statements_csv
from knowledge.index import Index
from knowledge.questions import Question
from knowledge.store import Readable
from knowledge.terms import PREFIXES, thing
from knowledge.vocabulary import ontology_text, ontology_triples
from web.dataset import dataset_routes
from web.errors import NotFound
from web.explorer import ontology_page, resource_page, sorry
from web.negotiation import best, tagged

__all__ = ["resources_blueprint"]

SLUG = re.compile(r"[a-z0-9-]+")
Writer = Callable[[Iterable[ox.Triple]], bytes]
FORMS: dict[str, tuple[str, Writer]] = {
    "ttl": ("text/turtle", lambda triples: serialise(triples, "turtle")),
    "jsonld": ("application/ld+json", compact),
    "nt": ("application/n-triples", lambda triples: serialise(triples, "ntriples")),
    "rdf": ("application/rdf+xml", lambda triples: serialise(triples, "rdfxml")),
    "csv": ("text/csv", statements_csv),
}
TYPES = {"text/html": "html"} | {media: suffix for suffix, (media, _) in FORMS.items()}


def _wanted(suffix: str | None, offered: dict[str, str]) -> str | None:
    """The suffix of the form that is asked for by name, else by Accept; `None` if it is none of `offered`."""
    if suffix is not None:
        return suffix if suffix in offered.values() else None
    return offered.get(best(offered) or "")


def _not_acceptable(path: str, offered: dict[str, str]) -> Response:
    lines = [f"{media}\t{path}.{suffix}" for media, suffix in offered.items()]
    return Response("Not to be had in that form. There is:\n" + "\n".join(lines) + "\n", 406, content_type="text/plain; charset=utf-8")


def _dressed(response: Response, path: str, offered: dict[str, str]) -> Response:
    """With its other forms as links (RFC 8288) and what the choice depended on."""
    for media, suffix in offered.items():
        response.headers.add("Link", f'<{path}.{suffix}>; rel="alternate"; type="{media}"')
    response.headers["Vary"] = "Accept"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return tagged(response)


def _is_known(store: Readable, kind: str, slug: str) -> bool:
    """Whether the graph says anything of it; a slug is `[a-z0-9-]+` (CONTRACT section 0)."""
    if not (SLUG.fullmatch(kind) and SLUG.fullmatch(slug)):
        return False
    iri = thing(kind, slug)
    return next(chain(store.triples(iri), store.triples(None, None, ox.NamedNode(iri))), None) is not None


@cache
def _parsed(name: str) -> list[ox.Triple]:
    """The statements of one of our own Turtle files; it does not change while we run."""
    return ontology_triples(name)


@cache
def _version() -> str:
    """What the last part of the ontology's version IRI is."""
    return next(t.object.value for t in _parsed("core.ttl") if t.predicate.value == PREFIXES["owl"] + "versionIRI").rpartition("/")[2]


def _about(store: Readable, iri: str) -> list[ox.Triple]:
    """What the graph says of a thing, then what points at it; in order, so that the bytes are the same each time."""
    found = chain(store.triples(iri), store.triples(None, None, ox.NamedNode(iri)))
    return sorted(set(found), key=lambda t: (t.subject.value != iri, str(t)))


def _form(wanted: str, triples: list[ox.Triple], page: Callable[[], str]) -> Response:
    """Some statements in one of `FORMS`, or as the page that is made of them."""
    if wanted == "html":
        return Response(page(), content_type="text/html; charset=utf-8")
    media, writer = FORMS[wanted]
    return Response(writer(triples), content_type=f"{media}; charset=utf-8" if media.startswith("text/") else media)


def _ontology(name: str, path: str, suffix: str | None) -> Response:
    """Our own Turtle files of these names, as one thing."""
    wanted = _wanted(suffix, TYPES)
    if wanted is None:
        return _not_acceptable(path, TYPES)
    triples = [triple for part in name.split() for triple in _parsed(part)]
    return _dressed(_form(wanted, triples, lambda: ontology_page(name, triples)), path, TYPES)


def resources_blueprint(questions: dict[str, Question], store: Readable, index: Index) -> Blueprint:
    """`/id/{type}/{slug}` → 303 → `/doc/{type}/{slug}[.suffix]`; `/ontology`, `/ontology/shapes`; exports, VoID and DCAT."""
    window = Blueprint("resources", __name__)

    @window.get("/id/<kind>/<slug>")
    def identify(kind: str, slug: str) -> Redirect | Response:
        if not _is_known(store, kind, slug):
            return sorry(index, 404, kind, slug)
        return redirect(f"/doc/{kind}/{slug}", 303)

    @window.get("/doc/<kind>/<name>")
    def describe(kind: str, name: str) -> Response:
        slug, dot, suffix = name.partition(".")
        if not _is_known(store, kind, slug):
            return sorry(index, 404, kind, slug)
        path, wanted = f"/doc/{kind}/{slug}", _wanted(suffix if dot else None, TYPES)
        if wanted is None:
            return _not_acceptable(path, TYPES)
        triples = _about(store, thing(kind, slug))
        return _dressed(_form(wanted, triples, lambda: resource_page(index, kind, slug, triples)), path, TYPES)

    @window.get("/ontology")
    @window.get("/ontology.<suffix>")
    def ontology(suffix: str | None = None) -> Response:
        return _ontology("core.ttl concepts.ttl", "/ontology", suffix)

    @window.get("/ontology/<version>")
    def one_version(version: str) -> Response:
        if version != _version():
            raise NotFound(f"There is no version '{version[:50]}' of the ontology here. There is '{_version()}'.")
        return ontology()

    @window.get("/ontology/shapes")
    @window.get("/ontology/shapes.<suffix>")
    def shapes(suffix: str | None = None) -> Response:
        return _ontology("shapes.ttl", "/ontology/shapes", suffix)

    @window.get("/ontology/context.jsonld")
    def context() -> Response:
        response = Response(ontology_text("context.jsonld"), content_type="application/ld+json")
        response.headers["Access-Control-Allow-Origin"] = "*"
        return tagged(response)

    dataset_routes(window, store, index)
    return window


