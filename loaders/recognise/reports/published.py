"""When a report was published and when its inspection was, as far as the letter prints it."""

from __future__ import annotations

import re

from loaders.recognise import dates
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.reports.days import LONGEST, REACH, beside, day_first, every
from loaders.recognise.reports.printed import QUOTED, Title
from loaders.recognise.when import page_date
from loaders.recognise.words import MONTHS

__all__ = ["inspected", "published"]

PUBLISHED = re.compile(
    rf"\b(?:(?:re-?)?published|releas(?:ed|e)|issued|launched|publications?|publishing|c[ao]me\s+out|appeared|brought\s+out|(?<=,\s)out(?=\s+on)|(?:put|given)\s+out|(?:made|bec[ao]me)\s+public|(?:went|gone)\s+(?:live|public|online)|bears?\s+the\s+date|(?:put|placed|posted)\s+(?:it\s+)?on\s+(?:its|the|their)\s+website|reported(?=\s+on\s+\d)|(?<=,\s)dated|(?:is|was)\s+dated|reports?\s+(?:by\s+[A-Z][\w ]{{2,40}}?\s+)?(?:of|dated|from)(?=\s+(?:the\s+)?(?:\d|{'|'.join(MONTHS)})))",
    re.I,
)
IN_ORDER = re.compile(r"\bfirst\b.*\bsecond\b|\bthe\s+one\b.*\bthe\s+other\b|\brespectively\b", re.I | re.S)
ALL_OF_THEM = re.compile(r"\b(?:both|each|all)\b|\breports\b|\bwere\s+published", re.I)
INSPECTED = re.compile(
    r"\b(?:inspected|inspection\s+(?:took\s+place|was\s+(?:carried\s+out|conducted|undertaken))|fieldwork|visited\s+(?:the\s+force|us|in)|carried\s+out|conducted|undertaken|took\s+place)\b",
    re.I,
)
RIGHT_AFTER = re.compile(
    r"""['"*_)]*\s*,?[\s.-]*\(?\s*(?:(?:an?\s+)?(?:(?:joint|national|thematic)\s+)?(?:inspection|report|study),\s*)?(?:(?:which\s+)?(?:was\s+)?(?:of|dated|from|(?:first\s+)?published|issued|released|c[ao]me\s+out|appeared|followed|out)\b(?:\s+by\s+[A-Z]\w+)?\s*(?:on\s+|in\s+)?)?(?:the\s+)?$""",
    re.I,
)
PART = 120  # characters below a title that make it the heading of a part


def published(title: Title, found: list[Title], anatomy: Anatomy, date: str | None) -> str | None:
    """When the letter says that this report was published; the more exact of the title's date and the text's."""
    said = [edtf for start, end in _first_sentences(anatomy) if (edtf := _said(title, found, anatomy, start, end, date))]
    after = _right_after(title, anatomy)
    if after and len(after) >= 7 and not title.published:
        return after
    said = [edtf for edtf in (_in_part(title, found, anatomy, date),) if edtf] or said
    exact = sorted(
        [*([title.published] if title.published and not _is_pages(title.published, anatomy) else []), *said[:1]], key=len, reverse=True
    )
    return exact[0] if exact else None


def _is_pages(edtf: str, anatomy: Anatomy) -> bool:
    """Whether a day is that on which the page of the comments was put up."""
    page = page_date(anatomy)
    return page is not None and page[0] == edtf


def _right_after(title: Title, anatomy: Anatomy) -> str | None:
    """The date that follows a title at once: `…, of 8 December 2016`, `… (published by HMICFRS on 27 September 2019)`."""
    dated = next(dates.dates_in(anatomy.flat, title.end, min(len(anatomy.flat), title.end + REACH)), None)
    return (
        dated.edtf
        if dated
        and "/" not in dated.edtf
        and "\n" not in anatomy.flat[title.end : dated.start]
        and RIGHT_AFTER.fullmatch(anatomy.flat, title.end, dated.start)
        else None
    )


def _in_part(title: Title, found: list[Title], anatomy: Anatomy, date: str | None) -> str | None:
    """What the first sentences below a title say, where each of several reports has a part of the letter to itself."""
    after = min((other.start for other in found if other.start > title.start), default=len(anatomy.flat))
    if (
        len(found) < 2
        or (after - title.end < PART and after < len(anatomy.flat))
        or all(abs(other.start - title.start) < PART for other in found if other is not title)
    ):
        return None
    below = [(start, end) for start, end in anatomy.sentences if title.end <= start < after][:3]
    return next(
        (
            edtf
            for start, end in below
            for match in PUBLISHED.finditer(anatomy.flat, start, end)
            if (edtf := beside(anatomy.flat, match, start, end, date))
        ),
        None,
    )


def inspected(anatomy: Anatomy, found: list[Title]) -> str | None:
    """When the inspection took place, where one report is answered and the opening prints it."""
    if len(found) != 1:
        return None
    for start, end in _first_sentences(anatomy)[:4]:
        match = INSPECTED.search(anatomy.flat, start, end)
        after = next(dates.dates_in(anatomy.flat, match.end(), min(end, match.end() + REACH)), None) if match else None
        if (
            match
            and after
            and not PUBLISHED.search(anatomy.flat, match.end(), after.start)
            and re.search(r"inspect|fieldwork|visit", anatomy.flat[start:end], re.I)
        ):
            return after.edtf
    return None


def _first_sentences(anatomy: Anatomy) -> list[tuple[int, int]]:
    first = anatomy.body_start
    return [span for span in anatomy.sentences if span[0] >= first][:7]


def _said(title: Title, found: list[Title], anatomy: Anatomy, start: int, end: int, date: str | None) -> str | None:
    text = anatomy.flat
    when = [
        edtf
        for match in PUBLISHED.finditer(text, start, end)
        if (edtf := beside(text, match, start, end, date) or day_first(text, match, start, date))
    ]
    if not when or _of_another(title, found, text, start, end):
        return None
    days = every(text[start : min(end, start + LONGEST)])
    if len(found) > 1 and len(days) == len(found) and (len(when) == len(found) or IN_ORDER.search(text, start, end)):
        return days[found.index(title)]
    if len(found) > 1 and not ALL_OF_THEM.search(text, start, end) and not _names(title, text[start:end]):
        return None
    return when[0]


def _of_another(title: Title, found: list[Title], text: str, start: int, end: int) -> bool:
    """Whether the sentence is about a report that the letter only names: an earlier one, in quotation marks or called *PEEL Vulnerability*."""
    if start <= title.start < end:
        return False
    quoted = [match["title"] for match in QUOTED.finditer(text, start, end)]
    others = [words for words in quoted if words.count(" ") and not any(_alike(words, known.words) for known in found)]
    earlier = re.search(
        r"\b(?:since|previous|earlier|original|initial|last)\s+(?:the\s+)?(?:publication|inspection|report|PEEL)|\bfollow(?:ing|ed)\s+(?:the\s+)?publication",
        text[start:end],
    )
    return bool(others) or bool(earlier and not re.search(r"publication\s+earlier\s+this\s+year", text[start:end]))


def _alike(a: str, b: str) -> bool:
    first, second = (set(re.findall(r"\w{3,}", words.lower())) for words in (a, b))
    return bool(first & second) and len(first & second) >= 0.6 * min(len(first), len(second))


def _names(title: Title, words: str) -> bool:
    own = set(re.findall(r"\w{4,}", title.words.lower())) - {"police", "inspection", "report", "with"}
    return len(own & set(re.findall(r"\w{4,}", words.lower()))) >= min(2, len(own))
