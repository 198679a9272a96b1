"""What stands in letters, as GraphQL types: letters, reports, findings, responses and judgements."""

from __future__ import annotations

from typing import Any

import graphene

from web.graphql_columns import columns
from web.graphql_enums import Basis, Comparability, FindingKind, Grade, ResponseStatus, Scope, Speaker, Voice, YearBasis
from web.graphql_fields import boolean, integer, many, one, string
from web.graphql_links import accepted, strength
from web.graphql_things import Node, Record
from web.graphql_words import meaning

__all__ = ["Finding", "Judgement", "Letter", "Report", "Response"]


class Letter(columns("Letter"), Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Letter")

    document = one("Document", "kg:inDocument")
    source = string("The base name of the file that the letter stands in.", required=True)
    start = integer("Where the letter starts in its source, in code points.", required=True)
    end = integer("Where the letter ends in its source; that code point is no longer part of it.", required=True)
    date = string("kg:dated")
    comments_published = string("kg:commentsPublished")
    author = one("Person", "kg:writtenBy")
    author_basis = one(Basis, "kg:writtenByBasis")
    author_printed = string("kg:authorPrinted")
    author_office = one("Office", "kg:writtenAs")
    addressee = one("Person", "kg:addressedTo")
    addressee_basis = one(Basis, "kg:addressedToBasis")
    addressee_printed = string("kg:addresseePrinted")
    force = one("Force", "kg:concerns")
    copied_to = many(graphene.String, "kg:copiedTo")
    reference = string("kg:reference")
    reports = many("Report", "kg:answers")
    findings = many("Finding", "kg:quotes")
    responses = many("Response", "kg:contains")
    judgements = many("Judgement", "kg:reports")
    claims = many("Claim", "kg:claims")
    counts = many("StatedCount", "kg:states")
    corrections = many("Correction", "kg:correctedBy")


class Report(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Report")

    title = string("The title as registered, else as printed.", required=True)
    published = string("kg:published")
    published_basis = one(Basis, "kg:publishedBasis")
    published_confirmed = graphene.Boolean(description=meaning("publishedConfirmed"))
    inspected = string("kg:inspected")
    scope = one(Scope, "kg:scope", required=True)
    programme = string("kg:programme")
    registered = boolean("kg:registered")
    round = one("Round", "kg:inRound")
    forces = many("Force", "kg:inspects")
    judgements = many("Judgement", "kg:gives")
    findings = many("Finding", "kg:raises")
    letters = many("Letter", "The letters that answer it.")


class Finding(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Finding")

    kind = one(FindingKind, "kg:kind", required=True)
    word = string("kg:word")
    number = string("kg:number")
    voice = one(Voice, "kg:voice", required=True)
    certainty = string("kg:certainty", required=True)
    section = string("kg:section")
    text = string("kg:text", required=True)
    year = integer("kg:year")
    year_basis = one(YearBasis, "kg:yearBasis", required=True)
    quote = one("Quote", "kg:quote", required=True)
    report = one("Report", "kg:raisedIn")
    force = one("Force", "kg:force")
    letter = one("Letter", "The letter that says it.")
    addressed_to = string("kg:addressee")
    themes = many("Theme", "kg:about")
    parent = one("Finding", "kg:partOf")
    children = many("Finding", "The findings that are part of this one.")
    same_as = many("Finding", "kg:sameFindingAs")
    responses = many("Response", "The answers to it that the letters hold.")
    waits_for = many("System", "kg:waitsFor")
    earlier = many("Recurrence", "The links to earlier findings that were made again in this one.", args=strength())
    later = many("Recurrence", "The links to later findings in which this one was made again.", args=strength())

    @staticmethod
    def resolve_earlier(finding: Any, info: Any, at_least: Any = None, related_too: bool | None = False) -> list[Any]:
        return accepted(finding.earlier, at_least, related_too)

    @staticmethod
    def resolve_later(finding: Any, info: Any, at_least: Any = None, related_too: bool | None = False) -> list[Any]:
        return accepted(finding.later, at_least, related_too)


class Response(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Response")

    to = many("Finding", "kg:respondsTo")
    status = one(ResponseStatus, "kg:status", required=True)
    by = one(Speaker, "kg:by", required=True)
    due = string("kg:due")
    quote = one("Quote", "kg:quote", required=True)
    letter = one("Letter", "kg:inLetter", required=True)
    waits_for = many("System", "kg:waitsFor")


class Judgement(columns("Judgement"), Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Judgement")

    force = one("Force", "kg:force")
    report = one("Report", "kg:givenIn")
    pillar = string("kg:pillar")
    question = string("kg:question")
    grade = one(Grade, "kg:grade", required=True)
    letter = one("Letter", "The letter that reports it.")
    comparable_with = many("Judgement", "kg:comparableWith")
    comparable = one(
        Comparability, "Whether it can be set beside the judgement of the round before; null where there is none or that is not known."
    )
    quote = one("Quote", "kg:quote", required=True)
