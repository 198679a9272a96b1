"""Compiled plans: a validated operation as Python functions, one for each selection set, that give what the executor would give.

What is not covered (introspection, interfaces, `@skip` and `@include`), and whatever goes wrong on the way, is left to the executor,
which alone knows how to place an error. `tests/test_graphql_plan.py` compares the two on generated documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from time import perf_counter
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
)
from graphql.execution.values import get_argument_values

from web.graphql_fields import read
from web.graphql_limits import TimeUp

__all__ = ["Plan", "Uncovered", "compiled"]

Plan = Callable[[Any, dict[str, Any]], dict[str, Any]]


class Uncovered(Exception):
    """The plan cannot give the answer; the executor can."""


def compiled(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) -> Plan | None:
    """The plan of an operation, or nothing where it has something that plans do not cover."""
    if operation.operation is not OperationType.QUERY or operation.directives or schema.query_type is None:
        return None
    writer = _Writer({d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)})
    try:
        root = writer.selection(schema.query_type, [operation])
    except Uncovered:
        return None
    return writer.plan(root)


class _Info:
    """The one thing that resolvers of ours ask `info` for."""

    __slots__ = ("context",)

    def __init__(self, context: Any) -> None:
        self.context = context


class _Writer:
    """Writes the functions of a plan. Every name in the source is made here; nothing of a request's text gets into it but JSON keys."""

    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self.fragments = fragments
        self.lines: list[str] = []
        self.names: dict[str, Any] = {}
        self.arguments: list[tuple[GraphQLField, FieldNode]] = []

    def plan(self, root: str) -> Plan:
        source = "def make(info, A, tick):\n" + "\n".join(self.lines) + f"\n    return {root}(None)"
        exec(compile(source, "<plan>", "exec"), self.names)
        make, arguments = self.names["make"], self.arguments

        def answer(context: Any, variables: dict[str, Any]) -> dict[str, Any]:
            def tick(rows: Iterable[Any]) -> Iterable[Any]:
                if perf_counter() > context.until:
                    raise TimeUp
                return rows

            try:
                given = [get_argument_values(field, node, variables) for field, node in arguments]
                return make(_Info(context), given, tick)
            except Exception as error:
                raise Uncovered from error

        return answer

    def name(self, prefix: str, value: Any) -> str:
        name = f"{prefix}{len(self.names)}"
        self.names[name] = value
        return name

    def selection(self, kind: GraphQLObjectType, nodes: Iterable[Any], nullable: bool = False) -> str:
        """Write the function that turns a record of this type into a dict; returns its name."""
        fields: dict[str, list[FieldNode]] = {}
        for node in nodes:
            self._collect(kind, node.selection_set.selections, fields)
        pairs = [f"{key!r}: {self._field(kind, found)}" for key, found in fields.items()]
        name = self.name("f", None)
        empty = "return None" if nullable else "raise ValueError"
        check = [] if kind.name == "Query" else [f"        if o is None: {empty}"]
        self.lines += [f"    def {name}(o):", *check, f"        return {{{', '.join(pairs)}}}"]
        return name

    def _collect(self, kind: GraphQLObjectType, selections: Iterable[SelectionNode], fields: dict[str, list[FieldNode]]) -> None:
        for node in selections:
            if node.directives:
                raise Uncovered
            if isinstance(node, FieldNode):
                fields.setdefault((node.alias or node.name).value, []).append(node)
                continue
            part = self.fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node
            condition = part.type_condition.name.value if part.type_condition else kind.name
            if condition == kind.name or condition in {interface.name for interface in kind.interfaces}:
                self._collect(kind, part.selection_set.selections, fields)

    def _field(self, kind: GraphQLObjectType, nodes: list[FieldNode]) -> str:
        name = nodes[0].name.value
        if name == "__typename":
            return repr(kind.name)
        field = kind.fields.get(name)
        if field is None:
            raise Uncovered
        return self._value(field.type, self._read(field, nodes[0]), nodes)

    def _read(self, field: GraphQLField, node: FieldNode) -> str:
        """How the field's value is read off the record `o`."""
        resolve = field.resolve
        if isinstance(resolve, partial) and resolve.func is read:
            return f"o.{resolve.args[0]}"
        call = f"{self.name('r', resolve)}(o, info"
        if not field.args:
            return call + ")"
        self.arguments.append((field, node))
        return f"{call}, **A[{len(self.arguments) - 1}])"

    def _value(self, kind: Any, value: str, nodes: list[FieldNode], nullable: bool = True) -> str:
        """The expression that completes a value as its type demands."""
        if isinstance(kind, GraphQLNonNull):
            return self._value(kind.of_type, value, nodes, nullable=False)
        if isinstance(kind, GraphQLObjectType):
            return f"{self.selection(kind, nodes, nullable)}({value})"
        if isinstance(kind, GraphQLList):
            if nullable:
                raise Uncovered
            return f"[{self._value(kind.of_type, 'o', nodes)} for o in tick({value})]"
        if isinstance(kind, GraphQLEnumType):
            words = {member.value.value: name for name, member in kind.values.items()} | ({None: None} if nullable else {})
            return f"{self.name('e', words)}[{value}]"
        if not hasattr(kind, "serialize"):
            raise Uncovered
        return value if nullable else f"(v if (v := {value}) is not None else {self.name('n', _missing)}())"


def _missing() -> None:
    raise Uncovered
