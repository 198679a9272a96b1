"""The day on which a report came out, by the words beside *published*."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.recognise import dates
from loaders.recognise.reports.printed import QUOTED

__all__ = ["BREAK", "LONGEST", "REACH", "beside", "day_first", "every"]

OWN_PAPERS = re.compile(
    r"\b(?:my|our|these)\s+(?:\w+\s+){0,3}(?:comments?|response|reply|statement|website|plan|budget)\b(?!.*\breports?\b)|\bI\s+(?:have\s+)?$",
    re.I,
)
RELATIVE = re.compile(r"\b(?P<what>earlier\s+this\s+year|this\s+year|last\s+month|last\s+year|this\s+month)\b", re.I)
BREAK = re.compile(
    r"\b(?:since|inspected|inspection\s+(?:in|of|took)|fieldwork|carried\s+out|conducted|visited|letter\s+of|respectively)\b", re.I
)
PUBLISHER = re.compile(
    r"\s*by\s+(?:H(?:er|is)\s+Majesty's\s+)?Inspectorate\s+of\s+Constabulary(?:\s+and\s+Fire\s+(?:and|&)\s+Rescue\s+Services?)?|\s*\((?:[\"'][^()]{2,40}[\"']|(?:the\s+)?[A-Z]\w+)\)",
    re.I,
)
OF_FORCE = re.compile(r"(?<=[:-])\s*An?\s+inspection\s+of\s+")  # within a title
DAY_FIRST = re.compile(r"(?:It\s+was\s+)?(?:on|in)\s+(?:the\s+)?$", re.I)
PUBLISHER_NAMED = re.compile(r"\bHMI\w*|\b[Ii]nspectorate\b|\binspectors\b|\b[Rr]eports?\b|\b[Yy]ou\b")
REACH = 90
OPENING = 200  # characters of a sentence that begins with a day, up to its verb
LONGEST = 600  # characters after a verb that are looked at, titles and all


def every(words: str) -> list[str]:
    """Each day in order; one without a year has that of the next: "on 27 September and … on 8 October 2019"."""
    full = [(dated.start, dated.end, dated.edtf) for dated in dates.dates_in(words)]
    weak = [(start, month, day) for start, _, month, day in dates.weak_dates_in(words) if not any(a <= start < b for a, b, _ in full)]
    after = [(start, next((edtf[:4] for a, _, edtf in full if a > start), None), month, day) for start, month, day in weak]
    return [
        edtf
        for _, edtf in sorted(
            [(a, edtf) for a, _, edtf in full] + [(start, f"{year}-{month:02}-{day:02}") for start, year, month, day in after if year]
        )
    ]


def beside(text: str, match: re.Match[str], start: int, end: int, date: str | None) -> str | None:
    """The date that goes with one "published"."""
    if OWN_PAPERS.search(text[max(start, match.start() - 60) : match.start()]):
        return None
    after = _without_titles(text, match.end(), end)
    stop = BREAK.search(after)
    after = after[: stop.start()] if stop else after
    found = next(dates.dates_in(after), None)
    if found:
        return found.edtf if "/" not in found.edtf else None
    weak = next(dates.weak_dates_in(after), None)
    if weak:
        return dates.latest_before(weak[2], weak[3], date)
    relative = RELATIVE.search(after)
    return _relative(" ".join(relative["what"].lower().split()), date) if relative else None


def day_first(text: str, match: re.Match[str], start: int, date: str | None) -> str | None:
    """The day with which a sentence begins: "On 8 December HMIC published two reports"."""
    before = text[start : match.start()]
    if len(before) > OPENING:
        return None
    full = next(((found.start, found.end, found.edtf) for found in dates.dates_in(before)), None)
    weak = next(((a, b, dates.latest_before(month, day, date)) for a, b, month, day in dates.weak_dates_in(before)), None)
    first = min(filter(None, (full, weak)), default=None)
    if first is None or not DAY_FIRST.fullmatch(before[: first[0]]):
        return None
    between = before[first[1] :]
    is_theirs = PUBLISHER_NAMED.search(between) and not OWN_PAPERS.search(between) and not BREAK.search(between)
    edtf = full[2] if full and full[0] == first[0] else first[2]
    return edtf if is_theirs and edtf and "/" not in edtf else None


def _without_titles(text: str, start: int, end: int) -> str:
    """What follows within reach, not counting the inspectorate's full name and a title in quotation marks: "published its report "…" on 2 May"."""
    after = OF_FORCE.sub(" ", PUBLISHER.sub("", text[start : min(end, start + LONGEST)]))
    return QUOTED.sub(lambda title: "" if title["title"].count(" ") else title[0], after)[:REACH]


def _relative(what: str, date: str | None) -> str | None:
    if date is None:
        return None
    known: dict[str, Callable[[], str | None]] = {
        "last month": lambda: dates.month_before(date),
        "last year": lambda: str(int(date[:4]) - 1),
        "this month": lambda: date[:7],
    }
    return known.get(what, lambda: date[:4])()
