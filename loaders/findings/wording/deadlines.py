"""The day by which an answer promises something, as EDTF, and whether a day is ahead of the letter."""

from __future__ import annotations

import calendar
import re

from loaders.recognise.words import MONTH_WORDS

__all__ = ["DATED", "FUTURE_ONLY", "due", "is_ahead"]

MONTHS = {name: i for i, name in enumerate(MONTH_WORDS.split("|"), 1)}
SEASON = r"(?:spring|summer|autumn|winter)"
DATED = re.compile(
    rf"\b(?P<how>between (?:{MONTH_WORDS})(?: 20\d\d)? and|by|before|until|in|during|from|for|on|at|due|expected|complet\w+|starting|beginning|ending)(?: in| on| at)?(?: the)?(?: (?P<end>end|close|start|beginning|middle) of)?(?: the)?(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?)?"
    rf" (?:(?:early|late|mid)[ -])?(?:(?P<month>{MONTH_WORDS})\b(?:,? (?P<year>20\d\d)\b)?|(?:(?:{SEASON}|early|late|mid|(?:first|second|third|fourth|last) quarter)(?: of)?[ -])?(?P<only>20\d\d)\b(?![/–-]\d)"
    r"|(?P<turn>(?:(?:new|next|coming|current|this) )?financial year|easter|christmas|new year|(?:this |calendar )?year(?: is out)?\b(?! (?:of|to|or|before|ago|after|since|and)\b)|(?:next|this) month|month\b(?! of)))"
    r"|(?<!the )\b(?P<next>next (?:month|year)|later this year)\b"
)
MAY_LIE_BEFORE = ("in", "during", "for", "from", "on", "at", "starting", "beginning", "ending", "until")
FUTURE_ONLY = ("planned", "in_progress", "under_review")
YEAR_TURNS_IN = 4  # the financial year of English and Welsh police begins in April


def due(words: str, state: str, written: str | None = None) -> str | None:
    """The date by which a response is promised, as EDTF. A month without a year is the next one after the letter was `written`.

    What runs already is due only on a day that is ahead. `In the autumn` without a year gives none.
    """
    if state not in FUTURE_ONLY:
        return None
    found = ((match["how"], _date(match, written), _names_year(match)) for match in DATED.finditer(words))
    dates = [
        (how, date) for how, date, named in found if date and (how not in MAY_LIE_BEFORE or _may_be_due(date, how, named, state, written))
    ]
    ends = [date for how, date in dates if how in ("by", "before")] or [date for _, date in dates[:1]]
    return next(iter(reversed(ends) if state == "in_progress" else ends), None)


def _may_be_due(date: str, how: str, named: bool, state: str, written: str | None) -> bool:
    """`In May 2016`: promised for then, unless it is behind the letter; of what runs already, only what is surely ahead."""
    if written:
        return _ahead(date, written) and (state != "in_progress" or (named and date > written[: len(date)]))
    return state != "in_progress" and how in ("in", "during", "for", "from", "on")


def is_ahead(match: re.Match[str], written: str | None) -> bool:
    """Whether a date that names its year lies after the letter."""
    date = _date(match, written)
    return bool(date and written and _names_year(match) and _ahead(date, written))


def _names_year(match: re.Match[str]) -> bool:
    """Said by a year or by the letter's own day: not by a month alone."""
    return bool(match["year"] or match["only"] or match["turn"] or match["next"])


def _ahead(date: str, written: str | None) -> bool:
    stated = written or ""
    return date[: len(stated)] >= stated[: len(date)]


def _date(match: re.Match[str], written: str | None) -> str | None:
    closes = match["end"] in ("end", "close")
    if match["only"]:
        return match["only"] + ("-12-31" if closes else "")
    if match["month"]:
        month = MONTHS[match["month"]]
        year = match["year"] or _next(month, written)
        return _day(int(year), month, int(match["day"] or 0), closes) if year else None
    stated = re.match(r"(\d{4})-(\d\d)", written or "")
    return _turn(match, int(stated[1]), int(stated[2]), closes) if stated else None


def _day(year: int, month: int, day: int, closes: bool) -> str:
    last = calendar.monthrange(year, month)[1]
    day = day or (last if closes else 0)
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= last else f"{year}-{month:02}"


def _turn(match: re.Match[str], year: int, month: int, closes: bool) -> str | None:
    """A time that only the letter's own date fixes: the turn of a year, a feast, the next month."""
    words = match["turn"] or match["next"]
    if "financial year" in words:
        return _financial(words, year, month, match["end"])
    if words == "christmas":
        return f"{year}-12"
    if words == "easter":
        return _easter_month(year) if _easter_month(year)[5:] >= f"{month:02}" else _easter_month(year + 1)
    if words in ("new year", "next year", "later this year"):
        return str(year + ("this" not in words))
    if words == "next month":
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return _day(year, month, 0, closes)
    if words in ("this month", "month"):
        return _day(year, month, 0, closes=True) if closes else None
    ends = closes or words.endswith("is out")
    return f"{year}-12-31" if ends else None


def _financial(words: str, year: int, month: int, edge: str | None) -> str | None:
    """The first or last day of the financial year that runs, or of the next one; within it no day is told."""
    begun = year - (month < YEAR_TURNS_IN)
    later = words.startswith(("new", "next", "coming"))
    if edge in ("end", "close"):
        return f"{begun + 1 + later}-03-31"
    return f"{begun + 1}-04" if edge in ("start", "beginning") else None


def _easter_month(year: int) -> str:
    """The month of Easter Sunday, by Gauss's rule for the years 1900 to 2099."""
    d = (19 * (year % 19) + 24) % 30
    e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7
    return f"{year}-{'03' if d + e < 10 else '04'}"


def _next(month: int, written: str | None) -> str | None:
    """The year of the first such month that is not before the letter's."""
    stated = re.match(r"(\d{4})-(\d\d)", written or "")
    if not stated:
        return None
    return str(int(stated[1]) + (month < int(stated[2])))
