"""Headings: what each announces of the passages below it, or says itself."""

from __future__ import annotations

from collections.abc import Callable

from loaders.findings import lists
from loaders.findings.layout.block import Block
from loaders.findings.layout.marks import PLURAL
from loaders.findings.reading import Reading, Scope
from loaders.findings.wording.leads import NAMED, Lead, kind_of, lead

__all__ = ["Applies", "Read", "called", "has_role", "heading", "tells", "under_label"]

Applies = Callable[[Reading, int, Block], bool]
Read = Callable[[Reading, int, Block], None]


def heading(reading: Reading, i: int, block: Block) -> None:
    """Reads one heading, and keeps the kind that it names for what stands under it."""
    kind = kind_of(reading.low((block.start, block.end)))
    if kind[0] in NAMED and not (block.label and block.label.number):
        reading.over = kind
    elif block.label is None:
        reading.over = (None, None)
    next(read for applies, read in HEADINGS if applies(reading, i, block))(reading, i, block)


def _over_answers(reading: Reading, i: int, block: Block) -> None:
    reading.scope = Scope(Lead("responses"), parent=reading.scope.parent if reading.scope else None)
    reading.replies.add(i + 1)


def _announces_one(reading: Reading, i: int, block: Block) -> bool:
    """A heading with a number, or with a label for one finding over the paragraph that says it."""
    label = block.label
    return label is not None and bool(label.number or (not PLURAL.match(label.word) and tells(reading, i)))


def _says_it(reading: Reading, i: int, block: Block) -> None:
    """A heading that is a finding itself."""
    words = reading.low((block.start, block.end))
    lists.whole(reading, block, Scope(Lead("findings", *(reading.scope.lead.kind, reading.scope.lead.word) if reading.scope else kind_of(words))))


def has_role(block: Block, role: str) -> bool:
    return block.label is not None and block.label.role == role


def under_label(reading: Reading, i: int, block: Block) -> None:
    """What comes next is the one finding that this label announces."""
    assert block.label is not None
    reading.scope = Scope(Lead("findings", *called(reading, block)), mode="label", number=block.label.number, parent=_parent(reading, block.label.word))


def called(reading: Reading, block: Block) -> tuple[str | None, str | None]:
    """What the label of a block calls it; a numbered `Finding 4.2` is of the kind that the heading over it names."""
    assert block.label is not None
    kind, word = kind_of(block.label.word)
    return reading.over if reading.over[0] and block.label.number and kind in (None, "concern") else (kind, word)


def tells(reading: Reading, i: int) -> bool:
    after = reading.after(i)
    return after is not None and after.kind == "paragraph" and not after.label and not reading.low((after.start, after.end)).endswith(":")


def _parent(reading: Reading, word: str) -> object:
    return reading.scope.parent if reading.scope and word.startswith("recommendation") else None


def _topic(reading: Reading, i: int, block: Block) -> None:
    """A heading announces, or begins a new topic; a list that stays goes on under it."""
    words = reading.low((block.start, block.end))
    found = lead(words, heading=True)
    if found is None or (block.is_subject and found.role != "findings"):
        reading.scope = reading.scope if reading.scope and reading.scope.stays else None
        return
    if found.role == "responses":
        reading.answering.add(id(block))
    after = reading.after(i)
    told = after is not None and after.kind == "paragraph" and not after.label and not lists.OUGHT.match(reading.low((after.start, after.end)))
    each = words.endswith(":") and found.n and told
    parent = reading.scope.parent if reading.scope and found.kind == "recommendation" else None
    stays = after is not None and after.kind == "heading" and found.role == "findings"
    reading.scope = Scope(found, found.n, parent, "paragraphs" if each else "list", stays=stays)
    if found.role == "findings":
        reading.counted.expect(found, block.section)


HEADINGS: tuple[tuple[Applies, Read], ...] = (
    (lambda reading, i, block: has_role(block, "response"), _over_answers),
    (_announces_one, under_label),
    (lambda reading, i, block: bool(lists.OUGHT.match(reading.low((block.start, block.end)))), _says_it),
    (lambda reading, i, block: True, _topic),
)
