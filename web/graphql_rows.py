"""What the fields of `Query` are answered from: the index, asked once for each set of conditions and kept, since it never changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import orjson

from knowledge import dates
from knowledge.index import Index
from knowledge.index_conditions import findings_that, letters_that
from web.graphql_paging import Found, Key

__all__ = ["Rows"]

KEPT = 256


def _found(question: str, conditions: tuple[Any, ...], rows: Iterable[Any], key: Callable[[Any], Key], **more: Any) -> Found:
    keyed = sorted(((key(row), row) for row in rows), key=lambda pair: pair[0])
    said = orjson.dumps([question, *(getattr(part, "id", part) for part in conditions)])
    mark = hashlib.sha256(said).hexdigest()[:8]
    return Found(mark, [row for _, row in keyed], [key for key, _ in keyed], **more)


def _descending(day: str) -> str:
    """A day whose order is turned round."""
    return "".join(chr(ord("9") - ord(c) + ord("0")) if c.isdigit() else c for c in day)


def by_date(date: Callable[[Any], str | None], latest_first: bool) -> Callable[[Any], Key]:
    """CONTRACT section 0: earliest day, latest day, id; no date comes last, whichever way the days run."""

    def key(row: Any) -> Key:
        unknown, first, last = dates.order(date(row))
        return (unknown, _descending(last), _descending(first), row.id) if latest_first else (unknown, first, last, row.id)

    return key


def _year(finding: Any) -> str | None:
    return str(finding.year) if finding.year is not None else None


class Rows:
    """The answers over one index. Conditions are records and plain words; `None` is no condition."""

    def __init__(self, index: Index) -> None:
        self.index = index
        for name in ("findings", "letters", "reports", "themed", "search", "recurrences"):
            setattr(self, name, lru_cache(KEPT)(getattr(self, "_" + name)))

    def _findings(
        self, year: int | None, force: Any, kind: tuple[str, ...], theme: Any, report: Any, answered: bool | None, latest: bool
    ) -> Found:
        rows = findings_that(self.index.findings, year=year, force=force, kind=kind, theme=theme, report=report, answered=answered)
        return _found("findings", (year, force, kind, theme, report, answered, latest), rows, by_date(_year, latest))

    def _letters(self, force: Any, author: Any, addressee: Any, span: str, latest: bool) -> Found:
        rows = letters_that(self.index.letters, force=force, author=author, addressee=addressee, span=span)
        return _found("letters", (force, author, addressee, span, latest), rows, by_date(lambda row: row.date, latest))

    def _reports(self, force: Any, year: int | None, latest: bool) -> Found:
        def fits(report: Any) -> bool:
            return (force is None or force in report.forces) and (year is None or dates.may_overlap(report.published, str(year)))

        return _found("reports", (force, year, latest), filter(fits, self.index.reports), by_date(lambda row: row.published, latest))

    def _themed(self, theme: Any, force: Any, year: int | None) -> Found:
        pairs = (
            Themed(of, finding)
            for finding in self.index.findings
            for of in finding.themes
            if theme in (None, of) and force in (None, finding.force) and year in (None, finding.year)
        )
        return _found("themed", (theme, force, year), pairs, lambda row: (row.theme.id, row.finding.id))

    def _search(self, text: str) -> Found:
        return _found("search", (text,), self.index.search(text), lambda hit: (-hit.score, hit.thing.id))

    def _recurrences(
        self, frm: int, to: int, force: Any, kind: tuple[str, ...], later_kind: tuple[str, ...], theme: Any, at_least: str, related: bool
    ) -> Found:
        answer = self.index.recurrences_between(
            frm, to, force=force, kind=kind, later_kind=later_kind, theme=theme, at_least=at_least, related_too=related
        )
        conditions = (frm, to, force, kind, later_kind, theme, at_least, related)
        return _found(
            "recurrences", conditions, answer.rows, lambda row: (row.earlier.id, row.later.id), coverage=answer.coverage, notes=answer.notes
        )


class Themed:
    """A finding under one of its themes."""

    __slots__ = ("finding", "theme")

    def __init__(self, theme: Any, finding: Any) -> None:
        self.theme, self.finding = theme, finding
