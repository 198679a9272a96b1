"""One reader's judgement of two passages: what it says, and what has to stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as calendar_date

from knowledge.terms import short_hash, slug

__all__ = ["DECISIONS", "REVIEWER_KINDS", "SAME", "Passage", "ReviewError", "ReviewRow", "Reviews", "checked"]

SAME = ("repeated", "narrowed", "widened")
DECISIONS = (*SAME, "related", "different", "unsure", "none")
REVIEWER_KINDS = ("person", "program")


class ReviewError(Exception):
    """A review that cannot be used: file, line, what is wrong and what would be right."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a file's text, as the reader saw it."""

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One judgement. `later` is a passage, or with the decision *none* the slug of the report that was read against."""

    earlier: Passage
    later: Passage | str
    decision: str
    reason: str
    reviewer: str
    reviewer_kind: str
    date: str
    said_by_letter: str = ""
    file: str = ""
    line: int = 0

    @property
    def pair(self) -> tuple[Passage, Passage | str]:
        """What was judged."""
        return (self.earlier, self.later)

    @property
    def slug(self) -> str:
        """`{reviewer}-{date}-{8 hex digits of the SHA-256 of both passages}`."""
        return f"{slug(self.reviewer)}-{self.date}-{short_hash(' '.join(map(_place, self.pair)))}"

    @property
    def place(self) -> str:
        """Where the row stands, for a message."""
        return f"'{self.file}', line {self.line}"


@dataclass(frozen=True, slots=True)
class Reviews:
    """The rows that can be used, and what is wrong with the others."""

    rows: tuple[ReviewRow, ...] = ()
    problems: tuple[ReviewError, ...] = ()


def _place(side: Passage | str) -> str:
    return side if isinstance(side, str) else f"{side.source} {side.start} {side.end} {side.text}"


def checked(row: ReviewRow) -> ReviewRow:
    """`row`, if a reader, a kind, a date and a decision stand in it. Raises `ReviewError`."""
    if row.decision not in DECISIONS:
        raise ReviewError(f"{row.place}: there is no decision '{row.decision}'. It is one of {', '.join(DECISIONS)}.")
    if not row.reviewer:
        raise ReviewError(f"{row.place}: the review names no reviewer.")
    if row.reviewer_kind not in REVIEWER_KINDS:
        raise ReviewError(f"{row.place}: '{row.reviewer_kind}' is no kind of reviewer. It is person or program.")
    if not _is_day(row.date):
        raise ReviewError(f"{row.place}: '{row.date}' is no date. Write it as 2026-11-22.")
    return row


def _is_day(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and bool(calendar_date.fromisoformat(text))
    except ValueError:
        return False
