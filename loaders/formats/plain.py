"""Plain text and Markdown: bytes become characters, and nothing else changes."""

from __future__ import annotations

import codecs
import re

from loaders.formats import LONGEST, Refused

__all__ = ["decode"]

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
OTHERS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip or Word file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "a Rich Text file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
# Five bytes have no character in Windows-1252; browsers and old converters leave them as controls (WHATWG Encoding).
UNDEFINED = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))
WINDOWS_1252 = "".join(chr(b) if b in UNDEFINED else bytes((b,)).decode("cp1252") for b in range(256))
CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x9f]")  # what no person writes


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Text and encoding: by byte order mark, else UTF-8, else Windows-1252; the mark goes, every line end stays."""
    for start, kind in OTHERS.items():
        if data.startswith(start):
            raise Refused(f"'{name}' is {kind}, whatever its name says. Give it its right ending, or save its text as .txt.")
    text, encoding = _characters(data, name)
    if "\0" in text or len(CONTROL.findall(text)) > max(3, len(text) // 20):
        raise Refused(f"'{name}' is not plain text, or is UTF-16 without its byte order mark. Save it as UTF-8.")
    if len(text) > LONGEST:
        raise Refused(f"'{name}' has {len(text):,} characters; more than {LONGEST:,} are not read. Split it.")
    return text, encoding


def _characters(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data, mark, encoding, name), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return codecs.charmap_decode(data, "strict", WINDOWS_1252)[0], "windows-1252"


def _marked(data: bytes, mark: bytes, encoding: str, name: str) -> str:
    try:
        return data[len(mark) :].decode("utf-8") if encoding == "utf-8" else data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Refused(f"'{name}' begins with the mark of {encoding.upper()}, but byte {error.start} is not. Save it as UTF-8.") from error
