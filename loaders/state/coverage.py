"""What can be said of a finding that was not found again: read and not repeated, or not asked."""

from __future__ import annotations

from collections import defaultdict

from knowledge.terms import slug_of
from loaders.state.joint import Joint

__all__ = ["say_not_asked", "say_not_repeated"]


def say_not_repeated(joint: Joint) -> None:
    """A year is *not repeated* when readers set the finding against every report of that year on the force and found none the same."""
    read: dict[str, set[str]] = defaultdict(set)
    for one in joint.judged:
        if one.row.decision == "none" and one.counts:
            for member in joint.same.get(one.earlier, [one.earlier]):
                read[member].add(one.later)
    reports: dict[tuple[str | None, int], set[str]] = defaultdict(set)
    for placed in joint.findings.values():
        if placed.year and placed.report:
            reports[(placed.force, placed.year)].add(placed.report)
    for iri, against in read.items():
        for (force, year), of_year in reports.items():
            if force == joint.findings[iri].force and of_year <= against:
                joint.triples.say(iri, "kg:notRepeatedIn", year)


def say_not_asked(joint: Joint) -> None:
    """A year is *not asked* when registered facts say that no inspection of it covered any theme of the finding."""
    years_told = {int(fact.start) for fact in joint.registers.coverage if fact.start and fact.start.isdecimal()}
    for iri, placed in joint.findings.items():
        for year in years_told:
            facts = [joint.registers.covered(slug_of(placed.force or ""), year, theme) for theme in placed.themes]
            if facts and all(fact and fact.value == "not covered" for fact in facts):
                joint.triples.say(iri, "kg:notAskedIn", year)
