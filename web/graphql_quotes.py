"""What stands behind letters and reports, as GraphQL types: documents, quotes, rounds, claims, counts and corrections."""

from __future__ import annotations

from web.graphql_enums import ClaimKind
from web.graphql_fields import integer, many, one, string
from web.graphql_things import Node, Record
from web.graphql_words import meaning

__all__ = ["Claim", "Correction", "Document", "Quote", "Round", "StatedCount"]


class Document(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Document")

    file_name = string("kg:fileName", required=True)
    sha256 = string("kg:sha256", required=True)
    source = string("The address of the page that it was taken from.")
    licence = string("kg:licence")


class Quote(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Quote")

    text = string("kg:text", required=True)
    start = integer("kg:start", required=True)
    end = integer("kg:end", required=True)
    source = string("The base name of the file that `start` and `end` count in.", required=True)
    letter = one("Letter", "kg:inLetter")


class Round(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Round")

    name = string("The round as the inspectorate calls it. A label, not a date.", required=True)
    year = integer("kg:year")
    scale = string("kg:gradeScale", required=True)
    comparable_with = many("Round", "kg:comparableWith")


class Correction(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Correction")

    field = string("kg:field", required=True)
    reason = string("kg:reason", required=True)
    by = string("Who corrected it.", required=True)
    on = string("kg:correctedOn", required=True)


class StatedCount(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("StatedCount")

    kind = string("kg:countedKind", required=True)
    n = integer("kg:n")
    quote = one("Quote", "kg:quote", required=True)


class Claim(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Claim")

    kind = one(ClaimKind, "kg:claimKind", required=True)
    finding = one("Finding", "kg:claimAbout")
    year = integer("The year that the claim speaks of, where it names one.")
    quote = one("Quote", "kg:quote", required=True)
    letter = one("Letter", "kg:inLetter")
