"""Dates as they are printed, as EDTF: `2nd October 2014`, `October 2015`, `4-14 November 2014`, `11/12/2019`."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.recognise.words import MONTHS, ORDINALS

__all__ = ["DATE", "MONTH", "Dated", "alone", "dates_in", "latest_before", "month_before", "weak_dates_in"]

WELSH = ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"]
NUMBERS = {name.lower(): i for names in (MONTHS, WELSH) for i, name in enumerate(names, 1)}
NUMBERS |= {name[:3].lower(): i for i, name in enumerate(MONTHS, 1)} | {"sept": 9}
NAMES = "|".join(sorted(NUMBERS, key=len, reverse=True))
MONTH = rf"(?:(?:{'|'.join(WELSH)})\s*/\s*)?(?:{NAMES})\b\.?"
ORDINAL = r"(?:\s?(?:st|nd|rd|th|af|ail|fed|eg|ydd))?"
YEAR = r"(?:19|20)\d\d"
WORDS = rf"\b(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b"
DATE = re.compile(
    rf"(?<![\d/.])(?:"
    rf"(?P<d1>\d{{1,2}}){ORDINAL}\s*(?:-|to|and)\s*(?P<d2>\d{{1,2}}){ORDINAL}\s+(?:of\s+)?(?P<m2>{MONTH}),?\s+(?P<y2>{YEAR})"
    rf"|(?P<d>\d{{1,2}}){ORDINAL}\s*(?:(?:day\s+)?of\s+)?(?P<m>{MONTH}),?\s+(?P<y>{YEAR})"
    rf"|(?P<dw>{WORDS})\s+(?:day\s+)?(?:of\s+)?(?P<mw>{MONTH}),?\s+(?P<yw>{YEAR})"
    rf"|(?P<mu>{MONTH})\s+(?P<du>\d{{1,2}}){ORDINAL},?\s+(?P<yu>{YEAR})"
    rf"|(?P<mo>{MONTH}),?\s+(?P<yo>{YEAR})"
    r"|(?P<ds>\d{1,2})\s?[/.-]\s?(?P<ms>\d{1,2})\s?[/.-]\s?(?P<ys>(?:19|20)?\d\d)(?![\d/])"
    r"|(?P<yi>(?:19|20)\d\d)-(?P<mi>\d\d)-(?P<di>\d\d)"
    r")",
    re.I,
)
WEAK = re.compile(
    rf"(?<![\d/.])(?:(?P<d>\d{{1,2}}){ORDINAL}\s+(?:of\s+)?(?P<m>{MONTH})|(?P<mu>{MONTH})\s+(?P<du>\d{{1,2}}){ORDINAL})(?!\w)", re.I
)
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
TIME = re.compile(r"^\s*(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?")
LEAPS = 9  # years in which a 29 February comes at least once
LABEL = re.compile(
    rf"\s*(?:(?:(?:letter|response)\s+)?dated?(?:\s+this|\s+of\s+(?:letter|issue))?|dyddiad(?:\s*/\s*date)?|sent)?\s*[:.]?\s*(?:the\s+(?=[a-z]+(?:-[a-z]+)?\s+(?:day\s+)?of\b))?{WEEKDAY}",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A printed date: where it stands in the text searched, and what it says."""

    start: int
    end: int
    edtf: str


def dates_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """Every date of the calendar in `text`, in order; `31 February 2014` is none."""
    for match in DATE.finditer(text, start, len(text) if end is None else end):
        edtf = _edtf(match)
        if edtf:
            yield Dated(match.start(), match.end(), edtf)


def weak_dates_in(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Days without a year ("11 December"): start, end, month, day."""
    for match in WEAK.finditer(text):
        month, day = _month(match["m"] or match["mu"]), int(match["d"] or match["du"])
        if _valid(2000, month, day):
            yield match.start(), match.end(), month, day


def alone(line: str) -> Dated | None:
    """The date of a line that holds a date, perhaps labelled, and nothing else."""
    label = LABEL.match(line)
    match = DATE.match(line, label.end()) if label else None
    edtf = _edtf(match) if match and not _rest(line, match) else None
    return Dated(match.start(), match.end(), edtf) if match and edtf and "/" not in edtf else None


def _rest(line: str, match: re.Match[str]) -> str:
    """What a line says besides its date, the hour, and the same day in the other language."""
    rest = TIME.sub("", line[match.end() :]).strip(" .,")
    twin = DATE.fullmatch(rest.lstrip("/|- ")) if rest[:1] in ("/", "|", "-") else None
    return "" if twin and _edtf(twin) == _edtf(match) else rest


def latest_before(month: int, day: int, edtf: str | None) -> str | None:
    """The last day `month`-`day` not after the date `edtf`: the year that a writer leaves out."""
    if edtf is None:
        return None
    upper = edtf[:10] + "-12-31"[len(edtf[:10]) - 4 :]
    years = range(int(edtf[:4]), int(edtf[:4]) - LEAPS, -1)
    candidates = (f"{year:04}-{month:02}-{day:02}" for year in years if _valid(year, month, day))
    return next((candidate for candidate in candidates if candidate <= upper), None)


def month_before(edtf: str | None) -> str | None:
    """The month before that of `edtf`; nothing if it has none."""
    if edtf is None or len(edtf) < 7:
        return None
    year, month = int(edtf[:4]), int(edtf[5:7])
    return f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02}"


def _edtf(match: re.Match[str]) -> str | None:
    if match["y2"]:
        first, last = (_day(match["y2"], match["m2"], match[day]) for day in ("d1", "d2"))
        return f"{first}/{last}" if first and last and first < last else None
    if match["yo"]:
        return f"{match['yo']}-{_month(match['mo']):02}"
    for year, month, day in (("y", "m", "d"), ("yu", "mu", "du"), ("yw", "mw", "dw"), ("ys", "ms", "ds"), ("yi", "mi", "di")):
        if match[year]:
            return _day(match[year], match[month], match[day])
    return None


def _day(year: str, month: str, day: str) -> str | None:
    full = year if len(year) == 4 else "20" + year
    number = int(month) if month.isdigit() else _month(month)
    date = int(day) if day.isdigit() else ORDINALS.index(day.lower()) + 1
    return f"{full}-{number:02}-{date:02}" if _valid(int(full), number, date) else None


def _month(name: str) -> int:
    return NUMBERS[name.rsplit("/", 1)[-1].strip(" .").lower()]


def _valid(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
