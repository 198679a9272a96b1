"""The query behind an answer, in each language that it is asked in, parameters filled in and ready to run."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from knowledge.questions import Question, QuestionError
from knowledge.store import with_values
from web.explorer.site import Site
from web.explorer.words import address

__all__ = ["Query", "languages", "queries"]

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Query:
    """A query as text, and where it can be opened and run, if here."""

    language: str
    text: str
    opens: str | None = None
    where: str | None = None


@cache
def _file(folder: str, name: str) -> str | None:
    path = ROOT / folder / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def languages(name: str) -> list[str]:
    """In which languages a question is asked."""
    there = {"SPARQL": True, "Cypher": _file("queries", f"{name}.cypher"), "GraphQL": _file("graphql/operations", f"{name}.graphql")}
    return [language for language, text in there.items() if text]


def queries(site: Site, name: str, values: dict[str, Any]) -> list[Query]:
    """GraphQL, SPARQL and Cypher, as far as the question has them."""
    given = {key: value for key, value in values.items() if value not in (None, "", (), [], False)}
    made = [_graphql(name, given), _sparql(site, name, given), _cypher(name, given)]
    return [query for query in made if query]


def _graphql(name: str, given: dict[str, Any]) -> Query | None:
    text = _file("graphql/operations", f"{name}.graphql")
    if text is None:
        return None
    enums = {"kind", "laterKind", "atLeast", "verdict"}
    variables = {key: _enum(value) if key in enums else value for key, value in given.items()}
    said = json.dumps(variables, ensure_ascii=False, indent=2)
    return Query("GraphQL", f"{text.strip()}\n\n# Variables\n{said}", address("/graphql", query=text, variables=json.dumps(variables)), "GraphiQL")


def _enum(value: Any) -> Any:
    return [item.upper() for item in value] if isinstance(value, (tuple, list)) else str(value).upper()


def _sparql(site: Site, name: str, given: dict[str, Any]) -> Query | None:
    question = site.questions.get(name)
    if question is None:
        return None
    try:
        text = filled(question, site, {key: _one(value) for key, value in given.items()})
    except QuestionError:
        text = question.text
    return Query("SPARQL", text.strip(), f"/sparql#query={quote(text)}", "the query page")


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, (tuple, list)) else value


def filled(question: Question, site: Site, given: dict[str, Any]) -> str:
    """The query with its parameters, as the engine gets it: for reading and for running as it stands."""
    terms = question.bind(site.store, given)
    return with_values(question.asked(terms), terms)


def _cypher(name: str, given: dict[str, Any]) -> Query | None:
    text = _file("queries", f"{name}.cypher")
    if text is None:
        return None
    params = "".join(f":param {key} => {json.dumps(_one(value) if key not in ('kind', 'laterKind') else list(value))};\n" for key, value in given.items())
    return Query("Cypher", params + text.strip())
