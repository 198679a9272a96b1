"""Findings that are one: stated again in a letter or in another, or one numbered recommendation that many answer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from knowledge.triples import Triples
from loaders.letter import Finding, Report
from loaders.state.statements import Told

__all__ = ["groups", "say_same"]

# Fewer words may be equal by chance.
FEWEST_WORDS = 4


def groups(told: Iterable[Told]) -> list[list[str]]:
    """The IRIs of findings that are one, each group sorted; findings that are alone are left out."""
    leader: dict[str, str] = {}

    def lead(iri: str) -> str:
        while leader.setdefault(iri, iri) != iri:
            iri = leader[iri]
        return iri

    for a, b in _pairs(list(told)):
        first, second = sorted((lead(a), lead(b)))
        leader[second] = first
    members: dict[str, list[str]] = defaultdict(list)
    for iri in sorted(leader):
        members[lead(iri)].append(iri)
    return [group for group in members.values() if len(group) > 1]


def _pairs(letters: list[Told]) -> Iterator[tuple[str, str]]:
    known: dict[tuple[Any, ...], str] = {}
    for told in letters:
        for finding in told.letter.findings:
            iri = told.findings[finding.id]
            yield from ((iri, told.findings[other]) for other in finding.same_as if other in told.findings)
            for sign in _signs(told, finding):
                yield (known.setdefault(sign, iri), iri)


def _signs(told: Told, finding: Finding) -> Iterator[tuple[Any, ...]]:
    """What two findings of one report share when they are one: a national report's number, or the very words in two letters."""
    report = told.report(finding.report) or _spoken_of_in(told, finding)
    if report is None:
        return
    iri = told.reports[report.id]
    if report.scope == "national" and finding.number and finding.kind == "recommendation":
        yield (iri, "number", finding.number)
        return
    words = re.findall(r"\w+", finding.quote.text.lower())
    if len(words) >= FEWEST_WORDS and not finding.number:
        yield (iri, finding.report is None, " ".join(words))


def _spoken_of_in(told: Told, finding: Finding) -> Report | None:
    """For a finding that is known only from a claim: the report whose finding the claim is made of."""
    about = {claim.finding for claim in told.letter.claims if claim.earlier == finding.id}
    return next((told.report(later.report) for later in told.letter.findings if later.id in about), None)


def say_same(triples: Triples, found: Iterable[list[str]]) -> None:
    """Every member to every other."""
    for group in found:
        for iri in group:
            triples.link(iri, "kg:sameFindingAs", *(other for other in group if other != iri))
