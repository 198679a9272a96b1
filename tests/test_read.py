"""What a file's text is, and what is said of a file that has none."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import papers
import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from loaders.formats import LARGEST
from loaders.read import Refused, read

SHIPPED = sorted(papers.LETTERS.rglob("*.txt"))
LETTER = "Dear Home Secretary,\n\nI write about the inspection of Wessex Police.\n\nYours sincerely\n"


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


# Plain text


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("A\r\nB\rC\n“D”".encode(), "utf-8", "A\r\nB\rC\n“D”"),
        (b"\xef\xbb\xbfA\r\n", "utf-8", "A\r\n"),
        ("A “B”\r\n".encode("utf-16"), "utf-16", "A “B”\r\n"),
        (b"\xfe\xff" + "A\nB".encode("utf-16-be"), "utf-16", "A\nB"),
        ("£5 – the “force’s” plan".encode("cp1252"), "windows-1252", "£5 – the “force’s” plan"),
        (b"caf\xe9 \x9d", "windows-1252", "café \x9d"),
        ("soft\u00ad \u00a0 \ufb01 \x0c \uf0b7".encode(), "utf-8", "soft\u00ad \u00a0 \ufb01 \x0c \uf0b7"),
    ],
)
def test_text_is_decoded_by_its_mark_else_utf_8_else_windows_1252_and_no_line_end_changes(tmp_path, data, encoding, text):
    document = read(given(tmp_path, "letter.txt", data))
    assert (document.text, document.encoding) == (text, encoding)


def test_a_document_has_the_base_name_and_the_digest_of_the_bytes(tmp_path):
    data = b"\xef\xbb\xbfDear Home Secretary"
    document = read(given(tmp_path, "reply.md", data))
    assert (document.name, document.sha256) == ("reply.md", hashlib.sha256(data).hexdigest())


def test_utf_16_without_its_mark_is_refused_and_not_read_as_windows_1252(tmp_path):
    assert "UTF-16 without its byte order mark" in refusal(given(tmp_path, "a.txt", "Dear Home Secretary".encode("utf-16-le")))


def test_bytes_that_no_person_wrote_are_refused(tmp_path):
    assert "not plain text" in refusal(given(tmp_path, "a.txt", bytes(range(1, 32)) * 50))


def test_a_mark_that_the_rest_belies_is_refused(tmp_path):
    assert "mark of UTF-8" in refusal(given(tmp_path, "a.txt", b"\xef\xbb\xbfcaf\xe9"))


def test_a_pdf_that_is_called_txt_is_told_apart(tmp_path):
    assert "is a PDF, whatever its name says" in refusal(given(tmp_path, "a.txt", papers.as_pdf(LETTER)))


# Files that are no letters


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a.html"])
def test_an_empty_file_is_refused_as_empty(tmp_path, name):
    assert "is empty" in refusal(given(tmp_path, name, b""))


def test_a_file_of_blank_lines_holds_no_text(tmp_path):
    assert "holds no text" in refusal(given(tmp_path, "a.txt", "\n \r\n\t\n"))


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path):
    assert "No such file" in refusal(tmp_path / "missing.txt")
    (tmp_path / "folder.txt").mkdir()
    assert "is a folder" in refusal(tmp_path / "folder.txt")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is a device or a pipe" in refusal(tmp_path / "pipe.txt")


def test_200_mb_are_refused_without_being_read(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    started = time.monotonic()
    assert f"200 MB; a letter of more than {LARGEST // 2**20} MB is not read" in refusal(path)
    assert time.monotonic() - started < 1


def test_a_doc_is_refused_with_what_to_save_it_as(tmp_path):
    assert "old Word file" in refusal(given(tmp_path, "a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600))
    assert "Save it as .docx" in refusal(given(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600))


def test_an_unknown_ending_is_answered_with_the_known_ones(tmp_path):
    assert ".docx .htm .html .md .pdf .txt" in refusal(given(tmp_path, "a.xlsx", b"PK"))


def test_passwords_are_named(tmp_path):
    locked = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert "protected by a password" in refusal(given(tmp_path, "a.docx", locked))
    assert "protected by a password" in refusal(given(tmp_path, "a.pdf", papers.as_pdf(LETTER, user_password="secret")))


def test_a_pdf_without_a_text_layer_is_reported_and_not_read_as_empty(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.showPage()
    canvas.save()
    assert "no text layer" in refusal(given(tmp_path, "scan.pdf", file.getvalue()))


@pytest.mark.parametrize("make", [papers.as_pdf, papers.as_docx])
def test_half_a_file_is_refused_as_cut_off(tmp_path, make):
    whole = make(LETTER * 20)
    name = "half.pdf" if make is papers.as_pdf else "half.docx"
    assert "cut off" in refusal(given(tmp_path, name, whole[: len(whole) // 2]))


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def test_a_zip_that_is_no_word_file_is_told_apart(tmp_path):
    assert "no Word file" in refusal(given(tmp_path, "a.docx", zipped(letter=b"Dear")))


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as member:
        for _ in range(300):
            member.write(b" " * 1024 * 1024)
    assert bomb.tell() < 1024 * 1024
    assert "unpacks to more than any letter holds" in refusal(given(tmp_path, "bomb.docx", bomb.getvalue()))


def with_document(xml: str) -> bytes:
    """A Word file whose text is the given XML."""
    source, file = zipfile.ZipFile(io.BytesIO(papers.as_docx(LETTER))), io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name in source.namelist():
            package.writestr(name, xml if name == "word/document.xml" else source.read(name))
    return file.getvalue()


def test_an_entity_bomb_is_refused_for_what_it_is(tmp_path):
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    text = "<w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body>"
    xml = f'<!DOCTYPE x [<!ENTITY e0 "boom">{levels}]><w:document {nsdecls("w")}>{text}</w:document>'
    assert "declares XML entities" in refusal(given(tmp_path, "bomb.docx", with_document(xml)))


def test_an_entity_that_is_hidden_from_the_first_look_brings_in_no_file(tmp_path):
    secret = given(tmp_path, "secret", "the secret words")
    xml = (
        f'{"<!-- long -->" * 1000}<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:document {nsdecls("w")}><w:body>'
        "<w:p><w:r><w:t>Dear &e; Secretary</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "secret words" not in read(given(tmp_path, "a.docx", with_document(xml))).text


def test_a_page_fetches_nothing_that_it_points_at(tmp_path, unused_port_with_a_listener):
    port, visits = unused_port_with_a_listener
    address = f"http://127.0.0.1:{port}"
    page = (
        f'<!DOCTYPE html SYSTEM "{address}/dtd"><html><head><link rel=stylesheet href="{address}/css"><base href="{address}/">'
        f'<meta http-equiv=refresh content="0;url={address}/r"></head><body><img src="{address}/i"><p>Dear Home Secretary</p>'
        f'<iframe src="{address}/f"></iframe><object data="{address}/o"></object></body></html>'
    )
    assert read(given(tmp_path, "a.html", page)).text == "Dear Home Secretary\n"
    assert visits == []


@pytest.fixture
def unused_port_with_a_listener():
    import socket
    import threading

    visits: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        while True:
            try:
                visits.append(listener.accept()[0].recv(100))
            except OSError:
                return

    threading.Thread(target=accept, daemon=True).start()
    yield listener.getsockname()[1], visits
    listener.close()


def test_a_page_nested_beyond_reason_is_refused_and_does_not_take_the_program_down(tmp_path):
    page = "<div>" * 100_000 + "Dear" + "</div>" * 100_000
    assert "Save" in refusal(given(tmp_path, "deep.html", page))


def test_a_reader_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    from loaders.formats import child

    monkeypatch.setattr(child, "SECONDS", 0.01)
    assert "was not read in 0.01 seconds" in refusal(given(tmp_path, "a.pdf", papers.as_pdf(LETTER)))


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are kept on Linux")
def test_a_file_that_takes_too_much_memory_costs_its_reader_and_not_the_machine(tmp_path, monkeypatch):
    from loaders.formats import child

    monkeypatch.setattr(child, "MEMORY", 128 * 1024 * 1024)
    assert "memory" in refusal(given(tmp_path, "wide.html", b"<p>" + b"<b>x</b>" * 1_000_000))


def test_the_child_may_open_no_socket_and_start_no_program():
    code = "from loaders.formats.child import _refuse; import sys; sys.addaudithook(_refuse); import socket; socket.socket()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=papers.LETTERS.parents[1], check=False)
    assert "PermissionError" in done.stderr


def test_the_child_ends_with_the_process_that_asked():
    """The child's input stays open, so that it would wait for ever; its parent is killed."""
    root = papers.LETTERS.parents[1]
    code = (
        "import os, subprocess, sys, time; p = subprocess.Popen([sys.executable, '-I', 'loaders/formats/child.py', 'html', str(os.getpid()), '60', '800000000'],"
        " stdin=os.open(sys.argv[1], os.O_RDWR)); print(p.pid, flush=True); time.sleep(60)"
    )
    pipe = Path(tempfile.mkdtemp()) / "pipe"
    os.mkfifo(pipe)
    parent = subprocess.Popen([sys.executable, "-c", code, str(pipe)], stdout=subprocess.PIPE, text=True, cwd=root)
    child = int(parent.stdout.readline())
    time.sleep(0.5)
    parent.kill()
    parent.wait()
    assert gone_within(child, seconds=5)


