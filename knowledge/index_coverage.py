"""What an answer is about and what it covers: each group of findings that are one in one of four parts (CONTRACT section 4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from knowledge import things
from knowledge.index_order import finding_key

__all__ = ["answers", "coverage", "groups_of", "meets"]


def answers(row: things.Lineage, key: tuple[Any, ...]) -> bool:
    """Whether a row has this finding, or these years and force."""
    if len(key) == 1:
        return key[0] in (row.earlier.id, row.later.id)
    frm, to, force = key
    return (row.earlier.year, row.later.year) == (frm, to) and force in (None, row.earlier.force and row.earlier.force.id)


def meets(finding: things.Finding, kinds: Sequence[str], theme: str | None) -> bool:
    """Whether a finding is of one of the kinds, if any are given, and about the theme, if one is."""
    return (not kinds or finding.kind in kinds) and (theme is None or any(t.id == theme for t in finding.themes))


def groups_of(findings: Iterable[things.Finding]) -> list[list[things.Finding]]:
    """Findings in groups that are one finding (`sameAs`), each group and the groups in order."""
    given = {finding.id: finding for finding in findings}
    groups: list[list[things.Finding]] = []
    placed: set[str] = set()
    for finding in given.values():
        if finding.id in placed:
            continue
        group = [finding, *(same for same in finding.same_as if same.id in given and same.id not in placed)]
        placed.update(member.id for member in group)
        groups.append(sorted(group, key=finding_key))
    return groups


def coverage(groups: Iterable[list[things.Finding]], rows: Iterable[things.Lineage], to: int) -> things.Coverage:
    """Each group in one of four parts: in a row, read and not repeated, not asked, or we cannot say."""
    recurring = {row.earlier.id for row in rows}
    parts: dict[str, list[list[things.Finding]]] = {name: [] for name in ("recurring", "not_repeated", "not_asked", "unreviewed")}
    for group in groups:
        parts[_part(group, recurring, to)].append(group)
    sizes = {name: len(part) for name, part in parts.items()}
    return things.Coverage(findings=sum(sizes.values()), groups=parts, **sizes)


def _part(group: list[things.Finding], recurring: set[str], to: int) -> str:
    if any(finding.id in recurring for finding in group):
        return "recurring"
    if any(to in finding.not_asked_in for finding in group):
        return "not_asked"
    return "not_repeated" if any(to in finding.not_repeated_in for finding in group) else "unreviewed"
