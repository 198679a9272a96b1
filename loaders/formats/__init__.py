"""One small file for each kind of file that a letter comes in, and what they have in common."""

from __future__ import annotations

__all__ = ["HOSTILE", "LARGEST", "LONGEST", "OLD", "SUFFIXES", "Refused"]

SUFFIXES = {".txt": "plain", ".md": "plain", ".html": "html", ".htm": "html", ".pdf": "pdf", ".docx": "docx"}
HOSTILE = frozenset({"html", "pdf", "docx"})  # parsed in a child process
OLD = {
    ".doc": "an old Word file",
    ".dot": "an old Word template",
    ".docm": "a Word file with macros",
    ".odt": "an OpenDocument file",
    ".rtf": "a Rich Text file",
    ".pages": "a Pages file",
}
LARGEST = 64 * 1024 * 1024  # bytes of a file
LONGEST = 16_000_000  # characters of a document


class Refused(Exception):
    """A file that cannot be read; `str` is the sentence for the person who gave it."""
