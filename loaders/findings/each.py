"""One finding a paragraph, where as many paragraphs follow as findings were counted."""

from __future__ import annotations

import re

from loaders.findings.found import Found
from loaders.findings.layout.block import Block, Span
from loaders.findings.reading import Reading, Scope

__all__ = ["one_paragraph_each"]


def one_paragraph_each(reading: Reading, block: Block, scope: Scope, told: list[Found]) -> None:
    """One paragraph for each of `the five main recommendations`: the shortcoming that it tells, else its first clause."""
    scope.due = (scope.due or 1) - 1
    found = _merged(reading, told) if told else _implied(reading, block)
    found.kind, found.word, found.parent = scope.lead.kind or "concern", scope.lead.word, scope.parent
    found.voice = "inspectorate"
    if not scope.due:
        reading.scope = None


def _merged(reading: Reading, told: list[Found]) -> Found:
    """Neighbouring sentences about one recommendation are one finding."""
    first = told[0]
    for other in told[1:]:
        if other.start - first.end < 40:
            first.end, first.certainty = other.end, "stated"
            first.block.sentences = _glued(first.block.sentences, first.start, first.end)
        reading.findings.remove(other)
    reading.groups = [group for group in reading.groups if not any(f in told[1:] for f in group)]
    first.sentence = next((s for s in first.block.sentences if s[0] <= first.start < s[1]), first.sentence)
    first.certainty = "stated"
    return first


def _glued(sentences: list[Span], start: int, end: int) -> list[Span]:
    inside = [s for s in sentences if s[0] < end and s[1] > start]
    return [s for s in sentences if s not in inside and s[1] <= start] + [(inside[0][0], inside[-1][1])] + [s for s in sentences if s not in inside and s[0] >= end]


def _implied(reading: Reading, block: Block) -> Found:
    first = block.sentences[0]
    words = reading.low(first)
    opening = re.match(r"(?:finally|firstly|secondly|thirdly|lastly|in addition|also),? ", words)
    cut = re.search(r" and (?:work|the|i|a)\b|, (?:including|who|which)", words)
    span = (first[0] + (opening.end() if opening else 0), first[0] + cut.start() if cut else first[1])
    found = reading.add(span, block, sentence=first, certainty="implied")
    reading.groups.append([found])
    return found
