"""How every page leaves: its policy, its release, its ETag, compressed; the same bytes for the same release."""

from __future__ import annotations

import gzip
import re
from hashlib import sha256

from flask import Response, request

__all__ = ["STRICT", "finished", "guarded", "zipped"]

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# YASGUI and GraphiQL write styles of their own, bring fonts with them, and check code in a worker made of a blob.
QUERY_PAGES = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'") + "; worker-src 'self' blob:; font-src 'self' data:"
SMALLEST = 500
# What is made of words: turtle and other RDF, JSON of every kind, XML, CSV.
TEXT = re.compile(r"^text/|[/+](json|xml)$|n-triples$|n-quads$|trig$|javascript$")


def guarded(response: Response) -> Response:
    """Every page, whichever window it comes from, forbids what it does not need, and is compressed for whoever reads that."""
    if response.mimetype != "text/html":
        return zipped(response) if TEXT.search(response.mimetype or "") else response
    policy = QUERY_PAGES if request.path in ("/sparql", "/graphql") else STRICT
    response.headers.setdefault("Content-Security-Policy", policy)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    return zipped(response)


def finished(response: Response) -> Response:
    """A tag made of the bytes; 304 where the reader has them."""
    if response.direct_passthrough or response.is_streamed:
        return response
    if response.status_code == 200 and not response.get_etag()[0]:
        response.set_etag(sha256(response.get_data()).hexdigest()[:32], weak=True)
        response.headers.setdefault("Cache-Control", "no-cache")
        response.make_conditional(request)
    response.vary.add("Accept")
    return zipped(response)


def zipped(response: Response) -> Response:
    """Compressed for a reader who takes it, where it helps; the tag is then weak, since the bytes differ."""
    response.vary.add("Accept-Encoding")
    if response.direct_passthrough or response.is_streamed or response.status_code == 304 or "Content-Encoding" in response.headers:
        return response
    body = response.get_data()
    if len(body) >= SMALLEST and request.accept_encodings.quality("gzip") > 0:
        response.set_data(gzip.compress(body, 5, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        if (tag := response.get_etag()[0]) is not None:
            response.set_etag(tag, weak=True)
    return response
