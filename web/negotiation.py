"""Which form of a thing a client gets, and what lets it keep it: Accept with q-values (RFC 9110, section 12.5.1), ETag, conditional requests."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from flask import Response, request

__all__ = ["best", "tagged"]


def best(available: Iterable[str]) -> str | None:
    """The media type that the client likes best; the first where it has no wish; `None` where it wants none of them."""
    choices = list(available)
    if not request.headers.get("Accept", "").strip():
        return choices[0]
    return request.accept_mimetypes.best_match(choices)


def tagged(response: Response) -> Response:
    """With a strong ETag of its bytes; 304 where the client has them already."""
    response.set_etag(sha256(response.get_data()).hexdigest()[:32])
    response.headers.setdefault("Cache-Control", "no-cache")
    return response.make_conditional(request)
