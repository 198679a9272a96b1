"""What was not understood: paragraphs with the words of a finding out of which nothing was read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from loaders.findings.layout.block import Block, Span
from loaders.findings.reading import Reading
from loaders.findings.wording import cues
from loaders.findings.wording.leads import KIND_NAMED

__all__ = ["not_understood"]


def not_understood(reading: Reading, read: Iterable[Span]) -> list[Span]:
    """The spans of such paragraphs; `read` are the spans of all that was read in the letter."""
    known = sorted(read)
    starts, reach = [start for start, _ in known], list(accumulate((end for _, end in known), max))

    def is_read(block: Block) -> bool:
        before = bisect_left(starts, block.end)
        return before > 0 and reach[before - 1] > block.start

    return [(b.start, b.end) for i, b in enumerate(reading.blocks) if i not in reading.aside and _has_cues(reading, b) and not is_read(b)]


def _has_cues(reading: Reading, block: Block) -> bool:
    words = reading.low((block.start, block.end))
    if block.kind == "heading" or words.endswith(":"):
        return False
    return bool(KIND_NAMED.search(words)) or bool(cues.REPORTING.search(words) and cues.SHORTCOMING.search(words))
