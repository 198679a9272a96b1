"""A letter reads the same however its file was encoded, its lines were ended and its letters were set."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.letter import Quote
from loaders.read import read
from loaders.recognise import recognise
from tests.letters_in_hand import HOUSE, REGISTERS
from tests.papers import given

CHOOSE = HOUSE / "tests/letters/choose"
LETTERS = (
    "derbyshire_2016_nested_bullets",
    "lincolnshire_2022_grades",
    "dyfed-powys_2019_table",
    "cheshire_2020_annex",
    "staffordshire_bundle",
    "cleveland_2017_endnotes",
)
MANGLES: dict[str, Callable[[str], bytes]] = {
    "UTF-16": lambda text: text.encode("utf-16"),
    "Windows-1252": lambda text: text.encode("cp1252"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "line ends of an old Macintosh": lambda text: text.replace("\n", "\r").encode(),
    "a margin before every line": lambda text: re.sub(r"(?m)^(?=.*\S)", "      ", text).encode(),
    "a tab before every line": lambda text: re.sub(r"(?m)^(?=.*\S)", "\t", text).encode(),
    "spaces that do not break": lambda text: re.sub(r"(?<=\w) (?=the\b)", "\u00a0", text).encode(),
    "soft hyphens in every long word": lambda text: re.sub(r"(\w{4})(\w{4})", "\\1\u00ad\\2", text).encode(),
    "ligatures": lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ").encode(),
    "form feeds": lambda text: text.replace("\n\n", "\n\f\n").encode(),
    "bullets of the Symbol font": lambda text: re.sub(r"(?m)^([ \t]*)[•*-] (?!\d)", "\\1\uf0b7 ", text).encode(),
    "spaces at line ends": lambda text: text.replace("\n", "  \n").encode(),
}


def said(path: Path) -> list[object]:
    """What was read of each letter of a file: values, and quotes by their letters and figures."""
    return [
        (
            (letter.date, letter.author and letter.author.name, letter.addressee and letter.addressee.name),
            [report.title for report in letter.reports],
            [(judgement.grade, judgement.pillar, judgement.question, judgement.report) for judgement in letter.judgements],
            [(finding.kind, finding.number, bare(finding.quote)) for finding in letter.findings],
            [(response.status, bare(response.quote)) for response in letter.responses],
        )
        for letter in recognise(read(path), REGISTERS)
    ]


def bare(quote: Quote) -> str:
    return re.sub(r"[^a-z0-9]+", "", quote.text.replace("ﬁ", "fi").replace("ﬂ", "fl").lower())


@pytest.mark.parametrize("mangle", MANGLES)
@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_reads_the_same_however_its_file_is_written(tmp_path: Path, name: str, mangle: str) -> None:
    whole = CHOOSE / f"{name}.txt"
    assert said(whole)
    assert said(given(tmp_path, f"{name}.txt", MANGLES[mangle](read(whole).text))) == said(whole)


@pytest.mark.parametrize("mangle", MANGLES)
def test_a_way_of_writing_that_is_tried_changes_the_bytes_of_some_letter(mangle: str) -> None:
    files = [CHOOSE / f"{name}.txt" for name in LETTERS]
    assert [file for file in files if MANGLES[mangle](read(file).text) != file.read_bytes()]
