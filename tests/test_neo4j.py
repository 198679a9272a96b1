"""A real Neo4j made equal to the graph: twice changes nothing, damage is repaired, what is of others stays, answers are SPARQL's."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli import main
from exports.neo4j import SyncError, ask_cypher, sync
from loaders import load
from server import graphql_rows
from tests.asked import QUESTIONS
from tests.neo4j_in_use import neo4j, rows, synced
from tests.real import real_index, real_store

pytestmark = pytest.mark.engine
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


def test_a_second_sync_makes_no_write_by_the_servers_own_count() -> None:
    synced(real_index())
    again = synced(real_index())
    assert again.writes == 0
    assert again.nodes > len(real_index().findings) + len(real_index().letters)


def test_damaged_nodes_and_relationships_are_repaired_and_nothing_else_is_written() -> None:
    synced(real_index())
    iri = real_index().get(FINDING, "finding").id
    rows("MATCH (f:Finding {id: $iri}) REMOVE f.text SET f.year = 1066, f:Concern:CauseOfConcern", iri=iri)
    rows("MATCH (:Person {slug: 'theresa-may'})<-[r:ADDRESSED_TO]-() DELETE r")
    assert synced(real_index()).writes > 0
    (there,) = rows("MATCH (f:Finding {id: $iri}) RETURN f.text AS text, f.year AS year, size(labels(f)) AS labels", iri=iri)
    record = real_index().get(iri)
    assert there == {"text": record.text, "year": record.year, "labels": 2}
    assert rows("MATCH (:Person {slug: 'theresa-may'})<-[r:ADDRESSED_TO]-() RETURN count(r) > 0 AS some") == [{"some": True}]
    assert synced(real_index()).writes == 0


def test_what_left_the_graph_leaves_neo4j_and_what_is_of_others_stays() -> None:
    synced(real_index())
    rows("MATCH (l:Letter) WITH l LIMIT 1 CREATE (:Person {name: 'A stranger'})-[:READ]->(l)")
    rows("CREATE (:Letter {id: 'https://peelgraph.example/id/letter/withdrawn', dataset: 'peelgraph'})")
    synced(real_index())
    assert rows("MATCH (l:Letter {id: 'https://peelgraph.example/id/letter/withdrawn'}) RETURN l.id") == []
    assert rows("MATCH (p {name: 'A stranger'})-[:READ]->(l:Letter) RETURN count(l) AS read") == [{"read": 1}]
    rows("MATCH (p {name: 'A stranger'}) DETACH DELETE p")


def test_two_tenures_of_one_person_in_one_office_are_two_relationships() -> None:
    synced(real_index())
    should: dict[tuple[str, str], int] = {}
    for tenure in real_index().tenures:
        ends = (tenure.holder.id, tenure.office.id)
        should[ends] = should.get(ends, 0) + 1
    assert max(should.values()) > 1
    there = rows("MATCH (p:Person)-[r:HELD]->(o:Office) RETURN p.id AS person, o.id AS office, count(r) AS tenures")
    assert {(row["person"], row["office"]): row["tenures"] for row in there} == should


@pytest.mark.parametrize("element", ["(e)", "()-[e]->()"])
def test_october_2015_is_nowhere_a_day(element: str) -> None:
    """What is less exact than a day has a first and a last day that differ, on nodes and on relationships; a DATE alone is nowhere."""
    synced(real_index())
    text = f"MATCH {element} WHERE e.dataset = 'peelgraph' UNWIND keys(e) AS key RETURN e.id AS id, key, e[key] AS value"
    told: dict[str, dict[str, Any]] = {}
    for row in rows(text):
        told.setdefault(row["id"], {})[row["key"]] = row["value"]
    days = [(own, key) for own in told.values() for key, value in own.items() if hasattr(value, "to_native")]
    assert days
    assert [key for own, key in days if not isinstance(own.get(re.sub("(From|To)$", "", key)), str)] == []
    months = [own for own, key in days if key.endswith("From") and len(own[key.removesuffix("From")]) in (4, 7)]
    assert months
    assert [own for own in months for key in own if re.fullmatch(r"\d{4}(-\d\d)?", str(own[key])) and own.get(f"{key}From") and own[f"{key}From"] >= own[f"{key}To"]] == []


@pytest.mark.parametrize(("name", "given"), ASKED)
def test_the_three_languages_give_the_same_rows_over_the_shipped_letters(name: str, given: dict[str, Any]) -> None:
    synced(real_index())
    expected = QUESTIONS[name].run(real_store(), **given)
    assert expected
    assert ask_cypher(QUESTIONS[name], given, real_store(), neo4j()) == expected
    assert graphql_rows(QUESTIONS[name], given, real_store()) == expected


def test_the_command_asks_cypher_and_gives_what_it_gives_of_sparql(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    synced(real_index())
    for name in ("uri", "user", "password"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(neo4j(), name) or "")
    load.build(where=str(tmp_path / "store"))
    words = ["ask", "deadlines", "--verdict", "late", "--format", "json", "--store", str(tmp_path / "store"), "--engine"]
    cypher, sparql = (CliRunner().invoke(main, [*words, engine]).stdout for engine in ("cypher", "sparql"))
    assert json.loads(cypher) == json.loads(sparql) != []


def test_a_server_that_is_not_there_is_one_plain_sentence() -> None:
    with pytest.raises(SyncError, match=r"^There is no Neo4j to be reached at 'bolt://127\.0\.0\.1:9'\."):
        sync(real_index(), "bolt://127.0.0.1:9", None, None)
