"""One heading, paragraph or list line of a letter."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.findings.layout.marks import Label

__all__ = ["Block", "Span"]

Span = tuple[int, int]


@dataclass(slots=True)
class Block:
    """One heading, paragraph or list line; offsets are of the shadow text, list mark and label left out. `by_when`: where a table gives its date."""

    kind: str
    start: int
    end: int
    line: int
    mark: str = ""
    depth: int = 0
    label: Label | None = None
    section: Span | None = None
    speaker: str = "commissioner"
    is_subject: bool = False
    by_when: Span | None = None
    sentences: list[Span] = field(default_factory=list)

    @property
    def numbered(self) -> bool:
        return bool(self.mark) and self.mark[0].isdigit()
