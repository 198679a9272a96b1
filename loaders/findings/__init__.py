"""What inspectors found according to a letter, what is answered to it, and what is said of the past: `find`."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.findings.claims import read_claims
from loaders.findings.found import Found
from loaders.findings.passages import read_passages
from loaders.findings.responses import read_responses
from loaders.findings.structure import blocks
from loaders.findings.themes import themes_of
from loaders.letter import Claim, Finding, Letter, Quote, Report, Response
from loaders.recognise.shadow import Shadow

__all__ = ["find"]


def find(letter: Letter) -> Letter:
    """`letter` with its findings, responses, claims and what was not understood, from its words alone."""
    shadow = Shadow(letter.document.text[letter.start : letter.end], letter.start)
    reading = read_passages(shadow.text, blocks(shadow.text))
    claims = read_claims(reading)
    answers = read_responses(reading)
    names = {id(found): f"f{i}" for i, found in enumerate(reading.findings, 1)}

    def quote(start: int, end: int) -> Quote:
        return letter.document.quote(*shadow.span(start, end))

    def name(found: Found | None) -> str | None:
        return names.get(id(found)) if found else None

    findings = tuple(
        Finding(
            names[id(f)], f.kind, quote(f.start, f.end), f.word, f.number, f.voice, f.certainty, _report(letter, shadow, f),
            quote(*f.block.section).text if f.block.section else None, name(f.parent), themes_of(shadow.text[f.start : f.end]), f.addressed_to,
            tuple(names[id(s)] for s in f.same_as), f.year,
        )
        for f in reading.findings
    )
    responses = tuple(Response(tuple(names[id(f)] for f in a.to), a.status, quote(a.start, a.end), a.by, a.due) for a in answers)
    stated = tuple(Claim(c.kind, quote(c.start, c.end), name(c.finding), c.year, name(c.earlier)) for c in claims)
    return replace(letter, findings=findings, responses=responses, claims=stated)


def _report(letter: Letter, shadow: Shadow, found: Found) -> str | None:
    """The report that a finding is of: the one named last before it, of those that the letter answers."""
    answered = [report for report in letter.reports if report.answered] or list(letter.reports)
    if found.is_earlier or not answered:
        return None
    at = shadow.origin(found.start)
    named = [report for report in letter.reports if report.quote.start <= at]
    return answered[0].id if len(answered) == 1 or not named else max(answered, key=lambda r: (r.quote.start <= at, r.quote.start)).id
