"""Where a stretch of lines is more than one block: at labels, cells, questions, states, and lines that are points of a list."""

from __future__ import annotations

import re

from loaders.findings.layout.marks import STATE, enumerated, inline_labels, labelled_lines, read_label
from loaders.findings.wording.leads import KIND_NAMED

__all__ = ["cuts"]

CELL_END = re.compile(r"[.!?:]\n(?=\S)")
OPENS = re.compile(
    r"(?<![.!?:;,'\"-])(?<! of)(?<! the)(?<! in)(?<! to)(?<! and)\n[ ]*(?=(?:A|An|The|This|These|We|I|It|All|Both|Each|Officers|Staff|Work|Training|Accepted|Agreed|Complete|Completed|Closed|Done|Ongoing|Not|No|Already|From|Since|Following|New|Now|Recruitment)\b)"
)
QUESTION = re.compile(r"[ ]*[A-Z][^\n.?]{8,75}\?\n(?=[ ]*[A-Z])")
LINE = re.compile(r"[^\n]*\S[^\n]*")
NEAR = 3000  # characters of a list
LINE_BELOW = re.compile(r"[.!?'\"]\n([^\n]+)")


def cuts(text: str, begin: int, start: int, end: int) -> list[int]:
    """The places between `start` and `end` at which another block begins; the letter's body begins at `begin`."""
    return [
        *inline_labels(text, start, end),
        *labelled_lines(text, start, end),
        *enumerated(text, start, end),
        *_cells(text, start, end),
        *_below_label(text, start, end),
        *_below_question(text, start, end),
        *_states(text, start, end),
        *_lines(text, begin, start, end),
    ]


def _cells(text: str, start: int, end: int) -> list[int]:
    """Under a label that has a line of its own, each sentence that ends a line ends a cell of a table."""
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    label = read_label(text, above, start - 1) if start and text[above : start - 1].strip() else None
    return [match.end() for match in CELL_END.finditer(text, start, end)] if label and label.alone else []


def _below_label(text: str, start: int, end: int) -> list[int]:
    """Below a labelled line, a line that opens a sentence though the line before did not end one is no wrapped line."""
    first = read_label(text, start, end)
    labels = [start] if first and not first.alone else labelled_lines(text, start, end)
    return [match.end() for match in OPENS.finditer(text, labels[0], end)] if labels else []


def _below_question(text: str, start: int, end: int) -> list[int]:
    """A short question on a line of its own is a heading."""
    match = QUESTION.match(text, start, end)
    return [match.end()] if match else []


def _states(text: str, start: int, end: int) -> list[int]:
    """A line inside a paragraph that only says how far it has come stands by itself."""
    lines = (match.span(1) for match in LINE_BELOW.finditer(text, start, end))
    return [cut for span in lines if STATE.fullmatch(text[slice(*span)].strip()) for cut in span]


def _lines(text: str, begin: int, start: int, end: int) -> list[int]:
    """Under a line that ends with a colon, or that names a kind of finding, lines that each end a sentence or a point are no wrapped paragraph."""
    lines = [(match.start(), match.end()) for match in LINE.finditer(text, start, end)]
    chunk = text.rfind("\n\n", max(begin, start - NEAR), start) + 1 or start
    above = (text[max(begin, at - 300) : at].rstrip().rpartition("\n")[2] for at in {chunk, start})
    listed = any(line.endswith(":") or KIND_NAMED.search(line.lower()) for line in above)
    if listed and "\n\n" in text[start:end] and (text[start].islower() or text[start] in "'\""):
        return [a for a, _ in lines[1:] if text[a - 2 : a] == "\n\n" and text[a - 3] not in ",-"]
    whole = len(lines) > 1 and all(text[a:b].rstrip()[-1:] in ".;" or text[a:b].rstrip().endswith("; and") for a, b in lines)
    return [a for a, _ in lines[1:]] if listed and whole else []
