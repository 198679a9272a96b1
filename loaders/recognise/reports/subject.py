"""Titles in the lines over a letter, in a memorandum's SUBJECT or over a statement."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.recognise.anatomy import Anatomy
from loaders.recognise.lines import Kind, Line
from loaders.recognise.reports.printed import QUOTED, Title, plain, printed_date, quoted_title, tells

__all__ = ["in_subject", "of_subject"]

INSPECTORATE = r"(?:HMIC(?:FRS)?|HMI\s+(?:Constabulary|Prisons)|HMIP|(?:Her|His|HM)\s+(?:Majesty's\s+)?Inspectorate\s+of\s+Constabulary(?:\s*,?\s*(?:and|&)\s+Fire\s*(?:and|&)\s+Rescue\s+Services?)?)(?:\s*\(HMIC(?:FRS)?\))?(?:'s)?"
ANSWER = r"(?:(?:formal|statutory|full|written|official|initial|section\s+55(?:\(5\))?|s\.?\s?55)\s+)*(?:responses?|comments?|reply|replies|observations|statement)\s+(?:to|on|regarding|about|in\s+respect\s+of|in\s+response\s+to)\s+(?:the\s+|a\s+)?"
DESCRIBED = r"(?:(?:PEEL|national|thematic|joint|force|police|value\s+for\s+money|unannounced|recent|latest|new|published)\s+){0,3}(?:inspection|thematic|report|review|publication|assessment|study)s?(?:\s+(?:report|review|publication)s?)?"
PREFIXES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:re|subject|title|pwnc|report\s+title|name\s+of\s+report)(?:\s*[:.-]\s*|\s{2,})",
        rf"(?:(?:my|our|the|[A-Z][\w'-]+|and|&|,)\s+){{0,9}}?{ANSWER}",
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
ISSUED = re.compile(r"\s*\(?(?:published|issued|released)\b", re.I)


def of_subject(anatomy: Anatomy) -> list[Title]:
    """The titles over a letter; a line such as "Published on 2 March 2017" dates those above it."""
    found: list[Title] = []
    for start, end in _subject_spans(anatomy):
        issued = printed_date(anatomy.text[start:end]) if ISSUED.match(anatomy.text, start) and found else None
        found = [replace(title, published=title.published or issued) for title in found] + in_subject(anatomy.flat, start, end)
    return found


def _subject_spans(anatomy: Anatomy) -> list[tuple[int, int]]:
    """The subject's lines, a title over two lines as one; also a memorandum's SUBJECT."""
    fields = [line for line in anatomy.head if line.kind is Kind.FIELD and re.match(r"(?:subject|re|title|pwnc)(?:\s*:|\s{2,})", line.text, re.I)]
    spans: list[tuple[int, int]] = []
    before: Line | None = None
    widest = max((len(words) for words in anatomy.text.split("\n")), default=0)
    for line in sorted([*fields, *anatomy.subject], key=lambda line: line.start):
        if before and line.gap == 0 and line.kind is not Kind.NAME and _runs_on(before.text, line.text, widest):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
        before = line
    return spans


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
    if NO_TITLE.match(text[begin:end].strip()) or STOCK.match(text[begin:end].strip()) or (begin == start and not TELLING.search(words)):
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
