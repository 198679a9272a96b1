"""Findings under printed labels: `Recommendation 3: …`, `Findings - …`, `Areas for improvement: these included …; …`."""

from __future__ import annotations

import re

from loaders.findings.headings import called
from loaders.findings.layout.block import Block, Span, cut_out
from loaders.findings.lists import OUGHT, finding_of, is_answer
from loaders.findings.reading import Reading, Scope
from loaders.findings.telling import tell
from loaders.findings.wording import cues
from loaders.findings.wording.answering import is_bare
from loaders.findings.wording.leads import NAMED, Lead
from loaders.findings.wording.status import responds

__all__ = ["is_repeated", "labelled"]

PLURAL = re.compile(r"areas|recommendations|causes|afis")


def is_repeated(reading: Reading, block: Block) -> bool:
    """Whether the number of a label was stated before, so that what stands behind it answers: `AFI 3 - This is complete.`"""
    assert block.label is not None
    kind, _ = called(reading, block)
    known = block.label.number is not None and any((f.kind, f.number) == (kind, block.label.number) for f in reading.findings)
    words = reading.low((block.start, block.end))
    return known and not OUGHT.match(words) and bool(is_bare(reading.low(block.sentences[0])) or responds(words))


def labelled(reading: Reading, block: Block) -> None:
    """`Recommendation 3: The force should …`, `Findings - HMIC found …`; those after a cause of concern belong to it."""
    label = block.label
    assert label is not None
    kind, word = called(reading, block)
    if PLURAL.match(label.word) and kind in NAMED and ";" in reading.text[slice(*block.sentences[0])]:
        _several(reading, block, kind, word)
        return
    parent = reading.scope.parent if reading.scope and kind == "recommendation" else None
    above = reading.scope.parent if reading.scope and kind == "concern" else None
    found = finding_of(reading, block, Lead("findings", kind, None if "finding" in label.word and kind not in NAMED else word), number=label.number or _printed(block), parent=parent or above)
    if kind in (None, "concern"):
        found.kind, found.end = "concern", max(found.end, _last_shortcoming(reading, block))
    if kind == "cause_of_concern":
        reading.scope = Scope(Lead("findings", "recommendation", "recommendation"), parent=found)
    elif kind in NAMED:
        reading.scope = Scope(Lead("responses"), parent=parent)
    reading.groups.append([found])
    for more in tell(reading, block, suppressed=True, after=found.end):
        more.parent = found if kind == "cause_of_concern" and more.kind == "recommendation" else more.parent


def _several(reading: Reading, block: Block, kind: str, word: str | None) -> None:
    """`Areas for improvement: these included …; …; and …`."""
    first = block.sentences[0]
    opening = re.match(r"(?:these|they|among them|which) (?:included?|are|were|is):? |in particular,? ", reading.low(first))
    spans = parted(reading.text, (first[0] + (opening.end() if opening else 0), first[1]))
    reading.groups.append([reading.add(span, block, kind=kind, word=word, sentence=first) for span in spans])


def parted(text: str, span: Span) -> list[Span]:
    """The parts of a span between semicolons."""
    parts = cut_out(span, (match.span() for match in re.compile(r";\s(?:and )?").finditer(text, *span)))
    return [(a, b - (text[b - 1] == ".")) for a, b in parts if b > a]


def _printed(block: Block) -> str | None:
    return block.mark if block.mark[:1].isalnum() and block.mark != "o" else None


def _last_shortcoming(reading: Reading, block: Block) -> int:
    ends = [span[1] for span in block.sentences if cues.SHORTCOMING.search(reading.low(span)) and not is_answer(reading.low(span))]
    return max(ends, default=block.start)
