"""An application served on a free port of this machine, for clients that speak HTTP by themselves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

__all__ = ["served"]


class Silent(WSGIRequestHandler):
    """Serves without a line for each request."""

    protocol_version = "HTTP/1.1"

    def log_request(self, *given: object) -> None:
        pass


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address of the running application."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Silent)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
