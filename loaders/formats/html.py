"""Web pages into plain text; nothing that a page points at is fetched (lxml is given no network and no entities)."""

from __future__ import annotations

import re

from lxml import etree, html
from lxml.html import HtmlElement

from loaders.formats import Refused, plain
from loaders.formats.blocks import Block, join, numeral, row

__all__ = ["text"]

WORDS = re.compile(r"\w+")
DROPPED = frozenset(
    WORDS.findall("script style head title nav noscript template svg form button select iframe object canvas aside footer math")
)
BLOCKS = frozenset(
    WORDS.findall(
        "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr main "
        "ol p pre section summary ul"
    )
)
SPACE = re.compile(r"[ \t\r\n\f]+")
BREAK = "\v"  # a <br>, until the white space around it is collapsed
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
LATIN = frozenset(("iso-8859-1", "latin1", "us-ascii", "ascii", "cp1252"))
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
UNMARKED = re.compile(r"list-style(-type)?\s*:\s*none", re.I)
DEEPEST = 150


def text(data: bytes) -> tuple[str, str]:
    """The page's words in reading order, and how they were encoded."""
    words, encoding = _decode(data)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(words.encode("utf-8"), parser=parser)
    except etree.XMLSyntaxError as error:  # this parser mends every page: it fails only when it is given no memory
        raise MemoryError from error
    except etree.ParserError:  # nothing but comments
        return "", encoding
    mains = root.xpath("//main | //*[@role='main']")
    return join(_Page().read(mains[0] if len(mains) == 1 else root)), encoding


def _decode(data: bytes) -> tuple[str, str]:
    """As the page says of itself, where that is so; else as plain text."""
    said = CHARSET.search(data[:4096])
    name = said[1].decode("ascii").lower() if said else ""
    encoding = "windows-1252" if name in LATIN else name
    try:
        if not encoding or data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
            raise LookupError
        return data.decode(encoding), encoding
    except (LookupError, UnicodeDecodeError):
        return plain.decode(data, "{name}")


class _Page:
    """Collects running text into blocks; `mark` goes before the next block (a bullet, a number)."""

    def __init__(self, indent: str = "") -> None:
        self.blocks: list[Block] = []
        self.run: list[str] = []
        self.mark, self.indent = "", indent

    def read(self, element: HtmlElement, depth: int = 0) -> list[Block]:
        self._inside(element, depth)
        self._flush()
        return self.blocks

    def _inside(self, element: HtmlElement, depth: int) -> None:
        if depth > DEEPEST:
            raise Refused("'{name}' is nested more deeply than any letter. Save its text as .txt.")
        self.run.append(element.text or "")
        counter = _Counter(element)
        for child in element:
            if not _gone(child):
                self._child(child, counter, depth + 1)
            self.run.append(child.tail or "")

    def _child(self, child: HtmlElement, counter: _Counter, depth: int) -> None:
        if child.tag == "br":
            self.run.append(BREAK)
        elif child.tag == "li":
            self._flush()
            self.blocks += _Page(self.indent).item(child, counter.mark(child), depth)
        elif child.tag == "table":
            self._flush()
            self._table(child, depth)
        elif child.tag in BLOCKS:
            self._flush()
            self._inside(child, depth)
            self._flush()
        else:
            self._inside(child, depth)

    def item(self, element: HtmlElement, mark: str, depth: int) -> list[Block]:
        """A list item: its mark before its first words, lists within it indented under it."""
        self.mark = self.indent + mark
        self.indent += "  "
        return self.read(element, depth)

    def _table(self, table: HtmlElement, depth: int) -> None:
        for line in table.xpath(".//tr[count(ancestor::table) = $n]", n=len(list(table.iterancestors("table"))) + 1):
            cells = [cell for cell in line if cell.tag in ("td", "th") and not _gone(cell)]
            self.blocks += row(_Page().read(cell, depth + 2) for cell in cells)

    def _flush(self) -> None:
        lines = [SPACE.sub(" ", line).strip(" ") for line in "".join(self.run).split(BREAK)]
        self.run = []
        for part in re.split(r"\n{2,}", "\n".join(lines)):
            if part := part.strip("\n"):
                self.blocks.append(Block("item" if self.mark else "paragraph", self.mark + part))
                self.mark = ""


class _Counter:
    """The marks of one list's items."""

    def __init__(self, element: HtmlElement) -> None:
        self.style = element.get("type", "1") if element.tag == "ol" else ""
        self.bare = bool(UNMARKED.search(element.get("style", "")))
        self.n = _whole(element.get("start"), 1) - 1

    def mark(self, item: HtmlElement) -> str:
        self.n = _whole(item.get("value"), self.n + 1)
        if self.bare:
            return ""
        return f"{numeral(self.n, self.style)}. " if self.style else "- "


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,4}", text) else otherwise


def _gone(element: HtmlElement) -> bool:
    """What a reader of the page does not see, and what stands on every page of a site."""
    if element.tag in DROPPED or element.get("hidden") is not None or HIDDEN.search(element.get("style", "")):
        return True
    return element.tag == "header" and not list(element.iterancestors("article", "main"))
