"""Lines of a PDF into paragraphs, items and headings, by indent, gap, weight and how full a line is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.formats.blocks import Block
from loaders.formats.pdf_lines import Line

__all__ = ["paragraphs"]

BULLET = re.compile(r"(?:\(cid:\d+\)|[•▪●○◦‣⁃∙·■□➢➤►✓❖\uf0b7\uf0a7\uf0d8\uf0fc\uf076]|[-–—*o](?=\s))\s*")
NUMBER = re.compile(r"(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)]|\d{1,2}\.\d{1,2})\s")
LARGER = 1.08  # of the body's size: a heading
LOOSE = 1.25  # of the usual distance between lines: a new paragraph
END = re.compile(r"[.:;!?][\"'”’)\]*]*$")


def paragraphs(pages: Sequence[list[Line]]) -> list[Block]:
    """Every page's lines as blocks in reading order."""
    every = [line for page in pages for line in page]
    body = _usual(line.size for line in every for _ in range(len(line.text)))
    leading = _leading(pages)
    right = {number: _right(page) for number, page in enumerate(pages)}
    blocks: list[_Block] = []
    before: Line | None = None
    for number, page in enumerate(pages):
        for line in page:
            if line.rows:
                blocks.append(_Block(line))
            elif before and blocks and not blocks[-1].rows and _goes_on(blocks[-1], before, line, body, leading, right[number]):
                blocks[-1].add(line, _full(before, line, right[number]))
            else:
                blocks.append(_Block(line))
            before = line
    return [made for block in blocks for made in block.made()]


class _Block:
    """One paragraph or item while its lines come in."""

    def __init__(self, line: Line) -> None:
        self.rows = line.rows
        self.start, self.indent = line, line.x0
        mark = BULLET.match(line.text)
        self.bullet = bool(mark and len(line.text) > mark.end())
        self.numbered = bool(NUMBER.match(line.text))
        self.text = "- " + line.text[mark.end() :] if mark and self.bullet else line.text
        self.count = 1

    def add(self, line: Line, full: bool) -> None:
        self.count += 1
        if self.text.endswith("\u00ad"):
            self.text = self.text[:-1] + line.text
        elif full and re.search(r"\w-$", self.text):
            self.text += line.text
        else:
            self.text += (" " if full else "\n") + line.text

    def made(self) -> Iterator[Block]:
        if self.rows:
            yield from self.rows
        elif self.text:
            yield Block("item" if self.bullet or self.numbered else "paragraph", self.text)


def _usual(values: Iterator[float]) -> float:
    counted = Counter(values)
    return counted.most_common(1)[0][0] if counted else 0.0


def _leading(pages: Sequence[list[Line]]) -> float:
    """The usual distance from a line to the next."""
    return _usual(
        round(after.bottom - line.bottom)
        for page in pages
        for line, after in pairwise(page)
        if not line.rows and not after.rows and 0 < after.bottom - line.bottom < 3 * line.size
    )


def _right(page: list[Line]) -> float:
    """Where a full line ends."""
    return max((line.x1 for line in page if not line.rows), default=0.0)


def _full(before: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would not have fitted: then the line was broken by the page's width alone."""
    return before.x1 + line.first + 0.2 * line.size > right - 0.5


def _goes_on(block: _Block, before: Line, line: Line, body: float, leading: float, right: float) -> bool:
    """Whether a line belongs to the block that the line before it is of."""
    if BULLET.match(line.text) or NUMBER.match(line.text) or _heads(line, body) != _heads(before, body):
        return False
    if line.top < before.top:  # a new page
        return not END.search(before.text) and (_full(before, line, right) or line.text[:1].islower())
    if line.bottom - before.bottom > LOOSE * max(leading, 1.0):
        return False
    indented = line.x0 - block.indent if block.count > 1 else 0.0
    return not (block.count > 1 and indented > line.size and not block.bullet and END.search(before.text))


def _heads(line: Line, body: float) -> bool:
    return line.bold or line.size > LARGER * body
