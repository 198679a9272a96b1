"""The index as a file: what is read back is what was written, and whatever else lies there is passed over and never run."""

from __future__ import annotations

import ast
import pickle
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest

from knowledge import index_file, index_making
from knowledge.generations import CHECKOUT, Folder
from knowledge.index import Index
from knowledge.manifest import Manifest
from knowledge.store import DiskStore, Store
from server import graphql_rows
from tests.asked import QUESTIONS
from tests.generated_facts import ASKED, everything
from tests.real import real_store

GENERATED = everything(12)


def generation(where: Path, ntriples: str) -> DiskStore:
    with Folder(where).writing() as made:
        made.fill(ntriples)
        return made.commit(Manifest.of_triples(f"{line}\n" for line in ntriples.splitlines() if line))


@pytest.fixture
def store(tmp_path: Path) -> DiskStore:
    return generation(tmp_path, GENERATED)


def written(by_type: index_making.ByType, where: Path) -> bytes:
    index_file.write_index(where, "digest", by_type)
    return where.read_bytes()


@pytest.mark.parametrize("which", ["generated", "shipped"])
def test_what_is_read_back_is_what_is_made_from_the_statements(tmp_path: Path, which: str) -> None:
    store = generation(tmp_path, GENERATED if which == "generated" else "".join(real_store().lines()))
    kept = index_file.read_index(store.folder / "index.json", store.manifest.digest)
    assert kept
    assert sum(map(len, kept.values())) > 300
    assert written(kept, tmp_path / "kept") == written(index_making.made(store), tmp_path / "made")


def test_a_start_reads_the_file_and_works_nothing_out(store: DiskStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(store: Any) -> None:
        raise AssertionError("The statements were read.")

    monkeypatch.setattr("knowledge.index_making.read_records", no)
    assert Index.of(store).recurrences_between(2014, 2016, force="west-mercia").rows


@pytest.mark.parametrize("name", ["recurrences", "deadlines", "findings_by_theme", "letters_by_commissioner", "lineage_of_finding", "judgement_history"])
def test_answers_from_the_file_are_those_from_the_statements(store: DiskStore, name: str) -> None:
    rows = graphql_rows(QUESTIONS[name], ASKED[name], store)
    assert rows == graphql_rows(QUESTIONS[name], ASKED[name], Store.of(GENERATED)) != []


class Harm:
    """What a pickle would run when it is read."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return Path.touch, (Path(__file__).with_suffix(".harmed"),)  # type: ignore[return-value]


def signed(body: bytes) -> bytes:
    return sha256(body).hexdigest().encode() + b"\n" + body


def changed(good: bytes, **change: Any) -> bytes:
    """A file whose checksum is right and whose contents are not."""
    return signed(orjson.dumps(orjson.loads(good.partition(b"\n")[2]) | change))


BAD = {
    "empty": lambda good: b"",
    "cut short": lambda good: good[: len(good) // 2],
    "one byte changed": lambda good: good.replace(b"west-mercia", b"west-mersia", 1),
    "of another graph": lambda good: changed(good, digest="0" * 64),
    "of another program": lambda good: changed(good, program="0" * 64),
    "a pickle": lambda good: pickle.dumps(Harm()),
    "a pickle with a checksum": lambda good: signed(pickle.dumps(Harm())),
    "a list": lambda good: signed(b"[]"),
    "nested too deep": lambda good: signed(b"[" * 100_000 + b"]" * 100_000),
    "no types": lambda good: changed(good, types=None),
    "more records than ids": lambda good: changed(good, types=[["Office", 10**15, {name: ["plain", ["a"]] for name in ("id", "slug", "name", "kind", "force")}]]),
    "an id that is a list": lambda good: changed(good, types=[["Office", 1, {name: ["plain", [[]]] for name in ("id", "slug", "name", "kind", "force")}]]),
    "a value nested too deep": lambda good: signed(orjson.dumps(orjson.loads(good.partition(b"\n")[2]) | {"types": [["Office", 1, {name: ["deep", ["deep"]] for name in ("slug", "name", "kind", "force")} | {"id": ["plain", ["a"]]}]]}).replace(b'["deep"]]', b"[" * 900 + b"]" * 900 + b"]")),
    "a class that is no record": lambda good: changed(good, types=[["lineage_of", 1, {}]]),
    "a class of Python": lambda good: changed(good, types=[["__builtins__", 1, {}]]),
    "a record without fields": lambda good: changed(good, types=[["Theme", 1, {}]]),
    "a place that is not there": lambda good: changed(good, types=[["Office", 1, {name: ["thing", [99]] for name in ("id", "slug", "name", "kind", "force")}]]),
    "a column that is too short": lambda good: changed(good, types=[["Office", 2, {name: ["plain", ["a"]] for name in ("id", "slug", "name", "kind", "force")}]]),
    "a way of writing that is not ours": lambda good: changed(good, types=[["Office", 1, {name: ["eval", ["1"]] for name in ("id", "slug", "name", "kind", "force")}]]),
}


@pytest.mark.parametrize("what", BAD)
def test_a_file_that_is_broken_or_of_something_else_is_passed_over(store: DiskStore, what: str) -> None:
    path = store.folder / "index.json"
    path.write_bytes(BAD[what](path.read_bytes()))
    assert index_file.read_index(path, store.manifest.digest) is None
    assert len(Index.of(store).findings) == len(Index.of(Store.of(GENERATED)).findings) > 0
    assert not Path(__file__).with_suffix(".harmed").exists()


def test_a_generation_without_the_file_is_served_all_the_same(store: DiskStore) -> None:
    (store.folder / "index.json").unlink()
    assert len(Index.of(store).letters) == 12


def test_nothing_that_runs_what_it_reads_is_imported_anywhere() -> None:
    paths = [path for room in ("knowledge", "loaders", "exports", "web") for path in (CHECKOUT / room).rglob("*.py")]
    imported = {name.name for path in paths for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Import) for name in node.names}
    assert "json" in imported
    assert imported & {"pickle", "marshal", "shelve", "dill"} == set()
