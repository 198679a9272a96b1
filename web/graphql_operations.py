"""The named operations: each file of `graphql/operations/` as something that can be run by name, and read as rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from graphql import ListTypeNode, NamedTypeNode, NonNullTypeNode, TypeNode, VariableDefinitionNode

from knowledge.index import Index
from web.errors import Fault, NotFound, did_you_mean
from web.graphql_documents import Ready, ready
from web.graphql_execution import run
from web.graphql_rows import Rows

__all__ = ["Operation", "operation", "operations", "rows"]

FOLDER = Path(__file__).resolve().parent.parent / "graphql" / "operations"
ROWS = "# Rows: "
PAGING = ("first", "after")


@dataclass(frozen=True)
class Operation:
    """A file of `graphql/operations/`. Its first line names the list that holds its rows: `# Rows: recurrences.nodes`."""

    name: str
    text: str

    @property
    def path(self) -> list[str]:
        return self.text.splitlines()[0].removeprefix(ROWS).split(".")

    @cached_property
    def document(self) -> Ready:
        return ready(self.text)

    @cached_property
    def variables(self) -> dict[str, VariableDefinitionNode]:
        asked = self.document.operation(None)
        return {v.variable.name.value: v for v in asked.variable_definitions} if asked else {}

    def coerced(self, given: dict[str, Any]) -> dict[str, Any]:
        """Words from a command line or an address as the operation's variables. Raises `Fault` for a name or value that cannot be."""
        values = {_camel(name): value for name, value in given.items() if value not in (None, "")}
        parameters = [name for name in self.variables if name not in PAGING]
        for name in values:
            if name not in self.variables:
                hint = did_you_mean(name, parameters) or f" It takes {', '.join(parameters)}."
                raise Fault(f"The operation '{self.name}' has no parameter '{name}'.{hint}")
        missing = [n for n, v in self.variables.items() if isinstance(v.type, NonNullTypeNode) and n not in values]
        if missing:
            raise Fault(f"The operation '{self.name}' needs the parameter '{missing[0]}'.")
        return {name: _typed(name, self.variables[name].type, value) for name, value in values.items()}


@cache
def operations() -> dict[str, Operation]:
    """Every operation by name."""
    return {path.stem: Operation(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.graphql"))}


def operation(name: str) -> Operation:
    """Raises `NotFound` with the nearest right name."""
    if name not in operations():
        hint = did_you_mean(name, operations()) or f" There are: {', '.join(operations())}."
        raise NotFound(f"There is no operation '{name}'.{hint}")
    return operations()[name]


def rows(name: str, variables: dict[str, Any], index: Index | Rows) -> list[dict[str, Any]]:
    """Every row of an operation, page after page; keys are the columns of the question of that name. Raises `Fault`."""
    asked, source = operation(name), index if isinstance(index, Rows) else Rows(index)
    given, found = asked.coerced(variables), []
    while True:
        outcome = run(source, asked.document, given)
        if outcome.errors:
            raise Fault(outcome.errors[0]["message"])
        held, page = outcome.data or {}, {}
        for step in asked.path:
            page, held = held, held[step]
        found += held
        if not page.get("pageInfo", {}).get("hasNextPage"):
            return found
        given = given | {"after": page["pageInfo"]["endCursor"]}


def _camel(name: str) -> str:
    head, *rest = name.split("-")
    return head + "".join(part.title() for part in rest)


def _typed(name: str, kind: TypeNode, value: Any) -> Any:
    """A word as a value of the variable's type."""
    if isinstance(kind, NonNullTypeNode):
        return _typed(name, kind.type, value)
    if isinstance(kind, ListTypeNode):
        return [_typed(name, kind.type, part) for part in (value if isinstance(value, list) else str(value).split(","))]
    return _scalar(name, kind, value) if isinstance(value, str) else value


def _scalar(name: str, kind: NamedTypeNode, word: str) -> Any:
    word, of = word.strip(), kind.name.value
    if of in ("ID", "String"):
        return word
    if of == "Int":
        if not re.fullmatch(r"-?[0-9]{1,9}", word):
            raise Fault(f"'{word}' is not a number for '{name}'. Write digits, such as 2014.")
        return int(word)
    if of == "Boolean":
        if word.lower() not in ("true", "false", "yes", "no", "1", "0"):
            raise Fault(f"'{word}' is neither true nor false for '{name}'.")
        return word.lower() in ("true", "yes", "1")
    return word.upper().replace("-", "_").replace(" ", "_")
