"""Which report a finding is of, and which findings of a letter are one that is stated twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.findings.found import Found
from loaders.findings.likeness import Likeness, stems
from loaders.findings.reading import Reading
from loaders.letter import Report

__all__ = ["join_restated", "report_of"]

RESTATED = 0.6  # of the words of both
FEWEST = 4
SCOPES = {"national": re.compile(r"\bnational (?:thematic )?report\b"), "force": re.compile(r"\bforce[- ]specific report\b|\breport (?:for|on|into) (?:the )?force\b")}


def report_of(reading: Reading, found: Found, reports: Sequence[Report]) -> str | None:
    """The report named last before a finding, in its own paragraph or heading first; the only one that the letter answers needs no naming.

    A finding of another year belongs to a report only where its paragraph names it.
    """
    answered = [report for report in reports if report.answered] or list(reports)
    if found.year is not None or found.is_earlier:
        others = [report for report in reports if not report.answered]
        return _named(reading.text[found.block.start : found.end], others, list(reports))
    if len(answered) < 2:
        return answered[0].id if answered else None
    for text in _looking_back(reading, found):
        name = _named(text, answered, answered)
        if name:
            return name
    return answered[0].id


def _looking_back(reading: Reading, found: Found) -> list[str]:
    """The finding's own words, the paragraph up to it, its heading, then the paragraphs before, nearest first."""
    section = [reading.text[slice(*found.block.section)]] if found.block.section else []
    before = [reading.text[b.start : b.end] for b in reversed(reading.blocks) if b.start < found.block.start]
    return [reading.text[found.start : found.end], reading.text[found.block.start : found.start], *section, *before]


def _named(text: str, among: Sequence[Report], every: Sequence[Report]) -> str | None:
    """The report of which `text` says a word that no other title has: two such words, or all."""
    words, low = stems(text), text.lower()
    best: tuple[float, str | None] = (0.0, None)
    for report in among:
        own = stems(report.title) - frozenset().union(*(stems(other.title) for other in every if other is not report))
        scope = SCOPES.get(report.scope)
        share = len(own & words) / len(own) if own else 0.0
        share += 1.0 if scope and scope.search(low) else 0.0
        enough = len(own & words) >= 2 or share >= 0.5
        best = max(best, (share, report.id), key=lambda row: row[0]) if enough else best
    return best[1]


def join_restated(reading: Reading) -> None:
    """Findings with mostly the same words are one, told twice; those of different years or under one parent are not."""
    told = [f for f in reading.findings if not f.is_earlier]
    words = Likeness(reading.text, [reading.text[f.start : f.end] for f in told]).findings
    for i, (found, own) in enumerate(zip(told, words, strict=True)):
        for other, theirs in zip(told[:i], words[:i], strict=True):
            if _restates(found, other) and len(own & theirs) >= FEWEST and len(own & theirs) >= RESTATED * len(own | theirs):
                found.same_as.append(other)
                other.same_as.append(found)


def _restates(found: Found, other: Found) -> bool:
    apart = (found.start, found.end) != (other.start, other.end) and found.block is not other.block
    return apart and found.year == other.year and not (found.number and other.number and found.number != other.number)
