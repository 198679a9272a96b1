"""The SPARQL window: the W3C's protocol tests, and what it must never do."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from flask import Flask
from rdflib.collection import Collection
from rdflib.namespace import RDFS

from knowledge.store import Store
from tests.pages import application as shipped
from web.sparql import LARGEST_QUERY, sparql_blueprint
from web.sparql.guard import Refused, check
from web.sparql.isolation import can_isolate
from web.sparql.pool import AT_ONCE, IN_HAND, Pool
from web.sparql.worker import LARGEST, MEMORY

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
    passes(suite, entry)


def needs_no_data() -> list[rdflib.term.Node]:
    """Those that name no graph of the suite."""
    return [entry for entry in query_tests() if "_dataset" not in str(entry)]


def test_fourteen_of_the_suite_need_no_data() -> None:
    assert len(needs_no_data()) == 14


@pytest.mark.parametrize("entry", needs_no_data(), ids=lambda e: str(e).rpartition("#")[2])
def test_w3c_protocol_on_the_shipped_service(entry: rdflib.term.Node) -> None:
    passes(shipped(), entry)


def passes(app: Flask, entry: rdflib.term.Node) -> None:
    requests = Collection(MANIFEST, MANIFEST.value(MANIFEST.value(entry, MF.action), HT.requests))
    assert len(requests) > 0
    for call in requests:
        answer, expected = send(app, call), MANIFEST.value(call, HT.resp)
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
        "SELECT * { SERVICE:foo { ?s ?p ?o } }",
        "SELECT * { SERVICEa:b { ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1e0SERVICE<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { FILTER(1<2)SERVICE:x { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:9/>",
        "INSERT DATA { <a> <b> <c> }",
    ],
)
def test_what_would_call_out_or_write_is_refused(query: str) -> None:
    with pytest.raises(Refused):
        check(query, is_isolated=True)


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
    check(query, is_isolated=True)


# Queries that a lexer takes for harmless and the engine does not: strings and comments that only one of them sees.
HIDDEN = [
    "SELECT * { FILTER('a'<'b>' && 'q'='q') SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } FILTER('z'='z') }",
    "PREFIX SERVICE: <http://a.example/> PREFIX : <http://127.0.0.1:%d/> SELECT * { SERVICE:foo { ?s ?p ?o } }",
    "PREFIX e: <http://a.example/> SELECT * { ?s e:a\\#b ?o SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } }",
]
PLAIN = ["SELECT * { SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } }", "SELECT * FROM <http://127.0.0.1:%d/> { ?s ?p ?o }"]


@contextmanager
def listening() -> Iterator[tuple[int, list[Any]]]:
    """A port on loopback, and whoever called it."""
    callers: list[Any] = []
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(1.5)

        def wait() -> None:
            with suppress(OSError):
                while True:
                    connection, caller = listener.accept()
                    callers.append(caller)
                    connection.close()

        thread = threading.Thread(target=wait)
        thread.start()
        yield listener.getsockname()[1], callers
        thread.join()


@pytest.mark.parametrize("is_isolated", [True, False])
def test_no_query_ever_makes_us_call_an_address(is_isolated: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if is_isolated and not can_isolate():
        pytest.fail("This machine gives no network namespace: the second lock cannot be tested.") if os.environ.get("CI") else pytest.skip("no namespaces")
    monkeypatch.setattr("web.sparql.pool.can_isolate", lambda: is_isolated)
    client = application(Store.of("")).test_client()
    with listening() as (port, callers):
        statuses = {text: client.get("/sparql", query_string={"query": text % port}).status_code for text in [*HIDDEN, *PLAIN]}
    assert callers == []
    assert statuses[PLAIN[0]] == 400 and statuses[PLAIN[1]] == 200
    assert is_isolated or {statuses[text] for text in HIDDEN} == {400}


def test_an_evaluator_without_network_cannot_call_even_what_it_is_told_to() -> None:
    if not can_isolate():
        pytest.fail("This machine gives no network namespace.") if os.environ.get("CI") else pytest.skip("no namespaces")
    with listening() as (port, callers):
        head, _ = Pool(Store.of(""), 10).ask(
            {"query": PLAIN[0] % port, "base": None, "default": None, "named": None, "results": "text/csv", "rdf": "text/turtle"}
        )
    assert callers == [] and head["status"] == 400


def test_more_queries_than_one_process_can_hold_are_told_so_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    app = application(Store.of(""), "3", monkeypatch)
    heavy = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(60)))} }}" for n in range(8)) + " }"
    answers: list[Any] = []

    def ask() -> None:
        answers.append(app.test_client().get("/sparql", query_string={"query": heavy}))

    threads = [threading.Thread(target=ask) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {503}
    assert sum("running or waiting here" in answer.text for answer in answers) == 6
    assert all(answer.headers["Retry-After"] for answer in answers)


def test_a_body_without_a_length_is_cut_off_at_the_limit() -> None:
    import io

    client = application(Store.of("")).test_client()
    answer = client.post(
        "/sparql",
        input_stream=io.BytesIO(b"SELECT * {}" + b" " * 200_000),
        content_type="application/sparql-query",
        environ_overrides={"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"},
    )
    assert answer.status_code == 413 and "100,000" in answer.text


def test_a_heavy_query_is_cut_off_and_a_small_one_beside_it_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "".join(f'<http://a.example/{n}> <http://a.example/p> "{n}" .\n' for n in range(400))
    client = application(Store.of(lines), "4", monkeypatch).test_client()
    heavy = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    seen: list[Any] = []
    thread = threading.Thread(target=lambda: seen.append(client.get("/sparql", query_string={"query": heavy})))
    thread.start()
    time.sleep(0.3)
    small = client.get("/sparql", query_string={"query": "ASK {}"})
    assert seen == [], "the heavy one still runs"
    thread.join()
    assert small.json == {"head": {}, "boolean": True}
    assert seen[0].status_code == 503
    assert "4 seconds" in seen[0].text
    assert client.get("/sparql", query_string={"query": "ASK {}"}).status_code == 200


def test_the_readme_says_every_limit_of_sparql() -> None:
    said = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
    limits = ["10 seconds (`PEELGRAPH_QUERY_SECONDS`)", f"{AT_ONCE} at a time", f"{IN_HAND} in hand", f"{LARGEST_QUERY:,} bytes", f"{LARGEST >> 20} MB", f"{MEMORY >> 30} GB"]
    assert [limit for limit in limits if limit not in said] == []


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
