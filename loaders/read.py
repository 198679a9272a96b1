"""Files in, documents out: the text that every offset counts in, or one sentence saying why there is none."""

from __future__ import annotations

import hashlib
from pathlib import Path

from loaders.formats import HOSTILE, LARGEST, OLD, SUFFIXES, Refused, child, plain
from loaders.letter import Document

__all__ = ["Refused", "read"]

MEGABYTE = 1024 * 1024


def read(path: str | Path) -> Document:
    """The text of a letter's file. Raises `Refused` with a sentence that says what the file is and what to do."""
    path = Path(path)
    form = _form(path)
    data = _bytes(path)
    text, encoding = child.parse(form, data, path.name) if form in HOSTILE else plain.decode(data, path.name)
    if not text.strip():
        raise Refused(f"'{path.name}' holds no text. Give the file that has the letter's words.")
    return Document(path.name, hashlib.sha256(data).hexdigest(), encoding, text)


def _form(path: Path) -> str:
    """Which reader a file's name asks for."""
    suffix = path.suffix.lower()
    if suffix in OLD:
        raise Refused(f"'{path.name}' is {OLD[suffix]}, which is not read. Save it as .docx, .pdf or .txt.")
    if suffix not in SUFFIXES:
        raise Refused(f"'{path.name}' is not of a kind that is read. Give a {' '.join(sorted(SUFFIXES))} file.")
    return SUFFIXES[suffix]


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Refused(f"'{path.name}' is a folder. Give the files in it.")
        if not path.is_file():
            raise Refused(f"'{path.name}' is a device or a pipe. Give a file.")
        if size > LARGEST:
            raise Refused(
                f"'{path.name}' has {size // MEGABYTE} MB; a letter of more than {LARGEST // MEGABYTE} MB is not read. "
                "Split it, or take its pictures out."
            )
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"'{path.name}' cannot be opened: {error.strerror or error}.") from error
    if not data:
        raise Refused(f"'{path.name}' is empty. Give the file that has the letter's words.")
    return data
