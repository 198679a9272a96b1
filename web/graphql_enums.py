"""The controlled words of the ontology as GraphQL enums; values are the words that the records hold."""

from __future__ import annotations

from enum import Enum

import graphene

from web.graphql_words import meaning, meaning_of_word

__all__ = [
    "Basis",
    "ClaimKind",
    "ClockBasis",
    "Comparability",
    "Evidence",
    "FindingKind",
    "Grade",
    "Order",
    "Relation",
    "ResponseStatus",
    "ReviewerKind",
    "Scope",
    "Speaker",
    "Verdict",
    "Voice",
    "YearBasis",
]


def words(name: str, scheme: str, says: str, *values: str) -> type[graphene.Enum]:
    """An enum over the concepts of a scheme; each value is described by its concept's definition."""

    def description(member: Enum | None) -> str:
        return says if member is None else meaning_of_word(scheme, str(member.value))

    members = {value.replace(" ", "_").upper(): value for value in values}
    return graphene.Enum.from_enum(Enum(name, members), description=description)


def choices(name: str, says: str, **values: str) -> type[graphene.Enum]:
    """An enum of this window only: each value with what it means."""
    members = Enum(name, {value: value.lower() for value in values})
    return graphene.Enum.from_enum(members, description=lambda member: says if member is None else values[member.name])


FindingKind = words("FindingKind", "kind", meaning("kind"), "area_for_improvement", "recommendation", "cause_of_concern", "concern")
Evidence = words("Evidence", "evidence", meaning("evidence", "Strongest first."), "inspectorate", "letter", "reviewed", "suggested")
Relation = words("Relation", "relation", meaning("relation"), "repeated", "narrowed", "widened", "related")
ReviewerKind = words("ReviewerKind", "reviewer-kind", meaning("reviewerKind"), "person", "program")
Voice = words("Voice", "voice", meaning("voice"), "inspectorate", "commissioner")
Grade = words("Grade", "grade", meaning("grade"), "outstanding", "good", "adequate", "requires improvement", "inadequate")
Verdict = words("Verdict", "verdict", meaning("verdict"), "on_time", "late", "cannot_confirm", "no_limit_then", "not_applicable")
ClockBasis = words("ClockBasis", "clock-basis", meaning("clockBasis"), "comments_published", "letter_date", "none")
ResponseStatus = words(
    "ResponseStatus", "status", meaning("status"), "done", "in_progress", "planned", "under_review", "declined", "monitoring"
)
Basis = words("Basis", "basis", "What a date, a name or a title rests on.", "printed", "inferred", "registered")
Scope = words("Scope", "scope", meaning("scope"), "force", "national", "joint")
Speaker = words("Speaker", "speaker", meaning("by"), "commissioner", "chief_constable")
YearBasis = words(
    "YearBasis", "year-basis", meaning("yearBasis"), "inspection_printed", "published_printed", "published_registered", "stated", "unknown"
)
ClaimKind = words("ClaimKind", "claim-kind", meaning("claimKind"), "recurrence", "follow_up", "dispute")
Comparability = choices(
    "Comparability",
    "Whether a judgement can be set beside the one of the round before on the same pillar and question.",
    COMPARABLE="Both rounds use scales that the inspectorate lets be compared.",
    NOT_COMPARABLE="The rounds use different scales or questions: a lower grade need not be a fall.",
)
Order = choices(
    "Order",
    "In which order a list comes. What has no date comes last either way.",
    EARLIEST_FIRST="Earliest day first, then latest day, then id.",
    LATEST_FIRST="Latest day first, then earliest day, then id.",
)
