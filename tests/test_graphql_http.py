"""GraphQL over HTTP: what a malformed request is told, which format an answer has, and what is never shown."""

from __future__ import annotations

import json
import logging
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.generated import small_graph
from tests.graphql_app import graphql_app
from tests.pages import client as whole
from web.graphql_limits import LIMITS, Limit

NEW = "application/graphql-response+json"
JSON = "application/json"
OK = "{release {name}}"


@cache
def client() -> FlaskClient:
    return graphql_app(small_graph()).test_client()


def post(body: Any, accept: str = NEW, content_type: str = JSON) -> TestResponse:
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client().post("/graphql", data=sent, content_type=content_type, headers={"Accept": accept})


def message(answer: TestResponse) -> str:
    return json.loads(answer.data)["errors"][0]["message"]


def nested(levels: int) -> str:
    return "{findings {nodes " + "{parent " * levels + "{id}" + "}" * levels + "}}"


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        (b"\xff\xfe{}", 400, "The body is not JSON in UTF-8"),
        (b"[]", 400, "The body is not a JSON object"),
        (b"null", 400, "The body is not a JSON object"),
        (b"", 400, "The body is not JSON in UTF-8"),
        (b'{"query": NaN}', 400, "The body is not JSON in UTF-8"),
        (b"[" * 100_000, 400, "The body is not JSON in UTF-8"),
        (b"{}", 400, "`query` is missing"),
        ({"query": 7}, 400, "`query` is missing"),
        ({"query": OK, "operationName": []}, 400, "`operationName` is not a string"),
        ({"query": OK, "variables": "x"}, 400, "`variables` is not an object"),
        ({"query": OK, "extensions": 0}, 400, "`extensions` is not an object"),
        ({"query": OK, "operationName": "other"}, 400, "Unknown operation named 'other'."),
        ({"query": "query a {release {name}} query b {release {name}}"}, 400, "Must provide operation name"),
        ({"query": "{"}, 400, "Syntax Error"),
        ({"query": "fragment f on Query {release {name}}"}, 400, "Fragment 'f' is never used."),
        ({"query": "mutation {x}"}, 400, "A mutation is not served here"),
        ({"query": "subscription {x}"}, 400, "A subscription is not served here"),
        ({"query": "{" + " ".join(f"a{i}: release {{name}}" for i in range(20_000)) + "}"}, 413, "The request is larger than 100,000 bytes."),
        ({"query": "{" + " ".join(f"a{i}:__typename" for i in range(2_500)) + "}"}, 400, "The document has more than 5,000 tokens."),
        ({"query": nested(30)}, 400, "The document is nested more than 20 fields deep."),
        ({"query": nested(500)}, 400, "The document is nested more than 20 fields deep."),
        ({"query": "{findings(kind: " + "[" * 500 + "]" * 500 + ") {totalCount}}"}, 400, "The document is nested more than 20 fields deep."),
        (b" " * 10_000_000, 413, "The request is larger than 100,000 bytes."),
        ({"query": "query($y: Int) {findings(year: $y) {totalCount}}", "variables": {"y": "then"}}, 400, "Variable '$y' got invalid value 'then'"),
        ({"query": "query($y: Int) {findings(year: $y) {totalCount}}", "variables": {"y": 10**30}}, 400, "Variable '$y' got invalid value"),
    ],
)  # fmt: skip
def test_a_request_at_fault_is_told_what_to_change(body: Any, status: int, sentence: str) -> None:
    answer = post(body)
    assert (answer.status_code, message(answer)[: len(sentence)]) == (status, sentence)
    assert "data" not in json.loads(answer.data)
    assert b"Traceback" not in answer.data


def test_fragments_that_multiply_are_counted_before_they_are_spread_out() -> None:
    spread = " ".join(f"fragment f{i} on Finding {{a: parent {{...f{i + 1}}} b: parent {{...f{i + 1}}}}}" for i in range(14))
    answer = post({"query": f"{{findings {{nodes {{...f0}}}}}} {spread} fragment f14 on Finding {{id}}"})
    assert (answer.status_code, message(answer)) == (400, LIMITS["fields"].told)


def test_a_document_at_fault_is_200_for_a_client_of_the_old_format() -> None:
    assert post({"query": "{nothing}"}, accept=JSON).status_code == 200
    assert post({"query": "{nothing}"}, accept=NEW).status_code == 400


def test_a_field_at_fault_leaves_the_answer_at_200_with_its_data_null() -> None:
    answer = post({"query": '{findings(force: "atlantis") {totalCount}}'})
    assert (answer.status_code, answer.json["data"], answer.json["errors"][0]["path"]) == (200, None, ["findings"])


def test_a_cursor_of_another_query_is_an_error_of_its_field() -> None:
    cursor = post({"query": "{letters(first: 1) {pageInfo {endCursor}}}"}).json["data"]["letters"]["pageInfo"]["endCursor"]
    answer = post({"query": "query($c: String) {findings(after: $c) {totalCount}}", "variables": {"c": cursor}})
    assert (answer.status_code, message(answer)[:40]) == (200, "The cursor belongs to another query. Use")


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (None, JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (NEW, NEW),
        (f"{NEW}, {JSON};q=0.5", NEW),
        (f"{NEW};q=0.5, {JSON}", JSON),
        (f"{NEW}; charset=utf-8", NEW),
        (f"{NEW};q=0, */*", JSON),
        ("*/*;q=0.1, " + NEW, NEW),
    ],
)
def test_the_answer_has_the_format_that_is_named(accept: str | None, media: str) -> None:
    headers = {"Accept": accept} if accept else {}
    answer = client().post("/graphql", json={"query": OK}, headers=headers)
    assert (answer.status_code, answer.content_type) == (200, f"{media}; charset=utf-8")


