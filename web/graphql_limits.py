"""What one GraphQL request may ask for, in one table, and how a document is measured against it before it is validated."""

from __future__ import annotations

from dataclasses import dataclass

from graphql import DocumentNode, FieldNode, FragmentDefinitionNode, FragmentSpreadNode, GraphQLError, SelectionSetNode

__all__ = ["LIMITS", "Limit", "TimeUp", "check_shape"]


@dataclass(frozen=True)
class Limit:
    """A limit's value and what a request that goes over it is told."""

    value: int
    what: str
    told: str


LIMITS = {
    "body": Limit(
        100_000,
        "bytes of a request's body",
        "The request is larger than 100,000 bytes. Send a shorter query; names of operations are listed at /graphql/operations.",
    ),
    "tokens": Limit(5_000, "tokens of a document", "The document has more than 5,000 tokens. Ask for less at once, or use fragments."),
    "depth": Limit(
        20, "levels of nested fields", "The document is nested more than 20 fields deep. Ask for the inner things by `node(id:)`."
    ),
    "fields": Limit(
        2_000,
        "fields once fragments are spread out",
        "The document asks for more than 2,000 fields once its fragments are spread out. Ask for less at once.",
    ),
    "page": Limit(1_000, "things on a page, when `first` is not given", ""),
    "largest_page": Limit(
        5_000, "things on a page, the largest `first`", "A page holds at most 5,000, not {given}. Ask for the next page with `after`."
    ),
    "seconds": Limit(
        10,
        "seconds of work on one request",
        "The request was cut off after 10 seconds. Ask for a smaller page (`first`) or for fewer fields.",
    ),
}


class TimeUp(BaseException):
    """The limit of time has passed. Not an `Exception`: the executor would take it for the error of a single field."""


@dataclass(frozen=True)
class Shape:
    depth: int
    fields: int


class _Measure:
    """Depth and number of fields of selection sets; each fragment is measured once, however often it is spread."""

    def __init__(self, document: DocumentNode) -> None:
        self.fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        self.known: dict[str, Shape] = {}

    def of(self, selections: SelectionSetNode | None) -> Shape:
        shapes = [self._one(selection) for selection in selections.selections] if selections else []
        return Shape(max((shape.depth for shape in shapes), default=0), sum(shape.fields for shape in shapes))

    def _one(self, selection: object) -> Shape:
        if isinstance(selection, FieldNode):
            inner = self.of(selection.selection_set)
            return Shape(inner.depth + 1, inner.fields + 1)
        if isinstance(selection, FragmentSpreadNode):
            return self._fragment(selection.name.value)
        return self.of(getattr(selection, "selection_set", None))

    def _fragment(self, name: str) -> Shape:
        """A fragment within itself counts nothing here: validation refuses it."""
        if name not in self.known:
            self.known[name] = Shape(0, 0)
            self.known[name] = self.of(self.fragments[name].selection_set) if name in self.fragments else Shape(0, 0)
        return self.known[name]


def check_shape(document: DocumentNode) -> list[GraphQLError]:
    """An error for each limit that an operation of the document goes over."""
    measure = _Measure(document)
    shapes = [measure.of(getattr(definition, "selection_set", None)) for definition in document.definitions]
    over = {"depth": max((s.depth for s in shapes), default=0), "fields": max((s.fields for s in shapes), default=0)}
    return [GraphQLError(LIMITS[name].told) for name, value in over.items() if value > LIMITS[name].value]
