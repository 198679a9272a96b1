"""Letters as Word files, web pages and PDFs: the words in reading order, the furniture gone."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from papers import FOOT, HEAD, LETTERS, as_docx, as_html, as_pdf, drawn, given, paragraphs, saved, with_document

from knowledge.registers import read_registers
from loaders.extract import extract
from loaders.read import read

pytestmark = pytest.mark.slow

REGISTERS = read_registers(LETTERS.parent / "registers")
SHIPPED = sorted(LETTERS.rglob("*.txt"))


# The shipped letters in other clothes


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem[:3])
@pytest.mark.parametrize(("make", "ending"), [(as_docx, "docx"), (as_html, "html")], ids=["docx", "html"])
def test_every_paragraph_comes_back_whole_and_in_order(tmp_path, path, make, ending):
    text = read(path).text
    assert paragraphs(read(given(tmp_path, f"letter.{ending}", make(text))).text) == paragraphs(text)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem[:3])
def test_a_pdf_gives_back_every_paragraph_in_order_and_joins_what_a_page_broke(tmp_path, path):
    """Where a sentence of the letter itself is broken by a blank line, a page break there may mend it."""
    text = read(path).text
    there = paragraphs(read(given(tmp_path, "letter.pdf", as_pdf(text))).text)
    there = [part for part in there if part not in (HEAD, FOOT)]
    assert " ".join(there) == " ".join(paragraphs(text))
    assert len(set(paragraphs(text)) - set(there)) <= 2


# Word


def told(path) -> list[tuple]:
    """What is found in a file's letters, whatever white space its format leaves between words."""
    letters = extract(read(path), REGISTERS)
    return [(letter.date, found.kind, found.number, " ".join(found.quote.text.split())) for letter in letters for found in letter.findings]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem[:3])
@pytest.mark.parametrize(("make", "ending"), [(as_docx, "docx"), (as_html, "html"), (as_pdf, "pdf")], ids=["docx", "html", "pdf"])
def test_the_same_findings_are_read_from_any_format(tmp_path, path, make, ending):
    found = told(path)
    assert found
    assert told(given(tmp_path, f"letter.{ending}", make(read(path).text))) == found


