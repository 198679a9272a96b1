"""The whole graph and what describes it: `/export/{format}`, `/.well-known/void`, `/catalog`."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
from flask import Blueprint, Response, request, send_file

from exports.dataset import catalogue, void
from exports.rdf import MEDIA_TYPES, serialise
from exports.whole import FORMATS, export
from knowledge.index import Index
from knowledge.store import Readable
from web.explorer import sorry
from web.negotiation import best, tagged

__all__ = ["dataset_routes"]

DESCRIPTIONS = {MEDIA_TYPES[name]: name for name in ("turtle", "jsonld", "ntriples", "rdfxml")}


def dataset_routes(window: Blueprint, store: Readable, index: Index) -> None:
    """Add the routes to `window`. An export is made once for a release, then sent from the file."""
    made = Path(tempfile.mkdtemp(prefix="peelgraph-exports-"))

    def _file(format: str, excel: bool) -> Path:
        path = made / f"{format}{'-excel' if excel else ''}{FORMATS[format].suffix}"
        if not path.exists():
            with tempfile.NamedTemporaryFile(dir=made, delete=False) as draft:
                export(store, index, format, draft, excel=excel)  # type: ignore[arg-type]
            Path(draft.name).rename(path)
        return path

    @window.get("/export/<format>")
    def whole(format: str) -> Response:
        if format not in FORMATS:
            return sorry(index, 404, "export", format)
        path = _file(format, request.args.get("excel") == "1")
        name = f"peelgraph-{store.manifest.release}{FORMATS[format].suffix}"
        response = send_file(path, mimetype=FORMATS[format].media_type, as_attachment=True, download_name=name, etag=False)
        with path.open("rb") as content:
            digest = sha256(content.read()).hexdigest()
        response.set_etag(digest[:32])
        response.headers["X-Peelgraph-Digest"] = f"sha-256={digest}"
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response.make_conditional(request)

    def _described(triples: list[ox.Triple]) -> Response:
        wanted = best(DESCRIPTIONS)
        if wanted is None:
            return Response(f"There is: {', '.join(DESCRIPTIONS)}.\n", 406, content_type="text/plain; charset=utf-8")
        response = tagged(Response(serialise(triples, DESCRIPTIONS[wanted]), content_type=wanted))
        response.headers["Vary"] = "Accept"
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    @window.get("/.well-known/void")
    def well_known() -> Response:
        return _described(void(store))

    @window.get("/catalog")
    def catalog() -> Response:
        return _described(catalogue(store))
