"""Which letter answers which report, as the statutory clock has to know it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from knowledge.deadlines import Answer
from knowledge.registers import Registers
from knowledge.terms import thing
from loaders.letter import Letter
from loaders.state.names import Key, key_of, letter_iris, report_slug_of
from loaders.state.parties import office_kind

__all__ = ["deadline_facts"]


def deadline_facts(letters: Iterable[Letter], registers: Registers, iris: Mapping[Key, str] | None = None) -> list[Answer]:
    """One answer for each report that each letter answers, with the dates that letter and register give."""
    held = list(letters)
    names = iris or letter_iris(held)
    return [answer for letter in held for answer in _answers(letter, names[key_of(letter)], registers)]


def _answers(letter: Letter, iri: str, registers: Registers) -> Iterable[Answer]:
    for report in letter.reports:
        if not report.answered:
            continue
        slug = report_slug_of(report, letter)
        known = registers.report(slug)
        yield Answer(
            letter=iri,
            report=thing("report", slug),
            title=known.title if known else report.title,
            force=letter.force and thing("force", letter.force),
            dated=letter.date,
            comments_published=letter.comments_published,
            published=report.published,
            published_basis=report.published_basis,
            office_kind=office_kind(letter.author) if letter.author else None,
        )
