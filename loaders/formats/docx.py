"""Word files into plain text: paragraphs, lists with their marks, tables, notes; headers and footers stay out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from loaders.formats import Refused
from loaders.formats.blocks import Block, join, row
from loaders.formats.numbering import Numbering

__all__ = ["text"]

UNPACKED = 200 * 1024 * 1024
MEMBERS = 5000
DECLARED = 4096  # bytes at the start of a part, where XML declares entities
PARSED = (".xml", ".rels")
OLE = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
GONE = {qn(name) for name in ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:pPr", "w:rPr")}
GONE.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
WRITTEN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011", qn("w:softHyphen"): "\u00ad"}
NOTES = {"footnote": qn("w:footnoteReference"), "endnote": qn("w:endnoteReference")}
HIDDEN = qn("w:vanish")


def text(data: bytes) -> tuple[str, str]:
    """The document's words in reading order, its notes at the end."""
    _refuse_what_is_no_package(data)
    document = Document(io.BytesIO(data))
    return join(_Reader(document).read()), "utf-8"


def _refuse_what_is_no_package(data: bytes) -> None:
    if data.startswith(OLE):
        if ENCRYPTED in data:
            raise Refused("'{name}' is protected by a password. Save it without one.")
        raise Refused("'{name}' is an old Word file (.doc), which is not read. Save it as .docx.")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        members = package.infolist()
    except zipfile.BadZipFile as error:
        raise Refused("'{name}' is not a whole Word file: it may be cut off. Fetch it again, or save it as .txt.") from error
    if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED:
        raise Refused("'{name}' unpacks to more than any letter holds. Save its text as .txt.")
    if "word/document.xml" not in {member.filename for member in members}:
        raise Refused("'{name}' is a zip file, but no Word file. Give the files in it.")
    if any(b"<!DOCTYPE" in package.open(member).read(DECLARED) for member in members if member.filename.endswith(PARSED)):
        raise Refused("'{name}' declares XML entities, which no Word file needs and which can be a bomb. Save its text as .txt.")


class _Reader:
    def __init__(self, document: Document) -> None:
        self.body = document.element.body
        self.parts = {kind: _part(document, kind) for kind in NOTES}
        self.numbering = Numbering(document)
        self.noted: list[tuple[str, str, str]] = []  # mark, kind and id, in the order of the text

    def read(self) -> list[Block]:
        blocks = list(self._blocks(self.body))
        for mark, kind, identity in self.noted:  # a note may itself refer to a later note
            blocks += self._note(mark, kind, identity)
        return blocks

    def _blocks(self, parent: etree._Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                for line in child.iterchildren(qn("w:tr"), qn("w:sdt")):
                    yield from row(list(self._blocks(cell)) for cell in line.iter(qn("w:tc")) if _owner(cell) is child)
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag"), qn("w:moveTo")):
                yield from self._blocks(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        words = "".join(self._words(paragraph)).strip(" \t\n")
        if words:
            mark = self.numbering.mark(paragraph)
            yield Block("item" if mark else "paragraph", mark + words)
        for box in paragraph.iter(qn("w:txbxContent")):
            if not any(ancestor.tag in GONE for ancestor in box.iterancestors()):
                yield from self._blocks(box)

    def _words(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            if child.tag == qn("w:t"):
                yield child.text or ""
            elif child.tag in WRITTEN:
                yield WRITTEN[child.tag]
            elif child.tag in NOTES.values():
                yield self._noted(child)
            elif child.tag not in GONE and child.tag != qn("w:txbxContent") and not _vanishes(child):
                yield from self._words(child)

    def _noted(self, reference: etree._Element) -> str:
        kind = next(kind for kind, tag in NOTES.items() if tag == reference.tag)
        mark = f"[{len(self.noted) + 1}]"
        self.noted.append((mark, kind, reference.get(qn("w:id"), "")))
        return mark

    def _note(self, mark: str, kind: str, identity: str) -> Iterator[Block]:
        part = self.parts[kind]
        for note in part.iterchildren(qn(f"w:{kind}")) if part is not None else ():
            if note.get(qn("w:id")) == identity:
                for i, block in enumerate(self._blocks(note)):
                    yield block if i else Block("paragraph", f"{mark} {block.text}")


def _owner(cell: etree._Element) -> etree._Element:
    """The table that a cell is of: tables stand in cells of tables."""
    return next(cell.iterancestors(qn("w:tbl")))


def _vanishes(run: etree._Element) -> bool:
    return run.tag == qn("w:r") and run.find(f"{qn('w:rPr')}/{HIDDEN}") is not None


def _part(document: Document, kind: str) -> etree._Element | None:
    """The part that holds the footnotes or endnotes, parsed without entities."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}s"):
            return etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    return None
