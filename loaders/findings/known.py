"""What is known of a letter's findings while its answers are read: by place, number and likeness."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from loaders.findings.found import Found
from loaders.findings.layout.block import Block, Span
from loaders.findings.reading import Reading
from loaders.findings.wording.leads import NAMED, kind_of
from loaders.findings.wording.likeness import Likeness

__all__ = ["LIKE", "Known"]

LIKE = 0.75  # shared words, each worth the more the fewer findings have it

IN_ORDER = 1.5  # answers to a list mostly come in its order
THE_ONLY = re.compile(r"\b(?:the|this|that) (?:\w+ )?(area for improvement|recommendation|cause of concern|afi)(?! (?:that|which|is|was|on|about|in|for|relating|concerning|to)\b)")


class Known:
    """The findings of a letter: `stated` without those that are only implied, `notes` those that stand in notes at its end."""

    def __init__(self, reading: Reading) -> None:
        self.findings = [f for f in reading.findings if not f.is_earlier]
        self.stated = [f for f in self.findings if f.certainty == "stated"] or self.findings
        self.place = {id(f): i for i, f in enumerate(self.findings)}
        self.likeness = Likeness(reading.text, [reading.text[f.start : f.end] for f in self.findings])
        self.by_block, self.by_sentence, self.by_number = _indexed(reading.findings)
        self.group = {id(f): group for group in reading.groups for f in group}
        self.notes = [f for block in reading.blocks[reading.tail :] for f in self.by_block[id(block)]]

    def in_block(self, block: Block) -> list[Found]:
        """The findings that a block states."""
        return self.by_block[id(block)]

    def asked(self, sentence: Span) -> list[Found]:
        """The findings that a sentence states."""
        return self.by_sentence[sentence]

    def about(self, words: str) -> list[Found]:
        """The one finding that a heading or an opening is about, if it is plainly one."""
        scores = self.likeness.scores(words, range(len(self.findings)))
        best = sorted(scores.items(), key=lambda row: -row[1])[:2]
        alone = best and best[0][1] >= LIKE and (len(best) == 1 or best[0][1] > best[1][1])
        return [self.findings[best[0][0]]] if alone else []

    def best(self, words: str, among: Sequence[Found], enough: float, last: Sequence[Found] | None) -> list[Found]:
        """The one of `among` that the words are most like, if `enough`. `last`: in a list, what was answered before."""
        scores = self.likeness.scores(words, (self.place[id(f)] for f in among if id(f) in self.place))
        if last is not None:
            at = among.index(last[0]) if len(last) == 1 and last[0] in among else -1
            for f in among[max(at, 0) : at + 2]:
                scores[self.place[id(f)]] *= IN_ORDER
        top = max(scores.values(), default=0.0)
        if top < enough:
            return []
        nearest = self.findings[next(i for i, score in scores.items() if score == top)]
        return [f for f in among if (f.start, f.end) == (nearest.start, nearest.end)]

    def together(self, found: Found) -> list[Found]:
        """The findings that a paragraph told one after the other."""
        return [f for f in self.in_block(found.block) if f.certainty == "stated" and not f.is_earlier]

    def of_kind(self, words: str) -> list[Found]:
        """All that the letter states, of the one kind that `each of the areas for improvement` names."""
        kind = kind_of(words)[0]
        return [f for f in self.stated if f.kind == kind and kind != "concern"] or self.stated

    def to_come(self, words: str, end: int) -> list[Found]:
        """All of the kind that a heading (lower case) names, where the letter gives their words only later, in a schedule."""
        kind = kind_of(words)[0]
        own = [f for f in self.stated if kind in NAMED and (f.kind == kind or (f.parent is not None and f.parent.kind == kind))]
        return own if own and all(f.start > end for f in self.stated) else []

    def only(self, words: str) -> list[Found]:
        """The one finding of its kind in the letter, where a sentence speaks of `the cause of concern`."""
        named = THE_ONLY.search(words)
        kind = kind_of(named[1])[0] if named else None
        alike = [f for f in self.stated if kind and f.kind == kind]
        return alike if len(alike) == 1 else []

    def labelled(self, block: Block) -> list[Found]:
        """The findings whose number a block's label names, of the label's kind if there are any."""
        if block.label is None or block.label.number is None:
            return []
        alike = self.by_number[block.label.number]
        kind = kind_of(block.label.word)[0]
        return [f for f in alike if f.kind == kind] or alike


def _indexed(findings: Sequence[Found]) -> tuple[dict[int, list[Found]], dict[Span | None, list[Found]], dict[str, list[Found]]]:
    """Findings by block, by sentence and by number; a note's number begins with its bracket."""
    by_block, by_sentence, by_number = defaultdict[int, list[Found]](list), defaultdict[Span | None, list[Found]](list), defaultdict[str, list[Found]](list)
    for found in findings:
        by_block[id(found.block)].append(found)
        by_sentence[found.sentence].append(found)
        if found.number and not found.is_earlier:
            by_number[found.number].append(found)
        if found.block.mark and not found.block.mark.isalpha() and not found.is_earlier:
            by_number["[" + found.block.mark].append(found)
    return by_block, by_sentence, by_number
