"""Which findings a passage answers: those waiting where it stands, those it numbers, those it is like, or all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.findings.found import Found
from loaders.findings.known import LIKE, Known
from loaders.findings.layout.block import Block
from loaders.findings.reading import Reading
from loaders.findings.totals import ALL, EACH, ONE, of_number, speaks_of_all
from loaders.findings.wording.answering import GENERAL
from loaders.findings.wording.leads import kind_of
from loaders.findings.wording.numbers import numbered
from loaders.findings.wording.pointing import counted, marks, notes, ordinal, ordinal_of, topic
from loaders.findings.wording.status import watches

__all__ = ["Targets"]

PARAGRAPH = re.compile(r"\b(?:at|to|in|paragraph|para) (\d{1,2}\.\d{1,2})\b")
SILENT = re.compile(r"(?:\d{1,2}\.? )?(?:purpose|background|introduction|context|recommendations? to (?:the )?(?:panel|members|committee|board)|(?:human resources|equality|financial|legal|resource|diversity|environmental|data protection)\b.*|risk(?: management| implications)?|implications\b.*|links? to\b.*|background papers|appendices|contact\w*|further information|about (?:this|the|us)\b.*|notes? (?:for|to) editors?)\W*$")
NEARER = 1.0


class Targets:
    """Walks down the letter with the findings that are `waiting` for an answer; `last` are those that the paragraph before answered."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.known = Known(reading)
        self.by_mark: dict[str, list[Found]] = {}
        self.waiting: list[Found] = []
        self.last: list[Found] = []
        self.order: list[Found] = []
        self.pointed = self.listed = self.silent = False
        self.block: Block | None = None  # where we are; `answered` is the block of the first answer since something was told
        self.answered: Block | None = None
        self.near, self.coming = list[Found](), list[Found]()  # what the sentence before answered; what a schedule gives later

    def heading(self, block: Block) -> None:
        """A heading asks what it states or numbers; a heading of answers keeps what is waiting; any other begins anew."""
        answers = (block.label is not None and block.label.role == "response") or id(block) in self.reading.answering
        if self.known.in_block(block) or (block.label and block.label.number):
            self.waiting = self.known.in_block(block) or self.known.labelled(block)
        elif not answers:
            words = self.reading.low((block.start, block.end))
            self.coming = self.known.to_come(words, block.end)
            self.waiting = self.known.about(words) or self.coming
        self.last = self.last if answers else []
        self.silent = bool(SILENT.match(self.reading.low((block.start, block.end))))

    def asks(self, asked: Sequence[Found], listed: bool) -> None:
        """Findings stated here wait from now on; those of one list wait together, also with the cause of concern above it."""
        fresh = [f for f in asked if not f.is_earlier]
        if not fresh:
            return
        beside = self.waiting[-1] if self.waiting and listed and not self.last else None
        together = beside is not None and (self.known.group.get(id(fresh[0])) is self.known.group.get(id(beside), ()) or (fresh[0].parent is beside and beside.block.kind != "item"))
        self.waiting = [*self.waiting, *(f for f in fresh if f is not beside)] if together else fresh
        self.listed, self.last, self.answered = listed, [], None

    def enter(self, block: Block) -> None:
        """Each paragraph of answers under a list has a target of its own."""
        self.block = block
        if block.label and block.label.number:
            self.waiting = self.known.labelled(block) or self.waiting

    def refers(self, words: str) -> None:
        """A mark, an ordinal, a note or a named matter makes its finding the one that is answered from here on."""
        point, self.pointed = self._marked(words), False
        if point:
            self.waiting, self.last = point, []
            return
        nth, group = ordinal(words), self._in_order(words)
        matter = topic(words)
        if nth is not None and nth < len(group):
            self.waiting, self.last, self.order, self.pointed = [group[nth]], [], group, True
        elif self.known.only(words):
            self.waiting, self.last = self.known.only(words), []
        elif matter and self.known.about(matter):
            self.waiting, self.last = self.known.about(matter), []
        if notes(words):
            self.waiting = self.cited(words) or self.waiting
            self.listed = False

    def _in_order(self, words: str) -> list[Found]:
        """`On the first recommendation`: of those of that kind; `on the second` after it goes on counting them."""
        kind = kind_of(ordinal_of(words))[0]
        alike = [f for f in self.known.stated if f.kind == kind and kind != "concern"]
        group = self._group()
        if alike and not (group and group[0].kind == kind):
            return alike
        return self.order if self.order and any(f in self.order for f in self.waiting) else group

    def _marked(self, words: str) -> list[Found]:
        """The findings of the list told last whose marks a sentence names."""
        named = marks(words)
        return [f for f in self._group() if {f.number, f.block.mark} & set(named)] if named else []

    def _group(self) -> list[Found]:
        """Those that wait and were told together; else, where nothing was told yet, the notes at the end."""
        if self.waiting and self.waiting is self.coming:
            return self.coming
        if self.waiting and self.waiting[0] in self.known.notes:
            return self.known.notes
        if self.waiting:
            group = self.known.group.get(id(self.waiting[0]), [])
            return group if self.listed or len(group) > 1 else self.known.together(self.waiting[0])
        return self.known.notes

    def of(self, words: str, asked: Sequence[Found], summing_up: bool) -> list[Found]:
        """The findings that `words` answer; `asked` are those stated in the same sentence."""
        cited = self.cited(words)
        if cited or asked:
            return cited or [f for f in asked if not f.is_earlier] or list(asked)
        if self.pointed:
            return self.waiting
        several = self._counted(words)
        if several:
            return several
        if self._answers_all(words, summing_up) or self._is_over(words):
            return self.known.of_kind(words)
        if EACH.search(words) and self.waiting:
            return [f for f in self.known.findings if f.block.section == self.waiting[0].block.section]
        return self._under_list(words) if self.listed and self.waiting else self._in_prose(words)

    def _counted(self, words: str) -> list[Found]:
        """`Both`, `all four`: as many as were told together, or as the letter has."""
        here = [f for f in self.known.stated if self.waiting and f.block.section == self.waiting[0].block.section]
        return of_number(counted(words), (self.known.of_kind(words), self._group(), self.known.stated, here), self.known.stated)

    def _is_of_one(self, words: str) -> bool:
        """What is watched at the end is one matter: `that backlog`, or plainly one of the findings."""
        return bool(ONE.match(words)) or (not speaks_of_all(words) and bool(self._best(words, self.known.stated, NEARER)))

    def _is_over(self, words: str) -> bool:
        """All was told and answered in paragraphs before: what is watched now is all of it."""
        apart = self.block is not None and self.answered is not None and self.answered is not self.block
        return apart and watches(words) and speaks_of_all(words) and self.block.start > max((f.end for f in self.known.stated), default=0)

    def _answers_all(self, words: str, summing_up: bool) -> bool:
        if ALL.search(words) and (summing_up or not self.listed or not self.waiting):
            return True
        return (summing_up and ((watches(words) and not self._is_of_one(words)) or bool(EACH.search(words)))) or (not self.waiting and bool(GENERAL.search(words)))

    def cited(self, words: str) -> list[Found]:
        """The findings that `words` name by number, by note, or by the paragraph that answers them."""
        found = [f for number, kind, _ in numbered(words) for f in self.known.by_number[number] if f.kind == kind]
        found += [f for note in notes(words) for f in self.known.by_number[note] if f not in found]
        numbers = PARAGRAPH.findall(words)
        return found or [f for mark in numbers[:1] for f in self.by_mark.get(mark, [])]

    def remember(self, to: list[Found]) -> None:
        """A numbered paragraph can be referred to by its number; the one that answered first since something was told is known."""
        self.answered, self.near = self.answered or (self.block if to else None), to
        if self.block is not None and self.block.mark:
            self.by_mark.setdefault(self.block.mark, to)

    def _under_list(self, words: str) -> list[Found]:
        """Under a list: the one of it that the paragraph is most like, else that of the paragraph before, else all."""
        marked = [f for f in self.waiting if self.block is not None and self.block.kind == "item" and f.number == self.block.mark]
        if marked:
            return marked
        if self.block is None or len(self.waiting) == 1 or (self.block.kind == "item" and self.last):
            return self.last or self.waiting
        best = self._best(self.reading.text[self.block.start : self.block.end], self.waiting, LIKE)
        self.last = best or self.last or self.waiting
        return self._nearer(words) or self.last

    def _nearer(self, words: str) -> list[Found]:
        """Another finding of the list, where one sentence of the paragraph is plainly about it and not about the paragraph's."""
        scores = self.known.likeness.scores(words, (self.known.place[id(f)] for f in self.waiting))
        top = max(scores.values(), default=0.0)
        here = max((scores.get(self.known.place[id(f)], 0.0) for f in self.last), default=0.0)
        return [self.known.findings[i] for i, score in scores.items() if score == top][:1] if top >= NEARER and here == 0.0 else []

    def _in_prose(self, words: str) -> list[Found]:
        """In prose: the finding told last, unless the words are clearly nearer to another."""
        here = self.known.in_block(self.block) if self.block is not None else []
        among = [*self.waiting, *(f for f in here if f not in self.waiting and not f.is_earlier)] if self.waiting else self.known.findings
        return self._best(words, among, NEARER) or self._before(words) or self._still() or self.waiting

    def _still(self) -> list[Found]:
        """What the sentence before answered, in one paragraph, of those that wait."""
        same = self.answered is self.block and bool(self.near) and all(f in self.waiting for f in self.near)
        return self.near if same else []

    def _before(self, words: str) -> list[Found]:
        """Where what waits has not a word in common with the answer, the one told before it, under the same heading, that plainly has."""
        if not self.waiting or self.waiting[0].block is self.block or (self.block and self.block.label):
            return []
        here = self.waiting[0].block.section
        told = [f for f in self.known.findings if f.block.section == here and self.block and f.end <= self.block.start and f not in self.waiting]
        scores = self.known.likeness.scores(words, (self.known.place[id(f)] for f in self.waiting))
        return [] if any(scores.values()) else self._best(words, told, NEARER)

    def _best(self, words: str, among: Sequence[Found], enough: float) -> list[Found]:
        return self.known.best(words, among, enough, self.last if self.listed else None)
