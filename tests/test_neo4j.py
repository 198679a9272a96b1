"""A real Neo4j made equal to the graph: twice changes nothing, damage is repaired, what is of others stays, answers are SPARQL's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from exports.engines import EngineError, local_neo4j
from exports.neo4j import Connection, Synced, SyncError, ask_cypher, sync
from knowledge.index import Index
from knowledge.questions import read_questions
from server import graphql_rows
from tests.real import real_index, real_store

pytestmark = pytest.mark.engine
QUESTIONS = read_questions(Path(__file__).resolve().parent.parent / "queries")
FINDING = "west-mercia-2018-02-20-legitimacy-2017-west-mercia-4dc2b01f"
ASKED = [
    ("recurrences", {"from": 2014, "to": 2019}),
    ("recurrences", {"from": 2017, "to": 2019, "relatedToo": "true"}),
    ("lineage_of_finding", {"finding": FINDING, "relatedToo": "true"}),
    ("letters_by_commissioner", {}),
    ("letters_by_commissioner", {"author": "john-campion"}),
    ("deadlines", {}),
    ("deadlines", {"verdict": "late"}),
    ("findings_by_theme", {}),
    ("findings_by_theme", {"theme": "stop-and-search", "year": 2017}),
    ("judgement_history", {"force": "west-mercia"}),
    ("judgement_history", {"force": "west-mercia", "pillar": "legitimacy"}),
]


@pytest.fixture(scope="module", autouse=True)
def neo4j() -> Iterator[None]:
    """The Neo4j of NEO4J_URI, or one of our own."""
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        if "NEO4J_URI" not in os.environ:
            try:
                patch.setenv("NEO4J_URI", stack.enter_context(local_neo4j()).uri)
            except EngineError as error:
                (pytest.fail if os.environ.get("CI") else pytest.skip)(f"Neo4j cannot be had: {error}")
        yield


@pytest.fixture
def driver() -> Iterator[Driver]:
    to = Connection.of_environment()
    with GraphDatabase.driver(to.uri, auth=to.auth) as opened:
        yield opened


def synced(index: Index) -> Synced:
    to = Connection.of_environment()
    return sync(index, to.uri, to.user, to.password, to.database)


def rows(driver: Driver, text: str, **values: Any) -> list[dict[str, Any]]:
    return [record.data() for record in driver.execute_query(text, values).records]


def test_a_second_sync_makes_no_write_by_the_servers_own_count() -> None:
    synced(real_index())
    again = synced(real_index())
    assert again.writes == 0
    assert again.nodes > len(real_index().findings) + len(real_index().letters)


def test_damaged_nodes_and_relationships_are_repaired_and_nothing_else_is_written(driver: Driver) -> None:
    synced(real_index())
    iri = real_index().get(FINDING, "finding").id
    rows(driver, "MATCH (f:Finding {id: $iri}) REMOVE f.text SET f.year = 1066, f:Concern:CauseOfConcern", iri=iri)
    rows(driver, "MATCH (:Person {slug: 'theresa-may'})<-[r:ADDRESSED_TO]-() DELETE r")
    assert synced(real_index()).writes > 0
    (there,) = rows(driver, "MATCH (f:Finding {id: $iri}) RETURN f.text AS text, f.year AS year, size(labels(f)) AS labels", iri=iri)
    record = real_index().get(iri)
    assert there == {"text": record.text, "year": record.year, "labels": 2}
    assert rows(driver, "MATCH (:Person {slug: 'theresa-may'})<-[r:ADDRESSED_TO]-() RETURN count(r) > 0 AS some") == [{"some": True}]
    assert synced(real_index()).writes == 0


def test_what_left_the_graph_leaves_neo4j_and_what_is_of_others_stays(driver: Driver) -> None:
    synced(real_index())
    rows(driver, "MATCH (l:Letter) WITH l LIMIT 1 CREATE (:Person {name: 'A stranger'})-[:READ]->(l)")
    rows(driver, "CREATE (:Letter {id: 'https://peelgraph.example/id/letter/withdrawn', dataset: 'peelgraph'})")
    synced(real_index())
    assert rows(driver, "MATCH (l:Letter {id: 'https://peelgraph.example/id/letter/withdrawn'}) RETURN l.id") == []
    assert rows(driver, "MATCH (p {name: 'A stranger'})-[:READ]->(l:Letter) RETURN count(l) AS read") == [{"read": 1}]
    rows(driver, "MATCH (p {name: 'A stranger'}) DETACH DELETE p")


def test_two_tenures_of_one_person_in_one_office_are_two_relationships(driver: Driver) -> None:
    synced(real_index())
    should: dict[tuple[str, str], int] = {}
    for tenure in real_index().tenures:
        ends = (tenure.holder.id, tenure.office.id)
        should[ends] = should.get(ends, 0) + 1
    there = rows(driver, "MATCH (p:Person)-[r:HELD]->(o:Office) RETURN p.id AS person, o.id AS office, count(r) AS tenures")
    assert {(row["person"], row["office"]): row["tenures"] for row in there} == should


def test_october_2015_is_no_day(driver: Driver) -> None:
    synced(real_index())
    months = [letter.id for letter in real_index().letters if letter.date and len(letter.date) == 7]
    there = rows(driver, "MATCH (l:Letter) WHERE size(l.dated) = 7 RETURN l.id AS id, l.datedFrom < l.datedTo AS wide ORDER BY id")
    assert months
    assert there == [{"id": iri, "wide": True} for iri in sorted(months)]


@pytest.mark.parametrize(("name", "given"), ASKED)
def test_the_three_languages_give_the_same_rows_over_the_shipped_letters(name: str, given: dict[str, Any]) -> None:
    synced(real_index())
    expected = QUESTIONS[name].run(real_store(), **given)
    assert expected
    assert ask_cypher(QUESTIONS[name], given, real_store()) == expected
    assert graphql_rows(QUESTIONS[name], given, real_store()) == expected


def test_a_server_that_is_not_there_is_one_plain_sentence() -> None:
    with pytest.raises(SyncError, match=r"^There is no Neo4j to be reached at 'bolt://127\.0\.0\.1:9'\."):
        sync(real_index(), "bolt://127.0.0.1:9", None, None)
