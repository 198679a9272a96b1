"""Dates that exist, whose first and last day are derived from them and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pyoxigraph as ox

from knowledge import dates
from knowledge.terms import EDTF, KG
from loaders.check.facts import Broken, Facts, Term, Texts
from loaders.check.words import words

__all__ = ["real_date"]

DAYS_ONLY = {KG + "reviewedOn", KG + "correctedOn"}  # a day by nature: nothing is derived from it
SHAPE = "DateShape-real"


def real_date(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    said = facts.of[focus]
    for predicate, values in said.items():
        for value in values:
            if isinstance(value, ox.Literal) and value.datatype.value == EDTF and (why := _why_not(value.value)):
                yield SHAPE, focus, predicate, value.value, why
    for predicate in words().dates:
        if predicate not in DAYS_ONLY and any(predicate + end in said for end in ("", "From", "To")):
            yield from _derived(facts, focus, predicate)


def _why_not(edtf: str) -> str:
    """Why this is no date; nothing if it is one."""
    try:
        first, last = dates.interval(edtf)
    except ValueError as error:
        return str(error)
    return f"'{edtf}' ends before it starts." if first and last and last < first else ""


def _derived(facts: Facts, focus: Term, predicate: str) -> Iterator[Broken]:
    """The first and last day are those of a date that is stated: of one of them, where sources differ."""
    stated = [v.value for v in facts.values(focus, predicate) if isinstance(v, ox.Literal) and not _why_not(v.value)]
    if len(stated) < len(facts.values(focus, predicate)):
        return
    for place, end in enumerate(("From", "To")):
        found = sorted(v.value for v in facts.values(focus, predicate + end))
        wanted = sorted({_iso(dates.interval(edtf)[place]) for edtf in stated} - {""})
        if found != wanted:
            verb = "starts" if end == "From" else "ends"
            told = f"{' and '.join(map(repr, stated))} {verb} on {' and '.join(wanted) or 'no day'}." if stated else "No date is stated that it could be derived from."
            yield SHAPE, focus, predicate + end, ", ".join(found) or "nothing", told


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
