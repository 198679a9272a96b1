"""Documents, parsed, measured and validated once: the same text again costs nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from graphql import DocumentNode, GraphQLError, OperationDefinitionNode, parse, validate

from web.graphql_limits import LIMITS, check_shape
from web.graphql_plan import Plan, compiled
from web.graphql_schema import schema

__all__ = ["Ready", "ready"]

KEPT = 512


@dataclass
class Ready:
    """A document that can be run, or the errors for which it cannot. Its plans are made when they are first needed."""

    document: DocumentNode | None = None
    errors: list[GraphQLError] = field(default_factory=list)
    plans: dict[str | None, Plan | None] = field(default_factory=dict)

    def plan(self, operation_name: str | None) -> Plan | None:
        """The compiled plan of an operation; nothing where only the executor will do."""
        if operation_name not in self.plans:
            operation = self.operation(operation_name)
            self.plans[operation_name] = compiled(schema(), self.document, operation) if operation and self.document else None
        return self.plans[operation_name]

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation of that name, or the only one; nothing if that is not clear."""
        held = [d for d in self.document.definitions if isinstance(d, OperationDefinitionNode)] if self.document else []
        named = [o for o in held if name is None or (o.name and o.name.value == name)]
        return named[0] if len(named) == 1 else None


@lru_cache(KEPT)
def ready(text: str) -> Ready:
    """Parse, measure, validate, in this order: what is too large is not validated."""
    try:
        document = parse(text, max_tokens=LIMITS["tokens"].value)
    except GraphQLError as error:
        return Ready(errors=[_plainly(error)])
    except RecursionError:
        return Ready(errors=[GraphQLError(LIMITS["depth"].told)])
    errors = check_shape(document) or validate(schema(), document, max_errors=20)
    return Ready(document, errors)


def _plainly(error: GraphQLError) -> GraphQLError:
    """The parser's own words for its limits, in ours."""
    told = {"tokens": "Document contains more than", "depth": "nest"}
    name = next((name for name, words in told.items() if words in error.message), None)
    return GraphQLError(LIMITS[name].told) if name else error
