"""The schema: every type and field, built once for the process; `python -m web.graphql_schema` prints it."""

from __future__ import annotations

from functools import cache

import graphene
from graphql import GraphQLSchema, print_schema

from web import graphql_types as types
from web.graphql_query import Query

__all__ = ["printed", "schema"]

BESIDES = [types.Tenure]


@cache
def schema() -> GraphQLSchema:
    """The schema as graphql-core has it. Types that only `node(id:)` leads to are named here."""
    return graphene.Schema(query=Query, types=BESIDES).graphql_schema


def printed() -> str:
    """The text of `graphql/schema.graphql`."""
    return "# Printed by `make docs` from web/graphql_schema.py; do not edit.\n\n" + print_schema(schema()) + "\n"


if __name__ == "__main__":
    print(printed(), end="")
