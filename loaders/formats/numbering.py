"""The bullets and numbers that Word draws and never writes into a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from loaders.formats.blocks import numeral

__all__ = ["Numbering"]

STYLES = {"decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "decimalZero": "1"}
DRAWN = re.compile(r"%(\d)")


class Level(NamedTuple):
    """How one level of a list is marked: `style` is `bullet`, `none` or one of `STYLES`."""

    style: str
    pattern: str
    start: int


class Numbering:
    """Counts through a document's lists in the order of its paragraphs."""

    def __init__(self, document: Document) -> None:
        self.lists, self.aliases = _lists(document)
        self.styles = {style.style_id: style.element for style in document.styles}
        self.counts: dict[tuple[str, int], int] = {}

    def mark(self, paragraph: etree._Element) -> str:
        """`- `, `3. `, `(b) ` or nothing, indented by its level."""
        number, depth = self._place(paragraph)
        level = self.lists.get(number, {}).get(depth)
        if level is None or level.style == "none":
            return ""
        if level.style == "bullet":
            return "  " * depth + "- "
        return "  " * depth + self._count(self.aliases.get(number, number), number, depth, level)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """Which list and level, from the paragraph or from its style and those that it is based on."""
        element, seen = paragraph, set()
        depth = None
        while element is not None:
            properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if properties is not None:
                depth = _value(properties, "w:ilvl") if depth is None else depth
                if number := _value(properties, "w:numId"):
                    return number, int(depth or 0)
            element = self._style(element, seen)
        return "", 0

    def _style(self, element: etree._Element, seen: set[str]) -> etree._Element | None:
        name = _value(element, "w:basedOn") or _value(element.find(qn("w:pPr")), "w:pStyle")
        if not name or name in seen:
            return None
        seen.add(name)
        return self.styles.get(name)

    def _count(self, family: str, number: str, depth: int, level: Level) -> str:
        self.counts[family, depth] = self.counts.get((family, depth), level.start - 1) + 1
        for deeper in range(depth + 1, 9):
            self.counts.pop((family, deeper), None)
        drawn = DRAWN.sub(lambda found: self._numeral(family, number, int(found[1]) - 1), level.pattern)
        return drawn.strip() + " "

    def _numeral(self, family: str, number: str, depth: int) -> str:
        level = self.lists[number].get(depth, Level("decimal", "", 1))
        return numeral(self.counts.get((family, depth), level.start), STYLES.get(level.style, "1"))


def _lists(document: Document) -> tuple[dict[str, dict[int, Level]], dict[str, str]]:
    """The levels of each list, and which lists count on from one another."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}, {}
    drawn = {e.get(qn("w:abstractNumId")): _levels(e) for e in root.iterchildren(qn("w:abstractNum"))}
    lists, families = {}, {}
    for entry in root.iterchildren(qn("w:num")):
        number, family = entry.get(qn("w:numId")), _value(entry, "w:abstractNumId")
        lists[number] = drawn.get(family, {})
        if entry.find(qn("w:lvlOverride")) is None:  # one that starts anew counts for itself
            families[number] = f"of {family}"
    return lists, families


def _levels(drawn: etree._Element) -> dict[int, Level]:
    return {
        int(level.get(qn("w:ilvl"), "0")): Level(
            _value(level, "w:numFmt") or "decimal", _value(level, "w:lvlText") or "", int(_value(level, "w:start") or 1)
        )
        for level in drawn.iterchildren(qn("w:lvl"))
    }


def _value(parent: etree._Element | None, name: str) -> str:
    found = parent.find(qn(name)) if parent is not None else None
    return found.get(qn("w:val"), "") if found is not None else ""
