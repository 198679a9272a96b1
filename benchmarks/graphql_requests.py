"""What a GraphQL request costs: against the floor, against a route that does nothing, in its tail, and as the graph grows.

The floor F is `graphql.execute` of the ready document over ready dicts with the same response. All ratios are taken in one run, in
interleaved pairs; the milliseconds are this machine's.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter, process_time
from typing import Any
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import orjson
from flask import Response
from graphql import build_schema, execute, parse, print_schema, validate

from knowledge.index import Index
from knowledge.store import Store
from tests.generated import graph
from tests.graphql_app import graphql_app
from tests.served import served
from web.graphql_documents import ready
from web.graphql_execution import Timed, run
from web.graphql_resolvers import Context
from web.graphql_rows import Rows
from web.graphql_schema import schema

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


def tail(rows: Rows, requests: int = 1500) -> None:
    gc.collect()
    gc.freeze()
    took = sorted(clocked(lambda: orjson.dumps(run(rows, QUERY, SMALL).body("1")), 1) for _ in range(requests))
    p50, p99 = took[requests // 2], took[requests * 99 // 100]
    BROKEN.extend([f"tail: {p99 / p50:.1f}, {took[-1] / p50:.1f}"] * (took[-1] > 10 * p50))
    print(f"tail over {requests}: p50 {p50:.3f} ms, p99 {p99:.3f} ms ({p99 / p50:.1f}), max {took[-1]:.3f} ms ({took[-1] / p50:.1f})")


def per_second(seconds: float = 3.0) -> None:
    """One connection, one worker: the small request against a route that does nothing."""
    app = graphql_app(graph(30))
    app.add_url_rule("/nothing", view_func=lambda: Response(b"{}", content_type="application/json"), methods=["POST"])
    body = json.dumps({"query": QUERY, "variables": SMALL})
    with served(app) as address:
        rates: dict[str, list[float]] = {"/nothing": [], "/graphql": []}
        for _ in range(3):
            for path, found in rates.items():
                found.append(requests_in(address, path, body, seconds / 3))
    nothing, ours = (statistics.median(found) for found in rates.values())
    BROKEN.extend([f"requests a second: {ours / nothing:.2f}"] * (ours < 0.6 * nothing))
    print(f"requests a second on one connection: no-op {nothing:.0f}, small headline {ours:.0f}: {ours / nothing:.2f} of it")


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
    sys.exit(main())
