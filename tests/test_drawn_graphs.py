"""Whatever letters, reviews and registers may hold, the question and the operation of one name give the same rows."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings

from knowledge.index import Index
from knowledge.store import MemoryStore
from server import graphql_rows
from tests.asked import QUESTIONS, asked
from tests.drawn_graphs import graphs

FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def differing(store: MemoryStore) -> list[tuple[str, dict[str, Any]]]:
    """The questions that the two languages answer differently."""
    every = asked(Index.of(store))
    return [(name, values) for name, values in every if QUESTIONS[name].run(store, **values) != graphql_rows(QUESTIONS[name], values, store)]


@FEW
@given(graphs())
def test_sparql_and_graphql_give_the_same_rows_over_any_graph_that_the_gate_lets_in(store: MemoryStore) -> None:
    assert differing(store) == []
