"""Titles in the lines over a letter, in a memorandum's SUBJECT or over a statement."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.fields import Field, field_of
from loaders.recognise.lines import Kind, Line
from loaders.recognise.reports.printed import QUOTED, Title, plain, printed_date, quoted_title, tells
from loaders.recognise.reports.shapes import is_shaped, names_none

__all__ = ["in_subject", "of_subject"]

INSPECTORATE = r"(?:HMIC(?:FRS)?|HMI\s+(?:Constabulary|Prisons)|HMIP|(?:Her|His|HM)\s+(?:Majesty's\s+)?Inspectorate\s+of\s+Constabulary(?:\s*,?\s*(?:and|&)\s+Fire\s*(?:and|&)\s+Rescue\s+Services?)?)(?:\s*\(HMIC(?:FRS)?\))?(?:'s)?"
ANSWER = r"(?:(?:formal|statutory|full|written|official|initial|section\s+55(?:\(5\))?|s\.?\s?55)\s+)*(?:responses?|comments?|reply|replies|observations|statement)\s+(?:to|on|regarding|about|in\s+respect\s+of|in\s+response\s+to)\s+(?:the\s+|a\s+)?"
DESCRIBED = r"(?:(?:PEEL|national|thematic|joint|force|police|value\s+for\s+money|unannounced|recent|latest|new|published)\s+){0,3}(?:inspection|thematic|report|review|publication|assessment|study)s?(?:\s+(?:report|review|publication)s?)?"
OF_POLICE = r"(?:[\w'-]+,?\s+){0,6}?(?:police|policing|agenc(?:y|ies)|services?)(?:'s?)?\s+response\s+to\s+(?!(?:the\s+)?(?:HMI|PEEL|(?:\w+\s+)?(?:report|inspection)))"  # a title's own words
PREFIXES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:re|fwd?|subject|title|pwnc|regarding|on(?=\s*:)|(?:title|name)\s+of\s+(?:the\s+)?(?:HMIC(?:FRS)?\s+)?(?:inspection|report|publication|review)(?:\s+report)?|(?:report|inspection|publication)\s+(?:title|name|answered|commented\s+on))(?:\s*[:.-]\s*|\s{2,})",
        rf"(?!{OF_POLICE})(?:(?:my|our|the|[A-Z][\w'-]+|and|&|,)\s+){{0,9}}?{ANSWER}",
        r"(?=[^:-]{0,60}(?:\bPF?CC\b|Commissioner|s\.?\s?55|section\s+55|statutory|\bmy\b|\bour\b))[^:-]{0,60}\b(?:response|comments|reply|statement)\s*(?::|\s-)\s+(?=[A-Z'\"])",
        r"(?:comments?|response|reply|statement|observations)\s+(?:of|by|from)\s+[^:'\"]{3,90}?\s+(?:on|to|regarding|about)\s+(?:the\s+)?(?=HMI|['\"]|PEEL|an?\s+inspection|report)",
        r"(?:section|s\.?)\s*55(?:\s*\(\d\))?(?:\s+of\s+the\s+police\s+act\s+1996)?\s*[:,-]\s*",
        rf"(?:the\s+)?{INSPECTORATE}\s+(?:{DESCRIBED}\s*(?:[:-]\s*|(?=['\"]))|(?:[:-]\s*))",
        rf"{DESCRIBED}\s*(?:[:-]\s+|(?=['\"]))",
        rf"(?:the\s+)?{INSPECTORATE}\s*[:-]?\s+(?:(?:and|/)\s+{INSPECTORATE}\s+)?(?!{DESCRIBED}\s*$)",
        r"(?:entitled|titled|called|on)\s+(?=['\"])",
    )
)
LIST_MARK = re.compile(r"\s*(?:#{1,6}\s+|•\s*|-\s+|\(?(?:\d{1,2}|[a-hivx]{1,3})[.)]\s+)?")
JOINING = re.compile(r"(?:[,:-]|\b(?:of|the|and|in|for|to|by|an?|into|on|with|from|PEEL))\s*$")
JOINED = re.compile(r"An\s+inspection\s+of\b|\d(?!\d?[.)]\s)|(?:Police|Constabulary)\b(?!\s+[a-z])")
BETWEEN_TITLES = re.compile(r"(?<=\))\s*(?:,|;|,?\s*(?:and|&))\s+(?=[A-Z'\"])")
STOCK = re.compile(r"(?:memorandum|report|letter|response|introduction|background|summary|purpose|overview|context|executive\s+summary|foreword|contents|appendix.*|annex.*|official.*|private.*|confidential.*|home|news|press\s+release.*|published.*)$", re.I)
TELLING = re.compile(r"inspect|PEEL|report|review|HMI|effective|legitima|efficien|stud(?:y|ies)\b|polic|crim|victim|custody|: \w|20\d\d", re.I)
NO_TITLE = re.compile(
    r".*>.*>|(?:last\s+)?(?:updated|modified|reviewed|published|posted|copied|sent|from|please|good\s+(?:morning|afternoon)|thank)\b|summary\s+of|[^:'\"]*\bresponds?\s+to\b[^:'\"]*$"
    r"|(?:public\s+|joint\s+)?(?:statement|response|comments)\b[^:'\"]*$|[^:'\"]*\b(?:Commissioner|PCC|Mayor)(?:\s+(?:for|of)\b[^:'\"]*)?$", re.I
)
ASKED = re.compile(r"(?:name|title)\s+of\s+(?:the\s+)?(?:HMIC(?:FRS)?\s+)?(?:inspection|report|publication|review)|(?:report|inspection)(?:\s+(?:title|name))?|subject", re.I)
ISSUED = re.compile(r"\s*\(?(?:(?:report\s+)?(?:published|issued|released)\b|(?:date\s+of\s+)?(?:issue|publication)\b|HMIC(?:FRS)?,?\s+(?=\(?\d))", re.I)


def of_subject(anatomy: Anatomy) -> list[Title]:
    """The titles over a letter; a line such as "Published on 2 March 2017" dates those above it.

    Below the greeting or after a label any line may be a title; above them, where letterheads and paths of pages stand, only what reads as one.
    """
    found: list[Title] = []
    for start, end, is_sure in _subject_spans(anatomy):
        issued = printed_date(anatomy.text[start:end]) if ISSUED.match(anatomy.text, start) and found else None
        found = [replace(title, published=title.published or issued) for title in found]
        words = anatomy.flat[start:end]
        found += _in_cells(anatomy.flat, start, end)
        if not names_none(words) and (is_sure or is_shaped(words)):
            found += in_subject(anatomy.flat, start, end)
    return found


def _in_cells(text: str, start: int, end: int) -> list[Title]:
    """Titles in the cells of a table's row, each with the date in the row."""
    cells = [match.span() for match in re.finditer(r"[^|]+", text[start:end])] if text[start:end].count("|") > 1 else []
    issued = printed_date(text[start:end]) if cells else None
    shaped = [plain(text, start + a, start + b) for a, b in cells if is_shaped(text[start + a : start + b].strip())]
    return [replace(title, published=title.published or issued) for title in shaped if issued and title.words.count(" ") > 2]


