"""What joins letters, as GraphQL types: recurrences, reviews, lineages and their coverage, deadlines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import graphene

from web.graphql_columns import columns
from web.graphql_enums import Basis, ClockBasis, Evidence, Relation, ReviewerKind, Verdict
from web.graphql_fields import boolean, integer, many, one, string
from web.graphql_things import Node, Record
from web.graphql_words import meaning

__all__ = ["Coverage", "Deadline", "Lineage", "Recurrence", "Review", "accepted", "strength"]

RANK = {"inspectorate": 0, "letter": 1, "reviewed": 2, "suggested": 3}


def strength() -> dict[str, graphene.Argument]:
    """The two arguments that say which links count."""
    return {
        "at_least": graphene.Argument(Evidence, default_value=Evidence.REVIEWED, description="The weakest evidence that counts."),
        "related_too": graphene.Argument(
            graphene.Boolean, default_value=False, description="Also links between findings that are only related."
        ),
    }


def accepted(links: Iterable[Any], at_least: Any, related_too: bool | None) -> list[Any]:
    """The links that are strong enough; `null` for an argument means its default."""
    weakest = RANK[at_least.value if at_least else "reviewed"]
    return [link for link in links if RANK[link.evidence] <= weakest and (related_too or link.relation != "related")]


def waypoints(lineage: Any, info: Any) -> str:
    """The findings of the path in order, a space between."""
    ids = [lineage.earlier.id, *(link.later.id for link in lineage.path)]
    return " ".join(ids)


class Review(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Review")

    reviewer = string("kg:reviewer", required=True)
    reviewer_kind = one(ReviewerKind, "kg:reviewerKind", required=True)
    decision = string("kg:decision", required=True)
    reason = string("kg:reason", required=True)
    date = string("kg:reviewedOn", required=True)
    superseded = boolean("kg:superseded")
    stands = boolean("kg:stands")


class Recurrence(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Recurrence")

    earlier = one("Finding", "kg:earlier", required=True)
    later = one("Finding", "kg:later", required=True)
    relation = one(Relation, "kg:relation", required=True)
    evidence = one(Evidence, "kg:evidence", required=True)
    persons = integer("kg:persons", required=True)
    programs = integer("kg:programs", required=True)
    quote = one("Quote", "The words in which a letter itself says so, where the evidence is LETTER.")
    score = graphene.Float(description=meaning("score"))
    reviews = many("Review", "kg:reviewedIn")


class Lineage(columns("Lineage"), Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Lineage")

    earlier = one("Finding", "kg:earlier", required=True)
    later = one("Finding", "kg:later", required=True)
    evidence = one(Evidence, "kg:evidence The weakest of the path.", required=True)
    relation = one(Relation, "kg:relation The weakest of the path.", required=True)
    persons = integer("How many people accepted every reviewed link of the path.", required=True)
    programs = integer("How many programs accepted every reviewed link of the path.", required=True)
    waypoints = string("kg:path", required=True, resolver=waypoints)
    path = many("Recurrence", "kg:link In order, earliest first; also for a pair that was judged directly.")


class Coverage(Record):
    class Meta:
        description = "What became of the findings of the earlier year that meet the conditions. The four other figures add up to `findings`; stated again in other letters, a finding counts once."

    findings = integer("How many findings of the earlier year meet the conditions.", required=True)
    recurring = integer("How many of them are in at least one row of this answer.", required=True)
    not_repeated = integer(
        "How many of them a review read against all findings of the later year's reports and found in none.", required=True
    )
    not_asked = integer(
        "How many of them are about themes that no inspection of the later year covered, by a registered fact.", required=True
    )
    unreviewed = integer("How many of them nobody has decided: we cannot say.", required=True)


class Deadline(columns("Deadline"), Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Deadline")

    report = one("Report", "kg:deadlineOf", required=True)
    force = one("Force", "The force whose policing body had to answer.", required=True)
    letter = one("Letter", "kg:metBy", required=True)
    last_day = string("kg:lastDayText")
    dated = string("kg:datedText")
    day = integer("kg:day")
    verdict = one(Verdict, "kg:verdict", required=True)
    basis = one(ClockBasis, "kg:clockBasis", required=True)
    published_basis = one(Basis, "kg:publishedBasis")
    sentence = string("kg:sentence", required=True)
    rule = string("kg:underRule", required=True)
    late_by = integer("kg:lateBy")
