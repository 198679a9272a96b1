"""From rows to registers: every name that a row refers to must be in its register."""

from __future__ import annotations

from pathlib import Path

from knowledge import dates
from knowledge.registers.references import check_properties, check_references, refuse_shared_posts
from knowledge.registers.registers import Registers
from knowledge.registers.rows import (
    AllianceRow,
    BodyRow,
    EventRow,
    Fact,
    ForceRow,
    InspectorateRow,
    MemberRow,
    NameRow,
    OfficeRow,
    PersonRow,
    ReportRow,
    RoundRow,
    RuleRow,
    SystemRow,
    TenureRow,
)
from knowledge.registers.table import PROPERTIES, Entry, RegisterError, Row, entries, read_table
from knowledge.registers.themes import read_themes

__all__ = ["build"]

SCOPES = ("force", "national", "joint")
# Rows that the graph says with a word of its own; every other row, and every row not confirmed, is a fact node.
SAID_BY_A_WORD = {
    "name", "alias", "police-uk-id", "ons-code", "body-kind", "oversees", "office-kind", "post-in", "holds", "ran", "member",
    "label", "grade-scale", "year", "comparable-with", "not-comparable-with", "title", "also-known-as", "published", "scope", "force", "programme",
    "round", "inspected", "note", "days", "version", "legislation",
}  # fmt: skip


def build(folder: Path) -> Registers:
    """Read every file of the folder, check what refers to what, and put it together."""
    tables = {name: _table(folder, name) for name in PROPERTIES}
    check_references(tables)
    check_properties(tables, {theme.slug for theme in read_themes()})
    tenures = _tenures(tables["tenures"])
    refuse_shared_posts(tenures, tables["tenures"])
    return Registers(
        forces=tuple(_force(e) for e in entries(tables["forces"], "force")),
        bodies=tuple(_body(e) for e in entries(tables["bodies"], "body")),
        offices=tuple(_office(e) for e in entries(tables["offices"], "office")),
        people=tuple(PersonRow(e.slug, e.need("name"), e.values("alias"), e.sources) for e in entries(tables["people"], "person")),
        tenures=tenures,
        alliances=tuple(_alliance(e, tables["alliances"]) for e in entries(tables["alliances"], "alliance")),
        inspectorate=next((_inspectorate(e) for e in entries(tables["inspectorate"], "inspectorate")), None),
        rounds=tuple(_round(e) for e in entries(tables["rounds"], "round")),
        reports=tuple(_report(e) for e in entries(tables["reports"], "report")),
        families=tuple(_report(e) for e in entries(tables["reports"], "family")),
        rules=tuple(_rule(e) for e in entries(tables["rules"], "rule")),
        systems=tuple(SystemRow(e.slug, e.need("name"), e.values("alias"), e.sources) for e in entries(tables["systems"], "system")),
        themes=read_themes(),
        facts=tuple(_fact(row) for name, rows in tables.items() for row in rows if _stands_alone(row)),
        coverage=tuple(_fact(row) for row in tables["coverage"]),
    )


def _table(folder: Path, name: str) -> list[Row]:
    path = folder / f"{name}.tsv"
    if not path.is_file():
        raise RegisterError(path.name, 1, f"The register '{name}' is not in '{folder}'. Put the file there, with its first line at least.")
    return read_table(path)


def _tenures(rows: list[Row]) -> tuple[TenureRow, ...]:
    return tuple(TenureRow(row.start, row.end, _tenure_slug(row), row.subject, row.value, row.confirmed, row.sources) for row in rows)


def _tenure_slug(row: Row) -> str:
    begun = (row.start or "").strip("/").replace("/", "-")
    return "-".join(part for part in (row.subject, row.value, begun) if part)


def _force(e: Entry) -> ForceRow:
    areas = tuple(part.strip() for text in e.values("area") for part in text.replace(" and ", ", ").split(","))
    return ForceRow(e.slug, e.need("name"), e.values("alias"), e.need("police-uk-id"), e.need("ons-code"), areas, e.sources)


