"""What can go wrong at a window, and the one shape in which every window says it.

    Fault                400  the asker can mend it; the message says how
    ├── NotFound         404  no such thing, question or page
    ├── NotAllowed       405  another method would do
    ├── NotAcceptable    406  none of the formats asked for is served
    ├── TooLarge         413  more than the window reads
    ├── WrongMedia       415  the body is in a format that is not read
    └── TooHeavy         503  cut off by a limit of time

JSON is `{"errors": [{"message": …, "extensions": {"code": …}}]}`, as in GraphQL; a browser gets a page with the same sentence.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from difflib import get_close_matches
from uuid import uuid4

import orjson
from flask import Flask, Response, request
from markupsafe import escape
from werkzeug.exceptions import HTTPException

__all__ = [
    "Fault",
    "NotAcceptable",
    "NotAllowed",
    "NotFound",
    "TooHeavy",
    "TooLarge",
    "WrongMedia",
    "answer",
    "did_you_mean",
    "error_object",
    "install",
    "masked",
    "prefers_html",
]

log = logging.getLogger("peelgraph.web")
PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{title} – Peelgraph</title><main><h1>{title}</h1><p>{message}</p>"
    '<p><a href="/">To the first page</a></p></main></html>'
)


class Fault(Exception):
    """Something that the asker can mend; the message says what, where and what would be right."""

    status = 400
    code = "BAD_REQUEST"
    title = "This cannot be answered as asked"

    def __init__(self, message: str, **headers: str) -> None:
        super().__init__(message)
        self.message = message
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class NotFound(Fault):
    status, code, title = 404, "NOT_FOUND", "There is no such thing here"


class NotAllowed(Fault):
    status, code, title = 405, "METHOD_NOT_ALLOWED", "This method is not served here"


class NotAcceptable(Fault):
    status, code, title = 406, "NOT_ACCEPTABLE", "Not in this format"


class TooLarge(Fault):
    status, code, title = 413, "TOO_LARGE", "More than is read at once"


class WrongMedia(Fault):
    status, code, title = 415, "UNSUPPORTED_MEDIA_TYPE", "Not in this format"


class TooHeavy(Fault):
    status, code, title = 503, "TOO_HEAVY", "This took too long"


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """` Did you mean 'stop-and-search'?`, or nothing when nothing is near."""
    near = get_close_matches(word, list(choices), 1, cutoff=0.5)
    return f" Did you mean '{near[0]}'?" if near else ""


def masked(error: BaseException) -> str:
    """The sentence shown for an error of ours; what it was is logged under the number in it."""
    number = uuid4().hex[:8]
    log.error("unexpected error %s", number, exc_info=error)
    return f"Something failed here that is no fault of the request. It is logged as {number}."


def error_object(message: str, code: str) -> dict[str, object]:
    """One member of `errors`."""
    return {"message": message, "extensions": {"code": code}}


def prefers_html() -> bool:
    """Whether the client of this request would rather read a page than JSON."""
    best = request.accept_mimetypes.best_match(["application/json", "text/html"])
    return best == "text/html" and request.accept_mimetypes[best] > request.accept_mimetypes["application/json"]


def answer(fault: Fault) -> Response:
    """The fault as a page or as JSON, whichever the client reads."""
    if prefers_html():
        body, media = PAGE.format(title=escape(fault.title), message=escape(fault.message)), "text/html; charset=utf-8"
    else:
        body, media = orjson.dumps({"errors": [error_object(fault.message, fault.code)]}), "application/json; charset=utf-8"
    return Response(body, fault.status, {"Vary": "Accept", **fault.headers}, content_type=media)


def _http_error(error: HTTPException) -> Response:
    """Errors that Flask raises by itself (no route, wrong method, too large) in the shape of the house."""
    kinds = {kind.status: kind for kind in (NotFound, NotAllowed, NotAcceptable, TooLarge, WrongMedia)}
    if error.response is not None or (error.code or 500) < 400:
        return error.get_response()  # type: ignore[return-value]
    sentences = {404: f"There is no page '{request.path}'.", 405: f"'{request.path}' does not take {request.method}."}
    fault = kinds.get(error.code or 500, Fault)(sentences.get(error.code or 500, error.description or "The request cannot be read."))
    fault.status = error.code or 500
    fault.headers = {name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After")}
    return answer(fault)


def _unexpected(error: Exception) -> Response:
    fault = Fault(masked(error))
    fault.status, fault.code, fault.title = 500, "INTERNAL", "Something failed here"
    return answer(fault)


def install(app: Flask) -> None:
    """Give every route of `app` the one shape of errors."""
    app.register_error_handler(Fault, answer)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unexpected)
