"""GraphQL over HTTP as others test it: the audits of graphql-http, and random requests from schemathesis."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.generated import small_graph
from tests.graphql_app import graphql_app
from tests.node_runner import run_node
from tests.served import served

AUDITS = 61


@pytest.mark.engine
def test_every_audit_of_graphql_over_http_is_passed() -> None:
    with served(graphql_app(small_graph())) as address:
        audits = [json.loads(line) for line in run_node("audits.mjs", f"{address}/graphql").splitlines()]
    assert [audit for audit in audits if audit["status"] != "ok"] == []
    assert len({audit["id"] for audit in audits}) == AUDITS


@pytest.mark.slow
def test_no_request_that_the_schema_allows_or_forbids_ends_in_a_server_error() -> None:
    with served(graphql_app(small_graph())) as address:
        command = [str(Path(sys.executable).parent / "schemathesis"), "run", f"{address}/graphql"]
        limits = ["--checks", "not_a_server_error", "--max-time", "30", "--max-examples", "60", "--generation-database", "none"]
        done = subprocess.run([*command, *limits], capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