def _body(e: Entry) -> BodyRow:
    e.need("oversees")
    row = e.all("oversees")[0]
    return BodyRow(row.start, row.end, e.slug, e.need("name"), e.need("body-kind"), row.value, row.confirmed, e.sources)


def _office(e: Entry) -> OfficeRow:
    return OfficeRow(e.slug, e.need("name"), e.need("office-kind"), e.maybe("oversees"), e.maybe("post-in"), e.sources)


def _alliance(e: Entry, rows: list[Row]) -> AllianceRow:
    e.need("ran")
    ran = e.all("ran")[0]
    members = tuple(MemberRow(row.start, row.end, row.value) for row in e.all("member"))
    events = [row for row in rows if row.kind == "event" and row.subject == e.slug]
    return AllianceRow(
        ran.start, ran.end, e.slug, e.need("name"), e.values("alias"), members, tuple(_event(row) for row in events), e.sources
    )


def _event(row: Row) -> EventRow:
    if row.start is None:
        raise row.wrong(f"The event '{row.value}' has no date. Give it in the column 'from'.")
    slug = f"{row.subject}-{row.property}-{row.start.replace('/', '-')}"
    return EventRow(slug, row.property, row.value, row.start, row.confirmed != "no", row.sources)


def _inspectorate(e: Entry) -> InspectorateRow:
    names = tuple(NameRow(row.start, row.end, row.value) for row in e.all("name"))
    return InspectorateRow(e.slug, names, e.values("alias"), e.sources)


def _round(e: Entry) -> RoundRow:
    scale, year = e.need("grade-scale"), e.maybe("year")
    if scale not in ("four", "five"):
        raise e.all("grade-scale")[0].wrong(f"There is no grade scale '{scale}'. Write 'four' or 'five'.")
    confirmed = {name: tuple(row.value for row in e.all(name, confirmed=True)) for name in ("comparable-with", "not-comparable-with")}
    return RoundRow(e.slug, e.need("name"), e.need("label"), scale, int(year) if year else None, *confirmed.values(), e.sources)


def _report(e: Entry) -> ReportRow:
    scope = e.need("scope")
    if scope not in SCOPES:
        raise e.all("scope")[0].wrong(f"There is no scope '{scope}'. Write {', '.join(SCOPES)}.")
    published = e.all("published", confirmed=True) or e.all("published")
    for row in published:
        _check_value_date(row)
    return ReportRow(
        slug=e.slug,
        title=e.need("title"),
        titles=e.values("also-known-as"),
        published=published[0].value if published else None,
        published_confirmed=bool(published) and published[0].confirmed != "no",
        scope=scope,
        forces=e.values("force"),
        programme=e.maybe("programme"),
        round=e.maybe("round"),
        inspected=e.maybe("inspected"),
        note=e.maybe("note"),
        sources=e.sources,
    )


def _check_value_date(row: Row) -> None:
    try:
        dates.interval(row.value)
    except ValueError as error:
        raise row.wrong(f"'{row.value}' is no date ({error}). Write 2014, 2014-10 or 2014-10-02.") from error


def _rule(e: Entry) -> RuleRow:
    days = e.all("days") or [e.rows[0]]
    if not days[0].value.isdigit():
        raise days[0].wrong(
            f"'{days[0].value}' is no number of days. Write a row 'days' with a whole number and 'from' its first day in force."
        )
    return RuleRow(
        days[0].start, days[0].end, e.slug, e.need("name"), int(days[0].value), e.need("version"), e.need("legislation"),
        e.values("unsettled"), e.sources,
    )  # fmt: skip


def _stands_alone(row: Row) -> bool:
    return row.kind != "event" and (row.property not in SAID_BY_A_WORD or (row.confirmed == "no" and row.kind not in ("tenure", "body")))


def _fact(row: Row) -> Fact:
    return Fact(row.subject, row.kind, row.property, row.value, row.start, row.end, row.source, row.confirmed != "no")
