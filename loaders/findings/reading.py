"""One letter as it is read for findings: its blocks, what was found so far, and what is being listed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from loaders.findings.found import Found
from loaders.findings.in_row import Row
from loaders.findings.layout.block import Block, Span
from loaders.findings.wording import cues
from loaders.findings.wording.asking import OUGHT, imperative
from loaders.findings.wording.closing import closes, is_of_others
from loaders.findings.wording.leads import NAMED, NUMBER, Lead, kind_of, lead
from loaders.recognise.words import NUMBERS

__all__ = ["Reading", "Scope"]

AROUND = 200  # characters of its sentence that may say to whom a finding is addressed
COUNTING = re.compile(r"\b(?:identif|made|makes|raise|contain|highlight|found|there (?:are|is|was|were)|include|list|gave|given|receiv|got|issu|left|handed|set|has|have|had)\w*\b")
IN_TURN = re.compile(r"(?:and |but )?(?:the one (?:which|that|on)\b.{3,60}? (?:is|was) (?:that|to)\b|(?:in|on|under|as to|as for|as regards|upon) the (?:first|second|third|fourth|fifth|other|last|next)(?=,)|one (?:is|was|concerns|relates|asks|requires|of (?:these|them|which))|another (?:is|was|concerns|relates|asks)|a (?:second|third|further) (?:is|was|concerns|relates|asks)|(?:their|its) (?:first|second|third|other|last)|.{0,60}\bis the (?:first|second|third|other|last)(?: of (?:these|them))?(?=:)|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|last(?:ly)?|finally|the (?:first|second|third|fourth|fifth|sixth|other|next|last|final))\b")
UNCOUNTED = 12  # "a number of recommendations": as many sentences that say what the force should do may follow
OWN_WISH = re.compile(r"\bin my (?:own )?(?:view|opinion)\b|\bmy (?:police and crime |own )?(?:plan|priorit\w+|manifesto)\b|\bi (?:would like|want|expect|have (?:always |often )?said|believe|hope|campaigned)\b")
MATTERS = re.compile(rf"\b({NUMBER})(?: (?!of\b)\w+){{0,2}} (?:matters|points|things|areas|issues|concerns|aspects|respects|shortcomings|weaknesses|gaps|failings|problems|criticisms)\b")
THEIRS = re.compile(rf"{cues.REPORTING.pattern}|\b(?:they|hmic\w*|inspectors|the report) (?:make|makes|made|have|has|had|list|lists|name|names|set out|give|gives|gave|wish|wished)\b|\baccording to (?:the )?(?:hmic|inspect|report)|\b(?:remain|fell short|fall short|need|require|were (?:found|raised|identified|criticised|picked)|let (?:us|it) down)\w*\b")
PRAISE = re.compile(r"\b(?:prais|commend|pleas|strength|good practice|does well|did well|impress)\w*")
FIRST_IS = re.compile(r"the one (?:which|that|on)\b.{3,60}? (?:is|was) (?:that|to)\b|(?:(?:on|as to|as for|in) )?(?:the|their|its) first(?: of (?:these|them))?,? (?:(?:is|was) (?:that|to|the|about|how)|concerns|relates to|asks|calls|requires|that|to)\b|one (?:is|was) (?:that|to)\b")
FIRST = re.compile(r"(?:the|their|its)(?: \w+'s?)? first (?:of the )?(?:\w+ )?(recommendation|area for improvement|afi|cause of concern)s?\b")
FOLLOWING = 8
TO_ALL = re.compile(r"\ball (?:\w+ )?(?:chief constables|forces)\b")


@dataclass(slots=True)
class Scope:
    """What is being listed: its announcement, how many are still due, the finding above it, and where it ends.

    `mode` is `list` (findings in a row), `paragraphs` (each with its answer) or `label` (one finding under its printed label).
    `stays` where topics may come as headings between; `closed` once an answer was read; `outer` is the list that one of deeper lines stands in.
    """

    lead: Lead
    due: int | None = None
    parent: Found | None = None
    mode: str = "list"
    number: str | None = None
    depth: int | None = None
    stays: bool = False
    closed: bool = False
    outer: Scope | None = None

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
        self.fresh: Lead | None = None
        self.recent: Lead | None = None

    def open(self, words: str, section: Span | None) -> None:
        """`The report identified areas for improvement.`: the sentences after it, under the same heading, may say what the force should do."""
        if OWN_WISH.search(words):
            self.left = 0
        if is_of_others(words) or closes(words):
            return
        told = lead(words, listed=True) if COUNTING.search(words) and not words.rstrip().endswith(":") else None
        if told and told.role == "findings" and told.kind in NAMED and (told.n or cues.REPORTING.search(words)):
            self.asking, self.place, self.left = told, section, told.n or UNCOUNTED

    def asks(self, words: str, section: Span | None) -> Lead | None:
        """What a sentence is that says what the force should do, after findings were announced and while some are still to come."""
        return self.asking if self.left > 0 and self.place == section and (OUGHT.match(words) or imperative(words)) else None

    def expect(self, announced: Lead, section: Span | None) -> None:
        """A heading such as `Areas for improvement`: sentences under it may say what the force should do."""
        if announced.kind in NAMED:
            self.asking, self.place, self.left = announced, section, announced.n or UNCOUNTED

    def hear(self, words: str) -> None:
        """A sentence that says how many findings of a kind there are; what it announces may be named in the next."""
        if is_of_others(words):
            self.lead, self.due, self.left, self.fresh, self.recent = None, 0, 0, None, None
            return
        self.left = 0 if closes(words) else self.left
        kind, word = kind_of(words)
        self.recent = Lead("findings", kind, word) if kind in NAMED else None
        told = lead(words, listed=True)
        told = told if told and (told.n or COUNTING.search(words)) else None
        self.fresh = told if told and told.role == "findings" and told.kind in NAMED else _matters(words)
        if told and told.role == "findings" and told.n and told.kind != "concern":
            self.lead, self.due = told, told.n

    def after(self, words: str, kinds: list[str], section: Span | None) -> None:
        """After each sentence: findings of these kinds were told, and what it announces is awaited."""
        self.told(kinds)
        self.begin(words)
        self.hear(words)
        self.open(words, section)

    def told(self, kinds: list[str]) -> None:
        """So many were told in one sentence; all that were counted leave none to be told in turn."""
        self.left -= len(kinds)
        n = sum(self.lead is not None and kind in (self.lead.kind, "concern") for kind in kinds)
        if self.lead and n > 1 and n >= (self.lead.n or n):
            self.due = 0

    def begin(self, words: str) -> None:
        """`The first recommendation relates to …` may be followed by `The second …`, though nobody said how many there are."""
        match = FIRST.match(words)
        if match and not self.due:
            kind, word = kind_of(match[1])
            self.lead, self.due = Lead("findings", kind, word), FOLLOWING

    def matters(self, words: str) -> Lead | None:
        """What a sentence announces that counts matters of the inspectors without the name of a kind."""
        return _matters(words)

    def next(self, words: str) -> Lead | None:
        """What is told in a sentence that begins in turn."""
        if not self.due and self.recent and FIRST_IS.match(words):
            self.lead, self.due = self.recent, FOLLOWING
        if self.lead is None or not self.due or not IN_TURN.match(words):
            return None
        self.due -= 1
        return self.lead


def _matters(words: str) -> Lead | None:
    """`Three matters remain, according to HMICFRS.`"""
    match = MATTERS.search(words)
    told = match and THEIRS.search(words) and not PRAISE.search(words)
    return Lead("findings", "concern", None, NUMBERS[match[1]], True) if match and told else None


class Reading:
    """The findings of one letter in the order of its words, `noted` what its notes are said to be. `groups` were told together, `listed` blocks are findings of a list, `replies` answers in one, `aside` neither; `arranged` says of blocks after an announcement what each is one of, None of those that answer; `answering` headings stand over answers; `over` the kind that the nearest heading of findings names; `row` is what the next sentences are to tell."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text, self.blocks = text, blocks
        self.findings: list[Found] = []
        self.groups: list[list[Found]] = []
        self.listed: set[int] = set()
        self.replies: set[int] = set()
        self.aside: set[int] = set()
        self.arranged: dict[int, Scope | None] = {}
        self.answering: set[int] = set()
        self.scope: Scope | None = None
        self.over: tuple[str | None, str | None] = (None, None)
        self.counted = Counted()
        self.row = Row()
        self.noted: Lead | None = None
        self.tail = self._tail()

    def _tail(self) -> int:
        """Where the list lines begin that a letter ends with: its notes."""
        last = max((i for i, block in enumerate(self.blocks) if block.kind == "paragraph"), default=-1)
        return last + 1

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
