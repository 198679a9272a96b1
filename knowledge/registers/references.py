"""What rows say of one another: every name stands in its register, and a post has one holder at a time."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from itertools import combinations

from knowledge import dates
from knowledge.registers.rows import TenureRow
from knowledge.registers.table import Row

__all__ = ["Tables", "check_properties", "check_references", "refuse_shared_posts"]

Tables = Mapping[str, list[Row]]
COVERED = ("covered", "not covered")
# Which register a value must be in: (kind, property) → file.
REFERENCES = {
    ("body", "oversees"): "forces",
    ("office", "oversees"): "forces",
    ("office", "post-in"): "bodies",
    ("tenure", "holds"): "offices",
    ("alliance", "member"): "forces",
    ("round", "comparable-with"): "rounds",
    ("round", "not-comparable-with"): "rounds",
    ("report", "force"): "forces",
    ("report", "round"): "rounds",
    ("family", "round"): "rounds",
    ("report", "national-report"): "reports",
    ("system", "used-by"): "forces",
}
SUBJECTS = {"tenure": "people", "grade": "forces", "coverage": "forces", "event": "alliances"}


def check_references(tables: Tables) -> None:
    known = {name: {row.subject for row in rows if row.kind != "event"} for name, rows in tables.items()}
    for row in (row for rows in tables.values() for row in rows):
        if register := REFERENCES.get((row.kind, row.property)):
            _must_be_in(row, row.value, register, known[register])
        if register := SUBJECTS.get(row.kind):
            _must_be_in(row, row.subject, register, known[register])


def check_properties(tables: Tables, themes: Iterable[str]) -> None:
    """A grade names its round, a fact of coverage its theme, its year and one of two values."""
    rounds = {row.subject for row in tables["rounds"]}
    for row in tables["grades"]:
        _must_be_in(row, row.property.partition("/")[0], "rounds", rounds)
    for row in tables["coverage"]:
        if row.property not in themes:
            raise row.wrong(f"There is no theme '{row.property}'. Write the slug of a theme of ontology/concepts.ttl.")
        if row.value not in COVERED or not (row.start or "").isdigit():
            raise row.wrong(
                f"'{row.value}' in '{row.start or ''}' says no coverage. Write 'covered' or 'not covered', and a year in 'from'."
            )


def _must_be_in(row: Row, value: str, register: str, known: Iterable[str]) -> None:
    if value in known:
        return
    near = difflib.get_close_matches(value, sorted(known), 1)
    advice = f"Did you mean '{near[0]}'?" if near else f"Add it to {register}.tsv first."
    raise row.wrong(f"'{value}' is not in {register}.tsv. {advice}")


def refuse_shared_posts(tenures: Iterable[TenureRow], rows: list[Row]) -> None:
    """Two terms of one post may share the day of handover and no more."""
    for (a, _), (b, row) in combinations(zip(tenures, rows, strict=True), 2):
        if a.office == b.office and _shared_days(a, b) > 1:
            told = f"'{a.person}' and '{b.person}' both hold '{a.office}' for more than the day of handover"
            raise row.wrong(
                f"{told} ({a.start or '?'} to {a.end or '?'}, {b.start or '?'} to {b.end or '?'}). End the earlier term where the later begins."
            )


def _shared_days(a: TenureRow, b: TenureRow) -> int:
    """The days that two terms share whatever the days that are not known."""
    (a_first, a_last), (b_first, b_last) = _sure(a), _sure(b)
    if None in (a_first, a_last, b_first, b_last):
        return 0
    return max(0, min(a_last, b_last) - max(a_first, b_first) + 1)


def _sure(term: TenureRow) -> tuple[int | None, int | None]:
    first = dates.interval(term.start)[1] if term.start else None
    last = dates.interval(term.end)[0] if term.end and term.end != ".." else None
    open_end = 10**7 if term.end == ".." else None
    return first and first.toordinal(), last.toordinal() if last else open_end
