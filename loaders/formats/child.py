"""PDF, Word and HTML are read by a child process that may use little memory, little time and no network."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":  # run by path, isolated: the checkout is not yet where imports are looked for
    sys.path.insert(0, str(ROOT))

from loaders.formats import LONGEST, Refused  # noqa: E402

__all__ = ["parse"]

SECONDS = 60
MEMORY = 768 * 1024 * 1024
NAMES = {"pdf": "PDF", "docx": "Word file", "html": "web page"}
# What a reader of files never needs, whatever a file makes it try (names of CPython's audit events).
FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "urllib.", "ftplib.")


def parse(form: str, data: bytes, name: str) -> tuple[str, str]:
    """Text and encoding of a file's bytes, worked out in a child. Raises `Refused`."""
    command = [sys.executable, "-I", str(Path(__file__)), form, *map(str, (os.getpid(), SECONDS, MEMORY))]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise Refused(f"'{name}' was not read in {SECONDS} seconds. Save its text as .txt.") from error
    except ValueError as error:
        raise Refused(f"'{name}' needs more memory or time to read than a letter may. Save its text as .txt.") from error
    if "refused" in answer:
        raise Refused(answer["refused"].replace("{name}", name))
    return answer["text"], answer["encoding"]


def main(form: str, parent: int, seconds: int, memory: int) -> None:
    """Read bytes on standard input, answer JSON on standard output."""
    _end_with(parent)
    _limit(seconds, memory)
    data = sys.stdin.buffer.read()
    reader = importlib.import_module(f"loaders.formats.{form}")
    sys.addaudithook(_refuse)
    try:
        answer = _checked(*reader.text(data))
    except Refused as refusal:
        answer = {"refused": str(refusal)}
    except Exception as error:  # whatever a library makes of a file that is broken on purpose
        answer = {"refused": _broken(form, error)}
    sys.stdout.write(json.dumps(answer))


def _broken(form: str, error: Exception) -> str:
    """libxml2 reports memory that it was not given as an error of syntax."""
    if isinstance(error, MemoryError) or "memory" in str(error).lower():
        return "'{name}' needs more memory to read than a letter may. Save its text as .txt."
    return f"'{{name}}' is not a whole {NAMES[form]} ({type(error).__name__}). Open it, save it again, or save it as .txt."


def _checked(text: str, encoding: str) -> dict[str, str]:
    if len(text) > LONGEST:
        raise Refused(f"'{{name}}' holds more than {LONGEST:,} characters. Split it.")
    return {"text": text.encode("utf-8", "replace").decode("utf-8"), "encoding": encoding}


def _limit(seconds: int, memory: int) -> None:
    """Where the system knows such limits; elsewhere the parent's clock alone ends the child."""
    try:
        import resource
    except ImportError:
        return
    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, 0)):
        hard = resource.getrlimit(limit)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (most, most))


def _end_with(parent: int) -> None:
    """A child never outlives the process that asked: it looks once a second whether that still lives."""

    def watch() -> None:
        while os.getppid() == parent:
            threading.Event().wait(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"A letter's file asked for {event}.")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
