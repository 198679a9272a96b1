"""PDFs into plain text: lines from where the glyphs stand, running heads out, paragraphs whole over page breaks."""

from __future__ import annotations

import io
import logging

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from loaders.formats import LONGEST, Refused
from loaders.formats.blocks import Block, join, row
from loaders.formats.pdf_flow import paragraphs
from loaders.formats.pdf_lines import Line, lines, without_running_heads

__all__ = ["text"]

PAGES = 600
TAIL = 4096  # bytes in which a whole PDF has its end mark
SCARCE = 20  # characters a page: fewer is a picture with a stamp on it


def text(data: bytes) -> tuple[str, str]:
    """The document's words in reading order."""
    logging.disable(logging.CRITICAL)  # pdfminer warns of every oddity of every font
    _refuse_what_is_no_pdf(data)
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            return join(_blocks(document)), "utf-8"
    except (PDFPasswordIncorrect, PdfminerException) as error:
        if "PDFPasswordIncorrect" in repr(error):
            raise Refused("'{name}' is protected by a password. Save it without one.") from error
        raise


def _refuse_what_is_no_pdf(data: bytes) -> None:
    if b"%PDF-" not in data[:1024]:
        raise Refused("'{name}' is not a PDF, whatever its name says. Give it its right ending, or save its text as .txt.")
    if b"%%EOF" not in data[-TAIL:]:
        raise Refused("'{name}' is cut off: a PDF ends with '%%EOF'. Fetch it again.")


def _blocks(document: pdfplumber.PDF) -> list[Block]:
    if len(document.pages) > PAGES:
        raise Refused(f"'{{name}}' has {len(document.pages)} pages; more than {PAGES} are no letter. Split it.")
    pages, characters = [], 0
    for page in document.pages:
        characters += len(page.chars)
        pages.append(_page(page))
        page.close()  # else every page's glyphs stay in memory
        if characters > LONGEST:
            raise Refused(f"'{{name}}' holds more than {LONGEST:,} characters. Split it.")
    if characters < SCARCE * len(pages):
        raise Refused("'{name}' has no text layer: it is a picture of a letter. Make it searchable (OCR) and give it again.")
    return paragraphs(without_running_heads(pages))


def _page(page: Page) -> list[Line]:
    """A page's lines from the top down; a table is one line that already holds its rows."""
    tables = [(table.bbox, table.extract()) for table in page.find_tables() if _ruled(table)]
    rest = page.filter(lambda glyph: not any(_within(glyph, box) for box, _ in tables)) if tables else page
    found = lines(rest) + [Line.of_table(box, _rows(cells), page) for box, cells in tables]
    return sorted(found, key=lambda line: (line.top, line.x0))


def _ruled(table: pdfplumber.table.Table) -> bool:
    """A box round running text is no table."""
    return len(table.rows) > 1 and len(table.columns) > 1


def _within(glyph: dict, box: tuple[float, float, float, float]) -> bool:
    if "x0" not in glyph or "top" not in glyph:
        return False
    across, down = (glyph["x0"] + glyph["x1"]) / 2, (glyph["top"] + glyph["bottom"]) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _rows(cells: list[list[str | None]]) -> tuple[Block, ...]:
    filled = [[" ".join(cell.split()) for cell in line if cell and cell.strip()] for line in cells]
    return tuple(block for line in filled for block in row([Block("paragraph", cell)] for cell in line))
