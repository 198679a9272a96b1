"""What was not understood: paragraphs with the words of a finding out of which nothing was read."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.findings import cues
from loaders.findings.leads import kind_of
from loaders.findings.reading import Reading
from loaders.findings.structure import Block, Span

__all__ = ["not_understood"]


def not_understood(reading: Reading, read: Iterable[Span]) -> list[Span]:
    """The spans of such paragraphs; `read` are the spans of all that was read in the letter."""
    known = sorted(read)
    blocks = [block for i, block in enumerate(reading.blocks) if block.kind != "heading" and i not in reading.aside]
    return [(block.start, block.end) for block in blocks if _has_cues(reading, block) and not _is_read(block, known)]


def _has_cues(reading: Reading, block: Block) -> bool:
    words = reading.low((block.start, block.end))
    return kind_of(words)[0] is not None or bool(cues.REPORTING.search(words)) and bool(cues.SHORTCOMING.search(words))


def _is_read(block: Block, known: list[Span]) -> bool:
    return any(start < block.end and end > block.start for start, end in known)
