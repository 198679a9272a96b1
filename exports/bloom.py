"""A Neo4j Bloom perspective made from the property table; the keys are those of files that Bloom 2.4 exported. No Bloom has opened ours yet."""

from __future__ import annotations

from typing import Any

from exports.projection import Projection, project
from knowledge.index import Index
from knowledge.terms import short_hash

__all__ = ["perspective"]

COLOURS = {
    "Finding": "#98300f", "Response": "#1c6650", "Letter": "#0b4a84", "Report": "#4d3f9c", "Judgement": "#7a838a", "Theme": "#8a5800",
    "Person": "#563a80", "Force": "#15181b", "Office": "#485057", "Alliance": "#646c73", "Inspectorate": "#485057", "Review": "#646c73",
}  # fmt: skip
HIDDEN = {"id", "slug", "dataset"}
TYPES = {str: "string", int: "bigint", float: "number", bool: "boolean", list: "array"}
STAMP = 1764000000000
PHRASES = (
    ("Findings of $year found again in $later", "MATCH p = (a:Finding {year: $year})-[:RECURS_AS*1..6]->(b:Finding {year: $later}) RETURN p"),
    ("Findings of $force in $year found again later", "MATCH p = (f:Force {name: $force})<-[:CONCERNS]-(a:Finding {year: $year})-[:RECURS_AS*1..6]->(:Finding) RETURN p"),
    ("Everything about $theme", "MATCH p = (:Theme {name: $theme})<-[:ABOUT]-(:Finding)<-[:QUOTES]-(:Letter) RETURN p"),
    ("Letters of $person", "MATCH p = (:Person {name: $person})<-[:WRITTEN_BY]-(:Letter)-[:ANSWERS]->(:Report) RETURN p"),
    ("Letters to $person", "MATCH p = (:Person {name: $person})<-[:ADDRESSED_TO]-(:Letter) RETURN p"),
    ("Answers to findings of $year", "MATCH p = (:Letter)-[:CONTAINS]->(:Response)-[:RESPONDS_TO]->(:Finding {year: $year}) RETURN p"),
    ("Grades of $force", "MATCH p = (:Report)-[:GIVES]->(:Judgement)-[:CONCERNS]->(:Force {name: $force}) RETURN p"),
    ("Who judged findings of $year", "MATCH p = (:Review)-[:OF_EARLIER]->(:Finding {year: $year}) RETURN p"),
)
SUGGESTED = {"force": ("Force", "name"), "theme": ("Theme", "name"), "person": ("Person", "name"), "year": ("Finding", "year"), "later": ("Finding", "year")}


def _properties(rows: list[dict[str, Any]]) -> dict[str, str]:
    """Property names of some elements with Bloom's word for their type."""
    return {name: TYPES.get(type(value), "string") for row in rows for name, value in sorted(row.items()) if value is not None}


def _category(number: int, label: str, properties: dict[str, str]) -> dict[str, Any]:
    shown = [{"name": name, "exclude": name in HIDDEN, "dataType": kind} for name, kind in properties.items()]
    return {
        "id": number, "name": label, "labels": [label], "properties": shown, "color": COLOURS.get(label, "#7a838a"), "size": 1, "icon": "no-icon",
        "captionKeys": ["name"], "createdAt": STAMP, "lastEditedAt": STAMP,
    }  # fmt: skip


def _parameters(phrase: str) -> list[dict[str, Any]]:
    names = [word[1:] for word in phrase.split() if word.startswith("$")]
    return [
        {
            "name": f"${name}", "dataType": "Integer" if name in ("year", "later") else "String", "collapsed": True,
            "suggestionLabel": SUGGESTED[name][0], "suggestionProp": SUGGESTED[name][1], "suggestionBoolean": None, "cypher": None,
        }
        for name in names
    ]  # fmt: skip


def _template(number: int, phrase: str, cypher: str) -> dict[str, Any]:
    return {
        "name": phrase, "id": f"tmpl:{STAMP + number}", "createdAt": STAMP, "text": phrase, "cypher": cypher, "params": _parameters(phrase),
        "isUpdateQuery": None, "hasCypherErrors": False,
    }  # fmt: skip


def _relationship(kind: str, properties: dict[str, str]) -> dict[str, Any]:
    shown = [{"propertyKey": name, "type": kind, "dataType": word} for name, word in properties.items()]
    return {"id": kind, "name": kind, "properties": shown, "color": "#98300f" if kind == "RECURS_AS" else "#7a838a", "size": 1, "captionKeys": ["0_REL_TYPE_CAPTION_KEY"]}


def _metadata(table: Projection) -> dict[str, Any]:
    counts: dict[str, int] = {}
    for (_, kind, _), rows in table.relationships.items():
        counts[kind] = counts.get(kind, 0) + len(rows)
    return {
        "pathSegments": [{"source": a, "relationshipType": kind, "target": b} for a, kind, b in table.relationships],
        "indexes": [{"label": label, "type": "native", "propertyKeys": ["id"]} for label in table.nodes],
        "stats": {"labels": {label: len(rows) for label, rows in table.nodes.items()}, "relationshipTypes": counts},
    }


def perspective(index: Index) -> dict[str, Any]:
    """The perspective as JSON has it: a category for each label, relationship types, and search phrases that return paths."""
    table = project(index)
    labels = {label: _properties([node.row() for node in rows]) for label, rows in table.nodes.items()}
    kinds: dict[str, dict[str, str]] = {}
    for (_, kind, _), rows in table.relationships.items():
        kinds.setdefault(kind, {}).update(_properties([row.properties for row in rows]))
    number = short_hash("peelgraph perspective", 32)
    return {
        "name": "Peelgraph", "id": "-".join((number[:8], number[8:12], number[12:16], number[16:20], number[20:])),
        "categories": [_category(n, label, properties) for n, (label, properties) in enumerate(labels.items(), 1)],
        "labels": {label: [{"propertyKey": p, "type": label, "dataType": kind} for p, kind in properties.items()] for label, properties in labels.items()},
        "relationshipTypes": [_relationship(kind, properties) for kind, properties in sorted(kinds.items())],
        "palette": {"colors": [*COLOURS.values(), "#d2d7d6", "#ffd02e"], "currentIndex": 0},
        "createdAt": STAMP, "lastEditedAt": STAMP, "templates": [_template(n, *pair) for n, pair in enumerate(PHRASES)], "sceneActions": [],
        "hiddenRelationshipTypes": [], "hiddenCategories": [], "hideUncategorisedData": False, "isAuto": False, "parentPerspectiveId": None,
        "metadata": _metadata(table), "version": "2.4.0",
    }  # fmt: skip