def test_word_lists_keep_their_marks_levels_and_counts(tmp_path):
    document = Document()
    document.add_heading("Response", 1)
    for words in ("First finding", "Second finding"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("A bullet", style="List Bullet")
    assert read(given(tmp_path, "a.docx", saved(document))).text == "Response\n\n1. First finding\n2. Second finding\n- A bullet\n"


def test_word_tables_stand_in_reading_order_a_row_on_a_line(tmp_path):
    document = Document()
    document.add_paragraph("Grades:")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Pillar", "Grade", "Efficiency", "Good"), strict=True):
        cell.text = words
    document.add_paragraph("After the table.")
    assert read(given(tmp_path, "a.docx", saved(document))).text == "Grades:\n\nPillar | Grade\nEfficiency | Good\n\nAfter the table.\n"


def test_long_cells_of_a_row_stand_on_lines_of_their_own(tmp_path):
    finding, reply = "The force should improve " + "the supervision of investigations " * 4, "This was done " + "in the spring " * 8
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = finding, reply
    assert read(given(tmp_path, "a.docx", saved(document))).text == f"{finding.strip()}\n{reply.strip()}\n"


def test_deleted_words_stay_out_and_inserted_ones_come_in(tmp_path):
    document = Document()
    paragraph = document.add_paragraph("The force ")
    for tag, inner in (("w:del", "<w:delText>must</w:delText>"), ("w:ins", "<w:t>should</w:t>")):
        paragraph._p.append(parse_xml(f"<{tag} {nsdecls('w')}><w:r>{inner}</w:r></{tag}>"))
    assert read(given(tmp_path, "a.docx", saved(document))).text == "The force should\n"


def test_endnotes_stand_at_the_end_under_the_mark_that_the_text_has(tmp_path):
    body = f'<w:document {nsdecls("w")}><w:body><w:p><w:r><w:t>One matter.</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p></w:body></w:document>'
    notes = (
        f'<w:endnotes {nsdecls("w")}><w:endnote w:id="2"><w:p><w:r><w:t>The force should act.</w:t></w:r></w:p></w:endnote></w:endnotes>'
    )
    source, file = zipfile.ZipFile(io.BytesIO(with_document(body))), io.BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
    with zipfile.ZipFile(file, "w") as package:
        for name in source.namelist():
            data = source.read(name).decode("utf-8", "surrogateescape")
            if name == "word/_rels/document.xml.rels":
                data = data.replace("</Relationships>", f'<Relationship Id="rIdE" Type="{kind}" Target="endnotes.xml"/></Relationships>')
            if name == "[Content_Types].xml":
                data = data.replace("</Types>", f'<Override PartName="/word/endnotes.xml" ContentType="{content}"/></Types>')
            package.writestr(name, data.encode("utf-8", "surrogateescape"))
        package.writestr("word/endnotes.xml", notes)
    assert read(given(tmp_path, "a.docx", file.getvalue())).text == "One matter.[1]\n\n[1] The force should act.\n"


# Web pages


def test_a_web_page_keeps_lists_tables_and_breaks_and_drops_the_site_round_it(tmp_path):
    page = (
        "<html><body><header>Site</header><nav>Menu</nav><main><h1>PCC response</h1><p>Line one<br>line   two</p>"
        "<ol start=3><li>Third<ul><li>inner</li></ul></li><li>Fourth</li></ol><table><tr><th>Pillar<th>Grade<tr><td>Efficiency<td>Good</table>"
        "<p style='display:none'>hidden</p></main><footer>Cookies</footer></body></html>"
    )
    assert read(given(tmp_path, "a.htm", page)).text == (
        "PCC response\n\nLine one\nline two\n\n3. Third\n  - inner\n4. Fourth\n\nPillar | Grade\nEfficiency | Good\n"
    )


def test_a_page_is_decoded_as_it_says_itself(tmp_path):
    document = read(given(tmp_path, "a.html", "<meta charset=iso-8859-1><p>“Good”</p>".encode("cp1252")))
    assert (document.text, document.encoding) == ("“Good”\n", "windows-1252")


def test_a_sentence_that_a_page_breaks_is_mended_and_running_heads_do_not_stand_in_it(tmp_path):
    long = "The inspectors found that the force does not yet manage the risk that suspects"
    pages = [
        [(72, 810, "PCC for Wessex"), (72, 400, long), (300, 30, "Page 1 of 2")],
        [(72, 810, "PCC for Wessex"), (72, 700, "pose while they are under investigation."), (300, 30, "Page 2 of 2")],
    ]
    assert read(given(tmp_path, "a.pdf", drawn(pages))).text == f"{long} pose while they are under investigation.\n"


def test_a_bullet_of_the_symbol_font_is_a_bullet(tmp_path):
    page = [
        (72, 700, "The report says:"),
        (80, 680, "\uf0b7"),
        (98, 680, "improve supervision; and"),
        (80, 660, "\uf0b7"),
        (98, 660, "train staff."),
    ]
    assert read(given(tmp_path, "a.pdf", drawn([page]))).text == "The report says:\n\n- improve supervision; and\n- train staff.\n"


def test_the_lines_of_an_address_stay_lines(tmp_path):
    page = [(72, 700 - 13 * i, words) for i, words in enumerate(("Rt Hon Amber Rudd MP", "Home Secretary", "2 Marsham Street"))]
    page += [(72, 620, "I write in answer to the report on the efficiency of the police force of our county.")]
    text = read(given(tmp_path, "a.pdf", drawn([page]))).text
    assert text.startswith("Rt Hon Amber Rudd MP\nHome Secretary\n2 Marsham Street\n\nI write")


def test_columns_of_a_line_are_kept_apart(tmp_path):
    page = [(72, 700, "Our ref: JC/17"), (400, 700, "8 November 2017"), (72, 660, "1."), (120, 660, "First of all.")]
    assert read(given(tmp_path, "a.pdf", drawn([page]))).text == "Our ref: JC/17    8 November 2017\n\n1. First of all.\n"


def test_a_ruled_table_of_a_pdf_comes_row_by_row_where_it_stands(tmp_path):
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style, file = getSampleStyleSheet()["BodyText"], io.BytesIO()
    table = Table([["Pillar", "Grade"], ["Efficiency", "Good"]], style=[("GRID", (0, 0), (-1, -1), 1, "black")])
    SimpleDocTemplate(file).build([Paragraph("Before.", style), table, Paragraph("After.", style)])
    assert read(given(tmp_path, "a.pdf", file.getvalue())).text == "Before.\n\nPillar | Grade\nEfficiency | Good\n\nAfter.\n"
