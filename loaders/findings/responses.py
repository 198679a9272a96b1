"""The passages that answer findings: what was done, is being done, is promised, watched or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.findings.found import Found
from loaders.findings.layout.block import Block, Span, cut_out
from loaders.findings.reading import Reading
from loaders.findings.targets import Targets
from loaders.findings.wording.answering import CONSENT, GENERAL, answers, is_bare, is_history, joins, parts, without_opening
from loaders.findings.wording.deadlines import FUTURE_ONLY, due
from loaders.findings.wording.numbers import numbered
from loaders.findings.wording.pointing import marks
from loaders.findings.wording.status import responds, status, watches

__all__ = ["Answer", "read_responses"]

SUMMING_UP = re.compile(r"\s*(?:overall|in summary|in conclusion|to conclude|to summarise|finally|as always|in closing)\b", re.I)
ENDS = ".!?:\"')"
NONE_LEFT = re.compile(r"there (?:is|are) (?:now )?none\b|none (?:is|are|remains?)\b")
IF_SO = re.compile(r" and, (?=if [^,]{3,40}, (?:will|is to|are to)\b)")
AND_I = re.compile(r", (?:and|but) (?=(?:i|my (?:office|staff|deputy|team|own)) )")
APART = re.compile(rf"; (?:and )?(?!(?:i|we|they|he|she|my|our|until|otherwise|meanwhile)\b)|{AND_I.pattern}|{IF_SO.pattern}")
OPEN = {"under_review", "declined", "monitoring"}
APPENDED = re.compile(r"(?:appendix|annexe?|schedule|enclosure|attachment)\b")
CODED = re.compile(r"[A-H]\d{1,2}")
AS_A_WHOLE = 2  # a printed reply of so few sentences answers with each of them


@dataclass(slots=True)
class Answer:
    """One passage that answers; offsets are of the shadow."""

    start: int
    end: int
    to: list[Found]
    status: str
    due: str | None
    by: str
    is_state: bool = False


def read_responses(reading: Reading, written: str | None = None) -> list[Answer]:
    """Every answer that the letter gives, under the findings that it answers. `written`: the letter's date, as EDTF."""
    answers: list[Answer] = []
    for answer in _Responding(reading, written).read():
        if not (answer.is_state and _is_of(answer, answers)):
            answers.append(answer)
    return answers


def _is_of(state: Answer, answers: list[Answer]) -> bool:
    """`Status: Complete` below what was done says how far that one answer has come, and is none of its own."""
    above = [answer for answer in answers if answer.to == state.to] if state.to else []
    if not above or answers[-1] is not above[-1]:
        return False
    if len(above) == 1:
        above[0].status, above[0].due = state.status, above[0].due if state.status in FUTURE_ONLY else None
    return True


