"""A GraphQL request as it comes over HTTP: what is asked, and in which format the answer is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import orjson
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Request

from web.errors import Fault, NotAcceptable, TooLarge, WrongMedia
from web.graphql_limits import LIMITS
from web.graphql_operations import operation

__all__ = ["JSON", "NEW", "Asked", "answer_format", "of_body", "of_query_string"]

NEW, JSON = "application/graphql-response+json", "application/json"


@dataclass(frozen=True)
class Asked:
    """The parameters of a request, checked one by one."""

    query: str
    operation_name: str | None = None
    variables: dict[str, Any] = field(default_factory=dict)


def answer_format(accept: str | None) -> str:
    """The media type to answer in: the new one only where it is named. Raises `NotAcceptable` where neither will do."""
    wanted = _qualities(accept) or {"*/*": 1.0}
    anything = wanted.get("application/*", wanted.get("*/*", 0.0))
    plain, new = wanted.get(JSON, anything), wanted.get(NEW, 0.0)
    if max(plain, new, anything) <= 0:
        raise NotAcceptable(f"Answers come as {NEW} or {JSON}. Name one of them in `Accept`, not '{(accept or '')[:100]}'.")
    return NEW if new > 0 and new >= wanted.get(JSON, 0.0) else JSON


def _qualities(accept: str | None) -> dict[str, float]:
    """Media types without their parameters, and how much each is wanted."""
    found: dict[str, float] = {}
    for part in (accept or "").split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        if media:
            found[media.lower()] = float(weight) if re.fullmatch(r"[01](\.\d{0,3})?", weight) else 1.0
    return found


def of_query_string(request: Request) -> Asked:
    """A GET request: `query`, or `operation` for one of `graphql/operations/`; JSON in `variables`."""
    given = request.args
    if "query" in given and "operation" in given:
        raise Fault("Give `query` or `operation` (the name of a file of graphql/operations/), not both.")
    loaded = {name: _json(name, given[name]) for name in ("variables", "extensions") if given.get(name)}
    query = operation(given["operation"]).text if "operation" in given else given.get("query")
    return _asked({"query": query, "operationName": given.get("operationName") or None, **loaded})


def _json(name: str, text: str) -> Any:
    try:
        return orjson.loads(text)
    except ValueError:
        raise Fault(f"`{name}` is not JSON. Write an object, such as {{}}.") from None


def of_body(request: Request) -> Asked:
    """A POST request: a JSON object. Raises `Fault` for anything else."""
    if request.mimetype != JSON:
        raise WrongMedia(
            f"The body is read as {JSON}, not as '{request.mimetype or 'nothing'}'. Set `Content-Type: {JSON}`.", Accept_Post=JSON
        )
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise WrongMedia(f"The body is read as UTF-8, not as '{charset}'.")
    body = _json_object(_body(request))
    return _asked(body)


def _body(request: Request) -> bytes:
    request.max_content_length = LIMITS["body"].value
    try:
        return request.get_data(cache=False)
    except RequestEntityTooLarge:
        raise TooLarge(LIMITS["body"].told) from None


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        held = orjson.loads(body)
    except ValueError as error:
        raise Fault(f"The body is not JSON in UTF-8: {error}.") from None
    if not isinstance(held, dict):
        raise Fault('The body is not a JSON object. Send {"query": "…"}.')
    return held


def _asked(held: dict[str, Any]) -> Asked:
    query, name = held.get("query"), held.get("operationName")
    if not isinstance(query, str) or not query.strip():
        raise Fault("`query` is missing. Send the text of a GraphQL document.")
    if not isinstance(name, str | None):
        raise Fault("`operationName` is not a string. Name an operation of the document, or leave it out.")
    for part in ("variables", "extensions"):
        if not isinstance(held.get(part), dict | None):
            raise Fault(f"`{part}` is not an object. Send {{}}, or leave it out.")
    return Asked(query, name, held.get("variables") or {})
