"""How each field of `Query` is answered: conditions to records, rows from the index, and the page asked for."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from knowledge import dates
from knowledge.index import Index
from web.graphql_arguments import day_span, found, one_of, word, words, year, years
from web.graphql_paging import Page, paged
from web.graphql_rows import Rows
from web.graphql_things import NODE_TYPES

__all__ = [
    "Context",
    "deadlines",
    "findings",
    "findings_by_theme",
    "judgements",
    "letters",
    "lineage",
    "listing",
    "node",
    "recurrences",
    "release",
    "reports",
    "search",
]


@dataclass(frozen=True)
class Context:
    """What resolvers find in `info.context`. `until` is when their time is up."""

    rows: Rows
    until: float = float("inf")

    @property
    def index(self) -> Index:
        return self.rows.index


def recurrences(
    root: Any, info: Any, from_: int, to: int, force: Any = None, kind: Any = None, later_kind: Any = None, theme: Any = None,
    at_least: Any = None, related_too: bool | None = None, **page: Any,
) -> Page:  # fmt: skip
    index = info.context.index
    conditions = (found(index, "force", force), words(kind), words(later_kind), found(index, "theme", theme))
    return paged(info.context.rows.recurrences(*years(from_, to), *conditions, word(at_least, "reviewed"), bool(related_too)), **page)


def lineage(root: Any, info: Any, finding: str, at_least: Any = None, related_too: bool | None = None) -> list[Any]:
    index = info.context.index
    return index.lineage(found(index, "finding", finding), at_least=word(at_least, "reviewed"), related_too=bool(related_too))


def findings(
    root: Any, info: Any, year: int | None = None, force: Any = None, kind: Any = None, theme: Any = None, report: Any = None,
    answered: bool | None = None, order: Any = None, **page: Any,
) -> Page:  # fmt: skip
    index = info.context.index
    conditions = (found(index, "force", force), words(kind), found(index, "theme", theme), found(index, "report", report))
    return paged(info.context.rows.findings(_year(year), *conditions, answered, _latest(order)), **page)


def findings_by_theme(root: Any, info: Any, theme: Any = None, force: Any = None, year: int | None = None, **page: Any) -> Page:
    index = info.context.index
    return paged(info.context.rows.themed(found(index, "theme", theme), found(index, "force", force), _year(year)), **page)


def letters(
    root: Any, info: Any, force: Any = None, author: Any = None, addressee: Any = None, from_: str | None = None, to: str | None = None,
    order: Any = None, **page: Any,
) -> Page:  # fmt: skip
    index = info.context.index
    parties = (found(index, "force", force), found(index, "person", author), found(index, "person", addressee))
    return paged(info.context.rows.letters(*parties, day_span(from_, to), _latest(order)), **page)


def reports(root: Any, info: Any, force: Any = None, year: int | None = None, order: Any = None, **page: Any) -> Page:
    return paged(info.context.rows.reports(found(info.context.index, "force", force), _year(year), _latest(order)), **page)


def search(root: Any, info: Any, text: str, **page: Any) -> Page:
    return paged(info.context.rows.search(text), **page)


def judgements(root: Any, info: Any, force: Any = None, pillar: str | None = None) -> list[Any]:
    index = info.context.index
    whose, which = found(index, "force", force), one_of("pillar", pillar, {j.pillar for j in index.judgements if j.pillar})
    rows = [j for j in index.judgements if whose in (None, j.force) and which in (None, j.pillar)]
    return sorted(rows, key=_judgement_order)


def _judgement_order(row: Any) -> tuple[Any, ...]:
    """As the question `judgement_history` has it; what is missing comes first, as in SPARQL, but for the date."""
    report = row.report.id if row.report else ""
    return (*dates.order(row.report and row.report.published), report, row.pillar or "", row.question or "", row.grade, row.id)


def deadlines(root: Any, info: Any, force: Any = None, verdict: Any = None) -> list[Any]:
    whose, which = found(info.context.index, "force", force), word(verdict)
    rows = [d for d in info.context.index.deadlines if whose in (None, d.force) and which in (None, d.verdict)]
    return sorted(rows, key=lambda d: (*dates.order(d.letter.date), d.letter.id, d.report.id))


def listing(name: str) -> Any:
    """The resolver of a list that is the index's own."""
    return lambda root, info: getattr(info.context.index, name)


def node(root: Any, info: Any, id: str) -> Any:
    thing = info.context.index.get(id)
    return thing if type(thing).__name__ in NODE_TYPES else None


def release(root: Any, info: Any) -> SimpleNamespace:
    index = info.context.index
    years = [finding.year for finding in index.findings if finding.year is not None]
    return SimpleNamespace(
        name=index.release,
        digest=index.manifest.digest,
        letters=len(index.letters),
        findings=len(index.findings),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )


def _year(value: int | None) -> int | None:
    return year("year", value)


def _latest(order: Any) -> bool:
    return word(order) == "latest_first"
