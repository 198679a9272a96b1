"""Running an operation: the compiled plan where there is one, else the executor; errors in the shape of the house."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from graphql import ExecutionContext, GraphQLError

from web.errors import Fault, error_object, masked
from web.graphql_documents import Ready, ready
from web.graphql_limits import LIMITS, TimeUp
from web.graphql_plan import Uncovered
from web.graphql_resolvers import Context
from web.graphql_rows import Rows
from web.graphql_schema import schema

__all__ = ["Outcome", "run"]


@dataclass
class Outcome:
    """What came of a request. `executed` tells an answer, with or without errors, from a request that could not be run."""

    executed: bool
    data: dict[str, Any] | None = None
    errors: list[dict[str, Any]] = field(default_factory=list)

    def body(self, release: str) -> dict[str, Any]:
        """The response map of the specification, section 7.1."""
        errors = {"errors": self.errors} if self.errors else {}
        return errors | ({"data": self.data} if self.executed else {}) | {"extensions": {"release": release}}


class Timed(ExecutionContext):
    """The executor, cut off when its time is up."""

    until = float("inf")

    def complete_object_value(self, *given: Any) -> Any:
        if perf_counter() > self.until:
            raise TimeUp
        return super().complete_object_value(*given)


def run(rows: Rows, query: str | Ready, variables: dict[str, Any] | None = None, operation_name: str | None = None) -> Outcome:
    """Run an operation of a document over the rows of an index. Never raises for what a request may hold."""
    document = query if isinstance(query, Ready) else ready(query)
    if document.errors:
        return Outcome(False, errors=[_shown(error) for error in document.errors])
    context = Context(rows, perf_counter() + LIMITS["seconds"].value)
    made = Timed.build(schema(), document.document, None, context, variables, operation_name)
    if isinstance(made, list):
        return Outcome(False, errors=[_shown(error) for error in made])
    try:
        return _planned(document, made, context, operation_name) or _executed(made, context)
    except TimeUp:
        return Outcome(True, None, [error_object(LIMITS["seconds"].told, "TOO_HEAVY")])


def _planned(document: Ready, made: ExecutionContext, context: Context, operation_name: str | None) -> Outcome | None:
    plan = document.plan(operation_name)
    if plan is None:
        return None
    try:
        return Outcome(True, plan(context, made.variable_values))
    except Uncovered:
        return None


def _executed(made: Timed, context: Context) -> Outcome:
    made.until = context.until
    collected = made.collected_errors
    try:
        data = made.execute_operation(made.operation, None)
    except GraphQLError as error:
        collected.add(error, None)
        data = None
    result = made.build_response(data, collected.errors)
    return Outcome(True, result.data, [_shown(error) for error in result.errors or ()])


def _shown(error: GraphQLError) -> dict[str, Any]:
    """An error as the asker sees it: in full if it is the asker's to mend, else by the number that it is logged under."""
    cause = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error:
        cause = cause.original_error
    theirs = cause is None or isinstance(cause, GraphQLError | Fault)
    code = cause.code if isinstance(cause, Fault) else "BAD_REQUEST" if theirs else "INTERNAL"
    message = error.message if theirs else masked(cause)
    return {**error.formatted, **error_object(message, code)}
