"""Every type of the schema in one place, so that each can name the others."""

from __future__ import annotations

import graphene

from web.graphql_columns import columns
from web.graphql_fields import Path, integer, many, one, string
from web.graphql_letters import Finding, Judgement, Letter, Report, Response
from web.graphql_links import Coverage, Deadline, Lineage, Recurrence, Review
from web.graphql_paging import PageInfo, connection
from web.graphql_quotes import Claim, Correction, Document, Quote, Round, StatedCount
from web.graphql_things import Alliance, AllianceMember, Event, Force, Node, Office, Person, Record, System, Tenure, Theme

__all__ = [
    "Alliance",
    "AllianceMember",
    "Claim",
    "Correction",
    "Coverage",
    "Deadline",
    "Document",
    "Event",
    "Finding",
    "FindingConnection",
    "Force",
    "Highlight",
    "Judgement",
    "Letter",
    "LetterConnection",
    "Lineage",
    "LineageConnection",
    "Node",
    "Office",
    "PageInfo",
    "Person",
    "Quote",
    "Recurrence",
    "Release",
    "Report",
    "ReportConnection",
    "Response",
    "Review",
    "Round",
    "SearchConnection",
    "SearchHit",
    "StatedCount",
    "System",
    "Tenure",
    "Theme",
    "ThemedFinding",
    "ThemedFindingConnection",
]


class ThemedFinding(columns("ThemedFinding"), Record):
    class Meta:
        description = "A finding under one of its themes; a finding about two themes has two."

    theme = one("Theme", "The theme.", required=True)
    finding = one("Finding", "The finding.", required=True)


class Highlight(Record):
    class Meta:
        description = "Words searched for, as they stand in a snippet."

    start = integer("Where they start in the snippet, in code points.", required=True, resolver=lambda mark, info: mark[0])
    end = integer("Where they end; that code point is no longer part of them.", required=True, resolver=lambda mark, info: mark[1])


class SearchHit(Record):
    class Meta:
        description = "A place where the words searched for stand."

    node = one(Node, "What says it: a finding or a letter.", required=True, resolver=Path("thing"))
    snippet = string("The words around the place, exactly as they stand in the source.", required=True, resolver=Path("excerpt"))
    start = integer("Where the snippet starts in the source of the finding or letter, in code points.", required=True)
    end = integer("Where the snippet ends in the source; that code point is no longer part of it.", required=True)
    highlights = many("Highlight", "The words searched for, within the snippet.", resolver=Path("marks"))


class Release(Record):
    class Meta:
        description = "Which state of the graph answers."

    name = string("The release, as in `extensions.release` and the header `X-Peelgraph-Release`.", required=True)
    digest = string("The SHA-256 of its sorted N-Triples.", required=True)
    letters = integer("How many letters it holds.", required=True)
    findings = integer("How many findings it holds.", required=True)
    first_year = integer("The year of the earliest finding; null if none has a year.")
    last_year = integer("The year of the latest finding; null if none has a year.")


FindingConnection = connection("Finding", Finding, "findings")
LetterConnection = connection("Letter", Letter, "letters")
ReportConnection = connection("Report", Report, "reports")
SearchConnection = connection("Search", SearchHit, "places")
ThemedFindingConnection = connection("ThemedFinding", ThemedFinding, "findings under their themes")
LineageConnection = connection(
    "Lineage",
    Lineage,
    "pairs of findings that are joined",
    coverage=one(Coverage, "What became of every finding of the earlier year that meets the conditions.", required=True),
    notes=many(graphene.String, "What must be said with the answer. Show them wherever the rows are shown."),
)
