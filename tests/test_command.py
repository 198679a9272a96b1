"""What is promised of the command: its forms, its settings, where it works, and when it ends with which status."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from exports.asking import welcome
from exports.whole import export
from knowledge.generations import Folder
from knowledge.questions import read_questions
from knowledge.registers import read_registers
from knowledge.store import Store
from loaders import load
from loaders.extract import words_digest
from loaders.read import read
from loaders.recognise import recognise
from loaders.show import documents
from tests.real import real_index

HOUSE = Path(__file__).resolve().parent.parent
FILE = min((HOUSE / "records" / "letters" / "west-mercia").glob("*.txt"))
SETTING = re.compile(r"\b(?:PEELGRAPH_[A-Z0-9_]+|NEO4J_(?:URI|USER|PASSWORD|DATABASE))\b")
KEYS = {  # of `peelgraph read --json`, by the list that a thing stands in
    "documents": "name sha256 encoding text letters",
    "letters": "start end date date_quote comments_published comments_published_quote force force_printed author addressee copied_to reference reports judgements counts findings responses claims",
    "reports": "id title published published_basis scope programme quote",
    "judgements": "report pillar question grade quote",
    "counts": "kind n quote",
    "findings": "id kind word number voice certainty report section parent themes addressed_to quote",
    "responses": "to by status due quote",
    "claims": "kind finding year quote",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    where = str(tmp_path_factory.mktemp("command"))
    load.build(where=where)
    return where


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def things(name: str, found: object) -> list[dict]:
    """Every thing of a list of this name, however deep."""
    if isinstance(found, list):
        return [thing for one in found for thing in things(name, one)]
    if not isinstance(found, dict):
        return []
    return [*found.get(name, []), *(thing for value in found.values() for thing in things(name, value))]


def test_help_lists_every_setting_that_the_program_reads() -> None:
    programs = [path for room in ("knowledge", "loaders", "exports", "web") for path in (HOUSE / room).rglob("*.py")]
    named = {name for path in (*programs, HOUSE / "cli.py", HOUSE / "server.py") for name in SETTING.findall(path.read_text(encoding="utf-8"))}
    assert {"PEELGRAPH_STORE", "PEELGRAPH_WORKERS", "NEO4J_PASSWORD"} <= named
    assert named - set(SETTING.findall(run("--help").stdout)) == set()


def test_what_is_read_has_the_promised_keys_and_may_have_more() -> None:
    letters = sorted(map(str, FILE.parent.glob("*.txt")))
    found = json.loads(run("read", "--json", *letters).stdout)
    held = {name: things(name, found) for name in KEYS}
    assert [name for name, some in held.items() if not some] == []
    assert {name: lacking for name, some in held.items() if (lacking := {key for one in some for key in set(KEYS[name].split()) - set(one)})} == {}
    quotes = [one["quote"] for name in ("reports", "findings", "responses", "claims") for one in held[name]]
    assert {tuple(quote) for quote in quotes} == {("start", "end", "text")}
    parties = [party for one in held["letters"] for party in (one["author"], one["addressee"]) if party]
    assert {"name", "office", "basis", "quote"} <= set.intersection(*(set(party) for party in parties))


def test_corrections_can_be_left_out_of_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "registers").symlink_to(HOUSE / "records" / "registers")
    (tmp_path / "corrections").mkdir()
    (letter,) = recognise(read(FILE), read_registers(HOUSE / "records" / "registers"))
    rows = (
        ("letter", "what", "start", "end", "do", "value", "reason", "by", "on"),
        (words_digest(letter), "reference", "", "", "set", '"X/1"', "misread", "a reader", "2025-01-02"),
    )
    (tmp_path / "corrections" / "by-hand.tsv").write_text("\n".join(map("\t".join, rows)) + "\n", encoding="utf-8")
    told = [documents([FILE], tmp_path, corrected)[0]["letters"][0]["reference"] for corrected in (True, False)]
    assert told == ["X/1", letter.reference]
    assert run("read", "--no-corrections", str(FILE)).exit_code == 0


def test_the_list_of_questions_names_each_with_its_parameters_and_an_example() -> None:
    listed = {row["name"]: row for row in json.loads(run("questions", "--format", "json").stdout)}
    assert set(listed) == set(read_questions(HOUSE / "queries"))
    assert [name for name, row in listed.items() if not row["example"].startswith(f"peelgraph ask {name}")] == []
    assert [name for name in listed if name not in run("questions").stdout] == []


def test_an_export_goes_to_the_file_that_is_named_and_else_to_standard_output(store: str, tmp_path: Path) -> None:
    expected = io.BytesIO()
    export(Store.open(store), real_index(), "turtle", expected)
    assert run("export", "turtle", "-o", str(tmp_path / "graph.ttl"), "--store", store).output == ""
    assert (tmp_path / "graph.ttl").read_bytes() == expected.getvalue()
    assert run("export", "turtle", "--store", store).stdout_bytes == expected.getvalue()


@pytest.mark.parametrize("words", [("ask",), ("ask", "deadlines", "--format", "xml"), ("review", "record"), ("bild",), ("ask", "deadlines", "--verdict")])
def test_a_command_line_that_cannot_be_parsed_ends_with_status_two(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_a_store_that_is_not_stale_is_not_built_anew(store: str) -> None:
    before = Folder(Path(store)).in_service()
    assert (run("build", "--if-stale", "--store", store).output, Folder(Path(store)).in_service()) == ("", before)


def test_the_command_works_from_any_folder(store: str, tmp_path: Path) -> None:
    command = [str(Path(sys.executable).parent / "peelgraph"), "ask", "deadlines", "--verdict", "late", "--format", "csv"]
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | {"PEELGRAPH_STORE": store}, capture_output=True, text=True, check=True)
    assert {row["verdict"] for row in csv.DictReader(done.stdout.splitlines())} == {"LATE"}


def test_what_serve_prints_is_the_headline_answer_and_the_address_of_each_window() -> None:
    said = welcome(real_index(), "127.0.0.1", 8055)
    assert [row.later.text for row in real_index().recurrences_between(2014, 2019).rows if row.later.text not in said] == []
    assert real_index().recurrences_between(2014, 2019).notes[0] in said
    assert [path for path in ("/", "/graphql", "/sparql", "/questions", "/ontology") if f"http://127.0.0.1:8055{path} " not in said] == []