class _Responding:
    """Reads the blocks one after the other; `targets` knows what waits for an answer."""

    def __init__(self, reading: Reading, written: str | None) -> None:
        self.reading, self.written = reading, written
        self.targets = Targets(reading)
        stated = self.targets.known.stated
        self.appendix = next((block.start for block in reading.blocks if block.kind == "heading" and APPENDED.match(reading.low((block.start, block.end)))), 0)
        self.appendix = 0 if any(found.start < self.appendix and found.kind != "concern" for found in stated) else self.appendix
        self.last = max((i for i, block in enumerate(reading.blocks) if block.kind == "paragraph" and reading.text[block.end - 1] in ENDS), default=-1)

    def read(self) -> Iterator[Answer]:
        for i, block in enumerate(self.reading.blocks):
            if block.kind == "heading":
                self.targets.heading(block)
            elif i in self.reading.listed or self._only_states(block):
                self.targets.asks(self.targets.known.in_block(block), i in self.reading.listed)
            elif i not in self.reading.aside and not self.targets.silent:
                self._under_number(i, block)
                yield from self._joined(self._block(i, block))

    def _under_number(self, i: int, block: Block) -> None:
        """`A1. Accepted.`: what stands under a number that a finding of the appendix bears answers it."""
        self.targets.enter(block)
        later = [f for f in self.targets.known.by_number[block.mark] if f.start > block.end] if CODED.fullmatch(block.mark) else []
        if later:
            self.targets.waiting = later
            self.reading.replies.add(i)

    def _only_states(self, block: Block) -> bool:
        """A block that is nothing but a finding."""
        own = [f for f in self.targets.known.in_block(block) if f.certainty == "stated" and not f.is_earlier]
        whole = any(f.start <= block.start + 2 and f.end >= block.end - 6 for f in own)
        return whole and not numbered(self.reading.text[block.start : block.end])

    def _block(self, i: int, block: Block) -> Iterator[Answer]:
        """The answers of one block. One that speaks of all findings opens the way for the sentences after it."""
        labelled = block.label is not None and block.label.role == "response"
        summing_up = (i == self.last and not labelled) or self._is_before_all(block) or bool(SUMMING_UP.match(self.reading.text[block.start : block.start + 20]))
        general: list[Found] | None = None
        for span in self._units(i, block):
            self.targets.refers(self.reading.low(span))
            asked = self.targets.known.asked(span)
            for piece in parts(self.reading.text, span, asked) if asked else self._apart(span):
                words = self.reading.low(piece)
                is_open = labelled or general is not None or self._expects(words, asked, summing_up)
                if is_history(words, self.written) or not answers(words, is_open, self._is_reply(i, block, asked), labelled):
                    continue
                to = self._appended(words, block) or self.targets.of(words, asked, summing_up) or general or []
                general = to if not self.targets.waiting and (general is not None or GENERAL.search(words)) else general
                self.targets.remember(to)
                yield self._answer(piece, to, block)
            self.targets.asks(asked, listed=False)

    def _apart(self, span: Span) -> list[Span]:
        """`X is being tried, and, if it does well, will be kept`; `A has been done; B is being weighed`: two answers where they stand differently."""
        cuts = APART.finditer(self.reading.low(span))
        pieces = cut_out(span, ((span[0] + cut.start(), span[0] + cut.end()) for cut in cuts))
        states = [status(self.reading.low(piece)) for piece in pieces if responds(self.reading.low(piece))]
        apart = len(set(states)) == len(pieces) > 1 and (OPEN & set(states) or IF_SO.search(self.reading.low(span)))
        return pieces if apart and (states[-1] == "monitoring" or not AND_I.search(self.reading.low(span))) else [span]

    def _appended(self, words: str, block: Block) -> list[Found]:
        """What the commissioner watches, said before an appendix that states all, is all of it."""
        watched = self._is_before_all(block) and watches(words)
        return [f for f in self.targets.known.findings if f.start > self.appendix] if watched else []

    def _is_before_all(self, block: Block) -> bool:
        """The body of a letter whose findings all stand in an appendix speaks of them all."""
        return bool(self.appendix) and block.end <= self.appendix

    def _expects(self, words: str, asked: list[Found], summing_up: bool) -> bool:
        return bool(asked or self.targets.waiting or self.targets.cited(words)) or (summing_up and watches(words) and bool(self.targets.known.findings))

    def _is_reply(self, i: int, block: Block, asked: list[Found]) -> bool:
        return i in self.reading.replies and not asked and len(block.sentences) <= AS_A_WHOLE

    def _units(self, i: int, block: Block) -> list[Span]:
        """A list line of answers is one answer; any other block answers sentence by sentence."""
        whole = block.kind == "item" and i in self.reading.replies and self.targets.waiting and not self.targets.known.in_block(block)
        apart = whole and len(block.sentences) > 1 and marks(self.reading.low((block.sentences[1][0], block.end)))
        return [(block.start, block.end)] if whole and not apart else block.sentences

    def _answer(self, piece: Span, to: list[Found], block: Block) -> Answer:
        start, end = without_opening(self.reading.text, piece)
        words = self.reading.low((start, end))
        state = status(words, self.written)
        return Answer(start, end, to, state, due(words, state, self.written) or self._by_when(block, state), block.speaker, self._is_state(words, block))

    def _is_state(self, words: str, block: Block) -> bool:
        return block.label is not None and block.label.word.startswith("status") and is_bare(words)

    def _by_when(self, block: Block, state: str) -> str | None:
        """The date in a table's row."""
        return due("by " + self.reading.low(block.by_when), state, self.written) if block.by_when else None

    def _joined(self, found: Iterator[Answer]) -> Iterator[Answer]:
        """Answers with the short sentences that only complete them, or that they only open."""
        before: Answer | None = None
        for answer in found:
            if before and self._goes_on(before, answer):
                self._join(before, answer)
                continue
            if before:
                yield before
            before = answer
        if before:
            yield before

    def _goes_on(self, before: Answer, answer: Answer) -> bool:
        if self.reading.text[before.end : answer.start].strip():
            return False
        words = self.reading.low((answer.start, answer.end))
        return joins(words) or (is_bare(self._words(before)) and before.to == answer.to and not watches(words))

    def _join(self, before: Answer, answer: Answer) -> None:
        """`Agreed. Ten have been trained.`: what was agreed to is as far as the second says."""
        if CONSENT.match(self._words(before)) or NONE_LEFT.match(self._words(answer)):
            before.status, before.due = answer.status, answer.due
        before.end, before.due = answer.end, before.due or answer.due

    def _words(self, answer: Answer) -> str:
        return self.reading.low((answer.start, answer.end))
