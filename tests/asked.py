"""The questions that have three languages, put to any graph: with no parameter, with each alone, and with several at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

from knowledge.index import Index
from knowledge.questions import read_questions

__all__ = ["QUESTIONS", "asked"]

QUESTIONS = read_questions(Path(__file__).resolve().parent.parent / "queries")
CONDITIONS = ({}, {"relatedToo": "true"}, {"atLeast": "letter", "relatedToo": "true"})
Asked = Iterator[tuple[str, dict[str, Any]]]


def asked(index: Index) -> list[tuple[str, dict[str, Any]]]:
    """Every question with the parameters that this graph has answers to, and some that it has none to."""
    every = (*_letters(index), *_deadlines(index), *_findings(index), *_grades(index), *_joined(index))
    return [one for number, one in enumerate(every) if one not in every[:number]]


def _letters(index: Index) -> Asked:
    yield "letters_by_commissioner", {}
    for letter in index.letters:
        given = {"author": letter.author and letter.author.slug, "force": letter.force and letter.force.slug}
        known = {name: value for name, value in given.items() if value}
        yield from (("letters_by_commissioner", {name: value}) for name, value in known.items())
        yield "letters_by_commissioner", known


def _deadlines(index: Index) -> Asked:
    yield "deadlines", {}
    for deadline in index.deadlines:
        yield "deadlines", {"verdict": deadline.verdict}
        yield "deadlines", {"verdict": deadline.verdict, "force": deadline.force.slug}


def _findings(index: Index) -> Asked:
    yield "findings_by_theme", {}
    for year, force in sorted({(one.year, one.force.slug) for one in index.findings if one.year and one.force}):
        yield from (("findings_by_theme", given) for given in ({"year": year}, {"force": force}, {"year": year, "force": force}))
    yield from (("findings_by_theme", {"theme": theme}) for theme in sorted({theme.slug for one in index.findings for theme in one.themes}))


def _grades(index: Index) -> Asked:
    yield from (("judgement_history", {"force": one.force.slug}) for one in index.letters if one.force)
    known = sorted({(one.force.slug, one.pillar) for one in index.judgements if one.force and one.pillar})
    yield from (("judgement_history", {"force": force, "pillar": pillar}) for force, pillar in known)


def _joined(index: Index) -> Asked:
    themes = [{"theme": finding.themes[0].slug} for finding in index.findings if finding.themes][:1]
    conditions = (*CONDITIONS, {"kind": "recommendation"}, {"laterKind": "concern"}, *themes)
    pairs = combinations(sorted({one.year for one in index.findings if one.year}), 2)
    yield from (("recurrences", {"from": a, "to": b, **given}) for (a, b), given in product(pairs, conditions))
    linked = [one for one in index.findings if one.earlier or one.later][:20]
    yield from (("lineage_of_finding", {"finding": finding.slug, **given}) for finding, given in product(linked, CONDITIONS))
