"""The production server as people start it: what it compresses, what it sends once, what it forbids, what it logs and what not."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from knowledge.generations import CHECKOUT, Folder
from knowledge.manifest import Manifest
from tests.generated_facts import everything
from web.live import SECONDS

pytestmark = pytest.mark.slow
SECRET = "swordfish in the words of a letter"
DOCUMENT = f'{{search(text: "{SECRET}") {{totalCount}}}}'
ASK = f'ASK {{ ?s ?p "{SECRET}" }}'


@dataclass
class Answer:
    status: int
    headers: Any
    body: bytes


@dataclass
class Server:
    address: str
    store: Path
    log: Path

    def get(self, path: str, body: bytes | None = None, **headers: str) -> Answer:
        call = Request(self.address + path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        try:
            with urlopen(call, timeout=20) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except HTTPError as error:
            return Answer(error.code, error.headers, error.read())


def put(where: Path, letters: int) -> str:
    """A release into service; returns its name."""
    lines = sorted({f"{line}\n" for line in everything(letters).splitlines() if line})
    with Folder(where).writing() as generation:
        generation.fill("".join(lines))
        return generation.commit(Manifest.of_triples(lines)).manifest.release


@contextmanager
def running(folder: Path) -> Iterator[tuple[Server, subprocess.Popen[bytes]]]:
    """`peelgraph serve` over a release of twelve letters, until the block ends; then it has been told to stop, and has."""
    put(folder / "store", 12)
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    made = Server(f"http://127.0.0.1:{port}", folder / "store", folder / "server.log")
    command = [str(Path(sys.executable).parent / "peelgraph"), "serve", "--host", "127.0.0.1", "--port", port, "--workers", "1"]
    (folder / "passing").mkdir()
    environment = os.environ | {"PEELGRAPH_STORE": str(made.store), "TMPDIR": str(folder / "passing")}
    with made.log.open("wb") as output, subprocess.Popen(command, cwd=CHECKOUT, env=environment, stdout=output, stderr=output) as child:
        try:
            _wait(made)
            yield made, child
        finally:
            child.send_signal(signal.SIGTERM)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("server")) as (made, _):
        yield made


def _wait(server: Server) -> None:
    for _ in range(300):
        with suppress(URLError, ConnectionError):
            if server.get("/readyz").status == 200:
                return
        time.sleep(0.2)
    raise RuntimeError(server.log.read_text(encoding="utf-8"))


PAGES = {"/": "text/html", "/letters": "text/html", "/sparql": "text/html", "/graphql": "text/html"}
DATA = {"/doc/force/west-mercia": "text/turtle", "/ontology": "application/ld+json", "/questions/deadlines.json": "*/*", "/.well-known/void": "text/turtle", "/catalog": "application/rdf+xml"}


@pytest.mark.parametrize("path", [*PAGES, *DATA])
def test_words_are_compressed_for_who_takes_it_and_are_the_same_words(server: Server, path: str) -> None:
    accept = (PAGES | DATA)[path]
    small, plain = server.get(path, Accept=accept, Accept_Encoding="gzip"), server.get(path, Accept=accept)
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.body) == plain.body
    assert {"Accept", "Accept-Encoding"} <= set(small.headers["Vary"].replace(" ", "").split(",")) or path.endswith(".json") or path == "/"


@pytest.mark.parametrize("path", [path for path in (*PAGES, *DATA) if path not in ("/sparql", "/graphql")])
def test_what_the_client_has_already_is_not_sent_again(server: Server, path: str) -> None:
    accept = (PAGES | DATA)[path]
    for encoding in ("identity", "gzip"):
        first = server.get(path, Accept=accept, Accept_Encoding=encoding)
        again = server.get(path, Accept=accept, Accept_Encoding=encoding, If_None_Match=first.headers["ETag"])
        assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("path", [*DATA, "/export/turtle", "/graphql?query=" + quote("{release{name}}"), "/sparql?query=" + quote("ASK {}")])
def test_scripts_of_any_site_may_read_data_without_credentials(server: Server, path: str) -> None:
    headers = server.get(path, Origin="https://else.example").headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Access-Control-Allow-Credentials"] is None


@pytest.mark.parametrize("path", [*PAGES, *DATA, "/nothing/here", "/export/turtle", "/healthz"])
def test_every_answer_names_its_release_and_forbids_guessing_and_following(server: Server, path: str) -> None:
    headers = server.get(path, Accept=(PAGES | DATA).get(path, "*/*")).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Peelgraph-Release"].startswith("0.")
    assert headers["Set-Cookie"] is None


@pytest.mark.parametrize("path", [*PAGES, "/nothing/here"])
def test_no_page_may_run_a_script_of_its_own_or_of_others(server: Server, path: str) -> None:
    policy = server.get(path, Accept="text/html").headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert (rules["default-src"], rules["script-src"], rules["frame-ancestors"]) == ("'none'", "'self'", "'none'")


def test_the_log_tells_of_each_request_and_never_what_a_visitor_wrote_to_graphql_or_sparql(server: Server) -> None:
    kind = {"Content_Type": "application/json"}
    server.get("/graphql", json.dumps({"query": DOCUMENT}).encode(), **kind)
    server.get("/graphql", json.dumps({"query": "{" + SECRET}).encode(), **kind)
    server.get("/graphql?query=" + quote(DOCUMENT))
    server.get("/sparql?query=" + quote(ASK))
    server.get("/graphql/?query=" + quote(DOCUMENT))
    server.get("/sparq?query=" + quote(ASK))
    server.get("/sparql", ASK.encode(), Content_Type="application/sparql-query")
    server.get("/search?q=custody", Accept="text/html")
    lines = [json.loads(line) for line in server.log.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
    assert {"method": "GET", "path": "/search", "query": "q=custody", "status": 200} in [{k: line.get(k) for k in ("method", "path", "query", "status")} for line in lines]
    assert [line["method"] for line in lines if line["path"] == "/sparql"][-2:] == ["GET", "POST"]
    assert [line for line in lines if line["path"] in ("/graphql", "/sparql") and "query" in line] == []
    assert "swordfish" not in server.log.read_text(encoding="utf-8")


def test_metrics_are_for_this_machine_and_count_by_window_and_status(server: Server) -> None:
    server.get("/graphql?query=" + quote("{release{name}}"))
    shown = server.get("/metrics")
    assert b'peelgraph_requests_total{status="200",window="graphql"}' in shown.body
    assert server.get("/metrics", X_Forwarded_For="203.0.113.9").status == 403


def test_a_new_release_is_looked_for_within_five_seconds_and_swaps_whole(server: Server) -> None:
    assert SECONDS <= 5
    release = put(server.store, 18)
    until = time.monotonic() + 60
    while server.get("/readyz").headers["X-Peelgraph-Release"] != release and time.monotonic() < until:
        time.sleep(0.2)
    told = json.loads(server.get("/graphql?query=" + quote("{release{name letters}}")).body)
    assert told == {"data": {"release": {"name": release, "letters": 18}}, "extensions": {"release": release}}


def test_a_server_that_is_told_to_stop_ends_with_status_0_and_leaves_no_complaint_and_no_export(tmp_path: Path) -> None:
    with running(tmp_path) as (server, child):
        assert {server.get(path).status for path in ("/", "/export/csv", "/sparql?query=" + quote("ASK {}"))} == {200}
        assert [path for path in (tmp_path / "passing").iterdir() if "exports" in path.name]
    assert child.returncode == 0
    assert [path for path in (tmp_path / "passing").rglob("*") if path.is_file() and "slots" not in str(path)] == []
    lines = server.log.read_text(encoding="utf-8").partition("Stop with Ctrl-C.\n")[2].splitlines()
    assert len(lines) >= 3
    assert [line for line in lines if not line.startswith("{")] == []
