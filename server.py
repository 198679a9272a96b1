"""The front door: `create_app()` puts the windows on one store; everything else is behind it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from flask import Flask

from knowledge.index import Index
from knowledge.questions import Question, read_questions
from knowledge.store import Readable, Store
from web.errors import install
from web.explorer import explorer_blueprint
from web.graphql_view import graphql_blueprint
from web.health import health_blueprint
from web.resources import resources_blueprint
from web.sparql import sparql_blueprint

__all__ = ["create_app", "graphql_rows", "serve"]

HERE = Path(__file__).resolve().parent
WINDOWS = (explorer_blueprint, graphql_blueprint, sparql_blueprint, resources_blueprint, health_blueprint)


def create_app(store: Readable | None = None) -> Flask:
    """The application over `store`, by default the one in force (`PEELGRAPH_STORE`).

    Raises `knowledge.store.StoreError` when there is none.
    """
    gc.unfreeze()
    store, questions = Store.as_store(store) if store is not None else Store.open(), read_questions(HERE / "queries")
    index = Index.of(store)
    app = Flask(__name__, static_folder=None)
    app.extensions["peelgraph"] = index
    install(app)
    for window in WINDOWS:
        app.register_blueprint(window(questions, store, index))
    gc.collect()
    gc.freeze()
    return app


def serve(host: str, port: int, workers: int, store: Readable | None = None, ready: Callable[[Index], None] = lambda index: None) -> None:
    """The production server, until it is stopped; a new release is picked up while it runs. `ready` is called once it listens."""
    from web.production import run

    run(partial(create_app, store), host, port, workers, lambda app: ready(app.extensions["peelgraph"]))


def graphql_rows(question: Question, given: dict[str, Any], store: Readable) -> list[dict[str, Any]]:
    """The rows of a named question as its GraphQL operation gives them, for `peelgraph ask --engine graphql`."""
    from web.graphql_operations import rows

    return rows(question.name, given, Index.of(store))
