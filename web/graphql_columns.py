"""Flat fields: one value from some records away under a name of its own, so that an operation's rows are the columns of its question."""

from __future__ import annotations

from typing import Any

import graphene
from graphene.types.structures import NonNull
from graphene.utils.str_converters import to_camel_case

from web.graphql_fields import Path

__all__ = ["COLUMNS", "columns"]

OF_A_FINDING = {"Id": "id", "Year": "year", "Kind": "kind", "Word": "word", "Voice": "voice", "Text": "text"}
OF_ITS_QUOTE = {"Start": "quote.start", "End": "quote.end", "Source": "quote.source"}

COLUMNS: dict[str, dict[str, str]] = {
    "Lineage": {side + name: f"{side}.{path}" for side in ("earlier", "later") for name, path in (OF_A_FINDING | OF_ITS_QUOTE).items()},
    "Letter": {
        "authorId": "author.id",
        "authorName": "author.name",
        "addresseeId": "addressee.id",
        "addresseeName": "addressee.name",
        "forceId": "force.id",
    },
    "Deadline": {"reportId": "report.id", "reportTitle": "report.title", "forceId": "force.id", "letterId": "letter.id"},
    "ThemedFinding": {
        "themeId": "theme.id",
        "findingId": "finding.id",
        "kind": "finding.kind",
        "word": "finding.word",
        "year": "finding.year",
        "forceId": "finding.force.id",
        "text": "finding.text",
        "start": "finding.quote.start",
        "end": "finding.quote.end",
        "source": "finding.quote.source",
    },
    "Judgement": {
        "forceId": "force.id",
        "reportId": "report.id",
        "published": "report.published",
        "letterId": "letter.id",
        "text": "quote.text",
        "start": "quote.start",
        "end": "quote.end",
        "source": "quote.source",
    },
}


def columns(kind: str) -> type:
    """A base class with the flat fields of a type. Their types are found when the schema is built and all types are there."""
    fields = {name: graphene.Dynamic(lambda path=path: _flat(kind, path)) for name, path in COLUMNS[kind].items()}
    return type(f"{kind}Columns", (), fields)


def _flat(kind: str, path: str) -> graphene.Field:
    """Follow the path through the types: null as soon as one step may be, else never null."""
    from web import graphql_types  # when the schema is built; before that its types are not all there

    leaf, required = getattr(graphql_types, kind), True
    for step in path.split("."):
        of = leaf._meta.fields[step].type
        required, leaf = required and isinstance(of, NonNull), _named(of)
    return graphene.Field(leaf, required=required, description=_says(path), resolver=Path(path))


def _named(of: Any) -> Any:
    return of.of_type if isinstance(of, NonNull) else of


def _says(path: str) -> str:
    steps = [to_camel_case(step) for step in path.split(".")]
    return "The same as `" + " { ".join(steps) + " }" * (len(steps) - 1) + "`, flat, for a table."
