"""Which findings a passage answers: those waiting where it stands, those it numbers, those it is like, or all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.findings.answering import GENERAL
from loaders.findings.found import Found
from loaders.findings.leads import kind_of
from loaders.findings.likeness import Likeness
from loaders.findings.named import numbered
from loaders.findings.reading import Reading
from loaders.findings.status import watches
from loaders.findings.structure import Block

__all__ = ["Targets"]

ALL = re.compile(
    r"\ball (?:of )?(?:the |these |those )?(?:\w+ ){0,2}(?:issues?|recommendations?|areas?|concerns?|findings?|afis|improvements?)\b|\bthe (?:\w+ ){0,1}?(?:recommendations|concerns|issues)\b"
    r"|\b(?:action|delivery|improvement) plans?\b|\bnumber of concerns\b|\bareas (?:of concern|requiring improvement|identified for improvement)\b"
)
NOTE = re.compile(r"\[(\d{1,2})\]")
PARAGRAPH = re.compile(r"\b(?:at|to|in|paragraph|para) (\d{1,2}\.\d{1,2})\b")
EACH = re.compile(r"\b(?:all|each|both) (?:of )?(?:these|them|those)\b")
LIKE = 0.75  # shared words, each worth the more the fewer findings have it
NEARER = 1.0
IN_ORDER = 1.5


class Targets:
    """Walks down the letter with the findings that are `waiting` for an answer."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.findings = [f for f in reading.findings if not f.is_earlier]
        self.likeness = Likeness(reading.text, [reading.text[f.start : f.end] for f in self.findings])
        self.waiting: list[Found] = []
        self.last: list[Found] = []
        self.listed = False
        self.block: Block | None = None
        self.in_block: list[Found] = []
        self.by_mark: dict[str, list[Found]] = {}

    def heading(self, block: Block) -> None:
        """A heading asks what it states or numbers; a heading of answers keeps what is waiting; any other begins anew."""
        asked = [f for f in self.reading.findings if f.block is block]
        number = block.label.number if block.label else None
        if asked or number:
            self.waiting = asked or self._labelled(block)
        elif not (block.label and block.label.role == "response"):
            self.waiting = []
        self.last = [] if not (block.label and block.label.role == "response") else self.last

    def _labelled(self, block: Block) -> list[Found]:
        label = block.label
        alike = [f for f in self.findings if label and f.number == label.number]
        named = [f for f in alike if label and kind_of(label.word)[0] in (f.kind, None)]
        return named or alike

    def asks(self, asked: Sequence[Found], listed: bool) -> None:
        """Findings stated here wait from now on; those of one list wait together."""
        fresh = [f for f in asked if not f.is_earlier]
        if not fresh:
            return
        together = listed and not self.last and any(set(map(id, fresh)) <= set(map(id, group)) and any(f in group for f in self.waiting) for group in self.reading.groups)
        parent = listed and fresh[0].parent in self.waiting and not self.last
        self.waiting = [*self.waiting, *(f for f in fresh if f not in self.waiting)] if together or parent else list(fresh)
        self.listed, self.last = listed, []

    def enter(self, block: Block) -> None:
        """Each paragraph of answers under a list has a target of its own."""
        self.block = block
        number = block.label.number if block.label else None
        if number:
            self.waiting = self._labelled(block) or self.waiting
        self.in_block = [f for f in self.findings if f.block is block]

    def of(self, words: str, asked: Sequence[Found], summing_up: bool) -> list[Found]:
        """The findings that `words` answer; `asked` are those stated in the same sentence."""
        cited = self.cited(words)
        if cited:
            return cited
        if asked:
            return [f for f in asked if not f.is_earlier] or list(asked)
        if (ALL.search(words) and (summing_up or not self.listed or not self.waiting) or summing_up and watches(words)):
            return [f for f in self.findings if f.certainty == "stated"] or self.findings
        if not self.waiting and GENERAL.search(words):
            return [f for f in self.findings if f.certainty == "stated"] or self.findings
        if EACH.search(words) and self.waiting:
            return [f for f in self.findings if f.block.section == self.waiting[0].block.section]
        return self._listed() if self.listed and self.waiting else self._told(words)

    def cited(self, words: str) -> list[Found]:
        """The findings that `words` name by number, by note, or by the paragraph that answers them."""
        named = {(kind, number) for number, kind, _ in numbered(words)}
        found = [f for f in self.findings if (f.kind, f.number) in named]
        notes = NOTE.findall(words)
        found += [f for f in self.findings if f.block.mark in notes]
        marks = PARAGRAPH.findall(words)
        return found or [f for mark in marks[:1] for f in self.by_mark.get(mark, [])]

    def refers(self, words: str) -> None:
        """A note's number in the text makes its finding the one that is answered from here on."""
        if NOTE.search(words):
            self.waiting = self.cited(words) or self.waiting
            self.listed = False

    def remember(self, to: list[Found]) -> None:
        """A numbered paragraph can be referred to by its number."""
        if self.block is not None and self.block.mark:
            self.by_mark.setdefault(self.block.mark, to)

    def _listed(self) -> list[Found]:
        """Under a list: the one of it that the paragraph is most like, else that of the paragraph before, else all."""
        if self.block is not None and self.block.kind == "item" and self.last:
            return self.last
        if len(self.waiting) > 1 and self.block is not None:
            best = self._best(self.reading.text[self.block.start : self.block.end], self.waiting, LIKE)
            self.last = best or self.last or self.waiting
            return self.last
        return self.waiting

    def _told(self, words: str) -> list[Found]:
        """In prose: the finding told last, unless the words are clearly nearer to another."""
        among = list(dict.fromkeys([*self.waiting, *self.in_block])) if self.waiting else self.findings
        near = self._best(words, among, NEARER)
        return near or self.waiting

    def _prefer_order(self, ranked: dict[int, float], among: Sequence[Found]) -> None:
        """Answers to a list mostly come in its order."""
        at = among.index(self.last[0]) if len(self.last) == 1 and self.last[0] in among else -1
        for f in among[max(at, 0) : at + 2]:
            ranked[id(f)] *= IN_ORDER

    def _best(self, words: str, among: Sequence[Found], enough: float) -> list[Found]:
        scores = self.likeness.scores(words)
        ranked = {id(f): scores[self.findings.index(f)] for f in among}
        if self.listed:
            self._prefer_order(ranked, among)
        top = max(ranked.values(), default=0.0)
        if top < enough:
            return []
        best = next(f for f in among if ranked[id(f)] == top)
        return [f for f in among if (f.start, f.end) == (best.start, best.end)]
