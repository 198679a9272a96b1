"""One projection and not three: the bulk import, GraphML and the sync hold the same nodes, relationships and properties."""

from __future__ import annotations

import io
import shlex
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from neo4j import GraphDatabase

from exports.engines import local_neo4j, neo4j_admin
from exports.graphml import write_graphml
from exports.neo4j import sync
from exports.projection import project
from exports.property_csv import write_neo4j_csv
from knowledge.index import Index
from tests.letters_by_hand import index_of, letter
from tests.neo4j_in_use import neo4j
from tests.real import real_index, real_store

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def should() -> tuple[dict[str, Any], dict[str, Any]]:
    """Labels and properties by id; type, ends and properties by id."""
    table = project(real_index())
    nodes = {node.id: (sorted(node.labels), node.row()) for some in table.nodes.values() for node in some}
    return nodes, {one.id: (one.type, one.start, one.end, one.row()) for some in table.relationships.values() for one in some}


def held(uri: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a Neo4j holds, in the same form."""
    with GraphDatabase.driver(uri) as driver:
        nodes = driver.execute_query("MATCH (n) RETURN labels(n) AS labels, properties(n) AS own").records
        links = driver.execute_query("MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS own").records
    found = {row["own"]["id"]: (sorted(row["labels"]), _plain(row["own"])) for row in nodes}
    return found, {row["own"]["id"]: (row["type"], row["start"], row["end"], _plain(row["own"])) for row in links}


def _plain(own: dict[str, Any]) -> dict[str, Any]:
    return {name: value.to_native() if hasattr(value, "to_native") else value for name, value in own.items()}


@pytest.mark.engine
def test_the_importer_of_neo4j_makes_what_the_sync_makes_and_the_sync_finds_nothing_to_do(tmp_path: Path) -> None:
    neo4j()  # skips where none can be had
    home, folder, written = tmp_path / "home", tmp_path / "csv", io.BytesIO()
    assert write_neo4j_csv(real_store(), real_index(), written, False) == []
    zipfile.ZipFile(written).extractall(folder)
    command = shlex.split((folder / "import.txt").read_text().replace("\\\n", " "))
    neo4j_admin(home, command[1:], folder)
    with local_neo4j(home=home) as local:
        assert held(local.uri) == should()
        assert sync(real_index(), local.uri, None, None).writes == 0


def ends(index: Index, kind: str) -> set[tuple[str, str]]:
    """What each relationship of a type joins."""
    return {(one.start, one.end) for some in project(index).relationships.values() for one in some if one.type == kind}


def test_a_part_belongs_to_its_whole() -> None:
    assert ends(real_index(), "PART_OF") == {(one.id, one.parent.id) for one in real_index().findings if one.parent} != set()


def test_one_finding_in_two_places_is_one_relationship() -> None:
    index = index_of([letter(f"{day}.txt", f"{day}: the cells are cold.", "2014-05", "the cells are cold", date=f"2014-12-{day}") for day in (23, 24)])
    (one, other) = index.findings
    assert ends(index, "SAME_AS") == {tuple(sorted((one.id, other.id)))}


def test_labels_and_relationships_are_those_that_people_write_cypher_for() -> None:
    """What is promised by name; there may be more."""
    promised = {
        "Letter": "WRITTEN_BY>Person ADDRESSED_TO>Person ANSWERS>Report QUOTES>Finding CONTAINS>Response",
        "Response": "RESPONDS_TO>Finding",
        "Report": "INSPECTS>Force RAISES>Finding GIVES>Judgement",
        "Inspectorate": "PUBLISHED>Report",
        "Finding": "ABOUT>Theme RECURS_AS>Finding RELATED_TO>Finding",
        "Review": "OF_EARLIER>Finding OF_LATER>Finding",
        "Person": "HELD>Office",
        "Office": "OVERSEES>Force",
        "Force": "MEMBER_OF>Alliance",
    }
    table = project(real_index())
    assert {(start, *link.split(">")) for start, links in promised.items() for link in links.split()} <= set(table.relationships)
    assert {node.labels[0] for some in table.nodes.values() for node in some} >= {*promised, "Alliance", "Judgement", "Theme"}
    assert {"AreaForImprovement", "Recommendation", "CauseOfConcern", "Concern"} == {label for node in table.nodes["Finding"] for label in node.labels[1:]}
    rows = [node.row() for some in table.nodes.values() for node in some]
    assert [row for row in rows if not ({"id", "slug", "name"} <= set(row) and row["dataset"] == "peelgraph")] == []
    (held, recurs) = (links for name in ("HELD", "RECURS_AS") for (_, kind, _), links in table.relationships.items() if kind == name)
    assert {"id", "from", "to"} <= {key for one in held for key in one.row()}
    assert [one for one in recurs if not {"id", "relation", "evidence", "persons"} <= set(one.row())] == []


def graphml() -> Any:
    written = io.BytesIO()
    assert write_graphml(real_store(), real_index(), written, False) == []
    return etree.fromstring(written.getvalue())


def test_graphml_read_back_has_every_node_and_relationship_with_its_properties() -> None:
    root = graphml()
    nodes, links = should()
    keys = {key.get("id"): key for key in root.iter(f"{GRAPHML}key")}
    found = {one.get("id"): _read(one, keys) for one in root.iter(f"{GRAPHML}node")}
    labels = {node.id: "".join(f":{label}" for label in node.labels) for some in project(real_index()).nodes.values() for node in some}
    assert found == {iri: _text_of(own) | {"labels": labels[iri]} for iri, (_, own) in nodes.items()}
    edges = {one.get("id"): (one.get("source"), one.get("target"), _read(one, keys)) for one in root.iter(f"{GRAPHML}edge")}
    assert edges == {iri: (start, end, _text_of(own) | {"label": kind}) for iri, (kind, start, end, own) in links.items()}


def _read(one: Any, keys: dict[str, Any]) -> dict[str, Any]:
    kinds = {"boolean": lambda text: text == "true", "long": int, "double": float, "string": str}
    return {keys[data.get("key")].get("attr.name"): kinds[keys[data.get("key")].get("attr.type")](data.text or "") for data in one.iter(f"{GRAPHML}data")}


def _text_of(own: dict[str, Any]) -> dict[str, Any]:
    """GraphML has no dates and no lists."""
    lists = {name: "; ".join(value) for name, value in own.items() if isinstance(value, list)}
    return own | lists | {name: value.isoformat() for name, value in own.items() if isinstance(value, date)}