def _subject_spans(anatomy: Anatomy) -> list[tuple[int, int, bool]]:
    """The subject's lines, a title over two lines as one, and whether each is surely the subject; also a memorandum's SUBJECT."""
    is_dated = any(_label(line) is Field.DATE for line in anatomy.head)
    fields = [line for line in anatomy.head if _label(line) in (Field.TITLE, Field.ISSUED) and (line.kind is Kind.FIELD or is_dated)]
    below = anatomy.is_subject_greeted
    spans: list[tuple[int, int, bool]] = []
    before: Line | None = None
    widest = max((len(words) for words in anatomy.text.split("\n")), default=0)
    for line in sorted({*fields, *anatomy.subject}, key=lambda line: line.start):
        label = _label(line)
        if before and line.gap == 0 and label is None and line.kind is not Kind.NAME and _runs_on(before.text, line.text, widest):
            spans[-1] = (spans[-1][0], line.end, spans[-1][2])
        else:
            spans.append((line.start, line.end, label is Field.TITLE or below or bool(ASKED.fullmatch(before.text) if before else None)))
        before = line
    return spans


def _label(line: Line) -> Field | None:
    field = field_of(line.text) if line.kind in (Kind.FIELD, Kind.DATE) else None
    return field[0] if field else None


def _runs_on(before: str, after: str, widest: int) -> bool:
    """Whether a title goes on: by the words at the break, by what stands open there, or because the line was full."""
    if after[:1].islower() or JOINING.search(before) or JOINED.match(after):
        return True
    is_open = before.count("(") > before.count(")") or before.count('"') % 2 == 1 or bool(re.search(r"(?:^|\s)'[^']*(?:\w'\w[^']*)*$", before))
    is_full = widest < 130 and len(before) + after.find(" ") >= widest - 12 and len(after) < len(before) and not re.search(r"[).'\"]$", before) and not re.match(r"PEEL|HMI|['\"(]|[A-Z]{4,}|Re:", after)
    return is_open or is_full


def in_subject(text: str, start: int, end: int) -> list[Title]:
    mark = LIST_MARK.match(text, start, end)
    start = mark.end() if mark else start
    begin = _after_prefixes(text, start, end)
    quoted = [quoted_title(text, match, end) for match in QUOTED.finditer(text, begin, end)]
    if quoted:
        return quoted
    words = text[start:end].strip()
    if ASKED.fullmatch(words) or NO_TITLE.match(text[begin:end].strip()) or STOCK.match(text[begin:end].strip()) or (begin == start and not TELLING.search(words)):
        return []
    cuts = list(BETWEEN_TITLES.finditer(text, begin, end))
    firsts, lasts = [begin, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), end]
    parts = [plain(text, a, b) for a, b in zip(firsts, lasts, strict=True)]
    return [title for title in parts if tells(title.words)]


def _after_prefixes(text: str, start: int, end: int) -> int:
    """Past *Re:*, *Response to*, *HMIC Inspection report:* and the like."""
    while start < end and text[start].isspace():
        start += 1
    for _ in range(5):
        for prefix in PREFIXES:
            match = prefix.match(text, start, end)
            if match and match.end() < end and match.end() > start:
                start = match.end()
                break
        else:
            return start
    return start
