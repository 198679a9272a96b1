"""The conditions of a request, turned into records and plain words, or into a sentence that says what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

from knowledge import dates
from knowledge.index import Index
from knowledge.terms import slug_of
from web.errors import Fault, did_you_mean

__all__ = ["day_span", "found", "one_of", "word", "words", "year", "years"]

FIRST_YEAR, LAST_YEAR = 1856, 2200  # the inspectorate was founded in 1856


def found(index: Index, kind: str, value: str | None) -> Any:
    """The thing of that IRI or bare slug; nothing for nothing. Raises `Fault` with the nearest right name."""
    if value is None:
        return None
    thing = index.get(value, kind)
    if thing is not None:
        return thing
    other = index.get(value)
    if other is not None and "://" in value:
        raise Fault(f"'{value}' is a {type(other).__name__.lower()}, not a {kind}.")
    near = index.nearest(kind, slug_of(value))
    raise Fault(
        f"There is no {kind} '{value}'." + (f" Did you mean '{near}'?" if near else f" `{kind}` takes an IRI or the last part of one.")
    )


def word(value: Enum | str | None, default: str | None = None) -> str | None:
    """The record's word for an enum value."""
    return default if value is None else value.value if isinstance(value, Enum) else value


def words(values: Iterable[Enum] | None) -> tuple[str, ...]:
    """The records' words for a list of enum values, in one order; an empty list is no condition."""
    return tuple(sorted({str(value.value) for value in values or ()}))


def year(name: str, value: int | None) -> int | None:
    """Raises `Fault` for a year in which nothing was inspected."""
    if value is not None and not FIRST_YEAR <= value <= LAST_YEAR:
        raise Fault(f"`{name}` is {value}, which is out of range. Give a year from {FIRST_YEAR} to {LAST_YEAR}, such as 2014.")
    return value


def years(first: int, last: int) -> tuple[int, int]:
    """Raises `Fault` for a later year that is before the earlier one."""
    year("from", first), year("to", last)
    if first > last:
        raise Fault(f"`from` ({first}) is after `to` ({last}). A finding is made again later: ask from: {last}, to: {first}.")
    return first, last


def day_span(first: str | None, last: str | None) -> str:
    """`from` and `to` as one EDTF interval. Raises `Fault` for what is no date, or ends before it begins."""
    for name, value in (("from", first), ("to", last)):
        _date(name, value)
    try:
        return dates.between(first, last)
    except ValueError:
        raise Fault(f"`from` ({first}) is after `to` ({last}). Turn them round.") from None


def _date(name: str, value: str | None) -> None:
    try:
        if value is not None:
            dates.one(value)
    except ValueError as error:
        raise Fault(f"`{name}`: {error}") from None


def one_of(name: str, value: str | None, choices: Iterable[str]) -> str | None:
    """`value` as the records write it. Raises `Fault` with the nearest right one, or all."""
    if value is None:
        return None
    known = {choice.lower(): choice for choice in choices}
    if value.lower() not in known:
        hint = did_you_mean(value.lower(), known) or f" There are: {', '.join(sorted(known)) or 'none'}."
        raise Fault(f"There is no {name} '{value}'.{hint}")
    return known[value.lower()]
