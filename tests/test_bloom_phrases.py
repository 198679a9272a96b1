"""Every search phrase of the Bloom perspective, with values that Bloom would suggest, gives paths on a real Neo4j."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from exports.bloom import perspective
from exports.neo4j_write import RANGES
from tests.neo4j_in_use import rows, synced
from tests.real import real_index

pytestmark = pytest.mark.engine


@cache
def made() -> dict[str, Any]:
    synced(real_index())
    rows("CALL db.awaitIndexes(60)")
    return perspective(real_index())


def suggested(parameter: dict[str, Any], chosen: dict[str, Any]) -> list[Any]:
    """What Bloom would offer, given what was chosen before."""
    return [value for row in rows(parameter["cypher"], **chosen) for value in row.values()]


def choices(phrase: dict[str, Any]) -> list[dict[str, Any]]:
    """Every way to fill the phrase in from suggestions, the parameters in their order."""
    ways: list[dict[str, Any]] = [{}]
    for parameter in phrase["params"]:
        ways = [way | {parameter["name"][1:]: value} for way in ways for value in suggested(parameter, way)[:12]]
    return ways


@pytest.mark.parametrize("number", range(12))
def test_a_phrase_gives_paths_for_values_that_bloom_suggests(number: int) -> None:
    phrase = made()["templates"][number]
    ways = choices(phrase)
    assert ways, "nothing is suggested"
    found = [[row["p"] for row in rows(phrase["cypher"], **way)] for way in ways]
    assert any(found), phrase["text"]
    assert all(len(path) >= 3 for paths in found for path in paths), "a path has two nodes at least"


def test_the_first_scene_shows_the_pairs_of_the_headline_and_their_best_paths() -> None:
    first = made()["templates"][0]
    shown = [[node["id"] for node in row["p"] if isinstance(node, dict)] for row in rows(first["cypher"])]
    answer = real_index().recurrences_between(*map(int, re.findall(r"\d{4}", first["text"])))
    assert sorted(shown) == sorted([row.path[0].earlier.id, *(link.later.id for link in row.path)] for row in answer.rows)


def test_what_bloom_looks_up_is_indexed_whatever_its_case() -> None:
    made()
    text = "CALL db.index.fulltext.queryNodes('peelgraph_search', $words) YIELD node RETURN DISTINCT labels(node)[0] AS label"
    assert {"Finding", "Letter", "Response"} & {row["label"] for row in rows(text, words="SAFEGUARDING hub*")}
    assert [row["label"] for row in rows(text, words='"theresa MAY"') if row["label"] == "Person"] == ["Person"]
    assert {"label": "Theme"} in rows(text, words="MASH")


def test_every_range_index_is_online() -> None:
    made()
    there = {(row["labels"][0], row["names"][0]) for row in rows("SHOW RANGE INDEXES YIELD labelsOrTypes, properties, state WHERE state = 'ONLINE' RETURN labelsOrTypes AS labels, properties AS names")}
    assert set(RANGES) <= there
