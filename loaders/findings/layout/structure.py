"""A letter's body as blocks: headings, paragraphs, list lines and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.findings.layout.block import Block, Span
from loaders.findings.layout.cuts import cuts
from loaders.findings.layout.marks import (
    DEBRIS,
    FURNITURE,
    PLURAL,
    SALUTATION,
    STATE,
    Label,
    read_label,
    read_mark,
)
from loaders.findings.layout.numbering import lettered, numbered_through
from loaders.findings.layout.places import from_first_paragraph, with_sections, with_speakers, without_closing, without_signatures
from loaders.findings.layout.tables import Cell, tables
from loaders.recognise.prose import spans_of_paragraphs, spans_of_sentences

__all__ = ["blocks"]

HEADING_WORDS = 16
HEADING_LENGTH = 110
ANSWERED = re.compile(r"A[.:] (?=[A-Z])")  # the answer of a question
VERB = re.compile(r"\b(?:contains?|made|makes|was|were|is|are|has|have|will|would|identified|identifies|recommends?|should|found|include|includes)\b")
MODAL = re.compile(r"\b(?:should|must|needs? to|ought to)\b")
TELLS = re.compile(r"\b(?:is|are|was|were|has|have|does|do|did|will|can|cannot)\b")
UNFINISHED = re.compile(r"[\w,'-]$")


def blocks(text: str) -> list[Block]:
    """The blocks between salutation and end, letterheads and signatures left out."""
    salutation = SALUTATION.search(text)
    begin = salutation.end() if salutation else 0
    pieces = _whole(text, [span for span in _pieces(text, begin) if not FURNITURE.match(text, *span)])
    found = _mark_headings(text, [_block(text, *span) for span in pieces])
    found = _with_tables(text, begin, lettered(text, numbered_through(found)))
    found = without_closing(text, found if salutation else from_first_paragraph(found))
    return with_sections(text, without_signatures(text, with_speakers(text, found)))


def _pieces(text: str, begin: int) -> Iterator[Span]:
    """Paragraphs and list lines with their marks, cut at labels, at cells below a label, and at page debris."""
    for a, b in spans_of_paragraphs(text[begin:]):
        start, end = text.rfind("\n", 0, begin + a) + 1, begin + b
        debris = [cut for match in DEBRIS.finditer(text, start, end) for cut in match.span()]
        within = sorted({start, *cuts(text, begin, start, end), *debris, end})
        yield from ((i, j) for i, j in pairwise(within) if text[i:j].strip())


def _whole(text: str, pieces: list[Span]) -> list[Span]:
    """A sentence that a page broke, with its number or footer between, is one piece again."""
    whole: list[Span] = []
    for start, end in pieces:
        before = text[whole[-1][0] : whole[-1][1]].rstrip() if whole else ""
        if len(before) > 40 and text[whole[-1][1] : start].strip() and UNFINISHED.search(before) and text[start:end].lstrip()[:1].islower() and not read_mark(text, start, end)[0]:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


def _block(text: str, start: int, end: int) -> Block:
    while text[start] == "\n":
        start += 1
    mark, begin, depth = read_mark(text, start, end)
    while end > begin and text[end - 1].isspace():
        end -= 1
    if text[begin] == text[end - 1] == "_" and end - begin > 2:
        begin, end = begin + 1, end - 1
    if asked := ANSWERED.match(text, begin, end):
        begin = asked.end()
    if text[begin] in "'\"" and (quoted := read_label(text, begin + 1, end)) and quoted.role == "finding":
        begin += 1
    label = read_label(text, begin, end)
    if label and _is_of_a_topic(text, label, end):
        label = None
    kind = "heading" if mark.startswith("#") else "item" if mark and "." not in mark else "paragraph"
    if label and not label.alone:
        begin = label.end
    block = Block(kind, begin, end, start, mark, depth, label)
    block.sentences = _sentences(text, begin, end)
    return block


def _is_of_a_topic(text: str, label: Label, end: int) -> bool:
    """`Areas for improvement - effectiveness`: a heading over some of them."""
    topic = text[label.end : end].strip()
    return label.number is None and bool(PLURAL.match(label.word)) and 0 < len(topic.split()) <= 6 and topic[-1] not in ".;,:" and not (MODAL.search(topic) or TELLS.search(topic))


def _sentences(text: str, start: int, end: int) -> list[Span]:
    """Without a page's number at their end."""
    spans = [(start + a, start + b) for a, b in spans_of_sentences(text[start:end].replace("_", " ")) if b > a]
    last = [next((m.start() for m in DEBRIS.finditer(text, a, b) if not text[m.end() : b].strip()), b) for a, b in spans]
    return [(a, max(a + 1, len(text[:cut].rstrip()) if cut < b else b)) for (a, b), cut in zip(spans, last, strict=True)]


def _with_tables(text: str, begin: int, found: list[Block]) -> list[Block]:
    """The cells of tables in the place of the lines that they stand on."""
    for table in tables(text, begin):
        cells = [_of_cell(text, cell) for cell in table.cells if any(map(str.isalnum, text[cell.start : cell.end]))]
        kept = [block for block in found if block.end <= table.start or block.line >= table.end]
        at = sum(block.line < table.start for block in kept)
        found = [*kept[:at], *cells, *kept[at:]]
    return found


def _of_cell(text: str, cell: Cell) -> Block:
    return Block("paragraph", cell.start, cell.end, cell.start, label=cell.label, by_when=cell.by_when, sentences=_sentences(text, cell.start, cell.end))


def _mark_headings(text: str, found: list[Block]) -> list[Block]:
    for before, block, after in zip([None, *found], found, [*found[1:], None], strict=False):
        if _is_heading(text[block.start : block.end], before, block, after):
            block.kind = "heading"
    return found


def _is_heading(words: str, before: Block | None, block: Block, after: Block | None) -> bool:
    if block.label:
        return block.label.alone
    if len(words.split()) > HEADING_WORDS or not words[:1].strip("'\"(") or words[:1].islower():
        return False
    if block.kind == "item":
        listed = before is not None and before.kind == "item"
        leads = after is not None and after.kind == "paragraph" and (not after.mark or after.mark.startswith(block.mark + ".")) and not listed and not MODAL.search(words)
        return block.numbered and leads and len(words) < HEADING_LENGTH and not (words[-1] in ".;" and TELLS.search(words))
    if words.lower().startswith(("there was ", "there were ")) or (words[-1] == ":" and VERB.search(words.lower())):
        return False
    if before is not None and block.line - before.end < 3 and STATE.fullmatch(words):
        return False
    return words.rstrip("'\"")[-1:] not in (*".;,!", "") and not words.lower().startswith(("to address", "i ", "we "))
