"""The fields that a GraphQL request starts from, with their conditions."""

from __future__ import annotations

from typing import Any

import graphene

from web import graphql_resolvers as resolvers
from web import graphql_types as types
from web.graphql_enums import FindingKind, Order, Verdict
from web.graphql_fields import listed, many, one
from web.graphql_links import strength
from web.graphql_paging import paging
from web.graphql_things import Node, Record

__all__ = ["Query"]


def argument(kind: Any, says: str, **more: Any) -> graphene.Argument:
    return graphene.Argument(kind, description=says, **more)


def by_id(kind: str, says: str, **more: Any) -> graphene.Argument:
    return argument(graphene.ID, f"{says} The IRI of a {kind}, or the last part of it.", **more)


def kinds(says: str) -> graphene.Argument:
    return argument(listed(FindingKind), f"{says} An empty list is no condition.")


def pages(connection: type, resolver: Any, says: str, **conditions: graphene.Argument) -> graphene.Field:
    return graphene.Field(graphene.NonNull(connection), description=says, args=conditions | paging(), resolver=resolver)


def order() -> graphene.Argument:
    return argument(Order, "In which order.", default_value=Order.EARLIEST_FIRST)


def force() -> graphene.Argument:
    return by_id("force", "Only those of this force.")


class Query(Record):
    class Meta:
        description = "What can be asked of the graph. What an answer does not say stands with each named question at /questions."

    recurrences = pages(
        types.LineageConnection,
        resolvers.recurrences,
        "The findings of one year that were made again in another: a row for each pair that is joined. A finding without a row was not shown to be put right.",
        from_=argument(graphene.Int, "The year of the earlier findings.", required=True, name="from"),
        to=argument(graphene.Int, "The year of the later findings.", required=True),
        force=by_id("force", "Only earlier findings on this force."),
        kind=kinds("Only earlier findings of these kinds."),
        later_kind=kinds("Only later findings of these kinds."),
        theme=by_id("theme", "Only earlier findings about this theme."),
        **strength(),
    )
    lineage = many(
        types.Lineage,
        "Every pair that joins this finding with an earlier or a later one.",
        args={"finding": by_id("finding", "The finding.", required=True), **strength()},
        resolver=resolvers.lineage,
    )
    findings = pages(
        types.FindingConnection,
        resolvers.findings,
        "Findings, by year.",
        year=argument(graphene.Int, "Only findings of this year."),
        force=force(),
        kind=kinds("Only findings of these kinds."),
        theme=by_id("theme", "Only findings about this theme."),
        report=by_id("report", "Only findings of this report."),
        answered=argument(graphene.Boolean, "Only findings to which a letter held here has, or has not, an answer."),
        order=order(),
    )
    findings_by_theme = pages(
        types.ThemedFindingConnection,
        resolvers.findings_by_theme,
        "Findings under each of their themes, by theme.",
        theme=by_id("theme", "Only this theme."),
        force=force(),
        year=argument(graphene.Int, "Only findings of this year."),
    )
    letters = pages(
        types.LetterConnection,
        resolvers.letters,
        "Letters, by date. One that bears no date may be of any.",
        force=force(),
        author=by_id("person", "Only letters by this person."),
        addressee=by_id("person", "Only letters to this person."),
        from_=argument(graphene.String, "Only letters that may be of this date or later: 2014, 2014-10 or 2014-10-02.", name="from"),
        to=argument(graphene.String, "Only letters that may be of this date or earlier."),
        order=order(),
    )
    reports = pages(
        types.ReportConnection,
        resolvers.reports,
        "Inspection reports, by date of publication. One whose date is not known may be of any.",
        force=by_id("force", "Only reports on this force."),
        year=argument(graphene.Int, "Only reports that may have been published in this year."),
        order=order(),
    )
    judgements = many(
        types.Judgement,
        "Grades, by the publication of their report.",
        args={"force": force(), "pillar": argument(graphene.String, "Only this pillar, such as legitimacy.")},
        resolver=resolvers.judgements,
    )
    deadlines = many(
        types.Deadline,
        "For each report that a letter held here answers: whether comments were in time, by the best date there is. Show the sentence with the verdict.",
        args={"force": force(), "verdict": argument(Verdict, "Only this verdict.")},
        resolver=resolvers.deadlines,
    )
    people = many(types.Person, "Everyone who wrote, was written to or held an office.", resolver=resolvers.listing("people"))
    forces = many(types.Force, "Every police force.", resolver=resolvers.listing("forces"))
    alliances = many(types.Alliance, "Every alliance of forces.", resolver=resolvers.listing("alliances"))
    themes = many(types.Theme, "Every theme.", resolver=resolvers.listing("themes"))
    search = pages(
        types.SearchConnection,
        resolvers.search,
        "Where words stand, best first.",
        text=argument(graphene.String, "The words to search for.", required=True),
    )
    node = one(
        Node,
        "The thing of this IRI; null if there is none.",
        args={"id": by_id("thing", "The thing.", required=True)},
        resolver=resolvers.node,
    )
    release = one(types.Release, "Which state of the graph answers.", required=True, resolver=resolvers.release)
