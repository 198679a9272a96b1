"""Whether a title that a letter prints is that of a registered report: by words, date and force together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

from knowledge import dates
from knowledge.registers.rows import ReportRow

__all__ = ["LONGEST_WAIT", "dates_agree", "is_peel", "likeness", "peel_key", "peel_likeness", "words"]

# Words that every report may have, and the small ones that letters get wrong.
STOP = frozenset(
    re.findall(
        "[a-z]+",
        "the a an of in into and on for to by with from at are is it its how your hmic hmicfrs her his majestys "
        "majesty inspectorate constabulary inspection inspections report reports police policing force forces "
        "england wales response letter fire rescue services",
    )
)
PILLARS = ("effectiveness", "efficiency", "legitimacy", "vulnerability")
YEAR = re.compile(r"\b((?:19|20)\d\d)(?:\s*[/–-]\s*((?:20)?\d\d))?\b")
SERIAL = re.compile(r"(?<![\d/–-])\b([2-9])\b(?!\s*[/–-]\s*\d|\s+\w+\s+\d{4})")
SEGMENT = re.compile(r"[:;?–—]|\s-\s")
# An answer that comes later than this after a report of the same words answers another one.
LONGEST_WAIT = timedelta(days=730)
ALIKE = 0.6


def words(text: str) -> tuple[str, ...]:
    """The words that tell titles apart, in order, singular: `into`, `of` and `report` tell nothing."""
    plain = re.sub(r"['’‘`\"“”*]", "", text.lower())
    plain = re.sub(r"([a-z])(\d)", r"\1 \2", plain)
    found = re.findall(r"[a-z]+|\d+", plain)
    return tuple(_singular(word) for word in found if word not in STOP)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=4096)
def _forms(title: str) -> tuple[tuple[str, ...], ...]:
    """The whole title, the title without what is in brackets, and each of its parts that says enough by itself."""
    bare = re.sub(r"\([^)]*\)", " ", title)
    parts = [words(part) for part in SEGMENT.split(re.sub(r"([a-z])(\d)", r"\1 \2", bare, flags=re.I))]
    return (words(title), *dict.fromkeys(form for form in (words(bare), *parts) if len(form) > 1))


def likeness(printed: str, report: ReportRow, dropped: Iterable[str]) -> float:
    """How alike a printed title is to the best of a report's titles, 0 to 1; names of forces (`dropped`) left out."""
    return max(_likeness(printed, title, frozenset(dropped)) for title in (report.title, *report.titles))


@lru_cache(maxsize=16384)
def _likeness(printed: str, official: str, dropped: frozenset[str]) -> float:
    if _serials(printed) != _serials(official) or _years_differ(printed, official):
        return 0.0
    ours = [tuple(w for w in form if w not in dropped) for form in _forms(printed)]
    theirs = [tuple(w for w in form if w not in dropped) for form in _forms(official)]
    if ours[0] == theirs[0] and _tells(ours[0]):
        return 1.0
    score = max((_alike(a, b) for a in ours for b in theirs if len(a) > 1 and len(b) > 1), default=0.0)
    return score if score >= ALIKE else 0.0


def _tells(form: tuple[str, ...]) -> bool:
    """Whether one word by itself is a title: `undercover` is, `custody` is not."""
    return len(form) > 1 or (len(form) == 1 and len(form[0]) > 8)


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    shared = len(set(a) & set(b)) / len(set(a) | set(b))
    short, long = sorted((a, b), key=len)
    return max(shared, 0.9 if long[: len(short)] == short else 0.0)


def _serials(title: str) -> set[str]:
    return set(SERIAL.findall(re.sub(r"([a-z])(\d)", r"\1 \2", title)))


def _years_differ(a: str, b: str) -> bool:
    ours, theirs = set(YEAR.findall(a)), set(YEAR.findall(b))
    return bool(ours and theirs and not ours & theirs)


def is_peel(title: str) -> bool:
    return bool(re.search(r"\bPEEL\b", title, re.I))


@lru_cache(maxsize=4096)
def peel_key(title: str) -> tuple[frozenset[str], str]:
    """A PEEL report's pillars and round label: `PEEL: Police legitimacy 2015` is legitimacy, `2015`.

    Vulnerability is a report of its own within effectiveness.
    """
    pillars = {pillar for pillar in PILLARS if pillar in title.lower()}
    pillars = {"vulnerability"} if "vulnerability" in pillars else pillars
    label = YEAR.search(title)
    text = f"{label[1]}/{label[2][-2:]}" if label and label[2] else (label[1] if label else "")
    return frozenset(pillars), text


def dates_agree(report: ReportRow, published: str | None, letter_date: str | None) -> bool:
    """Whether the report came out when the letter says, and neither after the letter nor long before it.

    Without either date nothing is agreed: words alone do not make a report.
    """
    if report.published is None or (published is None and letter_date is None):
        return False
    if not dates.may_overlap(published, report.published):
        return False
    if letter_date is None:
        return True
    first, last = dates.interval(report.published)
    letter_first, letter_last = dates.interval(letter_date)
    after = letter_last is not None and first is not None and first > letter_last
    long_before = letter_first is not None and last is not None and letter_first - last > LONGEST_WAIT
    return not after and not long_before


def peel_likeness(printed: str, official: str) -> float:
    """1 where pillars and round are the same; less where the letter leaves one of them to the date."""
    if not (is_peel(printed) and is_peel(official)):
        return 0.0
    (pillars, label), (their_pillars, their_label) = peel_key(printed), peel_key(official)
    if (label and label != their_label) or (pillars and pillars != their_pillars):
        return 0.0
    return 0.5 + 0.25 * bool(label) + 0.25 * bool(pillars) if label or pillars else 0.0
