"""The passages that answer findings: what was done, is being done, is promised, watched or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.findings.answering import GENERAL, answers, joins, parts, without_opening
from loaders.findings.found import Found
from loaders.findings.named import numbered
from loaders.findings.reading import Reading
from loaders.findings.status import due, status, watches
from loaders.findings.structure import Block, Span
from loaders.findings.targets import Targets

__all__ = ["Answer", "read_responses"]

SUMMING_UP = re.compile(r"\s*(?:overall|in summary|in conclusion|to conclude|to summarise|finally|as always|in closing)\b", re.I)


@dataclass(slots=True)
class Answer:
    """One passage that answers; offsets are of the shadow."""

    start: int
    end: int
    to: list[Found]
    status: str
    due: str | None
    by: str


def read_responses(reading: Reading, written: str | None = None) -> list[Answer]:
    """Every answer that the letter gives, under the findings that it answers. `written`: the letter's date, as EDTF."""
    targets, found = Targets(reading), list[Answer]()
    last = max((i for i, block in enumerate(reading.blocks) if block.kind == "paragraph"), default=-1)
    for i, block in enumerate(reading.blocks):
        if block.kind == "heading":
            targets.heading(block)
        elif i in reading.listed or _only_states(reading, block):
            targets.asks([f for f in targets.findings if f.block is block], i in reading.listed)
        elif i not in reading.aside:
            targets.enter(block)
            found += _joined(reading, _block(reading, targets, i, block, i == last, written))
    return found


def _only_states(reading: Reading, block: Block) -> bool:
    """A block that is nothing but a finding."""
    own = [f for f in reading.findings if f.block is block and f.certainty == "stated" and not f.is_earlier]
    whole = any(f.start <= block.start + 2 and f.end >= block.end - 6 for f in own)
    return whole and not numbered(reading.text[block.start : block.end])


def _block(reading: Reading, targets: Targets, i: int, block: Block, is_last: bool, written: str | None) -> Iterator[Answer]:
    own = bool(block.label and block.label.role == "response")
    summing_up = is_last and not own or bool(SUMMING_UP.match(reading.text[block.start : block.start + 20]))
    general, before = False, list[Found]()
    for span in _units(reading, targets, i, block):
        targets.refers(reading.low(span))
        asked = [f for f in reading.findings if f.sentence == span]
        for piece in parts(reading.text, span, asked):
            words = reading.low(piece)
            if not answers(words, own or general or bool(asked or targets.waiting) or is_last and watches(words) or bool(targets.cited(words)), i in reading.replies and not asked and len(block.sentences) <= 2):
                continue
            to = targets.of(words, asked, summing_up) or (before if general else [])
            before = to
            targets.remember(to)
            general = general or not targets.waiting and bool(GENERAL.search(words))
            yield _answer(reading, piece, to, block, written)
        targets.asks(asked, False)


def _units(reading: Reading, targets: Targets, i: int, block: Block) -> list[Span]:
    """A list line of answers is one answer; any other block answers sentence by sentence."""
    stated = any(f.block is block for f in reading.findings)
    return [(block.start, block.end)] if block.kind == "item" and targets.waiting and not stated else block.sentences


def _answer(reading: Reading, piece: Span, to: list[Found], block: Block, written: str | None) -> Answer:
    start, end = without_opening(reading.text, piece)
    words = reading.low((start, end))
    state = status(words)
    return Answer(start, end, to, state, due(words, state, written), block.speaker)


def _joined(reading: Reading, found: Iterator[Answer]) -> list[Answer]:
    """Answers with the short sentences that only complete them."""
    joined: list[Answer] = []
    for answer in found:
        before = joined[-1] if joined else None
        if before and joins(reading.low((answer.start, answer.end))) and not reading.text[before.end : answer.start].strip():
            before.end = answer.end
        else:
            joined.append(answer)
    return joined
