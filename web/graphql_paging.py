"""Relay's connections with keyset cursors: a cursor is the sort key of a row, so that rows which come in between move no page."""

from __future__ import annotations

import base64
import binascii
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import graphene
import orjson

from web.errors import Fault
from web.graphql_fields import boolean, integer, many, one, string
from web.graphql_limits import LIMITS
from web.graphql_things import Record

__all__ = ["Edge", "Found", "Page", "PageInfo", "connection", "paged", "paging"]

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Found:
    """All rows of an answer in order, their sort keys, and a mark of the question that they answer."""

    question: str
    rows: Sequence[Any]
    keys: Sequence[Key]
    coverage: Any = None
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Edge:
    node: Any
    question: str
    key: Key

    @property
    def cursor(self) -> str:
        return base64.urlsafe_b64encode(orjson.dumps([self.question, *self.key])).decode().rstrip("=")


class Page:
    """The rows from `start` to `end` of what was found."""

    def __init__(self, found: Found, start: int, end: int) -> None:
        self.found, self.start, self.end = found, start, max(start, end)
        self.total_count = len(found.rows)
        self.has_next_page, self.has_previous_page = self.end < self.total_count, start > 0
        self.coverage, self.notes = found.coverage, found.notes

    @cached_property
    def nodes(self) -> Sequence[Any]:
        return self.found.rows[self.start : self.end]

    @cached_property
    def edges(self) -> list[Edge]:
        return [self._edge(i) for i in range(self.start, self.end)]

    def _edge(self, i: int) -> Edge:
        return Edge(self.found.rows[i], self.found.question, self.found.keys[i])

    @property
    def page_info(self) -> Page:
        return self

    @property
    def start_cursor(self) -> str | None:
        return self._edge(self.start).cursor if self.start < self.end else None

    @property
    def end_cursor(self) -> str | None:
        return self._edge(self.end - 1).cursor if self.start < self.end else None


def paged(found: Found, first: int | None = None, after: str | None = None, last: int | None = None, before: str | None = None) -> Page:
    """The page that Relay's arguments ask for. Raises `Fault` for what cannot be a page."""
    size = _size(first, last)
    start = bisect_right(found.keys, _key(found, after)) if after is not None else 0
    end = bisect_left(found.keys, _key(found, before)) if before is not None else len(found.rows)
    if last is not None:
        return Page(found, max(start, end - size), end)
    return Page(found, start, min(end, start + size))


def _size(first: int | None, last: int | None) -> int:
    if first is not None and last is not None:
        raise Fault("Give `first` or `last`, not both.")
    name, size = ("last", last) if last is not None else ("first", LIMITS["page"].value if first is None else first)
    if size < 0:
        raise Fault(f"`{name}` is {size}. A page holds 0 or more.")
    if size > LIMITS["largest_page"].value:
        raise Fault(LIMITS["largest_page"].told.format(given=f"{size:,}"))
    return size


def _key(found: Found, cursor: str) -> Key:
    """The sort key in a cursor. Raises `Fault` for a cursor that is none, or of another question."""
    try:
        question, *key = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, TypeError, binascii.Error):
        raise Fault(f"'{cursor[:80]}' is not a cursor. Use `endCursor` of the page before, as it is.") from None
    if question != found.question:
        raise Fault("The cursor belongs to another query. Use it with the same field and the same conditions, or begin without it.")
    if found.keys and [type(part) for part in key] != [type(part) for part in found.keys[0]]:
        raise Fault(f"'{cursor[:80]}' is not a cursor of this list. Use `endCursor` of the page before, as it is.")
    return tuple(key)


def paging() -> dict[str, graphene.Argument]:
    """Relay's four arguments."""
    size = f"At most {LIMITS['largest_page'].value:,}."
    return {
        "first": graphene.Argument(
            graphene.Int, description=f"How many, from the start; {LIMITS['page'].value:,} if neither `first` nor `last` is given. {size}"
        ),
        "after": graphene.Argument(graphene.String, description="Only what comes after this cursor."),
        "last": graphene.Argument(graphene.Int, description=f"How many, from the end. {size}"),
        "before": graphene.Argument(graphene.String, description="Only what comes before this cursor."),
    }


class PageInfo(Record):
    class Meta:
        description = "Where a page lies in its list."

    has_next_page = boolean("Whether more comes after this page.")
    has_previous_page = boolean("Whether something comes before this page.")
    start_cursor = string("The cursor of the first row; null on an empty page.")
    end_cursor = string("The cursor of the last row, for `after`; null on an empty page.")


def connection(name: str, node: type[graphene.ObjectType], noun: str, **more: graphene.Field) -> type[graphene.ObjectType]:
    """`{name}Connection` and `{name}Edge` over a kind of node; `more` are fields that only this one has."""
    edge = type(
        f"{name}Edge",
        (Record,),
        {
            "Meta": type("Meta", (), {"description": f"One of the {noun} of a list, and its place in it."}),
            "node": one(node, "What stands at this place.", required=True),
            "cursor": string("The place, for `after` and `before`. It stays good when the list grows.", required=True),
        },
    )
    fields = {
        "Meta": type("Meta", (), {"description": f"A page of {noun}."}),
        "edges": many(edge, "The page's rows, each with its cursor."),
        "nodes": many(node, "The page's rows without their cursors."),
        "page_info": one(PageInfo, "Where the page lies in the list.", required=True),
        "total_count": integer("How many there are on all pages.", required=True),
    }
    return type(f"{name}Connection", (Record,), fields | more)
