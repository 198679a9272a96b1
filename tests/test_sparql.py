"""The SPARQL window: the W3C's protocol tests, and what it must never do."""

from __future__ import annotations

import json
import socket
import threading
import time
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from flask import Flask
from rdflib.collection import Collection
from rdflib.namespace import RDFS

from knowledge.store import Store
from web.sparql import sparql_blueprint
from web.sparql.guard import Refused, check

W3C = Path(__file__).parent / "w3c"
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
MANIFEST = rdflib.Graph().parse(W3C / "sparql11-protocol-manifest.ttl", publicID=W3C.as_uri() + "/")
TABULAR = {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"}
RDF_TYPES = {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"}


def application(store: Any, seconds: str = "10", monkeypatch: pytest.MonkeyPatch | None = None) -> Flask:
    if monkeypatch:
        monkeypatch.setenv("PEELGRAPH_QUERY_SECONDS", seconds)
    app = Flask(__name__)
    app.register_blueprint(sparql_blueprint({}, store, None))  # type: ignore[arg-type]
    return app


def query_tests() -> list[rdflib.term.Node]:
    entries = Collection(MANIFEST, MANIFEST.value(None, rdflib.RDF.type, MF.Manifest) and next(MANIFEST.objects(None, MF.entries)))
    return [e for e in entries if "update" not in str(e).rpartition("#")[2]]


@pytest.fixture(scope="module")
def suite() -> Flask:
    """A service over the suite's three graphs."""
    engine = ox.Store()
    for data in set(MANIFEST.objects(None, UT.graphData)):
        name, file = MANIFEST.value(data, RDFS.label), MANIFEST.value(data, UT.graph)
        lines = (W3C / str(file).rpartition("/")[2]).read_bytes()
        engine.load(lines, ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(str(name)))
    return application(Store.as_store(engine))


def send(app: Flask, call: rdflib.term.Node) -> Any:
    body = MANIFEST.value(call, HT.body)
    headers = MANIFEST.value(call, HT.headers)
    pairs = (
        [(str(MANIFEST.value(h, HT.fieldName)), str(MANIFEST.value(h, HT.fieldValue))) for h in Collection(MANIFEST, headers)]
        if headers
        else []
    )
    data = str(MANIFEST.value(body, CNT.chars)).encode(str(MANIFEST.value(body, CNT.characterEncoding))) if body else None
    path = str(MANIFEST.value(call, HT.absolutePath)).replace("/sparql/", "/sparql", 1)
    return app.test_client().open(path, method=str(MANIFEST.value(call, HT.methodName)), data=data, headers=pairs)


def test_the_suite_has_its_twenty_query_tests() -> None:
    assert len(query_tests()) == 20


@pytest.mark.parametrize("entry", query_tests(), ids=lambda e: str(e).rpartition("#")[2])
def test_w3c_protocol(suite: Flask, entry: rdflib.term.Node) -> None:
    requests = Collection(MANIFEST, MANIFEST.value(MANIFEST.value(entry, MF.action), HT.requests))
    assert len(requests) > 0
    for call in requests:
        answer, expected = send(suite, call), MANIFEST.value(call, HT.resp)
        statuses = {str(s)[-3] for s in MANIFEST.objects(expected, MF.expectedStatus)}
        assert str(answer.status_code)[0] in statuses, answer.text
        truth, form = MANIFEST.value(expected, MF.expectedBoolean), MANIFEST.value(expected, MF.expectedFormat)
        if truth is not None:
            assert json.loads(answer.text)["boolean"] is truth.toPython()
        if form is not None:
            assert answer.mimetype in (RDF_TYPES if str(form) == "RDF" else TABULAR)


def test_a_get_without_a_query_is_answered_with_a_description_of_the_service(suite: Flask) -> None:
    answer = suite.test_client().get("/sparql", headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=answer.text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    service = graph.value(None, rdflib.RDF.type, sd.Service)
    assert graph.value(service, sd.endpoint) == service
    assert sd.SPARQL11Query in graph.objects(service, sd.supportedLanguage)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service\tsilent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        r"SELECT * { \u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { # a comment\n SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { FILTER(1<2)SERVICE<http://127.0.0.1:9/>{} }",
        "LOAD <http://127.0.0.1:9/>",
        "INSERT DATA { <a> <b> <c> }",
    ],
)
def test_what_would_call_out_or_write_is_refused(query: str) -> None:
    with pytest.raises(Refused):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "SERVICE" }',
        "SELECT * { ?s ?p '''it's a SERVICE''' }",
        "SELECT * { <http://a.example/SERVICE> ?p ?service }",
        "PREFIX service: <http://a.example/> SELECT * { ?s service:SERVICE ?o } # SERVICE",
        "PREFIX x: <http://a.example/> SELECT * { ?s x:service-load ?o }",
        "SELECT ?load { ?load ?insert ?delete }",
    ],
)
def test_the_word_service_in_strings_names_and_comments_is_nothing_to_refuse(query: str) -> None:
    check(query)


def test_a_service_query_never_connects() -> None:
    called = threading.Event()
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(2)
        port = listener.getsockname()[1]

        def wait() -> None:
            try:
                listener.accept()[0].close()
                called.set()
            except OSError:
                pass

        thread = threading.Thread(target=wait)
        thread.start()
        client = application(Store.of("")).test_client()
        statuses = [
            client.get("/sparql", query_string={"query": text.format(port)}).status_code
            for text in (
                "SELECT * {{ SERVICE <http://127.0.0.1:{}/> {{ ?s ?p ?o }} }}",
                "SELECT * FROM <http://127.0.0.1:{}/> {{ ?s ?p ?o }}",
            )
        ]
        thread.join()
    assert statuses == [400, 200]
    assert not called.is_set()


def test_a_heavy_query_is_cut_off_and_a_small_one_beside_it_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "".join(f'<http://a.example/{n}> <http://a.example/p> "{n}" .\n' for n in range(400))
    client = application(Store.of(lines), "2", monkeypatch).test_client()
    heavy = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    seen: dict[str, Any] = {}

    def ask_heavy() -> None:
        began = time.monotonic()
        seen["heavy"], seen["seconds"] = client.get("/sparql", query_string={"query": heavy}), time.monotonic() - began

    thread = threading.Thread(target=ask_heavy)
    thread.start()
    time.sleep(0.3)
    small = client.get("/sparql", query_string={"query": "ASK {}"})
    thread.join()
    assert small.json == {"head": {}, "boolean": True}
    assert seen["heavy"].status_code == 503
    assert "2 seconds" in seen["heavy"].text
    assert seen["seconds"] < 4
    assert client.get("/sparql", query_string={"query": "ASK {}"}).status_code == 200


def test_an_unchanged_answer_is_not_sent_twice() -> None:
    client = application(Store.of("")).test_client()
    first = client.get("/sparql", query_string={"query": "ASK {}"})
    again = client.get("/sparql", query_string={"query": "ASK {}"}, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("accept", "status"),
    [("image/png", 406), ("nonsense;;q=x", 406), ("text/csv", 200), ("application/sparql-results+xml;q=0.1, text/csv;q=0.9", 200)],
)
def test_an_accept_header_is_honoured_or_answered_with_what_there_is(accept: str, status: int) -> None:
    answer = (
        application(Store.of("")).test_client().get("/sparql", query_string={"query": "SELECT (1 AS ?a) {}"}, headers={"Accept": accept})
    )
    assert answer.status_code == status
    assert answer.mimetype == "text/csv" if status == 200 else "application/sparql-results+json" in answer.text
