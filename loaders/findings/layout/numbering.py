"""Blocks that numbers or letters join: a letter's own paragraphs, and list lines marked with capital letters."""

from __future__ import annotations

import re

from loaders.findings.layout.block import Block
from loaders.recognise.prose import spans_of_sentences

__all__ = ["lettered", "numbered_through"]

THROUGH, OPENING, CLOSE = 5, 3, 8  # paragraphs that are numbered, that may stand before the first, and from the last to the end
LETTER, LETTERS = re.compile(r"[(\[]?([A-H])[.)\]] +(?=[A-Z'\"])"), "ABCDEFGH"


def numbered_through(found: list[Block]) -> list[Block]:
    """A letter that numbers its paragraphs from the first to the last has no list there: each is a paragraph."""
    run: list[Block] = []
    for block in found:
        if block.kind == "item" and block.mark == str(len(run) + 1):
            run.append(block)
    body = [block for block in found if block.kind != "heading" and not block.label]
    told = sum(len(block.sentences) > 1 for block in run)
    if len(run) >= THROUGH and 2 * told > len(run) and body.index(run[0]) <= OPENING and run[-1] in body[-CLOSE:]:
        for block in run:
            block.kind = "paragraph"
    return found


def lettered(text: str, found: list[Block]) -> list[Block]:
    """`A. The force should …` and `B. …` are lines of a list; `A.` alone is an answer, and `A. Background` a heading."""
    run: list[Block] = []
    for block in found:
        match = LETTER.match(text, block.line, block.end)
        if match and not block.mark and block.sentences and text[block.end - 1] in ".;" and match[1] == LETTERS[len(run) : len(run) + 1]:
            run.append(block)
    for letter, block in zip(LETTERS, run if len(run) > 1 else (), strict=False):
        block.kind, block.mark, block.start = "item", letter, LETTER.match(text, block.line).end()
        block.sentences = [(block.start + a, block.start + b) for a, b in spans_of_sentences(text[block.start : block.end]) if b > a]
    return found
