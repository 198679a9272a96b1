"""The columns of a table: which of them state, which answer, which say by when, and how many lines make a row of names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.findings.layout.block import Span
from loaders.findings.layout.marks import Label, read_label

__all__ = ["Columns", "columns_of", "names_at_head"]

LONGEST_NAME = 60
MOST = 8
BY_WHEN = re.compile(r"(?:by when|when|due(?: by| date)?|(?:target|completion|due|delivery|end|expected)(?: completion)? (?:date|by)|deadlines?|timescales?|timeframe|completion|(?:to be )?complete(?:d)? by)\??$", re.I)
PLAIN = re.compile(r"(?:ref(?:erence)?|no|number|#|id|(?:action |lead )?owners?|(?:chief officer |strategic |force )?leads?(?: officer)?|who|sro|rag(?: status)?|rating|colour|priority|page|theme|pillar|area|topic|subject|grade|section|source|risk|governance|board|type)\.?:?$", re.I)
STATED = re.compile(r"(?:(?:what )?(?:hmic\w*|the inspectorate|the report|inspectors) (?:says?|said|found|finds|recommend\w*|asked(?: for)?|wants?)|what (?:hmic\w*|the inspect\w+|the report|inspectors|they) (?:said|found|asked|want\w*|recommend\w*|asked for)|requirement|(?:the )?(?:inspectorate|hmic(?:frs)?|inspectors?)(?:'s)?(?: (?:findings?|recommendations?|words|wording|asks?))?|wording|text|description|what (?:has|have|needs?) to (?:be done|change|improve)|(?:finding|recommendation|afi|area for improvement) (?:text|wording|description))$", re.I)
ANSWERED = re.compile(r"(?:(?:[\w&]+(?:\'s)? ){1,4}(?:response|reply|position|answer|comment)s?|what (?:has|have|is|are|was|we|the force)(?: (?:we|been|being|the force|has|have|is|are))? (?:done|doing)(?: about it)?|(?:latest|current) (?:position|update|status|progress)|where (?:we|things|it) (?:are|stands?)(?: now)?|commentary|narrative|progress|work (?:done|under way|to date)|evidence|how (?:we|the force) (?:responded|answered))$", re.I)


@dataclass(frozen=True, slots=True)
class Columns:
    """A table's columns in order: the label of each that states or answers, and which one says by when."""

    labels: list[Label | None]
    by_when: int | None = None

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def answers(self) -> bool:
        return any(label and label.role == "response" for label in self.labels)

    def with_answers(self) -> Columns:
        """The same with a last column that answers and has no name."""
        return Columns([*self.labels, Label("response", "response", None, 0, True)], self.by_when)


def columns_of(text: str, row: list[Span]) -> Columns | None:
    """The columns that a row of names gives: among them one for findings, and one for answers or two that a plan has (owner, by when, RAG)."""
    if not 2 <= len(row) <= MOST or any(b - a > LONGEST_NAME for a, b in row):
        return None
    labels = [_name(text, *span) for span in row]
    roles = [label.role for label in labels if label]
    when = next((i for i, span in enumerate(row) if BY_WHEN.match(text[slice(*span)].strip())), None)
    others = sum(_is_plain(text, span) for span in row)
    if "finding" not in roles or not ("response" in roles or (others >= 2 and others + len(roles) == len(row))):
        return None
    return Columns(labels, when)


def names_at_head(text: str, lines: list[Span]) -> int:
    """How many lines at the head of a stretch name columns, one a line."""
    named = 0
    for span in lines[:MOST]:
        if span[1] - span[0] > LONGEST_NAME or not (_name(text, *span) or _is_plain(text, span)):
            break
        named += 1
    return named


def _is_plain(text: str, span: Span) -> bool:
    words = text[slice(*span)].strip()
    return bool(PLAIN.match(words) or BY_WHEN.match(words))


def _name(text: str, start: int, end: int) -> Label | None:
    words = text[start:end].strip(" :")
    label = read_label(text, start, end)
    if label and label.alone and label.number is None:
        return label
    role = "finding" if STATED.match(words) else "response" if ANSWERED.match(words) else None
    return Label(role, role, None, end, True) if role else None
