"""What is known across letters while they are being joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.registers import Registers
from knowledge.terms import thing
from knowledge.triples import Triples
from loaders.letter import Finding
from loaders.state import years
from loaders.state.judge import Judged, Pair
from loaders.state.statements import Told

__all__ = ["Joint", "Placed", "place"]


@dataclass(frozen=True, slots=True)
class Placed:
    """What rules of time and place need to know of a finding."""

    force: str | None
    report: str | None
    year: int | None
    dated: str | None
    themes: tuple[str, ...] = ()


@dataclass
class Joint:
    """Everything that is known across letters while it is being joined."""

    told: list[Told]
    registers: Registers
    triples: Triples = field(default_factory=Triples)
    remarks: list[str] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    claims: dict[Pair, str] = field(default_factory=dict)
    findings: dict[str, Placed] = field(default_factory=dict)
    same: dict[str, list[str]] = field(default_factory=dict)


def place(told: Told, finding: Finding) -> Placed:
    """Force, report, year, date and themes of a finding of this letter."""
    report = told.report(finding.report)
    year, _ = years.year_of(finding, report)
    force = told.letter.force and thing("force", told.letter.force)
    return Placed(force, told.reports[report.id] if report else None, year, years.dated(finding, report), finding.themes)
