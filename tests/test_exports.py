"""Exports: the same bytes for the same graph, read back equal, quotes exact, and what a format cannot hold is named."""

from __future__ import annotations

import csv
import io
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
import rdflib

from exports.rdf import FORMATS as RDF
from exports.rdf import serialise, write
from exports.whole import FORMATS, ExportError, export
from knowledge.generations import Folder
from knowledge.index import Index
from knowledge.manifest import Manifest
from knowledge.store import DiskStore, MemoryStore, Store
from knowledge.terms import thing
from knowledge.triples import Triples
from server import create_app
from tests.pages import client
from tests.real import real_index, real_store

FORCE = thing("force", "kent")
# What breaks careless writers: quotes, lines, a formula, controls that XML cannot hold, a bare return, beyond the first plane.
HARD = '=HYPERLINK("x")\x00\x0b\x1f “Good”\r\nline, with "quotes" & <tags>\ttab\rreturn 🚓 ]]>'
PLAIN = HARD.replace("\x00", "\ufffd").replace("\x0b", "\ufffd").replace("\x1f", "\ufffd")
RDFLIB = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "nquads": "nquads", "trig": "trig"}


def hard() -> MemoryStore:
    triples = Triples().a(FORCE, "Kent", "Force").say(FORCE, "foaf:name", HARD).say(FORCE, "kg:registered", True)
    return Store.of(triples.text())


def written(store: MemoryStore | DiskStore, name: str, excel: bool = False) -> tuple[bytes, list[str]]:
    output = io.BytesIO()
    named = export(store, Index.of(store), name, output, excel)
    return output.getvalue(), named


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_graph_gives_the_same_bytes_whatever_store_holds_it(name: str, tmp_path: Path) -> None:
    with Folder(tmp_path).writing() as generation:
        generation.fill("".join(real_store().lines()))
        disk = generation.commit(Manifest.of_triples(real_store().lines()))
    shuffled = Store.of("".join(reversed(list(real_store().lines()))))
    first = written(disk, name)[0]
    assert len(first) > 10_000
    assert first == written(shuffled, name)[0]


@pytest.mark.parametrize("name", sorted(set(RDF) - {"rdfxml"}))
def test_the_hardest_words_come_back_from_every_rdf_format(name: str) -> None:
    body, named = written(hard(), name)
    assert {str(q.triple) for q in ox.parse(body, RDF[name])} == {str(t) for t in hard().triples()}
    assert named == []


@pytest.mark.parametrize("name", RDFLIB)
def test_another_library_reads_the_same_graph(name: str) -> None:
    here = rdflib.Graph().parse(data="".join(islice(real_store().lines(), 3000)), format="nt")
    body, _ = written(Store.of("".join(islice(real_store().lines(), 3000))), name)
    assert set(rdflib.Dataset(default_union=True).parse(data=body, format=RDFLIB[name]).triples((None, None, None))) == set(here)


@pytest.mark.parametrize("name", ["rdfxml", "graphml"])
def test_control_characters_that_xml_cannot_hold_are_marked_and_their_literals_named(name: str) -> None:
    body, named = written(hard(), name)
    values = [part.text for part in ElementTree.fromstring(body).iter() if part.text and "HYPERLINK" in part.text]
    assert set(values) == {PLAIN}
    assert named and all(FORCE in one for one in named)


def test_what_xml_can_hold_is_not_touched_and_nothing_is_named() -> None:
    output = io.BytesIO()
    assert write(real_store(), "rdfxml", output) == []
    assert b"\xef\xbf\xbd" not in output.getvalue()


def cells(body: bytes, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))


def test_a_cell_of_csv_is_the_literal_to_the_character() -> None:
    assert [row["name"] for row in cells(written(hard(), "csv")[0], "Force.csv")] == [HARD]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded_only_when_asked(sign: str) -> None:
    store = Store.of(Triples().a(FORCE, "Kent", "Force").say(FORCE, "foaf:name", sign + "1+1").text())
    plain, guarded = (cells(written(store, "csv", excel)[0], "Force.csv")[0]["name"] for excel in (False, True))
    assert (plain, guarded) == (sign + "1+1", "'" + sign + "1+1")


def test_every_quote_of_the_letters_stands_in_the_csv_as_it_stands_in_its_source() -> None:
    rows = {row["id"]: row["text"] for row in cells(client().get("/export/csv").data, "Finding.csv")}
    assert rows == {finding.id: finding.text for finding in real_index().findings}


def test_the_address_guards_cells_for_excel_and_the_two_files_have_tags_of_their_own() -> None:
    here = create_app(hard()).test_client()
    plain, guarded = here.get("/export/csv"), here.get("/export/csv?excel=1")
    assert [cells(answer.data, "Force.csv")[0]["name"] for answer in (plain, guarded)] == [HARD, "'" + HARD]
    assert plain.headers["ETag"] != guarded.headers["ETag"]


def test_a_carriage_return_in_rdf_xml_comes_back_from_any_reader_of_xml() -> None:
    store = Store.of(Triples().say(FORCE, "foaf:name", "one\r\ntwo\rthree").text())
    for body in (written(store, "rdfxml")[0], serialise(store.triples(), "rdfxml")):
        assert [str(o) for o in rdflib.Graph().parse(data=body, format="xml").objects()] == ["one\r\ntwo\rthree"]
        assert [q.object.value for q in ox.parse(body, ox.RdfFormat.RDF_XML)] == ["one\r\ntwo\rthree"]


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_carries_its_digest_in_both_headers(name: str) -> None:
    answer = client().get(f"/export/{name}")
    digest = sha256(answer.data)
    assert answer.headers["X-Peelgraph-Digest"] == f"sha-256={digest.hexdigest()}"
    assert answer.headers["Repr-Digest"] == f"sha-256=:{b64encode(digest.digest()).decode()}:"


def test_the_digest_of_the_release_is_that_of_its_ntriples() -> None:
    assert sha256(client().get("/export/ntriples").data).hexdigest() == real_store().manifest.digest


@pytest.mark.parametrize("name", sorted(RDF))
def test_every_rdf_export_says_its_licence_and_where_each_quote_is_from(name: str) -> None:
    body, _ = written(real_store(), name)
    said = {q.predicate.value for q in ox.parse(body, RDF[name])}
    assert {"http://purl.org/dc/terms/license", "http://www.w3.org/ns/oa#hasSource", "http://www.w3.org/ns/prov#wasDerivedFrom"} <= said


class Slowly(io.RawIOBase):
    """Notes how many lines of the graph had been read at each writing."""

    def __init__(self, lines: list[str]) -> None:
        self.rest, self.read, self.at = lines, 0, []

    def lines(self) -> Iterator[str]:
        for line in self.rest:
            self.read += 1
            yield line

    def write(self, part: bytes) -> int:  # type: ignore[override]
        self.at.append(self.read)
        return len(part)


@pytest.mark.parametrize("name", sorted(RDF))
def test_an_rdf_export_is_written_while_it_is_read_and_never_held_whole(name: str) -> None:
    output = Slowly(list(real_store().lines()))
    write(output, name, output)  # type: ignore[arg-type]
    assert output.at[0] <= 2000 < len(output.rest)
    assert max(b - a for a, b in pairwise(output.at)) <= 2000


def test_a_format_that_is_not_there_is_answered_with_the_nearest() -> None:
    with pytest.raises(ExportError, match=r"There is no format 'turtel'\. Did you mean 'turtle'"):
        export(hard(), Index.of(hard()), "turtel", io.BytesIO())
