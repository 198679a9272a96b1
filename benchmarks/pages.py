"""Each page from the warm server costs at most three times the JSON of the same rows; sizes as they are sent.

`python benchmarks/pages.py [LETTERS]`: the records of this checkout, or a generated graph of so many letters.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import time
from pathlib import Path

from flask.testing import FlaskClient

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

ROUNDS, MOST = 15, 3.0
SIZES = {"/questions/recurrences?from=2014&to=2019": 60_000, "/static/peelgraph.css": 8_000, "/static/peelgraph.js": 6_000}
PAIRS = {
    "/questions/recurrences?from=2014&to=2019": "/questions/recurrences.json?from=2014&to=2019&relatedToo=true",
    "/questions/findings_by_theme": "/questions/findings_by_theme.json",
    "/questions/judgement_history": "/questions/judgement_history.json?force=west-mercia",
    "/questions/deadlines": "/questions/deadlines.json",
    "/questions/letters_by_commissioner": "/questions/letters_by_commissioner.json",
    "/questions/findings_without_answer_found": "/questions/findings_without_answer_found.json",
    "/questions/responses_by_status": "/questions/responses_by_status.json",
}


def milliseconds(client: FlaskClient, address: str, accept: str) -> float:
    """The median of the processor’s time for an answer, warm."""
    times = []
    for _ in range(ROUNDS + 2):
        start = time.process_time()
        status = client.get(address, headers={"Accept": accept}).status_code
        times.append(1000 * (time.process_time() - start))
        if status != 200:
            raise SystemExit(f"{address} answers {status}.")
    return statistics.median(times[2:])


def store(letters: int | None):  # type: ignore[no-untyped-def]
    """What is measured."""
    if letters is None:
        from loaders.load import build_in_memory

        return build_in_memory()
    from knowledge.store import Store
    from tests.generated import graph

    return Store.of(graph(letters))


def main() -> int:
    from server import create_app

    client = create_app(store(int(sys.argv[1]) if len(sys.argv) > 1 else None)).test_client()
    failed = False
    for page, data in PAIRS.items():
        html, json = milliseconds(client, page, "text/html"), milliseconds(client, data, "application/json")
        failed |= html > MOST * json
        print(f"{html:8.1f} ms  {json:8.1f} ms as JSON  {html / json:5.2f} ×  {page}")
    for address, most in SIZES.items():
        size = len(gzip.compress(client.get(address, headers={"Accept": "text/html"}).get_data()))
        failed |= size > most
        print(f"{size:8,} bytes of {most:,}  {address}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
