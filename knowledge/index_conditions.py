"""Which findings and letters meet conditions, for every window alike. `None` is no condition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge import dates, things

__all__ = ["findings_that", "is_answered", "letters_that"]


def is_answered(finding: things.Finding) -> bool:
    """As the question `findings_without_answer_found` has it: an answer to the same finding in another letter counts."""
    return any(one.responses for one in (finding, *finding.same_as))


def findings_that(
    findings: Iterable[things.Finding],
    *,
    year: int | None = None,
    force: things.Force | None = None,
    kind: Sequence[str] = (),
    theme: things.Theme | None = None,
    report: things.Report | None = None,
    answered: bool | None = None,
) -> list[things.Finding]:
    """Those that meet every condition, in the order given; any of several kinds will do."""
    return [
        finding
        for finding in findings
        if year in (None, finding.year)
        and force in (None, finding.force)
        and (not kind or finding.kind in kind)
        and (theme is None or theme in finding.themes)
        and report in (None, finding.report)
        and answered in (None, is_answered(finding))
    ]


def letters_that(
    letters: Iterable[things.Letter],
    *,
    force: things.Force | None = None,
    author: things.Person | None = None,
    addressee: things.Person | None = None,
    span: str = dates.between(None, None),
) -> list[things.Letter]:
    """Those that meet every condition, in the order given. A letter whose date is not known may be of any time."""
    return [
        letter
        for letter in letters
        if force in (None, letter.force)
        and author in (None, letter.author)
        and addressee in (None, letter.addressee)
        and dates.may_overlap(letter.date, span)
    ]
