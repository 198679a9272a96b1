"""A letter's body as blocks: headings, paragraphs and list lines, each with its section and its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.findings.layout.marks import CLOSING, DEBRIS, FURNITURE, SALUTATION, Label, inline_labels, read_label, read_mark
from loaders.findings.layout.tables import Cell, tables
from loaders.recognise.prose import spans_of_paragraphs, spans_of_sentences

__all__ = ["Block", "Span", "blocks"]

Span = tuple[int, int]
HEADING_WORDS = 16
HEADING_LENGTH = 110
APPENDIX = re.compile(r"\s*(?:appendix|annex|schedule|enclosure|attachment|endnotes?|notes)\b|.{0,40}\b(?:areas? for improvement|recommendations?|causes? of concern|findings|response|comments)\b", re.I)
CELL_END = re.compile(r"[.!?:]\n(?=\S)")
VERB = re.compile(r"\b(?:contains?|made|makes|was|were|is|are|has|have|will|would|identified|identifies|recommends?|should|found|include|includes)\b")
COMMENTS = re.compile(r"\b(?:comments?|responses?|statement|reply|update|position)\b")
HIS = re.compile(r"\bchief constable\b(?:'s|s')?.{0,60}|.{0,60}\b(?:by|from|of) (?:the )?chief constable\b")
OURS = re.compile(r"\b(?:commissioner|pcc|pfcc|mayor)\b|\bmy (?:comments|view|response)|^conclusions?$|^summary$")
MODAL = re.compile(r"\b(?:should|must|needs? to|ought to)\b")
OFFICE = re.compile(r"(?:temporary |acting |t/)?chief constable(?: of [\w ,&-]{3,40})?", re.I)
HE_WRITES = re.compile(r"\bchief constable\b[^.:]{0,40}\b(?:writes?|comments?|commented|says?|said|states?|stated|responds?|responded|response|advises?|advised|provided)\b[^.:]{0,40}:$")
UNFINISHED = re.compile(r"[\w,'-]$")


@dataclass(slots=True)
class Block:
    """One heading, paragraph or list line; offsets are of the shadow text, list mark and label left out."""

    kind: str
    start: int
    end: int
    line: int
    mark: str = ""
    depth: int = 0
    label: Label | None = None
    section: Span | None = None
    speaker: str = "commissioner"
    is_subject: bool = False
    sentences: list[Span] = field(default_factory=list)

    @property
    def numbered(self) -> bool:
        return bool(self.mark) and self.mark[0].isdigit()


def blocks(text: str) -> list[Block]:
    """The blocks between salutation and end, letterheads and signatures left out."""
    salutation = SALUTATION.search(text)
    begin = salutation.end() if salutation else 0
    pieces = _whole(text, [span for span in _pieces(text, begin) if not FURNITURE.match(text, *span)])
    found = _mark_headings(text, [_block(text, *span) for span in pieces])
    found = _with_tables(text, begin, found)
    found = _without_closing(text, found if salutation else _from_first_paragraph(found))
    return _with_sections(text, _without_signatures(text, _with_speakers(text, found)))


def _pieces(text: str, begin: int) -> Iterator[Span]:
    """Paragraphs and list lines with their marks, cut at labels, at cells below a label, and at page debris."""
    for a, b in spans_of_paragraphs(text[begin:]):
        start, end = text.rfind("\n", 0, begin + a) + 1, begin + b
        debris = [cut for match in DEBRIS.finditer(text, start, end) for cut in match.span()]
        cuts = sorted({start, *inline_labels(text, start, end), *_cells(text, start, end), *debris, end})
        yield from ((i, j) for i, j in pairwise(cuts) if text[i:j].strip())


def _cells(text: str, start: int, end: int) -> list[int]:
    """Under a label that has a line of its own, each sentence that ends a line ends a cell of a table."""
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    label = read_label(text, above, start - 1) if start and text[above : start - 1].strip() else None
    return [match.end() for match in CELL_END.finditer(text, start, end)] if label and label.alone else []


def _whole(text: str, pieces: list[Span]) -> list[Span]:
    """A sentence that a page broke, with its number or footer between, is one piece again."""
    whole: list[Span] = []
    for start, end in pieces:
        before = text[whole[-1][0] : whole[-1][1]].rstrip() if whole else ""
        if len(before) > 40 and UNFINISHED.search(before) and text[start:end].lstrip()[:1].islower() and not read_mark(text, start, end)[0]:
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
    label = read_label(text, begin, end)
    kind = "heading" if mark.startswith("#") else "item" if mark and "." not in mark else "paragraph"
    if label and not label.alone:
        begin = label.end
    block = Block(kind, begin, end, start, mark, depth, label)
    block.sentences = _sentences(text, begin, end)
    return block


def _sentences(text: str, start: int, end: int) -> list[Span]:
    """Without a page's number at their end."""
    spans = [(start + a, start + b) for a, b in spans_of_sentences(text[start:end].replace("_", " ")) if b > a]
    last = [next((m.start() for m in DEBRIS.finditer(text, a, b) if not text[m.end() : b].strip()), b) for a, b in spans]
    return [(a, max(a + 1, len(text[:cut].rstrip()) if cut < b else b)) for (a, b), cut in zip(spans, last, strict=True)]


