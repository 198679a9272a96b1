"""Reports as registered: which row a printed title means, a slug where none does, each report once."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge import dates
from knowledge.registers import Registers
from knowledge.registers.rows import RoundRow
from knowledge.terms import report_slug
from loaders.letter import Letter, Report

__all__ = ["as_registered", "distinct", "renamed"]

NAMED = re.compile(
    r"PEEL:?\s+(?:20\d\d|Police\s)|.*\beffectiveness,\s+efficiency\s+and\s+legitimacy", re.I
)  # a name of its own, not a description


def as_registered(report: Report, letter: Letter, registers: Registers, when: str | None) -> Report:
    """With the registered publication where none is printed, and a slug of the registered title."""
    row = registers.report_match(report.title, report.published, letter.force, when, report.scope)
    has_twin = any(other.title == report.title and other.id != report.id for other in letter.reports)
    named = registers.round_named(report.title) if row is None and report.scope == "force" and letter.force else None
    if named:
        title = report.title if NAMED.match(report.title) else _of_round(named, letter, registers)
        return replace(report, title=title, forces=(letter.force,), slug=f"{named.slug}-{letter.force}")
    if row is None or (has_twin and row.scope != report.scope):
        forces = (letter.force,) if report.scope == "force" and letter.force else ()
        return replace(report, forces=forces, slug=_slug(report, letter))
    published = report.published or row.published
    basis = report.published_basis if report.published else ("registered" if row.published else None)
    scope = row.scope if report.scope != "joint" else report.scope
    return replace(
        report,
        published=published,
        published_basis=basis,
        scope=scope,
        programme=row.programme or report.programme,
        forces=row.forces,
        slug=row.slug,
    )


def _of_round(named: RoundRow, letter: Letter, registers: Registers) -> str:
    """The title of a round's report on a force that a letter only describes, in the form of the register: `PEEL 2021/22 – Kent Police`."""
    known = registers.force(letter.force)
    label = re.match(r"PEEL\s+\S+", named.name)
    return f"{label[0] if label else named.name} – {known.name if known else letter.force_printed}"


def _slug(report: Report, letter: Letter) -> str:
    first, last = dates.interval(report.published) if report.published else (None, None)
    year = first.year if first and last and first.year == last.year else None
    return report_slug(report.title, year, letter.force if report.scope == "force" else None)


def _first(report: Report, reports: tuple[Report, ...]) -> Report:
    """The first of the reports that this one is: of the same slug and scope, under whatever name."""
    return next(other for other in reports if (other.slug, other.scope) == (report.slug, report.scope))


def renamed(letter: Letter, reports: tuple[Report, ...]) -> Letter:
    """What is of a report that the letter names twice is of the first."""
    first = {report.id: _first(report, reports).id for report in reports}
    judgements = tuple(replace(judgement, report=first.get(judgement.report or "")) for judgement in letter.judgements)
    findings = tuple(replace(finding, report=first.get(finding.report or "")) for finding in letter.findings)
    return replace(letter, judgements=judgements, findings=findings)


def distinct(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """Each report once; where those of two scopes have one slug, the second gets its scope into it."""
    seen: set[str | None] = set()
    kept = []
    for report in (report for report in reports if _first(report, reports) is report):
        if report.slug in seen:
            report = replace(report, slug=f"{report.slug}-{report.scope}")
        seen.add(report.slug)
        kept.append(report)
    return tuple(kept)
