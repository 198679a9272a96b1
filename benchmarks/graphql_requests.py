"""What a GraphQL request costs: against the floor, against a route that does nothing, in its tail, and as the graph grows.

The floor F is `graphql.execute` of the ready document over ready dicts with the same response. All ratios are taken in one run, in
interleaved pairs; the milliseconds are this machine's.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from socket import socket
from time import perf_counter, process_time
from typing import Any
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import orjson
from flask import Response
from graphql import build_schema, execute, parse, print_schema, validate

from knowledge.index import Index
from knowledge.store import Store
from server import create_app
from tests.generated import graph
from web.graphql_documents import ready
from web.graphql_execution import Timed, run
from web.graphql_resolvers import Context
from web.graphql_rows import Rows
from web.graphql_schema import schema
from web.production import run as run_server

QUERY = """query headline($from: Int!, $to: Int!, $force: ID, $first: Int) {
  recurrences(from: $from, to: $to, force: $force, first: $first) {
    nodes {
      evidence relation persons
      earlier { id text kind year report { id title published } quote { text source start end letter { date author { name } } } }
      later { id text kind year report { id title published } quote { text source start end letter { date author { name } } } }
    }
    coverage { findings recurring notRepeated notAsked unreviewed }
    totalCount
  }
}"""
SMALL = {"from": 2014, "to": 2015, "force": "west-mercia"}
BROKEN: list[str] = []
BIG = {"from": 2014, "to": 2019, "first": 270}


def median_of_pairs(first: Callable[[], Any], second: Callable[[], Any], rounds: int, times: int) -> tuple[float, float, float]:
    """Median milliseconds of both, and the median of their ratios, taken in turns."""
    pairs = [(clocked(first, times), clocked(second, times)) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs), statistics.median(a / b for a, b in pairs)


def clocked(call: Callable[[], Any], times: int) -> float:
    """Milliseconds of this process a call: neighbours on the machine do not count, the collector does."""
    start = process_time()
    for _ in range(times):
        call()
    return (process_time() - start) / times * 1000


def nodes(value: Any) -> int:
    """How many objects an answer holds."""
    if isinstance(value, dict):
        return 1 + sum(nodes(part) for part in value.values())
    return sum(nodes(part) for part in value) if isinstance(value, list) else 0


def against_the_floor(name: str, rows: Rows, variables: dict[str, Any], rounds: int, times: int) -> None:
    body = orjson.dumps({"query": QUERY, "variables": variables})

    def whole() -> bytes:
        asked = orjson.loads(body)
        return orjson.dumps(run(rows, asked["query"], asked["variables"]).body("1"))

    def executor() -> bytes:
        asked = orjson.loads(body)
        made = Timed.build(schema(), ready(asked["query"]).document, None, Context(rows), asked["variables"])
        return orjson.dumps({"data": made.execute_operation(made.operation, None)})

    answer = json.loads(whole())["data"]
    assert json.loads(executor())["data"] == answer
    bare, document = build_schema(print_schema(schema())), parse(QUERY)
    floor = lambda: execute(bare, document, root_value=answer, variable_values=variables)  # noqa: E731
    assert floor().data == answer
    for what, call in (("compiled plan", whole), ("executor", executor)):
        ours, least, ratio = median_of_pairs(call, floor, rounds, times)
        BROKEN.extend([f"{name}, {what}: {ratio:.2f} F"] * (ratio > 1.5))
        print(f"{name:6} {nodes(answer):5} nodes, {what:13}: {ours:8.3f} ms, F {least:8.3f} ms: {ratio:5.2f} F")


def first_request(rows: Rows) -> None:
    """A document that was never seen (parse, measure, validate, compile, answer) against parsing, validating and executing it."""
    texts = iter([QUERY.replace("headline", f"headline{i}") for i in range(80)])

    def theirs() -> None:
        document = parse(next(texts))
        validate(schema(), document)
        execute(schema(), document, context_value=Context(rows), variable_values=SMALL)

    ours, bare, ratio = median_of_pairs(lambda: run(rows, next(texts), SMALL), theirs, 40, 1)
    BROKEN.extend([f"first request: {ratio:.2f}"] * (ratio > 1.5))
    print(f"first request with a new document: {ours:.2f} ms, parse + validate + execute {bare:.2f} ms: {ratio:.2f}")


def tail(rows: Rows, requests: int = 1500, rounds: int = 5) -> None:
    """The median of five rounds; a loop that only counts, about as long, shows what of it is the machine's."""
    gc.collect()
    gc.freeze()
    for name, call in (("small headline", lambda: orjson.dumps(run(rows, QUERY, SMALL).body("1"))), ("a loop", lambda: sum(range(3000)))):
        found = [sorted(clocked(call, 1) for _ in range(requests)) for _ in range(rounds)]
        p50, p99, most = (statistics.median(took[place] for took in found) for place in (requests // 2, requests * 99 // 100, -1))
        print(f"tail over {requests} of {name}: p50 {p50:.3f} ms, p99 {p99:.3f} ms ({p99 / p50:.1f}), max {most:.3f} ms ({most / p50:.1f})")
        BROKEN.extend([f"tail: p99 {p99 / p50:.1f}, max {most / p50:.1f}"] * (name != "a loop" and (p99 > 3 * p50 or most > 10 * p50)))


def per_second(slices: int = 30, seconds: float = 0.2) -> None:
    """One worker as `peelgraph serve` runs it: the small request against a route that does nothing, on the same server and connection."""
    body = json.dumps({"query": QUERY, "variables": SMALL})
    rates: dict[str, list[float]] = {"/nothing": [], "/graphql": []}
    with serving() as address:
        for _ in range(slices):
            for path, found in rates.items():
                found.append(requests_in(address, path, body, seconds))
    nothing, ours = (statistics.median(found) for found in rates.values())
    ratio = statistics.median(b / a for a, b in zip(*rates.values(), strict=True))
    BROKEN.extend([f"requests a second: {ratio:.2f}"] * (ratio < 0.6))
    print(f"requests a second of one gunicorn worker: no-op {nothing:.0f}, small headline {ours:.0f}: {ratio:.2f} of it")


@contextmanager
def serving() -> Iterator[str]:
    """The address of the production server, in a process of its own."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, __file__, "serve", str(port)]
    with subprocess.Popen(command, env=os.environ | {"PEELGRAPH_STORE": ":memory:"}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout and server.stdout.readline() == "ready\n"
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def serve(port: int) -> None:
    """The whole application over 30 letters, and a route that does nothing."""
    app = create_app(Store.of(graph(30)))
    app.add_url_rule("/nothing", view_func=lambda: Response(b"{}", content_type="application/json"), methods=["POST"])
    run_server(lambda: app, "127.0.0.1", port, 1, lambda app: print("ready", flush=True))


def requests_in(address: str, path: str, body: str, seconds: float) -> float:
    connection, until, count = HTTPConnection(urlsplit(address).netloc), perf_counter() + seconds, 0
    while perf_counter() < until:
        connection.request("POST", path, body, {"Content-Type": "application/json"})
        connection.getresponse().read()
        count += 1
    return count / seconds


def main() -> int:
    """1 if a promise does not hold."""
    small, large = (Rows(Index.of(Store.of(graph(letters)))) for letters in (30, 3000))
    against_the_floor("small", small, SMALL, 7, 200)
    against_the_floor("big", large, BIG, 5, 5)
    first_request(small)
    here, there, ratio = median_of_pairs(lambda: run(large, QUERY, SMALL), lambda: run(small, QUERY, SMALL), 7, 300)
    BROKEN.extend([f"growth: {ratio:.2f}"] * (ratio > 1.5))
    print(f"headline in 3,000 letters {here:.4f} ms, in 30 letters {there:.4f} ms: {ratio:.2f}")
    tail(large)
    per_second()
    print(f"Not kept: {'; '.join(BROKEN)}" if BROKEN else "Every promise is kept.")
    return bool(BROKEN)


if __name__ == "__main__":
    sys.exit(serve(int(sys.argv[2])) if sys.argv[1:2] == ["serve"] else main())
