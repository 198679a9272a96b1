"""How far the words of a finding go: without the answer in its sentence, and on into a sentence that says what is wrong with its matter."""

from __future__ import annotations

from loaders.findings.in_row import states
from loaders.findings.layout.block import Block, Span
from loaders.findings.reading import Reading
from loaders.findings.wording import cues
from loaders.findings.wording.clauses import ANSWER

__all__ = ["goes_on", "without_answer"]


def goes_on(reading: Reading, block: Block, span: Span, words: str) -> bool:
    """`The second is about domestic abuse. The force is told to …`: a sentence that says what is wrong with the matter just named belongs to it."""
    last = reading.findings[-1] if reading.findings else None
    if (
        last is None
        or last.block is not block
        or last.kind == "concern"
        or last.number
        or last.sentence is None
        or not 0 <= span[0] - last.sentence[1] <= 2
    ):
        return False
    if cues.SHORTCOMING.search(reading.low((last.start, last.end))) or not (reading.counted.asks(words, block.section) or states(words)):
        return False
    last.end = without_answer(reading, span, 0, span[1] - span[0])[1]
    last.sentence = (last.sentence[0], span[1])
    return True


def without_answer(reading: Reading, span: Span, a: int, b: int) -> Span:
    """A named finding without the answer that follows in the same sentence; a clause has no full stop."""
    answer = ANSWER.search(reading.low(span), a + 15, b)
    start, end = span[0] + a, span[0] + (answer.start() if answer else b)
    loose = " ,;." if a else " ,;"
    while end > start and reading.text[end - 1] in loose:
        end -= 1
    return start, end
