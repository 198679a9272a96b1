"""One heading, paragraph or list line of a letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.findings.layout.marks import Label

__all__ = ["Block", "Span", "cut_out"]

Span = tuple[int, int]


def cut_out(span: Span, cuts: Iterable[Span]) -> list[Span]:
    """What is left of `span` between and beside `cuts`, stretches of it in their order: one piece more than cuts."""
    edges = [span[0], *(at for cut in cuts for at in cut), span[1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


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
