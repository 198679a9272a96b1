"""Swapping releases: what cannot be served leaves the old one in service, and does not end the watch."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.generations import Folder
from knowledge.manifest import Manifest
from server import create_app
from tests.generated_facts import everything
from web.live import Live

NO_LINK = '<https://peelgraph.example/id/lineage/none> <https://peelgraph.example/ontology#path> "https://a.example https://b.example" .'


def put(where: Path, letters: int, *more: str) -> None:
    """A release into service; with statements that make no index, one without its file."""
    lines = sorted({*(f"{line}\n" for line in everything(letters).splitlines() if line), *(f"{line}\n" for line in more)})
    with Folder(where).writing() as generation:
        generation.fill("".join(lines))
        if more:
            generation._keep_records = lambda manifest: (generation.path / "index.json").write_bytes(b"")  # type: ignore[method-assign]
        generation.commit(Manifest.of_triples(lines))


def test_a_release_that_cannot_be_served_is_passed_over_and_the_next_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEELGRAPH_STORE", str(tmp_path))
    put(tmp_path, 2)
    live = Live(create_app)
    first = live.app
    put(tmp_path, 3, NO_LINK)
    live.look()
    assert live.app is first
    put(tmp_path, 4)
    live.look()
    assert live.app is not first
    assert live.app.test_client().get("/readyz").get_data(as_text=True) == f"ready: {Folder(tmp_path).current().manifest.release}\n"  # type: ignore[attr-defined]
