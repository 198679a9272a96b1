"""The whole graph and what describes it: `/export/{format}`, `/.well-known/void`, `/catalog`."""

from __future__ import annotations

import os
import tempfile
import threading
from base64 import b64encode
from hashlib import file_digest
from pathlib import Path

import orjson
import pyoxigraph as ox
from flask import Blueprint, Response, redirect, request, send_file
from werkzeug.wrappers import Response as Redirect

from exports.dataset import catalogue, void
from exports.rdf import MEDIA_TYPES, serialise
from exports.whole import FORMATS, export
from knowledge.index import Index
from knowledge.store import Readable
from web.errors import prefers_html
from web.explorer import sorry
from web.negotiation import best, tagged

__all__ = ["dataset_routes"]

DESCRIPTIONS = {MEDIA_TYPES[name]: name for name in ("turtle", "jsonld", "ntriples", "rdfxml")}


class Exports:
    """Exports of one release as files, each made when it is first asked for, by each process for itself."""

    def __init__(self, store: Readable, index: Index):
        self.store, self.index = store, index
        self.made: dict[tuple[int, str, bool], tuple[Path, str]] = {}
        self.folders: dict[int, tempfile.TemporaryDirectory[str]] = {}
        self.one_at_a_time = threading.Lock()

    def file(self, format: str, excel: bool) -> tuple[Path, str]:
        """The file and its SHA-256."""
        process, excel = os.getpid(), excel and format == "csv"
        with self.one_at_a_time:
            if (process, format, excel) not in self.made:
                folder = self._folder(process)
                self.made[process, format, excel] = self._write(folder / f"{format}-{excel}{FORMATS[format].suffix}", format, excel)
            return self.made[process, format, excel]

    def _folder(self, process: int) -> Path:
        if process not in self.folders:
            self.folders[process] = tempfile.TemporaryDirectory(prefix="peelgraph-exports-")
        return Path(self.folders[process].name)

    def _write(self, path: Path, format: str, excel: bool) -> tuple[Path, str]:
        with path.open("w+b") as output:
            export(self.store, self.index, format, output, excel=excel)
            output.seek(0)
            return path, file_digest(output, "sha256").hexdigest()


def dataset_routes(window: Blueprint, store: Readable, index: Index) -> None:
    """Add the routes to `window`. An export is made once for a release, then sent from the file."""
    exports = Exports(store, index)

    @window.get("/export")
    def listed() -> Response | Redirect:
        if prefers_html():
            return redirect("/data#exports", 303)
        forms = [{"format": name, "title": form.title, "mediaType": form.media_type, "address": f"/export/{name}"} for name, form in FORMATS.items()]
        return tagged(Response(orjson.dumps(forms), content_type="application/json"))

    @window.get("/export/<format>")
    def whole(format: str) -> Response:
        if format not in FORMATS:
            return sorry(index, 404, "export", format)
        path, digest = exports.file(format, request.args.get("excel") == "1")
        name = f"peelgraph-{store.manifest.release}{FORMATS[format].suffix}"
        response = send_file(path, mimetype=FORMATS[format].media_type, as_attachment=True, download_name=name, etag=False)
        response.set_etag(digest[:32])
        response.headers["X-Peelgraph-Digest"] = f"sha-256={digest}"
        response.headers["Repr-Digest"] = f"sha-256=:{b64encode(bytes.fromhex(digest)).decode()}:"  # RFC 9530
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response.make_conditional(request)

    @window.get("/.well-known/void")
    def well_known() -> Response:
        return _described(void(store))

    @window.get("/catalog")
    def catalog() -> Response:
        return _described(catalogue(store))


def _described(triples: list[ox.Triple]) -> Response:
    """A description of the dataset; a browser, which has no wish among these, gets Turtle."""
    wanted = "text/turtle" if best([*DESCRIPTIONS, "text/html"]) == "text/html" else best(DESCRIPTIONS)
    if wanted is None:
        return Response(f"There is: {', '.join(DESCRIPTIONS)}.\n", 406, content_type="text/plain; charset=utf-8")
    response = tagged(Response(serialise(triples, DESCRIPTIONS[wanted]), content_type=wanted))
    response.headers["Vary"] = "Accept"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
