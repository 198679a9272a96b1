"""Which passages of a letter state a finding: block by block, each by what is announced above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from loaders.findings import lists
from loaders.findings.announced import announced_above, arrange, in_arrangement, is_of_another_body, restated
from loaders.findings.each import one_paragraph_each
from loaders.findings.headings import Applies, Read, has_role, heading, tells, under_label
from loaders.findings.labels import is_repeated, labelled
from loaders.findings.layout.block import Block
from loaders.findings.layout.marks import STATE
from loaders.findings.quotations import is_quoted, quoted
from loaders.findings.reading import Reading, Scope
from loaders.findings.telling import tell
from loaders.findings.wording import cues
from loaders.findings.wording.answering import is_bare
from loaders.findings.wording.asking import asked_for
from loaders.findings.wording.leads import NAMED, Lead, kind_of, lead

__all__ = ["read_passages"]

AppliesHere = Callable[[Reading, Block, Scope], bool]
ReadHere = Callable[[Reading, int, Block, Scope], None]


def read_passages(text: str, blocks: list[Block]) -> Reading:
    """Every finding that the blocks state, each once."""
    reading = Reading(text, blocks)
    for i, block in enumerate(blocks):
        next(read for applies, read in READERS if applies(reading, i, block))(reading, i, block)
        arrange(reading, i, block)
    return reading


def _labelled(reading: Reading, i: int, block: Block) -> None:
    if is_repeated(reading, block):
        reading.replies.add(i)
        return
    labelled(reading, block)
    after = reading.after(i)
    if after and after.kind == "paragraph" and not after.label and not lists.OUGHT.match(reading.low((after.start, after.end))):
        reading.replies.add(i + 1)


def _reply(reading: Reading, i: int, block: Block) -> None:
    reading.replies.add(i)
    _lead_on(reading, i, block)


def _only_names(reading: Reading, i: int, block: Block) -> bool:
    """`Cause of concern: use of force` above the paragraph that says it."""
    words = reading.text[block.start : block.end]
    after = reading.after(i)
    said = reading.low((after.start, after.end)) if after else ""
    if lists.is_answer(said) and not cues.SHORTCOMING.search(said):
        return False
    if after and after.sentences and is_bare(reading.low(after.sentences[0])):
        return False
    return len(words) < lists.TOPIC and words[-1:] not in ".;" and not lists.VERB.search(words.lower()) and tells(reading, i)


def _item(reading: Reading, i: int, block: Block) -> None:
    while reading.scope and reading.scope.depth is not None and block.depth < reading.scope.depth:
        reading.scope = reading.scope.outer
    noted = reading.noted or (reading.row.named if lists.OUGHT.match(reading.low((block.start, block.end))) else None)
    if i >= reading.tail and noted and not (reading.scope and reading.scope.lists):
        reading.scope = Scope(replace(noted, here=True))
    scope = reading.scope
    if scope and scope.closed and asked_for(reading.text[block.start : block.end]) and tell(reading, block, suppressed=False):
        scope.depth = block.depth
        return
    if scope and scope.lists and scope.mode == "list" and scope.lead.here:
        lists.list_line(reading, i, block, scope)
        return
    role = scope.lead.role if scope else ""
    if role == "praise":
        reading.aside.add(i)
        return
    told = tell(reading, block, suppressed=role == "responses")
    if role != "responses":
        _lead_on(reading, i, block)
    elif not told:
        reading.replies.add(i)


def _paragraph(reading: Reading, i: int, block: Block) -> None:
    if lists.cause_of_concern(reading, block):
        return
    for applies, read in UNDER_SCOPE if reading.scope else ():
        if applies(reading, block, reading.scope):
            read(reading, i, block, reading.scope)
            return
    _prose(reading, i, block)


def _of_label(reading: Reading, i: int, block: Block, scope: Scope) -> None:
    """The finding that its label announced; what comes next answers it."""
    last = lists.whole(reading, block, scope)
    reading.replies.add(i + 1)
    reading.scope = Scope(Lead("responses"), parent=last if last.kind == "cause_of_concern" else last.parent)


def _of_counted(reading: Reading, i: int, block: Block, scope: Scope) -> None:
    one_paragraph_each(reading, block, scope, tell(reading, block, suppressed=False))


def _is_topic(reading: Reading, block: Block, scope: Scope) -> bool:
    begins = scope.lists and scope.lead.kind in NAMED and scope.due != 0 and scope.depth is None and scope.mode == "list" and not scope.closed
    return begins and lists.is_topic(reading, block)


def _of_topic(reading: Reading, i: int, block: Block, scope: Scope) -> None:
    lists.whole(reading, block, scope)


def _is_due(reading: Reading, block: Block, scope: Scope) -> bool:
    return scope.lists and scope.due != 0 and lists.is_finding(reading.low((block.start, block.end)).lstrip("'\""))


def _of_due(reading: Reading, i: int, block: Block, scope: Scope) -> None:
    found = lists.whole(reading, block, scope)
    found.number = found.number or lists.printed_number(reading, block)
    scope.closed = True
    scope.due = scope.due - 1 if scope.due else scope.due


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
    if is_of_another_body(reading, block):
        reading.scope = Scope(Lead("praise"))
        return
    listed = after.kind == "item" and after.depth >= block.depth
    ends = words.rstrip().endswith(":")
    found = lead(words) or (announced_above(reading, block) if ends or listed else None)
    if found and found.role == "findings" and found.kind is None:
        found = _with_kind(reading, block, found)
    if found and (found.here or found.role != "findings"):
        stays = after.kind == "heading" and (ends or after.numbered)
        reading.scope = Scope(found, found.n, restated(reading, block, found), stays=stays)
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


def _only_colours(reading: Reading, i: int, block: Block) -> bool:
    """`PARTIALLY ACHIEVED` on a line of its own above the words that answer."""
    after = reading.after(i)
    answered = after is not None and after.kind == "paragraph" and not after.mark and not after.label
    return block.kind == "paragraph" and answered and bool(STATE.fullmatch(reading.text[block.start : block.end]))


READERS: tuple[tuple[Applies, Read], ...] = (
    (_only_colours, lambda reading, i, block: reading.aside.add(i)),
    (lambda reading, i, block: i in reading.arranged, in_arrangement),
    (lambda reading, i, block: block.kind == "heading", heading),
    (lambda reading, i, block: has_role(block, "finding") and _only_names(reading, i, block), under_label),
    (lambda reading, i, block: has_role(block, "finding") and bool(block.sentences), _labelled),
    (lambda reading, i, block: has_role(block, "response"), _reply),
    (lambda reading, i, block: is_quoted(reading, i, block) and not (reading.scope and reading.scope.mode == "label"), quoted),
    (lambda reading, i, block: block.kind == "item", _item),
    (lambda reading, i, block: True, _paragraph),
)
UNDER_SCOPE: tuple[tuple[AppliesHere, ReadHere], ...] = (
    (lambda reading, block, scope: scope.mode == "label", _of_label),
    (lambda reading, block, scope: scope.mode == "paragraphs" and bool(scope.due), _of_counted),
    (_is_topic, _of_topic),
    (_is_due, _of_due),
)
