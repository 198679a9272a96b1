"""A letter's body as blocks: headings, paragraphs and list lines, each with its section and its lead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.findings.marks import CLOSING, FURNITURE, SALUTATION, Label, inline_labels, read_label, read_mark
from loaders.recognise.prose import spans_of_paragraphs, spans_of_sentences

__all__ = ["Block", "Span", "blocks"]

Span = tuple[int, int]
HEADING_WORDS = 16
APPENDIX = re.compile(r"\s*(?:appendix|annex|endnotes?|notes)\b", re.I)
CELL_END = re.compile(r"[.!?:]\n(?=\S)")
VERB = re.compile(r"\b(?:contains?|made|makes|was|were|is|are|has|have|will|would|identified|identifies|recommends?|should|found|include|includes)\b")
SIGNED = re.compile(r"\b(?:chief constable|commissioner|signed)\b", re.I)


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
    sentences: list[Span] = field(default_factory=list)

    @property
    def numbered(self) -> bool:
        return bool(self.mark) and self.mark[0].isdigit()


def blocks(text: str) -> list[Block]:
    """The blocks between salutation and end, letterheads and signatures left out."""
    salutation = SALUTATION.search(text)
    begin = salutation.end() if salutation else 0
    lines = [(text.rfind("\n", 0, begin + a) + 1, begin + b) for a, b in spans_of_paragraphs(text[begin:])]
    pieces = [piece for a, b in lines for piece in _pieces(text, a, b)]
    found = _mark_headings(text, [_block(text, a, b) for a, b in pieces if not FURNITURE.match(text, a, b)])
    found = _without_signatures(text, found if salutation else _from_first_paragraph(found))
    return _with_speakers(text, _with_sections(text, found))


def _pieces(text: str, start: int, end: int) -> list[Span]:
    cuts = [start, *inline_labels(text, start, end), *_cells(text, start, end), end]
    return list(zip(cuts, cuts[1:], strict=False))


def _cells(text: str, start: int, end: int) -> list[int]:
    """Under a label that has a line of its own, each sentence that ends a line ends a cell of a table."""
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    label = read_label(text, above, start - 1) if start and text[above : start - 1].strip() else None
    return [match.end() for match in CELL_END.finditer(text, start, end)] if label and label.alone else []


def _block(text: str, start: int, end: int) -> Block:
    mark, begin, depth = read_mark(text, start, end)
    label = read_label(text, begin, end)
    while end > begin and text[end - 1].isspace():
        end -= 1
    kind = "item" if mark and mark[0] != "#" and "." not in mark else "paragraph"
    if mark.startswith("#"):
        kind = "heading"
    if label and not label.alone:
        begin = label.end
    block = Block(kind, begin, end, start, mark, depth, label)
    block.sentences = [(begin + a, begin + b) for a, b in spans_of_sentences(text[begin:end]) if b > a]
    return block


def _mark_headings(text: str, found: list[Block]) -> list[Block]:
    for i, block in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        if _is_heading(text[block.start : block.end], block, after):
            block.kind = "heading"
    return found


def _is_heading(words: str, block: Block, after: Block | None) -> bool:
    if block.label and block.label.alone:
        return True
    if block.label or len(words.split()) > HEADING_WORDS or not words[:1].strip("'\"(") or words[:1].islower():
        return False
    if block.kind == "item":
        leads = after is not None and after.kind == "paragraph" and not after.mark
        return block.numbered and leads and len(words) < 110
    if words.lower().startswith(("there was ", "there were ")) or words[-1] == ":" and VERB.search(words.lower()):
        return False
    return words[-1] not in ".;,!" and not words.lower().startswith(("to address", "i ", "we "))


def _from_first_paragraph(found: list[Block]) -> list[Block]:
    """Without a salutation the letter begins at its first sentence or at its last heading before it."""
    first = next((i for i, block in enumerate(found) if block.kind != "heading"), 0)
    return found[max(0, first - 1) :]


def _without_signatures(text: str, found: list[Block]) -> list[Block]:
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
        if block.kind != "heading":
            printed = True
        elif block.label and block.label.number:
            printed = True
        elif printed and _names_a_section(words, section, found[i + 1 : i + 2]):
            section = (block.line if block.numbered else block.start, block.end)
        block.section = section
    return found


def _names_a_section(words: str, section: Span | None, after: list[Block]) -> bool:
    if words.endswith(":"):
        return section is None and bool(after) and after[0].kind == "paragraph"
    return True


def _with_speakers(text: str, found: list[Block]) -> list[Block]:
    """A chief constable's comments are his from their heading to his signature or to the next label of somebody else."""
    speaker = "commissioner"
    for block in found:
        words = text[block.line : block.end].lower() if block.kind == "heading" or block.label else ""
        if words and re.match(r"[^a-z]*(?:the )?(?:chief constable|force)(?:'s)?\b.{0,40}\b(?:comment|response|statement|reply|update)", words):
            speaker = "chief_constable" if "chief constable" in words[:40] else speaker
        elif words and SIGNED.search(words):
            speaker = "commissioner"
        block.speaker = speaker
    return found
