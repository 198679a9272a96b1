"""Findings that a letter names by a list of numbers alone: `I respond to recommendations 3, 5-7 and 9`, and 6 is not heard of again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.findings.layout.block import Block, Span
from loaders.findings.reading import Reading
from loaders.findings.telling import FOR_OTHERS
from loaders.findings.wording.numbers import numbered

__all__ = ["read_left_of_lists"]

ANSWERED = re.compile(r"\b(?:respon\w+|reply\w*|replies|answer\w*|comment\w*|observations|address\w*|cover\w*|deals?|views?)\b")
OTHER_LETTER = re.compile(r"\b(?:my|our) (?:\w+ )?(?:previous|earlier|last) (?:letter|response|reply)\b|\bwrote\b")


def read_left_of_lists(reading: Reading) -> None:
    """Each number of a list that the letter says it answers, and states nowhere, is a finding that the list implies."""
    for block, span, cited in list(_lists(reading)):
        known = {(found.kind, found.number) for found in reading.findings}
        left = [(number, kind, word) for number, kind, word in cited if (kind, number) not in known and (kind, None) not in known]
        made = [reading.add(span, block, kind=kind, word=word, number=number, certainty="implied", sentence=span) for number, kind, word in left]
        if made:
            reading.groups.append(made)


def _lists(reading: Reading) -> Iterator[tuple[Block, Span, list[tuple[str, str, str | None]]]]:
    """The sentences that say which numbers the letter answers."""
    for block in reading.blocks:
        for span in block.sentences if block.kind != "heading" else ():
            words = reading.low(span)
            cited = numbered(words) if ANSWERED.search(words) else []
            if len(cited) > 1 and not FOR_OTHERS.search(words) and not OTHER_LETTER.search(words):
                yield block, span, cited
