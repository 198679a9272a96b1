"""The reports that a letter answers: title, scope, programme, when published and when inspected, as far as the letter prints it."""

from __future__ import annotations

import re

from loaders.letter import Report
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.reports.printed import Title
from loaders.recognise.reports.published import inspected, published
from loaders.recognise.reports.scope import programme, scope
from loaders.recognise.reports.titles import titles
from loaders.recognise.shadow import legible

__all__ = ["reports"]

SAME_NAME = re.compile(r"national\s+(?:thematic\s+)?report\s+of\s+the\s+same\s+(?:name|title)", re.I)


def reports(anatomy: Anatomy, date: str | None) -> tuple[Report, ...]:
    """Every report answered, `r1` first; `date` is the letter's, for "earlier this year"."""
    found = titles(anatomy)
    made = [_report(f"r{i}", title, found, anatomy, date) for i, title in enumerate(found, 1)]
    if len(made) == 1 and (same := SAME_NAME.search(anatomy.flat)):
        made.append(_national_twin(made[0], anatomy, same))
    return tuple(made)


def _national_twin(report: Report, anatomy: Anatomy, said: re.Match[str]) -> Report:
    """"the national thematic report of the same name": a second report with the first one's title."""
    return Report("r2", report.title, anatomy.quote(*said.span()), report.published, report.published_basis, "national", report.programme)


def _report(name: str, title: Title, found: list[Title], anatomy: Anatomy, date: str | None) -> Report:
    quote = anatomy.quote(title.start, title.end)
    printed = published(title, found, anatomy, date)
    return Report(
        name,
        _unquoted(legible(quote.text)),
        quote,
        printed,
        "printed" if printed else None,
        scope(title, found, anatomy),
        programme(title.words),
        title.inspected or inspected(anatomy, found),
    )


def _unquoted(words: str) -> str:
    """Without the quotation mark that closed the quoted part of a title with a tail; a bracket whose dates were cut is closed."""
    words = re.sub(r"(?<=[\w)?])['’\"”](?=\s*[-–—])", "", words).strip(" '\"‘’“”")
    return words if words.count("(") <= words.count(")") else re.sub(r"\(([^(),]*)[^()]*$", r"(\1)", words)
