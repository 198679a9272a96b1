"""Whether the service lives, can answer, and how it fares: `/healthz`, `/readyz`, `/metrics`."""

from __future__ import annotations

import ipaddress
import os
import time

from flask import Blueprint, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from knowledge.index import Index
from knowledge.questions import Question
from knowledge.store import Readable
from web.access import noted

__all__ = ["health_blueprint"]


def _is_near() -> bool:
    """Whether the caller is on this machine, with no proxy between that says otherwise."""
    if request.headers.get("X-Forwarded-For") or request.headers.get("Forwarded"):
        return False
    try:
        return ipaddress.ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False


def health_blueprint(questions: dict[str, Question], store: Readable, index: Index) -> Blueprint:
    """`/healthz` answers while the process lives, `/readyz` once it can serve, `/metrics` to this machine only (`PEELGRAPH_METRICS=public` opens it)."""
    window = Blueprint("health", __name__)
    registry = CollectorRegistry()
    requests = Counter("peelgraph_requests", "Requests answered.", ["window", "status"], registry=registry)
    seconds = Histogram("peelgraph_request_seconds", "Time to answer, in seconds.", ["window"], registry=registry)
    Gauge("peelgraph_triples", "Triples of the release in service.", registry=registry).set(store.manifest.triples)
    Gauge("peelgraph_letters", "Letters of the release in service.", registry=registry).set(len(index.letters))

    @window.before_app_request
    def started() -> None:
        g.started = time.perf_counter()

    @window.after_app_request
    def counted(response: Response) -> Response:
        name = request.blueprint or "none"
        took = time.perf_counter() - g.get("started", time.perf_counter())
        requests.labels(name, response.status_code).inc()
        seconds.labels(name).observe(took)
        noted(response, took)
        response.headers.setdefault("X-Peelgraph-Release", store.manifest.release)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        return response

    @window.get("/healthz")
    def healthz() -> Response:
        return Response("ok\n", mimetype="text/plain")

    @window.get("/readyz")
    def readyz() -> Response:
        return Response(f"ready: {store.manifest.release}\n", mimetype="text/plain")

    @window.get("/metrics")
    def metrics() -> Response:
        if os.environ.get("PEELGRAPH_METRICS") != "public" and not _is_near():
            return Response("Metrics are for this machine only. Set PEELGRAPH_METRICS=public to open them.\n", 403, mimetype="text/plain")
        return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)

    return window
