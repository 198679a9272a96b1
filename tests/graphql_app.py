"""The GraphQL window alone, over a small graph."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from knowledge.index import Index
from knowledge.questions import read_questions
from knowledge.store import Store
from web.errors import install
from web.graphql_view import graphql_blueprint

__all__ = ["graphql_app"]

QUERIES = Path(__file__).resolve().parent.parent / "queries"


def graphql_app(ntriples: str) -> Flask:
    """An application with the errors of the house and nothing but `/graphql`."""
    store = Store.of(ntriples)
    app = Flask("graphql-alone", static_folder=None)
    install(app)
    app.register_blueprint(graphql_blueprint(read_questions(QUERIES), store, Index.of(store)))
    return app