def _with_tables(text: str, begin: int, found: list[Block]) -> list[Block]:
    """The cells of tables in the place of the lines that they stand on."""
    for table in tables(text, begin):
        cells = [_of_cell(text, cell) for cell in table.cells]
        kept = [block for block in found if block.end <= table.start or block.line >= table.end]
        at = sum(block.line < table.start for block in kept)
        found = [*kept[:at], *cells, *kept[at:]]
    return found


def _of_cell(text: str, cell: Cell) -> Block:
    return Block("paragraph", cell.start, cell.end, cell.start, label=cell.label, sentences=_sentences(text, cell.start, cell.end))


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
        leads = after is not None and after.kind == "paragraph" and not after.mark and not listed and not MODAL.search(words)
        return block.numbered and leads and len(words) < HEADING_LENGTH
    if words.lower().startswith(("there was ", "there were ")) or (words[-1] == ":" and VERB.search(words.lower())):
        return False
    return words[-1] not in ".;,!" and not words.lower().startswith(("to address", "i ", "we "))


def _from_first_paragraph(found: list[Block]) -> list[Block]:
    """Without a salutation the letter begins at its first sentence or at its last heading before it."""
    first = next((i for i, block in enumerate(found) if block.kind != "heading"), 0)
    return found[max(0, first - 1) :]


def _without_closing(text: str, found: list[Block]) -> list[Block]:
    """Short lines after a closing formula are a signature, until an appendix or a sentence begins."""
    kept: list[Block] = []
    signing = False
    for block in found:
        words = text[block.start : block.end]
        if CLOSING.match(words):
            signing = True
        elif signing and block.kind == "heading" and not APPENDIX.match(words):
            continue
        else:
            signing = False
            kept.append(block)
    return kept


def _with_sections(text: str, found: list[Block]) -> list[Block]:
    """Each block's nearest heading; what stands before the first paragraph is the letter's subject."""
    section: Span | None = None
    printed = False
    for i, block in enumerate(found):
        words = text[block.start : block.end]
        if block.kind != "heading" or (block.label and block.label.number):
            printed = True
        elif printed and _names_a_section(words, section, found[i + 1 : i + 2]):
            section = (block.line if block.numbered else block.start, block.end)
        block.section = section
        block.is_subject = not printed
    return found


def _names_a_section(words: str, section: Span | None, after: list[Block]) -> bool:
    if words.endswith(":"):
        return section is None and bool(after) and after[0].kind == "paragraph"
    return True


def _without_signatures(text: str, found: list[Block]) -> list[Block]:
    """A chief constable's name and office below his comments are no heading."""
    offices = [i for i, block in enumerate(found) if block.kind == "heading" and OFFICE.fullmatch(text[block.start : block.end])]
    names = [i - 1 for i in offices if i and found[i - 1].kind == "heading" and len(text[found[i - 1].start : found[i - 1].end].split()) <= 5]
    return [block for i, block in enumerate(found) if i not in {*offices, *names}]


def _with_speakers(text: str, found: list[Block]) -> list[Block]:
    """A chief constable's comments are his from their heading to his signature or to the next label of somebody else."""
    speaker = "commissioner"
    for block in found:
        words = text[block.line : block.end if block.kind == "heading" else block.start].lower()
        if block.kind == "heading" or block.label:
            his = HIS.search(words) and COMMENTS.search(words)
            signed = HIS.search(words) and not COMMENTS.search(words)
            speaker = "chief_constable" if his else "commissioner" if signed or OURS.search(words) else speaker
        block.speaker = speaker
        if block.kind == "paragraph" and HE_WRITES.search(text[max(block.start, block.end - 90) : block.end].lower()):
            speaker = "chief_constable"
    return found
