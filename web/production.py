"""The production server: gunicorn where processes can fork, waitress where they cannot."""

from __future__ import annotations

import atexit
import os
import socket
import sys
from collections.abc import Callable
from typing import Any

from web.access import to_standard_error
from web.live import Live

__all__ = ["PortTaken", "run"]

SECONDS_PER_REQUEST = 60


class PortTaken(OSError):
    """Somebody else listens there already."""


def _free(host: str, port: int) -> None:
    """Raises `PortTaken` with the way out."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(
                f"Cannot listen on {host}:{port}: {error.strerror}. Set PORT (or --port) to another one, such as PORT={port + 1}."
            ) from error


def run(make: Callable[[], Any], host: str, port: int, workers: int, ready: Callable[[Any], None]) -> None:
    """Serve until stopped; `ready` gets the application once it listens. The index is built once, before the workers fork, and shared by them."""
    _free(host, port)
    to_standard_error()
    live = Live(make)
    if sys.platform == "win32":
        from waitress import serve

        live.watch()
        ready(live.app)
        serve(live, host=host, port=port)
    else:
        _gunicorn(live, host, port, workers, ready)


def _gone(server: Any, worker: Any) -> None:
    """End a worker that has served, and nothing more: RocksDB would wait at its end for threads that did not survive the fork, and abort or hang."""
    if worker.booted:
        atexit._run_exitfuncs()  # temporary folders go
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def _gunicorn(live: Live, host: str, port: int, workers: int, ready: Callable[[Any], None]) -> None:
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):
        def load_config(self) -> None:
            for name, value in {
                "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
                "workers": workers,
                "threads": 8,
                "worker_class": "gthread",
                "preload_app": True,
                "timeout": SECONDS_PER_REQUEST,
                "graceful_timeout": 10,
                "limit_request_line": 8190,
                "loglevel": "warning",
                "when_ready": lambda server: ready(live.app),
                "post_fork": lambda server, worker: live.watch(),
                "worker_exit": _gone,
            }.items():
                self.cfg.set(name, value)

        def load(self) -> Live:
            return live

    Server().run()
