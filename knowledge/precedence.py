"""Which findings can be an earlier and a later one of the same shortcoming: one force, or partners then, and forward in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from knowledge import dates
from knowledge.index import Index
from knowledge.things import Alliance, Finding

__all__ = ["may_precede", "pools"]


def dated(finding: Finding) -> str | None:
    """When it was made: the inspection, else the report's publication, else its year; EDTF."""
    report = finding.report
    return (report and (report.inspected or report.published)) or (str(finding.year) if finding.year else None)


def may_precede(earlier: Finding, later: Finding) -> bool:
    """Forward in time, not within one report."""
    if earlier is later or later in earlier.same_as or (earlier.report is later.report and earlier.report is not None):
        return False
    (no_a, a, _), (no_b, _, b) = dates.order(dated(earlier)), dates.order(dated(later))
    return not no_a and not no_b and a <= b and (a, earlier.id) != (b, later.id)


def pools(index: Index) -> Iterator[tuple[list[Finding], list[Finding]]]:
    """For each force its findings, and the findings that may come before them: its own, and its partners' from while they were partners.

    A finding of no known force is in none.
    """
    own: dict[str, list[Finding]] = defaultdict(list)
    for finding in index.findings:
        if finding.force:
            own[finding.force.id].append(finding)
    allies = _allies(index)
    for force, findings in own.items():
        theirs = [f for other in sorted(allies.get(force, ())) for f in own.get(other, ()) if _partners(index, force, other, f)]
        yield findings, [*findings, *theirs]


def _allies(index: Index) -> dict[str, set[str]]:
    """For each force that was ever in an alliance the others in it, by id."""
    found: dict[str, set[str]] = defaultdict(set)
    for alliance in index.alliances:
        together = {member.id for member, _, _ in alliance.members}
        for force in together:
            found[force] |= together - {force}
    return found


def _partners(index: Index, force: str, other: str, earlier: Finding) -> bool:
    """Whether both may have been members of one alliance when a finding was made, as links ask it too."""
    return any({force, other} <= _members(alliance, dated(earlier)) for alliance in index.alliances)


def _members(alliance: Alliance, day: str | None) -> set[str]:
    return {force.id for force, first, last in alliance.members if dates.may_overlap(dates.between(first, last), day)}
