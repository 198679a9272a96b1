"""Paragraphs, list items and table rows, laid out as the plain text letters are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["Block", "join", "numeral", "row"]

SHORT = 80  # characters of a cell that still reads well beside others on one line
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Block(NamedTuple):
    """`kind` is `paragraph`, `item` or `row`: items and rows of one list or table stand on lines without a blank between."""

    kind: str
    text: str


def join(blocks: Iterable[Block]) -> str:
    """The text of a document: a blank line between paragraphs, none between items or between rows."""
    parts: list[str] = []
    before = None
    for kind, text in blocks:
        if before:
            parts.append("\n" if kind == before and kind != "paragraph" else "\n\n")
        parts.append(text)
        before = kind
    return "".join(parts) + "\n" if parts else ""


def row(cells: Iterable[list[Block]]) -> Iterator[Block]:
    """A table's row: short cells on one line, long ones on a line each; a cell that holds more is read as a page."""
    full = [cell for cell in cells if cell]
    if any(len(cell) > 1 for cell in full):
        yield from (block for cell in full for block in cell)
    elif full:
        texts = [cell[0].text for cell in full]
        short = len(full) > 1 and all(len(text) <= SHORT and "\n" not in text for text in texts)
        yield Block("row", " | ".join(texts)) if short else Block("paragraph", "\n".join(texts))


def numeral(n: int, style: str) -> str:
    """`n` as a list counts: `1`, `a`, `A`, `i` or `I`."""
    if style in "aA":
        letters = chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)
        return letters.upper() if style == "A" else letters
    if style in "iI":
        return _roman(n).upper() if style == "I" else _roman(n)
    return str(n)


def _roman(n: int) -> str:
    written = ""
    for value, letters in ROMAN:
        written += letters * (n // value)
        n %= value
    return written
