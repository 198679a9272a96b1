"""What registers hold, before anybody asks: rows in file order."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.registers.rows import (
    AllianceRow,
    BodyRow,
    Fact,
    ForceRow,
    InspectorateRow,
    OfficeRow,
    PersonRow,
    ReportRow,
    RoundRow,
    RuleRow,
    SystemRow,
    TenureRow,
    ThemeRow,
)

__all__ = ["Holdings"]


@dataclass(frozen=True)
class Holdings:
    """Rows are tuples in file order."""

    forces: tuple[ForceRow, ...] = ()
    bodies: tuple[BodyRow, ...] = ()
    offices: tuple[OfficeRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    tenures: tuple[TenureRow, ...] = ()
    alliances: tuple[AllianceRow, ...] = ()
    inspectorate: InspectorateRow | None = None
    rounds: tuple[RoundRow, ...] = ()
    reports: tuple[ReportRow, ...] = ()
    families: tuple[ReportRow, ...] = ()
    rules: tuple[RuleRow, ...] = ()
    systems: tuple[SystemRow, ...] = ()
    themes: tuple[ThemeRow, ...] = ()
    facts: tuple[Fact, ...] = ()
    coverage: tuple[Fact, ...] = ()
