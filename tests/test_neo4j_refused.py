"""What stands in the way of a sync is one plain sentence, and the database is as before or the next sync completes it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from neo4j import GraphDatabase

from cli import main
from exports.engines import EngineError, Local, local_neo4j
from exports.neo4j import SyncError, sync
from exports.neo4j_connection import _check_version
from knowledge.index import Index
from knowledge.store import Store
from tests.between import wire
from tests.generated import graph, small_graph
from tests.neo4j_in_use import dump, emptied, neo4j, rows, synced
from tests.real import real_index

pytestmark = pytest.mark.engine


@cache
def small() -> Index:
    return Index.of(Store.of(small_graph()))


@contextmanager
def server(**how: Any) -> Iterator[Local]:
    """A Neo4j with settings of its own."""
    try:
        with local_neo4j(**how) as local:
            yield local
    except EngineError as error:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"Neo4j cannot be had: {error}")


def refused(uri: str, user: str | None = None, password: str | None = None, database: str = "neo4j") -> str:
    """The sentence."""
    with pytest.raises(SyncError) as error:
        sync(small(), uri, user, password, database)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_an_address_that_is_none_and_a_server_that_is_not_there_say_what_to_write() -> None:
    for wrong in ("nonsense", "http://127.0.0.1:7474", "bolt://"):
        assert refused(wrong).startswith(f"'{wrong}' is no address of a Neo4j. Write bolt://host:7687, or neo4j+s://… for Aura")
    assert refused("bolt://127.0.0.1:9").startswith("There is no Neo4j to be reached at 'bolt://127.0.0.1:9'. Start one with `peelgraph neo4j start`")


def test_the_command_ends_with_status_1_and_the_sentence_alone() -> None:
    done = CliRunner().invoke(main, ["neo4j", "sync", "--uri", "bolt://127.0.0.1:9", "--user", ""], env={"PEELGRAPH_STORE": ":memory:"})
    assert done.exit_code == 1
    said = [line for line in done.stderr.splitlines() if line.startswith("peelgraph: ")]
    assert len(said) == 1
    assert "Traceback" not in done.output


def test_a_password_that_is_wrong_missing_or_not_yet_changed_is_named_as_such() -> None:
    with server(settings={"dbms.security.auth_enabled": "true"}) as local:
        assert refused(local.uri, "neo4j", "wrong") == f"The Neo4j at '{local.uri}' refused the user 'neo4j'. Check NEO4J_USER and NEO4J_PASSWORD."
        assert refused(local.uri) == f"The Neo4j at '{local.uri}' wants a user and a password. Check NEO4J_USER and NEO4J_PASSWORD."
        assert refused(local.uri, "neo4j", "neo4j").startswith(f"The first password of 'neo4j' at '{local.uri}' has to be changed")
        with GraphDatabase.driver(local.uri, auth=("neo4j", "neo4j")) as driver:
            driver.execute_query("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO 'right-one'", database_="system")
        assert sync(small(), local.uri, "neo4j", "right-one").writes > 0


def test_a_database_that_is_not_there_is_named() -> None:
    assert refused(neo4j().uri, neo4j().user, neo4j().password, "nowhere").endswith("has no database 'nowhere'. Name another with --database.")


def test_a_database_that_may_only_be_read_stays_as_it_is(tmp_path: Path) -> None:
    with server(home=tmp_path) as local:
        sync(small(), local.uri, None, None)
    with server(home=tmp_path, settings={"server.databases.read_only": "neo4j"}) as local, GraphDatabase.driver(local.uri) as driver:
        held = driver.execute_query("MATCH (n) RETURN count(n)").records[0][0]
        assert refused(local.uri).startswith(f"The database 'neo4j' of the Neo4j at '{local.uri}' may only be read.")
        assert driver.execute_query("MATCH (n) RETURN count(n)").records[0][0] == held > 0


@pytest.mark.parametrize(
    ("agent", "fits"),
    [("Neo4j/4.4.30", False), ("Neo4j/5.12.0", False), ("Neo4j/5.13.0", True), ("Neo4j/5.27-aura", True), ("Neo4j/2026.09.0", True)],
)
def test_servers_before_5_13_are_too_old(agent: str, fits: bool) -> None:
    if fits:
        return _check_version(agent, "bolt://here")
    with pytest.raises(SyncError, match=rf"^The server at 'bolt://here' is {agent}\. Neo4j 5\.13 or later is needed\.$"):
        _check_version(agent, "bolt://here")


def test_a_server_that_calls_itself_an_older_one_is_refused_before_anything_is_written() -> None:
    agent = rows("CALL dbms.components() YIELD versions RETURN versions[0] AS version")[0]["version"].encode()
    older = b"4.4." + b"9" * (len(agent) - 4)
    before = dump()
    with wire(neo4j().uri, word=(b"Neo4j/" + agent, b"Neo4j/" + older)) as between, pytest.raises(SyncError, match=r"is Neo4j/4\.4\."):
        sync(small(), between.uri, neo4j().user, neo4j().password)
    assert dump() == before


def test_a_connection_that_breaks_off_for_good_in_the_middle_leaves_the_database_as_before() -> None:
    synced(real_index())
    before = dump()
    with wire(neo4j().uri, cut_at=100_000) as between, pytest.raises(SyncError, match=r"broke off and did not come back\. Run it again"):
        sync(small(), between.uri, neo4j().user, neo4j().password)
    assert between.cut
    assert dump() == before


def test_a_connection_that_breaks_off_once_is_taken_up_again() -> None:
    synced(real_index())
    with wire(neo4j().uri, cut_at=100_000, for_good=False) as between:
        sync(small(), between.uri, neo4j().user, neo4j().password)
        assert between.cut
    held = dump()
    emptied()
    synced(small())
    assert dump() == held


def test_other_peoples_nodes_that_break_a_constraint_of_ours_are_named_by_label_and_stay() -> None:
    emptied()
    rows("DROP CONSTRAINT peelgraph_letter IF EXISTS")
    rows("CREATE (:Letter {id: 'one', of: 'others'}), (:Letter {id: 'one', of: 'others'})")
    try:
        with pytest.raises(SyncError, match=r"Other nodes or relationships .* break our constraint: .*Letter.* Rename their label or type, or sync to another database"):
            synced(small())
        assert rows("MATCH (n {of: 'others'}) RETURN count(n) AS held") == [{"held": 2}]
        assert dump() == []
    finally:
        rows("MATCH (n {of: 'others'}) DETACH DELETE n")
    assert synced(small()).writes > 0


def test_another_persons_node_with_an_id_of_ours_is_named_and_never_overwritten() -> None:
    emptied()
    iri = small().forces[0].id
    rows("CREATE (:Force {id: $iri, of: 'others'})", iri=iri)
    try:
        with pytest.raises(SyncError, match=f"A Force of others in this Neo4j has the id '{iri}'"):
            synced(small())
        assert rows("MATCH (n {of: 'others'}) RETURN properties(n) AS own") == [{"own": {"id": iri, "of": "others"}}]
        assert dump() == []
    finally:
        rows("MATCH (n {of: 'others'}) DETACH DELETE n")


def test_a_node_of_ours_that_lost_its_mark_is_ours_again() -> None:
    synced(small())
    rows("MATCH (n:Force {slug: 'west-mercia'}) REMOVE n.dataset")
    assert synced(small()).writes > 0
    assert synced(small()).writes == 0


def test_a_larger_graph_takes_the_place_of_a_smaller_one_and_back() -> None:
    synced(small())
    held = dump()
    synced(Index.of(Store.of(graph(30))))
    assert len(dump()) > 2 * len(held)
    synced(small())
    assert dump() == held
