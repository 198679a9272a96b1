"""The passages that answer findings: what was done, is being done, is promised, watched or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.findings.found import Found
from loaders.findings.likeness import Likeness
from loaders.findings.named import numbered
from loaders.findings.passages import Reading
from loaders.findings.status import due, responds, status
from loaders.findings.structure import Block, Span

__all__ = ["Answer", "read_responses"]

GENERAL = re.compile(
    r"\b(?:all|both|each|every) (?:of )?(?:the |these |those |its )?(?:\w+ ){0,2}(?:issues?|recommendations?|areas?|concerns?|actions?|findings?|improvements?|afis)\b|\b(?:the|these|those) (?:\w+ ){0,2}?(?:recommendations|afis|areas? (?:for|of|identified|requiring|that|highlighted)|issues|concerns)\b"
    r"|\b(?:action|delivery|improvement) plans?\b|\bprogress(?: made)?\b|\bnumber of concerns\b|\bin this area\b"
)
LETTERLY = re.compile(
    r"^(?:i am writing|i welcome|as (?:required|requested)|in accordance|thank you|i (?:would like to )?(?:thank|refer to)|please|below i|the report (?:looked|focuses|made|provides|contains)|this (?:letter|report|study|response)|i have (?:set out|addressed|considered the content|attached|included|provided (?:my|a) (?:response|comment))|"
    r"with the above|you (?:may|will)|turning to|i enclose|should you|i look forward|i hope|i trust)\b"
)
BACKGROUND = re.compile(
    r"\b(?:i (?:welcome|believe|think|feel|am (?:pleased|proud|encouraged|delighted|aware))|pleasing|satisfaction rate|survey|respondents|per ?cent of|\d+%|figures show|this will (?:ensure|enable|allow|help|include)|this includes|it is likely|this is (?:important|an incredibly)|commit(?:ment|ted) to (?:ensuring|fostering))\b"
)
TURN = re.compile(r", (?:but|however|and yet|although)\b,? | but |; however,? |, which is an improvement,? however ")
LEADING = re.compile(r"^(?:in response to [^,]{3,60}, (?:i am advised by the chief constable that )?|(?:however|but|and|that|in addition|additionally|finally|also|following this|i am aware that|i understand that),? )+", re.I)
THRESHOLD = 0.75


@dataclass(slots=True)
class Answer:
    start: int
    end: int
    to: list[Found]
    status: str
    due: str | None
    by: str


def read_responses(reading: Reading) -> list[Answer]:
    """Every answer that the letter gives, under the findings that it answers."""
    return list(_Answers(reading).read())


class _Answers:
    """Walks through the blocks with the findings that are still open to be answered."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.findings = [f for f in reading.findings if not f.is_earlier]
        self.likeness = Likeness(reading.text, [self._words(f) for f in self.findings])
        self.open: list[Found] = []
        self.last: list[Found] = []
        self.stated = {id(f.block): f for f in reading.findings}

    def _words(self, found: Found) -> str:
        section = found.block.section
        return self.reading.text[found.start : found.end] + (" " + self.reading.text[slice(*section)] if section and len(self.reading.findings) < 4 else "")

    def read(self) -> Iterator[Answer]:
        for i, block in enumerate(self.reading.blocks):
            if block.kind == "heading":
                self._turn(block)
            elif i in self.reading.listed or self._is_whole(block):
                self._ask(block)
            else:
                yield from self._block(i, block)

    def _is_whole(self, block: Block) -> bool:
        """A block that is nothing but a finding."""
        return any(f.block is block and f.start <= block.start + 2 and f.end >= block.end - 6 for f in self.reading.findings) and self._not_answered(block)

    def _not_answered(self, block: Block) -> bool:
        return not numbered(self.reading.text[block.start : block.end])

    def _turn(self, block: Block) -> None:
        asked = [f for f in self.reading.findings if f.block is block]
        number = block.label.number if block.label else None
        if asked or number:
            self.open = asked or [f for f in self.findings if f.number == number]
            self.last = []
        elif not (block.label and block.label.role == "response"):
            self.open, self.last = [], []

    def _ask(self, block: Block) -> None:
        asked = [f for f in self.findings if f.block is block]
        if self.last or not self._grouped(asked):
            self.open = []
        self.open = self.open + [f for f in asked if f not in self.open]
        self.last = []

    def _grouped(self, asked: Sequence[Found]) -> bool:
        return any(asked and asked[0] in group and any(f in group for f in self.open) or asked and asked[0].parent in self.open for group in self.reading.groups)

    def _block(self, i: int, block: Block) -> Iterator[Answer]:
        target: list[Found] | None = None
        spans = [(block.start, block.end)] if self._is_reply(i, block) else block.sentences
        own = bool(block.label and block.label.role == "response")
        if block.label and block.label.number:
            self.open = [f for f in self.findings if f.number == block.label.number] or self.open
        for span in spans:
            asked = [f for f in self.reading.findings if f.sentence == span]
            for piece in self._pieces(span, asked):
                words = self._low(piece)
                if not asked:
                    target = target or self._target(words, block)
                if not self._answers(words, own or bool(self.open)):
                    continue
                to = self._to(words, asked, target, piece)
                yield self._answer(piece, words, to, block)
            if asked:
                self.open, self.last, target = [f for f in asked if not f.is_earlier], [f for f in asked if not f.is_earlier], None

    def _is_reply(self, i: int, block: Block) -> bool:
        return block.kind == "item" and bool(self.open) and not any(f.block is block for f in self.reading.findings)

    def _pieces(self, span: Span, asked: list[Found]) -> list[Span]:
        """The parts of a sentence that are left when the finding that it states is taken out."""
        if not asked:
            return [span]
        if numbered(self.reading.text[slice(*span)]) and asked[0].number:
            return [span]
        start, end = min(f.start for f in asked), max(f.end for f in asked)
        pieces = [(span[0], start), (end, span[1])]
        done = any(f.end < span[1] and re.match(r" (?:has|have|is|are) ", self.reading.text[f.end : f.end + 6]) for f in asked)
        return [span] if done else [self._tidy(p) for p in pieces if p[1] - p[0] > 25]

    def _tidy(self, span: Span) -> Span:
        start, end = span
        match = re.match(r"[\s,;.]*(?:(?:and|but|however|which|so),? )*", self.reading.text[start:end])
        start += match.end() if match else 0
        tail = re.search(r"(?:[\s,;]|\bhowever|\bbut|\band|, which is an improvement)*$", self.reading.text[start:end])
        return start, start + tail.start() if tail else end

    def _low(self, span: Span) -> str:
        return self.reading.text[span[0] : span[1]].lower().replace("\n", " ")

    def _answers(self, words: str, expected: bool) -> bool:
        if LETTERLY.match(words) or not responds(words) or len(words) < 25:
            return False
        if BACKGROUND.search(words) and not re.search(r"\bi (?:will|shall) (?:continue|hold|monitor)|\bensure that (?:the )?areas", words):
            return False
        return expected or bool(GENERAL.search(words))

    def _target(self, words: str, block: Block) -> list[Found]:
        if not self.open:
            return []
        if len(self.open) == 1:
            return self.open
        best = self._best(self._low((block.start, block.end)), self.open)
        return best or self.last or self.open

    def _best(self, words: str, among: Sequence[Found]) -> list[Found]:
        scores = self.likeness.scores(words)
        ranked = [(scores[self.findings.index(f)], f) for f in among]
        top = max((score for score, _ in ranked), default=0.0)
        return [f for score, f in ranked if score == top][:1] if top >= THRESHOLD else []

    def _to(self, words: str, asked: list[Found], target: list[Found] | None, piece: Span) -> list[Found]:
        cited = {number for number, _, _ in numbered(words)}
        if cited:
            return [f for f in self.findings if f.number in cited]
        if asked:
            return [f for f in asked if not f.is_earlier] or asked
        if self.open:
            self.last = target or self.open
            return self.last
        if GENERAL.search(words):
            return [f for f in self.findings if f.certainty == "stated"]
        return self._best(words, self.findings)

    def _answer(self, piece: Span, words: str, to: list[Found], block: Block) -> Answer:
        state = status(words)
        start, end = piece
        match = LEADING.match(self.reading.text[start:end])
        start += match.end() if match and end - start - match.end() > 30 else 0
        return Answer(start, end, to, state, due(words, state), block.speaker)
