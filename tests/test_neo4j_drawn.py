"""Whatever the graph may hold, Neo4j holds it after a sync, and Cypher gives the rows of SPARQL and GraphQL."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from exports.neo4j import ask_cypher
from exports.projection import project
from knowledge.index import Index
from knowledge.store import MemoryStore, Store
from server import graphql_rows
from tests.asked import QUESTIONS, asked
from tests.drawn_graphs import graphs
from tests.generated import small_graph
from tests.neo4j_in_use import dump, emptied, neo4j, synced

pytestmark = [pytest.mark.engine, pytest.mark.slow]
FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def differing(store: MemoryStore) -> list[tuple[str, dict[str, Any]]]:
    """The questions that Cypher answers otherwise than SPARQL or GraphQL."""
    wrong = []
    for name, values in asked(Index.of(store)):
        by_cypher = ask_cypher(QUESTIONS[name], values, store, neo4j())
        if not by_cypher == QUESTIONS[name].run(store, **values) == graphql_rows(QUESTIONS[name], values, store):
            wrong.append((name, values))
    return wrong


@FEW
@given(graphs())
def test_the_three_languages_give_the_same_rows_over_any_graph_that_the_gate_lets_in(store: MemoryStore) -> None:
    emptied()
    synced(Index.of(store))
    assert differing(store) == []


def test_the_three_languages_give_the_same_rows_over_two_forces_with_a_letter_a_year() -> None:
    store = Store.of(small_graph())
    synced(Index.of(store))
    assert differing(store) == []


@FEW
@given(graphs(), graphs())
def test_a_graph_synced_over_another_leaves_what_it_leaves_in_an_empty_database(before: MemoryStore, after: MemoryStore) -> None:
    emptied()
    synced(Index.of(after))
    clean = dump()
    synced(Index.of(before))
    synced(Index.of(after))
    assert dump() == clean
    table = project(Index.of(after))
    assert len(clean) == sum(map(len, table.nodes.values())) + sum(map(len, table.relationships.values()))
