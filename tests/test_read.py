"""What a file's text is, and what is said of a file that has none."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest
from papers import LETTER, as_docx, as_pdf, given, refusal, zipped

from loaders.formats import LARGEST
from loaders.read import read

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
    assert "is a PDF, whatever its name says" in refusal(given(tmp_path, "a.txt", as_pdf(LETTER)))


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


def test_200_mb_are_refused_without_being_read(tmp_path, monkeypatch):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    assert f"200 MB; a letter of more than {LARGEST // 2**20} MB is not read" in refusal(path)


def test_a_doc_is_refused_with_what_to_save_it_as(tmp_path):
    assert "old Word file" in refusal(given(tmp_path, "a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600))
    assert "Save it as .docx" in refusal(given(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600))


def test_an_unknown_ending_is_answered_with_the_known_ones(tmp_path):
    assert ".docx .htm .html .md .pdf .txt" in refusal(given(tmp_path, "a.xlsx", b"PK"))


def test_passwords_are_named(tmp_path):
    locked = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert "protected by a password" in refusal(given(tmp_path, "a.docx", locked))
    assert "protected by a password" in refusal(given(tmp_path, "a.pdf", as_pdf(LETTER, user_password="secret")))


def test_a_pdf_without_a_text_layer_is_reported_and_not_read_as_empty(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.showPage()
    canvas.save()
    assert "no text layer" in refusal(given(tmp_path, "scan.pdf", file.getvalue()))


@pytest.mark.parametrize("make", [as_pdf, as_docx])
def test_half_a_file_is_refused_as_cut_off(tmp_path, make):
    whole = make(LETTER * 20)
    name = "half.pdf" if make is as_pdf else "half.docx"
    assert "cut off" in refusal(given(tmp_path, name, whole[: len(whole) // 2]))


def test_a_zip_that_is_no_word_file_is_told_apart(tmp_path):
    assert "no Word file" in refusal(given(tmp_path, "a.docx", zipped(letter=b"Dear")))
