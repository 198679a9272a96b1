"""Dates less exact than a day: EDTF strings, compared as intervals (ISO 8601-2, level 0)."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

__all__ = ["between", "display", "interval", "may_overlap", "one", "order"]

PART = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
OPEN = (None, None)


def interval(edtf: str) -> tuple[date | None, date | None]:
    """First and last day of an EDTF date or interval: `2015-10` is 1 to 31 October; `2014/..` has no last day.

    Raises `ValueError` for what is no date.
    """
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        return (_part(first)[0], _part(last)[1])
    return _part(edtf)


def _part(text: str) -> tuple[date | None, date | None]:
    return OPEN if text in ("", "..") else one(text)


def _days(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    """First and last day of a year, a month or a day; none where the calendar has no such date."""
    first, last = (1, 12) if month is None else (month, month)
    try:
        return date(year, first, 1 if day is None else day), date(year, last, calendar.monthrange(year, last)[1] if day is None else day)
    except ValueError:
        return None


def one(text: str) -> tuple[date, date]:
    """First and last day of one date, as a person gives it. Raises `ValueError` for an interval, and for what is no date."""
    match = PART.fullmatch(text)
    days = match and _days(*(part and int(part) for part in match.groups()))
    if not days:
        raise ValueError(f"'{text}' is not a date. Write 2014, 2014-10 or 2014-10-02.")
    return days


def between(first: str | None, last: str | None) -> str:
    """From the one date to the other as an interval, open where none is given. Raises `ValueError` if it ends before it begins."""
    if first and last and one(first)[0] > one(last)[1]:
        raise ValueError(f"{display(first)} is after {display(last)}.")
    return f"{first or '..'}/{last or '..'}"


def may_overlap(a: str | None, b: str | None) -> bool:
    """Whether two dates may be of one day; a date that is not known may be any."""
    if a is None or b is None:
        return True
    (a1, a2), (b1, b2) = interval(a), interval(b)
    return (a1 is None or b2 is None or a1 <= b2) and (b1 is None or a2 is None or b1 <= a2)


@lru_cache(65_536)
def order(edtf: str | None) -> tuple[bool, str, str]:
    """Sorting key of CONTRACT section 0: earliest day, latest day; no date comes last."""
    if edtf is None:
        return (True, "", "")
    first, last = interval(edtf)
    return (first is None, str(first or ""), str(last or "9999"))


def display(edtf: str | None) -> str:
    """As a reader writes it: `20 February 2018`, `October 2015`, `2014`; empty for none."""
    match = PART.fullmatch(edtf or "")
    if not match:
        return (edtf or "").replace("/", " – ")
    month = calendar.month_name[int(match[2])] if match[2] else ""
    return " ".join(part for part in (match[3] and str(int(match[3])), month, match[1]) if part)
