"""One application after another: when the store's pointer moves, the next release is made ready beside the old one and swapped whole."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import structlog

from knowledge.generations import Folder, location
from knowledge.store import StoreError

__all__ = ["Live"]

SECONDS = 2.0
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Live:
    """A WSGI application that always answers from the release in service, and never from half of one."""

    def __init__(self, make: Callable[[], Wsgi]):
        where = location()
        self.folder = None if "://" in where or where == ":memory:" else Folder(where)
        self.make, self.seen = make, self._pointer()
        self.app = make()

    def _pointer(self) -> str | None:
        found = self.folder.in_service() if self.folder else None
        return found.name if found else None

    def watch(self) -> None:
        """Begin to look at the pointer every two seconds, in this process (a thread does not survive a fork)."""
        if self.folder:
            threading.Thread(target=self._watch, name="release-watch", daemon=True).start()

    def _watch(self) -> None:
        while True:
            time.sleep(SECONDS)
            self.look()

    def look(self) -> None:
        """Swap if the pointer has moved."""
        if (found := self._pointer()) not in (None, self.seen):
            self._swap(found)

    def _swap(self, found: str | None) -> None:
        log = structlog.get_logger("peelgraph")
        try:
            self.app, self.seen = self.make(), found
            log.info("release swapped", generation=found)
        except StoreError as error:
            log.error("the new release cannot be read; the old one stays", reason=str(error))
        except Exception as error:  # whatever it is, the watch goes on: the next release may be whole
            self.seen = found
            log.error("the new release cannot be served; the old one stays until the next", reason=repr(error))

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return self.app(environ, start_response)
