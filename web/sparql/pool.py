"""Killable evaluators of visitors' queries: two at a time on this machine, each with a limit of time."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from knowledge.store import DiskStore, Readable
from web.sparql.worker import receive, send

__all__ = ["Busy", "Pool", "TooLong"]

AT_ONCE = 2
HOUSE = Path(__file__).resolve().parents[2]


class TooLong(RuntimeError):
    """A query that was cut off at the limit."""


class Busy(RuntimeError):
    """No evaluator was free within the limit."""


class Pool:
    """Evaluators over one store. `seconds` is the limit of a query and of the wait before it."""

    def __init__(self, store: Readable, seconds: float):
        self.store, self.seconds = store, seconds
        self.folder = Path(tempfile.mkdtemp(prefix="peelgraph-sparql-"))
        self.idle: list[subprocess.Popen[bytes]] = []
        self.process = os.getpid()
        self.lock = threading.Lock()

    def _where(self) -> str:
        """What an evaluator opens; a store in memory is written out once."""
        if isinstance(self.store, DiskStore):
            return str(self.store.folder / "triples")
        path = self.folder / "store.nq"
        with self.lock:
            if not path.exists():
                draft = path.with_suffix(".tmp")
                with draft.open("wb") as output:
                    self.store.raw.dump(output, ox.RdfFormat.N_QUADS)  # type: ignore[union-attr]
                draft.rename(path)
        return str(path)

    @contextmanager
    def _slot(self) -> Iterator[None]:
        """One of the machine's slots: file locks, so that a killed server leaves none taken."""
        end = time.monotonic() + self.seconds
        while True:
            for number in range(AT_ONCE):
                with (self.folder / f"slot-{number}").open("w") as handle:
                    if _taken(handle):
                        yield
                        return
            if time.monotonic() > end:
                raise Busy(f"{AT_ONCE} queries are running and none ended within {self.seconds:g} seconds. Try again in a moment.")
            time.sleep(0.02)

    def _evaluator(self) -> subprocess.Popen[bytes]:
        with self.lock:
            if self.process != os.getpid():
                self.process, self.idle = os.getpid(), []
            if self.idle:
                return self.idle.pop()
        command = [sys.executable, "-m", "web.sparql.worker", self._where()]
        return subprocess.Popen(command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def ask(self, question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Head and body of an answer. Raises `TooLong` or `Busy`."""
        with self._slot():
            child = self._evaluator()
            timer = threading.Timer(self.seconds, child.kill)
            timer.start()
            try:
                send(child.stdin, question)  # type: ignore[arg-type]
                answer = receive(child.stdout)  # type: ignore[arg-type]
            except (EOFError, BrokenPipeError) as error:
                raise self._ended(child) from error
            finally:
                timer.cancel()
            if child.poll() is None:
                self.idle.append(child)
            return answer

    def _ended(self, child: subprocess.Popen[bytes]) -> TooLong:
        child.kill()
        child.wait()
        return TooLong(
            f"The query was cut off: it ran for more than {self.seconds:g} seconds, or took more memory than there is for one. Ask for less, or add a LIMIT."
        )


def _taken(handle: Any) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
