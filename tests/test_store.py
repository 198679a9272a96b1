"""Generations: what is in service is whole, whatever happens to whoever writes."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pyoxigraph as ox
import pytest

from knowledge.generations import Folder
from knowledge.manifest import Manifest
from knowledge.store import Store, StoreError, value, with_values

LINE = '<http://a.example/{n}> <http://a.example/says> "{n}" .\n'


def release(where: Path, *numbers: int, text: str = "a\r\nb") -> None:
    """Write a generation that says `numbers`."""
    lines = "".join(LINE.format(n=n) for n in numbers)
    with Folder(where).writing() as generation:
        generation.fill(lines)
        generation.keep_text("ab12", text)
        generation.commit(Manifest.of_triples(lines.splitlines(keepends=True)))


def said(where: Path) -> set[str]:
    return {t.object.value for t in Store.open(str(where)).triples()}


def test_a_text_comes_back_with_its_line_ends(tmp_path: Path) -> None:
    release(tmp_path, 1, text="one\r\ntwo\x0c\rthree\n")
    assert Store.open(str(tmp_path)).text("ab12") == "one\r\ntwo\x0c\rthree\n"


def test_a_missing_store_is_a_sentence_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Run `peelgraph build`"):
        Store.open(str(tmp_path / "nowhere"))


@pytest.mark.parametrize("broken", ["manifest.json", "triples/CURRENT"])
def test_a_corrupt_store_is_a_sentence_with_the_way_out(tmp_path: Path, broken: str) -> None:
    release(tmp_path, 1)
    (Folder(tmp_path).in_service() / broken).write_bytes(b"\x00 nonsense")
    with pytest.raises(StoreError, match="Delete that folder and run `peelgraph build`"):
        Store.open(str(tmp_path))


def test_the_last_two_generations_are_kept(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        release(tmp_path, number)
    assert sorted(p.name for p in Folder(tmp_path).generations.iterdir()) == ["000002", "000003"]
    assert said(tmp_path) == {"3"}


def test_an_exception_while_writing_leaves_the_old_generation_and_nothing_else(tmp_path: Path) -> None:
    release(tmp_path, 1)
    with pytest.raises(RuntimeError), Folder(tmp_path).writing() as generation:
        generation.fill(LINE.format(n=2))
        raise RuntimeError("the gate said no")
    assert said(tmp_path) == {"1"}
    assert [p.name for p in Folder(tmp_path).generations.iterdir()] == ["000001"]


@pytest.mark.parametrize("moment", ["filled", "renamed", "half-pointed"])
def test_killed_at_any_moment_the_old_generation_serves_and_the_next_run_works(tmp_path: Path, moment: str) -> None:
    release(tmp_path, 1)
    program = f"""
        import os, sys, time
        from pathlib import Path
        from knowledge.generations import Folder
        from knowledge.manifest import Manifest
        import knowledge.generations as g
        def die(*_): print("now", flush=True); time.sleep(60)
        if {moment!r} == "renamed": Folder.point_at = die
        if {moment!r} == "half-pointed":
            real = g._durable
            g._durable = lambda path: die() if path.name == ".current" else real(path)
        with Folder({str(tmp_path)!r}).writing() as generation:
            generation.fill({LINE.format(n=2)!r})
            if {moment!r} == "filled": die()
            generation.commit(Manifest())
    """
    child = subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None and child.stdout.readline() == "now\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert said(tmp_path) == {"1"}
    release(tmp_path, 3)
    assert said(tmp_path) == {"3"}
    assert not [p for p in Folder(tmp_path).generations.iterdir() if p.name.startswith(".")]


def test_a_second_writer_is_refused_while_the_first_writes(tmp_path: Path) -> None:
    with Folder(tmp_path).writing(), pytest.raises(StoreError, match="Wait until it has ended"), Folder(tmp_path).writing():
        pass


def test_a_place_that_cannot_hold_a_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreError, match="Set PEELGRAPH_STORE"), Folder(tmp_path / "file" / "store").writing():
        pass


def test_parameters_reach_a_server_as_terms_and_never_as_text() -> None:
    evil = ox.Literal('" } DROP ALL #')
    assert with_values("SELECT ?a WHERE { ?a ?b ?c }", {"c": evil}) == 'SELECT ?a WHERE { VALUES (?c) { ("\\" } DROP ALL #") }  ?a ?b ?c }'


def test_terms_become_python_values_by_their_datatype() -> None:
    whole = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    assert [value(t) for t in (ox.Literal("7", datatype=whole), ox.Literal(True), ox.Literal("2015-10"), None)] == [
        7,
        True,
        "2015-10",
        None,
    ]


def test_the_pointer_moves_only_to_what_is_complete(tmp_path: Path) -> None:
    release(tmp_path, 1)
    (Folder(tmp_path).generations / "000009").mkdir()
    assert said(tmp_path) == {"1"}
    release(tmp_path, 2)
    assert said(tmp_path) == {"2"}
