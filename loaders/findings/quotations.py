"""Findings in the inspectorate's own words: paragraphs that are a quotation, in the body or in an appendix."""

from __future__ import annotations

import re

from loaders.findings.found import Found
from loaders.findings.layout.block import Block
from loaders.findings.lists import is_number
from loaders.findings.reading import Reading
from loaders.findings.wording.leads import NAMED, kind_of

__all__ = ["is_quoted", "quoted"]

QUOTATION = re.compile(r"(?P<mark>['\"])(?P<what>[^\"]{20,}?)(?P=mark)[.,;]?(?: \((?P<called>[^()]{2,60})\)\.?)?")
ASKING = re.compile(r"^(?:within [^,]{3,30}, |by [^,]{3,30}, |that )?(?:we (?:also )?recommend|(?:[\w',&/()-]+ ){1,9}?(?:should|must|needs? to|ought to)\b)")
OWN_LETTER = re.compile(r"\b(?:i|my|our)\b|^dear\b")


def is_quoted(reading: Reading, i: int, block: Block) -> bool:
    """A paragraph that is what the inspectorate wrote, between quotation marks, and nothing else."""
    words = QUOTATION.fullmatch(reading.low((block.start, block.end)))
    return bool(words and ASKING.search(words["what"]) and not OWN_LETTER.search(words["what"]))


def quoted(reading: Reading, i: int, block: Block) -> None:
    """The finding that such a paragraph states; the paragraph after it answers."""
    words = QUOTATION.fullmatch(reading.low((block.start, block.end)))
    assert words is not None
    kind, word = _kind(reading, words)
    span = (block.start + words.start("what"), block.start + words.end("what"))
    number = block.mark if is_number(block.mark) else None
    found = reading.add(span, block, kind=kind, word=word, number=number, sentence=(block.start, block.end))
    _was_cited(reading, found)
    together = i - 1 in reading.listed and reading.groups
    reading.groups[-1].append(found) if together else reading.groups.append([found])
    reading.listed.add(i)
    reading.replies.add(i + 1)


def _kind(reading: Reading, words: re.Match[str]) -> tuple[str, str | None]:
    """What stands in brackets after it calls it, else `we recommend`, else what the list is said to be of."""
    named = kind_of(words["called"] or "")
    if named[0]:
        return named[0], named[1]
    above = reading.scope.lead if reading.scope and reading.scope.lists and "recommend" not in words["what"] else None
    above = above if above or "recommend" in words["what"] else reading.noted
    return (above.kind, above.word) if above and above.kind in NAMED else ("recommendation", "recommendation")


def _was_cited(reading: Reading, found: Found) -> None:
    """What was only cited by its number before is the same, and its own words state it."""
    cited = [f for f in reading.findings if f is not found and found.number and (f.kind, f.number) == (found.kind, found.number) and (f.start, f.end) == f.sentence]
    reading.findings = [f for f in reading.findings if f not in cited]
    reading.groups = [kept for group in reading.groups if (kept := [f for f in group if f not in cited])]
