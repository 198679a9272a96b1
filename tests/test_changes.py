"""What changed between two releases, and what a release says of itself."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner, Result
from rdflib.namespace import SH

from cli import main
from knowledge.generations import Folder
from knowledge.store import StoreError
from knowledge.terms import KG, thing
from knowledge.triples import Triples
from loaders import load
from loaders.changes import changes
from tests.test_load import HOUSE, letter

LETTER, FINDING = thing("letter", "kent-2020-01-01-legitimacy-2019-kent"), thing("finding", "kent-2020-01-01-legitimacy-2019-kent-00000000")


def graph(year: int | None = 2019, sources: tuple[str, ...] = ("a.txt",)) -> Triples:
    t = Triples().a(LETTER, "Letter of nobody, 1 January 2020", "Letter").a(FINDING, "calls are not answered", "Finding", "Concern")
    for name in sources:
        t.a(thing("document", name.partition(".")[0]), name, "Document")
    return t.say(FINDING, "kg:year", year).a(thing("quote", "q"), "calls", "Quote")


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PEELGRAPH_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


def written(path: Path, triples: Triples) -> str:
    path.write_text(triples.text(), encoding="utf-8")
    return str(path)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_two_exports_are_compared_source_by_source_and_thing_by_thing_with_what_each_says(tmp_path: Path) -> None:
    before = written(tmp_path / "before.nt", graph())
    after = written(tmp_path / "after.ttl", graph(2018, ("b.txt",)).a(thing("person", "jane-doe"), "Jane Doe", "Person"))
    assert changes(before, after).splitlines()[1:] == [
        "Ontology: an export does not say its version.",
        "+ source b: b.txt",
        "- source a: a.txt",
        "~ finding kent-2020-01-01-legitimacy-2019-kent-00000000: calls are not answered",
        '    - year "2019"',
        '    + year "2018"',
        "+ person jane-doe: Jane Doe",
        "4 things changed: finding ~1, person +1, source +1 -1.",
    ]


def test_what_shows_a_thing_is_counted_and_not_listed(tmp_path: Path) -> None:
    before, after = written(tmp_path / "a.nt", graph()), written(tmp_path / "b.nt", graph().a(thing("quote", "r"), "more", "Quote"))
    assert changes(before, after).splitlines()[2:] == ["1 things changed: quote +1."]
    assert changes(before, before).splitlines()[2:] == ["0 things changed."]


def test_what_is_no_release_is_a_sentence(tmp_path: Path) -> None:
    held = written(tmp_path / "a.nt", graph())
    with pytest.raises(StoreError, match=r"There is no release '000009'\. Name a generation of '.*store' \(none\), a store's folder, or an export"):
        changes(held, "000009")
    (tmp_path / "broken.nt").write_text("<urn:a> <urn:b> .\n", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be read"):
        changes(held, str(tmp_path / "broken.nt"))
    (tmp_path / "empty.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(StoreError, match="holds no statements that can be read"):
        changes(held, str(tmp_path / "empty.csv"))


@pytest.mark.slow
def test_generations_have_a_manifest_and_are_compared_by_number_name_and_folder(store: Path, tmp_path: Path) -> None:
    load.build(where=str(store))
    shutil.copytree(store, tmp_path / "old")
    load.add([letter(tmp_path)], str(store))
    first, second = (json.loads((store / "generations" / name / "manifest.json").read_text(encoding="utf-8")) for name in ("000001", "000002"))
    shipped = {sha256(p.read_bytes()).hexdigest(): p.name for p in (HOUSE / "records" / "letters" / "west-mercia").glob("*.txt")}
    assert first["sources"] == shipped and first["counts"]["letters"] == 28 and first["ontology"] == "0.1.0"
    assert first["digest"] == sha256((store / "generations" / "000001" / "graph.nt").read_bytes()).hexdigest()
    assert set(second["sources"].values()) - set(first["sources"].values()) == {"wessex.txt"}
    told = changes("000001", "000002")
    assert told.startswith(f"From 0.1.0+{first['digest'][:12]} to 0.1.0+{second['digest'][:12]}.\nOntology: 0.1.0, unchanged.\n+ source ")
    assert "+ force wessex: Wessex" in told and "+ letter wessex-2020-03-12-" in told
    assert changes(f"0.1.0+{first['digest'][:12]}", f"0.1.0+{second['digest'][:12]}") == changes(str(tmp_path / "old"), str(store)) == told


@pytest.mark.slow
def test_another_version_of_the_ontology_is_named(store: Path, tmp_path: Path) -> None:
    load.build(where=str(store))
    shutil.copytree(store, tmp_path / "old")
    path = tmp_path / "old" / "generations" / "000001" / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"ontology": "0.1.0"', '"ontology": "0.0.9"'), encoding="utf-8")
    assert "Ontology: 0.0.9 became 0.1.0.\n" in run("diff", str(tmp_path / "old"), "000001").stdout


@pytest.mark.slow
def test_the_rdf_report_of_a_load_is_written_on_request_whether_it_is_refused_or_not(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / "report.ttl"
    assert run("build", "--report", str(report)).exit_code == 0
    assert _conforms(report)
    assert run("add", str(letter(tmp_path)), "--report", str(report)).exit_code == 0
    assert _conforms(report) and KG + "ForceShape-registered" in report.read_text(encoding="utf-8").replace("kg:", KG)
    before = Folder(store).in_service()
    monkeypatch.setattr("loaders.release.clock", lambda *_: Triples().link(thing("deadline", "forged"), "kg:metBy", thing("letter", "no-such")))
    refused = run("add", str(letter(tmp_path, "Avalon")), "--report", str(report))
    assert refused.exit_code == 1 and "is refused." in refused.stderr
    assert not _conforms(report)
    assert Folder(store).in_service() == before and sorted(p.name for p in Folder(store).generations.iterdir()) == ["000001", "000002"]


def test_a_report_that_cannot_be_written_stops_a_build_before_anything_is_in_service(store: Path, tmp_path: Path) -> None:
    for place in (tmp_path / "no-such-folder" / "report.ttl", tmp_path):
        refused = run("build", "--report", str(place))
        assert refused.exit_code == 1 and f"The report cannot be written to '{place}'" in refused.stderr
    assert Folder(store).in_service() is None


def _conforms(path: Path) -> bool:
    graph = rdflib.Graph().parse(path, format="turtle")
    return bool(graph.value(graph.value(None, rdflib.RDF.type, SH.ValidationReport), SH.conforms).toPython())
