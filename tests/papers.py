"""Plain text made into the files that offices publish: Word, PDF and web page."""

from __future__ import annotations

import io
import re
from html import escape
from pathlib import Path

from docx import Document

LETTERS = Path(__file__).resolve().parents[1] / "records" / "letters"
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