def gone_within(process: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        stat = Path(f"/proc/{process}/stat")
        if not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


# The shipped letters in other clothes


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem[:3])
@pytest.mark.parametrize(("make", "ending"), [(papers.as_docx, "docx"), (papers.as_html, "html")], ids=["docx", "html"])
def test_every_paragraph_comes_back_whole_and_in_order(tmp_path, path, make, ending):
    text = read(path).text
    assert papers.paragraphs(read(given(tmp_path, f"letter.{ending}", make(text))).text) == papers.paragraphs(text)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem[:3])
def test_a_pdf_gives_back_every_paragraph_in_order_and_joins_what_a_page_broke(tmp_path, path):
    """Where a sentence of the letter itself is broken by a blank line, a page break there may mend it."""
    text = read(path).text
    there = papers.paragraphs(read(given(tmp_path, "letter.pdf", papers.as_pdf(text))).text)
    there = [part for part in there if part not in (papers.HEAD, papers.FOOT)]
    assert " ".join(there) == " ".join(papers.paragraphs(text))
    assert len(set(papers.paragraphs(text)) - set(there)) <= 2


# Word


def test_word_lists_keep_their_marks_levels_and_counts(tmp_path):
    document = Document()
    document.add_heading("Response", 1)
    for words in ("First finding", "Second finding"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("A bullet", style="List Bullet")
    assert read(given(tmp_path, "a.docx", papers.saved(document))).text == "Response\n\n1. First finding\n2. Second finding\n- A bullet\n"


def test_word_tables_stand_in_reading_order_a_row_on_a_line(tmp_path):
    document = Document()
    document.add_paragraph("Grades:")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Pillar", "Grade", "Efficiency", "Good"), strict=True):
        cell.text = words
    document.add_paragraph("After the table.")
    assert (
        read(given(tmp_path, "a.docx", papers.saved(document))).text == "Grades:\n\nPillar | Grade\nEfficiency | Good\n\nAfter the table.\n"
    )


def test_long_cells_of_a_row_stand_on_lines_of_their_own(tmp_path):
    finding, reply = "The force should improve " + "the supervision of investigations " * 4, "This was done " + "in the spring " * 8
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = finding, reply
    assert read(given(tmp_path, "a.docx", papers.saved(document))).text == f"{finding.strip()}\n{reply.strip()}\n"


def test_deleted_words_stay_out_and_inserted_ones_come_in(tmp_path):
    document = Document()
    paragraph = document.add_paragraph("The force ")
    for tag, inner in (("w:del", "<w:delText>must</w:delText>"), ("w:ins", "<w:t>should</w:t>")):
        paragraph._p.append(parse_xml(f"<{tag} {nsdecls('w')}><w:r>{inner}</w:r></{tag}>"))
    assert read(given(tmp_path, "a.docx", papers.saved(document))).text == "The force should\n"


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


# PDF


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
