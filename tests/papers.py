"""Plain text made into the files that offices publish: Word, PDF and web page."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape
from pathlib import Path

import pytest
from docx import Document

from loaders.read import Refused, read

LETTERS = Path(__file__).resolve().parents[1] / "records" / "letters"
LETTER = "Dear Home Secretary,\n\nI write about the inspection of Wessex Police.\n\nYours sincerely\n"
HEAD, FOOT = "OFFICE OF THE POLICE AND CRIME COMMISSIONER", "Not protectively marked"


def paragraphs(text: str) -> list[str]:
    """What stands between blank lines; the items of a list one by one; white space does not count."""
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", text)]
    parts = [line for block in blocks for line in (block.split("\n") if is_list(block) else [block])]
    return [" ".join(part.split()) for part in parts if part.strip()]


def is_list(block: str) -> bool:
    return all(line.startswith("- ") for line in block.split("\n"))


def as_html(text: str) -> bytes:
    """A page of a commissioner's site, with all that stands round the letter."""
    inner = "\n".join(_html(part) for part in re.split(r"\n[ \t]*\n", text) if part.strip())
    return (
        "<!doctype html><html><head><meta charset='utf-8'><title>Home</title><style>p{}</style></head><body>"
        "<header>Skip to content</header><nav><ul><li>Menu</li></ul></nav>"
        f"<main>{inner}</main><script>document.write('script')</script><footer>Cookies</footer></body></html>"
    ).encode()


def _html(block: str) -> str:
    block = block.strip("\n")
    if is_list(block):
        return "<ul>" + "".join(f"<li>{escape(line[2:])}</li>" for line in block.split("\n")) + "</ul>"
    return "<p>" + escape(block).replace("\n", "<br>\n") + "</p>"


def as_docx(text: str) -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = HEAD
    document.sections[0].footer.paragraphs[0].text = FOOT
    for block in re.split(r"\n[ \t]*\n", text):
        block = block.strip("\n")
        if block.strip() and is_list(block):
            for line in block.split("\n"):
                document.add_paragraph(line[2:], style="List Bullet")
        elif block.strip():
            document.add_paragraph(block)
    return saved(document)


def saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_pdf(text: str, user_password: str | None = None) -> bytes:
    """Pages with running heads, feet and page numbers."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]
    story = []
    for block in re.split(r"\n[ \t]*\n", text):
        block = block.strip("\n")
        if block.strip() and is_list(block):
            story += [Paragraph(escape(line[2:]), style, bulletText="•") for line in block.split("\n")]
        elif block.strip():
            story.append(Paragraph(escape(block, quote=False).replace("\n", "<br/>"), style))
    file = io.BytesIO()
    secret = StandardEncryption(user_password) if user_password else None
    SimpleDocTemplate(file, topMargin=80, bottomMargin=70, encrypt=secret).build(story, _furniture, _furniture)
    return file.getvalue()


def _furniture(canvas, document) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 800, HEAD)
    canvas.drawString(72, 34, FOOT)
    canvas.drawString(480, 34, f"Page {document.page}")


def given(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def refusal(path: Path) -> str:
    """The sentence, which ends like one and names the file."""
    with pytest.raises(Refused) as refused:
        read(path)
    sentence = str(refused.value)
    assert path.name in sentence and sentence.endswith(".")
    return sentence


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def with_document(xml: str) -> bytes:
    """A Word file whose text is the given XML."""
    source, file = zipfile.ZipFile(io.BytesIO(as_docx(LETTER))), io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name in source.namelist():
            package.writestr(name, xml if name == "word/document.xml" else source.read(name))
    return file.getvalue()


def drawn(pages: list[list[tuple[float, float, str]]], font: str = "Helvetica") -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file)
    for page in pages:
        for x, y, words in page:
            canvas.setFont("Symbol" if words == "\uf0b7" else font, 11)
            canvas.drawString(x, y, "\u2022" if words == "\uf0b7" else words)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
