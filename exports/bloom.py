"""A Neo4j Bloom perspective made from the property table; the keys are those of a file that Bloom 2.4.0 exported. No Bloom has opened ours yet."""

from __future__ import annotations

import re
from typing import Any

from exports.bloom_phrases import PARAMETERS, Phrase, phrases
from exports.bloom_style import KIND_COLOURS, LABELS, OTHER, TECHNICAL, TYPES
from exports.neo4j_write import RANGES
from exports.projection import Projection, project
from knowledge.index import Index
from knowledge.index_years import years_asked
from knowledge.terms import short_hash

__all__ = ["perspective"]

Row = dict[str, Any]
DATA_TYPES = {str: "string", int: "bigint", float: "number", bool: "boolean", list: "array"}
# Milliseconds; fixed, so that one release makes the same bytes on every day.
STAMP = 1764000000000
RELATIONSHIP_NAME = "0_REL_TYPE_CAPTION_KEY"
# The rule that Bloom writes for one colour where a node bears a further label.
RULE: Row = {
    "type": "single", "size": 1, "minSize": 1, "maxSize": 2, "minColor": "#D5EEE2", "midColor": "#81CCA8", "maxColor": "#428C6A", "minPoint": "unprocessed",
    "maxPoint": "unprocessed", "basedOn": "_other", "valuesMapper": [], "existingValues": [], "applyColor": True, "applySize": False, "condition": "has-label",
}  # fmt: skip


def perspective(index: Index) -> Row:
    """The perspective as JSON has it: a category for each label, relationship types, and search phrases that return paths."""
    table = project(index)
    labels = {label: _properties([node.row() for node in some]) for label, some in table.nodes.items()}
    kinds = _kinds(table)
    asked = [_template(number, phrase) for number, phrase in enumerate(phrases(years_asked(index)))]
    return {
        "name": "Peelgraph", "id": _uuid(), "categories": [_category(n, label, labels[label]) for n, label in enumerate(_in_order(labels), 1)],
        "labels": {label: [{"propertyKey": name, "type": label, "dataType": kind} for name, kind in own.items()] for label, own in labels.items()},
        "relationshipTypes": [_relationship(kind, own) for kind, own in sorted(kinds.items())], "palette": _palette(),
        "createdAt": STAMP, "lastEditedAt": STAMP, "templates": asked, "sceneActions": [], "hiddenRelationshipTypes": ["LED_TO"], "hiddenCategories": [],
        "hideUncategorisedData": False, "isAuto": False, "parentPerspectiveId": None, "metadata": _metadata(table), "version": "2.4.0",
    }  # fmt: skip


def _uuid() -> str:
    number = short_hash("peelgraph perspective", 32)
    return "-".join((number[:8], number[8:12], number[12:16], number[16:20], number[20:]))


def _in_order(labels: dict[str, Any]) -> list[str]:
    """A node takes the first category that fits, and people read from the top: as the table of looks has them."""
    return [*(label for label in LABELS if label in labels), *(label for label in labels if label not in LABELS)]


def _palette() -> Row:
    colours = [look.colour for look in LABELS.values()]
    return {"colors": [*colours, OTHER.colour, "#d9d9d9"], "currentIndex": 0}


def _properties(rows: list[Row]) -> dict[str, str]:
    """Property names of some elements with Bloom's word for their type."""
    return {name: DATA_TYPES.get(type(value), "Date") for row in rows for name, value in sorted(row.items())}


def _kinds(table: Projection) -> dict[str, dict[str, str]]:
    kinds: dict[str, dict[str, str]] = {}
    for (_, kind, _), some in table.relationships.items():
        kinds.setdefault(kind, {}).update(_properties([one.properties for one in some]))
    return kinds


def _category(number: int, label: str, properties: dict[str, str]) -> Row:
    look = LABELS.get(label, OTHER)
    shown = [{"name": name, "exclude": name in TECHNICAL, "dataType": kind} for name, kind in properties.items()]
    rules = [RULE | {"color": colour, "conditionValue": kind} for kind, colour in KIND_COLOURS.items()] if label == "Finding" else []
    return {
        "id": number, "name": label, "labels": [label], "properties": shown, "color": look.colour, "size": look.size, "icon": "no-icon",
        "captionKeys": list(look.caption), "createdAt": STAMP, "lastEditedAt": STAMP,
    } | ({"styleRules": rules} if rules else {})  # fmt: skip


def _relationship(kind: str, properties: dict[str, str]) -> Row:
    look = TYPES.get(kind, OTHER)
    shown = [{"propertyKey": name, "type": kind, "dataType": word} for name, word in properties.items() if name not in TECHNICAL]
    return {"id": kind, "name": kind, "properties": shown, "color": look.colour, "size": look.size, "captionKeys": [RELATIONSHIP_NAME, *look.caption]}


def _template(number: int, phrase: Phrase) -> Row:
    return {
        "name": phrase.text, "id": f"tmpl:{STAMP + number}", "createdAt": STAMP + number, "text": phrase.text, "cypher": phrase.cypher,
        "params": [_parameter(name) for name in re.findall(r"\$(\w+)", phrase.text)], "isUpdateQuery": None, "hasCypherErrors": False,
    }  # fmt: skip


def _parameter(name: str) -> Row:
    of = PARAMETERS[name]
    return {
        "name": f"${name}", "dataType": of.type, "collapsed": False, "suggestionLabel": of.label, "suggestionProp": of.property,
        "suggestionBoolean": False, "cypher": of.cypher,
    }  # fmt: skip


def _metadata(table: Projection) -> Row:
    counts: dict[str, int] = {}
    for (_, kind, _), some in table.relationships.items():
        counts[kind] = counts.get(kind, 0) + len(some)
    indexed = [(label, ["id"]) for label in table.nodes] + [(label, [name]) for label, name in RANGES if label in table.nodes]
    return {
        "pathSegments": [{"source": start, "relationshipType": kind, "target": end} for start, kind, end in table.relationships],
        "indexes": [{"label": label, "type": "native", "propertyKeys": names} for label, names in indexed],
        "stats": {"labels": {label: len(some) for label, some in table.nodes.items()}, "relationshipTypes": counts},
    }
