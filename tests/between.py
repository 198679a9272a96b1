"""A wire between a client and a server that can be cut in the middle, or that changes one word of what the server says."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

__all__ = ["Wire", "wire"]


@dataclass
class Wire:
    """`uri` leads to the server. After `cut_at` bytes from clients every connection breaks off once; then, if `for_good`, none comes through."""

    server: tuple[str, int]
    listener: socket.socket
    cut_at: int | None = None
    for_good: bool = True
    word: tuple[bytes, bytes] = (b"", b"")
    sent: int = 0
    cut: bool = False
    open: list[socket.socket] = field(default_factory=list)

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        with suppress(OSError):  # the listener is closed at the end
            while True:
                client, _ = self.listener.accept()
                self._join(client)

    def _join(self, client: socket.socket) -> None:
        if self.cut and self.for_good:
            return client.close()
        server = socket.create_connection(self.server)
        self.open += [client, server]
        for source, sink, heard in ((client, server, self._from_client), (server, client, self._from_server)):
            threading.Thread(target=self._carry, args=(source, sink, heard), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, heard: object) -> None:
        with suppress(OSError):
            while some := source.recv(65536):
                sink.sendall(heard(some))  # type: ignore[operator]
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _from_client(self, some: bytes) -> bytes:
        self.sent += len(some)
        if self.cut_at is not None and self.sent > self.cut_at and not self.cut:
            self.cut = True
            self.close()
        return some

    def _from_server(self, some: bytes) -> bytes:
        return some.replace(*self.word) if self.word[0] else some

    def close(self) -> None:
        for end in self.open:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def wire(uri: str, **how: object) -> Iterator[Wire]:
    """A wire to the server at `uri`, until the block ends."""
    to = urlsplit(uri)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        made = Wire((str(to.hostname), int(to.port or 7687)), listener, **how)  # type: ignore[arg-type]
        threading.Thread(target=made.serve, daemon=True).start()
        yield made
        made.close()
