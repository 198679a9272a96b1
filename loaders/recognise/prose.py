"""Paragraphs and sentences of a stretch of text, as exact spans."""

from __future__ import annotations

import re

from loaders.recognise.shadow import Shadow
from loaders.recognise.words import GRADES

__all__ = ["paragraphs", "sentences", "spans_of_lines", "spans_of_paragraphs", "spans_of_sentences", "unwrapped"]

Span = tuple[int, int]
LINE = re.compile(r"[^\n]*\S[^\n]*")
MARK = re.compile(r"[ ]*(?:[•◦○]|[->](?= )|o(?= )|[†‡§¶¹²³⁴⁵⁶⁷⁸⁹](?= |[A-Z])|\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,4})[.)](?= )|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?=  ?[A-Z][a-z])|#{1,6}(?= ))[ ]*")
WIDEST_WRAP = 130
TELLS = re.compile(r"\b(?:I|we|my|our|have|has|had|was|were|is|are|am|will|should|been|would)\b")
CELLS = re.compile(r"\S {3,}\S|\|")
UNFINISHED = re.compile(r"[A-Za-z,0-9'&-][ ]*$")
GRADED = re.compile(rf"(?:[:?-]|\S {{2,}})\s*['\"]?(?:{GRADES}|requires\s+improvement)\b['\"]?[^.;:]{{0,40}}$", re.I)  # a row of a table of grades
BOUNDARY = re.compile(r"""[.!?]['")\]]{0,3}(?:\d{1,3}|(?:\[\d{1,2}\]){1,3}|[†‡§¶¹²³⁴⁵⁶⁷⁸⁹])?(?=\s+['"(\[]{0,3}[A-Z0-9•])|(?<=[a-z]{3})[.!?](?=[A-Z][a-z]|[A-Z]{2,}\b)""")
ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:[A-Z]|Mr|Mrs|Ms|Dr|Rt|Hon|Sir|St|No|Nos|para|paras|e\.g|i\.e|eg|ie|cf|vs|viz|etc|Cllr|Prof|Rev|Insp|Supt|Ch|Det|"
    r"Sgt|Sgts|Co|Ltd|approx|Fig|p|pp|s|ss|Art|Vol|ed|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|[A-Z]\.[A-Z])\.$"
)
LETTERED = re.compile(r"(?:Annex|pendix|chedule|Code|Part|Class|Phase|egory|Group) [A-Z]\.$")  # not an initial
NUMBER_ONLY = re.compile(r"\s*\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]$")


def paragraphs(text: str, start: int, end: int) -> list[Span]:
    """Spans of the paragraphs of `text[start:end]`: wrapped lines and sentences broken by a page are joined."""
    shadow = Shadow(text[start:end], start)
    return [shadow.span(*span) for span in spans_of_paragraphs(shadow.text)]


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Spans of the sentences of `text[start:end]`, without list marks; a heading or list line is a sentence of its own."""
    shadow = Shadow(text[start:end], start)
    return [shadow.span(i, j) for i, j in spans_of_sentences(shadow.text) if j > i]


def _paragraphs(text: str) -> list[Span]:
    lines = [match.span() for match in LINE.finditer(text)]
    spans: list[Span] = []
    width = 0
    for i, line in enumerate(lines):
        if i == 0 or "\n" in text[lines[i - 1][1] + 1 : line[0]]:
            width = _width(text, lines, i)
        if spans and _continues(text, lines[i - 1], line, width):
            spans[-1] = (spans[-1][0], line[1])
        else:
            spans.append(line)
    return spans


def spans_of_lines(text: str) -> list[Span]:
    """Spans of a shadow's lines; those of a wrapped paragraph are one, those of an address or of titles are not."""
    spans: list[Span] = []
    lines = [match.span() for match in LINE.finditer(text)]
    width, is_prose = 0, False
    for i, line in enumerate(lines):
        is_first = i == 0 or "\n" in text[lines[i - 1][1] + 1 : line[0]]
        if is_first:
            width = _width(text, lines, i)
            is_prose = bool(TELLS.search(text, line[0], _block_end(text, line[0])))
        if spans and not is_first and (is_prose or text[line[0] : line[0] + 20].lstrip()[:1].islower()) and _continues(text, lines[i - 1], line, width):
            spans[-1] = (spans[-1][0], line[1])
        else:
            spans.append(line)
    return spans


def unwrapped(text: str) -> str:
    """The same text, as long, with wrapped paragraphs on one line each and everything else as it stands."""
    pieces, done = [], 0
    for start, end in spans_of_lines(text):
        pieces += [text[done:start], text[start:end].replace("\n", " ")]
        done = end
    return "".join(pieces) + text[done:]


def _block_end(text: str, start: int) -> int:
    """Where the lines without a blank between end, as far as it need be looked for."""
    blank = text.find("\n\n", start, start + 4 * WIDEST_WRAP)
    return blank if blank >= 0 else start + 4 * WIDEST_WRAP


def spans_of_paragraphs(text: str) -> list[Span]:
    """The same as `paragraphs`, of a shadow's text and in its offsets."""
    return [_trim(text, *span) for span in _paragraphs(text)]


def spans_of_sentences(text: str) -> list[Span]:
    """The same as `sentences`, of a shadow's text and in its offsets."""
    return [piece for span in _paragraphs(text) for piece in _sentences(text, *span)]


def _width(text: str, lines: list[Span], first: int) -> int:
    """The longest line of the block that begins with line `first`."""
    width = 0
    for i in range(first, len(lines)):
        if i > first and "\n" in text[lines[i - 1][1] + 1 : lines[i][0]]:
            break
        width = max(width, lines[i][1] - lines[i][0])
    return width


def _continues(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    head = text[line[0] : line[0] + 40]
    if MARK.match(head) and not re.match(r"[ ]*o (?! *['\"]?[A-Z])", head):
        return False
    if head.lstrip()[:1].isupper() and GRADED.search(text[max(before[0], before[1] - 80) : before[1]]):
        return False
    open_end = bool(UNFINISHED.search(text[max(before[0], before[1] - 40) : before[1]]))
    if open_end and head.lstrip()[:1].islower() and before[1] - before[0] > 30:
        return True
    if "\n" in text[before[1] + 1 : line[0]] or CELLS.search(text, *before) or CELLS.search(text, *line):
        return False
    return width <= WIDEST_WRAP and before[1] - before[0] >= max(40, 0.7 * width) and before[1] - before[0] + _first_word(head) >= width - 25


def _first_word(head: str) -> int:
    return len(head.split(None, 1)[0]) if head.strip() else 0


def _sentences(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    begin = start
    for match in BOUNDARY.finditer(text, start, end):
        stop = match.end()
        if _abbreviated(text, begin, match.start() + 1):
            continue
        found.append(_trim(text, begin, stop))
        begin = stop
    return [*found, _trim(text, begin, end)]


def _abbreviated(text: str, begin: int, stop: int) -> bool:
    tail = text[max(begin, stop - 14) : stop]
    if LETTERED.search(tail):
        return False
    return bool(ABBREVIATION.search(tail)) or bool(NUMBER_ONLY.fullmatch(text[begin:stop]) if stop - begin < 12 else None)


def _trim(text: str, start: int, end: int) -> Span:
    """Without white space, list mark and heading mark."""
    mark = MARK.match(text, start, end)
    start = mark.end() if mark and mark.end() < end else start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
