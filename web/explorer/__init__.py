"""The explorer: an answer that a person can read, check and quote. Every page answers without script; its address is the question."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from flask import Blueprint, Response, request, send_from_directory

from knowledge.index import Index
from knowledge.questions import Question
from knowledge.store import Readable
from web.errors import Fault, NotFound, prefers_html
from web.errors import answer as plain
from web.explorer import answers, data, graph, home, lists, search
from web.explorer.page import Args, Page, dress
from web.explorer.reply import finished, guarded
from web.explorer.resource import resource_page
from web.explorer.site import Site
from web.explorer.sorry import fault_page, nothing_here, sorry
from web.explorer.vocabulary import ontology_page

__all__ = ["explorer_blueprint", "ontology_page", "resource_page", "sorry"]

PAGES = Path(__file__).resolve().parent.parent / "pages"
ROUTES: dict[str, Callable[[Site, Args], Page]] = {
    "/": home.home,
    "/letters": lists.letters,
    "/findings": lists.findings,
    "/search": search.search,
    "/graph": graph.graph,
    "/data": data.data,
    "/wrong": data.wrong,
}


def fingerprint() -> str:
    """Changes when a static file does, so that a browser may keep them for good."""
    files = sorted((PAGES / "static").iterdir())
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:10]


def explorer_blueprint(questions: dict[str, Question], store: Readable, index: Index) -> Blueprint:
    """Every page for people, and the answers of the named questions as pages, JSON and CSV."""
    window = Blueprint("explorer", __name__, template_folder=str(PAGES))
    site = Site(questions, store, index)
    window.record(lambda state: dress(state.app.jinja_env, site, fingerprint()))
    window.after_app_request(guarded)
    window.after_request(finished)
    for path, make in ROUTES.items():
        window.add_url_rule(path, endpoint=make.__name__, view_func=_view(site, make))

    @window.get("/questions")
    @window.get("/questions.<suffix>")
    def asked_here(suffix: str | None = None) -> Response:
        return answers.questions(site, request.path.rpartition("/")[2])

    @window.get("/questions/<name>")
    def question(name: str) -> Response:
        return answers.answer_named(site, name, request.args)

    _files(window)

    @window.app_errorhandler(404)
    def nothing(error: Exception) -> Response:
        if prefers_html():
            return nothing_here(site, request.path)
        return plain(NotFound(f"There is no page '{request.path}'."))

    @window.errorhandler(Fault)
    def fault(error: Fault) -> Response:
        return fault_page(site, error)

    return window


def _files(window: Blueprint) -> None:
    """The style sheet, the scripts, and what `web.vendor` fetched."""

    @window.get("/static/<path:name>")
    def static(name: str) -> Response:
        return send_from_directory(PAGES / "static", name, max_age=31_536_000 if request.query_string else 3600)

    @window.get("/static/vendor/<path:name>")
    def vendor(name: str) -> Response:
        return send_from_directory(PAGES / "vendor", name, max_age=3600)


def _view(site: Site, make: Callable[[Site, Args], Page]) -> Callable[[], Response]:
    def view() -> Response:
        return make(site, request.args).response()

    return view
