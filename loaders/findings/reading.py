"""One letter as it is read for findings: its blocks, what was found so far, and what is being listed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from loaders.findings.found import Found
from loaders.findings.layout.block import Block, Span
from loaders.findings.wording import cues
from loaders.findings.wording.leads import Lead, lead

__all__ = ["Reading", "Scope"]

AROUND = 200  # characters of its sentence that may say to whom a finding is addressed
COUNTING = re.compile(r"\b(?:identif|made|makes|raise|contain|highlight|found|there (?:are|was|were)|include|list|gave|set)\w*\b")
IN_TURN = re.compile(r"(?:one (?:is|was|concerns|relates|of (?:these|them|which))|.{0,60}\bis the (?:first|second|third|other|last)(?: of (?:these|them))?(?=:)|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|last(?:ly)?|finally|the (?:first|second|third|fourth|fifth|sixth|other|next|last|final))\b")
UNCOUNTED = 12  # "a number of recommendations": as many sentences that say what the force should do may follow
POLICE = r"(?:the |all |every |each )?(?:[\w'-]+ ){0,3}?(?:forces?|constabulary|police|service|chief constables?|chief officers|officers|supervisors|staff)"
OUGHT = re.compile(
    rf"(?:(?:firstly|secondly|thirdly|finally|in addition|by [a-z0-9][\w ]{{3,30}}|within [\w ]{{3,30}}|immediately),? )?(?:{POLICE} (?:also )?(?:should|must|needs? to|ought to)|(?:(?<=firstly, )|(?<=secondly, )|(?<=thirdly, )|(?<=finally, ))it (?:should|must|needs to)|it (?:(?:should|must) also|also needs to)|{POLICE} (?:was|were|has been|have been) (?:also )?(?:asked|told|urged|required|advised|recommended) to)"
    r" (?:also )?(?!be (?:\w+ )?(?:proud|commended|congratulated|applauded|praised|pleased|reassured)|take (?:\w+ )?(?:credit|pride)|continue|remain|not be)"
)
OWN_WISH = re.compile(r"\bin my (?:own )?(?:view|opinion)\b|\bmy (?:police and crime |own )?(?:plan|priorit\w+|manifesto)\b|\bi (?:would like|want|expect|have (?:always |often )?said|believe|hope|campaigned)\b")
TO_ALL = re.compile(r"\ball (?:\w+ )?(?:chief constables|forces)\b")


@dataclass(slots=True)
class Scope:
    """What is being listed: its announcement, how many are still due, the finding above it, and where it ends.

    `mode` is `list` (findings in a row), `paragraphs` (each with its answer) or `label` (one finding under its printed label).
    `stays` where topics may come as headings between; `closed` once an answer was read.
    """

    lead: Lead
    due: int | None = None
    parent: Found | None = None
    mode: str = "list"
    number: str | None = None
    depth: int | None = None
    stays: bool = False
    closed: bool = False

    @property
    def lists(self) -> bool:
        return self.lead.role == "findings"


class Counted:
    """`HMICFRS identified three areas for improvement.` `Firstly, …` `Secondly, …`: how many are announced and still to be told."""

    def __init__(self) -> None:
        self.lead: Lead | None = None
        self.due = 0
        self.asking: Lead | None = None
        self.place: Span | None = None
        self.left = 0

    def open(self, words: str, section: Span | None) -> None:
        """`The report identified areas for improvement.`: the sentences after it, under the same heading, may say what the force should do."""
        if OWN_WISH.search(words):
            self.left = 0
        told = lead(words, listed=True) if COUNTING.search(words) and not words.rstrip().endswith(":") else None
        if told and told.role == "findings" and told.kind not in (None, "concern") and (told.n or cues.REPORTING.search(words)):
            self.asking, self.place, self.left = told, section, told.n or UNCOUNTED

    def asks(self, words: str, section: Span | None) -> Lead | None:
        """What a sentence is that says what the force should do, after findings were announced and while some are still to come."""
        return self.asking if self.left > 0 and self.place == section and OUGHT.match(words) else None

    def hear(self, words: str) -> None:
        """A sentence that says how many findings of a kind there are."""
        told = lead(words, listed=True) if COUNTING.search(words) else None
        if told and told.role == "findings" and told.n and told.kind != "concern":
            self.lead, self.due = told, told.n

    def next(self, words: str) -> Lead | None:
        """What is told in a sentence that begins in turn."""
        if self.lead is None or not self.due or not IN_TURN.match(words):
            return None
        self.due -= 1
        return self.lead


class Reading:
    """The findings of one letter in the order of its words. `groups` were told together, `listed` blocks are findings of a list, `replies` answers in one, `aside` neither; `answering` headings stand over answers."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text, self.blocks = text, blocks
        self.findings: list[Found] = []
        self.groups: list[list[Found]] = []
        self.listed: set[int] = set()
        self.replies: set[int] = set()
        self.aside: set[int] = set()
        self.answering: set[int] = set()
        self.scope: Scope | None = None
        self.counted = Counted()

    def low(self, span: Span) -> str:
        """The words of a span, lower case, on one line."""
        return self.text[span[0] : span[1]].lower().replace("\n", " ")

    def after(self, i: int) -> Block | None:
        """The block after block `i`."""
        return self.blocks[i + 1] if i + 1 < len(self.blocks) else None

    def add(self, span: Span, block: Block, **known: Any) -> Found:
        """A finding of these words."""
        found = Found(*span, block, **known)
        found.sentence = found.sentence or span
        found.addressed_to = self._addressed_to(found)
        self.findings.append(found)
        return found

    def _addressed_to(self, found: Found) -> str:
        words = self.low((found.start, found.end))
        first, last = found.sentence or (found.start, found.end)
        around = self.low((max(first, found.start - AROUND), min(last, found.end + AROUND)))
        if cues.CHIEF_CONSTABLES.search(words) or TO_ALL.search(around):
            return "chief-constables"
        return "national" if cues.NATIONAL.search(words) else "force"
