"""Which findings a passage answers: those waiting where it stands, those it numbers, those it is like, or all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from loaders.findings.found import Found
from loaders.findings.layout.block import Block, Span
from loaders.findings.reading import Reading
from loaders.findings.wording.answering import GENERAL
from loaders.findings.wording.leads import kind_of
from loaders.findings.wording.likeness import Likeness
from loaders.findings.wording.numbers import numbered
from loaders.findings.wording.status import watches

__all__ = ["Targets"]

ALL = re.compile(
    r"\ball (?:of )?(?:the |these |those )?(?:\w+ ){0,2}(?:issues?|recommendations?|areas?|concerns?|findings?|afis|improvements?)\b|\bthe (?:\w+ ){0,1}?(?:recommendations|concerns|issues)\b"
    r"|\b(?:action|delivery|improvement) plans?\b|\b(?:those|these|all) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b|\bnumber of concerns\b|\bareas (?:of concern|requiring improvement|identified for improvement)\b"
)
NOTE = re.compile(r"\[(\d{1,2})\]")
PARAGRAPH = re.compile(r"\b(?:at|to|in|paragraph|para) (\d{1,2}\.\d{1,2})\b")
ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
NTH = re.compile(r"(?:(?:in relation|with regard|in regard|in respect|with respect|turning|as|in response|relating) (?:to|of) |on |for |against |regarding )?the (" + "|".join(ORDER) + r")(?: \w+){0,4},? ")
MARKED = re.compile(r"(?:under|as to|on|re|in relation to|with regard to|in respect of|for|point|item) \(?(\d{1,2}|[a-h]|[ivx]{1,4})\)?[,:)]? ")
EACH = re.compile(r"\b(?:all|each|both) (?:of )?(?:these|them|those)\b")
LIKE = 0.75  # shared words, each worth the more the fewer findings have it
NEARER = 1.0
IN_ORDER = 1.5


class Targets:
    """Walks down the letter with the findings that are `waiting` for an answer; `last` are those that the paragraph before answered."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.findings = [f for f in reading.findings if not f.is_earlier]
        self.stated = [f for f in self.findings if f.certainty == "stated"] or self.findings
        self.place = {id(f): i for i, f in enumerate(self.findings)}
        self.likeness = Likeness(reading.text, [reading.text[f.start : f.end] for f in self.findings])
        self.by_block, self.by_sentence, self.by_number = _indexed(reading.findings)
        self.by_mark: dict[str, list[Found]] = {}
        self.group = {id(f): group for group in reading.groups for f in group}
        self.waiting: list[Found] = []
        self.last: list[Found] = []
        self.listed = False
        self.block: Block | None = None

    def in_block(self, block: Block) -> list[Found]:
        """The findings that a block states."""
        return self.by_block[id(block)]

    def asked(self, sentence: Span) -> list[Found]:
        """The findings that a sentence states."""
        return self.by_sentence[sentence]

    def heading(self, block: Block) -> None:
        """A heading asks what it states or numbers; a heading of answers keeps what is waiting; any other begins anew."""
        answers = (block.label is not None and block.label.role == "response") or id(block) in self.reading.answering
        if self.in_block(block) or (block.label and block.label.number):
            self.waiting = self.in_block(block) or self._labelled(block)
        elif not answers:
            self.waiting = []
        self.last = self.last if answers else []

    def asks(self, asked: Sequence[Found], listed: bool) -> None:
        """Findings stated here wait from now on; those of one list wait together, also with the cause of concern above it."""
        fresh = [f for f in asked if not f.is_earlier]
        if not fresh:
            return
        beside = self.waiting[-1] if self.waiting and listed and not self.last else None
        together = beside is not None and (self.group.get(id(fresh[0])) is self.group.get(id(beside), ()) or fresh[0].parent is beside)
        self.waiting = [*self.waiting, *(f for f in fresh if f is not beside)] if together else fresh
        self.listed, self.last = listed, []

    def enter(self, block: Block) -> None:
        """Each paragraph of answers under a list has a target of its own."""
        self.block = block
        if block.label and block.label.number:
            self.waiting = self._labelled(block) or self.waiting

    def refers(self, words: str) -> None:
        """A note's number, or `for the second` under a list, makes its finding the one that is answered from here on."""
        marked = MARKED.match(words)
        point = [f for f in self._group() if marked and marked[1] in (f.number, f.block.mark)]
        if point:
            self.waiting, self.last = point, []
            return
        nth = NTH.match(words)
        group = self._group()
        if nth and ORDER.index(nth[1]) < len(group):
            self.waiting, self.last = [group[ORDER.index(nth[1])]], []
        if NOTE.search(words):
            self.waiting = self.cited(words) or self.waiting
            self.listed = False

    def _group(self) -> list[Found]:
        """The list whose findings wait."""
        return self.group.get(id(self.waiting[0]), []) if self.waiting and self.listed else []

    def of(self, words: str, asked: Sequence[Found], summing_up: bool) -> list[Found]:
        """The findings that `words` answer; `asked` are those stated in the same sentence."""
        cited = self.cited(words)
        if cited or asked:
            return cited or [f for f in asked if not f.is_earlier] or list(asked)
        if self._answers_all(words, summing_up):
            return self.stated
        if EACH.search(words) and self.waiting:
            return [f for f in self.findings if f.block.section == self.waiting[0].block.section]
        return self._under_list(words) if self.listed and self.waiting else self._in_prose(words)

    def _answers_all(self, words: str, summing_up: bool) -> bool:
        if ALL.search(words) and (summing_up or not self.listed or not self.waiting):
            return True
        return (summing_up and (watches(words) or bool(EACH.search(words)))) or (not self.waiting and bool(GENERAL.search(words)))

    def cited(self, words: str) -> list[Found]:
        """The findings that `words` name by number, by note, or by the paragraph that answers them."""
        found = [f for number, kind, _ in numbered(words) for f in self.by_number[number] if f.kind == kind]
        found += [f for note in NOTE.findall(words) for f in self.by_number["[" + note] if f not in found]
        marks = PARAGRAPH.findall(words)
        return found or [f for mark in marks[:1] for f in self.by_mark.get(mark, [])]

    def remember(self, to: list[Found]) -> None:
        """A numbered paragraph can be referred to by its number."""
        if self.block is not None and self.block.mark:
            self.by_mark.setdefault(self.block.mark, to)

    def _labelled(self, block: Block) -> list[Found]:
        if block.label is None or block.label.number is None:
            return []
        alike = self.by_number[block.label.number]
        kind = kind_of(block.label.word)[0]
        return [f for f in alike if f.kind == kind] or alike

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
        scores = self.likeness.scores(words, (self.place[id(f)] for f in self.waiting))
        top = max(scores.values(), default=0.0)
        here = max((scores.get(self.place[id(f)], 0.0) for f in self.last), default=0.0)
        return [self.findings[i] for i, score in scores.items() if score == top][:1] if top >= NEARER and here == 0.0 else []

    def _in_prose(self, words: str) -> list[Found]:
        """In prose: the finding told last, unless the words are clearly nearer to another."""
        here = self.in_block(self.block) if self.block is not None else []
        among = [*self.waiting, *(f for f in here if f not in self.waiting and not f.is_earlier)] if self.waiting else self.findings
        return self._best(words, among, NEARER) or self.waiting

    def _best(self, words: str, among: Sequence[Found], enough: float) -> list[Found]:
        scores = self.likeness.scores(words, (self.place[id(f)] for f in among if id(f) in self.place))
        if self.listed:
            self._prefer_order(scores, among)
        top = max(scores.values(), default=0.0)
        if top < enough:
            return []
        best = self.findings[next(i for i, score in scores.items() if score == top)]
        return [f for f in among if (f.start, f.end) == (best.start, best.end)]

    def _prefer_order(self, scores: dict[int, float], among: Sequence[Found]) -> None:
        """Answers to a list mostly come in its order."""
        at = among.index(self.last[0]) if len(self.last) == 1 and self.last[0] in among else -1
        for f in among[max(at, 0) : at + 2]:
            scores[self.place[id(f)]] *= IN_ORDER


def _indexed(findings: Sequence[Found]) -> tuple[dict[int, list[Found]], dict[Span | None, list[Found]], dict[str, list[Found]]]:
    """Findings by block, by sentence and by number; a note's number begins with its bracket."""
    by_block, by_sentence, by_number = defaultdict[int, list[Found]](list), defaultdict[Span | None, list[Found]](list), defaultdict[str, list[Found]](list)
    for found in findings:
        by_block[id(found.block)].append(found)
        by_sentence[found.sentence].append(found)
        if found.number and not found.is_earlier:
            by_number[found.number].append(found)
        if found.block.mark.isdigit() and not found.is_earlier:
            by_number["[" + found.block.mark].append(found)
    return by_block, by_sentence, by_number
