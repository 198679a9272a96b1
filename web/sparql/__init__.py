"""The SPARQL window: SPARQL 1.1 Protocol, query only."""

from __future__ import annotations

import os
import re
from typing import Any
from urllib.parse import parse_qs

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge

from knowledge.index import Index
from knowledge.questions import Question
from knowledge.store import Readable
from web.negotiation import best, tagged
from web.sparql.description import description
from web.sparql.guard import Refused, check
from web.sparql.pool import Busy, Pool, TooLong
from web.sparql.remote import RemotePool
from web.sparql.worker import RDF, RESULTS

__all__ = ["sparql_blueprint"]

LARGEST_QUERY = 100_000
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"


class BadRequest(Exception):
    """A request that does not follow the protocol: its status and a sentence."""

    def __init__(self, status: int, sentence: str):
        super().__init__(sentence)
        self.status = status


def _seconds() -> float:
    said = os.environ.get("PEELGRAPH_QUERY_SECONDS", "10")
    if not re.fullmatch(r"\d{1,4}(\.\d+)?", said):
        raise ValueError(f"PEELGRAPH_QUERY_SECONDS is '{said}'. Set it to a number of seconds, such as 10.")
    return float(said)


def _parameters() -> dict[str, list[str]]:
    """The request's parameters (SPARQL 1.1 Protocol, section 2.1): query string, form body or the query itself as body."""
    request.max_content_length = LARGEST_QUERY + 1
    try:
        found = parse_qs(request.query_string.decode(), keep_blank_values=True, errors="strict")
        if request.method != "POST":
            return found
        body = request.get_data(cache=False)
        if len(body) > LARGEST_QUERY:
            raise RequestEntityTooLarge
        if request.mimetype == FORM:
            more = parse_qs(body.decode(), keep_blank_values=True, errors="strict")
            return {name: found.get(name, []) + more.get(name, []) for name in found | more}
        if request.mimetype == DIRECT:
            return found | {"query": [*found.get("query", []), body.decode()]}
    except UnicodeDecodeError as error:
        raise BadRequest(400, "The request is not UTF-8.") from error
    except RequestEntityTooLarge as error:
        raise BadRequest(413, f"The request is over {LARGEST_QUERY:,} bytes. Send a shorter query.") from error
    raise BadRequest(415, f"Send POST as '{FORM}' or '{DIRECT}', not '{request.mimetype or 'nothing'}'.")


def _query(parameters: dict[str, list[str]], is_isolated: bool) -> str:
    if "update" in parameters:
        raise BadRequest(400, "Updates are refused: this service is read-only.")
    queries = parameters.get("query", [])
    if len(queries) != 1:
        raise BadRequest(400, f"Send exactly one 'query', not {len(queries)}.")
    check(queries[0], is_isolated)
    return queries[0]


def _question(query: str, parameters: dict[str, list[str]]) -> dict[str, Any]:
    """What an evaluator is asked. A dataset in the request replaces that of the query (section 2.1.4)."""
    default, named = parameters.get("default-graph-uri"), parameters.get("named-graph-uri")
    if default or named:
        default, named = default or [], named or []
    return {"query": query, "base": request.base_url, "default": default, "named": named, "results": best(RESULTS), "rdf": best(RDF)}


def _fail(status: int, sentence: str) -> Response:
    response = Response(sentence + "\n", status, content_type="text/plain; charset=utf-8")
    if status == 503:
        response.headers["Retry-After"] = "5"
    return response


def sparql_blueprint(questions: dict[str, Question], store: Readable, index: Index) -> Blueprint:
    """`/sparql`: the query page for a browser, a service description without a query, answers in all result formats."""
    window = Blueprint("sparql", __name__, template_folder="pages")
    pool = Pool(store, _seconds()) if store.raw is not None else RemotePool(store, _seconds())

    @window.route("/sparql", methods=["GET", "POST"])
    @window.route("/sparql/", methods=["GET", "POST"])
    def sparql() -> Response:
        try:
            parameters = _parameters()
            if request.method == "GET" and not {"query", "update"} & parameters.keys():
                return _without_query()
            head, body = pool.ask(_question(_query(parameters, pool.is_isolated), parameters))
        except BadRequest as error:
            return _fail(error.status, str(error))
        except Refused as error:
            return _fail(400, str(error))
        except (TooLong, Busy) as error:
            return _fail(503, str(error))
        if head["status"] != 200:
            return _fail(head["status"], head["error"])
        return tagged(Response(body, content_type=head["type"] + ("; charset=utf-8" if head["type"].startswith("text/") else "")))

    def _without_query() -> Response:
        """The page for people, else the description (SPARQL 1.1 Service Description, section 2)."""
        if best([*RDF, "text/html"]) == "text/html" and "text/html" in request.headers.get("Accept", ""):
            return Response(render_template("sparql.html", questions=questions, index=index))
        wanted = best(RDF)
        if wanted is None:
            return _fail(406, f"The service description comes as {', '.join(RDF)}; the query page as text/html.")
        return tagged(Response(description(store, request.base_url, RDF[wanted]), content_type=wanted))

    @window.after_request
    def open_for_reading(response: Response) -> Response:
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Vary"] = "Accept"
        return response

    return window
