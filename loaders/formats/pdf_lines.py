"""Lines of a PDF's pages, and which of them are running heads and feet."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pdfplumber.page import Page
from pdfplumber.utils import extract_words

from loaders.formats.blocks import Block

__all__ = ["Line", "lines", "without_running_heads"]

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
EXPAND = str.maketrans(LIGATURES)
NUMBER = re.compile(r"\d+|\b[ivxl]{1,6}\b")
PAGE_NUMBER = re.compile(r"\W*#(\s*(of|/)\s*#)?\W*|.*\bpage\s*#(\s*(of|/)\s*#)?\W*", re.I)
MARGIN = 0.1  # of a page's height, at its top and its foot
NEAR = 4.0  # points between the same line on two pages
CLOSE, COLUMN = 0.12, 2.5  # of the line's size: a gap within a word, and one between columns
MARK = re.compile(r"\(?\w{1,4}[.)]|\W")  # a list's mark, after which any gap is a list's indent


class Line(NamedTuple):
    """`bold` by the font's name; `width` and `height` are the page's; `rows` are those of a table that stands here."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    first: float
    width: float
    height: float
    rows: tuple[Block, ...] = ()

    @classmethod
    def of_table(cls, box: tuple[float, float, float, float], rows: tuple[Block, ...], page: Page) -> Line:
        x0, top, x1, bottom = box
        return cls("", x0, x1, top, bottom, 0, False, 0, float(page.width), float(page.height), rows)


def lines(page: Page) -> list[Line]:
    """A page's words put together by the height that they stand at."""
    words = extract_words(_once(page.chars), x_tolerance_ratio=0.18, y_tolerance=2, extra_attrs=["size", "fontname"])
    groups: list[list[dict]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        if groups and _same_line(groups[-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [_line(sorted(group, key=lambda w: w["x0"]), page) for group in groups]


def _once(glyphs: Sequence[dict]) -> list[dict]:
    """A poor man's bold prints each glyph twice, a hair apart."""
    return list({(g["text"], round(g["x0"]), round(g["top"])): g for g in reversed(glyphs)}.values())[::-1]


def _same_line(group: list[dict], word: dict) -> bool:
    """Half of the smaller stands beside the larger: that takes in a raised `th` and a bullet of another font."""
    top, bottom = min(w["top"] for w in group), max(w["bottom"] for w in group)
    common = min(bottom, word["bottom"]) - max(top, word["top"])
    return common > 0.5 * min(bottom - top, word["bottom"] - word["top"])


def _line(words: list[dict], page: Page) -> Line:
    sizes = Counter()
    for word in words:
        sizes[round(word["size"], 1)] += len(word["text"])
    bold = sum(len(w["text"]) for w in words if re.search(r"bold|black|heavy|semib", w["fontname"], re.I))
    size = sizes.most_common(1)[0][0]
    return Line(
        _joined(words, size).translate(EXPAND),
        words[0]["x0"],
        words[-1]["x1"],
        min(w["top"] for w in words),
        max(w["bottom"] for w in words),
        size,
        bold > 0.8 * sum(len(w["text"]) for w in words),
        words[0]["x1"] - words[0]["x0"],
        float(page.width),
        float(page.height),
    )


def _joined(words: list[dict], size: float) -> str:
    """Words with one space between, none where only the font changes within a word, four where a column begins."""
    text = words[0]["text"]
    for before, word in pairwise(words):
        text += _between(word["x0"] - before["x1"], size, bool(MARK.fullmatch(text))) + word["text"]
    return text


def _between(gap: float, size: float, after_mark: bool) -> str:
    if gap < CLOSE * size:
        return ""
    return " " if after_mark or gap < COLUMN * size else "    "


def without_running_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Lines that stand at the same height on over half of the pages, and bare page numbers in the margins."""
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in page:
            places[_pattern(line)].append((number, line.top))
    return [[line for line in page if not _runs(line, places, len(pages))] for page in pages]


def _pattern(line: Line) -> str:
    return NUMBER.sub("#", line.text)


def _runs(line: Line, places: dict[str, list[tuple[int, float]]], pages: int) -> bool:
    if line.rows or not line.text:
        return False
    if _marginal(line) and PAGE_NUMBER.fullmatch(_pattern(line)):
        return True
    there = {number for number, top in places[_pattern(line)] if abs(top - line.top) <= NEAR}
    return pages > 1 and len(there) > max(1, pages / 2)


def _marginal(line: Line) -> bool:
    return line.bottom < MARGIN * line.height or line.top > (1 - MARGIN) * line.height
