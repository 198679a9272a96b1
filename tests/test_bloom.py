"""The Bloom perspective has the keys of files that Bloom exported, and names only what the property table holds."""

from __future__ import annotations

import re
from typing import Any

import pytest

from exports.bloom import PHRASES, perspective
from knowledge.index import Index
from loaders.load import build_in_memory

TOP = set(
    "name id categories labels relationshipTypes palette createdAt lastEditedAt templates sceneActions hiddenRelationshipTypes hiddenCategories "
    "hideUncategorisedData isAuto parentPerspectiveId metadata version".split()
)


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return perspective(Index.of(build_in_memory()))


def test_the_keys_are_those_of_an_exported_perspective(made: dict[str, Any]) -> None:
    assert set(made) == TOP
    assert set(made["categories"][0]) == set("id name labels properties color size icon captionKeys createdAt lastEditedAt".split())
    assert set(made["templates"][0]) == set("name id createdAt text cypher params isUpdateQuery hasCypherErrors".split())


def test_every_label_and_relationship_of_a_phrase_is_in_the_table(made: dict[str, Any]) -> None:
    labels, kinds = {c["name"] for c in made["categories"]}, {r["name"] for r in made["relationshipTypes"]}
    named = " ".join(cypher for _, cypher in PHRASES)
    assert set(re.findall(r"\(\w*:(\w+)", named)) <= labels
    assert set(re.findall(r"\[:(\w+)", named)) <= kinds


@pytest.mark.parametrize(("phrase", "cypher"), PHRASES)
def test_a_phrase_binds_what_its_query_asks_for(phrase: str, cypher: str) -> None:
    assert set(re.findall(r"\$(\w+)", phrase)) == set(re.findall(r"\$(\w+)", cypher))
