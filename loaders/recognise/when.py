"""The letter's own date, and when its comments were published; never the dates of inspections or reports."""

from __future__ import annotations

import itertools
import re

from loaders.letter import Quote
from loaders.recognise import dates
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.fields import Field, field_of
from loaders.recognise.lines import Kind, Line

__all__ = ["comments_published", "letter_date"]

LABELLED = re.compile(r"(?:letter\s+)?dated?\s*[:.]", re.I)
NOT_OWN = re.compile(
    r"\b(?:inspect\w*|reports?|publi\w+|issued|HMI\w*|PEEL|meeting|scanned|updated|reviewed|modified|posted|uploaded|received|revised)\b",
    re.I,
)
OF_LETTER = re.compile(r"[A-Z][^.]{0,60},\s+(?:\w+day,?\s+)?$")
ON_PAGE = re.compile(r"(?:(?:date\s+)?published|posted|uploaded|added)(?:\s+on)?\s*:?\s+", re.I)
COMMENTS = r"(?:comments?|response|reply|observations|statement|it|they|these|them)"
AFTER_PLACE = re.compile(r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2},")
PUT = r"(?:publish\w*|placed|posted|put|stood|stand|live|available|appear\w*|been|online|upload\w*|web\s?-?site|web\s?page)"
PUBLISHED = re.compile(
    rf"\b(?:my|our|these|the|this)\s+(?:\w+\s+){{0,3}}?(?:comments?|response|reply|observations|statement)\b.*?\b{PUT}\b|\b{PUT}\b.*?\b(?:my|these|our|this)\s+(?:\w+\s+){{0,3}}?(?:comments?|response|reply|observations|statement)\b",
    re.I | re.S,
)
WEBSITE = re.compile(r"web\s?-?site|web\s?page|(?:this|our|my)\s+page|online|publish", re.I)
PLANNED = re.compile(r"\b(?:will|shall|going\s+to|intend|to\s+be\s+(?:published|placed))\b", re.I)
NOT_COMMENTS = re.compile(r"\b(reports?|inspections?|inspected|HMIC(?:FRS)?|plan|dated|letter\s+of|wrote|until|by)\b", re.I)
OF_COMMENTS = re.compile(
    r"\b(comments?(?!\s+(?:up)?on\b)|response|reply|observations|(?<!its\s)(?<!FRS's\s)(?<!HMIC's\s)(?:website|web\s?page)|online|since|published\s+(?:my|these|them|it|this))\b",
    re.I,
)


LONGEST = 1_200  # characters of a sentence that are looked at


def letter_date(anatomy: Anatomy) -> tuple[str | None, Quote | None]:
    """The date on a line of its own, on the reference line or at the end of a head's line; else the one beside the signature; else the page's."""
    for lines, read in ((anatomy.head, _date_of), (_ends(anatomy), _date_of), (anatomy.head, _date_within)):
        for line in sorted(lines, key=_rank):
            found = read(line, anatomy.text)
            if found:
                return found.edtf, anatomy.quote(found.start, found.end)
    return page_date(anatomy) or (None, None)


def comments_published(anatomy: Anatomy, date: str | None) -> tuple[str | None, Quote | None]:
    """From a page's *Published:* line, or "my comments have stood on my website since 11 December": the year is the last before the letter's date."""
    if page := page_date(anatomy):
        return page
    for start, end in anatomy.sentences:
        words = anatomy.flat[start : min(end, start + LONGEST)]
        if not PUBLISHED.search(words) or not WEBSITE.search(words) or PLANNED.search(words):
            continue
        found = _of_comments(words, date)
        if found:
            return found, anatomy.quote(start, end)
    return None, None


