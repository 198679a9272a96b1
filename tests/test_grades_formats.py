"""Tables of grades in Word, PDF and web pages come back as the grades that a reader of the page sees."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document as Word

from loaders.read import read
from loaders.recognise import recognise
from tests.letters_in_hand import FOOT, HEAD, REGISTERS
from tests.papers import drawn, given, saved

SUBJECT = "HMICFRS PEEL 2023–25: An inspection of Wessex Police"
BODY = "I am writing in response to the HMICFRS report published on 20 May 2025, and I have considered it with care."
LONG = "Preventing and deterring crime and antisocial behaviour, and reducing vulnerability"
R = "requires improvement"
ROWS = [["Area", "2021/22", "2023–25"], [LONG, "Adequate", "Good"], ["Managing offenders", "Requires improvement", "Inadequate"], ["Responding to the public", "Not asked", "Adequate"]]
GRADES = [("adequate", LONG, None), ("good", LONG, "r1"), (R, "Managing offenders", None), ("inadequate", "Managing offenders", "r1"), ("adequate", "Responding to the public", "r1")]


def in_word() -> bytes:
    document = Word()
    for block in "\n\n".join((HEAD, SUBJECT, BODY)).split("\n\n"):
        document.add_paragraph(block)
    table = document.add_table(len(ROWS), 3)
    for cell, words in zip(table._cells, (words for row in ROWS for words in row), strict=True):
        cell.text = words
    document.add_paragraph("I accept these grades and the force has begun work on each of them.")
    document.add_paragraph(FOOT)
    return saved(document)


def in_html() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    paragraphs = [f"<p>{block}</p>".replace("\n", "<br>") for block in "\n\n".join((HEAD, SUBJECT, BODY)).split("\n\n")]
    return f"<meta charset=utf-8><main>{''.join(paragraphs)}<table>{rows}</table><p>I accept these grades.</p><p>{FOOT.replace(chr(10), '<br>')}</p></main>".encode()


def in_pdf(ruled: bool) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style, file = getSampleStyleSheet()["BodyText"], io.BytesIO()
    story = [Paragraph(block.replace("\n", "<br/>"), style) for block in "\n\n".join((HEAD, SUBJECT, BODY)).split("\n\n")]
    cells = [[Paragraph(cell, style) for cell in row] for row in ROWS]
    story += [Table(cells, [200, 120, 120], style=[("GRID", (0, 0), (-1, -1), 1, "black")] if ruled else [])]
    story += [Paragraph(block.replace("\n", "<br/>"), style) for block in ("I accept these grades.", FOOT)]
    SimpleDocTemplate(file).build(story)
    return file.getvalue()


def in_columns() -> bytes:
    """Words drawn where a typist set them, with no line between."""
    top = [line for block in (HEAD, SUBJECT, BODY[:90], BODY[90:]) for line in [*block.strip("\n").split("\n"), ""]]
    page = [(72.0, 780.0 - 14 * i, line) for i, line in enumerate(top) if line]
    below = 780.0 - 14 * (len(top) + 1)
    names = [["Area", "2021/22", "2023–25"], ["Managing offenders", "Requires improvement", "Inadequate"], ["Supporting victims", "Good", "Adequate"]]
    page += [(72.0 + 170 * column, below - 16 * i, cell) for i, row in enumerate(names) for column, cell in enumerate(row)]
    foot = [line for line in FOOT.split("\n") if line]
    return drawn([page + [(72.0, below - 100 - 14 * i, line) for i, line in enumerate(foot)]])


def read_grades(path: Path) -> list[tuple[str, str | None, str | None]]:
    [found] = recognise(read(path), REGISTERS)
    return [(judgement.grade, judgement.question or judgement.pillar, judgement.report) for judgement in found.judgements]


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", in_word()), ("a.html", in_html()), ("ruled.pdf", in_pdf(ruled=True)), ("plain.pdf", in_pdf(ruled=False))],
    ids=["word", "web", "ruled pdf", "plain pdf"],
)
def test_a_table_of_grades_is_the_same_in_every_format(tmp_path: Path, name: str, data: bytes) -> None:
    assert read_grades(given(tmp_path, name, data)) == GRADES


def test_columns_that_only_spaces_part_in_a_pdf_keep_their_years(tmp_path: Path) -> None:
    expected = [(R, "Managing offenders", None), ("inadequate", "Managing offenders", "r1"), ("good", "Supporting victims", None), ("adequate", "Supporting victims", "r1")]
    assert read_grades(given(tmp_path, "a.pdf", in_columns())) == expected
