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
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from knowledge.store import DiskStore, Readable
from web.sparql.isolation import can_isolate
from web.sparql.worker import receive, send

__all__ = ["Busy", "Pool", "TooLong", "in_hand"]

AT_ONCE = 2
# Running and waiting in one process: less than its threads, so that other requests go on.
IN_HAND = 4
HOUSE = Path(__file__).resolve().parents[2]


class TooLong(RuntimeError):
    """A query that was cut off at the limit."""


class Busy(RuntimeError):
    """No evaluator was free within the limit."""


@contextmanager
def in_hand(places: threading.Semaphore) -> Iterator[None]:
    """One of the places of this process, at once or not at all. Raises `Busy`."""
    if not places.acquire(blocking=False):
        raise Busy(f"{IN_HAND} queries are running or waiting here. Try again in a moment.")
    try:
        yield
    finally:
        places.release()


class Pool:
    """Evaluators over one store. `seconds` is the limit of a query and of the wait before it."""

    def __init__(self, store: Readable, seconds: float):
        self.store, self.seconds = store, seconds
        self.is_isolated = can_isolate()
        self.own: tempfile.TemporaryDirectory[str] | None = None
        self.idle: list[subprocess.Popen[bytes]] = []
        self.process = os.getpid()
        self.lock = threading.Lock()
        self.places = threading.BoundedSemaphore(IN_HAND)

    def _where(self) -> str:
        """What an evaluator opens; a store in memory is written out once."""
        if isinstance(self.store, DiskStore):
            return str(self.store.folder / "triples")
        if self.own is None:
            self.own = tempfile.TemporaryDirectory(prefix="peelgraph-sparql-")
            with open(f"{self.own.name}/store.nq", "wb") as output:
                self.store.raw.dump(output, ox.RdfFormat.N_QUADS)  # type: ignore[union-attr]
        return f"{self.own.name}/store.nq"

    @contextmanager
    def _slot(self) -> Iterator[None]:
        """One of the machine's slots: file locks, so that a killed server leaves none taken."""
        end, folder = time.monotonic() + self.seconds, _slots()
        with ExitStack() as held:
            slots = [held.enter_context((folder / f"slot-{number}").open("w")) for number in range(AT_ONCE)]
            while not any(_taken(slot) for slot in slots):
                if time.monotonic() > end:
                    raise Busy(f"{AT_ONCE} queries are running and none ended within {self.seconds:g} seconds. Try again in a moment.")
                time.sleep(0.02)
            yield

    def _evaluator(self) -> subprocess.Popen[bytes]:
        with self.lock:
            if self.process != os.getpid():
                self.process, self.idle, self.own = os.getpid(), [], None
            if self.idle:
                return self.idle.pop()
            command = [sys.executable, "-m", "web.sparql.worker", self._where(), *(["--isolated"] if self.is_isolated else [])]
        return subprocess.Popen(command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def ask(self, question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Head and body of an answer. Raises `TooLong` or `Busy`."""
        with in_hand(self.places), self._slot():
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


def _slots() -> Path:
    """The folder of this user's slots: one for all servers and releases on the machine, and nobody else's."""
    folder = Path(tempfile.gettempdir(), f"peelgraph-slots-{os.getuid()}")
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid() or folder.is_symlink():
        raise Busy(f"'{folder}' belongs to somebody else. Remove it, or set TMPDIR.")
    return folder


def _taken(handle: Any) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
