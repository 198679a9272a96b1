"""GraphQL over HTTP: GET and POST, both response formats, named operations, and a page for people."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Blueprint, Response, render_template, request
from graphql import OperationType

from knowledge.index import Index
from knowledge.index_years import years_asked
from knowledge.questions import Question
from knowledge.store import Readable
from web.errors import Fault, NotAllowed, answer, error_object, prefers_html
from web.explorer.reply import finished, zipped
from web.graphql_documents import ready
from web.graphql_execution import Outcome, run
from web.graphql_limits import LIMITS
from web.graphql_operations import operation, operations, rows
from web.graphql_request import JSON, NEW, Asked, answer_format, of_body, of_query_string
from web.graphql_rows import Rows

__all__ = ["graphql_blueprint"]

METHODS = ["GET", "HEAD", "POST", "OPTIONS"]
FIRST = """{{
  recurrences(from: {}, to: {}) {{
    nodes {{ earlierText laterText evidence }}
    coverage {{ findings recurring unreviewed }}
    notes
  }}
}}"""
NOTHING_YET = "{ release { name letters findings } }"
REFUSED = ["PUT", "PATCH", "DELETE"]
OPEN_TO_READERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Expose-Headers": "ETag, X-Peelgraph-Release",
    "Access-Control-Max-Age": "86400",
}


def graphql_blueprint(questions: dict[str, Question], store: Readable, index: Index) -> Blueprint:
    """`/graphql` over an index. `questions` say what the named operations do not."""
    window, source = Blueprint("graphql", __name__), Rows(index)
    window.errorhandler(Fault)(answer)

    @window.after_request
    def mark(response: Response) -> Response:
        response.headers.update(OPEN_TO_READERS | {"X-Peelgraph-Release": index.release})
        return zipped(response) if request.method == "POST" else finished(response)

    @window.route("/graphql", methods=METHODS + REFUSED, provide_automatic_options=False)
    def graphql() -> Response:
        if request.method == "OPTIONS":
            return Response(status=204, headers={"Allow": ", ".join(METHODS)})
        if request.method in ("GET", "HEAD") and prefers_html():
            return _page(source, questions)
        return _answer(source, index.release)

    @window.get("/graphql/operations")
    def listed() -> Response:
        about = [{"name": name, "question": questions[name].sentence, "text": asked.text} for name, asked in operations().items()]
        return Response(orjson.dumps(about), content_type=f"{JSON}; charset=utf-8")

    @window.get("/graphql/operations/<name>")
    def run_by_name(name: str) -> Response:
        if name.endswith(".graphql"):
            return Response(operation(name.removesuffix(".graphql")).text, content_type="application/graphql; charset=utf-8")
        return Response(orjson.dumps(rows(name, request.args.to_dict(), source)), content_type=f"{JSON}; charset=utf-8")

    return window


def _answer(source: Rows, release: str) -> Response:
    """The answer to a request, in the format that the client reads; a request that cannot be read is answered as a fault in JSON."""
    media = JSON
    try:
        media = answer_format(request.headers.get("Accept"))
        outcome, status = _run(source, media)
    except Fault as fault:
        return Response(orjson.dumps(_refused(fault).body(release)), fault.status, fault.headers, content_type=f"{media}; charset=utf-8")
    response = Response(orjson.dumps(outcome.body(release)), status, content_type=f"{media}; charset=utf-8")
    if request.method == "POST":
        response.headers["Cache-Control"] = "no-store"
    return response


def _run(source: Rows, media: str) -> tuple[Outcome, int]:
    """What came of the request, and its status: 400 for a document at fault only where the client reads the new format."""
    asked = _asked()
    outcome = run(source, asked.query, asked.variables, asked.operation_name)
    return outcome, 400 if media == NEW and not outcome.executed else 200


def _asked() -> Asked:
    """The request's parameters. Raises `Fault` for what cannot be read or would change something."""
    if request.method in REFUSED:
        raise NotAllowed(f"{request.method} is not served here: the graph can only be read. Use GET or POST.", Allow=", ".join(METHODS))
    asked = of_body(request) if request.method == "POST" else of_query_string(request)
    _only_queries(asked)
    return asked


def _only_queries(asked: Asked) -> None:
    held = ready(asked.query).operation(asked.operation_name)
    if held is None or held.operation is OperationType.QUERY:
        return
    told = f"A {held.operation.value} is not served here: the graph can only be read. Send a query."
    if request.method != "POST":
        raise NotAllowed(told, Allow="POST")
    raise Fault(told)


def first_query(index: Index) -> str:
    """What the page opens with: the headline question, over the years that the explorer opens with."""
    asked = years_asked(index)
    return FIRST.format(*asked) if asked else NOTHING_YET


def _page(source: Rows, questions: dict[str, Question]) -> Response:
    """GraphiQL or, without scripts, a form that runs a query and shows what came."""
    shown: dict[str, Any] = {"query": first_query(source.index), "variables": request.args.get("variables", ""), "status": 200}
    if "query" in request.args or "operation" in request.args:
        shown |= _shown(source)
    named = [{"name": name, "text": asked.text, "sentence": questions[name].sentence} for name, asked in operations().items()]
    page = render_template("graphiql.html", named=named, limits=LIMITS.values(), index=source.index, **shown)
    return Response(page, shown["status"], content_type="text/html; charset=utf-8")


def _shown(source: Rows) -> dict[str, Any]:
    """The query of a page's address and what came of it."""
    try:
        asked = _asked()
        query, outcome, status = asked.query, run(source, asked.query, asked.variables, asked.operation_name), 200
    except Fault as fault:
        query, outcome, status = request.args.get("query", ""), _refused(fault), fault.status
    return {
        "query": query,
        "result": orjson.dumps(outcome.body(source.index.release), option=orjson.OPT_INDENT_2).decode(),
        "status": status,
    }


def _refused(fault: Fault) -> Outcome:
    return Outcome(False, errors=[error_object(fault.message, fault.code)])
