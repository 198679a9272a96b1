"""How the fields of the schema are written down: what a field holds, where its value is read, and what it means."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import graphene

from web.graphql_words import meaning

__all__ = ["Path", "boolean", "integer", "listed", "many", "one", "read", "string"]

TYPES = "web.graphql_types."


def read(name: str, default: Any, root: Any, info: Any) -> Any:
    """The resolver of every field that is an attribute of its record: nothing is worked out here."""
    return getattr(root, name)


class Path:
    """The resolver of a field that lies some records away: `Path("quote.document.file_name")`; nothing where one of them is missing."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.whole = attrgetter(path)

    def __call__(self, root: Any, info: Any = None) -> Any:
        try:
            return self.whole(root)
        except AttributeError:
            return self._stepwise(root)

    def _stepwise(self, root: Any) -> Any:
        for step in self.path.split("."):
            if root is None:
                return None
            root = getattr(root, step)
        return root


def _says(says: str) -> str:
    """`kg:term` stands for the term's definition, with or without more behind it."""
    if not says.startswith("kg:"):
        return says
    term, _, more = says[3:].partition(" ")
    return meaning(term, more)


def string(says: str, required: bool = False, **more: Any) -> graphene.Field:
    return graphene.Field(graphene.String, description=_says(says), required=required, **more)


def integer(says: str, required: bool = False, **more: Any) -> graphene.Field:
    return graphene.Field(graphene.Int, description=_says(says), required=required, **more)


def boolean(says: str, **more: Any) -> graphene.Field:
    return graphene.Field(graphene.Boolean, description=_says(says), required=True, **more)


def one(kind: str | type, says: str, required: bool = False, **more: Any) -> graphene.Field:
    """One thing of the type of that name (or an enum)."""
    return graphene.Field(_type(kind), description=_says(says), required=required, **more)


def many(kind: str | type, says: str, **more: Any) -> graphene.Field:
    """A list that is there even when it is empty, and holds no nulls."""
    return graphene.Field(listed(kind), description=_says(says), required=True, **more)


def listed(kind: str | type) -> graphene.List:
    return graphene.List(graphene.NonNull(_type(kind)))


def _type(kind: str | type) -> str | type | Callable[[], type]:
    return TYPES + kind if isinstance(kind, str) else kind
