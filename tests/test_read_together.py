"""One call with every kind of file that cannot be read: each gets its sentence, and the letters beside them are read."""

from __future__ import annotations

import io
import json
from pathlib import Path

from click.testing import CliRunner
from docx.oxml.ns import nsdecls

from cli import main
from tests.letters_in_hand import FOOT, HEAD, SUBJECT
from tests.papers import LETTER, as_docx, as_pdf, given, with_document, zipped

OLD_WORD = b"\xd0\xcf\x11\xe0" + b"\0" * 600
ARTICLE = "Police told to do better\n\nInspectors from HMICFRS have told Wessex Police to improve.\n\nThe PCC said: “I am disappointed.”\n"
LEVELS = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
ENTITIES = f'<!DOCTYPE x [<!ENTITY e0 "boom">{LEVELS}]><w:document {nsdecls("w")}><w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body></w:document>'
GOOD = "\n\n".join((HEAD, SUBJECT, "I am writing in response to the HMICFRS report published on 20 May 2021, and I have considered it with care.", FOOT))


def scan() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def first_half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def bad_files() -> dict[str, tuple[bytes, str]]:
    """Each with a part of the sentence that says what it is and what to do."""
    return {
        "scan.pdf": (scan(), "no text layer"),
        "locked.pdf": (as_pdf(LETTER, user_password="secret"), "protected by a password"),
        "locked.docx": (OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        "old.doc": (OLD_WORD, "Save it as .docx"),
        "bomb.docx": (zipped(**{"word__document.xml": b" " * 300 * 2**20}), "unpacks to more than any letter holds"),
        "entities.docx": (with_document(ENTITIES), "declares XML entities"),
        "half.pdf": (first_half(as_pdf(LETTER * 20)), "cut off"),
        "half.docx": (first_half(as_docx(LETTER * 20)), "cut off"),
        "article.txt": (ARTICLE.encode(), "holds no letter of a commissioner"),
        "empty.txt": (b"", "empty"),
        "sheet.xlsx": (b"PK", ".docx .htm .html .md .pdf .txt"),
        "noise.txt": (bytes(range(256)) * 8, "not plain text"),
    }


def test_each_bad_file_has_its_sentence_and_the_letters_beside_it_are_read(tmp_path: Path) -> None:
    bad = bad_files()
    paths = [given(tmp_path, name, data) for name, (data, _) in bad.items()]
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200 * 2**20)
    letters = [given(tmp_path, "a.txt", GOOD), given(tmp_path, "b.docx", as_docx(GOOD))]
    result = CliRunner().invoke(main, ["read", "--json", str(letters[0]), *map(str, paths), str(huge), str(letters[1])])
    entries = {entry["name"]: entry for entry in json.loads(result.stdout)["documents"]}
    assert result.exit_code == 1
    assert [entries[name]["letters"][0]["author"]["name"] for name in ("a.txt", "b.docx")] == ["Jane Roe", "Jane Roe"]
    told = {name: entries[name].get("refused", "") for name in [*bad, "huge.txt"]}
    assert all(name in said and said.endswith(".") for name, said in told.items()), told
    assert [name for name, (_, part) in bad.items() if part not in told[name]] == []
    assert "200 MB" in told["huge.txt"]
