"""Linked data: `/id` points, `/doc` describes, and what is not there is said in words and never a traceback."""

from __future__ import annotations

import pytest
import rdflib
from flask.testing import FlaskClient

from exports.rdf import FORMATS
from knowledge.store import Readable
from server import create_app
from tests.real import real_store


@pytest.fixture(scope="module")
def store() -> Readable:
    return real_store()


@pytest.fixture(scope="module")
def client(store: Readable) -> FlaskClient:
    return create_app(store).test_client()


def test_an_identifier_points_at_its_description(client: FlaskClient) -> None:
    answer = client.get("/id/force/west-mercia")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/doc/force/west-mercia")


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/turtle", "text/turtle"),
        ("application/ld+json;q=0.9, text/turtle;q=0.5", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("text/csv", "text/csv"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
    ],
)
def test_a_description_comes_in_the_form_that_is_liked_best(client: FlaskClient, accept: str, media: str) -> None:
    answer = client.get("/doc/theme/mash", headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, media)
    assert "Accept" in answer.headers["Vary"] and 'rel="alternate"' in answer.headers["Link"]


def test_every_rdf_form_says_the_same(client: FlaskClient) -> None:
    forms = {"ttl": "turtle", "nt": "nt", "rdf": "xml", "jsonld": "json-ld"}
    graphs = [rdflib.Graph().parse(data=client.get(f"/doc/theme/mash.{suffix}").data, format=form) for suffix, form in forms.items()]
    assert len(graphs[0]) > 5
    assert all(set(graph) == set(graphs[0]) for graph in graphs)


def test_every_thing_of_the_graph_gives_triples_about_itself(client: FlaskClient, store: Readable) -> None:
    base = store.manifest.base
    subjects = sorted({t.subject.value for t in store.triples() if t.subject.value.startswith(base + "id/")})[::97]
    assert len(subjects) > 20
    said = {iri: client.get(iri.removeprefix(base.rstrip("/")).replace("/id/", "/doc/", 1) + ".nt").text for iri in subjects}
    assert [iri for iri, text in said.items() if f"<{iri}>" not in text] == []


@pytest.mark.parametrize("path", ["/doc/force/west%20mercia", "/doc/letter/%22%3E", "/id/a%20b/%3Cx", "/doc/force/west-merica", "/id/nothing/here"])
def test_what_is_not_there_is_said_so(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_misspelt_force_is_answered_with_the_nearest(client: FlaskClient) -> None:
    assert "west-mercia" in client.get("/doc/force/west-merica", headers={"Accept": "text/turtle"}).text


@pytest.mark.parametrize(("path", "accept"), [("/doc/force/west-mercia.xls", "*/*"), ("/doc/force/west-mercia.", "*/*"), ("/doc/force/west-mercia", "image/png")])
def test_a_form_that_is_not_there_is_answered_with_those_that_are(client: FlaskClient, path: str, accept: str) -> None:
    answer = client.get(path, headers={"Accept": accept})
    assert answer.status_code == 406 and "text/turtle" in answer.text


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_export_read_back_is_the_graph(client: FlaskClient, store: Readable, name: str) -> None:
    import pyoxigraph as ox

    triples = {str(q.triple) for q in ox.parse(client.get(f"/export/{name}").data, FORMATS[name])}
    assert triples == {str(t) for t in store.triples()}


def test_an_export_is_the_same_bytes_and_is_not_sent_twice(client: FlaskClient) -> None:
    first, second = client.get("/export/turtle"), client.get("/export/turtle")
    assert first.data == second.data and first.headers["X-Peelgraph-Digest"] == second.headers["X-Peelgraph-Digest"]
    assert client.get("/export/turtle", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", ["/.well-known/void", "/catalog", "/ontology", "/ontology/shapes"])
def test_what_describes_the_graph_parses_as_turtle(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Accept": "text/turtle"})
    assert len(rdflib.Graph().parse(data=answer.text, format="turtle")) > 5


def test_the_example_in_void_is_a_thing_of_this_graph(client: FlaskClient, store: Readable) -> None:
    graph = rdflib.Graph().parse(data=client.get("/.well-known/void").text, format="turtle")
    example = graph.value(None, rdflib.URIRef("http://rdfs.org/ns/void#exampleResource")) or next(
        graph.objects(None, rdflib.URIRef("http://rdfs.org/ns/void#exampleResource"))
    )
    assert next(store.triples(str(example)), None) is not None