def page_date(anatomy: Anatomy) -> tuple[str, Quote] | None:
    """The day on which a page was put up, as its own line over the statement has it."""
    for above, line in itertools.pairwise((None, *(line for line in anatomy.head if line.start < _subject(anatomy)))):
        mark = ON_PAGE.match(line.text) if above is None or _label(above) is not Field.TITLE else None
        if mark and (found := dates.alone(line.text[mark.end() :].split("|")[0])):
            return found.edtf, anatomy.quote(line.start, line.end)
    return None


def _subject(anatomy: Anatomy) -> int:
    """Where the subject below a greeting begins: what is published below it is the report."""
    return anatomy.subject[0].start if anatomy.is_subject_greeted else anatomy.body_start


def _ends(anatomy: Anatomy) -> list[Line]:
    """Lines of the signatures and those right below and above them."""
    places = {i for signature in anatomy.signed for i in range(signature.first - 1, signature.last + 5)}
    return [line for i, line in enumerate(anatomy.lines) if i in places and i >= anatomy.body]


def _rank(line: Line) -> int:
    if re.match(r"date\s+of\s+(?:the\s+)?meeting|meeting", line.text, re.I):
        return 8
    if LABELLED.match(line.text) or _label(line) is Field.DATE:
        return 0
    return {Kind.DATE: 1, Kind.REFERENCE: 2, Kind.FIELD: 3, Kind.ADDRESS: 4, Kind.ADDRESSEE: 5}.get(line.kind, 9)


def _label(line: Line) -> Field | None:
    field = field_of(line.text) if line.kind is Kind.FIELD else None
    return field[0] if field else None


def _date_within(line: Line, text: str) -> dates.Dated | None:
    """The one full date of a line that tells of no inspection or report: a newspaper's name and day, `Dunster, 3 May 2019, by hand`."""
    found = list(dates.dates_in(text, line.start, line.end))
    words = text[line.start : line.end]
    if len(found) != 1 or len(found[0].edtf) != 10 or len(words) > 110 or _label(line) not in (None, Field.DATE) or NOT_OWN.search(words):
        return None
    return (
        found[0] if line.kind in (Kind.SHORT, Kind.FIELD) and (_label(line) or OF_LETTER.match(text[line.start : found[0].start])) else None
    )


def _date_of(line: Line, text: str) -> dates.Dated | None:
    """A date line's date; in other lines of the head, a full date with which the line ends."""
    found = list(dates.dates_in(text, line.start, line.end))
    if not found or "/" in found[-1].edtf or _label(line) in (Field.ISSUED, Field.OFFICE_WORK, Field.TITLE):
        return None
    if line.kind is Kind.DATE:
        return found[0]
    is_last = not text[found[-1].end : line.end].strip(" .,")
    is_place = bool(AFTER_PLACE.fullmatch(text[line.start : found[-1].start].strip())) or text[: found[-1].start].endswith("   ")
    may_end = (
        line.kind in (Kind.REFERENCE, Kind.ADDRESS, Kind.ADDRESSEE) or LABELLED.match(line.text) or _label(line) is Field.DATE or is_place
    )
    return found[-1] if is_last and may_end else None


def _of_comments(words: str, date: str | None) -> str | None:
    full = [(found.start, found.edtf) for found in dates.dates_in(words)]
    spans = [(found.start, found.end) for found in dates.dates_in(words)]
    weak = [
        (start, edtf)
        for start, _, month, day in dates.weak_dates_in(words)
        if not any(a <= start < b for a, b in spans) and (edtf := dates.latest_before(month, day, date))
    ]
    for at, edtf in sorted(full + weak):
        if "/" not in edtf and _nearest_is_comments(words[:at]):
            return edtf
    return None


def _nearest_is_comments(before: str) -> bool:
    """Whether the noun before a date is the comments, not the report that they are about; words of a title in quotation marks are neither."""
    before = re.sub(r'"[^"]*"', lambda title: " " * len(title[0]), before)
    ours = max((match.end() for match in OF_COMMENTS.finditer(before)), default=-1)
    theirs = max((match.end() for match in NOT_COMMENTS.finditer(before)), default=-1)
    return ours > theirs
