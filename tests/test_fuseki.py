"""The same graph on a second SPARQL engine: loading is one PUT, and every named question gives the same rows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.index import Index
from knowledge.questions import read_questions
from knowledge.remote import RemoteStore
from knowledge.store import Readable, Store
from loaders import load
from tests.fuseki import fuseki
from tests.generated_facts import ASKED, everything

pytestmark = pytest.mark.engine
HOUSE = Path(__file__).resolve().parent.parent
QUESTIONS = read_questions(HOUSE / "queries")


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Readable]:
    """The shipped records, built into a real Fuseki."""
    before = os.environ.get("XDG_DATA_HOME")
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))
    try:
        with fuseki() as url:
            load.build(where=url)
            yield Store.open(url)
    except (ImportError, OSError, RuntimeError) as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"Fuseki cannot be had: {error}")
    finally:
        os.environ.pop("XDG_DATA_HOME")
        os.environ.update({"XDG_DATA_HOME": before} if before else {})


@pytest.fixture(scope="module")
def local() -> Readable:
    return load.build_in_memory()


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_fuseki_and_the_embedded_engine_give_the_same_rows(remote: Readable, local: Readable, name: str) -> None:
    question = QUESTIONS[name]
    rows = question.run(local, **question.example)
    assert rows
    assert question.run(remote, **question.example) == rows


def test_the_graph_on_the_server_is_the_graph_that_was_built(remote: Readable, local: Readable) -> None:
    assert list(remote.lines()) == list(local.lines())
    assert remote.manifest.digest == local.manifest.digest


def test_the_index_answers_alike_from_either(remote: Readable, local: Readable) -> None:
    def rows(store: Readable) -> list[tuple[str, str, str]]:
        return [(r.earlier.id, r.later.id, r.evidence) for r in Index.of(store).recurrences_between(2014, 2019).rows]

    assert rows(remote) == rows(local) != []


def test_fuseki_begins_where_a_parameter_is_given_and_gives_the_same_rows(tmp_path: Path) -> None:
    """Over a generated graph, in which every question has rows about one force."""
    here = Store.of("\n".join(sorted(everything(12).splitlines())))
    try:
        with fuseki() as url:
            there = RemoteStore(url, tmp_path)
            there.put("".join(here.lines()), {}, here.manifest)
            rows = {name: (QUESTIONS[name].run(there, **given), QUESTIONS[name].run(here, **given)) for name, given in ASKED.items()}
    except (ImportError, OSError, RuntimeError) as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"Fuseki cannot be had: {error}")
    assert set(rows) == set(QUESTIONS)
    assert [name for name, (theirs, ours) in rows.items() if theirs != ours or not ours] == []