@pytest.mark.parametrize("accept", ["text/plain", "garbage", "application/json;q=0"])
def test_an_accept_that_cannot_be_met_is_406_with_what_there_is(accept: str) -> None:
    answer = post({"query": OK}, accept=accept)
    assert answer.status_code == 406
    assert NEW in message(answer) and JSON in message(answer)


@pytest.mark.parametrize("media", ["", "text/plain", "application/graphql", "application/jsonx", "application/x-www-form-urlencoded"])
def test_a_body_that_is_not_json_by_its_own_word_is_415(media: str) -> None:
    assert post({"query": OK}, content_type=media).status_code == 415


def test_a_body_in_another_charset_is_415() -> None:
    assert post({"query": OK}, content_type="application/json; charset=utf-16").status_code == 415


@pytest.mark.parametrize("query", ["query=" + OK, "query=query%20a{release{name}}&operationName=a", "query={release{name}}&variables={}"])
def test_a_query_can_be_got(query: str) -> None:
    assert client().get(f"/graphql?{query}").json["data"]["release"]["name"]


@pytest.mark.parametrize(
    ("query", "status"),
    [("", 400), ("variables={}", 400), ("query={a}&variables=[]", 400), ("query={a}&variables={", 400), ("query=mutation{a}", 405), ("operation=nothing", 404)],
)  # fmt: skip
def test_a_get_at_fault_is_told_so(query: str, status: int) -> None:
    answer = client().get(f"/graphql?{query}")
    assert answer.status_code == status
    assert message(answer).endswith((".", "?"))


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_another_method_is_405_with_the_ones_that_are_served(method: str) -> None:
    answer = client().open("/graphql", method=method)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST, OPTIONS")


def test_scripts_of_other_sites_may_read() -> None:
    asked = client().options("/graphql", headers={"Origin": "https://else.example", "Access-Control-Request-Method": "POST"})
    assert (asked.status_code, asked.headers["Access-Control-Allow-Origin"]) == (204, "*")
    assert "POST" in asked.headers["Access-Control-Allow-Methods"]
    assert "Access-Control-Allow-Credentials" not in asked.headers


def test_the_same_answer_is_not_sent_twice() -> None:
    first = client().get(f"/graphql?query={OK}")
    again = client().get(f"/graphql?query={OK}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert "Accept" in first.headers["Vary"]


def test_a_large_answer_is_compressed_for_who_takes_it() -> None:
    query = {"query": "{findings {nodes {text}}}"}
    answer = client().post("/graphql", json=query, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.data) < len(client().post("/graphql", json=query).data) / 3


def test_what_we_did_not_foresee_is_logged_and_not_shown(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(*given: Any, **more: Any) -> None:
        raise RuntimeError("the password is swordfish")

    app = graphql_app(small_graph())
    monkeypatch.setattr("knowledge.index.Index.lineage", broken)
    with caplog.at_level(logging.ERROR, "peelgraph.web"):
        answer = app.test_client().post("/graphql", json={"query": '{lineage(finding: "west-mercia-2014-0") {persons}}'})
    assert answer.status_code == 200
    assert message(answer).startswith("Something failed here that is no fault of the request. It is logged as ")
    assert b"swordfish" not in answer.data
    assert "swordfish" in caplog.text
    assert message(answer).rstrip(".").split()[-1] in caplog.text


def test_work_that_takes_too_long_is_cut_off_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LIMITS, "seconds", Limit(-1, "", "cut off"))
    for query in ("{findings {nodes {id}}}", '{node(id: "west-mercia") {id}}'):
        answer = post({"query": query})
        assert (answer.status_code, message(answer)) == (200, "cut off")


def test_a_browser_gets_a_page_that_works_without_scripts() -> None:
    answer = whole().get("/graphql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert answer.content_type == "text/html; charset=utf-8"
    assert '<form action="/graphql"' in answer.text
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"].partition("script-src")[2].partition(";")[0]
    shown = whole().get("/graphql?query={release{letters}}", headers={"Accept": "text/html"})
    assert "&#34;letters&#34;" in shown.text


def test_a_query_is_shown_on_the_page_as_text_and_nothing_else() -> None:
    shown = whole().get("/graphql", query_string={"query": "<script>alert(1)</script>"}, headers={"Accept": "text/html"})
    assert "<script>alert" not in shown.text


def test_a_page_that_is_not_there_has_the_same_shape_of_error() -> None:
    answer = whole().get("/nothing/here")
    assert (answer.status_code, answer.json["errors"][0]["extensions"]["code"]) == (404, "NOT_FOUND")


def test_the_readme_says_every_limit() -> None:
    readme = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
    said = readme.partition("GraphQL's limits")[2].partition("\n")[0]
    assert [name for name, limit in LIMITS.items() if f"{limit.value:,}" not in said] == []
