"""Which passages of a letter state a finding: block by block, each by what is announced above it."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.findings import lists
from loaders.findings.labels import labelled
from loaders.findings.layout.block import Block
from loaders.findings.reading import Reading, Scope
from loaders.findings.telling import tell
from loaders.findings.wording import cues
from loaders.findings.wording.leads import Lead, kind_of, lead
from loaders.findings.wording.likeness import stems

__all__ = ["read_passages"]

PLURAL = re.compile(r"areas|recommendations|causes|afis|concerns|issues|findings|key findings")
COMPLIANCE = re.compile(r"\bnot (?:\w+ )?(?:compliant|complying|meeting)|\bfail\w*\b|\bnon-?complian")


def read_passages(text: str, blocks: list[Block]) -> Reading:
    """Every finding that the blocks state, each once."""
    reading = Reading(text, blocks)
    for i, block in enumerate(blocks):
        if block.kind == "heading":
            _heading(reading, i, block)
        elif block.label and block.label.role == "finding" and _only_names(reading, i, block):
            reading.scope = Scope(Lead("findings", *kind_of(block.label.word)), mode="label", number=block.label.number, parent=_parent(reading, block.label.word))
        elif block.label and block.label.role == "finding" and block.sentences:
            labelled(reading, block)
        elif block.label and block.label.role == "response":
            reading.replies.add(i)
            _lead_on(reading, i, block)
        elif block.kind == "item":
            _item(reading, i, block)
        else:
            _paragraph(reading, i, block)
    return reading


def _heading(reading: Reading, i: int, block: Block) -> None:
    words = reading.low((block.start, block.end))
    if block.label and block.label.role == "response":
        reading.scope = Scope(Lead("responses"), parent=reading.scope.parent if reading.scope else None)
        reading.replies.add(i + 1)
    elif block.label and block.label.number:
        reading.scope = Scope(Lead("findings", *kind_of(block.label.word)), mode="label", number=block.label.number, parent=_parent(reading, block.label.word))
    elif block.label and not PLURAL.match(block.label.word) and _tells(reading, i):
        reading.scope = Scope(Lead("findings", *kind_of(block.label.word)), mode="label", parent=_parent(reading, block.label.word))
    elif lists.OUGHT.match(words):
        lists.whole(reading, block, Scope(Lead("findings", *(reading.scope.lead.kind, reading.scope.lead.word) if reading.scope else kind_of(words))))
    else:
        _topic(reading, i, words)


def _only_names(reading: Reading, i: int, block: Block) -> bool:
    """`Cause of concern: use of force` above the paragraph that says it."""
    words = reading.text[block.start : block.end]
    after = reading.after(i)
    said = reading.low((after.start, after.end)) if after else ""
    if lists.is_answer(said) and not cues.SHORTCOMING.search(said):
        return False
    return len(words) < lists.TOPIC and words[-1:] not in ".;" and not lists.VERB.search(words.lower()) and _tells(reading, i)


def _tells(reading: Reading, i: int) -> bool:
    after = reading.after(i)
    return after is not None and after.kind == "paragraph" and not after.label and not reading.low((after.start, after.end)).endswith(":")


def _parent(reading: Reading, word: str) -> object:
    return reading.scope.parent if reading.scope and word.startswith("recommendation") else None


def _topic(reading: Reading, i: int, words: str) -> None:
    """A heading announces, or begins a new topic; a list that stays goes on under it."""
    found = lead(words, heading=True)
    if found is None or (reading.blocks[i].is_subject and found.role != "findings"):
        reading.scope = reading.scope if reading.scope and reading.scope.stays else None
        return
    if found.role == "responses":
        reading.answering.add(id(reading.blocks[i]))
    after = reading.after(i)
    told = after is not None and after.kind == "paragraph" and not after.label and not lists.OUGHT.match(reading.low((after.start, after.end)))
    each = words.endswith(":") and found.n and told
    parent = reading.scope.parent if reading.scope and found.kind == "recommendation" else None
    stays = after is not None and after.kind == "heading" and found.role == "findings"
    reading.scope = Scope(found, found.n, parent, "paragraphs" if each else "list", stays=stays)


def _item(reading: Reading, i: int, block: Block) -> None:
    if reading.scope and reading.scope.depth is not None and block.depth < reading.scope.depth:
        reading.scope = None
    scope = reading.scope
    if scope and scope.lists and scope.mode == "list" and scope.lead.here:
        lists.list_line(reading, i, block, scope)
    elif scope and scope.lead.role == "responses":
        if not tell(reading, block, suppressed=True):
            reading.replies.add(i)
    elif scope and scope.lead.role == "praise":
        reading.aside.add(i)
    else:
        tell(reading, block, suppressed=False)
        _lead_on(reading, i, block)


def _paragraph(reading: Reading, i: int, block: Block) -> None:
    scope = reading.scope
    if lists.cause_of_concern(reading, block):
        return
    if scope and scope.mode == "label":
        lists.whole(reading, block, scope)
        reading.replies.add(i + 1)
        last = reading.findings[-1]
        reading.scope = Scope(Lead("responses"), parent=last if last.kind == "cause_of_concern" else last.parent)
    elif scope and scope.mode == "paragraphs" and scope.due:
        lists.one_paragraph_each(reading, block, scope, tell(reading, block, suppressed=False))
    elif scope and scope.lists and scope.lead.kind in lists.NAMED and scope.due != 0 and scope.depth is None and scope.mode == "list" and lists.is_topic(reading, block):
        lists.whole(reading, block, scope)
    elif scope and scope.lists and scope.due != 0 and lists.is_finding(reading.low((block.start, block.end)).lstrip("'\"")):
        lists.whole(reading, block, scope)
        scope.closed = True
        scope.due = scope.due - 1 if scope.due else scope.due
    else:
        _prose(reading, i, block)


def _prose(reading: Reading, i: int, block: Block) -> None:
    scope = reading.scope
    after_list = bool(scope and scope.lists and scope.mode == "list" and (scope.depth is not None or scope.due == 0))
    if after_list and scope:
        scope.closed = True
    tell(reading, block, suppressed=after_list or bool(scope and scope.lead.role == "responses"))
    _lead_on(reading, i, block)


def _lead_on(reading: Reading, i: int, block: Block) -> None:
    """The end of a paragraph may announce the list, the paragraph or the topics that come after it."""
    after = reading.after(i)
    if not block.sentences or after is None:
        return
    words = reading.low(block.sentences[-1])
    listed = after.kind == "item" and after.depth >= block.depth
    ends = words.rstrip().endswith(":")
    found = lead(words) or (_announced_above(reading, block) if ends or listed else None)
    if found and found.role == "findings" and found.kind is None:
        found = _with_kind(reading, block, found)
    if found and (found.here or found.role != "findings"):
        stays = after.kind == "heading" and (ends or after.numbered)
        reading.scope = Scope(found, found.n, _restated(reading, block, found), stays=stays)
    elif reading.scope and (reading.scope.lead.role == "praise" or (ends and listed)):
        reading.scope = None


def _with_kind(reading: Reading, block: Block, found: Lead) -> Lead:
    """`Within six months the force should:` lists what the paragraph, or else the list before, calls its own."""
    kind, word = kind_of(reading.low((block.start, block.end)))
    if kind is None and reading.scope and reading.scope.parent is not None:
        kind, word = "recommendation", "recommendation"
    elif kind is None and reading.scope:
        kind, word = reading.scope.lead.kind, reading.scope.lead.word
    return replace(found, kind=kind, word=word)


def _announced_above(reading: Reading, block: Block) -> Lead | None:
    """What the last sentences of a paragraph announce of a list after it, if they name what is listed."""
    for span in reversed(block.sentences):
        found = lead(reading.low(span), listed=True)
        if found and found.role == "findings":
            return found
    return None


def _restated(reading: Reading, block: Block, found: Lead) -> object:
    """The cause of concern above, or the finding that `the three areas where the force is not compliant` are parts of."""
    if found.kind == "recommendation":
        above = reading.findings[-1] if reading.findings and reading.findings[-1].block is block else None
        return above if above and above.kind == "cause_of_concern" else reading.scope.parent if reading.scope else None
    words = reading.low(block.sentences[-1])
    if found.role != "findings" or not COMPLIANCE.search(words):
        return None
    own = stems(words)
    return next((f for f in reversed(reading.findings) if COMPLIANCE.search(reading.low((f.start, f.end))) and len(own & stems(reading.low(f.sentence or (f.start, f.end)))) >= 2), None)
