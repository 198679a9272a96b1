"""What a heading or a paragraph announces of findings, and what comes after it where its form tells."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.findings import lists
from loaders.findings.arranged import arranged
from loaders.findings.layout.block import Block
from loaders.findings.layout.marks import PLURAL
from loaders.findings.reading import Reading, Scope
from loaders.findings.telling import tell
from loaders.findings.wording.closing import is_of_others
from loaders.findings.wording.leads import Lead, lead
from loaders.findings.wording.likeness import stems

__all__ = ["announced_above", "arrange", "in_arrangement", "is_of_another_body", "restated"]

KINDS = ("area_for_improvement", "recommendation")
LEADS_ON = re.compile(
    r"^(?:these|they|those) (?:are|were)\b.{0,40}:$|^(?:these|they|those) (?:are|were) (?:as follows|these|set out|listed|given)|\b(?:in turn|one by one|below|each|as follows|in order|in what follows)\b|:$"
)
BACKWARD = re.compile(r"(?:these|those|both|they|all (?:of )?(?:these|them)|each of (?:these|them))\b.{0,30}? (?:is|are|was|were)\b")
SOME = re.compile(r"\b(?:the ones|those (?:that|which|i|we)|some|among|chief|principal|main|most important)\b")
POINTS = re.compile(r"(?:they|these|those) (?:have|are)\b[^.;]{0,40}:$")
COMPLIANCE = re.compile(r"\bnot (?:\w+ )?(?:compliant|complying|meeting)|\bfail\w*\b|\bnon-?complian")


def is_of_another_body(reading: Reading, block: Block) -> bool:
    """Whether the end of a paragraph announces what somebody else than the inspectors recommended."""
    last = [reading.low(span) for span in block.sentences[-2:]]
    return any(is_of_others(words) for words in (last if last and LEADS_ON.search(last[-1]) else last[-1:]))


def arrange(reading: Reading, i: int, block: Block) -> None:
    """Where the form of what comes next tells which blocks state what this one announces, and which answer."""
    told = announced(reading, block) if not is_of_another_body(reading, block) and i not in reading.arranged and block.kind != "item" else None
    roles = arranged(reading, i, *told) if told else {}
    if told and roles:
        reading.scope = Scope(told[0], 0 if told[0].n else None, restated(reading, block, told[0]), depth=reading.blocks[min(roles)].depth, closed=True)
        reading.arranged |= {j: reading.scope if states else None for j, states in roles.items()}


def in_arrangement(reading: Reading, i: int, block: Block) -> None:
    """A finding of such an arrangement, together with the one right above it; or an answer."""
    scope = reading.arranged[i]
    if lists.OWN.search(reading.low((block.start, block.end))):
        reading.aside.add(i)
        return
    if scope is None:
        reading.replies.add(i)
        if block.kind != "heading":
            tell(reading, block, suppressed=True)
        return
    found = lists.finding_of(reading, block, scope.lead, number=lists.printed_number(reading, block), parent=scope.parent)
    together = reading.arranged.get(i - 1) and reading.groups
    reading.groups[-1].append(found) if together else reading.groups.append([found])
    if block.kind == "item" and found.end >= block.end - 6:
        reading.listed.add(i)


def announced(reading: Reading, block: Block) -> tuple[Lead, bool] | None:
    """What a heading or the end of a paragraph announces of findings, and whether it says that they are named next."""
    if block.label and not _is_plural(block):
        return None
    if block.is_subject and not block.label:
        return None
    if block.kind == "heading":
        found = lead(reading.low((block.start, block.end)), heading=True)
        return (found, True) if found and _is_of_findings(found) else None
    last = [reading.low(span) for span in block.sentences[-2:]]
    for words in reversed(last if last and LEADS_ON.search(last[-1]) else last[-1:]):
        found, counted = lead(words), lead(words, listed=True) or lead(words + ":", listed=True)
        here = bool(found and found.here) or reading.low((block.start, block.end)).endswith(":")
        if BACKWARD.match(words) and not here:
            return None
        told = found if found and found.here else counted if counted and (counted.n or here) else None
        if told and not (words is last[-1] and len(last) > 1 and _only_points(told, words)):
            told = replace(told, n=None) if words is not last[-1] and SOME.search(last[-1]) else told
            return (told, here) if _is_of_findings(told) else None
    return None


def _only_points(told: Lead, words: str) -> bool:
    """`They have to do with:` `The ones of most concern are these:`: the sentence before names what is listed."""
    return (told.role == "responses" and bool(POINTS.match(words))) or (told.kind == "concern" and bool(SOME.search(words)))


def _is_plural(block: Block) -> bool:
    """`Areas for improvement`, alone on its line."""
    label = block.label
    alone = label is not None and block.kind == "heading" and label.role == "finding" and label.number is None
    return alone and bool(PLURAL.match(block.label.word if block.label else ""))


def _is_of_findings(found: Lead) -> bool:
    return found.role == "findings" and found.kind in KINDS


def restated(reading: Reading, block: Block, found: Lead) -> object:
    """The cause of concern above, or the finding that `the three areas where the force is not compliant` are parts of."""
    if found.kind == "recommendation":
        above = reading.findings[-1] if reading.findings and reading.findings[-1].block is block else None
        if reading.scope and reading.scope.lead.kind == "cause_of_concern" and reading.findings:
            above = above or reading.findings[-1]
        return above if above and above.kind == "cause_of_concern" else reading.scope.parent if reading.scope else None
    words = reading.low(block.sentences[-1])
    if found.role != "findings" or not COMPLIANCE.search(words):
        return None
    own = stems(words)
    return next((f for f in reversed(reading.findings) if COMPLIANCE.search(reading.low((f.start, f.end))) and len(own & stems(reading.low(f.sentence or (f.start, f.end)))) >= 2), None)


def announced_above(reading: Reading, block: Block) -> Lead | None:
    """What the last sentences of a paragraph announce of a list after it, if they name what is listed."""
    for span in reversed(block.sentences):
        found = lead(reading.low(span), listed=True)
        if found and found.role == "findings":
            return found
    return None
