"""The Bloom perspective has the keys and the types of a file that Bloom exported, and names only what the property table holds."""

from __future__ import annotations

import re
from typing import Any

import pytest
from click.testing import CliRunner

from cli import main
from exports.bloom import perspective
from exports.bloom_style import KIND_COLOURS, LABELS, TECHNICAL, TYPES, grass
from exports.projection import project
from tests.real import real_index

NUMBER, LIST, TEXT, MAYBE = (int, float), list, str, (str, type(None))
# Keys and types of neo4j-graph-examples/healthcare-analytics, `bloom/healthcare analytics perspective.json`, exported by Bloom 2.4.0.
TOP = {
    "name": TEXT, "id": TEXT, "categories": LIST, "labels": dict, "relationshipTypes": LIST, "palette": dict, "createdAt": int, "lastEditedAt": int,
    "templates": LIST, "sceneActions": LIST, "hiddenRelationshipTypes": LIST, "hiddenCategories": LIST, "hideUncategorisedData": bool, "isAuto": bool,
    "parentPerspectiveId": MAYBE, "metadata": dict, "version": TEXT,
}  # fmt: skip
CATEGORY = {
    "id": int, "name": TEXT, "labels": LIST, "properties": LIST, "color": TEXT, "size": NUMBER, "icon": TEXT, "captionKeys": LIST, "createdAt": int,
    "lastEditedAt": int,
}  # fmt: skip
PROPERTY = {"name": TEXT, "exclude": bool, "dataType": TEXT}
OF_LABEL = {"propertyKey": TEXT, "type": TEXT, "dataType": TEXT}
RELATIONSHIP = {"id": TEXT, "name": TEXT, "properties": LIST, "color": TEXT, "size": NUMBER, "captionKeys": LIST}
TEMPLATE = {"name": TEXT, "id": TEXT, "createdAt": int, "text": TEXT, "cypher": TEXT, "isUpdateQuery": type(None), "params": LIST, "hasCypherErrors": bool}
PARAMETER = {
    "name": TEXT, "dataType": TEXT, "collapsed": bool, "suggestionLabel": MAYBE, "suggestionProp": MAYBE, "suggestionBoolean": bool, "cypher": MAYBE,
}  # fmt: skip
METADATA = {"pathSegments": LIST, "indexes": LIST, "stats": dict}
SEGMENT = {"source": TEXT, "relationshipType": TEXT, "target": TEXT}
INDEX = {"label": TEXT, "type": TEXT, "propertyKeys": LIST}
# Keys and types of dfgitn4j/bloom-dynamic-cond-search, exported by Bloom 1.6.2: a category may have rules of style.
RULE = {
    "type": TEXT, "size": NUMBER, "minSize": NUMBER, "maxSize": NUMBER, "minColor": TEXT, "midColor": TEXT, "maxColor": TEXT, "minPoint": TEXT, "maxPoint": TEXT,
    "color": TEXT, "basedOn": TEXT, "valuesMapper": LIST, "existingValues": LIST, "applyColor": bool, "applySize": bool, "condition": TEXT, "conditionValue": TEXT,
}  # fmt: skip
DATA_TYPES = {"string", "bigint", "number", "boolean", "array", "Date"}


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return perspective(real_index())


def differs(things: list[dict[str, Any]], shape: dict[str, Any], but: frozenset[str] = frozenset()) -> list[str]:
    """What is missing, too much, or of another type."""
    assert things
    keys = [f"{key}: {thing.get(key)!r}" for thing in things for key in thing.keys() ^ shape.keys() if key not in but]
    return keys + [f"{key} is {thing[key]!r}" for thing in things for key, kind in shape.items() if key in thing and not isinstance(thing[key], kind)]


def test_the_keys_and_their_types_are_those_of_an_exported_perspective(made: dict[str, Any]) -> None:
    assert differs([made], TOP) == []
    assert differs(made["categories"], CATEGORY, frozenset({"styleRules"})) == []
    assert differs([p for one in made["categories"] for p in one["properties"]], PROPERTY) == []
    assert differs([rule for one in made["categories"] for rule in one.get("styleRules", [])], RULE) == []
    assert differs([p for own in made["labels"].values() for p in own], OF_LABEL) == []
    assert differs(made["relationshipTypes"], RELATIONSHIP) == []
    assert differs([p for one in made["relationshipTypes"] for p in one["properties"]], OF_LABEL) == []
    assert differs(made["templates"], TEMPLATE) == []
    assert differs([p for one in made["templates"] for p in one["params"]], PARAMETER) == []
    assert differs([made["metadata"]], METADATA) == []
    assert differs(made["metadata"]["pathSegments"], SEGMENT) == []
    assert differs(made["metadata"]["indexes"], INDEX) == []
    assert set(made["palette"]) == {"colors", "currentIndex"}
    assert len(made["palette"]["colors"]) == 14
    assert {p["dataType"] for own in made["labels"].values() for p in own} <= DATA_TYPES


def test_every_label_has_a_category_and_technical_properties_are_hidden(made: dict[str, Any]) -> None:
    table = project(real_index())
    assert {one["name"] for one in made["categories"]} == set(table.nodes) == set(made["metadata"]["stats"]["labels"])
    assert {one["name"] for one in made["relationshipTypes"]} == {kind for _, kind, _ in table.relationships}
    assert {p["name"] for one in made["categories"] for p in one["properties"] if p["exclude"]} <= TECHNICAL
    assert [p["name"] for one in made["categories"] for p in one["properties"] if p["name"] in ("id", "slug", "dataset") and not p["exclude"]] == []


def test_there_are_eight_to_twelve_phrases_and_the_first_is_the_headline_with_nothing_to_fill_in(made: dict[str, Any]) -> None:
    texts = [one["text"] for one in made["templates"]]
    assert 8 <= len(texts) == len(set(texts)) <= 12
    assert texts[0] == "Findings of 2014 found again in 2019"
    assert made["templates"][0]["params"] == []


def test_a_phrase_binds_what_its_query_asks_for_and_names_what_there_is(made: dict[str, Any]) -> None:
    labels, kinds = {one["name"] for one in made["categories"]}, {one["name"] for one in made["relationshipTypes"]}
    for phrase in made["templates"]:
        assert set(re.findall(r"\$(\w+)", phrase["text"])) == set(re.findall(r"\$(\w+)", phrase["cypher"])) == {p["name"][1:] for p in phrase["params"]}
        assert set(re.findall(r"\(\w*:(\w+)", phrase["cypher"])) <= labels
        assert set(re.findall(r"\[\w*:(\w+)", phrase["cypher"])) <= kinds
        assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE)\b", phrase["cypher"])


def test_the_style_file_and_the_perspective_have_the_same_colours(made: dict[str, Any]) -> None:
    style = grass()
    told = dict(re.findall(r"(?:node|relationship)\.(\w+) \{\s+color: (#[0-9a-f]{6});", style))
    assert told == {name: look.colour for name, look in (LABELS | TYPES).items()} | KIND_COLOURS
    both = [*made["categories"], *made["relationshipTypes"]]
    assert {rule["conditionValue"]: rule["color"] for one in both for rule in one.get("styleRules", [])} == KIND_COLOURS
    assert {one["name"]: one["color"] for one in both if one["name"] in told}.items() <= told.items()
    assert style.count("{\n") == style.count("\n}") == len(told) + 2


def test_the_command_writes_either() -> None:
    run = CliRunner().invoke(main, ["neo4j", "perspective", "--grass"])
    assert (run.exit_code, run.output) == (0, grass())
